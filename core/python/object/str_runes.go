package object

import "unicode"

// The properties of single characters, for libraries that look into texts.

// DecodeRune returns the code point that begins at byte i of the text of a str, and its width in bytes. A lone surrogate
// is one code point.
func DecodeRune(s string, i int) (r rune, width int) { return runeAt(s, i) }

// AppendRune appends a code point to the text of a str, surrogates included.
func AppendRune(b []byte, r rune) []byte { return appendRune(b, r) }

// IsSpaceRune reports whether str.isspace is true of a character.
func IsSpaceRune(r rune) bool { return isSpace(r) }

// IsDecimalRune reports whether str.isdecimal is true of a character.
func IsDecimalRune(r rune) bool { return isDecimal(r) }

// IsAlnumRune reports whether str.isalnum is true of a character.
func IsAlnumRune(r rune) bool { return isAlnum(r) }

// LowerRune returns the lower case of a character, the first one where there are several.
func LowerRune(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r == 0x130:
		return 'i'
	case !isAssigned(r):
		return r
	}
	return unicode.ToLower(r)
}

// UpperRune returns the upper case of a character, the first one where there are several.
func UpperRune(r rune) rune {
	if r < 0x80 {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	first, _ := runeAt(string(appendUpper(nil, r)), 0)
	return first
}
