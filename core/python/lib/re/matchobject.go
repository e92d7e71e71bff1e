package re

import (
	"strconv"

	"layerglass/core/python/object"
)

// Match is what a pattern found.
type Match struct {
	pattern  *Pattern
	subject  *subject
	spans    []int32 // from and to of each group, group 0 first; -1 for one that took no part
	pos, end int
	last     int // the group closed last, or 0
}

var matchClass = object.NewType("Match", "re", nil).Final().Dotted().Mapping()

// Class returns re.Match.
func (*Match) Class() *object.Class { return matchClass }

func (m *Match) span(group int) (from, to int) { return int(m.spans[2*group]), int(m.spans[2*group+1]) }

// group returns the text of a group, or nil.
func (m *Match) group(group int) object.Object {
	from, to := m.span(group)
	if from < 0 {
		return nil
	}
	return m.subject.part(from, to)
}

func (m *Match) groupOr(group int, fallback object.Object) object.Object {
	if v := m.group(group); v != nil {
		return v
	}
	return fallback
}

// index returns the number of the group that a number or name stands for.
func (m *Match) index(t *object.Thread, o object.Object) (int, error) {
	if n, ok := object.AsInt64(o); ok {
		if n >= 0 && int(n) < len(m.spans)/2 {
			return int(n), nil
		}
	} else if s, ok := object.Of(o).(*object.Str); ok {
		if v := m.pattern.names.GetName(s.String()); v != nil {
			n, _ := object.AsInt64(v)
			return int(n), nil
		}
	} else if _, err := object.Hash(t, o); err == nil {
		if v, err := object.AsIndex(t, o); err == nil {
			if n, ok := object.AsInt64(v); ok {
				return m.index(t, object.Int(n))
			}
		}
	}
	return 0, object.NewError(object.IndexErrorClass, "no such group")
}

// GetItem returns the text of a group, or None.
func (m *Match) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	n, err := m.index(t, key)
	if err != nil {
		return nil, err
	}
	return m.groupOr(n, object.None), nil
}

// Repr shows the place and the text.
func (m *Match) Repr(t *object.Thread) (string, error) {
	s, err := object.Repr(t, m.orEmpty(0))
	if r := []rune(s); len(r) > 50 {
		s = string(r[:50])
	}
	from, to := m.span(0)
	return "<re.Match object; span=(" + strconv.Itoa(from) + ", " + strconv.Itoa(to) + "), match=" + s + ">", err
}

func pair(from, to int) object.Object { return object.NewTuple(object.Int(from), object.Int(to)) }

type matchMethod struct {
	name, sig, doc string
	do             func(t *object.Thread, m *Match, a []object.Object) (object.Object, error)
}

var matchMethods = []matchMethod{
	{"group", "(self, /, *args)", "Returns the text of one group or of several.", group},
	{"groups", "(self, default=None)", "Returns the texts of all groups.", func(_ *object.Thread, m *Match, a []object.Object) (object.Object, error) {
		items := make([]object.Object, m.pattern.program.groups)
		for i := range items {
			items[i] = m.groupOr(i+1, a[0])
		}
		return object.NewTuple(items...), nil
	}},
	{"groupdict", "(self, default=None)", "Returns the texts of the named groups.", func(t *object.Thread, m *Match, a []object.Object) (object.Object, error) {
		d := object.NewDict()
		for k, v := range m.pattern.names.All() {
			n, _ := object.AsInt64(v)
			if err := d.Set(t, k, m.groupOr(int(n), a[0])); err != nil {
				return nil, err
			}
		}
		return d, nil
	}},
	{"start", "(self, group=0, /)", "Returns where a group begins.", func(t *object.Thread, m *Match, a []object.Object) (object.Object, error) {
		n, err := m.index(t, a[0])
		if err != nil {
			return nil, err
		}
		from, _ := m.span(n)
		return object.Int(from), nil
	}},
	{"end", "(self, group=0, /)", "Returns where a group ends.", func(t *object.Thread, m *Match, a []object.Object) (object.Object, error) {
		n, err := m.index(t, a[0])
		if err != nil {
			return nil, err
		}
		_, to := m.span(n)
		return object.Int(to), nil
	}},
	{"span", "(self, group=0, /)", "Returns where a group begins and ends.", func(t *object.Thread, m *Match, a []object.Object) (object.Object, error) {
		n, err := m.index(t, a[0])
		if err != nil {
			return nil, err
		}
		return pair(m.span(n)), nil
	}},
	{"expand", "(self, template)", "Fills the groups into a template.", expand},
	{"__copy__", "(self, /)", "", func(_ *object.Thread, m *Match, _ []object.Object) (object.Object, error) { return m, nil }},
	{"__deepcopy__", "(self, memo, /)", "", func(_ *object.Thread, m *Match, _ []object.Object) (object.Object, error) { return m, nil }},
}

