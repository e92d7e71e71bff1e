// Package quantizers holds Keras's quantizers and the configs that say how a layer is quantized.
package quantizers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Quantizer is the base class.
var Quantizer = spec.Declare("keras.src.quantizers.quantizers", "keras.Quantizer keras.quantizers.Quantizer", func() spec.Class {
	return spec.Class{
		Doc:  "The base of quantizers: a callable that makes small integers of numbers.",
		Args: arg.Of(arg.Str("output_dtype", "int8").Says("the dtype of what it makes")), Config: spec.None, FromConfig: spec.Construct,
		Methods: []spec.Method{
			{Name: "__call__", Takes: "x", Do: func(_ *spec.Instance, a []object.Object) (object.Object, error) { return a[0], nil }},
			{Name: "get_config", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no get_config() method of its own.", l.ClassName())
			}},
		},
	}
})

// AbsMaxQuantizer scales by the largest absolute value.
var AbsMaxQuantizer = spec.Declare("keras.src.quantizers.quantizers", "keras.quantizers.AbsMaxQuantizer", func() spec.Class {
	return spec.Class{
		Base: Quantizer,
		Doc:  "Scales numbers by their largest absolute value and rounds them.",
		Args: arg.Of(axes(), arg.Any("value_range", arg.T(-127, 127)).Says("the least and the greatest integer"), arg.Float("epsilon", 1e-07),
			arg.Str("output_dtype", "int8").ToBase(), arg.Check(checkRange)),
		Config: spec.Keys("value_range", "epsilon", "output_dtype"), Alone: true,
		Finish: func(l *spec.Instance, config *object.Dict) error {
			if !l.IsNone("axis") {
				config.SetName("axis", l.Value("axis"))
			}
			return nil
		},
		Methods: []spec.Method{{Name: "__call__", Takes: "x, axis=None, to_numpy=False", Do: callAbsMax}},
	}
})

// axes takes an integer or a sequence of integers and makes a tuple.
func axes() arg.Arg {
	a := arg.Any("axis", nil).Says("the axes that share a scale")
	a.Kind = &arg.Kind{Name: "integer or tuple", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		switch object.Of(v).(type) {
		case *object.NoneType:
			return v, nil
		case object.Int, object.Bool, *object.BigInt:
			return object.NewTuple(v), nil
		}
		items, err := object.Items(l.T, v)
		return object.NewTuple(items...), err
	}}
	return a
}

func checkRange(l *spec.Instance) error {
	if l.Str("output_dtype") != "int8" {
		return nil
	}
	for i, bound := range []object.Int{-128, 127} {
		v, err := object.GetItem(l.T, l.Value("value_range"), object.Int(i))
		if err != nil {
			return err
		}
		op := object.Lt
		if i == 1 {
			op = object.Gt
		}
		beyond, err := object.Compare(l.T, op, v, bound)
		if err != nil {
			return err
		}
		if bad, err := object.Truth(l.T, beyond); err != nil || bad {
			if err != nil {
				return err
			}
			return l.Bad("value_range", l.Value("value_range"), "within -128 and 127 for output_dtype='int8'")
		}
	}
	return nil
}

// list are the objects that keras.quantizers knows by name.
func list() []*spec.Class {
	return []*spec.Class{Quantizer, AbsMaxQuantizer, QuantizationConfig, Int8Config, Int4Config, Float8Config, AWQConfig}
}

// Family holds the functions get, serialize and deserialize.
var Family = (&saving.Family{Kind: "quantizer", Module: "keras.quantizers", Strict: true, Classes: list()}).Declare()
