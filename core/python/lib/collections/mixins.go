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
		add(cls, "__iter__", "(self)", itself)
	case "Generator":
		generatorMixins(cls)
	case "Sequence":
		sequenceMixins(cls)
	case "MutableSequence":
		mutableSequenceMixins(cls)
	case "Mapping":
		mappingMixins(cls)
	case "MutableMapping":
		mutableMappingMixins(cls)
	case "Set":
		setMixins(cls)
	case "MutableSet":
		mutableSetMixins(cls)
	case "MappingView", "KeysView", "ItemsView", "ValuesView":
		viewMixins(name, cls)
	}
}

func itself(_ *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
	return self, nil
}

func generatorMixins(cls *object.Class) {
	add(cls, "__iter__", "(self)", itself)
	add(cls, "__next__", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		return object.CallMethod(t, self, "send", object.None)
	})
	add(cls, "close", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		_, err := object.CallMethod(t, self, "throw", object.GeneratorExitClass)
		if err == nil {
			return nil, object.NewError(object.RuntimeErrorClass, "generator ignored GeneratorExit")
		}
		if object.IsKind(err, object.GeneratorExitClass) || object.IsKind(err, object.StopIterationClass) {
			return object.None, nil
		}
		return nil, err
	})
}

// listOf walks a sequence by its indices, up to the IndexError at its end, as the mixins of Sequence do.
func listOf(t *object.Thread, self object.Object) (*object.List, error) {
	out := object.NewList()
	for i := 0; ; i++ {
		v, err := object.GetItem(t, self, object.Int(i))
		if object.IsKind(err, object.IndexErrorClass) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if err := out.Append(t, v); err != nil {
			return nil, err
		}
		if err := t.Spend(1); err != nil {
			return nil, err
		}
	}
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
	via("count", "(self, value)")
	add(cls, "index", "(self, value, start=0, stop=None)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		l, err := listOf(t, self)
		if err != nil {
			return nil, err
		}
		if a[2] == object.None {
			a = a[:2]
		}
		v, err := object.CallMethod(t, l, "index", a...)
		if object.IsKind(err, object.ValueErrorClass) {
			return nil, object.NewException(object.ValueErrorClass)
		}
		return v, err
	})
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
				_, err = object.CallMethod(t, self, "append", v)
			}
		}
		return err
	}
	add(cls, "extend", "(self, values)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return object.None, extend(t, self, a)
	})
	add(cls, "__iadd__", "(self, values)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		_, err := object.CallMethod(t, self, "extend", a[0])
		return self, err
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
			_, err := object.CallMethod(t, self, "pop")
			if object.IsKind(err, object.IndexErrorClass) {
				return object.None, nil
			}
			if err != nil {
				return nil, err
			}
		}
	})
	add(cls, "reverse", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		l, err := listOf(t, self)
		if err != nil {
			return nil, err
		}
		for i, v := range l.Items {
			if err := object.SetItem(t, self, object.Int(len(l.Items)-1-i), v); err != nil {
				return nil, err
			}
		}
		return object.None, nil
	})
}
