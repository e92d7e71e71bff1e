// Package prng draws random numbers as jax does: from a key of two 32-bit words and a place in the array, by the hash
// threefry2x32. Equal keys give equal numbers, whatever was drawn before, and the numbers are those that Keras's jax
// backend gives.
package prng

import (
	"math"
	"math/bits"

	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// Key is the state from which numbers are drawn.
type Key [2]uint32

// FromSeed is the key of an integer seed, as keras.random makes it: the lower 32 bits and a counter of 0.
func FromSeed(seed int64) Key { return Key{uint32(seed), 0} }

var rotations = [2][4]int{{13, 15, 26, 6}, {17, 29, 16, 24}}

// hash is threefry2x32.
func (k Key) hash(a, b uint32) (uint32, uint32) {
	word := [3]uint32{k[0], k[1], k[0] ^ k[1] ^ 0x1BD11BDA}
	a += word[0]
	b += word[1]
	for i := range uint32(5) {
		for _, r := range rotations[i%2] {
			a += b
			b = bits.RotateLeft32(b, r) ^ a
		}
		a += word[(i+1)%3]
		b += word[(i+2)%3] + i + 1
	}
	return a, b
}

// Split returns the i-th of the independent keys that a key splits into.
func (k Key) Split(i int) Key {
	a, b := k.hash(uint32(uint64(i)>>32), uint32(i))
	return Key{a, b}
}

// Bits returns the 32 random bits of a place.
func (k Key) Bits(i int) uint32 {
	a, b := k.hash(uint32(uint64(i)>>32), uint32(i))
	return a ^ b
}

// Bits64 returns the 64 random bits of a place.
func (k Key) Bits64(i int) uint64 {
	a, b := k.hash(uint32(uint64(i)>>32), uint32(i))
	return uint64(a)<<32 | uint64(b)
}

// stepsPerDraw is what one number costs of the budget, in sixteenths of a step.
const stepsPerDraw = 4

// elements makes an array of a float dtype whose i-th element is draw(i). Half precision is rounded from float32.
func elements(b array.Budget, d array.Dtype, shape []int, draw func(i int) float64) (*array.Array, error) {
	work := d
	if d.IsHalf() {
		work = array.Float32
	}
	out, err := array.New(b, work, shape...)
	if err != nil {
		return nil, err
	}
	if b != nil {
		if err := b.Spend(1 + int64(out.Size())*stepsPerDraw/16); err != nil {
			return nil, err
		}
	}
	if work == array.Float32 {
		data := array.Data[float32](out)
		for i := range data {
			data[i] = float32(draw(i))
		}
	} else {
		data := array.Data[float64](out)
		for i := range data {
			data[i] = draw(i)
		}
	}
	return out.Cast(d)
}

// unit returns the function that gives the number of [0, 1) at a place: as many random bits as the dtype's mantissa has.
func (k Key) unit(d array.Dtype) func(i int) float64 {
	switch d {
	case array.Float64:
		return func(i int) float64 { return math.Float64frombits(k.Bits64(i)>>12|0x3FF<<52) - 1 }
	case array.Float16:
		return func(i int) float64 { return float64(uint16(k.Bits(i))>>6) / (1 << 10) }
	case array.BFloat16:
		return func(i int) float64 { return float64(uint8(k.Bits(i))>>1) / (1 << 7) }
	}
	return func(i int) float64 { return float64(k.unit32(i)) }
}

func (k Key) unit32(i int) float32 { return math.Float32frombits(k.Bits(i)>>9|0x7F<<23) - 1 }

// round gives v the precision of a dtype.
func round(v float64, d array.Dtype) float64 {
	switch d {
	case array.Float16:
		return float64(array.F16FromFloat64(v).Float32())
	case array.BFloat16:
		return float64(array.ToBF16(float32(v)).Float32())
	case array.Float32:
		return float64(float32(v))
	}
	return v
}

// between returns the function that gives the number of [low, high) at a place.
func (k Key) between(d array.Dtype, low, high float64) func(i int) float64 {
	low, high = round(low, d), round(high, d)
	span, unit := round(high-low, d), k.unit(d)
	return func(i int) float64 { return math.Max(low, round(unit(i)*span+low, d)) }
}

// Uniform draws evenly from [low, high).
func Uniform(b array.Budget, k Key, d array.Dtype, shape []int, low, high float64) (*array.Array, error) {
	return elements(b, d, shape, k.between(d, low, high))
}

// aboveMinusOne is the number next to -1 towards 0 that a dtype can hold.
func aboveMinusOne(d array.Dtype) float64 {
	switch d {
	case array.Float16:
		return -1 + 1.0/(1<<11)
	case array.BFloat16:
		return -1 + 1.0/(1<<8)
	case array.Float32:
		return -1 + 1.0/(1<<24)
	}
	return -1 + 1.0/(1<<53)
}

// inverse returns the quantile function of the normal distribution at u in (-1, 1), in the precision of a dtype.
func inverse(d array.Dtype) func(u float64) float64 {
	if d == array.Float64 {
		return func(u float64) float64 { return math.Sqrt2 * math.Erfinv(u) }
	}
	root := float32(round(math.Sqrt2, d))
	return func(u float64) float64 { return float64(root * float32(round(float64(special.Erfinv(float32(u))), d))) }
}

// standard returns the function that gives the standard normal number at a place.
func (k Key) standard(d array.Dtype) func(i int) float64 {
	u, inv := k.between(d, aboveMinusOne(d), 1), inverse(d)
	return func(i int) float64 { return round(inv(u(i)), d) }
}

// scaled moves numbers of mean 0 and deviation 1, one rounding after each step.
func scaled(f func(i int) float64, d array.Dtype, mean, deviation float64) func(i int) float64 {
	mean, deviation = round(mean, d), round(deviation, d)
	return func(i int) float64 { return round(f(i)*deviation, d) + mean }
}

// Normal draws from a normal distribution.
func Normal(b array.Budget, k Key, d array.Dtype, shape []int, mean, deviation float64) (*array.Array, error) {
	return elements(b, d, shape, scaled(k.standard(d), d, mean, deviation))
}

// TruncatedNormal draws from a normal distribution cut at two deviations.
func TruncatedNormal(b array.Budget, k Key, d array.Dtype, shape []int, mean, deviation float64) (*array.Array, error) {
	edge := round(math.Erf(round(2/round(math.Sqrt2, d), d)), d)
	u, inv := k.between(d, -edge, edge), inverse(d)
	if d == array.BFloat16 { // the product is rounded here, and only here
		unit := k.unit(d)
		u = func(i int) float64 { return round(round(unit(i)*(2*edge), d)-edge, d) }
	}
	most := largestBelowTwo(d)
	cut := func(i int) float64 { return math.Max(-most, math.Min(most, round(inv(u(i)), d))) }
	return elements(b, d, shape, scaled(cut, d, mean, deviation))
}

func largestBelowTwo(d array.Dtype) float64 {
	switch d {
	case array.Float16:
		return 2 - 1.0/(1<<10)
	case array.BFloat16:
		return 2 - 1.0/(1<<7)
	case array.Float32:
		return 2 - 1.0/(1<<23)
	}
	return 2 - 1.0/(1<<52)
}

// Bernoulli draws true with probability p.
func Bernoulli(b array.Budget, k Key, shape []int, p float64) (*array.Array, error) {
	out, err := array.New(b, array.Bool, shape...)
	if err != nil {
		return nil, err
	}
	if b != nil {
		if err := b.Spend(1 + int64(out.Size())*stepsPerDraw/16); err != nil {
			return nil, err
		}
	}
	limit := float32(p)
	data := array.Data[bool](out)
	for i := range data {
		data[i] = k.unit32(i) < limit
	}
	return out, nil
}
