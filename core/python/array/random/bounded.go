package random

import "math/bits"

// Stream draws from distributions. A legacy stream follows numpy.random.RandomState, another numpy.random.Generator.
type Stream struct {
	Source
	Legacy bool
	// hasGauss and gauss keep the second of the two normal numbers that the legacy method makes at once.
	hasGauss bool
	gauss    float64
}

// NewLegacy makes a stream as RandomState does.
func NewLegacy(m *Twister) *Stream { return &Stream{Source: m, Legacy: true} }

// NewGenerator makes a stream as Generator does.
func NewGenerator(s Source) *Stream { return &Stream{Source: s} }

// Gauss returns what a legacy stream keeps for the next normal number.
func (s *Stream) Gauss() (has bool, value float64) { return s.hasGauss, s.gauss }

// SetGauss sets what Gauss returns.
func (s *Stream) SetGauss(has bool, value float64) { s.hasGauss, s.gauss = has, value }

// maskFor returns the smallest number of ones in binary that is at least n.
func maskFor(n uint64) uint64 {
	if n == 0 {
		return 0
	}
	return 1<<bits.Len64(n) - 1
}

// Interval is uniform in [0, limit], by throwing away what is too large.
func (s *Stream) Interval(limit uint64) uint64 {
	if limit == 0 {
		return 0
	}
	mask := maskFor(limit)
	for {
		var v uint64
		if limit <= 0xffffffff {
			v = uint64(s.Uint32()) & mask
		} else {
			v = s.Uint64() & mask
		}
		if v <= limit {
			return v
		}
	}
}

// Bounded is uniform in [0, limit]: a legacy stream masks, another one multiplies (Lemire's method).
func (s *Stream) Bounded(limit uint64) uint64 {
	switch {
	case limit == 0:
		return 0
	case s.Legacy:
		if limit == 1<<64-1 {
			return s.Uint64()
		}
		return s.Interval(limit)
	case limit <= 0xffffffff:
		return uint64(s.lemire32(uint32(limit)))
	case limit == 1<<64-1:
		return s.Uint64()
	}
	n := limit + 1
	high, low := bits.Mul64(s.Uint64(), n)
	if low < n {
		threshold := -n % n
		for low < threshold {
			high, low = bits.Mul64(s.Uint64(), n)
		}
	}
	return high
}

func (s *Stream) lemire32(limit uint32) uint32 {
	if limit == 1<<32-1 {
		return s.Uint32()
	}
	n := limit + 1
	m := uint64(s.Uint32()) * uint64(n)
	if uint32(m) < n {
		threshold := -n % n
		for uint32(m) < threshold {
			m = uint64(s.Uint32()) * uint64(n)
		}
	}
	return uint32(m >> 32)
}

// pieces cuts 32-bit numbers into smaller ones, the lowest bits first.
type pieces struct {
	s    *Stream
	left int
	buf  uint32
	bits int
}

func (p *pieces) next() uint32 {
	if p.left == 0 {
		p.buf = p.s.Uint32()
		p.left = 32/p.bits - 1
	} else {
		p.buf >>= p.bits
		p.left--
	}
	return p.buf & (1<<p.bits - 1)
}

// BoundedFill returns n numbers uniform in [0, limit] as they are drawn for integer types of the given width, which is 1
// for bool, else 8, 16, 32 or 64.
func (s *Stream) BoundedFill(n int, limit uint64, width int) []uint64 {
	out := make([]uint64, n)
	if limit == 0 {
		return out
	}
	if width >= 32 {
		for i := range out {
			out[i] = s.Bounded(limit)
		}
		return out
	}
	p := &pieces{s: s, bits: width}
	for i := range out {
		switch {
		case limit == 1<<width-1:
			out[i] = uint64(p.next())
		case s.Legacy:
			out[i] = p.masked(uint32(limit))
		default:
			out[i] = p.lemire(uint32(limit))
		}
	}
	return out
}

func (p *pieces) masked(limit uint32) uint64 {
	mask := uint32(maskFor(uint64(limit)))
	for {
		if v := p.next() & mask; v <= limit {
			return uint64(v)
		}
	}
}

func (p *pieces) lemire(limit uint32) uint64 {
	low := uint32(1)<<p.bits - 1
	n := limit + 1
	m := p.next() * n
	if m&low < n {
		threshold := (low - limit) % n
		for m&low < threshold {
			m = p.next() * n
		}
	}
	return uint64(m >> p.bits)
}

// Shuffle calls swap for the exchanges that shuffle n items.
func (s *Stream) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i >= 1; i-- {
		swap(i, int(s.Interval(uint64(i))))
	}
}

// shuffleTail shuffles the items from first on, by the method of Bounded.
func (s *Stream) shuffleTail(n, first int, swap func(i, j int)) {
	for i := n - 1; i >= first; i-- {
		swap(i, int(s.Bounded(uint64(i))))
	}
}

// Permutation returns the numbers below n in random order.
func (s *Stream) Permutation(n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(i)
	}
	s.Shuffle(n, func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Sample returns k different numbers below n. Of a Generator they come in random order where shuffled is set.
func (s *Stream) Sample(n, k int, shuffled bool) []int64 {
	if s.Legacy {
		return s.Permutation(n)[:k]
	}
	cutoff := 20
	if shuffled {
		cutoff = 50
	}
	if n > 10000 && k > n/cutoff {
		all := make([]int64, n)
		for i := range all {
			all[i] = int64(i)
		}
		s.shuffleTail(n, max(n-k, 1), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return all[n-k:]
	}
	taken := make(map[int64]bool, k)
	out := make([]int64, 0, k)
	for j := n - k; j < n; j++ { // Floyd's method
		v := int64(s.Bounded(uint64(j)))
		if taken[v] {
			v = int64(j)
		}
		taken[v] = true
		out = append(out, v)
	}
	if shuffled {
		s.shuffleTail(k, 1, func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}
