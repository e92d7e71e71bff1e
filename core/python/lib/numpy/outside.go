package numpy

import (
	"strings"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// This file is what other libraries' arrays take from numpy: its printing, its way to read an index, its exceptions.

// Printed formats an array with the session's print options.
func Printed(t *object.Thread, show func(o array.PrintOptions) string) (string, error) {
	return printed(t, show)
}

// IndexParts reads the key of x[key].
func IndexParts(t *object.Thread, key object.Object) ([]array.Index, error) {
	return indexParts(t, key)
}

// Raised turns an error of package array into the exception that numpy raises; other errors pass.
func Raised(err error) error { return raised(err) }

// List returns the elements as nested lists of plain Python values.
func List(t *object.Thread, a *array.Array) (object.Object, error) { return toList(t, a) }

// IsArray reports whether o is a numpy.ndarray.
func IsArray(o object.Object) bool {
	_, ok := object.Of(o).(*NDArray)
	return ok
}

// Call calls a function of numpy's namespace, or of a submodule: "linalg.slogdet".
func Call(t *object.Thread, name string, a object.Args) (object.Object, error) {
	if module, short, ok := strings.Cut(name, "."); ok {
		return object.CallArgs(t, submodules[module][short], a)
	}
	return object.CallArgs(t, table[name], a)
}
