package interp

import (
	"math"
	"math/bits"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// binOp compiles left op right. The shapes that loops are made of (a local and a small constant, two locals) read their
// operands without a call.
func (c *compiler) binOp(e *syntax.BinOp) expr {
	op, at := object.BinaryOp(e.Op), e.Span()
	if s, ok := e.Left.(*syntax.Constant); ok && op == object.Mod && s.Kind == syntax.ConstStr {
		return c.anyBinary(op, e, at)
	}
	k, isInt := intConstant(e.Right)
	slot := c.localSlot(e.Left)
	switch {
	case isInt && slot >= 0 && (op == object.Add || op == object.Sub):
		return localPlus(op, slot, k, c.expr(e.Left), at)
	case isInt && (op == object.Add || op == object.Sub):
		return plusConstant(op, c.expr(e.Left), k, at)
	case op == object.Add:
		return add(c.expr(e.Left), c.expr(e.Right), at)
	case op == object.Sub:
		return sub(c.expr(e.Left), c.expr(e.Right), at)
	case op == object.Mul:
		return mul(c.expr(e.Left), c.expr(e.Right), at)
	}
	return c.anyBinary(op, e, at)
}

// intConstant returns the value of a small int literal.
func intConstant(e syntax.Expr) (int64, bool) {
	if k, ok := e.(*syntax.Constant); ok && k.Kind == syntax.ConstInt {
		n, ok := intValue(k.Text).(object.Int)
		return int64(n), ok && n < 1<<31
	}
	return 0, false
}

func (c *compiler) anyBinary(op object.BinaryOp, e *syntax.BinOp, at source.Span) expr {
	l, r := c.expr(e.Left), c.expr(e.Right)
	return func(f *frame) object.Object {
		a := l(f)
		if a == nil {
			return nil
		}
		b := r(f)
		if b == nil {
			return nil
		}
		return f.binary(op, a, b, at)
	}
}

// localPlus is x + k and x - k for a local x and a small constant k.
func localPlus(op object.BinaryOp, slot int, k int64, load expr, at source.Span) expr {
	delta := k
	if op == object.Sub {
		delta = -k
	}
	right := boxInt(k)
	return func(f *frame) object.Object {
		v := f.locals[slot]
		if x, ok := v.(object.Int); ok {
			if n := int64(x) + delta; (n > int64(x)) == (delta > 0) {
				return boxInt(n)
			}
		}
		if v == nil {
			return load(f)
		}
		return f.binary(op, v, right, at)
	}
}

// plusConstant is e + k and e - k.
func plusConstant(op object.BinaryOp, l expr, k int64, at source.Span) expr {
	delta := k
	if op == object.Sub {
		delta = -k
	}
	right := boxInt(k)
	return func(f *frame) object.Object {
		v := l(f)
		if x, ok := v.(object.Int); ok {
			if n := int64(x) + delta; (n > int64(x)) == (delta > 0) {
				return boxInt(n)
			}
		}
		if v == nil {
			return nil
		}
		return f.binary(op, v, right, at)
	}
}

func add(l, r expr, at source.Span) expr {
	return func(f *frame) object.Object {
		a := l(f)
		if a == nil {
			return nil
		}
		b := r(f)
		switch x := a.(type) {
		case object.Int:
			if y, ok := b.(object.Int); ok {
				if n := x + y; (n > x) == (y > 0) {
					return boxInt(int64(n))
				}
			}
		case object.Float:
			if y, ok := b.(object.Float); ok {
				return x + y
			}
		case *object.Str:
			if y, ok := b.(*object.Str); ok {
				f.At = at
				v, err := object.Concat(f.t, x, y)
				if err != nil {
					return f.fail(err, at)
				}
				return v
			}
		}
		if b == nil {
			return nil
		}
		return f.binary(object.Add, a, b, at)
	}
}

func sub(l, r expr, at source.Span) expr {
	return func(f *frame) object.Object {
		a := l(f)
		if a == nil {
			return nil
		}
		b := r(f)
		switch x := a.(type) {
		case object.Int:
			if y, ok := b.(object.Int); ok {
				if n := x - y; (n < x) == (y > 0) {
					return boxInt(int64(n))
				}
			}
		case object.Float:
			if y, ok := b.(object.Float); ok {
				return x - y
			}
		}
		if b == nil {
			return nil
		}
		return f.binary(object.Sub, a, b, at)
	}
}

func mul(l, r expr, at source.Span) expr {
	return func(f *frame) object.Object {
		a := l(f)
		if a == nil {
			return nil
		}
		b := r(f)
		switch x := a.(type) {
		case object.Int:
			if y, ok := b.(object.Int); ok {
				if n, ok := mulInt(int64(x), int64(y)); ok {
					return boxInt(n)
				}
			}
		case object.Float:
			if y, ok := b.(object.Float); ok {
				return x * y
			}
		}
		if b == nil {
			return nil
		}
		return f.binary(object.Mul, a, b, at)
	}
}

// mulInt multiplies; ok is false on overflow.
func mulInt(x, y int64) (n int64, ok bool) {
	if x == int64(int32(x)) && y == int64(int32(y)) {
		return x * y, true
	}
	hi, lo := bits.Mul64(magnitude(x), magnitude(y))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	return x * y, true
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// binary is a op b for operands of any kind; ints and floats of the common operators stay out of the general protocol.
func (f *frame) binary(op object.BinaryOp, a, b object.Object, at source.Span) object.Object {
	switch x := a.(type) {
	case object.Int:
		if y, ok := b.(object.Int); ok {
			if v := intBinary(op, int64(x), int64(y)); v != nil {
				return v
			}
		} else if y, ok := b.(object.Float); ok {
			if v := floatBinary(op, float64(x), float64(y)); v != nil {
				return v
			}
		}
	case object.Float:
		switch y := b.(type) {
		case object.Float:
			if v := floatBinary(op, float64(x), float64(y)); v != nil {
				return v
			}
		case object.Int:
			if v := floatBinary(op, float64(x), float64(y)); v != nil {
				return v
			}
		}
	}
	f.At = at
	v, err := object.Binary(f.t, op, a, b)
	if err != nil {
		return f.fail(err, at)
	}
	return v
}

// intBinary computes what needs neither big ints nor an exception; otherwise it returns nil.
func intBinary(op object.BinaryOp, x, y int64) object.Object {
	switch op {
	case object.Add:
		if n := x + y; (n > x) == (y > 0) {
			return boxInt(n)
		}
	case object.Sub:
		if n := x - y; (n < x) == (y > 0) {
			return boxInt(n)
		}
	case object.Mul:
		if n, ok := mulInt(x, y); ok {
			return boxInt(n)
		}
	case object.FloorDiv:
		if y > 0 {
			n := x / y
			if x%y < 0 {
				n--
			}
			return boxInt(n)
		}
	case object.Mod:
		if y > 0 {
			n := x % y
			if n < 0 {
				n += y
			}
			return boxInt(n)
		}
	case object.And:
		return boxInt(x & y)
	case object.Or:
		return boxInt(x | y)
	case object.Xor:
		return boxInt(x ^ y)
	case object.RShift:
		if y >= 0 && y < 64 {
			return boxInt(x >> y)
		}
	case object.LShift:
		if y >= 0 && y < 32 && x == int64(int32(x)) {
			return boxInt(x << y)
		}
	case object.TrueDiv:
		const exact = 1 << 53
		if y != 0 && -exact < x && x < exact && -exact < y && y < exact {
			return object.Float(float64(x) / float64(y))
		}
	}
	return nil
}

func floatBinary(op object.BinaryOp, x, y float64) object.Object {
	switch op {
	case object.Add:
		return object.Float(x + y)
	case object.Sub:
		return object.Float(x - y)
	case object.Mul:
		return object.Float(x * y)
	case object.TrueDiv:
		if y != 0 {
			return object.Float(x / y)
		}
	}
	return nil
}

// unaryOp compiles not, -, + and ~.
func (c *compiler) unaryOp(e *syntax.UnaryOp) expr {
	at := e.Span()
	if e.Op == syntax.OpNot {
		test := c.cond(e.Operand)
		return func(f *frame) object.Object {
			switch test(f) {
			case yes:
				return object.False
			case no:
				return object.True
			}
			return nil
		}
	}
	op := map[syntax.Op]object.UnaryOp{syntax.OpUSub: object.Neg, syntax.OpUAdd: object.Pos, syntax.OpInvert: object.Invert}[e.Op]
	if k, ok := e.Operand.(*syntax.Constant); ok && op == object.Neg {
		switch n := constantValue(k).(type) {
		case object.Int:
			return constant(boxInt(-int64(n)))
		case object.Float:
			return constant(-n)
		}
	}
	v := c.expr(e.Operand)
	return func(f *frame) object.Object {
		x := v(f)
		if x == nil {
			return nil
		}
		if n, ok := x.(object.Int); ok && op == object.Neg && int64(n) != math.MinInt64 {
			return boxInt(-int64(n))
		}
		f.At = at
		r, err := object.Unary(f.t, op, x)
		if err != nil {
			return f.fail(err, at)
		}
		return r
	}
}

// augAssign compiles target op= value.
func (c *compiler) augAssign(s *syntax.AugAssign) stmt {
	op, at := object.BinaryOp(s.Op), s.Span()
	switch t := s.Target.(type) {
	case *syntax.Attribute:
		return c.augAttribute(t, op, s.Value, at)
	case *syntax.Subscript:
		return c.augSubscript(t, op, s.Value, at)
	case *syntax.Name:
		if slot := c.localSlot(t); slot >= 0 {
			return augLocal(slot, op, c.load(t), c.expr(s.Value), at)
		}
		load, value, put := c.load(t), c.expr(s.Value), c.store(t.ID, t.Span())
		return func(f *frame) signal {
			old := load(f)
			if old == nil {
				return sigRaise
			}
			v := value(f)
			if v == nil {
				return sigRaise
			}
			if v = f.inplace(op, old, v, at); v == nil || !put(f, v) {
				return sigRaise
			}
			return sigNext
		}
	}
	return func(f *frame) signal {
		return f.raise(object.NewError(object.SystemErrorClass, "this cannot be assigned to"), at)
	}
}

func augLocal(slot int, op object.BinaryOp, load, value expr, at source.Span) stmt {
	return func(f *frame) signal {
		old := f.locals[slot]
		if old == nil {
			load(f)
			return sigRaise
		}
		v := value(f)
		if v == nil {
			return sigRaise
		}
		if v = f.inplace(op, old, v, at); v == nil {
			return sigRaise
		}
		f.locals[slot] = v
		return sigNext
	}
}

// inplace is a op= b.
func (f *frame) inplace(op object.BinaryOp, a, b object.Object, at source.Span) object.Object {
	switch x := a.(type) {
	case object.Int:
		if y, ok := b.(object.Int); ok {
			if v := intBinary(op, int64(x), int64(y)); v != nil {
				return v
			}
		}
	case object.Float:
		if y, ok := b.(object.Float); ok {
			if v := floatBinary(op, float64(x), float64(y)); v != nil {
				return v
			}
		}
	}
	f.At = at
	v, err := object.InplaceBinary(f.t, op, a, b)
	if err != nil {
		return f.fail(err, at)
	}
	return v
}

func (c *compiler) augAttribute(t *syntax.Attribute, op object.BinaryOp, value syntax.Expr, at source.Span) stmt {
	owner, val := c.expr(t.Value), c.expr(value)
	name := object.Intern(c.scope.Mangle(t.Attr))
	get, put := newAttrSite(name, t.Span()), newSetSite(name, t.Span())
	return func(f *frame) signal {
		o := owner(f)
		if o == nil {
			return sigRaise
		}
		old := get.load(f, o)
		if old == nil {
			return sigRaise
		}
		v := val(f)
		if v == nil {
			return sigRaise
		}
		if v = f.inplace(op, old, v, at); v == nil || !put.store(f, o, v) {
			return sigRaise
		}
		return sigNext
	}
}

func (c *compiler) augSubscript(t *syntax.Subscript, op object.BinaryOp, value syntax.Expr, at source.Span) stmt {
	owner, index, val := c.expr(t.Value), c.expr(t.Slice), c.expr(value)
	place := t.Span()
	return func(f *frame) signal {
		o := owner(f)
		if o == nil {
			return sigRaise
		}
		k := index(f)
		if k == nil {
			return sigRaise
		}
		old := f.getItem(o, k, place)
		if old == nil {
			return sigRaise
		}
		v := val(f)
		if v == nil {
			return sigRaise
		}
		if v = f.inplace(op, old, v, at); v == nil || !f.setItem(o, k, v, place) {
			return sigRaise
		}
		return sigNext
	}
}
