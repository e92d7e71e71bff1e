package models

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Functional is the class of models made of a graph: keras.Model(inputs, outputs) gives one.
var Functional *spec.Class

func init() {
	Functional = spec.Declare("keras.src.models.functional", "Functional", func() spec.Class {
		return spec.Class{
			Doc: "A model made of the layers between its inputs and outputs.", Native: newFunctional}
	})
}

var functionalInit = object.ParseSignature("(self, inputs, outputs, name=None, **kwargs)")

func newFunctional(t *object.Thread) *object.Class {
	c := subclass(t, "Functional", "keras.src.models.functional", Model.In(t))
	c.New = newWithoutArguments
	c.Methods(
		object.RawFunc("__init__", "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			v, err := operation.Bind("Functional.__init__", functionalInit, a)
			if err != nil {
				return nil, err
			}
			return object.None, initFunctional(t, v[0].(*object.Instance), v[1], v[2], v[3], v[4].(*object.Dict))
		}).WithSignature(functionalInit),
		method("call", "(self, inputs, training=None, mask=None, **kwargs)", callFunctional),
		method("compute_output_spec", "(self, inputs, training=None, mask=None)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return inferFunctional(l, a[0])
		}),
		method("compute_output_shape", "(self, input_shape)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return shapeOfGraph(l, a[0], inferFunctional)
		}),
		method("_lock_state", "(self)", func(*spec.Instance, []object.Object) (object.Object, error) {
			return object.None, nil // what is no part of the graph may be added at any time
		}),
		method("build", "(self, input_shape=None)", func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			return object.None, l.Set("built", true)
		}),
		method("get_config", "(self)", func(l *spec.Instance, _ []object.Object) (object.Object, error) { return functionalConfig(l) }),
	)
	tensors := func(name string, of func(g *graph) object.Object) {
		c.Getter(name, "", func(t *object.Thread, o object.Object) (object.Object, error) {
			g := graphs(t)[o.(*object.Instance)]
			if g == nil {
				return nil, object.AttributeError(o, name, "'%s' object has no attribute '%s'", o.Class().Name, name)
			}
			return of(g), nil
		})
	}
	c.GetterSetter("input_spec", "What the model asks of its inputs.", inputSpecOf, setInputSpec)
	tensors("inputs", func(g *graph) object.Object { return listOf(g.inputs) })
	tensors("outputs", func(g *graph) object.Object { return listOf(g.outputs) })
	tensors("input", func(g *graph) object.Object { return g.inStruct })
	tensors("output", func(g *graph) object.Object { return g.outStruct })
	tensors("input_shape", func(g *graph) object.Object { return shapesOf(g.inputs) })
	tensors("output_shape", func(g *graph) object.Object { return shapesOf(g.outputs) })
	tensors("operations", func(g *graph) object.Object { return instances(g.operations) })
	tensors("layers", func(g *graph) object.Object {
		var list []object.Object
		for _, op := range g.operations {
			if op.Class().IsSubclass(layers.Base.In(t)) {
				list = append(list, op)
			}
		}
		return object.NewList(list...)
	})
	return c
}

func listOf(list []*tensor.KerasTensor) object.Object {
	items := make([]object.Object, len(list))
	for i, x := range list {
		items[i] = x
	}
	return object.NewList(items...)
}

func instances(list []*object.Instance) object.Object {
	items := make([]object.Object, len(list))
	for i, x := range list {
		items[i] = x
	}
	return object.NewList(items...)
}

// shapesOf is the shape of one tensor, or a list of those of several.
func shapesOf(list []*tensor.KerasTensor) object.Object {
	if len(list) == 1 {
		return list[0].Shape.Object()
	}
	items := make([]object.Object, len(list))
	for i, x := range list {
		items[i] = x.Shape.Object()
	}
	return object.NewList(items...)
}

