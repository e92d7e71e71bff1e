// Package activations holds the layers of Keras's folder layers/activations.
package activations

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Softmax makes shares that add up to one.
var Softmax = spec.Declare(spec.Class{
	Name: "Softmax", Module: "keras.src.layers.activations.softmax", Base: layers.Base, Export: spec.Keys("keras.layers.Softmax"),
	Doc:    "Makes shares that add up to one along an axis.",
	Args:   arg.Of(arg.Any("axis", -1).Says("the axis, or several")),
	Kwargs: "kwargs", Masks: true, BuiltAtInit: true,
	Takes:  "inputs, mask=None",
	Output: func(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil },
	Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		if a[1] != object.None {
			return nil, l.NotModelled("masking while computing on values")
		}
		return layers.DoWith(l, "softmax", a[:1], arg.Pairs("axis", l.Value("axis")))
	},
})
