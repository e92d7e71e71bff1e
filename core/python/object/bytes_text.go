package object

import "strings"

func bytesTextMethods(c *Class) {
	c.Methods(
		Func("decode", "(self, /, encoding='utf-8', errors='strict')", "Returns the text that the bytes stand for.", bytesDecode),
		Func("hex", "(self, /, sep=?, bytes_per_sep=1)", "Returns two hexadecimal digits a byte.", bytesToHex),
		bytesMapper("lower", "Returns the bytes with ASCII letters in lower case.", lowerASCII),
		bytesMapper("upper", "Returns the bytes with ASCII letters in upper case.", upperASCII),
		bytesMapper("swapcase", "Returns the bytes with the case of ASCII letters exchanged.", swapCaseASCII),
		bytesMapper("title", "Returns the bytes with each word capitalised.", titleASCII),
		bytesMapper("capitalize", "Returns the bytes with a capital first letter and the rest in lower case.", func(s string) string {
			if s == "" {
				return s
			}
			return upperASCII(s[:1]) + lowerASCII(s[1:])
		}),
		bytesTest("isalpha", "ASCII letters", isAlpha), bytesTest("isdigit", "ASCII digits", isDecimal),
		bytesTest("isalnum", "ASCII letters and digits", isAlnum),
		bytesTest("isspace", "ASCII whitespace", func(r rune) bool { return isByteSpace(byte(r)) }),
		bytesPredicate("isascii", isASCIIText),
		bytesPredicate("islower", func(s string) bool { return lowerASCII(s) == s && upperASCII(s) != s }),
		bytesPredicate("isupper", func(s string) bool { return upperASCII(s) == s && lowerASCII(s) != s }),
		bytesPredicate("istitle", func(s string) bool { return titleASCII(s) == s && lowerASCII(s) != s }),
		bytesPadder(c, "center", func(pad, width int) int { return pad/2 + pad&width&1 }),
		bytesPadder(c, "ljust", func(int, int) int { return 0 }),
		bytesPadder(c, "rjust", func(pad, _ int) int { return pad }),
		Func("zfill", "(self, width, /)", "Fills the field with zeros, behind a sign.", func(t *Thread, a []Object) (Object, error) {
			x := a[0].(binaryText)
			width, err := Index(t, a[1])
			if err != nil {
				return nil, err
			}
			s, err := zeroFill(t, x.contents(), width-x.Len())
			return x.like(s), err
		}),
		Func("expandtabs", "(self, /, tabsize=8)", "Replaces tabs by spaces up to the next column.", func(t *Thread, a []Object) (Object, error) {
			x := a[0].(binaryText)
			size, err := Index(t, a[1])
			if err != nil {
				return nil, err
			}
			s, err := expandTabs(t, x.contents(), size, func(byte) bool { return true })
			return x.like(s), err
		}),
		bytesStripper("strip", true, true), bytesStripper("lstrip", true, false), bytesStripper("rstrip", false, true),
		Func("translate", "(self, table, /, delete=b'')", "Replaces each byte by what the table has at its place.", bytesTranslate).
			WithSignature(translateSignature),
	)
	c.Static(Func("maketrans", "(frm, to, /)", "Makes a table for translate.", bytesMakeTrans))
}

// translateSignature has the default that the text of a signature cannot say.
var translateSignature = NewSignature([]Param{
	{Name: Intern("self"), Kind: PositionalOnly}, {Name: Intern("table"), Kind: PositionalOnly},
	{Name: Intern("delete"), Kind: PositionalOrKeyword, Default: &Bytes{}},
})

func bytesDecode(t *Thread, a []Object) (Object, error) {
	encoding, errors, err := codecNames("decode", a[1], a[2])
	if err != nil {
		return nil, err
	}
	contents := a[0].(binaryText).contents()
	if contents == "" { // then nobody asks for the codec
		return NewStr(""), nil
	}
	s, err := DecodeText(t, contents, encoding, errors)
	return NewStr(s), err
}

func bytesToHex(t *Thread, a []Object) (Object, error) {
	if err := t.Scan(a[0].(binaryText).Len()); err != nil {
		return nil, err
	}
	sep := ""
	per, err := Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if a[1] != nil {
		n, err := Len(t, a[1])
		if err != nil {
			return nil, err
		}
		if n != 1 {
			return nil, ValueError("sep must be length 1.")
		}
		ok := false
		if sep, ok = AsString(a[1]); !ok {
			if sep, ok = bytesLike(a[1]); !ok {
				return nil, TypeError("sep must be str or bytes.")
			}
		}
		if sep[0] >= 0x80 {
			return nil, ValueError("sep must be ASCII.")
		}
	}
	s := a[0].(binaryText).contents()
	if err := chargeText(t, len(s)*3); err != nil {
		return nil, err
	}
	return NewStr(bytesHex(s, sep, per)), nil
}

