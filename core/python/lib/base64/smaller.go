package base64

import (
	"encoding/hex"
	"math/big"
	"strings"

	"layerglass/core/python/lib/binascii"
	"layerglass/core/python/object"
)

var smaller = []*object.Builtin{
	object.Func("b16encode", "(s)", "Returns bytes as hexadecimal digits.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		s, err := binascii.Bytes(a[0])
		return object.NewBytes(strings.ToUpper(hex.EncodeToString([]byte(s)))), err
	}),
	object.Func("b16decode", "(s, casefold=False)", "Returns the bytes that hexadecimal digits stand for.", decode16),
	object.Func("b32encode", "(s)", "Returns bytes as base32.", encode32(base32)),
	object.Func("b32decode", "(s, casefold=False, map01=None)", "Returns the bytes that base32 stands for.", decode32(base32)),
	object.Func("b32hexencode", "(s)", "Returns bytes as base32 with the extended hexadecimal alphabet.", encode32(base32hex)),
	object.Func("b32hexdecode", "(s, casefold=False)", "Returns the bytes that base32 stands for.", decode32(base32hex)),
	object.Func("b85encode", "(b, pad=False)", "Returns bytes as base85.", encode85),
	object.Func("b85decode", "(b)", "Returns the bytes that base85 stands for.", decode85),
	object.Func("a85encode", "(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False)", "Returns bytes as Ascii85.", encodeASCII85),
	object.Func("a85decode", "(b, *, foldspaces=False, adobe=False, ignorechars=?)", "Returns the bytes that Ascii85 stands for.", decodeASCII85),
}

func upper(t *object.Thread, s string, fold object.Object) (string, error) {
	yes, err := object.Truth(t, fold)
	if yes {
		s = strings.ToUpper(s)
	}
	return s, err
}

func decode16(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := binascii.Text(a[0])
	if err != nil {
		return nil, err
	}
	if s, err = upper(t, s, a[1]); err != nil {
		return nil, err
	}
	if strings.Trim(s, "0123456789ABCDEF") != "" {
		return nil, object.NewError(binascii.Error, "Non-base16 digit found")
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		return nil, object.NewError(binascii.Error, "Odd-length string")
	}
	return object.NewBytes(string(b)), nil
}

const (
	base32    = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	base32hex = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
	base85    = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
)

func encode32(alphabet string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := binascii.Bytes(a[0])
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		for i := 0; i < len(s); i += 5 {
			n := min(5, len(s)-i)
			var group uint64
			for j := 0; j < 5; j++ {
				group <<= 8
				if j < n {
					group |= uint64(s[i+j])
				}
			}
			used := (n*8 + 4) / 5
			for j := 0; j < 8; j++ {
				if j < used {
					b.WriteByte(alphabet[group>>(35-5*j)&31])
				} else {
					b.WriteByte('=')
				}
			}
		}
		return object.NewBytes(b.String()), t.Spend(int64(len(s) / 8))
	}
}

func decode32(alphabet string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := binascii.Text(a[0])
		if err != nil {
			return nil, err
		}
		if len(a) > 2 && a[2] != object.None {
			one, err := binascii.Text(a[2])
			if err != nil {
				return nil, err
			}
			s = strings.NewReplacer("0", "O", "1", one).Replace(s)
		}
		if s, err = upper(t, s, a[1]); err != nil {
			return nil, err
		}
		body := strings.TrimRight(s, "=")
		pads := len(s) - len(body)
		if len(s)%8 != 0 || pads != 0 && pads != 1 && pads != 3 && pads != 4 && pads != 6 {
			return nil, object.NewError(binascii.Error, "Incorrect padding")
		}
		var out []byte
		var group uint64
		bits := 0
		for i := 0; i < len(body); i++ {
			v := strings.IndexByte(alphabet, body[i])
			if v < 0 {
				return nil, object.NewError(binascii.Error, "Non-base32 digit found")
			}
			group = group<<5 | uint64(v)
			if bits += 5; bits >= 8 {
				bits -= 8
				out = append(out, byte(group>>bits))
			}
		}
		return object.NewBytes(string(out)), t.Spend(int64(len(s) / 8))
	}
}

// words85 turns groups of four bytes into five characters.
func words85(s string, digit func(v uint32) byte, short func(group uint32) string, pad bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i += 4 {
		n := min(4, len(s)-i)
		var group uint32
		for j := 0; j < 4; j++ {
			group <<= 8
			if j < n {
				group |= uint32(s[i+j])
			}
		}
		if text := short(group); text != "" && (n == 4 || pad) {
			b.WriteString(text)
			continue
		}
		var five [5]byte
		for j := 4; j >= 0; j-- {
			five[j] = digit(group % 85)
			group /= 85
		}
		if pad {
			n = 4
		}
		b.Write(five[:n+1])
	}
	return b.String()
}

