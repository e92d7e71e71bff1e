package kernel

import (
	"math"
	"slices"

	"layerglass/core/python/array"
)

// NormOrder is the order of a norm: a number, or "fro", "nuc", or none.
type NormOrder struct {
	Number float64
	Name   string
}

// Order makes a numeric order.
func Order(p float64) NormOrder { return NormOrder{Number: p} }

// Norm is the norm of the vectors along one axis, of the matrices along two, or (axes nil) of all elements.
func Norm(x *array.Array, order NormOrder, axes []int, keep bool) (*array.Array, error) {
	all := axes == nil
	axes, err := array.NormalizeAxes(axes, x.Rank())
	if err != nil {
		return nil, err
	}
	var c calc
	if d := workType(x); !x.Dtype().IsComplex() {
		x = c.cast(x, d)
	}
	if c.err != nil {
		return nil, c.err
	}
	size := c.unary(array.Absolute, x)
	switch {
	case order.Name == "none" && (all || len(axes) <= 2):
		return c.root(c.sum(c.unary(array.Square, size), axes, keep))
	case len(axes) == 1:
		return c.vectorNorm(size, order, axes, keep)
	case len(axes) == 2:
		return c.matrixNorm(x, size, order, axes, keep)
	}
	return nil, refuse("norm(): axis must name one dimension (vectors) or two (matrices), got " + itoa(len(axes)) + ".")
}

func (c *calc) root(x *array.Array) (*array.Array, error) {
	x = c.unary(array.Sqrt, x)
	return x, c.err
}

// extreme is the largest element along axes, or the smallest.
func (c *calc) extreme(x *array.Array, axes []int, keep, most bool) (*array.Array, error) {
	if c.err != nil {
		return nil, c.err
	}
	if most {
		return array.Max(x, axes, keep)
	}
	return array.Min(x, axes, keep)
}

func (c *calc) vectorNorm(size *array.Array, order NormOrder, axes []int, keep bool) (*array.Array, error) {
	if order.Name != "" {
		return nil, refuse("norm(): ord='" + order.Name + "' belongs to matrices; for vectors give a number.")
	}
	p := order.Number
	switch {
	case math.IsInf(p, 0):
		return c.extreme(size, axes, keep, p > 0)
	case p == 0:
		zero := c.number(size, 0)
		return c.result(c.sum(c.cast(c.binary(array.NotEqual, size, zero), size.Dtype()), axes, keep))
	case p == 1:
		return c.result(c.sum(size, axes, keep))
	case p == 2:
		return c.root(c.sum(c.unary(array.Square, size), axes, keep))
	}
	power := func(x *array.Array, p float64) *array.Array { return c.binary(array.Power, x, c.number(x, p)) }
	sum := c.sum(power(size, p), axes, keep)
	if c.err != nil {
		return nil, c.err
	}
	return c.result(power(sum, 1/p))
}

func (c *calc) result(x *array.Array) (*array.Array, error) { return x, c.err }

func (c *calc) matrixNorm(x, size *array.Array, order NormOrder, axes []int, keep bool) (*array.Array, error) {
	p := order.Number
	if order.Name == "fro" {
		return c.root(c.sum(c.unary(array.Square, size), axes, keep))
	}
	if order.Name == "" && (p == 1 || p == -1 || math.IsInf(p, 0)) {
		over, rest := axes[0], axes[1]
		if math.IsInf(p, 0) {
			over, rest = rest, over
		}
		out, err := c.extreme(c.sum(size, []int{over}, true), []int{rest}, true, p > 0)
		if err != nil || keep {
			return out, err
		}
		return out.Squeeze(axes)
	}
	moved, err := x.MoveAxis(axes, []int{-2, -1})
	if err != nil {
		return nil, err
	}
	_, s, _, err := array.SVD(moved)
	if err != nil {
		return nil, err
	}
	var out *array.Array
	switch {
	case order.Name == "nuc":
		out = c.sum(s, []int{-1}, false)
	case p == 2 || p == -2:
		out, err = c.extreme(s, []int{-1}, false, p > 0)
	default:
		return nil, refuse("norm(): ord of matrices must be 'fro', 'nuc', 1, -1, 2, -2 or an infinity.")
	}
	if err != nil || c.err != nil || !keep {
		return out, firstError(err, c.err)
	}
	for _, i := range slices.Sorted(slices.Values(axes)) {
		if out, err = out.ExpandDims(i); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func firstError(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}
