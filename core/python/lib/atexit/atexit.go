// Package atexit is Python's module atexit: calls at the end of the program.
package atexit

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("atexit", func(*object.Thread) (*object.Module, error) {
		m := object.NewModule("atexit")
		lib.Add(m, functions...)
		return m, nil
	})
}

var functions = []*object.Builtin{
	object.RawFunc("register", "(func, /, *args, **kwargs)", "Calls a function at the end of the program.", func(t *object.Thread, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("register() takes at least 1 argument (0 given)")
		}
		if !object.IsCallable(a.Pos[0]) {
			return nil, object.TypeError("the first argument must be callable")
		}
		lib.OnExit(t, a.Pos[0], object.Args{Pos: a.Pos[1:], Kw: a.Kw})
		return a.Pos[0], nil
	}),
	object.Func("unregister", "(func, /)", "Drops the calls of a function.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lib.ForgetExit(t, a[0])
		return object.None, nil
	}),
	object.Func("_clear", "()", "Drops all calls.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		lib.ForgetExit(t, nil)
		return object.None, nil
	}),
	object.Func("_run_exitfuncs", "()", "Makes the calls now.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		lib.Exit(t)
		return object.None, nil
	}),
}
