package array

import "math"

// F16 is an IEEE half-precision number, kept as its bits.
type F16 uint16

// BF16 is a bfloat16 number, kept as its bits: the upper half of a float32.
type BF16 uint16

// Float32 returns the value exactly.
func (h F16) Float32() float32 {
	sign := uint32(h>>15) << 31
	exp := uint32(h>>10) & 31
	frac := uint32(h) & 0x3ff
	switch exp {
	case 31:
		return math.Float32frombits(sign | 0x7f800000 | frac<<13)
	case 0:
		v := float32(frac) * (1.0 / (1 << 24))
		return math.Float32frombits(math.Float32bits(v) | sign)
	}
	return math.Float32frombits(sign | (exp+112)<<23 | frac<<13)
}

// ToF16 rounds to the nearest half-precision number, ties to even.
func ToF16(f float32) F16 {
	bits := math.Float32bits(f)
	sign := uint16(bits>>16) & 0x8000
	bits &= 0x7fffffff
	switch {
	case bits > 0x7f800000:
		return F16(sign | 0x7e00 | uint16(bits>>13)&0x3ff)
	case bits >= 0x477ff000: // rounds to at least 65520: infinity
		return F16(sign | 0x7c00)
	case bits < 0x33000001: // at most half of the smallest subnormal
		return F16(sign)
	case bits < 0x38800000: // subnormal: shift the full mantissa into place
		shift := 126 - bits>>23
		mant := bits&0x7fffff | 0x800000
		h := mant >> shift
		rest, half := mant&(1<<shift-1), uint32(1)<<(shift-1)
		if rest > half || rest == half && h&1 == 1 {
			h++
		}
		return F16(sign | uint16(h))
	}
	h := (bits - 112<<23) >> 13
	rest := bits & 0x1fff
	if rest > 0x1000 || rest == 0x1000 && h&1 == 1 {
		h++
	}
	return F16(sign | uint16(h))
}

// F16FromFloat64 rounds once, as numpy's cast from float64 does.
func F16FromFloat64(f float64) F16 {
	return ToF16(roundToOdd(f))
}

// roundToOdd narrows f so that a second rounding to fewer bits gives what one rounding would have given.
func roundToOdd(f float64) float32 {
	n := float32(f)
	if float64(n) == f || f != f || math.IsInf(float64(n), 0) && math.IsInf(f, 0) {
		return n
	}
	bits := math.Float32bits(n)
	if bits&1 == 1 {
		return n
	}
	if math.Abs(float64(n)) > math.Abs(f) {
		bits--
	} else {
		bits++
	}
	return math.Float32frombits(bits)
}

// Float32 returns the value exactly.
func (b BF16) Float32() float32 { return math.Float32frombits(uint32(b) << 16) }

// ToBF16 rounds to the nearest bfloat16 number, ties to even.
func ToBF16(f float32) BF16 {
	bits := math.Float32bits(f)
	if f != f {
		return BF16(bits>>16 | 0x40)
	}
	return BF16((bits + 0x7fff + bits>>16&1) >> 16)
}
