package ops

import (
	"math"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// indexParts reads a key as numpy does. jax takes no lists and texts in it, and moves a position that lies outside to the nearest end.
func (c *Call) indexParts(s tensor.Shape, key object.Object) []array.Index {
	if !c.jax() {
		parts, err := numpy.IndexParts(c.T, key)
		must(err)
		return parts
	}
	keys := []object.Object{key}
	if tuple, ok := object.Of(key).(*object.Tuple); ok {
		keys = tuple.Items
	}
	for _, k := range keys {
		switch x := object.Of(k).(type) {
		case *object.List:
			if k == key {
				c.typeError("a list is no index of a jax array, got %s: use a tuple, or make an array of it.", c.show(x))
			}
		case *object.Str, object.Float:
			c.typeError("a jax array is indexed by ints, slices, None, '...' and arrays of ints or bools, got %s.", c.show(k))
		case *tensor.KerasTensor:
			if !isWhole(x.Dtype) {
				c.typeError("a jax array is indexed by arrays of ints or bools, got dtype %s.", x.Dtype)
			}
		}
	}
	parts, err := numpy.IndexParts(c.T, key)
	must(err)
	used := 0
	for _, p := range parts {
		used += dimensionsOf(p)
	}
	axis := 0
	for i, p := range parts {
		if p.Kind == array.AtEllipsis {
			axis += len(s) - used
			continue
		}
		if axis >= 0 && axis < len(s) {
			parts[i] = inRange(p, s[axis])
		}
		axis += dimensionsOf(p)
	}
	return parts
}

// dimensionsOf is how many dimensions a part of a key uses up.
func dimensionsOf(p array.Index) int {
	switch p.Kind {
	case array.AtNewAxis, array.AtEllipsis:
		return 0
	case array.AtMask:
		return p.Array.Rank()
	}
	return 1
}

// inRange moves positions to the nearest place of a dimension of size n.
func inRange(p array.Index, n int) array.Index {
	if n == 0 {
		return p
	}
	switch p.Kind {
	case array.AtInt:
		p.Int = min(max(p.Int, -n), n-1)
	case array.AtArray:
		a := good(good(p.Array.Cast(array.Int64)).Copy())
		for i, v := range array.Data[int64](a) {
			array.Data[int64](a)[i] = min(max(v, -int64(n)), int64(n)-1)
		}
		p.Array = a
	}
	return p
}

// itemShape is the shape of x[key] on values, where the key may hold masks and arrays of positions. It indexes an array of that
// shape that has only one element.
func (c *Call) itemShape(s tensor.Shape, key object.Object) tensor.Shape {
	parts := c.indexParts(s, key)
	out, _, err := good(array.Scalar(false).WithBudget(c.T).BroadcastTo(s)).Index(parts)
	must(err)
	return tensor.Shape(out.Shape()).Clone()
}

func itemKernel(c *Call) []*array.Array {
	x := c.Array("x")
	out, _, err := x.Index(c.indexParts(x.Shape(), c.Arg("key")))
	return one(out, err)
}

func nonzeroKernel(c *Call) []*array.Array {
	x := c.Array("x")
	if x.Rank() == 0 {
		return nil
	}
	list, err := array.Nonzero(x)
	must(err)
	return list
}

// takeKernel picks rows. A position beyond the end gives nan, or the smallest int, as jax does.
func takeKernel(c *Call) []*array.Array {
	x, axis := c.alongAxis("x")
	index := c.wholeIndex("indices")
	n := x.Shape()[axis]
	if n == 0 && index.Size() > 0 {
		c.value("an empty dimension has no elements to take (shape %s).", tensor.Shape(x.Shape()))
	}
	at, outside := placesIn(index, n)
	out := good(x.Take(at, axis, array.TakeRaise))
	if outside == nil {
		return one(out, nil)
	}
	shape := make([]int, out.Rank())
	for i := range shape {
		shape[i] = 1
	}
	copy(shape[axis:], outside.Shape())
	return one(array.Where(good(outside.Reshape(shape...)), array.Of(missing(x.Dtype())), array.Of(out)))
}

func (c *Call) wholeIndex(name string) *array.Array {
	a := c.Array(name)
	if !a.Dtype().IsInteger() && a.Dtype() != array.Bool {
		c.value("indices must be ints, got dtype %s.", a.Dtype().String())
	}
	return good(a.Cast(array.Int64))
}

// placesIn counts negative positions from the end. Those that lie outside are set to 0 and marked; nil when there are none.
func placesIn(index *array.Array, n int) (at, outside *array.Array) {
	at = good(index.Copy())
	data := array.Data[int64](at)
	var marks []bool
	for i, v := range data {
		if v < 0 {
			v += int64(n)
		}
		if v < 0 || v >= int64(n) {
			if marks == nil {
				marks = make([]bool, len(data))
			}
			marks[i], v = true, 0
		}
		data[i] = v
	}
	if marks == nil {
		return at, nil
	}
	return at, good(array.FromSlice(index.Budget(), marks, index.Shape()...))
}

// missing is what jax puts in the place of an element that is not there.
func missing(d array.Dtype) *array.Array {
	switch {
	case d.IsInexact():
		return good(array.Scalar(math.NaN()).Cast(d))
	case d.IsSigned():
		return good(array.Scalar(int64(-1) << (8*d.Size() - 1)).Cast(d))
	case d == array.Bool:
		return array.Scalar(true)
	}
	return good(array.Scalar(int64(-1)).Cast(d))
}

func takeAlongAxisKernel(c *Call) []*array.Array {
	x, axis := c.alongAxis("x")
	index := c.wholeIndex("indices")
	if !c.Given("axis") {
		index = good(index.Reshape(-1))
	}
	at, outside := placesIn(index, x.Shape()[axis])
	out := good(x.TakeAlongAxis(at, axis))
	if outside != nil {
		out = good(array.Where(good(outside.BroadcastTo(out.Shape())), array.Of(missing(x.Dtype())), array.Of(out)))
	}
	return one(out, nil)
}

// selectKernel takes each element from the first choice whose condition holds.
func selectKernel(c *Call) []*array.Array {
	d := c.Want(0).Dtype
	out := good(c.ToArray(c.Arg("default"), d).BroadcastTo(c.Want(0).Shape))
	conditions, choices := c.Items("condlist"), c.Items("choicelist")
	for i := len(choices) - 1; i >= 0; i-- {
		out = good(array.Where(c.ToArray(conditions[i], "bool"), array.Of(c.ToArray(choices[i], d)), array.Of(out)))
	}
	return one(out, nil)
}

func unravelKernel(c *Call) []*array.Array {
	index := c.wholeIndex("indices")
	target := c.target("shape")
	out := make([]*array.Array, len(target))
	flat := good(index.AsContiguous())
	lists := make([][]int64, len(target))
	for i := range lists {
		out[i] = good(array.New(c.T, array.Int64, index.Shape()...))
		lists[i] = array.Data[int64](out[i])
	}
	size := int64(target.Size())
	for k, v := range array.Data[int64](flat) {
		if v < 0 {
			v += size
		}
		v = min(max(v, 0), max(size-1, 0))
		for i := len(target) - 1; i >= 0; i-- {
			n := int64(max(target[i], 1))
			lists[i][k] = v % n
			v /= n
		}
	}
	return out
}

// updateAt is x.at[key].name(values): a copy of x with other elements at the places of the key. Places outside are left out.
func updateAt(t *object.Thread, name string, x *tensor.KerasTensor, key, values object.Object) (object.Object, error) {
	o := &Op{Name: "at." + name, Sig: "x, key, values", Infer: func(c *Call) object.Object {
		s := c.itemShape(c.Shape("x"), c.Arg("key"))
		if got := c.arrayShape(c.Arg("values")); !fits(s, c.broadcast(s, got)) {
			c.value("values of shape %s do not fit into the shape %s of the places.", got, s)
		}
		return c.Like("x")
	}, Kernel: func(c *Call) []*array.Array { return one(c.updated(name)) }}
	return o.Apply(t, x, key, values)
}

func (c *Call) updated(name string) (*array.Array, error) {
	x := c.Array("x")
	all := good(array.ArangeInt(c.T, 0, int64(x.Size()), 1, array.Int64))
	at, _, err := good(all.Reshape(x.Shape()...)).Index(c.indexParts(x.Shape(), c.Arg("key")))
	must(err)
	places, err := array.Ints(at)
	must(err)
	c.leaveOut(places, x.Shape())
	values := good(c.ArrayIn("values").BroadcastTo(at.Shape()))
	switch name {
	case "set":
		return c.written(x, places, 1, values, scatterSet), nil
	case "add":
		return c.written(x, places, 1, values, scatterAdd), nil
	case "subtract":
		return c.written(x, places, 1, good(array.Unary(array.Negative, values)), scatterAdd), nil
	case "multiply":
		return c.written(x, places, 1, values, scatterMul), nil
	case "min":
		return c.written(x, places, 1, values, scatterMin), nil
	case "max":
		return c.written(x, places, 1, values, scatterMax), nil
	}
	old := good(good(x.Reshape(-1)).Take(at, 0, array.TakeClip))
	if name == "divide" {
		op := array.Divide
		return c.written(x, places, 1, good(array.Binary(op, array.Of(old), array.Of(values))), scatterSet), nil
	}
	return c.written(x, places, 1, good(raisedTo(old, values)), scatterSet), nil
}

// leaveOut marks the places whose position lies outside of x: reading moves them inside, writing does not.
func (c *Call) leaveOut(places []int, s []int) {
	parts, err := numpy.IndexParts(c.T, c.Arg("key"))
	must(err)
	if len(parts) == 0 || len(s) == 0 {
		return
	}
	switch n := s[0]; parts[0].Kind {
	case array.AtInt:
		if parts[0].Int < -n || parts[0].Int >= n {
			for i := range places {
				places[i] = -1
			}
		}
	case array.AtArray:
		if len(parts) > 1 {
			return
		}
		list, err := array.Ints(parts[0].Array)
		must(err)
		block := 1
		for _, d := range s[1:] {
			block *= d
		}
		for i, v := range list {
			for j := 0; (v < -n || v >= n) && j < block; j++ {
				places[i*block+j] = -1
			}
		}
	}
}
