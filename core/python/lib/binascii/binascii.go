// Package binascii is Python's module binascii: bytes as hexadecimal digits and base64, and checksums.
package binascii

import (
	"encoding/hex"
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("binascii", load) }

// Error is binascii.Error.
var Error = object.NewType("Error", "binascii", object.ValueErrorClass)

var incompleteClass = object.NewType("Incomplete", "binascii", object.ExceptionClass)

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("binascii")
	m.Dict.SetName("Error", Error)
	m.Dict.SetName("Incomplete", incompleteClass)
	for _, f := range functions {
		f.Module = "binascii"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

// Bytes returns the bytes of a bytes-like object.
func Bytes(o object.Object) (string, error) {
	switch x := object.Of(o).(type) {
	case *object.Bytes:
		return x.String(), nil
	case *object.ByteArray:
		return string(x.Bytes()), nil
	}
	return "", object.TypeError("a bytes-like object is required, not '%s'", o.Class().Name)
}

// Text returns the bytes of a bytes-like object or of a str that is ASCII.
func Text(o object.Object) (string, error) {
	if s, ok := object.Of(o).(*object.Str); ok {
		if !s.ASCII() {
			return "", object.ValueError("string argument should contain only ASCII characters")
		}
		return s.String(), nil
	}
	s, err := Bytes(o)
	if err != nil {
		err = object.TypeError("argument should be bytes, buffer or ASCII string, not '%s'", o.Class().Name)
	}
	return s, err
}

var functions = []*object.Builtin{
	object.Func("hexlify", "(data, sep=?, bytes_per_sep=1)", "Returns hexadecimal digits.", hexlify),
	object.Func("b2a_hex", "(data, sep=?, bytes_per_sep=1)", "Returns hexadecimal digits.", hexlify),
	object.Func("unhexlify", "(hexstr, /)", "Returns the bytes that hexadecimal digits stand for.", unhexlify),
	object.Func("a2b_hex", "(hexstr, /)", "Returns the bytes that hexadecimal digits stand for.", unhexlify),
	object.Func("b2a_base64", "(data, /, *, newline=True)", "Returns a line of base64.", toBase64),
	object.Func("a2b_base64", "(data, /, *, strict_mode=False)", "Returns the bytes that a line of base64 stands for.", fromBase64),
	object.Func("crc32", "(data, crc=0, /)", "Returns the CRC-32 checksum.", checksum),
	object.Func("crc_hqx", "(data, crc, /)", "Returns the CRC-CCITT checksum.", checksum16),
}

func hexlify(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := Bytes(a[0])
	if err != nil {
		return nil, err
	}
	args := []object.Object{}
	if a[1] != nil {
		args = append(args, a[1], a[2])
	}
	v, err := object.CallMethod(t, object.NewBytes(s), "hex", args...)
	if err != nil {
		return nil, err
	}
	text, _ := object.AsString(v)
	return object.NewBytes(text), nil
}

func unhexlify(_ *object.Thread, a []object.Object) (object.Object, error) {
	s, err := Text(a[0])
	if err != nil {
		return nil, err
	}
	if len(s)%2 != 0 {
		return nil, object.NewError(Error, "Odd-length string")
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		return nil, object.NewError(Error, "Non-hexadecimal digit found")
	}
	return object.NewBytes(string(b)), nil
}

// Alphabet is that of base64.
const Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// Encode returns base64 with padding.
func Encode(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i += 3 {
		var group uint32
		n := min(3, len(s)-i)
		for j := 0; j < 3; j++ {
			group <<= 8
			if j < n {
				group |= uint32(s[i+j])
			}
		}
		for j := 0; j < 4; j++ {
			if j > n {
				b.WriteByte('=')
			} else {
				b.WriteByte(Alphabet[group>>(18-6*j)&63])
			}
		}
	}
	return b.String()
}

// Decode reads base64. Other characters are skipped; strict refuses them.
func Decode(s string, strict bool) (string, error) {
	var out []byte
	var group uint32
	digits, pads := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '=' {
			pads++
			if strict && digits == 0 {
				return "", object.NewError(Error, "Leading padding not allowed")
			}
			if digits >= 2 && digits+pads >= 4 {
				if strict && i+1 < len(s) {
					return "", object.NewError(Error, "Excess data after padding")
				}
				return string(out), nil
			}
			continue
		}
		v := strings.IndexByte(Alphabet, c)
		if v < 0 {
			if strict {
				return "", object.NewError(Error, "Only base64 data is allowed")
			}
			continue
		}
		if strict && pads > 0 {
			return "", object.NewError(Error, "Discontinuous padding not allowed")
		}
		pads = 0
		group = group<<6 | uint32(v)
		if digits++; digits > 1 {
			out = append(out, byte(group>>(8-2*digits)))
		}
		if digits == 4 {
			digits, group = 0, 0
		}
	}
	switch digits {
	case 0:
		return string(out), nil
	case 1:
		return "", object.NewError(Error, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return "", object.NewError(Error, "Incorrect padding")
}

func toBase64(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := Bytes(a[0])
	if err != nil {
		return nil, err
	}
	newline, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	out := Encode(s)
	if newline {
		out += "\n"
	}
	return object.NewBytes(out), t.Spend(int64(len(s) / 8))
}

func fromBase64(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := Text(a[0])
	if err != nil {
		return nil, err
	}
	strict, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	out, err := Decode(s, strict)
	if err != nil {
		return nil, err
	}
	return object.NewBytes(out), t.Spend(int64(len(s) / 8))
}

func start(o object.Object) (uint32, error) {
	n := object.AsBig(o)
	if n == nil {
		return 0, object.TypeError("'%s' object cannot be interpreted as an integer", o.Class().Name)
	}
	return uint32(n.Uint64()), nil
}

func checksum(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := Bytes(a[0])
	if err != nil {
		return nil, err
	}
	crc, err := start(a[1])
	if err != nil {
		return nil, err
	}
	crc = ^crc
	for i := 0; i < len(s); i++ {
		crc ^= uint32(s[i])
		for range 8 {
			crc = crc>>1 ^ -(crc&1)&0xEDB88320
		}
	}
	return object.Int(^crc), t.Spend(int64(len(s) / 2))
}

func checksum16(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := Bytes(a[0])
	if err != nil {
		return nil, err
	}
	crc, err := start(a[1])
	if err != nil {
		return nil, err
	}
	crc &= 0xFFFF
	for i := 0; i < len(s); i++ {
		crc ^= uint32(s[i]) << 8
		for range 8 {
			crc = (crc<<1 ^ -(crc>>15&1)&0x1021) & 0xFFFF
		}
	}
	return object.Int(crc), t.Spend(int64(len(s) / 2))
}
