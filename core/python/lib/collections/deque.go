package collections

import (
	"strconv"

	"layerglass/core/python/object"
)

// deque is a list with quick ends: a slice with room at the front.
type deque struct {
	items   []object.Object
	max     int           // -1: no limit
	class   *object.Class // a subclass of the program, or nil
	version int
	base    []object.Object // where items lies in, as far as it has room in front; see pushLeft
}

var dequeClass = object.NewType("deque", "collections", nil).WithPayload()

func (*deque) Class() *object.Class { return dequeClass }

// Len returns the number of items.
func (d *deque) Len() int { return len(d.items) }

func (d *deque) push(t *object.Thread, v object.Object) error {
	d.version++
	d.items = append(d.items, v)
	if d.max >= 0 && len(d.items) > d.max {
		d.items = d.items[1:]
	}
	return t.Alloc(16)
}

func (d *deque) pushLeft(t *object.Thread, v object.Object) error {
	d.version++
	at := d.frontRoom()
	if at == 0 {
		at = len(d.items)/2 + 8
		if err := t.Alloc(int64(at+len(d.items)) * 16); err != nil {
			return err
		}
		d.base = make([]object.Object, at+len(d.items))
		copy(d.base[at:], d.items)
	}
	d.base = d.base[:cap(d.base)]
	d.items = d.base[at-1:][:len(d.items)+1]
	d.items[0] = v
	if d.max >= 0 && len(d.items) > d.max {
		d.items = d.items[:d.max]
	}
	return t.Alloc(16)
}

// frontRoom returns how many places before the first item are free. There are none once the items lie in another array than base.
func (d *deque) frontRoom() int {
	n, b := cap(d.items), cap(d.base)
	if n == 0 || b == 0 || &d.items[:n][n-1] != &d.base[:b][b-1] {
		return 0
	}
	return b - n
}

func (d *deque) index(t *object.Thread, key object.Object) (int, error) {
	n, err := object.Index(t, key)
	if err != nil {
		return 0, object.TypeError("sequence index must be integer, not '%s'", key.Class().MessageName())
	}
	if n < 0 {
		n += len(d.items)
	}
	if n < 0 || n >= len(d.items) {
		return 0, object.NewError(object.IndexErrorClass, "deque index out of range")
	}
	return n, nil
}

// GetItem returns the item at an index.
func (d *deque) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	n, err := d.index(t, key)
	if err != nil {
		return nil, err
	}
	return d.items[n], nil
}

// SetItem sets or, with v nil, deletes the item at an index.
func (d *deque) SetItem(t *object.Thread, key, v object.Object) error {
	n, err := d.index(t, key)
	if err != nil {
		return err
	}
	if v != nil {
		d.items[n] = v
		return nil
	}
	d.version++
	d.items = append(d.items[:n:n], d.items[n+1:]...)
	return t.Each(len(d.items))
}

// Iter walks the items and refuses changes meanwhile.
func (d *deque) Iter(*object.Thread) (object.Object, error) {
	return &dequeIterator{d: d, version: d.version}, nil
}

type dequeIterator struct {
	d           *deque
	at, version int
	back        bool
}

var dequeIteratorClass = object.NewType("_deque_iterator", "_collections", nil).Final().Dotted()

var dequeReverseIteratorClass = object.NewType("_deque_reverse_iterator", "_collections", nil).Final().Dotted()

// Class tells in which direction the iterator goes.
func (i *dequeIterator) Class() *object.Class {
	if i.back {
		return dequeReverseIteratorClass
	}
	return dequeIteratorClass
}
func (i *dequeIterator) Iter(*object.Thread) (object.Object, error) { return i, nil }

func (i *dequeIterator) Next(t *object.Thread) (object.Object, error) {
	if i.version != i.d.version {
		return nil, object.NewError(object.RuntimeErrorClass, "deque mutated during iteration")
	}
	if i.at >= len(i.d.items) {
		return nil, nil
	}
	if i.at++; i.at&15 == 0 {
		if err := t.Spend(4); err != nil {
			return nil, err
		}
	}
	if i.back {
		return i.d.items[len(i.d.items)-i.at], nil
	}
	return i.d.items[i.at-1], nil
}

