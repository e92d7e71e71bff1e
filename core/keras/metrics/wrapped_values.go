package metrics

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/losses"
	"layerglass/core/python/object"
)

// body computes a metric function: truth, prediction, and the further arguments in the order of the signature.
type body func(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object

// tensors makes tensors of truth and prediction, the truth in the prediction's dtype.
func tensors(c *calc.Calc, yTrue, yPred object.Object) (object.Object, object.Object) {
	yPred = c.Tensor(yPred, nil)
	return c.Tensor(yTrue, c.Dtype(yPred)), yPred
}

func alike(c *calc.Calc, yTrue, yPred object.Object) (object.Object, object.Object) {
	yTrue, yPred = tensors(c, yTrue, yPred)
	return losses.SameRank(c, yTrue, yPred, true)
}

// equal is 1 where two tensors are equal and 0 elsewhere.
func equal(c *calc.Calc, a, b object.Object) object.Object {
	return c.Cast(c.Do("equal", a, b), config.Floatx(c.T))
}

func exactly(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	return equal(c, yTrue, yPred)
}

func overThreshold(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yPred, yTrue = c.Tensor(yPred, nil), c.Tensor(yTrue, nil)
	threshold := c.Tensor(a[0], nil)
	yTrue, yPred = losses.SameRank(c, yTrue, yPred, true)
	return equal(c, yTrue, c.Cast(c.Do("greater", yPred, threshold), c.Dtype(yTrue)))
}

// best is the number of the best class of each example, in the dtype of other.
func best(c *calc.Calc, yPred, other object.Object) object.Object {
	out := c.Do("argmax", yPred, calc.KW("axis", -1))
	if c.Dtype(out) != c.Dtype(other) {
		out = c.Cast(out, c.Dtype(other))
	}
	return out
}

func rightClass(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue = c.Do("argmax", yTrue, calc.KW("axis", -1))
	yTrue, yPred = tensors(c, yTrue, yPred)
	shape := c.Shape(yTrue)
	flat := c.Err == nil && len(shape) == len(c.Shape(yPred))
	if flat {
		yTrue = c.Do("squeeze", yTrue, calc.KW("axis", -1))
	}
	out := equal(c, yTrue, best(c, yPred, yTrue))
	if flat {
		out = c.Do("reshape", out, shape)
	}
	return out
}

func rightNumber(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = tensors(c, yTrue, yPred)
	shape := c.Shape(yTrue)
	flat := c.Err == nil && len(shape) == len(c.Shape(yPred)) && len(shape) > 0 && shape[len(shape)-1] == 1
	if flat {
		yTrue = c.Do("squeeze", yTrue, calc.KW("axis", -1))
	}
	out := equal(c, yTrue, best(c, yPred, yTrue))
	if flat {
		out = c.Do("reshape", out, shape)
	}
	if s := c.Shape(out); len(s) > 1 && s[len(s)-1] == 1 {
		out = c.Do("squeeze", out, calc.KW("axis", -1))
	}
	return out
}

// inRows makes a list of class numbers and a matrix of predictions of tensors of more dimensions, calls f, and gives the
// result the labels' shape.
func inRows(c *calc.Calc, yTrue, yPred object.Object, f func(yTrue, yPred object.Object) object.Object) object.Object {
	shape, of := c.Shape(yTrue), c.Shape(yPred)
	if c.Err != nil {
		return object.None
	}
	if len(of) > 2 {
		yPred = c.Do("reshape", yPred, []int{-1, of[len(of)-1]})
	}
	if len(shape) > 1 {
		yTrue = c.Do("reshape", yTrue, []int{-1})
	}
	out := c.Cast(f(yTrue, yPred), config.Floatx(c.T))
	if len(shape) > 1 {
		out = c.Do("reshape", out, shape)
	}
	return out
}

func amongBest(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = tensors(c, yTrue, yPred)
	yTrue = c.Do("argmax", yTrue, calc.KW("axis", -1))
	return inRows(c, yTrue, yPred, func(yTrue, yPred object.Object) object.Object {
		return c.Do("in_top_k", c.Cast(yTrue, "int32"), yPred, calc.KW("k", a[0]))
	})
}

// numberAmongBest takes k and from_sorted_ids.
func numberAmongBest(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yPred = c.Tensor(yPred, nil)
	sorted := c.Truth(a[1])
	d := "int32"
	if sorted {
		d = c.Dtype(yPred)
	}
	return inRows(c, c.Tensor(yTrue, d), yPred, func(yTrue, yPred object.Object) object.Object {
		if !sorted {
			return c.Do("in_top_k", yTrue, yPred, calc.KW("k", a[0]))
		}
		key := object.NewTuple(&object.Slice{Start: object.None, Stop: object.None, Step: object.None}, &object.Slice{Start: object.None, Stop: a[0], Step: object.None})
		first := c.Of(func() (object.Object, error) { return object.GetItem(c.T, yPred, key) })
		return c.Do("any", c.Do("equal", c.Do("expand_dims", yTrue, calc.KW("axis", 1)), first), calc.KW("axis", 1))
	})
}

func pearson(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	along := func(name string, v object.Object) object.Object {
		return c.Do(name, v, calc.KW("axis", a[0]), calc.KW("keepdims", true))
	}
	standard := func(v object.Object) object.Object {
		v = c.Sub(v, along("mean", v))
		return c.Div(v, along("std", v))
	}
	return c.Mean(c.Mul(standard(yTrue), standard(yPred)), a[0])
}

func agreement(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	along := func(name string, v object.Object) object.Object {
		return c.Do(name, v, calc.KW("axis", a[0]), calc.KW("keepdims", true))
	}
	meanTrue, meanPred := along("mean", yTrue), along("mean", yPred)
	spread := c.Add(along("var", c.Sub(yTrue, meanTrue)), along("var", c.Sub(yPred, meanPred)))
	together := c.Mul(c.Sub(yTrue, meanPred), c.Sub(yPred, meanPred))
	norm := c.Add(spread, c.Square(c.Sub(meanTrue, meanPred)))
	return c.Mean(c.Div(c.Mul(2, together), c.Add(norm, config.Epsilon(c.T))), a[0])
}

func cosine(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	return losses.Cosine(c, yTrue, yPred, a[0])
}
