package ops

import "layerglass/core/python/array"

// unaryKernel computes a function of package array in the dtype of the result. Functions that have to be approximated are computed
// in double precision and rounded once, which is what any backend is close to.
func unaryKernel(op array.UnaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.ArrayIn("x")
		if op > array.Sqrt && x.Dtype().IsFloat() {
			x = good(x.Cast(array.Float64))
		}
		return one(array.Unary(op, x))
	}
}

// testKernel computes a truth value in the dtype of the argument.
func testKernel(op array.UnaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(array.Unary(op, c.Array("x"))) }
}

// binaryKernel computes a function of two arguments in the dtype of the result.
func binaryKernel(op array.BinaryOp, x, y string) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		return one(array.Binary(op, array.Of(c.ArrayIn(x)), array.Of(c.ArrayIn(y))))
	}
}

// compareKernel compares in the dtype that the arguments have together.
func compareKernel(op array.BinaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		d := c.ResultOf("x1", "x2")
		return one(array.Binary(op, array.Of(c.ArrayAs("x1", d)), array.Of(c.ArrayAs("x2", d))))
	}
}

// logicalKernel combines truth values.
func logicalKernel(op array.BinaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		return one(array.Binary(op, array.Of(c.ArrayAs("x1", "bool")), array.Of(c.ArrayAs("x2", "bool"))))
	}
}
