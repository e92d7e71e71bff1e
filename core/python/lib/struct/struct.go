// Package structs is Python's module struct: numbers as bytes.
package structs

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/binascii"
	"layerglass/core/python/object"
)

func init() { lib.Register("struct", load) }

var errorClass = object.NewType("error", "struct", object.ExceptionClass)

func structError(format string, a ...any) error { return object.NewError(errorClass, format, a...) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("struct")
	m.Dict.SetName("error", errorClass)
	m.Dict.SetName("Struct", structClass)
	for _, f := range operations {
		do := f.do
		b := object.Func(f.name, "(format, "+f.sig, f.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := parse(t, a[0])
			if err != nil {
				return nil, err
			}
			return do(t, s, a[1:])
		})
		b.Module = "struct"
		m.Dict.SetName(f.name, b)
	}
	size := object.Func("calcsize", "(format, /)", "Returns the number of bytes of a format.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := parse(t, a[0])
		if err != nil {
			return nil, err
		}
		return object.Int(s.size), nil
	})
	size.Module = "struct"
	m.Dict.SetName("calcsize", size)
	return m, nil
}

// layout is a parsed format. It is also the object that Struct makes.
type layout struct {
	format string
	little bool
	native bool // sizes and alignment of this machine's C
	fields []field
	size   int
	values int // the number of values
}

var structClass = object.NewType("Struct", "_struct", nil).Dotted()

// Class returns the type Struct.
func (*layout) Class() *object.Class { return structClass }

// field is count values of a kind, or a string of count bytes, at an offset.
type field struct {
	kind         byte
	count, width int
	offset       int
}

// widths are the sizes of the kinds: standard and native ones.
var widths = map[byte][2]int{
	'x': {1, 1}, 'c': {1, 1}, 'b': {1, 1}, 'B': {1, 1}, '?': {1, 1}, 'h': {2, 2}, 'H': {2, 2}, 'i': {4, 4}, 'I': {4, 4},
	'l': {4, 8}, 'L': {4, 8}, 'q': {8, 8}, 'Q': {8, 8}, 'n': {0, 8}, 'N': {0, 8}, 'e': {2, 2}, 'f': {4, 4}, 'd': {8, 8},
	's': {1, 1}, 'p': {1, 1}, 'P': {0, 8},
}

const maxSize = 1 << 30

func parse(t *object.Thread, o object.Object) (*layout, error) {
	var format string
	switch x := object.Of(o).(type) {
	case *object.Str:
		format = x.String()
	case *object.Bytes:
		format = x.String()
	case *layout:
		return x, nil
	default:
		return nil, object.TypeError("Struct() argument 1 must be a str or bytes object, not %s", object.ArgumentTypeName(o))
	}
	if err := t.Spend(int64(len(format))); err != nil {
		return nil, err
	}
	s := &layout{format: format, little: true, native: true}
	if format != "" {
		switch format[0] {
		case '<', '=', '>', '!':
			s.little, s.native = format[0] == '<' || format[0] == '=', false
			format = format[1:]
		case '@':
			format = format[1:]
		}
	}
	return s, s.read(format)
}

func (s *layout) read(format string) error {
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c == ' ' || '\t' <= c && c <= '\r' {
			continue
		}
		count, counted := 0, false
		for ; '0' <= c && c <= '9'; counted = true {
			if count = count*10 + int(c-'0'); count > maxSize {
				return structError("overflow in item count")
			}
			if i++; i == len(format) {
				return structError("repeat count given without format specifier")
			}
			c = format[i]
		}
		if !counted {
			count = 1
		}
		if err := s.add(c, count); err != nil {
			return err
		}
	}
	return nil
}

func (s *layout) add(kind byte, count int) error {
	w, ok := widths[kind]
	width := w[0]
	if s.native {
		width = w[1]
	}
	if !ok || width == 0 {
		return structError("bad char in struct format")
	}
	if s.native && s.size%width != 0 {
		s.size += width - s.size%width
	}
	f := field{kind: kind, count: count, width: width, offset: s.size}
	if s.size += width * count; s.size > maxSize {
		return structError("total struct size too long")
	}
	switch kind {
	case 'x':
		return nil
	case 's', 'p':
		s.values++
	default:
		s.values += count
	}
	s.fields = append(s.fields, f)
	return nil
}

type operation struct {
	name, sig, doc string
	do             func(t *object.Thread, s *layout, a []object.Object) (object.Object, error)
}

