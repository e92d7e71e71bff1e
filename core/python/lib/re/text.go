package re

import "layerglass/core/python/object"

// text is what a pattern is matched against: code points that can be reached by index. Bytes and ASCII are used as they
// are.
type text struct {
	s       string
	runes   []rune  // nil: each byte is one
	offsets []int32 // of the runes in s, and of its end
}

func newText(s string, plain bool) *text {
	x := &text{s: s}
	if plain {
		return x
	}
	for i := 0; i < len(s); {
		r, w := object.DecodeRune(s, i)
		x.runes = append(x.runes, r)
		x.offsets = append(x.offsets, int32(i))
		i += w
	}
	x.offsets = append(x.offsets, int32(len(s)))
	return x
}

func (x *text) len() int {
	if x.runes == nil {
		return len(x.s)
	}
	return len(x.runes)
}

func (x *text) at(i int) rune {
	if x.runes == nil {
		return rune(x.s[i])
	}
	return x.runes[i]
}

func (x *text) slice(from, to int) string {
	if x.runes == nil {
		return x.s[from:to]
	}
	return x.s[x.offsets[from]:x.offsets[to]]
}

// subject is an object that is searched.
type subject struct {
	*text
	object  object.Object
	isBytes bool
}

// textOf returns the text of a str, bytes or bytearray.
func subjectOf(o object.Object) (*subject, error) {
	switch x := object.Of(o).(type) {
	case *object.Str:
		return &subject{newText(x.String(), x.ASCII()), o, false}, nil
	case *object.Bytes:
		return &subject{newText(x.String(), true), o, true}, nil
	case *object.ByteArray:
		return &subject{newText(string(x.Bytes()), true), o, true}, nil
	}
	return nil, object.TypeError("expected string or bytes-like object, got '%s'", o.Class().MessageName())
}

// part returns the piece of the subject between two places.
func (s *subject) part(from, to int) object.Object { return s.make(s.slice(from, to)) }

func (s *subject) make(piece string) object.Object {
	if s.isBytes {
		return object.NewBytes(piece)
	}
	return object.NewStr(piece)
}
