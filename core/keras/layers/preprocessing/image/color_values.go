package image

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func brighten(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	r := ownRange(l)
	width := c.Of(func() (object.Object, error) { return object.Binary(l.T, object.Sub, r[1], r[0]) })
	delta := c.Mul(uniform(c, l, seed, perImage(shape), l.Value("factor")), width)
	return effect{images: func(x object.Object) object.Object {
		return clipped(c, l, c.Add(x, c.Cast(delta, c.Dtype(x))))
	}}
}

func contrast(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	around := c.Of(func() (object.Object, error) {
		bounds := l.Items("factor")
		if len(bounds) != 2 {
			return nil, l.Bad("factor", l.Value("factor"), "a pair of numbers")
		}
		low, err := object.Binary(l.T, object.Sub, object.Float(1), bounds[0])
		if err != nil {
			return nil, err
		}
		high, err := object.Binary(l.T, object.Add, object.Float(1), bounds[1])
		return object.NewTuple(low, high), err
	})
	factor := uniform(c, l, seed, perImage(shape), around, calc.KW("dtype", l.Value("compute_dtype")))
	return effect{images: func(x object.Object) object.Object {
		h, w := axesOf(l, 4)
		mean := c.Do("mean", x, calc.KW("axis", h), calc.KW("keepdims", true))
		mean = c.Do("mean", mean, calc.KW("axis", w), calc.KW("keepdims", true))
		return clipped(c, l, c.Add(c.Mul(c.Sub(x, mean), factor), mean))
	}}
}

// onChannel changes one channel of a batch of images in the color space of hue, saturation and value.
func onChannel(c *calc.Calc, l *spec.Instance, x object.Object, channel int, f func(x object.Object) object.Object) object.Object {
	format := calc.KW("data_format", l.Value("data_format"))
	axis := -1
	if l.Str("data_format") == "channels_first" {
		axis = 1
	}
	x = c.Do("image.rgb_to_hsv", x, format)
	var channels []object.Object
	for i := range 3 {
		ch := c.Do("take", x, i, calc.KW("axis", axis))
		if i == channel {
			ch = f(ch)
		}
		channels = append(channels, ch)
	}
	return c.Do("image.hsv_to_rgb", c.Do("stack", object.NewList(channels...), calc.KW("axis", axis)), format)
}

func turnHue(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := []int{batchOf(shape)}
	side := c.Do("random.uniform", n, calc.KW("seed", seed))
	side = c.Where(c.Do("greater", side, 0.5), -1.0, c.Do("ones_like", side))
	by := c.Mul(c.Mul(side, uniform(c, l, seed, n, l.Value("factor"))), 0.5)
	unit := [2]object.Object{object.Int(0), object.Int(1)}
	return effect{images: func(x object.Object) object.Object {
		x = fromRange(c, x, ownRange(l), unit, object.Intern("float32"))
		turn := c.Do("reshape", c.Cast(by, c.Dtype(x)), []int{-1, 1, 1})
		x = onChannel(c, l, x, 0, func(h object.Object) object.Object {
			h = c.Add(h, turn)
			h = c.Where(c.Do("greater", h, 1.0), c.Sub(h, 1.0), h)
			return c.Where(c.Do("less", h, 0.0), c.Add(h, 1.0), h)
		})
		x = fromRange(c, c.Do("clip", x, 0, 1), unit, ownRange(l), object.Intern("float32"))
		return c.Cast(x, l.Value("compute_dtype"))
	}}
}

func saturate(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	factor := uniform(c, l, seed, []int{batchOf(shape)}, l.Value("factor"))
	factor = c.Div(factor, c.Add(c.Sub(1, factor), config.Epsilon(l.T)))
	return effect{images: func(x object.Object) object.Object {
		by := c.Do("reshape", c.Cast(factor, l.Value("compute_dtype")), []int{-1, 1, 1})
		return onChannel(c, l, x, 1, func(s object.Object) object.Object { return clipped(c, l, c.Mul(s, by)) })
	}}
}

