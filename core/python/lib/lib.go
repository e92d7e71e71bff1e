// Package lib holds the modules that a program can import, one package or file per module family. A module is a table that
// is made when a session first imports it, so that each session has its own and unused ones cost nothing.
package lib

import "layerglass/core/python/object"

// Loader makes a module for one session.
type Loader func(t *object.Thread) (*object.Module, error)

var loaders = map[string]Loader{}

// Register names a module by its full dotted name ("collections.abc"). It is called from init functions and from the
// packages above that bring modules of their own.
func Register(name string, load Loader) { loaders[name] = load }

// Find returns the loader of a module, or nil.
func Find(name string) Loader {
	load := loaders[name]
	if names, ok := pythonic[name]; ok && load != nil {
		return asPython(load, names)
	}
	return load
}

// Names returns the names of all registered modules, in no order.
func Names() []string {
	names := make([]string, 0, len(loaders))
	for n := range loaders {
		names = append(names, n)
	}
	return names
}

// Add puts functions into a module under their names.
func Add(m *object.Module, functions ...*object.Builtin) {
	for _, f := range functions {
		if f.Module == "" {
			f.Module = m.Name
		}
		m.Dict.SetName(f.Name, f)
	}
}

// AddClasses puts classes into a module under their names.
func AddClasses(m *object.Module, classes ...*object.Class) {
	for _, c := range classes {
		m.Dict.SetName(c.Name, c)
	}
}
