// Package contextlib is Python's module contextlib: context managers made of generators and other parts.
package contextlib

import (
	"sync"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/abc"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func init() { lib.Register("contextlib", load) }

// pythonic guards the change of the module's functions to the argument errors of Python's own.
var pythonic sync.Once

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("contextlib")
	lib.Add(m, functions...)
	lib.AddClasses(m, decoratorClass, suppressClass, nullClass, closingClass, stackClass, redirectOut, redirectErr)
	base, err := abstractManager(t)
	if err != nil {
		return nil, err
	}
	lib.AddClasses(m, base)
	bind.Module(&pythonic, m)
	return m, nil
}

var functions = []*object.Builtin{
	object.Func("contextmanager", "(func)", "Makes context managers of a generator function with one yield.", contextManager),
	refused("asynccontextmanager", "(func)"),
	refused("chdir", "(path)"),
}

// refused is a function of the module that needs what a playground has not.
func refused(name, sig string) *object.Builtin {
	return object.Func(name, sig, "Refuses: it needs what the playground has not.", func(*object.Thread, []object.Object) (object.Object, error) {
		why := "async code is not supported here"
		if name == "chdir" {
			why = "the playground keeps no files"
		}
		return nil, object.NewError(object.NotImplementedErrClass, "contextlib.%s() cannot be used: %s.", name, why)
	})
}

// abstractManager makes AbstractContextManager: whatever has __enter__ and __exit__ counts as one.
func abstractManager(t *object.Thread) (*object.Class, error) {
	c, err := object.NewClass(t, "AbstractContextManager", "contextlib", nil, object.NewDict(), abc.Meta)
	if err != nil {
		return nil, err
	}
	c.Methods(
		object.Func("__enter__", "(self)", "Returns the manager itself.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__exit__", "(self, exc_type, exc_value, traceback)", "Lets exceptions pass.",
			func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
	)
	c.ClassMethods(object.Func("__subclasshook__", "(cls, C, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		sub, ok := a[1].(*object.Class)
		if a[0] != object.Object(c) || !ok {
			return object.NotImplemented, nil
		}
		for _, name := range []string{"__enter__", "__exit__"} {
			if m := sub.Lookup(object.Intern(name)); m == nil || m == object.None {
				return object.NotImplemented, nil
			}
		}
		return object.True, nil
	}))
	c.ClassGetItem()
	c.SetAbstract([]string{"__exit__"})
	return c, nil
}

// none is what most __exit__ methods return.
func none(err error) (object.Object, error) { return object.None, err }

// method finds a special method of a context manager on its class.
func method(t *object.Thread, cm object.Object, name string) (object.Object, error) {
	m, err := object.Special(t, cm, name)
	if m == nil && err == nil {
		err = object.TypeError("'%s' object does not support the context manager protocol", cm.Class().QualifiedName())
		if name == "__exit__" {
			err = object.TypeError("'%s' object does not support the context manager protocol (missed __exit__ method)", cm.Class().QualifiedName())
		}
	}
	return m, err
}

// with runs body between the __enter__ and __exit__ of a context manager, as a with statement does.
func with(t *object.Thread, cm object.Object, body func() (object.Object, error)) (object.Object, error) {
	enter, err := method(t, cm, "__enter__")
	if err != nil {
		return nil, err
	}
	exit, err := method(t, cm, "__exit__")
	if err != nil {
		return nil, err
	}
	if _, err := object.Call(t, enter); err != nil {
		return nil, err
	}
	v, err := body()
	e := object.AsException(err)
	if err != nil && e == nil {
		return nil, err
	}
	swallowed, bad := leave(t, exit, e)
	if bad != nil {
		return nil, bad
	}
	if e != nil && !swallowed {
		return nil, e
	}
	if e != nil {
		return object.None, nil
	}
	return v, nil
}

// leave calls an __exit__ for the exception e, or nil, and reports whether it swallowed it. What it raises comes while e
// is being handled.
func leave(t *object.Thread, exit object.Object, e *object.Exception) (bool, error) {
	args := []object.Object{object.None, object.None, object.None}
	if e != nil {
		args = []object.Object{e.Class(), e, object.None}
		if tb := e.Traceback(); tb != nil {
			args[2] = tb
		}
		old := t.Handling
		t.Handling = e
		defer func() { t.Handling = old }()
	}
	v, err := object.Call(t, exit, args...)
	if err != nil || e == nil {
		return false, err
	}
	return object.Truth(t, v)
}
