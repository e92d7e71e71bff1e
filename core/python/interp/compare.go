package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// truth is the result of a condition.
type truth uint8

const (
	no truth = iota
	yes
	failed // an exception is in frame.m.err
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// cond is an expression of which only the truth matters.
type cond func(f *frame) truth

// test returns the truth of a value.
func (f *frame) test(v object.Object, at source.Span) truth {
	switch x := v.(type) {
	case object.Bool:
		return truthOf(bool(x))
	case nil:
		return failed
	}
	f.At = at
	b, err := object.Truth(f.t, v)
	if err != nil {
		f.fail(err, at)
		return failed
	}
	return truthOf(b)
}

// cond compiles an expression for its truth.
func (c *compiler) cond(e syntax.Expr) cond {
	switch e := e.(type) {
	case *syntax.Compare:
		if len(e.Ops) == 1 {
			return c.condCompare(e)
		}
	case *syntax.UnaryOp:
		if e.Op == syntax.OpNot {
			inner := c.cond(e.Operand)
			return func(f *frame) truth {
				t := inner(f)
				if t == failed {
					return failed
				}
				return t ^ yes
			}
		}
	case *syntax.BoolOp:
		return c.condBool(e)
	case *syntax.Constant:
		if e.Kind == syntax.ConstTrue {
			return func(*frame) truth { return yes }
		}
	}
	v, at := c.expr(e), e.Span()
	return func(f *frame) truth { return f.test(v(f), at) }
}

func (c *compiler) condBool(e *syntax.BoolOp) cond {
	parts := make([]cond, len(e.Values))
	for i, v := range e.Values {
		parts[i] = c.cond(v)
	}
	goOn := yes
	if e.Op == syntax.OpOr {
		goOn = no
	}
	return func(f *frame) truth {
		for _, p := range parts {
			if t := p(f); t != goOn {
				return t
			}
		}
		return goOn
	}
}

// condCompare compiles one comparison for its truth.
func (c *compiler) condCompare(e *syntax.Compare) cond {
	at := e.Span()
	left, right := e.Left, e.Comparators[0]
	switch op := e.Ops[0]; op {
	case syntax.OpIs, syntax.OpIsNot:
		return c.condIs(left, right, op == syntax.OpIs)
	case syntax.OpIn, syntax.OpNotIn:
		return c.condIn(left, right, op == syntax.OpIn, at)
	default:
		op := object.CompareOp(op - syntax.OpEq)
		if k, ok := intConstant(right); ok {
			if slot := c.localSlot(left); slot >= 0 {
				return condLocalConst(op, slot, k, c.expr(left), at)
			}
			return condConst(op, c.expr(left), k, at)
		}
		return condAny(op, c.expr(left), c.expr(right), at)
	}
}

func condLocalConst(op object.CompareOp, slot int, k int64, load expr, at source.Span) cond {
	right := boxInt(k)
	return func(f *frame) truth {
		v := f.locals[slot]
		if x, ok := v.(object.Int); ok {
			return truthOf(intCompare(op, int64(x), k))
		}
		if v == nil {
			load(f)
			return failed
		}
		return f.test(f.compare(op, v, right, at), at)
	}
}

func condConst(op object.CompareOp, l expr, k int64, at source.Span) cond {
	right := boxInt(k)
	return func(f *frame) truth {
		v := l(f)
		if x, ok := v.(object.Int); ok {
			return truthOf(intCompare(op, int64(x), k))
		}
		if v == nil {
			return failed
		}
		return f.test(f.compare(op, v, right, at), at)
	}
}

func condAny(op object.CompareOp, l, r expr, at source.Span) cond {
	return func(f *frame) truth {
		a := l(f)
		if a == nil {
			return failed
		}
		b := r(f)
		if x, ok := a.(object.Int); ok {
			if y, ok := b.(object.Int); ok {
				return truthOf(intCompare(op, int64(x), int64(y)))
			}
		}
		if b == nil {
			return failed
		}
		return f.test(f.compare(op, a, b, at), at)
	}
}

func (c *compiler) condIs(left, right syntax.Expr, want bool) cond {
	l := c.expr(left)
	if k, ok := right.(*syntax.Constant); ok && k.Kind == syntax.ConstNone {
		return func(f *frame) truth {
			v := l(f)
			if v == nil {
				return failed
			}
			return truthOf((v == object.None) == want)
		}
	}
	r := c.expr(right)
	return func(f *frame) truth {
		a := l(f)
		if a == nil {
			return failed
		}
		b := r(f)
		if b == nil {
			return failed
		}
		return truthOf(object.Is(a, b) == want)
	}
}

func (c *compiler) condIn(left, right syntax.Expr, want bool, at source.Span) cond {
	l, r := c.expr(left), c.expr(right)
	return func(f *frame) truth {
		a := l(f)
		if a == nil {
			return failed
		}
		b := r(f)
		if b == nil {
			return failed
		}
		f.At = at
		found, err := object.Contains(f.t, b, a)
		if err != nil {
			f.fail(err, at)
			return failed
		}
		return truthOf(found == want)
	}
}

func intCompare(op object.CompareOp, x, y int64) bool {
	switch op {
	case object.Eq:
		return x == y
	case object.Ne:
		return x != y
	case object.Lt:
		return x < y
	case object.Le:
		return x <= y
	case object.Gt:
		return x > y
	}
	return x >= y
}

func floatCompare(op object.CompareOp, x, y float64) bool {
	switch op {
	case object.Eq:
		return x == y
	case object.Ne:
		return x != y
	case object.Lt:
		return x < y
	case object.Le:
		return x <= y
	case object.Gt:
		return x > y
	}
	return x >= y
}

// compare is a op b for values of any kind.
func (f *frame) compare(op object.CompareOp, a, b object.Object, at source.Span) object.Object {
	switch x := a.(type) {
	case object.Int:
		if y, ok := b.(object.Int); ok {
			return object.Bool(intCompare(op, int64(x), int64(y)))
		}
	case object.Float:
		if y, ok := b.(object.Float); ok {
			return object.Bool(floatCompare(op, float64(x), float64(y)))
		}
	case *object.Str:
		if y, ok := b.(*object.Str); ok && op <= object.Ne && len(x.String()) < 1024 { // a long text costs steps
			return object.Bool((x == y || x.String() == y.String()) == (op == object.Eq))
		}
	}
	f.At = at
	v, err := object.Compare(f.t, op, a, b)
	if err != nil {
		return f.fail(err, at)
	}
	return v
}

// compare compiles a comparison, or a chain of them, for its value.
func (c *compiler) compare(e *syntax.Compare) expr {
	if len(e.Ops) == 1 {
		if op := e.Ops[0]; op >= syntax.OpIs {
			test := c.condCompare(e)
			return func(f *frame) object.Object {
				t := test(f)
				if t == failed {
					return nil
				}
				return object.Bool(t == yes)
			}
		}
		return c.compareOne(object.CompareOp(e.Ops[0]-syntax.OpEq), e)
	}
	return c.compareChain(e)
}

func (c *compiler) compareOne(op object.CompareOp, e *syntax.Compare) expr {
	l, r, at := c.expr(e.Left), c.expr(e.Comparators[0]), e.Span()
	return func(f *frame) object.Object {
		a := l(f)
		if a == nil {
			return nil
		}
		b := r(f)
		if b == nil {
			return nil
		}
		return f.compare(op, a, b, at)
	}
}

func (c *compiler) compareChain(e *syntax.Compare) expr {
	left, rest, ops, at := c.expr(e.Left), c.exprs(e.Comparators), e.Ops, e.Span()
	return func(f *frame) object.Object {
		a := left(f)
		if a == nil {
			return nil
		}
		for i, r := range rest {
			b := r(f)
			if b == nil {
				return nil
			}
			v := f.compareOp(ops[i], a, b, at)
			if v == nil || i == len(rest)-1 {
				return v
			}
			switch f.test(v, at) {
			case no:
				return v
			case failed:
				return nil
			}
			a = b
		}
		return nil
	}
}

// compareOp is a comparison by any of the operators of a chain.
func (f *frame) compareOp(op syntax.Op, a, b object.Object, at source.Span) object.Object {
	switch op {
	case syntax.OpIs, syntax.OpIsNot:
		return object.Bool(object.Is(a, b) == (op == syntax.OpIs))
	case syntax.OpIn, syntax.OpNotIn:
		f.At = at
		found, err := object.Contains(f.t, b, a)
		if err != nil {
			return f.fail(err, at)
		}
		return object.Bool(found == (op == syntax.OpIn))
	}
	return f.compare(object.CompareOp(op-syntax.OpEq), a, b, at)
}

// boolOp compiles and / or for their value.
func (c *compiler) boolOp(e *syntax.BoolOp) expr {
	parts := c.exprs(e.Values)
	spans := make([]source.Span, len(parts))
	for i, v := range e.Values {
		spans[i] = v.Span()
	}
	stop := no
	if e.Op == syntax.OpOr {
		stop = yes
	}
	last := len(parts) - 1
	return func(f *frame) object.Object {
		for i, p := range parts[:last] {
			v := p(f)
			switch f.test(v, spans[i]) {
			case stop:
				return v
			case failed:
				return nil
			}
		}
		return parts[last](f)
	}
}

func (c *compiler) ifExp(e *syntax.IfExp) expr {
	test, body, orelse := c.cond(e.Test), c.expr(e.Body), c.expr(e.Orelse)
	return func(f *frame) object.Object {
		switch test(f) {
		case yes:
			return body(f)
		case no:
			return orelse(f)
		}
		return nil
	}
}

func (c *compiler) namedExpr(e *syntax.NamedExpr) expr {
	v, put := c.expr(e.Value), c.store(e.Target.ID, e.Target.Span())
	return func(f *frame) object.Object {
		x := v(f)
		if x == nil || !put(f, x) {
			return nil
		}
		return x
	}
}
