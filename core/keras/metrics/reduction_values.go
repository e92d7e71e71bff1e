package metrics

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/losses"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// axes lists the dimensions from one to another.
func axes(from, to int) []int {
	out := []int{}
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// samplewise makes one number for each example, weighed; reduce is the function of keras.ops that takes the other dimensions
// away. It returns the weights in the same form, None without any.
func samplewise(c *calc.Calc, values, weight object.Object, reduce string, dtype object.Object) (object.Object, object.Object) {
	mask := layers.Mask(values)
	values = c.Cast(values, dtype)
	take := func(v object.Object, from int) object.Object {
		if n := len(c.Shape(v)); n > from {
			return c.Do(reduce, v, calc.KW("axis", axes(from, n)))
		}
		return v
	}
	if weight != object.None {
		weight = c.Tensor(weight, dtype)
		if mask != object.None {
			weight = losses.Masked(c, weight, mask, c.Dtype(values))
		}
		values, weight = losses.SameRank(c, values, weight, true)
		n := len(c.Shape(weight))
		values = take(values, n)
		weight = c.Do("broadcast_to", weight, c.Shape(values))
		values = c.Mul(values, weight)
		if n > 1 {
			weight = take(weight, 1)
		}
	}
	return take(values, 1), weight
}

// addTo adds to a variable of the metric.
func addTo(c *calc.Calc, l *spec.Instance, name string, v object.Object) {
	c.Method(l.Value(name), "assign_add", v)
}

func updateSum(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	values, _ := samplewise(c, a[0], a[1], "sum", l.Value("_dtype"))
	addTo(c, l, "total", c.Sum(values, nil))
	return c.End(object.None)
}

func sumResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	return c.End(c.Cast(l.Value("total"), l.Value("_dtype")))
}

func updateMean(l *spec.Instance, a []object.Object) (object.Object, error) {
	return takeIn(calc.New(l.T), l, a[0], a[1])
}

// takeIn is Mean.update_state at the end of a chain.
func takeIn(c *calc.Calc, l *spec.Instance, values, weight object.Object) (object.Object, error) {
	d := l.Value("_dtype")
	values, weight = samplewise(c, values, weight, "mean", d)
	addTo(c, l, "total", c.Sum(values, nil))
	n := object.Object(object.Int(1))
	if weight != object.None {
		n = c.Sum(weight, nil)
	} else if s := c.Shape(values); len(s) > 0 {
		n = object.Int(s[0])
	}
	addTo(c, l, "count", c.Cast(n, d))
	return c.End(object.None)
}

func mean(c *calc.Calc, l *spec.Instance) object.Object {
	return c.Do("divide_no_nan", l.Value("total"), c.Cast(l.Value("count"), l.Value("_dtype")))
}

func meanResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	return c.End(mean(c, l))
}

// updateWrapped is MeanMetricWrapper.update_state: the mean of what the attribute _fn gives.
func updateWrapped(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	mask := layers.Mask(a[1])
	further := []any{a[0], a[1]}
	if d, ok := l.Value("_fn_kwargs").(*object.Dict); ok {
		kw, err := operation.Keywords(d)
		if err != nil {
			return nil, err
		}
		for _, k := range kw {
			further = append(further, k)
		}
	}
	values := c.Call(l.Value("_fn"), further...)
	weight := a[2]
	if mask != object.None {
		d, _ := object.AsString(l.Value("_dtype"))
		weight = losses.Masked(c, weight, mask, d)
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return takeIn(c, l, values, weight)
}

// updateRoot is RootMeanSquaredError.update_state.
func updateRoot(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	yTrue, yPred := c.Tensor(a[0], l.Value("_dtype")), c.Tensor(a[1], l.Value("_dtype"))
	yTrue, yPred = losses.SameRank(c, yTrue, yPred, true)
	return takeIn(c, l, c.Square(c.Sub(yPred, yTrue)), a[2])
}

func rootResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	return c.End(c.Sqrt(mean(c, l)))
}
