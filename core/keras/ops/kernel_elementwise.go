package ops

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

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

// floorDivideKernel divides and rounds down. A division of ints by zero gives what jax makes of it: the bits of XLA's quotient, -1,
// put right as if there was a remainder.
func floorDivideKernel(c *Call) []*array.Array {
	return one(floorDivided(c.ArrayIn("x1"), c.ArrayIn("x2")))
}

func floorDivided(x, y *array.Array) (*array.Array, error) {
	q, err := array.Binary(array.FloorDivide, array.Of(x), array.Of(y))
	if err != nil || !x.Dtype().IsInteger() {
		return q, err
	}
	zero := good(array.Binary(array.Equal, array.Of(y), array.Of(good(array.New(nil, y.Dtype())))))
	if !anyTrue(zero) {
		return q, nil
	}
	by := good(good(array.Unary(array.Sign, good(good(x.Cast(array.Int64)).BroadcastTo(q.Shape())))).Cast(array.Int64))
	by = good(array.Unary(array.Absolute, by)) // -1 for zero, -2 for all else
	if x.Dtype().IsUnsigned() {
		by = good(array.New(x.Budget(), array.Int64, q.Shape()...))
	}
	bits := good(array.Binary(array.Subtract, array.Of(array.Scalar(int64(-1))), array.Of(by)))
	return array.Where(zero, array.Of(good(bits.Cast(q.Dtype()))), array.Of(q))
}

func anyTrue(a *array.Array) bool {
	return array.Data[bool](good(array.Any(a, nil, false)))[0]
}

// powerKernel raises. jax multiplies ints by the last six bits of the exponent, which are all that matter to a positive one.
func powerKernel(c *Call) []*array.Array { return one(raisedTo(c.ArrayIn("x1"), c.ArrayIn("x2"))) }

func raisedTo(x, y *array.Array) (*array.Array, error) {
	if !x.Dtype().IsInteger() {
		return array.Binary(array.Power, array.Of(x), array.Of(y))
	}
	if y.Dtype().IsSigned() {
		negative := good(array.Binary(array.Less, array.Of(y), array.Of(good(array.New(nil, y.Dtype())))))
		if anyTrue(negative) {
			bits := good(array.Binary(array.BitwiseAnd, array.Of(y), array.Of(good(array.Scalar(int64(63)).Cast(y.Dtype())))))
			p := good(array.Binary(array.Power, array.Of(x), array.Of(bits)))
			zero := good(array.New(nil, x.Dtype()))
			nothing := good(array.Binary(array.LogicalAnd, array.Of(negative), array.Of(good(array.Binary(array.Equal, array.Of(x), array.Of(zero))))))
			return array.Where(nothing, array.Of(zero), array.Of(p))
		}
	}
	return array.Binary(array.Power, array.Of(x), array.Of(y))
}

// divideNoNaNKernel gives 0 where the divisor is 0.
func divideNoNaNKernel(c *Call) []*array.Array {
	x, y := c.ArrayIn("x1"), c.ArrayIn("x2")
	zero := good(array.New(nil, y.Dtype()))
	isZero := good(array.Binary(array.Equal, array.Of(y), array.Of(zero)))
	q := good(array.Binary(array.Divide, array.Of(x), array.Of(y)))
	return one(array.Where(isZero, array.Of(zero), array.Of(q)))
}

func ldexpKernel(c *Call) []*array.Array {
	x, n := good(c.Array("x1").Cast(array.Float64)), good(c.Array("x2").Cast(array.Float64))
	return one(array.Binary(array.Multiply, array.Of(x), array.Of(good(array.Unary(array.Exp2, n)))))
}

func clipKernel(c *Call) []*array.Array {
	bound := func(name string) array.Operand {
		if !c.Given(name) {
			return array.Operand{}
		}
		return array.Of(c.ArrayIn(name))
	}
	return one(array.Clip(c.ArrayIn("x"), bound("x_min"), bound("x_max")))
}

// roundKernel rounds to even. Decimals are a factor; jax divides by it through the rounded reciprocal.
func roundKernel(c *Call) []*array.Array {
	x, decimals := c.Array("x"), c.Int("decimals")
	d := x.Dtype()
	if d == array.Bool && !wide(c.T) {
		c.value("bools cannot be rounded.")
	}
	if decimals == 0 || d.IsInteger() && decimals > 0 || d == array.Bool || d.IsComplex() {
		return one(array.Round(x, decimals))
	}
	if d != array.Float64 {
		x = good(x.Cast(array.Float32))
	}
	factor := good(array.Scalar(math.Pow10(decimals)).Cast(x.Dtype()))
	r := good(array.Unary(array.Rint, good(array.Binary(array.Multiply, array.Of(x), array.Of(factor)))))
	if d.IsInteger() {
		return one(array.Binary(array.Divide, array.Of(r), array.Of(factor)))
	}
	return one(array.Binary(array.Multiply, array.Of(r), array.Of(good(array.Unary(array.Reciprocal, factor)))))
}

