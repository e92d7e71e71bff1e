package syntax

import (
	"strings"
	"unicode"
)

// isNameRune reports whether r may stand in an identifier, at its beginning when first. Of Unicode's XID classes it leaves out
// the handful of characters that differ from ID_Start and ID_Continue.
func isNameRune(r rune, first bool) bool {
	if unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r) {
		return true
	}
	if first {
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
}

// normalizeName returns an identifier in the form under which two spellings are the same name. Python uses NFKC; this covers
// full-width letters, ligatures, letter-like symbols, mathematical alphabets and the common letters with accents, which are
// the cases that people type. Other characters stay as they are.
func normalizeName(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if word[i] >= 0x80 {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var out []rune
	for _, r := range word {
		if n := len(out); n > 0 && r >= 0x300 && r <= 0x328 {
			if joined := compose(out[n-1], r); joined != 0 {
				out[n-1] = joined
				continue
			}
		}
		out = append(out, []rune(compatible(r))...)
	}
	return string(out)
}

// compatible returns the characters that NFKC puts in the place of r.
func compatible(r rune) string {
	switch {
	case r < 0xaa:
	case r >= 0xff01 && r <= 0xff5e:
		return string(r - 0xfee0)
	case r >= 0x1d400 && r <= 0x1d6a3:
		return string(mathLetter(int(r - 0x1d400)))
	case r >= 0x1d7ce && r <= 0x1d7ff:
		return string('0' + (r-0x1d7ce)%10)
	case r >= 0x2080 && r <= 0x2089:
		return string('0' + r - 0x2080)
	}
	if s, ok := compatibility[r]; ok {
		return s
	}
	return string(r)
}

// mathLetter returns the Latin letter of a mathematical alphabet; the alphabets follow one another, capitals first.
func mathLetter(i int) rune {
	i %= 52
	if i < 26 {
		return rune('A' + i)
	}
	return rune('a' + i - 26)
}

var compatibility = map[rune]string{
	'ª': "a", 'º': "o", 'µ': "μ", 'ſ': "s", 'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
	'K': "K", 'Å': "Å", 'Ω': "Ω", 'ℂ': "C", 'ℎ': "h", 'ℏ': "ħ", 'ℓ': "l", 'ℕ': "N", 'ℙ': "P", 'ℚ': "Q", 'ℝ': "R", 'ℤ': "Z",
	'ℬ': "B", 'ℰ': "E", 'ℱ': "F", 'ℋ': "H", 'ℐ': "I", 'ℒ': "L", 'ℳ': "M", 'ℛ': "R", 'ℯ': "e", 'ℊ': "g", 'ℴ': "o",
	'ϐ': "β", 'ϑ': "θ", 'ϒ': "Υ", 'ϕ': "φ", 'ϖ': "π", 'ϰ': "κ", 'ϱ': "ρ", 'ϵ': "ε", 'ĳ': "ij", 'ŀ': "l·", 'ŉ': "ʼn",
	'ᵢ': "i", 'ⱼ': "j", 'ₐ': "a", 'ₑ': "e", 'ₒ': "o", 'ₓ': "x", 'ₙ': "n", 'ₘ': "m", 'ₖ': "k", 'ₜ': "t", 'ₛ': "s", 'ₚ': "p",
	'ᵀ': "T", 'ⁿ': "n", 'ⁱ': "i",
}

// accents lists, for each combining mark, letters and what they become under it.
var accents = map[rune][2]string{
	0x300: {"AEIOUaeiouNnWwYy", "ÀÈÌÒÙàèìòùǸǹẀẁỲỳ"},
	0x301: {"AEIOUYaeiouyCcLlNnRrSsZzGgKk", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǴǵḰḱ"},
	0x302: {"AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"},
	0x303: {"ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"},
	0x304: {"AEIOUaeiou", "ĀĒĪŌŪāēīōū"},
	0x306: {"AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"},
	0x307: {"CcEeGgIZz", "ĊċĖėĠġİŻż"},
	0x308: {"AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"},
	0x30a: {"AaUu", "ÅåŮů"},
	0x30b: {"OoUu", "ŐőŰű"},
	0x30c: {"CcDdEeNnRrSsTtZzAaGg", "ČčĎďĚěŇňŘřŠšŤťŽžǍǎǦǧ"},
	0x327: {"CcGGKkLlNnRrSsTt", "ÇçĢĢĶķĻļŅņŖŗŞşŢţ"},
	0x328: {"AaEeIiUu", "ĄąĘęĮįŲų"},
}

// compose returns the one character for base with a combining mark, or 0.
func compose(base, mark rune) rune {
	pair, ok := accents[mark]
	if !ok || base >= 0x80 {
		return 0
	}
	i := strings.IndexRune(pair[0], base)
	if i < 0 {
		return 0
	}
	return []rune(pair[1])[i]
}

// characterNamed returns the character that \N{name} stands for, when it is among those known here: ASCII letters and digits,
// Greek letters, CJK ideographs by number and a few dozen symbols. Unicode's whole list of names would be larger than the
// rest of the program.
func characterNamed(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := symbolNames[name]; ok {
		return r, true
	}
	for _, f := range [...]struct {
		prefix string
		letter func(string) rune
	}{
		{"LATIN SMALL LETTER ", func(s string) rune { return latin(s, 'a') }},
		{"LATIN CAPITAL LETTER ", func(s string) rune { return latin(s, 'A') }},
		{"GREEK SMALL LETTER ", func(s string) rune { return greek(s, 0x3b1) }},
		{"GREEK CAPITAL LETTER ", func(s string) rune { return greek(s, 0x391) }},
		{"DIGIT ", digitNamed},
		{"CJK UNIFIED IDEOGRAPH-", ideograph},
	} {
		if rest, ok := strings.CutPrefix(name, f.prefix); ok {
			r := f.letter(rest)
			return r, r != 0
		}
	}
	return 0, false
}

// latin returns a letter, with its accent if the name goes on ("E WITH ACUTE").
func latin(name string, first rune) rune {
	letter, accent, has := strings.Cut(name, " WITH ")
	if len(letter) != 1 || letter[0] < 'A' || letter[0] > 'Z' {
		return 0
	}
	r := first + rune(letter[0]-'A')
	if !has {
		return r
	}
	mark := map[string]rune{"GRAVE": 0x300, "ACUTE": 0x301, "CIRCUMFLEX": 0x302, "TILDE": 0x303, "MACRON": 0x304,
		"BREVE": 0x306, "DOT ABOVE": 0x307, "DIAERESIS": 0x308, "RING ABOVE": 0x30a, "DOUBLE ACUTE": 0x30b, "CARON": 0x30c,
		"CEDILLA": 0x327, "OGONEK": 0x328}[accent]
	return compose(r, mark)
}

var greekNames = strings.Fields("ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO " +
	"FINAL-SIGMA SIGMA TAU UPSILON PHI CHI PSI OMEGA")

func greek(name string, first rune) rune {
	name = strings.Replace(strings.Replace(name, "FINAL SIGMA", "FINAL-SIGMA", 1), "LAMBDA", "LAMDA", 1)
	for i, n := range greekNames {
		if n == name && !(n == "FINAL-SIGMA" && first == 0x391) {
			return first + rune(i)
		}
	}
	return 0
}

func digitNamed(name string) rune {
	for i, n := range strings.Fields("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE") {
		if n == name {
			return rune('0' + i)
		}
	}
	return 0
}

// ideograph returns the CJK ideograph whose name ends with its own number.
func ideograph(hex string) rune {
	n, ok := parseHex(hex)
	if !ok || len(hex) < 4 || n < 0x4e00 || n > 0x9fff {
		return 0
	}
	return rune(n)
}

// symbolNames holds names that programs do use.
var symbolNames = map[string]rune{
	"SPACE": ' ', "EXCLAMATION MARK": '!', "QUOTATION MARK": '"', "NUMBER SIGN": '#', "DOLLAR SIGN": '$', "PERCENT SIGN": '%',
	"AMPERSAND": '&', "APOSTROPHE": '\'', "LEFT PARENTHESIS": '(', "RIGHT PARENTHESIS": ')', "ASTERISK": '*', "PLUS SIGN": '+',
	"COMMA": ',', "HYPHEN-MINUS": '-', "FULL STOP": '.', "SOLIDUS": '/', "COLON": ':', "SEMICOLON": ';', "LESS-THAN SIGN": '<',
	"EQUALS SIGN": '=', "GREATER-THAN SIGN": '>', "QUESTION MARK": '?', "COMMERCIAL AT": '@', "LEFT SQUARE BRACKET": '[',
	"REVERSE SOLIDUS": '\\', "RIGHT SQUARE BRACKET": ']', "LOW LINE": '_', "GRAVE ACCENT": '`', "LEFT CURLY BRACKET": '{',
	"VERTICAL LINE": '|', "RIGHT CURLY BRACKET": '}', "TILDE": '~', "NULL": 0, "LINE FEED": '\n', "CARRIAGE RETURN": '\r',
	"CHARACTER TABULATION": '\t', "ESCAPE": 0x1b, "NO-BREAK SPACE": 0xa0, "POUND SIGN": '£', "YEN SIGN": '¥', "EURO SIGN": '€',
	"CENT SIGN": '¢', "SECTION SIGN": '§', "COPYRIGHT SIGN": '©', "REGISTERED SIGN": '®', "TRADE MARK SIGN": '™',
	"DEGREE SIGN": '°', "PLUS-MINUS SIGN": '±', "MICRO SIGN": 'µ', "MIDDLE DOT": '·', "MULTIPLICATION SIGN": '×',
	"DIVISION SIGN": '÷', "PILCROW SIGN": '¶', "BULLET": '•', "HORIZONTAL ELLIPSIS": '…', "EN DASH": '–', "EM DASH": '—',
	"LEFT SINGLE QUOTATION MARK": '‘', "RIGHT SINGLE QUOTATION MARK": '’', "LEFT DOUBLE QUOTATION MARK": '“',
	"RIGHT DOUBLE QUOTATION MARK": '”', "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK": '«',
	"RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK": '»', "LEFTWARDS ARROW": '←', "UPWARDS ARROW": '↑', "RIGHTWARDS ARROW": '→',
	"DOWNWARDS ARROW": '↓', "LEFT RIGHT ARROW": '↔', "RIGHTWARDS DOUBLE ARROW": '⇒', "FOR ALL": '∀', "THERE EXISTS": '∃',
	"ELEMENT OF": '∈', "EMPTY SET": '∅', "N-ARY SUMMATION": '∑', "N-ARY PRODUCT": '∏', "MINUS SIGN": '−', "SQUARE ROOT": '√',
	"INFINITY": '∞', "INTEGRAL": '∫', "ALMOST EQUAL TO": '≈', "NOT EQUAL TO": '≠', "LESS-THAN OR EQUAL TO": '≤',
	"GREATER-THAN OR EQUAL TO": '≥', "NABLA": '∇', "PARTIAL DIFFERENTIAL": '∂', "CHECK MARK": '✓', "HEAVY CHECK MARK": '✔',
	"BALLOT X": '✗', "HEAVY BALLOT X": '✘', "WHITE HEAVY CHECK MARK": '✅', "CROSS MARK": '❌', "BLACK STAR": '★',
	"WHITE STAR": '☆', "SNOWMAN": '☃', "BLACK HEART SUIT": '♥', "HEAVY BLACK HEART": '❤', "FULL BLOCK": '█',
	"LIGHT SHADE": '░', "DARK SHADE": '▓', "LATIN SMALL LETTER SHARP S": 'ß', "LATIN SMALL LETTER AE": 'æ',
	"LATIN CAPITAL LETTER AE": 'Æ', "LATIN SMALL LETTER O WITH STROKE": 'ø', "LATIN CAPITAL LETTER O WITH STROKE": 'Ø',
	"ZERO WIDTH SPACE": 0x200b, "ZERO WIDTH JOINER": 0x200d, "ZERO WIDTH NO-BREAK SPACE": 0xfeff, "BYTE ORDER MARK": 0xfeff,
	"REPLACEMENT CHARACTER": 0xfffd, "SNAKE": 0x1f40d, "PARTY POPPER": 0x1f389, "GRINNING FACE": 0x1f600, "ROCKET": 0x1f680,
	"THUMBS UP SIGN": 0x1f44d, "PILE OF POO": 0x1f4a9,
}

// parseHex reads an unsigned hexadecimal number of at most eight digits.
func parseHex(digits string) (uint32, bool) {
	if digits == "" || len(digits) > 8 {
		return 0, false
	}
	n := uint32(0)
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		if classOf[c]&classHex == 0 {
			return 0, false
		}
		n = n<<4 | uint32(hexValue(c))
	}
	return n, true
}

func hexValue(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
