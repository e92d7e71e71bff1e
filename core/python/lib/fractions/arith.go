package fractions

import (
	"math/big"

	"layerglass/core/python/object"
)

// Binary calculates with a rational number exactly, with a float or complex number as these do.
func (f *Fraction) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	other := object.Of(o)
	switch other.(type) {
	case object.Float, object.Complex:
		v, err := toFloat(f.V)
		if err != nil {
			return nil, err
		}
		if reflected {
			return object.Binary(t, op, other, object.Float(v))
		}
		return object.Binary(t, op, object.Float(v), other)
	}
	y := rational(o)
	if y == nil {
		return object.NotImplemented, nil
	}
	x := f.V
	if reflected {
		x, y = y, x
	}
	words := int64(x.Num().BitLen()+x.Denom().BitLen()+y.Num().BitLen()+y.Denom().BitLen()) / 64
	if err := t.Spend(words/8 + words*words/64); err != nil { // the common divisor takes time by the square
		return nil, err
	}
	return calculate(t, op, x, y)
}

func calculate(t *object.Thread, op object.BinaryOp, x, y *big.Rat) (object.Object, error) {
	switch op {
	case object.Add:
		return New(new(big.Rat).Add(x, y)), nil
	case object.Sub:
		return New(new(big.Rat).Sub(x, y)), nil
	case object.Mul:
		return New(new(big.Rat).Mul(x, y)), nil
	case object.TrueDiv:
		if y.Sign() == 0 {
			return nil, zeroDenominator(new(big.Int).Div(new(big.Int).Mul(x.Num(), y.Denom()), nonZero(new(big.Int).Abs(x.Num()))))
		}
		return New(new(big.Rat).Quo(x, y)), nil
	case object.FloorDiv:
		v, err := floorQuotient(x, y)
		if err != nil {
			return nil, err
		}
		return object.NewBig(v), nil
	case object.Mod, object.DivMod:
		v, err := floorQuotient(x, y)
		if err != nil && op == object.Mod {
			err = object.NewError(object.ZeroDivisionErrorClass, "integer modulo by zero")
		}
		if err != nil {
			return nil, err
		}
		rest := new(big.Rat).SetInt(v)
		rest.Sub(x, rest.Mul(rest, y))
		if op == object.Mod {
			return New(rest), nil
		}
		return object.NewTuple(object.NewBig(v), New(rest)), nil
	case object.Pow:
		return power(t, x, y)
	}
	return object.NotImplemented, nil
}

func nonZero(n *big.Int) *big.Int {
	if n.Sign() == 0 {
		return big.NewInt(1)
	}
	return n
}

func floorQuotient(x, y *big.Rat) (*big.Int, error) {
	if y.Sign() == 0 {
		return nil, object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
	}
	return floor(new(big.Rat).Quo(x, y)), nil
}

// power is exact for a whole exponent and a float otherwise.
func power(t *object.Thread, x, y *big.Rat) (object.Object, error) {
	if !y.IsInt() {
		a, err := toFloat(x)
		if err != nil {
			return nil, err
		}
		b, err := toFloat(y)
		if err != nil {
			return nil, err
		}
		return object.Binary(t, object.Pow, object.Float(a), object.Float(b))
	}
	exponent := object.NewBig(new(big.Int).Abs(y.Num()))
	n, err := object.Binary(t, object.Pow, object.NewBig(x.Num()), exponent)
	if err != nil {
		return nil, err
	}
	d, err := object.Binary(t, object.Pow, object.NewBig(x.Denom()), exponent)
	if err != nil {
		return nil, err
	}
	num, den := object.AsBig(n), object.AsBig(d)
	if y.Sign() < 0 {
		num, den = den, num
	}
	if den.Sign() == 0 {
		return nil, zeroDenominator(num)
	}
	return New(new(big.Rat).SetFrac(num, den)), nil
}

func floor(v *big.Rat) *big.Int { return new(big.Int).Div(v.Num(), v.Denom()) } // the denominator is positive

func ceil(v *big.Rat) *big.Int {
	n := floor(new(big.Rat).Neg(v))
	return n.Neg(n)
}

// Round returns the nearest int, of two the even one.
func Round(v *big.Rat) *big.Int {
	n := floor(v)
	rest := new(big.Rat).Sub(v, new(big.Rat).SetInt(n))
	if c := rest.Cmp(big.NewRat(1, 2)); c > 0 || c == 0 && n.Bit(0) == 1 {
		n.Add(n, big.NewInt(1))
	}
	return n
}
