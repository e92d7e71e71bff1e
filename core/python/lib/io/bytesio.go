package io

import "layerglass/core/python/object"

// bytesIO is bytes in memory.
type bytesIO struct{ b buffer }

var bytesClass = object.NewType("BytesIO", "_io", bufferedClass).WithPayload().Dotted()

// Class returns the type io.BytesIO.
func (*bytesIO) Class() *object.Class { return bytesClass }

func (s *bytesIO) buf() *buffer { return &s.b }

func (s *bytesIO) encode(_ *object.Thread, o object.Object) ([]byte, int, error) {
	data, err := bytesOf(o)
	return data, len(data), err
}

func bytesOf(o object.Object) ([]byte, error) {
	switch x := object.Of(o).(type) {
	case *object.Bytes:
		return []byte(x.String()), nil
	case *object.ByteArray:
		return append([]byte(nil), x.Bytes()...), nil
	}
	return nil, object.TypeError("a bytes-like object is required, not '%s'", o.Class().MessageName())
}

// bytesUnit counts bytes.
type bytesUnit struct{}

func (bytesUnit) advance(data []byte, at, n int) int { return min(at+n, len(data)) }

func (bytesUnit) count(data []byte) int { return len(data) }

func (bytesUnit) object(data []byte) object.Object { return object.NewBytes(string(data)) }

var bytesSignature = object.ParseSignature("(initial_bytes=None)")

func init() {
	bytesClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		s := &bytesIO{buffer{unit: bytesUnit{}}}
		if cls != bytesClass {
			return object.Wrap(cls, s), nil
		}
		return s, s.init(t, a)
	}
	readOne := func(t *object.Thread, _ holder, b *buffer, a []object.Object) (object.Object, error) {
		n, err := size(t, a[0])
		if err != nil {
			return nil, err
		}
		return b.object(b.take(n)), nil
	}
	bytesClass.Methods(
		object.RawFunc("__init__", "(self, initial_bytes=None)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			s := object.Of(a.Pos[0]).(*bytesIO)
			s.b.data, s.b.at, s.b.closed = nil, 0, false
			return object.None, s.init(t, object.Args{Pos: a.Pos[1:], Kw: a.Kw})
		}),
		define("read1", "(self, size=-1, /)", "Reads as read does.", readOne),
		define("getbuffer", "(self, /)", "Returns a copy of the contents.", func(_ *object.Thread, _ holder, b *buffer, _ []object.Object) (object.Object, error) {
			return object.NewByteArray(append([]byte(nil), b.data...)), nil
		}),
		define("readinto", "(self, buffer, /)", "Reads into a bytearray.", func(_ *object.Thread, _ holder, b *buffer, a []object.Object) (object.Object, error) {
			to, ok := object.Of(a[0]).(*object.ByteArray)
			if !ok {
				return nil, object.TypeError("readinto() argument must be read-write bytes-like object, not %s", object.ArgumentTypeName(a[0]))
			}
			return object.Int(copy(to.Bytes(), b.take(to.Len()))), nil
		}),
	)
}

func (s *bytesIO) init(t *object.Thread, a object.Args) error {
	v, err := bytesSignature.Bind(t, "BytesIO", nil, a, nil)
	if err != nil || v[0] == object.None {
		return err
	}
	if s.b.data, err = bytesOf(v[0]); err != nil {
		return err
	}
	return t.Alloc(int64(len(s.b.data)))
}
