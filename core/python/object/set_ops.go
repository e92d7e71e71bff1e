package object

// Iter returns a set_iterator.
func (s *Set) Iter(*Thread) (Object, error) { return &setIterator{set: s, used: s.used}, nil }

// Repr shows the items in braces; an empty set and a frozenset show their class.
func (s *Set) Repr(t *Thread) (string, error) { return s.reprAs(t, s.Class()) }

func (s *Set) reprAs(t *Thread, c *Class) (string, error) {
	if s.used == 0 {
		return c.Name + "()", nil
	}
	open, end := "{", "}"
	if c != SetClass {
		open, end = c.Name+"({", "})"
	}
	items := s.list()
	return reprItems(t, s, open, end, c.Name+"(...)", func() []Object { return items })
}

func (s *Set) list() []Object {
	items := make([]Object, 0, s.used)
	for v := range s.All() {
		items = append(items, v)
	}
	return items
}

// asSet returns the set that o is or has inside.
func asSet(o Object) (*Set, bool) {
	s, ok := Of(o).(*Set)
	return s, ok
}

// setOf returns o as a set: itself, or a new set of its items.
func setOf(t *Thread, o Object) (*Set, error) {
	if s, ok := asSet(o); ok {
		return s, nil
	}
	s := NewSet()
	return s, s.Update(t, o)
}

// Update adds all items of an iterable.
func (s *Set) Update(t *Thread, o Object) error {
	if x, ok := asSet(o); ok {
		return s.merge(t, x)
	}
	if d, ok := o.(*Dict); ok {
		if (s.fill+d.used)*5 >= (len(s.table)-1)*3 {
			if err := s.resize(t, (s.used+d.used)*2); err != nil {
				return err
			}
		}
	}
	return Iterate(t, o, func(v Object) (bool, error) { return true, s.Add(t, v) })
}

// each calls f for the items of a set as long as it does not fail.
func (s *Set) each(t *Thread, f func(key Object, hash uint64) error) error {
	for i := 0; i < len(s.table); i++ {
		e := s.table[i]
		if e.key == nil || e.key == dropped {
			continue
		}
		if err := t.Spend(1); err != nil {
			return err
		}
		if err := f(e.key, e.hash); err != nil {
			return err
		}
	}
	return nil
}

// empty returns a new empty set of the same kind.
func (s *Set) empty() *Set { return &Set{table: make([]setEntry, setMinimum), frozen: s.frozen} }

// intersection returns the items that o has too.
func (s *Set) intersection(t *Thread, o Object) (*Set, error) {
	if x, ok := asSet(o); ok {
		if x == s {
			return s.Copy(t)
		}
		result := s.empty()
		small, large := x, s
		if x.used > s.used {
			small, large = s, x
		}
		return result, small.each(t, func(key Object, hash uint64) error {
			_, there, err := large.find(t, key, hash)
			if there && err == nil {
				err = result.add(t, key, hash)
			}
			return err
		})
	}
	result := s.empty()
	return result, Iterate(t, o, func(v Object) (bool, error) {
		h, err := Hash(t, v)
		if err != nil {
			return false, err
		}
		_, there, err := s.find(t, v, h)
		if there && err == nil {
			err = result.add(t, v, h)
		}
		return true, err
	})
}

// difference returns the items that o lacks.
func (s *Set) difference(t *Thread, o Object) (*Set, error) {
	n := -1
	if x, ok := asSet(o); ok {
		n = x.used
	} else if d, ok := Of(o).(*Dict); ok {
		n = d.used
	}
	if n < 0 || s.used>>2 > n {
		c, err := s.Copy(t)
		if err != nil {
			return nil, err
		}
		return c, c.differenceUpdate(t, o)
	}
	result := s.empty()
	return result, s.each(t, func(key Object, hash uint64) error {
		in, err := Contains(t, Of(o), key)
		if !in && err == nil {
			err = result.add(t, key, hash)
		}
		return err
	})
}

func (s *Set) differenceUpdate(t *Thread, o Object) error {
	if x, ok := asSet(o); ok && x == s {
		s.Clear()
		return nil
	}
	if err := s.discardAll(t, o); err != nil || s.fill-s.used <= (len(s.table)-1)/4 {
		return err
	}
	return s.grow(t) // too many dropped keys
}

// discardAll removes the items of an iterable.
func (s *Set) discardAll(t *Thread, o Object) error {
	x, ok := asSet(o)
	if !ok {
		return Iterate(t, o, func(v Object) (bool, error) {
			h, err := Hash(t, v)
			if err == nil {
				_, err = s.discard(t, v, h)
			}
			return true, err
		})
	}
	if x.used>>3 > s.used { // the other set is much larger: look only at what both have
		var err error
		if x, err = s.intersection(t, x); err != nil {
			return err
		}
	}
	return x.each(t, func(key Object, hash uint64) error {
		_, err := s.discard(t, key, hash)
		return err
	})
}