func sharpen(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	factor := uniform(c, l, seed, []int{batchOf(shape)}, l.Value("factor"))
	d := l.Value("compute_dtype")
	return effect{images: func(x object.Object) object.Object {
		first := l.Str("data_format") == "channels_first"
		if first {
			x = c.Do("swapaxes", x, -3, -1)
		}
		by := column(c, c.Cast(c.Mul(factor, 2), d))
		s := c.Shape(x)
		if c.Err != nil {
			return object.None
		}
		weights := make([]object.Object, 9)
		for i := range weights {
			weights[i] = object.Float(1.0 / 13)
		}
		weights[4] = object.Float(5.0 / 13)
		window := c.Do("reshape", c.Tensor(object.NewList(weights...), d), []int{3, 3, 1, 1})
		window = c.Do("tile", window, []int{1, 1, s[len(s)-1], 1})
		smooth := c.Do("depthwise_conv", x, window, calc.KW("strides", 1), calc.KW("padding", "same"), calc.KW("data_format", "channels_last"))
		x = clipped(c, l, c.Add(x, c.Mul(c.Sub(1.0, by), c.Sub(c.Cast(smooth, d), x))))
		if first {
			x = c.Do("swapaxes", x, -3, -1)
		}
		return x
	}}
}

func posterize(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n, bounds := batchOf(shape), l.Items("factor")
	if len(bounds) != 2 {
		c.Fail(l.Bad("factor", l.Value("factor"), "a pair of numbers"))
		return effect{}
	}
	var bits object.Object
	if c.Compare(object.Ne, bounds[0], bounds[1]) {
		bits = c.Do("random.randint", []int{n}, calc.KW("minval", bounds[0]), calc.KW("maxval", bounds[1]), calc.KW("seed", seed), calc.KW("dtype", "uint8"))
	} else {
		bits = c.Mul(c.Do("ones", []int{n}, calc.KW("dtype", "uint8")), bounds[0])
	}
	shift := column(c, c.Sub(8, bits))
	return effect{images: func(x object.Object) object.Object {
		d := l.Value("compute_dtype")
		x = c.Cast(fromRange(c, x, ownRange(l), bytes, d), "uint8")
		x = c.Do("bitwise_left_shift", c.Do("bitwise_right_shift", x, shift), shift)
		return fromRange(c, c.Cast(x, d), bytes, ownRange(l), d)
	}}
}

func invert(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	apply := byChance(c, l, seed, batchOf(shape), l.Value("factor"))
	return effect{images: func(x object.Object) object.Object {
		return c.Where(column(c, apply), c.Sub(ownRange(l)[1], x), x)
	}}
}

func degenerate(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	factor := uniform(c, l, seed, []int{batchOf(shape), 1, 1, 1}, l.Value("factor"))
	return effect{images: func(x object.Object) object.Object {
		gray := c.Do("image.rgb_to_grayscale", x, calc.KW("data_format", l.Value("data_format")))
		by := c.Cast(factor, l.Value("compute_dtype"))
		return c.Cast(clipped(c, l, c.Add(x, c.Mul(by, c.Sub(gray, x)))), l.Value("compute_dtype"))
	}}
}

func grayByChance(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	drawn := c.Do("random.uniform", calc.KW("shape", []int{batchOf(shape)}), calc.KW("minval", 0), calc.KW("maxval", 1), calc.KW("seed", seed))
	apply := column(c, c.Do("less", drawn, l.Value("factor")))
	return effect{images: func(x object.Object) object.Object {
		return c.Where(apply, c.Do("image.rgb_to_grayscale", x, calc.KW("data_format", l.Value("data_format"))), x)
	}}
}

func solarizing(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	d := l.Value("compute_dtype")
	draw := func(name string) object.Object {
		bounds := l.Items(name)
		if len(bounds) != 2 {
			return c.Fail(l.Bad(name, l.Value(name), "a pair of numbers"))
		}
		high := c.Of(func() (object.Object, error) { return object.Binary(l.T, object.Mul, bounds[1], object.Int(255)) })
		return uniform(c, l, seed, perImage(shape), object.NewTuple(bounds[0], high), calc.KW("dtype", d))
	}
	additions, thresholds := draw("addition_factor"), draw("threshold_factor")
	return effect{images: func(x object.Object) object.Object {
		x = fromRange(c, x, ownRange(l), bytes, d)
		x = c.Do("clip", c.Add(x, additions), 0, 255)
		x = c.Where(c.Do("less", x, thresholds), x, c.Sub(255, x))
		return fromRange(c, x, bytes, ownRange(l), d)
	}}
}

func blurByChance(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	apply := byChance(c, l, seed, batchOf(shape), l.Value("factor"))
	d := l.Value("compute_dtype")
	sigma := c.Add(uniform(c, l, seed, []int{2}, l.Value("sigma"), calc.KW("dtype", d)), 1e-6)
	return effect{images: func(x object.Object) object.Object {
		blurred := c.Do("image.gaussian_blur", x, calc.KW("kernel_size", l.Value("kernel_size")), calc.KW("sigma", sigma), calc.KW("data_format", l.Value("data_format")))
		return c.Cast(clipped(c, l, c.Where(column(c, apply), blurred, x)), d)
	}}
}
