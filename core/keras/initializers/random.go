package initializers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/random"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const randomModule = "keras.src.initializers.random_initializers"

// seed keeps what was given as _init_seed, which the config shows, and makes the attribute seed of it.
func seed() arg.List {
	return arg.Of(arg.Serialized("seed", nil).As("_init_seed").Says("an integer or a SeedGenerator; None picks one"),
		arg.Check(func(l *spec.Instance) error {
			v := l.Value("_init_seed")
			switch x := object.Of(v).(type) {
			case *object.NoneType:
				chosen, err := random.DefaultSeed(l.T)
				if err != nil {
					return err
				}
				return l.Set("seed", chosen)
			case object.Int, *object.BigInt, object.Bool:
				return l.Set("seed", v)
			case *object.Dict:
				made, err := saving.Deserialize(l.T, x, nil)
				if err != nil {
					return err
				}
				return l.Set("seed", made)
			}
			if i, ok := v.(*object.Instance); ok && i.Class().IsSubclass(random.SeedGenerator.In(l.T)) {
				return l.Set("seed", v)
			}
			return l.Bad("seed", v, "an integer, a keras.random.SeedGenerator or None")
		}))
}

// RandomInitializer is the base of those that draw numbers.
var RandomInitializer = spec.Declare(randomModule, "RandomInitializer", func() spec.Class {
	return spec.Class{
		Base: Initializer, Doc: "The base of initializers that draw random numbers.",
		Args: seed(), Config: spec.Keys("seed"), Alone: true,
	}
})

func drawn(name, lower, doc string, own func() arg.List) *spec.Class {
	return spec.Declare(randomModule, "keras.initializers."+name+" keras.initializers."+lower, func() spec.Class {
		return spec.Class{Base: RandomInitializer, Doc: doc,
			Args: arg.Of(own(), arg.BaseInit, arg.Any("seed", nil).ToBase())}
	})
}

// The initializers that draw from one distribution.
var (
	RandomNormal = drawn("RandomNormal", "random_normal", "Draws from a normal distribution.",
		func() arg.List {
			return arg.Of(arg.Float("mean", 0.0), arg.Float("stddev", 0.05))
		})
	TruncatedNormal = drawn("TruncatedNormal", "truncated_normal", "Draws from a normal distribution cut at two deviations.",
		func() arg.List {
			return arg.Of(arg.Float("mean", 0.0), arg.Float("stddev", 0.05))
		})
	RandomUniform = drawn("RandomUniform", "random_uniform", "Draws evenly from a range.",
		func() arg.List {
			return arg.Of(arg.Float("minval", -0.05), arg.Float("maxval", 0.05))
		})
)

// Orthogonal makes an orthogonal matrix.
var Orthogonal = spec.Declare(randomModule, "keras.initializers.Orthogonal keras.initializers.orthogonal keras.initializers.OrthogonalInitializer", func() spec.Class {
	return spec.Class{
		Base: RandomInitializer,
		Doc:  "Makes an orthogonal matrix times a factor.",
		Args: arg.Of(arg.Float("gain", 1.0).Says("the factor"), arg.BaseInit, arg.Any("seed", nil).ToBase()),
	}
})

// VarianceScaling draws from a distribution that fits the number of inputs and outputs.
var VarianceScaling = spec.Declare(randomModule, "keras.initializers.VarianceScaling keras.initializers.variance_scaling", func() spec.Class {
	return spec.Class{
		Base: RandomInitializer,
		Doc:  "Draws values whose spread fits the size of the weight.",
		Args: arg.Of(
			arg.Check(checkScaling),
			arg.Float("scale", 1.0).Says("a factor of the variance"), arg.OneOf("mode", "fan_in, fan_out or fan_avg", "fan_in").Says("what the variance is divided by"),
			arg.Str("distribution", "truncated_normal").Among("truncated_normal", "untruncated_normal", "uniform").As("-"),
			arg.BaseInit, arg.Any("seed", nil).ToBase(), arg.Any("input_axes", nil), arg.Any("output_axes", nil),
		),
		Config: spec.Keys("scale", "mode", "distribution", "input_axes", "output_axes"),
	}
})

func checkScaling(l *spec.Instance) error {
	if low, err := l.Compare("scale", object.Le, 0.0); err != nil || low {
		if err != nil {
			return err
		}
		return l.Bad("scale", l.Value("scale"), "a positive number")
	}
	if err := l.OneOf("mode", "fan_in", "fan_out", "fan_avg"); err != nil {
		return err
	}
	v, err := object.CallMethod(l.T, l.Value("distribution"), "lower")
	if err != nil {
		return err
	}
	if s, ok := v.(*object.Str); ok && s.String() == "normal" {
		v = object.Intern("truncated_normal")
	}
	l.Given.Set("distribution", v)
	if err := l.OneOf("distribution", "uniform", "truncated_normal", "untruncated_normal"); err != nil {
		return err
	}
	return l.Set("distribution", v)
}

func scaled(name, lower, doc string, scale float64, mode, distribution string) *spec.Class {
	return spec.Declare(randomModule, "keras.initializers."+name+" keras.initializers."+lower, func() spec.Class {
		return spec.Class{Base: VarianceScaling, Doc: doc,
			Args:   arg.Of(arg.Any("seed", nil), arg.Any("input_axes", nil), arg.Any("output_axes", nil)).ToBase(),
			Fixed:  []any{"scale", scale, "mode", mode, "distribution", distribution},
			Config: spec.Keys("seed", "input_axes", "output_axes"), Alone: true}
	})
}

// The named cases of VarianceScaling.
var (
	GlorotUniform = scaled("GlorotUniform", "glorot_uniform", "Draws evenly, by inputs and outputs.", 1, "fan_avg", "uniform")
	GlorotNormal  = scaled("GlorotNormal", "glorot_normal", "Draws from a cut normal distribution, by inputs and outputs.", 1, "fan_avg", "truncated_normal")
	LecunNormal   = scaled("LecunNormal", "lecun_normal", "Draws from a cut normal distribution, by inputs.", 1, "fan_in", "truncated_normal")
	LecunUniform  = scaled("LecunUniform", "lecun_uniform", "Draws evenly, by inputs.", 1, "fan_in", "uniform")
	HeNormal      = scaled("HeNormal", "he_normal", "Draws from a cut normal distribution, by inputs, for relu.", 2, "fan_in", "truncated_normal")
	HeUniform     = scaled("HeUniform", "he_uniform", "Draws evenly, by inputs, for relu.", 2, "fan_in", "uniform")
)
