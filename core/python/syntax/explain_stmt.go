package syntax

import "layerglass/core/python/source"

// headerNames names the statements in messages about their headers.
var headerNames = map[kind]string{
	kwIf: "'if' statement", kwElif: "'elif' statement", kwWhile: "'while' statement", kwFor: "'for' statement",
	kwWith: "'with' statement",
}

// explainHeader looks for a missing colon or block behind "k condition", and goes back.
func (p *parser) explainHeader(k kind, condition func(*parser) Expr) {
	start, mark := p.start(), p.pos
	if p.accept(k) && condition(p) != nil {
		p.badHeader(headerNames[k], start)
	}
	p.pos = mark
}

// explainFor looks for a missing colon or block behind a for statement's header.
func (p *parser) explainFor() {
	start := p.start()
	p.pos++
	if p.starTargets() != nil && p.accept(kwIn) && p.starExpressions() != nil {
		p.badHeader(headerNames[kwFor], start)
	}
}

// withHeader reads the items of a with statement loosely; in parentheses each may be several expressions.
func (p *parser) withHeader(paren bool) bool {
	p.pos++
	if paren && !p.accept(tLPar) {
		return false
	}
	for {
		mark := p.pos
		var e Expr
		if paren {
			e = p.expressions()
		} else {
			e = p.expression()
		}
		if e == nil {
			if p.pos = mark; paren && p.toks != nil && p.toks[mark-1].kind == tComma {
				break
			}
			return false
		}
		mark = p.pos
		if p.accept(kwAs) && p.starTarget() == nil {
			p.pos = mark
		}
		if !p.accept(tComma) {
			break
		}
	}
	return !paren || p.accept(tRPar)
}

func (p *parser) explainWithIndent() {
	start, mark := p.start(), p.pos
	for _, paren := range [...]bool{false, true} {
		if p.pos = mark; p.withHeader(paren) {
			p.noBlock(headerNames[kwWith], start)
		}
	}
}

func (p *parser) explainWith() {
	mark := p.pos
	for _, paren := range [...]bool{false, true} {
		if p.pos = mark; p.withHeader(paren) {
			p.noColon()
		}
	}
}

// explainWithItem looks at what follows "as" in a with item that is no target.
func (p *parser) explainWithItem() {
	if p.muted > 0 || !p.accept(kwAs) {
		return
	}
	if e := p.expression(); e != nil && p.atItemEnd() {
		p.raiseTarget(e, starTargets)
	}
}

func (p *parser) explainClass() {
	start := p.start()
	p.pos++
	if _, _, ok := p.ident(); !ok {
		return
	}
	mark := p.pos
	if _, _, ok := p.bases(); !ok {
		p.pos = mark
	}
	p.badHeader("class definition", start)
}

func (p *parser) explainDef() {
	start := p.start()
	p.pos++
	if _, _, ok := p.ident(); !ok || !p.accept(tLPar) {
		return
	}
	if p.parameters(tRPar) == nil || !p.accept(tRPar) {
		return
	}
	if p.peek() == tArrow {
		p.after(tArrow)
	}
	p.noBlock("function definition", start)
}

// explainTry looks for a try without except and for a mixture of except and except*.
func (p *parser) explainTry() {
	start, mark := p.start(), p.pos
	p.pos++
	if p.noBlock("'try' statement", start) {
		return
	}
	p.pos = mark + 1
	if !p.accept(tColon) {
		return
	}
	if _, ok := p.block(); !ok {
		return
	}
	if k := p.peek(); k != kwExcept && k != kwFinally {
		p.raiseLast(CodeMissingExcept, "expected 'except' or 'finally' block")
		return
	}
	p.explainMixedExcept()
}

func (p *parser) explainMixedExcept() {
	star := p.peekAt(1) == tStar
	t := &Try{IsStar: star}
	for p.peek() == kwExcept && (p.peekAt(1) == tStar) == star {
		h := p.handler(star)
		if h == nil {
			return
		}
		t.Handlers = append(t.Handlers, h)
	}
	if p.peek() != kwExcept || t.Handlers == nil {
		return
	}
	word := p.here()
	span := word.span()
	if !star {
		span.End = p.toks[p.pos+1].end
	}
	if p.exceptHeader(!star) != nil {
		p.raise(span, CodeExcept, "cannot have both 'except' and 'except*' on the same 'try'")
	}
}

func (p *parser) explainExceptIndent(star bool) {
	start := p.start()
	p.pos++
	what := "'except' statement"
	if star {
		if what = "'except*' statement"; !p.accept(tStar) {
			return
		}
	}
	if star || p.peek() != tColon {
		if p.expression() == nil {
			return
		}
		p.asName()
	}
	p.noBlock(what, start)
}

// explainExcept looks at an except clause that is not right.
func (p *parser) explainExcept() {
	p.pos++
	star := p.accept(tStar)
	mark := p.pos
	first := p.expression()
	if first != nil && p.accept(tComma) {
		if more := p.expressions(); more != nil {
			span := first.Span().Join(more.Span())
			p.asName()
			if p.accept(tColon) {
				p.raise(first.Span(), CodeExcept, "multiple exception types must be parenthesized")
				p.fixParens(span)
				return
			}
		}
	}
	if p.err != nil {
		return
	}
	p.pos = mark
	if p.expression() != nil {
		p.asName()
		p.noColon()
		return
	}
	p.pos = mark
	if k := p.peek(); star && (k == tNewline || k == tColon) {
		p.pos++
		p.raiseLast(CodeExcept, "expected one or more exception types")
		return
	}
	if !star {
		p.noColon()
	}
}

// explainMatch looks for a missing colon or block behind a match statement's header. A call of a function named match
// looks like one; it is left alone.
func (p *parser) explainMatch() {
	start, mark := p.start(), p.pos
	p.pos++
	if p.subject() == nil {
		return
	}
	after := p.pos
	if p.peek() == tNewline {
		p.pos = mark
		if e := p.starExpressions(); e != nil && p.peek() == tNewline && p.peekAt(1) != tIndent {
			return
		}
		p.pos = after
	}
	p.badHeader("'match' statement", start)
}

func (p *parser) explainCase() {
	start := p.start()
	p.pos++
	if p.patterns() == nil {
		return
	}
	p.guard()
	p.badHeader("'case' statement", start)
}

// explainAs looks at what follows "as" in a pattern.
func (p *parser) explainAs() {
	t := p.here()
	if p.isWord("_") {
		p.raise(t.span(), CodePattern, "cannot use '_' as a target")
		return
	}
	if t.kind == tName {
		return
	}
	if e := p.expression(); e != nil {
		p.raise(e.Span(), CodePattern, "invalid pattern target")
	}
}

// explainClassPattern looks for patterns without a name behind named ones, from the bracket on.
func (p *parser) explainClassPattern() {
	p.pos++
	named := false
	var late []Pattern
	for p.peek() != tRPar {
		if p.peek() == tName && p.peekAt(1) == tAssign {
			if late != nil {
				break
			}
			p.pos += 2
			if p.pattern() == nil {
				return
			}
			named = true
		} else {
			pat := p.pattern()
			if pat == nil {
				break
			}
			if named {
				late = append(late, pat)
			}
		}
		if !p.accept(tComma) {
			break
		}
	}
	if late != nil {
		span := source.Span{Start: late[0].Span().Start, End: late[len(late)-1].Span().End}
		p.raise(span, CodePattern, "positional patterns follow keyword patterns")
	}
}
