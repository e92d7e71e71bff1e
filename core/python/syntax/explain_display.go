package syntax

import (
	"strings"

	"layerglass/core/python/source"
)

// explainedSquare is square in the second pass.
func (p *parser) explainedSquare() Expr {
	start, mark := p.start(), p.pos
	p.pos++
	elts := p.starNameds()
	if p.accept(tRSqb) {
		return &List{p.from(start), elts}
	}
	if p.err != nil {
		return nil
	}
	p.pos = mark + 1
	if first := p.named(); first != nil {
		if clauses := p.forClauses(); clauses != nil && p.accept(tRSqb) {
			return &ListComp{p.from(start), first, clauses}
		}
	}
	p.pos = mark
	p.explainComprehension()
	return nil
}

// explainedBraces is braces in the second pass.
func (p *parser) explainedBraces() Expr {
	start, mark := p.start(), p.pos
	if d := p.dict(); d != nil || p.err != nil {
		return d
	}
	p.pos = mark + 1
	if p.explainItems(); p.err != nil {
		return nil
	}
	p.pos = mark + 1
	if elts := p.starNameds(); elts != nil && p.accept(tRBrace) {
		return &Set{p.from(start), elts}
	}
	p.pos = mark
	if d := p.explainedDictComp(start); d != nil || p.err != nil {
		return d
	}
	p.pos = mark + 1
	if first := p.named(); first != nil {
		if clauses := p.forClauses(); clauses != nil && p.accept(tRBrace) {
			return &SetComp{p.from(start), first, clauses}
		}
	}
	p.pos = mark
	p.explainComprehension()
	return nil
}

func (p *parser) explainedDictComp(start source.Pos) Expr {
	p.pos++
	mark := p.pos
	if key, value, ok := p.item(); ok && key != nil {
		if clauses := p.forClauses(); clauses != nil && p.accept(tRBrace) {
			return &DictComp{p.from(start), key, value, clauses}
		}
	}
	p.pos = mark
	stars := p.here()
	if p.muted == 0 && p.accept(tDStar) && p.operators(precBitOr) != nil && p.forClauses() != nil && p.accept(tRBrace) {
		p.raise(stars.span(), CodeComprehension, "dict unpacking cannot be used in dict comprehension")
	}
	return nil
}

// explainItems looks for an item of a dict that lacks its colon or its value.
func (p *parser) explainItems() {
	mark := p.pos
	d := &Dict{}
	p.items(d)
	if p.err != nil {
		return
	}
	// items stops behind a comma when no item follows it.
	if d.Values != nil && p.pos > 0 && p.toks[p.pos-1].kind == tComma {
		if p.explainItem(true); p.err != nil {
			return
		}
	}
	p.pos = mark
	p.explainItem(false)
}

// explainItem looks at one item; only behind other items is a missing colon reported, since a set may have none.
func (p *parser) explainItem(inDict bool) {
	if p.muted > 0 {
		return
	}
	key := p.expression()
	if key == nil {
		return
	}
	if p.peek() != tColon {
		if inDict && p.err == nil {
			p.missingItemColon(key)
		}
		return
	}
	colon := p.here()
	p.pos++
	star := p.here()
	if p.accept(tStar) {
		if p.operators(precBitOr) != nil {
			p.raise(star.span(), CodeDictDisplay, "cannot use a starred expression in a dictionary value")
		}
		return
	}
	if k := p.peek(); k == tRBrace || k == tComma {
		p.raise(colon.span(), CodeDictDisplay, "expression expected after dictionary key and ':'")
	}
}

func (p *parser) missingItemColon(key Expr) {
	span := key.Span()
	p.raise(span, CodeDictDisplay, "':' expected after dictionary key")
	p.err.Offset = int(span.End - p.file.LineStart(p.file.Line(span.End)))
	if line := p.file.Line(span.Start); line == p.file.Line(span.End) {
		_, p.err.Offset = p.file.Position(span.End)
	}
	if next := strings.TrimLeft(p.text[span.End:], " \t"); next != "" && next[0] != ',' && next[0] != '}' {
		p.fix(insertFix("Add the colon", span.End, ":"))
	}
}

