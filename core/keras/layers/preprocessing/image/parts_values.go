package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// span draws where a part of a side begins and ends: its share of the side, at a random place.
func span(c *calc.Calc, l *spec.Instance, seed object.Object, n, length int, share object.Object) (from, to object.Object) {
	d := l.Value("compute_dtype")
	size := c.Cast(c.Mul(share, length), d)
	at := c.Do("random.uniform", calc.KW("shape", []int{n}), calc.KW("minval", 0), calc.KW("maxval", 1), calc.KW("dtype", d), calc.KW("seed", seed))
	from = c.Mul(at, c.Sub(length, size))
	return from, c.Add(from, size)
}

// rectangle marks the pixels of a rectangle in each image of a batch.
func rectangle(c *calc.Calc, l *spec.Instance, shape []int, x0, x1, y0, y1 object.Object) object.Object {
	height, width := sides(l, shape)
	h, w := axesOf(l, 4)
	inside := func(axis, size int, from, to object.Object) object.Object {
		s := []int{1, 1, 1, 1}
		s[axis] = size
		grid := c.Do("reshape", c.Do("arange", size, calc.KW("dtype", l.Value("compute_dtype"))), s)
		return c.Do("logical_and", c.Do("greater_equal", grid, column(c, from)), c.Do("less", grid, column(c, to)))
	}
	return c.Do("logical_and", inside(w, width, x0, x1), inside(h, height, y0, y1))
}

func erase(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n, d := batchOf(shape), l.Value("compute_dtype")
	height, width := sides(l, shape)
	share := c.Sqrt(uniform(c, l, seed, []int{n, 2}, l.Value("scale"), calc.KW("dtype", d)))
	x0, x1 := span(c, l, seed, n, width, c.Do("take", share, 0, calc.KW("axis", 1)))
	y0, y1 := span(c, l, seed, n, height, c.Do("take", share, 1, calc.KW("axis", 1)))
	where := rectangle(c, l, shape, x0, x1, y0, y1)
	apply := byChance(c, l, seed, n, l.Value("factor"))
	fill := clipped(c, l, filling(c, l, seed, shape))
	return effect{images: func(x object.Object) object.Object {
		return c.Cast(c.Where(column(c, apply), c.Where(where, fill, x), x), d)
	}}
}

// filling is what covers an erased part: noise, or the value or the color that was given.
func filling(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) object.Object {
	d := l.Value("compute_dtype")
	v := l.Value("fill_value")
	if v == object.None {
		return c.Mul(c.Do("random.normal", shape, calc.KW("dtype", d), calc.KW("seed", seed)), ownRange(l)[1])
	}
	if items, ok := sequence(v); ok {
		if len(items) != 3 {
			return c.Fail(l.Bad("fill_value", v, "a number or three numbers"))
		}
		return c.Fail(l.BadType("fill_value", v, "a number: Keras means to take three, and jax refuses them"))
	}
	return c.Mul(c.Do("ones", shape, calc.KW("dtype", d)), v)
}

func mixUp(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := batchOf(shape)
	order := c.Do("random.shuffle", c.Do("arange", 0, n, calc.KW("dtype", "int64")), calc.KW("seed", seed))
	weight := c.Do("random.beta", []int{n}, l.Value("alpha"), l.Value("alpha"), calc.KW("seed", seed))
	blend := func(x, w object.Object) object.Object {
		other := c.Do("take", x, order, calc.KW("axis", 0))
		return c.Add(c.Mul(w, x), c.Mul(c.Sub(1.0, w), other))
	}
	return effect{
		images: func(x object.Object) object.Object {
			return blend(x, c.Cast(column(c, weight), l.Value("compute_dtype")))
		},
		labels: func(x object.Object) object.Object { return blend(x, c.Do("reshape", weight, []int{-1, 1})) },
		masks:  func(object.Object) object.Object { return c.Fail(l.NotModelled("blending masks")) },
		boxes: func(b *object.Dict) object.Object {
			for name, axis := range map[string]int{"boxes": 1, "labels": 0} {
				x := b.GetName(name)
				b.SetName(name, c.Do("concatenate", list(x, c.Do("take", x, order, calc.KW("axis", 0))), calc.KW("axis", axis)))
			}
			return b
		},
	}
}

func cutMix(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	if len(shape) == 3 {
		return effect{}
	}
	n, d := shape[0], l.Value("compute_dtype")
	height, width := sides(l, shape)
	alpha := c.Add(uniform(c, l, seed, []int{}, l.Value("factor"), calc.KW("dtype", d)), 1e-6)
	weight := c.Do("random.beta", []int{n}, alpha, alpha, calc.KW("seed", seed), calc.KW("dtype", d))
	share := c.Sqrt(c.Sub(1.0, weight))
	x0, x1 := span(c, l, seed, n, width, share)
	y0, y1 := span(c, l, seed, n, height, share)
	where := rectangle(c, l, shape, x0, x1, y0, y1)
	weight = c.Sub(1.0, c.Div(c.Mul(c.Sub(x1, x0), c.Sub(y1, y0)), width*height))
	order := c.Do("random.shuffle", c.Do("arange", 0, n, calc.KW("dtype", "int32")), calc.KW("seed", seed))
	paste := func(x object.Object) object.Object {
		return c.Cast(c.Where(where, c.Do("take", x, order, calc.KW("axis", 0)), x), d)
	}
	return effect{images: paste, masks: paste,
		labels: func(x object.Object) object.Object {
			w := c.Do("reshape", weight, []int{-1, 1})
			return c.Add(c.Mul(w, x), c.Mul(c.Sub(1.0, w), c.Do("take", x, order, calc.KW("axis", 0))))
		},
		boxes: func(*object.Dict) object.Object {
			return c.Fail(object.NewError(object.NotImplementedErrClass, "Keras does not mix boxes."))
		},
	}
}