func group(t *object.Thread, m *Match, a []object.Object) (object.Object, error) {
	args := a[0].(*object.Tuple).Items
	if len(args) == 0 {
		return m.group(0), nil
	}
	items := make([]object.Object, len(args))
	for i, o := range args {
		n, err := m.index(t, o)
		if err != nil {
			return nil, err
		}
		items[i] = m.groupOr(n, object.None)
	}
	if len(items) == 1 {
		return items[0], nil
	}
	return object.NewTuple(items...), nil
}

func expand(t *object.Thread, m *Match, a []object.Object) (object.Object, error) {
	s, err := subjectOf(a[0])
	if err != nil {
		return nil, object.TypeError("decoding to str: need a bytes-like object, %s found", a[0].Class().MessageName())
	}
	parts, err := m.pattern.template(t, s)
	if err != nil {
		return nil, err
	}
	if s.isBytes != m.subject.isBytes {
		_, err := m.pieceOf(a[0], 0)
		return nil, err
	}
	return m.subject.make(m.fill(parts)), nil
}

func (m *Match) regs() object.Object {
	items := make([]object.Object, len(m.spans)/2)
	for i := range items {
		items[i] = pair(m.span(i))
	}
	return object.NewTuple(items...)
}

func init() {
	matchClass.New = func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
		return nil, object.TypeError("cannot create 're.Match' instances")
	}
	matchClass.Protocols(&Match{})
	matchClass.ClassGetItem()
	for _, d := range matchMethods {
		do := d.do
		matchClass.Methods(object.Func(d.name, d.sig, d.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			m, ok := a[0].(*Match)
			if !ok {
				return nil, object.TypeError("this method needs a re.Match, not '%s'", a[0].Class().MessageName())
			}
			return do(t, m, a[1:])
		}))
	}
	for _, g := range []struct {
		name, doc string
		get       func(m *Match) object.Object
	}{
		{"string", "What was searched.", func(m *Match) object.Object { return m.subject.object }},
		{"re", "The pattern.", func(m *Match) object.Object { return m.pattern }},
		{"pos", "Where the search began.", func(m *Match) object.Object { return object.Int(m.pos) }},
		{"endpos", "Where the search had to end.", func(m *Match) object.Object { return object.Int(m.end) }},
		{"regs", "Where all groups begin and end.", (*Match).regs},
		{"lastindex", "The number of the group closed last.", func(m *Match) object.Object {
			if m.last == 0 {
				return object.None
			}
			return object.Int(m.last)
		}},
		{"lastgroup", "The name of the group closed last.", func(m *Match) object.Object {
			if name, ok := m.pattern.byIndex[m.last]; ok && m.last > 0 {
				return object.NewStr(name)
			}
			return object.None
		}},
	} {
		get := g.get
		matchClass.Getter(g.name, g.doc, func(_ *object.Thread, o object.Object) (object.Object, error) { return get(o.(*Match)), nil })
	}
}
