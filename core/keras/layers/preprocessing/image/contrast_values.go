package image

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// equalize evens out each channel's brightness while training, and passes images on otherwise.
func equalize(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := plainImages(l, a[0]); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	x := c.Tensor(a[0], nil)
	if !c.Truth(a[1]) {
		return c.End(x)
	}
	x = c.Cast(x, l.Value("compute_dtype"))
	axis := -1
	if l.Str("data_format") == "channels_first" {
		axis = -3
	}
	s := c.Shape(x)
	if c.Err != nil || len(s) < 3 {
		return nil, l.Fail("inputs", "the input must be an image (3 dimensions) or a batch of images (4), its shape is %s.", spec.Shape(s))
	}
	var channels []object.Object
	for i := range s[len(s)+axis] {
		channels = append(channels, equalizeChannel(c, l, c.Do("take", x, i, calc.KW("axis", axis))))
		if c.Err != nil {
			return nil, c.Err
		}
	}
	return c.End(c.Cast(c.Do("stack", object.NewList(channels...), calc.KW("axis", axis)), l.Value("compute_dtype")))
}

func equalizeChannel(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	bins := l.Int("bins")
	if bins < 1 {
		return c.Fail(l.Bad("bins", l.Value("bins"), "1 or more"))
	}
	x = fromRange(c, x, ownRange(l), bytes, object.Intern("float32"))
	scaled := c.Div(c.Mul(c.Cast(x, "float32"), bins-1), 255.0)
	indices := c.Do("reshape", c.Do("clip", c.Cast(scaled, "int32"), 0, bins-1), []int{-1})
	counts := c.Do("bincount", indices, calc.KW("minlength", bins))
	sums := c.Do("cumsum", counts)
	first := c.Do("take", sums, c.Do("argmax", c.Do("greater", sums, 0)))
	span := c.Sub(c.Index(sums, -1), first)
	span = c.Where(c.Do("equal", span, 0), 1, span)
	table := c.Do("clip", c.Do("round", c.Div(c.Mul(c.Sub(sums, first), 255), span)), 0, 255)
	at := c.Cast(c.Do("clip", c.Mul(c.Div(x, 255.0), bins-1), 0, bins-1), "int32")
	out := c.Where(c.Do("less_equal", c.Do("count_nonzero", counts), 1), x, c.Do("take", table, at))
	return fromRange(c, out, bytes, ownRange(l), object.Intern("float32"))
}

// evenParts evens out the brightness of the parts of an image, with a limit to the contrast, and blends them into one another.
func evenParts(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := plainImages(l, a[0]); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	x := c.Tensor(a[0], nil)
	rank := len(c.Shape(x))
	if c.Err == nil && rank != 3 && rank != 4 {
		c.Fail(l.Fail("inputs", "the input must be an image (3 dimensions) or a batch of images (4), it has %d dimensions.", rank))
	}
	if c.Err != nil {
		return nil, c.Err
	}
	first := l.Str("data_format") == "channels_first"
	d := c.Dtype(x)
	if rank == 3 {
		x = c.Do("expand_dims", x, calc.KW("axis", 0))
	}
	if first {
		x = c.Do("transpose", x, []int{0, 2, 3, 1})
	}
	values := [2]object.Object{object.Int(0), object.Int(255)}
	if items := c.Items(l.Value("value_range")); len(items) == 2 {
		values = [2]object.Object{items[0], items[1]}
	}
	x = fromRange(c, x, values, bytes, object.Intern("float32"))
	x = c.Cast(fromRange(c, adaptive(c, l, x), bytes, values, object.Intern("float32")), d)
	if first {
		x = c.Do("transpose", x, []int{0, 3, 1, 2})
	}
	if rank == 3 {
		x = c.Do("squeeze", x, calc.KW("axis", 0))
	}
	return c.End(x)
}

