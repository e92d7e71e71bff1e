package spec

import (
	"layerglass/core/python/object"
)

// MutableMapping returns the methods that a class of Keras inherits from collections.abc.MutableMapping. They go through the
// class's own __getitem__, __setitem__, __delitem__ and __iter__.
func MutableMapping() []Method {
	return []Method{
		{Name: "get", Takes: "key, default=None", Do: func(l *Instance, a []object.Object) (object.Object, error) {
			v, err := object.GetItem(l.T, l.Instance, a[0])
			return orDefault(v, err, a[1])
		}},
		{Name: "pop", Takes: "key, default=...", Do: mappingPop},
		{Name: "popitem", Do: mappingPopItem},
		{Name: "clear", Do: func(l *Instance, _ []object.Object) (object.Object, error) {
			for {
				if _, err := mappingPopItem(l, nil); object.IsKind(err, object.KeyErrorClass) {
					return object.None, nil
				} else if err != nil {
					return nil, err
				}
			}
		}},
		{Name: "setdefault", Takes: "key, default=None", Do: func(l *Instance, a []object.Object) (object.Object, error) {
			v, err := object.GetItem(l.T, l.Instance, a[0])
			if !object.IsKind(err, object.KeyErrorClass) {
				return v, err
			}
			return a[1], object.SetItem(l.T, l.Instance, a[0], a[1])
		}},
		{Name: "update", Takes: "other=(), /, **kwds", Do: mappingUpdate},
	}
}

func orDefault(v object.Object, err error, other object.Object) (object.Object, error) {
	if object.IsKind(err, object.KeyErrorClass) {
		return other, nil
	}
	return v, err
}

// mappingPop takes an entry out. What a map gives for a key that it does not hold cannot be taken out: that is a KeyError.
func mappingPop(l *Instance, a []object.Object) (object.Object, error) {
	v, err := object.GetItem(l.T, l.Instance, a[0])
	if err != nil {
		if a[1] == object.Ellipsis {
			return nil, err
		}
		return orDefault(v, err, a[1])
	}
	return v, object.DelItem(l.T, l.Instance, a[0])
}

// mappingPopItem takes the first entry out.
func mappingPopItem(l *Instance, _ []object.Object) (object.Object, error) {
	var first object.Object
	err := object.Iterate(l.T, l.Instance, func(k object.Object) (bool, error) {
		first = k
		return false, nil
	})
	if err != nil {
		return nil, err
	}
	if first == nil {
		return nil, object.NewError(object.KeyErrorClass, "")
	}
	v, err := object.GetItem(l.T, l.Instance, first)
	if err != nil {
		return nil, err
	}
	return object.NewTuple(first, v), object.DelItem(l.T, l.Instance, first)
}

// mappingUpdate sets the entries of a dict, of an object with keys, or of pairs, and then the keyword arguments.
func mappingUpdate(l *Instance, a []object.Object) (object.Object, error) {
	made, err := object.CallArgs(l.T, object.DictClass, object.Args{Pos: a[:1]})
	if err != nil {
		return nil, err
	}
	all := made.(*object.Dict)
	if more, ok := object.Of(a[1]).(*object.Dict); ok {
		if err := all.Update(l.T, more); err != nil {
			return nil, err
		}
	}
	for k, v := range all.All() {
		if err := object.SetItem(l.T, l.Instance, k, v); err != nil {
			return nil, err
		}
	}
	return object.None, nil
}
