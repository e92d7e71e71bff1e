package math

import (
	"math"
	"math/big"

	"layerglass/core/python/object"
)

func otherFunctions() []*object.Builtin {
	return []*object.Builtin{
		object.RawFunc("log", "(x, base=?, /)", "Returns the logarithm of x, natural or to the base.", logarithm),
		object.Func("log2", "(x, /)", "Returns the base-2 logarithm of x.", logTo(object.FloatLog2)),
		object.Func("log10", "(x, /)", "Returns the base-10 logarithm of x.", logTo(object.FloatLog10)),
		object.Func("log1p", "(x, /)", "Returns the natural logarithm of 1+x.", log1p),
		test("isnan", math.IsNaN),
		test("isinf", func(x float64) bool { return math.IsInf(x, 0) }),
		test("isfinite", func(x float64) bool { return x-x == 0 }),
		object.Func("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Reports whether a and b are close.", isClose),
		object.Func("hypot", "(*coordinates)", "Returns the Euclidean length.", hypot),
		object.Func("dist", "(p, q, /)", "Returns the Euclidean distance of two points.", dist),
		object.Func("fsum", "(seq, /)", "Returns an accurate sum of floats.", fsum),
		object.Func("prod", "(iterable, /, *, start=1)", "Returns the product of the items.", prod),
		object.Func("frexp", "(x, /)", "Returns mantissa and exponent of x.", frexp),
		object.Func("ldexp", "(x, i, /)", "Returns x * 2**i.", ldexp),
		object.Func("modf", "(x, /)", "Returns the fractional and integer parts of x.", modf),
		object.Func("ulp", "(x, /)", "Returns the value of the least significant bit of x.", ulp),
	}
}

// logOf is the logarithm of an argument; an int may be larger than any float.
func logOf(t *object.Thread, o object.Object, f func(float64) float64) (float64, error) {
	if n := object.AsBig(o); n != nil {
		if n.Sign() <= 0 {
			return 0, object.ValueError("math domain error")
		}
		v := new(big.Float).SetInt(n)
		if x, _ := v.Float64(); !math.IsInf(x, 0) {
			return f(x), nil
		}
		exp := v.MantExp(v)
		m, _ := v.Float64()
		return f(m) + f(2)*float64(exp), nil
	}
	x, err := float(t, o)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, object.ValueError("math domain error")
	}
	return f(x), nil
}

func logTo(f func(float64) float64) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		v, err := logOf(t, a[0], f)
		return object.Float(v), err
	}
}

func logarithm(t *object.Thread, a object.Args) (object.Object, error) {
	switch {
	case len(a.Kw) > 0:
		return nil, object.TypeError("math.log() takes no keyword arguments")
	case len(a.Pos) == 0 || len(a.Pos) > 2:
		return nil, object.TypeError("math.log requires 1 to 2 arguments")
	}
	x, err := logOf(t, a.Pos[0], object.FloatLog)
	if err != nil || len(a.Pos) == 1 {
		return object.Float(x), err
	}
	base, err := logOf(t, a.Pos[1], object.FloatLog)
	if err != nil {
		return nil, err
	}
	if base == 0 {
		return nil, object.NewError(object.ZeroDivisionErrorClass, "float division by zero")
	}
	return object.Float(x / base), nil
}

func log1p(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := float(t, a[0])
	if err != nil {
		return nil, err
	}
	if x <= -1 {
		return nil, object.ValueError("math domain error")
	}
	return object.Float(math.Log1p(x)), nil
}

func test(name string, f func(float64) bool) *object.Builtin {
	return object.Func(name, "(x, /)", "Reports "+name[2:]+" of x.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := float(t, a[0])
		return object.Bool(f(x)), err
	})
}

// floats turns several arguments into float64.
func floats(t *object.Thread, list []object.Object) ([]float64, error) {
	out := make([]float64, len(list))
	for i, o := range list {
		x, err := float(t, o)
		if err != nil {
			return nil, err
		}
		out[i] = x
	}
	return out, nil
}