func encode85(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := binascii.Bytes(a[0])
	if err != nil {
		return nil, err
	}
	pad, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	out := words85(s, func(v uint32) byte { return base85[v] }, func(uint32) string { return "" }, pad)
	return object.NewBytes(out), t.Spend(int64(len(s) / 8))
}

// bytes85 turns digits below 85 back into bytes.
func bytes85(digits []byte) (string, bool) {
	var out []byte
	for i := 0; i < len(digits); i += 5 {
		n := min(5, len(digits)-i)
		group := uint64(0)
		for j := 0; j < 5; j++ {
			v := uint64(84)
			if j < n {
				v = uint64(digits[i+j])
			}
			group = group*85 + v
		}
		if group > 1<<32-1 {
			return "", false
		}
		four := [4]byte{byte(group >> 24), byte(group >> 16), byte(group >> 8), byte(group)}
		out = append(out, four[:n-1]...)
	}
	return string(out), true
}

func decode85(_ *object.Thread, a []object.Object) (object.Object, error) {
	s, err := binascii.Text(a[0])
	if err != nil {
		return nil, err
	}
	digits := make([]byte, len(s))
	for i := range digits {
		v := strings.IndexByte(base85, s[i])
		if v < 0 {
			return nil, object.ValueError("bad base85 character at position %d", i)
		}
		digits[i] = byte(v)
	}
	out, ok := bytes85(digits)
	if !ok {
		return nil, object.ValueError("base85 overflow: five characters stand for more than four bytes")
	}
	return object.NewBytes(out), nil
}

func flags(t *object.Thread, list ...object.Object) ([]bool, error) {
	out := make([]bool, len(list))
	for i, o := range list {
		var err error
		if out[i], err = object.Truth(t, o); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func encodeASCII85(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := binascii.Bytes(a[0])
	if err != nil {
		return nil, err
	}
	f, err := flags(t, a[1], a[3], a[4])
	if err != nil {
		return nil, err
	}
	width := object.AsBig(a[2])
	if width == nil {
		width = new(big.Int)
	}
	out := words85(s, func(v uint32) byte { return byte(v) + '!' }, func(group uint32) string {
		switch {
		case group == 0:
			return "z"
		case f[0] && group == 0x20202020:
			return "y"
		}
		return ""
	}, f[1])
	if f[2] {
		out = "<~" + out
	}
	if n := int(width.Int64()); n > 0 {
		if f[2] {
			n = max(n, 2)
		}
		out = lines(out, max(n, 1), f[2])
	}
	if f[2] {
		out += "~>"
	}
	return object.NewBytes(out), t.Spend(int64(len(s) / 8))
}

func lines(s string, width int, adobe bool) string {
	var parts []string
	for len(s) > width {
		parts = append(parts, s[:width])
		s = s[width:]
	}
	parts = append(parts, s)
	if adobe && len(s)+2 > width {
		parts = append(parts, "")
	}
	return strings.Join(parts, "\n")
}

func decodeASCII85(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := binascii.Text(a[0])
	if err != nil {
		return nil, err
	}
	f, err := flags(t, a[1], a[2])
	if err != nil {
		return nil, err
	}
	ignored := " \t\n\r\v"
	if a[3] != nil {
		if ignored, err = binascii.Bytes(a[3]); err != nil {
			return nil, err
		}
	}
	if f[1] {
		if !strings.HasSuffix(s, "~>") {
			return nil, object.ValueError("Ascii85 encoded byte sequences must end with b'~>'")
		}
		s = strings.TrimPrefix(strings.TrimSuffix(s, "~>"), "<~")
	}
	var digits []byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '!' <= c && c <= 'u':
			digits = append(digits, c-'!')
		case (c == 'z' || c == 'y' && f[0]) && len(digits)%5 == 0:
			group := uint32(0)
			if c == 'y' {
				group = 0x20202020
			}
			var five [5]byte
			for j := 4; j >= 0; j-- {
				five[j] = byte(group % 85)
				group /= 85
			}
			digits = append(digits, five[:]...)
		case c == 'z' || c == 'y' && f[0]:
			return nil, object.ValueError("%c inside Ascii85 5-tuple", c)
		case strings.IndexByte(ignored, c) >= 0:
		default:
			return nil, object.ValueError("Non-Ascii85 digit found: %c", c)
		}
	}
	out, ok := bytes85(digits)
	if !ok {
		return nil, object.ValueError("Ascii85 overflow")
	}
	return object.NewBytes(out), nil
}
