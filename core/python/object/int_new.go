package object

import (
	"math"
	"math/big"
	"strings"
)

var (
	nameTrunc   = Intern("__trunc__")
	nameFloor   = Intern("__floor__")
	nameCeil    = Intern("__ceil__")
	nameRound   = Intern("__round__")
	nameComplex = Intern("__complex__")
	nameBytes   = Intern("__bytes__")
)

// newInt is int(x=0, base=10).
func newInt(t *Thread, cls *Class, a Args) (Object, error) {
	x, base, err := intArguments(a)
	if err != nil {
		return nil, err
	}
	var v Object
	switch {
	case x == nil && base != nil:
		return nil, TypeError("int() missing string argument")
	case x == nil:
		v = Int(0)
	case base != nil:
		v, err = intWithBase(t, x, base)
	default:
		v, err = ToInt(t, x)
	}
	if err != nil {
		return nil, err
	}
	return Wrap(cls, v), nil
}

func intArguments(a Args) (x, base Object, err error) {
	if n := len(a.Pos) + len(a.Kw); n > 2 {
		return nil, nil, TypeError("int() takes at most 2 arguments (%d given)", n)
	}
	if len(a.Pos) > 0 {
		x = a.Pos[0]
	}
	if len(a.Pos) > 1 {
		base = a.Pos[1]
	}
	for _, k := range a.Kw {
		switch {
		case k.Name.s != "base":
			return nil, nil, TypeError("'%s' is an invalid keyword argument for int()", k.Name.s)
		case base != nil:
			return nil, nil, TypeError("argument for int() given by name ('base') and position (2)")
		}
		base = k.Value
	}
	return x, base, nil
}

func intWithBase(t *Thread, x, base Object) (Object, error) {
	b, err := AsIndex(t, base)
	if err != nil {
		return nil, err
	}
	n, ok := AsInt64(b)
	if !ok || n != 0 && n < 2 || n > 36 {
		return nil, ValueError("int() base must be >= 2 and <= 36, or 0")
	}
	text, ok := numberText(x)
	if !ok {
		return nil, TypeError("int() can't convert non-string with explicit base")
	}
	return parseInt(t, x, text, int(n))
}

// numberText returns the text of a str or bytes to be read as a number.
func numberText(o Object) (string, bool) {
	switch x := Of(o).(type) {
	case *Str:
		return x.s, true
	case binaryText:
		return strings.Map(func(r rune) rune {
			if r >= 0x80 { // digits of other scripts are for text alone
				return '?'
			}
			return r
		}, x.contents()), true
	}
	return "", false
}

func parseInt(t *Thread, x Object, text string, base int) (Object, error) {
	p, ok := scanInt(text, base)
	if !ok {
		r, err := Repr(t, Of(x))
		if err != nil {
			return nil, err
		}
		return nil, ValueError("invalid literal for int() with base %d: %s", base, firstRunes(r, 200))
	}
	if p.tooLong() {
		return nil, ValueError("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit", maxStrDigits, len(p.digits))
	}
	if err := spendProduct(t, int64(len(p.digits)/16), int64(len(p.digits)/16)); err != nil {
		return nil, err
	}
	return p.value(), nil
}

// ToSize returns int(x) as Go's int; what does not fit gives OverflowError.
func ToSize(t *Thread, x Object) (int, error) {
	v, err := ToInt(t, x)
	if err != nil {
		return 0, err
	}
	return Index(t, v)
}

// ToInt returns int(x): an Int or *BigInt.
func ToInt(t *Thread, x Object) (Object, error) {
	switch v := x.(type) {
	case Int, *BigInt:
		return v, nil
	case Float:
		return floatToInt(float64(v))
	case *Str:
		return parseInt(t, x, v.s, 10)
	}
	for _, name := range [...]*Str{nameInt, nameIndex, nameTrunc} {
		v, ok, err := callSpecial(t, x, name)
		if err != nil {
			return nil, err
		}
		if ok {
			return integral(t, name, v)
		}
	}
	if text, ok := numberText(x); ok {
		return parseInt(t, x, text, 10)
	}
	return nil, TypeError("int() argument must be a string, a bytes-like object or a real number, not '%s'", x.Class().MessageName())
}

// integral checks what a conversion method returned.
func integral(t *Thread, name *Str, v Object) (Object, error) {
	if n := plainInt(v); n != nil {
		return n, nil
	}
	if name != nameTrunc {
		return nil, TypeError("%s returned non-int (type %s)", name.s, v.Class().MessageName())
	}
	if n, err := AsIndex(t, v); err == nil { // __trunc__ may return any Integral
		return plainInt(n), nil
	}
	return nil, TypeError("__trunc__ returned non-Integral (type %s)", v.Class().MessageName())
}

// floatToInt cuts off the fraction.
func floatToInt(f float64) (Object, error) {
	switch {
	case f != f:
		return nil, ValueError("cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return nil, NewError(OverflowErrorClass, "cannot convert float infinity to integer")
	case -(1<<63) <= f && f < 1<<63:
		return Int(int64(f)), nil
	}
	v, _ := big.NewFloat(f).Int(nil)
	return NewBig(v), nil
}

// firstRunes cuts s after n code points.
func firstRunes(s string, n int) string {
	for i := 0; i < len(s); n-- {
		if n == 0 {
			return s[:i]
		}
		i += runeWidth(s, i)
	}
	return s
}
