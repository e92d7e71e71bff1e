package object

import (
	"math"
	"strconv"
	"strings"
)

// newFloat is float(x=0.0).
func newFloat(t *Thread, cls *Class, a Args) (Object, error) {
	switch {
	case len(a.Kw) > 0 && cls == FloatClass:
		return nil, TypeError("float() takes no keyword arguments")
	case len(a.Pos) > 1:
		return nil, TypeError("float expected at most 1 argument, got %d", len(a.Pos))
	case len(a.Pos) == 0:
		return Wrap(cls, Float(0)), nil
	}
	f, err := ToFloat(t, a.Pos[0])
	if err != nil {
		return nil, err
	}
	return Wrap(cls, Float(f)), nil
}

// ToFloat returns float(x).
func ToFloat(t *Thread, x Object) (float64, error) {
	if _, text := numberText(x); !text {
		return floatOf(t, x, "float() argument must be a string or a real number, not '%s'")
	}
	if _, plain := x.(*Str); !plain {
		v, ok, err := callSpecial(t, x, nameFloat)
		if ok {
			return floatReturned(x, v, err)
		}
	}
	text, _ := numberText(x)
	if err := t.Scan(len(text)); err != nil {
		return 0, err
	}
	f, ok := parseFloat(text)
	if !ok {
		r, err := Repr(t, Of(x))
		if err != nil {
			return 0, err
		}
		return 0, ValueError("could not convert string to float: %s", r)
	}
	return f, nil
}

// RealNumber returns a number as a float by its value, __float__ or __index__, as the functions of module math take
// their arguments; strings are refused.
func RealNumber(t *Thread, x Object) (float64, error) {
	return floatOf(t, x, "must be real number, not %s")
}

func floatOf(t *Thread, x Object, refusal string) (float64, error) {
	switch v := x.(type) {
	case Float:
		return float64(v), nil
	case Int:
		return float64(v), nil
	}
	v, ok, err := callSpecial(t, x, nameFloat)
	if ok {
		return floatReturned(x, v, err)
	}
	if f, ok, err := realOf(x); ok {
		return f, err
	}
	v, ok, err = callSpecial(t, x, nameIndex)
	if err != nil {
		return 0, err
	}
	if ok {
		f, isReal, err := realOf(v)
		if !isReal {
			return 0, TypeError("__index__ returned non-int (type %s)", v.Class().MessageName())
		}
		return f, err
	}
	return 0, TypeError(refusal, x.Class().MessageName())
}

func floatReturned(x, v Object, err error) (float64, error) {
	if err != nil {
		return 0, err
	}
	if f, ok := Of(v).(Float); ok {
		return float64(f), nil
	}
	return 0, TypeError("%s.__float__ returned non-float (type %s)", x.Class().MessageName(), v.Class().MessageName())
}

// floatHex writes f with all its bits: '0x1.8000000000000p+0'.
func floatHex(f float64) string {
	if s := notFinite(f); s != "" {
		return s
	}
	sign := ""
	if math.Signbit(f) {
		sign = "-"
	}
	if f == 0 {
		return sign + "0x0.0p+0"
	}
	bits := math.Float64bits(f)
	exp, lead := int(bits>>52&0x7FF)-1023, "1"
	if exp == -1023 {
		exp, lead = -1022, "0"
	}
	digits := strconv.FormatUint(bits&(1<<52-1), 16)
	digits = strings.Repeat("0", 13-len(digits)) + digits
	plus := ""
	if exp >= 0 {
		plus = "+"
	}
	return sign + "0x" + lead + "." + digits + "p" + plus + strconv.Itoa(exp)
}

// floatFromHex reads what floatHex writes, and shorter forms of it.
func floatFromHex(text string) (float64, error) {
	s := strings.TrimFunc(text, func(r rune) bool { return r < 0x80 && isSpace(r) })
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 || body == "" {
		return 0, ValueError("invalid hexadecimal floating-point string")
	}
	sign := s[:len(s)-len(body)]
	switch strings.ToLower(body) {
	case "inf", "infinity", "nan":
		f, _ := parseFloat(s)
		return f, nil
	}
	if len(body) > 1 && body[0] == '0' && (body[1] == 'x' || body[1] == 'X') {
		body = body[2:]
	}
	mantissa, exp := body, "0"
	if i := strings.IndexAny(body, "pP"); i >= 0 {
		mantissa, exp = body[:i], body[i+1:]
	}
	digits := strings.TrimLeft(exp, "+-")
	if len(exp)-len(digits) > 1 || digits == "" || !allDigits(digits, 10) ||
		!allDigits(strings.Replace(mantissa, ".", "", 1), 16) {
		return 0, ValueError("invalid hexadecimal floating-point string")
	}
	f, err := strconv.ParseFloat(sign+"0x"+mantissa+"p"+exp, 64)
	if err != nil && math.IsInf(f, 0) {
		return 0, NewError(OverflowErrorClass, "hexadecimal value too large to represent as a float")
	}
	return f, nil
}

func allDigits(s string, base int) bool {
	for i := 0; i < len(s); i++ {
		if digitValue(s[i]) >= base {
			return false
		}
	}
	return s != ""
}
