package interp

import (
	"strconv"

	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// piece is a part of an f-string: text, or a value that adds its text to a buffer.
type piece struct {
	text  string
	value func(f *frame, buf []byte) ([]byte, bool)
}

func (c *compiler) pieces(list []syntax.Expr) []piece {
	var out []piece
	for _, e := range list {
		switch e := e.(type) {
		case *syntax.Constant:
			out = append(out, piece{text: e.Text})
		case *syntax.FormattedValue:
			out = append(out, piece{value: c.formatted(e)})
		case *syntax.JoinedStr:
			out = append(out, c.pieces(e.Values)...)
		}
	}
	return out
}

// join returns the text of the pieces, nil when one raised. The machine lends its buffer, unless an f-string around this one has it.
func (f *frame) join(pieces []piece) *object.Str {
	buf := f.m.text
	f.m.text = nil
	ok := true
	for i := 0; ok && i < len(pieces); i++ {
		if p := &pieces[i]; p.value == nil {
			buf = append(buf, p.text...)
		} else {
			buf, ok = p.value(f, buf)
		}
	}
	if ok && len(buf) >= 512 {
		if err := f.t.Alloc(int64(len(buf)) * 2); err != nil {
			f.fail(err, f.At)
			ok = false
		}
	}
	var s *object.Str
	if ok {
		s = object.NewStrOf(buf)
	}
	if cap(buf) < 1<<16 {
		f.m.text = buf[:0]
	}
	return s
}

func (c *compiler) joinedStr(e *syntax.JoinedStr) expr {
	pieces := c.pieces(e.Values)
	return func(f *frame) object.Object {
		if s := f.join(pieces); s != nil {
			return s
		}
		return nil
	}
}

func (c *compiler) formattedValue(e *syntax.FormattedValue) expr {
	return c.joinedStr(&syntax.JoinedStr{At: e.At, Values: []syntax.Expr{e}})
}

// formatted compiles {value!conversion:spec}.
func (c *compiler) formatted(e *syntax.FormattedValue) func(f *frame, buf []byte) ([]byte, bool) {
	value, at := c.expr(e.Value), e.Span()
	var spec []piece
	if e.FormatSpec != nil {
		spec = c.pieces(e.FormatSpec.Values)
	}
	conversion := e.Conversion
	return func(f *frame, buf []byte) ([]byte, bool) {
		v := value(f)
		if v == nil {
			return buf, false
		}
		text := ""
		if len(spec) > 0 {
			s := f.join(spec)
			if s == nil {
				return buf, false
			}
			text = s.String()
		} else if conversion == 0 {
			switch x := v.(type) {
			case *object.Str:
				return append(buf, x.String()...), true
			case object.Int:
				return strconv.AppendInt(buf, int64(x), 10), true
			}
		}
		f.At = at
		s, err := f.format(v, conversion, text)
		if err != nil {
			f.fail(err, at)
			return buf, false
		}
		return append(buf, s...), true
	}
}

func (f *frame) format(v object.Object, conversion byte, spec string) (string, error) {
	var s string
	var err error
	switch conversion {
	case 's':
		s, err = object.ToStr(f.t, v)
	case 'r':
		s, err = object.Repr(f.t, v)
	case 'a':
		s, err = object.ASCII(f.t, v)
	default:
		return object.Format(f.t, v, spec)
	}
	if err != nil || spec == "" {
		return s, err
	}
	return object.Format(f.t, object.NewStr(s), spec)
}
