package object

import "math"

// Binary calculates with a float or int.
func (x Float) Binary(_ *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	switch op {
	case Add, Sub, Mul, TrueDiv, FloorDiv, Mod, DivMod, Pow:
	default:
		return NotImplemented, nil
	}
	y, ok, err := realOf(o)
	if !ok || err != nil {
		return NotImplemented, err
	}
	if reflected {
		return floatBinary(op, y, float64(x))
	}
	return floatBinary(op, float64(x), y)
}

func floatBinary(op BinaryOp, x, y float64) (Object, error) {
	switch op {
	case Add:
		return Float(x + y), nil
	case Sub:
		return Float(x - y), nil
	case Mul:
		return Float(x * y), nil
	case Pow:
		return floatPow(x, y)
	}
	if y == 0 {
		return nil, NewError(ZeroDivisionErrorClass, floatByZero[op])
	}
	if op == TrueDiv {
		return Float(x / y), nil
	}
	q, r := floatDivMod(x, y)
	switch op {
	case FloorDiv:
		return Float(q), nil
	case Mod:
		return Float(r), nil
	}
	return NewTuple(Float(q), Float(r)), nil
}

var floatByZero = [numBinary]string{
	TrueDiv: "float division by zero", FloorDiv: "float floor division by zero",
	Mod: "float modulo", DivMod: "float divmod()",
}

// floatDivMod divides with the quotient rounded down; the remainder has the divisor's sign, even when it is zero.
func floatDivMod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	d := (x - r) / y
	if r == 0 {
		r = math.Copysign(0, y)
	} else if (y < 0) != (r < 0) {
		r += y
		d--
	}
	if d == 0 {
		return math.Copysign(0, x/y), r
	}
	q = math.Floor(d)
	if d-q > 0.5 { // the division above was inexact
		q++
	}
	return q, r
}

// floatPow is float ** float: complex for a negative base with a fractional exponent.
func floatPow(x, y float64) (Object, error) {
	finite := !math.IsInf(x, 0) && !math.IsInf(y, 0) && x == x && y == y
	if finite && x == 0 && y < 0 {
		return nil, NewError(ZeroDivisionErrorClass, "0.0 cannot be raised to a negative power")
	}
	if math.IsInf(y, -1) && x == 0 {
		return Float(math.Inf(1)), nil
	}
	if finite && x < 0 && y != math.Floor(y) {
		return complexPow(complex(x, 0), complex(y, 0))
	}
	z := FloatPow(x, y)
	if finite && math.IsInf(z, 0) {
		return nil, outOfRange()
	}
	return Float(z), nil
}

// outOfRange is the OverflowError of a result that the C library could not represent.
func outOfRange() error {
	return NewException(OverflowErrorClass, Int(34), NewStr("Numerical result out of range"))
}
