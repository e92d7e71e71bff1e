package collections

import (
	"sort"

	"layerglass/core/python/object"
)

var counter = object.NewType("Counter", "collections", object.DictClass)

func init() {
	counter.Methods(
		object.RawFunc("__init__", "(self, iterable=None, /, **kwds)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			return object.None, count(t, "__init__", a, object.Add)
		}),
		object.RawFunc("update", "(self, iterable=None, /, **kwds)", "Adds counts.", func(t *object.Thread, a object.Args) (object.Object, error) {
			return object.None, count(t, "update", a, object.Add)
		}),
		object.RawFunc("subtract", "(self, iterable=None, /, **kwds)", "Subtracts counts.", func(t *object.Thread, a object.Args) (object.Object, error) {
			return object.None, count(t, "subtract", a, object.Sub)
		}),
		object.Func("__missing__", "(self, key)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(0), nil }),
		object.Func("most_common", "(self, n=None)", "Lists elements and counts, the most common first.", mostCommon),
		object.Func("elements", "(self)", "Iterates over elements, each as often as its count.", elements),
		object.Func("total", "(self)", "Returns the sum of the counts.", total),
		object.Func("copy", "(self)", "Returns a shallow copy.", copyOrdered),
		object.Func("__copy__", "(self)", "Returns a shallow copy.", copyOrdered),
		object.Func("__repr__", "(self)", "", reprCounter),
		object.Func("__delitem__", "(self, elem)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			_, err := dictOf(a[0]).Delete(t, a[1])
			return object.None, err
		}),
		object.Func("__pos__", "(self)", "", signed(object.Add)),
		object.Func("__neg__", "(self)", "", signed(object.Sub)),
		object.Func("__eq__", "(self, other)", "", compareCounts(object.Eq)),
		object.Func("__ne__", "(self, other)", "", compareCounts(object.Ne)),
		object.Func("__le__", "(self, other)", "", compareCounts(object.Le)),
		object.Func("__lt__", "(self, other)", "", compareCounts(object.Lt)),
		object.Func("__ge__", "(self, other)", "", compareCounts(object.Ge)),
		object.Func("__gt__", "(self, other)", "", compareCounts(object.Gt)),
		inPlace("__iadd__", "__add__"), inPlace("__isub__", "__sub__"), inPlace("__ior__", "__or__"), inPlace("__iand__", "__and__"),
		combine("__add__", func(t *object.Thread, a, b object.Object) (object.Object, error) {
			return object.Binary(t, object.Add, a, b)
		}, true),
		combine("__sub__", func(t *object.Thread, a, b object.Object) (object.Object, error) {
			return object.Binary(t, object.Sub, a, b)
		}, true),
		combine("__or__", larger, true),
		combine("__and__", smaller, false),
	)
	counter.Set("__hash__", object.None)
	counter.ClassMethods(object.Func("fromkeys", "(cls, iterable, v=None)", "Refuses.", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
	}))
}

// signed keeps the positive counts, or the negative ones turned round.
func signed(op object.BinaryOp) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		out, err := object.Call(t, counter)
		if err != nil {
			return nil, err
		}
		for k, n := range dictOf(a[0]).All() {
			n, err := object.Binary(t, op, object.Int(0), n)
			if err != nil {
				return nil, err
			}
			positive, err := object.Less(t, object.Int(0), n)
			if err != nil {
				return nil, err
			}
			if positive {
				if err := dictOf(out).Set(t, k, n); err != nil {
					return nil, err
				}
			}
		}
		return out, nil
	}
}

// compareCounts compares all counts of two counters; a key that one lacks counts 0.
func compareCounts(op object.CompareOp) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		if !a[1].Class().IsSubclass(counter) {
			return object.NotImplemented, nil
		}
		each := op
		switch op {
		case object.Ne:
			each = object.Eq
		case object.Lt:
			each = object.Le
		case object.Gt:
			each = object.Ge
		}
		all, err := allCounts(t, each, dictOf(a[0]), dictOf(a[1]))
		if err != nil || op != object.Lt && op != object.Gt {
			return object.Bool(all == (op != object.Ne)), err
		}
		same, err := allCounts(t, object.Eq, dictOf(a[0]), dictOf(a[1]))
		return object.Bool(all && !same), err
	}
}

