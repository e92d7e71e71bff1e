package object

import (
	"strings"
	"unicode/utf8"
)

// codec is one encoding of text.
type codec struct {
	name   string // as errors call it
	mark   string // byte order mark that encoding writes first
	reason string // why a code point cannot be encoded
	can    func(r rune) bool
	put    func(b []byte, r rune) []byte
	// next reads the code point at a place. With a reason, the width is that of the bytes at fault.
	next func(data string, at int) (r rune, width int, reason string)
}

func notSurrogate(r rune) bool { return !isSurrogate(r) }

const surrogatesNotAllowed = "surrogates not allowed"

var codecs = map[string]*codec{
	"utf-8": {name: "utf-8", reason: surrogatesNotAllowed, can: notSurrogate, put: appendRune, next: nextUTF8},
	"utf-8-sig": {name: "utf-8", mark: "\xef\xbb\xbf", reason: surrogatesNotAllowed, can: notSurrogate, put: appendRune,
		next: nextUTF8},
	"ascii": {name: "ascii", reason: "ordinal not in range(128)", can: func(r rune) bool { return r < 0x80 },
		put: putByte, next: nextASCII},
	"latin-1": {name: "latin-1", reason: "ordinal not in range(256)", can: func(r rune) bool { return r < 0x100 },
		put: putByte, next: nextLatin1},
	"utf-16":    utf16Codec("utf-16", "\xff\xfe", false),
	"utf-16-le": utf16Codec("utf-16-le", "", false),
	"utf-16-be": utf16Codec("utf-16-be", "", true),
	"utf-32":    utf32Codec("utf-32", "\xff\xfe\x00\x00", false),
	"utf-32-le": utf32Codec("utf-32-le", "", false),
	"utf-32-be": utf32Codec("utf-32-be", "", true),
}

var codecAliases = map[string]string{
	"utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "us-ascii": "ascii", "646": "ascii", "ansi-x3.4-1968": "ascii",
	"latin1": "latin-1", "latin": "latin-1", "iso-8859-1": "latin-1", "iso8859-1": "latin-1", "8859": "latin-1", "l1": "latin-1",
	"cp819": "latin-1", "utf16": "utf-16", "u16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "utf32": "utf-32",
	"u32": "utf-32", "utf-32le": "utf-32-le", "utf-32be": "utf-32-be", "utf8-sig": "utf-8-sig",
}

func findCodec(encoding string) (*codec, error) {
	// Case does not matter, and runs of punctuation count as one hyphen.
	words := strings.FieldsFunc(strings.ToLower(encoding), func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	name := strings.Join(words, "-")
	if alias, ok := codecAliases[name]; ok {
		name = alias
	}
	if c := codecs[name]; c != nil {
		return c, nil
	}
	if c := charmapCodec(name); c != nil {
		return c, nil
	}
	return nil, NewError(LookupErrorClass, "unknown encoding: %s", encoding)
}

func putByte(b []byte, r rune) []byte { return append(b, byte(r)) }

// EncodeText returns the bytes of a text in an encoding. errors is "strict" or names what replaces the characters that
// the encoding lacks.
func EncodeText(t *Thread, s, encoding, errors string) (string, error) {
	c, err := findCodec(encoding)
	if err != nil {
		return "", err
	}
	if err := chargeText(t, len(s)*2); err != nil {
		return "", err
	}
	if c.mark == "" && isASCIIText(s) && c.next != nil && (c.name == "utf-8" || c.name == "ascii" || c.name == "latin-1") {
		return s, nil
	}
	out := append(make([]byte, 0, len(s)+8), c.mark...)
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if c.can(r) {
			out = c.put(out, r)
			i += w
			continue
		}
		end := i
		for end < len(s) {
			r, w := runeAt(s, end)
			if c.can(r) {
				break
			}
			end += w
		}
		if out, err = c.encodeBad(t, out, s, i, end, errors); err != nil {
			return "", err
		}
		i = end
	}
	return string(out), nil
}

