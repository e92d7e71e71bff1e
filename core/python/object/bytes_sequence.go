package object

import (
	"hash/maphash"
	"strings"
)

// binaryText is bytes or bytearray, seen as a string of bytes.
type binaryText interface {
	Object
	Len() int
	// contents returns the bytes; of a bytearray a copy.
	contents() string
	// like makes an object of the same type.
	like(s string) Object
}

func (x *Bytes) contents() string     { return x.s }
func (x *ByteArray) contents() string { return string(x.b) }

func (x *Bytes) like(s string) Object     { return NewBytes(s) }
func (x *ByteArray) like(s string) Object { return NewByteArray([]byte(s)) }

// Len returns the number of bytes.
func (x *Bytes) Len() int { return len(x.s) }

// Len returns the number of bytes.
func (x *ByteArray) Len() int { return len(x.b) }

// Hash returns the hash of the bytes.
func (x *Bytes) Hash(*Thread) (uint64, error) {
	if x.s == "" { // the hash of nothing is 0
		return 0, nil
	}
	return maphash.String(hashSeed, x.s), nil
}

// Repr returns the bytes as a literal.
func (x *Bytes) Repr(t *Thread) (string, error) {
	if err := chargeText(t, len(x.s)*2); err != nil {
		return "", err
	}
	return quoteBytes(x.s, false), nil
}

// Repr returns a call that makes the same bytearray.
func (x *ByteArray) Repr(t *Thread) (string, error) {
	if err := chargeText(t, len(x.b)*2); err != nil {
		return "", err
	}
	return "bytearray(" + quoteBytes(string(x.b), true) + ")", nil
}

func quoteBytes(s string, array bool) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := append(make([]byte, 0, len(s)+3), 'b', quote)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == quote || c == '\\' || array && c == '\'':
			b = append(b, '\\', c)
		case ' ' <= c && c < 0x7F:
			b = append(b, c)
		default:
			b = appendEscape(b, rune(c))
		}
	}
	return string(append(b, quote))
}

// Compare orders the bytes of two objects.
func (x *Bytes) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	return compareBytes(t, x.s, op, o)
}

// Compare orders the bytes of two objects.
func (x *ByteArray) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	return compareBytes(t, string(x.b), op, o)
}

func compareBytes(t *Thread, s string, op CompareOp, o Object) (Object, error) {
	y, ok := bytesLike(o)
	if !ok {
		return NotImplemented, nil
	}
	if err := t.Spend(int64(min(len(s), len(y))) / textStep); err != nil {
		return nil, err
	}
	return Bool(op.holds(strings.Compare(s, y))), nil
}

// Contains reports whether a byte or a run of bytes occurs.
func (x *Bytes) Contains(t *Thread, item Object) (bool, error) { return bytesContain(t, x.s, item) }

// Contains reports whether a byte or a run of bytes occurs.
func (x *ByteArray) Contains(t *Thread, item Object) (bool, error) {
	return bytesContain(t, string(x.b), item)
}

func bytesContain(t *Thread, s string, item Object) (bool, error) {
	if err := t.Spend(int64(len(s)) / 512); err != nil {
		return false, err
	}
	if isIndex(item) {
		b, err := byteOf(t, item, "byte")
		return err == nil && strings.IndexByte(s, b) >= 0, err
	}
	y, err := needBytes(item)
	return err == nil && strings.Contains(s, y), err
}

func needBytes(o Object) (string, error) {
	if s, ok := bytesLike(o); ok {
		return s, nil
	}
	return "", TypeError("a bytes-like object is required, not '%s'", o.Class().MessageName())
}

// Binary joins, repeats or formats.
func (x *Bytes) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	return bytesBinary(t, x, op, o, reflected)
}

// Binary joins, repeats or formats.
func (x *ByteArray) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	return bytesBinary(t, x, op, o, reflected)
}

func bytesBinary(t *Thread, x binaryText, op BinaryOp, o Object, reflected bool) (Object, error) {
	switch op {
	case Add:
		y, ok := Of(o).(binaryText)
		if !ok {
			break
		}
		a, b := x, y
		if reflected {
			a, b = b, a
		}
		if err := chargeText(t, a.Len()+b.Len()); err != nil {
			return nil, err
		}
		return a.like(a.contents() + b.contents()), nil
	case Mul:
		n, ok, err := repeatCount(t, o)
		if !ok || err != nil {
			return NotImplemented, err
		}
		s, err := repeatText(t, x.contents(), n)
		if err != nil {
			return nil, err
		}
		return x.like(s), nil
	case Mod:
		if reflected {
			break
		}
		s, err := formatPercentBytes(t, x.contents(), o)
		if err != nil {
			return nil, err
		}
		return x.like(s), nil
	}
	return NotImplemented, nil
}

// GetItem returns one byte as an int, or a slice.
func (x *Bytes) GetItem(t *Thread, key Object) (Object, error) {
	if s, ok := key.(*Slice); ok {
		return sliceBytes(t, x, s)
	}
	if !isIndex(key) {
		return nil, TypeError("byte indices must be integers or slices, not %s", key.Class().MessageName())
	}
	i, err := IndexIn(t, key, len(x.s), "index")
	if err != nil {
		return nil, err
	}
	return Int(x.s[i]), nil
}

// GetItem returns one byte as an int, or a slice.
func (x *ByteArray) GetItem(t *Thread, key Object) (Object, error) {
	if s, ok := key.(*Slice); ok {
		return sliceBytes(t, x, s)
	}
	i, err := x.index(t, key)
	if err != nil {
		return nil, err
	}
	return Int(x.b[i]), nil
}

func (x *ByteArray) index(t *Thread, key Object) (int, error) {
	if !isIndex(key) {
		return 0, TypeError("bytearray indices must be integers or slices, not %s", key.Class().MessageName())
	}
	return IndexIn(t, key, len(x.b), "bytearray index")
}

func sliceBytes(t *Thread, x binaryText, slice *Slice) (Object, error) {
	start, _, step, count, err := slice.Indices(t, x.Len())
	if err != nil {
		return nil, err
	}
	if err := chargeText(t, x.Len()); err != nil {
		return nil, err
	}
	s := x.contents()
	if step == 1 {
		return x.like(s[start : start+count]), nil
	}
	out := make([]byte, count)
	for i := range out {
		out[i] = s[start+i*step]
	}
	return x.like(string(out)), nil
}

// Iter returns an iterator over the bytes.
func (x *Bytes) Iter(*Thread) (Object, error) {
	return &bytesIterator{x: x, class: bytesIteratorClass}, nil
}

// Iter returns an iterator over the bytes.
func (x *ByteArray) Iter(*Thread) (Object, error) {
	return &bytesIterator{x: x, class: byteArrayIteratorClass}, nil
}

type bytesIterator struct {
	x     binaryText
	class *Class
	at    int
}

var (
	bytesIteratorClass     = newBuiltinClass("bytes_iterator", final)
	byteArrayIteratorClass = newBuiltinClass("bytearray_iterator", final)
)

func (it *bytesIterator) Class() *Class { return it.class }

func (it *bytesIterator) Iter(*Thread) (Object, error) { return it, nil }

func (it *bytesIterator) Next(*Thread) (Object, error) {
	if it.x == nil || it.at >= it.x.Len() {
		it.x = nil
		return nil, nil
	}
	it.at++
	switch x := it.x.(type) {
	case *Bytes:
		return Int(x.s[it.at-1]), nil
	case *ByteArray:
		return Int(x.b[it.at-1]), nil
	}
	return nil, nil
}
