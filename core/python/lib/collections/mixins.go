package collections

import "layerglass/core/python/object"

type method = func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error)

func add(cls *object.Class, name, sig string, do method) {
	cls.Methods(object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) { return do(t, a[0], a[1:]) }))
}

// mixins gives an abstract class the methods that follow from its abstract ones.
func mixins(name string, cls *object.Class) {
	switch name {
	case "Iterator":
		add(cls, "__iter__", "(self)", func(_ *object.Thread, self object.Object, _ []object.Object) (object.Object, error) { return self, nil })
	case "Sequence":
		sequenceMixins(cls)
	case "MutableSequence":
		mutableSequenceMixins(cls)
	case "Mapping":
		mappingMixins(cls)
	case "MutableMapping":
		mutableMappingMixins(cls)
	}
}

// listOf walks a sequence by its indices, as the mixins of Sequence do.
func listOf(t *object.Thread, self object.Object) (*object.List, error) {
	n, err := object.Len(t, self)
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	for i := 0; i < n; i++ {
		v, err := object.GetItem(t, self, object.Int(i))
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, v)
	}
	return out, nil
}

func sequenceMixins(cls *object.Class) {
	via := func(name, sig string) {
		add(cls, name, sig, func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
			l, err := listOf(t, self)
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, l, name, a...)
		})
	}
	via("__iter__", "(self)")
	via("__reversed__", "(self)")
	via("__contains__", "(self, value)")
	via("index", "(self, value)")
	via("count", "(self, value)")
}

func mutableSequenceMixins(cls *object.Class) {
	insert := func(t *object.Thread, self, v object.Object) error {
		n, err := object.Len(t, self)
		if err == nil {
			_, err = object.CallMethod(t, self, "insert", object.Int(n), v)
		}
		return err
	}
	add(cls, "append", "(self, value)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return object.None, insert(t, self, a[0])
	})
	extend := func(t *object.Thread, self object.Object, a []object.Object) error {
		items, err := object.Items(t, a[0])
		for _, v := range items {
			if err == nil {
				err = insert(t, self, v)
			}
		}
		return err
	}
	add(cls, "extend", "(self, values)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return object.None, extend(t, self, a)
	})
	add(cls, "__iadd__", "(self, values)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return self, extend(t, self, a)
	})
	add(cls, "pop", "(self, index=-1)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		v, err := object.GetItem(t, self, a[0])
		if err != nil {
			return nil, err
		}
		return v, object.DelItem(t, self, a[0])
	})
	add(cls, "remove", "(self, value)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		i, err := object.CallMethod(t, self, "index", a[0])
		if err != nil {
			return nil, err
		}
		return object.None, object.DelItem(t, self, i)
	})
	add(cls, "clear", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		for {
			n, err := object.Len(t, self)
			if n == 0 || err != nil {
				return object.None, err
			}
			if err := object.DelItem(t, self, object.Int(n-1)); err != nil {
				return nil, err
			}
		}
	})
}

// snapshot copies a mapping into a dict, by iterating over it and asking for each key.
func snapshot(t *object.Thread, self object.Object) (*object.Dict, error) {
	d := object.NewDict()
	return d, object.Iterate(t, self, func(k object.Object) (bool, error) {
		v, err := object.GetItem(t, self, k)
		if err != nil {
			return false, err
		}
		return true, d.Set(t, k, v)
	})
}

func mappingMixins(cls *object.Class) {
	for _, name := range []string{"keys", "values", "items"} {
		add(cls, name, "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
			d, err := snapshot(t, self)
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, d, name)
		})
	}
	add(cls, "get", "(self, key, default=None)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		v, err := object.GetItem(t, self, a[0])
		if object.IsKind(err, object.KeyErrorClass) {
			return a[1], nil
		}
		return v, err
	})
	add(cls, "__contains__", "(self, key)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		_, err := object.GetItem(t, self, a[0])
		if object.IsKind(err, object.KeyErrorClass) {
			return object.False, nil
		}
		return object.Bool(err == nil), err
	})
	add(cls, "__eq__", "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		left, err := snapshot(t, self)
		if err != nil {
			return nil, err
		}
		right := dictOf(a[0])
		if right == nil {
			if !a[0].Class().IsSubclass(cls) {
				return object.NotImplemented, nil
			}
			if right, err = snapshot(t, a[0]); err != nil {
				return nil, err
			}
		}
		same, err := object.Equal(t, left, right)
		return object.Bool(same), err
	})
}

func mutableMappingMixins(cls *object.Class) {
	add(cls, "pop", "(self, key, default=?)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		v, err := object.GetItem(t, self, a[0])
		if object.IsKind(err, object.KeyErrorClass) && a[1] != nil {
			return a[1], nil
		}
		if err != nil {
			return nil, err
		}
		return v, object.DelItem(t, self, a[0])
	})
	add(cls, "setdefault", "(self, key, default=None)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		v, err := object.GetItem(t, self, a[0])
		if object.IsKind(err, object.KeyErrorClass) {
			return a[1], object.SetItem(t, self, a[0], a[1])
		}
		return v, err
	})
	add(cls, "update", "(self, other=(), /, **kwds)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		d := object.NewDict()
		if err := fill(t, d, object.Positional(a[0])); err != nil {
			return nil, err
		}
		if err := d.Update(t, a[1].(*object.Dict)); err != nil {
			return nil, err
		}
		for k, v := range d.All() {
			if err := object.SetItem(t, self, k, v); err != nil {
				return nil, err
			}
		}
		return object.None, nil
	})
	add(cls, "clear", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		keys, err := object.Items(t, self)
		for _, k := range keys {
			if err == nil {
				err = object.DelItem(t, self, k)
			}
		}
		return object.None, err
	})
}
