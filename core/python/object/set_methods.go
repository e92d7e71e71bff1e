package object

func init() {
	SetClass.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return Wrap(cls, NewSet()), nil }
	FrozenSetClass.New = newFrozenSet
	SetClass.Protocols(NewSet(), Or, And, Sub, Xor)
	SetClass.dict.setStr(nameHash, None)
	FrozenSetClass.Protocols(NewFrozenSet(), Or, And, Sub, Xor)
	for _, op := range []BinaryOp{Or, And, Sub, Xor} {
		FrozenSetClass.dict.DelStr(binaryNames[op].inplace)
	}
	SetClass.dict.setStr(nameDoc, NewStr("A collection of different items that can change. set(iterable) takes the items of iterable."))
	FrozenSetClass.dict.setStr(nameDoc, NewStr("A set that cannot change. frozenset(iterable) takes the items of iterable."))
	for _, c := range []*Class{SetClass, FrozenSetClass} {
		setQueries(c)
		setCombinations(c)
		c.ClassMethods(classGetItem())
	}
	setChanges(SetClass)
	setUpdates(SetClass)
	setIteratorClass.Protocols(&setIterator{})
	setIteratorClass.Methods(lengthHintMethod())
}

func newFrozenSet(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 && !definesBelow(cls, nameInit, FrozenSetClass) {
		return nil, TypeError("frozenset() takes no keyword arguments")
	}
	if len(a.Pos) > 1 {
		return nil, TypeError("frozenset expected at most 1 argument, got %d", len(a.Pos))
	}
	s := NewFrozenSet()
	if len(a.Pos) == 1 {
		if x, ok := a.Pos[0].(*Set); ok && x.frozen {
			return Wrap(cls, x), nil
		}
		if err := s.Update(t, a.Pos[0]); err != nil {
			return nil, err
		}
	}
	return Wrap(cls, s), nil
}

// setQueries adds what a set can be asked.
func setQueries(c *Class) {
	c.Methods(
		Func("copy", "(self, /)", "Return a set of the same items.", func(t *Thread, a []Object) (Object, error) {
			s := a[0].(*Set)
			if s.frozen {
				return s, nil
			}
			return wrapSet(s.Copy(t))
		}),
		Func("isdisjoint", "(self, other, /)", "True if other shares no item with the set.", setDisjoint),
		Func("issubset", "(self, other, /)", "True if other has all items of the set.",
			func(t *Thread, a []Object) (Object, error) {
				o, err := setOf(t, a[1])
				if err != nil {
					return nil, err
				}
				v, err := a[0].(*Set).subset(t, o)
				return Bool(v), err
			}),
		Func("issuperset", "(self, other, /)", "True if the set has all items of other.",
			func(t *Thread, a []Object) (Object, error) {
				if x, ok := asSet(a[1]); ok {
					v, err := x.subset(t, a[0].(*Set))
					return Bool(v), err
				}
				v, err := allIn(t, a[1], a[0])
				return Bool(v), err
			}),
	)
	repr := Func("__repr__", "(self, /)", "Return repr(self).", func(t *Thread, a []Object) (Object, error) {
		s, ok := asSet(a[0])
		if !ok {
			return nil, TypeError("descriptor '__repr__' doesn't apply to this '%s' object", a[0].Class().MessageName())
		}
		text, err := s.reprAs(t, a[0].Class())
		return NewStr(text), err
	})
	repr.keepsSelf = true // a subclass shows its own name
	c.Methods(repr)
}

func setDisjoint(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Set)
	if x, ok := asSet(a[1]); ok {
		if x == s {
			return Bool(s.used == 0), nil
		}
		if x.used > s.used {
			s, x = x, s
		}
		a = []Object{s, x}
	}
	disjoint := true
	err := Iterate(t, a[1], func(v Object) (bool, error) {
		h, err := Hash(t, v)
		if err != nil {
			return false, err
		}
		_, there, err := s.find(t, v, h)
		disjoint = !there
		return disjoint, err
	})
	return Bool(disjoint), err
}

