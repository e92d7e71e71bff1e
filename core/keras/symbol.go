package keras

import (
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func init() {
	spec.Declare("keras.src.backend.common.keras_tensor", "keras.KerasTensor", func() spec.Class {
		return spec.Class{
			Doc: "A tensor without values: a shape and a dtype.", Native: func(*object.Thread) *object.Class { return tensor.KerasTensorClass }}
	})
}
