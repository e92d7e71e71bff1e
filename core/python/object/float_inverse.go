package object

import "math"

// FloatTan returns the tangent of x.
func FloatTan(x float64) float64 {
	if x == 0 || x-x != 0 || math.Abs(x) < 1e-150 {
		return math.Tan(x)
	}
	s, c := sinCosWide(x)
	return s.quotient(c)
}

// FloatAtan returns the arc tangent of x.
func FloatAtan(x float64) float64 {
	if x == 0 || x-x != 0 || math.Abs(x) < 1e-8 {
		return math.Atan(x)
	}
	return atan2Wide(wide{x, 0}, wide{1, 0})
}

// FloatAsin returns the arc sine of x.
func FloatAsin(x float64) float64 {
	if !(math.Abs(x) < 1) || math.Abs(x) < 1e-8 {
		return math.Asin(x)
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

var wideLn10 = logWide(10)

// FloatLog10 returns the base-10 logarithm of x.
func FloatLog10(x float64) float64 {
	if !(x > 0) || x > math.MaxFloat64 || x == 1 {
		return math.Log10(x)
	}
	return logWide(x).quotient(wideLn10)
}

// FloatExp2 returns 2 to the x.
func FloatExp2(x float64) float64 { return FloatPow(2, x) }
