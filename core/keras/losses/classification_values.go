package losses

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

// plusMinus makes labels of -1 and 1 where all labels are 0 or 1.
func plusMinus(c *calc.Calc, yTrue object.Object) object.Object {
	binary := c.Do("all", c.Do("logical_or", c.Do("equal", yTrue, 0), c.Do("equal", yTrue, 1)))
	return c.Where(binary, c.Sub(c.Mul(2.0, yTrue), 1.0), yTrue)
}

func margins(c *calc.Calc, yTrue, yPred object.Object) object.Object {
	yTrue, yPred = castTruth(c, yTrue, yPred)
	yTrue = plusMinus(c, yTrue)
	return c.Max(c.Sub(1.0, c.Mul(yTrue, yPred)), 0.0)
}

func hinge(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	return c.Mean(margins(c, yTrue, yPred), -1)
}

func squaredHinge(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	return c.Mean(c.Square(margins(c, yTrue, yPred)), -1)
}

func categoricalHinge(c *calc.Calc, yTrue, yPred object.Object, _ []object.Object) object.Object {
	yTrue, yPred = castTruth(c, yTrue, yPred)
	right := c.Sum(c.Mul(yTrue, yPred), -1)
	wrong := c.Do("max", c.Mul(c.Sub(1.0, yTrue), yPred), calc.KW("axis", -1))
	return c.Max(c.Add(c.Sub(wrong, right), 1.0), c.Cast(0.0, c.Dtype(yPred)))
}

// noBool refuses True and False as an axis.
func noBool(c *calc.Calc, axis object.Object) {
	if _, bad := object.Of(axis).(object.Bool); bad {
		c.Fail(object.ValueError("axis must be an integer, got axis=%s.", arg.Repr(c.T, axis)))
	}
}

// oneColumn warns of predictions that have one class only.
func oneColumn(c *calc.Calc, function string, yPred object.Object) {
	if s := c.Shape(yPred); c.Err == nil && len(s) > 0 && s[len(s)-1] == 1 {
		c.Err = operation.Warn(c.T, "SyntaxWarning", function+"() compares the classes of the last axis, and y_pred has only one there. "+
			"For two classes with one number each, use binary_crossentropy.")
	}
}

// smoothClasses draws one-hot labels towards even odds of all classes.
func smoothClasses(c *calc.Calc, yTrue, yPred, smoothing object.Object) object.Object {
	if !c.Truth(smoothing) {
		return yTrue
	}
	s := c.Shape(yTrue)
	if c.Err != nil {
		return yTrue
	}
	if len(s) == 0 {
		return c.Fail(object.NewError(object.IndexErrorClass, "tuple index out of range"))
	}
	classes := c.Cast(s[len(s)-1], c.Dtype(yPred))
	return c.Add(c.Mul(yTrue, minus(c, 1.0, smoothing)), c.Div(smoothing, classes))
}

// minus is a - b of two Python numbers.
func minus(c *calc.Calc, a float64, b object.Object) object.Object {
	return c.Of(func() (object.Object, error) { return object.Binary(c.T, object.Sub, object.Float(a), b) })
}

func times(c *calc.Calc, a float64, b object.Object) object.Object {
	return c.Of(func() (object.Object, error) { return object.Binary(c.T, object.Mul, object.Float(a), b) })
}

func categoricalCrossentropy(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	noBool(c, a[2])
	yTrue, yPred = castTruth(c, yTrue, yPred)
	oneColumn(c, "categorical_crossentropy", yPred)
	yTrue = smoothClasses(c, yTrue, yPred, a[1])
	return c.Do("categorical_crossentropy", yTrue, yPred, calc.KW("from_logits", a[0]), calc.KW("axis", a[2]))
}

// categoricalFocal takes alpha, gamma, from_logits, label_smoothing, axis.
func categoricalFocal(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	noBool(c, a[4])
	yTrue, yPred = castTruth(c, yTrue, yPred)
	oneColumn(c, "categorical_focal_crossentropy", yPred)
	yTrue = smoothClasses(c, yTrue, yPred, a[3])
	if c.Truth(a[2]) {
		yPred = c.Do("softmax", yPred, calc.KW("axis", a[4]))
	}
	p := c.Div(yPred, c.Do("sum", yPred, calc.KW("axis", a[4]), calc.KW("keepdims", true)))
	small := config.Epsilon(c.T)
	p = c.Do("clip", p, small, minus(c, 1.0, small))
	cross := c.Mul(c.Neg(yTrue), c.Do("log", p))
	weight := c.Mul(c.Pow(c.Sub(1.0, p), a[1]), a[0])
	return c.Sum(c.Mul(weight, cross), a[4])
}

