package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// matcher tests a value against a pattern. Names that the pattern captures are bound through captures, once the whole pattern fits.
type matcher func(f *frame, v object.Object, m *captures) truth

// captures collects what a pattern binds.
type captures struct {
	puts   []setter
	values []object.Object
}

func (m *captures) add(put setter, v object.Object) {
	m.puts = append(m.puts, put)
	m.values = append(m.values, v)
}

// bind binds the names.
func (m *captures) bind(f *frame) bool {
	for i, put := range m.puts {
		if !put(f, m.values[i]) {
			return false
		}
	}
	return true
}

type matchCase struct {
	pattern matcher
	guard   cond
	body    stmt
}

func (c *compiler) matchCases(list []*syntax.MatchCase) []matchCase {
	out := make([]matchCase, len(list))
	for i, k := range list {
		out[i] = matchCase{pattern: c.pattern(k.Pattern), body: c.block(k.Body)}
		if k.Guard != nil {
			out[i].guard = c.cond(k.Guard)
		}
	}
	return out
}

func (c *compiler) match(s *syntax.Match) stmt {
	subject, cases := c.expr(s.Subject), c.matchCases(s.Cases)
	return func(f *frame) signal {
		v := subject(f)
		if v == nil {
			return sigRaise
		}
		i, ok := f.choosePattern(cases, v)
		switch {
		case !ok:
			return sigRaise
		case i < 0:
			return sigNext
		}
		return cases[i].body(f)
	}
}

// choosePattern returns the first case that fits v, with its names bound, or -1; ok is false when that raised.
func (f *frame) choosePattern(cases []matchCase, v object.Object) (i int, ok bool) {
	for i := range cases {
		var m captures
		switch cases[i].pattern(f, v, &m) {
		case failed:
			return -1, false
		case no:
			continue
		}
		if !m.bind(f) {
			return -1, false
		}
		if g := cases[i].guard; g != nil {
			switch g(f) {
			case failed:
				return -1, false
			case no:
				continue
			}
		}
		return i, true
	}
	return -1, true
}

func (c *compiler) pattern(p syntax.Pattern) matcher {
	switch p := p.(type) {
	case *syntax.MatchValue:
		want, at := c.expr(p.Value), p.Span()
		return func(f *frame, v object.Object, _ *captures) truth {
			w := want(f)
			if w == nil {
				return failed
			}
			return f.test(f.compare(object.Eq, v, w, at), at)
		}
	case *syntax.MatchSingleton:
		want := constantValue(&syntax.Constant{Kind: p.Kind})
		return func(_ *frame, v object.Object, _ *captures) truth { return truthOf(object.Is(v, want)) }
	case *syntax.MatchAs:
		return c.matchAs(p)
	case *syntax.MatchOr:
		return c.matchOr(p)
	case *syntax.MatchSequence:
		return c.matchSequence(p)
	case *syntax.MatchMapping:
		return c.matchMapping(p)
	case *syntax.MatchClass:
		return c.matchClass(p)
	}
	return func(*frame, object.Object, *captures) truth { return no }
}

func (c *compiler) patterns(list []syntax.Pattern) []matcher {
	out := make([]matcher, len(list))
	for i, p := range list {
		out[i] = c.pattern(p)
	}
	return out
}

func (c *compiler) matchAs(p *syntax.MatchAs) matcher {
	inner := func(*frame, object.Object, *captures) truth { return yes }
	if p.Pattern != nil {
		inner = c.pattern(p.Pattern)
	}
	if p.Name == "" {
		return inner
	}
	put := c.store(p.Name, p.Span())
	return func(f *frame, v object.Object, m *captures) truth {
		t := inner(f, v, m)
		if t == yes {
			m.add(put, v)
		}
		return t
	}
}

func (c *compiler) matchOr(p *syntax.MatchOr) matcher {
	list := c.patterns(p.Patterns)
	return func(f *frame, v object.Object, m *captures) truth {
		n := len(m.puts)
		for _, one := range list {
			if t := one(f, v, m); t != no {
				return t
			}
			m.puts, m.values = m.puts[:n], m.values[:n]
		}
		return no
	}
}

