package normalization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// UnitNormalization scales each vector to length one.
var UnitNormalization = spec.Declare("keras.src.layers.normalization.unit_normalization", "keras.layers.UnitNormalization", func() spec.Class {
	return spec.Class{
		Base:   layers.Base,
		Doc:    "Scales each vector to length one.",
		Args:   arg.Of(axes("the axes along which a vector lies")),
		Kwargs: "kwargs", Masks: true, BuiltAtInit: true,
		Takes: "inputs", Output: sameShape,
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return layers.DoWith(l, "normalize", a[:1], arg.Pairs("axis", l.Value("axis"), "order", 2, "epsilon", 1e-12))
		},
	}
})
