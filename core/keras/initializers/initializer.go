// Package initializers holds Keras's initializers: what makes the first values of weights.
package initializers

import (
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Compute makes the values that an initializer gives; the package that has tensors sets it. It is given the initializer,
// the shape and the dtype.
var Compute func(l *spec.Instance, shape, dtype object.Object) (object.Object, error)

// Initializer is the base class.
var Initializer = spec.Declare(spec.Class{
	Name: "Initializer", Module: "keras.src.initializers.initializer",
	Export:   spec.Keys("keras.Initializer", "keras.initializers.Initializer"),
	Doc:      "The base of all initializers: a callable that makes values of a shape and dtype.",
	Inherits: true, Config: spec.None, Alone: true, FromConfig: spec.Construct,
	Methods: []spec.Method{
		{Name: "__call__", Takes: "shape, dtype=None", Doc: "Makes the values.", Do: call},
		{Name: "clone", Doc: "Makes another initializer of the same config.", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			config, err := l.Method("get_config")
			if err != nil {
				return nil, err
			}
			from, err := object.GetAttr(l.T, l.Instance.Class(), object.Intern("from_config"))
			if err != nil {
				return nil, err
			}
			return object.Call(l.T, from, config)
		}},
	},
})

func call(l *spec.Instance, a []object.Object) (object.Object, error) {
	own := false
	for _, c := range l.Instance.Class().MRO {
		d := spec.Of(c)
		own = own || d != nil && d.Public() != "keras.Initializer"
	}
	if !own {
		return nil, object.NewError(object.NotImplementedErrClass, "%s has no __call__() method of its own.", l.ClassName())
	}
	if Compute == nil {
		return nil, l.NotModelled("making the values of a weight")
	}
	return Compute(l, a[0], a[1])
}
