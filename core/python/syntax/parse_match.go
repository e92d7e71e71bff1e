package syntax

import "layerglass/core/python/source"

// maybeMatch reads a match statement, if that is what begins here. "match" is also an ordinary name.
func (p *parser) maybeMatch() Stmt {
	if !p.isWord("match") {
		return nil
	}
	switch p.peekAt(1) {
	case tNewline, tEOF, tAssign, tDot, tComma, tColon, tSemi, tRPar, tWalrus, kwIf, kwIn, kwIs, kwAnd, kwOr:
		return nil
	}
	start, mark := p.start(), p.pos
	s := p.match(start)
	if s != nil || p.err != nil {
		return s
	}
	if p.explain {
		p.pos = mark
		p.explainMatch()
	}
	p.pos = mark
	return nil
}

func (p *parser) match(start source.Pos) Stmt {
	p.pos++
	paren := p.peek() == tLPar || p.peek() == tLSqb
	m := &Match{Subject: p.subject()}
	if m.Subject != nil && paren && p.peek() == tNewline && p.peekAt(1) == tIndent {
		// "match (x)" would be a call, but a block follows it.
		p.noColon()
	}
	if m.Subject == nil || !p.accept(tColon) || !p.accept(tNewline) || !p.accept(tIndent) {
		return nil
	}
	for !p.accept(tDedent) {
		c := p.matchCase()
		if c == nil {
			return nil
		}
		m.Cases = append(m.Cases, c)
	}
	if m.Cases == nil {
		return nil
	}
	m.At = p.compound(start)
	return m
}

// subject reads what a match statement looks at.
func (p *parser) subject() Expr {
	start := p.start()
	first := p.starNamed()
	if first == nil {
		return nil
	}
	if p.peek() == tComma {
		elts := p.rest(first)
		return &Tuple{p.from(start), elts}
	}
	if _, starred := first.(*Starred); starred {
		return nil
	}
	return first
}

