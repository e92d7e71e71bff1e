package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/quantizers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// quantizerOf is a quantizer of the layer's quantization config; ok is false where there is no config.
func quantizerOf(l *spec.Instance, name string) (q object.Object, ok bool) {
	config, ok := l.Value("quantization_config").(*object.Instance)
	if !ok {
		return object.None, false
	}
	return arg.Self(l.T, config).Value(name), true
}

// QuantizeMatrix makes integers of a weight for quantize(): it returns what stands in its place, and scale and zero point.
// Columns share scales, or with byRow rows do. zero is None where there are no groups.
func QuantizeMatrix(l *spec.Instance, mode string, kernel object.Object, byRow bool) (q, scale, zero object.Object, err error) {
	c := calc.New(l.T)
	zero = object.None
	axis := 0
	if byRow {
		axis = -1
	}
	if block := BlockSize(l); mode == "int4" && block > 0 {
		turn := func(x object.Object) object.Object {
			if byRow {
				return c.Do("transpose", x)
			}
			return x
		}
		q, scale, zero = quantizers.Grouped(c, turn(c.Tensor(kernel, nil)), block)
		q, scale, zero = turn(q), turn(scale), turn(zero)
	} else {
		own, _ := quantizerOf(l, "weight_quantizer")
		if own != object.None {
			both := c.Call(own, kernel, calc.KW("to_numpy", true))
			q, scale = c.Index(both, 0), c.Index(both, 1)
		} else {
			low, high := object.Int(-127), object.Int(127)
			if mode == "int4" {
				low, high = -8, 7
			}
			q, scale = quantizers.AbsMax(c, kernel, object.Int(axis), low, high, object.Intern("int8"), object.Float(1e-7))
		}
		scale = c.Do("squeeze", scale, calc.KW("axis", axis))
	}
	if mode == "int4" {
		q = quantizers.Pack(c, q, -1, "int8")
	}
	return q, scale, zero, c.Err
}

// FillQuantized puts a quantized weight into the variables that stand in its place: attr, its scale, its zero point, and the groups
// of size units.
func FillQuantized(l *spec.Instance, attr, scaleAttr, zeroAttr string, q, scale, zero object.Object, size int) error {
	c := calc.New(l.T)
	c.Assign(l.Value(attr), q)
	c.Assign(l.Value(scaleAttr), scale)
	if zero != object.None {
		c.Assign(l.Value(zeroAttr), zero)
		c.Assign(l.Value("g_idx"), c.Do("floor_divide", c.Do("arange", size, calc.KW("dtype", "float32")), BlockSize(l)))
	}
	return c.Err
}

// QuantizedProduct is the product of inputs with a quantized matrix of so many columns.
func QuantizedProduct(c *calc.Calc, l *spec.Instance, x object.Object, columns int) object.Object {
	kernel, scale := c.Tensor(l.Value("_kernel"), nil), c.Tensor(l.Value("kernel_scale"), nil)
	d := l.Value("compute_dtype")
	mode := Mode(l)
	if mode == "int4" {
		kernel = quantizers.Unpack(c, kernel, columns, -1, "int8")
		if BlockSize(l) > 0 {
			return c.Do("matmul", x, c.Cast(quantizers.Dequantize(c, kernel, scale, l.Value("kernel_zero"), l.Value("g_idx"), 0), d))
		}
	}
	quantizer, known := quantizerOf(l, "activation_quantizer")
	if !known && mode == "int8" {
		made, err := quantizers.AbsMaxQuantizer.New(l.T)
		if err != nil {
			return c.Fail(err)
		}
		quantizer = made
	}
	if quantizer != object.None {
		both := c.Call(quantizer, x, calc.KW("axis", -1))
		x, scale = c.Index(both, 0), c.Mul(scale, c.Index(both, 1))
	}
	return c.Div(c.Cast(c.Do("matmul", x, kernel), d), scale)
}

// NoQuantizedCall is the method quantized_call of a layer whose quantized computation is not modelled.
func NoQuantizedCall(takes string) spec.Method {
	return spec.Method{Name: "quantized_call", Takes: takes, Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return nil, l.NotModelled("computing with quantized weights")
	}}
}
