package exact

import "math"

// halfPi holds π/2 to about 160 bits.
var halfPi = [3]float64{1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33}

// largestReduced is the largest angle whose remainder modulo π/2 the three parts of halfPi give exactly enough.
const largestReduced = 1e6

// reducePair returns x modulo π/2, between -π/4 and π/4, and the number of quarters.
func reducePair(x float64) (r pair, quarter int) {
	q := math.RoundToEven(x / halfPi[0])
	r = pair{x, 0}.add(twoProd(halfPi[0], -q)).add(twoProd(halfPi[1], -q)).add(pair{-q * halfPi[2], 0})
	return r, int(q) & 3
}

// sinCosPair returns the sine and the cosine of an angle of at most π/4, by their series.
func sinCosPair(r pair) (sin, cos pair) {
	s := r.mul(r).neg()
	sin, cos = inverseFactorials[23], inverseFactorials[22] // 1/25!, 1/24!
	for n := 23; n >= 3; n -= 2 {
		sin = sin.mul(s).add(inverseFactorials[n-2])
		cos = cos.mul(s).add(inverseFactorials[n-3])
	}
	one := pair{1, 0}
	return sin.mul(s).add(one).mul(r), cos.mul(s).add(one)
}

// trigPair returns the sine and the cosine of any angle that can be reduced.
func trigPair(x float64) (sin, cos pair) {
	r, quarter := reducePair(x)
	sin, cos = sinCosPair(r)
	switch quarter {
	case 1:
		return cos, sin.neg()
	case 2:
		return sin.neg(), cos.neg()
	case 3:
		return cos.neg(), sin
	}
	return sin, cos
}

func reducible(x float64) bool { return math.Abs(x) < largestReduced && math.Abs(x) > 1e-12 }

// Sin is the sine of x.
func Sin(x float64) float64 {
	if !reducible(x) {
		return math.Sin(x)
	}
	s, _ := trigPair(x)
	return s.value()
}

// Cos is the cosine of x.
func Cos(x float64) float64 {
	if !reducible(x) {
		return math.Cos(x)
	}
	_, c := trigPair(x)
	return c.value()
}

// Tan is the tangent of x.
func Tan(x float64) float64 {
	if !reducible(x) {
		return math.Tan(x)
	}
	s, c := trigPair(x)
	return s.div(c).value()
}
