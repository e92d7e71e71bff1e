// Package bisect is Python's module bisect: places in sorted lists.
package bisect

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("bisect", load) }

const sig = "(a, x, lo=0, hi=None, *, key=None)"

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("bisect")
	for _, f := range []struct {
		name, doc string
		do        func(*object.Thread, []object.Object) (object.Object, error)
	}{
		{"bisect_left", "Returns the first place for x in sorted a.", find(false)},
		{"bisect_right", "Returns the last place for x in sorted a.", find(true)},
		{"insort_left", "Puts x into sorted a, before equal items.", insort(false)},
		{"insort_right", "Puts x into sorted a, behind equal items.", insort(true)},
	} {
		b := object.Func(f.name, sig, f.doc, f.do)
		b.Module = "bisect"
		m.Dict.SetName(f.name, b)
	}
	m.Dict.SetName("bisect", m.Dict.GetName("bisect_right"))
	m.Dict.SetName("insort", m.Dict.GetName("insort_right"))
	return m, nil
}

func find(right bool) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := place(t, a, a[1], right)
		return object.Int(n), err
	}
}

func insort(right bool) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x := a[1]
		if a[4] != object.None {
			var err error
			if x, err = object.Call(t, a[4], x); err != nil {
				return nil, err
			}
		}
		n, err := place(t, a, x, right)
		if err != nil {
			return nil, err
		}
		_, err = object.CallMethod(t, a[0], "insert", object.Int(n), a[1])
		return object.None, err
	}
}

// place halves the range until one place is left. key is applied to the items, not to x.
func place(t *object.Thread, a []object.Object, x object.Object, right bool) (int, error) {
	low, err := object.Index(t, a[2])
	if err != nil {
		return 0, err
	}
	if low < 0 {
		return 0, object.ValueError("lo must be non-negative")
	}
	var high int
	if a[3] == object.None {
		high, err = object.Len(t, a[0])
	} else {
		high, err = object.Index(t, a[3])
	}
	if err != nil {
		return 0, err
	}
	for low < high {
		mid := int(uint(low+high) / 2)
		item, err := object.GetItem(t, a[0], object.Int(mid))
		if err == nil && a[4] != object.None {
			item, err = object.Call(t, a[4], item)
		}
		if err != nil {
			return 0, err
		}
		var before bool // x goes before the item
		if right {
			before, err = object.Less(t, x, item)
		} else {
			before, err = object.Less(t, item, x)
			before = !before
		}
		if err != nil {
			return 0, err
		}
		if before {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low, nil
}
