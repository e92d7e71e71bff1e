package random

import (
	"math"

	"layerglass/core/python/array/exact"
)

// Float32 is uniform in [0, 1) with 24 random bits.
func (s *Stream) Float32() float32 { return float32(s.Uint32()>>8) * (1.0 / 16777216) }

// Normal is a standard normal number.
func (s *Stream) Normal() float64 {
	if s.Legacy {
		return s.polar()
	}
	return s.ziggurat()
}

// polar makes two normal numbers and keeps one.
func (s *Stream) polar() float64 {
	if s.hasGauss {
		s.hasGauss = false
		v := s.gauss
		s.gauss = 0
		return v
	}
	for {
		x := float64(2*s.Float64()) - 1
		y := float64(2*s.Float64()) - 1
		r := float64(x*x) + float64(y*y)
		if r >= 1 || r == 0 {
			continue
		}
		f := math.Sqrt(-2 * log(r) / r)
		s.hasGauss, s.gauss = true, f*x
		return f * y
	}
}

// The tail of the normal distribution begins here.
const (
	normalTail        = 3.6541528853610087963519472518
	inverseNormalTail = 0.27366123732975827203338247596
	exponentialTail   = 7.6971174701310497140446280481
)

func (s *Stream) ziggurat() float64 {
	for {
		r := s.Uint64()
		layer := r & 0xff
		r >>= 8
		size := r >> 1 & 0x000fffffffffffff
		x := float64(size) * math.Float64frombits(normalWidth[layer])
		if r&1 == 1 {
			x = -x
		}
		if size < normalLimit[layer] {
			return x
		}
		if layer == 0 {
			return s.normalTail(size>>8&1 == 1)
		}
		above, here := math.Float64frombits(normalHeight[layer-1]), math.Float64frombits(normalHeight[layer])
		if float64((above-here)*s.Float64())+here < exact.Exp(-0.5*x*x) {
			return x
		}
	}
}

func (s *Stream) normalTail(negative bool) float64 {
	for {
		x := -inverseNormalTail * math.Log1p(-s.Float64())
		y := -math.Log1p(-s.Float64())
		if y+y > x*x {
			if negative {
				return -(normalTail + x)
			}
			return normalTail + x
		}
	}
}

// Normal32 is a standard normal number with the precision of a float32.
func (s *Stream) Normal32() float32 {
	for {
		r := s.Uint32()
		layer := r & 0xff
		size := r >> 9 & 0x007fffff
		x := float32(size) * math.Float32frombits(normalWidth32[layer])
		if r>>8&1 == 1 {
			x = -x
		}
		if size < normalLimit32[layer] {
			return x
		}
		if layer == 0 {
			for {
				a := -float32(inverseNormalTail) * float32(math.Log1p(float64(-s.Float32())))
				b := -float32(math.Log1p(float64(-s.Float32())))
				if b+b > a*a {
					if size>>8&1 == 1 {
						return -(normalTail + a)
					}
					return normalTail + a
				}
			}
		}
		above, here := math.Float32frombits(normalHeight32[layer-1]), math.Float32frombits(normalHeight32[layer])
		if float64(float32((above-here)*s.Float32())+here) < exact.Exp(-0.5*float64(x)*float64(x)) {
			return x
		}
	}
}

// Exponential is a standard exponential number.
func (s *Stream) Exponential() float64 {
	if s.Legacy {
		return -log(1 - s.Float64())
	}
	for {
		r := s.Uint64() >> 3
		layer := r & 0xff
		r >>= 8
		x := float64(r) * math.Float64frombits(expWidth[layer])
		if r < expLimit[layer] {
			return x
		}
		if layer == 0 {
			return exponentialTail - math.Log1p(-s.Float64())
		}
		above, here := math.Float64frombits(expHeight[layer-1]), math.Float64frombits(expHeight[layer])
		if float64((above-here)*s.Float64())+here < exact.Exp(-x) {
			return x
		}
	}
}

// Gamma is a standard gamma number.
func (s *Stream) Gamma(shape float64) float64 {
	switch {
	case shape == 1:
		return s.Exponential()
	case !(shape > 0):
		return 0
	case shape < 1:
		for {
			u, v := s.Float64(), s.Exponential()
			if u <= 1-shape {
				if x := exact.Pow(u, 1/shape); x <= v {
					return x
				}
				continue
			}
			y := -log((1 - u) / shape)
			if x := exact.Pow(1-shape+shape*y, 1/shape); x <= v+y {
				return x
			}
		}
	}
	b := shape - 1.0/3
	c := 1 / math.Sqrt(9*b)
	for {
		x, v := 0.0, 0.0
		for v <= 0 {
			x = s.Normal()
			v = 1 + float64(c*x)
		}
		v = v * v * v
		u := s.Float64()
		if u < 1-0.0331*(x*x)*(x*x) {
			return b * v
		}
		if log(u) < 0.5*x*x+b*(1-v+log(v)) {
			return b * v
		}
	}
}