// sparseCategorical takes from_logits, ignore_class, axis.
func sparseCategorical(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	st, sp := c.Shape(yTrue), c.Shape(yPred)
	if c.Err != nil {
		return object.None
	}
	axis, ok := object.AsInt64(a[2])
	if !ok {
		return c.Fail(object.TypeError("axis must be an integer, got an object of type %s.", a[2].Class().Name))
	}
	at := int(axis)
	if at < 0 {
		at += len(sp)
	}
	if len(st) == len(sp) {
		if at < 0 || at >= len(st) {
			return c.Fail(object.NewError(object.IndexErrorClass, "tuple index out of range"))
		}
		if st[at] == 1 {
			yTrue = c.Do("squeeze", yTrue, calc.KW("axis", a[2]))
		}
	}
	ignored := a[1] != object.None
	var valid object.Object
	if ignored {
		valid = c.Do("not_equal", yTrue, c.Cast(a[1], c.Dtype(yPred)))
		yTrue = c.Where(valid, yTrue, 0)
		yPred = c.Where(c.Do("expand_dims", valid, a[2]), yPred, 0)
	}
	out := c.Do("sparse_categorical_crossentropy", yTrue, yPred, calc.KW("from_logits", a[0]), calc.KW("axis", a[2]))
	if ignored && c.Err == nil {
		var shape []int
		for i, d := range sp {
			if i != at {
				shape = append(shape, d)
			}
		}
		valid = c.Do("reshape", valid, shape)
		out = c.Where(valid, out, 0.0)
		if c.Err == nil {
			layers.SetMask(out, valid)
		}
	}
	return out
}

// smoothBinary draws yes-or-no labels towards one half.
func smoothBinary(c *calc.Calc, yTrue, smoothing object.Object) object.Object {
	if !c.Truth(smoothing) {
		return yTrue
	}
	return c.Add(c.Mul(yTrue, minus(c, 1.0, smoothing)), times(c, 0.5, smoothing))
}

func binaryCrossentropy(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = castTruth(c, yTrue, yPred)
	yTrue = smoothBinary(c, yTrue, a[1])
	return c.Mean(c.Do("binary_crossentropy", yTrue, yPred, calc.KW("from_logits", a[0])), a[2])
}

// binaryFocal takes apply_class_balancing, alpha, gamma, from_logits, label_smoothing, axis.
func binaryFocal(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	yTrue, yPred = castTruth(c, yTrue, yPred)
	yTrue = smoothBinary(c, yTrue, a[4])
	if c.Truth(a[3]) {
		yPred = c.Do("sigmoid", yPred)
	}
	cross := c.Do("binary_crossentropy", yTrue, yPred, calc.KW("from_logits", false))
	either := func(yes, no object.Object) object.Object {
		return c.Add(c.Mul(yTrue, yes), c.Mul(c.Sub(1, yTrue), no))
	}
	right := either(yPred, c.Sub(1, yPred))
	out := c.Mul(c.Pow(c.Sub(1.0, right), a[2]), cross)
	if c.Truth(a[0]) {
		out = c.Mul(either(a[1], minus(c, 1, a[1])), out)
	}
	return c.Mean(out, a[5])
}

func generalizedCrossEntropy(c *calc.Calc, yTrue, yPred object.Object, a []object.Object) object.Object {
	s := c.Shape(yPred)
	if c.Err != nil || len(s) == 0 {
		return c.Fail(object.NewError(object.IndexErrorClass, "tuple index out of range"))
	}
	hot := c.Cast(c.Do("one_hot", c.Cast(yTrue, "int32"), calc.KW("num_classes", s[len(s)-1])), c.Dtype(yPred))
	p := c.Sum(c.Mul(yPred, hot), -1)
	return c.Div(c.Sub(1, c.Pow(p, a[0])), a[0])
}
