package ops

import (
	"strings"

	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// Eager tensors for the packages below this one: policies cast them, configs hold them, print shows them.
func init() {
	dtypes.Values.IsTensor = func(object.Object) bool { return false }
	dtypes.Values.Array = func(t *object.Thread, o object.Object) bool {
		v, err := object.LookupAttr(t, o, object.Intern("__array__"))
		return err == nil && v != nil
	}
	dtypes.Values.Convert = func(t *object.Thread, o object.Object) (object.Object, error) { return Do(t, "convert_to_tensor", o) }
	dtypes.Values.Cast = func(t *object.Thread, o object.Object, dtype string) (object.Object, error) {
		return Do(t, "cast", o, object.NewStr(dtype))
	}
	saving.TensorParts = tensorParts
	tensor.Show = show
}

// tensorParts tells serialization of an eager tensor.
func tensorParts(t *object.Thread, o object.Object) (value object.Object, dtype string, ok bool, err error) {
	x, ok := o.(*tensor.KerasTensor)
	if !ok || x.Kind != tensor.Eager {
		return nil, "", false, nil
	}
	a, err := x.Array(t)
	if err != nil {
		return nil, "", true, err
	}
	value, err = numpy.List(t, a)
	return value, x.Dtype, true, err
}

// toNumpy is keras.ops.convert_to_numpy.
func toNumpy(c *Call) object.Object {
	a, err := numpyArray(c.T, c.Arg("x"))
	must(err)
	return numpy.New(a)
}

// numpyArray is the array that numpy gets of a tensor, or of what becomes one.
func numpyArray(t *object.Thread, v object.Object) (*array.Array, error) {
	if x, ok := v.(*tensor.KerasTensor); ok {
		return x.Array(t)
	}
	if w, ok := v.(*variable.Variable); ok {
		x, err := ValueOf(t, w)
		if err != nil {
			return nil, err
		}
		return x.Array(t)
	}
	return numpy.FromObject(t, v, "")
}

// show writes an eager tensor as its backend does.
func show(t *object.Thread, x *tensor.KerasTensor, a *array.Array, repr bool) (string, error) {
	if tensor.IsFloat8(x.Dtype) { // written as the other small floats are
		small, err := a.Cast(array.BFloat16)
		if err != nil {
			return "", err
		}
		a = small
	}
	return numpy.Printed(t, func(o array.PrintOptions) string {
		switch {
		case x.TF:
			return tensorflowText(x, a, o, repr)
		case repr:
			return jaxRepr(x, a, o)
		}
		return array.Text(a, o)
	})
}

func jaxRepr(x *tensor.KerasTensor, a *array.Array, o array.PrintOptions) string {
	const prefix = "Array("
	text, dtype := "[], shape="+x.Shape.String(), "dtype="+x.Dtype
	if x.Weak {
		dtype += ", weak_type=True"
	}
	if a.Size() > 0 {
		text = array.Format(a, o, ", ", prefix, ",")
	}
	sep := " "
	if len(text)-strings.LastIndexByte(text, '\n')+1+len(dtype)+2 > o.LineWidth {
		sep = strings.Repeat(" ", len(prefix))
	}
	return prefix + text + "," + sep + dtype + ")"
}

func tensorflowText(x *tensor.KerasTensor, a *array.Array, o array.PrintOptions, repr bool) string {
	a = encoded(a)
	text := array.Text(a, o)
	if repr && a.Rank() > 0 {
		text = array.Repr(a, o)
	} else if repr {
		text = scalarText(a)
	}
	if strings.Contains(text, "\n") {
		text = "\n" + text
	}
	if repr {
		return "<tf.Tensor: shape=" + x.Shape.String() + ", dtype=" + x.Dtype + ", numpy=" + text + ">"
	}
	return "tf.Tensor(" + text + ", shape=" + x.Shape.String() + ", dtype=" + x.Dtype + ")"
}

// scalarText is the only element as Python writes it.
func scalarText(a *array.Array) string {
	s, err := object.Repr(nil, numpy.Item(a))
	if err != nil {
		return "?"
	}
	return s
}

func init() {
	initializers.Tensor = func(t *object.Thread, a *array.Array, dtype string) (object.Object, error) { return Value(t, a, dtype) }
}
