package models

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

func init() {
	spec.DeclareFunc(spec.Function{Name: "clone_model", Module: "keras.src.models.cloning", Export: spec.Keys("keras.models.clone_model"),
		Takes: "model, input_tensors=None, clone_function=None, call_function=None, recursive=False, **kwargs",
		Doc:   "Makes a model like another one, of new layers with new weights.",
		Do:    cloneModel})
}

// cloning is one call of clone_model, with those that it makes itself for models inside.
type cloning struct {
	t         *object.Thread
	clone     object.Object // the program's clone_function or None
	call      object.Object // its call_function or None
	recursive bool
	done      *object.Dict // the clones by the id of what they were made of, as the argument cache holds them
}

func cloneModel(t *object.Thread, a []object.Object) (object.Object, error) {
	done, err := cacheOf(t, a[5].(*object.Dict))
	if err != nil {
		return nil, err
	}
	recursive, err := object.Truth(t, a[4])
	if err != nil {
		return nil, err
	}
	c := &cloning{t: t, clone: a[2], call: a[3], recursive: recursive, done: done}
	if model, ok := a[0].(*object.Instance); ok && model.Class().IsSubclass(Model.In(t)) {
		return c.model(model, a[1], 0)
	}
	return c.custom(a[0], a[1])
}

// cacheOf takes the only further keyword argument.
func cacheOf(t *object.Thread, kw *object.Dict) (*object.Dict, error) {
	done := object.NewDict()
	for k, v := range kw.All() {
		if name, _ := object.AsString(k); name != "cache" {
			return nil, object.ValueError("clone_model() has no argument called %s.", arg.Repr(t, k))
		}
		if d, ok := object.Of(v).(*object.Dict); ok {
			done = d
		} else if v != object.None {
			return nil, object.TypeError("cache of clone_model() must be a dict, got a %s.", v.Class().Name)
		}
	}
	return done, nil
}

// model clones a model as its class asks for.
func (c *cloning) model(model *object.Instance, inputs object.Object, depth int) (object.Object, error) {
	if depth > deepest {
		return nil, object.NewError(object.RecursionErrorClass, "maximum recursion depth exceeded")
	}
	switch {
	case model.Class().IsSubclass(Sequential.In(c.t)):
		if c.call != object.None {
			return nil, object.ValueError("clone_model() takes call_function for functional models alone: the layers of the Sequential model '%s' are listed, not called.",
				operation.Name(model))
		}
		return c.sequential(model, inputs, depth)
	case model.Class().IsSubclass(Functional.In(c.t)):
		return c.functional(model, inputs, depth)
	}
	return c.custom(model, inputs)
}

// custom clones a model of a class of its own by its config.
func (c *cloning) custom(model, inputs object.Object) (object.Object, error) {
	some := c.clone != object.None
	if some {
		var err error
		if some, err = object.Truth(c.t, c.clone); err != nil {
			return nil, err
		}
	}
	if !some {
		var err error
		if some, err = object.Truth(c.t, inputs); err != nil {
			return nil, err
		}
	}
	cls := model.Class()
	if some {
		return nil, object.ValueError("clone_model() takes clone_function and input_tensors for Sequential and functional models alone; got a %s.", cls.Name)
	}
	if c.call != object.None {
		return nil, object.ValueError("clone_model() takes call_function for functional models alone; got a %s.", cls.Name)
	}
	config, err := saving.Serialize(c.t, model)
	if err != nil {
		return nil, err
	}
	known := object.NewDict()
	known.SetName(cls.Name, cls)
	return saving.Deserialize(c.t, config, known)
}

// layer clones one layer or operation; one that was cloned before is found again.
func (c *cloning) layer(op *object.Instance, depth int) (object.Object, error) {
	id := object.Int(c.t.ID(op))
	if made, err := c.done.Get(c.t, id); err != nil || made != nil {
		return made, err
	}
	made, err := c.fresh(op, depth)
	if err != nil {
		return nil, err
	}
	return made, c.done.Set(c.t, id, made)
}

