package json

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// encoder holds the options of one dumps call.
type encoder struct {
	t                     *object.Thread
	out                   strings.Builder
	indent                string
	pretty                bool
	itemSep, keySep       string
	ensureASCII, sortKeys bool
	skipKeys, allowNaN    bool
	fallback              object.Object // default=, or nil
	depth                 int
	pairs                 []pair // of the dicts that are being written
	visiting              map[object.Object]bool
	// pieces asks for the places in the text between the parts that iterencode yields, in cuts.
	pieces bool
	cuts   []int
}

// cut notes that a new part begins here.
func (e *encoder) cut() {
	if n := e.out.Len(); e.pieces && n > 0 && (len(e.cuts) == 0 || e.cuts[len(e.cuts)-1] < n) {
		e.cuts = append(e.cuts, n)
	}
}

// parts returns the text as iterencode yields it.
func (e *encoder) parts() []object.Object {
	text, start := e.out.String(), 0
	var list []object.Object
	for _, end := range append(e.cuts, len(text)) {
		if end > start {
			list = append(list, object.NewStr(text[start:end]))
			start = end
		}
	}
	return list
}

// simple reports whether a list yields an item together with the separator before it.
func simple(o object.Object) bool {
	switch object.Of(o).(type) {
	case *object.NoneType, object.Bool, *object.Str, object.Int, *object.BigInt, object.Float:
		return true
	}
	return false
}

const hexDigits = "0123456789abcdef"

// quote writes s as a JSON string; with ensureASCII everything beyond ASCII becomes \u escapes, surrogate pairs included.
func (e *encoder) quote(s string) {
	e.out.WriteByte('"')
	start := 0
	before := e.out.Len()
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7F && c != '"' && c != '\\' {
			i++
			continue
		}
		if c >= 0x7F && !e.ensureASCII {
			i++
			continue
		}
		e.out.WriteString(s[start:i])
		i += e.escape(s, i)
		start = i
	}
	e.out.WriteString(s[start:])
	e.out.WriteByte('"')
	e.t.Steps -= int64(e.out.Len()-before) / 16
}

func (e *encoder) escape(s string, i int) int {
	switch c := s[i]; c {
	case '"', '\\':
		e.out.WriteByte('\\')
		e.out.WriteByte(c)
	case '\n':
		e.out.WriteString(`\n`)
	case '\r':
		e.out.WriteString(`\r`)
	case '\t':
		e.out.WriteString(`\t`)
	case '\f':
		e.out.WriteString(`\f`)
	case '\b':
		e.out.WriteString(`\b`)
	default:
		if c < 0x80 {
			e.unit(uint32(c))
			break
		}
		r, n := decodeWTF8(s[i:])
		if r >= 0x10000 {
			r -= 0x10000
			e.unit(0xD800 + r>>10)
			e.unit(0xDC00 + r&0x3FF)
		} else {
			e.unit(r)
		}
		return n
	}
	return 1
}

func (e *encoder) unit(u uint32) {
	e.out.WriteString(`\u`)
	for shift := 12; shift >= 0; shift -= 4 {
		e.out.WriteByte(hexDigits[u>>shift&15])
	}
}

// decodeWTF8 reads one code point, lone surrogates included.
func decodeWTF8(s string) (uint32, int) {
	c := uint32(s[0])
	switch {
	case c >= 0xF0 && len(s) >= 4:
		return c&7<<18 | uint32(s[1])&63<<12 | uint32(s[2])&63<<6 | uint32(s[3])&63, 4
	case c >= 0xE0 && len(s) >= 3:
		return c&15<<12 | uint32(s[1])&63<<6 | uint32(s[2])&63, 3
	case c >= 0xC0 && len(s) >= 2:
		return c&31<<6 | uint32(s[1])&63, 2
	}
	return c, 1
}

// value writes any object.
func (e *encoder) value(o object.Object) error {
	e.t.Steps-- // what is nested asks whether there are any left
	if e.out.Cap()-e.out.Len() < 64 {
		e.out.Grow(64) // at least doubles it, which a write alone does not when it is large
	}
	switch x := object.Of(o).(type) {
	case *object.NoneType:
		e.out.WriteString("null")
	case object.Bool:
		if x {
			e.out.WriteString("true")
		} else {
			e.out.WriteString("false")
		}
	case *object.Str:
		e.quote(x.String())
	case object.Int:
		e.out.WriteString(strconv.FormatInt(int64(x), 10))
	case *object.BigInt:
		s, err := object.Repr(e.t, x)
		if err != nil {
			return err
		}
		e.out.WriteString(s)
	case object.Float:
		s, err := e.float(x)
		if err != nil {
			return err
		}
		e.out.WriteString(s)
	case *object.List:
		return e.sequence(o, x.Items)
	case *object.Tuple:
		return e.sequence(o, x.Items)
	case *object.Dict:
		return e.dict(o, x)
	default:
		return e.other(o)
	}
	return nil
}

