package collections

import (
	"layerglass/core/python/object"
)

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

// abstractClass returns a class of the session's collections.abc.
func abstractClass(t *object.Thread, name string) (*object.Class, error) {
	m, err := t.Import(t, "collections.abc")
	if err != nil {
		return nil, err
	}
	v, err := object.GetAttr(t, m, object.Intern(name))
	c, _ := v.(*object.Class)
	return c, err
}

func mappingMixins(cls *object.Class) {
	for method, view := range map[string]string{"keys": "KeysView", "values": "ValuesView", "items": "ItemsView"} {
		add(cls, method, "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
			c, err := abstractClass(t, view)
			if err != nil {
				return nil, err
			}
			return object.Call(t, c, self)
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
	cls.Set("__hash__", object.None)
	cls.Set("__reversed__", object.None)
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
	add(cls, "popitem", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		it, err := object.Iter(t, self)
		if err != nil {
			return nil, err
		}
		k, err := object.Next(t, it)
		if err != nil {
			return nil, err
		}
		if k == nil {
			return nil, object.NewException(object.KeyErrorClass)
		}
		v, err := object.GetItem(t, self, k)
		if err != nil {
			return nil, err
		}
		return object.NewTuple(k, v), object.DelItem(t, self, k)
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

var mappingAttr = object.Intern("_mapping")

// viewMixins makes the views that Mapping's keys, values and items return.
func viewMixins(name string, cls *object.Class) {
	if name == "MappingView" {
		add(cls, "__init__", "(self, mapping)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
			return object.None, object.SetAttr(t, self, mappingAttr, a[0])
		})
		add(cls, "__len__", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
			m, err := object.GetAttr(t, self, mappingAttr)
			if err != nil {
				return nil, err
			}
			n, err := object.Len(t, m)
			return object.Int(n), err
		})
		add(cls, "__repr__", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
			m, err := object.GetAttr(t, self, mappingAttr)
			if err != nil {
				return nil, err
			}
			s, err := object.Repr(t, m)
			return object.NewStr(self.Class().Name + "(" + s + ")"), err
		})
		return
	}
	contents := func(t *object.Thread, self object.Object) (object.Object, error) {
		m, err := object.GetAttr(t, self, mappingAttr)
		if err != nil {
			return nil, err
		}
		d, err := snapshot(t, m)
		if err != nil {
			return nil, err
		}
		switch name {
		case "KeysView":
			return object.NewDictKeys(d), nil
		case "ItemsView":
			return object.NewDictItems(d), nil
		}
		return object.NewDictValues(d), nil
	}
	add(cls, "__iter__", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		v, err := contents(t, self)
		if err != nil {
			return nil, err
		}
		return object.Iter(t, v)
	})
	add(cls, "__contains__", "(self, item)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		v, err := contents(t, self)
		if err != nil {
			return nil, err
		}
		ok, err := object.Contains(t, v, a[0])
		return object.Bool(ok), err
	})
	if name != "ValuesView" {
		cls.ClassMethods(object.Func("_from_iterable", "(cls, it)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Call(t, object.SetClass, a[1])
		}))
	}
}