func (c *cloning) fresh(op *object.Instance, depth int) (object.Object, error) {
	if c.recursive && op.Class().IsSubclass(Sequential.In(c.t)) {
		inside := *c
		inside.call = object.None // as Keras, not for what a Sequential model holds
		return inside.model(op, object.None, depth+1)
	}
	if c.recursive && op.Class().IsSubclass(Functional.In(c.t)) {
		return c.model(op, object.None, depth+1)
	}
	if c.clone != object.None {
		return object.Call(c.t, c.clone, op)
	}
	config, err := object.CallMethod(c.t, op, "get_config")
	if err != nil {
		return nil, err
	}
	from, err := object.GetAttr(c.t, op.Class(), object.Intern("from_config"))
	if err != nil {
		return nil, err
	}
	return object.Call(c.t, from, config)
}

// sequential clones a Sequential model; its input is made anew, or stands for the tensor that is given.
func (c *cloning) sequential(model *object.Instance, given object.Object, depth int) (object.Object, error) {
	t := c.t
	v, err := object.GetAttr(t, model, object.Intern("layers"))
	if err != nil {
		return nil, err
	}
	list, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	all := sequenceOf(t, model).layers
	var made []object.Object
	for _, v := range list {
		op, ok := v.(*object.Instance)
		if !ok {
			return nil, object.TypeError("The model '%s' has a %s among its layers.", operation.Name(model), v.Class().Name)
		}
		clone, err := c.layer(op, depth)
		if err != nil {
			return nil, err
		}
		made = append(made, clone)
	}
	if len(all) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "The Sequential model '%s' has no layers to clone.", operation.Name(model))
	}
	in, err := c.sequentialInput(all[0], given)
	if err != nil {
		return nil, err
	}
	if in != nil {
		made = append([]object.Object{in}, made...)
	}
	l := arg.Self(t, model)
	site := t.Site
	t.Site = nil
	out, err := object.CallArgs(t, Sequential.In(t), object.Args{Pos: []object.Object{object.NewList(made...)},
		Kw: arg.Pairs("name", l.Value("name"), "trainable", l.Value("trainable"))})
	t.Site = site
	if err != nil {
		return nil, err
	}
	return out, c.compile(model, out)
}

// sequentialInput makes the tensor that a cloned Sequential model begins with, or nil when the model's shape is not known.
func (c *cloning) sequentialInput(first *object.Instance, given object.Object) (object.Object, error) {
	var name, shape, dtype object.Object = object.None, object.None, object.None
	var optional object.Object = object.False
	if isInput(c.t, first) {
		l := arg.Self(c.t, first)
		name, shape, dtype, optional = object.NewStr(operation.Name(first)), l.Value("_batch_shape"), l.Value("_dtype"), l.Value("optional")
	}
	if given == object.None {
		if shape == object.None {
			return nil, nil
		}
		return object.CallArgs(c.t, core.Input.In(c.t), object.Args{Kw: arg.Pairs("batch_shape", shape, "dtype", dtype, "name", name, "optional", optional)})
	}
	var items []object.Object
	switch x := object.Of(given).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		items = []object.Object{given}
	}
	if len(items) != 1 {
		return nil, object.ValueError("input_tensors of clone_model() must hold one tensor for a Sequential model, got %d.", len(items))
	}
	if _, ok := items[0].(*tensor.KerasTensor); !ok {
		return nil, object.ValueError("input_tensors of clone_model() must be a KerasTensor, got %s.", arg.Repr(c.t, items[0]))
	}
	return object.CallArgs(c.t, core.Input.In(c.t), object.Args{Kw: arg.Pairs("tensor", items[0], "name", name, "optional", optional)})
}

