package bind

import (
	"sync"

	"layerglass/core/python/object"
)

// Python makes functions of Go complain of wrong arguments as functions written in Python do.
func Python(list ...*object.Builtin) {
	for _, f := range list {
		if f.Fn == nil || f.Raw != nil {
			continue
		}
		fn := f.Fn
		f.Raw = func(t *object.Thread, a object.Args) (object.Object, error) {
			v, err := Function(f.QualifiedName(), f.Signature(), a)
			if err != nil {
				return nil, err
			}
			return fn(t, v)
		}
	}
}

// Module does it for the functions and classes of a module that is written in Python elsewhere. All sessions share
// them, so it happens once.
func Module(once *sync.Once, m *object.Module) {
	once.Do(func() { Only(m, func(string) bool { return true }) })
}

// Only does it for the functions and classes whose names are wanted.
func Only(m *object.Module, wanted func(name string) bool) {
	for k, v := range m.Dict.All() {
		name, _ := object.AsString(k)
		switch x := v.(type) {
		case *object.Builtin:
			if x.Module == m.Name && x.Class() == object.BuiltinClass && wanted(name) {
				Python(x)
				x.AsFunction()
			}
		case *object.Class:
			if x.Immutable() && x.Module() == m.Name && wanted(name) {
				methods(x)
			}
		}
	}
}

func methods(c *object.Class) {
	for _, v := range c.Dict().All() {
		if f, ok := v.(*object.Builtin); ok && f.Owner() == c {
			Python(f)
			f.AsFunction()
		}
	}
}
