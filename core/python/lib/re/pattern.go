package re

import (
	"math"
	"strings"

	"layerglass/core/python/object"
)

// Pattern is a compiled pattern.
type Pattern struct {
	source  *subject
	flags   int
	program *program
	names   *object.Dict // group names to numbers
	byIndex map[int]string
}

var patternClass = object.NewType("Pattern", "re", nil).Final().Dotted()

// Class returns re.Pattern.
func (*Pattern) Class() *object.Class { return patternClass }

func newPattern(t *object.Thread, o object.Object, flags int) (*Pattern, error) {
	s, err := subjectOf(o)
	if err != nil {
		return nil, object.TypeError("first argument must be string or compiled pattern")
	}
	p, seq, err := parse(t, s, flags)
	if err != nil {
		return nil, err
	}
	program, err := compile(t, p, seq)
	if err != nil {
		return nil, err
	}
	out := &Pattern{source: s, flags: p.flags, program: program, names: p.names, byIndex: map[int]string{}}
	for k, v := range p.names.All() {
		n, _ := object.AsInt64(v)
		out.byIndex[int(n)] = k.(*object.Str).String()
	}
	return out, nil
}

// reprOrder is the order in which the repr of a pattern names its flags.
var reprOrder = []string{"TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"}

// Repr shows the call that makes the pattern.
func (p *Pattern) Repr(t *object.Thread) (string, error) {
	s, err := object.Repr(t, p.source.object)
	if err != nil {
		return "", err
	}
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200])
	}
	flags := p.flags
	if !p.source.isBytes && flags&typeFlags == flagUnicode {
		flags &^= flagUnicode
	}
	var names []string
	for _, want := range reprOrder {
		for _, f := range flagNames {
			if f.name == want && flags&f.bit != 0 {
				names = append(names, "re."+want)
			}
		}
	}
	if len(names) > 0 {
		s += ", " + strings.Join(names, "|")
	}
	return "re.compile(" + s + ")", nil
}

// Hash is that of text and flags.
func (p *Pattern) Hash(t *object.Thread) (uint64, error) {
	h, err := object.Hash(t, p.source.object)
	return h*31 + uint64(p.flags), err
}

// Compare is equality of text and flags.
func (p *Pattern) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	q, ok := o.(*Pattern)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	same := p == q
	if !same && p.flags == q.flags && p.source.isBytes == q.source.isBytes {
		same = p.source.s == q.source.s
	}
	return object.Bool(same == (op == object.Eq)), nil
}

// search is one run over a subject.
type search struct {
	*matcher
	pattern  *Pattern
	subject  *subject
	pos, end int // as the caller gave them, cut to the subject
	at       int // where to go on
}

func (p *Pattern) over(t *object.Thread, o object.Object, pos, end int) (*search, error) {
	s, err := subjectOf(o)
	if err != nil {
		return nil, err
	}
	if s.isBytes != p.source.isBytes {
		if s.isBytes {
			return nil, object.TypeError("cannot use a string pattern on a bytes-like object")
		}
		return nil, object.TypeError("cannot use a bytes pattern on a string-like object")
	}
	if err := t.Spend(int64(len(s.s) / 16)); err != nil {
		return nil, err
	}
	n := s.len()
	pos, end = max(min(pos, n), 0), max(min(end, n), 0)
	return &search{matcher: newMatcher(t, p.program, s.text, end), pattern: p, subject: s, pos: pos, end: end, at: pos}, nil
}

// next finds the next match, or returns nil. An empty match is followed by one that moves on.
func (s *search) next() (*Match, error) {
	if s.at > s.end {
		return nil, nil
	}
	end, ok := s.matcher.search(s.at)
	s.pay()
	if s.err != nil || !ok {
		s.at = s.end + 1
		return nil, s.err
	}
	s.mustAdvance = end == s.matcher.start
	s.at = end
	return s.found(end), nil
}

// atStart matches at the first place, to the end if whole is set.
func (s *search) atStart(whole bool) (*Match, error) {
	if s.pos > s.end {
		return nil, nil
	}
	s.wholeText = whole
	end, ok := s.try(s.pos)
	s.pay()
	if s.err != nil || !ok {
		return nil, s.err
	}
	return s.found(end), nil
}

func (s *search) found(end int) *Match {
	m := &Match{pattern: s.pattern, subject: s.subject, pos: s.pos, end: s.end, last: int(s.lastGroup)}
	m.spans = make([]int32, 0, 2*s.pattern.program.groups+2)
	m.spans = append(m.spans, int32(s.matcher.start), int32(end))
	for g := 1; g <= s.pattern.program.groups; g++ {
		from, to := s.span(g)
		if from < 0 || to < from {
			from, to = -1, -1
		}
		m.spans = append(m.spans, int32(from), int32(to))
	}
	return m
}

