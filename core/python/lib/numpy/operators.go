package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

var arrayOps = map[object.BinaryOp]array.BinaryOp{object.Add: array.Add, object.Sub: array.Subtract, object.Mul: array.Multiply,
	object.TrueDiv: array.Divide, object.Mod: array.Remainder, object.Pow: array.Power, object.LShift: array.LeftShift,
	object.RShift: array.RightShift, object.Or: array.BitwiseOr, object.Xor: array.BitwiseXor, object.And: array.BitwiseAnd,
	object.FloorDiv: array.FloorDivide}

var compareOps = map[object.CompareOp]array.BinaryOp{object.Eq: array.Equal, object.Ne: array.NotEqual, object.Lt: array.Less,
	object.Le: array.LessEqual, object.Gt: array.Greater, object.Ge: array.GreaterEqual}

// defers reports whether an operator leaves the work to the other operand: a tensor, or an object that says it comes
// before arrays.
func defers(self, o object.Object) bool {
	if _, ok := Of(o); ok {
		return false
	}
	switch o.(type) {
	case object.Int, object.Float, object.Bool, object.Complex, *object.BigInt, *object.List, *object.Tuple, *object.Str, *object.NoneType:
		return false
	}
	c := o.Class()
	if v := c.Lookup(object.Intern("__array_ufunc__")); v == object.None {
		return true
	}
	return c.Lookup(object.Intern("__array_priority__")) != nil
}

// binaryOperator is op between a numpy value and anything.
func binaryOperator(t *object.Thread, op object.BinaryOp, self, o object.Object, reflected bool) (object.Object, error) {
	if defers(self, o) {
		return object.NotImplemented, nil
	}
	if op == object.Mul {
		switch o.(type) { // a sequence is repeated by the integer
		case *object.List, *object.Tuple, *object.Str:
			if s, ok := self.(*Scalar); ok && s.value.Dtype().IsInteger() {
				return repeatSequence(t, o, s)
			}
		}
	}
	a, b := self, o
	if reflected {
		a, b = o, self
	}
	if op == object.DivMod {
		q, err := binaryOperator(t, object.FloorDiv, a, b, false)
		if err != nil || q == object.NotImplemented {
			return q, err
		}
		r, err := binaryOperator(t, object.Mod, a, b, false)
		return object.NewTuple(q, r), err
	}
	x, err := operand(t, a)
	if err != nil {
		return nil, err
	}
	y, err := operand(t, b)
	if err != nil {
		return nil, err
	}
	if op == object.MatMul {
		if x.Dtype() == array.Object || y.Dtype() == array.Object {
			return object.NotImplemented, nil
		}
		r, err := array.MatMul(x.Array, y.Array)
		return resultOf(r, err)
	}
	if op == object.Pow {
		return power(t, x, y)
	}
	return applyBinary(t, arrayOps[op], x, y)
}

func repeatSequence(t *object.Thread, seq object.Object, n *Scalar) (object.Object, error) {
	return object.Binary(t, object.Mul, seq, item(n.value))
}

// power is **, which has short cuts for the exponents 2, 0.5 and -1 of floats.
func power(t *object.Thread, x, y array.Operand) (object.Object, error) {
	if y.Weak != array.Strong && x.Weak == array.Strong && y.Rank() == 0 && x.Dtype().IsInexact() {
		e, err := array.Float64s(y.Array)
		if err == nil && y.Weak != array.WeakComplex {
			switch e[0] {
			case 2:
				return applyUnary(t, array.Square, x.Array)
			case 0.5:
				return applyUnary(t, array.Sqrt, x.Array)
			case -1:
				return applyUnary(t, array.Reciprocal, x.Array)
			case 1:
				return applyUnary(t, array.Positive, x.Array)
			}
		}
	}
	return applyBinary(t, array.Power, x, y)
}

// applyBinary runs a ufunc; object arrays go element by element through Python's operators.
func applyBinary(t *object.Thread, op array.BinaryOp, x, y array.Operand) (object.Object, error) {
	if x.Dtype() == array.Object || y.Dtype() == array.Object {
		return objectBinary(t, op, x.Array, y.Array)
	}
	if (x.Dtype() == array.Str) != (y.Dtype() == array.Str) && !op.IsComparison() {
		return nil, textLoopError(op.String(), x, y)
	}
	r, err := array.Binary(op, x, y)
	if err != nil {
		return nil, raised(err)
	}
	return result(r), nil
}

func textLoopError(name string, x, y array.Operand) error {
	return object.NewError(noLoopErrorClass, "ufunc '%s' did not contain a loop with signature matching types (%s, %s) -> None", name,
		dtypeText(x), dtypeText(y))
}

func dtypeText(x array.Operand) string {
	s, _ := dtypeObject(x.Dtype(), x.Width()).Repr(nil)
	return s
}

