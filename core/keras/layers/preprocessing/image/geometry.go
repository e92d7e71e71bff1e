package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

var noFactor = factorOf(false, -1, 1)

// RandomFlip mirrors images.
var RandomFlip = declare("RandomFlip", "random_flip", func() spec.Class {
	return spec.Class{
		Doc: "Mirrors images at random.", ClassAttrs: noFactor, Call: randomly(flipByChance, false, castAlways),
		Args:      arg.Of(arg.OneOf("mode", "horizontal, vertical or horizontal_and_vertical", "horizontal_and_vertical").Says("which way images may be mirrored"), seed(), toFormat()),
		InitOrder: spec.Keys("seed", "mode"), Config: spec.Keys("seed", "mode", "data_format"),
		Setup: func(l *spec.Instance) error { return l.Set("_convert_input_args", false) },
	}
})

// RandomRotation turns images.
var RandomRotation = declare("RandomRotation", "random_rotation", func() spec.Class {
	return spec.Class{
		Doc: "Turns images at random.", Call: randomly(rotate, false, castAlways),
		Args: arg.Of(factor("factor").ToBase().Says("how far images turn, in full turns: a number, or the lowest and the highest"), fillMode(), interpolation(), seed(),
			fillValue(0.0), toFormat(), supportedFill(), supportedInterpolation()),
		Config: spec.Keys("factor", "data_format", "fill_mode", "fill_value", "interpolation", "seed"),
	}
})

var movedConfig = spec.Keys("height_factor", "width_factor", "fill_mode", "interpolation", "seed", "fill_value", "data_format")

// RandomTranslation moves images.
var RandomTranslation = declare("RandomTranslation", "random_translation", func() spec.Class {
	return spec.Class{
		Doc: "Moves images at random, up or down and to the sides.", ClassAttrs: noFactor, Call: randomly(translate, false, castAlways),
		Args: arg.Of(within("height_factor", translationLimits, true), within("width_factor", translationLimits, true), fillOfMoved(),
			fillMode(), interpolation(), seed(), fillValue(0.0), toFormat()),
		Config: movedConfig,
	}
})

// RandomZoom makes images larger or smaller.
var RandomZoom = declare("RandomZoom", "random_zoom", func() spec.Class {
	return spec.Class{
		Doc: "Makes what images show larger or smaller at random.", ClassAttrs: noFactor, Call: randomly(zoom, false, castAlways),
		Args:   arg.Of(within("height_factor", zoomLimits, true), widthOfZoom(), fillOfMoved(), fillMode(), interpolation(), seed(), fillValue(0.0), format()),
		Config: movedConfig,
	}
})

// widthOfZoom is the argument width_factor of RandomZoom: None keeps the image's proportions.
func widthOfZoom() arg.Arg {
	a := within("width_factor", zoomLimits, true, nil)
	get := a.Kind.Get
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		return get(l, a, v)
	}}
	return a
}

// fillOfMoved are the checks that stand before anything but the factors is set.
func fillOfMoved() arg.List { return arg.Of(supportedFill(), supportedInterpolation()) }

// RandomShear slants images.
var RandomShear = declare("RandomShear", "random_shear", func() spec.Class {
	return spec.Class{
		Doc: "Slants images at random.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(shear, false, castAlways),
		Args: arg.Of(within("x_factor", shearLimits, false, 0.0), within("y_factor", shearLimits, false, 0.0), fillOfMoved(),
			interpolation(), fillMode(), fillValue(0.0), toFormat(), seed()),
		Config: spec.Keys("x_factor", "y_factor", "fill_mode", "interpolation", "seed", "fill_value", "data_format"),
	}
})

// axes sets the attributes that name the axes of an image; channel says whether the channels' one is among them.
func axes(channel bool) func(l *spec.Instance) error {
	return func(l *spec.Instance) error {
		pairs := []any{"height_axis", -3, "width_axis", -2, "channel_axis", -1}
		if l.Str("data_format") == "channels_first" {
			pairs = []any{"height_axis", -2, "width_axis", -1, "channel_axis", -3}
		}
		if !channel {
			pairs = pairs[:4]
		}
		return l.SetAll(pairs...)
	}
}

