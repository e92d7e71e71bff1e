package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// binaryOps are the functions of two or three tensors that are broadcast together.
var binaryOps = []*Op{
	{Name: "add", Class: "Add", Sig: "x1, x2", Infer: sumLike, Kernel: binaryKernel(array.Add, "x1", "x2")},
	{Name: "subtract", Class: "Subtract", Sig: "x1, x2", Infer: sumLike, Kernel: binaryKernel(array.Subtract, "x1", "x2")},
	{Name: "multiply", Class: "Multiply", Sig: "x1, x2", Infer: func(c *Call) object.Object {
		return c.Sparse(c.broadcastOf("x1", "x2"), c.ResultOf("x1", "x2"), c.sparse("x1", true) || c.sparse("x2", true))
	}, Kernel: binaryKernel(array.Multiply, "x1", "x2")},
	{Name: "divide", Class: "Divide", Sig: "x1, x2", Infer: quotient, Kernel: binaryKernel(array.Divide, "x1", "x2")},
	{Name: "divide_no_nan", Class: "DivideNoNan", Sig: "x1, x2", Infer: quotient, Kernel: divideNoNaNKernel},
	{Name: "true_divide", Class: "TrueDivide", Sig: "x1, x2", Infer: quotient, Kernel: binaryKernel(array.Divide, "x1", "x2")},
	{Name: "floor_divide", Class: "FloorDivide", Sig: "x1, x2", Infer: promoted, Value: remainder, Kernel: floorDivideKernel},
	{Name: "power", Class: "Power", Sig: "x1, x2", Infer: promoted, Value: remainder, Kernel: powerKernel},
	{Name: "mod", Class: "Mod", Sig: "x1, x2", Infer: remainder, Kernel: binaryKernel(array.Remainder, "x1", "x2")},
	{Name: "fmod", Class: "Fmod", Sig: "x1, x2", Infer: remainder, Kernel: fmodKernel},
	{Name: "maximum", Class: "Maximum", Sig: "x1, x2", Infer: sumLike, Kernel: binaryKernel(array.Maximum, "x1", "x2")},
	{Name: "minimum", Class: "Minimum", Sig: "x1, x2", Infer: sumLike, Kernel: binaryKernel(array.Minimum, "x1", "x2")},
	{Name: "fmax", Class: "Fmax", Sig: "x1, x2", Infer: sumLike, Kernel: binaryKernel(array.Fmax, "x1", "x2")},
	{Name: "fmin", Class: "Fmin", Sig: "x1, x2", Infer: sumLike, Kernel: binaryKernel(array.Fmin, "x1", "x2")},
	{Name: "arctan2", Class: "Arctan2", Sig: "x1, x2", Infer: func(c *Call) object.Object {
		list := []Dtype{WeakFloat}
		for _, n := range []string{"x1", "x2"} {
			d := c.Floatx()
			if a := c.Arg(n); isSymbolic(a) || c.attr(a, "dtype") != nil {
				d = c.mustDtype(a)
			}
			list = append(list, Dtype{d, false})
		}
		return c.New(c.broadcastOf("x1", "x2"), c.Result(list...))
	}, Kernel: binaryKernel(array.Arctan2, "x1", "x2")},
	{Name: "heaviside", Class: "Heaviside", Sig: "x1, x2", Infer: realPair, Value: jaxFloat, Kernel: binaryKernel(array.Heaviside, "x1", "x2")},
	{Name: "hypot", Class: "Hypot", Sig: "x1, x2", Infer: realPair, Value: jaxFloat, Kernel: binaryKernel(array.Hypot, "x1", "x2")},
	{Name: "gcd", Class: "Gcd", Sig: "x1, x2", Infer: strictly(false), Value: intsOnly(strictly(false)), Kernel: binaryKernel(array.GCD, "x1", "x2")},
	{Name: "lcm", Class: "Lcm", Sig: "x1, x2", Infer: strictly(false), Value: intsOnly(strictly(false)), Kernel: binaryKernel(array.LCM, "x1", "x2")},
	{Name: "ldexp", Class: "Ldexp", Sig: "x1, x2", Infer: strictly(true), Value: wholeOnly(strictly(true), object.TypeError, "x2"), Kernel: ldexpKernel},
	{Name: "nextafter", Class: "Nextafter", Sig: "x1, x2", Infer: strictly(true), Value: jaxFloat, Kernel: binaryKernel(array.Nextafter, "x1", "x2")},
	{Name: "logaddexp", Class: "Logaddexp", Sig: "x1, x2", Infer: promotedFloat, Value: standardFloat, Kernel: binaryKernel(array.Logaddexp, "x1", "x2")},
	{Name: "logaddexp2", Class: "Logaddexp2", Sig: "x1, x2", Infer: promotedFloat, Value: standardFloat, Kernel: binaryKernel(array.Logaddexp2, "x1", "x2")},
	{Name: "equal", Class: "Equal", Sig: "x1, x2", Infer: comparison, Kernel: compareKernel(array.Equal)},
	{Name: "not_equal", Class: "NotEqual", Sig: "x1, x2", Infer: comparison, Kernel: compareKernel(array.NotEqual)},
	{Name: "greater", Class: "Greater", Sig: "x1, x2", Infer: comparison, Kernel: compareKernel(array.Greater)},
	{Name: "greater_equal", Class: "GreaterEqual", Sig: "x1, x2", Infer: comparison, Kernel: compareKernel(array.GreaterEqual)},
	{Name: "less", Class: "Less", Sig: "x1, x2", Infer: comparison, Kernel: compareKernel(array.Less)},
	{Name: "less_equal", Class: "LessEqual", Sig: "x1, x2", Infer: comparison, Kernel: compareKernel(array.LessEqual)},
	{Name: "logical_and", Class: "LogicalAnd", Sig: "x1, x2", Infer: comparison, Kernel: logicalKernel(array.LogicalAnd)},
	{Name: "logical_or", Class: "LogicalOr", Sig: "x1, x2", Infer: comparison, Kernel: logicalKernel(array.LogicalOr)},
	{Name: "logical_xor", Class: "LogicalXor", Sig: "x1, x2", Infer: comparison, Kernel: logicalKernel(array.LogicalXor)},
	{Name: "isclose", Class: "Isclose", Sig: "x1, x2, rtol=1e-05, atol=1e-08, equal_nan=False", Init: "equal_nan", Infer: comparison, Kernel: iscloseKernel},
	{Name: "allclose", Class: "AllClose", Sig: "x1, x2, rtol=1e-05, atol=1e-08, equal_nan=False", Init: "rtol, atol, equal_nan",
		Infer: func(c *Call) object.Object { return c.New(tensor.Shape{}, "bool") }, Kernel: allcloseKernel},
	{Name: "isin", Class: "IsIn", Sig: "x1, x2, assume_unique=False, invert=False", Init: "assume_unique, invert",
		Infer: func(c *Call) object.Object { return c.New(c.Shape("x1"), "bool") }, Kernel: isinKernel},
	{Name: "bitwise_and", Class: "BitwiseAnd", Sig: "x, y", Infer: bitwise, Value: wholeBits, Kernel: binaryKernel(array.BitwiseAnd, "x", "y")},
	{Name: "bitwise_or", Class: "BitwiseOr", Sig: "x, y", Infer: bitwise, Value: wholeBits, Kernel: binaryKernel(array.BitwiseOr, "x", "y")},
	{Name: "bitwise_xor", Class: "BitwiseXor", Sig: "x, y", Infer: bitwise, Value: wholeBits, Kernel: binaryKernel(array.BitwiseXor, "x", "y")},
	{Name: "bitwise_left_shift", Class: "BitwiseLeftShift", Sig: "x, y", Infer: shift, Value: wholeShift, Kernel: binaryKernel(array.LeftShift, "x", "y")},
	{Name: "left_shift", Class: "LeftShift", Sig: "x, y", Infer: shift, Value: wholeShift, Kernel: binaryKernel(array.LeftShift, "x", "y")},
	{Name: "bitwise_right_shift", Class: "BitwiseRightShift", Sig: "x, y", Infer: shift, Value: wholeShift, Kernel: binaryKernel(array.RightShift, "x", "y")},
	{Name: "right_shift", Class: "RightShift", Sig: "x, y", Infer: shift, Value: wholeShift, Kernel: binaryKernel(array.RightShift, "x", "y")},
	{Name: "where", Class: "Where", Sig: "condition, x1=None, x2=None", Prepare: bothOrNeither, Infer: chosen, Value: chosenValue, Kernel: whereKernel},
	{Name: "digitize", Class: "Digitize", Sig: "x, bins", Infer: func(c *Call) object.Object {
		if b := c.Shape("bins"); len(b) > 1 {
			c.value("bins must have one dimension, got shape %s.", b)
		}
		return c.Sparse(c.Shape("x"), "int32", c.sparse("x", false))
	}, Kernel: digitizeKernel},
	{Name: "searchsorted", Class: "SearchSorted", Sig: "sorted_sequence, values, side='left'", Init: "side", Infer: func(c *Call) object.Object {
		s := c.Shape("sorted_sequence")
		if len(s) != 1 {
			c.value("sorted_sequence must have one dimension, got shape %s. keras.ops.vectorized_map takes more.", s)
		}
		d := "int64"
		if s[0] != unknown && s[0] <= 1<<31-1 {
			d = "int32"
		}
		return c.New(c.Shape("values"), d)
	}, Kernel: searchsortedKernel},
}

