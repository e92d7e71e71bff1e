package array

import (
	"math"
	"math/cmplx"
)

// UnaryOp is an elementwise function of one argument.
type UnaryOp uint8

// The unary functions, by numpy's names.
const (
	Negative UnaryOp = iota
	Positive
	Absolute
	Fabs
	Sign
	Square
	Reciprocal
	Conjugate
	Floor
	Ceil
	Trunc
	Rint
	Invert
	Sqrt
	Cbrt
	Exp
	Exp2
	Expm1
	Log
	Log2
	Log10
	Log1p
	Sin
	Cos
	Tan
	Arcsin
	Arccos
	Arctan
	Sinh
	Cosh
	Tanh
	Arcsinh
	Arccosh
	Arctanh
	Degrees
	Radians
	Spacing
	Erf
	Isnan
	Isinf
	Isfinite
	Signbit
	LogicalNot
	numUnaryOps
)

var unaryNames = [numUnaryOps]string{"negative", "positive", "absolute", "fabs", "sign", "square", "reciprocal", "conjugate",
	"floor", "ceil", "trunc", "rint", "invert", "sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin",
	"cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "degrees", "radians",
	"spacing", "erf", "isnan", "isinf", "isfinite", "signbit", "logical_not"}

// String returns numpy's name of the function.
func (op UnaryOp) String() string { return unaryNames[op] }

// UnaryOpNamed finds a function by numpy's name.
func UnaryOpNamed(name string) (UnaryOp, bool) {
	for i, n := range unaryNames {
		if n == name {
			return UnaryOp(i), true
		}
	}
	return 0, false
}

// Unary applies op to each element.
func Unary(op UnaryOp, a *Array) (*Array, error) {
	if err := spend(a.budget, 2*a.Size()); err != nil {
		return nil, err
	}
	if a.dtype == Str || a.dtype == Object {
		return nil, noLoop(op.String(), a.dtype)
	}
	if op >= Isnan {
		return predicate(op, a)
	}
	if op >= Sqrt || op == Fabs {
		return floatFunction(op, a)
	}
	return sameType(op, a)
}

// sameType applies the functions that keep the type.
func sameType(op UnaryOp, a *Array) (*Array, error) {
	switch {
	case a.dtype == Bool:
		return unaryBool(op, a)
	case a.dtype.IsHalf():
		return unaryHalf(op, a)
	case a.dtype.IsInteger() && (op >= Floor && op <= Trunc || op == Positive || op == Conjugate):
		return a.Copy()
	case a.dtype.IsInteger() && op == Rint:
		f, err := a.Cast(floatFor(a.dtype))
		if err != nil {
			return nil, err
		}
		return Unary(op, f)
	case op == Invert && !a.dtype.IsInteger(), a.dtype.IsComplex() && op >= Floor && op <= Trunc:
		return nil, noLoop(op.String(), a.dtype)
	case op == Absolute && a.dtype.IsComplex():
		return complexAbsolute(a)
	}
	if a.dtype.narrow() {
		x, err := a.Cast(Int64)
		if err != nil {
			return nil, err
		}
		if x, err = sameType(op, x); err != nil {
			return nil, err
		}
		return x.Cast(a.dtype)
	}
	out, err := New(a.budget, a.dtype, a.shape...)
	if err != nil {
		return nil, err
	}
	switch a.dtype {
	case Int32:
		map1(out, a, intUnary[int32](op))
	case Int64:
		map1(out, a, intUnary[int64](op))
	case Uint64:
		map1(out, a, intUnary[uint64](op))
	case Float32:
		map1(out, a, floatUnary[float32](op))
	case Float64:
		map1(out, a, floatUnary[float64](op))
	case Complex64:
		map1(out, a, complexUnary[complex64](op))
	case Complex128:
		map1(out, a, complexUnary[complex128](op))
	}
	return out, nil
}

func unaryBool(op UnaryOp, a *Array) (*Array, error) {
	switch op {
	case Negative:
		return nil, fail(TypeError, "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.")
	case Positive, Sign:
		return nil, fail(NoSignature, "ufunc '", op.String(), "' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None")
	case Absolute, Floor, Ceil, Trunc:
		return a.Copy()
	case Conjugate:
		return a.Cast(Int8)
	case Invert:
		return predicate(LogicalNot, a)
	case Rint:
		f, err := a.Cast(Float16)
		if err != nil {
			return nil, err
		}
		return unaryHalf(op, f)
	}
	i, err := a.Cast(Int8)
	if err != nil {
		return nil, err
	}
	return sameType(op, i)
}

// unaryHalf computes in float32 and rounds.
func unaryHalf(op UnaryOp, a *Array) (*Array, error) {
	if op == Sign && a.dtype == BFloat16 {
		return signBFloat16(a)
	}
	x, err := a.Cast(Float32)
	if err != nil {
		return nil, err
	}
	r, err := Unary(op, x)
	if err != nil {
		return nil, err
	}
	return r.Cast(a.dtype)
}

// signBFloat16 keeps the sign of zero, unlike the sign of other types.
func signBFloat16(a *Array) (*Array, error) {
	out, err := New(a.budget, BFloat16, a.shape...)
	if err != nil {
		return nil, err
	}
	map1(out, a, mapped(func(h BF16) BF16 {
		v := h.Float32()
		if v == 0 || v != v {
			return h
		}
		return ToBF16(float32(math.Copysign(1, float64(v))))
	}))
	return out, nil
}

// mapped makes a loop of a function of one element.
func mapped[T any](f func(T) T) func(d, x []T) {
	return func(d, x []T) {
		for i, v := range x {
			d[i] = f(v)
		}
	}
}

