package builtins

import (
	"unicode/utf8"

	"layerglass/core/python/object"
)

var texts = []*object.Builtin{
	object.Func("repr", "(obj, /)", "Return the text that shows an object to a programmer.", textOf(object.Repr)),
	object.Func("ascii", "(obj, /)", "Return repr(obj) with escapes for all but ASCII.", textOf(object.ASCII)),
	object.Func("format", "(value, format_spec='', /)", "Return value as text in a format.", format),
	object.Func("chr", "(i, /)", "Return the character of a code point.", chr),
	object.Func("ord", "(c, /)", "Return the code point of a character.", ord),
}

func textOf(f func(*object.Thread, object.Object) (string, error)) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := f(t, a[0])
		return object.NewStr(s), err
	}
}

func format(t *object.Thread, a []object.Object) (object.Object, error) {
	spec, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("format() argument 2 must be str, not %s", object.ArgumentTypeName(a[1]))
	}
	s, err := object.Format(t, a[0], spec)
	return object.NewStr(s), err
}

func chr(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		if object.IsKind(err, object.OverflowErrorClass) {
			err = object.NewError(object.OverflowErrorClass, "Python int too large to convert to C int")
		}
		return nil, err
	}
	if n < 0 || n > utf8.MaxRune {
		return nil, object.ValueError("chr() arg not in range(0x110000)")
	}
	if n >= 0xD800 && n < 0xE000 { // a lone surrogate is kept in its three-byte form
		return object.NewStr(string([]byte{0xE0 | byte(n>>12), 0x80 | byte(n>>6)&0x3F, 0x80 | byte(n)&0x3F})), nil
	}
	return object.NewStr(string(rune(n))), nil
}

func ord(_ *object.Thread, a []object.Object) (object.Object, error) {
	length := 0
	switch x := object.Of(a[0]).(type) {
	case *object.Str:
		if length = x.RuneCount(); length == 1 {
			return object.Int(codePoint(x.String())), nil
		}
	case *object.Bytes:
		if length = x.Len(); length == 1 {
			return x.GetItem(nil, object.Int(0))
		}
	case *object.ByteArray:
		if length = x.Len(); length == 1 {
			return x.GetItem(nil, object.Int(0))
		}
	default:
		return nil, object.TypeError("ord() expected string of length 1, but %s found", a[0].Class().MessageName())
	}
	return nil, object.TypeError("ord() expected a character, but string of length %d found", length)
}

// codePoint reads the only code point of s, which may be a lone surrogate.
func codePoint(s string) rune {
	if len(s) == 3 && s[0] == 0xED {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
