// Package calc is how Keras's objects compute: a chain of functions of keras.ops whose first error ends it, so that the
// error is looked at once. Losses, metrics, optimizers, schedules, regularizers and constraints are written with it; layers
// have it inside layers.Calc.
//
//	c := calc.New(t)
//	error := c.Do("square", c.Sub(yTrue, yPred))
//	return c.End(c.Do("mean", error, calc.KW("axis", -1)))
//
// Arguments are Python objects or plain Go values: int, float64, bool, string, []int for a tuple, nil for None. A Kwarg among
// them goes by keyword.
package calc

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/ops"
	"layerglass/core/python/object"
)

// Calc is a chain of computations.
type Calc struct {
	T *object.Thread
	// Err is the first error; after it nothing is computed.
	Err error
}

// New begins a chain.
func New(t *object.Thread) *Calc { return &Calc{T: t} }

// KW is a keyword argument.
func KW(name string, v any) object.Kwarg {
	return object.Kwarg{Name: object.Intern(name), Value: Value(v)}
}

// Value makes a Python object of a Go value.
func Value(v any) object.Object {
	if ints, ok := v.([]int); ok {
		items := make([]object.Object, len(ints))
		for i, n := range ints {
			items[i] = object.Int(n)
		}
		return object.NewTuple(items...)
	}
	return arg.Value(v)
}

// args sorts positional and keyword arguments.
func args(list []any) object.Args {
	var a object.Args
	for _, v := range list {
		if k, ok := v.(object.Kwarg); ok {
			a.Kw = append(a.Kw, k)
		} else {
			a.Pos = append(a.Pos, Value(v))
		}
	}
	return a
}

// Of makes f part of the chain.
func (c *Calc) Of(f func() (object.Object, error)) object.Object {
	if c.Err != nil {
		return object.None
	}
	v, err := f()
	if err != nil {
		c.Err = err
		return object.None
	}
	return v
}

// Do calls a function of keras.ops.
func (c *Calc) Do(name string, list ...any) object.Object {
	if c.Err != nil {
		return object.None
	}
	o := ops.Find(name)
	if o == nil {
		c.Err = object.AttributeError(nil, name, "module 'keras.ops' has no attribute '%s'", name)
		return object.None
	}
	v, err := o.Call(c.T, args(list))
	if err != nil {
		c.Err = err
		return object.None
	}
	return v
}

// Call calls any callable.
func (c *Calc) Call(f object.Object, list ...any) object.Object {
	return c.Of(func() (object.Object, error) { return object.CallArgs(c.T, f, args(list)) })
}

// Method calls a method of an object.
func (c *Calc) Method(o object.Object, name string, list ...any) object.Object {
	return c.Call(c.Attr(o, name), list...)
}

// Attr reads an attribute.
func (c *Calc) Attr(o object.Object, name string) object.Object {
	return c.Of(func() (object.Object, error) { return object.GetAttr(c.T, o, object.Intern(name)) })
}

// The arithmetic of keras.ops.

// Add is a + b.
func (c *Calc) Add(a, b any) object.Object { return c.Do("add", a, b) }

// Sub is a - b.
func (c *Calc) Sub(a, b any) object.Object { return c.Do("subtract", a, b) }

// Mul is a * b.
func (c *Calc) Mul(a, b any) object.Object { return c.Do("multiply", a, b) }

// Div is a / b.
func (c *Calc) Div(a, b any) object.Object { return c.Do("divide", a, b) }

// Neg is -a.
func (c *Calc) Neg(a any) object.Object { return c.Do("negative", a) }

// Sqrt is the square root.
func (c *Calc) Sqrt(a any) object.Object { return c.Do("sqrt", a) }

// Square is a * a.
func (c *Calc) Square(a any) object.Object { return c.Do("square", a) }

// Pow is a to the power b.
func (c *Calc) Pow(a, b any) object.Object { return c.Do("power", a, b) }

// Max is the larger of two numbers, elementwise.
func (c *Calc) Max(a, b any) object.Object { return c.Do("maximum", a, b) }

// Min is the smaller of two numbers, elementwise.
func (c *Calc) Min(a, b any) object.Object { return c.Do("minimum", a, b) }

// Cast changes the dtype.
func (c *Calc) Cast(a, dtype any) object.Object { return c.Do("cast", a, dtype) }

// Tensor makes a tensor; dtype may be nil.
func (c *Calc) Tensor(a, dtype any) object.Object {
	if dtype == nil {
		return c.Do("convert_to_tensor", a)
	}
	return c.Do("convert_to_tensor", a, KW("dtype", dtype))
}

// Sum adds an axis up; nil stands for all.
func (c *Calc) Sum(a, axis any) object.Object { return c.Do("sum", a, KW("axis", axis)) }

// Mean takes the mean along an axis; nil stands for all.
func (c *Calc) Mean(a, axis any) object.Object { return c.Do("mean", a, KW("axis", axis)) }

// Where takes a where the condition holds, b elsewhere.
func (c *Calc) Where(condition, a, b any) object.Object { return c.Do("where", condition, a, b) }

// Dtype is the dtype of a tensor, as Keras names it.
func (c *Calc) Dtype(a object.Object) string {
	if c.Err != nil {
		return ""
	}
	d, err := ops.PromotedDtype(c.T, a)
	c.Err = err
	return d.Name
}

// Shape is a tensor's shape; an unknown size is tensor.Unknown.
func (c *Calc) Shape(a object.Object) []int {
	if c.Err != nil {
		return nil
	}
	s, ok, err := ops.ShapeOf(c.T, a)
	if err == nil && !ok {
		_, err = object.GetAttr(c.T, a, object.Intern("shape"))
	}
	c.Err = err
	return s
}

// Truth is bool(a); it is false after an error.
func (c *Calc) Truth(a object.Object) bool {
	if c.Err != nil {
		return false
	}
	yes, err := object.Truth(c.T, a)
	c.Err = err
	return yes && err == nil
}

// Items lists what an iterable holds.
func (c *Calc) Items(a object.Object) []object.Object {
	if c.Err != nil {
		return nil
	}
	items, err := object.Items(c.T, a)
	c.Err = err
	return items
}

// Index is a[i].
func (c *Calc) Index(a object.Object, i int) object.Object {
	return c.Of(func() (object.Object, error) { return object.GetItem(c.T, a, object.Int(i)) })
}

// Slice is a[from:to]; nil leaves a bound open.
func (c *Calc) Slice(a object.Object, from, to any) object.Object {
	key := &object.Slice{Start: Value(from), Stop: Value(to), Step: object.None}
	return c.Of(func() (object.Object, error) { return object.GetItem(c.T, a, key) })
}

// Assign sets a variable.
func (c *Calc) Assign(variable object.Object, value any) { c.Method(variable, "assign", value) }

// Compare compares two Python numbers, or a tensor of one number with one.
func (c *Calc) Compare(op object.CompareOp, a, b any) bool {
	return c.Truth(c.Of(func() (object.Object, error) { return object.Compare(c.T, op, Value(a), Value(b)) }))
}

// Fail ends the chain with an error.
func (c *Calc) Fail(err error) object.Object {
	if c.Err == nil {
		c.Err = err
	}
	return object.None
}

// End ends the chain with its result.
func (c *Calc) End(v object.Object) (object.Object, error) {
	if c.Err != nil {
		return nil, c.Err
	}
	return v, nil
}
