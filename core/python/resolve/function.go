package resolve

import "layerglass/core/python/syntax"

func (c *collector) functionDef(s *syntax.FunctionDef) {
	c.async(s, s.IsAsync)
	c.note(s.Name, isBound)
	c.exprs(s.DecoratorList)
	c.argumentsOutside(s.Args)
	c.expr(s.Returns)
	old := c.open(FunctionScope, s.Name, s)
	c.parameters(s.Args)
	c.body(s.Body)
	c.scope = old
}

func (c *collector) lambda(e *syntax.Lambda) {
	c.argumentsOutside(e.Args)
	old := c.open(LambdaScope, "<lambda>", e)
	c.parameters(e.Args)
	c.expr(e.Body)
	c.scope = old
}

// argumentsOutside visits what belongs to the scope around the function: defaults and annotations.
func (c *collector) argumentsOutside(a *syntax.Arguments) {
	if a == nil {
		return
	}
	c.exprs(a.Defaults)
	c.exprs(a.KwDefaults)
	eachArg(a, func(p *syntax.Arg) { c.expr(p.Annotation) })
}

// eachArg visits the parameters in the order of their slots: positional, keyword-only, *args, **kwargs.
func eachArg(a *syntax.Arguments, f func(*syntax.Arg)) {
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, a.KwOnly} {
		for _, p := range list {
			f(p)
		}
	}
	for _, p := range []*syntax.Arg{a.Vararg, a.Kwarg} {
		if p != nil {
			f(p)
		}
	}
}

func (c *collector) parameters(a *syntax.Arguments) {
	if a == nil {
		return
	}
	eachArg(a, func(p *syntax.Arg) {
		c.note(p.Name, isParam|isBound)
		c.scope.Locals = append(c.scope.Locals, c.scope.Mangle(p.Name))
	})
	c.scope.Params = len(c.scope.Locals)
}

func (c *collector) classDef(s *syntax.ClassDef) {
	c.note(s.Name, isBound)
	c.exprs(s.DecoratorList)
	c.exprs(s.Bases)
	for _, k := range s.Keywords {
		c.expr(k.Value)
	}
	old := c.open(ClassScope, s.Name, s)
	c.scope.Private = s.Name
	c.body(s.Body)
	c.scope = old
}

// comprehension visits "elements for … in …". The first iterable belongs to the scope around.
func (c *collector) comprehension(node syntax.Expr, kind Kind, name string, gens []*syntax.Comprehension, elts ...syntax.Expr) {
	if len(gens) == 0 {
		return
	}
	c.iterable(gens[0].Iter)
	old := c.open(kind, name, node)
	if kind == GeneratorScope {
		c.scope.Locals = append(c.scope.Locals, ".0")
		c.scope.Params = 1
		c.scope.Generator = true
	}
	for i, g := range gens {
		c.async(g, g.IsAsync)
		c.comprehensionTarget(g.Target)
		if i > 0 {
			c.iterable(g.Iter)
		}
		c.exprs(g.Ifs)
	}
	c.exprs(elts)
	c.scope = old
}

func (c *collector) iterable(e syntax.Expr) {
	c.scope.inIter++
	c.expr(e)
	c.scope.inIter--
}

func (c *collector) comprehensionTarget(e syntax.Expr) {
	eachName(e, func(n *syntax.Name) {
		if c.has(c.scope, n.ID, isNamed) {
			c.fail(n.Span(), CodeNamedExpression, "comprehension inner loop cannot rebind assignment expression target '"+n.ID+"'")
		}
		c.note(n.ID, isTarget)
	})
	c.target(e)
}

func eachName(e syntax.Expr, f func(*syntax.Name)) {
	switch e := e.(type) {
	case *syntax.Name:
		f(e)
	case *syntax.Starred:
		eachName(e.Value, f)
	case *syntax.Tuple:
		for _, x := range e.Elts {
			eachName(x, f)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			eachName(x, f)
		}
	}
}

// named visits target := value. Inside a comprehension the target belongs to the function, or module, around it.
func (c *collector) named(e *syntax.NamedExpr) {
	c.expr(e.Value)
	if !c.scope.isComprehension() {
		if c.scope.inIter > 0 {
			c.fail(e.Span(), CodeNamedExpression, "assignment expression cannot be used in a comprehension iterable expression")
		}
		c.note(e.Target.ID, isBound)
		return
	}
	s := c.scope
	for ; s.isComprehension(); s = s.Parent {
		if s.inIter > 0 {
			c.fail(e.Span(), CodeNamedExpression, "assignment expression cannot be used in a comprehension iterable expression")
		}
		if c.has(s, e.Target.ID, isTarget) {
			c.fail(e.Span(), CodeNamedExpression, "assignment expression cannot rebind comprehension iteration variable '"+e.Target.ID+"'")
		}
		c.noteIn(s, e.Target.ID, isNamed|isUsed)
	}
	if s.Kind == ClassScope {
		c.fail(e.Span(), CodeNamedExpression, "assignment expression within a comprehension cannot be used in a class body")
	}
	if !c.has(s, e.Target.ID, isGlobal|isNonlocal) {
		c.noteIn(s, e.Target.ID, isBound)
	}
}
