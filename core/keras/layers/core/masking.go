package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Masking leaves out the steps that hold nothing but one value.
var Masking = spec.Declare("keras.src.layers.core.masking", "keras.layers.Masking", func() spec.Class {
	return spec.Class{
		Base:   layers.Base,
		Doc:    "Leaves out the steps of a sequence that hold nothing but one value.",
		Args:   arg.Of(maskValue()),
		Kwargs: "kwargs", Masks: true, BuiltAtInit: true,
		Takes: "inputs", Call: callMasking,
		Output: func(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil },
		Methods: []spec.Method{{Name: "compute_mask", Takes: "inputs, mask=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			c := layers.NewCalc(l)
			return c.End(c.With("any", []object.Object{c.Do("not_equal", a[0], l.Value("mask_value"))}, "axis", -1))
		}}},
	}
})

// maskValue takes the value; a serialized one is brought back.
func maskValue() arg.Arg {
	a := arg.Any("mask_value", 0.0).Says("the value that stands for nothing")
	a.Kind = &arg.Kind{Name: "any value", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		d, ok := object.Of(v).(*object.Dict)
		if !ok || d.GetName("config") == nil {
			return v, nil
		}
		if set, err := object.Truth(l.T, d.GetName("config")); err != nil || !set {
			return v, err
		}
		return saving.Deserialize(l.T, v, nil)
	}}
	return a
}

func callMasking(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	keep := c.With("any", []object.Object{c.Do("not_equal", a[0], l.Value("mask_value"))}, "axis", -1, "keepdims", true)
	out := c.Do("where", keep, a[0], object.Int(0))
	mask := c.With("squeeze", []object.Object{keep}, "axis", -1)
	if c.Err == nil {
		layers.SetMask(out, mask)
	}
	return c.End(out)
}
