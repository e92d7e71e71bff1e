package initializers

import (
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

func init() {
	Make[Zeros] = func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
		return array.New(l.T, elementType(dtype), shape...)
	}
	Make[Ones] = func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
		return array.Ones(l.T, elementType(dtype), shape...)
	}
	Make[Constant] = func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
		return filled(l.T, l.Value("value"), shape, dtype)
	}
	Make[Identity] = identity
}

// elementType is the array type of a Keras dtype.
func elementType(dtype string) array.Dtype {
	d, ok := tensor.ElementType(dtype)
	if !ok {
		return array.Float32
	}
	return d
}

// filled broadcasts a value to a shape.
func filled(t *object.Thread, value object.Object, shape tensor.Shape, dtype string) (*array.Array, error) {
	v, err := numpy.FromObject(t, value, "")
	if err != nil {
		return nil, err
	}
	if v, err = v.WithBudget(t).Cast(elementType(dtype)); err != nil {
		return nil, numpy.Raised(err)
	}
	out, err := array.New(t, elementType(dtype), shape...)
	if err != nil {
		return nil, numpy.Raised(err)
	}
	return out, numpy.Raised(out.Assign(v))
}

// identity has the gain on its diagonal.
func identity(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
	eye, err := array.Eye(l.T, shape[0], shape[1], 0, elementType(dtype))
	if err != nil {
		return nil, numpy.Raised(err)
	}
	gain, err := filled(l.T, l.Value("gain"), tensor.Shape{}, dtype)
	if err != nil {
		return nil, err
	}
	out, err := array.Binary(array.Multiply, array.Of(gain), array.Of(eye))
	return out, numpy.Raised(err)
}
