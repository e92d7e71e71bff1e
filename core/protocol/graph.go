package protocol

// GraphRequest asks for the graph of a model of the last run.
type GraphRequest struct{ Object string }

// Graph is a model as a picture shows it.
type Graph struct {
	Name  string
	Class string
	Nodes []GraphNode
	Edges []GraphEdge
	// Connected says that the edges are known; a model that only its call method connects is a list of layers.
	Connected bool
	// Params and Trainable count numbers; -1 when the model is not built.
	Params    int64
	Trainable int64
	// Summary is what model.summary() prints, "" when it cannot be made.
	Summary string
	// Diagnostics say why there is no graph.
	Diagnostics []Diagnostic
}

// GraphNode is one call of a layer. Nodes come in an order in which every edge points forward.
type GraphNode struct {
	Name  string // the layer's
	Class string
	// Kind is "input", "layer", "operation" (a function of keras.ops) or "model".
	Kind string
	// Parent is the number of the node that holds this one, counted from 1; 0 at the top.
	Parent int
	// Call numbers the calls of one layer from 0; Shared says that there are several.
	Call   int
	Shared bool
	// Inputs and Output are shapes as reprs; Output joins several with commas.
	Inputs []string
	Output string
	Dtype  string
	Params int64
	Built  bool
	Frozen bool
	// Path is the layer's place in the model's config: "layers.2", inside of a nested model "layers.2.config.layers.0".
	Path string
	// Span is the call that made the layer.
	Span Span
	// Result says that the model returns the node's output.
	Result bool
}

// GraphEdge is a tensor on its way. From and To are numbers of nodes, counted from 0.
type GraphEdge struct {
	From, To int
	Shape    string
}

func graphRequestFields(f *fields, q *GraphRequest) { f.text("object", &q.Object) }

func graphFields(f *fields, g *Graph) {
	f.text("name", &g.Name)
	f.text("class", &g.Class)
	many(f, "nodes", &g.Nodes, graphNodeFields)
	many(f, "edges", &g.Edges, func(f *fields, e *GraphEdge) {
		f.integer("from", &e.From)
		f.integer("to", &e.To)
		f.text("shape", &e.Shape)
	})
	f.flag("connected", &g.Connected)
	f.long("params", &g.Params)
	f.long("trainable", &g.Trainable)
	f.text("summary", &g.Summary)
	f.diagnostics("diagnostics", &g.Diagnostics)
}

func graphNodeFields(f *fields, n *GraphNode) {
	f.text("name", &n.Name)
	f.text("class", &n.Class)
	f.text("kind", &n.Kind)
	f.integer("parent", &n.Parent)
	f.integer("call", &n.Call)
	f.flag("shared", &n.Shared)
	f.texts("inputs", &n.Inputs)
	f.text("output", &n.Output)
	f.text("dtype", &n.Dtype)
	f.long("params", &n.Params)
	f.flag("built", &n.Built)
	f.flag("frozen", &n.Frozen)
	f.text("path", &n.Path)
	f.span("span", &n.Span)
	f.flag("result", &n.Result)
}