// encodeBad deals with the code points from i to end, which the encoding lacks.
func (c *codec) encodeBad(t *Thread, out []byte, s string, i, end int, errors string) ([]byte, error) {
	strict := func() error {
		return unicodeError(UnicodeEncodeErrorClass, c.name, NewStr(s), countRunes(s[:i]), countRunes(s[:end]), c.reason)
	}
	if err := t.Each(end - i); err != nil {
		return nil, err
	}
	for _, r := range runesOf(s[i:end]) {
		var text []byte
		switch errors {
		case "strict":
			return nil, strict()
		case "ignore":
		case "replace":
			text = append(text, '?')
		case "backslashreplace":
			text = appendNumericEscape(text, r)
		case "xmlcharrefreplace":
			text = append(text, "&#"+Int(r).decimal()+";"...)
		case "surrogateescape":
			if r < 0xDC80 || r > 0xDCFF {
				return nil, strict()
			}
			out = append(out, byte(r))
		case "surrogatepass":
			if !isSurrogate(r) || c.reason != surrogatesNotAllowed {
				return nil, strict()
			}
			out = c.put(out, r)
		default:
			return nil, NewError(LookupErrorClass, "unknown error handler name '%s'", errors)
		}
		for _, b := range text {
			out = c.put(out, rune(b))
		}
	}
	return out, nil
}

// DecodeText returns the text that bytes stand for in an encoding.
func DecodeText(t *Thread, data, encoding, errors string) (string, error) {
	c, err := findCodec(encoding)
	if err != nil {
		return "", err
	}
	if err := chargeText(t, len(data)*2); err != nil {
		return "", err
	}
	at := 0
	if c.mark != "" {
		c, at = c.readMark(data)
	}
	if c.name == "utf-8" && utf8.ValidString(data) {
		return data[at:], nil
	}
	out := make([]byte, 0, len(data))
	for at < len(data) {
		r, w, reason := c.next(data, at)
		if reason == "" {
			out = appendRune(out, r)
		} else if n := passedSurrogate(c, data[at:], errors); n > 0 {
			out = append(out, data[at:at+n]...)
			w = n
		} else if out, err = c.decodeBad(out, data, at, w, reason, errors); err != nil {
			return "", err
		}
		at += w
	}
	return string(out), nil
}

// passedSurrogate returns how many bytes at the start of data are a surrogate that errors lets through: three of UTF-8, which is
// also how a text holds it, or none.
func passedSurrogate(c *codec, data, errors string) int {
	if errors != "surrogatepass" || c.name != "utf-8" || len(data) < 3 {
		return 0
	}
	if data[0] == 0xED && data[1] >= 0xA0 && data[1] <= 0xBF && data[2]&0xC0 == 0x80 {
		return 3
	}
	return 0
}

// readMark finds the byte order and where the text starts.
func (c *codec) readMark(data string) (*codec, int) {
	if strings.HasPrefix(data, c.mark) {
		at := len(c.mark)
		if c.name != "utf-8" {
			c = codecs[c.name+"-le"]
		}
		return c, at
	}
	switch {
	case c.name == "utf-16" && strings.HasPrefix(data, "\xfe\xff"):
		return codecs["utf-16-be"], 2
	case c.name == "utf-32" && strings.HasPrefix(data, "\x00\x00\xfe\xff"):
		return codecs["utf-32-be"], 4
	case c.name == "utf-16", c.name == "utf-32":
		return codecs[c.name+"-le"], 0
	}
	return c, 0
}

// decodeBad deals with the width bytes at a place, which are no text.
func (c *codec) decodeBad(out []byte, data string, at, width int, reason, errors string) ([]byte, error) {
	strict := func() error {
		return unicodeError(UnicodeDecodeErrorClass, c.name, NewBytes(data), at, at+width, reason)
	}
	bad := data[at : at+width]
	switch errors {
	case "strict":
		return nil, strict()
	case "ignore":
		return out, nil
	case "replace":
		return append(out, "\ufffd"...), nil
	case "backslashreplace":
		for i := range len(bad) {
			out = appendNumericEscape(out, rune(bad[i]))
		}
		return out, nil
	case "surrogateescape":
		for i := range len(bad) {
			if bad[i] < 0x80 {
				return nil, strict()
			}
			out = appendRune(out, 0xDC00+rune(bad[i]))
		}
		return out, nil
	case "surrogatepass":
		return nil, strict()
	case "xmlcharrefreplace", "namereplace":
		return nil, TypeError("don't know how to handle UnicodeDecodeError in error callback")
	}
	return nil, NewError(LookupErrorClass, "unknown error handler name '%s'", errors)
}

// unicodeError makes the error of a codec that failed on obj[start:end].
func unicodeError(c *Class, encoding string, obj Object, start, end int, reason string) error {
	return NewException(c, NewStr(encoding), obj, Int(start), Int(end), NewStr(reason))
}
