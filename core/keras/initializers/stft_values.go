package initializers

import (
	"math"

	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

func init() { Make[STFT] = stft }

// cosineWindows are window functions by name: sums of cosines of the place in the window, 0 to 2π.
var cosineWindows = map[string][]float64{
	"boxcar": {1}, "hann": {0.5, 0.5}, "hamming": {0.54, 0.46}, "blackman": {0.42, 0.5, 0.08},
	"nuttall":        {0.3635819, 0.4891775, 0.1365995, 0.0106411},
	"blackmanharris": {0.35875, 0.48829, 0.14128, 0.01168},
	"flattop":        {0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368},
}

// shortWindows are further names of these.
var shortWindows = map[string]string{"box": "boxcar", "ones": "boxcar", "rect": "boxcar", "rectangular": "boxcar", "han": "hann", "hamm": "hamming", "ham": "hamming",
	"black": "blackman", "blk": "blackman", "nutl": "nuttall", "nut": "nuttall", "blackharr": "blackmanharris", "bkh": "blackmanharris", "flat": "flattop",
	"flt": "flattop", "bart": "bartlett", "brt": "bartlett", "halfcosine": "cosine", "bman": "bohman", "bmn": "bohman"}

// windowOf makes a window of n numbers by name; a periodic one leaves out the last of n+1.
func windowOf(name string, n int, periodic bool) ([]float64, bool) {
	if long := shortWindows[name]; long != "" {
		name = long
	}
	out := make([]float64, n)
	last := float64(n - 1)
	if periodic {
		last = float64(n)
	}
	for i := range out {
		x := float64(i)
		switch {
		case n == 1:
			out[i] = 1
		case cosineWindows[name] != nil:
			for k, a := range cosineWindows[name] {
				out[i] += math.Pow(-1, float64(k)) * a * math.Cos(2*math.Pi*float64(k)*x/last)
			}
		case name == "bartlett":
			out[i] = 1 - math.Abs(2*x/last-1)
		case name == "cosine":
			out[i] = math.Sin(math.Pi / (last + 1) * (x + 0.5))
		case name == "bohman":
			at := math.Abs(2*x/last - 1)
			out[i] = (1-at)*math.Cos(math.Pi*at) + math.Sin(math.Pi*at)/math.Pi
		default:
			return nil, false
		}
	}
	return out, true
}

// stft makes the kernel of a Fourier transform: a cosine or sine of each frequency, under a window.
func stft(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
	if len(shape) != 3 {
		return nil, object.ValueError("not enough values to unpack (expected 3, got %d)", len(shape))
	}
	length, frequencies := shape[0], shape[2]
	if err := l.T.Alloc(int64(length) * int64(frequencies) * 8); err != nil {
		return nil, err
	}
	window, err := windowValues(l, length)
	if err != nil {
		return nil, err
	}
	scale := 1.0
	if window != nil && !l.IsNone("scaling") {
		sum := 0.0
		for _, w := range window {
			if l.Str("scaling") == "density" {
				sum += w * w
			} else {
				sum += math.Abs(w)
			}
		}
		scale = sum
		if l.Str("scaling") == "density" {
			scale = math.Sqrt(sum)
		}
	}
	wave := math.Cos
	if l.Str("side") == "imag" {
		wave = math.Sin
	}
	values := make([]float64, 0, length*shape[1]*frequencies)
	for t := range length {
		if err := l.T.Spend(int64(frequencies)); err != nil {
			return nil, err
		}
		for range shape[1] {
			for f := range frequencies {
				v := wave(-2 * float64(t) * float64(f) / float64((frequencies-1)*2) * math.Pi)
				if window != nil {
					v *= window[t] / scale
				}
				values = append(values, v)
			}
		}
	}
	a, err := array.FromSlice(l.T, values, shape...)
	if err != nil {
		return nil, numpy.Raised(err)
	}
	out, err := a.Cast(elementType(dtype))
	return out, numpy.Raised(err)
}

// windowValues is the window by name or as it was given; nil for none.
func windowValues(l *spec.Instance, n int) ([]float64, error) {
	v := l.Value("window")
	if v == object.None {
		return nil, nil
	}
	if name, ok := object.AsString(v); ok {
		out, known := windowOf(name, n, l.Bool("periodic"))
		if !known {
			return nil, l.NotModelled("the window function '" + name + "'")
		}
		return out, nil
	}
	a, err := numpy.FromObject(l.T, v, "float64")
	if err != nil {
		return nil, err
	}
	if s := a.Shape(); len(s) != 1 || s[0] != n {
		return nil, l.Fail("window", "the window must have as many numbers as a frame, %d; its shape is %s.", n, tensor.Shape(s).String())
	}
	return array.Float64s(a)
}