// adaptive looks each pixel up in the tables of the four parts around it.
func adaptive(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	grid := l.Ints("tile_grid_size")
	s := c.Shape(x)
	if c.Err != nil || len(grid) != 2 || grid[0] < 1 || grid[1] < 1 {
		return c.Fail(l.Bad("tile_grid_size", l.Value("tile_grid_size"), "a pair of positive integers"))
	}
	n, height, width, channels := s[0], s[1], s[2], s[3]
	th, tw := (height+grid[0]-1)/grid[0], (width+grid[1]-1)/grid[1]
	padded := x
	if h, w := th*grid[0]-height, tw*grid[1]-width; h > 0 || w > 0 {
		margins := object.NewTuple(calc.Value([]int{0, 0}), calc.Value([]int{0, h}), calc.Value([]int{0, w}), calc.Value([]int{0, 0}))
		padded = c.Do("pad", x, margins, calc.KW("mode", "symmetric"))
	}
	tables := partTables(c, l, padded, n, grid, th, tw, channels)
	places := func(count, tile, parts int) (low, high, weight object.Object) {
		at := c.Add(c.Div(c.Sub(c.Do("arange", count, calc.KW("dtype", "float32")), float64(tile)/2), float64(tile)), 1.0)
		floor := c.Do("floor", at)
		clip := func(v object.Object) object.Object { return c.Cast(c.Do("clip", v, 0, parts+1), "int32") }
		return clip(floor), clip(c.Add(floor, 1.0)), c.Sub(at, floor)
	}
	y0, y1, wy := places(th*grid[0], th, grid[0])
	x0, x1, wx := places(tw*grid[1], tw, grid[1])
	row := func(v object.Object) object.Object { return c.Do("reshape", v, []int{1, -1, 1, 1}) }
	column := func(v object.Object) object.Object { return c.Do("reshape", v, []int{1, 1, -1, 1}) }
	acrossX := 256 * channels
	acrossY := acrossX * (grid[1] + 2)
	base := c.Cast(c.Do("clip", padded, 0, 255), "int32")
	base = c.Add(base, c.Do("reshape", c.Mul(c.Do("arange", n, calc.KW("dtype", "int32")), acrossY*(grid[0]+2)), []int{-1, 1, 1, 1}))
	base = c.Add(base, c.Mul(c.Do("arange", channels, calc.KW("dtype", "int32")), 256))
	look := func(y, x object.Object) object.Object {
		return c.Do("take", tables, c.Add(c.Add(base, c.Mul(row(y), acrossY)), c.Mul(column(x), acrossX)))
	}
	blend := func(a, b, weight object.Object) object.Object {
		return c.Add(c.Mul(a, c.Sub(1.0, weight)), c.Mul(b, weight))
	}
	out := blend(blend(look(y0, x0), look(y0, x1), column(wx)), blend(look(y1, x0), look(y1, x1), column(wx)), row(wy))
	return cutTo(c, out, height, width)
}

// cutTo leaves the first rows and columns of images.
func cutTo(c *calc.Calc, x object.Object, height, width int) object.Object {
	all := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
	key := object.NewTuple(all, &object.Slice{Start: object.None, Stop: object.Int(height), Step: object.None},
		&object.Slice{Start: object.None, Stop: object.Int(width), Step: object.None}, all)
	return c.Of(func() (object.Object, error) { return object.GetItem(c.T, x, key) })
}

// partTables makes the table of each part: for each brightness the new one. The parts at the margin stand there twice.
func partTables(c *calc.Calc, l *spec.Instance, x object.Object, n int, grid []int, th, tw, channels int) object.Object {
	size := th * tw
	tiles := c.Do("transpose", c.Do("reshape", x, []int{n, grid[0], th, grid[1], tw, channels}), []int{0, 1, 3, 5, 2, 4})
	tiles = c.Do("clip", c.Cast(c.Do("reshape", tiles, []int{n, grid[0], grid[1], channels, size}), "int32"), 0, 255)
	counts := c.Sum(c.Do("one_hot", tiles, 256), -2)
	if limit := l.Float("clip_limit"); limit > 0 {
		clipped := c.Do("clip", counts, 0, c.Cast(limit*float64(size)/256, c.Dtype(counts)))
		over := c.Do("sum", c.Sub(counts, clipped), calc.KW("axis", -1), calc.KW("keepdims", true))
		counts = c.Add(clipped, c.Div(over, 256.0))
	}
	sums := c.Do("cumsum", counts, calc.KW("axis", -1))
	least := c.Do("min", sums, calc.KW("axis", -1), calc.KW("keepdims", true))
	span := c.Sub(float64(size), least)
	span = c.Where(c.Do("equal", span, 0), c.Do("ones_like", span), span)
	table := c.Do("clip", c.Div(c.Mul(c.Sub(sums, least), 255.0), span), 0, 255)
	for _, axis := range []int{1, 2} {
		last := c.Shape(table)
		if c.Err != nil {
			return object.None
		}
		edge := func(i int) object.Object {
			return c.Do("expand_dims", c.Do("take", table, i, calc.KW("axis", axis)), calc.KW("axis", axis))
		}
		table = c.Do("concatenate", object.NewList(edge(0), table, edge(last[axis]-1)), calc.KW("axis", axis))
	}
	return c.Do("reshape", table, []int{-1})
}
