package interp

import (
	"strconv"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// A yield inside a larger expression is lifted out of it: what is evaluated before the yield goes into slots, then comes the
// yield as a statement of its own, then the rest of the expression with names in the place of what was lifted. Such a
// name is a dot and the slot's number, which no program can write.

func temp(slot int, at source.Span) *syntax.Name {
	return &syntax.Name{At: syntax.At{Loc: at}, ID: "." + strconv.Itoa(slot)}
}

// slotOfTemp returns the slot of a lifted value's name.
func slotOfTemp(id string) (int, bool) {
	if id == "" || id[0] != '.' {
		return 0, false
	}
	n, err := strconv.Atoi(id[1:])
	return n, err == nil
}

// lift returns e without its yields, and adds to pre the statements that must run before.
func (c *compiler) lift(e syntax.Expr, pre *[]stmt) syntax.Expr {
	if e == nil || !yields(e) {
		return e
	}
	switch x := e.(type) {
	case *syntax.Yield:
		value := constant(object.None)
		if x.Value != nil {
			value = c.expr(c.lift(x.Value, pre))
		}
		slot := c.scope.NewSlot()
		*pre = append(*pre, c.yieldInto(slot, value, x.Span()))
		return temp(slot, x.Span())
	case *syntax.YieldFrom:
		value := c.expr(c.lift(x.Value, pre))
		slot := c.scope.NewSlot()
		*pre = append(*pre, c.yieldFrom(slot, value, x.Span()))
		return temp(slot, x.Span())
	case *syntax.IfExp:
		slot := c.scope.NewSlot()
		*pre = append(*pre, c.stmt(&syntax.If{At: x.At, Test: x.Test,
			Body: c.assignTemp(slot, x.Body), Orelse: c.assignTemp(slot, x.Orelse)}))
		return temp(slot, x.Span())
	case *syntax.BoolOp:
		return c.liftBool(x, pre)
	}
	return c.liftParts(e, pre)
}

// assignTemp is slot = e as a statement of the tree.
func (c *compiler) assignTemp(slot int, e syntax.Expr) []syntax.Stmt {
	return []syntax.Stmt{&syntax.Assign{At: syntax.At{Loc: e.Span()}, Targets: []syntax.Expr{temp(slot, e.Span())}, Value: e}}
}

// liftBool turns a and b into: t = a; if t: t = b.
func (c *compiler) liftBool(x *syntax.BoolOp, pre *[]stmt) syntax.Expr {
	slot := c.scope.NewSlot()
	name := temp(slot, x.Span())
	last := len(x.Values) - 1
	body := c.assignTemp(slot, x.Values[last])
	for i := last - 1; i >= 0; i-- {
		var test syntax.Expr = name
		if x.Op == syntax.OpOr {
			test = &syntax.UnaryOp{At: x.At, Op: syntax.OpNot, Operand: name}
		}
		body = append(c.assignTemp(slot, x.Values[i]), &syntax.If{At: x.At, Test: test, Body: body})
	}
	for _, s := range body {
		*pre = append(*pre, c.stmt(s))
	}
	return name
}

// liftAll lifts expressions that are evaluated one after the other.
func (c *compiler) liftAll(list []syntax.Expr, pre *[]stmt) []syntax.Expr {
	last := -1
	for i, e := range list {
		if e != nil && yields(e) {
			last = i
		}
	}
	out := append([]syntax.Expr(nil), list...)
	for i := 0; i <= last; i++ {
		if out[i] == nil {
			continue
		}
		out[i] = c.lift(out[i], pre)
		if i < last {
			out[i] = c.spill(out[i], pre)
		}
	}
	return out
}

// spill puts a value into a slot, so that it is taken before the yields that follow.
func (c *compiler) spill(e syntax.Expr, pre *[]stmt) syntax.Expr {
	switch x := e.(type) {
	case *syntax.Constant, *syntax.Slice:
		return e
	case *syntax.Starred:
		return &syntax.Starred{At: x.At, Value: c.spill(x.Value, pre)}
	case *syntax.Name:
		if _, ok := slotOfTemp(x.ID); ok {
			return e
		}
	}
	slot := c.scope.NewSlot()
	*pre = append(*pre, c.stmt(c.assignTemp(slot, e)[0]))
	return temp(slot, e.Span())
}

// liftParts lifts out of an expression whose parts are all evaluated, in the order given here.
func (c *compiler) liftParts(e syntax.Expr, pre *[]stmt) syntax.Expr {
	switch x := e.(type) {
	case *syntax.BinOp:
		y := *x
		p := c.liftAll([]syntax.Expr{x.Left, x.Right}, pre)
		y.Left, y.Right = p[0], p[1]
		return &y
	case *syntax.UnaryOp:
		y := *x
		y.Operand = c.lift(x.Operand, pre)
		return &y
	case *syntax.Compare:
		y := *x
		p := c.liftAll(append([]syntax.Expr{x.Left}, x.Comparators...), pre)
		y.Left, y.Comparators = p[0], p[1:]
		return &y
	case *syntax.NamedExpr:
		y := *x
		y.Value = c.lift(x.Value, pre)
		return &y
	case *syntax.Call:
		return c.liftCall(x, pre)
	case *syntax.Attribute:
		y := *x
		y.Value = c.lift(x.Value, pre)
		return &y
	case *syntax.Subscript:
		y := *x
		p := c.liftAll([]syntax.Expr{x.Value, x.Slice}, pre)
		y.Value, y.Slice = p[0], p[1]
		return &y
	case *syntax.Slice:
		y := *x
		p := c.liftAll([]syntax.Expr{x.Lower, x.Upper, x.Step}, pre)
		y.Lower, y.Upper, y.Step = p[0], p[1], p[2]
		return &y
	case *syntax.Starred:
		y := *x
		y.Value = c.lift(x.Value, pre)
		return &y
	}
	return c.liftDisplay(e, pre)
}

func (c *compiler) liftCall(x *syntax.Call, pre *[]stmt) syntax.Expr {
	y := *x
	parts := append([]syntax.Expr{x.Func}, x.Args...)
	for _, k := range x.Keywords {
		parts = append(parts, k.Value)
	}
	p := c.liftAll(parts, pre)
	y.Func, y.Args = p[0], p[1:1+len(x.Args)]
	y.Keywords = nil
	for i, k := range x.Keywords {
		n := *k
		n.Value = p[1+len(x.Args)+i]
		y.Keywords = append(y.Keywords, &n)
	}
	return &y
}

func (c *compiler) liftDisplay(e syntax.Expr, pre *[]stmt) syntax.Expr {
	switch x := e.(type) {
	case *syntax.Tuple:
		return &syntax.Tuple{At: x.At, Elts: c.liftAll(x.Elts, pre)}
	case *syntax.List:
		return &syntax.List{At: x.At, Elts: c.liftAll(x.Elts, pre)}
	case *syntax.Set:
		return &syntax.Set{At: x.At, Elts: c.liftAll(x.Elts, pre)}
	case *syntax.Dict:
		var parts []syntax.Expr
		for i := range x.Values {
			parts = append(parts, x.Keys[i], x.Values[i])
		}
		p := c.liftAll(parts, pre)
		y := &syntax.Dict{At: x.At}
		for i := range x.Values {
			y.Keys, y.Values = append(y.Keys, p[2*i]), append(y.Values, p[2*i+1])
		}
		return y
	case *syntax.JoinedStr:
		return &syntax.JoinedStr{At: x.At, Values: c.liftAll(x.Values, pre)}
	case *syntax.FormattedValue:
		y := *x
		y.Value = c.lift(x.Value, pre)
		return &y
	}
	return e
}

// resumableSimple compiles a simple statement with a yield in it.
func (c *compiler) resumableSimple(s syntax.Stmt) stmt {
	var pre []stmt
	switch s := s.(type) {
	case *syntax.ExprStmt:
		if y, ok := s.Value.(*syntax.Yield); ok && (y.Value == nil || !yields(y.Value)) {
			value := constant(object.None)
			if y.Value != nil {
				value = c.expr(y.Value)
			}
			return c.yieldInto(-1, value, y.Span())
		}
		return c.inRow(c.with1(&pre, &syntax.ExprStmt{At: s.At, Value: c.lift(s.Value, &pre)}))
	case *syntax.Assign:
		return c.inRow(c.with1(&pre, &syntax.Assign{At: s.At, Targets: s.Targets, Value: c.lift(s.Value, &pre)}))
	case *syntax.AnnAssign:
		y := *s
		y.Value = c.lift(s.Value, &pre)
		return c.inRow(c.with1(&pre, &y))
	case *syntax.AugAssign:
		return c.liftAugAssign(s, &pre)
	case *syntax.Return:
		return c.inRow(c.with1(&pre, &syntax.Return{At: s.At, Value: c.lift(s.Value, &pre)}))
	case *syntax.Raise:
		p := c.liftAll([]syntax.Expr{s.Exc, s.Cause}, &pre)
		return c.inRow(c.with1(&pre, &syntax.Raise{At: s.At, Exc: p[0], Cause: p[1]}))
	case *syntax.Assert:
		return c.inRow(c.with1(&pre, &syntax.Assert{At: s.At, Test: c.lift(s.Test, &pre), Msg: s.Msg}))
	}
	return refuseYield(s.Span())
}

// with1 adds a statement, now free of yields, behind those lifted out of it. The statement is an argument so that the
// lifting, which happens while it is made, comes first.
func (c *compiler) with1(pre *[]stmt, s syntax.Stmt) []stmt {
	if yields(s) {
		return append(*pre, refuseYield(s.Span()))
	}
	return append(*pre, c.stmt(s))
}

// refuseYield stands for a statement with a yield where no program has one (in a del, or in the target of an assignment).
func refuseYield(at source.Span) stmt {
	return func(f *frame) signal {
		return f.raise(object.NewError(object.SyntaxErrorClass, "yield is not supported in this place"), at)
	}
}

// liftAugAssign turns x += yield y into: t = x; t += yield y; x = t.
func (c *compiler) liftAugAssign(s *syntax.AugAssign, pre *[]stmt) stmt {
	slot := c.scope.NewSlot()
	target := s.Target
	switch t := target.(type) {
	case *syntax.Attribute:
		y := *t
		y.Value = c.spill(t.Value, pre)
		target = &y
	case *syntax.Subscript:
		y := *t
		y.Value, y.Slice = c.spill(t.Value, pre), c.spill(t.Slice, pre)
		target = &y
	}
	name := temp(slot, s.Target.Span())
	*pre = append(*pre, c.stmt(c.assignTemp(slot, target)[0]))
	value := c.lift(s.Value, pre)
	*pre = c.with1(pre, &syntax.AugAssign{At: s.At, Target: name, Op: s.Op, Value: value})
	return c.inRow(c.with1(pre, &syntax.Assign{At: s.At, Targets: []syntax.Expr{target}, Value: name}))
}
