package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const folder = "keras.src.layers.preprocessing."

// Rescaling multiplies by one number and adds another.
var Rescaling = spec.Declare(folder+"rescaling", "keras.layers.Rescaling", func() spec.Class {
	return spec.Class{
		Base: DataLayer, FromCustom: true,
		Doc: "Multiplies its input by a number and adds another.", Kwargs: "kwargs", Masks: true,
		Args:  arg.Of(arg.Object("scale").Says("what the input is multiplied by"), arg.Object("offset", 0.0).Says("what is added then")),
		Takes: "inputs", Methods: []spec.Method{SameShape},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			c := layers.NewCalc(l)
			dtype := l.Value("compute_dtype")
			scale, offset := c.Do("cast", l.Value("scale"), dtype), c.Do("cast", l.Value("offset"), dtype)
			if s := c.Shape(scale); len(s) > 0 && len(s) < 3 && config.ImageDataFormat(l.T) == "channels_first" {
				s = s.Clone()
				for len(s) < 3 {
					s = append(s, 1)
				}
				scale = c.Do("reshape", scale, s.Object())
			}
			return c.End(c.Binary(object.Add, c.Binary(object.Mul, c.Do("cast", a[0], dtype), scale), offset))
		},
	}
})