func intUnary[T integer](op UnaryOp) func(d, x []T) {
	switch op {
	case Negative:
		return mapped(func(v T) T { return -v })
	case Absolute:
		return mapped(func(v T) T {
			if v < 0 {
				return -v
			}
			return v
		})
	case Sign:
		return mapped(func(v T) T {
			switch {
			case v > 0:
				return 1
			case v == 0:
				return 0
			}
			z := T(0)
			return z - 1
		})
	case Square:
		return mapped(func(v T) T { return v * v })
	case Reciprocal:
		return mapped(func(v T) T { return floorDivTrunc(1, v) })
	}
	return mapped(func(v T) T { return ^v })
}

func floorDivTrunc[T integer](a, b T) T {
	if b == 0 {
		return reciprocalOfZero[T]()
	}
	return a / b
}

// reciprocalOfZero is the smallest integer for the types that numpy divides in floating point, else 0.
func reciprocalOfZero[T integer]() T {
	switch dtypeOf[T]() {
	case Int32, Int64:
		lowest := T(1)
		for lowest > 0 {
			lowest <<= 1
		}
		return lowest
	}
	return 0
}

func floatUnary[T float](op UnaryOp) func(d, x []T) {
	switch op {
	case Negative:
		return func(d, x []T) {
			for i, v := range x {
				d[i] = -v
			}
		}
	case Absolute:
		return func(d, x []T) {
			for i, v := range x {
				d[i] = T(math.Abs(float64(v)))
			}
		}
	case Square:
		return func(d, x []T) {
			for i, v := range x {
				d[i] = v * v
			}
		}
	case Reciprocal:
		return mapped(func(v T) T { return 1 / v })
	case Sign:
		return mapped(func(v T) T {
			switch {
			case v > 0:
				return 1
			case v < 0:
				return -1
			case v == 0:
				return 0
			}
			return v
		})
	case Floor:
		return mapped(func(v T) T { return T(math.Floor(float64(v))) })
	case Ceil:
		return mapped(func(v T) T { return T(math.Ceil(float64(v))) })
	case Trunc:
		return mapped(func(v T) T { return T(math.Trunc(float64(v))) })
	case Rint:
		return mapped(func(v T) T { return T(math.RoundToEven(float64(v))) })
	}
	return func(d, x []T) { copy(d, x) }
}

func complexUnary[T complexes](op UnaryOp) func(d, x []T) {
	switch op {
	case Negative:
		return mapped(func(v T) T { return -v })
	case Square:
		return mapped(func(v T) T { return v * v })
	case Reciprocal:
		return mapped(complexReciprocal[T])
	case Conjugate:
		return mapped(func(v T) T { return T(cmplx.Conj(complex128(v))) })
	case Rint:
		return mapped(func(v T) T {
			c := complex128(v)
			return T(complex(math.RoundToEven(real(c)), math.RoundToEven(imag(c))))
		})
	case Sign:
		return mapped(func(v T) T {
			return complexSign(v)
		})
	}
	return func(d, x []T) { copy(d, x) }
}

// complexSign is v divided by its absolute value, in the precision of the type.
func complexSign[T complexes](v T) T {
	c := complex128(v)
	n := cmplx.Abs(c)
	if n == 0 {
		return v
	}
	if w, ok := any(v).(complex64); ok {
		return T(complex(real(w)/float32(n), imag(w)/float32(n)))
	}
	return T(complex(real(c)/n, imag(c)/n))
}

// complexReciprocal is 1/v by numpy's own formula.
func complexReciprocal[T complexes](v T) T {
	if w, ok := any(v).(complex64); ok {
		re, im := reciprocalParts(real(w), imag(w))
		return T(complex(re, im))
	}
	c := complex128(v)
	return T(complex(reciprocalParts(real(c), imag(c))))
}

func reciprocalParts[F float](a, b F) (re, im F) {
	if math.Abs(float64(b)) <= math.Abs(float64(a)) {
		r := b / a
		d := a + F(b*r)
		return 1 / d, -r / d
	}
	r := a / b
	d := F(a*r) + b
	return r / d, -1 / d
}

func complexAbsolute(a *Array) (*Array, error) {
	x, err := a.Cast(Complex128)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Float64, a.shape...)
	if err != nil {
		return nil, err
	}
	map1(out, x, func(d []float64, s []complex128) {
		for i, v := range s {
			d[i] = math.Hypot(real(v), imag(v))
		}
	})
	return out.Cast(a.dtype.Real())
}

// predicate applies the functions that answer with bools.
func predicate(op UnaryOp, a *Array) (*Array, error) {
	if op == LogicalNot {
		b, err := a.Cast(Bool)
		if err != nil {
			return nil, err
		}
		out, err := New(a.budget, Bool, a.shape...)
		if err != nil {
			return nil, err
		}
		map1(out, b, mapped(func(v bool) bool { return !v }))
		return out, nil
	}
	if op == Signbit && a.dtype.IsComplex() {
		return nil, noLoop(op.String(), a.dtype)
	}
	x, err := a.Cast(Complex128)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Bool, a.shape...)
	if err != nil {
		return nil, err
	}
	map1(out, x, predicateLoop(op))
	return out, nil
}

func predicateLoop(op UnaryOp) func(d []bool, x []complex128) {
	var f func(v complex128) bool
	switch op {
	case Isnan:
		f = func(v complex128) bool { return v != v }
	case Isinf:
		f = func(v complex128) bool { return math.IsInf(real(v), 0) || math.IsInf(imag(v), 0) }
	case Signbit:
		f = func(v complex128) bool { return math.Signbit(real(v)) }
	default:
		f = func(v complex128) bool { return real(v)-real(v) == 0 && imag(v)-imag(v) == 0 }
	}
	return func(d []bool, x []complex128) {
		for i, v := range x {
			d[i] = f(v)
		}
	}
}
