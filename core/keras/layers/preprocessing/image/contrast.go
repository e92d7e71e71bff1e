package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// AutoContrast stretches colors over the whole range.
var AutoContrast = declare("AutoContrast", "auto_contrast", func() spec.Class {
	return spec.Class{
		Doc: "Stretches the colors of each image over the whole range.", ClassAttrs: noFactor, Call: autoContrast,
		Args: arg.Of(sortedRange()), Config: spec.Keys("value_range"),
	}
})

// Equalization makes all brightnesses equally frequent.
var Equalization = declare("Equalization", "equalization", func() spec.Class {
	return spec.Class{
		Doc: "Makes all brightnesses of an image equally frequent.", Call: equalize,
		Args:      arg.Of(rangeWithoutText(), arg.Int("bins", 256).Says("how many steps of brightness are told apart"), format()),
		InitOrder: spec.Keys("bins", "value_range"), Config: spec.Keys("bins", "value_range"),
		Methods: []spec.Method{{Name: "compute_output_spec", Takes: "inputs, **kwargs", Do: sameSpec}},
	}
})

// rangeWithoutText is value_range of Equalization. Keras means to refuse a bad one with a text that the class does not have,
// which is an AttributeError.
func rangeWithoutText() arg.Arg {
	a := sortedRange()
	get := a.Kind.Get
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		out, err := get(l, a, v)
		if e := object.AsException(err); e != nil && object.IsKind(err, object.ValueErrorClass) {
			again := object.NewError(object.AttributeErrorClass, "%s", e.Message())
			again.Subject = e.Subject
			l.Place(again, a.Name)
			return nil, again
		}
		return out, err
	}}
	return a
}

// ContrastLimitedAdaptiveHistogramEqualization equalizes parts of an image.
var ContrastLimitedAdaptiveHistogramEqualization = declare("ContrastLimitedAdaptiveHistogramEqualization", "clahe", func() spec.Class {
	return spec.Class{
		Doc: "Evens out the brightness of each part of an image, with a limit to the contrast.", Call: evenParts,
		Args: arg.Of(valueRange(), arg.Float("clip_limit", 4.0).Says("how far the contrast may grow"),
			arg.Any("tile_grid_size", arg.T(8, 8)).Says("into how many parts height and width are cut"), format()),
		Config: spec.Keys("value_range", "clip_limit", "tile_grid_size", "data_format"),
	}
})

// Solarization inverts what is brighter than a threshold.
var Solarization = declare("Solarization", "solarization", func() spec.Class {
	return spec.Class{
		Doc: "Makes images brighter and inverts what is above a threshold.", ClassAttrs: noFactor, Call: randomly(solarizing, false, castAlways),
		Args: arg.Of(within("addition_factor", solarizationLimits, false, 0.0).Says("how much is added: a number, or the lowest and the highest"),
			within("threshold_factor", solarizationLimits, false, 0.0).Says("above which share colors are inverted: a number, or the lowest and the highest"),
			sortedRange(), seed()),
		InitOrder: spec.Keys("seed"), Config: spec.Keys("value_range", "addition_factor", "threshold_factor", "seed"),
	}
})
