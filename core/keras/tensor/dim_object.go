package tensor

import (
	"layerglass/core/python/object"
)

// DimExpr is an expression in the unknown size, as Python code sees it in the shape of a traced tensor.
type DimExpr int

// DimExprClass is the class of the unknown sizes that jax shows.
var DimExprClass = object.NewType("_DimExpr", "jax._src.export.shape_poly", nil)

// InconclusiveClass is the error about a comparison that depends on the unknown size.
var InconclusiveClass = object.NewType("InconclusiveDimensionOperation", "jax._src.export.shape_poly", object.ExceptionClass)

// DimObject returns a dimension as Python sees it: an int, None, or a DimExpr.
func DimObject(d int) object.Object {
	switch {
	case d >= 0:
		return object.Int(d)
	case d == Unknown:
		return object.None
	}
	return DimExpr(d)
}

// Class returns the class of unknown sizes.
func (DimExpr) Class() *object.Class { return DimExprClass }

// Repr writes the expression.
func (d DimExpr) Repr(*object.Thread) (string, error) { return DimString(int(d)), nil }

// Hash lets an expression be a key of a dict.
func (d DimExpr) Hash(*object.Thread) (uint64, error) { return uint64(d), nil }

// Truth is true: the size is at least two.
func (d DimExpr) Truth(*object.Thread) (bool, error) { return true, nil }

// dimOf reads an operand of an expression.
func dimOf(o object.Object) (int, bool) {
	switch x := object.Of(o).(type) {
	case DimExpr:
		return int(x), true
	case object.Int:
		return int(x), true
	case object.Bool:
		return boolInt(bool(x)), true
	}
	return 0, false
}

// Binary computes with sizes; a result that has no simple form cannot be followed.
func (d DimExpr) Binary(_ *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	if _, ok := o.(*KerasTensor); ok {
		return object.NotImplemented, nil
	}
	if _, ok := object.Of(o).(object.Float); ok || op == object.TrueDiv { // with a fraction it becomes a tensor
		return &KerasTensor{Shape: Shape{}, Dtype: "float32", Name: "traced", Kind: JaxTraced}, nil
	}
	if other, ok := o.(*OpaqueDim); ok {
		if reflected {
			return opaque(op, other.Text, DimString(int(d))), nil
		}
		return opaque(op, DimString(int(d)), other.Text), nil
	}
	n, ok := dimOf(o)
	if !ok {
		return object.NotImplemented, nil
	}
	a, b := int(d), n
	if reflected {
		a, b = b, a
	}
	r, ok := dimResult(op, a, b)
	if !ok {
		return object.NotImplemented, nil
	}
	if r == Unknown {
		return opaque(op, DimString(a), DimString(b)), nil
	}
	return DimObject(r), nil
}

// OpaqueDim is an unknown size that has no simple form, such as floordiv(dynamic_dimension, 2). In a Shape it is Unknown.
type OpaqueDim struct{ Text string }

// opaque is the result of an operator on sizes.
func opaque(op object.BinaryOp, a, b string) *OpaqueDim {
	switch op {
	case object.FloorDiv:
		return &OpaqueDim{"floordiv(" + a + ", " + b + ")"}
	case object.Mod:
		return &OpaqueDim{"mod(" + a + ", " + b + ")"}
	case object.Mul:
		if a == b {
			return &OpaqueDim{a + "^2"}
		}
		if b[0] >= '0' && b[0] <= '9' { // the number stands first
			a, b = b, a
		}
		return &OpaqueDim{a + "*" + b}
	}
	return &OpaqueDim{a + " " + op.Symbol() + " " + b}
}

// Class returns the class of unknown sizes.
func (*OpaqueDim) Class() *object.Class { return DimExprClass }

// Repr writes the expression.
func (d *OpaqueDim) Repr(*object.Thread) (string, error) { return d.Text, nil }

// Truth is true, as of other unknown sizes.
func (d *OpaqueDim) Truth(*object.Thread) (bool, error) { return true, nil }

// Hash lets the size be a key of a dict.
func (d *OpaqueDim) Hash(t *object.Thread) (uint64, error) {
	return object.Hash(t, object.NewStr(d.Text))
}

