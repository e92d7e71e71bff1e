package syntax

import (
	"strconv"

	"layerglass/core/python/source"
)

// block reads the body of a compound statement: an indented block, or simple statements on the same line.
func (p *parser) block() ([]Stmt, bool) {
	if !p.explain {
		return p.newBlock()
	}
	mark := p.pos
	if m, ok := p.blocks[mark]; ok {
		p.pos = m.end
		return m.body, m.ok
	}
	body, ok := p.newBlock()
	if p.err == nil {
		p.blocks[mark] = blockMemo{body, p.pos, ok}
	}
	return body, ok
}

func (p *parser) newBlock() ([]Stmt, bool) {
	if !p.accept(tNewline) {
		return p.simpleStmts(nil)
	}
	if !p.accept(tIndent) {
		if p.explain {
			p.raiseIndent(CodeExpectedBlock, "expected an indented block", p.lastToken())
		}
		return nil, false
	}
	if !p.enter() {
		return nil, false
	}
	body, ok := p.indented()
	p.depth--
	return body, ok
}

// indented reads statements to the end of the block.
func (p *parser) indented() (body []Stmt, ok bool) {
	for {
		if body, ok = p.statement(body); !ok {
			return nil, false
		}
		if p.accept(tDedent) {
			return body, true
		}
	}
}

// noBlock sets the error for a header whose block is not indented, if that is what stands here: a colon, the end of the line
// and no indentation.
func (p *parser) noBlock(what string, header source.Pos) bool {
	if !p.accept(tColon) || !p.accept(tNewline) || p.peek() == tIndent || p.err != nil {
		return false
	}
	p.raiseIndent(CodeExpectedBlock, "expected an indented block after "+what+" on line "+strconv.Itoa(p.file.Line(header)),
		p.lastToken())
	return true
}

// noColon sets the error for a header that lacks its colon, if the line ends here.
func (p *parser) noColon() bool {
	end := p.end()
	if !p.accept(tNewline) {
		return false
	}
	p.raiseLast(CodeMissingColon, "expected ':'")
	p.fixColon(end)
	return true
}

// badHeader looks for a missing colon or block behind a header that has been read.
func (p *parser) badHeader(what string, header source.Pos) {
	_ = p.noColon() || p.noBlock(what, header)
}

// ifStmt reads an if statement, or the rest of one from an elif on.
func (p *parser) ifStmt(k kind) Stmt {
	first, chain := &If{}, 0
	for at := first; ; {
		start := p.start()
		if p.explain {
			p.explainHeader(k, (*parser).named)
		}
		if !p.accept(k) {
			return nil
		}
		if at.Test = p.named(); at.Test == nil || !p.accept(tColon) {
			return nil
		}
		var ok bool
		if at.Body, ok = p.block(); !ok {
			return nil
		}
		at.Loc.Start = start
		if p.peek() == kwElif {
			if chain++; chain > maxChain {
				p.raise(p.here().span(), CodeTooDeep, "too many elif clauses in one statement")
				return nil
			}
			next := &If{}
			at.Orelse = []Stmt{next}
			at, k = next, kwElif
			continue
		}
		if at.Orelse, ok = p.elseBlock(); !ok {
			return nil
		}
		break
	}
	p.endIfs(first)
	return first
}

// endIfs sets where an if statement and its elif parts end: all at the same place.
func (p *parser) endIfs(s *If) {
	end := p.blockEnd()
	for {
		s.Loc.End = end
		if len(s.Orelse) == 1 {
			if next, ok := s.Orelse[0].(*If); ok && next.Loc.End == 0 {
				s = next
				continue
			}
		}
		return
	}
}

// blockEnd returns where a statement with blocks ends: at the last token that is not the end of a line or of a block.
func (p *parser) blockEnd() source.Pos {
	for i := p.pos - 1; i >= 0 && i < len(p.toks); i-- {
		switch p.toks[i].kind {
		case tNewline, tDedent, tIndent:
		default:
			return p.toks[i].end
		}
	}
	return 0
}

// compound returns the place of a compound statement that ends here.
func (p *parser) compound(start source.Pos) At {
	return At{source.Span{Start: start, End: p.blockEnd()}}
}

