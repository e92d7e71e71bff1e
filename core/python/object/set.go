package object

// Set is a set or, with frozen, a frozenset. Its table and the way it probes and grows are CPython's, so that sets print
// and iterate in the order programs see there.
type Set struct {
	table  []setEntry
	fill   int // entries used or dropped
	used   int
	finger int // where pop goes on
	frozen bool
	hash   uint64 // of a frozenset, 0 until asked for
}

type setEntry struct {
	key  Object // nil: never used
	hash uint64
}

// dropped marks the place of a removed key: probing goes on behind it.
var dropped Object = &NoneType{}

const (
	setMinimum   = 8
	linearProbes = 9
	perturbShift = 5
)

// NewSet returns an empty set.
func NewSet() *Set { return &Set{table: make([]setEntry, setMinimum)} }

// NewFrozenSet returns an empty frozenset, to be filled before it is handed out.
func NewFrozenSet() *Set { return &Set{table: make([]setEntry, setMinimum), frozen: true} }

// NewSetOf returns a set of the items.
func NewSetOf(t *Thread, items ...Object) (*Set, error) {
	s := NewSet()
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// NewConstantSet returns the set that a display of three or more constants makes. CPython's compiler builds a frozenset,
// builds it again from its own items, and merges that, which may order them differently from adding one by one.
func NewConstantSet(t *Thread, items ...Object) (*Set, error) {
	s, err := NewSetOf(t, items...)
	if err != nil || len(items) < 3 {
		return s, err
	}
	if s, err = NewSetOf(t, s.list()...); err != nil {
		return nil, err
	}
	merged := NewSet()
	return merged, merged.merge(t, s)
}

// Class returns the type set or frozenset.
func (s *Set) Class() *Class {
	if s.frozen {
		return FrozenSetClass
	}
	return SetClass
}

// Len returns the number of items.
func (s *Set) Len() int { return s.used }

// Frozen reports whether the set is a frozenset.
func (s *Set) Frozen() bool { return s.frozen }

// All yields the items in order; the set must not change meanwhile.
func (s *Set) All() func(yield func(v Object) bool) {
	return func(yield func(v Object) bool) {
		for i := 0; i < len(s.table); i++ {
			if k := s.table[i].key; k != nil && k != dropped && !yield(k) {
				return
			}
		}
	}
}

// find returns the place of key and whether it is there; if not, the place is where it belongs: the last dropped one that
// the probe sequence met, or the free one at its end.
func (s *Set) find(t *Thread, key Object, hash uint64) (int, bool, error) {
restart:
	table, fill, used := s.table, s.fill, s.used
	mask := uint64(len(table) - 1)
	perturb, free := hash, -1
	for i := hash & mask; ; {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			e := &table[j]
			if e.key == nil {
				if free < 0 {
					free = int(j)
				}
				return free, false, nil
			}
			if e.key == dropped {
				free = int(j)
				continue
			}
			if e.hash != hash {
				continue
			}
			same, err := sameKey(t, e.key, key)
			if err != nil {
				return 0, false, err
			}
			if len(s.table) != len(table) || s.fill != fill || s.used != used || &s.table[0] != &table[0] {
				goto restart // comparing changed the set
			}
			if same {
				return int(j), true, nil
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// Add adds an item unless it is there.
func (s *Set) Add(t *Thread, key Object) error {
	h, err := Hash(t, key)
	if err != nil {
		return err
	}
	return s.add(t, key, h)
}

func (s *Set) add(t *Thread, key Object, hash uint64) error {
	i, there, err := s.find(t, key, hash)
	if there || err != nil {
		return err
	}
	reused := s.table[i].key == dropped
	s.table[i] = setEntry{key, hash}
	s.used++
	if reused {
		return nil
	}
	s.fill++
	if s.fill*5 < (len(s.table)-1)*3 {
		return nil
	}
	return s.grow(t)
}

func (s *Set) grow(t *Thread) error {
	if s.used > 50000 {
		return s.resize(t, s.used*2)
	}
	return s.resize(t, s.used*4)
}

// resize makes the table the smallest power of two above room.
func (s *Set) resize(t *Thread, room int) error {
	size := setMinimum
	for size <= room {
		size *= 2
	}
	if size > 1024 {
		if err := t.Alloc(int64(size) * 24); err != nil {
			return err
		}
	}
	old := s.table
	s.table = make([]setEntry, size)
	s.fill = s.used
	for _, e := range old {
		if e.key != nil && e.key != dropped {
			s.place(e)
		}
	}
	return nil
}

// place puts an entry that is known to be new into a table without dropped keys.
func (s *Set) place(e setEntry) {
	mask := uint64(len(s.table) - 1)
	perturb := e.hash
	for i := e.hash & mask; ; {
		probes := uint64(0)
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			if s.table[j].key == nil {
				s.table[j] = e
				return
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// merge adds all items of another set.
func (s *Set) merge(t *Thread, o *Set) error {
	if o == s || o.used == 0 {
		return nil
	}
	if err := t.Spend(int64(o.used)); err != nil {
		return err
	}
	if (s.fill+o.used)*5 >= (len(s.table)-1)*3 {
		if err := s.resize(t, (s.used+o.used)*2); err != nil {
			return err
		}
	}
	if s.fill == 0 && len(s.table) == len(o.table) && o.fill == o.used {
		copy(s.table, o.table)
		s.fill, s.used = o.fill, o.used
		return nil
	}
	if s.fill == 0 {
		s.fill, s.used = o.used, o.used
		for _, e := range o.table {
			if e.key != nil && e.key != dropped {
				s.place(e)
			}
		}
		return nil
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.key != nil && e.key != dropped {
			if err := s.add(t, e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// Discard removes an item and reports whether it was there.
func (s *Set) Discard(t *Thread, key Object) (bool, error) {
	h, err := s.hashOf(t, key)
	if err != nil {
		return false, err
	}
	return s.discard(t, key, h)
}

func (s *Set) discard(t *Thread, key Object, hash uint64) (bool, error) {
	i, there, err := s.find(t, key, hash)
	if there {
		s.table[i] = setEntry{dropped, 1<<64 - 1}
		s.used--
	}
	return there, err
}

// hashOf hashes a key to look up: a set among sets is looked up as if it were frozen.
func (s *Set) hashOf(t *Thread, key Object) (uint64, error) {
	h, err := Hash(t, key)
	if err != nil {
		if x, ok := Of(key).(*Set); ok && IsKind(err, TypeErrorClass) {
			return x.contentHash(), nil
		}
	}
	return h, err
}

// Contains reports whether item is in the set.
func (s *Set) Contains(t *Thread, item Object) (bool, error) {
	h, err := s.hashOf(t, item)
	if err != nil {
		return false, err
	}
	_, there, err := s.find(t, item, h)
	return there, err
}

// Clear removes all items.
func (s *Set) Clear() {
	s.table = make([]setEntry, setMinimum)
	s.fill, s.used = 0, 0
}

// Copy returns a new set of the same items and the same kind.
func (s *Set) Copy(t *Thread) (*Set, error) {
	c := &Set{table: make([]setEntry, setMinimum), frozen: s.frozen}
	return c, c.merge(t, s)
}

// pop removes some item and returns it, or nil.
func (s *Set) pop() Object {
	if s.used == 0 {
		return nil
	}
	i := s.finger & (len(s.table) - 1)
	for s.table[i].key == nil || s.table[i].key == dropped {
		i++
		if i == len(s.table) {
			i = 0
		}
	}
	v := s.table[i].key
	s.table[i] = setEntry{dropped, 1<<64 - 1}
	s.used--
	s.finger = i + 1
	return v
}

// Hash is the hash of a frozenset; a set has none.
func (s *Set) Hash(*Thread) (uint64, error) {
	if !s.frozen {
		e := TypeError("unhashable type: 'set'")
		e.Subject = s
		return 0, e
	}
	if s.hash == 0 {
		s.hash = s.contentHash()
	}
	return s.hash, nil
}

// contentHash mixes the items' hashes so that their order does not matter.
func (s *Set) contentHash() uint64 {
	var h uint64
	for _, e := range s.table {
		if e.key != nil && e.key != dropped {
			h ^= ((e.hash ^ 89869747) ^ (e.hash << 16)) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		return 590923713
	}
	return h
}
