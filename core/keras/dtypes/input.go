package dtypes

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Values is how policies and layers work with eager values. IsTensor and Dtype and Cast may stay nil while eager values are
// KerasTensors of the kind Eager. Values is what policies need to know of eager values; the package that has them sets it. IsTensor tells a tensor of the
// backend, Array something that becomes one (a numpy array), Dtype its dtype, Cast casts any tensor, Convert makes a tensor
// of an array.
var Values struct {
	IsTensor func(o object.Object) bool
	Array    func(t *object.Thread, o object.Object) bool
	Dtype    func(t *object.Thread, o object.Object) (string, error)
	Convert  func(t *object.Thread, o object.Object) (object.Object, error)
	Cast     func(t *object.Thread, o object.Object, dtype string) (object.Object, error)
}

// castOp is the operation that a cast of a symbol records.
var castOp = &operation.Class{Name: "Cast", Module: "keras.src.ops.core", Init: "dtype", Takes: "x",
	Spec: func(t *object.Thread, op *object.Instance, a []object.Object) (object.Object, error) {
		x := a[0].(*tensor.KerasTensor)
		d, err := config.Dtype(t, op.Attr("dtype"))
		if err != nil {
			return nil, err
		}
		return operation.NewTensor(t, x.Shape, d), nil
	}}

// Cast casts a symbol, a traced value or an eager tensor.
func Cast(t *object.Thread, o object.Object, dtype string) (object.Object, error) {
	x, ok := o.(*tensor.KerasTensor)
	if !ok {
		return Values.Cast(t, o, dtype)
	}
	if x.HasNumbers() {
		out, err := Values.Cast(t, o, dtype)
		if c, ok := out.(*tensor.KerasTensor); ok && x.Mask != nil {
			c.Mask = x.Mask
		}
		return out, err
	}
	if x.Traced() {
		n := *x
		n.Dtype = dtype
		return &n, nil
	}
	op, err := castOp.Make(t, object.Args{Pos: []object.Object{object.NewStr(dtype)}})
	if err != nil {
		return nil, err
	}
	return operation.SymbolicCall(t, op, object.Positional(x))
}

// ConvertInput is DTypePolicy.convert_input: tensors of another float type are cast, arrays become tensors, anything else
// stays.
func ConvertInput(t *object.Thread, x object.Object, auto bool, dtype string) (object.Object, error) {
	if k, ok := x.(*tensor.KerasTensor); ok {
		if auto && config.IsFloat(k.Dtype) && k.Dtype != dtype {
			return Cast(t, x, dtype)
		}
		return x, nil
	}
	if Values.IsTensor == nil {
		return x, nil
	}
	if !Values.IsTensor(x) {
		if !Values.Array(t, x) {
			return x, nil
		}
		v, err := Values.Convert(t, x)
		if err != nil {
			return nil, err
		}
		if _, ok := v.(*tensor.KerasTensor); ok {
			return ConvertInput(t, v, auto, dtype)
		}
		x = v
	}
	d, err := Values.Dtype(t, x)
	if err != nil || !auto || !config.IsFloat(d) || d == dtype {
		return x, err
	}
	return Values.Cast(t, x, dtype)
}
