package json

import (
	"math"
	"strings"

	"layerglass/core/python/object"
)

// decoder reads one JSON document from text that is WTF-8, so that lone surrogates pass through.
type decoder struct {
	t                             *object.Thread
	s                             string
	hook, pairsHook               object.Object // nil when not given
	parseFloat, parseInt, parseNo object.Object
	lax                           bool // control characters may stand in strings
	// open holds what was read of the arrays and objects that are not at their ends yet; an object's keys stand before their values.
	open []object.Object
}

// fail makes a JSONDecodeError: message, document and position in code points, as Python's own.
func (d *decoder) fail(msg string, at int) error {
	return newDecodeError(d.t, msg, d.s, at)
}

func (d *decoder) space(i int) int {
	for i < len(d.s) && (d.s[i] == ' ' || d.s[i] == '\t' || d.s[i] == '\n' || d.s[i] == '\r') {
		i++
	}
	return i
}

func (d *decoder) value(i int) (object.Object, int, error) {
	if i >= len(d.s) {
		return nil, i, d.fail("Expecting value", i)
	}
	switch c := d.s[i]; {
	case c == '"':
		s, n, err := d.str(i + 1)
		if err != nil {
			return nil, i, err
		}
		return object.NewStr(s), n, nil
	case c == '{':
		return d.nested(i, d.object)
	case c == '[':
		return d.nested(i, d.array)
	case c == '-' || c >= '0' && c <= '9':
		return d.number(i)
	}
	for _, w := range words {
		if strings.HasPrefix(d.s[i:], w.text) {
			return d.word(w, i)
		}
	}
	return nil, i, d.fail("Expecting value", i)
}

type word struct {
	text  string
	value object.Object
	isNum bool
}

var words = []word{
	{"null", object.None, false}, {"true", object.True, false}, {"false", object.False, false},
	{"NaN", object.Float(math.NaN()), true}, {"Infinity", object.Float(math.Inf(1)), true},
}

func (d *decoder) word(w word, i int) (object.Object, int, error) {
	if w.isNum && d.parseNo != nil {
		v, err := object.Call(d.t, d.parseNo, object.NewStr(w.text))
		return v, i + len(w.text), err
	}
	return w.value, i + len(w.text), nil
}

func (d *decoder) nested(i int, read func(int) (object.Object, int, error)) (object.Object, int, error) {
	if err := d.t.Deeper(); err != nil {
		return nil, i, err
	}
	defer d.t.Shallower()
	if err := d.t.Spend(1); err != nil {
		return nil, i, err
	}
	return read(i + 1)
}

func (d *decoder) array(i int) (object.Object, int, error) {
	start := len(d.open)
	i = d.space(i)
	if i < len(d.s) && d.s[i] == ']' {
		return object.NewList(), i + 1, nil
	}
	for {
		v, n, err := d.value(i)
		if err != nil {
			return nil, i, err
		}
		d.open = append(d.open, v)
		i = d.space(n)
		switch {
		case i < len(d.s) && d.s[i] == ']':
			return object.NewList(d.close(start)...), i + 1, nil
		case i >= len(d.s) || d.s[i] != ',':
			return nil, i, d.fail("Expecting ',' delimiter", i)
		}
		i = d.space(i + 1)
	}
}

// close takes what was read since start off the stack.
func (d *decoder) close(start int) []object.Object {
	items := append(make([]object.Object, 0, len(d.open)-start), d.open[start:]...)
	clear(d.open[start:])
	d.open = d.open[:start]
	return items
}

func (d *decoder) object(i int) (object.Object, int, error) {
	start := len(d.open)
	i = d.space(i)
	if i < len(d.s) && d.s[i] == '}' {
		return d.finish(start, i+1)
	}
	for {
		if i >= len(d.s) || d.s[i] != '"' {
			return nil, i, d.fail("Expecting property name enclosed in double quotes", i)
		}
		key, n, err := d.str(i + 1)
		if err != nil {
			return nil, i, err
		}
		if i = d.space(n); i >= len(d.s) || d.s[i] != ':' {
			return nil, i, d.fail("Expecting ':' delimiter", i)
		}
		v, n, err := d.value(d.space(i + 1))
		if err != nil {
			return nil, i, err
		}
		d.open = append(d.open, object.Intern(key), v)
		i = d.space(n)
		switch {
		case i < len(d.s) && d.s[i] == '}':
			return d.finish(start, i+1)
		case i >= len(d.s) || d.s[i] != ',':
			return nil, i, d.fail("Expecting ',' delimiter", i)
		}
		i = d.space(i + 1)
	}
}

