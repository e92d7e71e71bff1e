package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// part makes a layer inside another, with keyword arguments as names and values in turn, and sets it as an attribute.
func part(l *spec.Instance, attr string, c *spec.Class, more []object.Kwarg, pairs ...any) error {
	made, err := c.New(l.T, append(arg.Pairs(pairs...), more...)...)
	if err != nil {
		return err
	}
	return l.Set(attr, made)
}

// colorParts are the layers that RandomColorJitter is made of.
var colorParts = []struct {
	name  string
	class *spec.Class
}{{"brightness", RandomBrightness}, {"contrast", RandomContrast}, {"saturation", RandomSaturation}, {"hue", RandomHue}}

func colorFactor(name string) arg.Arg {
	return arg.Any(name+"_factor", nil).Says("how far the " + name + " may change; None leaves it")
}

// RandomColorJitter changes several properties of colors.
var RandomColorJitter = declare("RandomColorJitter", "random_color_jitter", func() spec.Class {
	return spec.Class{
		Doc: "Changes brightness, contrast, saturation and hue at random.", Call: randomly(jitter, false, castTraining),
		Args:   arg.Of(valueRange(), colorFactor("brightness"), colorFactor("contrast"), colorFactor("saturation"), colorFactor("hue"), seed(), toFormat()),
		Config: spec.Keys("value_range", "brightness_factor", "contrast_factor", "saturation_factor", "hue_factor", "seed"),
		Setup: func(l *spec.Instance) error {
			for _, p := range colorParts {
				attr := "random_" + p.name
				if l.IsNone(p.name + "_factor") {
					if err := l.Set(attr, nil); err != nil {
						return err
					}
					continue
				}
				if err := part(l, attr, p.class, nil, "factor", l.Value(p.name+"_factor"), "value_range", l.Value("value_range"), "seed", l.Value("seed")); err != nil {
					return err
				}
			}
			return nil
		},
		Methods: []spec.Method{{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			var built []string
			for _, p := range colorParts {
				if !l.IsNone(p.name + "_factor") {
					built = append(built, "random_"+p.name)
				}
			}
			return nil, buildParts(l, built, a[0])
		}}},
	}
})

func buildParts(l *spec.Instance, attrs []string, shape object.Object) error {
	for _, attr := range attrs {
		if _, err := object.CallMethod(l.T, l.Value(attr), "build", shape); err != nil {
			return err
		}
	}
	return nil
}

// operations makes the layers that AugMix and RandAugment choose from, in the order that the class makes them in.
func operations(l *spec.Instance, names []string) error {
	more, err := operation.Keywords(l.Given.Get("kwargs").(*object.Dict))
	if err != nil {
		return err
	}
	factor, seed, values, format := l.Value("factor"), l.Value("seed"), l.Value("value_range"), l.Given.Get("data_format")
	way := l.Given.Get("interpolation")
	ranged := []any{"value_range", values, "data_format", format}
	drawn := append([]any{"seed", seed}, ranged...)
	for _, name := range names {
		var err error
		switch name {
		case "random_shear":
			err = part(l, name, RandomShear, more, "x_factor", factor, "y_factor", factor, "interpolation", way, "seed", seed, "data_format", format)
		case "random_translation":
			err = part(l, name, RandomTranslation, more, "height_factor", factor, "width_factor", factor, "interpolation", way, "seed", seed, "data_format", format)
		case "random_rotation":
			err = part(l, name, RandomRotation, more, "factor", factor, "interpolation", way, "seed", seed, "data_format", format)
		case "solarization":
			err = part(l, name, Solarization, more, append([]any{"addition_factor", factor, "threshold_factor", factor}, drawn...)...)
		case "random_posterization":
			var bits object.Object
			if bits, err = posterBits(l); err == nil {
				err = part(l, name, RandomPosterization, more, append([]any{"factor", bits}, drawn...)...)
			}
		case "auto_contrast":
			err = part(l, name, AutoContrast, more, ranged...)
		case "equalization":
			err = part(l, name, Equalization, more, ranged...)
		default:
			err = part(l, name, colorOperations[name], more, append([]any{"factor", factor}, drawn...)...)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

var colorOperations = map[string]*spec.Class{"random_brightness": RandomBrightness, "random_color_degeneration": RandomColorDegeneration,
	"random_contrast": RandomContrast, "random_sharpness": RandomSharpness}

// posterBits makes the number of bits of the upper factor: an eighth for each, one at least.
func posterBits(l *spec.Instance) (object.Object, error) {
	pair, _ := sequence(l.Value("factor"))
	n, err := object.Binary(l.T, object.Mul, object.Int(8), pair[1])
	if err != nil {
		return nil, err
	}
	if n, err = object.Call(l.T, object.IntClass, n); err != nil {
		return nil, err
	}
	if more, err := holds(l, object.Gt, n, object.Int(1)); !more {
		return object.Int(1), err
	}
	return n, nil
}

var (
	firstOperations = spec.Keys("random_shear", "random_translation", "random_rotation")
	colorNames      = spec.Keys("random_brightness", "random_color_degeneration", "random_contrast", "random_sharpness")
	mixOperations   = spec.Keys("random_shear", "random_translation", "random_rotation", "solarization", "random_posterization", "auto_contrast", "equalization")
	randOperations  = join(firstOperations, colorNames, spec.Keys("solarization", "random_posterization", "auto_contrast", "equalization"))
)

func join(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// AugMix blends chains of changes.
var AugMix = declare("AugMix", "aug_mix", func() spec.Class {
	return spec.Class{
		Doc: "Changes images along several random chains and blends the results.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(mix, false, castAlways),
		Args: arg.Of(valueRange(), arg.Int("num_chains", 3).Says("how many chains are blended"), arg.Int("chain_depth", 3).Says("how many changes a chain has at most"),
			factor("factor", 0.3), arg.Float("alpha", 1.0).Says("how even the blend is"),
			arg.Bool("all_ops", true).Says("whether brightness, color, contrast and sharpness change too"), interpolation(), seed(), toFormat()),
		Config:  spec.Keys("value_range", "num_chains", "chain_depth", "factor", "alpha", "all_ops", "interpolation", "seed"),
		Setup:   func(l *spec.Instance) error { return operations(l, mixed(l)) },
		Methods: []spec.Method{buildOperations(mixed)},
	}
})

// mixed lists the changes of an AugMix.
func mixed(l *spec.Instance) []string {
	if l.Bool("all_ops") {
		return join(mixOperations, colorNames)
	}
	return mixOperations
}

// RandAugment applies a few changes.
var RandAugment = declare("RandAugment", "rand_augment", func() spec.Class {
	return spec.Class{
		Doc: "Applies a few random changes to each image.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(augment, false, castAlways),
		Args:    arg.Of(valueRange(), arg.Int("num_ops", 2).Says("how many changes each image gets"), factor("factor", 0.5), interpolation(), seed(), toFormat()),
		Config:  spec.Keys("value_range", "num_ops", "factor", "interpolation", "seed"),
		Setup:   func(l *spec.Instance) error { return operations(l, randOperations) },
		Methods: []spec.Method{buildOperations(func(*spec.Instance) []string { return randOperations })},
	}
})

func buildOperations(names func(l *spec.Instance) []string) spec.Method {
	return spec.Method{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		return nil, buildParts(l, names(l), a[0])
	}}
}
