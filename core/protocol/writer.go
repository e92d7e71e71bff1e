package protocol

import (
	"strconv"
	"unicode/utf8"
)

// writer appends compact JSON to a buffer. It knows nothing of the messages: encode.go says what is written.
//
// It exists because encoding/json and the reflection it needs would add a fifth to what a browser must load.
type writer struct {
	out   []byte
	comma bool // a value stands before the next one in the object or list being written
}

// open begins an object or a list.
//
//go:noinline
func (w *writer) open(bracket byte) {
	w.separate()
	w.out = append(w.out, bracket)
	w.comma = false
}

// close ends an object or a list.
//
//go:noinline
func (w *writer) close(bracket byte) {
	w.out = append(w.out, bracket)
	w.comma = true
}

// key begins a member of an object. Names are the fields' own: they need no escape.
//
//go:noinline
func (w *writer) key(name string) {
	w.separate()
	w.out = append(w.out, '"')
	w.out = append(w.out, name...)
	w.out = append(w.out, '"', ':')
	w.comma = false
}

func (w *writer) separate() {
	if w.comma {
		w.out = append(w.out, ',')
	}
}

func (w *writer) word(s string) {
	w.separate()
	w.out = append(w.out, s...)
	w.comma = true
}

func (w *writer) integer(n int64) {
	w.separate()
	w.out = strconv.AppendInt(w.out, n, 10)
	w.comma = true
}

func (w *writer) string(s string) {
	w.separate()
	w.out = appendQuoted(w.out, s)
	w.comma = true
}

// member and its kin write a name with a value. They stay calls: written out at each use they would add to what a browser
// must load.
//
//go:noinline
func (w *writer) member(name, value string) { w.key(name); w.string(value) }

//go:noinline
func (w *writer) number(name string, value int64) { w.key(name); w.integer(value) }

//go:noinline
func (w *writer) flag(name string, value bool) { w.key(name); w.word(strconv.FormatBool(value)) }

//go:noinline
func (w *writer) null(name string) { w.key(name); w.word("null") }

const hex = "0123456789abcdef"

// appendQuoted appends s as a JSON string. A lone surrogate, which Python strings may hold and which stands here in three
// bytes as UTF-8 would write it, becomes a \u escape; a byte that is no part of a character becomes U+FFFD. So what comes
// out is UTF-8 whatever went in. '<' and the line separators are escaped too, so that the text may stand in a page's script.
func appendQuoted(out []byte, s string) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7f {
				i++
				continue
			}
			out = append(out, s[start:i]...)
			out = appendEscape(out, c)
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			out = append(out, s[start:i]...)
			if unit, ok := surrogate(s[i:]); ok {
				out = appendUnit(out, unit)
				size = 3
			} else {
				out = append(out, "\ufffd"...)
			}
			start = i + size
		case r == '\u2028' || r == '\u2029':
			out = append(out, s[start:i]...)
			out = appendUnit(out, uint16(r))
			start = i + size
		}
		i += size
	}
	out = append(out, s[start:]...)
	return append(out, '"')
}

func appendEscape(out []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(out, '\\', c)
	case '\n':
		return append(out, '\\', 'n')
	case '\r':
		return append(out, '\\', 'r')
	case '\t':
		return append(out, '\\', 't')
	default:
		return appendUnit(out, uint16(c))
	}
}

func appendUnit(out []byte, unit uint16) []byte {
	return append(out, '\\', 'u', hex[unit>>12], hex[unit>>8&15], hex[unit>>4&15], hex[unit&15])
}

// surrogate reads a surrogate written as three bytes at the start of s.
func surrogate(s string) (unit uint16, ok bool) {
	if len(s) < 3 || s[0] != 0xed || s[1] < 0xa0 || s[1] > 0xbf || s[2]&0xc0 != 0x80 {
		return 0, false
	}
	return 0xd000 | uint16(s[1]&0x3f)<<6 | uint16(s[2]&0x3f), true
}

// appendSurrogate appends a surrogate in the same three bytes.
func appendSurrogate(out []byte, unit uint16) []byte {
	return append(out, 0xe0|byte(unit>>12), 0x80|byte(unit>>6)&0x3f, 0x80|byte(unit)&0x3f)
}
