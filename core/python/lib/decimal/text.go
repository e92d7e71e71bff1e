package decimal

import (
	"math/big"
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// parse reads a number as Decimal() takes it; ok is false for other text.
func parse(s string) (d *Decimal, ok bool) {
	s = strings.ReplaceAll(strings.TrimFunc(s, object.IsSpaceRune), "_", "")
	s = asciiDigits(s)
	neg := strings.HasPrefix(s, "-")
	if neg || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	switch lower := strings.ToLower(s); {
	case lower == "inf" || lower == "infinity":
		return signed(inf, neg), true
	case strings.HasPrefix(lower, "nan"):
		return parseNaN(quiet, neg, lower[3:])
	case strings.HasPrefix(lower, "snan"):
		return parseNaN(signal, neg, lower[4:])
	}
	mantissa, exponent := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent = s[:i], s[i+1:]
		body := strings.TrimLeft(exponent, "+-")
		if body == "" || len(exponent)-len(body) > 1 || !allDigits(body) {
			return nil, false
		}
	}
	whole, part, _ := strings.Cut(mantissa, ".")
	if whole+part == "" || !allDigits(whole+part) {
		return nil, false
	}
	exp := 0
	if exponent != "" {
		var err error
		if exp, err = strconv.Atoi(exponent); err != nil || exp > maxExponent || exp < -maxExponent {
			return nil, false
		}
	}
	coef, _ := new(big.Int).SetString(whole+part, 10)
	return number(neg, coef, exp-len(part)), true
}

// maxExponent bounds exponents that are written.
const maxExponent = 1 << 50

func parseNaN(k kind, neg bool, payload string) (*Decimal, bool) {
	coef := zero
	if payload != "" {
		if !allDigits(payload) {
			return nil, false
		}
		coef, _ = new(big.Int).SetString(payload, 10)
	}
	return &Decimal{kind: k, neg: neg, coef: coef}, true
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// asciiDigits writes the decimal digits of other scripts as 0 to 9.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !object.IsDecimalRune(r) {
			return r
		}
		zero := r
		for zero > r-9 && object.IsDecimalRune(zero-1) {
			zero--
		}
		return '0' + (r-zero)%10
	}, s)
}

// String returns the number as str() shows it.
func (d *Decimal) String() string { return d.text(false, "E") }