// setCombinations adds the methods that make a new set of this one and others.
func setCombinations(c *Class) {
	c.Methods(
		Func("union", "(self, /, *others)", "Return a set of the items of all.", func(t *Thread, a []Object) (Object, error) {
			r, err := a[0].(*Set).Copy(t)
			for _, o := range a[1].(*Tuple).Items {
				if err != nil {
					return nil, err
				}
				err = r.Update(t, o)
			}
			return wrapSet(r, err)
		}),
		Func("intersection", "(self, /, *others)", "Return a set of the items that all have.",
			func(t *Thread, a []Object) (Object, error) {
				others := a[1].(*Tuple).Items
				if len(others) == 0 {
					return wrapSet(a[0].(*Set).Copy(t))
				}
				r, err := a[0].(*Set), error(nil)
				for _, o := range others {
					if r, err = r.intersection(t, o); err != nil {
						return nil, err
					}
				}
				return r, nil
			}),
		Func("difference", "(self, /, *others)", "Return a set of the items that no other has.", setDifference),
		Func("symmetric_difference", "(self, other, /)", "Return a set of the items that one of the two alone has.",
			func(t *Thread, a []Object) (Object, error) { return wrapSet(a[0].(*Set).symmetricDifference(t, a[1])) }),
	)
}

func setDifference(t *Thread, a []Object) (Object, error) {
	others := a[1].(*Tuple).Items
	if len(others) == 0 {
		return wrapSet(a[0].(*Set).Copy(t))
	}
	r, err := a[0].(*Set).difference(t, others[0])
	for _, o := range others[1:] {
		if err != nil {
			break
		}
		err = r.differenceUpdate(t, o)
	}
	return wrapSet(r, err)
}

// setChanges adds what changes a set item by item.
func setChanges(c *Class) {
	c.Methods(
		RawFunc("__init__", "(self, iterable=(), /)", "Fill the set with the items of iterable.", setInit),
		Func("add", "(self, object, /)", "Add object unless it is there.", func(t *Thread, a []Object) (Object, error) {
			return None, a[0].(*Set).Add(t, a[1])
		}),
		Func("discard", "(self, object, /)", "Remove object if it is there.", func(t *Thread, a []Object) (Object, error) {
			_, err := a[0].(*Set).Discard(t, a[1])
			return None, err
		}),
		Func("remove", "(self, object, /)", "Remove object, which must be there.", func(t *Thread, a []Object) (Object, error) {
			there, err := a[0].(*Set).Discard(t, a[1])
			if !there && err == nil {
				err = KeyError(a[1])
			}
			return None, err
		}),
		Func("pop", "(self, /)", "Remove some item and return it.", func(_ *Thread, a []Object) (Object, error) {
			v := a[0].(*Set).pop()
			if v == nil {
				return nil, KeyError(NewStr("pop from an empty set"))
			}
			return v, nil
		}),
		Func("clear", "(self, /)", "Remove all items.", func(_ *Thread, a []Object) (Object, error) {
			a[0].(*Set).Clear()
			return None, nil
		}),
	)
}

func setInit(t *Thread, a Args) (Object, error) {
	s := a.Pos[0].(*Set)
	if len(a.Kw) > 0 {
		return nil, TypeError("set() takes no keyword arguments")
	}
	if len(a.Pos) > 2 {
		return nil, TypeError("set expected at most 1 argument, got %d", len(a.Pos)-1)
	}
	s.Clear()
	if len(a.Pos) == 1 {
		return None, nil
	}
	return None, s.Update(t, a.Pos[1])
}

// setIntersectionUpdate changes the set when all others have been looked at: one that is no iterable leaves it as it was.
func setIntersectionUpdate(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Set)
	r := s
	for _, o := range a[1].(*Tuple).Items {
		var err error
		if r, err = r.intersection(t, o); err != nil {
			return nil, err
		}
	}
	s.table, s.fill, s.used = r.table, r.fill, r.used
	return None, nil
}

// setUpdates adds the methods that change a set by others.
func setUpdates(c *Class) {
	each := func(name, doc string, f func(t *Thread, s *Set, o Object) error) *Builtin {
		return Func(name, "(self, /, *others)", doc, func(t *Thread, a []Object) (Object, error) {
			for _, o := range a[1].(*Tuple).Items {
				if err := f(t, a[0].(*Set), o); err != nil {
					return nil, err
				}
			}
			return None, nil
		})
	}
	c.Methods(
		each("update", "Add the items of all others.", func(t *Thread, s *Set, o Object) error { return s.Update(t, o) }),
		each("difference_update", "Remove the items of all others.", func(t *Thread, s *Set, o Object) error {
			return s.differenceUpdate(t, o)
		}),
		Func("intersection_update", "(self, /, *others)", "Keep only items that all others have.", setIntersectionUpdate),
		Func("symmetric_difference_update", "(self, other, /)", "Keep the items that one of the two alone has.",
			func(t *Thread, a []Object) (Object, error) { return None, a[0].(*Set).symmetricUpdate(t, a[1]) }),
	)
}
