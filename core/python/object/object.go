// Package object is Python's data model: objects, classes and their method resolution order, instances, attributes and
// descriptors, calls, exceptions, and the built-in types with their methods. It evaluates no syntax: a function of a
// program is an Object that package interp supplies, and is called through the Callable interface.
//
// A built-in type is a Go type. What it can do in Go it says by implementing the small interfaces of protocol.go (Lener,
// Iterable, BinaryOperand …), and NewType makes the matching special methods (__len__, __iter__, __add__ …) from them, so
// that Python code sees them too. A class of a program, or a class that a library declares, has *Instance objects.
package object

import "math"

// Object is any Python value. Values are compared with == for identity, except Int, Float, Complex and *Str, where
// Is looks at the value.
type Object interface {
	// Class returns the object's type, as type(o) does.
	Class() *Class
}

// NoneType is the type of None.
type NoneType struct{ _ byte }

// EllipsisType is the type of Ellipsis.
type EllipsisType struct{ _ byte }

// NotImplementedType is the type of NotImplemented.
type NotImplementedType struct{ _ byte }

// The singletons of the language. True and False are values of Bool.
var (
	None           Object = &NoneType{}
	Ellipsis       Object = &EllipsisType{}
	NotImplemented Object = &NotImplementedType{}
)

// Bool is True or False.
type Bool bool

// The two truth values.
const (
	True  = Bool(true)
	False = Bool(false)
)

// Class returns the type NoneType.
func (*NoneType) Class() *Class { return NoneClass }

// Class returns the type ellipsis.
func (*EllipsisType) Class() *Class { return EllipsisClass }

// Class returns the type NotImplementedType.
func (*NotImplementedType) Class() *Class { return NotImplementedClass }

// Class returns the type bool.
func (Bool) Class() *Class { return BoolClass }

// Is reports whether a and b are the same object. Small values that Go does not give an address (int, float, str) are
// the same when they are equal and of one type, which is what CPython's caches make of the cases programs rely on. Each
// float('nan') is another object; see newNaN.
func Is(a, b Object) bool {
	switch x := a.(type) {
	case *Str:
		y, ok := b.(*Str)
		return ok && (x == y || x.s == y.s)
	case Float:
		y, ok := b.(Float)
		return ok && math.Float64bits(float64(x)) == math.Float64bits(float64(y))
	case Complex:
		y, ok := b.(Complex)
		return ok && Is(Float(real(x)), Float(real(y))) && Is(Float(imag(x)), Float(imag(y)))
	}
	return a == b
}

// The classes of the built-in types. Methods are added by init functions beside each type's file, so that a method may
// speak of any class.
var (
	ObjectClass = &Class{Name: "object", module: "builtins", immutable: true}
	TypeClass   = &Class{Name: "type", module: "builtins", immutable: true}

	NoneClass           = newBuiltinClass("NoneType", final)
	EllipsisClass       = newBuiltinClass("ellipsis", final)
	NotImplementedClass = newBuiltinClass("NotImplementedType", final)

	IntClass       = newBuiltinClass("int", payload)
	BoolClass      = newBuiltinSubclass("bool", IntClass, final)
	FloatClass     = newBuiltinClass("float", payload)
	ComplexClass   = newBuiltinClass("complex", payload)
	StrClass       = newBuiltinClass("str", payload)
	BytesClass     = newBuiltinClass("bytes", payload)
	ByteArrayClass = newBuiltinClass("bytearray", payload)
	TupleClass     = newBuiltinClass("tuple", payload)
	ListClass      = newBuiltinClass("list", payload)
	DictClass      = newBuiltinClass("dict", payload)
	SetClass       = newBuiltinClass("set", payload)
	FrozenSetClass = newBuiltinClass("frozenset", payload)
	RangeClass     = newBuiltinClass("range", final)
	SliceClass     = newBuiltinClass("slice", final)

	FunctionClass      = newBuiltinClass("function", final)
	BuiltinClass       = newBuiltinClass("builtin_function_or_method", final)
	MethodDescrClass   = newBuiltinClass("method_descriptor", final)
	WrapperDescrClass  = newBuiltinClass("wrapper_descriptor", final)
	MethodWrapperClass = newBuiltinClass("method-wrapper", final)
	MethodClass        = newBuiltinClass("method", final)
	GeneratorClass     = newBuiltinClass("generator", final)
	ModuleClass        = newBuiltinClass("module", 0)
	PropertyClass      = newBuiltinClass("property", payload)
	ClassMethodClass   = newBuiltinClass("classmethod", payload)
	StaticMethodClass  = newBuiltinClass("staticmethod", payload)
	SuperClass         = newBuiltinClass("super", 0)
	CellClass          = newBuiltinClass("cell", final)
	CodeClass          = newBuiltinClass("code", final)
	FrameClass         = newBuiltinClass("frame", final)
	TracebackClass     = newBuiltinClass("traceback", final)
	GetSetClass        = newBuiltinClass("getset_descriptor", final)
	MappingProxyClass  = newBuiltinClass("mappingproxy", final)
)

// Of returns the payload of an instance of a class that derives from a built-in type, and any other object unchanged:
// for class Names(list), Of(Names()) is the *List inside. Go code that switches on built-in types switches on Of(o).
func Of(o Object) Object {
	if i, ok := o.(*Instance); ok && i.Native != nil {
		return i.Native
	}
	return o
}

// BoolOf returns True or False.
func BoolOf(b bool) Object { return Bool(b) }
