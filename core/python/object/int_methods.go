package object

import (
	"math/big"
	"math/bits"
	"slices"
)

func init() {
	IntClass.New = newInt
	IntClass.Protocols(Int(0), Add, Sub, Mul, TrueDiv, Mod, Pow, LShift, RShift, Or, Xor, And, FloorDiv, DivMod)
	BoolClass.New = newBool
	BoolClass.Protocols(True, And, Or, Xor)
	for _, name := range [...]string{"__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "conjugate"} {
		IntClass.Methods(Func(name, "(self, /)", "Returns the value as an int.", intItself))
	}
	IntClass.Methods(
		Func("__float__", "(self, /)", "Returns the value as a float.", intToFloat),
		Func("__round__", "(self, ndigits=?, /)", "Rounds to a power of ten; of a negative ndigits only.", intRound),
		Func("__getnewargs__", "(self, /)", "Returns the arguments that make a copy.", tupleOfInt),
		Func("bit_length", "(self, /)", "Returns the number of bits of the absolute value.", intBitLength),
		Func("bit_count", "(self, /)", "Returns the number of ones in the absolute value.", intBitCount),
		Func("as_integer_ratio", "(self, /)", "Returns the value and 1.", intRatio),
		Func("to_bytes", "(self, /, length=1, byteorder='big', *, signed=False)",
			"Returns the bytes that stand for the value.", intToBytes),
	)
	IntClass.ClassMethods(Func("from_bytes", "(cls, /, bytes, byteorder='big', *, signed=False)",
		"Returns the int that the bytes stand for.", intFromBytes))
	for _, name := range [...]string{"real", "numerator"} {
		IntClass.Getter(name, "The value itself.", func(_ *Thread, self Object) (Object, error) { return plainInt(self), nil })
	}
	IntClass.Getter("imag", "0.", func(*Thread, Object) (Object, error) { return Int(0), nil })
	IntClass.Getter("denominator", "1.", func(*Thread, Object) (Object, error) { return Int(1), nil })
}

func intItself(_ *Thread, a []Object) (Object, error) { return plainInt(a[0]), nil }

func tupleOfInt(_ *Thread, a []Object) (Object, error) { return NewTuple(plainInt(a[0])), nil }

func intRatio(_ *Thread, a []Object) (Object, error) { return NewTuple(plainInt(a[0]), Int(1)), nil }

func intToFloat(_ *Thread, a []Object) (Object, error) {
	f, _, err := realOf(a[0])
	return Float(f), err
}

func intBitLength(_ *Thread, a []Object) (Object, error) { return Int(bigOf(a[0]).BitLen()), nil }

func intBitCount(_ *Thread, a []Object) (Object, error) {
	n := 0
	for _, w := range bigOf(a[0]).Bits() {
		n += bits.OnesCount(uint(w))
	}
	return Int(n), nil
}

// intRound rounds to a multiple of 10**-ndigits, halves to the even one.
func intRound(t *Thread, a []Object) (Object, error) {
	if a[1] == nil {
		return plainInt(a[0]), nil
	}
	digits, err := AsIndex(t, a[1])
	if err != nil {
		return nil, err
	}
	n := bigOf(digits)
	if n.Sign() >= 0 {
		return plainInt(a[0]), nil
	}
	x := bigOf(a[0])
	if n = new(big.Int).Neg(n); n.Cmp(big.NewInt(int64(x.BitLen()))) > 0 {
		return Int(0), nil // fewer digits than are rounded away
	}
	words := wordsOf(x)
	if err := spendProduct(t, words, words); err != nil {
		return nil, err
	}
	unit := new(big.Int).Exp(big.NewInt(10), n, nil)
	q, r := new(big.Int).DivMod(x, unit, new(big.Int))
	if c := r.Lsh(r, 1).Cmp(unit); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return NewBig(q.Mul(q, unit)), nil
}

func littleEndian(fname string, o Object) (bool, error) {
	s, ok := Of(o).(*Str)
	switch {
	case !ok:
		return false, TypeError("%s() argument 'byteorder' must be str, not %s", fname, ArgumentTypeName(o))
	case s.s == "little":
		return true, nil
	case s.s == "big":
		return false, nil
	}
	return false, ValueError("byteorder must be either 'little' or 'big'")
}

func intToBytes(t *Thread, a []Object) (Object, error) {
	length, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	little, err := littleEndian("to_bytes", a[2])
	if err != nil {
		return nil, err
	}
	if length < 0 {
		return nil, ValueError("length argument must be non-negative")
	}
	signed, err := Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(int64(length)); err != nil {
		return nil, err
	}
	x := bigOf(a[0])
	if x.Sign() < 0 && !signed {
		return nil, NewError(OverflowErrorClass, "can't convert negative int to unsigned")
	}
	need := x.BitLen()
	if signed {
		if x.Sign() < 0 {
			need = new(big.Int).Not(x).BitLen()
		}
		need++
	}
	if need > length*8 && (length > 0 || x.BitLen() > 0 && x.Cmp(big.NewInt(-1)) != 0) {
		return nil, NewError(OverflowErrorClass, "int too big to convert")
	}
	if x.Sign() < 0 { // two's complement
		x = new(big.Int).Add(x, new(big.Int).Lsh(big.NewInt(1), uint(length)*8))
	}
	out := make([]byte, length)
	x.FillBytes(out)
	if little {
		slices.Reverse(out)
	}
	return NewBytes(string(out)), nil
}

func intFromBytes(t *Thread, a []Object) (Object, error) {
	little, err := littleEndian("from_bytes", a[2])
	if err != nil {
		return nil, err
	}
	data, err := bytesFrom(t, a[1])
	if err != nil {
		return nil, err
	}
	signed, err := Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	if little {
		data = slices.Clone(data)
		slices.Reverse(data)
	}
	x := new(big.Int).SetBytes(data)
	if signed && len(data) > 0 && data[0]&0x80 != 0 {
		x.Sub(x, new(big.Int).Lsh(big.NewInt(1), uint(len(data))*8))
	}
	v := NewBig(x)
	if cls, ok := a[0].(*Class); ok && cls != IntClass {
		return Call(t, cls, v)
	}
	return v, nil
}