var operations = []operation{
	{"pack", "/, *values)", "Returns values as bytes.", func(t *object.Thread, s *layout, a []object.Object) (object.Object, error) {
		b, err := s.pack(t, a[0].(*object.Tuple).Items, "pack")
		return object.NewBytes(string(b)), err
	}},
	{"pack_into", "buffer, offset, /, *values)", "Writes values into a bytearray.", packInto},
	{"unpack", "buffer, /)", "Returns the values in bytes.", func(t *object.Thread, s *layout, a []object.Object) (object.Object, error) {
		data, err := binascii.Bytes(a[0])
		if err != nil {
			return nil, err
		}
		if len(data) != s.size {
			return nil, structError("unpack requires a buffer of %d bytes", s.size)
		}
		return s.unpack(t, data)
	}},
	{"unpack_from", "/, buffer, offset=0)", "Returns the values in bytes from an offset on.", unpackFrom},
	{"iter_unpack", "buffer, /)", "Yields the values in bytes, group by group.", iterUnpack},
}

// place checks an offset into a buffer of n bytes.
func (s *layout) place(t *object.Thread, o object.Object, n int, name string) (int, error) {
	offset, err := object.Index(t, o)
	if err != nil {
		return 0, err
	}
	at := offset
	if at < 0 {
		at += n
	}
	if at < 0 || n-at < s.size {
		return 0, structError("%s requires a buffer of at least %d bytes for %d bytes at offset %d (actual buffer size is %d)", name, max(at, 0)+s.size, s.size, offset, n)
	}
	return at, nil
}

func packInto(t *object.Thread, s *layout, a []object.Object) (object.Object, error) {
	into, ok := object.Of(a[0]).(*object.ByteArray)
	if !ok {
		return nil, object.TypeError("pack_into() argument 1 must be a bytearray, not %s", object.ArgumentTypeName(a[0]))
	}
	at, err := s.place(t, a[1], into.Len(), "pack_into")
	if err != nil {
		return nil, err
	}
	b, err := s.pack(t, a[2].(*object.Tuple).Items, "pack_into")
	if err != nil {
		return nil, err
	}
	copy(into.Bytes()[at:], b)
	return object.None, nil
}

func unpackFrom(t *object.Thread, s *layout, a []object.Object) (object.Object, error) {
	data, err := binascii.Bytes(a[0])
	if err != nil {
		return nil, err
	}
	at, err := s.place(t, a[1], len(data), "unpack_from")
	if err != nil {
		return nil, err
	}
	return s.unpack(t, data[at:at+s.size])
}

// groups is the iterator that iter_unpack returns.
type groups struct {
	layout *layout
	data   string
}

var groupsClass = object.NewType("unpack_iterator", "_struct", nil).Final().Dotted()

func (*groups) Class() *object.Class { return groupsClass }

// Iter returns the iterator itself.
func (g *groups) Iter(*object.Thread) (object.Object, error) { return g, nil }

// Next returns the values of the next group.
func (g *groups) Next(t *object.Thread) (object.Object, error) {
	if g.data == "" {
		return nil, nil
	}
	n := g.layout.size
	v, err := g.layout.unpack(t, g.data[:n])
	g.data = g.data[n:]
	return v, err
}

func iterUnpack(_ *object.Thread, s *layout, a []object.Object) (object.Object, error) {
	data, err := binascii.Bytes(a[0])
	if err != nil {
		return nil, err
	}
	if s.size == 0 {
		return nil, structError("cannot iteratively unpack with a struct of length 0")
	}
	if len(data)%s.size != 0 {
		return nil, structError("iterative unpacking requires a buffer of a multiple of %d bytes", s.size)
	}
	return &groups{s, data}, nil
}

func init() {
	groupsClass.Protocols(&groups{})
	structClass.Final()
	structClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 || len(a.Kw) > 0 {
			return nil, object.TypeError("Struct() takes one format")
		}
		return parse(t, a.Pos[0])
	}
	structClass.Methods(object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }))
	for _, f := range operations {
		do := f.do
		structClass.Methods(object.Func(f.name, "(self, "+f.sig, f.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			return do(t, a[0].(*layout), a[1:])
		}))
	}
	structClass.Getter("size", "The number of bytes.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.Int(o.(*layout).size), nil
	})
	structClass.Getter("format", "The format.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*layout).format), nil
	})
}