// Binary computes with the size as a text only.
func (d *OpaqueDim) Binary(_ *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	if _, ok := object.Of(o).(object.Float); ok || op == object.TrueDiv {
		return &KerasTensor{Shape: Shape{}, Dtype: "float32", Name: "traced", Kind: JaxTraced}, nil
	}
	text := ""
	if other, ok := o.(*OpaqueDim); ok {
		text = other.Text
	} else if n, ok := dimOf(o); ok {
		text = DimString(n)
	} else {
		return object.NotImplemented, nil
	}
	if reflected {
		return opaque(op, text, d.Text), nil
	}
	return opaque(op, d.Text, text), nil
}

// Compare knows the same text for equal; what is greater stays open.
func (d *OpaqueDim) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	other, same := o.(*OpaqueDim)
	same = same && other.Text == d.Text
	switch op {
	case object.Eq:
		return object.BoolOf(same), nil
	case object.Ne:
		return object.BoolOf(!same), nil
	}
	return nil, object.NewError(InconclusiveClass, "The size '%s' of a dimension is unknown while the layer's call is traced; '%s' with %s depends on it.",
		d.Text, op.Symbol(), o.Class().Name)
}

// Objects returns the sizes as Python sees those of a value on jax: unknown ones as something to compute with.
func (s Shape) Objects() *object.Tuple {
	items := make([]object.Object, len(s))
	for i, d := range s {
		if items[i] = DimObject(d); d == Unknown {
			items[i] = &OpaqueDim{"unknown_dimension"}
		}
	}
	return object.NewTuple(items...)
}

func dimResult(op object.BinaryOp, a, b int) (int, bool) {
	switch op {
	case object.Add:
		return AddDims(a, b), true
	case object.Sub:
		return SubDims(a, b), true
	case object.Mul:
		return scaled(a, b), true
	case object.FloorDiv:
		return DivDims(a, b), true
	case object.Mod:
		return ModDims(a, b), true
	case object.Pow:
		if b >= 0 && b <= maxPower {
			r := 1
			for ; b > 0; b-- {
				r = MulDims(r, a)
			}
			return r, true
		}
	}
	return 0, false
}

// scaled is MulDims that takes a negative number too.
func scaled(a, b int) int {
	if b < 0 && !IsExpr(b) || a < 0 && !IsExpr(a) {
		return Unknown
	}
	return MulDims(a, b)
}

// Compare decides what holds for every size from two up.
func (d DimExpr) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	n, ok := dimOf(o)
	if !ok {
		return object.NotImplemented, nil
	}
	switch op {
	case object.Eq:
		return object.BoolOf(int(d) == n), nil
	case object.Ne:
		return object.BoolOf(int(d) != n), nil
	}
	low := LeastDim(int(d))
	p, f, _ := splitDim(int(d))
	if n < Unknown || low < 0 || p == 0 || f < 0 {
		return nil, inconclusive(int(d), op.Symbol(), o)
	}
	switch {
	case op == object.Ge && n <= low, op == object.Gt && n < low:
		return object.True, nil
	case op == object.Lt && n <= low, op == object.Le && n < low:
		return object.False, nil
	}
	return nil, inconclusive(int(d), op.Symbol(), o)
}

func inconclusive(d int, op string, o object.Object) error {
	return object.NewError(InconclusiveClass, "The size '%s' of a dimension is unknown while the layer's call is traced; '%s' with %s depends on it.",
		DimString(d), op, o.Class().Name)
}

func init() {
	DimExprClass.Protocols(DimExpr(Symbol), object.Add, object.Sub, object.Mul, object.FloorDiv, object.Mod, object.Pow, object.TrueDiv)
	DimExprClass.Methods(object.Func("__int__", "(self, /)", "Refuses: the size is not known.", unknownIndex))
}

func unknownIndex(_ *object.Thread, a []object.Object) (object.Object, error) {
	d, _ := dimOf(a[0])
	return nil, object.NewError(InconclusiveClass, "The size '%s' of a dimension is unknown while the layer's call is traced, so it is no int.", DimString(d))
}
