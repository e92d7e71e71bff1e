package cmath

import (
	"math"

	elementary "layerglass/core/python/lib/math"
	"layerglass/core/python/object"
)

var functions = []struct {
	name string
	do   func(z complex128) complex128
}{
	{"sqrt", sqrt}, {"exp", exp}, {"log10", func(z complex128) complex128 {
		if z == 0 {
			return complex(math.NaN(), 0)
		}
		w := log(z)
		return complex(real(w)/math.Ln10, imag(w)/math.Ln10)
	}},
	{"sinh", sinh}, {"cosh", cosh}, {"tanh", tanh}, {"asinh", asinh}, {"acosh", acosh}, {"atanh", atanh}, {"acos", acos},
	{"sin", turned(sinh)}, {"tan", turned(tanh)}, {"asin", turned(asinh)}, {"atan", turned(atanh)},
	{"cos", func(z complex128) complex128 { return cosh(complex(-imag(z), real(z))) }},
}

// turned makes a circular function of a hyperbolic one: sin z = -i·sinh iz.
func turned(f func(z complex128) complex128) func(z complex128) complex128 {
	return func(z complex128) complex128 {
		w := f(complex(-imag(z), real(z)))
		return complex(imag(w), -real(w))
	}
}

func sqrt(z complex128) complex128 {
	x, y := math.Abs(real(z)), math.Abs(imag(z))
	switch {
	case z == 0:
		return complex(0, imag(z))
	case math.IsInf(y, 0):
		return complex(y, imag(z))
	}
	const least = 2.2250738585072014e-308
	var s float64
	if x < least && y < least { // subnormal numbers lose digits
		x = math.Ldexp(x, 54)
		s = math.Ldexp(math.Sqrt(x+object.FloatHypot(x, math.Ldexp(y, 54))), -27)
	} else {
		x /= 8
		s = 2 * math.Sqrt(x+object.FloatHypot(x, y/8))
	}
	d := y / (2 * s)
	if real(z) >= 0 {
		return complex(s, math.Copysign(d, imag(z)))
	}
	return complex(d, math.Copysign(s, imag(z)))
}

func exp(z complex128) complex128 {
	if imag(z) == 0 {
		return complex(object.FloatExp(real(z)), imag(z))
	}
	l, scale := object.FloatExp(real(z)), 1.0
	if real(z) > 708 {
		l, scale = object.FloatExp(real(z)-1), math.E
	}
	return complex(l*object.FloatCos(imag(z))*scale, l*object.FloatSin(imag(z))*scale)
}

func log(z complex128) complex128 {
	x, y := math.Abs(real(z)), math.Abs(imag(z))
	h := object.FloatHypot(x, y)
	if 0.71 <= h && h <= 1.73 {
		x, y = max(x, y), min(x, y)
		return complex(math.Log1p((x-1)*(x+1)+y*y)/2, phase(z))
	}
	if math.IsInf(h, 0) && finite(z) {
		return complex(object.FloatLog(object.FloatHypot(x/2, y/2))+math.Ln2, phase(z))
	}
	return complex(object.FloatLog(h), phase(z))
}

func sinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if y == 0 {
		return complex(elementary.Sinh(x), y*elementary.Cosh(x))
	}
	return complex(object.FloatCos(y)*elementary.Sinh(x), object.FloatSin(y)*elementary.Cosh(x))
}

func cosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	return complex(object.FloatCos(y)*elementary.Cosh(x), object.FloatSin(y)*elementary.Sinh(x))
}

func tanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if math.Abs(x) > 354 {
		return complex(math.Copysign(1, x), 4*object.FloatSin(y)*object.FloatCos(y)*object.FloatExp(-2*math.Abs(x)))
	}
	tx, ty, c := elementary.Tanh(x), object.FloatTan(y), 1/elementary.Cosh(x)
	product := tx * ty
	below := 1 + product*product
	return complex(tx*(1+ty*ty)/below, ty/below*c*c)
}

// large is where squares would overflow.
const large = math.MaxFloat64 / 4

func asinh(z complex128) complex128 {
	if math.Abs(real(z)) > large || math.Abs(imag(z)) > large {
		h := object.FloatLog(object.FloatHypot(real(z)/2, imag(z)/2)) + 2*math.Ln2
		return complex(math.Copysign(h, real(z)), object.FloatAtan2(imag(z), math.Abs(real(z))))
	}
	p, q := sqrt(complex(1+imag(z), -real(z))), sqrt(complex(1-imag(z), real(z)))
	return complex(elementary.Asinh(real(p)*imag(q)-real(q)*imag(p)), object.FloatAtan2(imag(z), real(p)*real(q)-imag(p)*imag(q)))
}

func acos(z complex128) complex128 {
	if math.Abs(real(z)) > large || math.Abs(imag(z)) > large {
		h := object.FloatLog(object.FloatHypot(real(z)/2, imag(z)/2)) + 2*math.Ln2
		return complex(object.FloatAtan2(math.Abs(imag(z)), real(z)), -math.Copysign(h, imag(z)))
	}
	p, q := sqrt(complex(1-real(z), -imag(z))), sqrt(complex(1+real(z), imag(z)))
	return complex(2*object.FloatAtan2(real(p), real(q)), elementary.Asinh(real(q)*imag(p)-imag(q)*real(p)))
}

func acosh(z complex128) complex128 {
	if math.Abs(real(z)) > large || math.Abs(imag(z)) > large {
		return complex(object.FloatLog(object.FloatHypot(real(z)/2, imag(z)/2))+2*math.Ln2, phase(z))
	}
	p, q := sqrt(complex(real(z)-1, imag(z))), sqrt(complex(real(z)+1, imag(z)))
	return complex(elementary.Asinh(real(p)*real(q)+imag(p)*imag(q)), 2*object.FloatAtan2(imag(p), real(q)))
}

func atanh(z complex128) complex128 {
	if real(z) < 0 || real(z) == 0 && math.Signbit(real(z)) {
		return -atanh(-z)
	}
	x, y := real(z), math.Abs(imag(z))
	if x == 1 && y == 0 {
		return complex(math.NaN(), 0)
	}
	if x > 1e150 || y > 1e150 {
		h := object.FloatHypot(x/2, y/2)
		return complex(x/4/h/h, math.Copysign(math.Pi/2, imag(z)))
	}
	return complex(math.Log1p(4*x/((1-x)*(1-x)+y*y))/4, -object.FloatAtan2(-2*imag(z), (1-x)*(1+x)-y*y)/2)
}
