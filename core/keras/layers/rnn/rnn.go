// Package rnn holds the layers of Keras's folder layers/rnn.
package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// RNN runs a cell along a sequence.
var RNN = spec.Declare("keras.src.layers.rnn.rnn", "keras.layers.RNN", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Runs a cell along the steps of a sequence.",
		Args: arg.Of(
			arg.Check(stackCells), arg.Check(checkCell), arg.BaseInit,
			arg.Serialized("cell").Says("what is run: a cell, or a list of cells"),
			arg.Bool("return_sequences", false).Says("whether the output of every step is returned"),
			arg.Bool("return_state", false).Says("whether the last state is returned too"), arg.Bool("go_backwards", false),
			arg.Bool("stateful", false).Says("whether the state is kept from batch to batch"), arg.Bool("unroll", false),
			arg.Bool("zero_output_for_mask", false),
		),
		Kwargs: "kwargs", Masks: true, Setup: setUp,
		Config: spec.Keys("return_sequences", "return_state", "go_backwards", "stateful", "unroll", "zero_output_for_mask", "cell"),
		Takes:  "sequences, initial_state=None, mask=None, training=False", Call: run,
		Methods: []spec.Method{
			core.FromConfig("cell"),
			{Name: "build", Takes: "sequences_shape, initial_state_shape=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return nil, build(l, a[0])
			}},
			{Name: "compute_output_shape", Takes: "sequences_shape, initial_state_shape=None", Do: outputShape},
			{Name: "compute_mask", Takes: "_, mask", Do: computeMask},
			{Name: "get_initial_state", Takes: "batch_size", Do: initialState},
			{Name: "reset_state", Do: resetState}, {Name: "reset_states", Do: resetState},
		},
	}
})

// stackCells makes one cell of a list of cells.
func stackCells(l *spec.Instance) error {
	switch object.Of(l.Given.Get("cell")).(type) {
	case *object.List, *object.Tuple:
		stacked := spec.Find("keras.layers.StackedRNNCells")
		if stacked == nil {
			return arg.NotModelled("keras.layers.StackedRNNCells")
		}
		c, err := operation.Construct(l.T, stacked.In(l.T), object.Positional(l.Given.Get("cell")))
		if err != nil {
			return err
		}
		l.Given.Set("cell", c)
	}
	return nil
}

func has(l *spec.Instance, o object.Object, attr string) bool {
	v, err := object.LookupAttr(l.T, o, object.Intern(attr))
	return v != nil || err != nil && !object.IsKind(err, object.AttributeErrorClass)
}

func checkCell(l *spec.Instance) error { return isCell(l, "cell", l.Given.Get("cell")) }

// isCell checks that an object in the argument name is a cell.
func isCell(l *spec.Instance, name string, v object.Object) error {
	for _, attr := range []string{"call", "state_size"} {
		if !has(l, v, attr) {
			return l.Bad(name, v, "an object with the attributes call and state_size")
		}
	}
	return nil
}

// setUp reads the sizes of the cell's states.
func setUp(l *spec.Instance) error {
	if err := l.SetAll("input_spec", nil, "states", nil, "_expected_batch_size", nil); err != nil {
		return err
	}
	size, err := object.GetAttr(l.T, l.Value("cell"), object.Intern("state_size"))
	if err != nil {
		return err
	}
	switch x := object.Of(size).(type) {
	case object.Int, object.Bool, *object.BigInt:
		return l.SetAll("state_size", object.NewList(size), "single_state", true)
	case *object.List:
		return l.SetAll("state_size", object.NewList(append([]object.Object(nil), x.Items...)...), "single_state", false)
	case *object.Tuple:
		return l.SetAll("state_size", object.NewList(append([]object.Object(nil), x.Items...)...), "single_state", false)
	}
	return l.Fail("cell", "its state_size must be an integer, or a list or tuple of integers, got %s.", l.Repr(size))
}

