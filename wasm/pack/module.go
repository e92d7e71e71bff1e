package main

import (
	"encoding/binary"
	"errors"
)

// errFormat is the error about a binary that is not as Go's linker writes it.
var errFormat = errors.New("not a WebAssembly binary as Go's linker writes it")

// The sections by their IDs.
const (
	customSection   = 0
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	tableSection    = 4
	memorySection   = 5
	globalSection   = 6
	exportSection   = 7
	startSection    = 8
	elementSection  = 9
	codeSection     = 10
	dataID          = 11
)

// section is one section without its ID and size.
type section struct {
	id   byte
	body []byte
}

// module is a binary: its sections in their order.
type module []section

var wasmMagic = []byte("\x00asm\x01\x00\x00\x00")

// parse reads a binary. The sections share its memory.
func parse(b []byte) (module, error) {
	if len(b) < 8 || string(b[:8]) != string(wasmMagic) {
		return nil, errFormat
	}
	var m module
	for at := 8; at < len(b); {
		size, n := binary.Uvarint(b[at+1:])
		body := at + 1 + n
		if n <= 0 || size > uint64(len(b)-body) {
			return nil, errFormat
		}
		at = body + int(size)
		m = append(m, section{b[body-1-n], b[body:at:at]})
	}
	return m, nil
}

// encode writes the binary.
func (m module) encode() []byte {
	out := append([]byte(nil), wasmMagic...)
	for _, s := range m {
		out = append(out, s.id)
		out = binary.AppendUvarint(out, uint64(len(s.body)))
		out = append(out, s.body...)
	}
	return out
}

// find returns the body of the section with an ID; nil when there is none. custom sections are found by named.
func (m module) find(id byte) []byte {
	for _, s := range m {
		if s.id == id {
			return s.body
		}
	}
	return nil
}

// named returns the contents of the custom section with a name.
func (m module) named(name string) []byte {
	for _, s := range m {
		if s.id != customSection {
			continue
		}
		r := reader{b: s.body}
		if string(r.bytes()) == name {
			return r.b
		}
	}
	return nil
}

// reader takes the values of a section one after the other. After something that is not there bad is set, and it gives zeros.
type reader struct {
	b   []byte
	bad bool
}

// byte takes a byte.
func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

// uint takes an unsigned number.
func (r *reader) uint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<32 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// int takes a signed number.
func (r *reader) int() int64 {
	v, n := signed(r.b)
	if n == 0 {
		r.bad = true
	}
	r.b = r.b[n:]
	return v
}

// take takes n bytes.
func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

// bytes takes a vector of bytes: a name or a function's body.
func (r *reader) bytes() []byte { return r.take(r.uint()) }

// signed reads a signed LEB128 number; n is 0 when there is none.
func signed(b []byte) (v int64, n int) {
	for shift := uint(0); n < len(b) && shift < 64; {
		c := b[n]
		n++
		v |= int64(c&0x7f) << shift
		shift += 7
		if c < 0x80 {
			if c&0x40 != 0 && shift < 64 {
				v |= -1 << shift
			}
			return v, n
		}
	}
	return 0, 0
}

// appendSigned writes a signed LEB128 number.
func appendSigned(b []byte, v int64) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// appendBytes writes a vector of bytes.
func appendBytes[T []byte | string](b []byte, v T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(v))), v...)
}

// appendUint writes an unsigned number.
func appendUint(b []byte, v int) []byte { return binary.AppendUvarint(b, uint64(v)) }
