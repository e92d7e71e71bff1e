package object

import "math"

// Truth reports whether x is not 0.
func (x Complex) Truth(*Thread) (bool, error) { return x != 0, nil }

// Hash returns the numeric hash.
func (x Complex) Hash(*Thread) (uint64, error) { return hashComplex(complex128(x)), nil }

// Repr returns "(1+2j)", or "2j" without a real part.
func (x Complex) Repr(*Thread) (string, error) {
	re, im := real(x), imag(x)
	text := reprFloat(im, false) + "j"
	if re == 0 && !math.Signbit(re) {
		return text, nil
	}
	if text[0] != '-' {
		text = "+" + text
	}
	return "(" + reprFloat(re, false) + text + ")", nil
}

// complexOf returns a number as a complex. ok is false for other objects.
func complexOf(o Object) (c complex128, ok bool, err error) {
	if c, ok := Of(o).(Complex); ok {
		return complex128(c), true, nil
	}
	f, ok, err := realOf(o)
	return complex(f, 0), ok, err
}

// Compare tells whether x equals a number; complex numbers have no order.
func (x Complex) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	if op != Eq && op != Ne {
		return NotImplemented, nil
	}
	equal := false
	switch y := Of(o).(type) {
	case Complex:
		equal = x == y
	case Float, Int, Bool, *BigInt:
		if imag(x) == 0 {
			v, err := Float(real(x)).Compare(t, Eq, y)
			if err != nil {
				return nil, err
			}
			equal = v == True
		}
	default:
		return NotImplemented, nil
	}
	return Bool(equal == (op == Eq)), nil
}

// Unary returns -x, +x or abs(x).
func (x Complex) Unary(_ *Thread, op UnaryOp) (Object, error) {
	switch op {
	case Neg:
		return -x, nil
	case Pos:
		return x, nil
	case Abs:
		r := FloatHypot(real(x), imag(x))
		if math.IsInf(r, 0) && !math.IsInf(real(x), 0) && !math.IsInf(imag(x), 0) {
			return nil, NewError(OverflowErrorClass, "absolute value too large")
		}
		return Float(r), nil
	}
	return NotImplemented, nil
}

// Binary calculates with a number.
func (x Complex) Binary(_ *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	switch op {
	case Add, Sub, Mul, TrueDiv, Pow:
	default:
		return NotImplemented, nil
	}
	y, ok, err := complexOf(o)
	if !ok || err != nil {
		return NotImplemented, err
	}
	a, b := complex128(x), y
	if reflected {
		a, b = b, a
	}
	switch op {
	case Add:
		return Complex(a + b), nil
	case Sub:
		return Complex(a - b), nil
	case Mul:
		return Complex(complexProduct(a, b)), nil
	case TrueDiv:
		if b == 0 {
			return nil, NewError(ZeroDivisionErrorClass, "complex division by zero")
		}
		return Complex(complexQuotient(a, b)), nil
	}
	return complexPow(a, b)
}

// complexProduct multiplies without the care for infinities that Go's operator takes.
func complexProduct(a, b complex128) complex128 {
	return complex(float64(real(a)*real(b))-float64(imag(a)*imag(b)), float64(real(a)*imag(b))+float64(imag(a)*real(b)))
}

// complexQuotient divides through the larger part of the divisor, so that no square of it can overflow.
func complexQuotient(a, b complex128) complex128 {
	switch re, im := math.Abs(real(b)), math.Abs(imag(b)); {
	case re >= im:
		r := imag(b) / real(b)
		d := real(b) + float64(imag(b)*r)
		return complex((real(a)+float64(imag(a)*r))/d, (imag(a)-float64(real(a)*r))/d)
	case im >= re:
		r := real(b) / imag(b)
		d := float64(real(b)*r) + imag(b)
		return complex((float64(real(a)*r)+imag(a))/d, (float64(imag(a)*r)-real(a))/d)
	}
	return complex(math.NaN(), math.NaN())
}

// complexPow raises to a power: by multiplication for small whole exponents, in polar form for others.
func complexPow(a, b complex128) (Object, error) {
	n := real(b)
	var z complex128
	switch {
	case imag(b) == 0 && n == math.Floor(n) && math.Abs(n) <= 100:
		if a == 0 && n < 0 {
			return nil, NewError(ZeroDivisionErrorClass, "0.0 to a negative or complex power")
		}
		z = complexPower(a, int(math.Abs(n)))
		if n < 0 {
			z = complexQuotient(1, z)
		} else if n == 0 {
			z = 1
		}
	case a == 0:
		if imag(b) != 0 || n < 0 {
			return nil, NewError(ZeroDivisionErrorClass, "0.0 to a negative or complex power")
		}
	default:
		size := FloatHypot(real(a), imag(a))
		length := FloatPow(size, n)
		angle := FloatAtan2(imag(a), real(a))
		phase := angle * n
		if imag(b) != 0 {
			length /= FloatExp(angle * imag(b))
			phase += float64(imag(b) * FloatLog(size))
		}
		if math.IsInf(phase, 0) {
			return nil, NewError(ZeroDivisionErrorClass, "0.0 to a negative or complex power")
		}
		z = complex(length*FloatCos(phase), length*FloatSin(phase))
	}
	if math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) {
		return nil, NewError(OverflowErrorClass, "complex exponentiation")
	}
	return Complex(z), nil
}

func complexPower(a complex128, n int) complex128 {
	r := complex(1, 0)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			r = complexProduct(r, a)
		}
		a = complexProduct(a, a)
	}
	return r
}
