package initializers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const constantModule = "keras.src.initializers.constant_initializers"

// Constant gives every value the same number.
var Constant = spec.Declare(constantModule, "keras.initializers.Constant keras.initializers.constant", func() spec.Class {
	return spec.Class{
		Base: Initializer,
		Doc:  "Gives all values one number.",
		Args: arg.Of(arg.Serialized("value", 0.0).Says("the number, or an array")), Alone: true,
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			v := config.GetName("value")
			if v == nil {
				return nil, object.KeyError(object.NewStr("value"))
			}
			v, err := saving.Deserialize(t, v, nil)
			if err != nil {
				return nil, err
			}
			return cls.Call(t, object.Positional(v))
		},
	}
})

func plain(name, doc, lower string) *spec.Class {
	return spec.Declare(constantModule, "keras.initializers."+name+" keras.initializers."+lower, func() spec.Class {
		return spec.Class{Base: Initializer, Doc: doc, Inherits: true, Config: spec.None}
	})
}

// Zeros and Ones.
var (
	Zeros = plain("Zeros", "Gives all values zero.", "zeros")
	Ones  = plain("Ones", "Gives all values one.", "ones")
)

// Identity makes an identity matrix. Its gain is not in its config, as in Keras.
var Identity = spec.Declare(constantModule, "keras.initializers.Identity keras.initializers.identity keras.initializers.IdentityInitializer", func() spec.Class {
	return spec.Class{
		Base: Initializer,
		Doc:  "Makes the identity matrix times a factor.",
		Args: arg.Of(arg.Float("gain", 1.0).Says("the factor")), Config: spec.None,
	}
})

// STFT makes the kernel of a short-time Fourier transform.
var STFT = spec.Declare(constantModule, "keras.initializers.STFT keras.initializers.stft keras.initializers.STFTInitializer", func() spec.Class {
	return spec.Class{
		Base: Initializer,
		Doc:  "Makes the real or imaginary part of a Fourier kernel.",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error { return l.OneOf("side", "real", "imag") }), arg.Check(CheckWindow),
			arg.Check(func(l *spec.Instance) error {
				if l.IsNone("scaling") {
					return nil
				}
				return l.OneOf("scaling", "density", "spectrum")
			}),
			arg.Str("side", "real").Among("real", "imag"), arg.Any("window", "hann"), arg.Str("scaling", "density").Among("density", "spectrum", "None"), arg.Bool("periodic", false),
		),
		Config: spec.Keys("side", "window", "periodic", "scaling"), Alone: true,
	}
})

// CheckWindow refuses the name of a window that scipy.signal.get_window does not know.
func CheckWindow(l *spec.Instance) error {
	v := l.Value("window")
	s, ok := object.Of(v).(*object.Str)
	if !ok || windows[s.String()] {
		return nil
	}
	return l.Bad("window", v, "the name of a window that takes no parameter, such as 'hann'")
}

var windows = map[string]bool{}

func init() {
	for _, n := range []string{"barthann", "brthan", "bth", "bartlett", "bart", "brt", "blackman", "black", "blk", "blackmanharris",
		"blackharr", "bkh", "bohman", "bman", "bmn", "boxcar", "box", "ones", "rect", "rectangular", "cosine", "halfcosine", "exponential",
		"poisson", "flattop", "flat", "flt", "hamming", "hamm", "ham", "hann", "han", "lanczos", "sinc", "nuttall", "nutl", "nut",
		"parzen", "parz", "par", "taylor", "taylorwin", "triangle", "triang", "tri", "tukey", "tuk"} {
		windows[n] = true
	}
}
