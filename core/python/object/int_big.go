package object

import (
	"math"
	"math/big"
)

// Binary calculates with another int.
func (x *BigInt) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	y := bigOf(o)
	if y == nil {
		return NotImplemented, nil
	}
	if reflected {
		return bigBinary(t, op, y, x.V)
	}
	return bigBinary(t, op, x.V, y)
}

func bigBinary(t *Thread, op BinaryOp, x, y *big.Int) (Object, error) {
	wx, wy := wordsOf(x), wordsOf(y)
	switch op {
	case Pow:
		return bigPow(t, x, y)
	case LShift, RShift:
		return bigShift(t, op, x, y)
	case TrueDiv:
		return bigTrueDiv(t, x, y)
	case Mul:
		if err := spendProduct(t, wx, wy); err != nil {
			return nil, err
		}
	case FloorDiv, Mod, DivMod:
		if err := spendProduct(t, max(wx-wy, 1), wy); err != nil {
			return nil, err
		}
	}
	if err := t.Alloc((wx + wy) * 8); err != nil {
		return nil, err
	}
	z := new(big.Int)
	switch op {
	case Add:
		z.Add(x, y)
	case Sub:
		z.Sub(x, y)
	case Mul:
		z.Mul(x, y)
	case Or:
		z.Or(x, y)
	case Xor:
		z.Xor(x, y)
	case And:
		z.And(x, y)
	default:
		return bigDivision(op, x, y)
	}
	return NewBig(z), nil
}

func bigDivision(op BinaryOp, x, y *big.Int) (Object, error) {
	if op != FloorDiv && op != Mod && op != DivMod {
		return NotImplemented, nil
	}
	if y.Sign() == 0 {
		if op == Mod {
			return nil, NewError(ZeroDivisionErrorClass, "integer modulo by zero")
		}
		return nil, NewError(ZeroDivisionErrorClass, "integer division or modulo by zero")
	}
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 && (r.Sign() < 0) != (y.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	switch op {
	case FloorDiv:
		return NewBig(q), nil
	case Mod:
		return NewBig(r), nil
	}
	return NewTuple(NewBig(q), NewBig(r)), nil
}

func bigShift(t *Thread, op BinaryOp, x, y *big.Int) (Object, error) {
	switch {
	case y.Sign() < 0:
		return nil, ValueError("negative shift count")
	case x.Sign() == 0:
		return Int(0), nil
	case op == RShift && (!y.IsInt64() || y.Int64() >= int64(x.BitLen())):
		return Int(int64(x.Sign()-1) / 2), nil // all bits gone: 0 or -1
	case op == RShift:
		return NewBig(new(big.Int).Rsh(x, uint(y.Int64()))), nil
	case !y.IsInt64():
		return nil, NewError(OverflowErrorClass, "too many digits in integer")
	}
	if err := t.Alloc(y.Int64()/8 + int64(x.BitLen())/8); err != nil {
		return nil, err
	}
	return NewBig(new(big.Int).Lsh(x, uint(y.Int64()))), nil
}

// bigTrueDiv divides to the nearest float.
func bigTrueDiv(t *Thread, x, y *big.Int) (Object, error) {
	if y.Sign() == 0 {
		return nil, NewError(ZeroDivisionErrorClass, "division by zero")
	}
	if x.Sign() == 0 {
		return Float(math.Copysign(0, float64(y.Sign()))), nil
	}
	if err := spendProduct(t, wordsOf(y), 2); err != nil {
		return nil, err
	}
	// A quotient of some 70 bits decides the rounding together with one bit that tells whether a rest remains.
	shift := 70 - (x.BitLen() - y.BitLen())
	a, b := new(big.Int).Abs(x), new(big.Int).Abs(y)
	if shift > 0 {
		a.Lsh(a, uint(shift))
	} else {
		b.Lsh(b, uint(-shift))
	}
	q, r := a.QuoRem(a, b, new(big.Int))
	q.Lsh(q, 1)
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	f := new(big.Float).SetInt(q)
	v, _ := f.SetMantExp(f, -shift-1).Float64()
	if math.IsInf(v, 0) {
		return nil, NewError(OverflowErrorClass, "integer division result too large for a float")
	}
	if x.Sign() != y.Sign() {
		v = -v
	}
	return Float(v), nil
}

// bigPow raises x to y; a negative power is calculated with floats.
func bigPow(t *Thread, x, y *big.Int) (Object, error) {
	if y.Sign() < 0 {
		fx, fy := bigFloat(x), bigFloat(y)
		if math.IsInf(fx, 0) || math.IsInf(fy, 0) {
			return nil, intTooLargeForFloat()
		}
		return floatPow(fx, fy)
	}
	if x.BitLen() <= 1 { // 0, 1 or -1
		if y.Sign() == 0 || x.Sign() < 0 && y.Bit(0) == 0 {
			return Int(1), nil
		}
		return NewBig(x), nil
	}
	size := float64(x.BitLen()-1) * bigFloat(y) / 8
	if size > MaxObject {
		return nil, t.Alloc(-1)
	}
	if err := t.Alloc(int64(size)); err != nil {
		return nil, err
	}
	words := int64(size)/8 + 1
	if err := spendProduct(t, words, words); err != nil {
		return nil, err
	}
	return NewBig(new(big.Int).Exp(x, y, nil)), nil
}

// PowMod returns pow(base, exponent, modulus).
func PowMod(t *Thread, base, exponent, modulus Object) (Object, error) {
	if modulus == None {
		return Binary(t, Pow, base, exponent)
	}
	b, e, m := bigOf(base), bigOf(exponent), bigOf(modulus)
	if b != nil && e != nil && m != nil {
		return bigPowMod(t, b, e, m)
	}
	if _, native := base.(ModPower); !native {
		v, ok, err := callSpecial(t, base, binaryNames[Pow].method, exponent, modulus)
		if ok && (err != nil || v != NotImplemented) {
			return v, err
		}
	}
	for _, o := range [...]Object{base, exponent, modulus} {
		switch Of(o).(type) {
		case Float:
			return nil, TypeError("pow() 3rd argument not allowed unless all arguments are integers")
		case Complex:
			return nil, ValueError("complex modulo")
		}
	}
	return nil, TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
		base.Class().Name, exponent.Class().Name, modulus.Class().Name)
}

