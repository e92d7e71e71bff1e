package syntax

import "layerglass/core/python/source"

func (c *checker) optional(e Expr) {
	if e != nil {
		c.expr(e)
	}
}

func (c *checker) each(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

// elements checks expressions that may be starred.
func (c *checker) elements(list []Expr) {
	for _, e := range list {
		if s, ok := e.(*Starred); ok {
			e = s.Value
		}
		c.expr(e)
	}
}

func (c *checker) expr(e Expr) {
	switch e := e.(type) {
	case *Name, *Constant:
	case *Attribute:
		c.expr(e.Value)
	case *Call:
		c.doubtCall(e)
		c.expr(e.Func)
		c.elements(e.Args)
		c.keywords(e.Keywords, e.Loc)
	case *BinOp:
		c.expr(e.Left)
		c.expr(e.Right)
	case *UnaryOp:
		if is, ok := e.Operand.(*Compare); ok && e.Op == OpNot && len(is.Ops) == 1 {
			c.compare(is, true)
		} else {
			c.expr(e.Operand)
		}
	case *BoolOp:
		c.each(e.Values)
	case *Compare:
		c.compare(e, false)
	case *Subscript:
		c.doubtSubscript(e)
		c.expr(e.Value)
		c.expr(e.Slice)
	case *Slice:
		c.optional(e.Lower)
		c.optional(e.Upper)
		c.optional(e.Step)
	case *Tuple:
		c.elements(e.Elts)
	case *List:
		c.elements(e.Elts)
	case *Set:
		c.elements(e.Elts)
	case *Dict:
		for i, key := range e.Keys {
			c.optional(key)
			c.expr(e.Values[i])
		}
	case *IfExp:
		c.expr(e.Test)
		c.expr(e.Body)
		c.expr(e.Orelse)
	case *Starred:
		c.fail(e.Loc, CodeStarred, "can't use starred expression here")
	case *JoinedStr:
		c.each(e.Values)
	case *FormattedValue:
		c.expr(e.Value)
		if e.FormatSpec != nil {
			c.expr(e.FormatSpec)
		}
	default:
		c.scoped(e)
	}
}

// scoped checks the expressions to which the scope around them matters.
func (c *checker) scoped(e Expr) {
	switch e := e.(type) {
	case *Lambda:
		c.defaults(e.Args)
		c.parameters(e.Args, e.Loc)
		c.within(&scope{kind: functionScope}, func() { c.expr(e.Body) })
	case *ListComp:
		c.comprehension(e.Loc, "list comprehension", e.Generators, e.Elt, nil)
	case *SetComp:
		c.comprehension(e.Loc, "set comprehension", e.Generators, e.Elt, nil)
	case *DictComp:
		c.comprehension(e.Loc, "dict comprehension", e.Generators, e.Key, e.Value)
	case *GeneratorExp:
		c.comprehension(e.Loc, "generator expression", e.Generators, e.Elt, nil)
	case *Yield:
		c.yield(e.Loc, false)
		c.optional(e.Value)
	case *YieldFrom:
		c.yield(e.Loc, true)
		c.expr(e.Value)
	case *Await:
		c.await(e)
	case *NamedExpr:
		c.named(e)
	}
}

func (c *checker) yield(at source.Span, from bool) {
	switch {
	case c.scope.kind == comprehensionScope:
		c.failEarly(at, CodeComprehension, "'yield' inside "+c.scope.title)
	case c.scope.kind != functionScope:
		c.fail(at, CodeOutsideFunction, "'yield' outside function")
	case from && c.scope.async:
		c.fail(at, CodeOutsideFunction, "'yield from' inside async function")
	}
}

func (c *checker) await(e *Await) {
	switch s := c.scope; {
	case s.kind == moduleScope || s.kind == classScope:
		c.fail(e.Loc, CodeOutsideFunction, "'await' outside function")
	case s.kind == functionScope && !s.async:
		c.fail(e.Loc, CodeOutsideFunction, "'await' outside async function")
	case s.kind == comprehensionScope:
		s.async = true
	}
	c.expr(e.Value)
}

// keywords looks for an argument that is named twice.
func (c *checker) keywords(list []*Keyword, whole source.Span) {
	for i, k := range list {
		c.debugName(k.Arg, whole)
		for _, later := range list[i+1:] {
			if k.Arg != "" && later.Arg == k.Arg {
				c.fail(later.Loc, CodeRepeatedKeyword, "keyword argument repeated: "+k.Arg)
				break
			}
		}
	}
	for _, k := range list {
		c.expr(k.Value)
	}
}

func (c *checker) comprehension(at source.Span, title string, clauses []*Comprehension, elt, value Expr) {
	inner := &scope{kind: comprehensionScope, title: title, outer: c.scope}
	for _, g := range clauses {
		inner.async = inner.async || g.IsAsync
	}
	// The first iterable is evaluated outside, but := may not stand there either.
	c.scope.inIter++
	c.expr(clauses[0].Iter)
	c.scope.inIter--
	c.within(inner, func() {
		for i, g := range clauses {
			c.iterationTarget(inner, g.Target)
			if i > 0 {
				inner.inIter++
				c.expr(g.Iter)
				inner.inIter--
			}
			c.each(g.Ifs)
		}
		c.optional(value)
		c.expr(elt)
	})
	if !inner.async || title == "generator expression" || c.scope.kind == functionScope && c.scope.async {
		return
	}
	if c.scope.async = true; c.scope.kind != comprehensionScope {
		c.scope.async = false
		c.fail(at, CodeOutsideFunction, "asynchronous comprehension outside of an asynchronous function")
	}
}

// iterationTarget checks the target of a comprehension's "for" and notes its names.
func (c *checker) iterationTarget(s *scope, target Expr) {
	c.store(target)
	names(target, func(n *Name) {
		for _, w := range s.walrus {
			if w == n.ID {
				c.failEarly(n.Loc, CodeNamedExpression,
					"comprehension inner loop cannot rebind assignment expression target '"+n.ID+"'")
			}
		}
		s.targets = append(s.targets, n.ID)
	})
}

// names calls visit for each name that a target binds.
func names(target Expr, visit func(*Name)) {
	switch t := target.(type) {
	case *Name:
		visit(t)
	case *Starred:
		names(t.Value, visit)
	case *Tuple:
		for _, e := range t.Elts {
			names(e, visit)
		}
	case *List:
		for _, e := range t.Elts {
			names(e, visit)
		}
	}
}

// named checks name := value, which binds in the function around all comprehensions.
func (c *checker) named(e *NamedExpr) {
	name := e.Target.ID
	c.debugName(name, e.Target.Loc)
	if c.scope.inIter > 0 {
		c.failEarly(e.Loc, CodeNamedExpression, "assignment expression cannot be used in a comprehension iterable expression")
	}
	s := c.scope
	for ; s.kind == comprehensionScope; s = s.outer {
		for _, t := range s.targets {
			if t == name {
				c.failEarly(e.Target.Loc, CodeNamedExpression,
					"assignment expression cannot rebind comprehension iteration variable '"+name+"'")
			}
		}
		s.walrus = append(s.walrus, name)
	}
	if s.kind == classScope && s != c.scope {
		c.failEarly(e.Target.Loc, CodeNamedExpression, "assignment expression within a comprehension cannot be used in a class body")
	}
	c.expr(e.Value)
}

// store checks the target of an assignment.
func (c *checker) store(target Expr) {
	if s, ok := target.(*Starred); ok {
		c.fail(s.Loc, CodeStarred, "starred assignment target must be in a list or tuple")
	}
	c.storeInside(target)
}

func (c *checker) storeInside(target Expr) {
	switch t := target.(type) {
	case *Name:
		c.debugName(t.ID, t.Loc)
	case *Attribute:
		c.expr(t.Value)
		c.debugName(t.Attr, t.Loc)
	case *Subscript:
		c.expr(t.Value)
		c.expr(t.Slice)
	case *Starred:
		c.storeInside(t.Value)
	case *Tuple:
		c.unpack(t.Loc, t.Elts)
	case *List:
		c.unpack(t.Loc, t.Elts)
	}
}

// unpack checks the targets among which an iterable is shared out.
func (c *checker) unpack(at source.Span, elts []Expr) {
	stars := 0
	for i, e := range elts {
		if _, ok := e.(*Starred); !ok {
			continue
		}
		if stars++; stars > 1 {
			c.fail(at, CodeStarred, "multiple starred expressions in assignment")
		}
		if i >= 1<<8 {
			c.fail(at, CodeStarred, "too many expressions in star-unpacking assignment")
		}
	}
	for _, e := range elts {
		c.storeInside(e)
	}
}

func (c *checker) delete(target Expr) {
	switch t := target.(type) {
	case *Name:
		if t.ID == "__debug__" {
			c.fail(t.Loc, CodeDebugName, "cannot delete __debug__")
		}
	case *Attribute:
		c.expr(t.Value)
	case *Subscript:
		c.expr(t.Value)
		c.expr(t.Slice)
	case *Tuple:
		for _, e := range t.Elts {
			c.delete(e)
		}
	case *List:
		for _, e := range t.Elts {
			c.delete(e)
		}
	}
}