// sumLike promotes; the result of two sparse tensors is sparse.
func sumLike(c *Call) object.Object {
	return c.Sparse(c.broadcastOf("x1", "x2"), c.ResultOf("x1", "x2"), c.sparse("x1", false) && c.sparse("x2", false))
}

func promoted(c *Call) object.Object { return c.New(c.broadcastOf("x1", "x2"), c.ResultOf("x1", "x2")) }

func promotedFloat(c *Call) object.Object {
	return c.New(c.broadcastOf("x1", "x2"), c.Result(c.Promoted("x1"), c.Promoted("x2"), WeakFloat))
}

func quotient(c *Call) object.Object {
	x := promotedFloat(c).(*tensor.KerasTensor)
	x.Sparse = c.sparse("x1", false) && !c.sparse("x2", false)
	return x
}

func remainder(c *Call) object.Object {
	return c.New(c.broadcastOf("x1", "x2"), boolToInt(c.ResultOf("x1", "x2")))
}

func comparison(c *Call) object.Object { return c.New(c.broadcastOf("x1", "x2"), "bool") }

// realPair gives a floating result for two tensors.
func realPair(c *Call) object.Object {
	d := c.Result(Dtype{c.Dtype("x1"), false}, Dtype{c.Dtype("x2"), false})
	switch {
	case smallInt(d):
		d = c.Floatx()
	case d == "int64":
		d = "float64"
	}
	return c.New(c.broadcast(c.Shape("x1"), c.Shape("x2")), d)
}

