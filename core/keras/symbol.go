package keras

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

var tensorSignature = object.ParseSignature("(shape, dtype='float32', sparse=False, ragged=False, record_history=True, name=None, **kwargs)")

func init() {
	c := tensor.KerasTensorClass
	spec.Declare(spec.Class{Name: "KerasTensor", Module: "keras.src.backend.common.keras_tensor", Export: spec.Keys("keras.KerasTensor"),
		Doc: "A tensor without values: a shape and a dtype.", Native: func(*object.Thread) *object.Class { return c }})
	if c.New != nil {
		return
	}
	c.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := operation.Bind("KerasTensor.__init__", tensorSignature, a)
		if err != nil {
			return nil, err
		}
		s, err := layers.StandardizeShape(t, v[0])
		if err != nil {
			return nil, err
		}
		d, err := config.Dtype(t, v[1])
		if err != nil {
			return nil, err
		}
		return operation.NewTensor(t, s, d), nil
	}
	c.Methods(object.RawFunc("__init__", "(self, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }))
	c.Getter("shape", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return o.(*tensor.KerasTensor).Shape.Object(), nil
	})
	c.Getter("dtype", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*tensor.KerasTensor).Dtype), nil
	})
}
