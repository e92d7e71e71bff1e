package random

import "math/big"

const (
	words  = 624
	middle = 397
)

// twister is the Mersenne Twister MT19937.
type twister struct {
	state [words]uint32
	at    int
}

// begin fills the state from one number.
func (m *twister) begin(s uint32) {
	m.state[0] = s
	for i := uint32(1); i < words; i++ {
		s = 1812433253*(s^s>>30) + i
		m.state[i] = s
	}
	m.at = words
}

// beginWith fills the state from a key of any length.
func (m *twister) beginWith(key []uint32) {
	m.begin(19650218)
	s, i := &m.state, 1
	turn := func() {
		if i++; i >= words {
			s[0] = s[words-1]
			i = 1
		}
	}
	for j, k := 0, max(words, len(key)); k > 0; k-- {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		j = (j + 1) % len(key)
		turn()
	}
	for k := words - 1; k > 0; k-- {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		turn()
	}
	s[0] = 1 << 31
}

// seed begins with the magnitude of an int.
func (m *twister) seed(n *big.Int) {
	var key []uint32
	bytes := n.Bytes()
	for end := len(bytes); end > 0; end -= 4 {
		var w uint32
		for _, b := range bytes[max(0, end-4):end] {
			w = w<<8 | uint32(b)
		}
		key = append(key, w)
	}
	if key == nil {
		key = []uint32{0}
	}
	m.beginWith(key)
}

func (m *twister) refill() {
	s := &m.state
	for i := range s {
		y := s[i]&(1<<31) | s[(i+1)%words]&(1<<31-1)
		s[i] = s[(i+middle)%words] ^ y>>1 ^ -(y&1)&0x9908b0df
	}
	m.at = 0
}

// next returns the next 32 bits.
func (m *twister) next() uint32 {
	if m.at >= words {
		m.refill()
	}
	y := m.state[m.at]
	m.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float returns a number in [0, 1) of 53 bits.
func (m *twister) float() float64 {
	a, b := m.next()>>5, m.next()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// bits returns k random bits, k > 0.
func (m *twister) bits(k int) *big.Int {
	bytes := make([]byte, (k+31)/32*4)
	for end := len(bytes); end > 0; end -= 4 {
		w := m.next()
		if k < 32 {
			w >>= 32 - k
		}
		k -= 32
		bytes[end-1], bytes[end-2], bytes[end-3], bytes[end-4] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	return new(big.Int).SetBytes(bytes)
}
