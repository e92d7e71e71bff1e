package ops

import (
	"layerglass/core/keras/config"
	"strings"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// elementwiseOps are the functions of one tensor that keep its shape.
var elementwiseOps = []*Op{
	{Name: "absolute", Class: "Absolute", Sig: "x", Infer: same, Value: realPart(same), Kernel: absoluteKernel},
	{Name: "abs", Class: "Absolute", Twin: "absolute", Sig: "x"},
	{Name: "angle", Class: "Angle", Sig: "x", Infer: floating, Value: realPart(floating), Kernel: angleKernel},
	{Name: "arccos", Class: "Arccos", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Arccos)},
	{Name: "arccosh", Class: "Arccosh", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Arccosh)},
	{Name: "arcsin", Class: "Arcsin", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Arcsin)},
	{Name: "arcsinh", Class: "Arcsinh", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Arcsinh)},
	{Name: "arctan", Class: "Arctan", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Arctan)},
	{Name: "arctanh", Class: "Arctanh", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Arctanh)},
	{Name: "bitwise_invert", Class: "BitwiseInvert", Sig: "x", Infer: plain, Value: wholeOnly(plain, object.TypeError, "x"), Kernel: unaryKernel(array.Invert)},
	{Name: "bitwise_not", Class: "BitwiseNot", Sig: "x", Infer: plain, Value: wholeOnly(plain, object.TypeError, "x"), Kernel: unaryKernel(array.Invert)},
	{Name: "cbrt", Class: "Cbrt", Sig: "x", Infer: cubeRoot, Kernel: unaryKernel(array.Cbrt)},
	{Name: "ceil", Class: "Ceil", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Ceil)},
	{Name: "clip", Class: "Clip", Sig: "x, x_min, x_max", Init: "x_min, x_max", Infer: boolAsInt, Value: clipValue, Kernel: clipKernel},
	{Name: "conjugate", Class: "Conjugate", Sig: "x", Infer: same, Kernel: unaryKernel(array.Conjugate)},
	{Name: "conj", Class: "Conjugate", Twin: "conjugate", Sig: "x"},
	{Name: "copy", Class: "Copy", Sig: "x", Infer: same, Kernel: likeKernel("x")},
	{Name: "corrcoef", Class: "Corrcoef", Sig: "x", Infer: correlation, Value: correlationValue, Kernel: corrcoefKernel},
	{Name: "cos", Class: "Cos", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Cos)},
	{Name: "cosh", Class: "Cosh", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Cosh)},
	{Name: "cumprod", Class: "Cumprod", Sig: "x, axis=None, dtype=None", Init: "axis, dtype", Prepare: standardDtype, Infer: cumulative, Kernel: runningKernel(array.Multiply)},
	{Name: "cumsum", Class: "Cumsum", Sig: "x, axis=None, dtype=None", Init: "axis, dtype", Prepare: standardDtype, Infer: cumulative, Kernel: runningKernel(array.Add)},
	{Name: "deg2rad", Class: "Deg2rad", Sig: "x", Infer: degrees, Kernel: unaryKernel(array.Radians)},
	{Name: "rad2deg", Class: "Rad2deg", Sig: "x", Infer: degrees, Kernel: unaryKernel(array.Degrees)},
	{Name: "exp", Class: "Exp", Sig: "x", Infer: exponential, Kernel: unaryKernel(array.Exp)},
	{Name: "exp2", Class: "Exp2", Sig: "x", Infer: exponential, Kernel: unaryKernel(array.Exp2)},
	{Name: "expm1", Class: "Expm1", Sig: "x", Infer: func(c *Call) object.Object {
		return c.Sparse(c.Shape("x"), c.orFloatx(c.Dtype("x")), c.sparse("x", false))
	}, Kernel: unaryKernel(array.Expm1)},
	{Name: "fabs", Class: "Fabs", Sig: "x", Infer: func(c *Call) object.Object {
		d := c.Dtype("x")
		if strings.HasPrefix(d, "complex") {
			c.typeError("complex numbers are not taken, got dtype %s.", d)
		}
		return c.Sparse(c.Shape("x"), c.orFloatx(d), c.sparse("x", false))
	}, Kernel: unaryKernel(array.Fabs)},
	{Name: "flip", Class: "Flip", Sig: "x, axis=None", Init: "axis", Infer: overAxes, Kernel: flipKernel},
	{Name: "fliplr", Class: "Fliplr", Sig: "x", Infer: flipped(2), Kernel: flipAxisKernel(1)},
	{Name: "flipud", Class: "Flipud", Sig: "x", Infer: flipped(1), Kernel: flipAxisKernel(0)},
	{Name: "floor", Class: "Floor", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Floor)},
	{Name: "i0", Class: "I0", Sig: "x", Infer: degrees, Kernel: besselKernel},
	{Name: "imag", Class: "Imag", Sig: "x", Infer: same, Value: realPart(same), Kernel: func(c *Call) []*array.Array { return one(array.ImagPart(c.Array("x"))) }},
	{Name: "isfinite", Class: "Isfinite", Sig: "x", Infer: test, Kernel: testKernel(array.Isfinite)},
	{Name: "isinf", Class: "Isinf", Sig: "x", Infer: test, Kernel: testKernel(array.Isinf)},
	{Name: "isnan", Class: "Isnan", Sig: "x", Infer: test, Kernel: testKernel(array.Isnan)},
	{Name: "isneginf", Class: "Isneginf", Sig: "x", Infer: test, Kernel: signedInfinity(array.Less)},
	{Name: "isposinf", Class: "Isposinf", Sig: "x", Infer: test, Kernel: signedInfinity(array.Greater)},
	{Name: "isreal", Class: "Isreal", Sig: "x", Infer: test, Kernel: isrealKernel},
	{Name: "log", Class: "Log", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Log)},
	{Name: "log10", Class: "Log10", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Log10)},
	{Name: "log1p", Class: "Log1p", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Log1p)},
	{Name: "log2", Class: "Log2", Sig: "x", Infer: floating, Kernel: unaryKernel(array.Log2)},
	{Name: "logical_not", Class: "LogicalNot", Sig: "x", Infer: test, Kernel: testKernel(array.LogicalNot)},
	{Name: "nan_to_num", Class: "NanToNum", Sig: "x, nan=0.0, posinf=None, neginf=None", Init: "nan, posinf, neginf", Infer: plain, Kernel: nanToNumKernel},
	{Name: "nancumprod", Class: "Nancumprod", Sig: "x, axis=None, dtype=None", Init: "axis, dtype", Infer: nanCumulative, Kernel: nanRunningKernel(array.Multiply)},
	{Name: "nancumsum", Class: "Nancumsum", Sig: "x, axis=None, dtype=None", Init: "axis, dtype", Infer: nanCumulative, Kernel: nanRunningKernel(array.Add)},
	{Name: "negative", Class: "Negative", Sig: "x", Infer: same, Value: noBools(same), Kernel: unaryKernel(array.Negative)},
	{Name: "real", Class: "Real", Sig: "x", Infer: same, Value: realPart(same), Kernel: func(c *Call) []*array.Array { return one(array.RealPart(c.Array("x"))) }},
	{Name: "reciprocal", Class: "Reciprocal", Sig: "x", Value: exponential, Infer: func(c *Call) object.Object { return c.New(c.Shape("x"), "float32") }, Kernel: unaryKernel(array.Reciprocal)},
	{Name: "roll", Class: "Roll", Sig: "x, shift, axis=None", Init: "shift, axis", Infer: overAxes, Kernel: rollKernel},
	{Name: "round", Class: "Round", Sig: "x, decimals=0", Init: "decimals", Infer: same, Kernel: roundKernel},
	{Name: "sign", Class: "Sign", Sig: "x", Infer: same, Value: noBools(same), Kernel: unaryKernel(array.Sign)},
	{Name: "signbit", Class: "Signbit", Sig: "x", Infer: func(c *Call) object.Object {
		return c.Sparse(c.Shape("x"), "bool", c.sparse("x", false))
	}, Kernel: testKernel(array.Signbit)},
	{Name: "sin", Class: "Sin", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Sin)},
	{Name: "sinc", Class: "Sinc", Sig: "x", Infer: floating, Kernel: sincKernel},
	{Name: "sinh", Class: "Sinh", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Sinh)},
	{Name: "sqrt", Class: "Sqrt", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Sqrt)},
	{Name: "square", Class: "Square", Sig: "x", Infer: func(c *Call) object.Object {
		return c.Sparse(c.Shape("x"), boolToInt(c.Dtype("x")), c.sparse("x", false))
	}, Kernel: unaryKernel(array.Square)},
	{Name: "tan", Class: "Tan", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Tan)},
	{Name: "tanh", Class: "Tanh", Sig: "x", Infer: floatingSparse, Kernel: unaryKernel(array.Tanh)},
	{Name: "tril", Class: "Tril", Sig: "x, k=0", Init: "k", Infer: plain, Value: matrixLike, Kernel: triangleKernel("tril")},
	{Name: "triu", Class: "Triu", Sig: "x, k=0", Init: "k", Infer: plain, Value: matrixLike, Kernel: triangleKernel("triu")},
	{Name: "trunc", Class: "Trunc", Sig: "x", Infer: plain, Kernel: unaryKernel(array.Trunc)},
}

