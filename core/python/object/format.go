package object

import (
	"strings"
	"unicode/utf8"
)

// Format returns format(o, spec).
func Format(t *Thread, o Object, spec string) (string, error) {
	if f, ok := o.(Formatter); ok {
		if s, plain := o.(*Str); plain && spec == "" {
			return s.s, nil
		}
		return f.Format(t, spec)
	}
	if m := o.Class().Lookup(nameFormat); m != nil && m != ObjectClass.Dict().getStr(nameFormat) {
		v, _, err := callSpecial(t, o, nameFormat, NewStr(spec))
		if err != nil {
			return "", err
		}
		s, ok := Of(v).(*Str)
		if !ok {
			return "", TypeError("__format__ must return a str, not %s", v.Class().MessageName())
		}
		return s.s, nil
	}
	return DefaultFormat(t, o, spec)
}

// DefaultFormat is object.__format__: str(o), and no spec is understood.
func DefaultFormat(t *Thread, o Object, spec string) (string, error) {
	if spec != "" {
		return "", TypeError("unsupported format string passed to %s.__format__", o.Class().MessageName())
	}
	return ToStr(t, o)
}

// formatSpec is a format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
type formatSpec struct {
	fill      string
	align     byte // one of < > = ^
	aligned   bool // align was written
	sign      byte // 0 or one of + - space
	noNegZero bool
	alternate bool
	width     int
	grouping  byte // 0, ',' or '_'
	precision int  // -1: none
	kind      rune // 0: none
}

// specReader takes a specification apart from the left.
type specReader struct {
	text string
	err  error
}

func (r *specReader) take(chars string) byte {
	if r.text != "" && strings.IndexByte(chars, r.text[0]) >= 0 {
		c := r.text[0]
		r.text = r.text[1:]
		return c
	}
	return 0
}

// number reads a decimal number, -1 if there is none.
func (r *specReader) number() int {
	n := -1
	for {
		text := r.text
		if text == "" {
			return n
		}
		c, w := runeAt(text, 0)
		d, ok := decimalValue(c)
		if !ok {
			return n
		}
		if n = max(n, 0)*10 + d; n >= 1<<59 {
			r.err = ValueError("Too many decimal digits in format string")
			return n
		}
		r.text = text[w:]
	}
}

const alignments = "<>=^"

// parseSpec reads a specification for a value of the named type with its default alignment.
func parseSpec(text, typeName string, align byte, kind rune) (formatSpec, error) {
	f := formatSpec{fill: " ", align: align, width: -1, precision: -1, kind: kind}
	r := &specReader{text: text}
	filled := f.readAlign(r)
	f.sign = r.take(" +-")
	f.noNegZero = r.take("z") != 0
	f.alternate = r.take("#") != 0
	if !filled && r.take("0") != 0 {
		f.fill = "0"
		if !f.aligned && align == '>' {
			f.align = '='
		}
	}
	f.width = r.number()
	if err := f.readGrouping(r); err != nil {
		return f, err
	}
	if r.err == nil && r.take(".") != 0 {
		if f.precision = r.number(); f.precision < 0 {
			return f, ValueError("Format specifier missing precision")
		}
	}
	if r.err != nil {
		return f, r.err
	}
	if r.text != "" {
		c, w := runeAt(r.text, 0)
		if w != len(r.text) {
			return f, ValueError("Invalid format specifier '%s' for object of type '%s'", text, typeName)
		}
		f.kind = c
	}
	return f, f.checkGrouping()
}

// readAlign reads [[fill]align] and reports whether there was a fill.
func (f *formatSpec) readAlign(r *specReader) bool {
	if r.text == "" {
		return false
	}
	if w := runeWidth(r.text, 0); w < len(r.text) && strings.IndexByte(alignments, r.text[w]) >= 0 {
		f.fill, f.align, f.aligned = r.text[:w], r.text[w], true
		r.text = r.text[w+1:]
		return true
	}
	if c := r.take(alignments); c != 0 {
		f.align, f.aligned = c, true
	}
	return false
}

func (f *formatSpec) readGrouping(r *specReader) error {
	f.grouping = r.take(",")
	if underscore := r.take("_"); underscore != 0 {
		if f.grouping != 0 || r.take(",") != 0 {
			return ValueError("Cannot specify both ',' and '_'.")
		}
		f.grouping = underscore
	}
	return nil
}

