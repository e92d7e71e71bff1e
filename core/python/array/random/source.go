// Package random makes the streams of random numbers of numpy: the Mersenne Twister behind numpy.random's functions, PCG64
// behind default_rng, and the distributions drawn from them, so that a seed gives the numbers that numpy gives.
package random

import "math/bits"

// Source is a generator of random bits.
type Source interface {
	Uint32() uint32
	Uint64() uint64
	// Float64 is uniform in [0, 1) with 53 random bits.
	Float64() float64
}

const (
	twisterSize  = 624
	twisterShift = 397
)

// Twister is the Mersenne Twister MT19937.
type Twister struct {
	key [twisterSize]uint32
	pos int
}

// NewTwister seeds a Twister with one number.
func NewTwister(seed uint32) *Twister {
	m := &Twister{pos: twisterSize}
	for i := range m.key {
		m.key[i] = seed
		seed = 1812433253*(seed^seed>>30) + uint32(i) + 1
	}
	return m
}

// NewTwisterFrom seeds a Twister with several numbers.
func NewTwisterFrom(seeds []uint32) *Twister {
	m := NewTwister(19650218)
	i, j := 1, 0
	for range max(twisterSize, len(seeds)) {
		prev := m.key[i-1]
		m.key[i] = (m.key[i] ^ (prev^prev>>30)*1664525) + seeds[j] + uint32(j)
		if i++; i >= twisterSize {
			m.key[0] = m.key[twisterSize-1]
			i = 1
		}
		if j++; j >= len(seeds) {
			j = 0
		}
	}
	for range twisterSize - 1 {
		prev := m.key[i-1]
		m.key[i] = (m.key[i] ^ (prev^prev>>30)*1566083941) - uint32(i)
		if i++; i >= twisterSize {
			m.key[0] = m.key[twisterSize-1]
			i = 1
		}
	}
	m.key[0] = 0x80000000
	return m
}

// State returns the numbers a Twister is made of.
func (m *Twister) State() (key []uint32, pos int) { return append([]uint32(nil), m.key[:]...), m.pos }

// SetState puts a Twister where State found one.
func (m *Twister) SetState(key []uint32, pos int) bool {
	if len(key) != twisterSize || pos < 0 || pos > twisterSize {
		return false
	}
	copy(m.key[:], key)
	m.pos = pos
	return true
}

func (m *Twister) refill() {
	for i := range m.key {
		y := m.key[i]&0x80000000 | m.key[(i+1)%twisterSize]&0x7fffffff
		v := m.key[(i+twisterShift)%twisterSize] ^ y>>1
		if y&1 == 1 {
			v ^= 0x9908b0df
		}
		m.key[i] = v
	}
	m.pos = 0
}

// Uint32 returns 32 random bits.
func (m *Twister) Uint32() uint32 {
	if m.pos == twisterSize {
		m.refill()
	}
	y := m.key[m.pos]
	m.pos++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// Uint64 returns 64 random bits.
func (m *Twister) Uint64() uint64 {
	high := uint64(m.Uint32()) << 32
	return high | uint64(m.Uint32())
}

// Float64 is uniform in [0, 1).
func (m *Twister) Float64() float64 {
	a, b := m.Uint32()>>5, m.Uint32()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// PCG64 is the permuted congruential generator XSL RR 128/64.
type PCG64 struct {
	high, low       uint64
	incHigh, incLow uint64
	half            uint32 // the half of a number that Uint32 keeps for its next call
	hasHalf         bool
}

// NewPCG64 seeds a PCG64.
func NewPCG64(seed *SeedSequence) *PCG64 {
	v := seed.Uint64s(4)
	p := &PCG64{incHigh: v[2]<<1 | v[3]>>63, incLow: v[3]<<1 | 1}
	p.step()
	var carry uint64
	p.low, carry = bits.Add64(p.low, v[1], 0)
	p.high, _ = bits.Add64(p.high, v[0], carry)
	p.step()
	return p
}

func (p *PCG64) step() {
	const multHigh, multLow = 2549297995355413924, 4865540595714422341
	high, low := bits.Mul64(p.low, multLow)
	high += p.high*multLow + p.low*multHigh
	var carry uint64
	p.low, carry = bits.Add64(low, p.incLow, 0)
	p.high, _ = bits.Add64(high, p.incHigh, carry)
}

// Uint64 returns 64 random bits.
func (p *PCG64) Uint64() uint64 {
	p.step()
	return bits.RotateLeft64(p.high^p.low, -int(p.high>>58))
}

// Uint32 returns 32 random bits: two calls share one 64-bit number.
func (p *PCG64) Uint32() uint32 {
	if p.hasHalf {
		p.hasHalf = false
		return p.half
	}
	v := p.Uint64()
	p.half, p.hasHalf = uint32(v>>32), true
	return uint32(v)
}

// Float64 is uniform in [0, 1).
func (p *PCG64) Float64() float64 { return float64(p.Uint64()>>11) / 9007199254740992 }

const poolSize = 4

// SeedSequence spreads a seed over the state of a generator.
type SeedSequence struct {
	entropy []uint32
	key     []uint32 // of a spawned sequence
	pool    [poolSize]uint32
	spawned uint32
}

// NewSeedSequence makes a sequence of the seed's 32-bit digits, the lowest first.
func NewSeedSequence(entropy []uint32, key ...uint32) *SeedSequence {
	s := &SeedSequence{entropy: entropy, key: key}
	words := append([]uint32{}, entropy...)
	if len(key) > 0 {
		for len(words) < poolSize {
			words = append(words, 0)
		}
		words = append(words, key...)
	}
	s.mix(words)
	return s
}

func (s *SeedSequence) mix(words []uint32) {
	constant := uint32(0x43b0d7e5)
	hash := func(v uint32) uint32 {
		v ^= constant
		constant *= 0x931e8875
		v *= constant
		return v ^ v>>16
	}
	join := func(x, y uint32) uint32 {
		r := 0xca01f9dd*x - 0x4973f715*y
		return r ^ r>>16
	}
	for i := range s.pool {
		v := uint32(0)
		if i < len(words) {
			v = words[i]
		}
		s.pool[i] = hash(v)
	}
	for from := range s.pool {
		for to := range s.pool {
			if from != to {
				s.pool[to] = join(s.pool[to], hash(s.pool[from]))
			}
		}
	}
	for i := poolSize; i < len(words); i++ {
		for to := range s.pool {
			s.pool[to] = join(s.pool[to], hash(words[i]))
		}
	}
}

// Uint32s generates n numbers.
func (s *SeedSequence) Uint32s(n int) []uint32 {
	constant := uint32(0x8b51f9dd)
	out := make([]uint32, n)
	for i := range out {
		v := s.pool[i%poolSize] ^ constant
		constant *= 0x58f38ded
		v *= constant
		out[i] = v ^ v>>16
	}
	return out
}

// Uint64s generates n numbers.
func (s *SeedSequence) Uint64s(n int) []uint64 {
	half := s.Uint32s(2 * n)
	out := make([]uint64, n)
	for i := range out {
		out[i] = uint64(half[2*i]) | uint64(half[2*i+1])<<32
	}
	return out
}

// Spawn returns n sequences that are independent of this one and of each other.
func (s *SeedSequence) Spawn(n int) []*SeedSequence {
	out := make([]*SeedSequence, n)
	for i := range out {
		out[i] = NewSeedSequence(s.entropy, append(append([]uint32{}, s.key...), s.spawned)...)
		s.spawned++
	}
	return out
}
