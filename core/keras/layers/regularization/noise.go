package regularization

import (
	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/regularizers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func same(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil }

// whileTraining passes inputs on, except while training with an amount above zero: then f makes others of them. inputs has the layer's
// dtype.
func whileTraining(amount string, f func(c *layers.Calc, l *spec.Instance, inputs object.Object) object.Object) func(l *spec.Instance, a []object.Object) (object.Object, error) {
	return func(l *spec.Instance, a []object.Object) (object.Object, error) {
		if some, err := draws(l, a, amount); err != nil || !some {
			return a[0], err
		}
		c := layers.NewCalc(l)
		return c.End(f(c, l, c.Do("convert_to_tensor", a[0])))
	}
}

// noise draws normal numbers of the shape of inputs.
func noise(c *layers.Calc, l *spec.Instance, inputs object.Object, mean, deviation float64) object.Object {
	return c.With("random.normal", []object.Object{c.Attr(inputs, "shape")}, "mean", mean, "stddev", deviation, "dtype", l.Value("compute_dtype"),
		"seed", l.Value("seed_generator"))
}

// The numbers of the activation SELU.
const (
	seluAlpha = 1.6732632423543772848170429916717
	seluScale = 1.0507009873554804934193349852946
)

// alphaDropped puts the lower limit of SELU in the place of what is left out, and moves all so that mean and variance stay.
func alphaDropped(c *layers.Calc, l *spec.Instance, inputs object.Object) object.Object {
	shape := noiseShape(c, l, inputs)
	rate := l.Float("rate")
	const low = -seluAlpha * seluScale
	drawn := c.With("random.uniform", []object.Object{shape}, "seed", l.Value("seed_generator"))
	kept := c.Do("cast", c.Do("greater_equal", drawn, object.Float(rate)), c.Attr(inputs, "dtype"))
	a := 1 / math.Sqrt((1-rate)*(1+rate*low*low))
	b := -a * low * rate
	x := c.Do("add", c.Do("multiply", inputs, kept), c.Do("multiply", c.Do("subtract", object.Float(1), kept), object.Float(low)))
	return c.Do("add", c.Do("multiply", object.Float(a), x), object.Float(b))
}

// noiseShape is the attribute noise_shape, where None stands for the size of inputs.
func noiseShape(c *layers.Calc, l *spec.Instance, inputs object.Object) object.Object {
	shape := c.Attr(inputs, "shape")
	if l.IsNone("noise_shape") || c.Err != nil {
		return shape
	}
	sizes := c.Items(shape)
	items := append([]object.Object{}, c.Items(l.Value("noise_shape"))...)
	for i, v := range items {
		if v == object.None && i < len(sizes) {
			items[i] = sizes[i]
		}
	}
	return object.NewTuple(items...)
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
func declare(name, module string, own func() spec.Class) *spec.Class {
	return spec.Declare(module, "keras.layers."+name, func() spec.Class {
		c := own()
		c.Base, c.Kwargs, c.Masks, c.BuiltAtInit = layers.Base, "kwargs", true, true
		c.Takes, c.Output = "inputs, training=False", same
		return c
	})
}

// AlphaDropout keeps mean and variance.
var AlphaDropout = declare("AlphaDropout", "keras.src.layers.regularization.alpha_dropout", func() spec.Class {
	return spec.Class{
		Doc: "Leaves out inputs and keeps their mean and variance, for SELU.",
		Args: arg.Of(share("rate"), arg.Float("rate").Says("the share that is left out, from 0 to 1"), arg.Any("noise_shape", nil).Says("the shape of the choice"),
			seed(), seedAbove("rate")),
		InitOrder: spec.Keys("rate", "seed", "noise_shape"), Config: spec.Keys("rate", "seed", "noise_shape"), Call: whileTraining("rate", alphaDropped),
	}
})

// GaussianDropout multiplies by noise around one.
var GaussianDropout = declare("GaussianDropout", "keras.src.layers.regularization.gaussian_dropout", func() spec.Class {
	return spec.Class{
		Doc:  "Multiplies inputs by noise around one while training.",
		Args: arg.Of(share("rate"), arg.Float("rate").Says("how strong the noise is, from 0 to 1"), seed(), seedAbove("rate")),
		Call: whileTraining("rate", func(c *layers.Calc, l *spec.Instance, inputs object.Object) object.Object {
			rate := l.Float("rate")
			return c.Do("multiply", inputs, noise(c, l, inputs, 1, math.Sqrt(rate/(1-rate))))
		}),
	}
})

// GaussianNoise adds noise around zero.
var GaussianNoise = declare("GaussianNoise", "keras.src.layers.regularization.gaussian_noise", func() spec.Class {
	return spec.Class{
		Doc:  "Adds noise around zero while training.",
		Args: arg.Of(share("stddev"), arg.Float("stddev").Says("the standard deviation of the noise, from 0 to 1"), seed(), seedAbove("stddev")),
		Call: whileTraining("stddev", func(c *layers.Calc, l *spec.Instance, inputs object.Object) object.Object {
			return c.Do("add", inputs, noise(c, l, inputs, 0, l.Float("stddev")))
		}),
	}
})

// ActivityRegularization passes inputs on and adds their size to the loss.
var ActivityRegularization = spec.Declare("keras.src.layers.regularization.activity_regularization", "keras.layers.ActivityRegularization", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Passes inputs on and adds their size to the loss.",
		Args: arg.Of(arg.Check(func(l *spec.Instance) error {
			r, err := regularizers.L1L2.New(l.T, arg.Pairs("l1", l.Given.Get("l1"), "l2", l.Given.Get("l2"))...)
			if err != nil {
				return err
			}
			d, ok := l.Given.Get("kwargs").(*object.Dict)
			if !ok {
				d = object.NewDict()
			}
			if d.GetName("activity_regularizer") != nil {
				return object.TypeError("%s makes its activity_regularizer of l1 and l2: it cannot be given too.", l.ClassName())
			}
			d = d.Copy()
			d.SetName("activity_regularizer", r)
			l.Given.Set("kwargs", d)
			return nil
		}), arg.BaseInit, arg.Float("l1", 0.0).Says("the weight of absolute values"), arg.Float("l2", 0.0).Says("the weight of squares")),
		Kwargs: "kwargs", Masks: true, BuiltAtInit: true, Takes: "inputs", Output: same,
		Call: func(_ *spec.Instance, a []object.Object) (object.Object, error) { return a[0], nil },
		Finish: func(_ *spec.Instance, config *object.Dict) error {
			config.DelStr(object.Intern("activity_regularizer"))
			return nil
		},
	}
})
