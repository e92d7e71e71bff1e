package io

import (
	"bytes"
	"strings"

	"layerglass/core/python/object"
)

// stringIO is a text in memory.
type stringIO struct {
	b       buffer
	newline string // "\n": texts are taken as they are; "*" stands for None: all line ends become "\n"
}

var stringClass = object.NewType("StringIO", "_io", textClass).WithPayload().Dotted()

// Class returns the type io.StringIO.
func (*stringIO) Class() *object.Class { return stringClass }

func (s *stringIO) buf() *buffer { return &s.b }

// WriteText writes for print, without a method look-up.
func (s *stringIO) WriteText(t *object.Thread, text string) error {
	if err := s.b.open(); err != nil {
		return err
	}
	return s.b.put(t, []byte(s.translate(text)))
}

func (s *stringIO) translate(text string) string {
	switch s.newline {
	case "*":
		return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	case "\r", "\r\n":
		return strings.ReplaceAll(text, "\n", s.newline)
	}
	return text
}

func (s *stringIO) encode(_ *object.Thread, o object.Object) ([]byte, int, error) {
	str, ok := object.Of(o).(*object.Str)
	if !ok {
		return nil, 0, object.TypeError("string argument expected, got '%s'", o.Class().MessageName())
	}
	return []byte(s.translate(str.String())), str.RuneCount(), nil
}

// textUnit counts code points.
type textUnit struct{}

func (textUnit) advance(data []byte, at, n int) int {
	for ; n > 0 && at < len(data); n-- {
		for at++; at < len(data) && data[at]&0xC0 == 0x80; at++ {
		}
	}
	return at
}

func (textUnit) count(data []byte) int {
	n := 0
	for _, c := range data {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func (textUnit) object(data []byte) object.Object { return object.NewStr(string(data)) }

var stringSignature = object.ParseSignature("(initial_value='', newline='?')")

func init() {
	stringClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		s := &stringIO{b: buffer{unit: textUnit{}}, newline: "\n"}
		if cls != stringClass { // a subclass reads its arguments in __init__
			return object.Wrap(cls, s), nil
		}
		return s, s.init(t, a)
	}
	stringClass.Methods(object.RawFunc("__init__", "(self, initial_value='', newline=?)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		s := object.Of(a.Pos[0]).(*stringIO)
		s.b.data, s.b.at, s.b.closed = nil, 0, false
		return object.None, s.init(t, object.Args{Pos: a.Pos[1:], Kw: a.Kw})
	}))
	stringClass.Getter("line_buffering", "", func(*object.Thread, object.Object) (object.Object, error) { return object.False, nil })
	for _, name := range []string{"encoding", "errors"} {
		stringClass.Getter(name, "None: the text is kept as it is.", func(*object.Thread, object.Object) (object.Object, error) { return object.None, nil })
	}
	stringClass.Getter("newlines", "", func(*object.Thread, object.Object) (object.Object, error) { return object.None, nil })
}

func (s *stringIO) init(t *object.Thread, a object.Args) error {
	v, err := stringSignature.Bind(t, "StringIO", nil, a, nil)
	if err != nil {
		return err
	}
	s.newline = "\n"
	switch nl, ok := object.AsString(v[1]); {
	case v[1] == object.None:
		s.newline = "*"
	case !ok:
		return object.TypeError("newline must be str or None, not %s", v[1].Class().MessageName())
	case nl == "" || nl == "\n" || nl == "\r" || nl == "\r\n":
		s.newline = nl
	case nl != "?":
		return object.ValueError("illegal newline value: %s", object.QuoteStr(nl))
	}
	if v[0] == object.None {
		return nil
	}
	text, ok := object.Of(v[0]).(*object.Str)
	if !ok {
		return object.TypeError("initial_value must be str or None, not %s", v[0].Class().MessageName())
	}
	s.b.data = bytes.Clone([]byte(s.translate(text.String())))
	return t.Alloc(int64(len(s.b.data)))
}
