package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// deeper counts one more level of the tree, shallower ends it. The greatest depth is what a call weighs.
func (c *compiler) deeper() {
	c.depth++
	c.code.weight = max(c.code.weight, c.depth)
}

func (c *compiler) shallower() { c.depth-- }

// expr compiles an expression.
func (c *compiler) expr(e syntax.Expr) expr {
	c.deeper()
	defer c.shallower()
	switch e := e.(type) {
	case *syntax.Constant:
		return constant(constantValue(e))
	case *syntax.Name:
		return c.load(e)
	case *syntax.BinOp:
		return c.binOp(e)
	case *syntax.UnaryOp:
		return c.unaryOp(e)
	case *syntax.BoolOp:
		return c.boolOp(e)
	case *syntax.Compare:
		return c.compare(e)
	case *syntax.IfExp:
		return c.ifExp(e)
	case *syntax.NamedExpr:
		return c.namedExpr(e)
	case *syntax.Call:
		return c.call(e)
	case *syntax.Attribute:
		return c.attribute(e)
	case *syntax.Subscript:
		return c.subscript(e)
	case *syntax.Slice:
		return c.slice(e)
	case *syntax.Lambda:
		return c.lambda(e)
	}
	return c.display(e)
}

// display compiles displays, comprehensions and f-strings.
func (c *compiler) display(e syntax.Expr) expr {
	switch e := e.(type) {
	case *syntax.Tuple:
		return c.tuple(e)
	case *syntax.List:
		return c.list(e)
	case *syntax.Set:
		return c.set(e)
	case *syntax.Dict:
		return c.dict(e)
	case *syntax.ListComp:
		return c.listComp(e)
	case *syntax.SetComp:
		return c.setComp(e)
	case *syntax.DictComp:
		return c.dictComp(e)
	case *syntax.GeneratorExp:
		return c.generatorExp(e)
	case *syntax.JoinedStr:
		return c.joinedStr(e)
	case *syntax.FormattedValue:
		return c.formattedValue(e)
	}
	at := e.Span()
	return func(f *frame) object.Object {
		return f.fail(object.NewError(object.SystemErrorClass, "this expression cannot stand here"), at)
	}
}

// exprs compiles a list of expressions.
func (c *compiler) exprs(list []syntax.Expr) []expr {
	out := make([]expr, len(list))
	for i, e := range list {
		out[i] = c.expr(e)
	}
	return out
}

// stmt compiles a statement.
func (c *compiler) stmt(s syntax.Stmt) stmt {
	c.deeper()
	defer c.shallower()
	if c.suspends(s) {
		return c.resumable(s)
	}
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return c.exprStmt(s)
	case *syntax.Assign:
		return c.assign(s)
	case *syntax.AugAssign:
		return c.augAssign(s)
	case *syntax.AnnAssign:
		return c.annAssign(s)
	case *syntax.Return:
		return c.returns(s)
	case *syntax.If:
		return c.ifs(s)
	case *syntax.For:
		return c.fors(s)
	case *syntax.While:
		return c.while(s)
	case *syntax.Try:
		return c.try(s)
	case *syntax.With:
		return c.with(s)
	case *syntax.Raise:
		return c.raise(s)
	case *syntax.Match:
		return c.match(s)
	}
	return c.simple(s)
}

// simple compiles definitions, imports and the small statements.
func (c *compiler) simple(s syntax.Stmt) stmt {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		return c.functionDef(s)
	case *syntax.ClassDef:
		return c.classDef(s)
	case *syntax.Import:
		return c.imports(s)
	case *syntax.ImportFrom:
		return c.importFrom(s)
	case *syntax.Delete:
		return c.deletes(s)
	case *syntax.Assert:
		return c.assert(s)
	case *syntax.Break:
		return func(*frame) signal { return sigBreak }
	case *syntax.Continue:
		return func(*frame) signal { return sigContinue }
	}
	return func(*frame) signal { return sigNext } // pass, global, nonlocal
}

// block compiles statements in a row. Short blocks get closures of their own.
func (c *compiler) block(list []syntax.Stmt) stmt {
	var out []stmt
	resumable := false
	for _, s := range list {
		switch s := s.(type) {
		case *syntax.Pass, *syntax.Global, *syntax.Nonlocal:
			continue
		case *syntax.ExprStmt:
			if _, ok := s.Value.(*syntax.Constant); ok && !c.show {
				continue // a docstring or the like
			}
		}
		out = append(out, c.stmt(s))
		resumable = resumable || c.suspends(s)
	}
	if resumable {
		return c.inRow(out)
	}
	return sequence(out)
}

