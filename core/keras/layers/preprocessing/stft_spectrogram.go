package preprocessing

import (
	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// STFTSpectrogram turns sound into the strength of frequencies over time.
var STFTSpectrogram = spec.Declare(folder+"stft_spectrogram", "keras.layers.STFTSpectrogram", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Turns sound into the strength of frequencies over time.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(checkFrames), arg.Check(checkTransform), arg.Check(initializers.CheckWindow), arg.BaseInit,
			arg.OneOf("mode", "log, magnitude, psd, real, imag, angle or stft", "log").Says("what is given of each frequency"),
			arg.Int("frame_length", 256).Says("how many samples a window has"),
			arg.Int("frame_step", nil).Says("how many samples lie between windows; None is half a window"),
			arg.Int("fft_length", nil).Says("how many samples a Fourier transform takes; None is the next power of two"),
			arg.Any("window", "hann").Among("hann", "hamming", "None").Says("the window function: its name or values"), arg.Bool("periodic", false).Says("whether the window is periodic"),
			arg.OneOf("scaling", "density, spectrum or None", "density").Says("how strengths are scaled"),
			arg.OneOf("padding", "valid or same", "valid").Says("whether to fill up at the ends"),
			arg.Bool("expand_dims", false).Says("whether frequencies have an axis of their own"), arg.DataFormat("data_format", nil).Says("whether channels come last or first"),
		),
		Setup:  setLengths,
		Config: spec.Keys("mode", "frame_length", "frame_step", "fft_length", "window", "periodic", "scaling", "padding", "data_format", "expand_dims"),
		Takes:  "inputs", Call: callSTFT, Build: buildSTFT, Output: shapeSTFT,
	}
})

func checkFrames(l *spec.Instance) error {
	if l.IsNone("frame_step") {
		return nil
	}
	above, err := l.Compare("frame_step", object.Gt, l.Value("frame_length"))
	if err != nil {
		return err
	}
	if !above {
		if above, err = l.Compare("frame_step", object.Lt, 1); err != nil || !above {
			return err
		}
	}
	return l.Bad("frame_step", l.Value("frame_step"), "from 1 to frame_length="+l.Repr(l.Value("frame_length")))
}

func checkTransform(l *spec.Instance) error {
	if !l.IsNone("fft_length") {
		low, err := l.Compare("fft_length", object.Lt, l.Value("frame_length"))
		if err != nil {
			return err
		}
		if low {
			return l.Bad("fft_length", l.Value("fft_length"), "no less than frame_length="+l.Repr(l.Value("frame_length")))
		}
		if err := warnUnlessPower(l, l.Value("fft_length")); err != nil {
			return err
		}
	}
	if err := l.OneOf("mode", "log", "magnitude", "psd", "real", "imag", "angle", "stft"); err != nil {
		return err
	}
	if !l.IsNone("scaling") {
		if err := l.OneOf("scaling", "density", "spectrum"); err != nil {
			return err
		}
	}
	return l.OneOf("padding", "valid", "same")
}

// warnUnlessPower warns of a length that is no power of two.
func warnUnlessPower(l *spec.Instance, v object.Object) error {
	minus, err := object.Unary(l.T, object.Neg, v)
	if err != nil {
		return err
	}
	lowest, err := object.Binary(l.T, object.And, v, minus)
	if err != nil {
		return err
	}
	if same, err := object.Equal(l.T, lowest, v); err != nil || same {
		return err
	}
	return operation.Warn(l.T, "UserWarning", l.ClassName()+": fft_length="+l.Repr(v)+" is no power of two, which makes the transform slow.")
}

// setLengths sets the step and the length that hold when they are not given.
func setLengths(l *spec.Instance) error {
	step := l.Value("frame_step")
	if given, err := object.Truth(l.T, step); err != nil {
		return err
	} else if !given {
		if step, err = object.Binary(l.T, object.FloorDiv, l.Value("frame_length"), object.Int(2)); err != nil {
			return err
		}
	}
	length := l.Value("fft_length")
	if given, err := object.Truth(l.T, length); err != nil {
		return err
	} else if !given {
		n, err := object.ToFloat(l.T, l.Value("frame_length"))
		if err != nil {
			return err
		}
		if n <= 0 {
			return object.ValueError("math domain error")
		}
		length = object.Int(1 << int(math.Ceil(math.Log2(min(n, 1<<40)))))
		if n <= 0.5 {
			length = object.Float(math.Exp2(math.Ceil(math.Log2(n))))
		}
	}
	if err := l.SetAll("_frame_step", step, "_fft_length", length); err != nil {
		return err
	}
	return layers.SetInputSpec(l, "ndim", 3)
}

// frequencies is how many frequencies there are.
func frequencies(l *spec.Instance) int { return l.Int("_fft_length")/2 + 1 }

func buildSTFT(l *spec.Instance, _ spec.Shape) error {
	mode := l.Str("mode")
	for _, part := range []struct{ side, never string }{{"real", "imag"}, {"imag", "real"}} {
		if mode == part.never {
			continue
		}
		kernel, err := initializers.STFT.New(l.T, arg.Pairs("side", part.side, "window", l.Value("window"), "scaling", l.Value("scaling"), "periodic", l.Value("periodic"))...)
		if err != nil {
			return err
		}
		shape := object.NewTuple(l.Value("frame_length"), object.Int(1), object.Int(frequencies(l)))
		if err := layers.AddWeight(l, part.side+"_kernel", part.side+"_kernel", layers.Weight{Shape: shape, Initializer: kernel}); err != nil {
			return err
		}
	}
	return nil
}

func shapeSTFT(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	if len(in) == 2 && in[1] == tensor.Unknown {
		return nil, object.TypeError("%s: the number of channels must be known, got the shape %s.", l.ClassName(), in.String())
	}
	if len(in) != 3 {
		return nil, l.Bad("input_shape", in.Object(), "the shape of a batch of sounds: 3 dimensions")
	}
	last := l.Str("data_format") == "channels_last"
	time, channels := 1, in[2]
	if !last {
		time, channels = 2, in[1]
	}
	steps, err := stepsSTFT(l, in, in[time])
	if err != nil {
		return nil, err
	}
	n := frequencies(l)
	if l.Str("mode") == "stft" {
		n *= 2
	}
	if channels == tensor.Unknown {
		return nil, object.TypeError("%s: the number of channels must be known, got the shape %s.", l.ClassName(), in.String())
	}
	switch expand := l.Bool("expand_dims"); {
	case expand && last:
		return spec.Shape{in[0], steps, n, channels}, nil
	case expand:
		return spec.Shape{in[0], channels, steps, n}, nil
	case last:
		return spec.Shape{in[0], steps, n * channels}, nil
	}
	return spec.Shape{in[0], n * channels, steps}, nil
}

// stepsSTFT is how many windows a sound of a length has.
func stepsSTFT(l *spec.Instance, in spec.Shape, length int) (int, error) {
	step := l.Int("_frame_step")
	switch {
	case length == tensor.Unknown:
		return length, nil
	case step <= 0:
		return 0, l.Bad("frame_step", l.Value("frame_step"), "1 or more")
	case l.Str("padding") == "same":
		return (length-1)/step + 1, nil
	}
	if length < l.Int("frame_length") {
		return 0, l.Fail("frame_length", "the window does not fit into the input: nothing would be left of the shape %s with frame_length=%s.",
			in.String(), l.Repr(l.Value("frame_length")))
	}
	return (length-l.Int("frame_length"))/step + 1, nil
}