// strictly promotes Python numbers as the tensors they become, not weakly.
func strictly(float bool) func(*Call) object.Object {
	return func(c *Call) object.Object {
		list := []Dtype{c.standard("x1"), c.standard("x2")}
		if float {
			list = append(list, WeakFloat)
		}
		return c.New(c.broadcastOf("x1", "x2"), c.Result(list...))
	}
}

// standard is the dtype of an argument with a Python number's weakness taken away.
func (c *Call) standard(name string) Dtype { return c.standardOf(c.Arg(name)) }

func (c *Call) standardOf(v object.Object) Dtype {
	d := c.promoted(v)
	if d.Weak {
		d = Dtype{resolved(d, wide(c.T)), false}
	}
	return d
}

func bitwise(c *Call) object.Object {
	return c.New(c.Shape("x"), c.Result(Dtype{c.Dtype("x"), false}, Dtype{c.Dtype("y"), false}))
}

var wholeShift = func(c *Call) object.Object {
	x := wholeBits(c).(*tensor.KerasTensor)
	x.Dtype = boolToInt(x.Dtype)
	return x
}

var wholeBits = wholeOnly(broadcastWhole, object.TypeError, "x", "y")

func shift(c *Call) object.Object {
	if isInt(c.Arg("y")) {
		return c.Like("x")
	}
	return bitwise(c)
}

func bothOrNeither(c *Call) {
	if c.Given("x1") != c.Given("x2") {
		c.value("x1 and x2 must be given both, or neither of them.")
	}
}

func chosen(c *Call) object.Object {
	list := make([]Dtype, 2)
	for i, n := range []string{"x1", "x2"} {
		if list[i] = (Dtype{resolved(WeakInt, wide(c.T)), false}); c.Given(n) {
			list[i] = c.Promoted(n)
		}
	}
	return c.New(c.broadcastOf("condition", "x1", "x2"), c.Result(list...))
}
