package object

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode"
)

// maxStrDigits is the longest decimal text that int() and str() convert, as sys.get_int_max_str_digits() says.
const maxStrDigits = 4300

// ParseIntLiteral returns the value of an integer literal of a program ("10", "0xff", "1_000"). It is nil if text is none, or
// has more decimal digits than the language converts.
func ParseIntLiteral(text string) Object {
	p, ok := scanInt(text, 0)
	if !ok || p.negative || p.tooLong() {
		return nil
	}
	return p.value()
}

// ParseFloatLiteral returns the value of a float literal of a program ("1.5", "1e3", "1_0."). ok is false if text is none.
func ParseFloatLiteral(text string) (f float64, ok bool) {
	if text == "" || text[0] != '.' && (text[0] < '0' || text[0] > '9') {
		return 0, false
	}
	return parseFloat(text)
}

// intText is the text of an int, taken apart: digits without underscores.
type intText struct {
	digits   string
	base     int
	negative bool
}

// scanInt reads the text of an int as int(s, base) takes it: surrounding whitespace, a sign, a prefix that fits the
// base, single underscores between digits.
func scanInt(s string, base int) (p intText, ok bool) {
	s = strings.TrimFunc(asciiDigits(s), isSpace)
	if s != "" && (s[0] == '+' || s[0] == '-') {
		p.negative = s[0] == '-'
		s = s[1:]
	}
	prefix := prefixBase(s)
	p.base = base
	if base == 0 {
		p.base = 10
		if prefix != 0 {
			p.base = prefix
		}
	}
	if prefix != 0 && p.base == prefix {
		s = strings.TrimPrefix(s[2:], "_")
	}
	if !digitsOf(s, p.base) {
		return p, false
	}
	if strings.Contains(s, "_") {
		s = strings.ReplaceAll(s, "_", "")
	}
	if base == 0 && p.base == 10 && len(s) > 1 && s[0] == '0' && strings.Trim(s, "0") != "" {
		return p, false // 010 might mean octal
	}
	p.digits = s
	return p, true
}

func prefixBase(s string) int {
	if len(s) < 2 || s[0] != '0' {
		return 0
	}
	switch s[1] {
	case 'x', 'X':
		return 16
	case 'o', 'O':
		return 8
	case 'b', 'B':
		return 2
	}
	return 0
}

// digitsOf reports whether s is digits of the base with single underscores between them.
func digitsOf(s string, base int) bool {
	after := byte('_')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			if after == '_' {
				return false
			}
		} else if digitValue(c) >= base {
			return false
		}
		after = c
	}
	return after != '_'
}

func digitValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

func (p intText) value() Object {
	digits := p.digits
	if p.negative {
		digits = "-" + digits
	}
	if n, err := strconv.ParseInt(digits, p.base, 64); err == nil {
		return Int(n)
	}
	v, ok := new(big.Int).SetString(digits, p.base)
	if !ok {
		return nil
	}
	return NewBig(v)
}

// tooLong reports whether the digits are more than may be converted; bases that are powers of two have no limit.
func (p intText) tooLong() bool {
	return p.base&(p.base-1) != 0 && len(p.digits) > maxStrDigits
}

// asciiDigits replaces decimal digits of other scripts by 0 to 9.
func asciiDigits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if r >= 0x80 {
					if d, ok := decimalValue(r); ok {
						return rune('0' + d)
					}
				}
				return r
			}, s)
		}
	}
	return s
}

// decimalValue returns the value of a decimal digit of any script.
func decimalValue(r rune) (int, bool) {
	if r < 0x80 {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	if !isDecimal(r) {
		return 0, false
	}
	for _, x := range unicode.Nd.R16 { // each range is whole runs of the ten digits
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10, true
		}
	}
	for _, x := range unicode.Nd.R32 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10, true
		}
	}
	return 0, false
}

// parseFloat reads the text of a float as float(s) takes it. Numbers beyond the range become infinite or zero.
func parseFloat(s string) (f float64, ok bool) {
	s = strings.TrimFunc(asciiDigits(s), isSpace)
	body := s
	if s != "" && (s[0] == '+' || s[0] == '-') {
		body = s[1:]
	}
	if n := floatLength(body); n != len(body) || n == 0 {
		return 0, false
	}
	if strings.Contains(s, "_") {
		s = strings.ReplaceAll(s, "_", "")
	}
	f, _ = strconv.ParseFloat(strings.TrimPrefix(s, "+"), 64) // an error can only be a range
	if body[0]|0x20 == 'n' {
		f = newNaN() // strconv takes no sign before it
	}
	return f, true
}

// floatLength returns the length of the longest unsigned float at the start of s, 0 if there is none.
func floatLength(s string) int {
	for _, word := range [...]string{"infinity", "inf", "nan"} {
		if len(s) >= len(word) && strings.EqualFold(s[:len(word)], word) {
			return len(word)
		}
	}
	whole := digitRun(s)
	n := whole
	fraction := 0
	if n < len(s) && s[n] == '.' {
		fraction = digitRun(s[n+1:])
		n += 1 + fraction
	}
	if whole+fraction == 0 {
		return 0
	}
	if n < len(s) && (s[n] == 'e' || s[n] == 'E') {
		m := n + 1
		if m < len(s) && (s[m] == '+' || s[m] == '-') {
			m++
		}
		if d := digitRun(s[m:]); d > 0 {
			n = m + d
		}
	}
	return n
}

// digitRun returns the length of the decimal digits at the start of s, with single underscores between them.
func digitRun(s string) int {
	n := 0
	for n < len(s) && ('0' <= s[n] && s[n] <= '9' || s[n] == '_' && n > 0 && s[n-1] != '_' &&
		n+1 < len(s) && '0' <= s[n+1] && s[n+1] <= '9') {
		n++
	}
	return n
}

// FloatBits returns the bits of a float as they stand in memory: every NaN has those of CPython's.
func FloatBits(f float64) uint64 {
	bits := math.Float64bits(f)
	if f != f {
		bits = bits&(1<<63) | 0x7ff8<<48
	}
	return bits
}

var nanCount atomic.Uint64

// newNaN returns a NaN whose bits no other has had for long. A float has no address here, and a program can tell one float('nan')
// from the next: containers compare identity first.
func newNaN() float64 {
	const quiet, payload = 0x7ff8 << 48, 1<<50 - 1
	return math.Float64frombits(quiet | nanCount.Add(1)&payload<<1)
}
