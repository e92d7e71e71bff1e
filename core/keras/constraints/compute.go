package constraints

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// norms are the lengths of a weight's vectors along the axes of the attribute axis, which stay as dimensions of size 1.
func norms(c *calc.Calc, l *spec.Instance, w object.Object) object.Object {
	return c.Sqrt(c.Do("sum", c.Square(w), calc.KW("axis", l.Value("axis")), calc.KW("keepdims", true)))
}

// scaled gives a weight's vectors the wanted lengths.
func scaled(c *calc.Calc, w, norms, wanted object.Object) object.Object {
	return c.Mul(c.Cast(w, c.Dtype(norms)), c.Div(wanted, c.Add(config.Epsilon(c.T), norms)))
}

func maxNorm(c *calc.Calc, l *spec.Instance, w object.Object) object.Object {
	n := norms(c, l, w)
	return scaled(c, w, n, c.Do("clip", n, 0, l.Value("max_value")))
}

func nonNeg(c *calc.Calc, _ *spec.Instance, w object.Object) object.Object { return c.Max(w, 0) }

func unitNorm(c *calc.Calc, l *spec.Instance, w object.Object) object.Object {
	n := norms(c, l, w)
	return c.Div(c.Cast(w, c.Dtype(n)), c.Add(config.Epsilon(c.T), n))
}

func minMaxNorm(c *calc.Calc, l *spec.Instance, w object.Object) object.Object {
	n := norms(c, l, w)
	rate := l.Value("rate")
	rest := c.Of(func() (object.Object, error) { return object.Binary(l.T, object.Sub, object.Int(1), rate) })
	return scaled(c, w, n, c.Add(c.Mul(rate, c.Do("clip", n, l.Value("min_value"), l.Value("max_value"))), c.Mul(rest, n)))
}