func sequence(list []stmt) stmt {
	switch len(list) {
	case 0:
		return func(*frame) signal { return sigNext }
	case 1:
		return list[0]
	case 2:
		a, b := list[0], list[1]
		return func(f *frame) signal {
			if s := a(f); s != sigNext {
				return s
			}
			return b(f)
		}
	case 3:
		a, b, c := list[0], list[1], list[2]
		return func(f *frame) signal {
			if s := a(f); s != sigNext {
				return s
			}
			if s := b(f); s != sigNext {
				return s
			}
			return c(f)
		}
	}
	return func(f *frame) signal {
		for _, s := range list {
			if sig := s(f); sig != sigNext {
				return sig
			}
		}
		return sigNext
	}
}

// functionBody compiles the statements of a function to an expression that gives the function's result.
func (c *compiler) functionBody(list []syntax.Stmt) expr {
	if len(list) > 0 && !c.code.generator {
		if r, ok := list[len(list)-1].(*syntax.Return); ok && r.Value != nil {
			return c.bodyWithResult(list[:len(list)-1], r)
		}
	}
	body := c.block(list)
	return func(f *frame) object.Object {
		switch body(f) {
		case sigReturn:
			v := f.ret
			f.ret = nil
			return v
		case sigRaise:
			return nil
		}
		return object.None
	}
}

// bodyWithResult is functionBody for the common function that ends with return value.
func (c *compiler) bodyWithResult(list []syntax.Stmt, r *syntax.Return) expr {
	body, result := c.block(list), c.expr(r.Value)
	if len(list) == 0 {
		return result
	}
	return func(f *frame) object.Object {
		switch body(f) {
		case sigNext:
			return result(f)
		case sigReturn:
			v := f.ret
			f.ret = nil
			return v
		}
		return nil
	}
}

func (c *compiler) exprStmt(s *syntax.ExprStmt) stmt {
	v := c.expr(s.Value)
	if c.show {
		return showing(v, s.Span())
	}
	return func(f *frame) signal {
		if v(f) == nil {
			return sigRaise
		}
		return sigNext
	}
}

func (c *compiler) returns(s *syntax.Return) stmt {
	if s.Value == nil {
		return func(f *frame) signal {
			f.ret = object.None
			return sigReturn
		}
	}
	v := c.expr(s.Value)
	return func(f *frame) signal {
		if f.ret = v(f); f.ret == nil {
			return sigRaise
		}
		return sigReturn
	}
}

func (c *compiler) assert(s *syntax.Assert) stmt {
	test := c.cond(s.Test)
	var msg expr
	if s.Msg != nil {
		msg = c.expr(s.Msg)
	}
	at, comparison := s.Span(), lastComparison(s.Test)
	if comparison != nil {
		at = comparison.Span()
	}
	return func(f *frame) signal {
		switch test(f) {
		case yes:
			return sigNext
		case failed:
			return sigRaise
		}
		if msg == nil {
			return f.raise(object.NewError(object.AssertionErrorClass, ""), at)
		}
		m := msg(f)
		if m == nil {
			return sigRaise
		}
		return f.raise(object.NewException(object.AssertionErrorClass, m), at)
	}
}

// lastComparison finds the comparison that CPython's compiler meets last where it compiles a condition to jumps: its place is
// that of the AssertionError. Without one it is the statement's.
func lastComparison(e syntax.Expr) *syntax.Compare {
	switch e := e.(type) {
	case *syntax.Compare:
		return e
	case *syntax.UnaryOp:
		if e.Op == syntax.OpNot {
			return lastComparison(e.Operand)
		}
	case *syntax.BoolOp:
		for i := len(e.Values) - 1; i >= 0; i-- {
			if found := lastComparison(e.Values[i]); found != nil {
				return found
			}
		}
	case *syntax.IfExp:
		for _, part := range []syntax.Expr{e.Orelse, e.Body, e.Test} {
			if found := lastComparison(part); found != nil {
				return found
			}
		}
	}
	return nil
}
