package array

import (
	"math"
	"math/cmplx"

	"layerglass/core/python/array/exact"
)

func addLoop[T numeric](d, a, b []T) {
	a, b = a[:len(d)], b[:len(d)]
	for i := range d {
		d[i] = a[i] + b[i]
	}
}

func subLoop[T numeric](d, a, b []T) {
	a, b = a[:len(d)], b[:len(d)]
	for i := range d {
		d[i] = a[i] - b[i]
	}
}

func mulLoop[T numeric](d, a, b []T) {
	a, b = a[:len(d)], b[:len(d)]
	for i := range d {
		d[i] = a[i] * b[i]
	}
}

func divLoop[T float](d, a, b []T) {
	a, b = a[:len(d)], b[:len(d)]
	for i := range d {
		d[i] = a[i] / b[i]
	}
}

// each makes a loop of a function of two elements, for functions that cost more than the call.
func each[T any](f func(a, b T) T) func(d, a, b []T) {
	return func(d, a, b []T) {
		a, b = a[:len(d)], b[:len(d)]
		for i := range d {
			d[i] = f(a[i], b[i])
		}
	}
}

// wide makes a loop of a function of float64, rounded to the type.
func wide[T float](f func(a, b float64) float64) func(d, a, b []T) {
	return func(d, a, b []T) {
		a, b = a[:len(d)], b[:len(d)]
		for i := range d {
			d[i] = T(f(float64(a[i]), float64(b[i])))
		}
	}
}

func boolLoop(op BinaryOp) func(d, a, b []bool) {
	switch op {
	case Multiply, BitwiseAnd, Minimum, Fmin:
		return each(func(a, b bool) bool { return a && b })
	case BitwiseXor:
		return each(func(a, b bool) bool { return a != b })
	}
	return each(func(a, b bool) bool { return a || b })
}

func intLoop[T integer](op BinaryOp) func(d, a, b []T) {
	switch op {
	case Add:
		return addLoop[T]
	case Subtract:
		return subLoop[T]
	case Multiply:
		return mulLoop[T]
	case FloorDivide:
		return each(floorDiv[T])
	case Remainder:
		return each(floorMod[T])
	case Fmod:
		return each(truncMod[T])
	case Power:
		return each(intPow[T])
	case Maximum, Fmax:
		return each(func(a, b T) T { return max(a, b) })
	case Minimum, Fmin:
		return each(func(a, b T) T { return min(a, b) })
	case BitwiseAnd:
		return each(func(a, b T) T { return a & b })
	case BitwiseOr:
		return each(func(a, b T) T { return a | b })
	case BitwiseXor:
		return each(func(a, b T) T { return a ^ b })
	case LeftShift:
		return each(func(a, b T) T { return shift(a, b, true) })
	case RightShift:
		return each(func(a, b T) T { return shift(a, b, false) })
	case GCD:
		return each(gcd[T])
	}
	return each(lcm[T])
}

// shift is numpy's: a count outside the width shifts everything out.
func shift[T integer](a, n T, left bool) T {
	if n < 0 || uint64(n) >= 64 {
		if !left && a < 0 {
			return floorDiv(a, -a) // -1
		}
		return 0
	}
	if left {
		return a << uint(n)
	}
	return a >> uint(n)
}

func floorDiv[T integer](a, b T) T {
	if b == 0 {
		return 0
	}
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod[T integer](a, b T) T {
	if b == 0 {
		return 0
	}
	r := a % b
	if r != 0 && (r < 0) != (b < 0) {
		r += b
	}
	return r
}

func truncMod[T integer](a, b T) T {
	if b == 0 {
		return 0
	}
	return a % b
}

func intPow[T integer](a, n T) T {
	r := T(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r *= a
		}
		a *= a
	}
	return r
}

// magnitude is |a|, also of the smallest integer.
func magnitude[T integer](a T) uint64 {
	if a < 0 {
		return -uint64(int64(a))
	}
	return uint64(a)
}

