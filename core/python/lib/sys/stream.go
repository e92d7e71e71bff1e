package sys

import "layerglass/core/python/object"

// stream is sys.stdin, sys.stdout or sys.stderr.
type stream struct {
	name   string
	number int
}

var streamClass = object.NewType("TextIOWrapper", "_io", nil).Dotted()

// Class returns the type _io.TextIOWrapper.
func (*stream) Class() *object.Class { return streamClass }

// Repr shows the stream's name.
func (s *stream) Repr(*object.Thread) (string, error) {
	mode := "w"
	if s.number == 0 {
		mode = "r"
	}
	return "<_io.TextIOWrapper name='<" + s.name + ">' mode='" + mode + "' encoding='utf-8'>", nil
}

// WriteText writes without a look-up of the method, for print.
func (s *stream) WriteText(t *object.Thread, text string) error {
	switch s.number {
	case 1:
		return t.Stdout.WriteString(text)
	case 2:
		return t.Stderr.WriteString(text)
	}
	return object.NewError(object.OSErrorClass, "not writable")
}

func (s *stream) read() error {
	if s.number != 0 {
		return object.NewError(object.OSErrorClass, "not readable")
	}
	return nil
}

// reading makes a method that finds no input.
func reading(name, sig, doc string, empty func() object.Object) *object.Builtin {
	return object.Func(name, sig, doc, func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return empty(), a[0].(*stream).read()
	})
}

func init() {
	streamClass.Protocols(&stream{})
	streamClass.Methods(
		object.Func("write", "(self, text, /)", "Writes text and returns its length.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, ok := object.Of(a[1]).(*object.Str)
			if !ok {
				return nil, object.TypeError("write() argument must be str, not %s", object.ArgumentTypeName(a[1]))
			}
			return object.Int(s.RuneCount()), a[0].(*stream).WriteText(t, s.String())
		}),
		object.Func("writelines", "(self, lines, /)", "Writes several texts.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, object.Iterate(t, a[1], func(v object.Object) (bool, error) {
				s, ok := object.AsString(v)
				if !ok {
					return false, object.TypeError("write() argument must be str, not %s", object.ArgumentTypeName(v))
				}
				return true, a[0].(*stream).WriteText(t, s)
			})
		}),
		object.Func("flush", "(self, /)", "Does nothing: output is never held back.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
		object.Func("close", "(self, /)", "Does nothing: the output stays open.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
		object.Func("isatty", "(self, /)", "Returns False.", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
		object.Func("readable", "(self, /)", "Whether it is sys.stdin.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.Bool(a[0].(*stream).number == 0), nil
		}),
		object.Func("writable", "(self, /)", "Whether it takes output.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.Bool(a[0].(*stream).number != 0), nil
		}),
		object.Func("seekable", "(self, /)", "Returns False.", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
		object.Func("reconfigure", "(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
			"Does nothing: output is text.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
		object.Func("fileno", "(self, /)", "Returns 0, 1 or 2.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.Int(a[0].(*stream).number), nil
		}),
		reading("read", "(self, size=-1, /)", "Returns the empty text: there is no input.", func() object.Object { return object.NewStr("") }),
		reading("readline", "(self, size=-1, /)", "Returns the empty text: there is no input.", func() object.Object { return object.NewStr("") }),
		reading("readlines", "(self, hint=-1, /)", "Returns no lines: there is no input.", func() object.Object { return object.NewList() }),
		object.Func("__iter__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if err := a[0].(*stream).read(); err != nil {
				return nil, err
			}
			return object.Iter(t, object.NewList())
		}),
	)
	attribute := func(name string, get func(s *stream) object.Object) {
		streamClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) { return get(o.(*stream)), nil })
	}
	attribute("encoding", func(*stream) object.Object { return object.NewStr("utf-8") })
	attribute("errors", func(s *stream) object.Object {
		if s.number == 2 {
			return object.NewStr("backslashreplace")
		}
		return object.NewStr("strict")
	})
	attribute("name", func(s *stream) object.Object { return object.NewStr("<" + s.name + ">") })
	attribute("closed", func(*stream) object.Object { return object.False })
	attribute("line_buffering", func(*stream) object.Object { return object.True })
	attribute("newlines", func(*stream) object.Object { return object.None })
}

// File returns the session's sys.stdout or sys.stderr, which a program may have replaced; nil when it is None.
func File(t *object.Thread, name string) (object.Object, error) {
	m, err := t.Import(t, "sys")
	if err != nil {
		return nil, err
	}
	f, err := object.LookupAttr(t, m, object.Intern(name))
	if f == nil || f == object.None {
		return nil, err
	}
	return f, err
}

// Write writes text to a file object.
func Write(t *object.Thread, file object.Object, text string) error {
	if w, ok := file.(interface {
		WriteText(t *object.Thread, text string) error
	}); ok {
		return w.WriteText(t, text)
	}
	_, err := object.CallMethod(t, file, "write", object.NewStr(text))
	return err
}

// Print writes text to sys.stdout.
func Print(t *object.Thread, text string) error { return writeTo(t, "stdout", text) }

// PrintError writes text to sys.stderr.
func PrintError(t *object.Thread, text string) error { return writeTo(t, "stderr", text) }

func writeTo(t *object.Thread, name, text string) error {
	f, err := File(t, name)
	if f == nil || err != nil {
		return err
	}
	return Write(t, f, text)
}
