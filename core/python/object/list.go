package object

func (x *List) items() []Object { return x.Items }

// Iter returns a list_iterator.
func (x *List) Iter(*Thread) (Object, error) { return &listIterator{list: x}, nil }

// Contains reports whether an item is item or equals it.
func (x *List) Contains(t *Thread, item Object) (bool, error) { return containsItem(t, x.items, item) }

// Repr shows the items in brackets.
func (x *List) Repr(t *Thread) (string, error) { return reprItems(t, x, "[", "]", "[...]", x.items) }

// Compare compares with another list, item by item.
func (x *List) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	y, ok := Of(o).(*List)
	if !ok {
		return NotImplemented, nil
	}
	return compareItems(t, op, x.items, y.items)
}

// GetItem returns an item or, for a slice, a new list.
func (x *List) GetItem(t *Thread, key Object) (Object, error) {
	if i, ok := key.(Int); ok {
		if i < 0 {
			i += Int(len(x.Items))
		}
		if i >= 0 && int(i) < len(x.Items) {
			return x.Items[i], nil
		}
		return nil, NewError(IndexErrorClass, "list index out of range")
	}
	if s, ok := key.(*Slice); ok {
		items, err := sliceItems(t, x.Items, s)
		if err != nil {
			return nil, err
		}
		return &List{items}, nil
	}
	if !isIndex(key) {
		return nil, TypeError("list indices must be integers or slices, not %s", key.Class().MessageName())
	}
	i, err := IndexIn(t, key, len(x.Items), "list index")
	if err != nil {
		return nil, err
	}
	return x.Items[i], nil
}

// SetItem sets an item or a slice; v is nil for del.
func (x *List) SetItem(t *Thread, key, v Object) error {
	if s, ok := key.(*Slice); ok {
		if v == nil {
			return x.deleteSlice(t, s)
		}
		return x.assignSlice(t, s, v)
	}
	if !isIndex(key) {
		return TypeError("list indices must be integers or slices, not %s", key.Class().MessageName())
	}
	i, err := IndexIn(t, key, len(x.Items), "list assignment index")
	if err != nil {
		return err
	}
	if v == nil {
		x.cut(i, i+1)
		return t.Each((len(x.Items) - i) / 4)
	}
	x.Items[i] = v
	return nil
}

// cut removes the items from i up to j.
func (x *List) cut(i, j int) {
	n := copy(x.Items[i:], x.Items[j:])
	clear(x.Items[i+n:])
	x.Items = x.Items[:i+n]
}

func (x *List) deleteSlice(t *Thread, s *Slice) error {
	start, _, step, count, err := s.Indices(t, len(x.Items))
	if err != nil || count == 0 {
		return err
	}
	if err := t.Each((len(x.Items) - start) / 2); err != nil {
		return err
	}
	if step < 0 {
		start, step = start+(count-1)*step, -step
	}
	if step == 1 {
		x.cut(start, start+count)
		return nil
	}
	kept := start
	for i := start; i < len(x.Items); i++ {
		if (i-start)%step == 0 && (i-start)/step < count {
			continue
		}
		x.Items[kept] = x.Items[i]
		kept++
	}
	clear(x.Items[kept:])
	x.Items = x.Items[:kept]
	return nil
}

func (x *List) assignSlice(t *Thread, s *Slice, v Object) error {
	if !isIterable(v) && v.Class().Lookup(nameIter) == nil {
		if s.Step != nil && s.Step != None && s.Step != Object(Int(1)) {
			return TypeError("must assign iterable to extended slice")
		}
		return TypeError("can only assign an iterable")
	}
	items, err := Items(t, v)
	if err != nil {
		return err
	}
	start, stop, step, count, err := s.Indices(t, len(x.Items))
	if err != nil {
		return err
	}
	if step == 1 {
		return x.replace(t, start, max(start, stop), items)
	}
	if len(items) != count {
		return ValueError("attempt to assign sequence of size %d to extended slice of size %d", len(items), count)
	}
	if err := t.Each(len(items)); err != nil {
		return err
	}
	for i, item := range items {
		x.Items[start+i*step] = item
	}
	return nil
}

// replace puts items in the place of those from i up to j.
func (x *List) replace(t *Thread, i, j int, items []Object) error {
	if err := t.Each((len(x.Items) - i) / 4); err != nil {
		return err
	}
	if len(items) == j-i {
		copy(x.Items[i:], items)
		return nil
	}
	if len(items) < j-i {
		copy(x.Items[i:], items)
		x.cut(i+len(items), j)
		return nil
	}
	n := len(x.Items) - (j - i) + len(items)
	if err := t.Alloc(int64(len(items)) * objectSize); err != nil {
		return err
	}
	tail := append([]Object(nil), x.Items[j:]...)
	x.Items = append(append(x.Items[:i], items...), tail...)[:n]
	return nil
}

// Append adds an item at the end.
func (x *List) Append(t *Thread, v Object) error {
	if len(x.Items) == cap(x.Items) && len(x.Items) >= 256 { // Go is about to double the room
		if err := t.Alloc(int64(len(x.Items)) * objectSize); err != nil {
			return err
		}
	}
	x.Items = append(x.Items, v)
	return nil
}

// Extend adds all items of an iterable; those already taken stay when it fails half-way.
func (x *List) Extend(t *Thread, o Object) error {
	switch y := o.(type) {
	case *List:
		return x.extendItems(t, y.Items)
	case *Tuple:
		return x.extendItems(t, y.Items)
	}
	if !o.Class().Immutable() {
		it, err := Iter(t, o)
		if err == nil {
			err = askLength(t, o)
		}
		if err != nil {
			return err
		}
		o = it
	}
	return Iterate(t, o, func(v Object) (bool, error) { return true, x.Append(t, v) })
}

func (x *List) extendItems(t *Thread, items []Object) error {
	if err := t.Alloc(int64(len(items)) * objectSize); err != nil {
		return err
	}
	x.Items = append(x.Items, items...)
	return nil
}

// Binary is list + list and list * int.
func (x *List) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	var items []Object
	var err error
	switch op {
	case Add:
		y, ok := Of(o).(*List)
		if !ok || reflected {
			return NotImplemented, nil
		}
		items, err = concatItems(t, x.Items, y.Items)
	case Mul:
		n, ok, nerr := repeatCount(t, o)
		if !ok || nerr != nil {
			return NotImplemented, nerr
		}
		items, err = repeatItems(t, x.Items, n)
	default:
		return NotImplemented, nil
	}
	if err != nil {
		return nil, err
	}
	return &List{items}, nil
}

// Inplace is list += iterable and list *= int.
func (x *List) Inplace(t *Thread, op BinaryOp, o Object) (Object, error) {
	switch op {
	case Add:
		return x, x.Extend(t, o)
	case Mul:
		n, ok, err := repeatCount(t, o)
		if !ok || err != nil {
			return NotImplemented, err
		}
		items, err := repeatItems(t, x.Items, n)
		if err != nil {
			return nil, err
		}
		x.Items = items
		return x, nil
	}
	return NotImplemented, nil
}
