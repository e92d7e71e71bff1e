package losses

import (
	"math"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/python/object"
)

func dice(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = castTruth(c, yTrue, yPred)
	both := c.Sum(c.Mul(yTrue, yPred), a[0])
	all := c.Add(c.Add(c.Sum(yTrue, a[0]), c.Sum(yPred, a[0])), config.Epsilon(c.T))
	return c.Sub(1, c.Div(c.Mul(2.0, both), all))
}

// tversky takes alpha, beta, axis.
func tversky(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = castTruth(c, yTrue, yPred)
	both := c.Sum(c.Mul(yTrue, yPred), a[2])
	missed := c.Sum(c.Mul(c.Sub(1, yPred), yTrue), a[2])
	invented := c.Sum(c.Mul(yPred, c.Sub(1, yTrue)), a[2])
	all := c.Add(c.Add(c.Add(both, c.Mul(missed, a[0])), c.Mul(invented, a[1])), config.Epsilon(c.T))
	return c.Sub(1, c.Div(both, all))
}

// circle takes ref_labels, ref_embeddings, remove_diagonal, gamma, margin.
func circle(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yPred = c.Tensor(yPred, nil)
	yTrue = c.Cast(yTrue, "int32")
	others, labels := yPred, yTrue
	if a[1] != object.None {
		others = c.Tensor(a[1], nil)
	}
	if a[0] != object.None {
		labels = c.Cast(a[0], "int32")
	}
	margin := a[4]
	distance := c.Max(c.Sub(1, c.Do("matmul", yPred, c.Do("transpose", others))), 0.0)
	same, different := pairs(c, yTrue, labels, c.Truth(a[2]))
	same, different = c.Cast(same, c.Dtype(distance)), c.Cast(different, c.Dtype(distance))
	python := func(op object.BinaryOp, x, y object.Object) object.Object {
		return c.Of(func() (object.Object, error) { return object.Binary(c.T, op, x, y) })
	}
	near := c.Max(c.Mul(c.Add(margin, distance), same), 0.0)
	far := c.Max(c.Mul(c.Sub(python(object.Add, object.Int(1), margin), distance), different), 0.0)
	near = c.Mul(c.Mul(python(object.Mul, object.Int(-1), a[3]), near), c.Sub(margin, distance))
	far = c.Mul(c.Mul(a[3], far), c.Sub(python(object.Sub, object.Int(1), margin), distance))
	total := func(mask, v object.Object) object.Object {
		return c.Do("logsumexp", c.Where(mask, v, math.Inf(-1)), calc.KW("axis", 1))
	}
	out := c.Do("softplus", c.Add(total(same, near), total(different, far)))
	above := c.Do("greater", out, 0)
	if c.Err == nil {
		layers.SetMask(out, above)
	}
	return out
}

// pairs tells which pairs of a query and a key have one label, and which have two; apart leaves each example's pair with
// itself out.
func pairs(c *calc.Calc, query, key object.Object, apart bool) (same, different object.Object) {
	column := func(v object.Object) object.Object {
		if len(c.Shape(v)) == 1 {
			return c.Do("reshape", v, []int{-1, 1})
		}
		return v
	}
	query, key = column(query), column(key)
	same = c.Do("equal", query, c.Do("transpose", key))
	different = c.Do("logical_not", same)
	if apart {
		self := c.Do("eye", c.Do("size", query), c.Do("size", key), calc.KW("k", 0), calc.KW("dtype", "bool"))
		same = c.Do("logical_and", same, c.Do("logical_not", self))
	}
	return same, different
}

func ctc(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	st, sp := c.Shape(yTrue), c.Shape(yPred)
	if c.Err != nil {
		return object.None
	}
	if len(st) != 2 {
		return c.Fail(object.ValueError("ctc() takes labels of two dimensions as y_true, examples and places; got %d dimensions.", len(st)))
	}
	if len(sp) != 3 {
		return c.Fail(object.ValueError("ctc() takes logits of three dimensions as y_pred, examples, steps and classes; got %d dimensions.", len(sp)))
	}
	steps := c.Mul(sp[1], c.Do("ones", []int{sp[0]}, calc.KW("dtype", "int32")))
	labels := c.Cast(c.Sum(c.Do("not_equal", yTrue, 0), -1), "int32")
	return c.Do("ctc_loss", yTrue, yPred, labels, steps, calc.KW("mask_index", 0))
}