func isClose(t *object.Thread, a []object.Object) (object.Object, error) {
	v, err := floats(t, a)
	if err != nil {
		return nil, err
	}
	x, y, rel, abs := v[0], v[1], v[2], v[3]
	if rel < 0 || abs < 0 {
		return nil, object.ValueError("tolerances must be non-negative")
	}
	if x == y {
		return object.True, nil
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return object.False, nil
	}
	d := math.Abs(x - y)
	return object.Bool(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
}

// length is the root of the sum of the squares, rounded once.
func length(v []float64) float64 {
	largest, nan := 0.0, false
	for _, x := range v {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || x != x
		largest = math.Max(largest, math.Abs(x))
	}
	if nan || largest == 0 {
		return math.Abs(largest)
	}
	total := new(big.Float).SetPrec(160)
	for _, x := range v {
		b := new(big.Float).SetPrec(160).SetFloat64(x)
		total.Add(total, b.Mul(b, b))
	}
	f, _ := total.Sqrt(total).Float64()
	return f
}

func hypot(t *object.Thread, a []object.Object) (object.Object, error) {
	if err := t.Each(len(a[0].(*object.Tuple).Items)); err != nil {
		return nil, err
	}
	v, err := floats(t, a[0].(*object.Tuple).Items)
	if err != nil {
		return nil, err
	}
	if len(v) == 2 {
		return object.Float(object.FloatHypot(v[0], v[1])), nil
	}
	return object.Float(length(v)), nil
}

func dist(t *object.Thread, a []object.Object) (object.Object, error) {
	var lists [2][]object.Object
	var points [2][]float64
	for i := range lists {
		var err error
		if lists[i], err = object.Items(t, a[i]); err != nil {
			return nil, err
		}
	}
	for i := range points {
		if err := t.Each(4 * len(lists[i])); err != nil {
			return nil, err
		}
		var err error
		if points[i], err = floats(t, lists[i]); err != nil {
			return nil, err
		}
	}
	p, q := points[0], points[1]
	if len(p) != len(q) {
		return nil, object.ValueError("both points must have the same number of dimensions")
	}
	for i := range p {
		p[i] -= q[i]
	}
	if len(p) == 2 {
		return object.Float(object.FloatHypot(p[0], p[1])), nil
	}
	return object.Float(length(p)), nil
}

func prod(t *object.Thread, a []object.Object) (object.Object, error) {
	v := a[1]
	err := object.Iterate(t, a[0], func(o object.Object) (bool, error) {
		var err error
		v, err = object.Binary(t, object.Mul, v, o)
		return true, err
	})
	return v, err
}

func frexp(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := float(t, a[0])
	if err != nil {
		return nil, err
	}
	m, e := math.Frexp(x)
	return object.NewTuple(object.Float(m), object.Int(e)), nil
}

func ldexp(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := float(t, a[0])
	if err != nil {
		return nil, err
	}
	if object.AsBig(a[1]) == nil {
		if _, err := object.AsIndex(t, a[1]); err != nil {
			return nil, object.TypeError("Expected an int as second argument to ldexp.")
		}
	}
	n, err := object.Index(t, a[1])
	if object.IsKind(err, object.OverflowErrorClass) && object.AsBig(a[1]) != nil {
		n, err = object.AsBig(a[1]).Sign()<<20, nil
	}
	if err != nil {
		return nil, err
	}
	return checked(math.Ldexp(x, max(min(n, 1<<20), -1<<20)), x)
}

func modf(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := float(t, a[0])
	if err != nil {
		return nil, err
	}
	if math.IsInf(x, 0) {
		return object.NewTuple(object.Float(math.Copysign(0, x)), object.Float(x)), nil
	}
	whole, part := math.Modf(x)
	return object.NewTuple(object.Float(math.Copysign(part, x)), object.Float(whole)), nil
}

func ulp(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := float(t, a[0])
	if err != nil {
		return nil, err
	}
	x = math.Abs(x)
	if x-x != 0 {
		return object.Float(x), nil
	}
	next := math.Nextafter(x, math.Inf(1))
	if math.IsInf(next, 0) {
		return object.Float(x - math.Nextafter(x, 0)), nil
	}
	return object.Float(next - x), nil
}
