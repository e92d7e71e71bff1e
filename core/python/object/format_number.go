package object

import (
	"math"
	"strconv"
	"strings"
)

// Format returns the number written as spec says.
func (x Int) Format(t *Thread, spec string) (string, error) { return formatInt(t, x, spec, "int") }

// Format returns the number written as spec says.
func (x *BigInt) Format(t *Thread, spec string) (string, error) { return formatInt(t, x, spec, "int") }

// Format returns True or False, or with a spec the number 1 or 0 written as it says.
func (b Bool) Format(t *Thread, spec string) (string, error) {
	if spec == "" {
		return b.Repr(t)
	}
	return formatInt(t, Int(boolInt(b)), spec, "bool")
}

func formatInt(t *Thread, x Object, spec, typeName string) (string, error) {
	if spec == "" {
		return Repr(t, x)
	}
	f, err := parseSpec(spec, typeName, '>', 'd')
	if err != nil {
		return "", err
	}
	switch f.kind {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
		return f.integer(t, x)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		v, _, err := realOf(x)
		if err != nil {
			return "", err
		}
		return f.float(t, v)
	}
	return "", unknownKind(f.kind, typeName)
}

func (f *formatSpec) integer(t *Thread, x Object) (string, error) {
	switch {
	case f.precision >= 0:
		return "", ValueError("Precision not allowed in integer format specifier")
	case f.noNegZero:
		return "", ValueError("Negative zero coercion (z) not allowed in integer format specifier")
	case f.kind == 'c':
		return f.character(t, x)
	}
	text, err := integerText(t, x, f.kind)
	if err != nil {
		return "", err
	}
	n := numberParts{negative: text[0] == '-', digits: strings.TrimPrefix(text, "-")}
	size := 3
	if f.kind != 'd' && f.kind != 'n' {
		size = 4
		if f.alternate {
			n.prefix = "0" + string(f.kind)
		}
	}
	return f.layNumber(t, n, size)
}

// integerText writes an int in the base that the format code names.
func integerText(t *Thread, x Object, kind rune) (string, error) {
	base := 10
	switch kind {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'x', 'X':
		base = 16
	}
	text := ""
	switch v := x.(type) {
	case *BigInt:
		if base == 10 {
			return bigDecimal(v.V)
		}
		if err := chargeText(t, v.V.BitLen()); err != nil {
			return "", err
		}
		text = v.V.Text(base)
	case Int:
		text = strconv.FormatInt(int64(v), base)
	}
	if kind == 'X' {
		text = strings.ToUpper(text)
	}
	return text, nil
}

