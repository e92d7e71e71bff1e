package protocol

// OpenRequest opens a file that somebody dropped: .keras, .h5 or .json. The file's bytes travel behind the request's JSON: Attach
// puts them there, Attached returns them.
type OpenRequest struct{ Name string }

// Attach adds bytes to a request; AppendJSON writes them behind the JSON and a zero byte, and UnmarshalJSON reads them from there.
func (r *Request) Attach(data []byte) { r.attached = data }

// Attached returns the bytes that came with a request.
func (r *Request) Attached() []byte { return r.attached }

// Opened is what stands in a file.
type Opened struct {
	Name string
	// Kind is "keras", "h5" or "json".
	Kind string
	// Class is the class of the model or layer, "" for a file of weights alone.
	Class string
	// Config is the serialized object as indented JSON: what GenerateRequest.Config takes. Tree is the same as nodes.
	Config string
	Tree   *Node
	// Metadata are names and values in turn: the version of Keras, when the file was saved.
	Metadata []string
	Weights  []Weight
	// Params counts the numbers of Weights, without those of optimizers.
	Params int64
	Notes  []string
	// Diagnostics say why the file cannot be read.
	Diagnostics []Diagnostic
}

// ExportRequest writes an object of the last run down for a file.
type ExportRequest struct {
	Object string
	// Format is "json" (the serialized object, as config.json in a .keras file holds it), "config" (what get_config returns, as JSON),
	// "python" (code) or "markdown" (a block of documentation).
	Format string
}

// Exported is a text for a file.
type Exported struct {
	Name        string // of the file
	Type        string // its media type
	Text        string
	Diagnostics []Diagnostic
}

func openFields(f *fields, q *OpenRequest) { f.text("name", &q.Name) }

func openedFields(f *fields, o *Opened) {
	f.text("name", &o.Name)
	f.text("kind", &o.Kind)
	f.text("class", &o.Class)
	f.text("config", &o.Config)
	f.node("tree", &o.Tree)
	f.texts("metadata", &o.Metadata)
	f.weights("weights", &o.Weights)
	f.long("params", &o.Params)
	f.texts("notes", &o.Notes)
	f.diagnostics("diagnostics", &o.Diagnostics)
}

func exportFields(f *fields, q *ExportRequest) {
	f.text("object", &q.Object)
	f.text("format", &q.Format)
}

func exportedFields(f *fields, e *Exported) {
	f.text("name", &e.Name)
	f.text("type", &e.Type)
	f.text("text", &e.Text)
	f.diagnostics("diagnostics", &e.Diagnostics)
}
