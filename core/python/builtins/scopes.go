package builtins

import (
	"strings"

	"layerglass/core/python/object"
)

var scopes = []*object.Builtin{
	object.Func("globals", "()", "Return the module's namespace.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return globals(t), nil
	}),
	object.Func("locals", "()", "Return the local names and values.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return locals(t), nil
	}),
	object.Func("vars", "(object=?, /)", "Return an object's attributes as a dict, or the local names.", vars),
	object.Func("dir", "(object=?, /)", "Return the names of an object's attributes, or the local names.", dir),
	object.Func("__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module by name.", importName),
}

func globals(t *object.Thread) *object.Dict {
	if t.Top == nil || t.Top.Globals == nil {
		return object.NewDict()
	}
	return t.Top.Globals
}

func locals(t *object.Thread) *object.Dict {
	if t.Top != nil && t.Top.Locals != nil {
		if d := t.Top.Locals(); d != nil {
			return d
		}
	}
	return globals(t)
}

func vars(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[0] == nil {
		return locals(t), nil
	}
	d, err := object.LookupAttr(t, a[0], object.Intern("__dict__"))
	if d == nil && err == nil || object.IsKind(err, object.AttributeErrorClass) {
		return nil, object.TypeError("vars() argument must have __dict__ attribute")
	}
	return d, err
}

func dir(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[0] != nil {
		return object.Dir(t, a[0])
	}
	var names []object.Object
	for k := range locals(t).All() {
		names = append(names, k)
	}
	list := object.NewList(names...)
	return list, list.Sort(t, nil, false)
}

func importName(t *object.Thread, a []object.Object) (object.Object, error) {
	name, ok := object.AsString(a[0])
	if !ok {
		return nil, object.TypeError("__import__() argument 1 must be str, not %s", object.ArgumentTypeName(a[0]))
	}
	if name == "" {
		return nil, object.ValueError("Empty module name")
	}
	if t.Import == nil {
		return nil, object.NewError(object.ModuleNotFoundClass, "No module named '%s'", name)
	}
	m, err := t.Import(t, name)
	if err != nil {
		return nil, err
	}
	wanted, err := object.Truth(t, a[3])
	if err != nil || wanted {
		return m, err
	}
	if top, _, dotted := strings.Cut(name, "."); dotted {
		return t.Import(t, top)
	}
	return m, nil
}
