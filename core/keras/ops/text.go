package ops

import (
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// TensorFlow holds text as bytes. A tensor of text has an array of str here; what leaves it, in print and in numpy(), are bytes.

// textDtype is the dtype of a tensor made of a value whose dtype, or class, is d, where that is one of text; "" where it is not.
func textDtype(d object.Object) string {
	switch x := d.(type) {
	case *numpy.Dtype:
		if x.Kind == array.Str || x.Kind == array.Object {
			return "string"
		}
	case *object.Class:
		if x == object.BytesClass {
			return "string"
		}
	}
	return ""
}

// decoded is an array of bytes objects as one of str; any other array as it is.
func decoded(a *array.Array) *array.Array {
	if a.Dtype() != array.Object {
		return a
	}
	objects := array.Objects(a)
	texts := make([]string, len(objects))
	for i, o := range objects {
		switch x := o.(type) {
		case *object.Bytes:
			texts[i] = x.String()
		case *object.Str:
			texts[i] = x.String()
		default:
			return a
		}
	}
	return good(array.FromStrings(a.Budget(), texts, 1, a.Shape()...))
}

// encoded is an array of str as one of bytes objects; any other array as it is.
func encoded(a *array.Array) *array.Array {
	if a.Dtype() != array.Str {
		return a
	}
	texts := array.Data[string](a)
	objects := make([]any, len(texts))
	for i, s := range texts {
		objects[i] = object.NewBytes(s)
	}
	return good(array.FromObjects(a.Budget(), objects, a.Shape()...))
}
