package syntax

// isSingleTarget reports whether an augmented or annotated assignment may have e on its left.
func isSingleTarget(e Expr) bool {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	}
	return false
}

// isStarTarget reports whether e may stand on the left of =, behind "for" or behind "as".
func isStarTarget(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Starred:
		_, twice := e.Value.(*Starred)
		return !twice && isStarTarget(e.Value)
	case *Tuple:
		return all(e.Elts, isStarTarget)
	case *List:
		return all(e.Elts, isStarTarget)
	}
	return false
}

// isDelTarget reports whether del may name e.
func isDelTarget(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Tuple:
		return all(e.Elts, isDelTarget)
	case *List:
		return all(e.Elts, isDelTarget)
	}
	return false
}

func all(list []Expr, ok func(Expr) bool) bool {
	for _, e := range list {
		if !ok(e) {
			return false
		}
	}
	return true
}

// starTarget reads one target, perhaps starred, for "for" and "as". Targets are read as ordinary expressions without operators
// and looked at afterwards.
func (p *parser) starTarget() Expr {
	start, mark := p.start(), p.pos
	starred := p.accept(tStar)
	e := p.primary()
	if e == nil || !isStarTarget(e) {
		p.pos = mark
		return nil
	}
	if starred {
		return &Starred{p.from(start), e}
	}
	return e
}

// starTargets reads targets with commas between them; more than one, or a comma at the end, makes a Tuple.
func (p *parser) starTargets() Expr { return p.tupleOf((*parser).starTarget) }

// targetUse is where a target stands.
type targetUse uint8

const (
	starTargets targetUse = iota
	delTargets
	forTargets
)

// invalidTarget returns the part of e that cannot be a target, or nil.
func invalidTarget(e Expr, use targetUse) Expr {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return nil
	case *Tuple:
		return firstInvalid(e.Elts, use)
	case *List:
		return firstInvalid(e.Elts, use)
	case *Starred:
		if use == delTargets {
			return e
		}
		return invalidTarget(e.Value, use)
	case *Compare:
		// The "in" of a for statement has been read as an operator.
		if use == forTargets {
			if e.Ops[0] == OpIn {
				return invalidTarget(e.Left, use)
			}
			return nil
		}
	}
	return e
}

func firstInvalid(list []Expr, use targetUse) Expr {
	for _, e := range list {
		if bad := invalidTarget(e, use); bad != nil {
			return bad
		}
	}
	return nil
}

// raiseTarget sets the error for the part of e that cannot be a target, if there is one.
func (p *parser) raiseTarget(e Expr, use targetUse) {
	bad := invalidTarget(e, use)
	if bad == nil {
		return
	}
	if use == delTargets {
		p.raise(bad.Span(), CodeDeleteTarget, "cannot delete "+describe(bad))
		return
	}
	p.raise(bad.Span(), CodeAssignTarget, "cannot assign to "+describe(bad))
}

// describe names the kind of an expression, as messages do.
func describe(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Constant:
		return describeConstant(e.Kind)
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "expression"
}

func describeConstant(k ConstantKind) string {
	switch k {
	case ConstNone:
		return "None"
	case ConstTrue:
		return "True"
	case ConstFalse:
		return "False"
	case ConstEllipsis:
		return "ellipsis"
	}
	return "literal"
}