func applyUnary(t *object.Thread, op array.UnaryOp, a *array.Array) (object.Object, error) {
	if a.Dtype() == array.Object {
		return objectUnary(t, op, a)
	}
	r, err := array.Unary(op, a)
	return resultOf(r, err)
}

func unaryOperator(op object.UnaryOp, a *array.Array) (object.Object, error) {
	f := map[object.UnaryOp]array.UnaryOp{object.Neg: array.Negative, object.Pos: array.Positive, object.Invert: array.Invert,
		object.Abs: array.Absolute}[op]
	r, err := array.Unary(f, a)
	return resultOf(r, err)
}

// compareOperator is a comparison between a numpy value and anything.
func compareOperator(t *object.Thread, op object.CompareOp, self, o object.Object) (object.Object, error) {
	if defers(self, o) {
		return object.NotImplemented, nil
	}
	x, err := operand(t, self)
	if err != nil {
		return nil, err
	}
	if _, isClass := o.(*object.Class); isClass && x.Rank() == 0 {
		return object.NotImplemented, nil
	}
	y, err := operand(t, o)
	if err != nil {
		if op == object.Eq || op == object.Ne {
			return object.BoolOf(op == object.Ne), nil
		}
		return nil, err
	}
	if x.Dtype() == array.Object || y.Dtype() == array.Object {
		if x.Rank() == 0 && x.Dtype() != array.Object {
			if op == object.Eq || op == object.Ne {
				return object.NotImplemented, nil
			}
			return object.NotImplemented, nil
		}
		return objectCompare(t, op, x.Array, y.Array)
	}
	if (x.Dtype() == array.Str) != (y.Dtype() == array.Str) && op != object.Eq && op != object.Ne {
		if x.Rank() == 0 && y.Rank() == 0 {
			return object.NotImplemented, nil
		}
		return nil, textLoopError(compareOps[op].String(), x, y)
	}
	r, err := array.Binary(compareOps[op], x, y)
	if err != nil {
		return nil, raised(err)
	}
	return result(r), nil
}

// pairwiseObjects applies f to the elements of two arrays, broadcast, as Python objects.
func pairwiseObjects(t *object.Thread, a, b *array.Array, f func(x, y object.Object) (object.Object, error)) (*array.Array, error) {
	shape, err := array.BroadcastShapes(a.Shape(), b.Shape())
	if err != nil {
		return nil, err
	}
	x, err := a.BroadcastTo(shape)
	if err != nil {
		return nil, err
	}
	y, err := b.BroadcastTo(shape)
	if err != nil {
		return nil, err
	}
	p, q := x.Getter(), y.Getter()
	out := make([]any, x.Size())
	for i := range out {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		v, err := f(pythonValue(p(i)), pythonValue(q(i)))
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return array.FromObjects(t, out, shape...)
}

var pythonOps = map[array.BinaryOp]object.BinaryOp{}

func init() {
	for k, v := range arrayOps {
		pythonOps[v] = k
	}
}

func objectBinary(t *object.Thread, op array.BinaryOp, a, b *array.Array) (object.Object, error) {
	if op.IsComparison() {
		for c, o := range compareOps {
			if o == op {
				return objectCompare(t, c, a, b)
			}
		}
	}
	p, ok := pythonOps[op]
	if !ok {
		return nil, typeError("ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''", op.String())
	}
	r, err := pairwiseObjects(t, a, b, func(x, y object.Object) (object.Object, error) { return object.Binary(t, p, x, y) })
	return resultOf(r, err)
}

func objectUnary(t *object.Thread, op array.UnaryOp, a *array.Array) (object.Object, error) {
	p, ok := map[array.UnaryOp]object.UnaryOp{array.Negative: object.Neg, array.Positive: object.Pos, array.Invert: object.Invert,
		array.Absolute: object.Abs}[op]
	if !ok {
		name := "object"
		if a.Size() > 0 {
			name = objectOf(a.Getter()(0)).Class().Name
		}
		return nil, typeError("loop of ufunc does not support argument 0 of type %s which has no callable %s method", name, op.String())
	}
	r, err := pairwiseObjects(t, a, a, func(x, _ object.Object) (object.Object, error) { return object.Unary(t, p, x) })
	return resultOf(r, err)
}

func objectCompare(t *object.Thread, op object.CompareOp, a, b *array.Array) (object.Object, error) {
	r, err := pairwiseObjects(t, a, b, func(x, y object.Object) (object.Object, error) {
		v, err := object.Compare(t, op, x, y)
		if err != nil {
			return nil, err
		}
		ok, err := object.Truth(t, v)
		return object.BoolOf(ok), err
	})
	if err != nil {
		return nil, raised(err)
	}
	r, err = unboxed(t, r, array.Bool, 0)
	return resultOf(r, err)
}