// RandomPerspective tilts images.
var RandomPerspective = declare("RandomPerspective", "random_perspective", func() spec.Class {
	return spec.Class{
		Doc: "Tilts images at random, as if seen from another place.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(tilt, false, castAlways),
		Args: arg.Of(factor("factor", 1.0).Says("the chance that an image is tilted: a number, or the lowest and the highest"),
			arg.Float("scale", 1.0).Says("how far the corners move, 0 to 1"), interpolation(), fillValue(0.0), seed(), toFormat(),
			arg.Check(func(l *spec.Instance) error {
				low, err := l.Compare("scale", object.Lt, 0.0)
				if err != nil {
					return err
				}
				high, err := l.Compare("scale", object.Gt, 1.0)
				if err != nil || !low && !high {
					return err
				}
				return l.Bad("scale", l.Value("scale"), "a number from 0 to 1")
			}), supportedInterpolation()),
		Config: spec.Keys("factor", "scale", "interpolation", "fill_value", "seed"), Setup: axes(true),
	}
})

// RandomElasticTransform bends images.
var RandomElasticTransform = declare("RandomElasticTransform", "random_elastic_transform", func() spec.Class {
	return spec.Class{
		Doc: "Bends images at random, as if they were of rubber.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(bend, false, castAlways),
		Args: arg.Of(factor("factor", 1.0).Says("the chance that an image is bent: a number, or the lowest and the highest"), factor("scale", 1.0),
			interpolation(), fillMode().Among("constant", "nearest", "wrap", "mirror", "reflect"), fillValue(0.0), valueRange(), seed(), toFormat(), supportedInterpolation(),
			arg.Check(func(l *spec.Instance) error { // Keras looks it up in a set
				_, err := object.NewDict().Get(l.T, l.Value("fill_mode"))
				return err
			}),
			supported("fill_mode", "constant", "nearest", "wrap", "mirror", "reflect")),
		Config: spec.Keys("factor", "scale", "interpolation", "fill_mode", "fill_value", "value_range", "seed"), Setup: axes(true),
	}
})

// RandomErasing covers a part of an image.
var RandomErasing = declare("RandomErasing", "random_erasing", func() spec.Class {
	return spec.Class{
		Doc: "Covers a rectangle of each image at random.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(erase, false, castAlways),
		Args: arg.Of(factor("factor", 1.0).Says("the chance that an image loses a part: a number, or the lowest and the highest"),
			factor("scale", arg.T(0.02, 0.33)).Says("which share of the image is covered: a number, or the lowest and the highest"),
			arg.Float("fill_value", nil).Says("what covers it; None is noise"), valueRange(), seed(), toFormat()),
		Config: spec.Keys("factor", "scale", "fill_value", "value_range", "seed"), Setup: axes(true),
	}
})

// RandomGaussianBlur blurs images.
var RandomGaussianBlur = declare("RandomGaussianBlur", "random_gaussian_blur", func() spec.Class {
	return spec.Class{
		Doc: "Blurs images at random.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(blurByChance, false, castAlways),
		Args: arg.Of(factor("factor", 1.0).Says("the chance that an image is blurred: a number, or the lowest and the highest"), oddPair("kernel_size", 3),
			factor("sigma", 1.0).Says("how strongly it is blurred: a number, or the lowest and the highest"), valueRange(), toFormat(), seed()),
		Config: spec.Keys("factor", "kernel_size", "sigma", "value_range", "seed"),
	}
})

// oddPair is an argument that takes an odd number or two of them.
func oddPair(name string, def any) arg.Arg {
	a := arg.Any(name, def).Says("the size of the blur's window: an odd number, or one for height and one for width")
	a.Kind = &arg.Kind{Name: "odd number or pair of odd numbers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		const allowed = "an odd number or two odd numbers"
		items, isPair := sequence(v)
		if !isPair {
			number, err := object.IsInstance(l.T, v, object.NewTuple(object.IntClass, object.FloatClass))
			if err != nil {
				return nil, err
			}
			if !number {
				return nil, l.Bad(a.Name, v, allowed)
			}
			items = []object.Object{v, v}
		}
		if len(items) != 2 {
			return nil, l.Bad(a.Name, v, allowed)
		}
		for _, n := range items {
			if even, err := isEven(l, n); err != nil || even {
				return nil, either(err, l.Bad(a.Name, v, allowed))
			}
		}
		return object.NewTuple(items...), nil
	}}
	return a
}

func isEven(l *spec.Instance, n object.Object) (bool, error) {
	rest, err := object.Binary(l.T, object.Mod, n, object.Int(2))
	if err != nil {
		return false, err
	}
	return object.Equal(l.T, rest, object.Int(0))
}
