package object

import "math/bits"

func (x *Tuple) items() []Object { return x.Items }

// Iter returns a tuple_iterator.
func (x *Tuple) Iter(*Thread) (Object, error) { return &tupleIterator{tuple: x}, nil }

// Contains reports whether an item is item or equals it.
func (x *Tuple) Contains(t *Thread, item Object) (bool, error) { return containsItem(t, x.items, item) }

// Repr shows the items in parentheses, with the comma that a single item needs.
func (x *Tuple) Repr(t *Thread) (string, error) {
	end := ")"
	if len(x.Items) == 1 {
		end = ",)"
	}
	return reprItems(t, x, "(", end, "(...)", x.items)
}

// Compare compares with another tuple, item by item.
func (x *Tuple) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	y, ok := Of(o).(*Tuple)
	if !ok {
		return NotImplemented, nil
	}
	return compareItems(t, op, x.items, y.items)
}

// Hash mixes the items' hashes with the multipliers of xxHash, as CPython does: sets of tuples come out in its order.
func (x *Tuple) Hash(t *Thread) (uint64, error) {
	const p1, p2, p5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	if err := t.Deeper(); err != nil {
		return 0, err
	}
	defer t.Shallower()
	if err := t.Each(len(x.Items)); err != nil {
		return 0, err
	}
	acc := uint64(p5)
	for _, v := range x.Items {
		lane, err := Hash(t, v)
		if err != nil {
			return 0, err
		}
		acc = bits.RotateLeft64(acc+lane*p2, 31) * p1
	}
	acc += uint64(len(x.Items)) ^ (p5 ^ 3527539)
	if acc == 1<<64-1 {
		return 1546275796, nil
	}
	return acc, nil
}

// GetItem returns an item or, for a slice, a new tuple.
func (x *Tuple) GetItem(t *Thread, key Object) (Object, error) {
	if s, ok := key.(*Slice); ok {
		items, err := sliceItems(t, x.Items, s)
		if err != nil {
			return nil, err
		}
		if len(items) == len(x.Items) && (s.Step == nil || s.Step == None || s.Step == Object(Int(1))) {
			return x, nil
		}
		return NewTuple(items...), nil
	}
	if !isIndex(key) {
		return nil, TypeError("tuple indices must be integers or slices, not %s", key.Class().MessageName())
	}
	i, err := IndexIn(t, key, len(x.Items), "tuple index")
	if err != nil {
		return nil, err
	}
	return x.Items[i], nil
}

// Binary is tuple + tuple and tuple * int.
func (x *Tuple) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	var items []Object
	var err error
	switch op {
	case Add:
		y, ok := Of(o).(*Tuple)
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
	return NewTuple(items...), nil
}

func init() {
	TupleClass.New = newTuple
	TupleClass.Protocols(&Tuple{}, Add, Mul)
	TupleClass.dict.DelStr(Intern("__radd__"))
	TupleClass.dict.setStr(nameDoc, NewStr("A sequence of items that cannot change. tuple(iterable) takes the items of iterable."))
	TupleClass.Methods(
		Func("count", "(self, value, /)", "Return how many items equal value.", func(t *Thread, a []Object) (Object, error) {
			n, err := countItem(t, a[0].(*Tuple).items, a[1])
			return Int(n), err
		}),
		Func("index", "(self, value, start=?, stop=?, /)", "Return the place of the first item that equals value.",
			func(t *Thread, a []Object) (Object, error) {
				i, err := findItem(t, a[0].(*Tuple).items, a[1], a[2], a[3])
				if err == nil && i < 0 {
					err = ValueError("tuple.index(x): x not in tuple")
				}
				return Int(i), err
			}),
		Func("__getnewargs__", "(self, /)", "Return the arguments that make an equal tuple.",
			func(_ *Thread, a []Object) (Object, error) { return NewTuple(a[0]), nil }),
	)
	TupleClass.ClassMethods(classGetItem())
}

func newTuple(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 && !definesBelow(cls, nameInit, TupleClass) {
		return nil, TypeError("tuple() takes no keyword arguments")
	}
	switch len(a.Pos) {
	case 0:
		return Wrap(cls, emptyTuple), nil
	case 1:
	default:
		return nil, TypeError("tuple expected at most 1 argument, got %d", len(a.Pos))
	}
	if x, ok := a.Pos[0].(*Tuple); ok {
		return Wrap(cls, x), nil
	}
	items, err := Collected(t, a.Pos[0])
	if err != nil {
		return nil, err
	}
	return Wrap(cls, NewTuple(items...)), nil
}
