package main

import (
	"encoding/binary"
	"errors"
)

// module is a WebAssembly binary with its data section laid out as the memory that it makes.
type module struct {
	before, after []byte // the sections around the data section
	memory        []byte
}

var errFormat = errors.New("not a WebAssembly binary as Go's linker writes it")

const dataSection = 11

func parse(b []byte) (*module, error) {
	if len(b) < 8 || string(b[:4]) != "\x00asm" {
		return nil, errFormat
	}
	for at := 8; at < len(b); {
		size, n := binary.Uvarint(b[at+1:])
		body := at + 1 + n
		if n <= 0 || uint64(body)+size > uint64(len(b)) {
			return nil, errFormat
		}
		end := body + int(size)
		if b[at] == dataSection {
			m := &module{before: b[:at], after: b[end:]}
			return m, m.load(b[body:end])
		}
		at = end
	}
	return nil, errFormat
}

// load copies the data segments to where they go in memory.
func (m *module) load(b []byte) error {
	count, n := binary.Uvarint(b)
	if n <= 0 {
		return errFormat
	}
	b = b[n:]
	for range count {
		if len(b) < 3 || b[0] != 0 || b[1] != 0x41 { // memory 0, i32.const
			return errFormat
		}
		offset, n := signed(b[2:])
		b = b[2+n:]
		if n == 0 || offset < 0 || offset > 1<<30 || len(b) == 0 || b[0] != 0x0b {
			return errFormat
		}
		size, n := binary.Uvarint(b[1:])
		if n <= 0 || uint64(len(b)-1-n) < size {
			return errFormat
		}
		end := int(offset) + int(size)
		if end > len(m.memory) {
			m.memory = append(m.memory, make([]byte, end-len(m.memory))...)
		}
		copy(m.memory[offset:], b[1+n:1+n+int(size)])
		b = b[1+n+int(size):]
	}
	return nil
}

// bytes writes the module again. Long runs of zeros are left out, as the linker does: fresh memory is zero. Short ones cost
// less than a segment of their own, and engines take 100,000 segments at most.
func (m *module) bytes() []byte {
	const worth = 1024
	var body []byte
	count := 0
	for at := 0; at < len(m.memory); {
		if m.memory[at] == 0 {
			at++
			continue
		}
		end := m.run(at, worth)
		body = append(body, 0, 0x41)
		body = appendSigned(body, int64(at))
		body = append(body, 0x0b)
		body = binary.AppendUvarint(body, uint64(end-at))
		body = append(body, m.memory[at:end]...)
		count++
		at = end
	}
	head := binary.AppendUvarint(nil, uint64(count))
	out := append([]byte(nil), m.before...)
	out = append(out, dataSection)
	out = binary.AppendUvarint(out, uint64(len(head)+len(body)))
	out = append(out, head...)
	out = append(out, body...)
	return append(out, m.after...)
}

// run returns where the data that begins at an address ends: before so many zeros, or with the memory.
func (m *module) run(at, zeros int) int {
	end := at
	for i := at; i < len(m.memory) && i-end < zeros; i++ {
		if m.memory[i] != 0 {
			end = i + 1
		}
	}
	return end
}

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
