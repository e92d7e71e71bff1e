package protocol

// DescribeRequest asks what Keras has. Without names it asks for the catalogue: all public classes and activations in short
// form, which a page needs once. With names ("keras.layers.Dense", or "Dense" alone) it asks for those in full.
type DescribeRequest struct{ Names []string }

// Reference is what Keras has.
type Reference struct {
	Entries []Entry
	// Choices are the names that arguments of a form take: "activation" takes "relu" … They come with the catalogue.
	Choices []Choices
}

// Choices lists, as Python literals, what an argument of a form takes by name.
type Choices struct {
	Form   string // Argument.Form
	Values []string
}

// Entry is one class or function of Keras.
type Entry struct {
	Name    string // "Dense"
	Public  string // "keras.layers.Dense", the name that configs use
	Aliases []string
	// Kind is "layer", "model", "initializer", "regularizer", "constraint", "activation", "optimizer", "schedule", "loss", "metric",
	// "policy", "quantizer", "function" or "object".
	Kind string
	// Family groups entries of a kind: "Convolution", "Recurrent" …
	Family string
	// Doc is one sentence.
	Doc string
	// Signature and Arguments are left out of the catalogue.
	Signature string
	Arguments []Argument
	// Base says that the class is there to be derived from: a builder leaves it out.
	Base bool
	// Checked is the number of constructor calls of the class that are compared with Keras 3.15.1.
	Checked int
}

// Argument is one argument of a constructor or function.
type Argument struct {
	Name string
	// Type says for people what values are meant: "integer", "integer or tuple of 2 integers".
	Type string
	// Form says which field suits: "int", "float", "bool", "str", "choice" (one of Allowed), "ints" (an integer or several),
	// "activation", "initializer", "regularizer", "constraint", "dtype", "object" (an expression that makes a Keras object) or "any"
	// (an expression).
	Form string
	// Default is the Python repr; "" for an argument that must be given.
	Default  string
	Required bool
	// KeywordOnly says that it cannot be given by position.
	KeywordOnly bool
	// Inherited says that **kwargs hands it to the base class: name, dtype, trainable …
	Inherited bool
	// Allowed are the values that may be given, as Python literals, where they are few.
	Allowed []string
	// Doc says in a few words what it means.
	Doc string
}

func describeFields(f *fields, q *DescribeRequest) { f.texts("names", &q.Names) }

func referenceFields(f *fields, r *Reference) {
	many(f, "entries", &r.Entries, entryFields)
	many(f, "choices", &r.Choices, func(f *fields, c *Choices) {
		f.text("form", &c.Form)
		f.texts("values", &c.Values)
	})
}

func entryFields(f *fields, e *Entry) {
	f.text("name", &e.Name)
	f.text("public", &e.Public)
	f.texts("aliases", &e.Aliases)
	f.text("kind", &e.Kind)
	f.text("family", &e.Family)
	f.text("doc", &e.Doc)
	f.text("signature", &e.Signature)
	many(f, "arguments", &e.Arguments, argumentFields)
	f.flag("base", &e.Base)
	f.integer("checked", &e.Checked)
}

func argumentFields(f *fields, a *Argument) {
	f.text("name", &a.Name)
	f.text("type", &a.Type)
	f.text("form", &a.Form)
	f.text("default", &a.Default)
	f.flag("required", &a.Required)
	f.flag("keywordOnly", &a.KeywordOnly)
	f.flag("inherited", &a.Inherited)
	f.texts("allowed", &a.Allowed)
	f.text("doc", &a.Doc)
}
