// Package platform is Python's module platform: what the playground is.
package platform

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

func init() { lib.Register("platform", load) }

const version = "3.11.7"

var names = []struct{ function, value string }{
	{"system", "Linux"}, {"node", "playground"}, {"release", ""}, {"version", ""}, {"machine", "wasm32"}, {"processor", ""},
	{"python_version", version}, {"python_implementation", "Layerglass"}, {"python_compiler", "Go"}, {"python_branch", ""}, {"python_revision", ""},
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("platform")
	for _, n := range names {
		lib.Add(m, text(n.function, "()", n.value))
	}
	lib.Add(m,
		text("platform", "(aliased=False, terse=False)", "Linux-wasm32"),
		object.Func("python_version_tuple", "()", "Returns the parts of the version.", func(*object.Thread, []object.Object) (object.Object, error) {
			return object.NewTuple(object.NewStr("3"), object.NewStr("11"), object.NewStr("7")), nil
		}),
		object.Func("architecture", "(executable=None, bits='', linkage='')", "Returns the width of numbers.", func(*object.Thread, []object.Object) (object.Object, error) {
			return object.NewTuple(object.NewStr("64bit"), object.NewStr("")), nil
		}),
	)
	c, err := collections.NewNamedTuple(t, "uname_result", "platform", []string{"system", "node", "release", "version", "machine", "processor"}, nil)
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("uname_result", c)
	lib.Add(m, object.Func("uname", "()", "Returns several names at once.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		var values []object.Object
		for _, n := range names[:6] {
			values = append(values, object.NewStr(n.value))
		}
		return object.Call(t, c, values...)
	}))
	return m, nil
}

func text(name, sig, value string) *object.Builtin {
	return object.Func(name, sig, "", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewStr(value), nil })
}
