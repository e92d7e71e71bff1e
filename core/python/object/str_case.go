package object

import (
	"unicode"
)

func init() {
	StrClass.Methods(
		asciiMapper("lower", "Returns the text in lower case.", 'A', 'Z', lowerText),
		asciiMapper("upper", "Returns the text in upper case.", 'a', 'z', upperText),
		strMapper("casefold", "Returns the text for comparisons that do not mind case.", func(s string) string {
			return mapRunes(s, appendFolded)
		}),
		strMapper("swapcase", "Returns the text with upper and lower case exchanged.", swapCaseText),
		strMapper("title", "Returns the text with each word capitalised.", titleText),
		strMapper("capitalize", "Returns the text with a capital first letter and the rest in lower case.", capitalizeText),
		strTest("isalpha", "letters", isAlpha), strTest("isdecimal", "decimal digits", isDecimal),
		strTest("isdigit", "digits", isDigit), strTest("isnumeric", "numeric characters", isNumeric),
		strTest("isalnum", "letters and digits", isAlnum), strTest("isspace", "whitespace", isSpace),
		strPredicate("isascii", "Tells whether all characters are ASCII.", isASCIIText),
		strPredicate("isprintable", "Tells whether repr would show all characters as they are.", func(s string) bool {
			return everyRune(s, isPrintable)
		}),
		strPredicate("isidentifier", "Tells whether the text is written like a name.", IsIdentifier),
		strPredicate("islower", "Tells whether all cased characters are lower case, and there is one.", func(s string) bool {
			return oneCase(s, isLower, func(r rune) bool { return isUpper(r) || unicode.IsTitle(r) })
		}),
		strPredicate("isupper", "Tells whether all cased characters are upper case, and there is one.", func(s string) bool {
			return oneCase(s, isUpper, func(r rune) bool { return isLower(r) || unicode.IsTitle(r) })
		}),
		strPredicate("istitle", "Tells whether each word starts with a capital and goes on in lower case.", isTitleText),
	)
}

func strMapper(name, doc string, f func(string) string) *Builtin {
	return Func(name, "(self, /)", doc, func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str).s
		if err := t.Scan(len(s)); err != nil {
			return nil, err
		}
		return NewStr(f(s)), nil
	})
}

// asciiMapper is strMapper where of ASCII the letters of one case change into the other, and nothing else.
func asciiMapper(name, doc string, from, to byte, f func(string) string) *Builtin {
	return Func(name, "(self, /)", doc, func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str).s
		if err := t.Scan(len(s)); err != nil {
			return nil, err
		}
		if !isASCIIText(s) {
			return NewStr(f(s)), nil
		}
		r, text := newText(len(s))
		for i := range text {
			c := s[i]
			if from <= c && c <= to {
				c ^= 0x20
			}
			text[i] = c
		}
		r.runes = int32(len(s))
		return r, nil
	})
}

func strPredicate(name, doc string, f func(string) bool) *Builtin {
	return Func(name, "(self, /)", doc, func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str).s
		if err := t.Scan(len(s)); err != nil {
			return nil, err
		}
		return Bool(f(s)), nil
	})
}

func strTest(name, what string, test func(rune) bool) *Builtin {
	return strPredicate(name, "Tells whether all characters are "+what+", and there is one.", func(s string) bool {
		return s != "" && everyRune(s, test)
	})
}

func everyRune(s string, test func(rune) bool) bool {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if !test(r) {
			return false
		}
		i += w
	}
	return true
}

func isASCIIText(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func oneCase(s string, wanted, refused func(rune) bool) bool {
	found := false
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if refused(r) {
			return false
		}
		found = found || wanted(r)
		i += w
	}
	return found
}

func isTitleText(s string) bool {
	found, inWord := false, false
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		switch {
		case isUpper(r) || unicode.IsTitle(r):
			if inWord {
				return false
			}
			found, inWord = true, true
		case isLower(r):
			if !inWord {
				return false
			}
		default:
			inWord = false
		}
		i += w
	}
	return found
}

func upperText(s string) string {
	return mapRunes(s, appendUpper)
}

func lowerText(s string) string {
	text := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	for i := range text {
		b = appendLowerAt(b, text, i)
	}
	return string(b)
}

// appendLowerAt appends the lower case of a code point, which for a sigma depends on where in the word it stands.
func appendLowerAt(b []byte, text []rune, i int) []byte {
	if text[i] != 'Σ' {
		return appendLower(b, text[i])
	}
	if finalSigma(text, i) {
		return append(b, "ς"...)
	}
	return append(b, "σ"...)
}

func swapCaseText(s string) string {
	text := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	for i, r := range text {
		switch {
		case isUpper(r):
			b = appendLowerAt(b, text, i)
		case isLower(r):
			b = appendUpper(b, r)
		default:
			b = appendRune(b, r)
		}
	}
	return string(b)
}

func titleText(s string) string {
	text := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	inWord := false
	for i, r := range text {
		if inWord {
			b = appendLowerAt(b, text, i)
		} else {
			b = appendTitle(b, r)
		}
		inWord = isCased(r)
	}
	return string(b)
}

func capitalizeText(s string) string {
	text := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	for i, r := range text {
		if i == 0 {
			b = appendTitle(b, r)
		} else {
			b = appendLowerAt(b, text, i)
		}
	}
	return string(b)
}