// drawers are the effects of the layers that others are made of, by the attributes that hold them.
func drawers(name string) drawer {
	return map[string]drawer{"random_shear": shear, "random_translation": translate, "random_rotation": rotate, "random_brightness": brighten,
		"random_color_degeneration": degenerate, "random_contrast": contrast, "random_sharpness": sharpen, "random_posterization": posterize,
		"solarization": solarizing, "random_saturation": saturate, "random_hue": turnHue}[name]
}

// partEffect draws the effect of a layer inside another.
func partEffect(c *calc.Calc, l *spec.Instance, name string, seed object.Object, shape []int) effect {
	inner, ok := l.Value(name).(*object.Instance)
	if !ok || c.Err != nil {
		return effect{}
	}
	self := arg.Self(l.T, inner)
	if draw := drawers(name); draw != nil {
		return draw(c, self, seed, shape)
	}
	return effect{images: func(x object.Object) object.Object {
		return c.Call(self.Instance, x, calc.KW("training", true))
	}}
}

func jitter(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	return effect{images: func(x object.Object) object.Object {
		for _, p := range colorParts {
			if l.IsNone(p.name + "_factor") {
				continue
			}
			// A single image has become a batch of one here, and is drawn for as such.
			if e := partEffect(c, l, "random_"+p.name, seed, c.Shape(x)); c.Err == nil && e.images != nil {
				x = e.images(c.Cast(x, l.Value("compute_dtype")))
			}
		}
		return c.Cast(x, l.Value("compute_dtype"))
	}}
}

// lastOperations stand in this order where AugMix and RandAugment choose, and in another where they make them.
var lastOperations = []string{"random_posterization", "solarization", "auto_contrast", "equalization"}

// mix is the effect of AugMix: chains of layers, chosen by Python's random, and the blend of what they make.
func mix(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	n := l.Int("num_chains")
	shares := c.Do("random.gamma", calc.KW("shape", []int{n}), calc.KW("alpha", l.Value("alpha")), calc.KW("seed", seed))
	shares = c.Div(shares, c.Do("sum", shares, calc.KW("axis", -1), calc.KW("keepdims", true)))
	share := c.Do("random.beta", calc.KW("shape", []int{}), calc.KW("alpha", l.Value("alpha")), calc.KW("beta", l.Value("alpha")), calc.KW("seed", seed))
	order := join(firstOperations, lastOperations)
	if l.Bool("all_ops") {
		order = join(order, colorNames)
	}
	choices := object.NewList()
	for _, name := range order {
		choices.Items = append(choices.Items, object.Intern(name))
	}
	choices.Items = append(choices.Items, object.None)
	python := c.Of(func() (object.Object, error) { return l.T.Import(l.T, "random") })
	chains := make([][]effect, n)
	for i := range chains {
		for range l.Int("chain_depth") {
			if name, ok := object.AsString(c.Method(python, "choice", choices)); ok {
				chains[i] = append(chains[i], partEffect(c, l, name, seed, shape))
			}
		}
	}
	d := l.Value("compute_dtype")
	blend := func(x object.Object, of func(e effect) func(object.Object) object.Object) object.Object {
		all := c.Do("zeros_like", x)
		weights, weight := c.Cast(shares, d), c.Cast(share, d)
		for i, chain := range chains {
			y := x
			for _, e := range chain {
				if f := of(e); f != nil && c.Err == nil {
					y = f(y)
				}
			}
			all = c.Add(all, c.Mul(y, c.Index(weights, i)))
		}
		return c.Add(c.Mul(weight, x), c.Mul(c.Sub(1, weight), all))
	}
	return effect{
		images: func(x object.Object) object.Object {
			return clipped(c, l, blend(x, func(e effect) func(object.Object) object.Object { return e.images }))
		},
		masks: func(x object.Object) object.Object {
			return blend(x, func(e effect) func(object.Object) object.Object { return e.masks })
		},
	}
}

func augment(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect {
	names := join(firstOperations, colorNames, lastOperations)
	n := l.Int("num_ops")
	which := c.Do("random.randint", []int{n}, 0, len(names), calc.KW("seed", seed))
	effects := make([]effect, len(names))
	for i, name := range names {
		effects[i] = partEffect(c, l, name, seed, shape)
	}
	return effect{images: func(x object.Object) object.Object {
		for i := range n {
			chosen := c.Index(which, i)
			for k, e := range effects {
				if c.Compare(object.Eq, chosen, k) && e.images != nil {
					x = e.images(x)
				}
			}
		}
		return c.Cast(x, l.Value("compute_dtype"))
	}, boxes: func(*object.Dict) object.Object { return c.Fail(l.NotModelled("moving boxes with the images")) }}
}
