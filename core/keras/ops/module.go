package ops

import (
	"sort"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// aliases are names under which a function can be found besides its own.
var aliases = map[string]string{"hard_swish": "hard_silu", "swish": "silu"}

func init() {
	lib.Register("keras.ops", func(t *object.Thread) (*object.Module, error) { return loadOps(t) })
	for _, name := range []string{"numpy", "nn", "linalg", "image"} {
		lib.Register("keras.ops."+name, func(t *object.Thread) (*object.Module, error) { return loadFamily(t, name), nil })
	}
}

type functionsKey struct{}

// Function returns the session's Python function for a declaration.
func (o *Op) Function(t *object.Thread) *object.Builtin {
	made := t.State(functionsKey{}, func() any { return map[*Op]*object.Builtin{} }).(map[*Op]*object.Builtin)
	f := made[o]
	if f == nil {
		o.prepared()
		f = object.RawFunc(o.Name, "("+o.Sig+")", "", o.Call)
		f.Module = "keras.src.ops." + o.Module
		made[o] = f
	}
	return f
}

// loadOps makes the module keras.ops. Its functions are made when they are asked for.
func loadOps(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("keras.ops")
	for _, name := range []string{"numpy", "nn", "linalg", "image"} {
		m.Dict.SetName(name, loadFamily(t, name))
	}
	lookups(m, func(name string) *Op {
		if real, ok := aliases[name]; ok {
			name = real
		}
		return Find(name)
	}, func(o *Op) bool { return o.Module != "image" })
	return m, nil
}

// loadFamily makes the module keras.ops.numpy, nn, linalg or image.
func loadFamily(t *object.Thread, family string) *object.Module {
	made := t.State(familyKey(family), func() any {
		m := object.NewModule("keras.ops." + family)
		lookups(m, func(name string) *Op {
			if real, ok := aliases[name]; ok {
				name = real
			}
			if family == "image" {
				name = "image." + name
			}
			if o := Find(name); o != nil && o.Module == family {
				return o
			}
			return nil
		}, func(o *Op) bool { return o.Module == family })
		return m
	})
	return made.(*object.Module)
}

type familyKey string

// lookups makes a module find its functions by name.
func lookups(m *object.Module, find func(string) *Op, has func(*Op) bool) {
	m.Lazy = func(t *object.Thread, name string) (object.Object, error) {
		if o := find(name); o != nil {
			return o.Function(t), nil
		}
		return nil, nil
	}
	m.Names = func() []string {
		var names []string
		for _, o := range All() {
			if has(o) {
				names = append(names, o.Name)
			}
		}
		for alias, name := range aliases {
			if o := Find(name); has(o) {
				names = append(names, alias)
			}
		}
		sort.Strings(names)
		return names
	}
}
