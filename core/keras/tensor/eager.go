package tensor

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// NewValue makes an eager tensor of an array, which it shares: nothing may write to the array any more. dtype is Keras's name of
// the dtype; the 8-bit floats, which package array has not, are held as float32. tf tells a tensor of tensorflow from one of
// jax.
func NewValue(a *array.Array, dtype string, tf bool) *KerasTensor {
	return &KerasTensor{Shape: append(Shape{}, a.Shape()...), Dtype: dtype, Name: "value", Kind: Eager, TF: tf, data: a.WithBudget(nil)}
}

// Later makes an eager tensor whose numbers are worked out when they are first asked for.
func Later(shape Shape, dtype string, tf bool, f func(t *object.Thread) (*array.Array, error)) *KerasTensor {
	return &KerasTensor{Shape: shape, Dtype: dtype, Name: "value", Kind: Eager, TF: tf, make: f}
}

// NewValueless makes an eager tensor of which shape and dtype are all that is known.
func NewValueless(shape Shape, dtype string) *KerasTensor {
	return &KerasTensor{Shape: shape, Dtype: dtype, Name: "value", Kind: Eager}
}

// Fill gives a tensor its numbers; their shape becomes the tensor's.
func (x *KerasTensor) Fill(a *array.Array) {
	x.Shape = append(Shape{}, a.Shape()...)
	x.data, x.make, x.needs = a.WithBudget(nil), nil, nil
}

// FillLater gives a tensor a way to its numbers, which is gone when they are asked for, and names the tensors whose numbers that
// way needs.
func (x *KerasTensor) FillLater(needs []*KerasTensor, f func(t *object.Thread) (*array.Array, error)) {
	x.make, x.needs = f, needs
	for _, n := range needs {
		x.depth = max(x.depth, n.Depth()+1)
	}
}

// Depth is the number of computations, one waiting for the other, that the numbers of a pending tensor take.
func (x *KerasTensor) Depth() int {
	if !x.Pending() {
		return 0
	}
	return x.depth
}

// HasNumbers reports whether the numbers are there or can be worked out.
func (x *KerasTensor) HasNumbers() bool { return x.data != nil || x.make != nil }

// ShapeOnly reports whether a value is a tensor of which shape and dtype are all that is known: a symbol, a traced value, or an
// eager tensor without numbers.
func ShapeOnly(v object.Object) bool {
	x, ok := v.(*KerasTensor)
	return ok && !x.HasNumbers()
}

// Pending reports whether the numbers are still to be worked out.
func (x *KerasTensor) Pending() bool { return x.data == nil && x.make != nil }

// Array returns the numbers, which must not be changed. It is an error for a tensor that has none: a symbol, a traced value, and
// an eager tensor that came out of something that is not computed here.
func (x *KerasTensor) Array(t *object.Thread) (*array.Array, error) {
	if x.data == nil {
		if x.make == nil {
			return nil, x.WithoutNumbers("converted to a numpy array")
		}
		if err := x.resolve(t); err != nil {
			return nil, err
		}
	}
	return x.data.WithBudget(t), nil
}

// resolve works out the numbers that a tensor waits for, and then its own. It does not call itself, for a chain may be long.
func (x *KerasTensor) resolve(t *object.Thread) error {
	stack := []*KerasTensor{x}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		if !top.Pending() {
			stack = stack[:len(stack)-1]
			continue
		}
		if next := top.firstPending(); next != nil {
			stack = append(stack, next)
			continue
		}
		a, err := top.make(t)
		if err != nil {
			return err
		}
		top.data, top.make, top.needs = a.WithBudget(nil), nil, nil
	}
	return nil
}

func (x *KerasTensor) firstPending() *KerasTensor {
	for _, n := range x.needs {
		if n.Pending() {
			return n
		}
	}
	return nil
}

// WithoutNumbers is the error of what needs numbers that a tensor does not have.
func (x *KerasTensor) WithoutNumbers(what string) error {
	switch x.Kind {
	case Eager:
		return object.NewError(object.NotImplementedErrClass, "This array of shape %s and dtype %s cannot be %s: it came out of a computation that is "+
			"not modelled here. Its shape and dtype are known, and layers and models can be called on it.", x.Shape, x.Dtype, what)
	case JaxTraced:
		return object.NewError(TracerArrayErrorClass, "A value of shape %s is known by shape and dtype only while the layer's call is traced; it cannot be %s. "+
			"Use keras.ops instead of numpy on it.", x.Shape, what)
	case TFTraced:
		return object.NewError(object.NotImplementedErrClass, "A symbolic tf.Tensor of shape %s cannot be %s. Use tf or keras.ops functions on it.", x.Shape, what)
	}
	return object.ValueError("The KerasTensor '%s' of shape %s has no numbers yet; it cannot be %s.", x.Name, x.Shape, what)
}

// TracerArrayErrorClass is jax.errors.TracerArrayConversionError.
var TracerArrayErrorClass = object.NewType("TracerArrayConversionError", "jax.errors", object.TypeErrorClass)

// ElementType returns the array type that holds a Keras dtype's numbers; ok is false for a dtype that is none.
func ElementType(dtype string) (d array.Dtype, ok bool) {
	if IsFloat8(dtype) {
		return array.Float32, true
	}
	switch dtype {
	case "string":
		return array.Str, true
	case "int4":
		return array.Int8, true
	case "uint4":
		return array.Uint8, true
	}
	d, _, ok = array.ParseDtype(dtype)
	return d, ok
}

// IsFloat8 reports whether a dtype is one of the 8-bit floats.
func IsFloat8(dtype string) bool { return len(dtype) > 6 && dtype[:6] == "float8" }

// Str shows an eager tensor as its backend's str does, and any other tensor as Repr does.
func (x *KerasTensor) Str(t *object.Thread) (string, error) {
	if x.Kind == Eager {
		return x.show(t, false)
	}
	return x.Repr(t)
}

// Show writes the numbers of an eager tensor; the package that knows how arrays are printed sets it.
var Show func(t *object.Thread, x *KerasTensor, a *array.Array, repr bool) (string, error)

func (x *KerasTensor) show(t *object.Thread, repr bool) (string, error) {
	if !x.HasNumbers() {
		return "", x.WithoutNumbers("shown")
	}
	a, err := x.Array(t)
	if err != nil {
		return "", err
	}
	return Show(t, x, a, repr)
}

// truth is that of the only element.
func (x *KerasTensor) truth(t *object.Thread) (bool, error) {
	if !x.HasNumbers() {
		return false, x.WithoutNumbers("tested for truth")
	}
	if n := x.Shape.Size(); n != 1 {
		if n == 0 && !x.TF {
			return false, object.ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
		}
		return false, object.ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
	}
	a, err := x.Array(t)
	if err != nil {
		return false, err
	}
	b, err := a.Cast(array.Bool)
	if err != nil {
		return false, err
	}
	return array.Data[bool](b)[0], nil
}

// HasOwnMethods reports whether numpy's functions call the tensor's methods: those of jax's arrays.
func (x *KerasTensor) HasOwnMethods() bool { return x.Kind == Eager && !x.TF }
