package io

import "layerglass/core/python/object"

// holder is a Go value with a buffer: a StringIO or a BytesIO.
type holder interface {
	object.Object
	buf() *buffer
	// encode checks what is to be written and returns its bytes and the number of characters that write reports.
	encode(t *object.Thread, o object.Object) ([]byte, int, error)
}

type body = func(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error)

// define makes a method that needs an open buffer.
func define(name, sig, doc string, do body) *object.Builtin {
	return object.Func(name, sig, doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		h := a[0].(holder)
		if err := h.buf().open(); err != nil {
			return nil, err
		}
		return do(t, h, h.buf(), a[1:])
	})
}

// size reads an argument that is None or a number of characters.
func size(t *object.Thread, o object.Object) (int, error) {
	if o == object.None {
		return -1, nil
	}
	if _, ok := object.AsInt64(o); !ok {
		if i, err := object.Special(t, o, "__index__"); i == nil || err != nil {
			return 0, object.TypeError("argument should be integer or None, not '%s'", o.Class().MessageName())
		}
	}
	return object.Index(t, o)
}

func answer(name string, v object.Object) *object.Builtin {
	return define(name, "(self, /)", "", func(*object.Thread, holder, *buffer, []object.Object) (object.Object, error) { return v, nil })
}

func addMethods(c *object.Class) {
	c.Methods(
		define("read", "(self, size=-1, /)", "Reads that much from where the place is, or all.", func(t *object.Thread, _ holder, b *buffer, a []object.Object) (object.Object, error) {
			n, err := size(t, a[0])
			if err != nil {
				return nil, err
			}
			part := b.take(n)
			return b.object(part), t.Alloc(2 * int64(len(part)))
		}),
		define("readline", "(self, size=-1, /)", "Reads up to the end of the line.", func(t *object.Thread, _ holder, b *buffer, a []object.Object) (object.Object, error) {
			n, err := size(t, a[0])
			if err != nil {
				return nil, err
			}
			part := b.line(n)
			return b.object(part), t.Scan(len(part))
		}),
		define("readlines", "(self, hint=-1, /)", "Reads the lines that are left.", readLines),
		define("write", "(self, s, /)", "Writes over what is there, or behind it.", func(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error) {
			text, n, err := h.encode(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.Int(n), b.put(t, text)
		}),
		object.Func("writelines", "(self, lines, /)", "Writes several texts.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, object.Iterate(t, a[1], func(v object.Object) (bool, error) {
				_, err := object.CallMethod(t, a[0], "write", v)
				return true, err
			})
		}),
		define("getvalue", "(self, /)", "Returns all that was written.", func(t *object.Thread, _ holder, b *buffer, _ []object.Object) (object.Object, error) {
			return b.object(b.data), t.Alloc(int64(len(b.data)))
		}),
		define("tell", "(self, /)", "Returns the place.", func(t *object.Thread, _ holder, b *buffer, _ []object.Object) (object.Object, error) {
			return object.Int(b.tell()), t.Scan(b.at)
		}),
		define("seek", "(self, pos, whence=0, /)", "Sets the place.", seek),
		define("truncate", "(self, pos=None, /)", "Cuts off what is behind pos, or behind the place.", truncate),
		define("__next__", "(self, /)", "", func(_ *object.Thread, _ holder, b *buffer, _ []object.Object) (object.Object, error) {
			if line := b.line(-1); len(line) > 0 {
				return b.object(line), nil
			}
			return nil, object.NewException(object.StopIterationClass)
		}),
		answer("readable", object.True), answer("writable", object.True), answer("seekable", object.True), answer("isatty", object.False),
		answer("flush", object.None),
		object.Func("close", "(self, /)", "Drops the contents.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			b := a[0].(holder).buf()
			b.closed, b.data, b.at = true, nil, 0
			return object.None, nil
		}),
		object.Func("fileno", "(self, /)", "Refuses: there is no file.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
			return nil, unsupported(t, "fileno")
		}),
		object.Func("detach", "(self, /)", "Refuses: there is nothing below.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
			return nil, unsupported(t, "detach")
		}),
	)
	c.Getter("closed", "Whether it was closed.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.Bool(object.Of(o).(holder).buf().closed), nil
	})
}

func unsupported(t *object.Thread, what string) error {
	m, err := t.Import(t, "io")
	if err != nil {
		return err
	}
	c, err := object.GetAttr(t, m, object.Intern("UnsupportedOperation"))
	if err != nil {
		return err
	}
	v, err := object.Call(t, c, object.NewStr(what))
	if e := object.ToException(v); err == nil && e != nil {
		return e
	}
	return err
}

func readLines(t *object.Thread, _ holder, b *buffer, a []object.Object) (object.Object, error) {
	hint, err := size(t, a[0])
	if err != nil {
		return nil, err
	}
	list, total := object.NewList(), 0
	for {
		line := b.line(-1)
		if len(line) == 0 {
			return list, nil
		}
		if err := list.Append(t, b.object(line)); err != nil {
			return nil, err
		}
		total += b.count(line)
		if hint > 0 && total >= hint {
			return list, nil
		}
	}
}

func seek(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	if err := t.Scan(min(max(n, 0), len(b.data))); err != nil {
		return nil, err
	}
	whence, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	_, isText := h.(*stringIO)
	switch {
	case whence < 0 || whence > 2:
		if isText {
			return nil, object.ValueError("Invalid whence (%d, should be 0, 1 or 2)", whence)
		}
		return nil, object.ValueError("invalid whence (%d, should be 0, 1 or 2)", whence)
	case whence == 0 && n < 0:
		if isText {
			return nil, object.ValueError("Negative seek position %d", n)
		}
		return nil, object.ValueError("negative seek value %d", n)
	case whence != 0 && n != 0 && isText:
		return nil, object.NewError(object.OSErrorClass, "Can't do nonzero cur-relative seeks")
	case whence == 1:
		n += b.tell()
	case whence == 2:
		n += b.count(b.data)
	}
	if n > object.MaxObject {
		return nil, object.NewError(object.OverflowErrorClass, "new position too large")
	}
	b.seek(max(n, 0))
	return object.Int(b.tell()), nil
}

func truncate(t *object.Thread, h holder, b *buffer, a []object.Object) (object.Object, error) {
	n := b.tell()
	if a[0] != object.None {
		var err error
		if n, err = size(t, a[0]); err != nil {
			return nil, err
		}
		if n < 0 {
			if _, ok := h.(*stringIO); ok {
				return nil, object.ValueError("Negative size value %d", n)
			}
			return nil, object.ValueError("negative size value %d", n)
		}
	}
	b.truncate(n)
	return object.Int(n), nil
}

func init() {
	baseClass.Methods(
		object.Func("__iter__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if h, ok := object.Of(a[0]).(holder); ok {
				if err := h.buf().open(); err != nil {
					return nil, err
				}
			}
			return a[0], nil
		}),
		object.Func("__enter__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if h, ok := object.Of(a[0]).(holder); ok {
				if err := h.buf().open(); err != nil {
					return nil, err
				}
			}
			return a[0], nil
		}),
		object.Func("__exit__", "(self, /, *args)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			_, err := object.CallMethod(t, a[0], "close")
			return object.None, err
		}),
	)
	addMethods(stringClass)
	addMethods(bytesClass)
}
