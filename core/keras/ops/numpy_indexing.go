package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// indexingOps pick elements.
var indexingOps = []*Op{
	{Name: "get_item", Class: "GetItem", Sig: "x, key", Kernel: itemKernel, Infer: func(c *Call) object.Object {
		if c.eager {
			return c.New(c.itemShape(c.Shape("x"), c.Arg("key")), c.Dtype("x"))
		}
		return c.New(c.item(c.Shape("x"), c.Arg("key")), c.Dtype("x"))
	}},
	{Name: "nonzero", Class: "Nonzero", Sig: "x", Infer: nonzero, Value: unknownCount(nonzero), Kernel: nonzeroKernel},
	{Name: "select", Class: "Select", Sig: "condlist, choicelist, default=0", Prepare: checkChoices, Value: selected, Infer: func(c *Call) object.Object {
		first := c.Items("choicelist")[0]
		return c.New(c.mustShape(first), c.mustDtype(first))
	}, Kernel: selectKernel},
	{Name: "take", Class: "Take", Sig: "x, indices, axis=None", Init: "axis", Infer: take, Kernel: takeKernel},
	{Name: "take_along_axis", Class: "TakeAlongAxis", Sig: "x, indices, axis=None", Init: "axis", Infer: takeAlongAxis, Kernel: takeAlongAxisKernel},
	{Name: "unravel_index", Class: "UnravelIndex", Sig: "indices, shape", Init: "shape", Infer: unravel, Value: asTuple(unravel), Kernel: unravelKernel},
}

func nonzero(c *Call) object.Object {
	parts := make([]object.Object, len(c.Shape("x")))
	for i := range parts {
		parts[i] = c.New(tensor.Shape{unknown}, "int32")
	}
	return object.NewTuple(parts...)
}

func unravel(c *Call) object.Object {
	target := c.target("shape")
	s, d := c.Shape("indices"), c.Dtype("indices")
	if target.HasUnknown() {
		s = tensor.Shape{unknown}
	}
	parts := make([]object.Object, len(target))
	for i := range parts {
		parts[i] = c.New(s.Clone(), d)
	}
	return object.NewList(parts...)
}

func checkChoices(c *Call) {
	if !isList(c.Arg("condlist")) || !isList(c.Arg("choicelist")) {
		c.value("condlist and choicelist must be lists.")
	}
	for _, n := range []string{"condlist", "choicelist"} {
		items := c.Items(n)
		if len(items) == 0 {
			c.value("%s must not be empty.", n)
		}
		c.Set(n, object.NewList(append([]object.Object(nil), items...)...))
	}
}

// take replaces a dimension by the shape of the indices.
func take(c *Call) object.Object {
	s := c.Shape("x")
	var index tensor.Shape
	ragged := false
	v := c.Arg("indices")
	if x, ok := v.(*tensor.KerasTensor); ok {
		index, ragged = x.Shape, x.Ragged
	} else {
		index = c.arrayShape(v)
	}
	d := c.Dtype("x")
	if !c.Given("axis") {
		return c.New(index.Clone(), d)
	}
	i := c.axis(c.Int("axis"), len(s))
	out := c.New(joined(s[:i], index, s[i+1:]), d)
	out.Ragged = ragged
	return out
}

// arrayShape is the shape of an array made of a value: nested lists count.
func (c *Call) arrayShape(v object.Object) tensor.Shape {
	if isList(v) {
		shape, kinds := tensor.Shape{}, []Dtype{}
		c.measure(v, 0, &shape, &kinds)
		return shape
	}
	s, _ := c.shapeOf(v)
	return s
}

func takeAlongAxis(c *Call) object.Object {
	s, index := c.Shape("x"), c.Shape("indices")
	if !c.Given("axis") {
		s = flat(s)
	}
	if len(s) != len(index) {
		c.value("x and indices must have the same number of dimensions, got shapes %s and %s.", s, index)
	}
	i := 0
	if c.Given("axis") {
		i = c.axis(c.Int("axis"), len(s))
	}
	s[c.at(i, len(s))] = index[i]
	return c.New(c.broadcast(s, index), c.Dtype("x"))
}

// item is the shape of x[key].
func (c *Call) item(s tensor.Shape, key object.Object) tensor.Shape {
	keys := c.keysOf(key)
	dots, needed := 0, 0
	for _, k := range keys {
		switch {
		case k == object.Ellipsis:
			dots++
		case k != object.None:
			needed++
		}
	}
	if dots > 1 {
		c.value("an index may hold one '...' only.")
	}
	if dots == 0 {
		keys = append(keys, object.Ellipsis)
	}
	rest := s
	out := tensor.Shape{}
	for _, k := range keys {
		switch {
		case k == object.Ellipsis:
			n := max(len(rest)-needed, 0)
			out, rest = append(out, rest[:n]...), rest[n:]
		case k == object.None:
			out = append(out, 1)
		default:
			needed--
			if len(rest) == 0 {
				c.value("a tensor of shape %s has %d dimensions, and the index %s names more.", s, len(s), c.show(key))
			}
			out = c.pick(out, rest[0], k, s)
			rest = rest[1:]
		}
	}
	return out
}

