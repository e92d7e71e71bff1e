// Package builtins holds the names that every program has without importing them: print, len, range and the rest. Each
// family has a file with one table; New joins the tables with the built-in types and exceptions.
package builtins

import "layerglass/core/python/object"

// Code is what eval, exec and compile do. Package interp, which can run text, sets it; until then the three raise
// NotImplementedError.
var Code struct {
	Eval    func(t *object.Thread, source, globals, locals object.Object) (object.Object, error)
	Exec    func(t *object.Thread, source, globals, locals object.Object) error
	Compile func(t *object.Thread, source object.Object, filename, mode string) (object.Object, error)
}

// families lists the tables of functions.
var families = [][]*object.Builtin{printing, iteration, numbers, texts, attributes, classes, scopes, running}

// types lists the built-in types.
var types = []*object.Class{
	object.ObjectClass, object.TypeClass, object.IntClass, object.BoolClass, object.FloatClass, object.ComplexClass,
	object.StrClass, object.BytesClass, object.ByteArrayClass, object.TupleClass, object.ListClass, object.DictClass,
	object.SetClass, object.FrozenSetClass, object.RangeClass, object.SliceClass, object.PropertyClass,
	object.ClassMethodClass, object.StaticMethodClass, object.SuperClass, object.EnumerateClass, object.ZipClass,
	object.MapClass, object.FilterClass, object.ReversedClass, object.MemoryViewClass,
}

// New makes the builtins module of a session and sets t.Builtins to its namespace.
func New(t *object.Thread) *object.Module {
	m := object.NewModule("builtins")
	m.Dict.SetName("__doc__", object.NewStr("The names that every program has without importing them."))
	for _, table := range families {
		for _, f := range table {
			m.Dict.SetName(f.Name, f)
		}
	}
	for _, c := range types {
		m.Dict.SetName(c.Name, c)
	}
	for _, c := range object.ExceptionClasses() {
		m.Dict.SetName(c.Name, c)
	}
	m.Dict.SetName("EnvironmentError", object.OSErrorClass)
	m.Dict.SetName("IOError", object.OSErrorClass)
	m.Dict.SetName("None", object.None)
	m.Dict.SetName("True", object.True)
	m.Dict.SetName("False", object.False)
	m.Dict.SetName("NotImplemented", object.NotImplemented)
	m.Dict.SetName("Ellipsis", object.Ellipsis)
	m.Dict.SetName("__debug__", object.True)
	t.Builtins = m.Dict
	return m
}
