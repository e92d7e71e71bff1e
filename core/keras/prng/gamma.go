package prng

import (
	"math"

	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// maxTries ends a search that a strange parameter (NaN, infinity) would keep going for ever.
const maxTries = 10000

// Gamma draws from gamma distributions of scale 1. alpha is broadcast to the shape.
func Gamma(k Key, alpha *array.Array, d array.Dtype, shape []int) (*array.Array, error) {
	return gammas(k, alpha, d, shape, false)
}

func gammas(k Key, alpha *array.Array, d array.Dtype, shape []int, logarithm bool) (*array.Array, error) {
	a, err := spread(alpha, shape)
	if err != nil {
		return nil, err
	}
	if err := spend(alpha.Budget(), 16*len(a)); err != nil {
		return nil, err
	}
	return elements(alpha.Budget(), d, shape, func(i int) float64 { return float64(k.Split(i).gamma(a[i], logarithm)) })
}

// spread returns the elements of an array broadcast to a shape, as float32.
func spread(a *array.Array, shape []int) ([]float32, error) {
	f, err := a.Cast(array.Float32)
	if err != nil {
		return nil, err
	}
	if f, err = f.BroadcastTo(shape); err != nil {
		return nil, err
	}
	return array.Data[float32](f), nil
}

// gamma draws one number by the method of Marsaglia and Tsang, or its logarithm. An alpha below 1 is raised by 1, and the
// result multiplied by a power of a uniform number.
func (k Key) gamma(alpha float32, logarithm bool) float32 {
	raised := alpha
	if !(alpha >= 1) {
		raised++
	}
	const third = float32(1.0 / 3)
	d := raised - third
	c := third / float32(math.Sqrt(float64(d)))
	k, rest := k.Split(0), k.Split(1)
	v := k.accepted(d, c)
	if logarithm {
		u := special.Log1p(-rest.unit32(0))
		boost := float32(0)
		if alpha < 1 && u != 0 {
			boost = u * (1 / alpha)
		}
		return special.Log(d) + special.Log(v) + boost
	}
	boost := float32(1)
	if !(alpha >= 1) {
		boost = float32(math.Pow(float64(1-rest.unit32(0)), float64(1/alpha)))
	}
	return float32(d*v) * boost
}

// accepted draws until a candidate is accepted.
func (k Key) accepted(d, c float32) float32 {
	v := float32(1)
	for range maxTries {
		inner, uniform := k.Split(1), k.Split(2)
		k = k.Split(0)
		x, w := float32(0), float32(-1)
		for try := 0; w <= 0 && try < maxTries; try++ {
			sub := inner.Split(1)
			inner = inner.Split(0)
			x = float32(sub.standard(array.Float32)(0))
			w = float32(float64(x)*float64(c) + 1)
		}
		square := x * x
		v = float32(w*w) * w
		u := uniform.unit32(0)
		if !(u >= 1-0.0331*(square*square) && special.Log(u) >= square*0.5+d*(1-v+special.Log(v))) {
			break
		}
	}
	return v
}

// Beta draws from beta distributions; alpha and beta are broadcast to the shape.
func Beta(k Key, alpha, beta *array.Array, d array.Dtype, shape []int) (*array.Array, error) {
	a, err := gammas(k.Split(0), alpha, array.Float32, shape, true)
	if err != nil {
		return nil, err
	}
	b, err := gammas(k.Split(1), beta.WithBudget(alpha.Budget()), array.Float32, shape, true)
	if err != nil {
		return nil, err
	}
	x, y := array.Data[float32](a), array.Data[float32](b)
	return elements(alpha.Budget(), d, shape, func(i int) float64 {
		most := max(x[i], y[i])
		p, q := special.Exp(x[i]-most), special.Exp(y[i]-most)
		return float64(p / (p + q))
	})
}
