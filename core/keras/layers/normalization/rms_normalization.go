package normalization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// RMSNormalization divides by the root of the mean of squares.
var RMSNormalization = spec.Declare("keras.src.layers.normalization.rms_normalization", "keras.layers.RMSNormalization", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Divides by the root of the mean of squares.",
		Args: arg.Of(arg.Any("axis", -1).Says("the axes that are normalized together"),
			arg.Float("epsilon", 1e-6).Says("added to the mean of squares, so that nothing is divided by zero")),
		Kwargs: "kwargs", Takes: "x",
		Build: func(l *spec.Instance, in spec.Shape) error {
			shape, err := sizesOf(l, in)
			if err != nil {
				return err
			}
			if err := layers.AddWeight(l, "scale", "scale", layers.Weight{Shape: shape, Initializer: object.Intern("ones")}); err != nil {
				return err
			}
			return l.Set("built", true)
		},
		Output: sameShape,
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return layers.DoWith(l, "rms_normalization", a[:1], arg.Pairs("scale", l.Value("scale"), "axis", l.Value("axis"), "epsilon", l.Value("epsilon")))
		},
	}
})
