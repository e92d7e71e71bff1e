package structs

import (
	"math"
	"math/big"

	"layerglass/core/python/lib/binascii"
	"layerglass/core/python/object"
)

// put writes the low bytes of a number.
func (s *layout) put(to []byte, v uint64) {
	for i := range to {
		at := len(to) - 1 - i
		if s.little {
			at = i
		}
		to[at] = byte(v)
		v >>= 8
	}
}

func (s *layout) get(from string) uint64 {
	var v uint64
	for i := range from {
		at := i
		if s.little {
			at = len(from) - 1 - i
		}
		v = v<<8 | uint64(from[at])
	}
	return v
}

func (s *layout) pack(t *object.Thread, values []object.Object, name string) ([]byte, error) {
	if len(values) != s.values {
		return nil, structError("%s expected %d items for packing (got %d)", name, s.values, len(values))
	}
	if err := t.Alloc(int64(s.size)); err != nil {
		return nil, err
	}
	out := make([]byte, s.size)
	for _, f := range s.fields {
		if f.kind == 's' || f.kind == 'p' {
			if err := f.packText(out, values[0]); err != nil {
				return nil, err
			}
			values = values[1:]
			continue
		}
		for i := 0; i < f.count; i++ {
			at := f.offset + i*f.width
			if err := s.packOne(t, f, out[at:at+f.width], values[0]); err != nil {
				return nil, err
			}
			values = values[1:]
		}
	}
	return out, t.Spend(int64(s.values))
}

// packText writes bytes cut or filled to the field's length; 'p' begins with the length.
func (f *field) packText(out []byte, o object.Object) error {
	b, err := binascii.Bytes(o)
	if err != nil {
		return structError("argument for '%c' must be a bytes object", f.kind)
	}
	to := out[f.offset : f.offset+f.count]
	if f.kind == 'p' && len(to) > 0 {
		to[0] = byte(min(len(b), len(to)-1, 255))
		to = to[1:]
	}
	copy(to, b)
	return nil
}

func (s *layout) packOne(t *object.Thread, f field, to []byte, o object.Object) error {
	switch f.kind {
	case 'c':
		b, err := binascii.Bytes(o)
		if err != nil || len(b) != 1 {
			return structError("char format requires a bytes object of length 1")
		}
		to[0] = b[0]
		return nil
	case '?':
		v, err := object.Truth(t, o)
		if v {
			to[0] = 1
		}
		return err
	case 'e', 'f', 'd':
		return s.packFloat(t, f, to, o)
	}
	n := object.AsBig(o)
	if n == nil {
		v, err := object.BigIndex(t, o)
		if err != nil {
			return structError("required argument is not an integer")
		}
		n = v
	}
	signed := f.kind >= 'a'
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(8*f.width))
	if signed {
		high.Rsh(high, 1)
		low.Neg(high)
	}
	if n.Cmp(low) < 0 || n.Cmp(high) >= 0 {
		high.Sub(high, big.NewInt(1))
		return structError("'%c' format requires %s <= number <= %s", f.kind, low, high)
	}
	if n.Sign() < 0 {
		n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), 64))
	}
	s.put(to, n.Uint64())
	return nil
}

func (s *layout) packFloat(t *object.Thread, f field, to []byte, o object.Object) error {
	v, err := object.RealNumber(t, o)
	if err != nil {
		return structError("required argument is not a float")
	}
	switch f.kind {
	case 'd':
		s.put(to, object.FloatBits(v))
	case 'f': // in the machine's own layout C makes it infinite
		if !s.native && math.IsInf(float64(float32(v)), 0) && !math.IsInf(v, 0) {
			return object.NewError(object.OverflowErrorClass, "float too large to pack with f format")
		}
		s.put(to, uint64(math.Float32bits(float32(v))))
	default:
		h, ok := halfBits(v)
		if !ok {
			return object.NewError(object.OverflowErrorClass, "float too large to pack with e format")
		}
		s.put(to, uint64(h))
	}
	return nil
}

// halfBits rounds to a float of 16 bits; ok is false when v is too large.
func halfBits(v float64) (h uint16, ok bool) {
	if math.Signbit(v) {
		h = 1 << 15
	}
	v = math.Abs(v)
	switch {
	case v != v:
		return h | 0x7E00, true
	case math.IsInf(v, 0):
		return h | 0x7C00, true
	case v == 0:
		return h, true
	}
	_, exp := math.Frexp(v)
	exp = max(exp-1, -14)
	digits := math.RoundToEven(math.Ldexp(v, 10-exp))
	if digits == 2048 {
		digits, exp = 1024, exp+1
	}
	if exp > 15 {
		return 0, false
	}
	if digits < 1024 { // a subnormal number
		return h | uint16(digits), true
	}
	return h | uint16(exp+15)<<10 | uint16(digits-1024), true
}

func halfValue(h uint16) float64 {
	exp, digits := int(h>>10&31), float64(h&1023)
	var v float64
	switch exp {
	case 0:
		v = math.Ldexp(digits, -24)
	case 31:
		v = math.Inf(1)
		if digits != 0 {
			v = math.NaN()
		}
	default:
		v = math.Ldexp(digits+1024, exp-25)
	}
	if h>>15 != 0 {
		v = -v
	}
	return v
}

func (s *layout) unpack(t *object.Thread, data string) (object.Object, error) {
	if err := t.Alloc(int64(s.values) * 16); err != nil {
		return nil, err
	}
	out := make([]object.Object, 0, s.values)
	for _, f := range s.fields {
		switch f.kind {
		case 's':
			out = append(out, object.NewBytes(data[f.offset:f.offset+f.count]))
		case 'p':
			text := data[f.offset : f.offset+f.count]
			if text != "" {
				text = text[1:min(int(text[0])+1, len(text))]
			}
			out = append(out, object.NewBytes(text))
		default:
			for i := 0; i < f.count; i++ {
				at := f.offset + i*f.width
				out = append(out, s.unpackOne(f, data[at:at+f.width]))
			}
		}
	}
	return object.NewTuple(out...), t.Spend(int64(s.values))
}

func (s *layout) unpackOne(f field, from string) object.Object {
	v := s.get(from)
	switch f.kind {
	case 'c':
		return object.NewBytes(from)
	case '?':
		return object.Bool(v != 0)
	case 'e':
		return object.Float(halfValue(uint16(v)))
	case 'f':
		return object.Float(math.Float32frombits(uint32(v)))
	case 'd':
		return object.Float(math.Float64frombits(v))
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := uint(64 - 8*f.width)
		return object.Int(int64(v<<shift) >> shift)
	}
	return object.NewBig(new(big.Int).SetUint64(v))
}
