package object

func init() {
	ListClass.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return Wrap(cls, &List{}), nil }
	ListClass.Protocols(&List{}, Add, Mul)
	ListClass.dict.DelStr(Intern("__radd__"))
	ListClass.dict.setStr(nameDoc, NewStr("A sequence of items that can change. list(iterable) takes the items of iterable."))
	fill := RawFunc("__init__", "(self, iterable=(), /)", "Fill the list with the items of iterable.", listInit)
	fill.keepsSelf = true // a subclass with a __new__ may take keywords
	ListClass.Methods(
		fill,
		Func("append", "(self, object, /)", "Add object at the end.", func(t *Thread, a []Object) (Object, error) {
			return None, a[0].(*List).Append(t, a[1])
		}),
		Func("extend", "(self, iterable, /)", "Add the items of iterable at the end.",
			func(t *Thread, a []Object) (Object, error) { return None, a[0].(*List).Extend(t, a[1]) }),
		Func("insert", "(self, index, object, /)", "Put object before the item at index.", listInsert),
		Func("remove", "(self, value, /)", "Remove the first item that equals value.", listRemove),
		Func("pop", "(self, index=-1, /)", "Remove the item at index and return it.", listPop),
		Func("clear", "(self, /)", "Remove all items.", func(_ *Thread, a []Object) (Object, error) {
			a[0].(*List).Items = nil
			return None, nil
		}),
		Func("copy", "(self, /)", "Return a new list of the same items.", func(t *Thread, a []Object) (Object, error) {
			items := a[0].(*List).Items
			if err := t.Alloc(int64(len(items)) * objectSize); err != nil {
				return nil, err
			}
			return &List{append([]Object(nil), items...)}, nil
		}),
		Func("count", "(self, value, /)", "Return how many items equal value.", func(t *Thread, a []Object) (Object, error) {
			n, err := countItem(t, a[0].(*List).items, a[1])
			return Int(n), err
		}),
		Func("index", "(self, value, start=?, stop=?, /)", "Return the place of the first item that equals value.", listIndex),
		Func("reverse", "(self, /)", "Reverse the order of the items in place.", listReverse),
		Func("sort", "(self, /, *, key=None, reverse=False)", "Sort the items in place, in ascending order.", listSort),
		Func("__reversed__", "(self, /)", "Return an iterator from the end to the beginning.",
			func(_ *Thread, a []Object) (Object, error) {
				x := a[0].(*List)
				return &listReverseIterator{list: x, next: len(x.Items) - 1}, nil
			}),
	)
	ListClass.ClassMethods(classGetItem())
}

func listInit(t *Thread, a Args) (Object, error) {
	x, err := receive[*List](Of(a.Pos[0]), "__init__")
	if err != nil {
		return nil, err
	}
	if len(a.Kw) > 0 && !definesBelow(a.Pos[0].Class(), nameNew, ListClass) {
		return nil, TypeError("list() takes no keyword arguments")
	}
	if len(a.Pos) > 2 {
		return nil, TypeError("list expected at most 1 argument, got %d", len(a.Pos)-1)
	}
	x.Items = nil
	if len(a.Pos) == 1 {
		return None, nil
	}
	return None, x.Extend(t, a.Pos[1])
}

func listInsert(t *Thread, a []Object) (Object, error) {
	x := a[0].(*List)
	i, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		i = max(i+len(x.Items), 0)
	}
	i = min(i, len(x.Items))
	if err := x.Append(t, nil); err != nil {
		return nil, err
	}
	copy(x.Items[i+1:], x.Items[i:])
	x.Items[i] = a[2]
	return None, t.Spend(int64(len(x.Items)-i) / 16)
}

func listRemove(t *Thread, a []Object) (Object, error) {
	x := a[0].(*List)
	i, err := findItem(t, x.items, a[1], nil, nil)
	if err != nil {
		return nil, err
	}
	if i < 0 || i >= len(x.Items) {
		return nil, ValueError("list.remove(x): x not in list")
	}
	x.cut(i, i+1)
	return None, nil
}

func listPop(t *Thread, a []Object) (Object, error) {
	x := a[0].(*List)
	i, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(x.Items) == 0 {
		return nil, NewError(IndexErrorClass, "pop from empty list")
	}
	if i < 0 {
		i += len(x.Items)
	}
	if i < 0 || i >= len(x.Items) {
		return nil, NewError(IndexErrorClass, "pop index out of range")
	}
	v := x.Items[i]
	x.cut(i, i+1)
	return v, t.Spend(int64(len(x.Items)-i) / 16)
}

func listIndex(t *Thread, a []Object) (Object, error) {
	i, err := findItem(t, a[0].(*List).items, a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		text, err := Repr(t, a[1])
		if err != nil {
			return nil, err
		}
		return nil, ValueError("%s is not in list", text)
	}
	return Int(i), nil
}

func listReverse(t *Thread, a []Object) (Object, error) {
	items := a[0].(*List).Items
	if err := t.Each(len(items)); err != nil {
		return nil, err
	}
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
	return None, nil
}

func listSort(t *Thread, a []Object) (Object, error) {
	reverse, err := Index(t, a[2])
	if err != nil {
		return nil, err
	}
	return None, a[0].(*List).Sort(t, a[1], reverse != 0)
}
