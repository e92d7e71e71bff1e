package interp

import (
	"strings"

	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// piece is a part of an f-string: text, or a value that makes text.
type piece struct {
	text  string
	value func(f *frame) (string, bool)
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

func (f *frame) join(pieces []piece) (string, bool) {
	var b strings.Builder
	for i := range pieces {
		p := &pieces[i]
		if p.value == nil {
			b.WriteString(p.text)
			continue
		}
		s, ok := p.value(f)
		if !ok {
			return "", false
		}
		b.WriteString(s)
	}
	return b.String(), true
}

func (c *compiler) joinedStr(e *syntax.JoinedStr) expr {
	pieces := c.pieces(e.Values)
	return func(f *frame) object.Object {
		s, ok := f.join(pieces)
		if !ok {
			return nil
		}
		return object.NewStr(s)
	}
}

func (c *compiler) formattedValue(e *syntax.FormattedValue) expr {
	return c.joinedStr(&syntax.JoinedStr{At: e.At, Values: []syntax.Expr{e}})
}

// formatted compiles {value!conversion:spec}.
func (c *compiler) formatted(e *syntax.FormattedValue) func(f *frame) (string, bool) {
	value, at := c.expr(e.Value), e.Span()
	var spec []piece
	if e.FormatSpec != nil {
		spec = c.pieces(e.FormatSpec.Values)
	}
	conversion := e.Conversion
	return func(f *frame) (string, bool) {
		v := value(f)
		if v == nil {
			return "", false
		}
		text, ok := "", true
		if len(spec) > 0 {
			if text, ok = f.join(spec); !ok {
				return "", false
			}
		}
		f.At = at
		s, err := f.format(v, conversion, text)
		if err != nil {
			f.fail(err, at)
			return "", false
		}
		return s, true
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
		if x, ok := v.(*object.Str); ok && spec == "" {
			return x.String(), nil
		}
		return object.Format(f.t, v, spec)
	}
	if err != nil || spec == "" {
		return s, err
	}
	return object.Format(f.t, object.NewStr(s), spec)
}
