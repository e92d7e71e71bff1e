package syntax

import "layerglass/core/python/source"

// statement reads one compound statement or one line of simple ones and adds them to body.
func (p *parser) statement(body []Stmt) ([]Stmt, bool) {
	start := p.start()
	var s Stmt
	switch p.peek() {
	case kwIf:
		s = p.ifStmt(kwIf)
	case kwDef, kwClass, tAt:
		s = p.decorated()
	case kwFor:
		s = p.forStmt(start, false)
	case kwWhile:
		s = p.whileStmt()
	case kwTry:
		s = p.tryStmt()
	case kwWith:
		s = p.withStmt(start, false)
	case kwAsync:
		s = p.asyncStmt()
	case tName:
		if s = p.maybeMatch(); s == nil {
			return p.simpleStmts(body)
		}
	default:
		return p.simpleStmts(body)
	}
	if s == nil || p.err != nil {
		return body, false
	}
	return append(body, s), true
}

// simpleStmts reads simple statements with semicolons between them, up to the end of the line.
func (p *parser) simpleStmts(body []Stmt) ([]Stmt, bool) {
	for {
		s := p.simpleStmt()
		if s == nil || p.err != nil {
			return body, false
		}
		body = append(body, s)
		semi := p.accept(tSemi)
		if p.accept(tNewline) {
			return body, true
		}
		if !semi {
			return body, false
		}
	}
}

func (p *parser) simpleStmt() Stmt {
	t := p.here()
	switch t.kind {
	case kwReturn:
		p.pos++
		value := p.optionalStarExpressions()
		return &Return{p.from(t.start), value}
	case kwImport:
		return p.importStmt()
	case kwFrom:
		return p.importFrom()
	case kwRaise:
		return p.raiseStmt()
	case kwPass:
		p.pos++
		return &Pass{p.from(t.start)}
	case kwDel:
		return p.del()
	case kwAssert:
		return p.assert()
	case kwBreak:
		p.pos++
		return &Break{p.from(t.start)}
	case kwContinue:
		p.pos++
		return &Continue{p.from(t.start)}
	case kwGlobal:
		if names := p.nameList(); names != nil {
			return &Global{p.from(t.start), names}
		}
		return nil
	case kwNonlocal:
		if names := p.nameList(); names != nil {
			return &Nonlocal{p.from(t.start), names}
		}
		return nil
	}
	return p.expressionStmt()
}

// optionalStarExpressions reads expressions if there are some.
func (p *parser) optionalStarExpressions() Expr {
	if k := p.peek(); k == tNewline || k == tSemi {
		return nil
	}
	mark := p.pos
	e := p.starExpressions()
	if e == nil {
		p.pos = mark
	}
	return e
}

func (p *parser) raiseStmt() Stmt {
	start := p.start()
	p.pos++
	r := &Raise{}
	if k := p.peek(); k != tNewline && k != tSemi {
		mark := p.pos
		if r.Exc = p.expression(); r.Exc == nil {
			p.pos = mark
		} else if r.Cause = p.after(kwFrom); p.err != nil {
			return nil
		}
	}
	r.At = p.from(start)
	return r
}

// after reads k and an expression, or nothing.
func (p *parser) after(k kind) Expr {
	mark := p.pos
	if !p.accept(k) {
		return nil
	}
	e := p.expression()
	if e == nil {
		p.pos = mark
	}
	return e
}

func (p *parser) assert() Stmt {
	start := p.start()
	p.pos++
	test := p.expression()
	if test == nil {
		return nil
	}
	msg := p.after(tComma)
	return &Assert{p.from(start), test, msg}
}

// nameList reads the names of a global or nonlocal statement.
func (p *parser) nameList() []string {
	p.pos++
	var names []string
	for {
		name, _, ok := p.ident()
		if !ok {
			return nil
		}
		names = append(names, name)
		if p.peek() != tComma || p.peekAt(1) != tName {
			return names
		}
		p.pos++
	}
}

func (p *parser) del() Stmt {
	start, mark := p.start(), p.pos
	p.pos++
	base := len(p.exprs)
	for {
		before := p.pos
		e := p.primary()
		if e == nil || !isDelTarget(e) {
			p.pos = before
			break
		}
		p.exprs = append(p.exprs, e)
		if !p.accept(tComma) {
			break
		}
	}
	targets := p.gather(base)
	if k := p.peek(); targets != nil && (k == tSemi || k == tNewline) {
		return &Delete{p.from(start), targets}
	}
	if p.explain {
		p.pos = mark + 1
		if e := p.starExpressions(); e != nil {
			p.raiseTarget(e, delTargets)
		}
	}
	return nil
}

func (p *parser) importStmt() Stmt {
	start := p.start()
	p.pos++
	var names []*Alias
	for {
		at := p.start()
		name, _, ok := p.dottedName()
		if !ok {
			return nil
		}
		as := p.asName()
		names = append(names, &Alias{p.from(at), name, as})
		if p.peek() != tComma || p.peekAt(1) != tName {
			return &Import{p.from(start), names}
		}
		p.pos++
	}
}

