package builtins

import "layerglass/core/python/object"

var iteration = []*object.Builtin{
	object.Func("len", "(obj, /)", "Return the number of items in a container.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Len(t, a[0])
		return object.Int(n), err
	}),
	object.Func("iter", "(object, sentinel=?, /)", "Return an iterator over an object, or over a function's results up to sentinel.", iter),
	object.Func("next", "(iterator, default=?, /)", "Return the next item, or default at the end.", next),
	object.Func("all", "(iterable, /)", "True if every item is true.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return whether(t, a[0], false)
	}),
	object.Func("any", "(iterable, /)", "True if some item is true.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return whether(t, a[0], true)
	}),
	object.RawFunc("sorted", "(iterable, /, *, key=None, reverse=False)", "Return a list of the items in ascending order.", sorted),
	object.RawFunc("min", "(iterable, *args, key=None, default=?)", "Return the smallest item or argument.",
		func(t *object.Thread, a object.Args) (object.Object, error) { return extreme(t, "min", object.Lt, a) }),
	object.RawFunc("max", "(iterable, *args, key=None, default=?)", "Return the largest item or argument.",
		func(t *object.Thread, a object.Args) (object.Object, error) { return extreme(t, "max", object.Gt, a) }),
	object.Func("sum", "(iterable, /, start=0)", "Return start plus all items.", sum),
}

func iter(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[1] == nil {
		return object.Iter(t, a[0])
	}
	if !object.IsCallable(a[0]) {
		return nil, object.TypeError("iter(v, w): v must be callable")
	}
	return object.NewCallableIterator(a[0], a[1]), nil
}

func next(t *object.Thread, a []object.Object) (object.Object, error) {
	if it, ok := a[0].(object.Iterator); ok {
		v, err := it.Next(t)
		if v != nil || err != nil {
			return orDefault(v, err, a[1])
		}
		return orDefault(nil, object.StopOf(it), a[1])
	}
	m, err := object.Special(t, a[0], "__next__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, object.TypeError("'%s' object is not an iterator", a[0].Class().MessageName())
	}
	v, err := object.Call(t, m)
	return orDefault(v, err, a[1])
}

// orDefault replaces the end of an iteration by a default.
func orDefault(v object.Object, err error, usual object.Object) (object.Object, error) {
	if usual != nil && object.IsKind(err, object.StopIterationClass) {
		return usual, nil
	}
	return v, err
}

// whether looks for the first item whose truth is stop.
func whether(t *object.Thread, o object.Object, stop bool) (object.Object, error) {
	found := !stop
	err := object.Iterate(t, o, func(v object.Object) (bool, error) {
		b, err := object.Truth(t, v)
		if err == nil && b == stop {
			found = stop
			return false, nil
		}
		return true, err
	})
	return object.Bool(found), err
}

func sorted(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 {
		return nil, object.TypeError("sorted expected 1 argument, got %d", len(a.Pos))
	}
	items, err := object.Collected(t, a.Pos[0])
	if err != nil {
		return nil, err
	}
	v, err := sortOptions.Bind(t, "sort", nil, object.Args{Kw: a.Kw}, nil)
	if err != nil {
		return nil, err
	}
	reverse, err := object.Index(t, v[1])
	if err != nil {
		return nil, err
	}
	items, err = object.SortItems(t, items, v[0], reverse != 0)
	return object.NewList(items...), err
}

// sortOptions are those of list.sort, to which sorted passes them on.
var sortOptions = object.ParseSignature("(*, key=None, reverse=False)")

// extreme is min and max: better is the comparison by which an item replaces the best one so far.
func extreme(t *object.Thread, name string, better object.CompareOp, a object.Args) (object.Object, error) {
	var key, usual object.Object
	for _, k := range a.Kw {
		switch k.Name.String() {
		case "key":
			key = k.Value
		case "default":
			usual = k.Value
		default:
			return nil, object.TypeError("'%s' is an invalid keyword argument for %s()", k.Name.String(), name)
		}
	}
	if len(a.Pos) == 0 {
		return nil, object.TypeError("%s expected at least 1 argument, got 0", name)
	}
	source := a.Pos[0]
	if len(a.Pos) > 1 {
		if usual != nil {
			return nil, object.TypeError("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		source = object.NewTuple(append([]object.Object(nil), a.Pos...)...)
	}
	best, err := best(t, source, key, better)
	if err != nil {
		return nil, err
	}
	if best == nil {
		if best = usual; best == nil {
			return nil, object.ValueError("%s() arg is an empty sequence", name)
		}
	}
	return best, nil
}

func best(t *object.Thread, source, key object.Object, better object.CompareOp) (object.Object, error) {
	var found, measure object.Object
	err := object.Iterate(t, source, func(v object.Object) (bool, error) {
		m := v
		var err error
		if key != nil && key != object.None {
			if m, err = object.Call(t, key, v); err != nil {
				return false, err
			}
		}
		if found == nil {
			found, measure = v, m
			return true, nil
		}
		r, err := object.Compare(t, better, m, measure)
		if err != nil {
			return false, err
		}
		ok, err := object.Truth(t, r)
		if ok {
			found, measure = v, m
		}
		return true, err
	})
	return found, err
}

func sum(t *object.Thread, a []object.Object) (object.Object, error) {
	switch object.Of(a[1]).(type) {
	case *object.Str:
		return nil, object.TypeError("sum() can't sum strings [use ''.join(seq) instead]")
	case *object.Bytes:
		return nil, object.TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
	case *object.ByteArray:
		return nil, object.TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	total := a[1]
	err := object.Iterate(t, a[0], func(v object.Object) (bool, error) {
		var err error
		switch v.(type) {
		case object.Int, object.Float, object.Bool:
		default:
			if err := t.Spend(2); err != nil {
				return false, err
			}
		}
		total, err = object.Binary(t, object.Add, total, v)
		return true, err
	})
	return total, err
}
