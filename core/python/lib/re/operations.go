package re

import (
	"strings"

	"layerglass/core/python/object"
)

// matches is the iterator that finditer returns.
type matches struct{ *search }

var matchesClass = object.NewType("callable_iterator", "builtins", nil).Final()

// Class returns the type of the iterator.
func (*matches) Class() *object.Class { return matchesClass }

// Iter returns the iterator itself.
func (m *matches) Iter(*object.Thread) (object.Object, error) { return m, nil }

// Next returns the next match.
func (m *matches) Next(*object.Thread) (object.Object, error) {
	found, err := m.next()
	if found == nil || err != nil {
		return nil, err
	}
	return found, nil
}

func init() { matchesClass.Protocols(&matches{}) }

// orEmpty returns a group's text, or an empty one.
func (m *Match) orEmpty(group int) object.Object {
	if v := m.group(group); v != nil {
		return v
	}
	return m.subject.make("")
}

func findAll(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
	s, err := p.from(t, a)
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	for {
		m, err := s.next()
		if err != nil {
			return nil, err
		}
		if m == nil {
			return out, nil
		}
		var v object.Object
		switch n := p.program.groups; n {
		case 0, 1:
			v = m.orEmpty(n)
		default:
			items := make([]object.Object, n)
			for i := range items {
				items[i] = m.orEmpty(i + 1)
			}
			v = object.NewTuple(items...)
		}
		if err := out.Append(t, v); err != nil {
			return nil, err
		}
	}
}

func split(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
	most, err := bound(t, a[1])
	if err != nil {
		return nil, err
	}
	s, err := p.over(t, a[0], 0, 1<<62)
	if err != nil {
		return nil, err
	}
	out, last := object.NewList(), 0
	for n := 0; most == 0 || n < most; n++ {
		m, err := s.next()
		if err != nil {
			return nil, err
		}
		if m == nil {
			break
		}
		out.Items = append(out.Items, s.subject.part(last, int(m.spans[0])))
		for g := 1; g <= p.program.groups; g++ {
			v := m.group(g)
			if v == nil {
				v = object.None
			}
			out.Items = append(out.Items, v)
		}
		last = int(m.spans[1])
		if err := t.Alloc(32); err != nil {
			return nil, err
		}
	}
	out.Items = append(out.Items, s.subject.part(last, s.subject.len()))
	return out, nil
}

// replace replaces the matches and tells how many there were.
func (p *Pattern) replace(t *object.Thread, a []object.Object) (object.Object, int, error) {
	most, err := bound(t, a[2])
	if err != nil {
		return nil, 0, err
	}
	with, err := p.replacement(t, a[0])
	if err != nil {
		return nil, 0, err
	}
	s, err := p.over(t, a[1], 0, 1<<62)
	if err != nil {
		return nil, 0, err
	}
	var b strings.Builder
	n, last, pieces := 0, 0, 0
	for ; most == 0 || n < most; n++ {
		m, err := s.next()
		if err != nil {
			return nil, 0, err
		}
		if m == nil {
			break
		}
		if from := int(m.spans[0]); from > last {
			b.WriteString(s.subject.slice(last, from))
			pieces++
		}
		piece, isNone, err := with(m, pieces)
		if err != nil {
			return nil, 0, err
		}
		if !isNone {
			pieces++
		}
		last = int(m.spans[1])
		b.WriteString(piece)
		if err := t.Alloc(int64(len(piece)) + 8); err != nil {
			return nil, 0, err
		}
	}
	b.WriteString(s.subject.slice(last, s.subject.len()))
	return s.subject.make(b.String()), n, nil
}

// replacement returns the function that makes the text for a match: of a template, or by calling a function. place is the
// number of the piece in the result, for errors; isNone tells that a function returned None, which counts for nothing.
func (p *Pattern) replacement(t *object.Thread, repl object.Object) (func(m *Match, place int) (text string, isNone bool, err error), error) {
	if object.IsCallable(repl) {
		return func(m *Match, place int) (string, bool, error) {
			v, err := object.Call(t, repl, m)
			if err != nil {
				return "", false, err
			}
			if v == object.None {
				return "", true, nil
			}
			text, err := m.pieceOf(v, place)
			return text, false, err
		}, nil
	}
	s, err := subjectOf(repl)
	if err != nil {
		return nil, object.TypeError("decoding to str: need a bytes-like object, %s found", repl.Class().MessageName())
	}
	if !strings.Contains(s.s, `\`) {
		return func(m *Match, place int) (string, bool, error) {
			text, err := m.pieceOf(repl, place)
			return text, false, err
		}, nil
	}
	parts, err := p.template(t, s)
	if err != nil {
		return nil, err
	}
	return func(m *Match, place int) (string, bool, error) {
		if s.isBytes != m.subject.isBytes {
			_, err := m.pieceOf(repl, place)
			return "", false, err
		}
		return m.fill(parts), false, nil
	}, nil
}

// pieceOf returns the text of an object that is to become part of the result.
func (m *Match) pieceOf(v object.Object, place int) (string, error) {
	switch x := object.Of(v).(type) {
	case *object.Str:
		if !m.subject.isBytes {
			return x.String(), nil
		}
	case *object.Bytes:
		if m.subject.isBytes {
			return x.String(), nil
		}
	case *object.ByteArray:
		if m.subject.isBytes {
			return string(x.Bytes()), nil
		}
	}
	if m.subject.isBytes {
		return "", object.TypeError("sequence item %d: expected a bytes-like object, %s found", place, v.Class().MessageName())
	}
	return "", object.TypeError("sequence item %d: expected str instance, %s found", place, v.Class().MessageName())
}
