package object

func init() {
	StrClass.Methods(
		Func("encode", "(self, /, encoding='utf-8', errors='strict')", "Returns the text as bytes.", strEncode),
		Func("__getnewargs__", "(self, /)", "Returns the arguments that make a copy.", func(_ *Thread, a []Object) (Object, error) {
			return NewTuple(a[0]), nil
		}),
	)
}

var strSignature = ParseSignature("(object=?, encoding=?, errors=?)")

// newStr is str(object=”, encoding='utf-8', errors='strict').
func newStr(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Pos) == 1 && len(a.Kw) == 0 && cls == StrClass {
		return strOf(t, a.Pos[0])
	}
	v, err := strSignature.Bind(t, "str", nil, a, nil)
	if err != nil {
		return nil, err
	}
	if v[1] == nil && v[2] == nil {
		if v[0] == nil {
			return Wrap(cls, emptyStr), nil
		}
		s, err := strOf(t, v[0])
		if err != nil {
			return nil, err
		}
		return Wrap(cls, s), nil
	}
	encoding, errors, err := codecNames("str", v[1], v[2])
	if err != nil {
		return nil, err
	}
	text := ""
	if v[0] != nil {
		data, ok := bytesLike(v[0])
		if _, isStr := Of(v[0]).(*Str); isStr {
			return nil, TypeError("decoding str is not supported")
		} else if !ok {
			return nil, TypeError("decoding to str: need a bytes-like object, %s found", v[0].Class().MessageName())
		}
		if text, err = DecodeText(t, data, encoding, errors); err != nil {
			return nil, err
		}
	}
	return Wrap(cls, NewStr(text)), nil
}

// strOf returns str(o).
func strOf(t *Thread, o Object) (Object, error) {
	switch x := o.(type) {
	case *Str:
		return x, nil
	case Int:
		return newIntStr(int64(x)), nil
	}
	text, err := ToStr(t, o)
	if err != nil {
		return nil, err
	}
	return NewStr(text), nil
}

// codecNames reads the encoding and errors arguments; absent ones have the usual values.
func codecNames(fname string, encoding, errors Object) (string, string, error) {
	names := [2]string{"utf-8", "strict"}
	for i, o := range [2]Object{encoding, errors} {
		if o == nil {
			continue
		}
		s, ok := Of(o).(*Str)
		if !ok {
			return "", "", TypeError("%s() argument '%s' must be str, not %s", fname, [2]string{"encoding", "errors"}[i], ArgumentTypeName(o))
		}
		names[i] = s.s
	}
	return names[0], names[1], nil
}

func strEncode(t *Thread, a []Object) (Object, error) {
	encoding, errors, err := codecNames("encode", a[1], a[2])
	if err != nil {
		return nil, err
	}
	data, err := EncodeText(t, a[0].(*Str).s, encoding, errors)
	if err != nil {
		return nil, err
	}
	return NewBytes(data), nil
}
