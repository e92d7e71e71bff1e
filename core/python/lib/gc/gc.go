// Package gc is Python's module gc. The memory of a program is Go's, so that there is nothing to collect by hand.
package gc

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("gc", func(*object.Thread) (*object.Module, error) {
		m := object.NewModule("gc")
		lib.Add(m, functions...)
		m.Dict.SetName("garbage", object.NewList())
		m.Dict.SetName("callbacks", object.NewList())
		return m, nil
	})
}

func constant(name, sig, doc string, v func() object.Object) *object.Builtin {
	return object.Func(name, sig, doc, func(*object.Thread, []object.Object) (object.Object, error) { return v(), nil })
}

func none() object.Object { return object.None }

var functions = []*object.Builtin{
	constant("collect", "(generation=2)", "Returns 0: nothing needs to be collected by hand.", func() object.Object { return object.Int(0) }),
	constant("enable", "()", "Does nothing.", none),
	constant("disable", "()", "Does nothing.", none),
	constant("freeze", "()", "Does nothing.", none),
	constant("unfreeze", "()", "Does nothing.", none),
	constant("isenabled", "()", "Returns True.", func() object.Object { return object.True }),
	constant("get_count", "()", "Returns zeros.", func() object.Object { return object.NewTuple(object.Int(0), object.Int(0), object.Int(0)) }),
	constant("get_threshold", "()", "Returns CPython's thresholds.", func() object.Object { return object.NewTuple(object.Int(700), object.Int(10), object.Int(10)) }),
	constant("set_threshold", "(threshold0, threshold1=?, threshold2=?)", "Does nothing.", none),
	constant("get_objects", "(generation=None)", "Returns no objects: they are not tracked.", func() object.Object { return object.NewList() }),
	object.Func("get_referrers", "(*objs)", "Returns no objects: they are not tracked.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewList(), nil }),
	object.Func("get_referents", "(*objs)", "Returns no objects: they are not tracked.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewList(), nil }),
	object.Func("is_tracked", "(obj, /)", "Returns False.", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
}