// Repr shows the items and the limit.
func (d *deque) Repr(t *object.Thread) (string, error) {
	if !t.Enter(d) {
		return "[...]", nil
	}
	defer t.Leave(d)
	s, err := object.Repr(t, object.NewList(d.items...))
	if d.max >= 0 {
		s += ", maxlen=" + strconv.Itoa(d.max)
	}
	name := "deque"
	if d.class != nil {
		name = d.class.Name
	}
	return name + "(" + s + ")", err
}

// Compare compares with another deque, as lists compare.
func (d *deque) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	other, ok := object.Of(o).(*deque)
	if !ok {
		return object.NotImplemented, nil
	}
	return object.Compare(t, op, object.NewList(d.items...), object.NewList(other.items...))
}

// Binary is + with a deque and * with an int.
func (d *deque) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	other, isDeque := object.Of(o).(*deque)
	switch {
	case op == object.Add && isDeque && !reflected:
		out := d.copy()
		return out, out.extend(t, object.NewList(other.items...))
	case op == object.Add && !reflected && !isDeque:
		return nil, object.TypeError("can only concatenate deque (not \"%s\") to deque", o.Class().MessageName())
	case op == object.Mul && !isDeque:
		list, err := object.Binary(t, op, object.NewList(d.items...), o)
		if err != nil {
			return object.NotImplemented, nil
		}
		out := &deque{max: d.max}
		return out, out.extend(t, list)
	}
	return object.NotImplemented, nil
}

// Inplace is += with any iterable.
func (d *deque) Inplace(t *object.Thread, op object.BinaryOp, o object.Object) (object.Object, error) {
	if op != object.Add {
		return object.NotImplemented, nil
	}
	return d, d.extend(t, o)
}

func (d *deque) copy() *deque {
	return &deque{items: append([]object.Object(nil), d.items...), max: d.max}
}

func (d *deque) extend(t *object.Thread, o object.Object) error {
	items, err := object.Items(t, o)
	if err != nil {
		return err
	}
	if err := t.Each(4 * len(items)); err != nil {
		return err
	}
	for _, v := range items {
		if err := d.push(t, v); err != nil {
			return err
		}
	}
	return nil
}

func init() {
	dequeIteratorClass.Protocols(&dequeIterator{})
	dequeClass.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		d := &deque{max: -1}
		if cls == dequeClass {
			return d, nil
		}
		d.class = cls
		i := object.NewInstance(cls)
		i.Native = d
		return i, nil
	}
	dequeClass.LongName = "collections.deque"
	dequeClass.Protocols(&deque{}, object.Add, object.Mul)
	dequeClass.Set("__hash__", object.None)
	dequeClass.Getter("maxlen", "The most items it holds, or None.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		if d := object.Of(o).(*deque); d.max >= 0 {
			return object.Int(d.max), nil
		}
		return object.None, nil
	})
	for _, m := range dequeMethods {
		do := m.do
		dequeClass.Methods(object.Func(m.name, m.sig, m.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			return do(t, a[0].(*deque), a[1:])
		}))
	}
}

var empty = func() error { return object.NewError(object.IndexErrorClass, "pop from an empty deque") }

