package quantizers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// AbsMax scales numbers by the largest absolute value along axes and rounds them to integers from low to high. It returns them
// and the scale, in which the axes stay as dimensions of size 1.
func AbsMax(c *calc.Calc, x, axis, low, high, dtype, epsilon object.Object) (q, scale object.Object) {
	x = c.Tensor(x, nil)
	largest := c.Do("max", c.Do("abs", x), calc.KW("axis", axis), calc.KW("keepdims", true))
	scale = c.Cast(c.Div(high, c.Add(largest, epsilon)), c.Dtype(x))
	return c.Cast(c.Do("clip", c.Do("round", c.Mul(x, scale)), low, high), dtype), scale
}

// callAbsMax is AbsMaxQuantizer.__call__: it takes x, axis, to_numpy.
func callAbsMax(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	axis := a[1]
	if axis == object.None {
		axis = l.Value("axis")
	}
	if axis == object.None {
		axis = object.Int(-1)
	}
	bounds := c.Items(l.Value("value_range"))
	if c.Err != nil || len(bounds) != 2 {
		return nil, l.Bad("value_range", l.Value("value_range"), "a pair of integers")
	}
	q, scale := AbsMax(c, a[0], axis, bounds[0], bounds[1], l.Value("output_dtype"), l.Value("epsilon"))
	return c.End(object.NewTuple(q, scale))
}

// Grouped makes four-bit integers of a matrix, with a scale and a zero point for each column of each group of rows.
func Grouped(c *calc.Calc, x object.Object, block int) (q, scale, zero object.Object) {
	s := c.Shape(x)
	if c.Err != nil || len(s) != 2 || block <= 0 {
		c.Fail(object.ValueError("blocks need a matrix, and a size above 0."))
		return object.None, object.None, object.None
	}
	groups := (s[0] + block - 1) / block
	rows := c.Tensor(x, nil)
	if more := groups*block - s[0]; more > 0 {
		rows = c.Do("pad", rows, object.NewTuple(calc.Value([]int{0, more}), calc.Value([]int{0, 0})))
	}
	rows = c.Do("reshape", rows, []int{groups, block, s[1]})
	bound := func(name string) object.Object {
		return c.Do(name, rows, calc.KW("axis", 1), calc.KW("keepdims", true))
	}
	low, high := bound("min"), bound("max")
	scale = c.Div(c.Add(c.Sub(high, low), 1e-7), 15)
	zero = c.Do("clip", c.Add(c.Do("round", c.Div(c.Neg(low), scale)), -8), -8, 7)
	q = c.Do("clip", c.Add(c.Do("round", c.Div(rows, scale)), zero), -8, 7)
	q = c.Slice(c.Do("reshape", c.Cast(q, "int8"), []int{groups * block, s[1]}), nil, s[0])
	return q, c.Do("squeeze", scale, calc.KW("axis", 1)), c.Cast(c.Do("squeeze", zero, calc.KW("axis", 1)), "int8")
}

// Pack puts two four-bit integers that lie side by side on an axis into one byte.
func Pack(c *calc.Calc, x object.Object, axis int, dtype string) object.Object {
	n := len(c.Shape(x))
	if axis < 0 {
		axis += n
	}
	x = c.Do("moveaxis", x, axis, 0)
	s := c.Shape(x)
	if c.Err != nil {
		return object.None
	}
	if s[0]%2 == 1 {
		margins := make([]object.Object, len(s))
		for i := range margins {
			margins[i] = calc.Value([]int{0, 0})
		}
		margins[0] = calc.Value([]int{0, 1})
		x = c.Do("pad", x, object.NewTuple(margins...))
		s[0]++
	}
	pairs := c.Do("reshape", c.Cast(x, "int32"), append([]int{s[0] / 2, 2}, s[1:]...))
	half := func(i int) object.Object {
		return c.Do("bitwise_and", c.Do("take", pairs, i, calc.KW("axis", 1)), 15)
	}
	byteOf := c.Add(half(0), c.Mul(half(1), 16))
	if dtype == "int8" {
		byteOf = c.Where(c.Do("greater", byteOf, 127), c.Sub(byteOf, 256), byteOf)
	}
	return c.Cast(c.Do("moveaxis", byteOf, 0, axis), dtype)
}

// Unpack takes the n four-bit integers of an axis out of their bytes.
func Unpack(c *calc.Calc, packed object.Object, n, axis int, dtype string) object.Object {
	if axis < 0 {
		axis += len(c.Shape(packed))
	}
	x := c.Do("moveaxis", c.Cast(packed, "int32"), axis, 0)
	s := c.Shape(x)
	if c.Err != nil {
		return object.None
	}
	half := func(v object.Object) object.Object {
		v = c.Do("bitwise_and", v, 15)
		if dtype == "int8" {
			v = c.Sub(c.Do("bitwise_xor", v, 8), 8)
		}
		return v
	}
	both := c.Do("stack", object.NewList(half(x), half(c.Do("right_shift", x, 4))), calc.KW("axis", 1))
	all := c.Slice(c.Do("reshape", both, append([]int{2 * s[0]}, s[1:]...)), nil, n)
	return c.Cast(c.Do("moveaxis", all, 0, axis), dtype)
}