// text returns the number in scientific notation where needed; engineering exponents are multiples of three.
func (d *Decimal) text(engineering bool, e string) string {
	sign := ""
	if d.neg {
		sign = "-"
	}
	switch d.kind {
	case infinite:
		return sign + "Infinity"
	case quiet, signal:
		name := "NaN"
		if d.kind == signal {
			name = "sNaN"
		}
		if d.coef.Sign() != 0 {
			name += d.coef.String()
		}
		return sign + name
	}
	s := d.coef.String()
	left := d.exp + len(s) // the number of digits before the point
	point := 1
	switch {
	case d.exp <= 0 && left > -6:
		point = left
	case engineering && d.coef.Sign() == 0:
		point = floorMod(left+1, 3) - 1
	case engineering:
		point = floorMod(left-1, 3) + 1
	}
	var out string
	switch {
	case point <= 0:
		out = "0." + strings.Repeat("0", -point) + s
	case point >= len(s):
		out = s + strings.Repeat("0", point-len(s))
	default:
		out = s[:point] + "." + s[point:]
	}
	if left != point {
		exp := strconv.Itoa(left - point)
		if left > point {
			exp = "+" + exp
		}
		out += e + exp
	}
	return sign + out
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

// Str shows the number.
func (d *Decimal) Str(t *object.Thread) (string, error) {
	if err := payDigits(t, d.coef.BitLen()); err != nil {
		return "", err
	}
	if contextOf(t).capitals == 0 {
		return d.text(false, "e"), nil
	}
	return d.String(), nil
}

// payDigits pays for turning a number of so many bits into decimal digits, or back.
func payDigits(t *object.Thread, bits int) error {
	w := int64(bits / 64)
	return t.Spend(w * min(w, 256) / 16)
}

// Repr shows the call that makes the number.
func (d *Decimal) Repr(t *object.Thread) (string, error) {
	s, err := d.Str(t)
	return "Decimal('" + s + "')", err
}

// spec is a parsed format specification.
type spec struct {
	fill          string
	align, sign   byte
	zero, comma   bool
	width, places int // places -1: not given
	verb          byte
	alternate     bool
}

func parseSpec(s string) (*spec, bool) {
	f := &spec{fill: " ", align: '>', sign: '-', places: -1}
	if r := []rune(s); len(r) > 1 && strings.ContainsRune("<>=^", r[1]) {
		f.fill, f.align = string(r[0]), byte(r[1])
		s = string(r[2:])
	} else if s != "" && strings.IndexByte("<>=^", s[0]) >= 0 {
		f.align, s = s[0], s[1:]
	}
	take := func(set string) byte {
		if s != "" && strings.IndexByte(set, s[0]) >= 0 {
			c := s[0]
			s = s[1:]
			return c
		}
		return 0
	}
	if c := take("+- "); c != 0 {
		f.sign = c
	}
	if take("0") != 0 {
		f.zero = true
		f.fill, f.align = "0", '='
	}
	digitsOf := func() (n int, found bool) {
		i := 0
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		n, err := strconv.Atoi(s[:i])
		s = s[i:]
		return n, err == nil
	}
	f.width, _ = digitsOf()
	f.comma = take(",") != 0
	if take(".") != 0 {
		n, found := digitsOf()
		if !found {
			return nil, false
		}
		f.places = n
	}
	f.verb = take("eEfFgGn%")
	return f, s == "" && f.width < 1<<20 && f.places < 1<<20
}

// Format returns the number written as a format specification says.
func (d *Decimal) Format(t *object.Thread, format string) (string, error) {
	f, ok := parseSpec(format)
	if !ok {
		return "", object.ValueError("Invalid format specifier")
	}
	if d.kind == finite { // every zero may have to be written
		size := int64(max(d.adjusted(), 0) + f.places + f.width + 1)
		if err := t.Alloc(size); err != nil {
			return "", err
		}
		if err := t.Spend(size / 4); err != nil {
			return "", err
		}
	}
	c := contextOf(t)
	body := d.layout(f, c)
	sign := ""
	switch {
	case d.neg:
		sign = "-"
	case f.sign != '-':
		sign = string(f.sign)
	}
	pad := f.width - len([]rune(sign+body))
	if f.zero && d.kind != finite { // zeros before a word would make no number
		f.fill, f.align = " ", '>'
	}
	if f.zero && f.comma && d.kind == finite {
		return sign + groupedTo(body, f.width-len(sign)), nil
	}
	if pad <= 0 {
		return sign + body, nil
	}
	switch f.align {
	case '<':
		return sign + body + strings.Repeat(f.fill, pad), nil
	case '=':
		return sign + strings.Repeat(f.fill, pad) + body, nil
	case '^':
		return strings.Repeat(f.fill, pad/2) + sign + body + strings.Repeat(f.fill, pad-pad/2), nil
	}
	return strings.Repeat(f.fill, pad) + sign + body, nil
}

// layout returns the number without sign.
func (d *Decimal) layout(f *spec, c *Context) string {
	d = signed(d, false)
	if d.kind != finite {
		s := d.text(false, "E")
		if f.verb == '%' {
			s += "%"
		}
		return s
	}
	e := "E"
	if f.verb == 'e' || f.verb == 'g' || f.verb == 'n' || f.verb == 0 && c.capitals == 0 {
		e = "e"
	}
	if f.verb == '%' {
		d = number(false, d.coef, d.exp+2)
	}
	if f.places >= 0 {
		d = d.toPlaces(f, c.rounding)
	}
	if d.isZero() && d.exp > 0 && strings.IndexByte("fF%", f.verb) >= 0 && f.verb != 0 {
		d, _ = d.rescale(0, c.rounding)
	}
	s := d.coef.String()
	left := d.exp + len(s)
	point := left
	switch f.verb {
	case 'e', 'E':
		point = 1
		if d.isZero() && f.places >= 0 {
			point = 1 - f.places
		}
	case 'f', 'F', '%':
	default:
		if !(d.exp <= 0 && left > -6) {
			point = 1
		}
	}
	return d.place(f, s, point, left, e)
}

// toPlaces rounds to the precision that the specification asks for.
func (d *Decimal) toPlaces(f *spec, rounding string) *Decimal {
	switch f.verb {
	case 'e', 'E':
		if d.isZero() {
			return d
		}
		return d.toDigits(f.places+1, rounding)
	case 'f', 'F', '%':
		v, _ := d.rescale(-f.places, rounding)
		return v
	}
	places := max(f.places, 1)
	if digits(d.coef) > places {
		return d.toDigits(places, rounding)
	}
	return d
}

func (d *Decimal) toDigits(n int, rounding string) *Decimal {
	if d.isZero() {
		v, _ := d.rescale(d.adjusted()-n+1, rounding)
		return v
	}
	exp := d.adjusted() + 1 - n
	v, _ := d.rescale(exp, rounding)
	if digits(v.coef) > n {
		v, _ = v.rescale(exp+1, rounding)
	}
	return v
}

// place puts point, exponent and commas into the digits.
func (d *Decimal) place(f *spec, s string, point, left int, e string) string {
	var whole, part string
	switch {
	case point < 0 || point == 0:
		whole, part = "0", strings.Repeat("0", -point)+s
	case point > len(s):
		whole = s + strings.Repeat("0", point-len(s))
	default:
		whole, part = s[:point], s[point:]
	}
	if f.comma {
		whole = grouped(whole)
	}
	out := whole
	if part != "" {
		out += "." + part
	}
	if left != point || f.verb == 'e' || f.verb == 'E' {
		exp := strconv.Itoa(left - point)
		if left >= point {
			exp = "+" + exp
		}
		out += e + exp
	}
	if f.verb == '%' {
		out += "%"
	}
	return out
}

func grouped(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// groupedTo fills with zeros in groups up to a width.
func groupedTo(body string, width int) string {
	plain := strings.ReplaceAll(body, ",", "")
	end := strings.IndexAny(plain, ".eE%")
	if end < 0 {
		end = len(plain)
	}
	whole, rest := plain[:end], plain[end:]
	if room := width - len(rest); len(grouped(whole)) < room {
		whole = strings.Repeat("0", max(room-(room/4)-len(whole), 0)) + whole
		if len(grouped(whole)) < room {
			whole = "0" + whole
		}
	}
	return grouped(whole) + rest
}
