package syntax

import "layerglass/core/python/source"

// primary reads an atom and the attributes, calls and subscripts behind it.
func (p *parser) primary() Expr {
	if p.known != nil {
		return p.remember(rulePrimary, p.trailers)
	}
	return p.trailers()
}

func (p *parser) trailers() Expr {
	start := p.start()
	e := p.atom()
	for chain := 0; e != nil; chain++ {
		if chain > maxChain {
			p.raise(p.here().span(), CodeTooDeep, "too many calls and attributes in one expression")
			return nil
		}
		mark := p.pos
		if k := p.peek(); p.explain && (k == tLSqb || k == tLBrace) {
			// CPython looks for a comprehension's mistakes behind any operand that a bracket follows.
			p.explainComprehension()
			p.pos = mark
		}
		var next Expr
		switch p.peek() {
		case tDot:
			next = p.attribute(start, e)
		case tLPar:
			next = p.call(start, e)
		case tLSqb:
			next = p.subscript(start, e)
		default:
			return e
		}
		if next == nil {
			p.pos = mark
			if p.err != nil {
				return nil
			}
			return e
		}
		e = next
	}
	return nil
}

func (p *parser) attribute(start source.Pos, value Expr) Expr {
	p.pos++
	name, span, ok := p.ident()
	if !ok {
		return nil
	}
	a := p.attrs.new()
	a.At, a.Value, a.Attr, a.AttrSpan = p.from(start), value, name, span
	return a
}

func (p *parser) subscript(start source.Pos, value Expr) Expr {
	p.pos++
	index := p.slices()
	if index == nil || !p.accept(tRSqb) {
		return nil
	}
	return &Subscript{p.from(start), value, index}
}

// slices reads what stands in square brackets behind an expression.
func (p *parser) slices() Expr {
	start := p.start()
	first := p.sliceOrStarred()
	if first == nil {
		return nil
	}
	if _, starred := first.(*Starred); p.peek() != tComma && !starred {
		return first
	}
	base := len(p.exprs)
	p.exprs = append(p.exprs, first)
	for p.accept(tComma) {
		mark := p.pos
		e := p.sliceOrStarred()
		if e == nil {
			p.pos = mark
			break
		}
		p.exprs = append(p.exprs, e)
	}
	return &Tuple{p.from(start), p.gather(base)}
}

func (p *parser) sliceOrStarred() Expr {
	if p.peek() == tStar {
		return p.starred(0)
	}
	return p.slice()
}

// slice reads lower:upper:step or one expression.
func (p *parser) slice() Expr {
	start, mark := p.start(), p.pos
	var lower Expr
	if p.peek() != tColon {
		if !p.explain {
			lower = p.named()
			if lower == nil || isWalrus(lower, start) {
				return lower
			}
		} else {
			if lower = p.expression(); lower == nil {
				p.pos = mark
			}
		}
	}
	if p.err != nil {
		return nil
	}
	if p.peek() != tColon {
		if !p.explain {
			return lower
		}
		p.pos = mark
		return p.named()
	}
	p.pos++
	s := &Slice{Lower: lower, Upper: p.optional()}
	if p.accept(tColon) {
		s.Step = p.optional()
	}
	s.At = p.from(start)
	return s
}

// isWalrus reports whether e, read from start on, is name := value without parentheses.
func isWalrus(e Expr, start source.Pos) bool {
	n, ok := e.(*NamedExpr)
	return ok && n.Loc.Start == start
}

// optional reads an expression if there is one.
func (p *parser) optional() Expr {
	switch p.peek() {
	case tColon, tComma, tRSqb:
		return nil
	}
	mark := p.pos
	e := p.expression()
	if e == nil {
		p.pos = mark
	}
	return e
}

// atom reads the smallest complete expressions: names, literals, and everything in brackets.
func (p *parser) atom() Expr {
	switch p.peek() {
	case tName:
		return p.name()
	case tNumber:
		return p.number()
	case tString, tLPar, tLSqb, tLBrace:
		if p.known != nil {
			return p.remember(ruleAtom, p.bracketed)
		}
		return p.bracketed()
	case kwNone:
		return p.constant(ConstNone)
	case kwTrue:
		return p.constant(ConstTrue)
	case kwFalse:
		return p.constant(ConstFalse)
	case tEllipsis:
		return p.constant(ConstEllipsis)
	}
	return nil
}

func (p *parser) constant(k ConstantKind) Expr {
	c := p.constants.new()
	c.Loc, c.Kind = p.toks[p.pos].span(), k
	p.pos++
	return c
}

func (p *parser) bracketed() Expr {
	switch p.peek() {
	case tString:
		return p.strings()
	case tLPar:
		if p.explain {
			return p.explainedParens()
		}
		return p.parens()
	case tLSqb:
		if p.explain {
			return p.explainedSquare()
		}
		return p.square()
	}
	if p.explain {
		return p.explainedBraces()
	}
	return p.braces()
}

// parens reads what begins with (: a tuple, an expression in parentheses or a generator expression.
func (p *parser) parens() Expr {
	start := p.start()
	p.pos++
	switch p.peek() {
	case tRPar:
		p.pos++
		return &Tuple{p.from(start), nil}
	case kwYield:
		if e := p.yield(); e != nil && p.accept(tRPar) {
			return e
		}
		return nil
	}
	first := p.starNamed()
	if first == nil {
		return nil
	}
	_, starred := first.(*Starred)
	switch p.peek() {
	case tRPar:
		if starred {
			return nil
		}
		p.pos++
		return first
	case kwFor, kwAsync:
		if starred {
			return nil
		}
		clauses := p.forClauses()
		if clauses == nil || !p.accept(tRPar) {
			return nil
		}
		return &GeneratorExp{p.from(start), first, clauses}
	case tComma:
		elts := p.rest(first)
		if !p.accept(tRPar) {
			return nil
		}
		return &Tuple{p.from(start), elts}
	}
	return nil
}

