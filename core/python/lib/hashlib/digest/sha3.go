package digest

import (
	"encoding/binary"
	"math/bits"
)

// sha3 is a digest on the Keccak permutation.
type sha3 struct {
	blocks
	state  [25]uint64
	out    int
	suffix byte
}

func newSHA3(rate, out int, suffix byte) Hash {
	return &sha3{blocks: blocks{size: rate}, out: out, suffix: suffix}
}

// SHA3 returns a new SHA-3 digest of size bytes: 28, 32, 48 or 64.
func SHA3(size int) Hash { return newSHA3(200-2*size, size, 0x06) }

// SHAKE returns a new extendable digest, SHAKE128 or SHAKE256, that gives out bytes.
func SHAKE(bits, out int) Hash { return newSHA3(200-bits/4, out, 0x1F) }

// Resize sets how many bytes a SHAKE digest gives.
func Resize(h Hash, out int) {
	if d, ok := h.(*sha3); ok {
		d.out = out
	}
}

// Write adds data.
func (d *sha3) Write(p []byte) { d.write(p, false, d.absorb) }

func (d *sha3) absorb(block []byte) {
	for i := 0; i < len(block)/8; i++ {
		d.state[i] ^= binary.LittleEndian.Uint64(block[8*i:])
	}
	d.permute()
}

// Copy returns an independent digest of the same data so far.
func (d *sha3) Copy() Hash {
	c := *d
	c.blocks = d.blocks.copy()
	return &c
}

// Sum returns the digest of the data so far.
func (d *sha3) Sum() []byte {
	c := d.Copy().(*sha3)
	last := make([]byte, c.blocks.size)
	copy(last, c.pending)
	last[len(c.pending)] ^= c.suffix
	last[len(last)-1] ^= 0x80
	c.absorb(last)
	out := make([]byte, 0, c.out+8)
	for {
		for i := 0; i < c.blocks.size/8; i++ {
			if out = binary.LittleEndian.AppendUint64(out, c.state[i]); len(out) >= c.out {
				return out[:c.out]
			}
		}
		c.permute()
	}
}

// Size is the length of the digest in bytes.
func (d *sha3) Size() int { return d.out }

// BlockSize is the length of a block in bytes.
func (d *sha3) BlockSize() int { return d.blocks.size }

// permute is Keccak-f[1600]. Rotations and round constants follow from their definitions as it goes.
func (d *sha3) permute() {
	a := &d.state
	register := byte(1)
	for round := 0; round < 24; round++ {
		theta(a)
		rhoPi(a)
		chi(a)
		for j := 0; j < 7; j++ {
			if register&1 != 0 {
				a[0] ^= 1 << (1<<j - 1)
			}
			high := register >> 7
			register = register<<1 ^ high*0x71
		}
	}
}

func theta(a *[25]uint64) {
	var c [5]uint64
	for i, v := range a {
		c[i%5] ^= v
	}
	for i := range a {
		a[i] ^= c[(i+4)%5] ^ bits.RotateLeft64(c[(i+1)%5], 1)
	}
}

func rhoPi(a *[25]uint64) {
	x, y, moved := 1, 0, a[1]
	for t := 0; t < 24; t++ {
		x, y = y, (2*x+3*y)%5
		moved, a[x+5*y] = a[x+5*y], bits.RotateLeft64(moved, (t+1)*(t+2)/2)
	}
}

func chi(a *[25]uint64) {
	for y := 0; y < 25; y += 5 {
		var row [5]uint64
		copy(row[:], a[y:])
		for x := range row {
			a[y+x] = row[x] ^ ^row[(x+1)%5]&row[(x+2)%5]
		}
	}
}