func allCounts(t *object.Thread, op object.CompareOp, a, b *object.Dict) (bool, error) {
	for _, d := range []*object.Dict{a, b} {
		for k := range d.All() {
			x, err := orZero(t, a, k)
			if err != nil {
				return false, err
			}
			y, err := orZero(t, b, k)
			if err != nil {
				return false, err
			}
			v, err := object.Compare(t, op, x, y)
			if err != nil {
				return false, err
			}
			if ok, err := object.Truth(t, v); !ok || err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

// inPlace makes an operator that changes the counter itself.
func inPlace(name, plain string) *object.Builtin {
	return object.Func(name, "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		f := counter.Lookup(object.Intern(plain))
		v, err := object.Call(t, f, a[0], a[1])
		if err != nil || v == object.NotImplemented {
			return v, err
		}
		d := dictOf(a[0])
		d.Clear()
		return a[0], d.Update(t, dictOf(v))
	})
}

// count adds or subtracts the counts of a mapping, an iterable or keywords.
func count(t *object.Thread, name string, a object.Args, op object.BinaryOp) error {
	if len(a.Pos) > 2 {
		return object.TypeError("Counter.%s() takes from 1 to 2 positional arguments but %d were given", name, len(a.Pos))
	}
	d := dictOf(a.Pos[0])
	add := func(key, n object.Object, mapped bool) error {
		old, err := d.Get(t, key)
		if err != nil {
			return err
		}
		if old == nil {
			old = object.Int(0)
		}
		if mapped && op == object.Add { // Python's adds the old count to a mapping's
			old, n = n, old
		}
		if n, err = object.Binary(t, op, old, n); err != nil {
			return err
		}
		return d.Set(t, key, n)
	}
	// An empty Counter takes the counts of a mapping as they are, numbers or not.
	asTheyAre := func() bool { return op == object.Add && d.Len() == 0 }
	if len(a.Pos) == 2 && a.Pos[1] != object.None {
		if from := dictOf(a.Pos[1]); from != nil {
			set := asTheyAre()
			for k, v := range from.All() {
				if err := addOrSet(t, d, k, v, set, add); err != nil {
					return err
				}
			}
		} else if err := object.Iterate(t, a.Pos[1], func(v object.Object) (bool, error) { return true, add(v, object.Int(1), false) }); err != nil {
			return err
		}
	}
	set := asTheyAre()
	for _, k := range a.Kw {
		if err := addOrSet(t, d, k.Name, k.Value, set, add); err != nil {
			return err
		}
	}
	return nil
}

func addOrSet(t *object.Thread, d *object.Dict, key, n object.Object, set bool, add func(key, n object.Object, mapped bool) error) error {
	if set {
		return d.Set(t, key, n)
	}
	return add(key, n, true)
}

type entry struct{ key, n object.Object }

// ranked lists the entries by falling count; equal counts keep their order.
func ranked(t *object.Thread, d *object.Dict) ([]entry, error) {
	var list []entry
	for k, v := range d.All() {
		list = append(list, entry{k, v})
	}
	var failed error
	sort.SliceStable(list, func(i, j int) bool {
		less, err := object.Less(t, list[j].n, list[i].n)
		if err != nil && failed == nil {
			failed = err
		}
		return less
	})
	return list, failed
}

func mostCommon(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := ranked(t, dictOf(a[0]))
	if err != nil {
		return nil, err
	}
	if a[1] != object.None {
		n, err := object.Index(t, a[1])
		if err != nil {
			return nil, err
		}
		list = list[:min(max(n, 0), len(list))]
	}
	items := make([]object.Object, len(list))
	for i, e := range list {
		items[i] = object.NewTuple(e.key, e.n)
	}
	return object.NewList(items...), nil
}

func elements(t *object.Thread, a []object.Object) (object.Object, error) {
	var items []object.Object
	for k, v := range dictOf(a[0]).All() {
		n, err := object.Index(t, v)
		if err != nil {
			return nil, err
		}
		if err := t.Alloc(int64(max(n, 0)) * 16); err != nil {
			return nil, err
		}
		for ; n > 0; n-- {
			items = append(items, k)
		}
	}
	return object.Iter(t, object.NewList(items...))
}

func total(t *object.Thread, a []object.Object) (object.Object, error) {
	var sum object.Object = object.Int(0)
	for _, v := range dictOf(a[0]).All() {
		var err error
		if sum, err = object.Binary(t, object.Add, sum, v); err != nil {
			return nil, err
		}
	}
	return sum, nil
}

func reprCounter(t *object.Thread, a []object.Object) (object.Object, error) {
	name := a[0].Class().Name
	if dictOf(a[0]).Len() == 0 {
		return object.NewStr(name + "()"), nil
	}
	show := dictOf(a[0])
	if list, err := ranked(t, show); err == nil { // counts that do not compare are shown as they come
		show = object.NewDictSize(len(list))
		for _, e := range list {
			if err := show.Set(t, e.key, e.n); err != nil {
				return nil, err
			}
		}
	}
	s, err := object.Repr(t, show)
	return object.NewStr(name + "(" + s + ")"), err
}

func larger(t *object.Thread, a, b object.Object) (object.Object, error) {
	less, err := object.Less(t, a, b)
	if less {
		return b, err
	}
	return a, err
}

func smaller(t *object.Thread, a, b object.Object) (object.Object, error) {
	less, err := object.Less(t, a, b)
	if less {
		return a, err
	}
	return b, err
}

// combine makes an operator of two counters that keeps positive counts. both says that keys of either side count.
func combine(name string, f func(t *object.Thread, a, b object.Object) (object.Object, error), both bool) *object.Builtin {
	return object.Func(name, "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if !a[1].Class().IsSubclass(counter) {
			return object.NotImplemented, nil
		}
		left, right := dictOf(a[0]), dictOf(a[1])
		result, err := object.Call(t, counter)
		if err != nil {
			return nil, err
		}
		out := dictOf(result)
		keep := func(key object.Object) error {
			x, err := orZero(t, left, key)
			if err != nil {
				return err
			}
			y, err := orZero(t, right, key)
			if err != nil {
				return err
			}
			n, err := f(t, x, y)
			if err != nil {
				return err
			}
			positive, err := object.Less(t, object.Int(0), n)
			if err != nil || !positive {
				return err
			}
			return out.Set(t, key, n)
		}
		for k := range left.All() {
			if err := keep(k); err != nil {
				return nil, err
			}
		}
		for k := range right.All() {
			if old, err := left.Get(t, k); err != nil || old != nil || !both {
				if err != nil {
					return nil, err
				}
				continue
			}
			if err := keep(k); err != nil {
				return nil, err
			}
		}
		return result, nil
	})
}

func orZero(t *object.Thread, d *object.Dict, key object.Object) (object.Object, error) {
	v, err := d.Get(t, key)
	if v == nil {
		v = object.Int(0)
	}
	return v, err
}