// elseBlock reads an else clause if there is one.
func (p *parser) elseBlock() ([]Stmt, bool) {
	if p.peek() != kwElse {
		return nil, p.err == nil
	}
	start, mark := p.start(), p.pos
	p.pos++
	if p.explain && p.noBlock("'else' statement", start) {
		return nil, false
	}
	p.pos = mark + 1
	if !p.insist(tColon, ":") {
		return nil, false
	}
	return p.block()
}

func (p *parser) whileStmt() Stmt {
	start := p.start()
	if p.explain {
		p.explainHeader(kwWhile, (*parser).named)
	}
	if !p.accept(kwWhile) {
		return nil
	}
	w := &While{}
	var ok bool
	if w.Test = p.named(); w.Test == nil || !p.accept(tColon) {
		return nil
	}
	if w.Body, ok = p.block(); !ok {
		return nil
	}
	if w.Orelse, ok = p.elseBlock(); !ok {
		return nil
	}
	w.At = p.compound(start)
	return w
}

// forStmt reads a for statement from "for" on.
func (p *parser) forStmt(start source.Pos, async bool) Stmt {
	mark := p.pos
	if p.explain {
		if p.explainFor(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	p.pos++
	f := &For{IsAsync: async}
	if f.Target = p.starTargets(); f.Target == nil || !p.accept(kwIn) {
		if p.explain {
			p.pos = mark
			p.explainForTarget()
		}
		return nil
	}
	if f.Iter = p.starExpressions(); f.Iter == nil || !p.accept(tColon) {
		return nil
	}
	var ok bool
	if f.Body, ok = p.block(); !ok {
		return nil
	}
	if f.Orelse, ok = p.elseBlock(); !ok {
		return nil
	}
	f.At = p.compound(start)
	return f
}

// asyncStmt reads what follows "async".
func (p *parser) asyncStmt() Stmt {
	start := p.start()
	p.pos++
	switch p.peek() {
	case kwDef:
		return p.def(start, nil)
	case kwFor:
		return p.forStmt(start, true)
	case kwWith:
		return p.withStmt(start, true)
	}
	return nil
}

// withStmt reads a with statement from "with" on.
func (p *parser) withStmt(start source.Pos, async bool) Stmt {
	mark := p.pos
	if p.explain {
		if p.explainWithIndent(); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	p.pos++
	w := &With{IsAsync: async}
	if w.Items = p.parenthesizedItems(); w.Items == nil {
		p.pos = mark + 1
		w.Items = p.withItems(false)
		if w.Items == nil || !p.accept(tColon) {
			if p.explain {
				p.pos = mark
				p.explainWith()
			}
			return nil
		}
	}
	var ok bool
	if w.Body, ok = p.block(); !ok {
		return nil
	}
	w.At = p.compound(start)
	return w
}

// parenthesizedItems reads (item, item): with the colon, or nothing.
func (p *parser) parenthesizedItems() []*WithItem {
	if !p.accept(tLPar) {
		return nil
	}
	items := p.withItems(true)
	p.accept(tComma)
	if items == nil || !p.accept(tRPar) || !p.accept(tColon) {
		return nil
	}
	return items
}

// withItems reads items with commas between them; with trailing set a comma may be left behind them.
func (p *parser) withItems(trailing bool) []*WithItem {
	var items []*WithItem
	for {
		mark := p.pos
		item := p.withItem()
		if item == nil {
			if trailing && items != nil {
				p.pos = mark - 1
				return items
			}
			return nil
		}
		items = append(items, item)
		if !p.accept(tComma) {
			return items
		}
	}
}

func (p *parser) withItem() *WithItem {
	start := p.start()
	e := p.expression()
	if e == nil {
		return nil
	}
	item := &WithItem{ContextExpr: e}
	mark := p.pos
	if p.accept(kwAs) {
		item.OptionalVars = p.starTarget()
		if item.OptionalVars == nil || !p.atItemEnd() {
			item.OptionalVars = nil
			p.pos = mark
			if p.explain {
				p.explainWithItem()
				p.pos = mark
			}
		}
	}
	item.At = p.from(start)
	return item
}

func (p *parser) atItemEnd() bool {
	k := p.peek()
	return k == tComma || k == tRPar || k == tColon
}