// finish makes an object of the keys and values read since start.
func (d *decoder) finish(start, end int) (object.Object, int, error) {
	if d.pairsHook != nil {
		read := d.close(start)
		pairs := make([]object.Object, 0, len(read)/2)
		for i := 0; i < len(read); i += 2 {
			pairs = append(pairs, object.NewTuple(read[i], read[i+1]))
		}
		v, err := object.Call(d.t, d.pairsHook, object.NewList(pairs...))
		return v, end, err
	}
	read := d.open[start:]
	dict := object.NewDictSize(len(read) / 2)
	for i := 0; i < len(read); i += 2 {
		dict.SetStr(read[i].(*object.Str), read[i+1])
	}
	clear(read)
	d.open = d.open[:start]
	if d.hook != nil {
		v, err := object.Call(d.t, d.hook, dict)
		return v, end, err
	}
	return dict, end, nil
}

// str reads a string behind its opening quote and returns the offset behind the closing one.
func (d *decoder) str(i int) (string, int, error) {
	begin := i - 1
	var b strings.Builder
	start := i
	for i < len(d.s) {
		switch c := d.s[i]; {
		case c == '"':
			if b.Len() == 0 {
				return d.s[start:i], i + 1, nil
			}
			b.WriteString(d.s[start:i])
			return b.String(), i + 1, nil
		case c == '\\':
			b.WriteString(d.s[start:i])
			n, err := d.unescape(&b, i+1, begin)
			if err != nil {
				return "", i, err
			}
			i, start = n, n
			if b.Len() == 0 {
				b.Grow(1)
			}
		case c < 0x20 && !d.lax:
			return "", i, d.fail("Invalid control character at", i)
		default:
			i++
		}
	}
	return "", i, d.fail("Unterminated string starting at", begin)
}

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (d *decoder) unescape(b *strings.Builder, i, begin int) (int, error) {
	if i >= len(d.s) {
		return i, d.fail("Unterminated string starting at", begin)
	}
	c := d.s[i]
	if c != 'u' {
		e, ok := escapes[c]
		if !ok {
			return i, d.fail("Invalid \\escape", i-1)
		}
		b.WriteByte(e)
		return i + 1, nil
	}
	u, ok := d.hex4(i + 1)
	if !ok {
		return i, d.fail("Invalid \\uXXXX escape", i)
	}
	i += 5
	if u >= 0xD800 && u < 0xDC00 && i+1 < len(d.s) && d.s[i] == '\\' && d.s[i+1] == 'u' {
		if low, ok := d.hex4(i + 2); ok && low >= 0xDC00 && low < 0xE000 {
			u = 0x10000 + (u-0xD800)<<10 + (low - 0xDC00)
			i += 6
		}
	}
	writeWTF8(b, u)
	return i, nil
}

func (d *decoder) hex4(i int) (uint32, bool) {
	if i+4 > len(d.s) {
		return 0, false
	}
	var u uint32
	for _, c := range []byte(d.s[i : i+4]) {
		n := strings.IndexByte(hexDigits, c|0x20)
		if c >= '0' && c <= '9' {
			n = int(c - '0')
		}
		if n < 0 {
			return 0, false
		}
		u = u<<4 | uint32(n)
	}
	return u, true
}

// writeWTF8 writes a code point; a lone surrogate gets its three-byte form.
func writeWTF8(b *strings.Builder, u uint32) {
	if u >= 0xD800 && u < 0xE000 {
		b.Write([]byte{byte(0xE0 | u>>12), byte(0x80 | u>>6&63), byte(0x80 | u&63)})
		return
	}
	b.WriteRune(rune(u))
}

func (d *decoder) digits(i int) int {
	for i < len(d.s) && d.s[i] >= '0' && d.s[i] <= '9' {
		i++
	}
	return i
}

func (d *decoder) number(start int) (object.Object, int, error) {
	i := start
	if d.s[i] == '-' {
		if i++; strings.HasPrefix(d.s[i:], "Infinity") {
			return d.word(word{"-Infinity", object.Float(math.Inf(-1)), true}, start)
		}
	}
	switch {
	case i < len(d.s) && d.s[i] == '0':
		i++
	case d.digits(i) > i:
		i = d.digits(i)
	default:
		return nil, start, d.fail("Expecting value", start)
	}
	end, isFloat := i, false
	if i < len(d.s) && d.s[i] == '.' && d.digits(i+1) > i+1 {
		end, isFloat = d.digits(i+1), true
	}
	if end < len(d.s) && d.s[end]|0x20 == 'e' {
		j := end + 1
		if j < len(d.s) && (d.s[j] == '+' || d.s[j] == '-') {
			j++
		}
		if d.digits(j) > j {
			end, isFloat = d.digits(j), true
		}
	}
	v, err := d.convert(d.s[start:end], isFloat)
	return v, end, err
}

func (d *decoder) convert(text string, isFloat bool) (object.Object, error) {
	hook, class := d.parseInt, object.IntClass
	if isFloat {
		hook, class = d.parseFloat, object.FloatClass
	}
	if hook == nil {
		hook = class
	}
	return object.Call(d.t, hook, object.NewStr(text))
}
