package regularizers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// dtype is the dtype of a regularizer's argument, which must have one.
func dtype(c *calc.Calc, x object.Object) object.Object {
	return c.Attr(x, "dtype")
}

func absolutes(c *calc.Calc, factor, x object.Object) object.Object {
	return c.Mul(c.Cast(factor, dtype(c, x)), c.Sum(c.Do("absolute", x), nil))
}

func squares(c *calc.Calc, factor, x object.Object) object.Object {
	return c.Mul(c.Cast(factor, dtype(c, x)), c.Sum(c.Square(x), nil))
}

func l1l2(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	out := c.Tensor(0.0, dtype(c, x))
	if l.Float("l1") != 0 {
		out = c.Add(out, absolutes(c, l.Value("l1"), x))
	}
	if l.Float("l2") != 0 {
		out = c.Add(out, squares(c, l.Value("l2"), x))
	}
	return out
}

func l1(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	return absolutes(c, l.Value("l1"), x)
}

func l2(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	return squares(c, l.Value("l2"), x)
}

func orthogonal(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	s := c.Shape(x)
	if c.Err == nil && len(s) != 2 {
		return c.Fail(object.ValueError("%s works on matrices, got a value of %d dimensions.", l.ClassName(), len(s)))
	}
	if c.Err != nil {
		return object.None
	}
	unit := func(axis int) object.Object {
		if numpy.IsArray(x) { // Keras's utility has a way of its own for numpy's arrays
			return c.Of(func() (object.Object, error) {
				utils, err := l.T.Import(l.T, "keras.utils")
				if err != nil {
					return nil, err
				}
				return object.CallMethod(l.T, utils, "normalize", x, object.Int(axis))
			})
		}
		return c.Do("normalize", x, calc.KW("axis", axis), calc.KW("order", 2))
	}
	var product object.Object
	size := s[0]
	if l.Str("mode") == "rows" {
		v := unit(1)
		product = c.Do("matmul", v, c.Do("transpose", v))
	} else {
		v := unit(0)
		product = c.Do("matmul", c.Do("transpose", v), v)
		size = s[1]
	}
	others := c.Mul(product, c.Sub(1.0, c.Do("eye", size, calc.KW("dtype", dtype(c, x)))))
	pairs := float64(size) * (float64(size) - 1) / 2
	total := c.Mul(c.Mul(c.Tensor(l.Value("factor"), nil), 0.5), c.Sum(c.Do("absolute", others), nil))
	return c.Div(total, pairs)
}
