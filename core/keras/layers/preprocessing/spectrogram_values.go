package preprocessing

import (
	"math"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// frequency is one part of the transform, real or imaginary: batch, channels, frequencies, time.
func frequency(c *calc.Calc, l *spec.Instance, x object.Object, kernel string) object.Object {
	last := l.Str("data_format") == "channels_last"
	s := c.Shape(x)
	if c.Err != nil || len(s) != 3 {
		return object.None
	}
	channels := s[1]
	if last {
		channels = s[2]
		x = c.Do("reshape", c.Do("transpose", x, []int{0, 2, 1}), []int{-1, s[1], 1})
	} else {
		x = c.Do("reshape", x, []int{-1, 1, s[2]})
	}
	y := c.Do("conv", x, c.Cast(l.Value(kernel), c.Dtype(x)), calc.KW("padding", l.Value("padding")), calc.KW("strides", l.Value("_frame_step")),
		calc.KW("data_format", l.Value("data_format")))
	if last {
		y = c.Do("transpose", y, []int{0, 2, 1})
	}
	d := c.Shape(y)
	if c.Err != nil || len(d) != 3 {
		return object.None
	}
	return c.Do("reshape", y, []int{-1, channels, d[1], d[2]})
}

// arranged brings the parts into the output's order of axes.
func arranged(c *calc.Calc, l *spec.Instance, y object.Object) object.Object {
	s := c.Shape(y)
	if c.Err != nil || len(s) != 4 {
		return object.None
	}
	last, apart := l.Str("data_format") == "channels_last", l.Bool("expand_dims")
	switch {
	case apart && last:
		return c.Do("transpose", y, []int{0, 3, 2, 1})
	case apart:
		return c.Do("transpose", y, []int{0, 1, 3, 2})
	}
	y = c.Do("reshape", y, []int{-1, s[1] * s[2], s[3]})
	if last {
		y = c.Do("transpose", y, []int{0, 2, 1})
	}
	return y
}

func callSTFT(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	x := a[0]
	if d := c.Dtype(x); c.Err == nil && d != "float16" && d != "float32" && d != "float64" {
		return nil, l.BadType("inputs", x, "an array of float16, float32 or float64")
	}
	mode := l.Str("mode")
	var re, im object.Object
	if mode != "imag" {
		re = frequency(c, l, x, "real_kernel")
	}
	if mode != "real" {
		im = frequency(c, l, x, "imag_kernel")
	}
	switch mode {
	case "real":
		return c.End(arranged(c, l, re))
	case "imag":
		return c.End(arranged(c, l, im))
	case "angle":
		return c.End(arranged(c, l, c.Do("arctan2", im, re)))
	case "stft":
		return c.End(arranged(c, l, c.Do("concatenate", object.NewList(re, im), calc.KW("axis", 2))))
	}
	power := c.Add(c.Square(re), c.Square(im))
	if mode == "psd" {
		all := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
		inner := c.Of(func() (object.Object, error) {
			return object.GetItem(l.T, power, object.NewTuple(all, all, &object.Slice{Start: object.Int(1), Stop: object.Int(-1), Step: object.None}, all))
		})
		margins := object.NewTuple(calc.Value([]int{0, 0}), calc.Value([]int{0, 0}), calc.Value([]int{1, 1}), calc.Value([]int{0, 0}))
		return c.End(arranged(c, l, c.Add(power, c.Do("pad", inner, margins))))
	}
	out := arranged(c, l, c.Sqrt(c.Max(power, config.Epsilon(l.T))))
	if mode == "log" {
		out = c.Do("log", c.Max(out, config.Epsilon(l.T)))
	}
	return c.End(out)
}

func callMel(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	d := l.Str("compute_dtype")
	if d != "float32" && d != "float64" {
		d = "float32"
	}
	parts := c.Do("stft", c.Tensor(a[0], d), calc.KW("sequence_length", l.Value("sequence_length")), calc.KW("sequence_stride", l.Value("sequence_stride")),
		calc.KW("fft_length", l.Value("fft_length")), calc.KW("window", l.Value("window")), calc.KW("center", true))
	re, im := c.Index(parts, 0), c.Index(parts, 1)
	x := c.Pow(c.Sqrt(c.Add(c.Square(re), c.Square(im))), l.Value("mag_exp"))
	s := c.Shape(x)
	if c.Err != nil || len(s) == 0 || s[len(s)-1] == tensor.Unknown {
		return nil, c.Err
	}
	matrix, err := melMatrix(l, s[len(s)-1])
	if err != nil {
		return nil, err
	}
	x = c.Do("tensordot", x, c.Tensor(matrix, "float32"), calc.KW("axes", 1))
	if l.Bool("power_to_db") {
		decibels := func(v any) object.Object {
			return c.Mul(10.0, c.Do("log10", c.Max(v, l.Value("min_power"))))
		}
		x = c.Sub(decibels(x), decibels(c.Do("abs", c.Tensor(l.Value("ref_power"), nil))))
		x = c.Max(x, c.Sub(c.Do("max", x), l.Value("top_db")))
	}
	return c.End(c.Cast(c.Do("swapaxes", x, -1, -2), l.Value("compute_dtype")))
}

// mel is a frequency on the mel scale, on which equal steps sound equal.
func mel(hertz float64) float64 { return 1127 * math.Log(1+hertz/700) }

// melMatrix weighs frequencies for each pitch: triangles that overlap by half, evenly on the mel scale.
func melMatrix(l *spec.Instance, bins int) (object.Object, error) {
	n := l.Int("num_mel_bins")
	if n < 0 {
		return nil, l.Bad("num_mel_bins", l.Value("num_mel_bins"), "0 or more")
	}
	if err := l.T.Alloc(int64(bins) * int64(n) * 16); err != nil {
		return nil, err
	}
	low, high := mel(l.Float("min_freq")), mel(l.Float("max_freq"))
	edge := func(i int) float64 { return low + (high-low)*float64(i)/float64(n+1) }
	rows := make([]object.Object, bins)
	for i := range rows {
		row := make([]object.Object, n)
		at := mel(l.Float("sampling_rate") / 2 * float64(i) / float64(max(bins-1, 1)))
		for j := range row {
			if err := l.T.Spend(1); err != nil {
				return nil, err
			}
			up, down := (at-edge(j))/(edge(j+1)-edge(j)), (edge(j+2)-at)/(edge(j+2)-edge(j+1))
			v := max(0, min(up, down))
			if i == 0 {
				v = 0
			}
			row[j] = object.Float(v)
		}
		rows[i] = object.NewList(row...)
	}
	return object.NewList(rows...), nil
}
