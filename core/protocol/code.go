package protocol

// GenerateRequest asks for Python code that makes an object with a config. Without Config it is the object's own; without Object
// the config names its class itself, or Class does.
type GenerateRequest struct {
	// Object is an object of the last run, by Object.Name.
	Object string
	// Config is JSON or a Python literal: get_config's result, or a serialized object as model.to_json writes it.
	Config string
	// Class is the class of a plain config: "keras.layers.Dense" or "Dense".
	Class string
	// Variable is the name that the code gives the object; "" for one that suits it.
	Variable string
}

// Code is Python code for a config.
type Code struct {
	// Text is the whole: Imports and, behind an empty line, Body.
	Text    string
	Imports []string
	Body    string
	// Variable is the name that the code binds.
	Variable string
	// Exact says that the code was run and made an object whose config is the one that from_config's object has.
	Exact bool
	// Notes are sentences about what the code cannot say by itself; Custom lists the classes and functions that are not Keras's.
	Notes  []string
	Custom []string
	// Diagnostics say why the config cannot be read, or what from_config refuses. Spans are places in the config's text.
	Diagnostics []Diagnostic
	Exception   *Exception
}

func generateFields(f *fields, q *GenerateRequest) {
	f.text("object", &q.Object)
	f.text("config", &q.Config)
	f.text("class", &q.Class)
	f.text("variable", &q.Variable)
}

func codeFields(f *fields, c *Code) {
	f.text("text", &c.Text)
	f.texts("imports", &c.Imports)
	f.text("body", &c.Body)
	f.text("variable", &c.Variable)
	f.flag("exact", &c.Exact)
	f.texts("notes", &c.Notes)
	f.texts("custom", &c.Custom)
	f.diagnostics("diagnostics", &c.Diagnostics)
	f.exception("exception", &c.Exception)
}