func bigPowMod(t *Thread, base, exponent, modulus *big.Int) (Object, error) {
	if modulus.Sign() == 0 {
		return nil, ValueError("pow() 3rd argument cannot be 0")
	}
	words := wordsOf(modulus)
	if err := spendProduct(t, words*wordsOf(exponent)*64, words); err != nil {
		return nil, err
	}
	m := new(big.Int).Abs(modulus)
	if exponent.Sign() < 0 {
		if base = new(big.Int).ModInverse(new(big.Int).Mod(base, m), m); base == nil {
			return nil, ValueError("base is not invertible for the given modulus")
		}
		exponent = new(big.Int).Neg(exponent)
	}
	z := new(big.Int).Exp(base, exponent, m)
	if modulus.Sign() < 0 && z.Sign() > 0 { // the result has the modulus's sign
		z.Add(z, modulus)
	}
	return NewBig(z), nil
}

// PowMod is the three-argument pow() of ints.
func (x Int) PowMod(t *Thread, exponent, modulus Object) (Object, error) {
	return intPowMod(t, x, exponent, modulus)
}

// PowMod is the three-argument pow() of ints.
func (x *BigInt) PowMod(t *Thread, exponent, modulus Object) (Object, error) {
	return intPowMod(t, x, exponent, modulus)
}

// PowMod is the three-argument pow() of ints.
func (b Bool) PowMod(t *Thread, exponent, modulus Object) (Object, error) {
	return intPowMod(t, b, exponent, modulus)
}

func intPowMod(t *Thread, base, exponent, modulus Object) (Object, error) {
	e, m := bigOf(exponent), bigOf(modulus)
	if e == nil || m == nil {
		return NotImplemented, nil
	}
	return bigPowMod(t, bigOf(base), e, m)
}