// same keeps shape, dtype and sparseness.
func same(c *Call) object.Object {
	return c.Sparse(c.Shape("x"), c.Dtype("x"), c.sparse("x", false))
}

// plain keeps shape and dtype; the result is dense.
func plain(c *Call) object.Object { return c.Like("x") }

// test keeps the shape and gives truth values.
func test(c *Call) object.Object { return c.New(c.Shape("x"), "bool") }

// floatOf is the floating dtype that a function like sin gives for a dtype.
func (c *Call) floatOf(dtype string) string {
	if dtype == "int64" {
		return c.Floatx()
	}
	return c.Result(Dtype{dtype, false}, WeakFloat)
}

func floating(c *Call) object.Object { return c.New(c.Shape("x"), c.floatOf(c.Dtype("x"))) }

func floatingSparse(c *Call) object.Object {
	return c.Sparse(c.Shape("x"), c.floatOf(c.Dtype("x")), c.sparse("x", false))
}

// isWhole reports whether a dtype is an integer type or bool.
func isWhole(dtype string) bool { return config.IsInt(dtype) || dtype == "bool" }

// orFloatx is floatx for integers and bool, else the dtype itself.
func (c *Call) orFloatx(dtype string) string {
	if isWhole(dtype) {
		return c.Floatx()
	}
	return dtype
}

