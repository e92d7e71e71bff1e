package object

func init() {
	for _, c := range []*Class{UnicodeDecodeErrorClass, UnicodeEncodeErrorClass} {
		c.Methods(Func("__str__", "(self, /)", "Says which codec failed where, and why.", unicodeErrorText))
	}
}

// unicodeError makes the error of a codec that failed on obj[start:end].
func unicodeError(c *Class, encoding string, obj Object, start, end int, reason string) error {
	e := NewException(c, NewStr(encoding), obj, Int(start), Int(end), NewStr(reason))
	d := e.AttrDict(true)
	for i, name := range [...]string{"encoding", "object", "start", "end", "reason"} {
		d.SetName(name, e.Args.Items[i])
	}
	return e
}

func unicodeErrorText(t *Thread, a []Object) (Object, error) {
	e, ok := a[0].(*Exception)
	if !ok || len(e.Args.Items) != 5 {
		return emptyStr, nil
	}
	encoding, _ := AsString(e.Args.Items[0])
	start, _ := AsInt64(e.Args.Items[2])
	end, _ := AsInt64(e.Args.Items[3])
	reason, _ := AsString(e.Args.Items[4])
	verb, one, many := "decode", "byte", "bytes"
	if e.class.IsSubclass(UnicodeEncodeErrorClass) {
		verb, one, many = "encode", "character", "characters"
	}
	text := "'" + encoding + "' codec can't " + verb + " "
	if end == start+1 {
		shown, err := faultyItem(t, e.Args.Items[1], start)
		if err != nil {
			return nil, err
		}
		text += one + " " + shown + " in position " + Int(start).decimal()
	} else {
		text += many + " in position " + Int(start).decimal() + "-" + Int(end-1).decimal()
	}
	return NewStr(text + ": " + reason), nil
}

// faultyItem shows the byte or character that could not be converted.
func faultyItem(t *Thread, o Object, at int64) (string, error) {
	v, err := GetItem(t, o, Int(at))
	if err != nil {
		return "", err
	}
	if n, ok := AsInt64(v); ok {
		return "0x" + string([]byte{hexDigits[n>>4&15], hexDigits[n&15]}), nil
	}
	s, _ := AsString(v)
	r, _ := runeAt(s, 0)
	return "'" + string(appendNumericEscape(nil, r)) + "'", nil
}
