package builtins

import "layerglass/core/python/object"

var attributes = []*object.Builtin{
	object.Func("getattr", "(object, name, default=?, /)", "Return an attribute by name, or default.", getattr),
	object.Func("hasattr", "(obj, name, /)", "True if the object has the attribute.", hasattr),
	object.Func("setattr", "(obj, name, value, /)", "Set an attribute by name.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, err := object.AttributeName(a[1])
		if err != nil {
			return nil, err
		}
		return object.None, object.SetAttr(t, a[0], name, a[2])
	}),
	object.Func("delattr", "(obj, name, /)", "Delete an attribute by name.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, err := object.AttributeName(a[1])
		if err != nil {
			return nil, err
		}
		return object.None, object.DelAttr(t, a[0], name)
	}),
}

func getattr(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := object.AttributeName(a[1])
	if err != nil {
		return nil, err
	}
	if a[2] == nil {
		return object.GetAttr(t, a[0], name)
	}
	v, err := object.LookupAttr(t, a[0], name)
	if v == nil && err == nil || object.IsKind(err, object.AttributeErrorClass) {
		return a[2], nil
	}
	return v, err
}

func hasattr(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := object.AttributeName(a[1])
	if err != nil {
		return nil, err
	}
	v, err := object.LookupAttr(t, a[0], name)
	if object.IsKind(err, object.AttributeErrorClass) {
		return object.False, nil
	}
	return object.Bool(v != nil), err
}
