package layers

import (
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// callSignatureOf returns the signature of a layer's call without self.
func callSignatureOf(t *object.Thread, op *object.Instance) (*object.Signature, error) {
	s := stateOf(op)
	if s.call != nil {
		return s.call, nil
	}
	sig, err := signatureOf(t, op, "call")
	if err != nil {
		return nil, err
	}
	s.call = sig
	return s.call, nil
}

// signatureOf returns the signature of a method as it is called, without self.
func signatureOf(t *object.Thread, op *object.Instance, name string) (*object.Signature, error) {
	m, err := object.GetAttr(t, op, object.Intern(name))
	if err != nil {
		return nil, err
	}
	if b, ok := m.(*object.Method); ok {
		if s, ok := b.Func.(object.Signatured); ok {
			return s.Signature().Bound(), nil
		}
	}
	if s, ok := m.(object.Signatured); ok {
		return s.Signature(), nil
	}
	return object.ParseSignature("(*args, **kwargs)"), nil
}

var nameTraining = object.Intern("training")

// isTensor reports whether v is a tensor: a symbol, a traced value or a value of the backend.
func isTensor(v object.Object) bool {
	if _, ok := v.(*tensor.KerasTensor); ok {
		return true
	}
	return dtypes.Values.IsTensor != nil && dtypes.Values.IsTensor(v)
}

// callSpec is one call of a layer: its arguments by the names of call's parameters.
type callSpec struct {
	t *object.Thread
	// training is what the caller gave for it, or nil; arguments are all that were given, and the defaults, in the order of the signature.
	training  object.Object
	arguments []object.Kwarg
	// tensors are the arguments that hold tensors and nothing else.
	tensors []object.Kwarg
	first   object.Object
	// symbolic reports that a tensor without a value is among the arguments.
	symbolic bool
}

// newCallSpec binds the arguments. training is taken out of the keywords where call has no parameter for it.
func newCallSpec(t *object.Thread, op *object.Instance, a *object.Args) (*callSpec, error) {
	cs, err := callSignatureOf(t, op)
	if err != nil {
		return nil, err
	}
	c := &callSpec{t: t, first: object.None, training: a.Get("training")}
	if c.training != nil && !cs.Has("training") {
		a.Kw = without(a.Kw, "training")
	}
	values, err := operation.Bind(op.Class().Name+".call", cs, *a)
	if err != nil {
		if e := object.AsException(err); e != nil {
			e.Subject = BadCall{op}
		}
		return nil, err
	}
	c.arguments = make([]object.Kwarg, 0, len(values))
	for i, p := range cs.Params {
		if values[i] == nil {
			continue
		}
		if i < len(a.Pos) && p.Kind <= object.PositionalOrKeyword && p.Name == nameTraining {
			c.training = values[i]
		}
		c.arguments = append(c.arguments, object.Kwarg{Name: p.Name, Value: values[i]})
		if err := c.note(op, p.Name, values[i]); err != nil {
			return nil, err
		}
	}
	if len(c.arguments) > 0 {
		c.first = c.arguments[0].Value
	}
	return c, nil
}

// BadCall is the subject of the TypeError about arguments that a layer's call does not take.
type BadCall struct{ Layer *object.Instance }

func without(kw []object.Kwarg, name string) []object.Kwarg {
	out := make([]object.Kwarg, 0, len(kw))
	for _, k := range kw {
		if k.Name.String() != name {
			out = append(out, k)
		}
	}
	return out
}

// note sorts an argument in: a tensor, a structure of tensors, or something else.
func (c *callSpec) note(op *object.Instance, name *object.Str, v object.Object) error {
	if isTensor(v) {
		c.tensors = append(c.tensors, object.Kwarg{Name: name, Value: v})
		c.seen(v)
		return nil
	}
	if !tree.IsNested(v) {
		return nil
	}
	leaves := tree.Flatten(v)
	some, all := false, len(leaves) > 0
	for _, leaf := range leaves {
		if isTensor(leaf) {
			some = true
			c.seen(leaf)
		} else if leaf != object.None {
			all = false
		}
	}
	switch {
	case all:
		c.tensors = append(c.tensors, object.Kwarg{Name: name, Value: v})
	case some:
		e := object.ValueError("%s: the argument %s mixes tensors with other values. A list, tuple or dict given to a layer may hold tensors alone.",
			op.Class().Name, name)
		e.Subject = blame.Argument{Class: op.Class().Name, Name: name.String(), Value: v}
		return e
	}
	return nil
}

func (c *callSpec) seen(v object.Object) {
	if _, ok := v.(*tensor.KerasTensor); ok {
		c.symbolic = true
	}
}

func (c *callSpec) argument(name string) (object.Object, bool) {
	for _, k := range c.arguments {
		if k.Name.String() == name {
			return k.Value, true
		}
	}
	return nil, false
}

// shapes lists "<argument>_shape" and the shape of each tensor argument; a structure gives a structure of shapes.
func (c *callSpec) shapes() []object.Kwarg {
	var out []object.Kwarg
	for _, k := range c.tensors {
		if n := k.Name.String(); n == "mask" || n == "kwargs" || n == "args" {
			continue
		}
		shape, err := tree.Map(k.Value, func(v object.Object) (object.Object, error) { return shapeOf(c.t, v) })
		if err != nil {
			continue
		}
		out = append(out, object.Kwarg{Name: object.Intern(k.Name.String() + "_shape"), Value: shape})
	}
	return out
}

// shapeOf returns a tensor's shape as a tuple; None for None.
func shapeOf(t *object.Thread, v object.Object) (object.Object, error) {
	if x, ok := v.(*tensor.KerasTensor); ok {
		return x.Shape.Plain().Object(), nil
	}
	if v == object.None {
		return v, nil
	}
	shape, err := object.GetAttr(t, v, object.Intern("shape"))
	if err != nil {
		return nil, err
	}
	items, err := object.Items(t, shape)
	return object.NewTuple(items...), err
}

// shapesFor gives a build or compute_output_shape method the shapes it takes: the first one where it has one parameter,
// else those whose names its parameters have.
func shapesFor(t *object.Thread, op *object.Instance, method string, shapes []object.Kwarg, c *callSpec) ([]object.Kwarg, error) {
	sig, err := signatureOf(t, op, method)
	if err != nil {
		return nil, err
	}
	var names []*object.Str
	for _, p := range sig.Params {
		if p.Kind != object.VarPositional && p.Kind != object.VarKeyword {
			names = append(names, p.Name)
		}
	}
	if len(names) == 1 {
		var first object.Object = object.None
		if len(shapes) > 0 {
			first = shapes[0].Value
		}
		return []object.Kwarg{{Name: names[0], Value: first}}, nil
	}
	var out []object.Kwarg
	for _, n := range names {
		arg, ok := strings.CutSuffix(n.String(), "_shape")
		if !ok {
			return nil, badShapeName(op, method, n.String(), "its name does not end in '_shape'")
		}
		if _, known := c.argument(arg); !known {
			return nil, badShapeName(op, method, n.String(), "call() has no argument '"+arg+"'")
		}
		for _, s := range shapes {
			if s.Name == n {
				out = append(out, s)
			}
		}
	}
	return out, nil
}

func badShapeName(op *object.Instance, method, name, why string) error {
	e := object.ValueError("%s.%s() has several arguments, so each must be called after an argument of call() with '_shape' behind it; "+
		"'%s' is not: %s.", op.Class().Name, method, name, why)
	e.Subject = BadShapeName{op, method, name}
	return e
}

// BadShapeName is the subject of the error about a parameter of build or compute_output_shape that fits no argument of call.
type BadShapeName struct {
	Layer        *object.Instance
	Method, Name string
}

// computeOutputSpec is Layer.compute_output_spec: through compute_output_shape where the class has one, else by running call
// on traced values.
func computeOutputSpec(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	if operation.IsDefault(op.Class(), "compute_output_shape") {
		return operation.InferByCalling(t, op, a)
	}
	c, err := newCallSpec(t, op, &a)
	if err != nil {
		return nil, err
	}
	kw, err := shapesFor(t, op, "compute_output_shape", c.shapes(), c)
	if err != nil {
		return nil, err
	}
	out, err := callMethod(t, op, "compute_output_shape", object.Args{Kw: kw})
	if err != nil {
		return nil, err
	}
	dtype, err := object.GetAttr(t, op, object.Intern("compute_dtype"))
	if err != nil {
		return nil, err
	}
	return tensorsOf(t, op, out, textOf(dtype))
}

// isShape reports whether v is a tuple or list of dimensions.
func isShape(v object.Object) (spec.Shape, bool) {
	s, ok := spec.ReadShape(v)
	return s, ok
}

// tensorsOf makes tensors of a shape or a structure of shapes.
func tensorsOf(t *object.Thread, op *object.Instance, v object.Object, dtype string) (object.Object, error) {
	if s, ok := isShape(v); ok {
		_, isList := object.Of(v).(*object.List)
		if len(s) > 0 || !isList {
			if _, err := StandardizeShape(t, v); err != nil { // a size below zero
				return nil, err
			}
			return operation.NewTensor(t, s, dtype), nil
		}
	}
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	switch x := object.Of(v).(type) {
	case *object.List:
		items, err := tensorItems(t, op, x.Items, dtype)
		return object.NewList(items...), err
	case *object.Tuple:
		items, err := tensorItems(t, op, x.Items, dtype)
		return object.NewTuple(items...), err
	case *object.Dict:
		out := object.NewDict()
		for k, item := range x.All() {
			made, err := tensorsOf(t, op, item, dtype)
			if err != nil {
				return nil, err
			}
			_ = out.Set(nil, k, made)
		}
		return out, nil
	case *object.NoneType:
		return v, nil
	}
	if items, err := object.Items(t, v); err == nil {
		return tensorsOf(t, op, object.NewTuple(items...), dtype)
	}
	e := object.ValueError("%s.compute_output_shape() must return a tuple of integers and None, it returned a value of type %s.", op.Class().Name, v.Class().Name)
	e.Subject = operation.NotATensor{Operation: op, Value: v}
	return nil, e
}

func tensorItems(t *object.Thread, op *object.Instance, items []object.Object, dtype string) ([]object.Object, error) {
	out := make([]object.Object, len(items))
	for i, v := range items {
		made, err := tensorsOf(t, op, v, dtype)
		if err != nil {
			return nil, err
		}
		out[i] = made
	}
	return out, nil
}

// Takes reports whether a method of an operation takes a keyword argument, by its name or among others.
func Takes(t *object.Thread, op *object.Instance, method, argument string) bool {
	sig, err := signatureOf(t, op, method)
	if err != nil {
		return false
	}
	for _, p := range sig.Params {
		if p.Kind == object.VarKeyword || p.Name.String() == argument {
			return true
		}
	}
	return false
}