// initFunctional is Functional.__init__.
func initFunctional(t *object.Thread, self *object.Instance, in, out, name object.Object, kw *object.Dict) error {
	kw = kw.Copy()
	trainable := kw.GetName("trainable")
	kw.DelStr(object.Intern("trainable"))
	same := func(v object.Object) (object.Object, error) { return v, nil }
	in, err := tree.Map(in, same)
	if err != nil {
		return err
	}
	if out, err = tree.Map(out, same); err != nil {
		return err
	}
	if in, out, err = cloneFromMiddle(t, in, out); err != nil {
		return err
	}
	for _, ends := range []struct {
		what string
		v    object.Object
	}{{"inputs", in}, {"outputs", out}} {
		if _, err := tensorsOf(ends.what, ends.v); err != nil {
			return err
		}
	}
	if err := initLayer(t, self, name); err != nil { // takes the name even where the graph turns out to be none
		return err
	}
	g, err := newGraph(in, out)
	if err != nil {
		return err
	}
	graphs(t)[self] = g
	if trainable != nil && trainable != object.None {
		if err := object.SetAttr(t, self, object.Intern("trainable"), trainable); err != nil {
			return err
		}
	}
	base := layers.Base.In(t)
	for _, op := range g.operations {
		if op.Class().IsSubclass(base) {
			if err := layers.Track(t, self, op); err != nil {
				return err
			}
		}
	}
	var names []object.Object
	for _, x := range g.outputs {
		names = append(names, object.NewStr(operation.Name(x.History.Operation)))
	}
	if _, err := object.CallMethod(t, self, "build", object.None); err != nil {
		return err
	}
	self.SetAttr("_convert_input_args", object.False)
	self.SetAttr("_allow_non_tensor_positional_args", object.True)
	self.SetAttr("output_names", object.NewList(names...))
	return nil
}

// initLayer calls Layer's constructor with a name alone.
func initLayer(t *object.Thread, self *object.Instance, name object.Object) error {
	init := layers.Base.In(t).Lookup(object.Intern("__init__"))
	_, err := object.CallArgs(t, &object.Method{Self: self, Func: init}, object.Args{Kw: arg.Pairs("name", name)})
	return err
}

func graphOf(l *spec.Instance) (*graph, error) {
	g := graphs(l.T)[l.Instance]
	if g == nil {
		return nil, object.NewError(object.RuntimeErrorClass, "The model %s was not made by its constructor, so it has no graph.", l.ClassName())
	}
	return g, nil
}

// asInputs makes tensors of the inputs' dtypes and ranks of values, and gives them the masks that the call was given.
func asInputs(l *spec.Instance, g *graph, leaves []object.Object, masks object.Object) error {
	c := calc.New(l.T)
	given := tree.Flatten(masks)
	for i, v := range leaves {
		if x, ok := v.(*tensor.KerasTensor); ok && x.Kind != tensor.Eager || v == object.None {
			continue
		}
		want := g.inputs[i]
		mask := layers.Mask(v)
		x := c.Tensor(v, want.Dtype)
		switch s := c.Shape(x); {
		case c.Err != nil:
			return c.Err
		case len(s) == len(want.Shape)+1 && s[len(s)-1] == 1:
			x = c.Do("squeeze", x, calc.KW("axis", -1))
		case len(s)+1 == len(want.Shape) && want.Shape[len(want.Shape)-1] == 1:
			x = c.Do("expand_dims", x, calc.KW("axis", -1))
		}
		if s := c.Shape(x); c.Err == nil && !fits(s, want.Shape) && !(g.anySize && len(s) == len(want.Shape)) {
			c.Fail(object.ValueError("%s was called on an input of shape %s. Its input '%s' has the shape %s.", l.ClassName(), spec.Shape(s).String(), want.Name, want.Shape.String()))
		}
		if c.Err != nil {
			return c.Err
		}
		if masks != object.None && i < len(given) {
			mask = given[i]
		}
		if mask != object.None && x != v {
			layers.SetMask(x, mask)
		} else if masks != object.None {
			layers.SetMask(x, mask)
		}
		leaves[i] = x
	}
	return nil
}

