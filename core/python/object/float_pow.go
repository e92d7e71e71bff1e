package object

import "math"

// FloatPow returns x to the power y, rounded as the C library of CPython rounds it: within a hair of the exact result.
// Go's math.Pow may be off by more than the last digit, which shows in printed results. Special values are math.Pow's.
func FloatPow(x, y float64) float64 {
	switch {
	case y == 2:
		return x * x
	case y == 1:
		return x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	case x == 0 || x == 1 || y == 0 || x != x || y != y || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	case x < 0 && y != math.Trunc(y):
		return math.NaN()
	}
	_, exp := math.Frexp(x)
	z := 0.0
	if n := math.Abs(y); n <= 64 && n == math.Trunc(n) && float64(max(exp, -exp))*n < 900 {
		z = powWhole(math.Abs(x), int(y))
	} else {
		z = powPositive(math.Abs(x), y)
	}
	if x < 0 && math.Abs(y) < 1<<53 && math.Mod(y, 2) != 0 {
		z = -z
	}
	return z
}

// powWhole multiplies; no product may leave the range of floats.
func powWhole(x float64, n int) float64 {
	p, square := wide{1, 0}, wide{x, 0}
	for m := max(n, -n); m > 0; m >>= 1 {
		if m&1 != 0 {
			p = p.times(square)
		}
		if m > 1 {
			square = square.times(square)
		}
	}
	if n > 0 {
		return p.hi
	}
	q := 1 / p.hi
	rest := product(q, -p.hi).plus(wide{1, 0}).plus(wide{-q * p.lo, 0})
	return q + rest.hi*q
}

// powPositive is exp(y·log x) calculated with twice the digits of a float.
func powPositive(x, y float64) float64 {
	if x == 1 {
		return 1
	}
	rough := y * math.Log(x)
	switch {
	case rough > 720 || rough != rough:
		return math.Inf(1)
	case rough < -760:
		return 0
	}
	return expWide(logWide(x).times(wide{y, 0}))
}

// wide is a number of about 106 bits: the sum of a float and a much smaller one.
type wide struct{ hi, lo float64 }

var wideLn2 = wide{0.6931471805599453, 2.3190468138462996e-17}

// sum adds exactly.
func sum(a, b float64) wide {
	s := a + b
	t := s - a
	return wide{s, (a - (s - t)) + (b - t)}
}

// product multiplies exactly.
func product(a, b float64) wide {
	p := a * b
	a1, a2 := halves(a)
	b1, b2 := halves(b)
	return wide{p, float64(a2*b2) - (((p - float64(a1*b1)) - float64(a2*b1)) - float64(a1*b2))}
}

// halves splits a into two numbers of 26 bits whose products are exact.
func halves(a float64) (hi, lo float64) {
	c := float64(a * (1<<27 + 1))
	hi = c - (c - a)
	return hi, a - hi
}

func (a wide) plus(b wide) wide {
	s := sum(a.hi, b.hi)
	t := sum(a.lo, b.lo)
	s = sum(s.hi, s.lo+t.hi)
	return sum(s.hi, s.lo+t.lo)
}

func (a wide) times(b wide) wide {
	p := product(a.hi, b.hi)
	return sum(p.hi, p.lo+(float64(a.hi*b.lo)+float64(a.lo*b.hi)))
}

// over divides by a small whole number.
func (a wide) over(n float64) wide {
	q := a.hi / n
	p := product(q, n)
	return sum(q, ((a.hi-p.hi)-p.lo+a.lo)/n)
}

// expm1Wide is exp(x) - 1 for |x| below 0.4, by its series.
func expm1Wide(x wide) wide {
	term, total := x, x
	for n := 2.0; n < 30 && math.Abs(term.hi) > math.Abs(total.hi)*1e-34; n++ {
		term = term.times(x).over(n)
		total = total.plus(term)
	}
	return total
}

// expWide returns exp(x), rounded once.
func expWide(x wide) float64 {
	k := math.Round(x.hi / wideLn2.hi)
	r := x.plus(wideLn2.times(wide{-k, 0}))
	e := expm1Wide(r).plus(wide{1, 0})
	return scale(e, int(k))
}

// scale returns e·2**k; where the result loses digits for being tiny, both parts take part in the rounding.
func scale(e wide, k int) float64 {
	if k > -1023 {
		return math.Ldexp(e.hi, k)
	}
	// Adding a constant whose last digit is that of the result rounds the exact sum once.
	const lift = 52
	unit := math.Ldexp(1, -1074-k+lift)
	s := sum(unit, e.hi)
	s = sum(s.hi, s.lo+e.lo)
	return math.Ldexp(s.hi-unit, k)
}

// logWide returns log x: the library's value, mended by one step of Newton's method.
func logWide(x float64) wide {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	guess := math.Log(m)
	// log m = guess + log(m·exp(-guess)), and the argument is nearly 1.
	e := expm1Wide(wide{-guess, 0})
	rest := e.plus(wide{m - 1, 0}).plus(e.times(wide{m - 1, 0}))
	l := sum(guess, 0).plus(rest).plus(rest.times(rest).over(-2))
	return wideLn2.times(wide{float64(k), 0}).plus(l)
}
