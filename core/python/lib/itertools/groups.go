package itertools

import "layerglass/core/python/object"

// grouping is the state that a groupby and its groups share: the item read last, and its key.
type grouping struct {
	it, fn     object.Object
	value, key object.Object // the item read but not yet given out; nil when there is none
	current    object.Object // key of the group under way
	serial     int           // number of that group: an older group is empty
	done       bool
}

func (g *grouping) read(t *object.Thread) error {
	v, err := object.Next(t, g.it)
	if err != nil {
		return err
	}
	g.value = v
	if v == nil {
		g.done = true
		return nil
	}
	g.key = v
	if g.fn != object.None {
		g.key, err = object.Call(t, g.fn, v)
	}
	return err
}

func (g *grouping) sameKey(t *object.Thread) (bool, error) { return object.Equal(t, g.key, g.current) }

var grouperClass = object.NewType("_grouper", "itertools", nil).Final().Dotted()

func groupby(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	g := &grouping{it: it, fn: a[1]}
	return func(t *object.Thread) (object.Object, error) { return g.next(t) }, nil
}

// next skips what is left of the group under way and begins the next one.
func (g *grouping) next(t *object.Thread) (object.Object, error) {
	g.serial++
	for {
		if g.value == nil {
			if g.done {
				return nil, nil
			}
			if err := g.read(t); err != nil {
				return nil, err
			}
			if g.value == nil {
				return nil, nil
			}
		}
		if g.current == nil {
			break
		}
		same, err := g.sameKey(t)
		if err != nil {
			return nil, err
		}
		if !same {
			break
		}
		g.value = nil
	}
	g.current = g.key
	mine := g.serial
	group := &iterator{class: grouperClass, next: func(t *object.Thread) (object.Object, error) { return g.item(t, mine) }}
	return object.NewTuple(g.current, group), nil
}

// item gives the next item of a group, nil once the group is over or another has begun.
func (g *grouping) item(t *object.Thread, serial int) (object.Object, error) {
	if serial != g.serial {
		return nil, nil
	}
	if g.value == nil {
		if g.done {
			return nil, nil
		}
		if err := g.read(t); err != nil || g.value == nil {
			return nil, err
		}
	}
	same, err := g.sameKey(t)
	if !same || err != nil {
		return nil, err
	}
	v := g.value
	g.value = nil
	return v, nil
}

// shared is the buffer behind the iterators of one tee call.
type shared struct {
	it    object.Object
	items []object.Object
	base  int // position of items[0]
	at    []int
}

var teeClass = object.NewType("_tee", "itertools", nil).Final().Dotted()

func tee(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueError("n must be >= 0")
	}
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(int64(n) * 64); err != nil {
		return nil, err
	}
	s := &shared{it: it, at: make([]int, n)}
	var out []object.Object
	for i := range s.at {
		out = append(out, &iterator{class: teeClass, next: func(t *object.Thread) (object.Object, error) { return s.next(t, i) }})
	}
	return object.NewTuple(out...), nil
}

func (s *shared) next(t *object.Thread, i int) (object.Object, error) {
	for s.at[i]-s.base >= len(s.items) {
		v, err := object.Next(t, s.it)
		if v == nil || err != nil {
			return nil, err
		}
		s.items = append(s.items, v)
	}
	v := s.items[s.at[i]-s.base]
	s.at[i]++
	s.trim()
	return v, nil
}

// trim forgets what all iterators have passed.
func (s *shared) trim() {
	least := s.at[0]
	for _, n := range s.at {
		least = min(least, n)
	}
	if least-s.base > 64 {
		s.items = append([]object.Object(nil), s.items[least-s.base:]...)
		s.base = least
	}
}

func init() {
	grouperClass.Protocols(&iterator{})
	teeClass.Protocols(&iterator{})
}