func (e *encoder) float(x object.Float) (string, error) {
	f := float64(x)
	if f-f == 0 {
		return object.FloatRepr(f), nil
	}
	name := "NaN"
	if f > 0 {
		name = "Infinity"
	} else if f < 0 {
		name = "-Infinity"
	}
	if !e.allowNaN {
		return "", object.ValueError("Out of range float values are not JSON compliant")
	}
	return name, nil
}

// other asks default= for a replacement.
func (e *encoder) other(o object.Object) error {
	if e.fallback == nil {
		err := object.TypeError("Object of type %s is not JSON serializable", o.Class().Name)
		err.Subject = o
		return err
	}
	if err := e.enter(o); err != nil {
		return err
	}
	defer e.leave(o)
	v, err := object.Call(e.t, e.fallback, o)
	if err != nil {
		return err
	}
	return e.value(v)
}

func (e *encoder) enter(o object.Object) error {
	if e.visiting[o] {
		return object.ValueError("Circular reference detected")
	}
	if e.visiting == nil {
		e.visiting = make(map[object.Object]bool)
	}
	e.visiting[o] = true
	return e.t.Deeper()
}

func (e *encoder) leave(o object.Object) {
	delete(e.visiting, o)
	e.t.Shallower()
}

func (e *encoder) newline() {
	e.out.WriteByte('\n')
	for i := 0; i < e.depth; i++ {
		e.out.WriteString(e.indent)
		e.t.Steps -= int64(len(e.indent)) / 64
	}
}

func (e *encoder) close(c byte) {
	e.depth--
	e.cut()
	if e.pretty {
		e.newline()
		e.cut()
	}
	e.out.WriteByte(c)
	e.cut()
}

func (e *encoder) comma() {
	e.out.WriteString(e.itemSep)
	if e.pretty {
		e.newline()
	}
}

func (e *encoder) sequence(o object.Object, items []object.Object) error {
	if len(items) == 0 {
		e.out.WriteString("[]")
		return nil
	}
	if err := e.enter(o); err != nil {
		return err
	}
	defer e.leave(o)
	e.out.WriteByte('[')
	e.depth++
	if e.pretty {
		e.newline()
	}
	for i, v := range items {
		if i > 0 {
			e.cut()
			e.comma()
		}
		if !simple(v) {
			e.cut()
		}
		if err := e.value(v); err != nil {
			return err
		}
	}
	e.close(']')
	return nil
}

func (e *encoder) dict(o object.Object, d *object.Dict) error {
	if d.Len() == 0 {
		e.out.WriteString("{}")
		return nil
	}
	if err := e.enter(o); err != nil {
		return err
	}
	defer e.leave(o)
	pairs, err := e.ordered(d)
	if err != nil {
		return err
	}
	defer func(n int) { e.pairs = e.pairs[:n] }(len(e.pairs) - len(pairs))
	e.out.WriteByte('{')
	e.depth++
	e.cut()
	if e.pretty {
		e.newline()
		e.cut()
	}
	first := true
	for _, p := range pairs {
		key, ok, err := e.key(p.key)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			e.cut()
			e.comma()
			e.cut()
		}
		first = false
		e.quote(key)
		e.cut()
		e.out.WriteString(e.keySep)
		e.cut()
		if err := e.value(p.value); err != nil {
			return err
		}
	}
	e.close('}')
	return nil
}

type pair struct{ key, value object.Object }

// ordered puts the entries on the stack e.pairs, in the order in which they are written: default= may change the dict meanwhile.
func (e *encoder) ordered(d *object.Dict) ([]pair, error) {
	start := len(e.pairs)
	for k, v := range d.All() {
		e.pairs = append(e.pairs, pair{k, v})
	}
	pairs := e.pairs[start:]
	if !e.sortKeys {
		return pairs, nil
	}
	for i := 1; i < len(pairs); i++ { // insertion keeps it simple; a dict's keys come mostly in order
		for j := i; j > 0; j-- {
			less, err := object.Less(e.t, pairs[j].key, pairs[j-1].key)
			if err != nil {
				return nil, err
			}
			if !less {
				break
			}
			pairs[j], pairs[j-1] = pairs[j-1], pairs[j]
		}
	}
	return pairs, nil
}

// key returns the text of a dict key; ok is false for one that skipkeys leaves out.
func (e *encoder) key(k object.Object) (text string, ok bool, err error) {
	switch x := object.Of(k).(type) {
	case *object.Str:
		return x.String(), true, nil
	case object.Float:
		text, err = e.float(x)
		return text, true, err
	case object.Bool:
		if x {
			return "true", true, nil
		}
		return "false", true, nil
	case *object.NoneType:
		return "null", true, nil
	case object.Int, *object.BigInt:
		text, err = object.Repr(e.t, x)
		return text, true, err
	}
	if e.skipKeys {
		return "", false, nil
	}
	return "", false, object.TypeError("keys must be str, int, float, bool or None, not %s", k.Class().MessageName())
}