// explainedArguments reads the arguments of a call up to the closing parenthesis, and looks for what is wrong with them.
func (p *parser) explainedArguments() ([]Expr, []*Keyword, bool) {
	mark := p.pos
	args, keywords, ok := p.arguments()
	if p.accept(tComma); p.err != nil {
		return nil, nil, false
	}
	if ok && p.peek() == tRPar {
		return args, keywords, true
	}
	if p.muted == 0 {
		for _, rule := range [...]func(*parser, int){
			(*parser).explainStarAfterMapping, (*parser).explainGeneratorFirst, (*parser).explainNameGenerator,
			(*parser).explainGeneratorLast, (*parser).explainGeneratorBehind, (*parser).explainPositional,
		} {
			p.pos = mark
			if rule(p, mark); p.err != nil {
				return nil, nil, false
			}
		}
	}
	return nil, nil, false
}

func (p *parser) explainStarAfterMapping(mark int) {
	args, keywords, ok := p.arguments()
	starred := func(e Expr) bool { _, is := e.(*Starred); return is }
	if ok && (keywords != nil || all(args, starred)) && p.accept(tComma) && p.peek() == tStar {
		p.raise(p.here().span(), CodeArguments, "iterable argument unpacking follows keyword argument unpacking")
	}
}

const unparenthesized = "Generator expression must be parenthesized"

// raiseGenerator sets the error for a generator expression that shares a call with other arguments.
func (p *parser) raiseGenerator(first Expr, clauses []*Comprehension) {
	last := clauses[len(clauses)-1]
	end := last.Iter
	if n := len(last.Ifs); n > 0 {
		end = last.Ifs[n-1]
	}
	span := first.Span().Join(end.Span())
	p.raise(span, CodeGeneratorParens, unparenthesized)
	p.fixParens(span)
}

func (p *parser) explainGeneratorFirst(mark int) {
	e := p.expression()
	if e == nil {
		return
	}
	if clauses := p.forClauses(); clauses != nil && p.peek() == tComma {
		p.raiseGenerator(e, clauses)
	}
}

// explainNameGenerator looks for "name = expression for …".
func (p *parser) explainNameGenerator(mark int) {
	if p.peek() != tName || p.peekAt(1) != tAssign {
		return
	}
	name, equal := p.toks[p.pos], p.toks[p.pos+1]
	p.pos += 2
	if p.expression() != nil && p.forClauses() != nil {
		p.raise(source.Span{Start: name.start, End: equal.end}, CodeEqualSign,
			"invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		p.fixEqual(equal)
	}
}

func (p *parser) explainGeneratorLast(mark int) {
	args, _, ok := p.arguments()
	if !ok {
		return
	}
	if clauses := p.forClauses(); clauses != nil && len(args) > 1 {
		p.raiseGenerator(args[len(args)-1], clauses)
	}
}

func (p *parser) explainGeneratorBehind(mark int) {
	if _, _, ok := p.arguments(); !ok || !p.accept(tComma) {
		return
	}
	e := p.expression()
	if e == nil {
		return
	}
	if clauses := p.forClauses(); clauses != nil {
		p.raiseGenerator(e, clauses)
	}
}

// explainPositional looks for an argument without a name behind named ones.
func (p *parser) explainPositional(mark int) {
	_, keywords, ok := p.arguments()
	if !ok || !p.accept(tComma) {
		return
	}
	args, _, ok := p.arguments()
	if !ok {
		return
	}
	msg := "positional argument follows keyword argument"
	for _, k := range keywords {
		if k.Arg == "" {
			msg += " unpacking"
			break
		}
	}
	p.raiseLast(CodeArguments, msg)
	if len(args) > 0 {
		p.err.Span = args[0].Span()
	}
}

// explainKeyword looks at a named argument whose name cannot be one.
func (p *parser) explainKeyword() {
	if p.muted > 0 {
		return
	}
	mark := p.pos
	defer func() { p.pos = mark }()
	first := p.here()
	if k := first.kind; (k == kwTrue || k == kwFalse || k == kwNone) && p.peekAt(1) == tAssign {
		span := source.Span{Start: first.start, End: p.toks[mark+1].end}
		p.raise(span, CodeAssignTarget, "cannot assign to "+p.text[first.start:first.end])
		return
	}
	if first.kind == tName && p.peekAt(1) == tAssign {
		p.explainNameGenerator(mark)
		return
	}
	e := p.expression()
	if e == nil || p.peek() != tAssign {
		return
	}
	equal := p.here()
	p.raise(e.Span().Join(equal.span()), CodeEqualSign, `expression cannot contain assignment, perhaps you meant "=="?`)
	p.fixEqual(equal)
}
