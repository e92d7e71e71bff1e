package ops

import (
	"math"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// indexParts reads a key as numpy does; what jax forgives and numpy does not is put right: a slice may not hold tensors, an int
// beyond the end is refused by neither.
func (c *Call) indexParts(key object.Object) []array.Index {
	if list, ok := object.Of(key).(*object.List); ok && c.jax() {
		c.typeError("a list is no index of a jax array, got %s: use a tuple, or make an array of it.", c.show(list))
	}
	parts, err := numpy.IndexParts(c.T, key)
	must(err)
	return parts
}

// itemShape is the shape of x[key] on values, where the key may hold masks and arrays of positions. It indexes an array of that
// shape that has only one element.
func (c *Call) itemShape(s tensor.Shape, key object.Object) tensor.Shape {
	parts := c.indexParts(key)
	for _, p := range parts {
		if p.Kind == array.AtMask {
			return c.maskedShape(s, parts)
		}
	}
	out, _, err := good(array.Scalar(false).WithBudget(c.T).BroadcastTo(s)).Index(parts)
	must(err)
	return tensor.Shape(out.Shape()).Clone()
}

// maskedShape is itemShape with masks in the key.
func (c *Call) maskedShape(s tensor.Shape, parts []array.Index) tensor.Shape {
	out, _, err := good(array.Scalar(false).WithBudget(c.T).BroadcastTo(s)).Index(parts)
	must(err)
	return tensor.Shape(out.Shape()).Clone()
}

func itemKernel(c *Call) []*array.Array {
	out, _, err := c.Array("x").Index(c.indexParts(c.Arg("key")))
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
		c.typeError("indices must be ints, got dtype %s.", a.Dtype().String())
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