func (s *Set) symmetricUpdate(t *Thread, o Object) error {
	x, ok := asSet(o)
	if ok && x == s {
		s.Clear()
		return nil
	}
	if !ok {
		var err error
		if x, err = setOf(t, o); err != nil {
			return err
		}
	}
	return x.each(t, func(key Object, hash uint64) error {
		there, err := s.discard(t, key, hash)
		if !there && err == nil {
			err = s.add(t, key, hash)
		}
		return err
	})
}

// symmetricDifference returns the items that only one of the two has.
func (s *Set) symmetricDifference(t *Thread, o Object) (*Set, error) {
	result := s.empty()
	if err := result.Update(t, o); err != nil {
		return nil, err
	}
	return result, result.symmetricUpdate(t, s)
}

// subset reports whether o has all items of s.
func (s *Set) subset(t *Thread, o *Set) (bool, error) {
	if s.used > o.used {
		return false, nil
	}
	for i := 0; i < len(s.table); i++ {
		e := s.table[i]
		if e.key == nil || e.key == dropped {
			continue
		}
		if err := t.Spend(1); err != nil {
			return false, err
		}
		if _, there, err := o.find(t, e.key, e.hash); !there || err != nil {
			return false, err
		}
	}
	return true, nil
}

// Compare compares with another set: equality, and < and <= for being part of it.
func (s *Set) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	x, ok := asSet(o)
	if !ok {
		return NotImplemented, nil
	}
	var v bool
	var err error
	switch op {
	case Eq, Ne:
		if v = s.used == x.used; v {
			v, err = s.subset(t, x)
		}
		v = v == (op == Eq)
	case Lt, Le:
		if v = op == Le || s.used < x.used; v {
			v, err = s.subset(t, x)
		}
	case Gt, Ge:
		if v = op == Ge || s.used > x.used; v {
			v, err = x.subset(t, s)
		}
	}
	return Bool(v), err
}

// Binary is set arithmetic between sets.
func (s *Set) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	x, ok := asSet(o)
	if !ok {
		return NotImplemented, nil
	}
	if reflected {
		s, x = x, s
	}
	return wrapSet(s.operate(t, op, x))
}

func wrapSet(s *Set, err error) (Object, error) {
	if err != nil {
		return nil, err
	}
	if s == nil {
		return NotImplemented, nil
	}
	return s, nil
}

func (s *Set) operate(t *Thread, op BinaryOp, x *Set) (*Set, error) {
	switch op {
	case Or:
		c, err := s.Copy(t)
		if err != nil || x == s {
			return c, err
		}
		return c, c.merge(t, x)
	case And:
		return s.intersection(t, x)
	case Sub:
		return s.difference(t, x)
	case Xor:
		return s.symmetricDifference(t, x)
	}
	return nil, nil
}

// Inplace is set arithmetic that changes a set; a frozenset makes a new one instead.
func (s *Set) Inplace(t *Thread, op BinaryOp, o Object) (Object, error) {
	x, ok := asSet(o)
	if !ok || s.frozen {
		return NotImplemented, nil
	}
	switch op {
	case Or:
		return s, s.merge(t, x)
	case And:
		return s, s.intersectionUpdate(t, x)
	case Sub:
		return s, s.differenceUpdate(t, x)
	case Xor:
		return s, s.symmetricUpdate(t, x)
	}
	return NotImplemented, nil
}

func (s *Set) intersectionUpdate(t *Thread, o Object) error {
	r, err := s.intersection(t, o)
	if err != nil {
		return err
	}
	s.table, s.fill, s.used = r.table, r.fill, r.used
	return nil
}

// setIterator goes through a set's table and notices when the set changes size.
type setIterator struct {
	set  *Set // nil at the end
	next int
	used int
}

var setIteratorClass = newBuiltinClass("set_iterator", final)

// Class returns the type set_iterator.
func (*setIterator) Class() *Class { return setIteratorClass }

// Iter returns the iterator itself.
func (it *setIterator) Iter(*Thread) (Object, error) { return it, nil }

// Next returns the next item.
func (it *setIterator) Next(*Thread) (Object, error) {
	if it.set == nil {
		return nil, nil
	}
	if it.used != it.set.used {
		it.used = -1 // and so it stays
		return nil, NewError(RuntimeErrorClass, "Set changed size during iteration")
	}
	for ; it.next < len(it.set.table); it.next++ {
		if k := it.set.table[it.next].key; k != nil && k != dropped {
			it.next++
			return k, nil
		}
	}
	it.set = nil
	return nil, nil
}

func (it *setIterator) lengthHint() int {
	n := 0
	for i := it.next; it.set != nil && i < len(it.set.table); i++ {
		if k := it.set.table[i].key; k != nil && k != dropped {
			n++
		}
	}
	return n
}
