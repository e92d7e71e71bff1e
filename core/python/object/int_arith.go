package object

import (
	"math"
	"math/big"
	"math/bits"
)

// Binary calculates with another int. Results that leave 64 bits become big.
func (x Int) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	var y Int
	switch v := Of(o).(type) {
	case Int:
		y = v
	case Bool:
		y = Int(boolInt(v))
	case *BigInt:
		if reflected {
			return bigBinary(t, op, v.V, big.NewInt(int64(x)))
		}
		return bigBinary(t, op, big.NewInt(int64(x)), v.V)
	default:
		return NotImplemented, nil
	}
	if reflected {
		x, y = y, x
	}
	return intBinary(t, op, x, y)
}

func intBinary(t *Thread, op BinaryOp, x, y Int) (Object, error) {
	switch op {
	case Add:
		if s := x + y; (s > x) == (y > 0) {
			return s, nil
		}
	case Sub:
		if d := x - y; (d < x) == (y > 0) {
			return d, nil
		}
	case Mul:
		if p, ok := mulInt(int64(x), int64(y)); ok {
			return Int(p), nil
		}
	case Or:
		return x | y, nil
	case Xor:
		return x ^ y, nil
	case And:
		return x & y, nil
	case LShift:
		if y >= 0 && y < 63 {
			if s := x << y; s>>y == x {
				return s, nil
			}
		}
	case RShift:
		if y < 0 {
			return nil, ValueError("negative shift count")
		}
		return x >> min(y, 63), nil
	case Pow:
		if p, ok := powInt(int64(x), int64(y)); ok {
			return Int(p), nil
		}
	default:
		return intDivision(t, op, x, y)
	}
	return bigBinary(t, op, big.NewInt(int64(x)), big.NewInt(int64(y)))
}

func intDivision(t *Thread, op BinaryOp, x, y Int) (Object, error) {
	if y == 0 || x == math.MinInt64 && y == -1 {
		return bigBinary(t, op, big.NewInt(int64(x)), big.NewInt(int64(y)))
	}
	q, r := x/y, x%y
	if r != 0 && (r < 0) != (y < 0) { // the quotient is rounded down, the remainder has the divisor's sign
		q--
		r += y
	}
	switch op {
	case FloorDiv:
		return q, nil
	case Mod:
		return r, nil
	case DivMod:
		return NewTuple(q, r), nil
	case TrueDiv:
		const exact = 1 << 53
		if -exact <= x && x <= exact && -exact <= y && y <= exact {
			return Float(x) / Float(y), nil
		}
		return bigBinary(t, op, big.NewInt(int64(x)), big.NewInt(int64(y)))
	}
	return NotImplemented, nil
}

// mulInt multiplies; ok is false when the product needs more than 64 bits.
func mulInt(x, y int64) (p int64, ok bool) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	// The signed high word is the unsigned one less each factor whose partner is negative.
	signed := int64(hi) - (x>>63)&y - (y>>63)&x
	return int64(lo), signed == int64(lo)>>63
}

// powInt raises to a power that is not negative; ok is false when the result needs more than 64 bits.
func powInt(x, n int64) (p int64, ok bool) {
	if n < 0 {
		return 0, false
	}
	p, ok = 1, true
	for {
		if n&1 != 0 {
			if p, ok = mulInt(p, x); !ok {
				return 0, false
			}
		}
		if n >>= 1; n == 0 {
			return p, true
		}
		if x, ok = mulInt(x, x); !ok {
			return 0, false
		}
	}
}