// Beta is a beta number.
func (s *Stream) Beta(a, b float64) float64 {
	if a > 1 || b > 1 {
		x := s.Gamma(a)
		y := s.Gamma(b)
		return x / (x + y)
	}
	for {
		u, v := s.Float64(), s.Float64()
		x, y := exact.Pow(u, 1/a), exact.Pow(v, 1/b)
		switch sum := x + y; {
		case sum > 1:
			continue
		case sum > 0:
			return x / sum
		}
		lx, ly := log(u)/a, log(v)/b
		m := math.Max(lx, ly)
		lx, ly = lx-m, ly-m
		return exact.Exp(lx - log(exact.Exp(lx)+exact.Exp(ly)))
	}
}

// Laplace is a double exponential number.
func (s *Stream) Laplace(loc, scale float64) float64 {
	for {
		switch u := s.Float64(); {
		case u >= 0.5:
			return loc - scale*log(2-u-u)
		case u > 0:
			return loc + scale*log(u+u)
		}
	}
}

// Logistic is a logistic number.
func (s *Stream) Logistic(loc, scale float64) float64 {
	for {
		if u := s.Float64(); u > 0 {
			return loc + scale*log(u/(1-u))
		}
	}
}

// Gumbel is a Gumbel number.
func (s *Stream) Gumbel(loc, scale float64) float64 {
	for {
		if u := 1 - s.Float64(); u < 1 {
			return loc - scale*log(-log(u))
		}
	}
}

// Rayleigh is a Rayleigh number.
func (s *Stream) Rayleigh(mode float64) float64 {
	if s.Legacy {
		return mode * math.Sqrt(-2*log(1-s.Float64()))
	}
	return mode * math.Sqrt(2*s.Exponential())
}

// Triangular is a triangular number.
func (s *Stream) Triangular(left, mode, right float64) float64 {
	base, leftBase := right-left, mode-left
	u := s.Float64()
	if u <= leftBase/base {
		return left + math.Sqrt(u*(leftBase*base))
	}
	return right - math.Sqrt((1-u)*((right-mode)*base))
}

// Weibull is a Weibull number.
func (s *Stream) Weibull(a float64) float64 {
	if a == 0 {
		return 0
	}
	return exact.Pow(s.Exponential(), 1/a)
}

// Pareto is a Pareto number of the second kind.
func (s *Stream) Pareto(a float64) float64 {
	if s.Legacy {
		return exact.Exp(s.Exponential()/a) - 1
	}
	return math.Expm1(s.Exponential() / a)
}

// Power is a number of the power distribution.
func (s *Stream) Power(a float64) float64 {
	if s.Legacy {
		return exact.Pow(1-exact.Exp(-s.Exponential()), 1/a)
	}
	return exact.Pow(-math.Expm1(-s.Exponential()), 1/a)
}

// StudentT is a number of Student's distribution.
func (s *Stream) StudentT(df float64) float64 {
	n := s.Normal()
	d := s.Gamma(df / 2)
	return math.Sqrt(df/2) * n / math.Sqrt(d)
}

// Cauchy is a standard Cauchy number.
func (s *Stream) Cauchy() float64 {
	n := s.Normal()
	return n / s.Normal()
}

// VonMises is a number on the circle.
func (s *Stream) VonMises(mu, kappa float64) float64 {
	if kappa < 1e-8 {
		return math.Pi * (2*s.Float64() - 1)
	}
	if kappa > 1e6 { // so narrow that it is a normal distribution
		return mu + s.Normal()/math.Sqrt(kappa)
	}
	r := 1/kappa + kappa
	if kappa >= 1e-5 {
		t := 1 + math.Sqrt(1+4*kappa*kappa)
		rho := (t - math.Sqrt(2*t)) / (2 * kappa)
		r = (1 + rho*rho) / (2 * rho)
	}
	w := 0.0
	for {
		z := math.Cos(math.Pi * s.Float64())
		w = (1 + r*z) / (r + z)
		y := kappa * (r - w)
		v := s.Float64()
		if y*(2-y)-v >= 0 || log(y/v)+1-y >= 0 {
			break
		}
	}
	u := s.Float64()
	a := math.Acos(w)
	if u < 0.5 {
		a = -a
	}
	a += mu
	m := math.Mod(math.Abs(a)+math.Pi, 2*math.Pi) - math.Pi
	if a < 0 {
		return -m
	}
	return m
}

func log(x float64) float64 { return exact.Log(x) }
