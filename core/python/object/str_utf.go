package object

// utf8Lead says what may follow a lead byte of UTF-8.
func utf8Lead(c byte) (width int, low, high byte) {
	switch {
	case c < 0x80:
		return 1, 0, 0
	case c < 0xC2:
		return 0, 0, 0
	case c < 0xE0:
		return 2, 0x80, 0xBF
	case c == 0xE0:
		return 3, 0xA0, 0xBF
	case c == 0xED: // what would follow here are surrogates
		return 3, 0x80, 0x9F
	case c < 0xF0:
		return 3, 0x80, 0xBF
	case c == 0xF0:
		return 4, 0x90, 0xBF
	case c < 0xF4:
		return 4, 0x80, 0xBF
	case c == 0xF4:
		return 4, 0x80, 0x8F
	}
	return 0, 0, 0
}

func nextUTF8(data string, at int) (r rune, width int, reason string) {
	width, low, high := utf8Lead(data[at])
	switch width {
	case 0:
		return 0, 1, "invalid start byte"
	case 1:
		return rune(data[at]), 1, ""
	}
	for i := 1; i < width; i++ {
		if at+i == len(data) {
			return 0, i, "unexpected end of data"
		}
		if c := data[at+i]; c < low || c > high {
			return 0, i, "invalid continuation byte"
		}
		low, high = 0x80, 0xBF
	}
	r, _ = runeAt(data, at)
	return r, width, ""
}

func nextASCII(data string, at int) (r rune, width int, reason string) {
	if data[at] >= 0x80 {
		return 0, 1, "ordinal not in range(128)"
	}
	return rune(data[at]), 1, ""
}

func nextLatin1(data string, at int) (r rune, width int, reason string) { return rune(data[at]), 1, "" }

// unit reads a number of n bytes.
func unit(data string, at, n int, bigEndian bool) rune {
	var v uint32
	for i := range n {
		shift := 8 * i
		if bigEndian {
			shift = 8 * (n - 1 - i)
		}
		v |= uint32(data[at+i]) << shift
	}
	return rune(v)
}

func putUnit(b []byte, r rune, n int, bigEndian bool) []byte {
	for i := range n {
		shift := 8 * i
		if bigEndian {
			shift = 8 * (n - 1 - i)
		}
		b = append(b, byte(r>>shift))
	}
	return b
}

func utf16Codec(name, mark string, bigEndian bool) *codec {
	return &codec{name: name, mark: mark, reason: surrogatesNotAllowed, can: notSurrogate,
		put: func(b []byte, r rune) []byte {
			if r < 0x10000 {
				return putUnit(b, r, 2, bigEndian)
			}
			r -= 0x10000
			return putUnit(putUnit(b, 0xD800+r>>10, 2, bigEndian), 0xDC00+r&0x3FF, 2, bigEndian)
		},
		next: func(data string, at int) (rune, int, string) {
			if at+2 > len(data) {
				return 0, 1, "truncated data"
			}
			r := unit(data, at, 2, bigEndian)
			switch {
			case !isSurrogate(r):
				return r, 2, ""
			case r >= 0xDC00:
				return 0, 2, "illegal encoding"
			case at+4 > len(data):
				return 0, len(data) - at, "unexpected end of data"
			}
			low := unit(data, at+2, 2, bigEndian)
			if low < 0xDC00 || low > 0xDFFF {
				return 0, 2, "illegal UTF-16 surrogate"
			}
			return (r-0xD800)<<10 + low - 0xDC00 + 0x10000, 4, ""
		}}
}

func utf32Codec(name, mark string, bigEndian bool) *codec {
	return &codec{name: name, mark: mark, reason: surrogatesNotAllowed, can: notSurrogate,
		put: func(b []byte, r rune) []byte { return putUnit(b, r, 4, bigEndian) },
		next: func(data string, at int) (rune, int, string) {
			if at+4 > len(data) {
				return 0, len(data) - at, "truncated data"
			}
			r := unit(data, at, 4, bigEndian)
			switch {
			case uint32(r) > 0x10FFFF:
				return 0, 4, "code point not in range(0x110000)"
			case isSurrogate(r):
				return 0, 4, "code point in surrogate code point range(0xd800, 0xe000)"
			}
			return r, 4, ""
		}}
}
