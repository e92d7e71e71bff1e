package keras

import (
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func init() {
	spec.Declare(spec.Class{Name: "KerasTensor", Module: "keras.src.backend.common.keras_tensor", Export: spec.Keys("keras.KerasTensor"),
		Doc: "A tensor without values: a shape and a dtype.", Native: func(*object.Thread) *object.Class { return tensor.KerasTensorClass }})
}
