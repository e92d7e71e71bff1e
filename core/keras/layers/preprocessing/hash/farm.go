// Package hash holds the hashes by which TensorFlow sorts text into bins: FarmHash's 64-bit fingerprint, and SipHash with a key.
package hash

import (
	"encoding/binary"
	"math/bits"
)

const (
	k0 = 0xc3a5c85c97cb3127
	k1 = 0xb492b66fbe98f273
	k2 = 0x9ae16a3b2f90404f
)

func get64(s []byte, at int) uint64 { return binary.LittleEndian.Uint64(s[at:]) }

func get32(s []byte, at int) uint64 { return uint64(binary.LittleEndian.Uint32(s[at:])) }

func turn(v uint64, by int) uint64 { return bits.RotateLeft64(v, -by) }

func mix(v uint64) uint64 { return v ^ v>>47 }

func pair(u, v, mul uint64) uint64 {
	a := mix((u ^ v) * mul)
	return mix((v^a)*mul) * mul
}

// Fingerprint is FarmHash's fingerprint of 64 bits.
func Fingerprint(s []byte) uint64 {
	n := len(s)
	mul := uint64(k2 + uint64(n)*2)
	switch {
	case n == 0:
		return k2
	case n < 4:
		y := uint64(s[0]) + uint64(s[n>>1])<<8
		z := uint64(n) + uint64(s[n-1])<<2
		return mix(y*k2^z*k0) * k2
	case n < 8:
		return pair(uint64(n)+get32(s, 0)<<3, get32(s, n-4), mul)
	case n <= 16:
		a, b := get64(s, 0)+k2, get64(s, n-8)
		return pair(turn(b, 37)*mul+a, (turn(a, 25)+b)*mul, mul)
	case n <= 32:
		a, b := get64(s, 0)*k1, get64(s, 8)
		c, d := get64(s, n-8)*mul, get64(s, n-16)*k2
		return pair(turn(a+b, 43)+turn(c, 30)+d, a+turn(b+k2, 18)+c, mul)
	case n <= 64:
		a, b := get64(s, 0)*k2, get64(s, 8)
		c, d := get64(s, n-8)*mul, get64(s, n-16)*k2
		y := turn(a+b, 43) + turn(c, 30) + d
		z := pair(y, a+turn(b+k2, 18)+c, mul)
		e, f := get64(s, 16)*mul, get64(s, 24)
		g, h := (y+get64(s, n-32))*mul, (z+get64(s, n-24))*mul
		return pair(turn(e+f, 43)+turn(g, 30)+h, e+turn(f+a, 18)+g, mul)
	}
	return long(s)
}

// weak mixes 32 bytes into two numbers.
func weak(s []byte, at int, a, b uint64) (uint64, uint64) {
	w, x, y, z := get64(s, at), get64(s, at+8), get64(s, at+16), get64(s, at+24)
	a += w
	b = turn(b+a+z, 21)
	c := a
	a += x + y
	b += turn(a, 44)
	return a + z, b + c
}

// long is the fingerprint of more than 64 bytes.
func long(s []byte) uint64 {
	const seed = 81
	n := len(s)
	x, y := uint64(seed), uint64(seed)
	y = y*k1 + 113
	z := mix(y*k2+113) * k2
	var v0, v1, w0, w1 uint64
	x = x*k2 + get64(s, 0)
	end := (n - 1) / 64 * 64
	for at := 0; at != end; at += 64 {
		x = turn(x+y+v0+get64(s, at+8), 37) * k1
		y = turn(y+v1+get64(s, at+48), 42) * k1
		x ^= w1
		y += v0 + get64(s, at+40)
		z = turn(z+w0, 33) * k1
		v0, v1 = weak(s, at, v1*k1, x+w0)
		w0, w1 = weak(s, at+32, z+w1, y+get64(s, at+16))
		z, x = x, z
	}
	mul := k1 + (z&0xff)<<1
	at := n - 64
	w0 += uint64((n - 1) & 63)
	v0 += w0
	w0 += v0
	x = turn(x+y+v0+get64(s, at+8), 37) * mul
	y = turn(y+v1+get64(s, at+48), 42) * mul
	x ^= w1 * 9
	y += v0*9 + get64(s, at+40)
	z = turn(z+w0, 33) * mul
	v0, v1 = weak(s, at, v1*mul, x+w0)
	w0, w1 = weak(s, at+32, z+w1, y+get64(s, at+16))
	z, x = x, z
	return pair(pair(v0, w0, mul)+mix(y)*k0+z, pair(v1, w1, mul)+x, mul)
}

// Together makes one fingerprint of two, as TensorFlow does where features are crossed.
func Together(a, b uint64) uint64 {
	const mul = 0xc6a4a7935bd1e995
	out := a ^ mul
	out ^= mix(b*mul) * mul
	out *= mul
	return mix(mix(out) * mul)
}

// CrossKey begins the hash of crossed features.
const CrossKey = 0xDECAFCAFFE

// Sip is SipHash-2-4 with a key of two numbers.
func Sip(key [2]uint64, s []byte) uint64 {
	v0, v1 := key[0]^0x736f6d6570736575, key[1]^0x646f72616e646f6d
	v2, v3 := key[0]^0x6c7967656e657261, key[1]^0x7465646279746573
	round := func() {
		v0 += v1
		v2 += v3
		v1, v3 = bits.RotateLeft64(v1, 13)^v0, bits.RotateLeft64(v3, 16)^v2
		v0 = bits.RotateLeft64(v0, 32)
		v2 += v1
		v0 += v3
		v1, v3 = bits.RotateLeft64(v1, 17)^v2, bits.RotateLeft64(v3, 21)^v0
		v2 = bits.RotateLeft64(v2, 32)
	}
	take := func(m uint64) {
		v3 ^= m
		round()
		round()
		v0 ^= m
	}
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		take(get64(s, 0))
	}
	last := uint64(n) << 56
	for i, b := range s {
		last |= uint64(b) << (8 * i)
	}
	take(last)
	v2 ^= 0xff
	for range 4 {
		round()
	}
	return v0 ^ v1 ^ v2 ^ v3
}
