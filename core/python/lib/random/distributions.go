package random

import (
	"math"

	"layerglass/core/python/object"
)

// Each formula keeps CPython's order of operations, so that results agree to the last digit.

var distributionMethods = []method{
	{"uniform", "(a, b)", "Returns a number between a and b.", uniform},
	{"triangular", "(low=0.0, high=1.0, mode=None)", "Returns a number of a triangular distribution.", triangular},
	{"normalvariate", "(mu=0.0, sigma=1.0)", "Returns a number of a normal distribution.", of2(normal)},
	{"gauss", "(mu=0.0, sigma=1.0)", "Returns a number of a normal distribution.", of2(gauss)},
	{"lognormvariate", "(mu, sigma)", "Returns a number whose logarithm is normally distributed.", of2(logNormal)},
	{"expovariate", "(lambd)", "Returns a number of an exponential distribution.", exponential},
	{"vonmisesvariate", "(mu, kappa)", "Returns an angle of a von Mises distribution.", of2(vonMises)},
	{"gammavariate", "(alpha, beta)", "Returns a number of a gamma distribution.", of2(gamma)},
	{"betavariate", "(alpha, beta)", "Returns a number of a beta distribution.", of2(beta)},
	{"paretovariate", "(alpha)", "Returns a number of a Pareto distribution.", pareto},
	{"weibullvariate", "(alpha, beta)", "Returns a number of a Weibull distribution.", of2(weibull)},
}

