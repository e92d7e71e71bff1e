package ops

import (
	"layerglass/core/keras/dtypes"
	"layerglass/core/python/object"
)

// Layers may be called on arrays: their weights are made, shapes and dtypes are worked out, and what comes out says so when
// its numbers are asked for. Only the kernels that would compute them are missing.
func init() {
	dtypes.Values.IsTensor = func(object.Object) bool { return false }
	dtypes.Values.Array = func(t *object.Thread, o object.Object) bool {
		v, err := object.LookupAttr(t, o, object.Intern("__array__"))
		return err == nil && v != nil
	}
	dtypes.Values.Convert = func(t *object.Thread, o object.Object) (object.Object, error) { return Do(t, "convert_to_tensor", o) }
}