// functional clones a model of a graph: it takes new inputs through clones of its operations.
func (c *cloning) functional(model *object.Instance, given object.Object, depth int) (object.Object, error) {
	t := c.t
	g, err := graphOf(arg.Self(t, model))
	if err != nil {
		return nil, err
	}
	in, err := c.inputs(g, given)
	if err != nil {
		return nil, err
	}
	site := t.Site
	t.Site = nil
	defer func() { t.Site = site }()
	out, err := g.run(tree.Flatten(in), func(op *object.Instance, a object.Args) (object.Object, error) {
		clone, err := c.layer(op, depth)
		if err != nil {
			return nil, err
		}
		if c.call != object.None {
			return object.CallArgs(t, c.call, object.Args{Pos: append([]object.Object{clone}, a.Pos...), Kw: a.Kw})
		}
		return object.CallArgs(t, clone, a)
	})
	if err != nil {
		return nil, err
	}
	cls := model.Class()
	if !functionalLike(cls) {
		cls = Functional.In(t)
	}
	made, err := object.CallArgs(t, cls, object.Args{Pos: []object.Object{in, out}, Kw: arg.Pairs("name", arg.Self(t, model).Value("name"))})
	if err != nil {
		return nil, err
	}
	return made, c.compile(model, made)
}

// inputs makes a new Input for each of the model's, or takes the tensors that are given in the same form.
func (c *cloning) inputs(g *graph, given object.Object) (object.Object, error) {
	if given == object.None {
		return tree.Map(g.inStruct, func(v object.Object) (object.Object, error) {
			x := v.(*tensor.KerasTensor)
			return object.CallArgs(c.t, core.Input.In(c.t), object.Args{Kw: arg.Pairs("batch_shape", x.Shape.Object(), "dtype", object.NewStr(x.Dtype),
				"name", object.NewStr(x.Name))})
		})
	}
	for _, v := range tree.Flatten(given) {
		if _, ok := v.(*tensor.KerasTensor); !ok {
			return nil, object.ValueError("input_tensors of clone_model() must hold KerasTensors, got %s.", arg.Repr(c.t, v))
		}
	}
	if !sameForm(given, g.inStruct, 0) {
		return nil, object.ValueError("input_tensors of clone_model() must have the form of the model's input, %s; got %s.",
			arg.Repr(c.t, g.inStruct), arg.Repr(c.t, given))
	}
	return given, nil
}

// sameForm reports whether two structures differ in their leaves alone.
func sameForm(a, b object.Object, depth int) bool {
	if depth > 100 || tree.IsNested(a) != tree.IsNested(b) {
		return false
	}
	if !tree.IsNested(a) {
		return true
	}
	if a.Class() != b.Class() {
		return false
	}
	switch x := object.Of(a).(type) {
	case *object.List:
		return sameForms(x.Items, object.Of(b).(*object.List).Items, depth)
	case *object.Tuple:
		return sameForms(x.Items, object.Of(b).(*object.Tuple).Items, depth)
	case *object.Dict:
		y := object.Of(b).(*object.Dict)
		if x.Len() != y.Len() {
			return false
		}
		for k, v := range x.All() {
			name, ok := k.(*object.Str)
			if !ok {
				return false
			}
			other := y.GetName(name.String())
			if other == nil || !sameForm(v, other, depth+1) {
				return false
			}
		}
		return true
	}
	return len(tree.Flatten(a)) == len(tree.Flatten(b))
}

func sameForms(a, b []object.Object, depth int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameForm(a[i], b[i], depth+1) {
			return false
		}
	}
	return true
}

// compile gives the clone of a compiled model the same settings.
func (c *cloning) compile(model *object.Instance, clone object.Object) error {
	compiled, err := yes(c.t, model, "compiled")
	if err != nil || !compiled {
		return err
	}
	config, err := object.CallMethod(c.t, model, "get_compile_config")
	if err != nil {
		return err
	}
	_, err = object.CallMethod(c.t, clone, "compile_from_config", config)
	return err
}
