package digest

import (
	"encoding/binary"
	"math/bits"
)

// sigma is the order in which BLAKE2's rounds take the words of a block; rounds ten and eleven begin again.
var sigma = [10][16]byte{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// lanes are the words that the eight steps of a round mix.
var lanes = [8][4]int{{0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15}, {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14}}

// blake2 is a BLAKE2b digest or, with small, a BLAKE2s one, whose words are kept in the lower halves.
type blake2 struct {
	blocks
	state [8]uint64
	size  int
	small bool
}

// BLAKE2 returns a new BLAKE2b digest of size bytes, or a BLAKE2s one, with a key that may be empty.
func BLAKE2(small bool, size int, key []byte) Hash {
	d := &blake2{blocks: blocks{size: 128}, size: size, small: small}
	copy(d.state[:], sha2Start[:8])
	if small {
		d.blocks.size = 64
		for i := range d.state {
			d.state[i] >>= 32
		}
	}
	d.state[0] ^= 0x01010000 | uint64(len(key))<<8 | uint64(size)
	if len(key) > 0 {
		d.Write(append(append([]byte(nil), key...), make([]byte, d.blocks.size-len(key))...))
	}
	return d
}

// Write adds data.
func (d *blake2) Write(p []byte) {
	taken := d.length - uint64(len(d.pending))
	d.write(p, true, func(block []byte) {
		taken += uint64(len(block))
		d.compress(block, taken, false)
	})
}

// Copy returns an independent digest of the same data so far.
func (d *blake2) Copy() Hash {
	c := *d
	c.blocks = d.blocks.copy()
	return &c
}

// Sum returns the digest of the data so far.
func (d *blake2) Sum() []byte {
	c := d.Copy().(*blake2)
	c.compress(append(c.pending, make([]byte, c.blocks.size-len(c.pending))...), c.length, true)
	var out []byte
	for _, w := range c.state {
		if c.small {
			out = binary.LittleEndian.AppendUint32(out, uint32(w))
		} else {
			out = binary.LittleEndian.AppendUint64(out, w)
		}
	}
	return out[:c.size]
}

// Size is the length of the digest in bytes.
func (d *blake2) Size() int { return d.size }

// BlockSize is the length of a block in bytes.
func (d *blake2) BlockSize() int { return d.blocks.size }

func (d *blake2) compress(block []byte, length uint64, last bool) {
	var m, v [16]uint64
	copy(v[:], d.state[:])
	copy(v[8:], sha2Start[:8])
	rounds := 12
	for i := range m {
		if d.small {
			m[i] = uint64(binary.LittleEndian.Uint32(block[4*i:]))
		} else {
			m[i] = binary.LittleEndian.Uint64(block[8*i:])
		}
	}
	if d.small {
		rounds = 10
		for i := 8; i < 16; i++ {
			v[i] >>= 32
		}
		v[13] ^= length >> 32
	}
	v[12] ^= length
	if last {
		v[14] = ^v[14]
	}
	if d.small {
		v[12], v[14] = uint64(uint32(v[12])), uint64(uint32(v[14]))
	}
	for r := 0; r < rounds; r++ {
		s := &sigma[r%10]
		for i, l := range lanes {
			d.mix(&v, l, m[s[2*i]], m[s[2*i+1]])
		}
	}
	for i := range d.state {
		d.state[i] ^= v[i] ^ v[i+8]
	}
}

func (d *blake2) mix(v *[16]uint64, l [4]int, x, y uint64) {
	a, b, c, e := v[l[0]], v[l[1]], v[l[2]], v[l[3]]
	if d.small {
		a32, b32, c32, e32 := uint32(a), uint32(b), uint32(c), uint32(e)
		a32 += b32 + uint32(x)
		e32 = bits.RotateLeft32(e32^a32, -16)
		c32 += e32
		b32 = bits.RotateLeft32(b32^c32, -12)
		a32 += b32 + uint32(y)
		e32 = bits.RotateLeft32(e32^a32, -8)
		c32 += e32
		b32 = bits.RotateLeft32(b32^c32, -7)
		v[l[0]], v[l[1]], v[l[2]], v[l[3]] = uint64(a32), uint64(b32), uint64(c32), uint64(e32)
		return
	}
	a += b + x
	e = bits.RotateLeft64(e^a, -32)
	c += e
	b = bits.RotateLeft64(b^c, -24)
	a += b + y
	e = bits.RotateLeft64(e^a, -16)
	c += e
	b = bits.RotateLeft64(b^c, -63)
	v[l[0]], v[l[1]], v[l[2]], v[l[3]] = a, b, c, e
}
