package syntax

import "layerglass/core/python/source"

// Precedences of operators, from loose to tight.
const (
	precOr = iota + 1
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precTerm
	precUnary
)

// binaryOps gives operators their precedence and Op. Words are handled apart.
var binaryOps = func() (table [256]struct {
	prec int8
	op   Op
}) {
	set := func(k kind, prec int8, op Op) { table[k].prec, table[k].op = prec, op }
	set(kwOr, precOr, OpOr)
	set(kwAnd, precAnd, OpAnd)
	set(tEq, precCompare, OpEq)
	set(tNotEq, precCompare, OpNotEq)
	set(tLess, precCompare, OpLt)
	set(tLessEq, precCompare, OpLtE)
	set(tGreater, precCompare, OpGt)
	set(tGreaterEq, precCompare, OpGtE)
	set(kwIs, precCompare, OpIs)
	set(kwIn, precCompare, OpIn)
	set(kwNot, precCompare, OpNotIn)
	set(tBar, precBitOr, OpBitOr)
	set(tCaret, precBitXor, OpBitXor)
	set(tAmp, precBitAnd, OpBitAnd)
	set(tLShift, precShift, OpLShift)
	set(tRShift, precShift, OpRShift)
	set(tPlus, precSum, OpAdd)
	set(tMinus, precSum, OpSub)
	set(tStar, precTerm, OpMult)
	set(tAt, precTerm, OpMatMult)
	set(tSlash, precTerm, OpDiv)
	set(tPercent, precTerm, OpMod)
	set(tDSlash, precTerm, OpFloorDiv)
	return table
}()

// expressions reads expressions separated by commas; more than one, or a comma at the end, makes a Tuple.
func (p *parser) expressions() Expr { return p.tupleOf((*parser).expression) }

// starExpressions is expressions with *starred ones allowed.
func (p *parser) starExpressions() Expr { return p.tupleOf((*parser).starExpression) }

func (p *parser) tupleOf(element func(*parser) Expr) Expr {
	start := p.start()
	first := element(p)
	if first == nil || p.peek() != tComma {
		return first
	}
	base := len(p.exprs)
	p.exprs = append(p.exprs, first)
	for p.accept(tComma) {
		mark := p.pos
		e := element(p)
		if e == nil {
			p.pos = mark
			break
		}
		p.exprs = append(p.exprs, e)
	}
	return &Tuple{p.from(start), p.gather(base)}
}

// gather returns the expressions pushed since base as a list of their own.
func (p *parser) gather(base int) []Expr {
	if len(p.exprs) == base {
		return nil
	}
	list := append([]Expr(nil), p.exprs[base:]...)
	p.exprs = p.exprs[:base]
	return list
}

// starExpression reads an expression or *operand.
func (p *parser) starExpression() Expr {
	if p.peek() == tStar {
		return p.starred(precBitOr)
	}
	return p.expression()
}

// starred reads *operand, where operators of the operand bind at least as tight as prec; 0 stands for any expression.
func (p *parser) starred(prec int) Expr {
	start := p.start()
	if !p.accept(tStar) {
		return nil
	}
	var value Expr
	if prec == 0 {
		value = p.expression()
	} else {
		value = p.operators(prec)
	}
	if value == nil {
		return nil
	}
	return &Starred{p.from(start), value}
}

// starNamed reads an expression, name := expression or *operand.
func (p *parser) starNamed() Expr {
	if p.peek() == tStar {
		return p.starred(precBitOr)
	}
	return p.named()
}

// starNameds reads one or more of those, with commas between them and perhaps one at the end.
func (p *parser) starNameds() []Expr {
	base := len(p.exprs)
	for {
		mark := p.pos
		e := p.starNamed()
		if e == nil {
			p.pos = mark
			break
		}
		p.exprs = append(p.exprs, e)
		if !p.accept(tComma) {
			break
		}
	}
	return p.gather(base)
}

