package object

func init() {
	DictClass.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return Wrap(cls, NewDict()), nil }
	DictClass.Protocols(NewDict(), Or)
	for op := Lt; op < numCompare; op++ { // dict has them, but they know nothing
		DictClass.dict.DelStr(Intern(op.Method()))
	}
	DictClass.dict.setStr(nameDoc, NewStr("A mapping of keys to values that keeps the order in which keys came."))
	DictClass.Methods(
		RawFunc("__init__", "(self, iterable=(), /, **kwargs)", "Fill the dict from a mapping or pairs, and keywords.", dictInit),
		RawFunc("update", "(self, iterable=(), /, **kwargs)", "Set entries from a mapping or pairs, and keywords.", dictUpdate),
		Func("keys", "(self, /)", "Return a view of the keys.", func(_ *Thread, a []Object) (Object, error) {
			return &DictView{Dict: a[0].(*Dict), kind: dictKeys}, nil
		}),
		Func("values", "(self, /)", "Return a view of the values.", func(_ *Thread, a []Object) (Object, error) {
			return &DictView{Dict: a[0].(*Dict), kind: dictValues}, nil
		}),
		Func("items", "(self, /)", "Return a view of the entries as pairs.", func(_ *Thread, a []Object) (Object, error) {
			return &DictView{Dict: a[0].(*Dict), kind: dictItems}, nil
		}),
		Func("get", "(self, key, default=None, /)", "Return the value of key, or default.", dictGet),
		Func("pop", "(self, key, default=?, /)", "Remove key and return its value, or default.", dictPop),
		Func("popitem", "(self, /)", "Remove the newest entry and return it as a pair.", dictPopItem),
		Func("setdefault", "(self, key, default=None, /)", "Return the value of key, set to default if it was not there.",
			dictSetDefault),
		Func("copy", "(self, /)", "Return a new dict of the same entries.", func(t *Thread, a []Object) (Object, error) {
			d := a[0].(*Dict)
			return d.Copy(), t.Alloc(int64(d.used) * dictEntrySize)
		}),
		Func("clear", "(self, /)", "Remove all entries.", func(_ *Thread, a []Object) (Object, error) {
			a[0].(*Dict).Clear()
			return None, nil
		}),
		Func("__reversed__", "(self, /)", "Return an iterator over the keys, newest first.",
			func(_ *Thread, a []Object) (Object, error) { return newDictReverse(a[0].(*Dict), dictKeys), nil }),
	)
	dictSubscript()
	DictClass.ClassMethods(
		Func("fromkeys", "(cls, iterable, value=None, /)", "Return a new dict with the keys of iterable.", dictFromKeys),
		classGetItem(),
	)
}

// dictSubscript gives __getitem__ the instance itself: a subclass may have __missing__.
func dictSubscript() {
	get := Func("__getitem__", "(self, key, /)", "Return self[key].", func(t *Thread, a []Object) (Object, error) {
		d, ok := Of(a[0]).(*Dict)
		if !ok {
			return nil, TypeError("descriptor '__getitem__' doesn't apply to this '%s' object", a[0].Class().MessageName())
		}
		v, err := d.Get(t, a[1])
		if v != nil || err != nil {
			return v, err
		}
		if a[0] != Object(d) {
			if v, ok, err := callSpecial(t, a[0], nameMissing, a[1]); ok {
				return v, err
			}
		}
		return nil, KeyError(a[1])
	})
	get.keepsSelf = true
	DictClass.Methods(get)
}

func dictInit(t *Thread, a Args) (Object, error) { return dictFill(t, "dict", a) }

func dictUpdate(t *Thread, a Args) (Object, error) { return dictFill(t, "update", a) }

func dictFill(t *Thread, name string, a Args) (Object, error) {
	d := a.Pos[0].(*Dict)
	switch len(a.Pos) {
	case 1:
	case 2:
		if err := d.Merge(t, a.Pos[1]); err != nil {
			return nil, err
		}
	default:
		return nil, TypeError("%s expected at most 1 argument, got %d", name, len(a.Pos)-1)
	}
	for _, k := range a.Kw {
		d.setStr(k.Name, k.Value)
	}
	return None, nil
}

func dictGet(t *Thread, a []Object) (Object, error) {
	v, err := a[0].(*Dict).Get(t, a[1])
	if v == nil && err == nil {
		v = a[2]
	}
	return v, err
}

func dictPop(t *Thread, a []Object) (Object, error) {
	d := a[0].(*Dict)
	var v Object
	var err error
	if d.used > 0 { // an empty dict does not ask for the key's hash
		v, err = d.Delete(t, a[1])
	}
	if v == nil && err == nil {
		if v = a[2]; v == nil {
			err = KeyError(a[1])
		}
	}
	return v, err
}

func dictPopItem(_ *Thread, a []Object) (Object, error) {
	d := a[0].(*Dict)
	for n := len(d.entries) - 1; n >= 0; n-- {
		if e := d.entries[n]; e.key != nil {
			d.remove(n)
			d.entries = d.entries[:n]
			return NewTuple(e.key, e.value), nil
		}
	}
	return nil, KeyError(NewStr("popitem(): dictionary is empty"))
}

func dictSetDefault(t *Thread, a []Object) (Object, error) {
	d := a[0].(*Dict)
	v, err := d.Get(t, a[1])
	if v != nil || err != nil {
		return v, err
	}
	return a[2], d.SetItem(t, a[1], a[2])
}

func dictFromKeys(t *Thread, a []Object) (Object, error) {
	o, err := Call(t, a[0])
	if err != nil {
		return nil, err
	}
	plain, _ := o.(*Dict)
	err = Iterate(t, a[1], func(k Object) (bool, error) {
		if plain != nil {
			return true, plain.SetItem(t, k, a[2])
		}
		return true, SetItem(t, o, k, a[2])
	})
	return o, err
}
