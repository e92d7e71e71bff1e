// Package reshaping holds the layers of Keras's folder layers/reshaping.
package reshaping

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// keepsDtype gives the layer a compute_output_spec that keeps the input's dtype, whatever the layer's policy.
var keepsDtype = []spec.Method{{Name: "compute_output_spec", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
	x, ok := a[0].(*tensor.KerasTensor)
	if !ok {
		return nil, l.Bad("inputs", a[0], "a tensor")
	}
	v, err := l.Method("compute_output_shape", x.Shape.Object())
	if err != nil {
		return nil, err
	}
	shape, ok := spec.ReadShape(v)
	if !ok {
		return nil, l.Bad("shape", v, "a tuple of integers and None")
	}
	out := operation.NewTensor(l.T, shape, x.Dtype)
	out.Sparse = x.Sparse
	return out, nil
}}}

// Flatten lines all numbers of an example up.
var Flatten = spec.Declare("keras.src.layers.reshaping.flatten", "keras.layers.Flatten", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Lines all numbers of an example up.", Args: arg.Of(arg.DataFormat("data_format", nil)), Kwargs: "kwargs",
		Setup: func(l *spec.Instance) error {
			if err := l.Set("_channels_first", l.Str("data_format") == "channels_first"); err != nil {
				return err
			}
			return layers.SetInputSpec(l, "min_ndim", 1)
		},
		Takes: "inputs", Methods: keepsDtype,
		Output: func(_ *spec.Instance, in spec.Shape) (spec.Shape, error) {
			if len(in) == 0 {
				return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
			}
			return spec.Shape{in[0], product(in[1:])}, nil
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			x := a[0]
			dims, err := shapeOf(l, x)
			if err != nil {
				return nil, err
			}
			if l.Bool("_channels_first") && len(dims) > 1 {
				axes := []object.Object{object.Int(0)}
				for i := 2; i < len(dims); i++ {
					axes = append(axes, object.Int(i))
				}
				if x, err = layers.DoWith(l, "transpose", []object.Object{x}, arg.Pairs("axes", object.NewTuple(append(axes, object.Int(1))...))); err != nil {
					return nil, err
				}
			}
			rest, _ := spec.ReadShape(object.NewTuple(dims[1:]...))
			if len(dims) > 1 && rest == nil { // a dimension that only the running program knows
				rest = spec.Shape{tensor.Unknown}
			}
			return layers.Do(l, "reshape", x, object.NewTuple(dims[0], object.Int(product(rest))))
		},
	}
})

// product multiplies dimensions; one that is unknown makes the product unknown.
func product(dims spec.Shape) int {
	n := 1
	for _, d := range dims {
		if d == tensor.Unknown {
			return tensor.Unknown
		}
		n *= d
	}
	return n
}

// shapeOf returns the dimensions of a symbol or value, as keras.ops.shape gives them.
func shapeOf(l *spec.Instance, x object.Object) ([]object.Object, error) {
	v, err := layers.Do(l, "shape", x)
	if err != nil {
		return nil, err
	}
	return object.Items(l.T, v)
}

// Reshape gives an example another shape.
var Reshape = spec.Declare("keras.src.layers.reshaping.reshape", "keras.layers.Reshape", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Gives each example another shape with as many numbers.", Kwargs: "kwargs",
		Args:  arg.Of(targetShape()),
		Setup: func(l *spec.Instance) error { return l.Set("built", true) },
		Takes: "inputs", Methods: keepsDtype,
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			if len(in) == 0 {
				return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
			}
			out, err := resolve(l, in[1:])
			return append(spec.Shape{in[0]}, out...), err
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			dims, err := shapeOf(l, a[0])
			if err != nil {
				return nil, err
			}
			in := make(spec.Shape, 0, len(dims))
			for _, d := range dims[1:] {
				n, ok := object.AsInt64(d)
				if !ok {
					n = tensor.Unknown
				}
				in = append(in, int(n))
			}
			out, err := resolve(l, in)
			if err != nil {
				return nil, err
			}
			items := []object.Object{dims[0]}
			for _, n := range out {
				items = append(items, object.Int(n))
			}
			return layers.Do(l, "reshape", a[0], object.NewTuple(items...))
		},
	}
})

// targetShape takes any sequence of dimensions; at most one is -1 and none is smaller.
func targetShape() arg.Arg {
	a := arg.Any("target_shape").Says("the shape of an example, without the batch; one dimension may be -1")
	a.Kind = &arg.Kind{Name: "tuple of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		items, err := object.Items(l.T, v)
		if err != nil {
			return nil, err
		}
		open := 0
		for _, d := range items {
			n, err := object.Index(l.T, d)
			switch {
			case err != nil:
			case n < -1:
				return nil, l.Bad(a.Name, v, "made of integers that are not negative, or -1")
			case n == -1:
				open++
			}
		}
		if open > 1 {
			return nil, l.Bad(a.Name, v, "free of a second -1")
		}
		return object.NewTuple(items...), nil
	}}
	return a
}

