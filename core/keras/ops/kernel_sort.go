package ops

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// alongAxis gives the argument and the axis to work along; without an axis all elements in a row.
func (c *Call) alongAxis(name string) (*array.Array, int) {
	x := c.Array(name)
	if c.Given("axis") {
		return x, c.axis(c.Int("axis"), x.Rank())
	}
	return good(x.Reshape(-1)), 0
}

func sortKernel(c *Call) []*array.Array {
	x, axis := c.alongAxis("x")
	return one(x.Sort(axis))
}

func argsortKernel(c *Call) []*array.Array {
	x, axis := c.alongAxis("x")
	return one(x.ArgSort(axis))
}

// argpartitionKernel puts the positions in full order, of which a partition is one part; jax puts the smallest kth ones first, in
// no order that it promises.
func argpartitionKernel(c *Call) []*array.Array {
	x, axis := c.alongAxis("x")
	return one(x.ArgSort(axis))
}

// uniqueKernel gives the distinct elements in order, as many as size asks for.
func uniqueKernel(c *Call) []*array.Array {
	x := c.Array("x")
	a := object.Positional(numpyOf(x))
	for _, n := range []string{"return_index", "return_inverse", "return_counts"} {
		a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern(n), Value: object.True})
	}
	a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern("equal_nan"), Value: object.False})
	if c.Given("axis") {
		a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern("axis"), Value: c.Arg("axis")})
	}
	found := c.callNumpy("unique", a)
	axis := 0
	if c.Given("axis") {
		axis = c.axis(c.Int("axis"), x.Rank())
	}
	if c.Given("size") {
		c.resizeUnique(found, axis)
	}
	out := found[:1:1]
	for i, n := range []string{"return_index", "return_inverse", "return_counts"} {
		if c.Bool(n) {
			out = append(out, found[i+1])
		}
	}
	return out
}

// resizeUnique cuts the results to a size or fills them up: the values with fill_value (else the smallest one), the indices with the
// first one, the counts with zeros.
func (c *Call) resizeUnique(found []*array.Array, axis int) {
	size := c.Int("size")
	have := found[0].Shape()[axis]
	resize := func(a *array.Array, axis int, fill *array.Array) *array.Array {
		if size <= have {
			return a.Slice(axis, 0, 1, size)
		}
		shape := append([]int(nil), a.Shape()...)
		shape[axis] = size - have
		more := good(array.New(c.T, a.Dtype(), shape...))
		if fill != nil {
			must(more.Assign(fill))
		}
		return good(array.Concatenate([]*array.Array{a, more}, axis, array.Invalid))
	}
	first := func(a *array.Array, axis int) *array.Array {
		if a.Shape()[axis] == 0 {
			return nil
		}
		return a.Slice(axis, 0, 1, 1)
	}
	fill := first(found[0], axis)
	if c.Given("fill_value") {
		fill = c.ArrayAs("fill_value", c.Want(0).Dtype)
	}
	index := first(found[1], 0)
	found[0], found[1], found[3] = resize(found[0], axis, fill), resize(found[1], 0, index), resize(found[3], 0, nil)
}

func searchsortedKernel(c *Call) []*array.Array {
	a, v := c.Array("sorted_sequence"), c.Array("values")
	return one(array.SearchSorted(a, v, c.Text("side") == "right"))
}

func digitizeKernel(c *Call) []*array.Array {
	return c.callNumpy("digitize", object.Positional(numpyOf(c.Array("x")), numpyOf(c.Array("bins"))))
}
