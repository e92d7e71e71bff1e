package object

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// literalReader reads the literals that the oracle writes: repr() of built-in values, and slice(…).
type literalReader struct {
	s string
	t *Thread
}

func readLiteral(t *Thread, text string) (v Object, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("literal %q: %v", text, r)
		}
	}()
	r := &literalReader{text, t}
	v = r.value()
	if r.s != "" {
		return nil, fmt.Errorf("literal %q: %q is left", text, r.s)
	}
	return v, nil
}

func (r *literalReader) skip(prefix string) bool {
	r.s = strings.TrimLeft(r.s, " ")
	if strings.HasPrefix(r.s, prefix) {
		r.s = r.s[len(prefix):]
		return true
	}
	return false
}

var namedLiterals = map[string]Object{
	"None": None, "True": True, "False": False, "nan": Float(math.NaN()), "inf": Float(math.Inf(1)), "-inf": Float(math.Inf(-1)),
}

func (r *literalReader) value() Object {
	switch {
	case r.skip("slice("):
		items := r.items(")")
		return &Slice{items[0], items[1], items[2]}
	case r.skip("bytearray("):
		v := r.value()
		r.skip(")")
		return NewByteArray([]byte(v.(*Bytes).s))
	case r.skip("["):
		return NewList(r.items("]")...)
	case r.skip("{"):
		return r.dict()
	case r.s[0] == '(':
		if end := strings.IndexByte(r.s, ')'); strings.HasSuffix(r.s[:end], "j") && !strings.ContainsAny(r.s[:end], ", ") {
			text := r.s[:end+1]
			r.s = r.s[end+1:]
			return complexLiteral(text)
		}
		r.skip("(")
		return NewTuple(r.items(")")...)
	case r.s[0] == '\'' || r.s[0] == '"':
		return NewStr(r.quoted(true))
	case strings.HasPrefix(r.s, "b'") || strings.HasPrefix(r.s, `b"`):
		r.s = r.s[1:]
		return NewBytes(r.quoted(false))
	}
	end := strings.IndexAny(r.s, ",:)]}")
	if end < 0 {
		end = len(r.s)
	}
	word := r.s[:end]
	r.s = r.s[end:]
	return wordLiteral(r.t, word)
}

func wordLiteral(t *Thread, word string) Object {
	if v := namedLiterals[word]; v != nil {
		return v
	}
	if strings.HasSuffix(word, "j") {
		return complexLiteral(word)
	}
	if v := ParseIntLiteral(strings.TrimPrefix(word, "-")); v != nil {
		if word[0] == '-' {
			v, _ = Unary(t, Neg, v)
			if b, ok := v.(*BigInt); ok {
				return NewBig(b.V)
			}
		}
		return v
	}
	f, err := strconv.ParseFloat(word, 64)
	if err != nil {
		panic(err)
	}
	return Float(f)
}

// complexLiteral keeps the signs of zeros, which strconv does too.
func complexLiteral(word string) Object {
	body := strings.TrimSuffix(strings.Trim(word, "()"), "j")
	split := strings.LastIndexAny(body, "+-")
	for split > 0 && body[split-1] == 'e' {
		split = strings.LastIndexAny(body[:split], "+-")
	}
	re, im := 0.0, 0.0
	if split > 0 {
		re, _ = strconv.ParseFloat(body[:split], 64)
	}
	im, err := strconv.ParseFloat(body[max(split, 0):], 64)
	if err != nil {
		panic(err)
	}
	return Complex(complex(re, im))
}

func (r *literalReader) items(end string) []Object {
	var out []Object
	for !r.skip(end) {
		out = append(out, r.value())
		r.skip(",")
	}
	return out
}

func (r *literalReader) dict() Object {
	d := NewDict()
	for !r.skip("}") {
		k := r.value()
		r.skip(":")
		r.skip("")
		if err := d.Set(r.t, k, r.value()); err != nil {
			panic(err)
		}
		r.skip(",")
	}
	return d
}

func (r *literalReader) quoted(text bool) string {
	quote := r.s[0]
	r.s = r.s[1:]
	var b []byte
	for r.s[0] != quote {
		if r.s[0] != '\\' {
			_, w := utf8.DecodeRuneInString(r.s)
			b = append(b, r.s[:w]...)
			r.s = r.s[w:]
			continue
		}
		c := r.s[1]
		r.s = r.s[2:]
		width, ok := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
		if !ok {
			b = append(b, strings.NewReplacer("n", "\n", "r", "\r", "t", "\t").Replace(string(c))...)
			continue
		}
		n, err := strconv.ParseUint(r.s[:width], 16, 32)
		if err != nil {
			panic(err)
		}
		r.s = r.s[width:]
		if text {
			b = appendRune(b, rune(n))
		} else {
			b = append(b, byte(n))
		}
	}
	r.s = r.s[1:]
	return string(b)
}
