// Package exact has the elementary functions of float64 with results that are correctly rounded nearly always. Go's own
// are a little less exact than those of the C libraries whose results people see.
package exact

import "math"

// The functions compute with two floats for each number, about 106 bits, and round once.

// pair is an unevaluated sum of a float and a much smaller one.
type pair struct{ hi, lo float64 }

func twoSum(a, b float64) pair {
	s := a + b
	t := s - a
	return pair{s, (a - (s - t)) + (b - t)}
}

// split cuts a float into halves whose products are exact.
func split(a float64) (hi, lo float64) {
	t := float64(134217729 * a)
	hi = t - (t - a)
	return hi, a - hi
}

func twoProd(a, b float64) pair {
	p := float64(a * b)
	ah, al := split(a)
	bh, bl := split(b)
	return pair{p, ((float64(ah*bh) - p) + float64(ah*bl) + float64(al*bh)) + float64(al*bl)}
}

func (a pair) add(b pair) pair {
	s := twoSum(a.hi, b.hi)
	t := twoSum(a.lo, b.lo)
	s = fastSum(s.hi, s.lo+t.hi)
	return fastSum(s.hi, s.lo+t.lo)
}

// fastSum is twoSum for |a| >= |b|.
func fastSum(a, b float64) pair {
	s := a + b
	return pair{s, b - (s - a)}
}

func (a pair) mul(b pair) pair {
	p := twoProd(a.hi, b.hi)
	return fastSum(p.hi, p.lo+(float64(a.hi*b.lo)+float64(a.lo*b.hi)))
}

func (a pair) times(b float64) pair { return a.mul(pair{b, 0}) }

func (a pair) div(b pair) pair {
	q := a.hi / b.hi
	r := a.add(b.times(-q))
	q2 := r.hi / b.hi
	r = r.add(b.times(-q2))
	return fastSum(q, q2).add(pair{r.hi / b.hi, 0})
}

func (a pair) neg() pair { return pair{-a.hi, -a.lo} }

func (a pair) value() float64 { return a.hi + a.lo }

var (
	pairLn2  = pair{0.6931471805599453, 2.3190468138462996e-17}
	pairLn10 = pair{2.302585092994046, -2.1707562233822494e-16}
	// inverseFactorials has 1/n! from n = 2 on.
	inverseFactorials = func() (f [24]pair) {
		p := pair{1, 0}
		for n := range f {
			p = p.div(pair{float64(n + 2), 0})
			f[n] = p
		}
		return f
	}()
)

// expPair returns e to the x as m·2^k.
func expPair(x pair) (m pair, k int) {
	n := math.RoundToEven(x.hi / math.Ln2)
	r := x.add(pairLn2.times(-n))
	const halvings = 6
	r.hi, r.lo = math.Ldexp(r.hi, -halvings), math.Ldexp(r.lo, -halvings)
	// e^r - 1 = r + r²(1/2! + r/3! + …)
	s := inverseFactorials[9]
	for i := 8; i >= 0; i-- {
		s = s.mul(r).add(inverseFactorials[i])
	}
	s = r.add(r.mul(r).mul(s))
	for range halvings { // (1+s)² - 1 = 2s + s²
		s = s.add(s).add(s.mul(s))
	}
	return pair{1, 0}.add(s), int(n)
}

// logPair returns the natural logarithm of a positive finite number.
func logPair(x float64) pair {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	y := math.Log(m)
	e, n := expPair(pair{-y, 0})
	d := e.times(math.Ldexp(m, n)).add(pair{-1, 0}) // m·e^-y - 1, nearly 0
	l := pair{y, 0}.add(d.add(d.mul(d).times(-0.5)))
	return l.add(pairLn2.times(float64(k)))
}

// scale returns m·2^k, rounded once.
func (a pair) scale(k int) float64 {
	if k < -1000 { // the result may be subnormal: avoid rounding twice
		hi := math.Ldexp(a.hi, k)
		rest := (a.hi - math.Ldexp(hi, -k)) + a.lo
		return hi + math.Ldexp(rest, k)
	}
	return math.Ldexp(a.value(), k)
}

// Exp is e to the x.
func Exp(x float64) float64 {
	if x != x || x > 709.79 || x < -745.2 {
		return math.Exp(x)
	}
	m, k := expPair(pair{x, 0})
	return m.scale(k)
}

// Log is the natural logarithm of x.
func Log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	if x == 1 {
		return 0
	}
	return logPair(x).value()
}

// Log10 is the decimal logarithm of x.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log10(x)
	}
	return logPair(x).div(pairLn10).value()
}

// Log2 is the logarithm of x to the base 2.
func Log2(x float64) float64 {
	if frac, exp := math.Frexp(x); frac == 0.5 {
		return float64(exp - 1)
	}
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log2(x)
	}
	return logPair(x).div(pairLn2).value()
}

// Pow is a to the power b as C's pow defines it.
func Pow(a, b float64) float64 {
	switch {
	case b == 2:
		return a * a
	case a == 0 || a == 1 || b == 0 || b == 1 || a-a != 0 || b-b != 0, a < 0 && b != math.Trunc(b):
		return math.Pow(a, b)
	}
	p := logPair(math.Abs(a)).times(b)
	if p.hi > 709.79 || p.hi < -745.2 {
		return math.Pow(a, b)
	}
	m, k := expPair(p)
	r := m.scale(k)
	if a < 0 && math.Mod(b, 2) != 0 {
		r = -r
	}
	return r
}

// Tanh is the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	if x != x || math.Abs(x) > 22 || math.Abs(x) < 1e-9 {
		return math.Tanh(x)
	}
	m, k := expPair(pair{2 * x, 0})
	e := pair{math.Ldexp(m.hi, k), math.Ldexp(m.lo, k)}
	one := pair{1, 0}
	return e.add(one.neg()).div(e.add(one)).value()
}