func gcd[T integer](a, b T) T {
	x, y := magnitude(a), magnitude(b)
	for y != 0 {
		x, y = y, x%y
	}
	return T(x)
}

func lcm[T integer](a, b T) T {
	x, y := magnitude(a), magnitude(b)
	g := x
	for r := y; r != 0; {
		g, r = r, g%r
	}
	if g == 0 {
		return 0
	}
	return T(x / g * y)
}

func floatLoop[T float](op BinaryOp) func(d, a, b []T) {
	switch op {
	case Add:
		return addLoop[T]
	case Subtract:
		return subLoop[T]
	case Multiply:
		return mulLoop[T]
	case Divide:
		return divLoop[T]
	case FloorDivide:
		return each(floatFloorDiv[T])
	case Remainder:
		return each(floatMod[T])
	case Maximum:
		return maximumLoop[T]
	case Minimum:
		return minimumLoop[T]
	case Fmax:
		return each(func(a, b T) T {
			if a >= b || b != b {
				return a
			}
			return b
		})
	case Fmin:
		return each(func(a, b T) T {
			if a <= b || b != b {
				return a
			}
			return b
		})
	case Nextafter:
		return each(nextafter[T])
	}
	return wide[T](wideFunc(op))
}

// wideFunc returns the functions that are computed in float64 for every float type.
func wideFunc(op BinaryOp) func(a, b float64) float64 {
	switch op {
	case Fmod:
		return math.Mod
	case Power, FloatPower:
		return exact.Pow
	case Arctan2:
		return math.Atan2
	case Hypot:
		return math.Hypot
	case Copysign:
		return math.Copysign
	case Logaddexp:
		return logaddexp
	case Logaddexp2:
		return logaddexp2
	}
	return heaviside
}

func maximumLoop[T float](d, a, b []T) {
	a, b = a[:len(d)], b[:len(d)]
	for i, x := range a {
		y := b[i]
		if !(x > y || x != x) {
			x = y
		}
		d[i] = x
	}
}

func minimumLoop[T float](d, a, b []T) {
	a, b = a[:len(d)], b[:len(d)]
	for i, x := range a {
		y := b[i]
		if !(x < y || x != x) {
			x = y
		}
		d[i] = x
	}
}

func floatMod[T float](a, b T) T {
	mod := T(math.Mod(float64(a), float64(b)))
	if b == 0 {
		return mod
	}
	if mod == 0 {
		return T(math.Copysign(0, float64(b)))
	}
	if (b < 0) != (mod < 0) {
		mod += b
	}
	return mod
}

func floatFloorDiv[T float](a, b T) T {
	if b == 0 {
		return a / b
	}
	mod := T(math.Mod(float64(a), float64(b)))
	div := (a - mod) / b
	if mod != 0 && (b < 0) != (mod < 0) {
		div--
	}
	if div == 0 {
		return T(math.Copysign(0, float64(a/b)))
	}
	floor := T(math.Floor(float64(div)))
	if div-floor > 0.5 {
		floor++
	}
	return floor
}

func nextafter[T float](a, b T) T {
	if a == b {
		return b
	}
	if v, ok := any(a).(float32); ok {
		return T(math.Nextafter32(v, float32(b)))
	}
	return T(math.Nextafter(float64(a), float64(b)))
}

func halfNextafter(a, b, x, y *Array, shape []int) (*Array, error) {
	out, err := New(budgetOf(a, b), a.dtype, shape...)
	if err != nil {
		return nil, err
	}
	if a.dtype == Float16 {
		map2(out, a, b, each(func(p, q F16) F16 { return F16(halfStep(uint16(p), p.Float32(), q.Float32())) }))
	} else {
		map2(out, a, b, each(func(p, q BF16) BF16 { return BF16(halfStep(uint16(p), p.Float32(), q.Float32())) }))
	}
	return out, nil
}

