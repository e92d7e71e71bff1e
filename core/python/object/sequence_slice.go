package object

import (
	"math"
	"math/big"
)

// IndexIn returns the place that key, an integer, means in a sequence of length n: negative keys count from the end. what
// begins the messages ("list index").
func IndexIn(t *Thread, key Object, n int, what string) (int, error) {
	i, err := indexNumber(t, key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, NewError(IndexErrorClass, "%s out of range", what)
	}
	return i, nil
}

func indexNumber(t *Thread, key Object) (int, error) {
	if i, ok := key.(Int); ok {
		return int(i), nil
	}
	v, err := AsIndex(t, key)
	if err != nil {
		return 0, err
	}
	if _, big := v.(*BigInt); big {
		return 0, NewError(IndexErrorClass, "cannot fit '%s' into an index-sized integer", key.Class().MessageName())
	}
	return Index(t, v)
}

// isIndex reports whether o can index a sequence.
func isIndex(o Object) bool {
	switch Of(o).(type) {
	case Int, Bool, *BigInt:
		return true
	}
	return o.Class().Lookup(nameIndex) != nil
}

// Indices works out a slice of a sequence of n items: count items from start on, step apart. stop is as Python's
// slice.indices gives it.
func (s *Slice) Indices(t *Thread, n int) (start, stop, step, count int, err error) {
	if step, err = sliceNumber(t, s.Step, 1); err != nil {
		return 0, 0, 0, 0, err
	}
	if step == 0 {
		return 0, 0, 0, 0, ValueError("slice step cannot be zero")
	}
	if step == math.MinInt {
		step = -math.MaxInt
	}
	first, last := 0, math.MaxInt
	if step < 0 {
		first, last = math.MaxInt, math.MinInt
	}
	if start, err = sliceNumber(t, s.Start, first); err != nil {
		return 0, 0, 0, 0, err
	}
	if stop, err = sliceNumber(t, s.Stop, last); err != nil {
		return 0, 0, 0, 0, err
	}
	start, stop = clampSlice(start, n, step), clampSlice(stop, n, step)
	switch {
	case step < 0 && stop < start:
		count = (start-stop-1)/-step + 1
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	}
	return start, stop, step, count, nil
}

func clampSlice(i, n, step int) int {
	switch {
	case i < 0:
		if i += n; i >= 0 {
			return i
		}
		if step < 0 {
			return -1
		}
		return 0
	case i >= n:
		if step < 0 {
			return n - 1
		}
		return n
	}
	return i
}

// sliceNumber reads one part of a slice; numbers beyond Go's range mean its ends.
func sliceNumber(t *Thread, v Object, absent int) (int, error) {
	switch x := v.(type) {
	case nil, *NoneType:
		return absent, nil
	case Int:
		return int(x), nil
	}
	if !isIndex(v) {
		return 0, TypeError("slice indices must be integers or None or have an __index__ method")
	}
	v, err := AsIndex(t, v)
	if err != nil {
		return 0, err
	}
	if b, ok := v.(*BigInt); ok {
		if b.V.Sign() < 0 {
			return math.MinInt, nil
		}
		return math.MaxInt, nil
	}
	return Index(t, v)
}

// bigIndices is Indices for lengths and numbers beyond Go's range.
func (s *Slice) bigIndices(t *Thread, n *big.Int) (start, stop, step *big.Int, err error) {
	part := func(v Object) (*big.Int, error) {
		if v == nil || v == None {
			return nil, nil
		}
		if !isIndex(v) {
			return nil, TypeError("slice indices must be integers or None or have an __index__ method")
		}
		v, err := AsIndex(t, v)
		if err != nil {
			return nil, err
		}
		return bigOf(v), nil
	}
	if step, err = part(s.Step); err != nil {
		return nil, nil, nil, err
	}
	if step == nil {
		step = big.NewInt(1)
	}
	if step.Sign() == 0 {
		return nil, nil, nil, ValueError("slice step cannot be zero")
	}
	low, high := new(big.Int), n // the ends of what start and stop may be
	if step.Sign() < 0 {
		low, high = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
	}
	first, last := low, high
	if step.Sign() < 0 {
		first, last = high, low
	}
	bound := func(v Object, absent *big.Int) (*big.Int, error) {
		i, err := part(v)
		if i == nil || err != nil {
			return absent, err
		}
		if i.Sign() < 0 {
			i = new(big.Int).Add(i, n)
		}
		switch {
		case i.Cmp(low) < 0:
			return low, nil
		case i.Cmp(high) > 0:
			return high, nil
		}
		return i, nil
	}
	if start, err = bound(s.Start, first); err == nil {
		stop, err = bound(s.Stop, last)
	}
	return start, stop, step, err
}

// sliceItems returns the items of a slice in a new slice of Go.
func sliceItems(t *Thread, items []Object, s *Slice) ([]Object, error) {
	start, _, step, count, err := s.Indices(t, len(items))
	if err != nil || count == 0 {
		return nil, err
	}
	if err := t.Alloc(int64(count) * 16); err != nil {
		return nil, err
	}
	out := make([]Object, count)
	if step == 1 {
		copy(out, items[start:start+count])
		return out, nil
	}
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out, nil
}
