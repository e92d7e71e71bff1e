package syntax

// parameters reads the parameters of a function up to its closer: ) for def, which allows annotations, and : for lambda.
func (p *parser) parameters(closer kind) *Arguments {
	a := &Arguments{}
	a.Loc.Start = p.end()
	if p.explain {
		mark := p.pos
		if p.explainParameters(closer); p.err != nil {
			return nil
		}
		p.pos = mark
	}
	for p.peek() != closer {
		if !p.parameter(a, closer) {
			return nil
		}
		if a.Kwarg != nil {
			p.accept(tComma)
			break
		}
		if !p.accept(tComma) {
			break
		}
	}
	if p.peek() != closer {
		return nil
	}
	a.Loc.End = p.start()
	return a
}

// parameter reads one parameter, or one of the marks / and *, and adds it to a.
func (p *parser) parameter(a *Arguments, closer kind) bool {
	switch p.peek() {
	case tSlash:
		if a.PosOnly != nil || a.Args == nil || a.Vararg != nil || a.KwOnly != nil {
			return false
		}
		p.pos++
		a.PosOnly, a.Args = a.Args, nil
		return true
	case tStar:
		return p.starParameter(a, closer)
	case tDStar:
		if p.explain {
			if p.explainKwds(closer); p.err != nil {
				return false
			}
		}
		p.pos++
		a.Kwarg = p.arg(closer, false)
		return a.Kwarg != nil
	}
	arg := p.arg(closer, false)
	if arg == nil {
		return false
	}
	value, ok := p.defaultValue()
	if !ok {
		return false
	}
	if a.Vararg != nil || a.KwOnly != nil {
		a.KwOnly = append(a.KwOnly, arg)
		a.KwDefaults = append(a.KwDefaults, value)
		return true
	}
	if value == nil && a.Defaults != nil {
		return false
	}
	a.Args = append(a.Args, arg)
	if value != nil {
		a.Defaults = append(a.Defaults, value)
	}
	return true
}

// starParameter reads *args, or * alone with the parameter that must follow it.
func (p *parser) starParameter(a *Arguments, closer kind) bool {
	if a.Vararg != nil || a.KwOnly != nil {
		return false
	}
	if p.explain {
		if p.explainStar(closer); p.err != nil {
			return false
		}
	}
	p.pos++
	if !p.accept(tComma) {
		a.Vararg = p.arg(closer, true)
		return a.Vararg != nil
	}
	arg := p.arg(closer, false)
	if arg == nil {
		return false
	}
	value, ok := p.defaultValue()
	a.KwOnly, a.KwDefaults = []*Arg{arg}, []Expr{value}
	return ok
}

// arg reads a parameter's name and, behind def, its annotation; the annotation of *args may be starred.
func (p *parser) arg(closer kind, star bool) *Arg {
	start := p.start()
	name, span, ok := p.ident()
	if !ok {
		return nil
	}
	arg := &Arg{Name: name, NameSpan: span}
	if closer == tRPar && p.peek() == tColon {
		p.pos++
		if star {
			arg.Annotation = p.starExpression()
		} else {
			arg.Annotation = p.expression()
		}
		if arg.Annotation == nil {
			return nil
		}
	}
	arg.At = p.from(start)
	return arg
}

// defaultValue reads = and a default if they are there.
func (p *parser) defaultValue() (Expr, bool) {
	if p.peek() != tAssign {
		return nil, p.err == nil
	}
	equal := p.here()
	p.pos++
	mark := p.pos
	value := p.expression()
	if value == nil && p.explain && p.muted == 0 {
		p.pos = mark
		if k := p.peek(); k == tRPar || k == tComma {
			p.raise(equal.span(), CodeParameters, "expected default value expression")
		}
	}
	return value, value != nil
}

// lambda reads a lambda expression.
func (p *parser) lambda() Expr {
	start := p.start()
	p.pos++
	args := p.parameters(tColon)
	if args == nil || !p.accept(tColon) {
		return nil
	}
	body := p.expression()
	if body == nil {
		return nil
	}
	return &Lambda{p.from(start), args, body}
}
