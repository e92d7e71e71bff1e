package object

import (
	"math"
	"math/big"
	"strconv"
)

func init() {
	FloatClass.New = newFloat
	FloatClass.Protocols(Float(0), Add, Sub, Mul, TrueDiv, Mod, Pow, FloorDiv, DivMod)
	FloatClass.Methods(
		floatWhole("__int__", math.Trunc), floatWhole("__trunc__", math.Trunc),
		floatWhole("__floor__", math.Floor), floatWhole("__ceil__", math.Ceil),
		Func("__float__", "(self, /)", "Returns the value as a float.", floatItself),
		Func("conjugate", "(self, /)", "Returns the value itself.", floatItself),
		Func("__round__", "(self, ndigits=None, /)", "Rounds to so many digits behind the point, or to an int.", floatRound),
		Func("__getnewargs__", "(self, /)", "Returns the arguments that make a copy.", func(_ *Thread, a []Object) (Object, error) {
			return NewTuple(a[0]), nil
		}),
		Func("is_integer", "(self, /)", "Tells whether the value is a whole number.", func(_ *Thread, a []Object) (Object, error) {
			f := float64(a[0].(Float))
			return Bool(f == math.Floor(f) && !math.IsInf(f, 0)), nil
		}),
		Func("as_integer_ratio", "(self, /)", "Returns two ints whose ratio is the value.", floatRatio),
		Func("hex", "(self, /)", "Returns the value in hexadecimal digits.", func(_ *Thread, a []Object) (Object, error) {
			return NewStr(floatHex(float64(a[0].(Float)))), nil
		}),
	)
	FloatClass.ClassMethods(Func("fromhex", "(cls, string, /)", "Returns the float that hexadecimal digits stand for.",
		floatClassFromHex))
	FloatClass.Getter("real", "The value itself.", func(_ *Thread, self Object) (Object, error) { return Of(self), nil })
	FloatClass.Getter("imag", "0.0.", func(*Thread, Object) (Object, error) { return Float(0), nil })
}

func floatItself(_ *Thread, a []Object) (Object, error) { return a[0], nil }

func floatWhole(name string, whole func(float64) float64) *Builtin {
	return Func(name, "(self, /)", "Returns a whole number as an int.", func(_ *Thread, a []Object) (Object, error) {
		return floatToInt(whole(float64(a[0].(Float))))
	})
}

func floatClassFromHex(t *Thread, a []Object) (Object, error) {
	s, ok := Of(a[1]).(*Str)
	if !ok {
		return nil, TypeError("bad argument type for built-in operation")
	}
	if err := t.Spend(int64(len(s.s))); err != nil {
		return nil, err
	}
	f, err := floatFromHex(s.s)
	if err != nil {
		return nil, err
	}
	if cls, ok := a[0].(*Class); ok && cls != FloatClass {
		return Call(t, cls, Float(f))
	}
	return Float(f), nil
}

func floatRatio(_ *Thread, a []Object) (Object, error) {
	f := float64(a[0].(Float))
	switch {
	case f != f:
		return nil, ValueError("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return nil, NewError(OverflowErrorClass, "cannot convert Infinity to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple(NewBig(r.Num()), NewBig(r.Denom())), nil
}

func floatRound(t *Thread, a []Object) (Object, error) {
	f := float64(a[0].(Float))
	if a[1] == None {
		return floatToInt(math.RoundToEven(f))
	}
	digits, err := AsIndex(t, a[1])
	if err != nil {
		return nil, err
	}
	n, small := AsInt64(digits)
	if !small {
		n = int64(bigOf(digits).Sign()) * 1000
	}
	r := RoundFloat(f, int(min(max(n, -1000), 1000)))
	if math.IsInf(r, 0) && !math.IsInf(f, 0) {
		return nil, NewError(OverflowErrorClass, "rounded value too large to represent")
	}
	return Float(r), nil
}

// RoundFloat is round(f, digits): the float nearest to the exact value of f rounded in decimal, halves to even. It is
// infinite when that is out of range.
func RoundFloat(f float64, digits int) float64 {
	switch {
	case f == 0 || f != f || math.IsInf(f, 0) || digits > 323:
		return f
	case digits < -308:
		return math.Copysign(0, f)
	case digits >= 0:
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', digits, 64), 64)
		return r
	}
	exp, _ := splitExponent(strconv.AppendFloat(nil, f, 'e', 25, 64))
	switch kept := exp + 1 + digits; {
	case kept > 0:
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'e', kept-1, 64), 64)
		return r
	case kept == 0 && beyondHalf(math.Abs(f), exp):
		r, _ := strconv.ParseFloat("1e"+strconv.Itoa(exp+1), 64)
		return math.Copysign(r, f)
	}
	return math.Copysign(0, f)
}

// beyondHalf reports whether f is more than 5·10**exp.
func beyondHalf(f float64, exp int) bool {
	half := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(exp)), nil)
	return cmpBigFloat(half.Mul(half, big.NewInt(5)), f) < 0
}