// rest reads the elements behind first, which a comma follows, and returns them all.
func (p *parser) rest(first Expr) []Expr {
	base := len(p.exprs)
	p.exprs = append(p.exprs, first)
	for p.accept(tComma) {
		mark := p.pos
		e := p.starNamed()
		if e == nil {
			p.pos = mark
			break
		}
		p.exprs = append(p.exprs, e)
	}
	return p.gather(base)
}

// square reads what begins with [: a list or a list comprehension.
func (p *parser) square() Expr {
	start := p.start()
	p.pos++
	if p.accept(tRSqb) {
		return &List{p.from(start), nil}
	}
	first := p.starNamed()
	if first == nil {
		return nil
	}
	if k := p.peek(); k == kwFor || k == kwAsync {
		if _, starred := first.(*Starred); starred {
			return nil
		}
		clauses := p.forClauses()
		if clauses == nil || !p.accept(tRSqb) {
			return nil
		}
		return &ListComp{p.from(start), first, clauses}
	}
	elts := p.rest(first)
	if !p.accept(tRSqb) {
		return nil
	}
	return &List{p.from(start), elts}
}

// braces reads what begins with {: a dict, a set or a comprehension of either. As in CPython, the mistakes that dicts invite are
// looked for in the first pass already, before anything else can be said about the text.
func (p *parser) braces() Expr {
	mark := p.pos
	e := p.display()
	if e == nil && p.err == nil {
		if p.known == nil {
			p.known = map[memoKey]memo{}
		}
		p.pos = mark + 1
		p.explainItems()
	}
	return e
}

func (p *parser) display() Expr {
	start, mark := p.start(), p.pos
	p.pos++
	if k := p.peek(); k == tRBrace || k == tDStar {
		p.pos = mark
		return p.dict()
	}
	first := p.starNamed()
	if first == nil {
		return nil
	}
	switch p.peek() {
	case tColon:
		if _, starred := first.(*Starred); starred || isWalrus(first, p.toks[mark+1].start) {
			return nil
		}
		return p.dictFrom(start, mark, first)
	case kwFor, kwAsync:
		if _, starred := first.(*Starred); starred {
			return nil
		}
		clauses := p.forClauses()
		if clauses == nil || !p.accept(tRBrace) {
			return nil
		}
		return &SetComp{p.from(start), first, clauses}
	}
	elts := p.rest(first)
	if !p.accept(tRBrace) {
		return nil
	}
	return &Set{p.from(start), elts}
}

// dictFrom reads a dict or a dict comprehension whose first key has been read.
func (p *parser) dictFrom(start source.Pos, mark int, key Expr) Expr {
	p.pos++
	value := p.expression()
	if value == nil {
		return nil
	}
	if k := p.peek(); k == kwFor || k == kwAsync {
		clauses := p.forClauses()
		if clauses == nil || !p.accept(tRBrace) {
			return nil
		}
		return &DictComp{p.from(start), key, value, clauses}
	}
	d := &Dict{Keys: []Expr{key}, Values: []Expr{value}}
	if p.accept(tComma) {
		p.items(d)
	}
	return p.dictEnd(d, start)
}

// dict reads a dict display.
func (p *parser) dict() Expr {
	start := p.start()
	p.pos++
	d := &Dict{}
	p.items(d)
	return p.dictEnd(d, start)
}

func (p *parser) dictEnd(d *Dict, start source.Pos) Expr {
	if !p.accept(tRBrace) {
		return nil
	}
	d.At = p.from(start)
	return d
}

// items reads key: value and **mapping items, and adds them to d. It stops in front of what is neither.
func (p *parser) items(d *Dict) {
	for {
		mark := p.pos
		key, value, ok := p.item()
		if !ok {
			p.pos = mark
			return
		}
		d.Keys = append(d.Keys, key)
		d.Values = append(d.Values, value)
		if !p.accept(tComma) {
			return
		}
	}
}

// item reads one key: value or, with a nil key, **mapping.
func (p *parser) item() (key, value Expr, ok bool) {
	if p.accept(tDStar) {
		value = p.operators(precBitOr)
		return nil, value, value != nil
	}
	if key = p.expression(); key == nil || !p.accept(tColon) {
		return nil, nil, false
	}
	value = p.expression()
	return key, value, value != nil
}

// forClauses reads the "for target in iter if test" clauses of a comprehension; nil when there is none.
func (p *parser) forClauses() []*Comprehension {
	var clauses []*Comprehension
	for {
		k := p.peek()
		if k != kwFor && !(k == kwAsync && p.peekAt(1) == kwFor) {
			return clauses
		}
		mark := p.pos
		c := p.forClause()
		if c == nil {
			p.pos = mark
			return clauses
		}
		clauses = append(clauses, c)
	}
}

func (p *parser) forClause() *Comprehension {
	start, mark := p.start(), p.pos
	c := &Comprehension{IsAsync: p.accept(kwAsync)}
	if !p.accept(kwFor) {
		return nil
	}
	if c.Target = p.starTargets(); c.Target == nil || !p.accept(kwIn) {
		if p.explain {
			p.pos = mark
			p.explainForTarget()
		}
		return nil
	}
	if c.Iter = p.operators(precOr); c.Iter == nil {
		return nil
	}
	for p.peek() == kwIf {
		mark := p.pos
		p.pos++
		test := p.operators(precOr)
		if test == nil {
			p.pos = mark
			break
		}
		c.Ifs = append(c.Ifs, test)
	}
	c.At = p.from(start)
	return c
}