func (f *formatSpec) checkGrouping() error {
	if f.grouping == 0 {
		return nil
	}
	switch f.kind {
	case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F':
		return nil
	case 'b', 'o', 'x', 'X':
		if f.grouping == '_' {
			return nil
		}
	}
	return ValueError("Cannot specify '%s' with %s.", string(f.grouping), kindText(f.kind))
}

// kindText shows a format code in a message.
func kindText(kind rune) string {
	if kind > 32 && kind < 128 {
		return "'" + string(kind) + "'"
	}
	return "'\\x" + hex(uint64(kind)) + "'"
}

func unknownKind(kind rune, typeName string) error {
	return ValueError("Unknown format code %s for object of type '%s'", kindText(kind), typeName)
}

// pad fills text up to the width; length is its number of code points.
func (f *formatSpec) pad(t *Thread, text string, length int) (string, error) {
	n := f.width - length
	if n <= 0 {
		return text, nil
	}
	before := 0
	switch f.align {
	case '>', '=':
		before = n
	case '^':
		before = n / 2
	}
	return padText(t, text, f.fill, before, n-before)
}

// Format returns the text cut and padded as spec says.
func (s *Str) Format(t *Thread, spec string) (string, error) {
	if spec == "" {
		return s.s, nil
	}
	f, err := parseSpec(spec, "str", '<', 's')
	if err != nil {
		return "", err
	}
	switch {
	case f.kind != 's':
		return "", unknownKind(f.kind, "str")
	case f.sign == ' ':
		return "", ValueError("Space not allowed in string format specifier")
	case f.sign != 0:
		return "", ValueError("Sign not allowed in string format specifier")
	case f.noNegZero:
		return "", ValueError("Negative zero coercion (z) not allowed in string format specifier")
	case f.alternate:
		return "", ValueError("Alternate form (#) not allowed in string format specifier")
	case f.align == '=':
		return "", ValueError("'=' alignment not allowed in string format specifier")
	}
	text, length := s.s, s.RuneCount()
	if f.precision >= 0 && f.precision < length {
		text, length = s.cut(0, f.precision), f.precision
	}
	return f.pad(t, text, length)
}

// numberParts is a number's text before padding.
type numberParts struct {
	negative bool
	prefix   string // 0x
	digits   string // the whole part, which is grouped
	rest     string // point, fraction, exponent, percent sign
}

// layNumber puts sign, prefix and grouped digits together and pads them.
func (f *formatSpec) layNumber(t *Thread, n numberParts, groupSize int) (string, error) {
	sign := ""
	if n.negative {
		sign = "-"
	} else if f.sign == '+' || f.sign == ' ' {
		sign = string(f.sign)
	}
	head := sign + n.prefix
	fixed := len(head) + utf8.RuneCountInString(n.rest)
	if n.digits != "" {
		least := 0
		if f.fill == "0" && f.align == '=' {
			least = f.width - fixed
		}
		var err error
		if n.digits, err = groupDigits(t, n.digits, f.grouping, groupSize, least); err != nil {
			return "", err
		}
	}
	if f.align == '=' {
		body, err := f.padTo(t, n.digits+n.rest, f.width-len(head))
		return head + body, err
	}
	return f.pad(t, head+n.digits+n.rest, fixed+len(n.digits))
}

func (f *formatSpec) padTo(t *Thread, text string, width int) (string, error) {
	n := width - utf8.RuneCountInString(text)
	if n <= 0 {
		return text, nil
	}
	return padText(t, text, f.fill, n, 0)
}

// groupDigits puts a separator (0: none) before every group from the right, adding zeros until the whole has the least
// width. A separator never comes first.
func groupDigits(t *Thread, digits string, separator byte, size, least int) (string, error) {
	n := len(digits)
	total := func() int {
		if separator == 0 {
			return n
		}
		return n + (n-1)/size
	}
	if missing := least - total(); missing > 0 {
		if separator == 0 {
			n += missing
		} else {
			n = max(n, least/(size+1)*size) // nearly there: a group and its separator take size+1 places
			for total() < least {
				n++
			}
		}
		var err error
		if digits, err = padText(t, digits, "0", n-len(digits), 0); err != nil {
			return "", err
		}
	}
	if separator == 0 || n <= size {
		return digits, nil
	}
	var b strings.Builder
	b.Grow(total())
	for i := range n {
		if i > 0 && (n-i)%size == 0 {
			b.WriteByte(separator)
		}
		b.WriteByte(digits[i])
	}
	return b.String(), nil
}
