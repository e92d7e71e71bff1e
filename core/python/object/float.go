package object

import (
	"math"
	"strconv"
	"strings"
)

// Truth reports whether x is not 0.
func (x Float) Truth(*Thread) (bool, error) { return x != 0, nil }

// Repr returns the shortest text that reads back as x.
func (x Float) Repr(*Thread) (string, error) { return FloatRepr(float64(x)), nil }

// Hash returns the numeric hash.
func (x Float) Hash(*Thread) (uint64, error) { return hashFloat(float64(x)), nil }

// FloatRepr returns repr(f): "0.1", "1e+16", "inf".
func FloatRepr(f float64) string { return reprFloat(f, true) }

// reprFloat writes f with as few digits as read back to f. dotZero adds ".0" to a whole number.
func reprFloat(f float64, dotZero bool) string {
	if s := notFinite(f); s != "" {
		return s
	}
	var room [32]byte
	text := strconv.AppendFloat(room[:0], f, 'e', -1, 64)
	exp, digits := splitExponent(text)
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	plain := strings.Replace(string(digits), ".", "", 1)
	return sign + layDigits(plain, exp, exp < -4 || exp >= 16, dotZero)
}

func notFinite(f float64) string {
	switch {
	case f != f:
		return "nan"
	case f > math.MaxFloat64:
		return "inf"
	case f < -math.MaxFloat64:
		return "-inf"
	}
	return ""
}

// splitExponent takes "1.5e+10" apart.
func splitExponent(text []byte) (exp int, mantissa []byte) {
	i := len(text) - 1
	for text[i] != 'e' {
		i--
	}
	exp, _ = strconv.Atoi(string(text[i+1:]))
	return exp, text[:i]
}

// layDigits places the point in digits that stand for d.ddd × 10**exp.
func layDigits(digits string, exp int, scientific, dotZero bool) string {
	switch {
	case scientific:
		if len(digits) > 1 {
			digits = digits[:1] + "." + digits[1:]
		}
		return digits + exponentText('e', exp)
	case exp < 0:
		return "0." + strings.Repeat("0", -exp-1) + digits
	case exp+1 < len(digits):
		return digits[:exp+1] + "." + digits[exp+1:]
	}
	digits += strings.Repeat("0", exp+1-len(digits))
	if dotZero {
		digits += ".0"
	}
	return digits
}

// exponentText writes at least two digits and always a sign.
func exponentText(letter byte, exp int) string {
	sign := "+"
	if exp < 0 {
		sign, exp = "-", -exp
	}
	if exp < 10 {
		sign += "0"
	}
	return string(letter) + sign + strconv.Itoa(exp)
}

// Compare orders x and a float or int, exactly.
func (x Float) Compare(_ *Thread, op CompareOp, o Object) (Object, error) {
	sign := 0
	switch y := Of(o).(type) {
	case Float:
		if x != x || y != y {
			return Bool(op == Ne), nil
		}
		if x < y {
			sign = -1
		} else if x > y {
			sign = 1
		}
	case Int, Bool, *BigInt:
		if x != x {
			return Bool(op == Ne), nil
		}
		if n, ok := AsInt64(y); ok {
			sign = -cmpIntFloat(n, float64(x))
		} else {
			sign = -cmpBigFloat(bigOf(y), float64(x))
		}
	default:
		return NotImplemented, nil
	}
	return Bool(op.holds(sign)), nil
}

// Unary returns -x, +x or abs(x).
func (x Float) Unary(_ *Thread, op UnaryOp) (Object, error) {
	switch op {
	case Neg:
		return -x, nil
	case Pos:
		return x, nil
	case Abs:
		return Float(math.Abs(float64(x))), nil
	}
	return NotImplemented, nil
}
