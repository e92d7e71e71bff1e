package protocol

// SiteRequest asks for the call of a class around a place in a text: what a form of its arguments shows.
type SiteRequest struct {
	Text   string
	Offset int // in bytes; the start of Object.Span will do
}

// Site is a call that constructs an object, as it is written.
type Site struct {
	// Span is the whole call, Callee what is called.
	Span   Span
	Callee Span
	// Name is the class's name; Public its name in Keras, "" for a class of the program.
	Name   string
	Public string
	// Variable is the name that the object is assigned to, "" for none.
	Variable string
	// Arguments are all that the constructor takes; Given those that are written.
	Arguments []Argument
	Given     []Given
}

// Given is one argument of a call as it is written.
type Given struct {
	// Name is the parameter's, also of an argument given by position; "*" and "**" stand for what is unpacked, "" for one that no
	// parameter takes.
	Name string
	// Value is the expression's text, Span its place.
	Value string
	Span  Span
	// Keyword says that the name is written.
	Keyword bool
}

// ChangeRequest asks for the edit of a text that changes one argument of the call around a place.
type ChangeRequest struct {
	Text   string
	Offset int
	// Argument is the parameter; Value the Python expression for it. Without Value, or where it is the default, the argument is taken
	// out.
	Argument string
	Value    string
}

// PutRequest asks for the edits of the last run's text that give an object another config: "Put into code".
type PutRequest struct {
	Object string
	Config string // JSON or a Python literal
}

// Edits are changes of a text, in order and apart from each other.
type Edits struct {
	Edits []Edit
	// Notes say what could not be put into the code, and why.
	Notes []string
	// Diagnostics say why nothing could be done. Spans are places in the config's text for a PutRequest.
	Diagnostics []Diagnostic
}

func siteRequestFields(f *fields, q *SiteRequest) {
	f.text("text", &q.Text)
	f.integer("offset", &q.Offset)
}

func siteFields(f *fields, s *Site) {
	f.span("span", &s.Span)
	f.span("callee", &s.Callee)
	f.text("name", &s.Name)
	f.text("public", &s.Public)
	f.text("variable", &s.Variable)
	many(f, "arguments", &s.Arguments, argumentFields)
	many(f, "given", &s.Given, func(f *fields, g *Given) {
		f.text("name", &g.Name)
		f.text("value", &g.Value)
		f.span("span", &g.Span)
		f.flag("keyword", &g.Keyword)
	})
}

func changeFields(f *fields, q *ChangeRequest) {
	f.text("text", &q.Text)
	f.integer("offset", &q.Offset)
	f.text("argument", &q.Argument)
	f.text("value", &q.Value)
}

func putFields(f *fields, q *PutRequest) {
	f.text("object", &q.Object)
	f.text("config", &q.Config)
}

func editsFields(f *fields, e *Edits) {
	f.edits("edits", &e.Edits)
	f.texts("notes", &e.Notes)
	f.diagnostics("diagnostics", &e.Diagnostics)
}
