package re

import (
	"strings"

	"layerglass/core/python/object"
)

// none is the end of a pattern.
const none rune = -1

// scanner reads a pattern or a template character by character. A backslash and what follows it are one token.
type scanner struct {
	t       *object.Thread
	subject *subject
	chars   []rune
	index   int // behind the next token
	next    rune
	escaped bool // next stands behind a backslash
	failed  error
}

func newScanner(t *object.Thread, s *subject) (*scanner, error) {
	x := &scanner{t: t, subject: s, chars: s.runes}
	if x.chars == nil {
		for i := 0; i < len(s.s); i++ {
			x.chars = append(x.chars, rune(s.s[i]))
		}
	}
	x.advance()
	return x, x.failed
}

// advance reads the next token. A backslash at the very end is an error, which is kept in failed.
func (x *scanner) advance() {
	x.escaped = false
	if x.index >= len(x.chars) {
		x.next = none
		return
	}
	x.next = x.chars[x.index]
	if x.next == '\\' {
		x.index++
		if x.index >= len(x.chars) {
			x.next = none
			if x.failed == nil {
				x.failed = newError("bad escape (end of pattern)", x.subject.object, len(x.chars)-1)
			}
			return
		}
		x.escaped = true
		x.next = x.chars[x.index]
	}
	x.index++
}

// token is a character, or an escape.
type token struct {
	c       rune
	escaped bool
}

func (k token) is(c rune) bool { return k.c == c && !k.escaped }

func (k token) text() string {
	s := string(object.AppendRune(nil, k.c))
	if k.escaped {
		return `\` + s
	}
	return s
}

func (x *scanner) peek() token { return token{x.next, x.escaped} }

func (x *scanner) get() token {
	k := x.peek()
	x.advance()
	return k
}

// match takes the next token if it is the character c.
func (x *scanner) match(c rune) bool {
	if x.next == c && !x.escaped {
		x.advance()
		return true
	}
	return false
}

// tell returns the place of the next token.
func (x *scanner) tell() int {
	switch {
	case x.next == none:
		return x.index
	case x.escaped:
		return x.index - 2
	}
	return x.index - 1
}

func (x *scanner) seek(index int) {
	x.index = index
	x.advance()
}

// fail makes the error for a place so many characters before the next token.
func (x *scanner) fail(message string, back int) error {
	if x.failed != nil {
		return x.failed
	}
	if x.subject.isBytes {
		if v, err := object.EncodeText(x.t, message, "ascii", "backslashreplace"); err == nil {
			message = v
		}
	}
	return newError(message, x.subject.object, x.tell()-back)
}

// while takes up to n characters of a set.
func (x *scanner) while(n int, set string) string {
	var b strings.Builder
	for ; n > 0 && x.isNext(set); n-- {
		b.WriteRune(x.next)
		x.advance()
	}
	return b.String()
}

func (x *scanner) isNext(set string) bool {
	return x.next != none && !x.escaped && strings.ContainsRune(set, x.next)
}

// until reads a name up to its end.
func (x *scanner) until(end rune, what string) (string, error) {
	name, count := "", 0
	for {
		k := x.get()
		if x.failed != nil {
			return "", x.failed
		}
		switch {
		case k.c == none && count == 0:
			return "", x.fail("missing "+what, 0)
		case k.c == none:
			return "", x.fail("missing "+string(end)+", unterminated name", count)
		case k.is(end):
			if count == 0 {
				return "", x.fail("missing "+what, 1)
			}
			return name, nil
		}
		name += k.text()
		count = len([]rune(name))
	}
}

const (
	digits      = "0123456789"
	octalDigits = "01234567"
	hexDigits   = "0123456789abcdefABCDEF"
	whitespace  = " \t\n\r\v\f"
)

func isLetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80 }

func isDigitChar(r rune) bool { return '0' <= r && r <= '9' }

func isOctal(r rune) bool { return '0' <= r && r <= '7' }

// number reads the group number in a name, as int() would: CPython still accepts signs and blanks there.
func (x *scanner) number(name string) (int, bool) {
	v, err := object.ToInt(x.t, object.NewStr(name))
	if err != nil {
		return 0, false
	}
	n, ok := object.AsInt64(v)
	if !ok {
		n = 1 << 40
		if b := object.AsBig(v); b != nil && b.Sign() < 0 {
			return 0, false
		}
	}
	return int(n), n >= 0
}

// maxGroups is the number from which on a group number is refused out of hand.
const maxGroups = 1 << 30
