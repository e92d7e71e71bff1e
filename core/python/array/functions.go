package array

import (
	"math"
	"math/cmplx"

	"layerglass/core/python/array/exact"
)

// floatFunction applies the functions whose result is a float (or complex); integers become the float type that holds
// them best.
func floatFunction(op UnaryOp, a *Array) (*Array, error) {
	d := a.dtype
	if d < Float16 {
		d = floatFor(d)
	}
	if d.IsComplex() {
		return complexFunction(op, a)
	}
	if d == BFloat16 && (op == Degrees || op == Radians) {
		d = Float32
	}
	x, err := a.Cast(d)
	if err != nil {
		return nil, err
	}
	if d.IsHalf() {
		if op == Spacing {
			return halfSpacing(x)
		}
		return unaryHalf(op, x)
	}
	out, err := New(a.budget, d, a.shape...)
	if err != nil {
		return nil, err
	}
	if err := spend(a.budget, 4*a.Size()); err != nil {
		return nil, err
	}
	if d == Float32 {
		map1(out, x, realFunction[float32](op))
	} else {
		map1(out, x, realFunction[float64](op))
	}
	return out, nil
}

func realFunction[T float](op UnaryOp) func(d, x []T) {
	switch op {
	case Sqrt:
		return func(d, x []T) {
			for i, v := range x {
				d[i] = T(math.Sqrt(float64(v)))
			}
		}
	case Degrees:
		return mapped(func(v T) T { return v * T(180/math.Pi) })
	case Radians:
		return mapped(func(v T) T { return v * T(math.Pi/180) })
	case Spacing:
		return mapped(spacing[T])
	}
	if g, ok := any(float32Functions[op]).(func(T) T); ok && g != nil {
		return mapped(g)
	}
	f := realFunctions[op]
	if g := exactFunctions[op]; g != nil && is64[T]() {
		f = g
	}
	return func(d, x []T) {
		for i, v := range x {
			d[i] = T(f(float64(v)))
		}
	}
}

var realFunctions = [numUnaryOps]func(float64) float64{Fabs: math.Abs, Cbrt: math.Cbrt, Exp: math.Exp, Exp2: math.Exp2,
	Expm1: math.Expm1, Log: math.Log, Log2: math.Log2, Log10: math.Log10, Log1p: math.Log1p, Sin: math.Sin, Cos: math.Cos, Tan: math.Tan,
	Arcsin: math.Asin, Arccos: math.Acos, Arctan: math.Atan, Sinh: math.Sinh, Cosh: math.Cosh, Tanh: math.Tanh,
	Arcsinh: math.Asinh, Arccosh: math.Acosh, Arctanh: math.Atanh, Erf: math.Erf}

// exactFunctions are used for float64; for narrower types the last bits do not matter.
var exactFunctions = [numUnaryOps]func(float64) float64{Exp: exact.Exp, Log: exact.Log, Log2: exact.Log2, Log10: exact.Log10, Tanh: exact.Tanh,
	Sin: exact.Sin, Cos: exact.Cos, Tan: exact.Tan}

// is64 reports whether T is float64.
func is64[T float]() bool {
	var z T
	_, wide := any(z).(float64)
	return wide
}

// spacing is the distance to the next number away from zero.
func spacing[T float](v T) T {
	inf := T(math.Inf(1))
	if v < 0 {
		inf = -inf
	}
	if v-v != 0 {
		return T(math.NaN())
	}
	return nextafter(v, inf) - v
}

func halfSpacing(a *Array) (*Array, error) {
	out, err := New(a.budget, a.dtype, a.shape...)
	if err != nil {
		return nil, err
	}
	inf := float32(math.Inf(1))
	if a.dtype == Float16 {
		map1(out, a, mapped(func(h F16) F16 {
			if uint16(h)&0x7c00 == 0x7c00 {
				return 0x7e00
			}
			return ToF16(F16(halfStep(uint16(h), h.Float32(), inf)).Float32() - h.Float32())
		}))
		return out, nil
	}
	map1(out, a, mapped(func(h BF16) BF16 {
		return ToBF16(BF16(halfStep(uint16(h), h.Float32(), inf)).Float32() - h.Float32())
	}))
	return out, nil
}

func complexFunction(op UnaryOp, a *Array) (*Array, error) {
	f := complexFunctions[op]
	if f == nil {
		return nil, noLoop(op.String(), a.dtype)
	}
	x, err := a.Cast(Complex128)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Complex128, a.shape...)
	if err != nil {
		return nil, err
	}
	map1(out, x, mapped(f))
	return out.Cast(a.dtype)
}

