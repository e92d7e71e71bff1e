// Package digest calculates the message digests of modules hashlib, random and uuid: MD5, SHA-1, SHA-2, SHA-3 and BLAKE2.
// They are written for small code, since every visitor loads them; Go's own come with assembly drivers and self-tests.
package digest

import (
	"encoding/binary"
	"math/bits"
)

// Hash is a digest in the making.
type Hash interface {
	// Write adds data.
	Write(p []byte)
	// Sum returns the digest of the data so far.
	Sum() []byte
	// Copy returns an independent digest of the same data so far.
	Copy() Hash
	// Size is the length of the digest and BlockSize that of the blocks of data it takes, in bytes.
	Size() int
	BlockSize() int
}

// blocks cuts data into blocks for a compression function.
type blocks struct {
	pending []byte
	size    int
	length  uint64
}

// write hands whole blocks to compress. With keepLast a full last block is kept back, as BLAKE2 wants it.
func (b *blocks) write(p []byte, keepLast bool, compress func(block []byte)) {
	b.length += uint64(len(p))
	least := b.size
	if keepLast {
		least++
	}
	if len(b.pending)+len(p) < least {
		b.pending = append(b.pending, p...)
		return
	}
	if n := len(b.pending); n > 0 {
		take := min(b.size-n, len(p))
		b.pending = append(b.pending, p[:take]...)
		p = p[take:]
		compress(b.pending)
		b.pending = b.pending[:0]
	}
	for len(p) >= least {
		compress(p[:b.size])
		p = p[b.size:]
	}
	b.pending = append(b.pending, p...)
}

func (b blocks) copy() blocks {
	b.pending = append(make([]byte, 0, b.size), b.pending...)
	return b
}

// padding returns what MD5, SHA-1 and SHA-2 add at the end: a one bit, zeros, and the length in bits in the last 8 bytes.
func (b *blocks) padding(lengthBytes int, order binary.ByteOrder) []byte {
	zeros := b.size - (len(b.pending)+1+lengthBytes)%b.size
	p := make([]byte, 1+zeros%b.size+lengthBytes)
	p[0] = 0x80
	order.PutUint64(p[len(p)-8:], b.length*8)
	return p
}

// words32 is a digest whose state is words of 32 bits: MD5, SHA-1, SHA-256.
type words32 struct {
	blocks
	state    []uint32
	size     int
	order    binary.ByteOrder
	compress func(state []uint32, block []byte)
}

// Write adds data.
func (d *words32) Write(p []byte) {
	d.write(p, false, func(block []byte) { d.compress(d.state, block) })
}

// Copy returns an independent digest of the same data so far.
func (d *words32) Copy() Hash {
	c := *d
	c.blocks = d.blocks.copy()
	c.state = append([]uint32(nil), d.state...)
	return &c
}

// Sum returns the digest of the data so far.
func (d *words32) Sum() []byte {
	c := d.Copy().(*words32)
	c.Write(c.padding(8, c.order))
	out := make([]byte, 4*len(c.state))
	for i, w := range c.state {
		c.order.PutUint32(out[4*i:], w)
	}
	return out[:c.size]
}

// Size is the length of the digest in bytes.
func (d *words32) Size() int { return d.size }

// BlockSize is the length of a block in bytes.
func (d *words32) BlockSize() int { return 64 }

func newWords32(size int, order binary.ByteOrder, compress func([]uint32, []byte), state ...uint32) Hash {
	return &words32{blocks: blocks{size: 64}, state: state, size: size, order: order, compress: compress}
}

// MD5 returns a new MD5 digest.
func MD5() Hash {
	return newWords32(16, binary.LittleEndian, compressMD5, 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
}

var md5Shifts = [16]int{7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21}

func compressMD5(state []uint32, block []byte) {
	a, b, c, d := state[0], state[1], state[2], state[3]
	for i := 0; i < 64; i++ {
		var f uint32
		var g int
		switch i / 16 {
		case 0:
			f, g = b&c|^b&d, i
		case 1:
			f, g = d&b|^d&c, 5*i+1
		case 2:
			f, g = b^c^d, 3*i+5
		default:
			f, g = c^(b|^d), 7*i
		}
		f += a + md5Constants[i] + binary.LittleEndian.Uint32(block[4*(g%16):])
		a, d, c = d, c, b
		b += bits.RotateLeft32(f, md5Shifts[i/16*4+i%4])
	}
	state[0] += a
	state[1] += b
	state[2] += c
	state[3] += d
}

// SHA1 returns a new SHA-1 digest.
func SHA1() Hash {
	return newWords32(20, binary.BigEndian, compressSHA1, 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
}

func compressSHA1(state []uint32, block []byte) {
	var w [80]uint32
	for i := range w {
		if i < 16 {
			w[i] = binary.BigEndian.Uint32(block[4*i:])
		} else {
			w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
		}
	}
	a, b, c, d, e := state[0], state[1], state[2], state[3], state[4]
	for i, x := range w {
		var f, k uint32
		switch i / 20 {
		case 0:
			f, k = b&c|^b&d, 0x5a827999
		case 1:
			f, k = b^c^d, 0x6ed9eba1
		case 2:
			f, k = b&c|b&d|c&d, 0x8f1bbcdc
		default:
			f, k = b^c^d, 0xca62c1d6
		}
		f += bits.RotateLeft32(a, 5) + e + k + x
		e, d, c, b, a = d, c, bits.RotateLeft32(b, 30), a, f
	}
	for i, x := range []uint32{a, b, c, d, e} {
		state[i] += x
	}
}
