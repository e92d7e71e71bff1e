package syntax

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// constantText returns the repr of a constant.
func constantText(k ConstantKind, text string) string {
	switch k {
	case ConstNone:
		return "None"
	case ConstTrue:
		return "True"
	case ConstFalse:
		return "False"
	case ConstEllipsis:
		return "Ellipsis"
	case ConstInt:
		return intText(text)
	case ConstFloat:
		return floatText(text)
	case ConstComplex:
		return strings.TrimSuffix(floatText(text), ".0") + "j"
	case ConstBytes:
		return "b" + quoteBytes(text)
	}
	return quote(text)
}

// dumpConstant returns the repr of a literal key, or "" for other expressions.
func dumpConstant(e Expr) string {
	switch e := e.(type) {
	case *Constant:
		return constantText(e.Kind, e.Text)
	case *UnaryOp:
		if text := dumpConstant(e.Operand); text != "" {
			return "-" + text
		}
	}
	return ""
}

func intText(text string) string {
	base := 10
	if len(text) > 2 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			text, base = text[2:], 16
		case 'o':
			text, base = text[2:], 8
		case 'b':
			text, base = text[2:], 2
		}
	}
	if n, err := strconv.ParseInt(text, base, 64); err == nil {
		return strconv.FormatInt(n, 10)
	}
	n, _ := new(big.Int).SetString(text, base)
	if n == nil {
		return text
	}
	return n.String()
}

// floatText returns the repr of a float: the shortest digits, with an exponent below 1e-4 and from 1e16 on.
func floatText(text string) string {
	f, _ := strconv.ParseFloat(text, 64)
	if math.IsInf(f, 0) {
		return "inf"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	mantissa, exp, _ := strings.Cut(s, "e")
	n, _ := strconv.Atoi(exp)
	if n >= -4 && n < 16 {
		s = strconv.FormatFloat(f, 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	}
	sign, digits := exp[:1], exp[1:]
	return mantissa + "e" + sign + digits
}

// quoteFor chooses the quote for a repr: ' unless the text has that one and not the other.
func quoteFor(text string) byte {
	if strings.IndexByte(text, '\'') >= 0 && strings.IndexByte(text, '"') < 0 {
		return '"'
	}
	return '\''
}

const hexDigits = "0123456789abcdef"

// quote returns the repr of a string.
func quote(text string) string {
	var b strings.Builder
	q := quoteFor(text)
	b.WriteByte(q)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			if n = 1; i+2 < len(text) && text[i] == 0xed {
				r = rune(text[i]&0xf)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
				n = 3
			}
			writeEscaped(&b, r)
			i += n
			continue
		}
		i += n
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case !unicode.IsPrint(r):
			writeEscaped(&b, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte(q)
	return b.String()
}

// writeEscaped writes r as \x, \u or \U with its number.
func writeEscaped(b *strings.Builder, r rune) {
	form, digits := byte('x'), 2
	switch {
	case r > 0xffff:
		form, digits = 'U', 8
	case r > 0xff:
		form, digits = 'u', 4
	}
	b.WriteByte('\\')
	b.WriteByte(form)
	for i := digits - 1; i >= 0; i-- {
		b.WriteByte(hexDigits[r>>(4*i)&0xf])
	}
}

// quoteBytes returns the repr of bytes without the b.
func quoteBytes(text string) string {
	var b strings.Builder
	q := quoteFor(text)
	b.WriteByte(q)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == q || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < ' ' || c >= 0x7f:
			writeEscaped(&b, rune(c))
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(q)
	return b.String()
}
