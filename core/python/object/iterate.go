package object

// Iter returns iter(o): an Iterator of Go, or an object of a program's class with __next__.
func Iter(t *Thread, o Object) (Object, error) {
	if x, ok := o.(Iterable); ok {
		return x.Iter(t)
	}
	v, ok, err := callSpecial(t, o, nameIter)
	switch {
	case err != nil:
		return nil, err
	case ok:
		if _, native := v.(Iterator); native || v.Class().Lookup(nameNext) != nil {
			return v, nil
		}
		return nil, TypeError("iter() returned non-iterator of type '%s'", v.Class().MessageName())
	}
	if c := o.Class(); c.Lookup(nameIter) == nil && c.Lookup(nameGetItem) != nil && c.flags&mapping == 0 {
		return &seqIterator{seq: o}, nil
	}
	e := TypeError("'%s' object is not iterable", o.Class().MessageName())
	e.Subject = o
	return nil, e
}

// Next returns next(it), or nil, nil when the iterator is exhausted.
func Next(t *Thread, it Object) (Object, error) {
	if x, ok := it.(Iterator); ok {
		return x.Next(t)
	}
	v, ok, err := callSpecial(t, it, nameNext)
	if !ok {
		return nil, TypeError("'%s' object is not an iterator", it.Class().MessageName())
	}
	if IsKind(err, StopIterationClass) {
		return nil, nil
	}
	return v, err
}

// Iterate calls f for each item until it returns false or an error.
func Iterate(t *Thread, o Object, f func(Object) (bool, error)) error {
	switch x := o.(type) {
	case *Tuple:
		for i, v := range x.Items {
			if i&15 == 15 {
				if err := t.Spend(4); err != nil {
					return err
				}
			}
			if more, err := f(v); err != nil || !more {
				return err
			}
		}
		return nil
	case *List:
		for i := 0; i < len(x.Items); i++ { // the list may change meanwhile
			if i&15 == 15 {
				if err := t.Spend(4); err != nil {
					return err
				}
			}
			if more, err := f(x.Items[i]); err != nil || !more {
				return err
			}
		}
		return nil
	}
	it, err := Iter(t, o)
	if err != nil {
		return err
	}
	for {
		v, err := Next(t, it)
		if err != nil || v == nil {
			return err
		}
		if err := t.Spend(1); err != nil {
			return err
		}
		if more, err := f(v); err != nil || !more {
			return err
		}
	}
}

// Items returns all items of an iterable in a new slice.
func Items(t *Thread, o Object) ([]Object, error) {
	switch x := o.(type) {
	case *Tuple:
		return copyItems(t, x.Items)
	case *List:
		return copyItems(t, x.Items)
	}
	var out []Object
	err := Iterate(t, o, func(v Object) (bool, error) {
		out = append(out, v)
		if len(out)&1023 == 0 {
			if err := t.Alloc(16 << 10); err != nil {
				return false, err
			}
		}
		return true, nil
	})
	return out, err
}

func copyItems(t *Thread, items []Object) ([]Object, error) {
	if err := t.Alloc(int64(len(items)) * objectSize); err != nil {
		return nil, err
	}
	return append([]Object(nil), items...), nil
}

// Collected is Items as list, tuple and displays read an iterable of a program's class: after making the iterator they ask it how many
// items there will be, and an error of that is one of theirs.
func Collected(t *Thread, o Object) ([]Object, error) {
	if o.Class().Immutable() {
		return Items(t, o)
	}
	it, err := Iter(t, o)
	if err != nil {
		return nil, err
	}
	if err := askLength(t, o); err != nil {
		return nil, err
	}
	return Items(t, it)
}

// askLength calls __len__ or __length_hint__. TypeErrors of theirs mean that they do not know.
func askLength(t *Thread, o Object) error {
	if o.Class().Lookup(nameLen) != nil {
		_, err := Len(t, o)
		if !IsKind(err, TypeErrorClass) {
			return err
		}
	}
	v, ok, err := callSpecial(t, o, Intern("__length_hint__"))
	switch {
	case IsKind(err, TypeErrorClass):
		return nil
	case !ok || err != nil || v == NotImplemented:
		return err
	}
	n, isInt := AsInt64(v)
	switch {
	case !isInt && AsBig(v) == nil:
		return TypeError("__length_hint__ must be an integer, not %s", v.Class().MessageName())
	case !isInt:
		return NewError(OverflowErrorClass, "Python int too large to convert to C ssize_t")
	case n < 0:
		return ValueError("__length_hint__() should return >= 0")
	}
	return nil
}

// seqIterator iterates an object that has __getitem__ alone.
type seqIterator struct {
	seq  Object
	next int
}

func (*seqIterator) Class() *Class { return seqIteratorClass }

func (s *seqIterator) Iter(*Thread) (Object, error) { return s, nil }

func (s *seqIterator) Next(t *Thread) (Object, error) {
	if s.seq == nil {
		return nil, nil
	}
	v, err := GetItem(t, s.seq, Int(s.next))
	if IsKind(err, IndexErrorClass) || IsKind(err, StopIterationClass) {
		s.seq = nil
		return nil, nil
	}
	s.next++
	return v, err
}

var seqIteratorClass = newBuiltinClass("iterator", final)