func (c *compiler) matchSequence(p *syntax.MatchSequence) matcher {
	star := -1
	var put setter
	list := make([]matcher, len(p.Patterns))
	for i, sub := range p.Patterns {
		if s, ok := sub.(*syntax.MatchStar); ok {
			star = i
			if s.Name != "" {
				put = c.store(s.Name, s.Span())
			}
			continue
		}
		list[i] = c.pattern(sub)
	}
	at := p.Span()
	return func(f *frame, v object.Object, m *captures) truth {
		if !f.isSequence(v) {
			return no
		}
		n, err := object.Len(f.t, v)
		if err != nil {
			f.fail(err, at)
			return failed
		}
		if star < 0 && n != len(list) || star >= 0 && n < len(list)-1 {
			return no
		}
		if star >= 0 && put == nil {
			return f.matchEnds(v, n, list, star, m, at)
		}
		items, err := take(f.t, v, n)
		if err != nil {
			f.fail(err, at)
			return failed
		}
		return matchItems(f, items, list, star, put, m)
	}
}

// matchEnds is matchItems around *_, which leaves the items in between alone.
func (f *frame) matchEnds(v object.Object, n int, list []matcher, star int, m *captures, at source.Span) truth {
	for i, one := range list {
		if i == star {
			continue
		}
		k := i
		if i > star {
			k = n - len(list) + i
		}
		x := f.getItem(v, boxInt(int64(k)), at)
		if x == nil {
			return failed
		}
		if t := one(f, x, m); t != yes {
			return t
		}
	}
	return yes
}

func matchItems(f *frame, items []object.Object, list []matcher, star int, put setter, m *captures) truth {
	shift := 0
	for i, one := range list {
		if i == star {
			shift = len(items) - len(list)
			if put != nil {
				m.add(put, object.NewList(append([]object.Object(nil), items[i:i+shift+1]...)...))
			}
			continue
		}
		if i+shift >= len(items) {
			return no
		}
		if t := one(f, items[i+shift], m); t != yes {
			return t
		}
	}
	return yes
}

// isSequence reports whether sequence patterns fit the type of v: strings and bytes do not.
func (f *frame) isSequence(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple, *object.Range:
		return true
	case *object.Str, *object.Bytes, *object.ByteArray, *object.Dict, *object.Set, object.Int, object.Float, object.Bool, *object.NoneType:
		return false
	}
	return f.isABC(v, "Sequence")
}

func (f *frame) isMapping(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.Dict:
		return true
	case *object.List, *object.Tuple, *object.Str, object.Int, object.Float, object.Bool, *object.NoneType:
		return false
	}
	return v.Class() == object.MappingProxyClass || f.isABC(v, "Mapping")
}

// isABC asks collections.abc, which knows the classes of libraries and those that a program registered. While nobody has
// imported it there are none.
func (f *frame) isABC(v object.Object, name string) bool {
	m, ok := f.t.Modules.GetName("collections.abc").(*object.Module)
	if !ok {
		return false
	}
	abc, err := object.LookupAttr(f.t, m, object.Intern(name))
	if abc == nil || err != nil {
		return false
	}
	is, err := object.IsInstance(f.t, v, abc)
	return is && err == nil
}

func (c *compiler) matchMapping(p *syntax.MatchMapping) matcher {
	keys, values, at := c.exprs(p.Keys), c.patterns(p.Patterns), p.Span()
	var rest setter
	if p.Rest != "" {
		rest = c.store(p.Rest, at)
	}
	return func(f *frame, v object.Object, m *captures) truth {
		if !f.isMapping(v) {
			return no
		}
		if n, err := object.Len(f.t, v); err != nil || n < len(keys) {
			if err != nil {
				f.fail(err, at)
				return failed
			}
			return no
		}
		var used []object.Object
		for i, key := range keys {
			k := key(f)
			if k == nil {
				return failed
			}
			if len(keys) > 1 && f.hasEqual(used, k) {
				key, _ := object.Repr(f.t, k)
				f.fail(object.ValueError("mapping pattern checks duplicate key (%s)", key), at)
				return failed
			}
			x, err := getEntry(f.t, v, k)
			if err != nil {
				f.fail(err, at)
				return failed
			}
			if x == nil {
				return no
			}
			if t := values[i](f, x, m); t != yes {
				return t
			}
			used = append(used, k)
		}
		if rest == nil {
			return yes
		}
		return f.matchRest(v, used, rest, m, at)
	}
}

// hasEqual reports whether k equals one of the keys.
func (f *frame) hasEqual(keys []object.Object, k object.Object) bool {
	for _, x := range keys {
		if same, err := object.Equal(f.t, x, k); same && err == nil {
			return true
		}
	}
	return false
}