// keysOf returns the parts of an index.
func (c *Call) keysOf(key object.Object) []object.Object {
	switch x := object.Of(key).(type) {
	case *object.Tuple:
		return append([]object.Object(nil), x.Items...)
	case *object.List:
		if !c.traced {
			return append([]object.Object(nil), x.Items...)
		}
	case object.Int, object.Bool:
		return []object.Object{key}
	}
	if c.traced {
		return []object.Object{key}
	}
	c.value("a KerasTensor is indexed by ints, slices, None and '...', got %s; a lone slice comes as a tuple of one. Use keras.ops.take or "+
		"keras.ops.where for tensors and lists.", c.show(key))
	return nil
}

// pick applies one part of an index to one dimension.
func (c *Call) pick(out tensor.Shape, d int, k object.Object, s tensor.Shape) tensor.Shape {
	switch x := object.Of(k).(type) {
	case object.Int, object.Bool:
		n := c.asInt("key", k)
		if d >= 0 && (n < -d || n >= d) {
			c.value("index %d is out of range for a dimension of size %d (shape %s).", n, d, s)
		}
		return out
	case *object.Slice:
		return append(out, c.sliced(d, x))
	}
	if !c.traced {
		c.value("a KerasTensor is indexed by ints, slices, None and '...', got %s.", c.show(k))
	}
	if x, ok := k.(*tensor.KerasTensor); ok && x.Dtype == "bool" && x.Kind == tensor.JaxTraced {
		fail(object.NewError(BooleanIndexErrorClass, "a mask of shape %s picks a number of elements that is not known inside a layer's call. Use keras.ops.where.", x.Shape))
	}
	return append(out, c.arrayShape(k)...)
}

// sliced is the size of a slice of a dimension.
func (c *Call) sliced(d int, k *object.Slice) int {
	k, known := knownBounds(k)
	if !known {
		return unknown
	}
	if d < 0 {
		return c.slicedUnknown(d, k)
	}
	step := c.sliceInt(k.Step, 1)
	if step == 0 {
		c.value("slice step cannot be zero")
	}
	low, high := 0, d
	if step < 0 {
		low, high = -1, d-1
	}
	clamp := func(v object.Object, otherwise int) int {
		if v == object.None {
			return otherwise
		}
		n := c.sliceInt(v, 0)
		if n < 0 {
			n += d
		}
		return min(max(n, low), high)
	}
	if step > 0 {
		start, stop := clamp(k.Start, 0), clamp(k.Stop, d)
		return max(0, (stop-start+step-1)/step)
	}
	start, stop := clamp(k.Start, d-1), clamp(k.Stop, -1)
	return max(0, (start-stop-step-1)/-step)
}

func (c *Call) sliceInt(v object.Object, otherwise int) int {
	if v == object.None {
		return otherwise
	}
	n, err := object.Index(c.T, v)
	if err != nil && object.IsKind(err, object.TypeErrorClass) {
		err = object.TypeError("slice indices must be integers or None or have an __index__ method")
	}
	must(err)
	return n
}

// slicedUnknown is the size of a slice of an unknown dimension: unknown in a graph; inside a trace what follows for every
// size that is large enough.
func (c *Call) slicedUnknown(d int, k *object.Slice) int {
	if d == unknown {
		return unknown
	}
	step, known := boundIn(c, k.Step, d, 1)
	if known && step == 0 {
		c.value("slice step cannot be zero")
	}
	start, okStart := boundIn(c, k.Start, d, 0)
	stop, okStop := boundIn(c, k.Stop, d, d)
	if !okStart || !okStop || !known || step != 1 {
		return unknown
	}
	if !tensor.IsExpr(stop) && stop > tensor.LeastDim(d) {
		return unknown
	}
	return tensor.SubDims(stop, start)
}

// knownBounds puts the numbers in for bounds that are scalars of a tensorflow graph, as tf.shape(x)[1] is one. known is false when
// one of them depends on the data.
func knownBounds(k *object.Slice) (out *object.Slice, known bool) {
	out = &object.Slice{Start: k.Start, Stop: k.Stop, Step: k.Step}
	for _, bound := range []*object.Object{&out.Start, &out.Stop, &out.Step} {
		x, ok := (*bound).(*tensor.KerasTensor)
		if !ok || x.Kind != tensor.TFTraced || len(x.Shape) > 0 {
			continue
		}
		if len(x.Sizes) != 1 || x.Sizes[0] < 0 {
			return k, false
		}
		*bound = object.Int(x.Sizes[0])
	}
	return out, true
}

// boundIn is the place along a dimension that a bound of a slice names, counted from the front; known is false where the size decides.
func boundIn(c *Call, v object.Object, d, otherwise int) (n int, known bool) {
	switch x := object.Of(v).(type) {
	case *object.NoneType:
		return otherwise, true
	case object.Int:
		if x >= 0 {
			return int(x), true
		}
		return tensor.SubDims(d, int(-x)), tensor.LeastDim(d) >= int(-x)
	case tensor.DimExpr:
		return int(x), true
	}
	return 0, false
}

func dimIndex(v object.Object, otherwise int) (int, bool) {
	switch x := object.Of(v).(type) {
	case *object.NoneType:
		return otherwise, true
	case object.Int:
		return int(x), true
	case tensor.DimExpr:
		return int(x), true
	}
	return 0, false
}
