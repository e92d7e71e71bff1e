// Package pathlib is Python's module pathlib. It is written in Python, over os and its files in memory, and read when it is imported
// first: nothing else in the core needs paths as objects.
package pathlib

import (
	_ "embed"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

//go:embed pathlib.py
var source string

func init() { lib.Register("pathlib", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("pathlib")
	builtins, err := t.Import(t, "builtins")
	if err != nil {
		return nil, err
	}
	code, err := object.CallMethod(t, builtins, "compile", object.NewStr(source), object.NewStr("pathlib.py"), object.NewStr("exec"))
	if err != nil {
		return nil, err
	}
	_, err = object.CallMethod(t, builtins, "exec", code, m.Dict)
	return m, err
}
