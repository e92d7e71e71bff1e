package object

// dictKind says what of a dict's entries a view or iterator shows.
type dictKind uint8

const (
	dictKeys dictKind = iota
	dictValues
	dictItems
)

// pick returns what a view of the kind shows of an entry.
func (k dictKind) pick(key, value Object) Object {
	switch k {
	case dictKeys:
		return key
	case dictValues:
		return value
	}
	return NewTuple(key, value)
}

// DictView is what keys(), values() and items() return.
type DictView struct {
	Dict *Dict
	kind dictKind
}

// NewDictKeys, NewDictValues and NewDictItems make views of a dict.
func NewDictKeys(d *Dict) *DictView { return &DictView{d, dictKeys} }

// NewDictValues makes a view of a dict's values.
func NewDictValues(d *Dict) *DictView { return &DictView{d, dictValues} }

// NewDictItems makes a view of a dict's entries as pairs.
func NewDictItems(d *Dict) *DictView { return &DictView{d, dictItems} }

// The classes of dict views.
var (
	DictKeysClass   = newBuiltinClass("dict_keys", final)
	DictValuesClass = newBuiltinClass("dict_values", final)
	DictItemsClass  = newBuiltinClass("dict_items", final)
)

var viewClasses = [...]*Class{DictKeysClass, DictValuesClass, DictItemsClass}

// Class returns dict_keys, dict_values or dict_items.
func (v *DictView) Class() *Class { return viewClasses[v.kind] }

// Len returns the number of entries.
func (v *DictView) Len() int { return v.Dict.used }

// Iter returns an iterator over the view.
func (v *DictView) Iter(*Thread) (Object, error) { return newDictIterator(v.Dict, v.kind), nil }

// Contains reports whether the view holds item.
func (v *DictView) Contains(t *Thread, item Object) (bool, error) {
	switch v.kind {
	case dictKeys:
		return v.Dict.Contains(t, item)
	case dictItems:
		pair, ok := Of(item).(*Tuple)
		if !ok || len(pair.Items) != 2 {
			return false, nil
		}
		value, err := v.Dict.Get(t, pair.Items[0])
		if value == nil || err != nil {
			return false, err
		}
		return Equal(t, value, pair.Items[1])
	}
	for i := 0; i < len(v.Dict.entries); i++ {
		e := v.Dict.entries[i]
		if e.key == nil {
			continue
		}
		if err := t.Spend(1); err != nil {
			return false, err
		}
		if same, err := Equal(t, e.value, item); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

// Repr shows the items in a list behind the class name.
func (v *DictView) Repr(t *Thread) (string, error) {
	items := func() []Object {
		list := make([]Object, 0, v.Dict.used)
		for key, value := range v.Dict.All() {
			list = append(list, v.kind.pick(key, value))
		}
		return list
	}()
	return reprItems(t, v, v.Class().Name+"([", "])", "...", func() []Object { return items })
}

// Compare compares keys and items views with sets and such views, as sets.
func (v *DictView) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	if v.kind == dictValues {
		return NotImplemented, nil
	}
	n, ok := setLikeLen(o)
	if !ok {
		return NotImplemented, nil
	}
	m := v.Dict.used
	switch op {
	case Eq, Ne:
		same := m == n
		var err error
		if same {
			same, err = allIn(t, v, o)
		}
		return Bool(same == (op == Eq)), err
	case Lt, Le:
		if m > n || op == Lt && m == n {
			return False, nil
		}
		all, err := allIn(t, v, o)
		return Bool(all), err
	}
	if m < n || op == Gt && m == n {
		return False, nil
	}
	all, err := allIn(t, o, v)
	return Bool(all), err
}

// setLikeLen returns the size of a set or of a keys or items view.
func setLikeLen(o Object) (int, bool) {
	switch x := Of(o).(type) {
	case *Set:
		return x.used, true
	case *DictView:
		return x.Dict.used, x.kind != dictValues
	}
	return 0, false
}

func allIn(t *Thread, a, b Object) (bool, error) {
	all := true
	err := Iterate(t, a, func(v Object) (bool, error) {
		in, err := Contains(t, b, v)
		all = in
		return in, err
	})
	return all, err
}

// Binary is set arithmetic of keys and items views with any iterable; the result is a set.
func (v *DictView) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	if v.kind == dictValues || !isIterable(o) {
		return NotImplemented, nil
	}
	var left, right Object = v, o
	if reflected {
		left, right = o, v
	}
	s := NewSet()
	if op != And {
		if err := s.Update(t, left); err != nil {
			return nil, err
		}
	}
	switch op {
	case Or:
		return s, s.Update(t, right)
	case Sub:
		return s, s.differenceUpdate(t, right)
	case Xor:
		return s, s.symmetricUpdate(t, right)
	case And:
		err := Iterate(t, right, func(item Object) (bool, error) {
			in, err := Contains(t, left, item)
			if err == nil && in {
				err = s.Add(t, item)
			}
			return true, err
		})
		return s, err
	}
	return NotImplemented, nil
}

func init() {
	for kind, c := range viewClasses {
		if dictKind(kind) == dictValues {
			c.Protocols(&DictView{kind: dictValues})
			for op := Eq; op < numCompare; op++ {
				c.dict.DelStr(Intern(op.Method()))
			}
			c.dict.DelStr(nameHash)
		} else {
			c.Protocols(&DictView{}, Or, And, Sub, Xor)
			c.Methods(Func("isdisjoint", "(self, other, /)", "True if other shares nothing with the view.", viewDisjoint))
		}
		c.Methods(Func("__reversed__", "(self, /)", "Return an iterator, newest first.",
			func(_ *Thread, a []Object) (Object, error) {
				v := a[0].(*DictView)
				return newDictReverse(v.Dict, v.kind), nil
			}))
		c.Getter("mapping", "The dict, read-only.", func(_ *Thread, self Object) (Object, error) {
			return &MappingProxy{Mapping: self.(*DictView).Dict}, nil
		})
	}
}

func viewDisjoint(t *Thread, a []Object) (Object, error) {
	disjoint := true
	err := Iterate(t, a[1], func(v Object) (bool, error) {
		in, err := a[0].(*DictView).Contains(t, v)
		disjoint = !in
		return disjoint, err
	})
	return Bool(disjoint), err
}
