package syntax

import "layerglass/core/python/source"

// tryStmt reads a try statement.
func (p *parser) tryStmt() Stmt {
	start, mark := p.start(), p.pos
	if p.explain {
		if p.explainTry(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	p.pos++
	if !p.insist(tColon, ":") {
		return nil
	}
	t := &Try{}
	var ok bool
	if t.Body, ok = p.block(); !ok {
		return nil
	}
	if k := p.peek(); k != kwExcept && k != kwFinally {
		return nil
	}
	if t.IsStar = p.peekAt(1) == tStar; !p.handlers(t) {
		return nil
	}
	if t.Handlers != nil {
		if t.Orelse, ok = p.elseBlock(); !ok {
			return nil
		}
	}
	if p.peek() == kwFinally {
		if t.Finalbody, ok = p.finally(); !ok {
			return nil
		}
	}
	t.At = p.compound(start)
	return t
}

func (p *parser) finally() ([]Stmt, bool) {
	start, mark := p.start(), p.pos
	p.pos++
	if p.explain && p.noBlock("'finally' statement", start) {
		return nil, false
	}
	p.pos = mark + 1
	if !p.insist(tColon, ":") {
		return nil, false
	}
	return p.block()
}

// handlers reads the except clauses of t.
func (p *parser) handlers(t *Try) bool {
	for p.peek() == kwExcept {
		h := p.handler(t.IsStar)
		if h == nil {
			return false
		}
		t.Handlers = append(t.Handlers, h)
	}
	return p.err == nil
}

// handler reads one except clause.
func (p *parser) handler(star bool) *ExceptHandler {
	start, mark := p.start(), p.pos
	if p.explain {
		if p.explainExceptIndent(star); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	h := p.exceptHeader(star)
	if h == nil {
		if p.explain && p.err == nil {
			p.pos = mark
			p.explainExcept()
		}
		return nil
	}
	var ok bool
	if h.Body, ok = p.block(); !ok {
		return nil
	}
	h.At = p.compound(start)
	return h
}

// exceptHeader reads an except clause up to its colon.
func (p *parser) exceptHeader(star bool) *ExceptHandler {
	if !p.accept(kwExcept) || star != p.accept(tStar) {
		return nil
	}
	h := &ExceptHandler{}
	if star || p.peek() != tColon {
		if h.Type = p.expression(); h.Type == nil {
			return nil
		}
		h.Name = p.asName()
	}
	if !p.accept(tColon) {
		return nil
	}
	return h
}

// decorated reads a function or class with its decorators.
func (p *parser) decorated() Stmt {
	var decorators []Expr
	for p.accept(tAt) {
		d := p.named()
		if d == nil || !p.accept(tNewline) {
			return nil
		}
		decorators = append(decorators, d)
	}
	start := p.start()
	switch p.peek() {
	case kwClass:
		return p.class(decorators)
	case kwDef:
		return p.def(start, decorators)
	case kwAsync:
		p.pos++
		if p.peek() == kwDef {
			return p.def(start, decorators)
		}
	}
	return nil
}

func (p *parser) class(decorators []Expr) Stmt {
	start, mark := p.start(), p.pos
	if p.explain {
		if p.explainClass(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	p.pos++
	c := &ClassDef{DecoratorList: decorators}
	var ok bool
	if c.Name, c.NameSpan, ok = p.ident(); !ok {
		return nil
	}
	if c.Bases, c.Keywords, ok = p.bases(); !ok || !p.accept(tColon) {
		return nil
	}
	if c.Body, ok = p.block(); !ok {
		return nil
	}
	c.At = p.compound(start)
	return c
}

// bases reads the parenthesised arguments of a class statement, if there are any.
func (p *parser) bases() (args []Expr, keywords []*Keyword, ok bool) {
	if !p.accept(tLPar) {
		return nil, nil, p.err == nil
	}
	if p.accept(tRPar) {
		return nil, nil, true
	}
	if p.explain {
		args, keywords, ok = p.explainedArguments()
	} else {
		args, keywords, ok = p.arguments()
		p.accept(tComma)
	}
	return args, keywords, ok && p.accept(tRPar)
}

// def reads a function definition from "def" on.
func (p *parser) def(start source.Pos, decorators []Expr) Stmt {
	mark := p.pos
	if p.explain {
		if p.explainDef(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	p.pos++
	f := &FunctionDef{DecoratorList: decorators, IsAsync: start != p.toks[mark].start}
	var ok bool
	if f.Name, f.NameSpan, ok = p.ident(); !ok || !p.insist(tLPar, "(") {
		return nil
	}
	if f.Args = p.parameters(tRPar); f.Args == nil || !p.accept(tRPar) {
		return nil
	}
	if p.peek() == tArrow {
		f.Returns = p.after(tArrow)
	}
	if !p.insist(tColon, ":") {
		return nil
	}
	if f.Body, ok = p.block(); !ok {
		return nil
	}
	f.At = p.compound(start)
	return f
}
