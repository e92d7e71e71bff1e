package random

import (
	"math"
	"math/big"

	"layerglass/core/python/lib/hashlib/digest"
	"layerglass/core/python/object"
)

var stateMethods = []method{
	{"seed", "(a=None, version=2)", "Begins again with a seed.", seed},
	{"getstate", "()", "Returns the state, for setstate.", getState},
	{"setstate", "(state)", "Goes on from a state.", setState},
	{"random", "()", "Returns the next number in [0, 1).", func(s *source, _ []object.Object) (object.Object, error) {
		return object.Float(s.twister.float()), nil
	}},
	{"getrandbits", "(k, /)", "Returns an int of k random bits.", getRandBits},
	{"randbytes", "(n)", "Returns n random bytes.", randBytes},
}

type seedKey struct{}

// unseeded counts the generators of the session that were given no seed.
func unseeded(t *object.Thread) *int64 {
	return t.State(seedKey{}, func() any { return new(int64) }).(*int64)
}

func seed(s *source, a []object.Object) (object.Object, error) {
	if err := s.t.Spend(200); err != nil { // the generator's 624 words
		return nil, err
	}
	n, err := seedNumber(s.t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	s.twister.seed(n)
	s.gauss = object.None
	return object.None, nil
}

// seedNumber turns a seed into the int that the twister begins with.
func seedNumber(t *object.Thread, o, version object.Object) (*big.Int, error) {
	old, err := object.Equal(t, version, object.Int(1))
	if err != nil {
		return nil, err
	}
	if old {
		if n := oldSeed(o); n != nil {
			return n, nil
		}
	}
	switch x := object.Of(o).(type) {
	case *object.NoneType:
		n := unseeded(t)
		*n++
		return big.NewInt(*n - 1), nil
	case *object.Str:
		text, err := object.EncodeText(t, x.String(), "utf-8", "strict")
		return hashedSeed([]byte(text)), err
	case *object.Bytes:
		return hashedSeed([]byte(x.String())), nil
	case *object.ByteArray:
		return hashedSeed(x.Bytes()), nil
	case object.Float:
		h, err := object.Hash(t, x)
		if x != x {
			h = 0 // CPython takes the object's address; one number is as good as another
		}
		return new(big.Int).SetUint64(h), err
	}
	if n := object.AsBig(o); n != nil {
		return n, nil
	}
	return nil, object.TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
}

func hashedSeed(b []byte) *big.Int {
	h := digest.SHA512()
	h.Write(b)
	return new(big.Int).SetBytes(append(append([]byte(nil), b...), h.Sum()...))
}

// oldSeed is the way of version 1: a simple hash of the characters. It is nil for other objects than str and bytes.
func oldSeed(o object.Object) *big.Int {
	var runes []rune
	switch x := object.Of(o).(type) {
	case *object.Str:
		runes = []rune(x.String())
	case *object.Bytes:
		for _, b := range []byte(x.String()) {
			runes = append(runes, rune(b))
		}
	default:
		return nil
	}
	h := uint64(0)
	if len(runes) > 0 {
		h = uint64(runes[0]) << 7
	}
	for _, r := range runes {
		h = 1000003*h ^ uint64(r)
	}
	return new(big.Int).SetUint64(h ^ uint64(len(runes)))
}

func getState(s *source, _ []object.Object) (object.Object, error) {
	if err := s.t.Spend(words); err != nil {
		return nil, err
	}
	items := make([]object.Object, 0, words+1)
	for _, w := range s.state {
		items = append(items, object.Int(w))
	}
	items = append(items, object.Int(s.at))
	return object.NewTuple(object.Int(3), object.NewTuple(items...), s.gauss), nil
}

func setState(s *source, a []object.Object) (object.Object, error) {
	parts, err := object.Items(s.t, a[0])
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	if v, ok := object.AsInt64(parts[0]); !ok || v != 3 {
		version, err := object.ToStr(s.t, parts[0])
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("state with version %s passed to Random.setstate() of version 3", version)
	}
	if len(parts) != 3 {
		return nil, object.ValueError("a state has 3 parts, as getstate() returns it, not %d", len(parts))
	}
	list, ok := object.Of(parts[1]).(*object.Tuple)
	if !ok {
		return nil, object.TypeError("the second part of a state is a tuple, not '%s'", parts[1].Class().Name)
	}
	if len(list.Items) != words+1 {
		return nil, object.ValueError("the second part of a state has %d numbers, not %d", words+1, len(list.Items))
	}
	var next twister
	for i, o := range list.Items {
		n, ok := object.AsInt64(o)
		if !ok || n < 0 || i < words && n > math.MaxUint32 || i == words && n > words {
			return nil, object.ValueError("number %d of the state is out of range", i)
		}
		if i == words {
			next.at = int(n)
		} else {
			next.state[i] = uint32(n)
		}
	}
	s.twister, s.gauss = next, parts[2]
	return object.None, nil
}

// bitCount reads a number of bits or bytes.
func bitCount(s *source, o object.Object, unit int, what string) (int, error) {
	n, err := object.Index(s.t, o)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, object.ValueError("number of %s must be non-negative", what)
	}
	if n > object.MaxObject {
		return 0, object.NewError(object.MemoryErrorClass, "")
	}
	return n * unit, s.t.Alloc(int64(n*unit) / 8)
}

func getRandBits(s *source, a []object.Object) (object.Object, error) {
	k, err := bitCount(s, a[0], 1, "bits")
	if err != nil || k == 0 {
		return object.Int(0), err
	}
	if err := s.t.Spend(int64(k / 64)); err != nil {
		return nil, err
	}
	return object.NewBig(s.twister.bits(k)), nil
}

func randBytes(s *source, a []object.Object) (object.Object, error) {
	k, err := bitCount(s, a[0], 8, "bytes")
	if err != nil {
		return nil, err
	}
	v, err := s.take(k)
	if err != nil {
		return nil, err
	}
	if v.Sign() < 0 || v.BitLen() > k {
		return nil, object.NewError(object.OverflowErrorClass, "int too big to convert")
	}
	out := v.FillBytes(make([]byte, k/8))
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return object.NewBytes(string(out)), nil
}
