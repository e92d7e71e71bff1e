package losses

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/python/object"
)

// body computes a loss function: truth, prediction, and the further arguments in the order of the signature.
type body func(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object

// tensors makes tensors of truth and prediction, the truth in the prediction's dtype.
func tensors(c *calc.Calc, yTrue, yPred object.Object) (object.Object, object.Object) {
	yPred = c.Tensor(yPred, nil)
	return c.Tensor(yTrue, c.Dtype(yPred)), yPred
}

// castTruth is tensors for functions that cast labels of any dtype.
func castTruth(c *calc.Calc, yTrue, yPred object.Object) (object.Object, object.Object) {
	yPred = c.Tensor(yPred, nil)
	return c.Cast(yTrue, c.Dtype(yPred)), yPred
}

// alike is tensors with the ranks made the same.
func alike(c *calc.Calc, yTrue, yPred object.Object) (object.Object, object.Object) {
	yTrue, yPred = tensors(c, yTrue, yPred)
	return SameRank(c, yTrue, yPred, true)
}

func epsilon(c *calc.Calc, like object.Object) object.Object {
	return c.Tensor(config.Epsilon(c.T), c.Dtype(like))
}

func meanSquaredError(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	return c.Mean(c.Square(c.Sub(yTrue, yPred)), -1)
}

func meanAbsoluteError(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	return c.Mean(c.Do("abs", c.Sub(yTrue, yPred)), -1)
}

func meanAbsolutePercentageError(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	share := c.Do("abs", c.Div(c.Sub(yTrue, yPred), c.Max(c.Do("abs", yTrue), epsilon(c, yPred))))
	return c.Mul(100.0, c.Mean(share, -1))
}

func meanSquaredLogarithmicError(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	small := c.Tensor(config.Epsilon(c.T), nil)
	yTrue, yPred = alike(c, yTrue, yPred)
	logOf := func(x object.Object) object.Object { return c.Do("log", c.Add(c.Max(x, small), 1.0)) }
	return c.Mean(c.Square(c.Sub(logOf(yPred), logOf(yTrue))), -1)
}

func cosineSimilarity(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	return c.Neg(Cosine(c, yTrue, yPred, a[0]))
}

// Cosine is the cosine of the angle between truth and prediction along an axis.
func Cosine(c *calc.Calc, yTrue, yPred, axis object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	unit := func(x object.Object) object.Object {
		return c.Do("normalize", x, calc.KW("axis", axis), calc.KW("order", 2))
	}
	yPred = unit(yPred)
	return c.Sum(c.Mul(unit(yTrue), yPred), axis)
}

func huber(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	delta := c.Tensor(a[0], c.Dtype(yPred))
	err := c.Sub(yPred, yTrue)
	size := c.Do("abs", err)
	half := c.Tensor(0.5, c.Dtype(size))
	return c.Mean(c.Where(c.Do("less_equal", size, delta), c.Mul(half, c.Square(err)),
		c.Sub(c.Mul(delta, size), c.Mul(half, c.Square(delta)))), -1)
}

func logCosh(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = alike(c, yTrue, yPred)
	two := c.Tensor(c.Do("log", 2.0), c.Dtype(yPred))
	x := c.Sub(yPred, yTrue)
	return c.Mean(c.Sub(c.Add(x, c.Do("softplus", c.Mul(x, -2.0))), two), -1)
}

func klDivergence(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = tensors(c, yTrue, yPred)
	yTrue = c.Do("clip", yTrue, config.Epsilon(c.T), 1)
	yPred = c.Do("clip", yPred, config.Epsilon(c.T), 1)
	return c.Sum(c.Mul(yTrue, c.Do("log", c.Div(yTrue, yPred))), -1)
}

func poisson(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = tensors(c, yTrue, yPred)
	return c.Mean(c.Sub(yPred, c.Mul(yTrue, c.Do("log", c.Add(yPred, epsilon(c, yPred))))), -1)
}
