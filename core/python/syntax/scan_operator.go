package syntax

import (
	"strconv"
	"strings"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// operator scans what begins with a character that is neither a letter nor a digit.
func (s *scanner) operator(c byte) token {
	start := s.pos
	next, third := byte(0), byte(0)
	if start+1 < len(s.text) {
		next = s.text[start+1]
	}
	if start+2 < len(s.text) {
		third = s.text[start+2]
	}
	switch c {
	case '(':
		return s.open(tLPar, c)
	case '[':
		return s.open(tLSqb, c)
	case '{':
		return s.open(tLBrace, c)
	case ')':
		return s.close(tRPar, c)
	case ']':
		return s.close(tRSqb, c)
	case '}':
		return s.close(tRBrace, c)
	case ',':
		return s.token(tComma, start, start+1)
	case ';':
		return s.token(tSemi, start, start+1)
	case '~':
		return s.token(tTilde, start, start+1)
	case ':':
		return s.orEqual(tColon, tWalrus, next)
	case '=':
		return s.orEqual(tAssign, tEq, next)
	case '.':
		if next == '.' && third == '.' {
			return s.token(tEllipsis, start, start+3)
		}
		return s.token(tDot, start, start+1)
	case '!':
		return s.orEqual(tBad, tNotEq, next)
	case '-':
		if next == '>' {
			return s.token(tArrow, start, start+2)
		}
		return s.orEqual(tMinus, tMinusEq, next)
	case '+':
		return s.orEqual(tPlus, tPlusEq, next)
	case '%':
		return s.orEqual(tPercent, tPercentEq, next)
	case '@':
		return s.orEqual(tAt, tAtEq, next)
	case '&':
		return s.orEqual(tAmp, tAmpEq, next)
	case '|':
		return s.orEqual(tBar, tBarEq, next)
	case '^':
		return s.orEqual(tCaret, tCaretEq, next)
	}
	return s.doubled(c, next, third)
}

// orEqual returns the token plain, or its form with a following "=".
func (s *scanner) orEqual(plain, withEqual kind, next byte) token {
	if next == '=' {
		return s.token(withEqual, s.pos, s.pos+2)
	}
	return s.token(plain, s.pos, s.pos+1)
}

// doubled scans the operators whose character may stand twice, and refuses the characters that begin nothing.
func (s *scanner) doubled(c, next, third byte) token {
	var one, oneEq, two, twoEq kind
	switch c {
	case '*':
		one, oneEq, two, twoEq = tStar, tStarEq, tDStar, tDStarEq
	case '/':
		one, oneEq, two, twoEq = tSlash, tSlashEq, tDSlash, tDSlashEq
	case '<':
		if next == '>' {
			return s.token(tBad, s.pos, s.pos+2)
		}
		one, oneEq, two, twoEq = tLess, tLessEq, tLShift, tLShiftEq
	case '>':
		one, oneEq, two, twoEq = tGreater, tGreaterEq, tRShift, tRShiftEq
	default:
		return s.stray(c)
	}
	if next != c {
		return s.orEqual(one, oneEq, next)
	}
	if third == '=' {
		return s.token(twoEq, s.pos, s.pos+3)
	}
	return s.token(two, s.pos, s.pos+2)
}

// stray handles a character that is part of no token.
func (s *scanner) stray(c byte) token {
	switch {
	case c == 0:
		s.fail(s.pos, CodeInvalidCharacter, "source code string cannot contain null bytes")
		return token{}
	case c < ' ' || c == 0x7f:
		e := s.fail(s.pos, CodeInvalidCharacter, "invalid non-printable character U+"+hex4(rune(c)))
		e.Fixes = []diag.Fix{replaceFix("Delete the invisible character", e.Span, "")}
		return token{}
	}
	return s.token(tBad, s.pos, s.pos+1)
}

func (s *scanner) open(k kind, c byte) token {
	if len(s.brackets) >= maxBrackets {
		s.fail(s.pos, CodeTooDeep, "too many nested parentheses")
		return token{}
	}
	s.brackets = append(s.brackets, bracket{c, source.Pos(s.pos)})
	return s.token(k, s.pos, s.pos+1)
}

func (s *scanner) close(k kind, c byte) token {
	n := len(s.brackets)
	if n == 0 {
		e := s.fail(s.pos, CodeUnmatchedBracket, "unmatched '"+string(c)+"'")
		e.Fixes = []diag.Fix{replaceFix("Delete the bracket", e.Span, "")}
		return token{}
	}
	open := s.brackets[n-1]
	if partner(open.char) != c {
		s.mismatch(open, c)
		return token{}
	}
	s.brackets = s.brackets[:n-1]
	return s.token(k, s.pos, s.pos+1)
}

// mismatch sets the error for a closing bracket of another shape than the bracket that is open.
func (s *scanner) mismatch(open bracket, c byte) {
	var msg strings.Builder
	msg.WriteString("closing parenthesis '" + string(c) + "' does not match opening parenthesis '" + string(open.char) + "'")
	e := s.fail(s.pos, CodeUnmatchedBracket, "")
	if line := s.file.Line(open.pos); line != e.Line {
		msg.WriteString(" on line " + strconv.Itoa(line))
	}
	e.Msg = msg.String()
	e.Notes = []diag.Note{{Span: source.Span{Start: open.pos, End: open.pos + 1}, Message: "the bracket that is open"}}
	e.Fixes = []diag.Fix{replaceFix("Use the bracket that matches", e.Span, string(partner(open.char)))}
}
