package regularization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/regularizers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func same(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil }

// whileTraining passes inputs on, except while training with an amount above zero.
func whileTraining(amount, what string) func(l *spec.Instance, a []object.Object) (object.Object, error) {
	return func(l *spec.Instance, a []object.Object) (object.Object, error) {
		training, err := object.Truth(l.T, a[1])
		if err != nil || !training || l.Float(amount) <= 0 {
			return a[0], err
		}
		return nil, l.NotModelled(what + " while training")
	}
}

// share checks that a number is from 0 to 1.
func share(name string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		low, err := l.Compare(name, object.Lt, 0)
		if err != nil {
			return err
		}
		high, err := l.Compare(name, object.Gt, 1)
		if err != nil || !low && !high {
			return err
		}
		return l.Bad(name, l.Value(name), "a number from 0 to 1")
	})
}

// seedAbove gives the layer a seed generator when the amount is above zero.
func seedAbove(amount string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		if some, err := l.Compare(amount, object.Gt, 0); err != nil || !some {
			return err
		}
		return layers.SetSeedGenerator(l, l.Value("seed"))
	})
}

func seed() arg.Arg { return arg.Int("seed", nil).Says("the seed of the random choice") }

// declare makes a layer that changes its input while training only.
func declare(c spec.Class) *spec.Class {
	c.Base, c.Kwargs, c.Masks, c.BuiltAtInit = layers.Base, "kwargs", true, true
	c.Export, c.Takes, c.Output = spec.Keys("keras.layers."+c.Name), "inputs, training=False", same
	return spec.Declare(c)
}

// AlphaDropout keeps mean and variance.
var AlphaDropout = declare(spec.Class{
	Name: "AlphaDropout", Module: "keras.src.layers.regularization.alpha_dropout", Doc: "Leaves out inputs and keeps their mean and variance, for SELU.",
	Args: arg.Of(share("rate"), arg.Float("rate").Says("the share that is left out, from 0 to 1"), arg.Any("noise_shape", nil).Says("the shape of the choice"),
		seed(), seedAbove("rate")),
	InitOrder: spec.Keys("rate", "seed", "noise_shape"), Config: spec.Keys("rate", "seed", "noise_shape"), Call: whileTraining("rate", "drawing what is left out"),
})

// GaussianDropout multiplies by noise around one.
var GaussianDropout = declare(spec.Class{
	Name: "GaussianDropout", Module: "keras.src.layers.regularization.gaussian_dropout", Doc: "Multiplies inputs by noise around one while training.",
	Args: arg.Of(share("rate"), arg.Float("rate").Says("how strong the noise is, from 0 to 1"), seed(), seedAbove("rate")),
	Call: whileTraining("rate", "drawing noise"),
})

// GaussianNoise adds noise around zero.
var GaussianNoise = declare(spec.Class{
	Name: "GaussianNoise", Module: "keras.src.layers.regularization.gaussian_noise", Doc: "Adds noise around zero while training.",
	Args: arg.Of(share("stddev"), arg.Float("stddev").Says("the standard deviation of the noise, from 0 to 1"), seed(), seedAbove("stddev")),
	Call: whileTraining("stddev", "drawing noise"),
})

// ActivityRegularization passes inputs on and adds their size to the loss.
var ActivityRegularization = spec.Declare(spec.Class{
	Name: "ActivityRegularization", Module: "keras.src.layers.regularization.activity_regularization", Base: layers.Base,
	Export: spec.Keys("keras.layers.ActivityRegularization"), Doc: "Passes inputs on and adds their size to the loss.",
	Args: arg.Of(arg.Check(func(l *spec.Instance) error {
		r, err := regularizers.L1L2.New(l.T, arg.Pairs("l1", l.Given["l1"], "l2", l.Given["l2"])...)
		if err != nil {
			return err
		}
		d, ok := l.Given["kwargs"].(*object.Dict)
		if !ok {
			d = object.NewDict()
		}
		if d.GetName("activity_regularizer") != nil {
			return object.TypeError("%s makes its activity_regularizer of l1 and l2: it cannot be given too.", l.ClassName())
		}
		d = d.Copy()
		d.SetName("activity_regularizer", r)
		l.Given["kwargs"] = d
		return nil
	}), arg.BaseInit, arg.Float("l1", 0.0).Says("the weight of absolute values"), arg.Float("l2", 0.0).Says("the weight of squares")),
	Kwargs: "kwargs", Masks: true, BuiltAtInit: true, Takes: "inputs", Output: same,
	Call: func(_ *spec.Instance, a []object.Object) (object.Object, error) { return a[0], nil },
	Finish: func(_ *spec.Instance, config *object.Dict) error {
		config.DelStr(object.Intern("activity_regularizer"))
		return nil
	},
})
