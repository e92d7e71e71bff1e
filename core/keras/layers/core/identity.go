package core

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Identity returns its input.
var Identity = spec.Declare("keras.src.layers.core.identity", "keras.layers.Identity", func() spec.Class {
	return spec.Class{
		Base:   layers.Base,
		Doc:    "Returns its input as it is.",
		Kwargs: "kwargs", Masks: true, BuiltAtInit: true,
		Takes: "inputs",
		Call:  func(_ *spec.Instance, a []object.Object) (object.Object, error) { return a[0], nil },
		Methods: []spec.Method{
			{Name: "compute_output_shape", Takes: "input_shape", Do: func(_ *spec.Instance, a []object.Object) (object.Object, error) { return a[0], nil }},
			{Name: "compute_output_spec", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return tree.Map(a[0], func(x object.Object) (object.Object, error) { return likeTensor(l, x) })
			}},
		},
	}
})

// likeTensor makes a symbol of a tensor's shape and dtype.
func likeTensor(l *spec.Instance, x object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	shape, dtype, sparse := c.Shape(x), c.Attr(x, "dtype"), c.Truth(c.Attr(x, "sparse"))
	if c.Err != nil {
		return nil, c.Err
	}
	name, err := object.ToStr(l.T, dtype)
	if err != nil {
		return nil, err
	}
	out := operation.NewTensor(l.T, shape, name)
	out.Sparse = sparse
	return out, nil
}
