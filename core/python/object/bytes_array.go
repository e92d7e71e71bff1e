package object

import "slices"

func byteArrayMethods() {
	repr := Func("__repr__", "(self, /)", "Return repr(self).", func(t *Thread, a []Object) (Object, error) {
		x, err := receive[*ByteArray](Of(a[0]), "__repr__")
		if err != nil {
			return nil, err
		}
		text, err := x.Repr(t)
		if c := a[0].Class(); c != ByteArrayClass && err == nil {
			text = c.Name + text[len("bytearray"):]
		}
		return NewStr(text), err
	})
	repr.keepsSelf = true // a subclass shows its own name
	ByteArrayClass.Methods(repr)
	ByteArrayClass.Methods(
		RawFunc("__init__", "(self, source=?, encoding=?, errors=?)", "Fills the array as bytearray() does.", byteArrayInit),
		Func("append", "(self, item, /)", "Adds a byte at the end.", func(t *Thread, a []Object) (Object, error) {
			b, err := byteOf(t, a[1], "byte")
			if err != nil {
				return nil, err
			}
			x := a[0].(*ByteArray)
			x.b = append(x.b, b)
			return None, nil
		}),
		Func("extend", "(self, iterable_of_ints, /)", "Adds bytes at the end.", byteArrayExtend),
		Func("insert", "(self, index, item, /)", "Puts a byte before an index.", byteArrayInsert),
		Func("pop", "(self, index=-1, /)", "Removes the byte at an index and returns it.", byteArrayPop),
		Func("remove", "(self, value, /)", "Removes the first such byte.", byteArrayRemove),
		Func("reverse", "(self, /)", "Turns the order round.", func(t *Thread, a []Object) (Object, error) {
			b := a[0].(*ByteArray).b
			slices.Reverse(b)
			return None, t.Each(len(b) / 4)
		}),
		Func("clear", "(self, /)", "Removes all bytes.", func(_ *Thread, a []Object) (Object, error) {
			a[0].(*ByteArray).b = nil
			return None, nil
		}),
		Func("copy", "(self, /)", "Returns a copy.", func(t *Thread, a []Object) (Object, error) {
			x := a[0].(*ByteArray)
			return NewByteArray(slices.Clone(x.b)), chargeText(t, len(x.b))
		}),
	)
}

// Inplace adds to or repeats the bytearray itself.
func (x *ByteArray) Inplace(t *Thread, op BinaryOp, o Object) (Object, error) {
	switch op {
	case Add:
		s, ok := bytesLike(o)
		if !ok {
			return nil, TypeError("can't concat %s to bytearray", o.Class().MessageName())
		}
		x.b = append(x.b, s...)
		return x, chargeText(t, len(s))
	case Mul:
		n, ok, err := repeatCount(t, o)
		if !ok || err != nil {
			return NotImplemented, err
		}
		s, err := repeatText(t, string(x.b), n)
		if err != nil {
			return nil, err
		}
		x.b = []byte(s)
		return x, nil
	}
	return NotImplemented, nil
}

func byteArrayExtend(t *Thread, a []Object) (Object, error) {
	x := a[0].(*ByteArray)
	s, ok := bytesLike(a[1])
	if !ok {
		if !isIterable(a[1]) {
			return nil, TypeError("can't extend bytearray with %s", a[1].Class().MessageName())
		}
		more, err := collectBytes(t, a[1], "byte")
		if err != nil {
			return nil, err
		}
		s = string(more)
	}
	if err := chargeText(t, len(s)); err != nil {
		return nil, err
	}
	x.b = append(x.b, s...)
	return None, nil
}

func byteArrayInsert(t *Thread, a []Object) (Object, error) {
	x := a[0].(*ByteArray)
	i, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	b, err := byteOf(t, a[2], "byte")
	if err != nil {
		return nil, err
	}
	if i < 0 {
		i = max(i+len(x.b), 0)
	}
	x.b = slices.Insert(x.b, min(i, len(x.b)), b)
	return None, t.Spend(int64(len(x.b)) / 512)
}

func byteArrayPop(t *Thread, a []Object) (Object, error) {
	x := a[0].(*ByteArray)
	if len(x.b) == 0 {
		if _, err := Index(t, a[1]); err != nil {
			return nil, err
		}
		return nil, NewError(IndexErrorClass, "pop from empty bytearray")
	}
	i, err := IndexIn(t, a[1], len(x.b), "pop index")
	if err != nil {
		return nil, err
	}
	b := x.b[i]
	x.b = slices.Delete(x.b, i, i+1)
	return Int(b), t.Spend(int64(len(x.b)-i) / 512)
}

func byteArrayRemove(t *Thread, a []Object) (Object, error) {
	x := a[0].(*ByteArray)
	b, err := byteOf(t, a[1], "byte")
	if err != nil {
		return nil, err
	}
	i := slices.Index(x.b, b)
	if i < 0 {
		return nil, ValueError("value not found in bytearray")
	}
	x.b = slices.Delete(x.b, i, i+1)
	return None, t.Spend(int64(len(x.b)) / 512)
}

// SetItem sets or, with v nil, deletes a byte or a slice.
func (x *ByteArray) SetItem(t *Thread, key, v Object) error {
	if s, ok := key.(*Slice); ok {
		return x.setSlice(t, s, v)
	}
	if v != nil { // the value is looked at before the index, if that is a number at all
		if _, err := AsIndex(t, key); err == nil {
			if _, err := byteOf(t, v, "byte"); err != nil {
				return err
			}
		}
	}
	i, err := x.index(t, key)
	if err != nil {
		return err
	}
	if v == nil {
		x.b = slices.Delete(x.b, i, i+1)
		return nil
	}
	b, err := byteOf(t, v, "byte")
	if err == nil {
		if i, err = x.index(t, key); err == nil { // __index__ of v may have changed the length
			x.b[i] = b
		}
	}
	return err
}

func (x *ByteArray) setSlice(t *Thread, s *Slice, v Object) error {
	data := ""
	if v != nil {
		ok := false
		if data, ok = bytesLike(v); !ok {
			if _, isStr := Of(v).(*Str); isStr || !isIterable(v) {
				return TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
			}
			b, err := collectBytes(t, v, "byte")
			if err != nil {
				return err
			}
			data = string(b)
		}
	}
	start, _, step, count, err := s.Indices(t, len(x.b))
	if err != nil {
		return err
	}
	if err := chargeText(t, len(x.b)+len(data)); err != nil {
		return err
	}
	switch {
	case step == 1:
		x.b = slices.Replace(x.b, start, start+count, []byte(data)...)
	case v == nil:
		x.deleteStepped(start, step, count)
	case len(data) != count:
		return ValueError("attempt to assign bytes of size %d to extended slice of size %d", len(data), count)
	default:
		for i := range count {
			x.b[start+i*step] = data[i]
		}
	}
	return nil
}

// deleteStepped removes count bytes from start on, step apart.
func (x *ByteArray) deleteStepped(start, step, count int) {
	if count == 0 {
		return
	}
	if step < 0 {
		start, step = start+(count-1)*step, -step
	}
	kept := x.b[:start]
	for i := start; i < len(x.b); i++ {
		if (i-start)%step != 0 || (i-start)/step >= count {
			kept = append(kept, x.b[i])
		}
	}
	x.b = kept
}
