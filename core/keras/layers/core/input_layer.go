package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// InputLayer is where a graph of layers begins.
var InputLayer = spec.Declare("keras.src.layers.core.input_layer", "keras.layers.InputLayer", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Begins a graph of layers with a tensor of a shape.",
		Args: arg.Of(arg.Check(oldNames), arg.BaseInit,
			arg.Any("shape", nil).As("-").Says("the shape without the batch"), arg.Any("batch_size", nil).As("-").Says("the size of the batch, None for any"),
			arg.Any("dtype", nil).As("-").Says("the dtype"), arg.Any("sparse", nil).As("-"), arg.Any("ragged", nil).As("-"),
			arg.Any("batch_shape", nil).As("-").Says("the shape with the batch"), arg.Any("input_tensor", nil).As("-").Says("a tensor to wrap"),
			arg.Bool("optional", false).As("-").Says("whether None may be given"), arg.Str("name", nil).ToBase()),
		Kwargs: "kwargs", Setup: setUpInput, Alone: true,
		Config:  spec.Keys("batch_shape", "dtype", "sparse", "ragged", "name", "optional"),
		Methods: []spec.Method{{Name: "call", Do: func(*spec.Instance, []object.Object) (object.Object, error) { return nil, nil }}},
		Getters: []spec.Getter{
			{Name: "batch_shape", Doc: "The shape with the batch.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_batch_shape"), nil }},
			{Name: "dtype", Doc: "The tensor's dtype.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_dtype"), nil }},
		},
	}
})

// oldNames reads the arguments of former versions. All other keyword arguments are left out of account, as in Keras.
func oldNames(l *spec.Instance) error {
	kw := l.Given.Get("kwargs").(*object.Dict)
	if v := kw.GetName("input_shape"); v != nil {
		if err := operation.Warn(l.T, "UserWarning", "InputLayer's argument input_shape is called shape now."); err != nil {
			return err
		}
		l.Given.Set("shape", v)
	}
	if v := kw.GetName("batch_input_shape"); v != nil {
		l.Given.Set("batch_shape", v)
	}
	l.Given.Set("kwargs", object.NewDict())
	return nil
}

func setUpInput(l *spec.Instance) error {
	g := l.Given
	var x *tensor.KerasTensor
	if g.Get("input_tensor") != object.None {
		var ok bool
		if x, ok = g.Get("input_tensor").(*tensor.KerasTensor); !ok {
			return l.Bad("input_tensor", g.Get("input_tensor"), "a KerasTensor")
		}
		if err := agreesWith(l, x); err != nil {
			return err
		}
		g.Set("batch_shape", x.Shape.Object())
		g.Set("dtype", object.NewStr(x.Dtype))
		g.Set("sparse", object.Bool(x.Sparse))
	} else if err := batchShape(l); err != nil {
		return err
	}
	shape, err := layers.StandardizeShape(l.T, g.Get("batch_shape"))
	if err != nil {
		e := object.AsException(err)
		if e != nil {
			l.Place(e, "shape")
			l.Place(e, "batch_shape")
		}
		return err
	}
	dtype, err := config.Dtype(l.T, g.Get("dtype"))
	if err != nil {
		if e := object.AsException(err); e != nil {
			l.Place(e, "dtype")
		}
		return err
	}
	return finishInput(l, x, shape, dtype)
}

// batchShape puts the batch's size before the shape; exactly one of shape and batch_shape must be given.
func batchShape(l *spec.Instance) error {
	g := l.Given
	switch has := func(n string) bool { return g.Get(n) != object.None }; {
	case has("shape") && has("batch_shape"):
		return l.Fail("batch_shape", "pass either shape or batch_shape, not both.")
	case has("batch_size") && has("batch_shape"):
		return l.Fail("batch_size", "batch_shape says the size of the batch: leave batch_size out.")
	case !has("shape") && !has("batch_shape"):
		return l.Fail("shape", "the argument shape is missing.")
	case has("shape"):
		s, err := layers.StandardizeShape(l.T, g.Get("shape"))
		if err != nil {
			if e := object.AsException(err); e != nil {
				l.Place(e, "shape")
			}
			return err
		}
		g.Set("batch_shape", object.NewTuple(append([]object.Object{g.Get("batch_size")}, s.Object().Items...)...))
	}
	return nil
}

// agreesWith refuses arguments that contradict the tensor that is wrapped.
func agreesWith(l *spec.Instance, x *tensor.KerasTensor) error {
	g := l.Given
	all := x.Shape.Object()
	same := func(name string, v object.Object) error {
		if g.Get(name) == object.None {
			return nil
		}
		ok, err := object.Equal(l.T, g.Get(name), v)
		if err == nil && !ok {
			err = l.Fail(name, "%s=%s does not fit the input_tensor, which has %s.", name, l.Repr(g.Get(name)), l.Repr(v))
		}
		return err
	}
	if g.Get("batch_size") != object.None {
		if len(x.Shape) == 0 {
			return l.Fail("batch_size", "the input_tensor has no dimensions, so it has no batch.")
		}
		if err := same("batch_size", all.Items[0]); err != nil {
			return err
		}
	}
	if len(x.Shape) > 0 {
		if err := same("shape", object.NewTuple(all.Items[1:]...)); err != nil {
			return err
		}
	}
	if err := same("batch_shape", all); err != nil {
		return err
	}
	if err := same("dtype", object.NewStr(x.Dtype)); err != nil {
		return err
	}
	return same("sparse", object.Bool(x.Sparse))
}

func finishInput(l *spec.Instance, x *tensor.KerasTensor, shape spec.Shape, dtype string) error {
	sparse, err := object.Truth(l.T, l.Given.Get("sparse"))
	if err != nil {
		return err
	}
	ragged, err := object.Truth(l.T, l.Given.Get("ragged"))
	if err != nil {
		return err
	}
	if err := l.SetAll("_batch_shape", shape.Object(), "_dtype", dtype, "sparse", sparse, "ragged", ragged); err != nil {
		return err
	}
	if ragged && operation.Backend(l.T) != "tensorflow" {
		return l.Fail("ragged", "ragged tensors need the tensorflow backend; the backend is %s.", operation.Backend(l.T))
	}
	if x == nil {
		if sparse && ragged {
			return l.Fail("ragged", "a tensor cannot be both sparse and ragged.")
		}
		x = &tensor.KerasTensor{Shape: shape, Dtype: dtype, Sparse: sparse, Ragged: ragged}
		if n, ok := object.Of(l.Given.Get("name")).(*object.Str); ok && n.String() != "" {
			x.Name = n.String()
		} else {
			x.Name = operation.AutoName(l.T, "KerasTensor")
		}
	}
	if err := l.Set("_input_tensor", x); err != nil {
		return err
	}
	if _, err := operation.AddNode(l.Instance, object.Args{}, x); err != nil {
		return err
	}
	return l.SetAll("built", true, "optional", l.Given.Get("optional"))
}

// Input is keras.Input: the tensor that a new InputLayer gives.
var Input = spec.DeclareFunc(spec.Function{
	Name: "Input", Module: "keras.src.layers.core.input_layer", Export: spec.Keys("keras.layers.Input", "keras.Input"),
	Takes: "shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None, name=None, tensor=None, optional=False",
	Doc:   "Begins a graph of layers: returns a symbolic tensor of a shape.",
	Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
		op, err := operation.ConstructHere(t, InputLayer.In(t), object.Args{Pos: a[:6], Kw: arg.Pairs("name", a[6], "input_tensor", a[7], "optional", a[8])})
		if err != nil {
			return nil, err
		}
		return object.GetAttr(t, op, object.Intern("output"))
	},
})
