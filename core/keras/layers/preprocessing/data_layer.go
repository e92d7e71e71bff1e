// Package preprocessing holds the layers of Keras's folder layers/preprocessing; those for images have a package of their own.
package preprocessing

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// DataLayer is the base of layers that may stand in a data pipeline as well as in a model.
var DataLayer = spec.Declare("keras.src.layers.preprocessing.data_layer", "DataLayer", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "The base of layers that prepare data, in a pipeline or in a model.", Kwargs: "kwargs", Config: spec.None,
		Setup: func(l *spec.Instance) error { return l.Set("_allow_non_tensor_positional_args", true) },
	}
})

// SameShape is the method compute_output_shape of a layer that keeps its input's shape, dicts of shapes included.
var SameShape = ShapeBy(func(_ *spec.Instance, in object.Object) (object.Object, error) { return in, nil })

// ShapeBy is the method compute_output_shape of a layer that works its output's shape out of the input's as Python has it.
func ShapeBy(f func(l *spec.Instance, in object.Object) (object.Object, error)) spec.Method {
	return spec.Method{Name: "compute_output_shape", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		return f(l, a[0])
	}}
}
