package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// noConversion keeps a layer from converting its inputs, which may be text.
func noConversion(l *spec.Instance) error {
	return l.SetAll("_convert_input_args", false, "_allow_non_tensor_positional_args", true, "supports_jit", false)
}

func bins() arg.Arg { return arg.Int("num_bins").Says("how many bins there are") }

func sparse() arg.Arg {
	return arg.Bool("sparse", false).Says("whether to give a sparse tensor")
}

// isInt reports whether the argument output_mode is "int".
func isInt(l *spec.Instance) bool {
	s, ok := object.AsString(l.Value("output_mode"))
	return ok && s == "int"
}

// Hashing sorts values into bins by a hash.
var Hashing = spec.Declare(folder+"hashing", "keras.layers.Hashing", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Sorts values into bins by a hash.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error {
				d := l.Given.Get("kwargs").(*object.Dict)
				if v := d.GetName("dtype"); v == nil || v == object.None {
					d = d.Copy()
					d.SetName("dtype", outputDtype(l))
					l.Given.Set("kwargs", d)
				}
				return nil
			}),
			arg.BaseInit, arg.Check(checkHashing), bins(), arg.Any("mask_value", nil).Says("a value that has bin 0 for itself"),
			salt(), arg.OneOf("output_mode", "int, one_hot, multi_hot or count", "int").Says("a bin's number, a vector for each value, one for all, or counts"), sparse(),
		),
		InitOrder: spec.Keys("num_bins", "mask_value", "output_mode", "sparse"), Setup: noConversion,
		Config: spec.Keys("num_bins", "salt", "mask_value", "output_mode", "sparse"), Takes: "inputs", Call: callHashing,
		Methods: []spec.Method{
			ShapeBy(func(l *spec.Instance, in object.Object) (object.Object, error) {
				if isInt(l) {
					return in, nil
				}
				return withDepth(l, in, "multi_hot", l.Value("num_bins"))
			}),
			{Name: "compute_output_spec", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return specOf(l, a[0], l.Str("dtype"), false)
			}},
		},
	}
})

// outputDtype is int64 for bin numbers and the session's own for vectors.
func outputDtype(l *spec.Instance) object.Object {
	if isInt(l) {
		return object.Intern("int64")
	}
	return object.NewStr(config.Floatx(l.T))
}

func checkHashing(l *spec.Instance) error {
	low := l.IsNone("num_bins")
	if !low {
		var err error
		if low, err = l.Compare("num_bins", object.Le, 0); err != nil {
			return err
		}
	}
	if low {
		return l.Bad("num_bins", l.Value("num_bins"), "1 or more")
	}
	if isInt(l) {
		policy, err := object.GetAttr(l.T, l.Value("dtype_policy"), object.Intern("name"))
		if err != nil {
			return err
		}
		if s, _ := object.AsString(policy); s != "int32" && s != "int64" {
			return l.Bad("dtype", policy, "'int32' or 'int64' with output_mode='int'")
		}
	}
	if err := l.OneOf("output_mode", "int", "one_hot", "multi_hot", "count"); err != nil {
		return err
	}
	if some, err := object.Truth(l.T, l.Value("sparse")); err != nil {
		return err
	} else if some && isInt(l) {
		return l.Bad("sparse", l.Value("sparse"), "False with output_mode='int'")
	}
	return nil
}

// salt is the argument salt: one integer or two; the attribute is a list of two.
func salt() arg.Arg {
	a := arg.Any("salt", nil).Says("one integer or two that change the hash")
	a.Kind = &arg.Kind{Name: "integer or pair of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		switch x := object.Of(v).(type) {
		case *object.List:
			if len(x.Items) == 2 {
				return object.NewList(x.Items...), nil
			}
		case *object.Tuple:
			if len(x.Items) == 2 {
				return object.NewList(x.Items...), nil
			}
		case object.Int, object.Bool, *object.BigInt:
			return object.NewList(v, v), nil
		}
		return nil, l.Bad(a.Name, v, "an integer or two integers")
	}}
	return a
}

// HashedCrossing hashes two features together.
var HashedCrossing = spec.Declare(folder+"hashed_crossing", "keras.layers.HashedCrossing", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Sorts pairs of values into bins by a hash.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error { // Keras takes further keyword arguments and drops them
				l.Given.Set("kwargs", object.NewDict())
				if isInt(l) && l.Given.Get("dtype") == object.None {
					l.Given.Set("dtype", object.Intern("int64"))
				}
				return nil
			}),
			arg.BaseInit,
			arg.Check(func(l *spec.Instance) error {
				if err := sparseNeedsTensorflow(l, "sparse"); err != nil {
					return err
				}
				return l.OneOf("output_mode", "int", "one_hot")
			}),
			bins(), arg.OneOf("output_mode", "int or one_hot", "int").Says("a bin's number or a vector"), sparse(),
			arg.Str("name", nil).ToBase(), arg.Any("dtype", nil).ToBase(),
		),
		Setup: noConversion, Config: spec.Keys("num_bins", "output_mode", "sparse", "name", "dtype"), Alone: true, FromConfig: spec.Construct, Takes: "inputs", Call: callCrossing,
		Methods: []spec.Method{ShapeBy(crossedShape)},
	}
})

// sparseNeedsTensorflow refuses an argument that only works on the tensorflow backend.
func sparseNeedsTensorflow(l *spec.Instance, name string) error {
	some, err := object.Truth(l.T, l.Value(name))
	if err != nil || !some || operation.Backend(l.T) == "tensorflow" {
		return err
	}
	return l.Bad(name, l.Value(name), "False, except on the tensorflow backend")
}

func crossedShape(l *spec.Instance, in object.Object) (object.Object, error) {
	shapes, err := object.Items(l.T, in)
	if err != nil {
		return nil, err
	}
	var read []spec.Shape
	for _, s := range shapes {
		if r, ok := spec.ReadShape(s); ok {
			read = append(read, r)
		}
	}
	if len(shapes) != 2 || len(read) != 2 {
		return nil, l.Bad("input_shape", in, "the shapes of two tensors")
	}
	if len(read[0]) == 0 || len(read[1]) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	last := read[0][len(read[0])-1]
	switch {
	case last != read[1][len(read[1])-1]:
		return nil, l.Bad("input_shape", in, "two equal shapes")
	case isInt(l):
		return read[0].Object(), nil
	}
	items, err := object.Items(l.T, shapes[0])
	if err != nil {
		return nil, err
	}
	if last == 1 {
		items = items[:len(items)-1]
	}
	return object.NewTuple(append(append([]object.Object(nil), items...), l.Value("num_bins"))...), nil
}