// halfStep moves the bits of a 16-bit float one step from a toward b.
func halfStep(bits uint16, a, b float32) uint16 {
	switch {
	case a != a || b != b:
		return 0x7e00
	case a == b:
		return bits
	case a == 0:
		if b < 0 {
			return 0x8001
		}
		return 1
	case (a < b) == (a > 0):
		return bits + 1
	}
	return bits - 1
}

func logaddexp(a, b float64) float64 {
	if a == b {
		return a + math.Ln2
	}
	d := a - b
	switch {
	case d > 0:
		return a + math.Log1p(math.Exp(-d))
	case d <= 0:
		return b + math.Log1p(math.Exp(d))
	}
	return d
}

func logaddexp2(a, b float64) float64 {
	if a == b {
		return a + 1
	}
	d := a - b
	switch {
	case d > 0:
		return a + math.Log1p(math.Exp2(-d))/math.Ln2
	case d <= 0:
		return b + math.Log1p(math.Exp2(d))/math.Ln2
	}
	return d
}

func heaviside(x, h float64) float64 {
	switch {
	case x != x:
		return x
	case x == 0:
		return h
	case x < 0:
		return 0
	}
	return 1
}

func complexLoop[T complexes](op BinaryOp) func(d, a, b []T) {
	switch op {
	case Add:
		return addLoop[T]
	case Subtract:
		return subLoop[T]
	case Multiply:
		return mulLoop[T]
	case Divide:
		return each(complexDiv[T])
	case Maximum, Minimum, Fmax, Fmin:
		return each(func(a, b T) T { return extremeOfTwo(op, a, b) })
	}
	return each(func(a, b T) T { return T(complexPow(complex128(a), complex128(b))) })
}

// complexDiv divides with scaling by the larger part, in the precision of the type.
func complexDiv[T complexes](x, y T) T {
	if v, ok := any(x).(complex64); ok {
		w := complex64(y)
		re, im := divideParts(real(v), imag(v), real(w), imag(w))
		return T(complex(re, im))
	}
	v, w := complex128(x), complex128(y)
	return T(complex(divideParts(real(v), imag(v), real(w), imag(w))))
}

func divideParts[F float](a, b, c, d F) (re, im F) {
	size := func(v F) F { return F(math.Abs(float64(v))) }
	switch {
	case c == 0 && d == 0:
		return a / size(c), b / size(c)
	case size(c) >= size(d):
		r := d / c
		s := 1 / (c + F(d*r))
		return (a + F(b*r)) * s, (b - F(a*r)) * s
	}
	r := c / d
	s := 1 / (d + F(c*r))
	return (F(a*r) + b) * s, (F(b*r) - a) * s
}

// extremeOfTwo picks by the real parts, then by the imaginary ones; NaN wins except in Fmax and Fmin.
func extremeOfTwo[T complexes](op BinaryOp, a, b T) T {
	x, y := complex128(a), complex128(b)
	switch {
	case x != x:
		if op == Fmax || op == Fmin {
			return b
		}
		return a
	case y != y:
		if op == Fmax || op == Fmin {
			return a
		}
		return b
	case complexLess(x, y) == (op == Maximum || op == Fmax):
		return b
	}
	return a
}

func complexLess(a, b complex128) bool {
	return real(a) < real(b) || real(a) == real(b) && imag(a) < imag(b)
}

// complexPow multiplies for small whole exponents, as numpy does.
func complexPow(a, b complex128) complex128 {
	if b == 1 {
		return a
	}
	if math.IsInf(real(a), 0) && real(b) < 0 {
		return 0
	}
	if a == 0 && b != 0 && real(b) <= 0 {
		return cmplx.NaN()
	}
	if imag(b) == 0 && real(b) == math.Trunc(real(b)) && math.Abs(real(b)) < 100 {
		n := int(real(b))
		r, p := complex(1, 0), a
		for k := max(n, -n); k > 0; k >>= 1 {
			if k&1 == 1 {
				r *= p
			}
			p *= p
		}
		if n < 0 {
			return complexDiv(complex(1, 0), r)
		}
		return r
	}
	return cmplx.Pow(a, b)
}
