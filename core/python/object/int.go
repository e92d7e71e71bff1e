package object

import (
	"math/big"
	"strconv"
)

// Truth reports whether x is not 0.
func (x Int) Truth(*Thread) (bool, error) { return x != 0, nil }

// Truth reports that x is not 0.
func (x *BigInt) Truth(*Thread) (bool, error) { return x.V.Sign() != 0, nil }

// Repr returns the decimal digits.
func (x Int) Repr(*Thread) (string, error) { return strconv.FormatInt(int64(x), 10), nil }

// Repr returns the decimal digits. It fails with ValueError when there are too many.
func (x *BigInt) Repr(t *Thread) (string, error) {
	if w := int64(x.V.BitLen() / 64); w > 8 {
		if err := t.Spend(w * min(w, 256) / 32); err != nil {
			return "", err
		}
	}
	return bigDecimal(x.V)
}

// bigDecimal writes v, refusing more digits than the language converts: the work grows faster than the length.
func bigDecimal(v *big.Int) (string, error) {
	if float64(v.BitLen()) > (maxStrDigits+1)*3.33 {
		return "", tooManyDigits()
	}
	s := v.String()
	n := len(s)
	if s[0] == '-' {
		n--
	}
	if n > maxStrDigits {
		return "", tooManyDigits()
	}
	return s, nil
}

func tooManyDigits() error {
	return ValueError("Exceeds the limit (%d digits) for integer string conversion; "+
		"use sys.set_int_max_str_digits() to increase the limit", maxStrDigits)
}

// Hash returns the numeric hash.
func (x Int) Hash(*Thread) (uint64, error) { return hashInt(int64(x)), nil }

// Hash returns the numeric hash.
func (x *BigInt) Hash(*Thread) (uint64, error) { return hashBig(x.V), nil }

// Compare orders x and another int.
func (x Int) Compare(_ *Thread, op CompareOp, o Object) (Object, error) {
	var y int64
	switch v := Of(o).(type) {
	case Int:
		y = int64(v)
	case Bool:
		y = boolInt(v)
	case *BigInt:
		return Bool(op.holds(-v.V.Sign())), nil
	default:
		return NotImplemented, nil
	}
	return Bool(op.holds(cmpInt(int64(x), y))), nil
}

func cmpInt(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Compare orders x and another int.
func (x *BigInt) Compare(_ *Thread, op CompareOp, o Object) (Object, error) {
	switch v := Of(o).(type) {
	case Int, Bool:
		return Bool(op.holds(x.V.Sign())), nil
	case *BigInt:
		return Bool(op.holds(x.V.Cmp(v.V))), nil
	}
	return NotImplemented, nil
}

// Unary returns -x, +x, ~x or abs(x).
func (x Int) Unary(_ *Thread, op UnaryOp) (Object, error) {
	switch op {
	case Neg:
		if x == -x && x != 0 { // the least int has no opposite of 64 bits
			return NewBig(new(big.Int).Neg(big.NewInt(int64(x)))), nil
		}
		return -x, nil
	case Invert:
		return ^x, nil
	case Abs:
		if x < 0 {
			return x.Unary(nil, Neg)
		}
	}
	return x, nil
}

// Unary returns -x, +x, ~x or abs(x).
func (x *BigInt) Unary(t *Thread, op UnaryOp) (Object, error) {
	if err := t.Alloc(int64(x.V.BitLen() / 8)); err != nil {
		return nil, err
	}
	switch op {
	case Neg:
		return NewBig(new(big.Int).Neg(x.V)), nil
	case Invert:
		return NewBig(new(big.Int).Not(x.V)), nil
	case Abs:
		return NewBig(new(big.Int).Abs(x.V)), nil
	}
	return x, nil
}

func (x Int) decimal() string { return strconv.FormatInt(int64(x), 10) }
