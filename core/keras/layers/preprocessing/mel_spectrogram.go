package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// or is an argument that takes another value's place when it is false: Python's given or other.
func or(a arg.Arg, other func(l *spec.Instance) (object.Object, error)) arg.Arg {
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if some, err := object.Truth(l.T, v); some || err != nil {
			return v, err
		}
		return other(l)
	}}
	return a
}

// MelSpectrogram turns sound into a picture of pitches over time.
var MelSpectrogram = spec.Declare(folder+"mel_spectrogram", "keras.layers.MelSpectrogram", func() spec.Class {
	return spec.Class{
		Base: DataLayer,
		Doc:  "Turns sound into the strength of pitches over time, on the mel scale.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Int("fft_length", 2048).Says("how many samples a Fourier transform takes"), arg.Int("sequence_stride", 512).Says("how many samples lie between windows"),
			or(arg.Int("sequence_length", nil).Says("how many samples a window has; None takes fft_length"), func(l *spec.Instance) (object.Object, error) {
				return l.Value("fft_length"), nil
			}),
			arg.Check(func(l *spec.Instance) error {
				low, err := l.Compare("fft_length", object.Lt, l.Value("sequence_length"))
				if err != nil || !low {
					return err
				}
				return l.Bad("fft_length", l.Value("fft_length"), "no less than sequence_length="+l.Repr(l.Value("sequence_length")))
			}),
			arg.Str("window", "hann").Says("the name of the window function"), arg.Int("sampling_rate", 16000).Says("how many samples a second has"),
			arg.Int("num_mel_bins", 128).Says("how many pitches are told apart"), arg.Float("min_freq", 20.0).Says("the lowest frequency"),
			or(arg.Float("max_freq", nil).Says("the highest frequency; None takes half the sampling rate"), func(l *spec.Instance) (object.Object, error) {
				half, err := object.Binary(l.T, object.TrueDiv, l.Given.Get("sampling_rate"), object.Int(2))
				if err != nil {
					return nil, err
				}
				return object.Call(l.T, object.IntClass, half)
			}),
			arg.Bool("power_to_db", true).Says("whether to give decibels"), arg.Float("top_db", 80.0).Says("how far below the loudest decibels reach"),
			arg.Float("mag_exp", 2.0).Says("the power that magnitudes are raised to"), arg.Float("min_power", 1e-10).Says("the least power"),
			arg.Float("ref_power", 1.0).Says("the power of 0 decibels"), arg.BaseInit,
		),
		Takes: "inputs", Call: callMel, Methods: []spec.Method{ShapeBy(melShape)},
	}
})

func melShape(l *spec.Instance, in object.Object) (object.Object, error) {
	dims, err := object.Items(l.T, in)
	if err != nil {
		return nil, err
	}
	if len(dims) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	at := min(len(dims)-1, 1)
	steps, stride := dims[at], l.Value("sequence_stride")
	if steps != object.None {
		for _, by := range []object.Object{stride, object.Int(1)} {
			if steps, err = object.Binary(l.T, object.Add, steps, by); err != nil {
				return nil, err
			}
		}
		if steps, err = object.Binary(l.T, object.FloorDiv, steps, stride); err != nil {
			return nil, err
		}
	}
	out := append(append([]object.Object(nil), dims[:at]...), l.Value("num_mel_bins"), steps)
	return object.NewList(out...), nil
}
