package syntax

import "layerglass/core/python/source"

// call reads the parenthesised arguments behind fn.
func (p *parser) call(start source.Pos, fn Expr) Expr {
	open, mark := p.start(), p.pos
	if p.explain {
		if g := p.explainedGenerator(); g != nil || p.err != nil {
			return p.newCall(start, fn, []Expr{g}, nil)
		}
		p.pos = mark
	}
	p.pos++
	if p.accept(tRPar) {
		return p.newCall(start, fn, nil, nil)
	}
	if p.explain {
		args, keywords, ok := p.explainedArguments()
		if !ok || !p.accept(tRPar) {
			return nil
		}
		return p.newCall(start, fn, args, keywords)
	}
	args, keywords, ok := p.arguments()
	if !ok {
		return nil
	}
	if k := p.peek(); (k == kwFor || k == kwAsync) && len(args) == 1 && keywords == nil {
		return p.generatorCall(start, open, fn, args)
	}
	p.accept(tComma)
	if !p.accept(tRPar) {
		return nil
	}
	return p.newCall(start, fn, args, keywords)
}

func (p *parser) newCall(start source.Pos, fn Expr, args []Expr, keywords []*Keyword) Expr {
	if p.err != nil {
		return nil
	}
	c := p.calls.new()
	c.At, c.Func, c.Args, c.Keywords = p.from(start), fn, args, keywords
	return c
}

// generatorCall reads the rest of a call whose only argument is a generator expression without parentheses of its own.
func (p *parser) generatorCall(start, open source.Pos, fn Expr, args []Expr) Expr {
	if _, starred := args[0].(*Starred); starred {
		return nil
	}
	clauses := p.forClauses()
	if clauses == nil || !p.accept(tRPar) {
		return nil
	}
	args[0] = &GeneratorExp{p.from(open), args[0], clauses}
	return p.newCall(start, fn, args, nil)
}

// arguments reads the arguments of a call, first those without a name, then named ones and *iterables, then named ones and
// **mappings. It stops in front of what does not fit, before the comma.
func (p *parser) arguments() (args []Expr, keywords []*Keyword, ok bool) {
	base := len(p.exprs)
	before := p.pos
	for stage := positional; stage < allRead; {
		mark := p.pos
		arg, keyword := p.argument(stage)
		switch {
		case arg != nil:
			p.exprs = append(p.exprs, arg)
		case keyword != nil:
			keywords = append(keywords, keyword)
			if stage == positional {
				stage = namedOrStarred
			}
		default:
			p.pos = mark
			stage++
			continue
		}
		if before = p.pos; !p.accept(tComma) {
			break
		}
	}
	p.pos = before
	args = p.gather(base)
	return args, keywords, p.err == nil && (args != nil || keywords != nil)
}

// argumentStage says what arguments may still come.
type argumentStage int

const (
	positional argumentStage = iota
	namedOrStarred
	namedOrMapping
	allRead
)

// argument reads one argument of the kind that the stage allows.
func (p *parser) argument(stage argumentStage) (Expr, *Keyword) {
	k := p.peek()
	if stage == positional {
		switch {
		case k == tStar:
			return p.starred(0), nil
		case k == tName && p.peekAt(1) == tAssign:
			return nil, nil
		}
		mark := p.pos
		if e := p.assignmentExpression(); e != nil {
			return p.positionalEnd(e), nil
		}
		p.pos = mark
		return p.positionalEnd(p.expressionBeforeWalrus()), nil
	}
	if p.explain {
		if p.explainKeyword(); p.err != nil {
			return nil, nil
		}
	}
	switch {
	case k == tName && p.peekAt(1) == tAssign:
		return nil, p.keyword()
	case k == tStar && stage == namedOrStarred:
		return p.starred(0), nil
	case k == tDStar && stage == namedOrMapping:
		return nil, p.mappingArgument()
	}
	return nil, nil
}

// positionalEnd returns e unless an = follows it.
func (p *parser) positionalEnd(e Expr) Expr {
	if e == nil || p.peek() == tAssign {
		return nil
	}
	return e
}

// keyword reads name=value.
func (p *parser) keyword() *Keyword {
	start := p.start()
	name, span, _ := p.ident()
	p.pos++
	value := p.expression()
	if value == nil {
		return nil
	}
	return &Keyword{p.from(start), name, span, value}
}

// mappingArgument reads **mapping.
func (p *parser) mappingArgument() *Keyword {
	start := p.start()
	p.pos++
	value := p.expression()
	if value == nil {
		return nil
	}
	return &Keyword{p.from(start), "", source.Span{}, value}
}