func (p *parser) matchCase() *MatchCase {
	start, mark := p.start(), p.pos
	if !p.isWord("case") {
		return nil
	}
	if p.explain {
		if p.explainCase(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	p.pos++
	c := &MatchCase{}
	if c.Pattern = p.patterns(); c.Pattern == nil {
		return nil
	}
	if c.Guard = p.guard(); !p.accept(tColon) {
		return nil
	}
	var ok bool
	if c.Body, ok = p.block(); !ok {
		return nil
	}
	c.At = p.compound(start)
	return c
}

func (p *parser) guard() Expr {
	mark := p.pos
	if !p.accept(kwIf) {
		return nil
	}
	e := p.named()
	if e == nil {
		p.pos = mark
	}
	return e
}

// patterns reads a pattern, or a sequence of them without brackets.
func (p *parser) patterns() Pattern {
	start := p.start()
	first := p.maybeStarPattern()
	if first == nil {
		return nil
	}
	if p.peek() == tComma {
		list := p.restPatterns(first)
		return &MatchSequence{p.from(start), list}
	}
	if _, star := first.(*MatchStar); star {
		return nil
	}
	return first
}

// restPatterns reads the patterns behind first, which a comma follows, and returns them all.
func (p *parser) restPatterns(first Pattern) []Pattern {
	list := []Pattern{first}
	for p.accept(tComma) {
		mark := p.pos
		next := p.maybeStarPattern()
		if next == nil {
			p.pos = mark
			break
		}
		list = append(list, next)
	}
	return list
}

func (p *parser) maybeStarPattern() Pattern {
	start := p.start()
	if !p.accept(tStar) {
		return p.pattern()
	}
	name, ok := p.capture()
	if !ok {
		if !p.isWord("_") {
			return nil
		}
		p.pos++
	}
	return &MatchStar{p.from(start), name}
}

// capture reads a name that a pattern binds.
func (p *parser) capture() (string, bool) {
	if p.peek() != tName || p.word() == "_" {
		return "", false
	}
	switch p.peekAt(1) {
	case tDot, tLPar, tAssign:
		return "", false
	}
	name, _, ok := p.ident()
	return name, ok
}

// pattern reads alternatives joined by | and perhaps "as name".
func (p *parser) pattern() Pattern {
	if !p.enter() {
		return nil
	}
	pat := p.asPattern()
	p.depth--
	return pat
}

func (p *parser) asPattern() Pattern {
	start := p.start()
	pat := p.orPattern()
	if pat == nil || p.peek() != kwAs {
		return pat
	}
	mark := p.pos
	p.pos++
	if name, ok := p.capture(); ok {
		return &MatchAs{p.from(start), pat, name}
	}
	if p.explain {
		p.explainAs()
	}
	p.pos = mark
	if p.err != nil {
		return nil
	}
	return pat
}

func (p *parser) orPattern() Pattern {
	start := p.start()
	first := p.closedPattern()
	if first == nil || p.peek() != tBar {
		return first
	}
	list := []Pattern{first}
	for p.peek() == tBar {
		mark := p.pos
		p.pos++
		next := p.closedPattern()
		if next == nil {
			p.pos = mark
			break
		}
		list = append(list, next)
	}
	if len(list) == 1 {
		return first
	}
	return &MatchOr{p.from(start), list}
}

// closedPattern reads a pattern that needs no parentheses around it.
func (p *parser) closedPattern() Pattern {
	start := p.start()
	switch p.peek() {
	case tNumber, tMinus, tString:
		value := p.literalKey()
		if value == nil {
			return nil
		}
		return &MatchValue{p.from(start), value}
	case kwNone:
		return p.singleton(ConstNone)
	case kwTrue:
		return p.singleton(ConstTrue)
	case kwFalse:
		return p.singleton(ConstFalse)
	case tName:
		return p.namePattern(start)
	case tLPar:
		return p.parenPattern(start)
	case tLSqb:
		p.pos++
		list, ok := p.patternList(tRSqb)
		if !ok {
			return nil
		}
		return &MatchSequence{p.from(start), list}
	case tLBrace:
		return p.mappingPattern(start)
	}
	return nil
}

func (p *parser) singleton(k ConstantKind) Pattern {
	t := p.here()
	p.pos++
	return &MatchSingleton{At{t.span()}, k}
}

// patternList reads patterns up to the closing bracket.
func (p *parser) patternList(closer kind) ([]Pattern, bool) {
	var list []Pattern
	for p.peek() != closer {
		next := p.maybeStarPattern()
		if next == nil {
			return nil, false
		}
		list = append(list, next)
		if !p.accept(tComma) {
			break
		}
	}
	return list, p.accept(closer)
}

// parenPattern reads a pattern in parentheses or a sequence.
func (p *parser) parenPattern(start source.Pos) Pattern {
	p.pos++
	if p.accept(tRPar) {
		return &MatchSequence{p.from(start), nil}
	}
	first := p.maybeStarPattern()
	if first == nil {
		return nil
	}
	_, star := first.(*MatchStar)
	if p.peek() == tRPar && !star {
		p.pos++
		return first
	}
	if p.peek() != tComma {
		return nil
	}
	list := p.restPatterns(first)
	if !p.accept(tRPar) {
		return nil
	}
	return &MatchSequence{p.from(start), list}
}

// namePattern reads what begins with a name: a capture, the wildcard, a dotted value or a class.
func (p *parser) namePattern(start source.Pos) Pattern {
	if p.isWord("_") {
		p.pos++
		return &MatchAs{p.from(start), nil, ""}
	}
	if name, ok := p.capture(); ok {
		return &MatchAs{p.from(start), nil, name}
	}
	value := p.dotted()
	switch p.peek() {
	case tLPar:
		return p.classPattern(start, value)
	case tAssign, tDot:
		return nil
	}
	if _, name := value.(*Name); name || p.err != nil {
		return nil
	}
	return &MatchValue{p.from(start), value}
}

// dotted reads a name with attributes.
func (p *parser) dotted() Expr {
	start := p.start()
	if p.peek() != tName {
		return nil
	}
	var e Expr = p.name()
	for p.peek() == tDot && p.peekAt(1) == tName {
		e = p.attribute(start, e)
	}
	return e
}

func (p *parser) classPattern(start source.Pos, cls Expr) Pattern {
	mark := p.pos
	p.pos++
	c := &MatchClass{Cls: cls}
	for p.peek() != tRPar {
		if !p.argumentPattern(c) {
			break
		}
		if !p.accept(tComma) {
			break
		}
	}
	if p.accept(tRPar) {
		c.At = p.from(start)
		return c
	}
	if p.explain {
		p.pos = mark
		p.explainClassPattern()
	}
	return nil
}

// argumentPattern reads one pattern of a class pattern, with its name if it has one, and adds it to c.
func (p *parser) argumentPattern(c *MatchClass) bool {
	mark := p.pos
	name := ""
	if p.peek() == tName && p.peekAt(1) == tAssign {
		name, _, _ = p.ident()
		p.pos++
	}
	value := p.pattern()
	switch {
	case value == nil || name == "" && c.KwdAttrs != nil:
		p.pos = mark
		return false
	case name != "":
		c.KwdAttrs = append(c.KwdAttrs, name)
		c.KwdPatterns = append(c.KwdPatterns, value)
	default:
		c.Patterns = append(c.Patterns, value)
	}
	return true
}

func (p *parser) mappingPattern(start source.Pos) Pattern {
	p.pos++
	m := &MatchMapping{}
	for p.peek() != tRBrace {
		if p.accept(tDStar) {
			name, ok := p.capture()
			if !ok {
				return nil
			}
			m.Rest = name
			p.accept(tComma)
			break
		}
		key := p.mappingKey()
		if key == nil || !p.accept(tColon) {
			return nil
		}
		value := p.pattern()
		if value == nil {
			return nil
		}
		m.Keys = append(m.Keys, key)
		m.Patterns = append(m.Patterns, value)
		if !p.accept(tComma) {
			break
		}
	}
	if !p.accept(tRBrace) {
		return nil
	}
	m.At = p.from(start)
	return m
}

// mappingKey reads a literal or a dotted name.
func (p *parser) mappingKey() Expr {
	switch p.peek() {
	case kwNone:
		return p.constant(ConstNone)
	case kwTrue:
		return p.constant(ConstTrue)
	case kwFalse:
		return p.constant(ConstFalse)
	case tName:
		if p.peekAt(1) != tDot {
			return nil
		}
		return p.dotted()
	}
	return p.literalKey()
}

// literalKey reads a string, or a number with perhaps a sign and an imaginary part.
func (p *parser) literalKey() Expr {
	if p.peek() == tString {
		return p.strings()
	}
	start := p.start()
	left := p.signedNumber(start)
	if k := p.peek(); left == nil || k != tPlus && k != tMinus {
		return left
	}
	if isImaginary(left) {
		p.raise(left.Span(), CodePattern, "real number required in complex literal")
		return nil
	}
	op := p.here()
	p.pos++
	if p.peek() != tNumber {
		return nil
	}
	right := p.number()
	if right == nil {
		return nil
	}
	if !isImaginary(right) {
		p.raise(right.Span(), CodePattern, "imaginary number required in complex literal")
		return nil
	}
	return &BinOp{p.from(start), left, binaryOps[op.kind].op, right, op.span()}
}

func (p *parser) signedNumber(start source.Pos) Expr {
	minus := p.accept(tMinus)
	if p.peek() != tNumber {
		return nil
	}
	n := p.number()
	if n == nil || !minus {
		return n
	}
	return &UnaryOp{p.from(start), OpUSub, n}
}

// isImaginary reports whether a number, perhaps with a sign, is imaginary.
func isImaginary(e Expr) bool {
	if u, ok := e.(*UnaryOp); ok {
		e = u.Operand
	}
	c, ok := e.(*Constant)
	return ok && c.Kind == ConstComplex
}
