package resolve

import "layerglass/core/python/syntax"

// target visits a place that is assigned to.
func (c *collector) target(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		c.note(e.ID, isBound)
	case *syntax.Starred:
		c.target(e.Value)
	case *syntax.Tuple:
		for _, x := range e.Elts {
			c.target(x)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			c.target(x)
		}
	default:
		c.expr(e)
	}
}

func (c *collector) expr(e syntax.Expr) {
	switch e := e.(type) {
	case nil, *syntax.Constant:
	case *syntax.Name:
		c.use(e)
	case *syntax.BoolOp:
		c.exprs(e.Values)
	case *syntax.NamedExpr:
		c.named(e)
	case *syntax.BinOp:
		c.expr(e.Left)
		c.expr(e.Right)
	case *syntax.UnaryOp:
		c.expr(e.Operand)
	case *syntax.Lambda:
		c.lambda(e)
	case *syntax.IfExp:
		c.expr(e.Test)
		c.expr(e.Body)
		c.expr(e.Orelse)
	case *syntax.Compare:
		c.expr(e.Left)
		c.exprs(e.Comparators)
	case *syntax.Call:
		c.call(e)
	case *syntax.Attribute:
		c.expr(e.Value)
	case *syntax.Subscript:
		c.expr(e.Value)
		c.expr(e.Slice)
	case *syntax.Starred:
		c.expr(e.Value)
	case *syntax.Slice:
		c.expr(e.Lower)
		c.expr(e.Upper)
		c.expr(e.Step)
	case *syntax.Await:
		c.async(e, true)
		c.expr(e.Value)
	default:
		c.display(e)
	}
}

func (c *collector) display(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Dict:
		for i := range e.Values {
			c.expr(e.Keys[i])
			c.expr(e.Values[i])
		}
	case *syntax.Set:
		c.exprs(e.Elts)
	case *syntax.List:
		c.exprs(e.Elts)
	case *syntax.Tuple:
		c.exprs(e.Elts)
	case *syntax.JoinedStr:
		c.exprs(e.Values)
	case *syntax.FormattedValue:
		c.expr(e.Value)
		if e.FormatSpec != nil {
			c.exprs(e.FormatSpec.Values)
		}
	case *syntax.ListComp:
		c.comprehension(e, ComprehensionScope, "<listcomp>", e.Generators, e.Elt)
	case *syntax.SetComp:
		c.comprehension(e, ComprehensionScope, "<setcomp>", e.Generators, e.Elt)
	case *syntax.DictComp:
		c.comprehension(e, ComprehensionScope, "<dictcomp>", e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		c.comprehension(e, GeneratorScope, "<genexpr>", e.Generators, e.Elt)
	case *syntax.Yield:
		c.yield(e)
		c.expr(e.Value)
	case *syntax.YieldFrom:
		c.yield(e)
		c.expr(e.Value)
	}
}

func (c *collector) use(e *syntax.Name) {
	c.note(e.ID, isUsed)
	if e.ID == "super" && c.scope.Kind != ModuleScope && c.scope.Kind != ClassScope {
		c.note("__class__", isUsed) // super() without arguments looks for it
	}
}

func (c *collector) call(e *syntax.Call) {
	c.expr(e.Func)
	c.exprs(e.Args)
	for _, k := range e.Keywords {
		c.expr(k.Value)
	}
}

func (c *collector) yield(e syntax.Expr) {
	switch c.scope.Kind {
	case ModuleScope, ClassScope:
		c.fail(e.Span(), CodeOutsideFunction, "'yield' outside function")
	case ComprehensionScope:
		what := map[string]string{"<listcomp>": "list comprehension", "<setcomp>": "set comprehension", "<dictcomp>": "dict comprehension"}
		c.fail(e.Span(), CodeYieldPlace, "'yield' inside "+what[c.scope.Name])
	case GeneratorScope:
		c.fail(e.Span(), CodeYieldPlace, "'yield' inside generator expression")
	default:
		c.scope.Generator = true
	}
}

func (c *collector) pattern(p syntax.Pattern) {
	switch p := p.(type) {
	case *syntax.MatchValue:
		c.expr(p.Value)
	case *syntax.MatchSequence:
		c.patterns(p.Patterns)
	case *syntax.MatchMapping:
		c.exprs(p.Keys)
		c.patterns(p.Patterns)
		c.capture(p.Rest)
	case *syntax.MatchClass:
		c.expr(p.Cls)
		c.patterns(p.Patterns)
		c.patterns(p.KwdPatterns)
	case *syntax.MatchStar:
		c.capture(p.Name)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			c.pattern(p.Pattern)
		}
		c.capture(p.Name)
	case *syntax.MatchOr:
		c.patterns(p.Patterns)
	}
}

func (c *collector) patterns(list []syntax.Pattern) {
	for _, p := range list {
		c.pattern(p)
	}
}

func (c *collector) capture(name string) {
	if name != "" {
		c.note(name, isBound)
	}
}
