package contextlib

import (
	"layerglass/core/python/lib/functools"
	"layerglass/core/python/object"
)

// decoratorClass is ContextDecorator: a base that lets a context manager decorate functions.
var decoratorClass = object.NewType("ContextDecorator", "contextlib", nil)

func init() {
	decoratorClass.Methods(
		object.Func("_recreate_cm", "(self)", "Returns the manager for one call.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__call__", "(self, func)", "Decorates a function: each call runs within the manager.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return decorate(t, a[1], func() (object.Object, error) { return object.CallMethod(t, a[0], "_recreate_cm") })
		}),
	)
}

// wrapped is a function whose calls run within a context manager.
type wrapped struct {
	factory
	make func() (object.Object, error)
}

// Call runs the function.
func (w *wrapped) Call(t *object.Thread, a object.Args) (object.Object, error) {
	cm, err := w.make()
	if err != nil {
		return nil, err
	}
	return with(t, cm, func() (object.Object, error) { return object.CallArgs(t, w.fn, a) })
}

// CallMethod runs the function as a method of self.
func (w *wrapped) CallMethod(t *object.Thread, self object.Object, a object.Args) (object.Object, error) {
	return w.Call(t, a.Prepend(self))
}

// DescrGet makes the function a method.
func (w *wrapped) DescrGet(_ *object.Thread, inst object.Object, _ *object.Class) (object.Object, error) {
	if inst == nil {
		return w, nil
	}
	return &object.Method{Self: inst, Func: w}, nil
}

// Repr shows the name.
func (w *wrapped) Repr(t *object.Thread) (string, error) { return w.factory.Repr(t) }

func decorate(t *object.Thread, fn object.Object, make func() (object.Object, error)) (object.Object, error) {
	w := &wrapped{factory{fn: fn}, make}
	return w, functools.UpdateWrapper(t, w, fn)
}
