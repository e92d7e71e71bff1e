package object

import "strings"

func init() {
	BytesClass.New = newBytes
	BytesClass.Protocols(&Bytes{}, Add, Mul, Mod)
	ByteArrayClass.New = newByteArray
	ByteArrayClass.Protocols(&ByteArray{}, Add, Mul, Mod)
	bytesIteratorClass.Protocols(&bytesIterator{})
	byteArrayIteratorClass.Protocols(&bytesIterator{})
	for _, c := range []*Class{BytesClass, ByteArrayClass} {
		bytesSearchMethods(c)
		bytesTextMethods(c)
		bytesSplitMethods(c)
		c.ClassMethods(Func("fromhex", "(cls, string, /)", "Makes the bytes that pairs of hexadecimal digits stand for.", bytesFromHex))
	}
	byteArrayMethods()
	BytesClass.Methods(Func("__bytes__", "(self, /)", "Returns the bytes themselves.", func(_ *Thread, a []Object) (Object, error) {
		return a[0], nil
	}))
}

// bytesLike returns the contents of a bytes or bytearray.
func bytesLike(o Object) (string, bool) {
	if x, ok := Of(o).(binaryText); ok {
		return x.contents(), true
	}
	return "", false
}

var bytesSignature = ParseSignature("(source=?, encoding=?, errors=?)")

func newBytes(t *Thread, cls *Class, a Args) (Object, error) {
	data, err := bytesArguments(t, "bytes", a)
	if err != nil {
		return nil, err
	}
	return Wrap(cls, NewBytes(string(data))), nil
}

func newByteArray(_ *Thread, cls *Class, _ Args) (Object, error) {
	return Wrap(cls, NewByteArray(nil)), nil
}

func byteArrayInit(t *Thread, a Args) (Object, error) {
	data, err := bytesArguments(t, "bytearray", Args{a.Pos[1:], a.Kw})
	if err != nil {
		return nil, err
	}
	a.Pos[0].(*ByteArray).b = data
	return None, nil
}

// bytesArguments is what bytes() and bytearray() make of their arguments.
func bytesArguments(t *Thread, fname string, a Args) ([]byte, error) {
	v, err := bytesSignature.Bind(t, fname, nil, a, nil)
	if err != nil {
		return nil, err
	}
	encoding, errors, err := codecNames(fname, v[1], v[2])
	if err != nil {
		return nil, err
	}
	if v[0] == nil {
		if v[1] != nil || v[2] != nil {
			return nil, TypeError("encoding without a string argument")
		}
		return nil, nil
	}
	if s, ok := Of(v[0]).(*Str); ok {
		if fname == "bytes" && v[1] == nil && v[2] == nil && v[0].Class().Lookup(nameBytes) != nil {
			data, _, err := bytesMethod(t, v[0])
			return data, err
		}
		if v[1] == nil {
			return nil, TypeError("string argument without an encoding")
		}
		data, err := EncodeText(t, s.s, encoding, errors)
		return []byte(data), err
	}
	if v[1] != nil || v[2] != nil {
		return nil, TypeError("encoding without a string argument")
	}
	return bytesOf(t, v[0], fname)
}

