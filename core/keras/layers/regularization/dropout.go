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
var Dropout = spec.Declare("keras.src.layers.regularization.dropout", "keras.layers.Dropout", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Leaves out a share of the inputs while training.",
		Args: arg.Of(
			arg.Check(CheckRate), arg.Float("rate").Says("the share that is left out, from 0 to 1"), NoiseShape(),
			arg.Int("seed", nil).Says("the seed of the random choice"), arg.Check(SeedGenerator),
		),
		Kwargs: "kwargs", Masks: true, BuiltAtInit: true, InitOrder: spec.Keys("rate", "seed", "noise_shape"),
		Config: spec.Keys("rate", "seed", "noise_shape"),
		Takes:  "inputs, training=False",
		Output: func(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil },
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return leftOut(l, a, l.Value("noise_shape"))
		},
	}
})

// draws reports whether a call draws numbers: while training, with an amount above zero, and on values.
func draws(l *spec.Instance, a []object.Object, amount string) (bool, error) {
	training, err := object.Truth(l.T, a[1])
	x, symbolic := a[0].(*tensor.KerasTensor)
	return training && l.Float(amount) > 0 && !(symbolic && x.Kind != tensor.Eager), err
}

// leftOut is the call of a dropout layer. noise is the shape of the choice.
func leftOut(l *spec.Instance, a []object.Object, noise object.Object) (object.Object, error) {
	if some, err := draws(l, a, "rate"); err != nil || !some {
		return a[0], err
	}
	c := layers.NewCalc(l)
	return c.End(c.With("random.dropout", []object.Object{a[0], l.Value("rate")}, "noise_shape", noise, "seed", l.Value("seed_generator")))
}

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
