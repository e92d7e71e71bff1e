package syntax

import "layerglass/core/python/source"

// The rules for parameter lists read parameters one by one: plain (without a default), valued (with one) or either. Each
// includes the comma behind it, or stands before the closer.

// paramForm says which parameters a rule wants.
type paramForm uint8

const (
	plainParam paramForm = iota
	valuedParam
	eitherParam
)

// param reads one parameter with its comma.
func (p *parser) param(closer kind, form paramForm) *Arg {
	mark := p.pos
	arg := p.arg(closer, false)
	if arg == nil {
		p.pos = mark
		return nil
	}
	value := p.peek() == tAssign
	if value && form != plainParam {
		if _, ok := p.defaultValue(); !ok {
			if p.pos = mark; p.err != nil {
				return nil
			}
			return nil
		}
	} else if form == valuedParam {
		p.pos = mark
		return nil
	}
	if !p.accept(tComma) && p.peek() != closer {
		p.pos = mark
		return nil
	}
	return arg
}

// params reads parameters of one form as long as they come and returns how many.
func (p *parser) params(closer kind, form paramForm) int {
	n := 0
	for p.param(closer, form) != nil {
		n++
	}
	return n
}

// slash reads parameters and the / behind them, with or without defaults among them.
func (p *parser) slash(closer kind) bool {
	mark := p.pos
	if p.slashValued(closer) {
		return true
	}
	p.pos = mark
	if p.params(closer, plainParam) > 0 && p.slashMark(closer) {
		return true
	}
	p.pos = mark
	return false
}

// slashValued is slash with at least one default.
func (p *parser) slashValued(closer kind) bool {
	p.params(closer, plainParam)
	return p.params(closer, valuedParam) > 0 && p.slashMark(closer)
}

func (p *parser) slashMark(closer kind) bool {
	return p.accept(tSlash) && (p.accept(tComma) || p.peek() == closer)
}

// explainParameters looks for parameters in the wrong order and marks in the wrong place.
func (p *parser) explainParameters(closer kind) {
	if p.muted > 0 {
		return
	}
	mark := p.pos
	for _, rule := range [...]func(*parser, kind){
		(*parser).explainNoDefault, (*parser).explainParenthesized, (*parser).explainFirstSlash,
		(*parser).explainSecondSlash, (*parser).explainLateSlash, (*parser).explainSlashStar,
	} {
		rule(p, closer)
		if p.err != nil {
			return
		}
		p.pos = mark
	}
}

func (p *parser) explainNoDefault(closer kind) {
	p.params(closer, plainParam)
	mark := p.pos
	if !p.slashValued(closer) {
		if p.pos = mark; p.params(closer, valuedParam) == 0 {
			return
		}
	}
	if arg := p.param(closer, plainParam); arg != nil {
		span := arg.Span()
		p.raise(span, CodeParameters, "non-default argument follows default argument")
		p.fix(insertFix("Give "+arg.Name+" a default", span.End, "=None"))
	}
}

func (p *parser) explainParenthesized(closer kind) {
	p.params(closer, plainParam)
	open := p.here()
	if !p.accept(tLPar) {
		return
	}
	what := "Function parameters"
	if closer == tRPar {
		if p.params(closer, plainParam) == 0 {
			return
		}
	} else {
		what = "Lambda expression parameters"
		if !p.plainNames() {
			return
		}
	}
	p.accept(tComma)
	end := p.here()
	if p.accept(tRPar) {
		p.raise(source.Span{Start: open.start, End: end.end}, CodeParameters, what+" cannot be parenthesized")
	}
}

// plainNames reads names with commas between them.
func (p *parser) plainNames() bool {
	for {
		if _, _, ok := p.ident(); !ok {
			return false
		}
		if p.peek() != tComma || p.peekAt(1) != tName {
			return true
		}
		p.pos++
	}
}

func (p *parser) explainFirstSlash(closer kind) {
	slash := p.here()
	if p.accept(tSlash) && p.accept(tComma) {
		p.raise(slash.span(), CodeParameters, "at least one argument must precede /")
	}
}

func (p *parser) explainSecondSlash(closer kind) {
	if !p.slash(closer) {
		return
	}
	p.params(closer, eitherParam)
	if slash := p.here(); p.accept(tSlash) {
		p.raise(slash.span(), CodeParameters, "/ may appear only once")
	}
}

func (p *parser) explainLateSlash(closer kind) {
	p.slash(closer)
	p.params(closer, eitherParam)
	if !p.accept(tStar) || !p.accept(tComma) && p.param(closer, plainParam) == nil {
		return
	}
	p.params(closer, eitherParam)
	if slash := p.here(); p.accept(tSlash) {
		p.raise(slash.span(), CodeParameters, "/ must be ahead of *")
	}
}

func (p *parser) explainSlashStar(closer kind) {
	if p.params(closer, eitherParam) == 0 || !p.accept(tSlash) {
		return
	}
	if star := p.here(); p.accept(tStar) {
		p.raise(star.span(), CodeParameters, "expected comma between / and *")
		p.fix(insertFix("Add a comma", star.start, ", "))
	}
}

// explainStar looks at what follows a * among parameters, and goes back.
func (p *parser) explainStar(closer kind) {
	if p.muted > 0 {
		return
	}
	mark, star := p.pos, p.here()
	defer func() { p.pos = mark }()
	const bare = "named arguments must follow bare *"
	p.pos++
	if k := p.peek(); k == closer || k == tComma && (p.peekAt(1) == closer || p.peekAt(1) == tDStar) {
		if closer == tRPar {
			p.raise(star.span(), CodeParameters, bare)
			return
		}
		p.raiseLast(CodeParameters, bare)
		p.err.Span = star.span()
		return
	}
	if arg := p.arg(closer, false); arg != nil && p.peek() == tAssign {
		p.raise(p.here().span(), CodeParameters, "var-positional argument cannot have default value")
		return
	}
	if p.pos = mark + 1; !p.accept(tComma) && p.param(closer, plainParam) == nil {
		return
	}
	p.params(closer, eitherParam)
	if second := p.here(); p.accept(tStar) && (p.accept(tComma) || p.param(closer, plainParam) != nil) {
		p.raise(second.span(), CodeParameters, "* argument may appear only once")
	}
}

// explainKwds looks at what follows **kwargs among parameters, and goes back.
func (p *parser) explainKwds(closer kind) {
	if p.muted > 0 {
		return
	}
	mark := p.pos
	defer func() { p.pos = mark }()
	p.pos++
	if p.arg(closer, false) == nil {
		return
	}
	if p.peek() == tAssign {
		p.raise(p.here().span(), CodeParameters, "var-keyword argument cannot have default value")
		return
	}
	if !p.accept(tComma) {
		return
	}
	span := p.here().span()
	switch p.peek() {
	case tStar, tDStar, tSlash:
	default:
		arg := p.arg(closer, false)
		if arg == nil {
			return
		}
		span = arg.Span()
	}
	p.raise(span, CodeParameters, "arguments cannot follow var-keyword argument")
}
