package syntax

import (
	"strings"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// number scans a numeric literal.
func (s *scanner) number() token {
	start := s.pos
	i := start
	if s.at(i) == '0' {
		switch s.at(i+1) | 0x20 {
		case 'x':
			return s.radix(start, "hexadecimal", 16)
		case 'o':
			return s.radix(start, "octal", 8)
		case 'b':
			return s.radix(start, "binary", 2)
		}
		return s.zeros(start)
	}
	if s.at(i) != '.' {
		if i = s.digits(i); i < 0 {
			return token{}
		}
	}
	return s.fraction(start, i)
}

// at returns the byte at i, or 0 behind the end.
func (s *scanner) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

// digits passes over decimal digits, with single underscores between them, and returns the place behind them; -1 after an error.
func (s *scanner) digits(i int) int {
	for {
		for isDigit(s.at(i)) {
			i++
		}
		if s.at(i) != '_' {
			return i
		}
		i++
		if !isDigit(s.at(i)) {
			s.badNumber(i-1, "invalid decimal literal")
			return -1
		}
	}
}

// badNumber sets an error at the last character of a number that was understood.
func (s *scanner) badNumber(p int, msg string) { s.fail(p, CodeInvalidNumber, msg) }

// radix scans a number that begins with 0x, 0o or 0b.
func (s *scanner) radix(start int, name string, base int) token {
	i := start + 2
	for {
		if s.at(i) == '_' {
			i++
		}
		if c := s.at(i); !isDigitOf(c, base) {
			s.badDigit(i, name, base)
			return token{}
		}
		for isDigitOf(s.at(i), base) {
			i++
		}
		if s.at(i) != '_' {
			break
		}
	}
	if isDigit(s.at(i)) {
		s.badDigit(i, name, base)
		return token{}
	}
	return s.numberEnd(start, i, name)
}

func isDigitOf(c byte, base int) bool {
	if base == 16 {
		return classOf[c]&classHex != 0
	}
	return int(c)-'0' >= 0 && int(c)-'0' < base
}

func (s *scanner) badDigit(i int, name string, base int) {
	if c := s.at(i); isDigit(c) && base < 10 {
		s.badNumber(i, "invalid digit '"+string(c)+"' in "+name+" literal")
		return
	}
	s.badNumber(i-1, "invalid "+name+" literal")
}

// zeros scans a number that begins with 0. Only zero itself may have leading zeros, floats and complex numbers aside.
func (s *scanner) zeros(start int) token {
	i := start
	for {
		if s.at(i) == '_' {
			i++
			if !isDigit(s.at(i)) {
				s.badNumber(i-1, "invalid decimal literal")
				return token{}
			}
		}
		if s.at(i) != '0' {
			break
		}
		i++
	}
	zerosEnd, nonzero := i, isDigit(s.at(i))
	if nonzero {
		if i = s.digits(i); i < 0 {
			return token{}
		}
	}
	switch c := s.at(i); {
	case c == '.' || c|0x20 == 'e' || c|0x20 == 'j':
		return s.fraction(start, i)
	case nonzero:
		e := s.fail(start, CodeInvalidNumber,
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		e.Span.End = source.Pos(i)
		zeros := source.Span{Start: source.Pos(start), End: source.Pos(zerosEnd)}
		e.Fixes = []diag.Fix{replaceFix("Delete the leading zeros", zeros, "")}
		return token{}
	}
	return s.numberEnd(start, i, "decimal")
}

// fraction scans what may follow the digits of a decimal number, which end at i.
func (s *scanner) fraction(start, i int) token {
	if s.at(i) == '.' {
		i++
		if isDigit(s.at(i)) {
			if i = s.digits(i); i < 0 {
				return token{}
			}
		}
	}
	if s.at(i)|0x20 == 'e' {
		j := i + 1
		if c := s.at(j); c == '+' || c == '-' {
			j++
			if !isDigit(s.at(j)) {
				s.badNumber(j-1, "invalid decimal literal")
				return token{}
			}
		}
		if !isDigit(s.at(j)) {
			return s.numberEnd(start, i, "decimal")
		}
		if i = s.digits(j); i < 0 {
			return token{}
		}
	}
	if s.at(i)|0x20 == 'j' {
		return s.numberEnd(start, i+1, "imaginary")
	}
	return s.numberEnd(start, i, "decimal")
}

// numberEnd returns the number that ends at i unless a letter follows it directly. The words that may follow a number in a
// right program are let through, as in "1if x else y".
func (s *scanner) numberEnd(start, i int, name string) token {
	if c := s.at(i); c >= 0x80 || classOf[c]&classNamePart == 0 {
		return s.token(tNumber, start, i)
	}
	rest := s.text[i:]
	for _, word := range [...]string{"if", "in", "is"} {
		if strings.HasPrefix(rest, word) {
			return s.token(tNumber, start, i)
		}
	}
	switch firstWord(rest) {
	case "and", "else", "for", "or", "not":
		return s.token(tNumber, start, i)
	}
	s.badNumber(i-1, "invalid "+name+" literal")
	return token{}
}