var dequeMethods = []struct {
	name, sig, doc string
	do             func(t *object.Thread, d *deque, a []object.Object) (object.Object, error)
}{
	{"__init__", "(self, iterable=(), maxlen=None)", "", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		d.items, d.max = nil, -1
		if a[1] != object.None {
			n, err := object.Index(t, a[1])
			if err != nil {
				return nil, object.TypeError("an integer is required")
			}
			if n < 0 {
				return nil, object.ValueError("maxlen must be non-negative")
			}
			d.max = n
		}
		return object.None, d.extend(t, a[0])
	}},
	{"append", "(self, x, /)", "Adds at the right.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		return object.None, d.push(t, a[0])
	}},
	{"appendleft", "(self, x, /)", "Adds at the left.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		return object.None, d.pushLeft(t, a[0])
	}},
	{"pop", "(self, /)", "Takes from the right.", func(_ *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
		n := len(d.items)
		if n == 0 {
			return nil, empty()
		}
		d.version++
		v := d.items[n-1]
		d.items = d.items[:n-1]
		return v, nil
	}},
	{"popleft", "(self, /)", "Takes from the left.", func(_ *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
		if len(d.items) == 0 {
			return nil, empty()
		}
		d.version++
		v := d.items[0]
		d.items = d.items[1:]
		return v, nil
	}},
	{"extend", "(self, iterable, /)", "Adds all at the right.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		return object.None, d.extend(t, a[0])
	}},
	{"extendleft", "(self, iterable, /)", "Adds all at the left.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		items, err := object.Items(t, a[0])
		for _, v := range items {
			if err == nil {
				err = d.pushLeft(t, v)
			}
		}
		return object.None, err
	}},
	{"clear", "(self, /)", "Removes all.", func(_ *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
		d.items = nil
		d.version++
		return object.None, nil
	}},
	{"copy", "(self, /)", "Returns a shallow copy.", copyDeque},
	{"__copy__", "(self, /)", "Returns a shallow copy.", copyDeque},
	{"__reduce__", "(self, /)", "", func(_ *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
		c := d.class
		if c == nil {
			c = dequeClass
		}
		args := []object.Object{object.NewTuple()}
		if d.max >= 0 {
			args = append(args, object.Int(d.max))
		}
		return object.NewTuple(c, object.NewTuple(args...), object.None, object.NewList(append([]object.Object(nil), d.items...)...)), nil
	}},
	{"rotate", "(self, n=1, /)", "Turns to the right.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil || len(d.items) == 0 {
			return object.None, err
		}
		n = ((n % len(d.items)) + len(d.items)) % len(d.items)
		cut := len(d.items) - n
		d.items = append(append([]object.Object(nil), d.items[cut:]...), d.items[:cut]...)
		d.version++
		return object.None, t.Alloc(int64(len(d.items)) * 16)
	}},
	{"reverse", "(self, /)", "Turns the order round.", func(t *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
		for i, j := 0, len(d.items)-1; i < j; i, j = i+1, j-1 {
			d.items[i], d.items[j] = d.items[j], d.items[i]
		}
		return object.None, t.Each(len(d.items))
	}},
	{"__reversed__", "(self, /)", "", func(_ *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
		return &dequeIterator{d: d, version: d.version, back: true}, nil
	}},
	{"count", "(self, x, /)", "Counts x.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		return object.CallMethod(t, object.NewList(d.items...), "count", a[0])
	}},
	{"index", "(self, x, start=0, stop=?, /)", "Finds x.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		args := []object.Object{a[0], a[1]}
		if a[2] != nil {
			args = append(args, a[2])
		}
		v, err := object.CallMethod(t, object.NewList(d.items...), "index", args...)
		if object.IsKind(err, object.ValueErrorClass) {
			return nil, notIn(t, a[0])
		}
		return v, err
	}},
	{"insert", "(self, i, x, /)", "Puts x before index i.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		if d.max >= 0 && len(d.items) >= d.max {
			return nil, object.NewError(object.IndexErrorClass, "deque already at its maximum size")
		}
		list := object.NewList(append([]object.Object(nil), d.items...)...)
		_, err := object.CallMethod(t, list, "insert", a[0], a[1])
		d.items = list.Items
		d.version++
		return object.None, err
	}},
	{"remove", "(self, value, /)", "Removes the first item equal to value.", func(t *object.Thread, d *deque, a []object.Object) (object.Object, error) {
		for i, v := range d.items {
			same, err := object.Equal(t, v, a[0])
			if err != nil {
				return nil, err
			}
			if same {
				return object.None, d.SetItem(t, object.Int(i), nil)
			}
		}
		return nil, notIn(t, a[0])
	}},
}

func notIn(t *object.Thread, v object.Object) error {
	s, err := object.Repr(t, v)
	if err != nil {
		return err
	}
	return object.ValueError("%s is not in deque", s)
}

// copyDeque makes a deque of the same class, items and limit.
func copyDeque(t *object.Thread, d *deque, _ []object.Object) (object.Object, error) {
	if d.class == nil {
		return d.copy(), t.Alloc(int64(len(d.items)) * 16)
	}
	args := []object.Object{object.NewList(append([]object.Object(nil), d.items...)...)}
	if d.max >= 0 {
		args = append(args, object.Int(d.max))
	}
	return object.Call(t, d.class, args...)
}