// bytesOf makes bytes of a count of zeros or of what bytesFrom takes.
func bytesOf(t *Thread, o Object, fname string) ([]byte, error) {
	if v, ok, err := bytesMethod(t, o); ok {
		return v, err
	}
	if !isIndex(o) {
		return bytesFromIterable(t, o, fname)
	}
	v, err := AsIndex(t, o)
	if err != nil {
		return nil, err
	}
	n, ok := AsInt64(v)
	if !ok {
		return nil, NewError(OverflowErrorClass, "cannot fit '%s' into an index-sized integer", o.Class().MessageName())
	}
	if n < 0 {
		return nil, ValueError("negative count")
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	return make([]byte, n), nil
}

// bytesFrom returns the contents of a bytes, a bytearray, an object with __bytes__ or an iterable of small ints.
func bytesFrom(t *Thread, o Object) ([]byte, error) {
	if v, ok, err := bytesMethod(t, o); ok {
		return v, err
	}
	return bytesFromIterable(t, o, "bytes")
}

// bytesMethod returns what is bytes already, or what __bytes__ makes.
func bytesMethod(t *Thread, o Object) ([]byte, bool, error) {
	if s, ok := bytesLike(o); ok {
		return []byte(s), true, t.Alloc(int64(len(s)))
	}
	v, ok, err := callSpecial(t, o, nameBytes)
	if !ok || err != nil {
		return nil, ok, err
	}
	s, isBytes := Of(v).(*Bytes)
	if !isBytes {
		return nil, true, TypeError("__bytes__ returned non-bytes (type %s)", v.Class().MessageName())
	}
	return []byte(s.s), true, nil
}

func bytesFromIterable(t *Thread, o Object, fname string) ([]byte, error) {
	if _, text := Of(o).(*Str); text || !isIterable(o) {
		return nil, TypeError("cannot convert '%s' object to %s", o.Class().MessageName(), fname)
	}
	what := "bytes"
	if fname == "bytearray" {
		what = "byte"
	}
	return collectBytes(t, o, what)
}

func collectBytes(t *Thread, o Object, what string) ([]byte, error) {
	var out []byte
	if _, ok := o.(*Instance); ok {
		it, err := Iter(t, o)
		if err == nil {
			err = askLength(t, o)
		}
		if err != nil {
			return nil, err
		}
		o = it
	}
	err := Iterate(t, o, func(v Object) (bool, error) {
		b, err := byteOf(t, v, what)
		out = append(out, b)
		if len(out)&4095 == 0 && err == nil {
			err = t.Alloc(4096)
		}
		return true, err
	})
	return out, err
}

// byteOf returns the value of an int from 0 to 255.
func byteOf(t *Thread, o Object, what string) (byte, error) {
	v, err := AsIndex(t, o)
	if err != nil {
		return 0, err
	}
	n, ok := AsInt64(v)
	if !ok || n < 0 || n > 255 {
		return 0, ValueError("%s must be in range(0, 256)", what)
	}
	return byte(n), nil
}

func bytesFromHex(t *Thread, a []Object) (Object, error) {
	s, ok := Of(a[1]).(*Str)
	if !ok {
		return nil, TypeError("fromhex() argument must be str, not %s", ArgumentTypeName(a[1]))
	}
	if err := t.Scan(len(s.s)); err != nil {
		return nil, err
	}
	var out []byte
	for i := 0; i < len(s.s); i++ {
		if s.s[i] < 0x80 && isSpace(rune(s.s[i])) {
			continue
		}
		high := digitValue(s.s[i])
		if high >= 16 {
			return nil, ValueError("non-hexadecimal number found in fromhex() arg at position %d", countRunes(s.s[:i]))
		}
		if i++; i < len(s.s) && digitValue(s.s[i]) < 16 {
			out = append(out, byte(high<<4|digitValue(s.s[i])))
			continue
		}
		return nil, ValueError("non-hexadecimal number found in fromhex() arg at position %d", countRunes(s.s[:i]))
	}
	if err := t.Alloc(int64(len(out))); err != nil {
		return nil, err
	}
	cls, _ := a[0].(*Class)
	var v Object = NewBytes(string(out))
	if cls.IsSubclass(ByteArrayClass) {
		v = NewByteArray(out)
	}
	if cls != v.Class() {
		return Call(t, cls, v)
	}
	return v, nil
}

// bytesHex writes two hexadecimal digits a byte, with a separator behind each group of perSep bytes from the right, or
// from the left if perSep is negative.
func bytesHex(s, sep string, perSep int) string {
	var b strings.Builder
	fromLeft := perSep < 0
	if fromLeft {
		perSep = -perSep
	}
	for i := 0; i < len(s); i++ {
		place := len(s) - i
		if fromLeft {
			place = i
		}
		if i > 0 && perSep > 0 && sep != "" && place%perSep == 0 {
			b.WriteString(sep)
		}
		b.WriteByte(hexDigits[s[i]>>4])
		b.WriteByte(hexDigits[s[i]&15])
	}
	return b.String()
}
