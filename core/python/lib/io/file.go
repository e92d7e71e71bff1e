package io

import (
	"strings"

	"layerglass/core/python/builtins"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

// A file of the run is open as a text or as bytes in memory, which stand in the store as well when they are changed.

type textFile struct {
	stringIO
	file
}

type bytesFile struct {
	bytesIO
	file
}

// file is what an open file knows beyond its contents.
type file struct {
	kept       *files.File
	name, mode string
}

var (
	textFileClass  = object.NewType("TextIOWrapper", "_io", stringClass).WithPayload().Dotted()
	readerClass    = object.NewType("BufferedReader", "_io", bytesClass).WithPayload().Dotted()
	writerClass    = object.NewType("BufferedWriter", "_io", bytesClass).WithPayload().Dotted()
	fileAttributes = []string{"name", "mode"}
)

// Class returns the type of text files.
func (*textFile) Class() *object.Class { return textFileClass }

// Class returns the type of binary files: what they are open for decides.
func (f *bytesFile) Class() *object.Class {
	if f.writes() {
		return writerClass
	}
	return readerClass
}

func (f *file) writes() bool { return strings.ContainsAny(f.mode, "wax+") }

// opened is an open file of either kind.
type opened interface {
	holder
	about() *file
}

func (f *file) about() *file { return f }

func init() {
	builtins.OpenFile = openFile
	for _, c := range []*object.Class{textFileClass, readerClass, writerClass} {
		c.Methods(
			object.Func("close", "(self, /)", "Closes the file.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
				b := a[0].(opened).buf()
				b.closed, b.at = true, 0
				return object.None, nil
			}),
			define("write", "(self, s, /)", "Writes into the file.", func(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error) {
				f := h.(opened).about()
				if !f.writes() {
					return nil, unsupported(t, "not writable")
				}
				text, n, err := h.encode(t, a[0])
				if err == nil {
					err = b.put(t, text)
				}
				f.kept.Data = b.data
				return object.Int(n), err
			}),
			define("read", "(self, size=-1, /)", "Reads that much, or all.", func(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error) {
				if f := h.(opened).about(); !strings.ContainsAny(f.mode, "r+") {
					return nil, unsupported(t, "not readable")
				}
				n, err := size(t, a[0])
				if err != nil {
					return nil, err
				}
				return b.object(b.take(n)), nil
			}),
			define("truncate", "(self, pos=None, /)", "Cuts off what is behind pos.", func(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error) {
				v, err := truncate(t, h, b, a)
				h.(opened).about().kept.Data = b.data
				return v, err
			}),
			answer("flush", object.None),
		)
		for _, name := range fileAttributes {
			c.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
				f := object.Of(o).(opened).about()
				if name == "mode" {
					return object.NewStr(f.mode), nil
				}
				return object.NewStr(f.name), nil
			})
		}
	}
	textFileClass.Getter("encoding", "", func(*object.Thread, object.Object) (object.Object, error) { return object.NewStr("UTF-8"), nil })
}

// WriteText writes for print.
func (f *textFile) WriteText(t *object.Thread, text string) error {
	err := f.stringIO.WriteText(t, text)
	f.kept.Data = f.b.data
	return err
}

func openFile(t *object.Thread, name, mode string, newlines bool) (object.Object, error) {
	store := files.Of(t)
	plain := strings.Map(func(r rune) rune {
		if r == 'b' || r == 't' || r == '+' || r == 'U' {
			return -1
		}
		return r
	}, mode)
	if len(plain) != 1 || !strings.Contains("rwax", plain) {
		return nil, object.ValueError("invalid mode: %s", object.QuoteStr(mode))
	}
	f := store.Get(name)
	switch {
	case store.IsDir(name):
		return nil, object.OSError(21, "Is a directory", name)
	case plain == "r" && f == nil:
		return nil, object.OSError(2, "No such file or directory", name)
	case plain == "x" && f != nil:
		return nil, object.OSError(17, "File exists", name)
	case f != nil && f.Kept != nil && plain != "w":
		return nil, object.OSError(5, "Input/output error (the playground keeps this file as an object, not as bytes; load it with Keras)", name)
	case plain == "w" || f == nil:
		f = &files.File{}
		if !store.Put(name, f) {
			return nil, object.OSError(2, "No such file or directory", name)
		}
	}
	about := file{kept: f, name: name, mode: mode}
	b := buffer{data: append([]byte(nil), f.Data...)}
	if plain == "a" {
		b.at = len(b.data)
	}
	if strings.Contains(mode, "b") {
		b.unit = bytesUnit{}
		return &bytesFile{bytesIO{b: b}, about}, nil
	}
	b.unit = textUnit{}
	if newlines && plain == "r" {
		all := stringIO{newline: "*"}
		b.data = []byte(all.translate(string(b.data)))
	}
	return &textFile{stringIO{b: b, newline: "\n"}, about}, nil
}
