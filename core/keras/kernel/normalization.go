package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// Moments returns mean and variance along axes. Those of half types are computed in float32 and limited to the range of float16.
func Moments(x *array.Array, axes []int, keep bool) (mean, variance *array.Array, err error) {
	half := x.Dtype().IsHalf()
	f, err := x.Cast(workType(x))
	if err != nil {
		return nil, nil, err
	}
	if mean, err = array.Mean(f, axes, keep, array.Invalid); err != nil {
		return nil, nil, err
	}
	if variance, err = array.Var(f, axes, 0, keep, array.Invalid); err != nil || !half {
		return mean, variance, err
	}
	limit := func(v float64) float64 { return clip(v, -65504, 65504) }
	if mean, err = Map(mean, limit); err != nil {
		return nil, nil, err
	}
	variance, err = Map(variance, limit)
	return mean, variance, err
}

// shifted is x·inv + (offset - mean·inv) with inv = scale/sqrt(variance + epsilon); offset and scale may be nil. The arrays fit x by
// broadcasting.
func (c *calc) shifted(x, mean, variance, offset, scale *array.Array, epsilon float64) *array.Array {
	inv := c.rsqrt(c.add(variance, c.number(variance, epsilon)))
	if scale != nil {
		inv = c.mul(inv, scale)
	}
	rest := c.mul(c.unary(array.Negative, mean), inv)
	if offset != nil {
		rest = c.add(rest, offset)
	}
	return c.add(c.mul(x, inv), rest)
}

// BatchNorm normalizes x with a mean and a variance for each place of an axis; offset and scale may be nil.
func BatchNorm(x, mean, variance *array.Array, axis int, offset, scale *array.Array, epsilon float64) (*array.Array, error) {
	var c calc
	axis, err := array.NormalizeAxis(axis, x.Rank())
	if err != nil {
		return nil, err
	}
	shape := ones(x.Rank())
	shape[axis] = mean.Shape()[0]
	d := workType(x)
	along := func(a *array.Array) *array.Array {
		if a == nil {
			return nil
		}
		if workType(a) == array.Float64 && a.Dtype() == array.Float64 {
			d = array.Float64
		}
		return c.reshape(c.cast(a, workType(a)), shape...)
	}
	mean, variance, offset, scale = along(mean), along(variance), along(offset), along(scale)
	out := c.shifted(c.cast(x, d), mean, variance, offset, scale, epsilon)
	return out, c.err
}

func ones(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = 1
	}
	return s
}

// LayerNorm normalizes x along axes; gamma and beta may be nil. rms leaves the mean where it is, and beta out.
func LayerNorm(x, gamma, beta *array.Array, axes []int, epsilon float64, rms bool) (*array.Array, error) {
	var c calc
	axes, err := array.NormalizeAxes(axes, x.Rank())
	if err != nil {
		return nil, err
	}
	shape := ones(x.Rank())
	for _, i := range axes {
		shape[i] = x.Shape()[i]
	}
	x = c.cast(x, workType(x))
	if c.err != nil {
		return nil, c.err
	}
	fit := func(a *array.Array) *array.Array {
		if a == nil {
			return nil
		}
		a = c.cast(a, x.Dtype())
		if c.err == nil && a.Rank() != x.Rank() && !(len(axes) == 1 && axes[0] == x.Rank()-1) {
			return c.reshape(a, shape...)
		}
		return a
	}
	gamma, beta = fit(gamma), fit(beta)
	mean, variance, err := Moments(x, axes, true)
	if err != nil {
		return nil, err
	}
	if rms {
		inv := c.rsqrt(c.add(variance, c.number(variance, epsilon)))
		out := c.mul(x, inv)
		if gamma != nil {
			out = c.mul(out, gamma)
		}
		return out, c.err
	}
	out := c.shifted(x, mean, variance, beta, gamma, epsilon)
	return out, c.err
}

// RMSNorm divides x by the root of its mean square along axes; scale may be nil.
func RMSNorm(x, scale *array.Array, axes []int, epsilon float64) (*array.Array, error) {
	var c calc
	x = c.cast(x, workType(x))
	if c.err != nil {
		return nil, c.err
	}
	mean, err := array.Mean(c.unary(array.Square, x), axes, true, array.Invalid)
	if err != nil {
		return nil, err
	}
	out := c.mul(x, c.rsqrt(c.add(mean, c.number(mean, epsilon))))
	if scale != nil {
		out = c.mul(out, c.cast(scale, x.Dtype()))
	}
	return out, c.err
}

// Normalize divides x by its norm of an order along axes, but by no less than epsilon.
func Normalize(x *array.Array, axes []int, order int, epsilon float64) (*array.Array, error) {
	var c calc
	x = c.cast(x, workType(x))
	if order == 2 {
		inv := c.rsqrt(c.sum(c.unary(array.Square, x), axes, true))
		if c.err != nil {
			return nil, c.err
		}
		inv, err := Map(inv, func(v float64) float64 { return math.Min(v, 1/epsilon) })
		if err != nil {
			return nil, err
		}
		out := c.mul(x, inv)
		return out, c.err
	}
	if c.err != nil {
		return nil, c.err
	}
	norm, err := Norm(x, Order(float64(order)), axes, true)
	if err != nil {
		return nil, err
	}
	norm, err = Map(norm, func(v float64) float64 { return math.Max(v, epsilon) })
	if err != nil {
		return nil, err
	}
	out := c.div(x, norm)
	return out, c.err
}

// PSNR is the peak signal-to-noise ratio of two arrays of one shape.
func PSNR(a, b *array.Array, most float64) (*array.Array, error) {
	var c calc
	d := c.sub(c.cast(a, workType(a)), c.cast(b, workType(b)))
	mean := c.unary(array.Square, d)
	if c.err != nil {
		return nil, c.err
	}
	mean, err := array.Mean(mean, nil, false, array.Invalid)
	if err != nil {
		return nil, err
	}
	return Map(mean, func(v float64) float64 { return 20*math.Log10(most) - 10*math.Log10(v) })
}
