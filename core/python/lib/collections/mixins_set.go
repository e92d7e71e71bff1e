package collections

import "layerglass/core/python/object"

// kept returns the items of a iterable for which keep is true.
func kept(t *object.Thread, o object.Object, keep func(v object.Object) (bool, error)) (*object.List, error) {
	out := object.NewList()
	return out, object.Iterate(t, o, func(v object.Object) (bool, error) {
		ok, err := keep(v)
		if ok && err == nil {
			err = out.Append(t, v)
		}
		return true, err
	})
}

func made(t *object.Thread, self object.Object, items *object.List) (object.Object, error) {
	return object.CallMethod(t, self, "_from_iterable", items)
}

// isSet reports whether o counts as a Set, or else makes a set of it; other is nil when it is no iterable.
func isSet(t *object.Thread, o object.Object) (bool, error) {
	c, err := abstractClass(t, "Set")
	if err != nil {
		return false, err
	}
	return object.IsInstance(t, o, c)
}

func isIterable(t *object.Thread, o object.Object) (bool, error) {
	c, err := abstractClass(t, "Iterable")
	if err != nil {
		return false, err
	}
	return object.IsInstance(t, o, c)
}

// setOperator adds an operator and its reflected form. do gets the operands as they stand and makes the items.
func setOperator(cls *object.Class, name string, do func(t *object.Thread, left, right object.Object) (*object.List, error)) {
	for _, reflected := range []bool{false, true} {
		full := "__" + name + "__"
		if reflected {
			full = "__r" + name + "__"
		}
		add(cls, full, "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
			if ok, err := isIterable(t, a[0]); !ok || err != nil {
				return object.NotImplemented, err
			}
			left, right := self, a[0]
			if ok, err := isSet(t, right); err != nil {
				return nil, err
			} else if !ok { // what is no set is made one, for membership
				items, err := object.Items(t, right)
				if err != nil {
					return nil, err
				}
				if right, err = made(t, self, object.NewList(items...)); err != nil {
					return nil, err
				}
			}
			if reflected {
				left, right = right, left
			}
			items, err := do(t, left, right)
			if err != nil {
				return nil, err
			}
			return made(t, self, items)
		})
	}
}

func within(t *object.Thread, set object.Object, wanted bool) func(object.Object) (bool, error) {
	return func(v object.Object) (bool, error) {
		in, err := object.Contains(t, set, v)
		return in == wanted, err
	}
}

func joined(t *object.Thread, a, b *object.List, err error) (*object.List, error) {
	if err != nil {
		return nil, err
	}
	return object.NewList(append(a.Items, b.Items...)...), nil
}

func setMixins(cls *object.Class) {
	all := func(object.Object) (bool, error) { return true, nil }
	setOperator(cls, "and", func(t *object.Thread, l, r object.Object) (*object.List, error) {
		return kept(t, r, within(t, l, true))
	})
	setOperator(cls, "sub", func(t *object.Thread, l, r object.Object) (*object.List, error) {
		return kept(t, l, within(t, r, false))
	})
	setOperator(cls, "or", func(t *object.Thread, l, r object.Object) (*object.List, error) {
		a, err := kept(t, l, all)
		if err != nil {
			return nil, err
		}
		b, err := kept(t, r, all)
		return joined(t, a, b, err)
	})
	setOperator(cls, "xor", func(t *object.Thread, l, r object.Object) (*object.List, error) {
		a, err := kept(t, l, within(t, r, false))
		if err != nil {
			return nil, err
		}
		b, err := kept(t, r, within(t, l, false))
		return joined(t, a, b, err)
	})
	add(cls, "isdisjoint", "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		common, err := kept(t, a[0], within(t, self, true))
		return object.Bool(err == nil && len(common.Items) == 0), err
	})
	setOrder(cls)
	cls.ClassMethods(object.Func("_from_iterable", "(cls, it)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.Call(t, a[0], a[1])
	}))
	add(cls, "_hash", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		f, err := object.Call(t, object.FrozenSetClass, self)
		if err != nil {
			return nil, err
		}
		h, err := object.Hash(t, f)
		return object.Int(h), err
	})
	cls.Set("__hash__", object.None)
}

// setOrder compares sets by what they hold.
func setOrder(cls *object.Class) {
	subset := func(t *object.Thread, small, large object.Object) (bool, error) {
		lost, err := kept(t, small, within(t, large, false))
		return err == nil && len(lost.Items) == 0, err
	}
	for op := object.Eq; op <= object.Ge; op++ {
		if op == object.Ne {
			continue
		}
		add(cls, op.Method(), "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
			if ok, err := isSet(t, a[0]); !ok || err != nil {
				return object.NotImplemented, err
			}
			n, err := object.Len(t, self)
			if err != nil {
				return nil, err
			}
			m, err := object.Len(t, a[0])
			if err != nil {
				return nil, err
			}
			small, large := self, a[0]
			fits := n <= m
			switch op {
			case object.Eq:
				fits = n == m
			case object.Lt:
				fits = n < m
			case object.Ge:
				small, large, fits = a[0], self, n >= m
			case object.Gt:
				small, large, fits = a[0], self, n > m
			}
			if !fits {
				return object.False, nil
			}
			ok, err := subset(t, small, large)
			return object.Bool(ok), err
		})
	}
}

func mutableSetMixins(cls *object.Class) {
	each := func(t *object.Thread, self, o object.Object, name string) error {
		items, err := object.Items(t, o)
		for _, v := range items {
			if err == nil {
				_, err = object.CallMethod(t, self, name, v)
			}
		}
		return err
	}
	add(cls, "remove", "(self, value)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		ok, err := object.Contains(t, self, a[0])
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, object.KeyError(a[0])
		}
		_, err = object.CallMethod(t, self, "discard", a[0])
		return object.None, err
	})
	pop := func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		it, err := object.Iter(t, self)
		if err != nil {
			return nil, err
		}
		v, err := object.Next(t, it)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, object.NewException(object.KeyErrorClass)
		}
		_, err = object.CallMethod(t, self, "discard", v)
		return v, err
	}
	add(cls, "pop", "(self)", pop)
	add(cls, "clear", "(self)", func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		for {
			_, err := pop(t, self, nil)
			if object.IsKind(err, object.KeyErrorClass) {
				return object.None, nil
			}
			if err != nil {
				return nil, err
			}
		}
	})
	add(cls, "__ior__", "(self, it)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return self, each(t, self, a[0], "add")
	})
	add(cls, "__isub__", "(self, it)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return self, each(t, self, a[0], "discard")
	})
	add(cls, "__iand__", "(self, it)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		lost, err := kept(t, self, within(t, a[0], false))
		if err != nil {
			return nil, err
		}
		return self, each(t, self, lost, "discard")
	})
	add(cls, "__ixor__", "(self, it)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return self, object.Iterate(t, a[0], func(v object.Object) (bool, error) {
			in, err := object.Contains(t, self, v)
			if err != nil {
				return false, err
			}
			name := "add"
			if in {
				name = "discard"
			}
			_, err = object.CallMethod(t, self, name, v)
			return true, err
		})
	})
}
