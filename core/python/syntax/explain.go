package syntax

import (
	"strings"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// The explain files hold the rules of the second pass: what a text may be when it is no program. CPython's choice of words
// depends on which rule looks first, so the methods here try readings in the order of its grammar. Each moves as it likes; the
// caller goes back. A rule that recognises a mistake sets the error, and everything returns.

// remember returns what parse finds here, from memory if it has been asked before.
func (p *parser) remember(r rule, parse func() Expr) Expr {
	key := memoKey{r, int32(p.pos)}
	if m, ok := p.known[key]; ok && p.err == nil {
		p.pos = m.end
		return m.expr
	}
	e := parse()
	if p.err != nil {
		return nil
	}
	p.known[key] = memo{e, p.pos}
	return e
}

// explainedExpression is expression in the second pass.
func (p *parser) explainedExpression() Expr {
	return p.remember(ruleExpression, func() Expr {
		mark := p.pos
		if p.muted == 0 && p.enter() {
			p.explainExpression()
			p.depth--
			p.pos = mark
		}
		if p.err != nil {
			return nil
		}
		return p.plainExpression()
	})
}

// explainExpression looks for two expressions side by side, a conditional without else and Python 2's print.
func (p *parser) explainExpression() {
	start, mark := p.start(), p.pos
	k := p.peek()
	if k == tNewline || k == tRPar || k == tEOF {
		return
	}
	if k == tName {
		p.peekAt(1)
	}
	left := p.operators(precOr)
	if left == nil || p.err != nil {
		return
	}
	afterLeft := p.pos
	if !(k == tName && (p.toks[mark+1].kind == tString || isSoftKeyword(p.text[start:p.toks[mark].end]))) {
		p.explainComma(left, k == tName)
		if p.err != nil {
			return
		}
	}
	p.pos = afterLeft
	if p.accept(kwIf) {
		test := p.operators(precOr)
		if k := p.peek(); test != nil && k != kwElse && k != tColon {
			end := p.end()
			p.raise(left.Span().Join(test.Span()), CodeMissingElse, "expected 'else' after 'if' expression")
			p.fix(insertFix("Add an else", end, " else None"))
			return
		}
	}
	p.pos = mark
	p.explainLegacy()
}

// isSoftKeyword reports whether CPython takes a name for one of its soft keywords here: it compares only as many letters as
// the name has.
func isSoftKeyword(word string) bool {
	return strings.HasPrefix("match", word) || strings.HasPrefix("case", word) || word == "_"
}

// explainComma looks for an expression directly behind left, in brackets.
func (p *parser) explainComma(left Expr, name bool) {
	switch p.peek() {
	case tName, tNumber, tString, tLPar, tLSqb, tLBrace, kwNone, kwTrue, kwFalse, tEllipsis, kwLambda, kwNot, kwAwait,
		tMinus, tPlus, tTilde:
	default:
		return
	}
	p.muted++
	right := p.withoutRules()
	p.muted--
	if right == nil || p.err != nil {
		return
	}
	if n, ok := left.(*Name); ok && name && isLegacy(n.ID) {
		return
	}
	if p.toks[p.pos-1].level == 0 {
		return
	}
	p.raise(left.Span().Join(right.Span()), CodeMissingComma, "invalid syntax. Perhaps you forgot a comma?")
	p.fix(insertFix("Add a comma", left.Span().End, ","))
}

// withoutRules reads an expression with the rules for mistakes off.
func (p *parser) withoutRules() Expr {
	if !p.enter() {
		return nil
	}
	e := p.conditional()
	p.depth--
	return e
}

func isLegacy(name string) bool { return name == "print" || name == "exec" }

// explainLegacy looks for print and exec as they were before Python 3.
func (p *parser) explainLegacy() {
	if p.peek() != tName || p.peekAt(1) == tLPar {
		return
	}
	t := p.here()
	name := p.word()
	// What follows any name is read, for its own mistakes; but a line of prose must not be followed word by word.
	if !isLegacy(name) && p.depth > maxDepth/8 {
		return
	}
	p.pos++
	args := p.starExpressions()
	if args == nil || !isLegacy(name) {
		return
	}
	end := p.end()
	p.raise(source.Span{Start: t.start, End: args.Span().End}, CodeMissingParens,
		"Missing parentheses in call to '"+name+"'. Did you mean "+name+"(...)?")
	p.fix(diag.Fix{Title: "Add the parentheses", Edits: []diag.Edit{
		{Span: source.Span{Start: t.end, End: args.Span().Start}, Text: "("},
		{Span: source.Span{Start: end, End: end}, Text: ")"},
	}})
}

// fix adds a fix to the error.
func (p *parser) fix(f diag.Fix) {
	if p.err != nil {
		p.err.Fixes = append(p.err.Fixes, f)
	}
}

// fixColon adds the fix for a missing colon.
func (p *parser) fixColon(end source.Pos) { p.fix(insertFix("Add the colon", end, ":")) }

// explainNamed looks for := behind what is no name, and for = where an expression stands.
func (p *parser) explainNamed() {
	if p.muted > 0 {
		return
	}
	mark := p.pos
	if _, seen := p.known[memoKey{ruleNamed, int32(mark)}]; seen {
		return
	}
	p.lookAtNamed()
	if p.err == nil {
		p.known[memoKey{ruleNamed, int32(mark)}] = memo{}
	}
}

func (p *parser) lookAtNamed() {
	start, mark := p.start(), p.pos
	if e := p.expression(); e != nil && p.accept(tWalrus) && p.expression() != nil {
		p.raise(e.Span(), CodeNamedExpression, "cannot use assignment expressions with "+describe(e))
		return
	}
	if p.err != nil {
		return
	}
	p.pos = mark
	if p.peek() == tName && p.peekAt(1) == tAssign {
		equal := p.toks[mark+1]
		p.pos += 2
		if value := p.operators(precBitOr); value != nil && !p.atAssignment() {
			p.raise(source.Span{Start: start, End: value.Span().End}, CodeEqualSign,
				"invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			p.fixEqual(equal)
			return
		}
		p.pos = mark
	}
	p.lookAtEqual(mark)
}

// lookAtEqual looks for an expression, =, and another one.
func (p *parser) lookAtEqual(mark int) {
	left := p.operators(precBitOr)
	if left == nil || p.peek() != tAssign || p.isDisplay(mark) {
		return
	}
	equal := p.here()
	p.pos++
	if p.operators(precBitOr) == nil || p.atAssignment() {
		return
	}
	p.raise(left.Span(), CodeAssignTarget, "cannot assign to "+describe(left)+" here. Maybe you meant '==' instead of '='?")
	p.fixEqual(equal)
}

// fixEqual adds the fix that turns = into ==.
func (p *parser) fixEqual(equal token) { p.fix(replaceFix("Compare with ==", equal.span(), "==")) }

// isDisplay reports whether a list, a tuple, a generator expression or one of the constants with names begins at mark.
func (p *parser) isDisplay(mark int) bool {
	back := p.pos
	p.pos = mark
	defer func() { p.pos = back }()
	switch p.peek() {
	case kwTrue, kwFalse, kwNone:
		return true
	case tLSqb, tLPar:
		paren := p.start()
		switch e := p.atom().(type) {
		case *List:
			return true
		case *Tuple:
			return e.Loc.Start == paren
		case *GeneratorExp:
			return e.Loc.Start == paren
		}
	}
	return false
}

func (p *parser) atAssignment() bool {
	k := p.peek()
	return k == tAssign || k == tWalrus || k == tError
}

// explainAssignment looks at a statement that is neither an assignment nor an annotation but has the mark of one.
func (p *parser) explainAssignment() {
	mark := p.pos
	for _, rule := range [...]func(*parser){
		(*parser).explainAnnotation, (*parser).explainTupleAnnotation, (*parser).explainTargetAnnotation,
		(*parser).explainTarget, (*parser).explainYieldTarget, (*parser).explainAugmented,
	} {
		rule(p)
		if p.err != nil {
			return
		}
		p.pos = mark
	}
}

func (p *parser) explainAnnotation() {
	if k := p.peek(); k != tLPar && k != tLSqb {
		return
	}
	e := p.atom()
	switch e.(type) {
	case *List, *Tuple:
	default:
		return
	}
	if p.accept(tColon) && p.expression() != nil {
		p.raise(e.Span(), CodeAnnotationTarget, "only single target (not "+describe(e)+") can be annotated")
	}
}

func (p *parser) explainTupleAnnotation() {
	first := p.starNamed()
	if first == nil || !p.accept(tComma) {
		return
	}
	for {
		mark := p.pos
		if p.starNameds() == nil {
			p.pos = mark
			break
		}
	}
	if p.accept(tColon) && p.expression() != nil {
		p.raise(first.Span(), CodeAnnotationTarget, "only single target (not tuple) can be annotated")
	}
}

func (p *parser) explainTargetAnnotation() {
	e := p.expression()
	if e != nil && p.accept(tColon) && p.expression() != nil {
		p.raise(e.Span(), CodeAnnotationTarget, "illegal target for annotation")
	}
}

// skipTargets passes over "target =" as often as it stands here.
func (p *parser) skipTargets() {
	for {
		mark := p.pos
		if p.starTargets() == nil || !p.accept(tAssign) {
			p.pos = mark
			return
		}
	}
}

func (p *parser) explainTarget() {
	p.skipTargets()
	if e := p.starExpressions(); e != nil && p.accept(tAssign) {
		p.raiseTarget(e, starTargets)
	}
}

func (p *parser) explainYieldTarget() {
	p.skipTargets()
	if e := p.yield(); e != nil && p.peek() == tAssign {
		p.raise(e.Span(), CodeAssignTarget, "assignment to yield expression not possible")
	}
}

func (p *parser) explainAugmented() {
	e := p.starExpressions()
	if e == nil || !p.peek().isAugmented() {
		return
	}
	p.pos++
	if p.assignedValue() != nil {
		p.raise(e.Span(), CodeAssignTarget, "'"+describe(e)+"' is an illegal expression for augmented assignment")
	}
}

// explainForTarget looks at the target of a for that has not been read to its "in".
func (p *parser) explainForTarget() {
	if p.muted > 0 {
		return
	}
	p.accept(kwAsync)
	if !p.accept(kwFor) {
		return
	}
	if e := p.starExpressions(); e != nil {
		p.raiseTarget(e, forTargets)
	}
}

// explainedGenerator reads a generator expression from its bracket on, and looks for the mistakes that comprehensions invite.
func (p *parser) explainedGenerator() Expr {
	start, mark := p.start(), p.pos
	p.pos++
	first := p.assignmentExpression()
	if first == nil && p.err == nil {
		p.pos = mark + 1
		first = p.expressionBeforeWalrus()
	}
	if first != nil {
		if clauses := p.forClauses(); clauses != nil && p.accept(tRPar) {
			return &GeneratorExp{p.from(start), first, clauses}
		}
	}
	p.pos = mark
	p.explainComprehension()
	return nil
}

// explainComprehension looks at a comprehension whose element is starred or a tuple without parentheses.
func (p *parser) explainComprehension() {
	if p.muted > 0 || p.err != nil {
		return
	}
	mark, k := p.pos, p.peek()
	p.pos++
	if e := p.starred(0); e != nil && p.forClauses() != nil {
		p.raise(e.Span(), CodeComprehension, "iterable unpacking cannot be used in comprehension")
		return
	}
	if p.pos = mark + 1; k == tLPar || p.err != nil {
		return
	}
	first := p.starNamed()
	if first == nil || p.peek() != tComma {
		return
	}
	comma := p.here()
	p.pos++
	afterComma := p.pos
	const msg = "did you forget parentheses around the comprehension target?"
	if more := p.starNameds(); more != nil && p.forClauses() != nil {
		span := first.Span().Join(more[len(more)-1].Span())
		p.raise(span, CodeComprehension, msg)
		p.fixParens(span)
		return
	}
	p.pos = afterComma
	if p.err == nil && p.forClauses() != nil {
		span := first.Span().Join(comma.span())
		p.raise(span, CodeComprehension, msg)
		p.fixParens(span)
	}
}

// fixParens adds the fix that puts parentheses around span.
func (p *parser) fixParens(span source.Span) {
	p.fix(diag.Fix{Title: "Add the parentheses", Edits: []diag.Edit{
		{Span: source.Span{Start: span.Start, End: span.Start}, Text: "("},
		{Span: source.Span{Start: span.End, End: span.End}, Text: ")"},
	}})
}

// explainedParens is parens in the second pass.
func (p *parser) explainedParens() Expr {
	start, mark := p.start(), p.pos
	if e := p.explainedTuple(start); e != nil || p.err != nil {
		return e
	}
	p.pos = mark + 1
	if e := p.group(); e != nil || p.err != nil {
		return e
	}
	p.pos = mark
	if p.explainGroup(); p.err != nil {
		return nil
	}
	p.pos = mark
	return p.explainedGenerator()
}

func (p *parser) explainedTuple(start source.Pos) Expr {
	p.pos++
	if p.accept(tRPar) {
		return &Tuple{p.from(start), nil}
	}
	first := p.starNamed()
	if first == nil || p.peek() != tComma {
		return nil
	}
	elts := p.rest(first)
	if !p.accept(tRPar) {
		return nil
	}
	return &Tuple{p.from(start), elts}
}

// group reads an expression in parentheses from behind the opening one.
func (p *parser) group() Expr {
	var e Expr
	if p.peek() == kwYield {
		e = p.yield()
	} else {
		e = p.named()
	}
	if e == nil || !p.accept(tRPar) {
		return nil
	}
	return e
}

func (p *parser) explainGroup() {
	if p.muted > 0 {
		return
	}
	p.pos++
	mark := p.pos
	if e := p.starred(0); e != nil && p.accept(tRPar) {
		p.raise(e.Span(), CodeStarred, "cannot use starred expression here")
		return
	}
	p.pos = mark
	stars := p.here()
	if p.accept(tDStar) && p.expression() != nil && p.accept(tRPar) {
		p.raise(stars.span(), CodeStarred, "cannot use double starred expression here")
	}
}
