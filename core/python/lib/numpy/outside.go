package numpy

import (
	"strings"
	"sync"

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
		return object.CallArgs(t, entriesOf(module)[short], a)
	}
	return object.CallArgs(t, entriesOf("")[name], a)
}

// OwnMethods is an ArrayLike whose methods numpy's functions call, as np.sum(x) calls x.sum(): what they return stays of its kind.
type OwnMethods interface {
	ArrayLike
	HasOwnMethods() bool
}

// delegated are the functions of numpy that call the method of the same name.
const delegated = `sum mean prod max min std var argmax argmin any all cumsum cumprod round reshape transpose squeeze ravel clip repeat swapaxes
	take nonzero diagonal trace argsort`

// delegate is done once, when numpy is first imported.
var delegate = sync.OnceFunc(func() {
	for _, name := range strings.Fields(delegated) {
		f, ok := entriesOf("")[name].(*object.Builtin)
		if !ok || f.Fn == nil {
			continue
		}
		own := f.Fn
		f.Fn = func(t *object.Thread, a []object.Object) (object.Object, error) {
			if x, ok := a[0].(OwnMethods); ok && x.HasOwnMethods() {
				return callMethod(t, f, name, a)
			}
			return own(t, a)
		}
	}
})

// callMethod calls the method of the first argument with the other arguments that were given.
func callMethod(t *object.Thread, f *object.Builtin, name string, a []object.Object) (object.Object, error) {
	m, err := object.GetAttr(t, a[0], object.Intern(name))
	if err != nil {
		return nil, err
	}
	var args object.Args
	for i, p := range f.Signature().Params {
		if i == 0 || i >= len(a) || a[i] == nil || a[i] == p.Default {
			continue
		}
		if p.Default == nil {
			args.Pos = append(args.Pos, a[i])
			continue
		}
		args.Kw = append(args.Kw, object.Kwarg{Name: p.Name, Value: a[i]})
	}
	return object.CallArgs(t, m, args)
}
