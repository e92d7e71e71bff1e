// Package tree walks nested Python structures as keras.tree does: tuples, named tuples, lists and dicts are inner nodes,
// everything else is a leaf, None too. The keys of a plain dict are visited in sorted order, those of an OrderedDict in
// their own.
package tree

import (
	"sort"

	"layerglass/core/python/object"
)

var (
	nameFields    = object.Intern("_fields")
	nameTreeChild = object.Intern("_keras_tree_node")
)

// MarkNode makes a class whose instances wrap a list, dict or tuple an inner node of trees, as Keras registers its own
// tracked containers. Subclasses of list and dict that a program writes are leaves.
func MarkNode(c *object.Class) { c.Set(nameTreeChild.String(), object.True) }

// container returns the list, tuple or dict that o is as an inner node, or nil for a leaf.
func container(o object.Object) object.Object {
	switch x := o.(type) {
	case *object.List, *object.Tuple, *object.Dict:
		return x
	case *object.Instance:
		switch x.Native.(type) {
		case *object.Tuple:
			if x.Class().Lookup(nameFields) != nil || x.Class().Lookup(nameTreeChild) != nil {
				return x.Native
			}
		case *object.Dict:
			if n := x.Class().Name; n == "OrderedDict" || n == "defaultdict" || x.Class().Lookup(nameTreeChild) != nil {
				return x.Native
			}
		case *object.List:
			if x.Class().Lookup(nameTreeChild) != nil {
				return x.Native
			}
		}
	}
	return nil
}

// IsNested reports whether o is an inner node, even an empty one.
func IsNested(o object.Object) bool { return container(o) != nil }

// A structure that holds itself has no end. Walks go no deeper than maxDepth and visit no more than maxVisits nodes; what
// lies beyond is a leaf to Each and an error to Map.
const (
	maxDepth  = 500
	maxVisits = 1 << 20
)

// Each calls f for each leaf, until it returns false.
func Each(o object.Object, f func(object.Object) bool) bool {
	w := walk{f: f}
	return w.each(o, 0)
}

type walk struct {
	f      func(object.Object) bool
	visits int
}

func (w *walk) each(o object.Object, depth int) bool {
	c := container(o)
	if w.visits++; c == nil || depth > maxDepth || w.visits > maxVisits {
		return w.f(o)
	}
	switch c := c.(type) {
	case *object.Tuple:
		return w.eachOf(c.Items, depth)
	case *object.List:
		return w.eachOf(c.Items, depth)
	case *object.Dict:
		for _, k := range keys(o, c) {
			if !w.each(k.value, depth+1) {
				return false
			}
		}
	}
	return true
}

func (w *walk) eachOf(items []object.Object, depth int) bool {
	for _, v := range items {
		if w.visits > maxVisits || !w.each(v, depth+1) {
			return false
		}
	}
	return true
}

// Flatten returns the leaves in order.
func Flatten(o object.Object) []object.Object {
	var out []object.Object
	Each(o, func(v object.Object) bool {
		out = append(out, v)
		return true
	})
	return out
}

// Any reports whether f is true of a leaf.
func Any(o object.Object, f func(object.Object) bool) bool {
	return !Each(o, func(v object.Object) bool { return !f(v) })
}

type entry struct{ key, value object.Object }

// keys returns a dict's entries in the order in which its leaves are visited.
func keys(o object.Object, d *object.Dict) []entry {
	out := make([]entry, 0, d.Len())
	texts := true
	for k, v := range d.All() {
		_, isText := k.(*object.Str)
		texts = texts && isText
		out = append(out, entry{k, v})
	}
	if i, ok := o.(*object.Instance); ok && i.Class().Name == "OrderedDict" {
		return out
	}
	if texts {
		sort.SliceStable(out, func(i, j int) bool {
			return out[i].key.(*object.Str).String() < out[j].key.(*object.Str).String()
		})
	} else if allInts(out) {
		sort.SliceStable(out, func(i, j int) bool { return out[i].key.(object.Int) < out[j].key.(object.Int) })
	}
	return out
}

