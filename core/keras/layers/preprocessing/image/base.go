// Package image holds the layers of Keras's folder layers/preprocessing/image_preprocessing.
package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers/preprocessing"
	"layerglass/core/keras/random"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const folder = "keras.src.layers.preprocessing.image_preprocessing."

// Base is the base of all layers that change images. Its factor is read against the class attribute _FACTOR_BOUNDS, where
// the class attribute _USE_BASE_FACTOR says that there is one.
var Base = spec.Declare(folder+"base_image_preprocessing_layer", "BaseImagePreprocessingLayer", func() spec.Class {
	return spec.Class{
		Base: preprocessing.DataLayer,
		Doc:  "The base of layers that change images, and boxes and masks with them.",
		Args: arg.Of(arg.Any("factor", nil).As("-").Says("how strong the change may be"),
			arg.Str("bounding_box_format", nil).Says("how the corners of boxes are written"),
			format(), arg.Check(baseFactor)),
		Kwargs: "kwargs", Config: spec.Keys("data_format"), ClassAttrs: factorOf(true, -1, 1),
		Finish: func(l *spec.Instance, config *object.Dict) error {
			if v := l.Value("bounding_box_format"); v != object.None {
				config.SetName("bounding_box_format", v)
			}
			return nil
		},
	}
})

// baseFactor sets the attribute factor of the classes that leave this to the base class, and refuses it to the others.
func baseFactor(l *spec.Instance) error {
	given := l.Given.Get("factor")
	if !l.Bool("_USE_BASE_FACTOR") {
		if given != object.None {
			return l.Bad("factor", given, "left out: the layer takes none")
		}
		return nil
	}
	some, err := object.Truth(l.T, given)
	if err != nil {
		return err
	}
	if !some {
		given = object.Float(0)
	}
	v, err := classLimits(l).pair(l, "factor", given)
	if err != nil {
		return err
	}
	return l.Set("factor", v)
}

// factorOf makes the class attributes about the factor.
func factorOf(base bool, low, high int) []any {
	return []any{"_USE_BASE_FACTOR", base, "_FACTOR_BOUNDS", arg.T(low, high)}
}

// declare makes a layer that changes images and keeps their shape; module is the file in Keras's folder.
func declare(name, module string, own func() spec.Class) *spec.Class {
	return spec.Declare(folder+module, "keras.layers."+name, func() spec.Class {
		c := own()
		c.Base, c.Kwargs, c.Takes = Base, "kwargs", "data, training=True"
		shaped := false
		for _, m := range c.Methods {
			shaped = shaped || m.Name == "compute_output_shape"
		}
		if !shaped {
			c.Methods = append(c.Methods, preprocessing.SameShape)
		}
		return c
	})
}

// format is the argument data_format.
func format() arg.Arg {
	return arg.DataFormat("data_format", nil).Says("whether the channels are the last axis or the first")
}

// toFormat hands data_format to the base class.
func toFormat() arg.Arg { return format().ToBase() }

// seed is the argument seed, which gives the layer its generator as well.
func seed() arg.Arg {
	a := arg.Int("seed", nil).Says("the seed of the random choices")
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		g, err := random.SeedGenerator.New(l.T, arg.Pairs("seed", v)...)
		if err != nil {
			return nil, err
		}
		return v, l.Set("generator", g)
	}}
	return a
}

// valueRange is the argument value_range taken as it is; sortedRange must be a pair and is sorted.
func valueRange() arg.Arg {
	return arg.Any("value_range", arg.T(0, 255)).Says("the lowest and the highest value of a pixel")
}

func sortedRange() arg.Arg {
	a := valueRange()
	a.Kind = &arg.Kind{Name: "pair of numbers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		items, ok := sequence(v)
		if !ok || len(items) != 2 {
			return nil, l.Bad(a.Name, v, "a list or tuple of two numbers")
		}
		low, high, err := sorted(l, items[0], items[1])
		if err != nil {
			return nil, err
		}
		return object.NewList(low, high), nil
	}}
	return a
}

// interpolation and fillMode are the arguments of layers that move pixels.
func interpolation() arg.Arg {
	return arg.Str("interpolation", "bilinear").Among("nearest", "bilinear").Says("how values between pixels are found")
}

func fillMode() arg.Arg {
	return arg.Str("fill_mode", "reflect").Among("reflect", "wrap", "constant", "nearest").Says("what stands beyond the image's edge")
}

func fillValue(def any) arg.Arg {
	return arg.Float("fill_value", def).Says("the value beyond the image's edge, when it is constant")
}

// supported refuses a value that is none of the names; Keras raises NotImplementedError then.
func supported(name string, names ...string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		err := l.OneOf(name, names...)
		if e := object.AsException(err); e != nil {
			again := object.NewError(object.NotImplementedErrClass, "%s", e.Message())
			again.Subject = e.Subject
			l.Place(again, name)
			return again
		}
		return err
	})
}

func supportedInterpolation() arg.Arg { return supported("interpolation", "nearest", "bilinear") }

func supportedFill() arg.Arg {
	return supported("fill_mode", "reflect", "wrap", "constant", "nearest")
}
