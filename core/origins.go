package core

import (
	"layerglass/core/keras/models"
	"layerglass/core/keras/operation"
	"layerglass/core/protocol"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// fromGraph are the keys of models and of their layers that say how the layers are put together.
var fromGraph = map[string]bool{"layers": true, "input_layers": true, "output_layers": true, "inbound_nodes": true, "build_config": true, "build_input_shape": true}

// trace tells for each key of an object's config where its value was written. A layer inside a model, a cell or a wrapped layer
// has its own call, so the keys of its config have theirs.
func (r *run) trace(root *protocol.Node, value object.Object) {
	refill(r.thread)
	if inst, ok := value.(*object.Instance); ok {
		r.traceKeys(root, inst, protocol.Origin{}, 0)
	}
}

// traceKeys gives the keys of the config of inst their origins. around is the origin of the whole, which counts where inst was not made by a call of the
// program.
func (r *run) traceKeys(config *protocol.Node, inst *object.Instance, around protocol.Origin, depth int) {
	own := r.written(inst)
	if own == nil {
		own = r.writtenForCopy(inst, around)
	}
	layers := r.layersOf(inst)
	for i := range config.Children {
		c := &config.Children[i]
		origin, ok := own[c.Key]
		switch {
		case ok:
		case own == nil && depth > 0: // made by Keras, out of what the argument around it was given
			origin = around
		default:
			origin = r.unwritten(c.Key, inst)
		}
		if c.Key == "layers" && layers != nil {
			r.traceLayers(c, layers, origin, depth)
			continue
		}
		r.traceValue(c, attribute(inst, c.Key), origin, depth)
	}
	config.Origin, config.Default = around, false
}

// unwritten is the origin of a key that no argument of the constructing call has set.
func (r *run) unwritten(key string, inst *object.Instance) protocol.Origin {
	if key == "name" {
		return protocol.Origin{Kind: "automatic"}
	}
	if fromGraph[key] && kindOf(inst.Class()) == "model" {
		return protocol.Origin{Kind: "graph"}
	}
	if at := r.writtenByConfig(key, inst.Class()); !at.IsZero() {
		return protocol.Origin{Kind: "code", Span: span(at), Line: r.file.Line(at.Start)}
	}
	return protocol.Origin{Kind: "default"}
}

// traceValue gives a value its origin. v is what the object holds under the same name: where the config has objects in serialized form,
// v has the objects.
func (r *run) traceValue(n *protocol.Node, v object.Object, origin protocol.Origin, depth int) {
	if depth < maxDepth {
		switch x := object.Of(orNone(v)).(type) {
		case *object.Instance:
			if n.Kind == "object" && classIn(n) == x.Class().Name {
				r.traceObject(n, x, origin, depth)
				return
			}
		case *object.List:
			if r.tracePairs(n, x.Items, origin, depth) {
				return
			}
		case *object.Tuple:
			if r.tracePairs(n, x.Items, origin, depth) {
				return
			}
		}
	}
	inherit(n, origin)
}

func (r *run) tracePairs(n *protocol.Node, items []object.Object, origin protocol.Origin, depth int) bool {
	if len(items) == 0 || len(items) != len(n.Children) {
		return false
	}
	n.Origin, n.Default = origin, origin.Kind == "default"
	for i := range n.Children {
		r.traceValue(&n.Children[i], items[i], origin, depth+1)
	}
	return true
}

// traceObject gives an object in serialized form the place of the call that made it, and its config's keys theirs.
func (r *run) traceObject(n *protocol.Node, inst *object.Instance, origin protocol.Origin, depth int) {
	if site := operation.Site(inst); site != nil && site.File == r.file {
		origin = protocol.Origin{Kind: "code", Span: span(site.Span), Line: r.file.Line(site.Span.Start)}
	}
	n.Origin, n.Default = origin, origin.Kind == "default"
	for i := range n.Children {
		c := &n.Children[i]
		switch {
		case c.Key == "config":
			r.traceKeys(c, inst, origin, depth+1)
		case c.Key == "class_name":
			inherit(c, origin)
		case fromGraph[c.Key]:
			inherit(c, protocol.Origin{Kind: "graph"})
		case origin.Kind == "default":
			inherit(c, origin)
		default:
			inherit(c, protocol.Origin{Kind: "automatic"})
		}
	}
}

// layersOf maps the layers of a model by their names; nil for what is no model.
func (r *run) layersOf(inst *object.Instance) map[string]*object.Instance {
	if kindOf(inst.Class()) != "model" || !models.IsModel(r.thread, inst) {
		return nil
	}
	list := models.Layers(r.thread, inst)
	out := make(map[string]*object.Instance, len(list))
	for _, l := range list {
		out[operation.Name(l)] = l
	}
	return out
}

// traceLayers gives the layers in a model's config their origins. An InputLayer that a model made for itself is none of its layers.
func (r *run) traceLayers(n *protocol.Node, layers map[string]*object.Instance, origin protocol.Origin, depth int) {
	n.Origin, n.Default = origin, origin.Kind == "default"
	for i := range n.Children {
		c := &n.Children[i]
		l := layers[nameInConfig(c)]
		if l == nil || c.Kind != "object" || classIn(c) != l.Class().Name || depth >= maxDepth {
			inherit(c, protocol.Origin{Kind: "graph"})
			continue
		}
		r.traceObject(c, l, protocol.Origin{Kind: "graph"}, depth+1)
	}
}

// attribute is what an object holds under a key of its config, without calling anything of the program.
func attribute(inst *object.Instance, key string) object.Object {
	for _, prefix := range []string{"", "_", "forward_"} { // Bidirectional keeps its layer as forward_layer
		if v := inst.Attr(prefix + key); v != nil {
			return v
		}
	}
	return nil
}

func child(n *protocol.Node, key string) *protocol.Node {
	for i := range n.Children {
		if n.Children[i].Key == key {
			return &n.Children[i]
		}
	}
	return nil
}

// classIn is the class that a serialized object names.
func classIn(n *protocol.Node) string { return textOf(child(n, "class_name")) }

// nameInConfig is the name of an object in serialized form.
func nameInConfig(n *protocol.Node) string {
	config := child(n, "config")
	if config == nil {
		return ""
	}
	return textOf(child(config, "name"))
}

// textOf is the text of a str node without escapes, as names of classes and layers are; otherwise "".
func textOf(n *protocol.Node) string {
	if n == nil || n.Kind != "str" || len(n.Repr) < 2 {
		return ""
	}
	return n.Repr[1 : len(n.Repr)-1]
}

// written tells where the arguments of the call that made the object were written.
func (r *run) written(inst *object.Instance) map[string]protocol.Origin {
	site := operation.Site(inst)
	if site == nil || site.File != r.file {
		return nil
	}
	out := make(map[string]protocol.Origin)
	for name, s := range operation.Origins(inst) {
		if !s.IsZero() {
			out[name] = protocol.Origin{Kind: "argument", Span: span(s), Line: r.file.Line(s.Start)}
		}
	}
	if len(out) == 0 && len(site.Args) == 0 && len(site.Keywords) == 0 {
		r.writtenInCall(r.callAt(site.Span), []string{"shape"}, out)
	}
	if inst.Class().Name == "Functional" { // the constructor of models takes what comes
		for i, name := range []string{"inputs", "outputs"} {
			if i < len(site.Args) && site.Star < 0 {
				out[name] = protocol.Origin{Kind: "argument", Span: span(site.Args[i]), Line: r.file.Line(site.Args[i].Start)}
			}
		}
	}
	for argument, key := range renamed {
		if o, ok := out[argument]; ok {
			out[key] = o
		}
	}
	return out
}

// renamed are arguments that stand in a config under other names: of a functional model, and of keras.Input.
var renamed = map[string]string{"inputs": "input_layers", "outputs": "output_layers", "shape": "batch_shape"}

// writtenForCopy tells the same for an object that Keras made as a copy of an argument, as Bidirectional does, where the argument is the call of
// the object's class.
func (r *run) writtenForCopy(inst *object.Instance, argument protocol.Origin) map[string]protocol.Origin {
	if argument.Kind != "argument" {
		return nil
	}
	c := r.callAt(source.Span{Start: source.Pos(argument.Span.Start), End: source.Pos(argument.Span.End)})
	if c == nil {
		return nil
	}
	callee := ""
	switch f := c.Func.(type) {
	case *syntax.Name:
		callee = f.ID
	case *syntax.Attribute:
		callee = f.Attr
	}
	if callee != inst.Class().Name {
		return nil
	}
	out := make(map[string]protocol.Origin)
	r.writtenInCall(c, operation.Parameters(inst.Class()), out)
	return out
}

// writtenInCall adds the arguments of a call; names are those of the positional ones. A function of Keras that makes an object, such as
// keras.Input, leaves only the place of its call with it.
func (r *run) writtenInCall(c *syntax.Call, names []string, out map[string]protocol.Origin) {
	if c == nil {
		return
	}
	add := func(name string, e syntax.Expr) {
		s := e.Span()
		out[name] = protocol.Origin{Kind: "argument", Span: span(s), Line: r.file.Line(s.Start)}
	}
	for i, e := range c.Args {
		if _, ok := e.(*syntax.Starred); ok || i >= len(names) {
			break
		}
		add(names[i], e)
	}
	for _, k := range c.Keywords {
		if k.Arg != "" {
			add(k.Arg, k.Value)
		}
	}
}

// callAt is the call that stands at a place of the program's text, or nil.
func (r *run) callAt(at source.Span) *syntax.Call {
	if r.calls == nil {
		r.calls = map[source.Span]*syntax.Call{}
		if tree, bad := syntax.Parse(r.file); bad == nil {
			syntax.Walk(tree, func(n syntax.Node) bool {
				if c, ok := n.(*syntax.Call); ok {
					r.calls[c.Span()] = c
				}
				return true
			})
		}
	}
	return r.calls[at]
}

// writtenByConfig finds the key in the text of the get_config of a class that the program defines. A parameter of its __init__ is not
// looked for: it has its default.
func (r *run) writtenByConfig(key string, class *object.Class) (at source.Span) {
	for _, c := range class.MRO {
		if c.Module() != "__main__" {
			break
		}
		if def := r.definition(c, "__init__"); def != nil && hasParameter(def.Args, key) {
			return source.Span{}
		}
		def := r.definition(c, "get_config")
		if def == nil || !at.IsZero() {
			continue
		}
		syntax.Walk(def, func(n syntax.Node) bool {
			s, ok := n.(*syntax.Constant)
			if ok && at.IsZero() && s.Kind == syntax.ConstStr && s.Text == key {
				at = s.Span()
			}
			return at.IsZero()
		})
	}
	return at
}

// definition is a method as the program's text has it; nil for one that a class does not define itself.
func (r *run) definition(c *object.Class, method string) *syntax.FunctionDef {
	f, ok := c.Dict().GetName(method).(*interp.Function)
	if !ok || f.Code.File != r.file {
		return nil
	}
	def, _ := f.Code.Node.(*syntax.FunctionDef)
	return def
}

func hasParameter(a *syntax.Arguments, name string) bool {
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, a.KwOnly} {
		for _, p := range list {
			if p.Name == name {
				return true
			}
		}
	}
	return false
}
