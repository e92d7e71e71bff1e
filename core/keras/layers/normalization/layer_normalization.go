package normalization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// LayerNormalization keeps each example around zero with a spread of one.
var LayerNormalization = spec.Declare("keras.src.layers.normalization.layer_normalization", "keras.layers.LayerNormalization", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Keeps each example's mean near zero and its spread near one.",
		Args: arg.Of(
			arg.Check(takeRMSScaling), arg.BaseInit, axes("the axes that are normalized together"),
			arg.Float("epsilon", 0.001).Says("added to the variance, so that nothing is divided by zero"), affine(),
		),
		Kwargs: "kwargs", Masks: true,
		Config: spec.Keys("axis", "epsilon", "center", "scale", "rms_scaling", "beta_initializer", "gamma_initializer", "beta_regularizer",
			"gamma_regularizer", "beta_constraint", "gamma_constraint"),
		Setup: func(l *spec.Instance) error {
			return l.SetAll("rms_scaling", l.Given.Get("rms_scaling"), "autocast", false)
		},
		Takes: "inputs",
		Build: func(l *spec.Instance, in spec.Shape) error {
			shape, err := sizesOf(l, in)
			if err != nil {
				return err
			}
			rms := l.Bool("rms_scaling")
			return addPair(l, shape, l.Bool("scale") || rms, l.Bool("center") && !rms)
		},
		Output: sameShape,
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			c := layers.NewCalc(l)
			y := c.With("layer_normalization", []object.Object{a[0], l.Value("gamma"), l.Value("beta"), l.Value("axis"), l.Value("epsilon")},
				"rms_scaling", l.Value("rms_scaling"))
			return c.End(c.Do("cast", y, l.Value("compute_dtype")))
		},
	}
})

// takeRMSScaling takes an argument of former versions out of **kwargs.
func takeRMSScaling(l *spec.Instance) error {
	kw := l.Given.Get("kwargs").(*object.Dict)
	v := kw.GetName("rms_scaling")
	kw.DelStr(object.Intern("rms_scaling"))
	if v == nil {
		v = object.False
	}
	l.Given.Set("rms_scaling", v)
	if on, err := object.Truth(l.T, v); err != nil || !on {
		return err
	}
	return operation.Warn(l.T, "UserWarning", "LayerNormalization with rms_scaling=True divides by the variance, which is no RMS normalization: "+
		"take keras.layers.RMSNormalization instead.")
}