// bound reads a place or a count.
func bound(t *object.Thread, o object.Object) (int, error) {
	if n, ok := object.AsInt64(o); ok {
		return int(n), nil
	}
	v, err := object.AsIndex(t, o)
	if err != nil {
		return 0, err
	}
	if n, ok := object.AsInt64(v); ok {
		return int(n), nil
	}
	if b := object.AsBig(v); b.Sign() < 0 {
		return math.MinInt64, nil
	}
	return math.MaxInt64, nil
}

func (p *Pattern) from(t *object.Thread, a []object.Object) (*search, error) {
	pos, err := bound(t, a[1])
	if err != nil {
		return nil, err
	}
	end := math.MaxInt64
	if a[2] != nil {
		if end, err = bound(t, a[2]); err != nil {
			return nil, err
		}
	}
	return p.over(t, a[0], pos, end)
}

// orNone returns a match or None.
func orNone(m *Match, err error) (object.Object, error) {
	if err != nil {
		return nil, err
	}
	if m == nil {
		return object.None, nil
	}
	return m, nil
}

type patternMethod struct {
	name, sig, doc string
	do             func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error)
}

const overSig = "(self, string, pos=0, endpos=?)"

var patternMethods = []patternMethod{
	{"match", overSig, "Matches at the beginning of string.", func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
		s, err := p.from(t, a)
		if err != nil {
			return nil, err
		}
		return orNone(s.atStart(false))
	}},
	{"fullmatch", overSig, "Matches the whole string.", func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
		s, err := p.from(t, a)
		if err != nil {
			return nil, err
		}
		return orNone(s.atStart(true))
	}},
	{"search", overSig, "Finds the first match in string.", func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
		s, err := p.from(t, a)
		if err != nil {
			return nil, err
		}
		return orNone(s.next())
	}},
	{"findall", overSig, "Returns a list of all matches' texts.", findAll},
	{"finditer", overSig, "Returns an iterator over all matches.", func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
		s, err := p.from(t, a)
		if err != nil {
			return nil, err
		}
		return &matches{s}, nil
	}},
	{"split", "(self, string, maxsplit=0)", "Splits string at the matches.", split},
	{"sub", "(self, repl, string, count=0)", "Replaces the matches in string.", func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
		v, _, err := p.replace(t, a)
		return v, err
	}},
	{"subn", "(self, repl, string, count=0)", "Replaces the matches in string and counts them.", func(t *object.Thread, p *Pattern, a []object.Object) (object.Object, error) {
		v, n, err := p.replace(t, a)
		if err != nil {
			return nil, err
		}
		return object.NewTuple(v, object.Int(n)), nil
	}},
	{"__copy__", "(self, /)", "", func(_ *object.Thread, p *Pattern, _ []object.Object) (object.Object, error) { return p, nil }},
	{"__deepcopy__", "(self, memo, /)", "", func(_ *object.Thread, p *Pattern, _ []object.Object) (object.Object, error) { return p, nil }},
}

func init() {
	patternClass.New = func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
		return nil, object.TypeError("cannot create 're.Pattern' instances")
	}
	patternClass.Protocols(&Pattern{})
	patternClass.ClassGetItem()
	for _, m := range patternMethods {
		do := m.do
		patternClass.Methods(object.Func(m.name, m.sig, m.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, ok := a[0].(*Pattern)
			if !ok {
				return nil, object.TypeError("this method needs a re.Pattern, not '%s'", a[0].Class().MessageName())
			}
			return do(t, p, a[1:])
		}))
	}
	for _, g := range []struct {
		name, doc string
		get       func(p *Pattern) object.Object
	}{
		{"pattern", "The text of the pattern.", func(p *Pattern) object.Object { return p.source.object }},
		{"flags", "The flags as an int.", func(p *Pattern) object.Object { return object.Int(p.flags) }},
		{"groups", "The number of groups.", func(p *Pattern) object.Object { return object.Int(p.program.groups) }},
		{"groupindex", "The numbers of named groups.", func(p *Pattern) object.Object { return &object.MappingProxy{Mapping: p.names} }},
	} {
		get := g.get
		patternClass.Getter(g.name, g.doc, func(_ *object.Thread, o object.Object) (object.Object, error) { return get(o.(*Pattern)), nil })
	}
}