func exponential(c *Call) object.Object { return c.New(c.Shape("x"), c.orFloatx(c.Dtype("x"))) }

func boolToInt(dtype string) string {
	if dtype == "bool" {
		return "int32"
	}
	return dtype
}

func boolAsInt(c *Call) object.Object { return c.New(c.Shape("x"), boolToInt(c.Dtype("x"))) }

// smallInt reports whether a dtype is an integer type of at most 32 bits.
func smallInt(dtype string) bool {
	return config.IsInt(dtype) && dtype != "int64" && dtype != "uint64"
}

func cubeRoot(c *Call) object.Object {
	d := c.Dtype("x")
	switch {
	case smallInt(d) || d == "bool":
		d = c.Floatx()
	case d == "int64":
		d = "float64"
	}
	return c.New(c.Shape("x"), d)
}

func degrees(c *Call) object.Object {
	d := c.Dtype("x")
	switch d {
	case "int64", "float64":
		d = "float64"
	case "bfloat16", "float16":
	default:
		d = c.Floatx()
	}
	return c.New(c.Shape("x"), d)
}

func correlation(c *Call) object.Object {
	d := c.Dtype("x")
	if d == "int64" {
		d = "float64"
	} else {
		d = c.Result(Dtype{d, false}, WeakFloat)
	}
	return c.New(c.Shape("x"), d)
}

func flipped(rank int) func(*Call) object.Object {
	return func(c *Call) object.Object {
		if s := c.Shape("x"); len(s) < rank {
			c.value("x must have at least %d dimensions, got shape %s.", rank, s)
		}
		return c.Like("x")
	}
}

// overAxes keeps shape and dtype, and checks axis.
func overAxes(c *Call) object.Object {
	if c.Given("axis") {
		c.checkAxes("axis", len(c.Shape("x")))
	}
	return c.Like("x")
}

// standardDtype turns the argument dtype into a name; None stays.
func standardDtype(c *Call) {
	if c.Given("dtype") {
		n, err := config.Dtype(c.T, c.Arg("dtype"))
		must(err)
		c.Set("dtype", object.NewStr(n))
	}
}

// dtypeOr returns the argument dtype, or another where it is None.
func (c *Call) dtypeOr(otherwise string) string {
	if !c.Given("dtype") {
		return otherwise
	}
	n, err := config.Dtype(c.T, c.Arg("dtype"))
	must(err)
	return n
}

func cumulative(c *Call) object.Object {
	if c.Given("axis") {
		c.axis(c.Int("axis"), len(c.Shape("x")))
	}
	return nanCumulative(c)
}

func nanCumulative(c *Call) object.Object {
	s := c.Shape("x")
	if !c.Given("axis") {
		s = tensor.Shape{s.Size()}
	}
	return c.New(s, boolToInt(c.dtypeOr(c.Dtype("x"))))
}