// of2 makes a method of a function of two floats.
func of2(f func(s *source, x, y float64) (float64, error)) func(*source, []object.Object) (object.Object, error) {
	return func(s *source, a []object.Object) (object.Object, error) {
		x, err := object.RealNumber(s.t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := object.RealNumber(s.t, a[1])
		if err != nil {
			return nil, err
		}
		return result(f(s, x, y))
	}
}

func result(v float64, err error) (object.Object, error) {
	if err != nil {
		return nil, err
	}
	return object.Float(v), nil
}

func divisionByZero() error {
	return object.NewError(object.ZeroDivisionErrorClass, "float division by zero")
}

// uniform is a + (b - a) * random(), in the arithmetic of what it is given.
func uniform(s *source, a []object.Object) (object.Object, error) {
	width, err := object.Binary(s.t, object.Sub, a[1], a[0])
	if err != nil {
		return nil, err
	}
	u, err := s.float()
	if err != nil {
		return nil, err
	}
	part, err := object.Binary(s.t, object.Mul, width, object.Float(u))
	if err != nil {
		return nil, err
	}
	return object.Binary(s.t, object.Add, a[0], part)
}

func triangular(s *source, a []object.Object) (object.Object, error) {
	var v [3]float64
	for i, o := range a {
		if o == object.None && i == 2 {
			break
		}
		var err error
		if v[i], err = object.RealNumber(s.t, o); err != nil {
			return nil, err
		}
	}
	u, err := s.float()
	if err != nil {
		return nil, err
	}
	low, high, c := v[0], v[1], 0.5
	if a[2] != object.None {
		if high == low {
			return a[0], nil
		}
		c = (v[2] - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	if u*c < 0 {
		return nil, object.ValueError("math domain error")
	}
	return object.Float(low + (high-low)*math.Sqrt(u*c)), nil
}

var normalFactor = 4 * object.FloatExp(-0.5) / math.Sqrt(2)

func normal(s *source, mu, sigma float64) (float64, error) {
	for {
		u, err := s.float()
		if err != nil {
			return 0, err
		}
		v, err := s.float()
		if err != nil {
			return 0, err
		}
		v = 1 - v
		z := normalFactor * (u - 0.5) / v
		if z*z/4 <= -object.FloatLog(v) {
			return mu + z*sigma, nil
		}
		if err := s.t.Spend(1); err != nil {
			return 0, err
		}
	}
}

// gauss makes two numbers at a time and keeps one for the next call.
func gauss(s *source, mu, sigma float64) (float64, error) {
	if s.gauss != object.None {
		z, err := object.RealNumber(s.t, s.gauss)
		s.gauss = object.None
		return mu + z*sigma, err
	}
	u, err := s.float()
	if err != nil {
		return 0, err
	}
	v, err := s.float()
	if err != nil {
		return 0, err
	}
	angle := u * (2 * math.Pi)
	length := math.Sqrt(-2 * object.FloatLog(1-v))
	s.gauss = object.Float(object.FloatSin(angle) * length)
	z := object.FloatCos(angle) * length
	return mu + z*sigma, nil
}

func logNormal(s *source, mu, sigma float64) (float64, error) {
	v, err := normal(s, mu, sigma)
	if err != nil {
		return 0, err
	}
	if v = object.FloatExp(v); math.IsInf(v, 0) {
		return 0, object.NewError(object.OverflowErrorClass, "math range error")
	}
	return v, nil
}

func exponential(s *source, a []object.Object) (object.Object, error) {
	rate, err := object.RealNumber(s.t, a[0])
	if err != nil {
		return nil, err
	}
	u, err := s.float()
	if err == nil && rate == 0 {
		err = divisionByZero()
	}
	return result(-object.FloatLog(1-u)/rate, err)
}

func vonMises(s *source, mu, kappa float64) (float64, error) {
	if kappa <= 1e-6 {
		u, err := s.float()
		return 2 * math.Pi * u, err
	}
	half := 0.5 / kappa
	r := half + math.Sqrt(1+half*half)
	var z float64
	for {
		u, err := s.float()
		if err != nil {
			return 0, err
		}
		z = object.FloatCos(math.Pi * u)
		d := z / (r + z)
		if u, err = s.float(); err != nil {
			return 0, err
		}
		if u < 1-d*d || u <= (1-d)*object.FloatExp(d) {
			break
		}
		if err := s.t.Spend(1); err != nil {
			return 0, err
		}
	}
	q := 1 / r
	f := (q + z) / (1 + q*z)
	u, err := s.float()
	if u > 0.5 {
		return modulo(mu+object.FloatAcos(f), 2*math.Pi), err
	}
	return modulo(mu-object.FloatAcos(f), 2*math.Pi), err
}

// modulo is Python's x % y of floats, y > 0.
func modulo(x, y float64) float64 {
	m := math.Mod(x, y)
	if m < 0 {
		m += y
	}
	return m
}

func gamma(s *source, alpha, scale float64) (float64, error) {
	switch {
	case !(alpha > 0) || !(scale > 0):
		return 0, object.ValueError("gammavariate: alpha and beta must be > 0.0")
	case alpha > 1:
		v, err := gammaAboveOne(s, alpha)
		return v * scale, err
	case alpha == 1:
		u, err := s.float()
		return -object.FloatLog(1-u) * scale, err
	}
	v, err := gammaBelowOne(s, alpha)
	return v * scale, err
}

func gammaAboveOne(s *source, alpha float64) (float64, error) {
	root := math.Sqrt(2*alpha - 1)
	b := alpha - object.FloatLog(4)
	c := alpha + root
	for {
		if err := s.t.Spend(1); err != nil {
			return 0, err
		}
		u, err := s.float()
		if err != nil {
			return 0, err
		}
		if !(1e-7 < u && u < 0.9999999) {
			continue
		}
		w, err := s.float()
		if err != nil {
			return 0, err
		}
		w = 1 - w
		v := object.FloatLog(u/(1-u)) / root
		x := alpha * object.FloatExp(v)
		z := u * u * w
		r := b + c*v - x
		if r+(1+object.FloatLog(4.5))-4.5*z >= 0 || r >= object.FloatLog(z) {
			return x, nil
		}
	}
}

func gammaBelowOne(s *source, alpha float64) (float64, error) {
	for {
		if err := s.t.Spend(1); err != nil {
			return 0, err
		}
		u, err := s.float()
		if err != nil {
			return 0, err
		}
		b := (math.E + alpha) / math.E
		p := b * u
		var x float64
		if p <= 1 {
			x = object.FloatPow(p, 1/alpha)
		} else {
			x = -object.FloatLog((b - p) / alpha)
		}
		if u, err = s.float(); err != nil {
			return 0, err
		}
		if p > 1 && u <= object.FloatPow(x, alpha-1) || p <= 1 && u <= object.FloatExp(-x) {
			return x, nil
		}
	}
}

func beta(s *source, a, b float64) (float64, error) {
	y, err := gamma(s, a, 1)
	if err != nil || y == 0 {
		return 0, err
	}
	z, err := gamma(s, b, 1)
	return y / (y + z), err
}

func pareto(s *source, a []object.Object) (object.Object, error) {
	alpha, err := object.RealNumber(s.t, a[0])
	if err != nil {
		return nil, err
	}
	u, err := s.float()
	if err == nil && alpha == 0 {
		err = divisionByZero()
	}
	return result(object.FloatPow(1-u, -1/alpha), err)
}

func weibull(s *source, alpha, shape float64) (float64, error) {
	u, err := s.float()
	if err == nil && shape == 0 {
		err = divisionByZero()
	}
	return alpha * object.FloatPow(-object.FloatLog(1-u), 1/shape), err
}
