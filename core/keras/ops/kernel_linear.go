package ops

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// smallProduct is the number of elements up to which a product is added up in double precision.
const smallProduct = 1 << 12

// factor is an operand of a product of floating numbers or ints in the dtype of the result.
func (c *Call) factor(name string) *array.Array { return c.factorOf(c.Arg(name)) }

func (c *Call) factorOf(v object.Object) *array.Array {
	a := c.ToArray(v, c.Want(0).Dtype)
	if a.Size() <= smallProduct && a.Dtype().IsFloat() || a.Dtype().IsHalf() {
		a = good(a.Cast(array.Float64))
	}
	return a
}

// addsInOrder reports whether a backend adds up a product of float32 matrices in order, rounding once for each term, as package array
// does for small ones: where rows are short or results lie in whole vectors.
func addsInOrder(a, b *array.Array) bool {
	if a.Dtype() != array.Float32 || b.Dtype() != array.Float32 || a.Rank() != 2 || b.Rank() != 2 {
		return false
	}
	m, k, n := a.Shape()[0], a.Shape()[1], b.Shape()[1]
	return n > 1 && m*k*n <= smallProduct && (k < 8 || n >= 16 || m == 1)
}

// factors are both operands of a product, of one dtype.
func (c *Call) factors() (a, b *array.Array) {
	if a, b = c.ArrayIn("x1"), c.ArrayIn("x2"); addsInOrder(a, b) {
		return a, b
	}
	a, b = c.factor("x1"), c.factor("x2")
	if a.Dtype() != b.Dtype() {
		d := c.WantType()
		if d.IsHalf() {
			d = array.Float64
		}
		a, b = good(a.Cast(d)), good(b.Cast(d))
	}
	return a, b
}

// productKernel is a product of two tensors.
func productKernel(f func(a, b *array.Array) (*array.Array, error)) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.factors())) }
}

// innerOf sums over the last dimensions of both.
func innerOf(a, b *array.Array) (*array.Array, error) {
	if a.Rank() == 0 || b.Rank() == 0 {
		return array.Binary(array.Multiply, array.Of(a), array.Of(b))
	}
	return array.TensorDot(a, b, []int{a.Rank() - 1}, []int{b.Rank() - 1})
}

func outerOf(a, b *array.Array) (*array.Array, error) {
	x, err := a.Reshape(-1, 1)
	if err != nil {
		return nil, err
	}
	y, err := b.Reshape(1, -1)
	if err != nil {
		return nil, err
	}
	return array.Binary(array.Multiply, array.Of(x), array.Of(y))
}

func vdotOf(a, b *array.Array) (*array.Array, error) {
	x, err := a.Reshape(-1)
	if err != nil {
		return nil, err
	}
	y, err := b.Reshape(-1)
	if err != nil {
		return nil, err
	}
	if x.Dtype().IsComplex() {
		if x, err = array.Unary(array.Conjugate, x); err != nil {
			return nil, err
		}
	}
	return array.Dot(x, y)
}

// tensordotKernel sums over the axes that the argument names: a number of them, or a list for each tensor.
func tensordotKernel(c *Call) []*array.Array {
	a, b := c.factors()
	if v := c.Arg("axes"); isInt(v) {
		n := c.Int("axes")
		first, second := make([]int, n), make([]int, n)
		for i := range n {
			first[i], second[i] = a.Rank()-n+i, i
		}
		return one(array.TensorDot(a, b, first, second))
	}
	items := c.Items("axes")
	return one(array.TensorDot(a, b, c.places(items[0], a.Rank()), c.places(items[1], b.Rank())))
}

func einsumKernel(c *Call) []*array.Array {
	items := c.Items("operands")
	list := make([]*array.Array, len(items))
	wide := true
	for i, v := range items {
		list[i] = c.ToArray(v, c.Want(0).Dtype)
		wide = wide && list[i].Size() <= smallProduct
	}
	if d := c.WantType(); d.IsFloat() && (wide || d.IsHalf()) {
		for i, a := range list {
			list[i] = good(a.Cast(array.Float64))
		}
	}
	return one(array.Einsum(c.Text("subscripts"), list...))
}

func traceKernel(c *Call) []*array.Array {
	d := good(c.precise("x").Diagonal(c.Int("offset"), c.Int("axis1"), c.Int("axis2")))
	return one(array.Sum(d, []int{-1}, false, d.Dtype()))
}

func slogdetKernel(c *Call) []*array.Array {
	return c.callNumpy("linalg.slogdet", object.Positional(numpyOf(c.precise("x"))))
}

// corrcoefKernel is numpy's correlation of the rows.
func corrcoefKernel(c *Call) []*array.Array {
	return c.callNumpy("corrcoef", object.Positional(numpyOf(good(c.Array("x").Cast(array.Float64)))))
}

// crossKernel is the product of vectors of three dimensions, or of two, whose product is a number.
func crossKernel(c *Call) []*array.Array {
	x, y := c.factors()
	ax, ay, az := c.Int("axisa"), c.Int("axisb"), c.Int("axisc")
	if c.Given("axis") {
		ax = c.Int("axis")
		ay, az = ax, ax
	}
	x, y = good(x.MoveAxis([]int{ax}, []int{-1})), good(y.MoveAxis([]int{ay}, []int{-1}))
	part := func(a *array.Array, i int) *array.Array {
		if i >= a.Shape()[a.Rank()-1] {
			return good(array.New(c.T, a.Dtype()))
		}
		return a.At(a.Rank()-1, i)
	}
	area := func(i, j int) *array.Array {
		p := good(array.Binary(array.Multiply, array.Of(part(x, i)), array.Of(part(y, j))))
		q := good(array.Binary(array.Multiply, array.Of(part(x, j)), array.Of(part(y, i))))
		return good(array.Binary(array.Subtract, array.Of(p), array.Of(q)))
	}
	if x.Shape()[x.Rank()-1] == 2 && y.Shape()[y.Rank()-1] == 2 {
		return one(area(0, 1), nil)
	}
	shape, err := array.BroadcastShapes(x.Shape()[:x.Rank()-1], y.Shape()[:y.Rank()-1])
	must(err)
	parts := []*array.Array{area(1, 2), area(2, 0), area(0, 1)}
	for i, p := range parts {
		parts[i] = good(p.BroadcastTo(shape))
	}
	return one(array.Stack(parts, az, array.Invalid))
}