func mapBytes(s string, f func(c byte) byte) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = f(c)
	}
	return string(b)
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func upperByte(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func lowerASCII(s string) string { return mapBytes(s, lowerByte) }

func upperASCII(s string) string { return mapBytes(s, upperByte) }

func swapCaseASCII(s string) string {
	return mapBytes(s, func(c byte) byte {
		if l := lowerByte(c); l != c {
			return l
		}
		return upperByte(c)
	})
}

func titleASCII(s string) string {
	inWord := false
	return mapBytes(s, func(c byte) byte {
		l := lowerByte(c)
		letter := upperByte(l) != l
		if letter && !inWord {
			l = upperByte(l)
		}
		inWord = letter
		return l
	})
}

const byteSpaces = " \t\n\r\v\f"

func isByteSpace(c byte) bool { return c == ' ' || 9 <= c && c <= 13 }

func byteSpaceWidth(s string, at int) int {
	if isByteSpace(s[at]) {
		return 1
	}
	return 0
}

func bytesMapper(name, doc string, f func(string) string) *Builtin {
	return Func(name, "(self, /)", doc, func(t *Thread, a []Object) (Object, error) {
		x := a[0].(binaryText)
		if err := chargeText(t, x.Len()); err != nil {
			return nil, err
		}
		return x.like(f(x.contents())), nil
	})
}

func bytesPredicate(name string, f func(string) bool) *Builtin {
	return Func(name, "(self, /)", "Tells of the bytes what the method of str tells of text, for ASCII alone.",
		func(t *Thread, a []Object) (Object, error) {
			x := a[0].(binaryText)
			if err := t.Spend(int64(x.Len()) / 256); err != nil {
				return nil, err
			}
			return Bool(f(x.contents())), nil
		})
}

func bytesTest(name, what string, test func(rune) bool) *Builtin {
	b := bytesPredicate(name, func(s string) bool {
		for i := 0; i < len(s); i++ {
			if s[i] >= 0x80 || !test(rune(s[i])) {
				return false
			}
		}
		return s != ""
	})
	b.Doc = "Tells whether all bytes are " + what + ", and there is one."
	return b
}

func bytesPadder(c *Class, name string, left func(pad, width int) int) *Builtin {
	signature := NewSignature([]Param{{Name: Intern("self"), Kind: PositionalOnly}, {Name: Intern("width"), Kind: PositionalOnly},
		{Name: Intern("fillchar"), Kind: PositionalOnly, Default: NewBytes(" ")}})
	return Func(name, "(self, width, fillchar=b' ', /)", "Puts the bytes in a field.", func(t *Thread, a []Object) (Object, error) {
		x := a[0].(binaryText)
		width, err := Index(t, a[1])
		if err != nil {
			return nil, err
		}
		fill, ok := bytesLike(a[2])
		if !ok || len(fill) != 1 {
			return nil, TypeError("%s() argument 2 must be a byte string of length 1, not %s", name, ArgumentTypeName(a[2]))
		}
		pad := max(width-x.Len(), 0)
		n := 0
		if pad > 0 {
			n = left(pad, width)
		}
		s, err := padText(t, x.contents(), fill, n, pad-n)
		return x.like(s), err
	}).WithSignature(signature)
}

func bytesStripper(name string, left, right bool) *Builtin {
	return Func(name, "(self, bytes=None, /)", "Returns the bytes without whitespace, or the given bytes, at its ends.",
		func(t *Thread, a []Object) (Object, error) {
			x := a[0].(binaryText)
			chars := byteSpaces
			if a[1] != None {
				var err error
				if chars, err = needBytes(a[1]); err != nil {
					return nil, err
				}
			}
			s := x.contents()
			if err := t.Scan(len(s) / 4); err != nil {
				return nil, err
			}
			start, end := 0, len(s)
			for left && start < end && strings.IndexByte(chars, s[start]) >= 0 {
				start++
			}
			for right && start < end && strings.IndexByte(chars, s[end-1]) >= 0 {
				end--
			}
			return x.like(s[start:end]), nil
		})
}

func bytesTranslate(t *Thread, a []Object) (Object, error) {
	x := a[0].(binaryText)
	if err := t.Scan(x.Len() / 4); err != nil {
		return nil, err
	}
	table := ""
	if a[1] != None {
		var err error
		if table, err = needBytes(a[1]); err != nil {
			return nil, err
		}
		if len(table) != 256 {
			return nil, ValueError("translation table must be 256 characters long")
		}
	}
	drop, err := needBytes(a[2])
	if err != nil {
		return nil, err
	}
	s := x.contents()
	if err := chargeText(t, len(s)); err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(drop, s[i]) >= 0 {
			continue
		}
		c := s[i]
		if table != "" {
			c = table[c]
		}
		out = append(out, c)
	}
	return x.like(string(out)), nil
}

func bytesMakeTrans(_ *Thread, a []Object) (Object, error) {
	from, err := needBytes(a[0])
	if err != nil {
		return nil, err
	}
	to, err := needBytes(a[1])
	if err != nil {
		return nil, err
	}
	if len(from) != len(to) {
		return nil, ValueError("maketrans arguments must have same length")
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i := 0; i < len(from); i++ {
		table[from[i]] = to[i]
	}
	return NewBytes(string(table)), nil
}