var complexFunctions = [numUnaryOps]func(complex128) complex128{Sqrt: cmplx.Sqrt, Exp: cmplx.Exp, Log: cmplx.Log,
	Log2:  func(v complex128) complex128 { return cmplx.Log(v) * complex(1/math.Ln2, 0) },
	Log10: func(v complex128) complex128 { return cmplx.Log(v) * complex(1/math.Ln10, 0) },
	Exp2:  func(v complex128) complex128 { return cmplx.Exp(v * complex(math.Ln2, 0)) },
	Log1p: func(v complex128) complex128 { return cmplx.Log(v + 1) }, Expm1: func(v complex128) complex128 { return cmplx.Exp(v) - 1 },
	Sin: cmplx.Sin, Cos: cmplx.Cos, Tan: cmplx.Tan, Arcsin: cmplx.Asin, Arccos: cmplx.Acos, Arctan: cmplx.Atan,
	Sinh: cmplx.Sinh, Cosh: cmplx.Cosh, Tanh: cmplx.Tanh, Arcsinh: cmplx.Asinh, Arccosh: cmplx.Acosh, Arctanh: cmplx.Atanh}

// Round rounds to a number of decimals as numpy does: it scales, rounds to even and scales back.
func Round(a *Array, decimals int) (*Array, error) {
	switch {
	case a.dtype == Bool && decimals != 0:
		return nil, fail(CastError, "Cannot cast ufunc 'multiply' output from dtype('float64') to dtype('bool') with casting rule 'same_kind'")
	case a.dtype == Bool:
		return a.Cast(Float16)
	case a.dtype.IsInteger() && decimals >= 0:
		return a.Copy()
	case decimals == 0:
		return Unary(Rint, a)
	case a.dtype.IsComplex():
		return roundParts(a, decimals)
	}
	if decimals > 400 || decimals < -400 {
		decimals = max(-400, min(400, decimals))
	}
	factor := Operand{Scalar(math.Pow10(max(decimals, -decimals))), WeakFloat}
	first, second := Multiply, Divide
	if decimals < 0 {
		first, second = Divide, Multiply
	}
	x, err := Binary(first, Of(a), factor)
	if err != nil {
		return nil, err
	}
	if x, err = Unary(Rint, x); err != nil {
		return nil, err
	}
	if x, err = Binary(second, Of(x), factor); err != nil {
		return nil, err
	}
	return x.Cast(a.dtype)
}

// roundParts rounds the parts of complex numbers apart.
func roundParts(a *Array, decimals int) (*Array, error) {
	re, err := RealPart(a)
	if err == nil {
		re, err = Round(re, decimals)
	}
	if err != nil {
		return nil, err
	}
	im, err := ImagPart(a)
	if err == nil {
		im, err = Round(im, decimals)
	}
	if err != nil {
		return nil, err
	}
	if re, err = re.Cast(Float64); err != nil {
		return nil, err
	}
	if im, err = im.Cast(Float64); err != nil {
		return nil, err
	}
	out, err := New(a.budget, Complex128, a.shape...)
	if err != nil {
		return nil, err
	}
	map2(out, re, im, func(d []complex128, x, y []float64) {
		for i := range d {
			d[i] = complex(x[i], y[i])
		}
	})
	return out.Cast(a.dtype)
}

// Clip limits each element to the range of lo to hi; a nil Array in an operand means no limit.
func Clip(a *Array, lo, hi Operand) (*Array, error) {
	out := a
	var err error
	if lo.Array != nil {
		if out, err = Binary(Maximum, Of(out), lo); err != nil {
			return nil, err
		}
	}
	if hi.Array != nil {
		if out, err = Binary(Minimum, Of(out), hi); err != nil {
			return nil, err
		}
	}
	if out == a {
		return a.Copy()
	}
	return out, nil
}

// RealPart returns the real parts; of a real array, the array itself.
func RealPart(a *Array) (*Array, error) {
	return complexPart(a, func(v complex128) float64 { return real(v) }, a)
}

// ImagPart returns the imaginary parts; of a real array, zeros.
func ImagPart(a *Array) (*Array, error) {
	if !a.dtype.IsComplex() {
		return New(a.budget, a.dtype, a.shape...)
	}
	return complexPart(a, func(v complex128) float64 { return imag(v) }, nil)
}

func complexPart(a *Array, part func(complex128) float64, ifReal *Array) (*Array, error) {
	if !a.dtype.IsComplex() {
		return ifReal, nil
	}
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
			d[i] = part(v)
		}
	})
	return out.Cast(a.dtype.Real())
}
