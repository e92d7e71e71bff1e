// Package pooling holds the layers of Keras's folder layers/pooling.
package pooling

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

const folder = "keras.src.layers.pooling."

// pooling makes the declaration of a layer that slides a window and keeps one number of what it sees.
func pooling(rank int, mode, name, short, module, doc string) *spec.Class {
	return spec.Declare(folder+module, "keras.layers."+name+" keras.layers."+short, func() spec.Class {
		var size []any // only max pooling has a standard size
		switch {
		case mode == "max" && rank == 1:
			size = []any{2}
		case mode == "max":
			items := make([]any, rank)
			for i := range items {
				items[i] = 2
			}
			size = []any{items}
		}
		return spec.Class{
			Base: layers.Base, Doc: doc, Through: spec.Keys(folder + "base_pooling.BasePooling"),
			Args: arg.Of(arg.Tuple("pool_size", rank, size...).Says("the size of the window"), strides(rank),
				arg.Str("padding", "valid").Among("valid", "same"), arg.DataFormat("data_format", nil), arg.Str("name", nil).ToBase()),
			Kwargs: "kwargs", Taken: spec.Keys("pool_dimensions", "pool_mode"), BuiltAtInit: true, Config: spec.Keys("pool_size", "padding", "strides", "data_format"),
			Setup: func(l *spec.Instance) error {
				if err := l.Set("pool_mode", mode); err != nil {
					return err
				}
				return layers.SetInputSpec(l, "ndim", rank+2)
			},
			Takes: "inputs", Output: pooled,
			Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return layers.DoWith(l, mode+"_pool", a, arg.Pairs("pool_size", l.Value("pool_size"), "strides", l.Value("strides"),
					"padding", l.Value("padding"), "data_format", l.Value("data_format")))
			},
		}
	})
}

// strides takes the window's size when none are given.
func strides(rank int) arg.Arg {
	a := arg.TupleOrZero("strides", rank, nil).Says("the window's steps; its size when not given")
	standard := a.Kind.Get
	kind := *a.Kind
	kind.Get = func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			v = l.Given.Get("pool_size")
		}
		return standard(l, a, v)
	}
	a.Kind = &kind
	return a
}

// pooled is the shape that a window leaves.
func pooled(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	padding := l.Str("padding")
	if padding != "valid" && padding != "same" {
		return nil, l.Bad("padding", l.Value("padding"), "'valid' or 'same'")
	}
	first, last := 1, len(in)-1
	if l.Str("data_format") == "channels_first" {
		first, last = 2, len(in)
	}
	size, steps := l.Ints("pool_size"), l.Ints("strides")
	n := max(last-first, 0)
	if n != len(size) && n != 1 && len(size) != 1 { // numpy's rule, as Keras computes with it
		return nil, l.Fail("pool_size", "the shape %s has %d dimensions to pool, and pool_size=%s has %d.", in.String(), n, l.Repr(l.Value("pool_size")), len(size))
	}
	if len(in) < first || len(in) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "list index out of range")
	}
	out := append(spec.Shape(nil), in[:first]...)
	for i := range n * max(len(size)/max(n, 1), 1) {
		at, k := first+min(i, n-1), min(i, len(size)-1)
		out = append(out, in[at])
		if in[at] == tensor.Unknown {
			continue
		}
		if steps[k] == 0 {
			return nil, object.NewError(object.OverflowErrorClass, "%s: strides must be above 0 to compute the output's shape, got strides=%s.",
				l.ClassName(), l.Repr(l.Value("strides")))
		}
		over := in[at] - 1
		if padding == "valid" {
			over = in[at] - size[k]
		}
		n := floorDiv(over, steps[k]) + 1
		if padding == "valid" && n <= 0 {
			return nil, l.Fail("pool_size", "the window does not fit into the input: nothing would be left of the shape %s with pool_size=%s and strides=%s.",
				in.String(), l.Repr(l.Value("pool_size")), l.Repr(l.Value("strides")))
		}
		out[len(out)-1] = n
	}
	if first == 1 {
		return append(out, in.Last()), nil
	}
	return out, nil
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// The layers.
var (
	MaxPooling1D     = pooling(1, "max", "MaxPooling1D", "MaxPool1D", "max_pooling1d", "Keeps the largest number of each window of a sequence.")
	MaxPooling2D     = pooling(2, "max", "MaxPooling2D", "MaxPool2D", "max_pooling2d", "Keeps the largest number of each window of an image.")
	MaxPooling3D     = pooling(3, "max", "MaxPooling3D", "MaxPool3D", "max_pooling3d", "Keeps the largest number of each window of a volume.")
	AveragePooling1D = pooling(1, "average", "AveragePooling1D", "AvgPool1D", "average_pooling1d", "Keeps the mean of each window of a sequence.")
	AveragePooling2D = pooling(2, "average", "AveragePooling2D", "AvgPool2D", "average_pooling2d", "Keeps the mean of each window of an image.")
	AveragePooling3D = pooling(3, "average", "AveragePooling3D", "AvgPool3D", "average_pooling3d", "Keeps the mean of each window of a volume.")
)
