package random

import (
	"math"

	"layerglass/core/python/array/exact"
)

// Poisson is a Poisson number.
func (s *Stream) Poisson(lam float64) int64 {
	switch {
	case !(lam > 0):
		return 0
	case lam > 9e18:
		return math.MaxInt64
	case lam < 10:
		limit, p := exact.Exp(-lam), 1.0
		for k := int64(0); ; k++ {
			if p *= s.Float64(); p <= limit {
				return k
			}
		}
	}
	return s.poissonRejection(lam)
}

func (s *Stream) poissonRejection(lam float64) int64 {
	root, logLam := math.Sqrt(lam), log(lam)
	b := 0.931 + 2.53*root
	a := -0.059 + 0.02483*b
	inverse := 1.1239 + 1.1328/(b-3.4)
	vr := 0.9277 - 3.6224/(b-2)
	for {
		u := s.Float64() - 0.5
		v := s.Float64()
		us := 0.5 - math.Abs(u)
		k := math.Floor((2*a/us+b)*u + lam + 0.43)
		if us >= 0.07 && v <= vr {
			return int64(k)
		}
		if k < 0 || us < 0.013 && v > us {
			continue
		}
		if log(v)+log(inverse)-log(a/(us*us)+b) <= -lam+k*logLam-logGamma(k+1) {
			return int64(k)
		}
	}
}

// logGamma is the logarithm of the gamma function for x > 0.
func logGamma(x float64) float64 {
	l, _ := math.Lgamma(x)
	return l
}

// Binomial is a binomial number.
func (s *Stream) Binomial(n int64, p float64) int64 {
	if n == 0 || !(p > 0) {
		return 0
	}
	q := math.Min(p, 1-p)
	if p > 0.5 {
		q = 1 - p
	}
	var k int64
	if q*float64(n) <= 30 {
		k = s.binomialInversion(n, q)
	} else {
		k = s.binomialRejection(n, q)
	}
	if p > 0.5 {
		return n - k
	}
	return k
}

func (s *Stream) binomialInversion(n int64, p float64) int64 {
	q := 1 - p
	first := exact.Exp(float64(n) * log(q))
	mean := float64(n) * p
	bound := int64(math.Min(float64(n), mean+10*math.Sqrt(mean*q+1)))
	k, px, u := int64(0), first, s.Float64()
	for u > px {
		k++
		if k > bound {
			k, px, u = 0, first, s.Float64()
			continue
		}
		u -= px
		px = float64(n-k+1) * p * px / (float64(k) * q)
	}
	return k
}

// triangleParts are the pieces that the rejection method for binomial numbers is made of: a triangle, two parallelograms
// and two exponential tails.
type triangleParts struct {
	n, m                                 int64
	r, q, p1, p2, p3, p4                 float64
	middle, left, right, c, tailL, tailR float64
}

func newTriangleParts(n int64, p float64) triangleParts {
	b := triangleParts{n: n, r: p, q: 1 - p}
	fm := float64(n)*b.r + b.r
	b.m = int64(math.Floor(fm))
	b.p1 = math.Floor(2.195*math.Sqrt(float64(n)*b.r*b.q)-4.6*b.q) + 0.5
	b.middle = float64(b.m) + 0.5
	b.left, b.right = b.middle-b.p1, b.middle+b.p1
	b.c = 0.134 + 20.5/(15.3+float64(b.m))
	a := (fm - b.left) / (fm - b.left*b.r)
	b.tailL = a * (1 + a/2)
	a = (b.right - fm) / (b.right * b.q)
	b.tailR = a * (1 + a/2)
	b.p2 = b.p1 * (1 + 2*b.c)
	b.p3 = b.p2 + b.c/b.tailL
	b.p4 = b.p3 + b.c/b.tailR
	return b
}

func (s *Stream) binomialRejection(n int64, p float64) int64 {
	b := newTriangleParts(n, p)
	for {
		u := s.Float64() * b.p4
		v := s.Float64()
		y := int64(0)
		switch {
		case u <= b.p1:
			return int64(math.Floor(b.middle - b.p1*v + u))
		case u <= b.p2:
			x := b.left + (u-b.p1)/b.c
			v = v*b.c + 1 - math.Abs(float64(b.m)-x+0.5)/b.p1
			if v > 1 {
				continue
			}
			y = int64(math.Floor(x))
		case u <= b.p3:
			f := math.Floor(b.left + log(v)/b.tailL)
			if f < 0 || v == 0 {
				continue
			}
			y = int64(f)
			v = v * (u - b.p2) * b.tailL
		default:
			f := math.Floor(b.right - log(v)/b.tailR)
			if f > float64(n) || v == 0 {
				continue
			}
			y = int64(f)
			v = v * (u - b.p3) * b.tailR
		}
		if b.accept(y, v) {
			return y
		}
	}
}

// accept compares v with the density at y.
func (b triangleParts) accept(y int64, v float64) bool {
	k := y - b.m
	if k < 0 {
		k = -k
	}
	nrq := float64(b.n) * b.r * b.q
	if k <= 20 || float64(k) >= nrq/2-1 {
		s := b.r / b.q
		a := s * float64(b.n+1)
		f := 1.0
		for i := b.m + 1; i <= y; i++ {
			f *= a/float64(i) - s
		}
		for i := y + 1; i <= b.m; i++ {
			f /= a/float64(i) - s
		}
		return v <= f
	}
	kf := float64(k)
	rho := kf / nrq * ((kf*(kf/3+0.625)+0.16666666666666666)/nrq + 0.5)
	t := -kf * kf / (2 * nrq)
	l := log(v)
	if l < t-rho {
		return true
	}
	if l > t+rho {
		return false
	}
	x1, f1 := float64(y+1), float64(b.m+1)
	z, w := float64(b.n+1-b.m), float64(b.n-y+1)
	return l <= b.middle*log(f1/x1)+(float64(b.n-b.m)+0.5)*log(z/w)+float64(y-b.m)*log(w*b.r/(x1*b.q))+
		stirling(f1)+stirling(z)+stirling(x1)+stirling(w)
}

// stirling is the correction term of Stirling's formula.
func stirling(x float64) float64 {
	s := x * x
	return (13680 - (462-(132-(99-140/s)/s)/s)/s) / x / 166320
}

// Geometric is the number of trials up to the first success.
func (s *Stream) Geometric(p float64) int64 {
	if p < 1.0/3 {
		if s.Legacy {
			return int64(math.Ceil(log(1-s.Float64()) / log(1-p)))
		}
		z := math.Ceil(-s.Exponential() / math.Log1p(-p))
		if z >= 9.223372036854776e18 {
			return math.MaxInt64
		}
		return int64(z)
	}
	k, sum, prod := int64(1), p, p
	for u := s.Float64(); u > sum; k++ {
		prod *= 1 - p
		sum += prod
	}
	return k
}

// NegativeBinomial is a negative binomial number.
func (s *Stream) NegativeBinomial(n, p float64) int64 {
	return s.Poisson((1 - p) / p * s.Gamma(n))
}

// Multinomial distributes n over outcomes of the given probabilities.
func (s *Stream) Multinomial(n int64, p []float64) []int64 {
	out := make([]int64, len(p))
	rest, left := 1.0, n
	for i := range len(p) - 1 {
		out[i] = s.Binomial(left, min(p[i]/rest, 1))
		if left -= out[i]; left <= 0 {
			break
		}
		rest -= p[i]
	}
	if left > 0 && len(p) > 0 {
		out[len(p)-1] = left
	}
	return out
}
