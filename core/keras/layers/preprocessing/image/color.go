package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers/preprocessing"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// color makes a layer that changes colors by a factor; its config holds factor, value_range and seed in this order.
func color(name, module, doc string, base bool, low, high int, draw drawer, always bool, cast casting, args func() arg.List) *spec.Class {
	return declare(name, module, func() spec.Class {
		return spec.Class{Doc: doc, Args: args(), Config: spec.Keys("factor", "value_range", "seed"),
			ClassAttrs: factorOf(base, low, high), Call: randomly(draw, always, cast)}
	})
}

// The layers that change colors at random.
var (
	RandomBrightness = color("RandomBrightness", "random_brightness", "Makes images brighter or darker at random.", true, -1, 1,
		brighten, false, castNever, func() arg.List { return arg.Of(factor("factor").ToBase(), sortedRange(), seed()) })
	RandomContrast = color("RandomContrast", "random_contrast", "Changes the contrast of images at random.", true, 0, 1,
		contrast, false, castNever, func() arg.List { return arg.Of(factor("factor"), valueRange(), seed()) })
	RandomHue = color("RandomHue", "random_hue", "Turns the hue of images at random.", true, 0, 1,
		turnHue, true, castTraining, func() arg.List { return arg.Of(factor("factor"), valueRange(), toFormat(), seed()) })
	RandomSaturation = color("RandomSaturation", "random_saturation", "Changes the saturation of images at random.", true, -1, 1,
		saturate, true, castNever, func() arg.List { return arg.Of(factor("factor"), sortedRange(), toFormat(), seed()) })
	RandomSharpness = color("RandomSharpness", "random_sharpness", "Sharpens or blurs images at random.", false, 0, 1,
		sharpen, true, castAlways, func() arg.List { return arg.Of(factor("factor"), sortedRange(), toFormat(), seed()) })
	RandomPosterization = color("RandomPosterization", "random_posterization", "Leaves each color fewer bits, at random.", false, 1, 8,
		posterize, true, castTraining, func() arg.List { return arg.Of(factor("factor"), sortedRange(), toFormat(), seed()) })
	RandomInvert = color("RandomInvert", "random_invert", "Turns colors into their opposites at random.", false, 0, 1,
		invert, false, castTraining, func() arg.List { return arg.Of(factor("factor", 1.0), valueRange(), seed(), toFormat()) })
)

// RandomColorDegeneration draws colors towards gray; it is the one layer that refuses images without three channels.
var RandomColorDegeneration = declare("RandomColorDegeneration", "random_color_degeneration", func() spec.Class {
	return spec.Class{
		Doc:    "Draws colors towards gray at random.",
		Args:   arg.Of(factor("factor"), sortedRange(), toFormat(), seed()),
		Config: spec.Keys("factor", "value_range", "seed"), Call: randomly(degenerate, true, castTraining),
		Methods: []spec.Method{preprocessing.ShapeBy(func(l *spec.Instance, in object.Object) (object.Object, error) {
			s, ok := spec.ReadShape(in)
			if !ok || len(s) != 3 && len(s) != 4 {
				return nil, l.Bad("input_shape", in, "the shape of an image (3 dimensions) or of a batch of images (4)")
			}
			channels := s[len(s)-1]
			if l.Str("data_format") != "channels_last" {
				channels = s[len(s)-3]
			}
			if channels != tensor.Unknown && channels != 3 {
				return nil, l.Bad("input_shape", in, "the shape of images with 3 channels")
			}
			return in, nil
		})},
	}
})

// RandomGrayscale makes images gray; factor is a chance and no range.
var RandomGrayscale = declare("RandomGrayscale", "random_grayscale", func() spec.Class {
	return spec.Class{
		Doc: "Makes images gray at random.",
		Args: arg.Of(arg.Check(func(l *spec.Instance) error {
			low, err := holds(l, object.Lt, l.Given.Get("factor"), object.Int(0))
			if err != nil {
				return err
			}
			high, err := holds(l, object.Gt, l.Given.Get("factor"), object.Int(1))
			if err != nil || !low && !high {
				return err
			}
			return l.Bad("factor", l.Given.Get("factor"), "a number from 0 to 1")
		}), arg.Float("factor", 0.5).Says("the chance that an image becomes gray, 0 to 1"), format(), seed()),
		Config: spec.Keys("factor"), Call: randomly(grayByChance, true, castNever),
		Methods: []spec.Method{{Name: "compute_output_spec", Takes: "inputs, **kwargs", Do: sameSpec}},
	}
})

// sameSpec describes an output that is like the input, dtype included.
func sameSpec(l *spec.Instance, a []object.Object) (object.Object, error) {
	x, ok := a[0].(*tensor.KerasTensor)
	if !ok {
		return nil, l.Bad("inputs", a[0], "a tensor")
	}
	out := operation.NewTensor(l.T, x.Shape, x.Dtype)
	out.Sparse = x.Sparse
	return out, nil
}
