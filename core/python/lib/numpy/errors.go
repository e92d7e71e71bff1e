package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// The exception classes that numpy adds to Python's.
var (
	axisErrorClass   = exceptionClass("AxisError", "numpy.exceptions", object.ValueErrorClass, object.IndexErrorClass)
	linAlgErrorClass = exceptionClass("LinAlgError", "numpy.linalg", object.ValueErrorClass)
	ufuncErrorClass  = exceptionClass("UFuncTypeError", "numpy._core._exceptions", object.TypeErrorClass)
	noLoopErrorClass = exceptionClass("UFuncTypeError", "numpy._core._exceptions", ufuncErrorClass)
	castErrorClass   = exceptionClass("UFuncTypeError", "numpy._core._exceptions", ufuncErrorClass)
	memoryErrorClass = exceptionClass("MemoryError", "numpy._core._exceptions", object.MemoryErrorClass)

	visibleDeprecationClass = exceptionClass("VisibleDeprecationWarning", "numpy.exceptions", object.UserWarningClass)
	complexWarningClass     = exceptionClass("ComplexWarning", "numpy.exceptions", object.RuntimeWarningClass)
)

func exceptionClass(name, module string, bases ...*object.Class) *object.Class {
	c := object.NewType(name, module, bases[0])
	if len(bases) == 2 {
		c.Bases = bases
		c.MRO = []*object.Class{c, bases[0], bases[1]}
		c.MRO = append(c.MRO, bases[1].MRO[1:]...)
		c.MRO = append(c.MRO[:3:3], append([]*object.Class{object.LookupErrorClass}, bases[0].MRO[1:]...)...)
	}
	return c
}

// raised turns an error of package array into the exception that numpy raises; other errors pass.
func raised(err error) error {
	e, ok := err.(*array.Error)
	if !ok {
		return err
	}
	class := object.ValueErrorClass
	switch e.Kind {
	case array.TypeError:
		class = object.TypeErrorClass
	case array.IndexError:
		class = object.IndexErrorClass
	case array.AxisError:
		class = axisErrorClass
	case array.MemoryError:
		class = memoryErrorClass
	case array.OverflowError:
		class = object.OverflowErrorClass
	case array.LinAlgError:
		class = linAlgErrorClass
	case array.ZeroDivisionError:
		class = object.ZeroDivisionErrorClass
	case array.NoSignature:
		class = noLoopErrorClass
	case array.LoopError:
		class = object.TypeErrorClass
	case array.CastError:
		class = castErrorClass
	}
	return object.NewException(class, object.NewStr(e.Message))
}

func valueError(format string, a ...any) error { return object.ValueError(format, a...) }

func typeError(format string, a ...any) error { return object.TypeError(format, a...) }