// inputsFor flattens what the model is called on and checks number and shapes.
func inputsFor(l *spec.Instance, g *graph, in object.Object) ([]object.Object, error) {
	leaves := tree.Flatten(in)
	if _, own := g.inStruct.(*object.Dict); own && len(leaves) > len(g.inputs) {
		if given, ok := in.(*object.Dict); ok && given.Len() > g.inStruct.(*object.Dict).Len() {
			leaves = leaves[:len(g.inputs)] // Keras warns, and takes the first
		}
	}
	if len(leaves) != len(g.inputs) {
		return nil, object.ValueError("%s takes %d inputs and was called on %d.", l.ClassName(), len(g.inputs), len(leaves))
	}
	if d, ok := in.(*object.Dict); ok {
		if own, isDict := g.inStruct.(*object.Dict); !isDict || own.Len() != d.Len() {
			var ordered []object.Object
			for _, x := range g.inputs {
				v := d.GetName(x.Name)
				if v == nil {
					return nil, object.ValueError("%s has an input called '%s', which the dict lacks.", l.ClassName(), x.Name)
				}
				ordered = append(ordered, v)
			}
			leaves = ordered
		}
	}
	for i, v := range leaves {
		if v == object.None && !optional(l.T, g.inputs[i]) {
			return nil, object.ValueError("The input '%s' of %s must be given: it is not optional.", g.inputs[i].Name, l.ClassName())
		}
		x, ok := v.(*tensor.KerasTensor)
		if !ok || x.Kind == tensor.Eager {
			continue
		}
		if !fits(x.Shape, g.inputs[i].Shape) {
			return nil, object.ValueError("%s was called on an input of shape %s. Its input '%s' has the shape %s.", l.ClassName(), x.Shape.String(),
				g.inputs[i].Name, g.inputs[i].Shape.String())
		}
	}
	return leaves, nil
}

// optional reports whether an input may be None.
func optional(t *object.Thread, x *tensor.KerasTensor) bool {
	if x.History == nil || !isInput(t, x.History.Operation) {
		return true
	}
	yes, err := object.Truth(t, orNone(x.History.Operation.Attr("optional")))
	return yes || err != nil
}

func fits(got, want tensor.Shape) bool {
	if len(got) != len(want) {
		return false
	}
	for i, d := range want {
		if i > 0 && d != tensor.Unknown && got[i] != tensor.Unknown && got[i] != d { // any batch will do
			return false
		}
	}
	return true
}

func inferFunctional(l *spec.Instance, in object.Object) (object.Object, error) {
	g, err := graphOf(l)
	if err != nil {
		return nil, err
	}
	leaves, err := inputsFor(l, g, in)
	if err != nil {
		return nil, err
	}
	return g.infer(l.T, leaves)
}

// callFunctional runs the graph.
func callFunctional(l *spec.Instance, a []object.Object) (object.Object, error) {
	g, err := graphOf(l)
	if err != nil {
		return nil, err
	}
	leaves, err := inputsFor(l, g, a[0])
	if err != nil {
		return nil, err
	}
	if err := asInputs(l, g, leaves, a[2]); err != nil {
		return nil, err
	}
	out, err := g.run(leaves, func(op *object.Instance, args object.Args) (object.Object, error) {
		if a[1] != object.None && takesTraining(l.T, op) { // in the place of what the graph was made with
			kept := make([]object.Kwarg, 0, len(args.Kw)+1)
			for _, k := range args.Kw {
				if k.Name.String() != "training" {
					kept = append(kept, k)
				}
			}
			args.Kw = append(kept, object.Kwarg{Name: object.Intern("training"), Value: a[1]})
		}
		return object.CallArgs(l.T, op, args)
	})
	if err != nil {
		return nil, err
	}
	switch x := out.(type) {
	case *object.List:
		if len(x.Items) == 1 {
			return x.Items[0], nil
		}
	case *object.Tuple:
		if len(x.Items) == 1 {
			return x.Items[0], nil
		}
	}
	return out, nil
}

func takesTraining(t *object.Thread, op *object.Instance) bool {
	v, err := object.LookupAttr(t, op, object.Intern("_call_has_training_arg"))
	if v == nil || err != nil {
		return false
	}
	yes, _ := object.Truth(t, v)
	return yes
}

