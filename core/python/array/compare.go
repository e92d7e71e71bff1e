package array

import "math"

// compare returns the bools of a comparison.
func compare(op BinaryOp, x, y Operand, shape []int) (*Array, error) {
	loop, err := ResultType(x, y)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(x.Array, y.Array), Bool, shape...)
	if err != nil {
		return nil, err
	}
	if loop.IsInteger() {
		if done, v := outOfRange(op, x, y, loop); done {
			fillSlice(out.data.(vec[bool]), v)
			return out, nil
		}
	}
	if loop == Float64 && x.dtype.IsInteger() && y.dtype.IsInteger() {
		compareSigns(op, out, x.Array, y.Array)
		return out, nil
	}
	a, b, err := castBoth(x, y, loop)
	if err != nil {
		return nil, err
	}
	if loop.IsHalf() || loop.narrow() {
		wide := Float32
		if loop.narrow() {
			wide = Int64
		}
		loop = wide
		if a, b, err = castBoth(Of(a), Of(b), loop); err != nil {
			return nil, err
		}
	}
	compareTyped(op, out, a, b, loop)
	return out, nil
}

// outOfRange answers a comparison with a Python int that the type of the other side cannot hold.
func outOfRange(op BinaryOp, x, y Operand, loop Dtype) (done, answer bool) {
	large := func(o Operand) (bool, bool) {
		if o.Weak != WeakInt || o.fits(loop) {
			return false, false
		}
		f, _ := o.Array.Cast(Float64)
		return true, Data[float64](f)[0] > 0
	}
	if is, positive := large(y); is {
		return true, op == NotEqual || positive && (op == Less || op == LessEqual) || !positive && (op == Greater || op == GreaterEqual)
	}
	if is, positive := large(x); is {
		return true, op == NotEqual || positive && (op == Greater || op == GreaterEqual) || !positive && (op == Less || op == LessEqual)
	}
	return false, false
}

// compareSigns compares int64 with uint64 exactly.
func compareSigns(op BinaryOp, out, a, b *Array) {
	if a.dtype.IsUnsigned() {
		u, _ := a.Cast(Uint64)
		s, _ := b.Cast(Int64)
		map2(out, s, u, signLoop(op.swapped()))
		return
	}
	s, _ := a.Cast(Int64)
	u, _ := b.Cast(Uint64)
	map2(out, s, u, signLoop(op))
}

func signLoop(op BinaryOp) func(d []bool, a []int64, b []uint64) {
	return func(d []bool, a []int64, b []uint64) {
		for i := range d {
			c := 0
			switch {
			case a[i] < 0 || uint64(a[i]) < b[i]:
				c = -1
			case uint64(a[i]) > b[i]:
				c = 1
			}
			d[i] = holds(op, c)
		}
	}
}

// holds reports whether a comparison is true of the sign of a difference.
func holds(op BinaryOp, c int) bool {
	switch op {
	case Equal:
		return c == 0
	case NotEqual:
		return c != 0
	case Less:
		return c < 0
	case LessEqual:
		return c <= 0
	case Greater:
		return c > 0
	}
	return c >= 0
}

func (op BinaryOp) swapped() BinaryOp {
	switch op {
	case Less:
		return Greater
	case LessEqual:
		return GreaterEqual
	case Greater:
		return Less
	case GreaterEqual:
		return LessEqual
	}
	return op
}

func compareTyped(op BinaryOp, out, a, b *Array, loop Dtype) {
	switch loop {
	case Bool:
		map2(out, wrapBytes(a), wrapBytes(b), compareLoop[int64](op))
	case Int32:
		map2(out, a, b, compareLoop[int32](op))
	case Int64:
		map2(out, a, b, compareLoop[int64](op))
	case Uint64:
		map2(out, a, b, compareLoop[uint64](op))
	case Float32:
		map2(out, a, b, compareLoop[float32](op))
	case Float64:
		map2(out, a, b, compareLoop[float64](op))
	case Complex64:
		map2(out, a, b, compareComplex[complex64](op))
	case Complex128:
		map2(out, a, b, compareComplex[complex128](op))
	}
}

func wrapBytes(a *Array) *Array {
	return wrap(a.budget, Int64, castInts(boolBytes(Data[bool](a)), Int64), a.shape)
}

func compareLoop[T reals | string](op BinaryOp) func(d []bool, a, b []T) {
	switch op {
	case Equal:
		return func(d []bool, a, b []T) {
			for i := range d {
				d[i] = a[i] == b[i]
			}
		}
	case NotEqual:
		return func(d []bool, a, b []T) {
			for i := range d {
				d[i] = a[i] != b[i]
			}
		}
	case Less:
		return func(d []bool, a, b []T) {
			for i := range d {
				d[i] = a[i] < b[i]
			}
		}
	case LessEqual:
		return func(d []bool, a, b []T) {
			for i := range d {
				d[i] = a[i] <= b[i]
			}
		}
	case Greater:
		return func(d []bool, a, b []T) {
			for i := range d {
				d[i] = a[i] > b[i]
			}
		}
	}
	return func(d []bool, a, b []T) {
		for i := range d {
			d[i] = a[i] >= b[i]
		}
	}
}

func compareComplex[T complexes](op BinaryOp) func(d []bool, a, b []T) {
	return func(d []bool, a, b []T) {
		for i := range d {
			x, y := complex128(a[i]), complex128(b[i])
			if x != x || y != y {
				d[i] = op == NotEqual
				continue
			}
			c := 0
			switch {
			case complexLess(x, y):
				c = -1
			case x != y:
				c = 1
			}
			d[i] = holds(op, c)
		}
	}
}

func logicalBinary(op BinaryOp, x, y Operand, shape []int) (*Array, error) {
	a, err := x.Array.Cast(Bool)
	if err != nil {
		return nil, err
	}
	b, err := y.Array.Cast(Bool)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(a, b), Bool, shape...)
	if err != nil {
		return nil, err
	}
	switch op {
	case LogicalAnd:
		map2(out, a, b, each(func(p, q bool) bool { return p && q }))
	case LogicalOr:
		map2(out, a, b, each(func(p, q bool) bool { return p || q }))
	default:
		map2(out, a, b, each(func(p, q bool) bool { return p != q }))
	}
	return out, nil
}

// IsClose returns, element by element, |a-b| <= atol + rtol*|b|, with equal infinities close.
func IsClose(a, b *Array, rtol, atol float64, equalNaN bool) (*Array, error) {
	shape, err := BroadcastShapes(a.shape, b.shape)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(a, b), Bool, shape...)
	if err != nil {
		return nil, err
	}
	x, y, err := castBoth(Of(a), Of(b), Complex128)
	if err != nil {
		return nil, err
	}
	map2(out, x, y, func(d []bool, p, q []complex128) {
		for i := range d {
			d[i] = isClose(p[i], q[i], rtol, atol, equalNaN)
		}
	})
	return out, nil
}

func isClose(p, q complex128, rtol, atol float64, equalNaN bool) bool {
	if p == q {
		return true
	}
	if p != p && q != q {
		return equalNaN
	}
	size := complexAbs(q)
	if math.IsInf(size, 0) || math.IsInf(complexAbs(p), 0) {
		return false
	}
	return complexAbs(p-q) <= atol+rtol*size
}

func complexAbs(v complex128) float64 {
	if imag(v) == 0 {
		return math.Abs(real(v))
	}
	return math.Hypot(real(v), imag(v))
}
