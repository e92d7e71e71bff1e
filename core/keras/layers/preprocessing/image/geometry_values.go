package image

import (
	"math"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func list(items ...object.Object) *object.List { return object.NewList(items...) }

// sides are height and width of images.
func sides(l *spec.Instance, shape []int) (height, width int) {
	h, w := axesOf(l, len(shape))
	return shape[h], shape[w]
}

func flipByChance(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	flips := c.Do("less_equal", c.Do("random.uniform", calc.KW("shape", perImage(shape)), calc.KW("seed", seed)), 0.5)
	mode := l.Str("mode")
	across, down := mode != "vertical", mode != "horizontal"
	f := func(x object.Object) object.Object {
		h, w := axesOf(l, 4)
		if across {
			x = c.Where(flips, c.Do("flip", x, calc.KW("axis", w)), x)
		}
		if down {
			x = c.Where(flips, c.Do("flip", x, calc.KW("axis", h)), x)
		}
		return x
	}
	return effect{images: f, masks: f, boxes: func(b *object.Dict) object.Object {
		height, width := sides(l, shape)
		format := l.Str("bounding_box_format")
		x := convertBoxes(c, l, b.GetName("boxes"), format, "rel_xyxy", height, width)
		which := c.Do("squeeze", flips, calc.KW("axis", -1))
		at := corners(c, x)
		if across {
			x = c.Where(which, joined(c, c.Sub(1, at[2]), at[1], c.Sub(1, at[0]), at[3]), x)
			at = corners(c, x)
		}
		if down {
			x = c.Where(which, joined(c, at[0], c.Sub(1, at[3]), at[2], c.Sub(1, at[1])), x)
		}
		b.SetName("boxes", x)
		b = clipBoxes(c, b, float64(height), float64(width))
		b.SetName("boxes", convertBoxes(c, l, b.GetName("boxes"), "rel_xyxy", format, height, width))
		return b
	}}
}

// moved makes an effect of an affine transformation of images: masks take the nearest pixel.
func moved(c *calc.Calc, l *spec.Instance, matrix func() object.Object) effect {
	f := func(way object.Object) func(x object.Object) object.Object {
		return func(x object.Object) object.Object {
			return c.Do("image.affine_transform", x, matrix(), calc.KW("interpolation", way), calc.KW("fill_mode", l.Value("fill_mode")),
				calc.KW("fill_value", l.Value("fill_value")), calc.KW("data_format", l.Value("data_format")))
		}
	}
	return effect{images: f(l.Value("interpolation")), masks: f(object.Intern("nearest")), boxes: func(*object.Dict) object.Object {
		return c.Fail(l.NotModelled("moving boxes with the images"))
	}}
}

// columns joins columns; a number stands for a column of it.
func columns(c *calc.Calc, n int, items ...any) object.Object {
	out := make([]object.Object, len(items))
	for i, v := range items {
		switch v := v.(type) {
		case object.Object:
			out[i] = c.Do("reshape", v, []int{n, 1})
		case float64:
			out[i] = c.Do("full", []int{n, 1}, v)
		}
	}
	return c.Do("concatenate", list(out...), calc.KW("axis", 1))
}

func rotate(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := batchOf(shape)
	turns := c.Of(func() (object.Object, error) {
		bounds := l.Items("factor")
		if len(bounds) != 2 {
			return nil, l.Bad("factor", l.Value("factor"), "a pair of numbers")
		}
		low, err := object.Binary(l.T, object.Mul, bounds[0], object.Float(360))
		if err != nil {
			return nil, err
		}
		high, err := object.Binary(l.T, object.Mul, bounds[1], object.Float(360))
		return object.NewTuple(low, high), err
	})
	angle := c.Mul(uniform(c, l, seed, []int{n}, turns), c.Tensor(math.Pi/180, nil))
	return moved(c, l, func() object.Object {
		height, width := sides(l, shape)
		cx, cy := float64(float32(width-1)*0.5), float64(float32(height-1)*0.5)
		cos, sin := c.Do("cos", angle), c.Do("sin", angle)
		back := c.Neg(sin)
		dx := c.Sub(c.Sub(cx, c.Mul(cx, cos)), c.Mul(cy, back))
		dy := c.Sub(c.Sub(cy, c.Mul(cx, sin)), c.Mul(cy, cos))
		m := columns(c, n, cos, back, dx, sin, cos, dy, 0.0, 0.0)
		if len(shape) == 3 {
			m = c.Do("squeeze", m, calc.KW("axis", 0))
		}
		return m
	})
}

// pairOf reads a factor that the layer keeps as it was given: a number stands for the pair around 0; each is moved by plus.
func pairOf(c *calc.Calc, l *spec.Instance, name string, m limits, plus float64) object.Object {
	return c.Of(func() (object.Object, error) {
		p, err := m.pair(l, name, l.Value(name))
		if err != nil || plus == 0 {
			return p, err
		}
		items, _ := sequence(p)
		var moved [2]object.Object
		for i, v := range items {
			if moved[i], err = object.Binary(l.T, object.Add, object.Float(plus), v); err != nil {
				return nil, err
			}
		}
		return object.NewTuple(moved[:]...), nil
	})
}

func translate(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := batchOf(shape)
	height, width := sides(l, shape)
	draw := func(name string, size int) object.Object {
		return c.Mul(uniform(c, l, seed, []int{n, 1}, pairOf(c, l, name, translationLimits, 0)), size)
	}
	down := draw("height_factor", height)
	aside := draw("width_factor", width)
	e := moved(c, l, func() object.Object { return columns(c, n, 1.0, 0.0, c.Neg(aside), 0.0, 1.0, c.Neg(down), 0.0, 0.0) })
	e.boxes = func(b *object.Dict) object.Object {
		format := l.Str("bounding_box_format")
		at := corners(c, convertBoxes(c, l, b.GetName("boxes"), format, "xyxy", height, width))
		dx, dy := c.Do("expand_dims", aside, -1), c.Do("expand_dims", down, -1)
		b.SetName("boxes", joined(c, c.Add(at[0], dx), c.Add(at[1], dy), c.Add(at[2], dx), c.Add(at[3], dy)))
		b = clipBoxes(c, b, float64(height), float64(width))
		b.SetName("boxes", convertBoxes(c, l, b.GetName("boxes"), "xyxy", format, height, width))
		return b
	}
	return e
}

func zoom(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := batchOf(shape)
	height, width := sides(l, shape)
	high := uniform(c, l, seed, []int{n, 1}, pairOf(c, l, "height_factor", zoomLimits, 1))
	wide := high
	if !l.IsNone("width_factor") {
		wide = uniform(c, l, seed, []int{n, 1}, pairOf(c, l, "width_factor", zoomLimits, 1))
	}
	return moved(c, l, func() object.Object {
		dx := c.Mul(float64(width-1)/2, c.Sub(1.0, wide))
		dy := c.Mul(float64(height-1)/2, c.Sub(1.0, high))
		return columns(c, n, wide, 0.0, dx, 0.0, high, dy, 0.0, 0.0)
	})
}

func shear(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := batchOf(shape)
	d := calc.KW("dtype", l.Value("compute_dtype"))
	side := c.Do("random.uniform", calc.KW("minval", 0), calc.KW("maxval", 1), calc.KW("shape", []int{n, 1}), calc.KW("seed", seed), d)
	side = c.Where(c.Do("greater", side, 0.5), c.Neg(c.Do("ones_like", side)), c.Do("ones_like", side))
	down := uniform(c, l, seed, []int{n, 1}, l.Value("y_factor"), d)
	aside := uniform(c, l, seed, []int{n, 1}, l.Value("x_factor"), d)
	return moved(c, l, func() object.Object {
		return columns(c, n, 1.0, c.Mul(aside, side), 0.0, c.Mul(down, side), 1.0, 0.0, 0.0, 0.0)
	})
}

func tilt(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := batchOf(shape)
	height, width := sides(l, shape)
	apply := byChance(c, l, seed, n, l.Value("factor"))
	half := l.Float("scale") / 2
	d := l.Value("compute_dtype")
	by := uniform(c, l, seed, []int{n, 4, 2}, object.NewTuple(object.Float(-half), object.Float(half)), calc.KW("dtype", d))
	right, bottom := object.Float(width-1), object.Float(height-1)
	start := c.Tensor(list(list(list(object.Float(0), object.Float(0)), list(right, object.Float(0)), list(object.Float(0), bottom), list(right, bottom))), d)
	start = c.Do("repeat", start, n, calc.KW("axis", 0))
	end := c.Add(start, c.Mul(start, by))
	f := func(way object.Object) func(x object.Object) object.Object {
		return func(x object.Object) object.Object {
			out := c.Do("image.perspective_transform", x, start, end, calc.KW("interpolation", way), calc.KW("fill_value", l.Value("fill_value")), calc.KW("data_format", l.Value("data_format")))
			return c.Where(column(c, apply), out, x)
		}
	}
	return effect{images: f(l.Value("interpolation")), masks: f(object.Intern("nearest")), boxes: func(*object.Dict) object.Object {
		return c.Fail(l.NotModelled("moving boxes with the images"))
	}}
}

func bend(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	scale, factor := l.Items("scale"), l.Items("factor")
	if len(scale) != 2 || len(factor) != 2 || c.Compare(object.Eq, scale[1], 0) || c.Compare(object.Eq, factor[1], 0) {
		return effect{}
	}
	apply := byChance(c, l, seed, batchOf(shape), l.Value("factor"))
	d := l.Value("compute_dtype")
	by := uniform(c, l, seed, []int{}, l.Value("scale"), calc.KW("dtype", d))
	f := func(way object.Object) func(x object.Object) object.Object {
		return func(x object.Object) object.Object {
			height, width := sides(l, shape)
			alpha := c.Mul(max(height, width), c.Mul(0.1, by))
			sigma := c.Mul(min(height, width), c.Mul(0.05, by))
			out := c.Do("image.elastic_transform", x, calc.KW("alpha", alpha), calc.KW("sigma", sigma), calc.KW("interpolation", way),
				calc.KW("fill_mode", l.Value("fill_mode")), calc.KW("fill_value", l.Value("fill_value")), calc.KW("seed", seed), calc.KW("data_format", l.Value("data_format")))
			return c.Cast(clipped(c, l, c.Where(column(c, apply), out, x)), d)
		}
	}
	return effect{images: f(l.Value("interpolation")), masks: f(object.Intern("nearest")), boxes: func(*object.Dict) object.Object {
		return c.Fail(object.NewError(object.NotImplementedErrClass, "Keras does not bend boxes with the images."))
	}}
}
