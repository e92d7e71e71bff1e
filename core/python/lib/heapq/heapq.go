// Package heapq is Python's module heapq: lists kept so that the smallest item comes first.
package heapq

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("heapq", load) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("heapq")
	for _, f := range functions {
		f.Module = "heapq"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

var functions = []*object.Builtin{
	object.Func("heappush", "(heap, item, /)", "Adds an item.", push),
	object.Func("heappop", "(heap, /)", "Takes the smallest item.", pop),
	object.Func("heapify", "(heap, /)", "Puts a list into heap order.", heapify),
	object.Func("heappushpop", "(heap, item, /)", "Adds an item, then takes the smallest.", pushPop),
	object.Func("heapreplace", "(heap, item, /)", "Takes the smallest item, then adds one.", replace),
	object.Func("nlargest", "(n, iterable, key=None)", "Returns the n largest items, largest first.", extremes(true)),
	object.Func("nsmallest", "(n, iterable, key=None)", "Returns the n smallest items, smallest first.", extremes(false)),
	object.Func("merge", "(*iterables, key=None, reverse=False)", "Merges sorted iterables.", merge),
}

// heap is a list under work. A comparison may run code of the program, which must not change the list's length meanwhile.
type heap struct {
	t    *object.Thread
	list *object.List
}

// heapOf returns the heap that an argument is; what begins the error.
func heapOf(t *object.Thread, o object.Object, what string) (*heap, error) {
	l, ok := object.Of(o).(*object.List)
	if !ok {
		return nil, object.TypeError("%s must be list, not %s", what, o.Class().MessageName())
	}
	return &heap{t, l}, nil
}

func (h *heap) less(a, b object.Object) (bool, error) {
	n := len(h.list.Items)
	is, err := object.Less(h.t, a, b)
	if err == nil && len(h.list.Items) != n {
		err = object.NewError(object.RuntimeErrorClass, "list changed size during iteration")
	}
	if err == nil {
		err = h.t.Spend(1)
	}
	return is, err
}

// rise moves the item at an index towards the front until its parent is no larger, but not beyond top.
func (h *heap) rise(top, at int) error {
	for at > top {
		parent := (at - 1) / 2
		smaller, err := h.less(h.list.Items[at], h.list.Items[parent])
		if err != nil || !smaller {
			return err
		}
		items := h.list.Items
		items[at], items[parent] = items[parent], items[at]
		at = parent
	}
	return nil
}

// sink moves the item at an index down to a leaf along the smaller children and then up to its place, which takes fewer
// comparisons than stopping on the way down.
func (h *heap) sink(at int) error {
	top, n := at, len(h.list.Items)
	for at < n/2 {
		child := 2*at + 1
		if child+1 < n {
			smaller, err := h.less(h.list.Items[child], h.list.Items[child+1])
			if err != nil {
				return err
			}
			if !smaller {
				child++
			}
		}
		items := h.list.Items
		items[at], items[child] = items[child], items[at]
		at = child
	}
	return h.rise(top, at)
}

func push(t *object.Thread, a []object.Object) (object.Object, error) {
	h, err := heapOf(t, a[0], "heappush() argument 1")
	if err != nil {
		return nil, err
	}
	if err := h.list.Append(t, a[1]); err != nil {
		return nil, err
	}
	return object.None, h.rise(0, len(h.list.Items)-1)
}

func (h *heap) isEmpty() error {
	if len(h.list.Items) == 0 {
		return object.NewError(object.IndexErrorClass, "index out of range")
	}
	return nil
}

func pop(t *object.Thread, a []object.Object) (object.Object, error) {
	h, err := heapOf(t, a[0], "heappop() argument 1")
	if err != nil {
		return nil, err
	}
	if err := h.isEmpty(); err != nil {
		return nil, err
	}
	n := len(h.list.Items) - 1
	last := h.list.Items[n]
	h.list.Items[n] = nil
	h.list.Items = h.list.Items[:n]
	if n == 0 {
		return last, nil
	}
	return h.exchange(last)
}

// exchange puts an item in the place of the smallest, which it returns.
func (h *heap) exchange(item object.Object) (object.Object, error) {
	first := h.list.Items[0]
	h.list.Items[0] = item
	return first, h.sink(0)
}

func heapify(t *object.Thread, a []object.Object) (object.Object, error) {
	h, err := heapOf(t, a[0], "heapify() argument")
	if err != nil {
		return nil, err
	}
	for i := len(h.list.Items)/2 - 1; i >= 0; i-- {
		if err := h.sink(i); err != nil {
			return nil, err
		}
	}
	return object.None, nil
}

func pushPop(t *object.Thread, a []object.Object) (object.Object, error) {
	h, err := heapOf(t, a[0], "heappushpop() argument 1")
	if err != nil || len(h.list.Items) == 0 {
		return a[1], err
	}
	smaller, err := h.less(h.list.Items[0], a[1])
	if err != nil || !smaller {
		return a[1], err
	}
	if err := h.isEmpty(); err != nil {
		return nil, err
	}
	return h.exchange(a[1])
}

func replace(t *object.Thread, a []object.Object) (object.Object, error) {
	h, err := heapOf(t, a[0], "heapreplace() argument 1")
	if err != nil {
		return nil, err
	}
	if err := h.isEmpty(); err != nil {
		return nil, err
	}
	return h.exchange(a[1])
}

func extremes(reverse bool) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		items, err := object.Items(t, a[1])
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return object.NewList(), nil
		}
		if items, err = object.SortItems(t, items, a[2], reverse); err != nil {
			return nil, err
		}
		return object.NewList(items[:min(n, len(items))]...), nil
	}
}
