// Package base64 is Python's module base64.
package base64

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/binascii"
	"layerglass/core/python/object"
)

func init() { lib.Register("base64", load) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("base64")
	for _, f := range append(functions, smaller...) {
		f.Module = "base64"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

const urlSafe = "-_"

// swap exchanges the last two characters of the alphabet.
func swap(s, from, to string) string {
	return strings.NewReplacer(from[:1], to[:1], from[1:], to[1:]).Replace(s)
}

func encode(alphabet string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := binascii.Bytes(a[0])
		if err != nil {
			return nil, err
		}
		chars := alphabet
		if len(a) > 1 && a[1] != object.None {
			if chars, err = binascii.Bytes(a[1]); err != nil {
				return nil, err
			}
			if len(chars) != 2 {
				return nil, object.NewError(object.AssertionErrorClass, "altchars must be 2 characters long, not %d", len(chars))
			}
		}
		out := binascii.Encode(s)
		if chars != "" {
			out = swap(out, "+/", chars)
		}
		return object.NewBytes(out), t.Spend(int64(len(s) / 8))
	}
}

func decode(alphabet string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := binascii.Text(a[0])
		if err != nil {
			return nil, err
		}
		chars, strict := alphabet, false
		if len(a) > 1 && a[1] != object.None {
			if chars, err = binascii.Text(a[1]); err != nil {
				return nil, err
			}
			if len(chars) != 2 {
				return nil, object.NewError(object.AssertionErrorClass, "altchars must be 2 characters long, not %d", len(chars))
			}
		}
		if len(a) > 2 {
			if strict, err = object.Truth(t, a[2]); err != nil {
				return nil, err
			}
		}
		if chars != "" {
			s = swap(s, chars, "+/")
		}
		out, err := binascii.Decode(s, strict)
		if err != nil {
			return nil, err
		}
		return object.NewBytes(out), t.Spend(int64(len(s) / 8))
	}
}

var functions = []*object.Builtin{
	object.Func("b64encode", "(s, altchars=None)", "Returns bytes as base64.", encode("")),
	object.Func("b64decode", "(s, altchars=None, validate=False)", "Returns the bytes that base64 stands for.", decode("")),
	object.Func("standard_b64encode", "(s)", "Returns bytes as base64.", encode("")),
	object.Func("standard_b64decode", "(s)", "Returns the bytes that base64 stands for.", decode("")),
	object.Func("urlsafe_b64encode", "(s)", "Returns bytes as base64 with - and _.", encode(urlSafe)),
	object.Func("urlsafe_b64decode", "(s)", "Returns the bytes that base64 with - and _ stands for.", decode(urlSafe)),
	object.Func("encodebytes", "(s)", "Returns bytes as lines of base64.", encodeLines),
	object.Func("decodebytes", "(s)", "Returns the bytes that lines of base64 stand for.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if _, err := binascii.Bytes(a[0]); err != nil {
			return nil, object.TypeError("expected bytes-like object, not %s", a[0].Class().Name)
		}
		return decode("")(t, a[:1])
	}),
}

func encodeLines(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := binascii.Bytes(a[0])
	if err != nil {
		return nil, object.TypeError("expected bytes-like object, not %s", a[0].Class().Name)
	}
	var b strings.Builder
	const perLine = 57 // 76 characters
	for i := 0; i < len(s); i += perLine {
		b.WriteString(binascii.Encode(s[i:min(i+perLine, len(s))]))
		b.WriteByte('\n')
	}
	return object.NewBytes(b.String()), t.Spend(int64(len(s) / 8))
}
