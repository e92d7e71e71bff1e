package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Calc is a chain of computations in a layer's call. After the first error the rest does nothing, so that it is looked at
// once, at the end.
//
//	c := layers.NewCalc(l)
//	y := c.Do("add", c.Do("matmul", x, kernel), bias)
//	return c.End(c.Activate(y))
type Calc struct {
	l *spec.Instance
	// Err is the first error.
	Err error
}

// NewCalc begins a chain.
func NewCalc(l *spec.Instance) *Calc { return &Calc{l: l} }

// Do calls a function of keras.ops with positional arguments.
func (c *Calc) Do(name string, args ...object.Object) object.Object { return c.With(name, args) }

// With is Do with keyword arguments, as names and values in turn.
func (c *Calc) With(name string, args []object.Object, pairs ...any) object.Object {
	return c.Of(func() (object.Object, error) { return DoWith(c.l, name, args, arg.Pairs(pairs...)) })
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

// Binary is a op b, as Python computes it.
func (c *Calc) Binary(op object.BinaryOp, a, b object.Object) object.Object {
	return c.Of(func() (object.Object, error) { return object.Binary(c.l.T, op, a, b) })
}

// Attr reads an attribute of any object.
func (c *Calc) Attr(o object.Object, name string) object.Object {
	return c.Of(func() (object.Object, error) { return object.GetAttr(c.l.T, o, object.Intern(name)) })
}

// IsLayer reports whether an object is a layer.
func (c *Calc) IsLayer(o object.Object) bool {
	_, ok := IsLayer(c.l.T, o)
	return ok
}

// Index is o[i].
func (c *Calc) Index(o object.Object, i int) object.Object {
	return c.Of(func() (object.Object, error) { return object.GetItem(c.l.T, o, object.Int(i)) })
}

// Call calls a function, or a layer, with positional arguments and keyword arguments in turn.
func (c *Calc) Call(f object.Object, args []object.Object, pairs ...any) object.Object {
	return c.Of(func() (object.Object, error) {
		return object.CallArgs(c.l.T, f, object.Args{Pos: args, Kw: arg.Pairs(pairs...)})
	})
}

// Activate applies the layer's activation attribute.
func (c *Calc) Activate(x object.Object) object.Object {
	return c.Of(func() (object.Object, error) { return Activate(c.l, x) })
}

// Items lists what an iterable holds.
func (c *Calc) Items(o object.Object) []object.Object {
	if c.Err != nil {
		return nil
	}
	items, err := object.Items(c.l.T, o)
	c.Err = err
	return items
}

// Truth is bool(o).
func (c *Calc) Truth(o object.Object) bool {
	if c.Err != nil {
		return false
	}
	yes, err := object.Truth(c.l.T, o)
	c.Err = err
	return yes
}

// Shape returns a tensor's shape.
func (c *Calc) Shape(x object.Object) spec.Shape {
	v := c.Of(func() (object.Object, error) { return shapeOf(c.l.T, x) })
	s, _ := spec.ReadShape(v)
	return s
}

// At takes one index off an axis: x[:, i] for axis 1.
func (c *Calc) At(x object.Object, axis, index int) object.Object {
	return c.With("take", []object.Object{x, object.Int(index)}, "axis", axis)
}

// End ends the chain with its result.
func (c *Calc) End(v object.Object) (object.Object, error) {
	if c.Err != nil {
		return nil, c.Err
	}
	return v, nil
}
