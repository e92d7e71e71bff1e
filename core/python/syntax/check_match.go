package syntax

import (
	"slices"
	"strings"

	"layerglass/core/python/source"
)

func (c *checker) match(s *Match) {
	c.expr(s.Subject)
	for i, m := range s.Cases {
		p := &patternChecker{c: c, allowAll: m.Guard != nil || i == len(s.Cases)-1}
		p.pattern(m.Pattern)
		c.optional(m.Guard)
		c.stmts(m.Body)
	}
}

// patternChecker looks through the pattern of one case.
type patternChecker struct {
	c        *checker
	allowAll bool // a pattern that matches everything may stand here
	names    []string
	last     source.Span // the pattern that was looked at last
}

func (p *patternChecker) fail(at source.Span, msg string) { p.c.fail(at, CodePattern, msg) }

func (p *patternChecker) bind(name string, at source.Span) {
	if name == "" {
		return
	}
	p.c.debugName(name, at)
	if slices.Contains(p.names, name) {
		p.fail(at, "multiple assignments to name "+quote(name)+" in pattern")
	}
	p.names = append(p.names, name)
}

// inside checks a part of a pattern, where anything may match everything.
func (p *patternChecker) inside(pat Pattern) {
	old := p.allowAll
	p.allowAll = true
	p.pattern(pat)
	p.allowAll = old
}

func (p *patternChecker) pattern(pat Pattern) {
	p.last = pat.Span()
	switch pat := pat.(type) {
	case *MatchValue:
		p.value(pat.Value, pat.Loc, "patterns may only match literals and attribute lookups")
	case *MatchSequence:
		p.sequence(pat)
	case *MatchMapping:
		p.mapping(pat)
	case *MatchClass:
		p.class(pat)
	case *MatchStar:
		p.bind(pat.Name, pat.Loc)
	case *MatchAs:
		p.as(pat)
	case *MatchOr:
		p.or(pat)
	}
}

// value checks that a value or key needs no computation.
func (p *patternChecker) value(e Expr, at source.Span, msg string) {
	if _, formatted := e.(*JoinedStr); formatted {
		p.fail(at, msg)
	}
}

func (p *patternChecker) sequence(s *MatchSequence) {
	stars := 0
	for _, part := range s.Patterns {
		if _, ok := part.(*MatchStar); ok {
			if stars++; stars > 1 {
				p.fail(s.Loc, "multiple starred names in sequence pattern")
			}
		}
	}
	for _, part := range s.Patterns {
		p.inside(part)
	}
}

func (p *patternChecker) mapping(m *MatchMapping) {
	for i, key := range m.Keys {
		p.value(key, m.Loc, "mapping pattern keys may only match literals and attribute lookups")
		for _, before := range m.Keys[:i] {
			if text := dumpConstant(key); text != "" && equalKey(text) == equalKey(dumpConstant(before)) {
				p.fail(m.Loc, "mapping pattern checks duplicate key ("+text+")")
			}
		}
	}
	for _, part := range m.Patterns {
		p.inside(part)
	}
	p.bind(m.Rest, m.Loc)
}

// equalKey returns a text that is the same for literals that are equal: 1, 1.0 and True are.
func equalKey(text string) string {
	switch text {
	case "True":
		return "1"
	case "False":
		return "0"
	}
	return strings.TrimSuffix(text, ".0")
}

func (p *patternChecker) class(m *MatchClass) {
	for i, name := range m.KwdAttrs {
		if slices.Contains(m.KwdAttrs[:i], name) {
			p.fail(m.KwdPatterns[i].Span(), "attribute name repeated in class pattern: "+name)
		}
	}
	p.c.expr(m.Cls)
	for _, part := range m.Patterns {
		p.inside(part)
	}
	for _, part := range m.KwdPatterns {
		p.inside(part)
	}
}

func (p *patternChecker) as(m *MatchAs) {
	if m.Pattern == nil && !p.allowAll {
		if m.Name == "" {
			p.fail(m.Loc, "wildcard makes remaining patterns unreachable")
		} else {
			p.fail(m.Loc, "name capture "+quote(m.Name)+" makes remaining patterns unreachable")
		}
	}
	if m.Pattern != nil {
		p.pattern(m.Pattern)
	}
	p.bind(m.Name, m.Loc)
}

// or checks alternatives: all must bind the same names, and only the last may match everything.
func (p *patternChecker) or(m *MatchOr) {
	before, allowAll := p.names, p.allowAll
	var first []string
	for i, part := range m.Patterns {
		p.names = slices.Clone(before)
		p.allowAll = allowAll && i == len(m.Patterns)-1
		p.pattern(part)
		bound := slices.Clone(p.names[len(before):])
		slices.Sort(bound)
		if i == 0 {
			first = bound
		} else if !slices.Equal(first, bound) {
			p.fail(p.last, "alternative patterns bind different names")
		}
	}
	p.allowAll = allowAll
}
