package ops

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// concatKernel joins a list of tensors along an axis, in the dtype of the result.
func concatKernel(c *Call) []*array.Array {
	return one(array.Concatenate(c.Arrays("xs", c.Want(0).Dtype), c.Int("axis"), array.Invalid))
}

func stackKernel(c *Call) []*array.Array {
	return one(array.Stack(c.Arrays("x", c.Want(0).Dtype), c.Int("axis"), array.Invalid))
}

// pileKernel is hstack, vstack or dstack.
func pileKernel(name string) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		arrays := c.Arrays("xs", c.Want(0).Dtype)
		items := make([]object.Object, len(arrays))
		for i, a := range arrays {
			items[i] = numpyOf(a)
		}
		return c.callNumpy(name, object.Positional(object.NewList(items...)))
	}
}

func appendKernel(c *Call) []*array.Array {
	a, b, axis := c.ArrayIn("x1"), c.ArrayIn("x2"), 0
	if c.Given("axis") {
		axis = c.Int("axis")
	} else {
		a, b = good(a.Reshape(-1)), good(b.Reshape(-1))
	}
	return one(array.Concatenate([]*array.Array{a, b}, axis, array.Invalid))
}

// splitKernel cuts a tensor into the parts that the rule has measured. axis gives the dimension.
func splitKernel(axis func(c *Call, rank int) int) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.Array("x")
		ax := axis(c, x.Rank())
		out := make([]*array.Array, len(c.results))
		if v := c.Arg("indices_or_sections"); !isInt(v) { // places to cut at, which may lie in any order
			n := x.Shape()[ax]
			place := func(i int) int {
				if i < 0 {
					i += n
				}
				return min(max(i, 0), n)
			}
			cuts := c.Ints("indices_or_sections")
			for i := range out {
				start, stop := 0, n
				if i > 0 {
					start = place(cuts[i-1])
				}
				if i < len(cuts) {
					stop = place(cuts[i])
				}
				out[i] = x.Slice(ax, start, 1, max(stop-start, 0))
			}
			return out
		}
		at := 0
		for i, want := range c.results {
			n := want.Shape[ax]
			out[i] = x.Slice(ax, at, 1, n)
			at += n
		}
		return out
	}
}

func givenAxis(c *Call, rank int) int { return c.axis(c.Int("axis"), rank) }

func fixedAxis(axis int) func(c *Call, rank int) int {
	return func(_ *Call, rank int) int { return min(axis, rank-1) }
}

func unstackKernel(c *Call) []*array.Array {
	x := c.Array("x")
	axis := c.axis(c.Int("axis"), x.Rank())
	out := make([]*array.Array, len(c.results))
	for i := range out {
		out[i] = x.At(axis, i)
	}
	return out
}