// named reads an expression or name := expression.
func (p *parser) named() Expr {
	mark := p.pos
	if e := p.assignmentExpression(); e != nil {
		return e
	}
	p.pos = mark
	if p.explain {
		if p.explainNamed(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	return p.expressionBeforeWalrus()
}

// expressionBeforeWalrus reads an expression that is not the target of a :=.
func (p *parser) expressionBeforeWalrus() Expr {
	e := p.expression()
	if e == nil || p.peek() == tWalrus {
		return nil
	}
	return e
}

func (p *parser) assignmentExpression() Expr {
	if p.peek() != tName || p.peekAt(1) != tWalrus {
		return nil
	}
	start := p.start()
	target := p.name()
	p.pos++
	value := p.expression()
	if value == nil {
		return nil
	}
	return &NamedExpr{p.from(start), target, value}
}

// name reads the current token, a tName.
func (p *parser) name() *Name {
	t := p.toks[p.pos]
	p.pos++
	n := p.names.new()
	n.Loc = t.span()
	n.ID = normalizeName(p.text[t.start:t.end])
	return n
}

// expression reads one expression without := and *.
func (p *parser) expression() Expr {
	if p.explain {
		return p.explainedExpression()
	}
	return p.plainExpression()
}

func (p *parser) plainExpression() Expr {
	if !p.enter() {
		return nil
	}
	e := p.conditional()
	p.depth--
	return e
}

// conditional reads a lambda, or an expression of operators with perhaps "if … else …" behind it.
func (p *parser) conditional() Expr {
	start := p.start()
	if p.peek() == kwLambda {
		return p.lambda()
	}
	body := p.operators(precOr)
	if body == nil || p.peek() != kwIf {
		return body
	}
	mark := p.pos
	p.pos++
	if test := p.operators(precOr); test != nil && p.accept(kwElse) {
		if orelse := p.expression(); orelse != nil {
			return &IfExp{p.from(start), test, body, orelse}
		}
	}
	p.pos = mark
	if p.err != nil {
		return nil
	}
	return body
}

// operators reads operands joined by operators whose precedence is at least lowest.
func (p *parser) operators(lowest int) Expr {
	if p.known != nil {
		return p.remember(ruleOperators+rule(lowest), func() Expr { return p.climb(lowest) })
	}
	return p.climb(lowest)
}

// climb is precedence climbing: it reads an operand, then as long as an operator follows that binds tight enough, its right
// operand with a higher threshold. When no operand follows an operator, it stops in front of that operator.
func (p *parser) climb(lowest int) Expr {
	start := p.start()
	highest := precUnary
	var left Expr
	if p.peek() == kwNot {
		if lowest > precNot {
			return nil
		}
		left, highest = p.not(start), precAnd
	} else {
		left = p.unary()
	}
	for chain := 0; left != nil; chain++ {
		if chain > maxChain {
			p.raise(p.here().span(), CodeTooDeep, "too many operators in one expression")
			return nil
		}
		k := p.peek()
		prec := int(binaryOps[k].prec)
		if prec < lowest || prec > highest || prec == 0 {
			break
		}
		mark := p.pos
		var e Expr
		switch prec {
		case precOr, precAnd:
			e = p.boolOp(start, left, k, prec)
		case precCompare:
			e = p.compare(start, left)
		default:
			e = p.binary(start, left, prec)
		}
		if e == nil {
			p.pos = mark
			break
		}
		if left = e; prec <= precCompare {
			highest = prec - 1
		}
	}
	if p.err != nil {
		return nil
	}
	return left
}

func (p *parser) not(start source.Pos) Expr {
	p.pos++
	if !p.enter() {
		return nil
	}
	operand := p.operators(precNot)
	p.depth--
	if operand == nil {
		return nil
	}
	return &UnaryOp{p.from(start), OpNot, operand}
}

// binary reads an arithmetic operator and its right operand.
func (p *parser) binary(start source.Pos, left Expr, prec int) Expr {
	t := p.toks[p.pos]
	p.pos++
	right := p.operators(prec + 1)
	if right == nil {
		return nil
	}
	return &BinOp{p.from(start), left, binaryOps[t.kind].op, right, t.span()}
}

// boolOp reads the rest of a chain of one of "and" and "or".
func (p *parser) boolOp(start source.Pos, left Expr, k kind, prec int) Expr {
	base := len(p.exprs)
	p.exprs = append(p.exprs, left)
	for p.peek() == k {
		mark := p.pos
		p.pos++
		e := p.operators(prec + 1)
		if e == nil {
			p.pos = mark
			break
		}
		p.exprs = append(p.exprs, e)
	}
	values := p.gather(base)
	if len(values) < 2 {
		return nil
	}
	return &BoolOp{p.from(start), binaryOps[k].op, values}
}

// compare reads the rest of a chain of comparisons.
func (p *parser) compare(start source.Pos, left Expr) Expr {
	c := &Compare{Left: left}
	base := len(p.exprs)
	for {
		mark := p.pos
		op, ok := p.comparison()
		if !ok {
			p.pos = mark
			break
		}
		right := p.operators(precBitOr)
		if right == nil {
			p.pos = mark
			break
		}
		c.Ops = append(c.Ops, op)
		p.exprs = append(p.exprs, right)
	}
	if c.Comparators = p.gather(base); c.Comparators == nil {
		return nil
	}
	c.At = p.from(start)
	return c
}

// comparison reads a comparison operator.
func (p *parser) comparison() (Op, bool) {
	k := p.peek()
	if binaryOps[k].prec != precCompare {
		return 0, false
	}
	p.pos++
	switch k {
	case kwNot:
		return OpNotIn, p.accept(kwIn)
	case kwIs:
		if p.accept(kwNot) {
			return OpIsNot, true
		}
	}
	return binaryOps[k].op, true
}

// unary reads an operand with its signs, or a power.
func (p *parser) unary() Expr {
	var op Op
	switch p.peek() {
	case tPlus:
		op = OpUAdd
	case tMinus:
		op = OpUSub
	case tTilde:
		op = OpInvert
	default:
		return p.power()
	}
	start := p.start()
	p.pos++
	if !p.enter() {
		return nil
	}
	operand := p.unary()
	p.depth--
	if operand == nil {
		return nil
	}
	return &UnaryOp{p.from(start), op, operand}
}

// power reads an operand and perhaps ** and an exponent, which may have a sign.
func (p *parser) power() Expr {
	start := p.start()
	base := p.await()
	if base == nil || p.peek() != tDStar {
		return base
	}
	mark := p.pos
	op := p.toks[p.pos]
	p.pos++
	if !p.enter() {
		return nil
	}
	exponent := p.unary()
	p.depth--
	if exponent == nil {
		p.pos = mark
		if p.err != nil {
			return nil
		}
		return base
	}
	return &BinOp{p.from(start), base, OpPow, exponent, op.span()}
}

func (p *parser) await() Expr {
	if p.peek() != kwAwait {
		return p.primary()
	}
	start := p.start()
	p.pos++
	value := p.primary()
	if value == nil {
		return nil
	}
	return &Await{p.from(start), value}
}

// yield reads a yield expression, which stands only in parentheses, on the right of = or alone.
func (p *parser) yield() Expr {
	start := p.start()
	if !p.accept(kwYield) {
		return nil
	}
	mark := p.pos
	if p.accept(kwFrom) {
		value := p.expression()
		if value == nil {
			return nil
		}
		return &YieldFrom{p.from(start), value}
	}
	value := p.starExpressions()
	if value == nil {
		if p.err != nil {
			return nil
		}
		p.pos = mark
	}
	return &Yield{p.from(start), value}
}