// dottedName reads a name with dots.
func (p *parser) dottedName() (string, source.Span, bool) {
	name, span, ok := p.ident()
	if !ok {
		return "", span, false
	}
	for p.peek() == tDot && p.peekAt(1) == tName {
		p.pos++
		part, at, _ := p.ident()
		name += "." + part
		span.End = at.End
	}
	return name, span, true
}

// asName reads "as name" if it is there.
func (p *parser) asName() string {
	if p.peek() != kwAs || p.peekAt(1) != tName {
		return ""
	}
	p.pos++
	name, _, _ := p.ident()
	return name
}

func (p *parser) importFrom() Stmt {
	s := &ImportFrom{}
	start := p.start()
	for p.pos++; ; p.pos++ {
		if k := p.peek(); k == tDot {
			s.Level++
		} else if k == tEllipsis {
			s.Level += 3
		} else {
			break
		}
	}
	var ok bool
	if s.Module, s.ModuleSpan, ok = p.dottedName(); !ok && s.Level == 0 {
		return nil
	}
	if !p.accept(kwImport) {
		return nil
	}
	if s.Names = p.importTargets(); s.Names == nil {
		return nil
	}
	s.At = p.from(start)
	return s
}

func (p *parser) importTargets() []*Alias {
	start := p.start()
	switch p.peek() {
	case tLPar:
		p.pos++
		names := p.importNames()
		p.accept(tComma)
		if names == nil || !p.accept(tRPar) {
			return nil
		}
		return names
	case tStar:
		p.pos++
		return []*Alias{{p.from(start), "*", ""}}
	}
	names := p.importNames()
	if names == nil || p.peek() != tComma {
		return names
	}
	if p.explain && p.accept(tComma) && p.accept(tNewline) {
		p.raiseLast(CodeImport, "trailing comma not allowed without surrounding parentheses")
	}
	return nil
}

// importNames reads names with their aliases; it stops before a comma that no name follows.
func (p *parser) importNames() []*Alias {
	var names []*Alias
	for {
		start := p.start()
		name, _, ok := p.ident()
		if !ok {
			return nil
		}
		as := p.asName()
		names = append(names, &Alias{p.from(start), name, as})
		if p.peek() != tComma || p.peekAt(1) != tName {
			return names
		}
		p.pos++
	}
}

// expressionStmt reads an assignment, an annotation or an expression.
func (p *parser) expressionStmt() Stmt {
	start, mark := p.start(), p.pos
	if p.explain {
		p.cut = false
		if s := p.assignment(start, true); s != nil || p.err != nil {
			return s
		}
		if p.pos = mark; !p.cut {
			p.explainAssignment()
		}
		if p.err != nil {
			return nil
		}
		p.pos = mark
	}
	return p.assignment(start, false)
}

// assignment reads an assignment or, unless only, an expression as a statement.
func (p *parser) assignment(start source.Pos, only bool) Stmt {
	paren := p.peek() == tLPar
	var left Expr
	if p.peek() == kwYield {
		left = p.yield()
	} else {
		left = p.starExpressions()
	}
	if left == nil {
		return nil
	}
	switch k := p.peek(); {
	case k == tAssign:
		return p.assign(start, left)
	case k == tColon && isSingleTarget(left):
		if s := p.annotation(start, left, paren); s != nil {
			return s
		}
	case k.isAugmented():
		if !isSingleTarget(left) {
			return nil
		}
		p.pos++
		value := p.assignedValue()
		if value == nil {
			p.cut = true
			return nil
		}
		return &AugAssign{p.from(start), left, k.augmentedOp(), value}
	}
	if only {
		return nil
	}
	return &ExprStmt{p.from(start), left}
}

// assignedValue reads what stands on the right of an assignment.
func (p *parser) assignedValue() Expr {
	if p.peek() == kwYield {
		return p.yield()
	}
	return p.starExpressions()
}

// assign reads the rest of a = b = value.
func (p *parser) assign(start source.Pos, left Expr) Stmt {
	base := len(p.exprs)
	for p.accept(tAssign) {
		if !isStarTarget(left) {
			p.exprs = p.exprs[:base]
			return nil
		}
		p.exprs = append(p.exprs, left)
		if left = p.assignedValue(); left == nil {
			p.exprs = p.exprs[:base]
			return nil
		}
	}
	targets := p.gather(base)
	return &Assign{p.from(start), targets, left}
}

// annotation reads the rest of target: annotation = value.
func (p *parser) annotation(start source.Pos, target Expr, paren bool) Stmt {
	mark := p.pos
	p.pos++
	a := &AnnAssign{Target: target}
	if a.Annotation = p.expression(); a.Annotation == nil {
		p.pos = mark
		return nil
	}
	mark = p.pos
	if p.accept(tAssign) {
		if a.Value = p.assignedValue(); a.Value == nil {
			p.pos = mark
		}
	}
	_, name := target.(*Name)
	a.Simple = name && !paren
	a.At = p.from(start)
	return a
}