func (f *formatSpec) character(t *Thread, x Object) (string, error) {
	if f.sign != 0 {
		return "", ValueError("Sign not allowed with integer format specifier 'c'")
	}
	if f.alternate {
		return "", ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	n, ok := AsInt64(x)
	if !ok {
		return "", NewError(OverflowErrorClass, "Python int too large to convert to C long")
	}
	if n < 0 || n > 0x10FFFF {
		return "", NewError(OverflowErrorClass, "%c arg not in range(0x110000)")
	}
	return f.pad(t, runeString(rune(n)), 1)
}

// Format returns the number written as spec says.
func (x Float) Format(t *Thread, spec string) (string, error) {
	if m := math.Abs(float64(x)); m > 1e30 || m < 1e-30 && m > 0 || len(spec) > 3 { // many digits, or many zeros
		if err := t.Spend(12); err != nil {
			return "", err
		}
	}
	if spec == "" {
		return FloatRepr(float64(x)), nil
	}
	f, err := parseSpec(spec, "float", '>', 0)
	if err != nil {
		return "", err
	}
	switch f.kind {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.float(t, float64(x))
	}
	return "", unknownKind(f.kind, "float")
}

func (f *formatSpec) float(t *Thread, x float64) (string, error) {
	w := floatWriter{kind: byte(f.kind), precision: f.precision, alternate: f.alternate, noNegZero: f.noNegZero}
	percent := ""
	switch f.kind {
	case 0:
		w.kind, w.dotZero = 'r', true
		if f.precision >= 0 {
			w.kind = 'g'
		}
	case 'n':
		w.kind = 'g'
	case '%':
		w.kind, percent = 'f', "%"
		x *= 100
	}
	if w.precision < 0 {
		w.precision = 6
	}
	text, err := w.text(t, x)
	if err != nil {
		return "", err
	}
	n := splitNumber(text)
	n.rest += percent
	return f.layNumber(t, n, 3)
}

// splitNumber takes the text of a float apart.
func splitNumber(text string) numberParts {
	n := numberParts{negative: text[0] == '-'}
	text = strings.TrimPrefix(text, "-")
	i := 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	n.digits, n.rest = text[:i], text[i:]
	return n
}

// floatWriter writes floats as the C library's formats do.
type floatWriter struct {
	kind      byte // e, E, f, F, g, G, or r for the shortest text that reads back
	precision int
	alternate bool // always a point, and zeros stay
	dotZero   bool // ".0" behind a whole number without exponent
	noNegZero bool // no sign for what is rounded to zero
}

func (w floatWriter) text(t *Thread, x float64) (string, error) {
	if w.precision > math.MaxInt32 {
		return "", ValueError("precision too big")
	}
	upper := w.kind == 'E' || w.kind == 'F' || w.kind == 'G'
	if s := notFinite(x); s != "" {
		if upper {
			s = strings.ToUpper(s)
		}
		return s, nil
	}
	if err := chargeText(t, w.precision); err != nil {
		return "", err
	}
	sign := ""
	if math.Signbit(x) {
		sign, x = "-", -x
	}
	s := w.positive(x)
	if sign != "" && w.noNegZero && strings.Trim(mantissaOf(s), "0.") == "" {
		sign = ""
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return sign + s, nil
}

func mantissaOf(s string) string {
	if i := strings.IndexByte(s, 'e'); i >= 0 {
		return s[:i]
	}
	return s
}

func (w floatWriter) positive(x float64) string {
	var digits string
	exp, scientific := 0, false
	switch w.kind {
	case 'f', 'F':
		s := strconv.FormatFloat(x, 'f', w.precision, 64)
		if w.alternate && w.precision == 0 {
			s += "."
		}
		return s
	case 'e', 'E':
		digits, exp = decimalDigits(x, w.precision)
		scientific = true
	case 'r':
		digits, exp = decimalDigits(x, -1)
		scientific = exp < -4 || exp >= 16
	default:
		precision := max(w.precision, 1)
		digits, exp = decimalDigits(x, precision-1)
		limit := precision
		if w.dotZero {
			limit--
		}
		scientific = exp < -4 || exp >= limit
		if !w.alternate {
			digits = digits[:1] + strings.TrimRight(digits[1:], "0")
		}
	}
	s := layDigits(digits, exp, scientific, w.dotZero)
	if w.alternate && strings.IndexByte(s, '.') < 0 {
		m := mantissaOf(s)
		s = m + "." + s[len(m):]
	}
	return s
}

// decimalDigits returns the digits of x, rounded to so many behind the first (-1: as few as read back), and its exponent.
func decimalDigits(x float64, precision int) (digits string, exp int) {
	var room [32]byte
	exp, mantissa := splitExponent(strconv.AppendFloat(room[:0], x, 'e', precision, 64))
	return strings.Replace(string(mantissa), ".", "", 1), exp
}

// Format returns the number written as spec says, which holds for both parts.
func (x Complex) Format(t *Thread, spec string) (string, error) {
	if spec == "" {
		return x.Repr(t)
	}
	f, err := parseSpec(spec, "complex", '>', 0)
	if err != nil {
		return "", err
	}
	w := floatWriter{kind: byte(f.kind), precision: f.precision, alternate: f.alternate, noNegZero: f.noNegZero}
	switch f.kind {
	case 0:
		w.kind = 'r'
		if f.precision >= 0 {
			w.kind = 'g'
		}
	case 'n':
		w.kind = 'g'
	case 'e', 'E', 'f', 'F', 'g', 'G':
	default:
		return "", unknownKind(f.kind, "complex")
	}
	if w.precision < 0 {
		w.precision = 6
	}
	if f.fill == "0" {
		return "", ValueError("Zero padding is not allowed in complex format specifier")
	}
	if f.align == '=' {
		return "", ValueError("'=' alignment flag is not allowed in complex format specifier")
	}
	text, err := f.complexText(t, w, complex128(x))
	if err != nil {
		return "", err
	}
	return f.pad(t, text, len(text))
}

func (f *formatSpec) complexText(t *Thread, w floatWriter, x complex128) (string, error) {
	part := *f
	part.width = -1
	var out [2]string
	onlyImag := f.kind == 0 && real(x) == 0 && !math.Signbit(real(x))
	for i, v := range [2]float64{real(x), imag(x)} {
		text, err := w.text(t, v)
		if err != nil {
			return "", err
		}
		if i == 1 && !onlyImag {
			part.sign = '+'
		}
		if out[i], err = part.layNumber(t, splitNumber(text), 3); err != nil {
			return "", err
		}
	}
	switch {
	case onlyImag:
		return out[1] + "j", nil
	case f.kind == 0:
		return "(" + out[0] + out[1] + "j)", nil
	}
	return out[0] + out[1] + "j", nil
}

// Hex, Oct and Bin return an int's text with its prefix, as hex(), oct() and bin() do.
func Hex(t *Thread, o Object) (string, error) { return prefixed(t, o, 'x') }

// Oct returns oct(o).
func Oct(t *Thread, o Object) (string, error) { return prefixed(t, o, 'o') }

// Bin returns bin(o).
func Bin(t *Thread, o Object) (string, error) { return prefixed(t, o, 'b') }

func prefixed(t *Thread, o Object, kind rune) (string, error) {
	v, err := AsIndex(t, o)
	if err != nil {
		return "", err
	}
	text, err := integerText(t, plainInt(v), kind)
	if err != nil {
		return "", err
	}
	if text[0] == '-' {
		return "-0" + string(kind) + text[1:], nil
	}
	return "0" + string(kind) + text, nil
}
