package contextlib

import (
	"layerglass/core/python/lib/functools"
	"layerglass/core/python/object"
)

// manager is what a function decorated with contextmanager returns: a generator that is run up to its yield by __enter__
// and to its end by __exit__.
type manager struct {
	gen   object.Object
	fn    object.Object
	args  object.Args
	attrs *object.Dict
}

var managerClass = object.NewType("_GeneratorContextManager", "contextlib", nil)

// Class returns the type contextlib._GeneratorContextManager.
func (*manager) Class() *object.Class { return managerClass }

// AttrDict returns the attributes that a program set.
func (m *manager) AttrDict(create bool) *object.Dict {
	if m.attrs == nil && create {
		m.attrs = object.NewDict()
	}
	return m.attrs
}

func newManager(t *object.Thread, fn object.Object, a object.Args) (*manager, error) {
	gen, err := object.CallArgs(t, fn, a)
	if err != nil {
		return nil, err
	}
	a.Pos = append([]object.Object(nil), a.Pos...)
	return &manager{gen: gen, fn: fn, args: a}, nil
}

// contextManager is the decorator.
func contextManager(t *object.Thread, a []object.Object) (object.Object, error) {
	fn := a[0]
	f := &factory{fn: fn}
	return f, functools.UpdateWrapper(t, f, fn)
}

// factory is the decorated function: it makes managers. It binds to instances as functions do.
type factory struct {
	functools.Wrapper
	fn object.Object
}

// Class returns the type function: the decorated function is to look like one.
func (*factory) Class() *object.Class { return factoryClass }

var factoryClass = functools.NewFunctionType()

// Call makes a manager.
func (f *factory) Call(t *object.Thread, a object.Args) (object.Object, error) {
	return newManager(t, f.fn, a)
}

// CallMethod makes a manager for a method of self.
func (f *factory) CallMethod(t *object.Thread, self object.Object, a object.Args) (object.Object, error) {
	return newManager(t, f.fn, a.Prepend(self))
}

// DescrGet makes the function a method.
func (f *factory) DescrGet(_ *object.Thread, inst object.Object, _ *object.Class) (object.Object, error) {
	if inst == nil {
		return f, nil
	}
	return &object.Method{Self: inst, Func: f}, nil
}

// Signature is the decorated function's.
func (f *factory) Signature() *object.Signature {
	if s, ok := f.fn.(object.Signatured); ok {
		return s.Signature()
	}
	return object.ParseSignature("(*args, **kwds)")
}

// Repr shows the name.
func (f *factory) Repr(t *object.Thread) (string, error) {
	name := "helper"
	if s := f.Name("__qualname__"); s != "" {
		name = s
	}
	return "<function " + name + object.DefaultRepr(t, f)[len("<function object"):], nil
}

func (m *manager) enter(t *object.Thread) (object.Object, error) {
	v, err := object.CallMethod(t, m.gen, "__next__")
	if object.IsKind(err, object.StopIterationClass) {
		return nil, object.NewError(object.RuntimeErrorClass, "generator didn't yield")
	}
	return v, err
}

func (m *manager) exit(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[0] == object.None {
		_, err := object.CallMethod(t, m.gen, "__next__")
		switch {
		case object.IsKind(err, object.StopIterationClass):
			return object.False, nil
		case err != nil:
			return nil, err
		}
		return nil, object.NewError(object.RuntimeErrorClass, "generator didn't stop")
	}
	value := object.ToException(a[1])
	if value == nil {
		v, err := object.Call(t, a[0])
		if value = object.ToException(v); value == nil {
			return nil, err
		}
	}
	return m.throw(t, value)
}

// throw raises value at the yield. The generator may end, which swallows it, let it pass, or raise another.
func (m *manager) throw(t *object.Thread, value *object.Exception) (object.Object, error) {
	trace := value.Trace
	_, err := object.CallMethod(t, m.gen, "throw", value)
	if err == nil {
		return nil, object.NewError(object.RuntimeErrorClass, "generator didn't stop after throw()")
	}
	e := object.AsException(err)
	switch {
	case e == nil:
		return nil, err
	case e == value:
		value.Trace = trace // only the places up to the with statement belong to it
		return object.False, nil
	case e.Class().IsSubclass(object.StopIterationClass):
		return object.True, nil
	case e.Class().IsSubclass(object.RuntimeErrorClass) && value.Class().IsSubclass(object.StopIterationClass) && e.Cause == object.Object(value):
		value.Trace = trace
		return object.False, nil // the generator turned the StopIteration it was given into a RuntimeError
	}
	return nil, e
}

func init() {
	managerClass.Protocols(&manager{})
	managerClass.Methods(
		object.Func("__enter__", "(self)", "Runs the generator up to its yield.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*manager).enter(t)
		}),
		object.Func("__exit__", "(self, typ, value, traceback)", "Runs the generator to its end.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*manager).exit(t, a[1:])
		}),
		object.Func("__call__", "(self, func)", "Decorates a function: each call runs within a new manager.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			m := a[0].(*manager)
			return decorate(t, a[1], func() (object.Object, error) { return newManager(t, m.fn, m.args) })
		}),
	)
	managerClass.Getter("gen", "The generator.", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*manager).gen, nil })
	factoryClass.Protocols(&factory{})
}
