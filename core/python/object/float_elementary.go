package object

import (
	"math"
	"math/big"
	"sync"
)

// The elementary functions below calculate with twice the digits of a float and round once, so that their results are
// those of a good C library. Package math is a little less exact, which shows in the last printed digit.

// FloatExp returns e to the x.
func FloatExp(x float64) float64 {
	if x != x || x > 709.79 || x < -745.2 {
		return math.Exp(x)
	}
	return expWide(wide{x, 0})
}

// FloatLog returns the natural logarithm of x.
func FloatLog(x float64) float64 {
	if !(x > 0) || x > math.MaxFloat64 || x == 1 {
		return math.Log(x)
	}
	return logWide(x).hi
}

// FloatSin returns the sine of x.
func FloatSin(x float64) float64 {
	if x == 0 || x-x != 0 {
		return math.Sin(x)
	}
	s, _ := sinCosWide(x)
	return s.hi
}

// FloatCos returns the cosine of x.
func FloatCos(x float64) float64 {
	if x == 0 || x-x != 0 {
		return math.Cos(x)
	}
	_, c := sinCosWide(x)
	return c.hi
}

// FloatHypot returns the length of (x, y).
func FloatHypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	if y == 0 || x-x != 0 || y-y != 0 || y < x*1e-17 {
		return math.Hypot(x, y)
	}
	_, exp := math.Frexp(x)
	x, y = math.Ldexp(x, -exp), math.Ldexp(y, -exp)
	h := product(x, x).plus(product(y, y))
	root := math.Sqrt(h.hi)
	rest := h.plus(product(root, -root))
	return math.Ldexp(root+rest.hi/(2*root), exp)
}

// FloatAtan2 returns the angle of the point (x, y).
func FloatAtan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	if x == 0 || y == 0 || x-x != 0 || y-y != 0 || math.Abs(a) < 1e-100 {
		return a
	}
	_, exp := math.Frexp(max(math.Abs(x), math.Abs(y)))
	wx, wy := wide{math.Ldexp(x, -exp), 0}, wide{math.Ldexp(y, -exp), 0}
	s, c := sinCosWide(a)
	off := c.times(wy).plus(s.times(wide{-wx.hi, 0})) // sine of the error, times the length
	along := c.times(wx).plus(s.times(wy))
	return math.Copysign(sum(a, off.hi/along.hi).hi, y) // math.Atan2 forgets the sign of a quotient that underflows
}

// sinCosWide returns sine and cosine of a finite number other than 0.
func sinCosWide(x float64) (s, c wide) {
	r, quadrant := reduceAngle(x)
	s, c = sinSeries(r), cosSeries(r)
	switch quadrant & 3 {
	case 1:
		return c, wide{-s.hi, -s.lo}
	case 2:
		return wide{-s.hi, -s.lo}, wide{-c.hi, -c.lo}
	case 3:
		return wide{-c.hi, -c.lo}, s
	}
	return s, c
}

// halfPi is π/2 as the sum of three floats.
var halfPi = [3]float64{1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33}

// reduceAngle returns x less a multiple of π/2, and the multiple modulo 4.
func reduceAngle(x float64) (r wide, quadrant int) {
	if math.Abs(x) > 1<<20 {
		return reduceLargeAngle(x)
	}
	k := math.Round(x / halfPi[0])
	r = wide{x, 0}
	for _, part := range halfPi {
		r = r.plus(product(part, -k))
	}
	return r, int(k)
}

const piBits = 1300 // enough for the largest float

// piFixed is π·2**piBits, by Machin's formula π = 16·arctan(1/5) - 4·arctan(1/239).
var piFixed = sync.OnceValue(func() *big.Int {
	arctan := func(n int64) *big.Int {
		term := new(big.Int).Lsh(big.NewInt(1), piBits+32)
		term.Quo(term, big.NewInt(n))
		total, square := new(big.Int), big.NewInt(n*n)
		for k := int64(1); term.Sign() != 0; k += 2 {
			part := new(big.Int).Quo(term, big.NewInt(k))
			if k&2 == 0 {
				total.Add(total, part)
			} else {
				total.Sub(total, part)
			}
			term.Quo(term, square)
		}
		return total
	}
	pi := new(big.Int).Mul(arctan(5), big.NewInt(16))
	pi.Sub(pi, new(big.Int).Mul(arctan(239), big.NewInt(4)))
	return pi.Rsh(pi, 32)
})

func reduceLargeAngle(x float64) (r wide, quadrant int) {
	whole, _ := big.NewFloat(math.Abs(x)).SetMantExp(big.NewFloat(math.Abs(x)), piBits).Int(nil)
	half := new(big.Int).Rsh(piFixed(), 1)
	k, rest := new(big.Int).QuoRem(whole, half, new(big.Int))
	if rest.Cmp(new(big.Int).Rsh(half, 1)) > 0 {
		rest.Sub(rest, half)
		k.Add(k, big.NewInt(1))
	}
	f := new(big.Float).SetInt(rest)
	f.SetMantExp(f, -piBits)
	hi, _ := f.Float64()
	lo, _ := f.Sub(f, big.NewFloat(hi)).Float64()
	quadrant = int(new(big.Int).And(k, big.NewInt(3)).Int64())
	if x < 0 {
		return wide{-hi, -lo}, -quadrant
	}
	return wide{hi, lo}, quadrant
}

// sinSeries is the sine of a number up to π/4.
func sinSeries(r wide) wide {
	square := r.times(wide{-r.hi, -r.lo})
	term, total := r, r
	for n := 2.0; n < 40 && math.Abs(term.hi) > math.Abs(total.hi)*1e-34; n += 2 {
		term = term.times(square).over(n * (n + 1))
		total = total.plus(term)
	}
	return total
}

// cosSeries is the cosine of a number up to π/4.
func cosSeries(r wide) wide {
	square := r.times(wide{-r.hi, -r.lo})
	term, total := wide{1, 0}, wide{1, 0}
	for n := 1.0; n < 40 && math.Abs(term.hi) > 1e-34; n += 2 {
		term = term.times(square).over(n * (n + 1))
		total = total.plus(term)
	}
	return total
}
