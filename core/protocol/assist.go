package protocol

// AssistRequest asks about one place in a text that is being written. The text need not be a valid program.
type AssistRequest struct {
	// Ask is "complete" (what may stand here), "call" (which parameters the call around the place has) or "hover" (what the
	// word at the place means).
	Ask  string
	Text string
	// Offset is the place, in bytes.
	Offset int
}

// Assistance answers an AssistRequest; parts that were not asked for, or that there is nothing to say about, are empty.
type Assistance struct {
	// Span is what a chosen completion replaces, or the word that Hover is about.
	Span        Span
	Completions []Completion
	Call        *CallHelp
	Hover       *Hover
}

// Completion is one thing that may stand at a place. They come best first.
type Completion struct {
	Label string
	// Kind is "class", "function", "method", "module", "variable", "attribute", "argument", "keyword", "value", "key" or "snippet".
	Kind string
	// Detail stands behind the label: a signature, a type, a default.
	Detail string
	Doc    string
	// Insert is the text to put in, where it is not Label; "$0" in it is where the caret goes.
	Insert string
}

// CallHelp tells the parameters of the call around a place.
type CallHelp struct {
	Name      string
	Public    string // "keras.layers.Dense" for what belongs to Keras
	Signature string
	Doc       string
	Arguments []Argument
	// Active is the index of the argument at the place, -1 when none fits.
	Active int
	// Span is the callee's name.
	Span Span
}

// Hover says what a word means.
type Hover struct {
	// Title is a signature, "name: type" or "module name".
	Title  string
	Doc    string
	Public string
	// Value is the Python repr of a variable at the end of the last run, where it is short.
	Value string
}

func assistFields(f *fields, q *AssistRequest) {
	f.text("ask", &q.Ask)
	f.text("text", &q.Text)
	f.integer("offset", &q.Offset)
}

func assistanceFields(f *fields, a *Assistance) {
	f.span("span", &a.Span)
	many(f, "completions", &a.Completions, completionFields)
	one(f, "call", &a.Call, callFields)
	one(f, "hover", &a.Hover, func(f *fields, h *Hover) {
		f.text("title", &h.Title)
		f.text("doc", &h.Doc)
		f.text("public", &h.Public)
		f.text("value", &h.Value)
	})
}

func completionFields(f *fields, c *Completion) {
	f.text("label", &c.Label)
	f.text("kind", &c.Kind)
	f.text("detail", &c.Detail)
	f.text("doc", &c.Doc)
	f.text("insert", &c.Insert)
}

func callFields(f *fields, c *CallHelp) {
	f.text("name", &c.Name)
	f.text("public", &c.Public)
	f.text("signature", &c.Signature)
	f.text("doc", &c.Doc)
	many(f, "arguments", &c.Arguments, argumentFields)
	f.integer("active", &c.Active)
	f.span("span", &c.Span)
}
