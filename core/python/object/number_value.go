package object

import (
	"math"
	"math/big"
	"math/bits"
)

// AsInt64 returns the value of an int (or bool, or instance of a class derived from int) that fits 64 bits.
func AsInt64(o Object) (int64, bool) {
	switch x := Of(o).(type) {
	case Int:
		return int64(x), true
	case Bool:
		return boolInt(x), true
	}
	return 0, false
}

// AsFloat64 returns the value of a float or an int (or an instance of a class derived from them) as a float.
func AsFloat64(o Object) (float64, bool) {
	switch x := Of(o).(type) {
	case Float:
		return float64(x), true
	case Int:
		return float64(x), true
	case Bool:
		return float64(boolInt(x)), true
	case *BigInt:
		f := bigFloat(x.V)
		return f, !math.IsInf(f, 0)
	}
	return 0, false
}

func boolInt(b Bool) int64 {
	if b {
		return 1
	}
	return 0
}

// bigOf returns the value of an int of any size, or nil. The result must not be changed.
func bigOf(o Object) *big.Int {
	switch x := Of(o).(type) {
	case Int:
		return big.NewInt(int64(x))
	case Bool:
		return big.NewInt(boolInt(x))
	case *BigInt:
		return x.V
	}
	return nil
}

// plainInt returns the int that o is without its subclass: True becomes 1. It returns nil when o is no int.
func plainInt(o Object) Object {
	switch x := Of(o).(type) {
	case Int, *BigInt:
		return x
	case Bool:
		return Int(boolInt(x))
	}
	return nil
}

// bigFloat rounds to the nearest float, which may be infinite.
func bigFloat(v *big.Int) float64 {
	f, _ := new(big.Float).SetInt(v).Float64()
	return f
}

func intTooLargeForFloat() error {
	return NewError(OverflowErrorClass, "int too large to convert to float")
}

// realOf returns a real number as a float for arithmetic with floats. ok is false for other objects; the error is that
// of an int beyond the range of floats.
func realOf(o Object) (f float64, ok bool, err error) {
	switch x := Of(o).(type) {
	case Float:
		return float64(x), true, nil
	case Int:
		return float64(x), true, nil
	case Bool:
		return float64(boolInt(x)), true, nil
	case *BigInt:
		f := bigFloat(x.V)
		if math.IsInf(f, 0) {
			return 0, true, intTooLargeForFloat()
		}
		return f, true, nil
	}
	return 0, false, nil
}

// The hash of numbers is their value modulo a prime, so that equal numbers of different types hash alike.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashInf     = 314159
	hashImag    = 1000003
)

func signedHash(h uint64, negative bool) uint64 {
	if negative {
		h = -h
	}
	if h == math.MaxUint64 { // -1 is CPython's mark of an error
		h--
	}
	return h
}

func hashInt(x int64) uint64 {
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	u = u&hashModulus + u>>hashBits
	if u >= hashModulus {
		u -= hashModulus
	}
	return signedHash(u, x < 0)
}

func hashBig(v *big.Int) uint64 {
	m := new(big.Int).Abs(v)
	return signedHash(m.Mod(m, big.NewInt(hashModulus)).Uint64(), v.Sign() < 0)
}

func hashFloat(f float64) uint64 {
	switch {
	case f != f:
		return 0
	case math.IsInf(f, 0):
		return signedHash(hashInf, f < 0)
	}
	frac, exp := math.Frexp(math.Abs(f))
	mantissa := uint64(frac * (1 << 53)) // exact
	exp = (exp - 53) % hashBits
	if exp < 0 {
		exp += hashBits
	}
	// Multiplying by 2**exp modulo 2**61-1 rotates the 61 bits.
	h := (mantissa<<exp)&hashModulus | mantissa>>(hashBits-exp)
	if h == hashModulus {
		h = 0
	}
	return signedHash(h, f < 0)
}

func hashComplex(c complex128) uint64 {
	return signedHash(hashFloat(real(c))+hashImag*hashFloat(imag(c)), false)
}

// cmpIntFloat compares exactly; f must not be NaN.
func cmpIntFloat(i int64, f float64) int {
	switch {
	case f >= 1<<63:
		return -1
	case f < -(1 << 63):
		return 1
	}
	whole := math.Trunc(f)
	switch n := int64(whole); {
	case i < n:
		return -1
	case i > n:
		return 1
	case f > whole:
		return -1
	case f < whole:
		return 1
	}
	return 0
}

// cmpBigFloat compares exactly; f must not be NaN.
func cmpBigFloat(v *big.Int, f float64) int {
	if math.IsInf(f, 0) {
		return -int(math.Copysign(1, f))
	}
	return new(big.Float).SetInt(v).Cmp(big.NewFloat(f))
}

// wordsOf is the number of machine words of an int.
func wordsOf(v *big.Int) int64 { return int64(v.BitLen()/bits.UintSize + 1) }

// spendProduct pays for one multiplication or division of ints of so many words.
func spendProduct(t *Thread, a, b int64) error {
	if a > b {
		a, b = b, a
	}
	if b < 32 {
		return nil
	}
	cost := float64(a) * float64(b)
	if a > 40 { // from there on the work is less than quadratic
		cost = float64(b) / float64(a) * math.Pow(float64(a), 1.6) * 4
	}
	if cost > math.MaxInt64/2 {
		return t.Spend(math.MaxInt64 / 2)
	}
	return t.Spend(int64(cost / 32))
}
