package core

import (
	"strconv"
	"strings"

	"layerglass/core/keras/models"
	"layerglass/core/keras/operation"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// maxGraphNodes bounds what one picture holds, maxNested how deep models stand in one another.
const (
	maxGraphNodes = 20_000
	maxNested     = 20
)

// Graph draws a model of the last run as nodes and edges.
func (s *Session) Graph(q protocol.GraphRequest) *protocol.Graph {
	f := s.object(q.Object)
	if f == nil {
		return noGraph("object-unknown", "The last run has no object called "+q.Object+".")
	}
	model, ok := f.value.(*object.Instance)
	if !ok || !models.IsModel(s.last.thread, model) {
		return noGraph("no-model", q.Object+" is no model: it has no graph.")
	}
	d := &drawing{run: s.last, out: &protocol.Graph{Name: models.NameOf(model), Class: model.Class().Name}}
	refill(s.last.thread)
	d.draw(model, 0, "", 0)
	_, d.out.Params = s.last.weights(model)
	d.out.Trainable = s.last.trainable(model)
	d.out.Summary = s.last.summary(model)
	return d.out
}

func noGraph(code, message string) *protocol.Graph {
	return &protocol.Graph{Params: -1, Trainable: -1, Diagnostics: []protocol.Diagnostic{{Code: code, Severity: "error", Message: message}}}
}

// drawing is a graph being made.
type drawing struct {
	*run
	out *protocol.Graph
}

// draw adds the calls of a model, those of models inside of it with it as their parent.
func (d *drawing) draw(model *object.Instance, parent int, path string, depth int) {
	refill(d.thread)
	steps, outputs, ok := models.Steps(d.thread, model)
	if depth == 0 {
		d.out.Connected = ok
	}
	if !ok {
		for i, layer := range models.Layers(d.thread, model) {
			d.add(layer, parent, path+"layers."+strconv.Itoa(i), depth)
		}
		return
	}
	calls := map[*object.Instance]int{}
	for i := range steps {
		calls[steps[i].Operation]++
	}
	place := make([]int, len(steps))
	for i := range steps {
		s := &steps[i]
		at := d.add(s.Operation, parent, path+"layers."+strconv.Itoa(s.Layer), depth)
		if place[i] = at; at < 0 {
			return
		}
		n := &d.out.Nodes[at]
		n.Call, n.Shared = s.Call, calls[s.Operation] > 1
		var shapes []string
		for _, x := range s.Outputs {
			shapes = append(shapes, x.Shape.String())
			n.Dtype = x.Dtype
		}
		n.Output = strings.Join(shapes, ", ")
		for _, from := range s.From {
			n.Inputs = append(n.Inputs, from.Tensor.Shape.String())
			d.out.Edges = append(d.out.Edges, protocol.GraphEdge{From: place[from.Step], To: at, Shape: from.Tensor.Shape.String()})
		}
	}
	for _, o := range outputs {
		d.out.Nodes[place[o.Step]].Result = true
	}
}

// add adds one call and, for a model, what is inside; it returns the node's number, -1 when the picture is full.
func (d *drawing) add(op *object.Instance, parent int, path string, depth int) int {
	if len(d.out.Nodes) >= maxGraphNodes {
		return -1
	}
	n := protocol.GraphNode{Name: models.NameOf(op), Class: op.Class().Name, Kind: "layer", Parent: parent, Path: path}
	model := models.IsModel(d.thread, op)
	switch {
	case n.Class == "InputLayer":
		n.Kind = "input"
	case model:
		n.Kind = "model"
	case kindOf(op.Class()) != "layer":
		n.Kind = "operation"
	}
	if site := operation.Site(op); site != nil && site.File == d.file {
		n.Span = span(site.Span)
	}
	if n.Kind == "layer" || n.Kind == "model" {
		refill(d.thread)
		_, n.Params = d.weights(op)
		n.Built = d.truthAttr(op, "built")
		n.Frozen = !d.truthAttr(op, "trainable")
	}
	at := len(d.out.Nodes)
	d.out.Nodes = append(d.out.Nodes, n)
	if model && depth < maxNested {
		d.draw(op, at+1, path+".config.", depth+1)
	}
	return at
}

// trainable counts the numbers that training changes, -1 when that is not known.
func (r *run) trainable(o object.Object) int64 {
	refill(r.thread)
	v, err := object.LookupAttr(r.thread, o, object.Intern("trainable_weights"))
	if err != nil || v == nil {
		return -1
	}
	items, err := object.Items(r.thread, v)
	if err != nil {
		return -1
	}
	total := int64(0)
	for _, w := range items {
		n := int64(1)
		for _, size := range r.dims(w) {
			n *= int64(size)
		}
		total += n
	}
	return total
}

// summary is what model.summary() prints, "" when it raises.
func (r *run) summary(model object.Object) string {
	refill(r.thread)
	var b strings.Builder
	write := object.Func("print_fn", "(text, /, line_break=False)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		s, _ := object.AsString(a[0])
		b.WriteString(s)
		return object.None, nil
	})
	m, err := object.GetAttr(r.thread, model, object.Intern("summary"))
	if err != nil {
		return ""
	}
	if _, err := object.CallArgs(r.thread, m, object.Args{Kw: []object.Kwarg{{Name: object.Intern("print_fn"), Value: write}}}); err != nil {
		return ""
	}
	return b.String()
}
