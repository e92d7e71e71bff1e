// Package io is Python's module io, as far as it needs no files: texts and bytes in memory that behave like files.
package io

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("io", load) }

// The abstract classes of the module. Programs ask isinstance of them; there is nothing to make of them here.
var (
	baseClass     = object.NewType("IOBase", "io", nil)
	rawClass      = object.NewType("RawIOBase", "io", baseClass)
	bufferedClass = object.NewType("BufferedIOBase", "io", baseClass)
	textClass     = object.NewType("TextIOBase", "io", baseClass)
)

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("io")
	lib.AddClasses(m, baseClass, rawClass, bufferedClass, textClass, stringClass, bytesClass)
	unsupported, err := object.NewClass(t, "UnsupportedOperation", "io", []*object.Class{object.OSErrorClass, object.ValueErrorClass}, object.NewDict(), nil)
	if err != nil {
		return nil, err
	}
	lib.AddClasses(m, unsupported)
	m.Dict.SetName("BlockingIOError", object.BlockingIOErrorClass)
	for i, name := range []string{"SEEK_SET", "SEEK_CUR", "SEEK_END"} {
		m.Dict.SetName(name, object.Int(i))
	}
	m.Dict.SetName("DEFAULT_BUFFER_SIZE", object.Int(8192))
	m.Dict.SetName("open", t.Builtins.GetName("open"))
	if s, err := t.Import(t, "sys"); err == nil {
		if out, err := object.GetAttr(t, s, object.Intern("__stdout__")); err == nil {
			m.Dict.SetName("TextIOWrapper", out.Class())
		}
	}
	return m, nil
}

// unit is what a buffer is made of: how far the next character or byte reaches, and how a text of it looks to Python.
type unit interface {
	// advance returns the place n characters behind at, at most the end.
	advance(data []byte, at, n int) int
	// count returns the number of characters in data.
	count(data []byte) int
	object(data []byte) object.Object
}

// buffer is a text or bytes with a place in it.
type buffer struct {
	unit
	data   []byte
	at     int // in bytes; behind the end after a seek
	beyond int // characters that at lies behind the end
	closed bool
}

func (b *buffer) open() error {
	if b.closed {
		return object.ValueError("I/O operation on closed file" + b.dot())
	}
	return nil
}

// dot ends the message as CPython does: bytes and text differ.
func (b *buffer) dot() string {
	if _, ok := b.unit.(bytesUnit); ok {
		return "."
	}
	return ""
}

// put writes over what is there and adds the rest.
func (b *buffer) put(t *object.Thread, text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if err := t.Alloc(int64(len(text) + b.beyond)); err != nil {
		return err
	}
	for ; b.beyond > 0; b.beyond-- {
		b.data = append(b.data, 0)
		b.at = len(b.data)
	}
	if b.at == len(b.data) {
		b.data = append(b.data, text...)
		b.at = len(b.data)
		return nil
	}
	if err := t.Scan(len(b.data) - b.at); err != nil {
		return err
	}
	end := b.advance(b.data, b.at, b.count(text))
	rest := append([]byte(nil), b.data[end:]...)
	b.data = append(append(b.data[:b.at], text...), rest...)
	b.at += len(text)
	return nil
}

// take reads n characters, or all with n below 0.
func (b *buffer) take(n int) []byte {
	if b.beyond > 0 {
		return nil
	}
	end := len(b.data)
	if n >= 0 {
		end = b.advance(b.data, b.at, n)
	}
	part := b.data[b.at:end]
	b.at = end
	return part
}

// line reads up to and with the next newline, at most n characters when n is not below 0.
func (b *buffer) line(n int) []byte {
	if b.beyond > 0 {
		return nil
	}
	end := len(b.data)
	if n >= 0 {
		end = b.advance(b.data, b.at, n)
	}
	for i := b.at; i < end; i++ {
		if b.data[i] == '\n' {
			end = i + 1
			break
		}
	}
	part := b.data[b.at:end]
	b.at = end
	return part
}

func (b *buffer) tell() int { return b.count(b.data[:b.at]) + b.beyond }

// seek goes to the character numbered n.
func (b *buffer) seek(n int) {
	b.at = b.advance(b.data, 0, n)
	b.beyond = n - b.count(b.data[:b.at])
}

func (b *buffer) truncate(n int) {
	at := b.advance(b.data, 0, n)
	tell := b.tell()
	b.data = b.data[:at]
	b.seek(tell)
}
