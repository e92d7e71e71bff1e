// Package regularization holds the layers of Keras's folder layers/regularization.
package regularization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Dropout leaves out inputs at random while training.
var Dropout = spec.Declare(spec.Class{
	Name: "Dropout", Module: "keras.src.layers.regularization.dropout", Base: layers.Base, Export: spec.Keys("keras.layers.Dropout"),
	Doc: "Leaves out a share of the inputs while training.",
	Args: arg.Of(
		arg.Check(CheckRate), arg.Float("rate").Says("the share that is left out, from 0 to 1"), NoiseShape(),
		arg.Int("seed", nil).Says("the seed of the random choice"), arg.Check(SeedGenerator),
	),
	Kwargs: "kwargs", Masks: true, BuiltAtInit: true, InitOrder: spec.Keys("rate", "seed", "noise_shape"),
	Config: spec.Keys("rate", "seed", "noise_shape"),
	Takes:  "inputs, training=False",
	Output: func(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil },
	Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		training, err := object.Truth(l.T, a[1])
		if _, shapeOnly := a[0].(*tensor.KerasTensor); err != nil || !training || l.Float("rate") <= 0 || shapeOnly {
			return a[0], err
		}
		return nil, l.NotModelled("drawing what is left out while training")
	},
})

// CheckRate checks that rate is a number from 0 to 1.
func CheckRate(l *spec.Instance) error {
	inside, err := l.Compare("rate", object.Ge, 0)
	if err == nil && inside {
		inside, err = l.Compare("rate", object.Le, 1)
	}
	if err == nil && !inside { // as nan is
		err = l.Bad("rate", l.Value("rate"), "a number from 0 to 1")
	}
	return err
}

// SeedGenerator gives a layer with a rate above zero its seed generator.
func SeedGenerator(l *spec.Instance) error {
	if some, err := l.Compare("rate", object.Gt, 0); err != nil || !some {
		return err
	}
	return layers.SetSeedGenerator(l, l.Value("seed"))
}

// NoiseShape is an argument that takes a tuple or list of positive integers and None, or None.
func NoiseShape() arg.Arg {
	a := arg.Any("noise_shape", nil).Says("where the same choice is made for a whole axis, a 1 stands")
	a.Kind = &arg.Kind{Name: "tuple of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		const allowed = "a tuple or list of positive integers and None"
		if v == object.None {
			return v, nil
		}
		if _, ok := object.Of(v).(*object.Str); ok {
			return nil, l.Bad(a.Name, v, allowed)
		}
		items, err := object.Items(l.T, v)
		if object.IsKind(err, object.TypeErrorClass) {
			return nil, l.Bad(a.Name, v, allowed)
		}
		if err != nil {
			return nil, err
		}
		for _, d := range items {
			if d == object.None {
				continue
			}
			switch n := object.Of(d).(type) {
			case object.Int:
				if n > 0 {
					continue
				}
			case object.Bool:
				if n {
					continue
				}
			}
			return nil, l.Bad(a.Name, v, allowed)
		}
		if _, ok := v.(*object.Tuple); ok {
			return v, nil
		}
		return object.NewTuple(items...), nil
	}}
	return a
}
