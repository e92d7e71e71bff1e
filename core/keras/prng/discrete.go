package prng

import (
	"math"
	"slices"

	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// spend takes the steps that n random numbers cost.
func spend(b array.Budget, n int) error {
	if b == nil {
		return nil
	}
	return b.Spend(1 + int64(n)*stepsPerDraw/16)
}

// Integers draws evenly from the integers of [low, high), low where that is empty; d is an integer dtype. The range must lie
// in that of int32, or of uint32 for that dtype.
func Integers(b array.Budget, k Key, d array.Dtype, shape []int, low, high int64) (*array.Array, error) {
	low, high = clipInteger(low, d, 0), clipInteger(high, d, 1)
	out, err := array.New(b, array.Int64, shape...)
	if err != nil {
		return nil, err
	}
	if err := spend(b, 2*out.Size()); err != nil {
		return nil, err
	}
	span := uint32(high - low)
	if high <= low {
		span = 1
	}
	upper, lower := k.Split(0), k.Split(1)
	data := array.Data[int64](out)
	if span == 0 { // all 32 bits
		for i := range data {
			data[i] = low + int64(lower.Bits(i))
		}
		return out.Cast(d)
	}
	factor := (1 << 16) % span
	factor = factor * factor % span
	for i := range data {
		data[i] = low + int64((upper.Bits(i)%span*factor+lower.Bits(i)%span)%span)
	}
	return out.Cast(d)
}

// clipInteger brings v into the range of a dtype; over says how far beyond its largest number v may go. Small dtypes are
// drawn as int32, and may go 1 beyond.
func clipInteger(v int64, d array.Dtype, over int64) int64 {
	low, high := int64(math.MinInt32), int64(math.MaxInt32)
	switch d {
	case array.Int8:
		low, high = math.MinInt8, math.MaxInt8+over
	case array.Int16:
		low, high = math.MinInt16, math.MaxInt16+over
	case array.Uint8:
		low, high = 0, math.MaxUint8+over
	case array.Uint16:
		low, high = 0, math.MaxUint16+over
	case array.Uint32, array.Uint64:
		low, high = 0, math.MaxUint32
	}
	return min(max(v, low), high)
}

// Categorical draws n classes for each row of unnormalized log-probabilities.
func Categorical(k Key, logits *array.Array, n int) (*array.Array, error) {
	b := logits.Budget()
	x, err := logits.Cast(array.Float32)
	if err != nil {
		return nil, err
	}
	rows, classes := x.Shape()[0], x.Shape()[1]
	out, err := array.New(b, array.Int32, rows, n)
	if err != nil {
		return nil, err
	}
	if err := spend(b, rows*classes*n*2); err != nil {
		return nil, err
	}
	values, data := array.Data[float32](x), array.Data[int32](out)
	for r := range rows {
		for s := range n {
			best, at := float32(0), -1
			for c := range classes {
				u := max(k.unit32((r*classes+c)*n+s)+0x1p-126, 0x1p-126)
				v := values[r*classes+c] - special.Log(-special.Log(u))
				if at < 0 || v > best || v != v && best == best {
					best, at = v, c
				}
			}
			data[r*n+s] = int32(max(at, 0))
		}
	}
	return out, nil
}

// Permutation returns, for each place of an array of the given shape, the position along axis from which a shuffled array
// takes its element. Each line along the axis is shuffled on its own.
func Permutation(b array.Budget, k Key, shape []int, axis int) (*array.Array, error) {
	out, err := array.New(b, array.Int64, shape...)
	if err != nil {
		return nil, err
	}
	size := out.Size()
	rounds := int(math.Ceil(3 * math.Log(max(1, float64(size))) / math.Log(math.MaxUint32)))
	if err := spend(b, size*(2+rounds)*8); err != nil {
		return nil, err
	}
	data := array.Data[int64](out)
	step := 1
	for _, n := range shape[axis+1:] {
		step *= n
	}
	n := shape[axis]
	forLines(size, n, step, func(start int) {
		for i := range n {
			data[start+i*step] = int64(i)
		}
	})
	order, line := make([]int, n), make([]int64, n)
	for range rounds {
		sub := k.Split(1)
		k = k.Split(0)
		forLines(size, n, step, func(start int) {
			key := make([]uint32, n)
			for i := range n {
				order[i], key[i], line[i] = i, sub.Bits(start+i*step), data[start+i*step]
			}
			slices.SortStableFunc(order, func(x, y int) int { return int(int64(key[x]) - int64(key[y])) })
			for i, o := range order {
				data[start+i*step] = line[o]
			}
		})
	}
	return out, nil
}

// forLines calls f with the first place of each line along an axis of n places that lie step apart.
func forLines(size, n, step int, f func(start int)) {
	if size == 0 {
		return
	}
	for outer := 0; outer < size; outer += n * step {
		for inner := range step {
			f(outer + inner)
		}
	}
}