func build(l *spec.Instance, shape object.Object) error {
	in, err := spec.ShapeOf(l, "sequences_shape", shape)
	if err != nil {
		return err
	}
	if len(in) == 0 {
		return object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	step := spec.Shape{in[0]}
	if len(in) > 2 {
		step = append(step, in[2:]...)
	}
	if err := core.BuildInner(l, "cell", step.Object()); err != nil || !l.Bool("stateful") {
		return err
	}
	if !l.IsNone("states") {
		_, err := l.Method("reset_state")
		return err
	}
	if in[0] == tensor.Unknown {
		return l.Fail("stateful", "stateful=True needs a known size of the batch, and the input's shape is %s.", in.String())
	}
	return makeStates(l, in[0])
}

// makeStates makes the variables that keep the state from batch to batch; they are not tracked.
func makeStates(l *spec.Instance, batch int) error {
	op := l.Instance
	sc := &operation.Scope{Name: operation.Name(op), Caller: op, Deduplicate: true, Parent: l.Str("_parent_path"), HasParent: !l.IsNone("_parent_path")}
	operation.EnterScope(l.T, sc)
	defer operation.LeaveScope(l.T, sc)
	first, err := traced(l, batch)
	if err != nil {
		return err
	}
	states, err := tree.Map(first, func(x object.Object) (object.Object, error) {
		shape, err := object.GetAttr(l.T, x, object.Intern("shape"))
		if err != nil {
			return nil, err
		}
		return variable.New(l.T, object.Intern("zeros"), shape, variable.Options{Dtype: l.Value("variable_dtype"), Autocast: true,
			Name: object.Intern("rnn_state")})
	})
	if err != nil {
		return err
	}
	op.SetAttr("states", states)
	return l.Set("_expected_batch_size", batch)
}

// traced is get_initial_state as far as shapes go.
func traced(l *spec.Instance, batch int) (out object.Object, err error) {
	err = operation.Unnamed(l.T, func() error {
		out, err = operation.Trace(l.T, object.Args{}, func(object.Args) (object.Object, error) {
			return l.Method("get_initial_state", object.Int(batch))
		})
		return err
	})
	return out, err
}

func outputShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	in, err := spec.ShapeOf(l, "sequences_shape", a[0])
	if err != nil {
		return nil, err
	}
	if len(in) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	batch, length := in.Object().Items[0], in.Object().Items[1]
	sizes := l.Items("state_size")
	size, err := object.LookupAttr(l.T, l.Value("cell"), object.Intern("output_size"))
	if err != nil {
		return nil, err
	}
	if size == nil {
		size = object.None
	}
	if size == object.None && len(sizes) > 0 {
		size = sizes[0]
	}
	switch object.Of(size).(type) {
	case object.Int, object.Bool:
	default:
		return nil, l.Fail("cell", "its output_size must be an integer, got %s.", l.Repr(size))
	}
	out := object.NewTuple(batch, size)
	if l.Bool("return_sequences") {
		out = object.NewTuple(batch, length, size)
	}
	if !l.Bool("return_state") {
		return out, nil
	}
	all := []object.Object{out}
	for _, s := range sizes {
		switch x := object.Of(s).(type) {
		case *object.List:
			all = append(all, object.NewList(stateShapes(batch, x.Items)...))
		case *object.Tuple:
			all = append(all, object.NewList(stateShapes(batch, x.Items)...))
		default:
			all = append(all, object.NewTuple(batch, s))
		}
	}
	return object.NewTuple(all...), nil
}

func stateShapes(batch object.Object, sizes []object.Object) []object.Object {
	out := make([]object.Object, len(sizes))
	for i, s := range sizes {
		out[i] = object.NewTuple(batch, s)
	}
	return out
}

func computeMask(l *spec.Instance, a []object.Object) (object.Object, error) {
	flat := tree.Flatten(a[1])
	var out object.Object = object.None
	if l.Bool("return_sequences") && len(flat) > 0 {
		out = flat[0]
	}
	if !l.Bool("return_state") {
		return out, nil
	}
	list := object.NewList(out)
	for range l.Items("state_size") {
		list.Items = append(list.Items, object.None)
	}
	return list, nil
}

func initialState(l *spec.Instance, a []object.Object) (object.Object, error) {
	cell := l.Value("cell")
	if !has(l, cell, "get_initial_state") {
		return zeroStates(l, a[0])
	}
	m, err := object.GetAttr(l.T, cell, object.Intern("get_initial_state"))
	if err != nil {
		return nil, err
	}
	v, err := object.CallArgs(l.T, m, object.Args{Kw: arg.Pairs("batch_size", a[0])})
	if err != nil {
		return nil, err
	}
	if !tree.IsNested(v) {
		return object.NewList(v), nil
	}
	items, err := object.Items(l.T, v)
	return object.NewList(items...), err
}

// zeroStates makes a zero tensor for each size in state_size.
func zeroStates(l *spec.Instance, batch object.Object) (object.Object, error) {
	out := object.NewList()
	for _, size := range l.Items("state_size") {
		z, err := layers.DoWith(l, "zeros", []object.Object{object.NewTuple(batch, size)}, arg.Pairs("dtype", l.Value("compute_dtype")))
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, z)
	}
	return out, nil
}

func resetState(l *spec.Instance, _ []object.Object) (object.Object, error) {
	for _, v := range l.Items("states") {
		if s, ok := v.(*variable.Variable); ok {
			s.Value = nil // the initializer's zeros
		}
	}
	return nil, nil
}