func nanToNumKernel(c *Call) []*array.Array {
	a := object.Positional(numpyOf(c.Array("x")))
	for _, n := range []string{"nan", "posinf", "neginf"} {
		if c.Given(n) {
			a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern(n), Value: c.numpyArgument(n)})
		}
	}
	return c.callNumpy("nan_to_num", a)
}

// signedInfinity tells infinite numbers of one sign.
func signedInfinity(op array.BinaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.Array("x")
		infinite := good(array.Unary(array.Isinf, x))
		side := good(array.Binary(op, array.Of(x), array.Of(good(array.New(nil, x.Dtype())))))
		return one(array.Binary(array.LogicalAnd, array.Of(infinite), array.Of(side)))
	}
}

func isrealKernel(c *Call) []*array.Array {
	im := good(array.ImagPart(c.Array("x")))
	return one(array.Binary(array.Equal, array.Of(im), array.Of(good(array.New(nil, im.Dtype())))))
}

func iscloseKernel(c *Call) []*array.Array { return one(c.close()) }

func (c *Call) close() (*array.Array, error) {
	rtol, err := object.ToFloat(c.T, c.Arg("rtol"))
	must(err)
	atol, err := object.ToFloat(c.T, c.Arg("atol"))
	must(err)
	d := c.ResultOf("x1", "x2")
	return array.IsClose(c.ArrayAs("x1", d), c.ArrayAs("x2", d), rtol, atol, c.Bool("equal_nan"))
}

func allcloseKernel(c *Call) []*array.Array { return one(array.All(good(c.close()), nil, false)) }

func isinKernel(c *Call) []*array.Array {
	d := c.ResultOf("x1", "x2")
	return c.callNumpy("isin", object.Args{Pos: []object.Object{numpyOf(c.ArrayAs("x1", d)), numpyOf(c.ArrayAs("x2", d))},
		Kw: []object.Kwarg{{Name: object.Intern("invert"), Value: object.BoolOf(c.Bool("invert"))}}})
}

// whereKernel picks from two tensors; the condition alone gives the places where it holds.
func whereKernel(c *Call) []*array.Array {
	cond := good(c.Array("condition").Cast(array.Bool))
	if !c.Given("x1") {
		list, err := array.Nonzero(cond)
		must(err)
		return list
	}
	return one(array.Where(cond, array.Of(c.ArrayIn("x1")), array.Of(c.ArrayIn("x2"))))
}

// besselKernel is i0; jax finds no number for an infinite argument.
func besselKernel(c *Call) []*array.Array {
	x := c.precise("x")
	y := good(array.BesselI0(x))
	return one(array.Where(good(array.Unary(array.Isinf, x)), array.Of(array.Scalar(math.NaN())), array.Of(y)))
}

func absoluteKernel(c *Call) []*array.Array { return one(array.Unary(array.Absolute, c.Array("x"))) }

// angleKernel is the angle in the complex plane.
func angleKernel(c *Call) []*array.Array {
	x := good(c.Array("x").Cast(array.Complex128))
	return one(array.Binary(array.Arctan2, array.Of(good(array.ImagPart(x))), array.Of(good(array.RealPart(x)))))
}

// fmodKernel is the remainder with the sign of the dividend; that of bools by False is the dividend.
func fmodKernel(c *Call) []*array.Array {
	x, y := c.ArrayIn("x1"), c.ArrayIn("x2")
	r := good(array.Binary(array.Fmod, array.Of(x), array.Of(y)))
	if c.standard("x1").Name != "bool" || c.standard("x2").Name != "bool" {
		return one(r, nil)
	}
	zero := good(array.Binary(array.Equal, array.Of(y), array.Of(good(array.New(nil, y.Dtype())))))
	return one(array.Where(zero, array.Of(x), array.Of(r)))
}

// sincKernel divides a sine whose argument is rounded first, as jax's is: at whole numbers it is not quite zero.
func sincKernel(c *Call) []*array.Array {
	d := c.WantType()
	x := good(c.precise("x").Cast(array.Float64))
	at := good(good(array.Binary(array.Multiply, array.Of(x), array.Of(good(good(array.Scalar(math.Pi).Cast(d)).Cast(array.Float64))))).Cast(d))
	wide := good(at.Cast(array.Float64))
	q := good(array.Binary(array.Divide, array.Of(good(array.Unary(array.Sin, wide))), array.Of(wide)))
	zero := good(array.Binary(array.Equal, array.Of(x), array.Of(array.Scalar(0.0))))
	return one(array.Where(zero, array.Of(array.Scalar(1.0)), array.Of(q)))
}
