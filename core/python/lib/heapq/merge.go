package heapq

import "layerglass/core/python/object"

// merger is the iterator that merge returns: it looks at the next item of each source and gives out the smallest, of equal
// ones that of the earliest source.
type merger struct {
	sources []source
	key     object.Object // or None
	reverse bool
	started bool
}

// source is an iterator and its next item, with its key.
type source struct {
	iter, item, key object.Object
}

var mergerClass = object.NewType("generator", "builtins", nil).Final()

func (*merger) Class() *object.Class { return mergerClass }

// Iter returns the iterator itself.
func (m *merger) Iter(*object.Thread) (object.Object, error) { return m, nil }

func init() { mergerClass.Protocols(&merger{}) }

func merge(t *object.Thread, a []object.Object) (object.Object, error) {
	m := &merger{key: a[1]}
	var err error
	if m.reverse, err = object.Truth(t, a[2]); err != nil {
		return nil, err
	}
	for _, o := range a[0].(*object.Tuple).Items {
		m.sources = append(m.sources, source{iter: o})
	}
	return m, nil
}

// advance reads the next item of a source; an exhausted one loses its iterator.
func (m *merger) advance(t *object.Thread, s *source) (err error) {
	if s.item, err = object.Next(t, s.iter); err != nil {
		return err
	}
	if s.item == nil {
		s.iter = nil
		return nil
	}
	s.key = s.item
	if m.key != object.None {
		s.key, err = object.Call(t, m.key, s.item)
	}
	return err
}

func (m *merger) start(t *object.Thread) error {
	m.started = true
	for i := range m.sources {
		s := &m.sources[i]
		var err error
		if s.iter, err = object.Iter(t, s.iter); err != nil {
			return err
		}
		if err := m.advance(t, s); err != nil {
			return err
		}
	}
	return nil
}

// Next returns the smallest of the next items.
func (m *merger) Next(t *object.Thread) (object.Object, error) {
	if !m.started {
		if err := m.start(t); err != nil {
			return nil, err
		}
	}
	var best *source
	for i := range m.sources {
		s := &m.sources[i]
		if s.iter == nil {
			continue
		}
		if best == nil {
			best = s
			continue
		}
		x, y := s.key, best.key
		if m.reverse {
			x, y = y, x
		}
		before, err := object.Less(t, x, y)
		if err != nil {
			return nil, err
		}
		if before {
			best = s
		}
	}
	if best == nil {
		return nil, nil
	}
	item := best.item
	return item, m.advance(t, best)
}