// Dequantize makes numbers of integers in groups along an axis.
func Dequantize(c *calc.Calc, q, scale, zero, groups object.Object, axis int) object.Object {
	at := c.Cast(groups, "int32")
	scale, zero = c.Do("take", scale, at, calc.KW("axis", axis)), c.Do("take", zero, at, calc.KW("axis", axis))
	return c.Mul(c.Sub(q, c.Cast(zero, c.Dtype(scale))), scale)
}

// ThroughFloat8 rounds numbers to an eight-bit float type and back.
func ThroughFloat8(c *calc.Calc, x, scale object.Object, largest float64, quantized, compute string) object.Object {
	scale = c.Cast(scale, compute)
	x = c.Do("clip", c.Div(x, scale), -largest, largest)
	return c.Mul(c.Cast(c.Cast(x, quantized), compute), scale)
}

func init() {
	function := func(name, takes, doc string, do func(c *calc.Calc, a []object.Object) object.Object) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.quantizers.quantizers", Export: spec.Keys("keras.quantizers." + name), Takes: takes, Doc: doc,
			Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
				c := calc.New(t)
				return c.End(do(c, a))
			}})
	}
	function("abs_max_quantize", "inputs, axis, value_range=(-127, 127), dtype='int8', epsilon=1e-07, to_numpy=False", "Scales numbers by their largest and rounds them.",
		func(c *calc.Calc, a []object.Object) object.Object {
			bounds := c.Items(a[2])
			if c.Err != nil || len(bounds) != 2 {
				return c.Fail(object.ValueError("value_range must be a pair of integers."))
			}
			q, scale := AbsMax(c, a[0], a[1], bounds[0], bounds[1], a[3], a[4])
			return object.NewTuple(q, scale)
		})
	function("pack_int4", "arr, axis=0, dtype='int8'", "Puts two four-bit integers into one byte.", func(c *calc.Calc, a []object.Object) object.Object {
		dtype, axis := bytesOf(c, a[2]), indexOf(c, a[1])
		s := c.Shape(a[0])
		if d := c.Dtype(a[0]); c.Err == nil && d != dtype {
			c.Fail(object.TypeError("pack_int4() takes an array of %s, got one of %s.", dtype, d))
		}
		if c.Err != nil || axis < -len(s) || axis >= len(s) {
			return c.Fail(object.ValueError("axis %d is beyond the dimensions of the array.", axis))
		}
		n := s[(axis+len(s))%len(s)]
		packed := Pack(c, a[0], axis, dtype)
		return object.NewTuple(packed, calc.Value(c.Shape(packed)), object.Int(n))
	})
	function("unpack_int4", "packed, orig_len, axis=0, dtype='int8'", "Takes two four-bit integers out of each byte.", func(c *calc.Calc, a []object.Object) object.Object {
		return Unpack(c, a[0], indexOf(c, a[1]), indexOf(c, a[2]), bytesOf(c, a[3]))
	})
	function("compute_float8_scale", "amax, scale, dtype_max, margin=0", "Finds the next scale of an eight-bit float.", func(c *calc.Calc, a []object.Object) object.Object {
		inverse := c.Do("reciprocal", a[1])
		next := c.Div(c.Div(a[2], a[0]), c.Pow(2, a[3]))
		next = c.Where(c.Do("greater", a[0], 0.0), next, inverse)
		return c.Do("reciprocal", c.Where(c.Do("isfinite", a[0]), next, inverse))
	})
	function("compute_float8_amax_history", "x, amax_history", "Puts the largest absolute value at the start of a history.", func(c *calc.Calc, a []object.Object) object.Object {
		now := c.Cast(c.Do("max", c.Do("abs", a[0])), c.Dtype(a[1]))
		return c.Do("scatter_update", c.Do("roll", a[1], calc.KW("shift", -1)), object.NewList(object.NewList(object.Int(0))), c.Do("reshape", now, []int{1}))
	})
	function("quantize_and_dequantize", "inputs, scale, quantized_dtype, compute_dtype", "Rounds numbers to an eight-bit float type and back.", func(c *calc.Calc, a []object.Object) object.Object {
		quantized, _ := object.AsString(a[2])
		compute, _ := object.AsString(a[3])
		largest := 448.0
		if quantized == "float8_e5m2" {
			largest = 57344
		}
		return ThroughFloat8(c, a[0], a[1], largest, quantized, compute)
	})
}

func bytesOf(c *calc.Calc, v object.Object) string {
	s, _ := object.AsString(v)
	if s != "int8" && s != "uint8" && c.Err == nil {
		c.Fail(object.ValueError("dtype must be 'int8' or 'uint8'."))
	}
	return s
}

func indexOf(c *calc.Calc, v object.Object) int {
	if c.Err != nil {
		return 0
	}
	n, err := object.Index(c.T, v)
	c.Err = err
	return n
}
