package object

// Dict is a Python dict: insertion-ordered, with any hashable key. It is also the namespace of modules, classes and
// instances, where keys are interned *Str and look-ups compare pointers.
//
// The table follows CPython's compact dict: entries in insertion order, and an index of slots into them. Small dicts of
// up to eight entries have no index and are searched from the front.
type Dict struct {
	entries []dictEntry
	index   []int32 // power of two; slotEmpty, slotDeleted or an entry number
	used    int     // live entries
	mixed   bool    // a key may be something else than an interned string
	// Version counts changes of the set of keys, so that iteration sees them.
	Version uint32
}

type dictEntry struct {
	key   Object // nil: deleted
	value Object
	hash  uint64
}

const (
	slotEmpty   = -1
	slotDeleted = -2
	linearMax   = 8
)

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{} }

// NewDictSize returns an empty dict with room for n entries.
func NewDictSize(n int) *Dict { return &Dict{entries: make([]dictEntry, 0, n)} }

// Class returns the type dict.
func (*Dict) Class() *Class { return DictClass }

// Len returns the number of entries.
func (d *Dict) Len() int { return d.used }

// find returns the entry number of key, or -1. hash must be key's hash. Comparing keys may run code that changes the
// dict; the search then begins anew.
func (d *Dict) find(t *Thread, key Object, hash uint64) (int, error) {
	version := d.Version
	if d.index == nil {
		for i := 0; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.key == nil || e.hash != hash {
				continue
			}
			same, err := sameKey(t, e.key, key)
			if err == nil && d.Version != version {
				return d.find(t, key, hash)
			}
			if same || err != nil {
				return i, err
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	for i, perturb := hash&mask, hash; ; {
		n := d.index[i]
		if n == slotEmpty {
			return -1, nil
		}
		if n >= 0 && d.entries[n].hash == hash {
			same, err := sameKey(t, d.entries[n].key, key)
			if err == nil && d.Version != version {
				return d.find(t, key, hash)
			}
			if same || err != nil {
				return int(n), err
			}
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

func sameKey(t *Thread, a, b Object) (bool, error) {
	switch x := a.(type) {
	case *Str:
		if y, ok := b.(*Str); ok {
			if x != y && len(x.s) >= 512 && len(x.s) == len(y.s) && t != nil {
				if err := t.Spend(int64(len(x.s)) / textStep); err != nil {
					return false, err
				}
			}
			return x == y || x.s == y.s, nil
		}
	case Int:
		if y, ok := b.(Int); ok {
			return x == y, nil
		}
	}
	if Is(a, b) {
		return true, nil
	}
	if t == nil { // a namespace look-up: only strings can match, and no user code may run
		return false, nil
	}
	return Equal(t, a, b)
}

// findStr is find for a string key: no user code can run.
func (d *Dict) findStr(key *Str) int {
	if d.index == nil {
		for i := range d.entries {
			if d.entries[i].key == Object(key) {
				return i
			}
		}
		if key.interned && !d.mixed {
			return -1
		}
	}
	n, _ := d.find(nil, key, key.hashValue())
	return n
}

func (d *Dict) getStr(key *Str) Object {
	if d == nil {
		return nil
	}
	if n := d.findStr(key); n >= 0 {
		return d.entries[n].value
	}
	return nil
}

func (d *Dict) setStr(key *Str, v Object) {
	if n := d.findStr(key); n >= 0 {
		d.entries[n].value = v
		return
	}
	d.insert(key, v, key.hashValue())
}

// GetStr returns the value of a string key, or nil.
func (d *Dict) GetStr(key *Str) Object { return d.getStr(key) }

// SetStr sets the value of a string key.
func (d *Dict) SetStr(key *Str, v Object) { d.setStr(key, v) }

// GetName returns the value of a string key, or nil.
func (d *Dict) GetName(key string) Object { return d.getStr(Intern(key)) }

// SetName sets the value of a string key. Use it for names, which it interns.
func (d *Dict) SetName(key string, v Object) { d.setStr(Intern(key), v) }

// DelStr removes a string key and reports whether it was there.
func (d *Dict) DelStr(key *Str) bool {
	n := d.findStr(key)
	if n < 0 {
		return false
	}
	d.remove(n)
	return true
}

// Get returns the value of key, or nil. The error is that of hashing or comparing.
func (d *Dict) Get(t *Thread, key Object) (Object, error) {
	h, err := Hash(t, key)
	if err != nil {
		return nil, err
	}
	n, err := d.find(t, key, h)
	if n < 0 || err != nil {
		return nil, err
	}
	return d.entries[n].value, nil
}

// Set sets the value of key; a key already there keeps its place and its key object.
func (d *Dict) Set(t *Thread, key, v Object) error {
	h, err := Hash(t, key)
	if err != nil {
		return err
	}
	n, err := d.find(t, key, h)
	if err != nil {
		return err
	}
	if n >= 0 {
		d.entries[n].value = v
		return nil
	}
	d.insert(key, v, h)
	return nil
}

// Delete removes key and returns its value, or nil when it was not there.
func (d *Dict) Delete(t *Thread, key Object) (Object, error) {
	h, err := Hash(t, key)
	if err != nil {
		return nil, err
	}
	n, err := d.find(t, key, h)
	if n < 0 || err != nil {
		return nil, err
	}
	v := d.entries[n].value
	d.remove(n)
	return v, nil
}

func (d *Dict) insert(key, v Object, hash uint64) {
	if len(d.entries) == cap(d.entries) && d.used < len(d.entries)/2 {
		d.rebuild() // many deleted entries: reuse the room
	}
	if d.entries == nil {
		d.entries = make([]dictEntry, 0, 4)
	}
	if s, ok := key.(*Str); !ok || !s.interned {
		d.mixed = true
	}
	d.entries = append(d.entries, dictEntry{key, v, hash})
	d.used++
	d.Version++
	n := len(d.entries)
	if d.index == nil && n <= linearMax {
		return
	}
	if n*3 > len(d.index)*2 {
		d.rebuild()
		return
	}
	d.place(hash, int32(n-1))
}

func (d *Dict) place(hash uint64, n int32) {
	mask := uint64(len(d.index) - 1)
	for i, perturb := hash&mask, hash; ; {
		if d.index[i] < 0 {
			d.index[i] = n
			return
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

// rebuild drops deleted entries and makes the index anew.
func (d *Dict) rebuild() {
	live := d.entries[:0]
	for _, e := range d.entries {
		if e.key != nil {
			live = append(live, e)
		}
	}
	clear(d.entries[len(live):])
	d.entries = live
	if len(live) <= linearMax {
		d.index = nil
		return
	}
	size := 16
	for size*2 < max(len(live)*4, cap(live)*3) { // room for all that the entries have room for
		size *= 2
	}
	d.index = make([]int32, size)
	for i := range d.index {
		d.index[i] = slotEmpty
	}
	for i, e := range d.entries {
		d.place(e.hash, int32(i))
	}
}

func (d *Dict) remove(n int) {
	if d.index != nil {
		mask := uint64(len(d.index) - 1)
		hash := d.entries[n].hash
		for i, perturb := hash&mask, hash; ; {
			if d.index[i] == int32(n) {
				d.index[i] = slotDeleted
				break
			}
			perturb >>= 5
			i = (i*5 + perturb + 1) & mask
		}
	}
	d.used--
	d.Version++
	d.entries[n] = dictEntry{} // its place stays, for iterations that are under way
}

// Clear removes all entries.
func (d *Dict) Clear() {
	clear(d.entries)
	d.entries, d.index, d.used, d.mixed = d.entries[:0], nil, 0, false
	d.Version++
}

// Copy returns a new dict with the same entries.
func (d *Dict) Copy() *Dict {
	c := NewDictSize(d.used)
	for _, e := range d.entries {
		if e.key != nil {
			c.insert(e.key, e.value, e.hash)
		}
	}
	return c
}

// Update sets all entries of o here, in o's order.
func (d *Dict) Update(t *Thread, o *Dict) error {
	if err := t.Spend(int64(len(o.entries))); err != nil {
		return err
	}
	for i := 0; i < len(o.entries); i++ {
		if e := o.entries[i]; e.key != nil {
			if err := d.Set(t, e.key, e.value); err != nil {
				return err
			}
		}
	}
	return nil
}

// Next returns the first live entry at or behind position i and the position to go on from; ok is false at the end.
// Iterating Go code writes: for i := 0; ; { k, v, next, ok := d.Next(i); if !ok { break }; i = next … }, or uses All.
func (d *Dict) Next(i int) (key, value Object, next int, ok bool) {
	for ; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.key != nil {
			return e.key, e.value, i + 1, true
		}
	}
	return nil, nil, i, false
}

// All yields the entries in order; the dict must not change meanwhile.
func (d *Dict) All() func(yield func(k, v Object) bool) {
	return func(yield func(k, v Object) bool) {
		for i := 0; i < len(d.entries); i++ {
			if e := d.entries[i]; e.key != nil && !yield(e.key, e.value) {
				return
			}
		}
	}
}

// Hint looks up an interned name, trying entry number *hint first: a look-up at one place in a program mostly finds
// the same entry again. It returns nil when the name is absent.
func (d *Dict) Hint(key *Str, hint *int32) Object {
	if h := int(*hint); h < len(d.entries) && d.entries[h].key == Object(key) {
		return d.entries[h].value
	}
	return d.findHint(key, hint)
}

func (d *Dict) findHint(key *Str, hint *int32) Object {
	n := d.findStr(key)
	if n < 0 {
		return nil
	}
	*hint = int32(n)
	return d.entries[n].value
}

// SetHint is Hint for assignment.
func (d *Dict) SetHint(key *Str, v Object, hint *int32) {
	if h := int(*hint); h < len(d.entries) && d.entries[h].key == Object(key) {
		d.entries[h].value = v
		return
	}
	n := d.findStr(key)
	if n >= 0 {
		d.entries[n].value = v
	} else {
		d.insert(key, v, key.hashValue())
		n = len(d.entries) - 1
	}
	*hint = int32(n)
}