// resolve finds the size of the dimension -1, if the input's dimensions are known.
func resolve(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	target := l.Value("target_shape")
	var out spec.Shape
	open, known, all := -1, 1, true
	for i, d := range l.Items("target_shape") {
		n, err := object.Index(l.T, d)
		switch {
		case err != nil:
			all = false
			n = tensor.Unknown
		case n == -1:
			open = i
		default:
			known *= n
		}
		out = append(out, n)
	}
	size := product(in)
	if size == tensor.Unknown || !all {
		return out, nil
	}
	if open < 0 {
		if size != known {
			return nil, l.Fail("target_shape", "an example of shape %s has %d numbers, and target_shape=%s has %d.", in.String(), size, l.Repr(target), known)
		}
		return out, nil
	}
	if known == 0 || size%known != 0 {
		return nil, l.Fail("target_shape", "an example of shape %s has %d numbers, which target_shape=%s cannot hold.", in.String(), size, l.Repr(target))
	}
	out[open] = size / known
	return out, nil
}

// Permute exchanges the dimensions of an example.
var Permute = spec.Declare("keras.src.layers.reshaping.permute", "keras.layers.Permute", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Puts the dimensions of each example into another order.", Kwargs: "kwargs",
		Args:  arg.Of(dims()),
		Setup: func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", len(l.Items("dims"))+1) },
		Takes: "inputs", Methods: keepsDtype,
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			if len(in) == 0 {
				return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
			}
			out := spec.Shape{in[0]}
			for _, d := range l.Ints("dims") {
				if d >= len(in) {
					return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
				}
				out = append(out, in[d])
			}
			return out, nil
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			axes := append([]object.Object{object.Int(0)}, l.Items("dims")...)
			return layers.DoWith(l, "transpose", a, arg.Pairs("axes", object.NewTuple(axes...)))
		},
	}
})

// dims takes a sequence that holds each number from 1 up once.
func dims() arg.Arg {
	a := arg.Any("dims").Says("the old numbers of the dimensions in their new order, from 1")
	a.Kind = &arg.Kind{Name: "tuple of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		items, err := object.Items(l.T, v)
		if err != nil {
			return nil, err
		}
		seen := make([]bool, len(items)+1)
		for i, d := range items {
			size, err := object.Index(l.T, d)
			n, ok := int64(size), err == nil
			if f, isFloat := object.Of(d).(object.Float); isFloat && f == object.Float(int(f)) {
				n, ok = int64(f), true
			}
			if !ok {
				if i > 0 { // sorting compares it with a number
					if _, err := object.Less(l.T, d, items[0]); err != nil {
						return nil, err
					}
				}
				return nil, l.Bad(a.Name, v, "the numbers from 1 to the number of dimensions, in any order")
			}
			if n < 1 || int(n) > len(items) || seen[n] {
				return nil, l.Bad(a.Name, v, "the numbers from 1 to the number of dimensions, in any order")
			}
			seen[n] = true
		}
		return object.NewTuple(items...), nil
	}}
	return a
}

// wholeAbove0 takes an int, but no bool, above zero.
func wholeAbove0(name, doc string, def ...any) arg.Arg {
	a := arg.Int(name, def...).Says(doc)
	a.Kind = &arg.Kind{Name: "positive integer", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		n, ok := object.Of(v).(object.Int)
		if !ok {
			return nil, l.BadType(a.Name, v, "a positive integer")
		}
		if n <= 0 {
			return nil, l.Bad(a.Name, v, "a positive integer")
		}
		return v, nil
	}}
	return a
}

// RepeatVector repeats a vector as the steps of a sequence.
var RepeatVector = spec.Declare("keras.src.layers.reshaping.repeat_vector", "keras.layers.RepeatVector", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Repeats a vector as the steps of a sequence.", Args: arg.Of(wholeAbove0("n", "how often")), Kwargs: "kwargs",
		Setup: func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", 2) },
		Takes: "inputs",
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			if len(in) < 2 {
				return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
			}
			return spec.Shape{in[0], l.Int("n"), in[1]}, nil
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			x, err := layers.Do(l, "expand_dims", a[0], object.Int(1))
			if err != nil {
				return nil, err
			}
			return layers.DoWith(l, "repeat", []object.Object{x, l.Value("n")}, arg.Pairs("axis", 1))
		},
	}
})