// getEntry is v.get(k): nil when absent, and no __missing__.
func getEntry(t *object.Thread, v, k object.Object) (object.Object, error) {
	if d, ok := object.Of(v).(*object.Dict); ok {
		return d.Get(t, k)
	}
	x, err := object.GetItem(t, v, k)
	if object.IsKind(err, object.KeyErrorClass) {
		return nil, nil
	}
	return x, err
}

func (f *frame) matchRest(v object.Object, used []object.Object, put setter, m *captures, at source.Span) truth {
	d := object.NewDict()
	ok := f.updateFrom(d, object.Of(v), at)
	for i := 0; ok && i < len(used); i++ {
		if _, err := d.Delete(f.t, used[i]); err != nil {
			f.fail(err, at)
			ok = false
		}
	}
	if !ok {
		return failed
	}
	m.add(put, d)
	return yes
}

var nameMatchArgs = object.Intern("__match_args__")

func (c *compiler) matchClass(p *syntax.MatchClass) matcher {
	cls, positional, keyword, at := c.expr(p.Cls), c.patterns(p.Patterns), c.patterns(p.KwdPatterns), p.Span()
	names := make([]*object.Str, len(p.KwdAttrs))
	for i, n := range p.KwdAttrs {
		names[i] = object.Intern(c.scope.Mangle(n))
	}
	return func(f *frame, v object.Object, m *captures) truth {
		k := cls(f)
		if k == nil {
			return failed
		}
		class, ok := k.(*object.Class)
		if !ok {
			f.fail(object.TypeError("called match pattern must be a type"), at)
			return failed
		}
		is, err := object.IsInstance(f.t, v, class)
		if err != nil {
			f.fail(err, at)
			return failed
		}
		if !is {
			return no
		}
		attrs, self, err := positionalNames(f.t, class, len(positional), names)
		if err != nil {
			f.fail(err, at)
			return failed
		}
		if self {
			if t := positional[0](f, v, m); t != yes {
				return t
			}
			attrs = nil
		}
		for i, name := range attrs {
			if t := f.matchAttr(v, name, positional[i], m, at); t != yes {
				return t
			}
		}
		for i, name := range names {
			if t := f.matchAttr(v, name, keyword[i], m, at); t != yes {
				return t
			}
		}
		return yes
	}
}

// positionalNames returns the attributes that positional sub-patterns test. self tells that the only one tests the subject
// itself, as for int(x).
func positionalNames(t *object.Thread, class *object.Class, n int, keywords []*object.Str) (attrs []*object.Str, self bool, err error) {
	if n == 0 {
		return nil, false, nil
	}
	v, err := object.LookupAttr(t, class, nameMatchArgs)
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, false, err
	}
	allowed := 0
	var items []object.Object
	if v != nil && err == nil {
		tuple, ok := v.(*object.Tuple)
		if !ok {
			return nil, false, object.TypeError("%s.__match_args__ must be a tuple (got %s)", class.Name, v.Class().MessageName())
		}
		items, allowed = tuple.Items, len(tuple.Items)
	} else if matchesSelf(class) {
		self, allowed = true, 1
	}
	if n > allowed {
		return nil, false, object.TypeError("%s() accepts %d positional sub-pattern%s (%d given)", class.Name, allowed, pluralOf(allowed), n)
	}
	if self {
		return nil, true, nil
	}
	for _, item := range items[:n] {
		name, ok := item.(*object.Str)
		if !ok {
			return nil, false, object.TypeError("__match_args__ elements must be strings (got %s)", item.Class().MessageName())
		}
		name = object.Intern(name.String())
		for _, other := range append(attrs, keywords...) {
			if other == name {
				return nil, false, object.TypeError("%s() got multiple sub-patterns for attribute '%s'", class.Name, name.String())
			}
		}
		attrs = append(attrs, name)
	}
	return attrs, false, nil
}

// matchesSelf reports whether the class is one of those whose positional sub-pattern is the subject itself.
func matchesSelf(class *object.Class) bool {
	for _, k := range []*object.Class{object.BoolClass, object.ByteArrayClass, object.BytesClass, object.DictClass, object.FloatClass,
		object.FrozenSetClass, object.IntClass, object.ListClass, object.SetClass, object.StrClass, object.TupleClass} {
		if class.IsSubclass(k) {
			return true
		}
	}
	return false
}

func (f *frame) matchAttr(v object.Object, name *object.Str, p matcher, m *captures, at source.Span) truth {
	x, err := object.LookupAttr(f.t, v, name)
	switch {
	case object.IsKind(err, object.AttributeErrorClass):
		return no
	case err != nil:
		f.fail(err, at)
		return failed
	case x == nil:
		return no
	}
	return p(f, x, m)
}