// functionalLike reports whether a subclass's constructor takes what Functional's takes, so that its config can be the graph.
func functionalLike(c *object.Class) bool {
	s, ok := c.Lookup(object.Intern("__init__")).(object.Signatured)
	if !ok {
		return false
	}
	var names []string
	args, kwargs := false, false
	for i, p := range s.Signature().Params {
		switch {
		case i == 0:
		case p.Kind == object.VarPositional:
			args = true
		case p.Kind == object.VarKeyword:
			kwargs = true
		case p.Kind <= object.PositionalOrKeyword:
			names = append(names, p.Name.String())
		}
	}
	return args && kwargs || len(names) == 3 && names[0] == "inputs" && names[1] == "outputs" && names[2] == "name"
}

// functionalConfig is Functional.get_config: the operations with their calls, and which tensors are inputs and outputs.
func functionalConfig(l *spec.Instance) (object.Object, error) {
	g, err := graphOf(l)
	if err != nil {
		return nil, err
	}
	if !functionalLike(l.Instance.Class()) {
		return modelConfig(l)
	}
	config := object.NewDict()
	config.SetName("name", l.Value("name"))
	config.SetName("trainable", l.Value("trainable"))
	index := g.reindexed(l.T)
	var list []object.Object
	for _, op := range g.operations {
		v, err := saving.Serialize(l.T, op)
		if err != nil {
			return nil, err
		}
		d, ok := v.(*object.Dict)
		if !ok {
			return nil, object.TypeError("The layer %s does not serialize to a dict.", operation.Name(op))
		}
		calls, err := g.calls(l.T, op)
		if err != nil {
			return nil, err
		}
		d.SetName("name", object.NewStr(operation.Name(op)))
		d.SetName("inbound_nodes", calls)
		list = append(list, d)
	}
	config.SetName("layers", object.NewList(list...))
	place := func(v object.Object) (object.Object, error) {
		x := v.(*tensor.KerasTensor)
		return object.NewList(object.NewStr(operation.Name(x.History.Operation)), object.Int(index[x.History]), object.Int(x.Index)), nil
	}
	for _, end := range []struct {
		key string
		v   object.Object
	}{{"input_layers", g.inStruct}, {"output_layers", g.outStruct}} {
		v, err := tree.Map(end.v, place)
		if err != nil {
			return nil, err
		}
		config.SetName(end.key, v)
	}
	return config, nil
}

// reindexed numbers each operation's calls among those of this model. A functional model inside has one call of its own
// before them.
func (g *graph) reindexed(t *object.Thread) map[*tensor.Node]int {
	index := map[*tensor.Node]int{}
	for _, op := range g.operations {
		n := 0
		if op.Class().IsSubclass(Functional.In(t)) {
			n = 1
		}
		for _, node := range operation.Inbound(op) {
			if g.nodes[node] {
				index[node] = n
				n++
			}
		}
	}
	return index
}

// calls writes the calls of an operation that belong to the model.
func (g *graph) calls(t *object.Thread, op *object.Instance) (object.Object, error) {
	calls := object.NewList()
	for _, node := range operation.Inbound(op) {
		if !g.nodes[node] || len(node.Inputs) == 0 {
			continue
		}
		d := object.NewDict()
		for _, part := range []struct {
			key string
			v   object.Object
		}{{"args", node.Args}, {"kwargs", node.Kwargs}} {
			v, err := tree.Map(part.v, func(v object.Object) (object.Object, error) {
				if x, ok := v.(*tensor.KerasTensor); ok && x.History != nil {
					return g.renumbered(x), nil
				}
				return v, nil
			})
			if err != nil {
				return nil, err
			}
			if v, err = saving.Serialize(t, v); err != nil {
				return nil, err
			}
			d.SetName(part.key, v)
		}
		calls.Items = append(calls.Items, d)
	}
	return calls, nil
}

// renumbered is the tensor with the number of its call among those of this model.
func (g *graph) renumbered(x *tensor.KerasTensor) *tensor.KerasTensor {
	foreign := 0
	for _, n := range operation.Inbound(x.History.Operation)[:x.NodeIndex] {
		if !g.nodes[n] {
			foreign++
		}
	}
	c := *x
	c.NodeIndex -= foreign
	return &c
}
