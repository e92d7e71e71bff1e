// Package activations holds the layers of Keras's folder layers/activations.
package activations

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Softmax makes shares that add up to one.
var Softmax = spec.Declare("keras.src.layers.activations.softmax", "keras.layers.Softmax", func() spec.Class {
	return spec.Class{
		Base:   layers.Base,
		Doc:    "Makes shares that add up to one along an axis.",
		Args:   arg.Of(arg.Any("axis", -1).Says("the axis, or several")),
		Kwargs: "kwargs", Masks: true, BuiltAtInit: true,
		Takes:  "inputs, mask=None",
		Output: func(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil },
		Call:   softmax,
	}
})

// softmax makes what the mask leaves out very low before, and zero behind.
func softmax(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	x, mask := c.Tensor(a[0], nil), a[1]
	if mask != object.None {
		mask = c.Tensor(mask, nil)
		checkMask(c, l, c.Shape(mask), c.Shape(x))
		if d := c.Dtype(mask); d != "bool" {
			mask = c.Do("greater", mask, c.Cast(0.5, d))
		}
		low := -1e9
		if c.Dtype(x) == "float16" {
			low = -3e4
		}
		x = c.Where(mask, x, low)
	}
	axis := l.Value("axis")
	items, several := object.Of(axis).(*object.Tuple)
	if list, ok := object.Of(axis).(*object.List); ok {
		items, several = object.NewTuple(list.Items...), true
	}
	var out object.Object
	switch {
	case several && items.Len() > 1:
		out = c.Do("exp", c.Sub(x, c.Do("logsumexp", x, calc.KW("axis", axis), calc.KW("keepdims", true))))
	case several && items.Len() == 1:
		out = c.Do("softmax", x, calc.KW("axis", items.Items[0]))
	default:
		out = c.Do("softmax", x, calc.KW("axis", axis))
	}
	if mask != object.None {
		out = c.Where(mask, out, 0.0)
	}
	return c.End(out)
}

// checkMask refuses a mask that cannot be spread over the inputs.
func checkMask(c *calc.Calc, l *spec.Instance, mask, in spec.Shape) {
	bad := len(mask) > len(in)
	for i := 1; i <= len(mask) && !bad; i++ {
		m, n := mask[len(mask)-i], in[len(in)-i]
		bad = m >= 0 && n >= 0 && m != 1 && m != n
	}
	if bad && c.Err == nil {
		c.Fail(l.Fail("mask", "a mask of the shape %s cannot be spread over inputs of the shape %s.", mask.String(), in.String()))
	}
}
