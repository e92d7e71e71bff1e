package optimizers

import (
	"strconv"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// saveOwn puts the values of the optimizer's variables into a store.
func saveOwn(l *spec.Instance, a []object.Object) (object.Object, error) {
	return object.None, variable.StoreOwn(l.T, a[0], l.Items("_variables"), func(v object.Object) (object.Object, error) {
		return object.CallMethod(l.T, v, "numpy")
	})
}

// loadOwn takes the values from a store; one that holds another number of them is left alone, with a warning.
func loadOwn(l *spec.Instance, a []object.Object) (object.Object, error) {
	own := l.Items("_variables")
	n, err := variable.StoredKeys(l.T, a[0])
	if err != nil {
		return nil, err
	}
	if n != len(own) {
		return object.None, operation.Warn(l.T, "UserWarning", l.ClassName()+" has "+strconv.Itoa(len(own))+" variables and "+strconv.Itoa(n)+
			" are stored: none are loaded. An optimizer must be built before.")
	}
	return object.None, variable.LoadOwn(l.T, a[0], own)
}
