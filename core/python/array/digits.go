package array

import (
	"math"
	"strconv"
	"strings"
)

// FloatText returns the text of a float of dtype d as str() of a numpy scalar gives it: the fewest digits that tell it
// from its neighbours.
func FloatText(v float64, d Dtype) string {
	if d == BFloat16 {
		return bfloatText(v)
	}
	return scalarText(v, d, true)
}

func bfloatText(v float64) string {
	switch {
	case v != v:
		return "nan"
	case math.IsInf(v, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(v, 'g', 6, 64), "+"))
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

func scalarText(v float64, d Dtype, zero bool) string {
	switch {
	case v != v:
		return "nan"
	case math.IsInf(v, 1):
		return "inf"
	case math.IsInf(v, -1):
		return "-inf"
	}
	digits, exp := shortest(v, d)
	sign := ""
	if math.Signbit(v) {
		sign = "-"
	}
	if abs := math.Abs(v); abs == 0 || abs >= 1e-4 && abs < largestPlain(d) {
		whole, frac := positionalParts(digits, exp)
		if frac == "" && zero {
			frac = "0"
		}
		if frac == "" {
			return sign + whole
		}
		return sign + whole + "." + frac
	}
	s := sign + digits[:1]
	if len(digits) > 1 {
		s += "." + digits[1:]
	}
	return s + exponentText(exp-1, 2)
}

// ComplexText returns the text of a complex number as str() of a numpy scalar gives it.
func ComplexText(v complex128, d Dtype) string {
	re, im := real(v), imag(v)
	part := d.Real()
	imText := scalarText(im, part, false) + "j"
	if re == 0 && !math.Signbit(re) {
		return imText
	}
	if imText[0] != '-' {
		imText = "+" + imText
	}
	return "(" + scalarText(re, part, false) + imText + ")"
}

// shortest returns the fewest digits that identify |v| among the numbers of dtype d, without trailing zeros: the value is
// 0.digits × 10^exp.
func shortest(v float64, d Dtype) (digits string, exp int) {
	v = math.Abs(v)
	var text string
	switch d {
	case Float32:
		text = strconv.FormatFloat(v, 'e', -1, 32)
	case Float16:
		text = shortestHalf(v)
	default:
		text = strconv.FormatFloat(v, 'e', -1, 64)
	}
	return splitExponent(text)
}

func shortestHalf(v float64) string {
	want := F16FromFloat64(v)
	for n := range 8 {
		text := strconv.FormatFloat(v, 'e', n, 64)
		if back, err := strconv.ParseFloat(text, 64); err == nil && F16FromFloat64(back) == want {
			return text
		}
	}
	return strconv.FormatFloat(v, 'e', 8, 64)
}

// splitExponent takes "1.25e+02" apart into "125" and 3.
func splitExponent(text string) (digits string, exp int) {
	mant, e, _ := strings.Cut(text, "e")
	exp, _ = strconv.Atoi(e)
	digits = strings.TrimRight(strings.Replace(mant, ".", "", 1), "0")
	if digits == "" {
		return "0", 1
	}
	return digits, exp + 1
}

// positionalParts writes 0.digits × 10^exp without an exponent.
func positionalParts(digits string, exp int) (whole, frac string) {
	switch {
	case digits == "0":
		return "0", ""
	case exp <= 0:
		return "0", strings.Repeat("0", -exp) + digits
	case exp >= len(digits):
		return digits + strings.Repeat("0", exp-len(digits)), ""
	}
	return digits[:exp], digits[exp:]
}

// largestPlain is where a number of dtype d begins to be written with an exponent.
func largestPlain(d Dtype) float64 {
	switch d {
	case Float16:
		return 1e3
	case Float32:
		return 1e6
	}
	return 1e16
}

func exponentText(exp, width int) string {
	sign := "e+"
	if exp < 0 {
		sign, exp = "e-", -exp
	}
	s := itoa(exp)
	for len(s) < width {
		s = "0" + s
	}
	return sign + s
}

// mostDigits is more than the exact value of any float has behind the point.
const mostDigits = 1100

// positional returns the digits before and behind the point: the shortest ones where they need at most precision places,
// else the exact value rounded there; at least least places are given. unique false means always exactly precision.
func positional(v float64, d Dtype, precision, least int, unique bool) (whole, frac string) {
	precision, least = min(precision, mostDigits), min(least, mostDigits)
	if unique {
		digits, exp := shortest(v, d)
		whole, frac = positionalParts(digits, exp)
		if precision < 0 || len(frac) <= precision {
			if len(frac) >= least {
				return whole, frac
			}
			precision = least
		}
	}
	text := strconv.FormatFloat(math.Abs(v), 'f', precision, 64)
	whole, frac, _ = strings.Cut(text, ".")
	if unique {
		trimmed := strings.TrimRight(frac, "0")
		frac = frac[:max(len(trimmed), min(least, len(frac)))]
	}
	return whole, frac
}

// scientific is positional for one digit before the point and an exponent.
func scientific(v float64, d Dtype, precision, least int, unique bool) (whole, frac string, exp int) {
	precision, least = min(precision, mostDigits), min(least, mostDigits)
	if unique {
		digits, e := shortest(v, d)
		frac = digits[1:]
		if precision < 0 || len(frac) <= precision {
			if len(frac) >= least {
				if v == 0 {
					e = 1
				}
				return digits[:1], frac, e - 1
			}
			precision = least
		}
	}
	text := strconv.FormatFloat(math.Abs(v), 'e', precision, 64)
	mant, e, _ := strings.Cut(text, "e")
	exp, _ = strconv.Atoi(e)
	whole, frac, _ = strings.Cut(mant, ".")
	if unique {
		trimmed := strings.TrimRight(frac, "0")
		frac = frac[:max(len(trimmed), min(least, len(frac)))]
	}
	return whole, frac, exp
}

// formatBigFloat writes a whole number too large for 64 bits.
func formatBigFloat(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }

// Text returns the text of single elements, counted in order, as str() of a numpy scalar gives it. Objects are not known
// here and give "?".
func (a *Array) elementText() func(i int) string {
	get := a.Getter()
	d := a.dtype
	return func(i int) string {
		switch v := get(i).(type) {
		case bool:
			if v {
				return "True"
			}
			return "False"
		case int64:
			return strconv.FormatInt(v, 10)
		case uint64:
			return strconv.FormatUint(v, 10)
		case float32:
			return FloatText(float64(v), d)
		case float64:
			return FloatText(v, d)
		case complex128:
			return ComplexText(v, d)
		case string:
			return v
		}
		return "?"
	}
}

// FloatOptions say how FormatPositional and FormatScientific write a number.
type FloatOptions struct {
	Precision int // -1: as many digits as are needed
	Unique    bool
	Least     int  // fewest digits behind the point
	Trim      byte // 'k' keep zeros, '.' trim them, '0' leave one, '-' trim the point too
	Plus      bool
	PadLeft   int
	PadRight  int
	ExpDigits int
}

func (o FloatOptions) sign(v float64) string {
	switch {
	case math.Signbit(v):
		return "-"
	case o.Plus:
		return "+"
	}
	return ""
}

func (o FloatOptions) trimmed(frac string) string {
	if o.Trim != 'k' {
		frac = strings.TrimRight(frac, "0")
	} else if !o.Unique || o.Least > 0 {
		frac += strings.Repeat("0", max(max(o.Least, 0)-len(frac), 0))
	}
	switch {
	case o.Trim == '0' && frac == "":
		return ".0"
	case o.Trim == '-' && frac == "":
		return ""
	}
	return "." + frac
}

// bounded limits the room that a program can ask for.
func (o FloatOptions) bounded() FloatOptions {
	o.Least, o.PadLeft, o.PadRight = min(o.Least, mostDigits), min(o.PadLeft, mostDigits), min(o.PadRight, mostDigits)
	o.ExpDigits = min(o.ExpDigits, mostDigits)
	return o
}

// FormatPositional writes a float without an exponent, as numpy.format_float_positional.
func FormatPositional(v float64, d Dtype, o FloatOptions) string {
	if v-v != 0 {
		return FloatText(v, d)
	}
	o = o.bounded()
	whole, frac := positional(v, d, o.Precision, o.Least, o.Unique)
	whole = o.sign(v) + whole
	frac = o.trimmed(frac)
	return strings.Repeat(" ", max(o.PadLeft-len(whole), 0)) + whole + frac + strings.Repeat(" ", max(o.PadRight+1-len(frac), 0)*min(o.PadRight, 1))
}

// FormatScientific writes a float with an exponent, as numpy.format_float_scientific.
func FormatScientific(v float64, d Dtype, o FloatOptions) string {
	if v-v != 0 {
		return FloatText(v, d)
	}
	o = o.bounded()
	whole, frac, exp := scientific(v, d, o.Precision, o.Least, o.Unique)
	whole = o.sign(v) + whole
	return strings.Repeat(" ", max(o.PadLeft-len(whole), 0)) + whole + o.trimmed(frac) + exponentText(exp, max(o.ExpDigits, 2))
}
