package math

import (
	"math"

	"layerglass/core/python/object"
)

// These follow the methods of the C library that CPython is mostly built with, on top of exp and log that are right to the
// last digit, so that the digits agree.

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	half := math.Copysign(0.5, x)
	switch {
	case x-x != 0 || a < 1.0/(1<<28):
		return x
	case a < 1:
		t := math.Expm1(a)
		return half * (2*t - t*t/(t+1))
	case a < 22:
		t := math.Expm1(a)
		return half * (t + t/(t+1))
	case a < 709.78:
		return half * object.FloatExp(a)
	}
	w := object.FloatExp(a / 2)
	return half * w * w
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x-x != 0:
		return a
	case a < math.Ln2/2:
		t := math.Expm1(a)
		w := 1 + t
		return 1 + t*t/(w+w)
	case a < 22:
		t := object.FloatExp(a)
		return 0.5*t + 0.5/t
	case a < 709.78:
		return 0.5 * object.FloatExp(a)
	}
	w := object.FloatExp(a / 2)
	return 0.5 * w * w
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	z := 1.0
	switch {
	case x != x || a < 1e-17:
		return x
	case a >= 22:
	case a >= 1:
		z = 1 - 2/(math.Expm1(2*a)+2)
	default:
		t := math.Expm1(-2 * a)
		z = -t / (t + 2)
	}
	return math.Copysign(z, x)
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x-x != 0 || a < 1.0/(1<<28):
		return x
	case a > 1<<28:
		a = object.FloatLog(a) + math.Ln2
	case a > 2:
		a = object.FloatLog(2*a + 1/(math.Sqrt(a*a+1)+a))
	default:
		t := a * a
		a = math.Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(a, x)
}

func acosh(x float64) float64 {
	switch {
	case x < 1 || x-x != 0:
		return math.Acosh(x)
	case x >= 1<<28:
		return object.FloatLog(x) + math.Ln2
	case x > 2:
		return object.FloatLog(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

// cbrt is the cube root as the C library has it: a polynomial and one step towards the root, which can miss the last digits.
func cbrt(x float64) float64 {
	if x == 0 || x-x != 0 {
		return x
	}
	m, exp := math.Frexp(math.Abs(x))
	u := 0.14526389938548637 * m
	for i, c := range [...]float64{0.7849323449766392, 1.8346927748361308, 2.4469312256353444, 2.114994941673713, 1.508191937815849} {
		if i > 0 {
			u = float64(u * m)
		}
		u = c - u
	}
	u = float64(u*m) + 0.35489576504391984
	cube := float64(u*u) * u
	third := exp / 3
	roots := [...]float64{0.6299605249474365, 0.7937005259840997, 1, 1.2599210498948732, 1.5874010519681996}
	y := float64((m+m+cube)*u) / (cube + cube + m) * roots[exp-3*third+2]
	return math.Copysign(math.Ldexp(y, third), x)
}
