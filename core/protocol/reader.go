package protocol

import (
	"errors"
	"strconv"
	"unicode/utf8"
)

// reader takes JSON apart. It knows nothing of the messages: decode.go says where each value goes.
//
// The first fault stays in err; after it every method returns at once, so that callers check a single time.
type reader struct {
	in    []byte
	at    int
	depth int
	err   error
	// rest, if set, is called every restEvery brackets, so that reading a large message can let others have their turn.
	rest     func()
	brackets int
}

const restEvery = 2048

// maxDepth bounds the nesting: a message from elsewhere must not exhaust the stack.
const maxDepth = 1_000

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = errors.New("protocol: " + what + " at byte " + strconv.Itoa(r.at))
		r.at = len(r.in)
	}
}

// peek skips white space and returns the next byte, or 0 at the end.
func (r *reader) peek() byte {
	for r.at < len(r.in) {
		switch c := r.in[r.at]; c {
		case ' ', '\t', '\n', '\r':
			r.at++
		default:
			return c
		}
	}
	return 0
}

func (r *reader) accept(c byte) bool {
	if r.peek() != c {
		return false
	}
	r.at++
	return true
}

func (r *reader) expect(c byte) {
	if !r.accept(c) {
		r.fail("expected " + strconv.QuoteRune(rune(c)))
	}
}

func (r *reader) null() bool {
	if r.peek() != 'n' {
		return false
	}
	r.literal("null")
	return true
}

func (r *reader) literal(s string) {
	if r.at+len(s) > len(r.in) || string(r.in[r.at:r.at+len(s)]) != s {
		r.fail("expected " + s)
		return
	}
	r.at += len(s)
}

// object calls member for each name; member must consume the value.
func (r *reader) object(member func(name string)) {
	r.enter('{')
	for more := !r.accept('}'); more && r.err == nil; {
		if r.peek() != '"' {
			r.fail("expected a name")
			break
		}
		name := r.string()
		r.expect(':')
		if r.err == nil {
			member(name)
		}
		if more = r.accept(','); !more {
			r.expect('}')
		}
	}
	r.depth--
}

// list calls item for each element; item must consume it. null counts as an empty list.
func (r *reader) list(item func()) {
	if r.null() {
		return
	}
	r.enter('[')
	for more := !r.accept(']'); more && r.err == nil; {
		item()
		if more = r.accept(','); !more {
			r.expect(']')
		}
	}
	r.depth--
}

func (r *reader) enter(bracket byte) {
	if r.brackets++; r.rest != nil && r.brackets%restEvery == 0 {
		r.rest()
	}
	r.expect(bracket)
	if r.depth++; r.depth > maxDepth {
		r.fail("nested too deeply")
	}
}

func (r *reader) bool() bool {
	if r.peek() == 't' {
		r.literal("true")
		return r.err == nil
	}
	r.literal("false")
	return false
}

func (r *reader) integer() int64 {
	r.peek()
	start := r.at
	for r.at < len(r.in) && (r.in[r.at] == '-' || r.in[r.at] >= '0' && r.in[r.at] <= '9') {
		r.at++
	}
	n, err := strconv.ParseInt(string(r.in[start:r.at]), 10, 64)
	if err != nil {
		r.fail("expected an integer")
		return 0
	}
	return n
}

// string reads a JSON string. A \u escape of a lone surrogate becomes the three bytes that UTF-8 would give it.
func (r *reader) string() string {
	r.expect('"')
	start := r.at
	for r.at < len(r.in) {
		r.breathe()
		switch c := r.in[r.at]; {
		case c == '"':
			r.at++
			return wellFormed(r.in[start : r.at-1])
		case c == '\\':
			return r.escapedString(start)
		case c < 0x20:
			r.fail("control character in a string")
			return ""
		}
		r.at++
	}
	r.fail("unfinished string")
	return ""
}

// breathe rests within a long string.
func (r *reader) breathe() {
	if r.at&0x3fff == 0 && r.rest != nil {
		r.rest()
	}
}

func (r *reader) escapedString(start int) string {
	out := []byte(wellFormed(r.in[start:r.at]))
	for run := r.at; r.at < len(r.in); {
		r.breathe()
		switch c := r.in[r.at]; {
		case c == '"':
			out = append(out, wellFormed(r.in[run:r.at])...)
			r.at++
			return string(out)
		case c == '\\':
			out = append(out, wellFormed(r.in[run:r.at])...)
			r.at++
			out = r.escape(out)
			run = r.at
		case c < 0x20:
			r.fail("control character in a string")
			return ""
		default:
			r.at++
		}
	}
	r.fail("unfinished string")
	return ""
}

func (r *reader) escape(out []byte) []byte {
	if r.at >= len(r.in) {
		return out
	}
	c := r.in[r.at]
	r.at++
	switch c {
	case '"', '\\', '/':
		return append(out, c)
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'u':
		return r.unicodeEscape(out)
	}
	r.fail("unknown escape")
	return out
}

func (r *reader) unicodeEscape(out []byte) []byte {
	unit := r.unit()
	switch {
	case unit < 0xd800 || unit > 0xdfff:
		return utf8.AppendRune(out, rune(unit))
	case unit <= 0xdbff && r.at+6 <= len(r.in) && r.in[r.at] == '\\' && r.in[r.at+1] == 'u':
		back := r.at
		r.at += 2
		if low := r.unit(); low >= 0xdc00 && low <= 0xdfff {
			return utf8.AppendRune(out, 0x10000+(rune(unit)-0xd800)<<10+rune(low)-0xdc00)
		}
		if r.err == nil {
			r.at = back
		}
	}
	return appendSurrogate(out, unit)
}

func (r *reader) unit() uint16 {
	if r.at+4 > len(r.in) {
		r.fail("unfinished escape")
		return 0
	}
	n, err := strconv.ParseUint(string(r.in[r.at:r.at+4]), 16, 16)
	if err != nil {
		r.fail("wrong escape")
		return 0
	}
	r.at += 4
	return uint16(n)
}

// wellFormed returns b as a string, each byte that is no part of a character replaced by U+FFFD.
func wellFormed(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	out := make([]byte, 0, len(b)+8)
	for len(b) > 0 {
		c, size := utf8.DecodeRune(b)
		out = utf8.AppendRune(out, c)
		b = b[size:]
	}
	return string(out)
}

// skip passes over one value of any kind: a field that this side does not know.
func (r *reader) skip() {
	switch c := r.peek(); {
	case c == '{':
		r.object(func(string) { r.skip() })
	case c == '[':
		r.list(r.skip)
	case c == '"':
		r.string()
	case c == 't' || c == 'f':
		r.bool()
	case c == 'n':
		r.literal("null")
	default:
		r.skipNumber()
	}
}

func (r *reader) skipNumber() {
	start := r.at
	for r.at < len(r.in) {
		switch c := r.in[r.at]; {
		case c >= '0' && c <= '9', c == '-', c == '+', c == '.', c == 'e', c == 'E':
			r.at++
			continue
		}
		break
	}
	if _, err := strconv.ParseFloat(string(r.in[start:r.at]), 64); err != nil && !errors.Is(err, strconv.ErrRange) {
		r.fail("expected a value")
	}
}

// end checks that nothing follows the message.
func (r *reader) end() error {
	if r.err == nil && r.peek() != 0 {
		r.fail("text after the message")
	}
	if r.err == nil && r.at < len(r.in) {
		r.fail("text after the message")
	}
	return r.err
}
