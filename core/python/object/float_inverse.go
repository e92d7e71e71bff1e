package object

import "math"

// FloatTan returns the tangent of x.
func FloatTan(x float64) float64 {
	if x == 0 || x-x != 0 || x*x == 0 {
		return math.Tan(x)
	}
	if math.Abs(x) < 1e-8 {
		return x + x*x*x/3
	}
	s, c := sinCosWide(x)
	return s.quotient(c)
}

// FloatAtan returns the arc tangent of x.
func FloatAtan(x float64) float64 {
	if x == 0 || x-x != 0 {
		return math.Atan(x)
	}
	if math.Abs(x) < 1e-8 {
		return x - x*x*x/3
	}
	return atan2Wide(wide{x, 0}, wide{1, 0})
}

// FloatAsin returns the arc sine of x.
func FloatAsin(x float64) float64 {
	if !(math.Abs(x) < 1) || x == 0 {
		return math.Asin(x)
	}
	if math.Abs(x) < 1e-8 {
		return x + x*x*x/6
	}
	return atan2Wide(wide{x, 0}, cathetus(x))
}

// FloatAcos returns the arc cosine of x.
func FloatAcos(x float64) float64 {
	if !(math.Abs(x) < 1) {
		return math.Acos(x)
	}
	return atan2Wide(cathetus(x), wide{x, 0})
}

// cathetus returns the root of 1 - x².
func cathetus(x float64) wide {
	return sum(1, -x).times(sum(1, x)).root()
}

// atan2Wide returns the angle of a point that is neither far from the unit circle nor on the x axis.
func atan2Wide(y, x wide) float64 {
	a := math.Atan2(y.hi, x.hi)
	s, c := sinCosWide(a)
	off := c.times(y).plus(s.times(wide{-x.hi, -x.lo}))
	along := c.times(x).plus(s.times(y))
	return sum(a, off.hi/along.hi).hi
}

// root returns the square root.
func (a wide) root() wide {
	r := math.Sqrt(a.hi)
	if r == 0 {
		return wide{}
	}
	rest := a.plus(product(r, -r))
	return sum(r, rest.hi/(2*r))
}

// quotient returns a divided by b, rounded once.
func (a wide) quotient(b wide) float64 {
	q := a.hi / b.hi
	rest := a.plus(b.times(wide{-q, 0}))
	return q + rest.hi/b.hi
}

// FloatLog2 returns the base-2 logarithm of x.
func FloatLog2(x float64) float64 {
	if !(x > 0) || x > math.MaxFloat64 || x == 1 {
		return math.Log2(x)
	}
	if m, exp := math.Frexp(x); m == 0.5 {
		return float64(exp - 1)
	}
	return logWide(x).quotient(wideLn2)
}

// FloatLog10 returns the base-10 logarithm of x. The C library takes the power of two and the rest apart, and each
// rounds; so does this, to round alike.
func FloatLog10(x float64) float64 {
	if !(x > 0) || x > math.MaxFloat64 || x == 1 {
		return math.Log10(x)
	}
	m, exp := math.Frexp(x)
	if exp--; exp < 0 { // m is to be in [0.5, 1) for numbers below 1, in [1, 2) for others
		exp++
	} else {
		m *= 2
	}
	const log2Low, log2High = 3.69423907715893078616e-13, 3.01029995663611771306e-01
	k := float64(exp)
	z := float64(k*log2Low) + float64(4.34294481903251816668e-01*FloatLog(m))
	return z + float64(k*log2High)
}

// FloatExp2 returns 2 to the x.
func FloatExp2(x float64) float64 { return FloatPow(2, x) }
