package object

import "strings"

const hexDigits = "0123456789abcdef"

// QuoteStr returns repr(s): single quotes unless the text has some and no double ones, and escapes for what does not
// print.
func QuoteStr(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	return string(appendQuoted(make([]byte, 0, len(s)+2), s, quote))
}

func appendQuoted(b []byte, s string, quote byte) []byte {
	b = append(b, quote)
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		switch {
		case r == rune(quote) || r == '\\':
			b = append(b, '\\', byte(r))
		case isPrintable(r):
			b = append(b, s[i:i+w]...)
		default:
			b = appendEscape(b, r)
		}
		i += w
	}
	return append(b, quote)
}

// appendEscape appends the shortest escape of r: \n, \x7f, \u2028, \U000e0001.
func appendEscape(b []byte, r rune) []byte {
	switch r {
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return appendNumericEscape(b, r)
}

func appendNumericEscape(b []byte, r rune) []byte {
	letter, digits := byte('x'), 2
	if r > 0xFFFF {
		letter, digits = 'U', 8
	} else if r > 0xFF {
		letter, digits = 'u', 4
	}
	b = append(b, '\\', letter)
	for shift := (digits - 1) * 4; shift >= 0; shift -= 4 {
		b = append(b, hexDigits[r>>shift&15])
	}
	return b
}

// asciiRepr replaces what is not ASCII in a repr by escapes, as ascii() and the conversion !a do.
func asciiRepr(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return mapRunes(s, func(b []byte, r rune) []byte {
				if r < 0x80 {
					return append(b, byte(r))
				}
				return appendNumericEscape(b, r)
			})
		}
	}
	return s
}

// ASCII returns ascii(o): repr(o) with escapes for all that is not ASCII.
func ASCII(t *Thread, o Object) (string, error) {
	s, err := Repr(t, o)
	if err == nil {
		err = t.Scan(len(s))
	}
	return asciiRepr(s), err
}
