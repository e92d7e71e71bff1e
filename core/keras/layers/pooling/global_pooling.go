package pooling

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// global makes the declaration of a layer that keeps one number of all positions.
func global(rank int, op, name, short, module, doc string) *spec.Class {
	return spec.Declare(folder+module, "keras.layers."+name+" keras.layers."+short, func() spec.Class {
		c := spec.Class{
			Base: layers.Base, Doc: doc, Through: spec.Keys(folder + "base_global_pooling.BaseGlobalPooling"),
			Args:   arg.Of(arg.DataFormat("data_format", nil), arg.Bool("keepdims", false).Says("whether the pooled dimensions stay, of size 1")),
			Kwargs: "kwargs", Taken: spec.Keys("pool_dimensions"), BuiltAtInit: true,
			Setup: func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", rank+2) },
			Takes: "inputs", Output: globalShape,
			Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if len(a) > 1 && a[1] != object.None {
					return maskedMean(l, a[0], a[1])
				}
				return layers.DoWith(l, op, a[:1], arg.Pairs("axis", positions(l, rank), "keepdims", l.Value("keepdims")))
			},
		}
		if name == "GlobalAveragePooling1D" {
			c.Masks, c.Takes = true, "inputs, mask=None"
			c.Methods = []spec.Method{{Name: "compute_mask", Takes: "inputs, mask=None",
				Do: func(*spec.Instance, []object.Object) (object.Object, error) { return object.None, nil }}}
		}
		return c
	})
}

// positions are the axes between batch and channels: one number for sequences, a list otherwise.
func positions(l *spec.Instance, rank int) object.Object {
	first := 1
	if l.Str("data_format") == "channels_first" {
		first = 2
	}
	if rank == 1 {
		return object.Int(first)
	}
	var axes []object.Object
	for i := 0; i < rank; i++ {
		axes = append(axes, object.Int(first+i))
	}
	return object.NewList(axes...)
}

// maskedMean is the mean over the steps that the mask keeps.
func maskedMean(l *spec.Instance, x, mask object.Object) (object.Object, error) {
	steps, last := object.Int(1), object.Int(2)
	if l.Str("data_format") == "channels_first" {
		steps, last = 2, 1
	}
	keep := arg.Pairs("axis", steps, "keepdims", l.Value("keepdims"))
	m, err := layers.DoWith(l, "expand_dims", []object.Object{mask, last}, nil)
	if err != nil {
		return nil, err
	}
	if m, err = layers.Do(l, "cast", m, object.NewStr("bool")); err != nil {
		return nil, err
	}
	if x, err = layers.Do(l, "where", m, x, object.Int(0)); err != nil {
		return nil, err
	}
	dtype, err := object.GetAttr(l.T, x, object.Intern("dtype"))
	if err != nil {
		return nil, err
	}
	if m, err = layers.Do(l, "cast", m, dtype); err != nil {
		return nil, err
	}
	sum, err := layers.DoWith(l, "sum", []object.Object{x}, keep)
	if err != nil {
		return nil, err
	}
	n, err := layers.DoWith(l, "sum", []object.Object{m}, keep)
	if err != nil {
		return nil, err
	}
	return object.Binary(l.T, object.TrueDiv, sum, n)
}

func globalShape(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	lastly := l.Str("data_format") == "channels_last"
	if len(in) == 0 || len(in) == 1 && !lastly {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	channels := in.Last()
	if !lastly {
		channels = in[1]
	}
	if !l.Bool("keepdims") {
		return spec.Shape{in[0], channels}, nil
	}
	out := in.Clone()
	for i := 1; i < len(out); i++ {
		out[i] = 1
	}
	if lastly {
		out[len(out)-1] = channels
	} else {
		out[1] = channels
	}
	return out, nil
}

// The layers.
var (
	GlobalMaxPooling1D     = global(1, "max", "GlobalMaxPooling1D", "GlobalMaxPool1D", "global_max_pooling1d", "Keeps the largest number of a sequence.")
	GlobalMaxPooling2D     = global(2, "max", "GlobalMaxPooling2D", "GlobalMaxPool2D", "global_max_pooling2d", "Keeps the largest number of an image.")
	GlobalMaxPooling3D     = global(3, "max", "GlobalMaxPooling3D", "GlobalMaxPool3D", "global_max_pooling3d", "Keeps the largest number of a volume.")
	GlobalAveragePooling1D = global(1, "mean", "GlobalAveragePooling1D", "GlobalAvgPool1D", "global_average_pooling1d", "Keeps the mean of a sequence.")
	GlobalAveragePooling2D = global(2, "mean", "GlobalAveragePooling2D", "GlobalAvgPool2D", "global_average_pooling2d", "Keeps the mean of an image.")
	GlobalAveragePooling3D = global(3, "mean", "GlobalAveragePooling3D", "GlobalAvgPool3D", "global_average_pooling3d", "Keeps the mean of a volume.")
)
