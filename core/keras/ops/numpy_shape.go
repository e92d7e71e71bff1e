package ops

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// shapeOps rearrange the elements of one tensor.
var shapeOps = []*Op{
	{Name: "broadcast_to", Class: "BroadcastTo", Sig: "x, shape", Init: "shape", Infer: func(c *Call) object.Object {
		c.Items("shape")
		target := c.target("shape")
		c.broadcast(c.Shape("x"), target)
		return c.New(target, c.Dtype("x"))
	}, Kernel: broadcastKernel},
	{Name: "diag", Class: "Diag", Sig: "x, k=0", Init: "k", Infer: diag, Kernel: diagKernel},
	{Name: "diagflat", Class: "Diagflat", Sig: "x, k=0", Init: "k", Infer: func(c *Call) object.Object {
		n := tensor.AddDims(c.Shape("x").Size(), magnitude(c.Int("k")))
		return c.New(tensor.Shape{n, n}, c.Dtype("x"))
	}, Kernel: diagflatKernel},
	{Name: "diagonal", Class: "Diagonal", Sig: "x, offset=0, axis1=0, axis2=1", Init: "offset, axis1, axis2", Prepare: twoAxes, Infer: diagonal, Kernel: diagonalKernel},
	{Name: "diff", Class: "Diff", Sig: "a, n=1, axis=-1", Init: "n, axis", Infer: func(c *Call) object.Object {
		s := c.Shape("a")
		i := c.axis(c.Int("axis"), len(s))
		if s[i] >= 0 {
			s[i] = max(s[i]-c.Int("n"), 0)
		} else {
			s[i] = tensor.SubDims(s[i], c.Int("n"))
		}
		return c.New(s, c.Dtype("a"))
	}, Kernel: diffKernel},
	{Name: "expand_dims", Class: "ExpandDims", Sig: "x, axis", Init: "axis", Setup: func(c *Call) {
		if a := c.Arg("axis"); !isInt(a) && !isList(a) {
			c.value("axis must be an int, or a tuple or list of ints, got %s.", c.show(a))
		}
	}, Infer: func(c *Call) object.Object {
		return c.Sparse(c.expanded(c.Shape("x"), c.Ints("axis")), c.Dtype("x"), c.sparse("x", false))
	}, Kernel: reshapeKernel("x")},
	{Name: "moveaxis", Class: "Moveaxis", Sig: "x, source, destination", Init: "source, destination", Setup: func(c *Call) {
		if s, d := c.Ints("source"), c.Ints("destination"); len(s) != len(d) {
			c.value("source and destination must have the same number of axes, got %d and %d.", len(s), len(d))
		}
	}, Infer: moveaxis, Kernel: moveaxisKernel},
	{Name: "pad", Class: "Pad", Sig: "x, pad_width, mode='constant', constant_values=None", Init: "pad_width, mode", ByName: "constant_values",
		Setup: func(c *Call) { c.padding() }, Infer: pad, Kernel: padKernel},
	{Name: "ravel", Class: "Ravel", Sig: "x", Infer: func(c *Call) object.Object { return c.New(flat(c.Shape("x")), c.Dtype("x")) }, Kernel: reshapeKernel("x")},
	{Name: "repeat", NoLists: "repeats", Class: "Repeat", Sig: "x, repeats, axis=None", Init: "repeats, axis", Infer: repeat, Kernel: repeatKernel},
	{Name: "reshape", Class: "Reshape", Sig: "x, newshape", Init: "newshape", Prepare: targetShape, Infer: func(c *Call) object.Object {
		target, known := c.newShape(c.Arg("newshape"))
		s := target
		if known {
			s = c.reshaped(c.Shape("x"), target)
		}
		return c.Sparse(s, c.Dtype("x"), c.sparse("x", false))
	}, Kernel: reshapeKernel("x")},
	{Name: "rot90", Class: "Rot90", Sig: "array, k=1, axes=(0, 1)", Init: "k, axes", Infer: rot90, Value: rotated, Kernel: rot90Kernel},
	{Name: "squeeze", Class: "Squeeze", Sig: "x, axis=None", Init: "axis", Infer: squeeze, Kernel: reshapeKernel("x")},
	{Name: "swapaxes", Class: "Swapaxes", Sig: "x, axis1, axis2", Init: "axis1, axis2", Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		i, j := c.axis(c.Int("axis1"), len(s)), c.axis(c.Int("axis2"), len(s))
		s[i], s[j] = s[j], s[i]
		return c.New(s, c.Dtype("x"))
	}, Kernel: swapaxesKernel},
	{Name: "tile", Class: "Tile", Sig: "x, repeats", Init: "repeats", Infer: tile, Kernel: tileKernel},
	{Name: "transpose", Class: "Transpose", Sig: "x, axes=None", Init: "axes", Infer: func(c *Call) object.Object {
		var axes []object.Object
		if c.Given("axes") {
			axes = c.Items("axes")
			if axes == nil {
				axes = []object.Object{}
			}
		}
		return c.Sparse(c.transposed(c.Shape("x"), axes), c.Dtype("x"), c.sparse("x", false))
	}, Kernel: transposeKernel},
	{Name: "view", Class: "View", Sig: "x, dtype=None", Init: "dtype", Prepare: standardDtype, Infer: view, Kernel: viewKernel},
}

