package object

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// runeAt decodes the code point at i and its width; a lone surrogate is one code point of three bytes.
func runeAt(s string, i int) (r rune, width int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	r, width = utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && width == 1 {
		if w := runeWidth(s, i); w == 3 {
			return rune(s[i]&0xF)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), 3
		}
		return rune(s[i]), 1
	}
	return r, width
}

// appendRune encodes a code point, surrogates included.
func appendRune(b []byte, r rune) []byte {
	if isSurrogate(r) {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

func runeString(r rune) string {
	var room [4]byte
	return string(appendRune(room[:0], r))
}

func isSurrogate(r rune) bool { return 0xD800 <= r && r < 0xE000 }

// runesOf returns the code points of s.
func runesOf(s string) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		out = append(out, r)
		i += w
	}
	return out
}

// mapRunes puts f's text for each code point together.
func mapRunes(s string, f func(b []byte, r rune) []byte) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		b = f(b, r)
		i += w
	}
	return string(b)
}

func inRanges(table []runeRange, r rune) bool {
	i := sort.Search(len(table), func(i int) bool { return table[i].hi >= r })
	return i < len(table) && table[i].lo <= r
}

func isAssigned(r rune) bool { return r < 0xCF3 || !inRanges(unassigned, r) }

func isAlpha(r rune) bool { return unicode.IsLetter(r) && isAssigned(r) }

func isDecimal(r rune) bool { return unicode.Is(unicode.Nd, r) && isAssigned(r) }

func isDigit(r rune) bool { return isDecimal(r) || inRanges(digitsNotDecimal, r) }

func isNumeric(r rune) bool {
	return unicode.IsNumber(r) && isAssigned(r) || r >= 0x3405 && !isSurrogate(r) && strings.ContainsRune(numericIdeographs, r)
}

func isAlnum(r rune) bool { return isAlpha(r) || isNumeric(r) }

// isPrintable reports whether repr shows r as it is.
func isPrintable(r rune) bool {
	if r < utf8.RuneSelf {
		return ' ' <= r && r < 0x7F
	}
	return unicode.IsPrint(r) && isAssigned(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	if r == 0x10FC || 0xA7F2 <= r && r <= 0xA7F4 || r == 0xAB69 { // lower case since Unicode 15 only
		return false
	}
	return (unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r)) && isAssigned(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return (unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r)) && isAssigned(r)
}

func isCased(r rune) bool { return isLower(r) || isUpper(r) || unicode.IsTitle(r) }

func isNameStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) && isAssigned(r) &&
		!inRanges(notIdentifier, r) && !inRanges(notStart, r)
}

func isNamePart(r rune) bool {
	if r < utf8.RuneSelf {
		return isNameStart(r) || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc,
		unicode.Other_ID_Start, unicode.Other_ID_Continue) && isAssigned(r) && !inRanges(notIdentifier, r)
}

// IsIdentifier reports whether s is written like a name.
func IsIdentifier(s string) bool {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if i == 0 && !isNameStart(r) || !isNamePart(r) {
			return false
		}
		i += w
	}
	return s != ""
}

// special returns the entry of a table of longer case forms.
func specialCase(table string, r rune) (string, bool) {
	if r != 0xDF && r != 0x149 && r != 0x1F0 && r != 0x390 && r != 0x3B0 && r != 0x587 && (r < 0x1E96 || r > 0x1FFC) &&
		(r < 0xFB00 || r > 0xFB17) {
		return "", false
	}
	key := " " + string(r)
	i := strings.Index(table, key)
	if i < 0 {
		return "", false
	}
	rest := table[i+len(key):]
	return rest[:strings.IndexByte(rest, ' ')], true
}

func appendUpper(b []byte, r rune) []byte {
	if s, ok := specialCase(specialUpper, r); ok {
		return append(b, s...)
	}
	if !isAssigned(r) {
		return appendRune(b, r)
	}
	return appendRune(b, unicode.ToUpper(r))
}

func appendTitle(b []byte, r rune) []byte {
	if s, ok := specialCase(specialTitle, r); ok {
		return append(b, s...)
	}
	if !isAssigned(r) {
		return appendRune(b, r)
	}
	return appendRune(b, unicode.ToTitle(r))
}

func appendLower(b []byte, r rune) []byte {
	if r == 0x130 {
		return append(b, "i\u0307"...)
	}
	if !isAssigned(r) {
		return appendRune(b, r)
	}
	return appendRune(b, unicode.ToLower(r))
}

// appendFolded appends what casefold makes of r: mostly the lower case of its upper case.
func appendFolded(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf || r == 0x131:
		return appendLower(b, r)
	case r == 0x1E9E:
		return append(b, "ss"...)
	case 0x13A0 <= r && r <= 0x13F5: // Cherokee folds to upper case
		return appendRune(b, r)
	case 0x13F8 <= r && r <= 0x13FD || 0xAB70 <= r && r <= 0xABBF:
		return appendUpper(b, r)
	}
	var room [16]byte
	upper := string(appendUpper(room[:0], r))
	for i := 0; i < len(upper); {
		u, w := runeAt(upper, i)
		b = appendLower(b, u)
		i += w
	}
	return b
}

// isCaseIgnorable reports whether r does not matter for whether a sigma stands at the end of a word.
func isCaseIgnorable(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk) ||
		strings.ContainsRune("'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a", r)
}

// finalSigma reports whether the sigma at index i of the text ends a word.
func finalSigma(text []rune, i int) bool {
	j := i - 1
	for j >= 0 && isCaseIgnorable(text[j]) {
		j--
	}
	if j < 0 || !isCased(text[j]) {
		return false
	}
	for j = i + 1; j < len(text) && isCaseIgnorable(text[j]); j++ {
	}
	return j == len(text) || !isCased(text[j])
}

// isSpace reports whether str.isspace is true of r.
func isSpace(r rune) bool {
	switch {
	case r < 0x80:
		return r == ' ' || 9 <= r && r <= 13 || 28 <= r && r <= 31
	case r < 0x1680:
		return r == 0x85 || r == 0xA0
	}
	return r == 0x1680 || 0x2000 <= r && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}