func allInts(entries []entry) bool {
	for _, e := range entries {
		if _, ok := e.key.(object.Int); !ok {
			return false
		}
	}
	return true
}

// Map returns a structure of the same form whose leaves are what f made of them. Dicts keep their own order of keys; f
// sees the leaves in tree order.
func Map(o object.Object, f func(object.Object) (object.Object, error)) (object.Object, error) {
	m := mapping{f: f}
	return m.of(o, 0)
}

type mapping struct {
	f      func(object.Object) (object.Object, error)
	visits int
}

func (m *mapping) of(o object.Object, depth int) (object.Object, error) {
	c := container(o)
	if c == nil {
		return m.f(o)
	}
	if m.visits++; depth > maxDepth || m.visits > maxVisits {
		return nil, object.NewError(object.RecursionErrorClass, "maximum recursion depth exceeded")
	}
	switch c := c.(type) {
	case *object.Tuple:
		items, err := m.items(c.Items, depth)
		if err != nil {
			return nil, err
		}
		return like(o, object.NewTuple(items...)), nil
	case *object.List:
		items, err := m.items(c.Items, depth)
		if err != nil {
			return nil, err
		}
		return like(o, object.NewList(items...)), nil
	case *object.Dict:
		out := c.Copy()
		for _, e := range keys(o, c) {
			v, err := m.of(e.value, depth+1)
			if err != nil {
				return nil, err
			}
			if err := out.Set(nil, e.key, v); err != nil {
				return nil, err
			}
		}
		return like(o, out), nil
	}
	return m.f(o)
}

func (m *mapping) items(items []object.Object, depth int) ([]object.Object, error) {
	out := make([]object.Object, len(items))
	for i, v := range items {
		r, err := m.of(v, depth+1)
		if err != nil {
			return nil, err
		}
		out[i] = r
	}
	return out, nil
}

// like wraps a rebuilt container in the class that the original has.
func like(o, native object.Object) object.Object {
	old, ok := o.(*object.Instance)
	if !ok {
		return native
	}
	i := object.NewInstance(old.Class())
	i.Native = native
	return i
}

// Pack puts leaves, in tree order, into the form of o. The number of leaves must be that of o.
func Pack(o object.Object, leaves []object.Object) (object.Object, error) {
	n := 0
	packed, err := Map(o, func(object.Object) (object.Object, error) {
		if n >= len(leaves) {
			return nil, object.ValueError("The structure has more places than the %d values given for it.", len(leaves))
		}
		n++
		return leaves[n-1], nil
	})
	if err == nil && n < len(leaves) {
		return nil, object.ValueError("The structure has %d places, but %d values were given for it.", n, len(leaves))
	}
	return packed, err
}

// Child is one of the things directly below an inner node: the item at an index, or the value of a key.
type Child struct{ Key, Value object.Object }

// Children returns what is directly below o, in tree order; ok is false for a leaf.
func Children(o object.Object) (list []Child, ok bool) {
	switch c := container(o).(type) {
	case *object.Tuple:
		return numbered(c.Items), true
	case *object.List:
		return numbered(c.Items), true
	case *object.Dict:
		for _, e := range keys(o, c) {
			list = append(list, Child{e.key, e.value})
		}
		return list, true
	}
	return nil, false
}

func numbered(items []object.Object) []Child {
	list := make([]Child, len(items))
	for i, v := range items {
		list[i] = Child{object.Int(i), v}
	}
	return list
}

// With returns an inner node like o with other things directly below it, given in tree order.
func With(o object.Object, values []object.Object) (object.Object, error) {
	switch c := container(o).(type) {
	case *object.Tuple:
		return like(o, object.NewTuple(values...)), nil
	case *object.List:
		return like(o, object.NewList(values...)), nil
	case *object.Dict:
		out := c.Copy()
		for i, e := range keys(o, c) {
			if err := out.Set(nil, e.key, values[i]); err != nil {
				return nil, err
			}
		}
		return like(o, out), nil
	}
	return o, nil
}