func magnitude(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// target reads a shape argument: an int or a sequence of sizes.
func (c *Call) target(name string) tensor.Shape {
	v := c.Arg(name)
	if isInt(v) && c.traced {
		return tensor.Shape{c.size(c.Int(name))}
	}
	switch x := v.(type) {
	case *tensor.KerasTensor:
		if c.traced {
			return c.sizesIn(x)
		}
	case tensor.DimExpr:
		return tensor.Shape{int(x)}
	case *tensor.OpaqueDim:
		return tensor.Shape{unknown}
	}
	items, err := object.Items(c.T, v)
	if err != nil {
		c.value("%s must be a tuple of sizes, got %s.", name, c.show(v))
	}
	s := make(tensor.Shape, len(items))
	for i, d := range items {
		switch x := object.Of(d).(type) {
		case *object.NoneType, *tensor.KerasTensor:
			c.noneInTrace(name, d)
			if t, ok := x.(*tensor.KerasTensor); ok {
				s[i] = c.sizeIn(t)
			} else {
				s[i] = unknown
			}
		case tensor.DimExpr:
			s[i] = int(x)
		case *tensor.OpaqueDim:
			s[i] = unknown
		case object.Float, *object.Str:
			c.value("%s must hold ints, got %s.", name, c.show(d))
		default:
			s[i] = c.size(c.asInt(name, d))
		}
	}
	return s
}

// sizesIn is the shape that a traced tensor of sizes holds, as far as it is known.
func (c *Call) sizesIn(x *tensor.KerasTensor) tensor.Shape {
	switch {
	case len(x.Shape) == 0:
		return tensor.Shape{c.sizeIn(x)}
	case x.Sizes != nil:
		return x.Sizes.Clone()
	case len(x.Shape) == 1 && x.Kind == tensor.Eager && x.HasNumbers():
		s := make(tensor.Shape, c.room(x.Shape[0]))
		for i, n := range c.ints(x) {
			s[i] = c.size(n)
		}
		return s
	case len(x.Shape) == 1 && x.Shape[0] >= 0:
		s := make(tensor.Shape, c.room(x.Shape[0]))
		for i := range s {
			s[i] = unknown
		}
		return s
	}
	c.value("the shape must have a known number of sizes, got a tensor of shape %s.", x.Shape)
	return nil
}

// ints are the numbers of a tensor of sizes.
func (c *Call) ints(x *tensor.KerasTensor) []int {
	a, err := x.Array(c.T)
	must(err)
	list, err := array.Ints(a)
	must(err)
	return list
}

// noneInTrace refuses what jax takes for no size: None, in a shape of values.
func (c *Call) noneInTrace(name string, d object.Object) {
	if c.traced && !isSymbolic(d) && operation.Tracing(c.T) == tensor.JaxTraced {
		c.typeError("%s must hold sizes inside a layer's call, got %s; take unknown ones from keras.ops.shape(x).", name, c.show(d))
	}
}

func diag(c *Call) object.Object {
	s, k := c.Shape("x"), c.Int("k")
	switch len(s) {
	case 1:
		n := tensor.AddDims(s[0], magnitude(k))
		return c.New(tensor.Shape{n, n}, c.Dtype("x"))
	case 2:
		return c.New(tensor.Shape{diagonalSize(s[0], s[1], k)}, c.Dtype("x"))
	}
	c.value("x must have one or two dimensions, got shape %s.", s)
	return nil
}

// diagonalSize is the length of the k-th diagonal of an m by n matrix.
func diagonalSize(m, n, k int) int {
	if m < 0 || n < 0 {
		return unknown
	}
	rest := m + k
	if k > 0 {
		rest = n - k
	}
	return max(0, min(rest, m, n))
}

func twoAxes(c *Call) {
	n := len(c.Shape("x"))
	if c.axis(c.Int("axis1"), n) == c.axis(c.Int("axis2"), n) {
		c.value("axis1 and axis2 must be different, got %d and %d.", c.Int("axis1"), c.Int("axis2"))
	}
}

func diagonal(c *Call) object.Object {
	s := c.Shape("x")
	if len(s) < 2 {
		c.value("x must have at least two dimensions, got shape %s.", s)
	}
	i, j := c.at(c.Int("axis1"), len(s)), c.at(c.Int("axis2"), len(s))
	d := diagonalSize(s[i], s[j], c.Int("offset"))
	return c.New(append(without(s, i, j), d), c.Dtype("x"))
}

func moveaxis(c *Call) object.Object {
	s := c.Shape("x")
	from, to := c.Ints("source"), c.Ints("destination")
	out := make(tensor.Shape, len(s))
	taken, filled := make([]bool, len(s)), make([]bool, len(s))
	for i := range from {
		src, dst := c.axis(from[i], len(s)), c.axis(to[i], len(s))
		out[dst] = s[src]
		filled[dst] = !taken[src] // named twice, the dimension is gone the second time
		taken[src] = true
	}
	next := 0
	for i := range out {
		if filled[i] {
			continue
		}
		for next < len(s) && taken[next] {
			next++
		}
		if next == len(s) {
			fail(object.NewError(object.IndexErrorClass, "%s(): source names a dimension twice.", c.Op.Name))
		}
		out[i] = s[next]
		next++
	}
	return c.New(out, c.Dtype("x"))
}

// padding reads pad_width: an int, a pair, or a pair for each dimension. A lone pair is for all dimensions.
func (c *Call) padding() [][2]int {
	v := c.Arg("pad_width")
	if isInt(v) {
		n := c.Int("pad_width")
		return [][2]int{{n, n}}
	}
	items := c.Items("pad_width")
	if len(items) > 0 && isInt(items[0]) {
		if len(items) == 1 {
			fail(object.NewError(object.IndexErrorClass, "pad(): pad_width must be a pair (before, after), got %s.", c.show(v)))
		}
		return [][2]int{c.pair(items)}
	}
	out := make([][2]int, len(items))
	length := -1
	for i, p := range items {
		pair, err := object.Items(c.T, p)
		must(err)
		if length >= 0 && len(pair) != length || len(pair) == 0 {
			c.value("pad_width must hold pairs (before, after), got %s.", c.show(v))
		}
		length = len(pair)
		if _, ok := object.Of(v).(*object.Tuple); ok && length == 1 {
			c.typeError("pad_width must be a tuple of pairs (before, after), got %s.", c.show(v))
		}
		out[i] = c.pair(pair)
	}
	return out
}

func (c *Call) pair(items []object.Object) [2]int {
	if len(items) == 1 {
		n := c.asInt("pad_width", items[0])
		return [2]int{n, n}
	}
	if len(items) != 2 {
		c.value("pad_width must hold pairs (before, after), got %s.", c.show(c.Arg("pad_width")))
	}
	return [2]int{c.asInt("pad_width", items[0]), c.asInt("pad_width", items[1])}
}

func pad(c *Call) object.Object {
	s, width := c.Shape("x"), c.padding()
	if len(width) != 1 && len(width) != len(s) {
		c.value("pad_width must have a pair for each of the %d dimensions of x, got %d.", len(s), len(width))
	}
	for i := range s {
		w := width[0]
		if len(width) > 1 {
			w = width[i]
		}
		if s[i] >= 0 {
			s[i] = c.size(s[i] + w[0] + w[1])
		} else if w[0]+w[1] >= 0 {
			s[i] = tensor.AddDims(s[i], w[0]+w[1])
		} else {
			s[i] = unknown
		}
	}
	return c.New(s, c.Dtype("x"))
}

func repeat(c *Call) object.Object {
	s, d := c.Shape("x"), c.Dtype("x")
	if x, ok := c.Arg("repeats").(*tensor.KerasTensor); ok && x.Traced() || isArray(c.Arg("repeats")) {
		return c.New(c.repeatedBy(s), d)
	}
	counts := c.Ints("repeats")
	total := 0
	for _, n := range counts {
		total += n
	}
	if !c.Given("axis") {
		size := s.Size()
		switch {
		case len(counts) == 1:
			return c.New(tensor.Shape{tensor.MulDims(size, c.size(counts[0]))}, d)
		case size >= 0 && size != len(counts):
			c.value("repeats must hold one number, or one for each of the %d elements, got %d.", size, len(counts))
		case size == unknown:
			total = unknown
		}
		return c.New(tensor.Shape{total}, d)
	}
	i := c.at(c.Int("axis"), len(s))
	switch {
	case len(counts) == 1:
		s[i] = tensor.MulDims(s[i], counts[0])
	case s[i] >= 0 && s[i] != len(counts):
		c.value("repeats must hold one number, or one for each of the %d places along axis %d, got %d.", s[i], c.Int("axis"), len(counts))
	case s[i] != unknown:
		s[i] = total
	}
	return c.New(s, d)
}

// repeatedBy is the shape when only values can tell the counts.
func (c *Call) repeatedBy(s tensor.Shape) tensor.Shape {
	if !c.Given("axis") {
		return tensor.Shape{unknown}
	}
	s[c.at(c.Int("axis"), len(s))] = unknown
	return s
}

// targetShape makes newshape a tuple.
func targetShape(c *Call) {
	v := c.Arg("newshape")
	if _, ok := v.(*tensor.KerasTensor); ok || isArray(v) {
		return
	}
	items, err := object.Items(c.T, v)
	if err != nil {
		if !object.IsKind(err, object.TypeErrorClass) {
			fail(err)
		}
		items = []object.Object{v}
	}
	minus := 0
	for _, d := range items {
		n, ok := object.Of(d).(object.Int)
		if !ok {
			continue
		}
		if n < -1 {
			c.value("a size in newshape must not be negative, apart from one -1; got %d.", int(n))
		}
		if n == -1 {
			minus++
		}
	}
	if minus > 1 {
		c.value("newshape may hold -1 once only, got %s.", c.show(v))
	}
	c.Set("newshape", object.NewTuple(append([]object.Object(nil), items...)...))
}

func squeeze(c *Call) object.Object {
	s := c.Shape("x")
	out := tensor.Shape{}
	if !c.Given("axis") {
		for _, d := range s {
			if tensor.IsExpr(d) {
				c.value("axis must be given for a tensor of shape %s inside a layer's call.", s)
			}
			if d != 1 {
				out = append(out, d)
			}
		}
		return c.Sparse(out, c.Dtype("x"), c.sparse("x", false))
	}
	var places []int
	for _, a := range c.Ints("axis") {
		i := c.at(a, len(s))
		if s[i] != 1 {
			c.value("axis %d has size %s, and only dimensions of size 1 can be taken away.", a, tensor.DimString(s[i]))
		}
		places = append(places, i)
	}
	return c.Sparse(without(s, places...), c.Dtype("x"), c.sparse("x", false))
}

func tile(c *Call) object.Object {
	s := c.Shape("x")
	var times []int
	if isInt(c.Arg("repeats")) {
		times = []int{c.Int("repeats")}
	} else {
		for _, v := range c.Items("repeats") {
			switch x := object.Of(v).(type) {
			case tensor.DimExpr:
				times = append(times, int(x))
			case *tensor.OpaqueDim:
				times = append(times, unknown)
			case *tensor.KerasTensor:
				times = append(times, c.sizeIn(x))
			case object.Float, *object.Str:
				c.value("repeats must hold ints, got %s.", c.show(v))
			default:
				times = append(times, c.asInt("repeats", v))
			}
		}
	}
	for len(times) < len(s) {
		times = append([]int{1}, times...)
	}
	for len(s) < len(times) {
		s = append(tensor.Shape{1}, s...)
	}
	for i := range s {
		if s[i] >= 0 && times[i] == unknown && !c.traced {
			c.size(-s[i])
		}
		s[i] = tensor.MulDims(s[i], times[i])
	}
	return c.New(s, c.Dtype("x"))
}

// itemSizes are the bytes of an element.
var itemSizes = map[string]int{"bool": 1, "int8": 1, "uint8": 1, "int16": 2, "uint16": 2, "float16": 2, "bfloat16": 2, "int32": 4, "uint32": 4,
	"float32": 4, "int64": 8, "uint64": 8, "float64": 8, "complex64": 8, "complex128": 16, "float8_e4m3fn": 1, "float8_e5m2": 1}

func view(c *Call) object.Object {
	s, from := c.Shape("x"), c.Dtype("x")
	to := c.dtypeOr(from)
	if itemSizes[from] == itemSizes[to] {
		return c.New(s, to)
	}
	if itemSizes[from] == 0 || itemSizes[to] == 0 {
		c.typeError("the bytes of dtype '%s' cannot be seen as '%s'.", from, to)
	}
	if len(s) == 0 {
		c.value("a scalar of dtype %s cannot be seen as %s, whose size is another.", from, to)
	}
	if last := len(s) - 1; s[last] >= 0 {
		bytes := s[last] * itemSizes[from]
		if bytes%itemSizes[to] != 0 {
			c.value("the %d bytes of the last dimension cannot be divided into elements of dtype %s.", bytes, to)
		}
		s[last] = bytes / itemSizes[to]
	}
	return c.New(s, to)
}

func rot90(c *Call) object.Object {
	s := c.Shape("array")
	if len(s) < 2 {
		c.value("array must have at least 2 dimensions, got shape %s.", s)
	}
	axes := c.Ints("axes")
	if len(axes) != 2 || axes[0] == axes[1] {
		c.value("axes must be two different dimensions, got %s.", c.show(c.Arg("axes")))
	}
	i, j := c.at(axes[0], len(s)), c.at(axes[1], len(s))
	s[i], s[j] = s[j], s[i]
	return c.New(s, c.Dtype("array"))
}
