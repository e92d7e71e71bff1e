package object

import (
	"encoding/binary"
	"math"
	"math/big"
	"strings"
)

// MemoryView is a window on the bytes of a bytes or bytearray: count items of a size, step bytes apart.
type MemoryView struct {
	base        Object
	start, step int
	count       int
	format      byte
	readonly    bool
	released    bool
}

// MemoryViewClass is the type memoryview.
var MemoryViewClass = newBuiltinClass("memoryview", final)

// viewSizes are the sizes of the items of each format.
var viewSizes = map[byte]int{'B': 1, 'b': 1, 'c': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}

// Class returns the type memoryview.
func (*MemoryView) Class() *Class { return MemoryViewClass }

// Len returns the number of items.
func (v *MemoryView) Len() int { return v.count }

func (v *MemoryView) size() int { return viewSizes[v.format] }

// memory returns the bytes of the object below, or ValueError when the view was released.
func (v *MemoryView) memory() (string, error) {
	if v.released {
		return "", ValueError("operation forbidden on released memoryview object")
	}
	s, _ := bytesLike(v.base)
	if end := v.start + (v.count-1)*v.step + v.size(); v.count > 0 && (end > len(s) || v.start+v.size() > len(s)) {
		return "", NewError(BufferErrorClass, "the bytearray below the memoryview has changed its size")
	}
	return s, nil
}

// contents returns the bytes of all items.
func (v *MemoryView) contents() string {
	s, err := v.memory()
	if err != nil {
		return ""
	}
	if v.step == v.size() {
		return s[v.start : v.start+v.count*v.step]
	}
	var b strings.Builder
	for i := 0; i < v.count; i++ {
		at := v.start + i*v.step
		b.WriteString(s[at : at+v.size()])
	}
	return b.String()
}

func (v *MemoryView) like(s string) Object { return NewBytes(s) }

// Iter walks the items.
func (v *MemoryView) Iter(*Thread) (Object, error) {
	if _, err := v.memory(); err != nil {
		return nil, err
	}
	return &memoryIterator{v: v}, nil
}

type memoryIterator struct {
	v    *MemoryView
	next int
}

var memoryIteratorClass = newBuiltinClass("memory_iterator", final)

func (*memoryIterator) Class() *Class                   { return memoryIteratorClass }
func (it *memoryIterator) Iter(*Thread) (Object, error) { return it, nil }
func (it *memoryIterator) Next(t *Thread) (Object, error) {
	if it.next >= it.v.count {
		return nil, nil
	}
	it.next++
	return it.v.item(it.next - 1)
}

// item is the value of one item.
func (v *MemoryView) item(i int) (Object, error) {
	s, err := v.memory()
	if err != nil {
		return nil, err
	}
	var raw [8]byte
	at := v.start + i*v.step
	copy(raw[:], s[at:at+v.size()])
	n := binary.LittleEndian.Uint64(raw[:])
	switch v.format {
	case 'c':
		return NewBytes(s[at : at+1]), nil
	case '?':
		return Bool(n != 0), nil
	case 'b':
		return Int(int8(n)), nil
	case 'h':
		return Int(int16(n)), nil
	case 'i':
		return Int(int32(n)), nil
	case 'l', 'q':
		return Int(int64(n)), nil
	case 'L', 'Q':
		return NewBig(new(big.Int).SetUint64(n)), nil
	case 'f':
		return Float(math.Float32frombits(uint32(n))), nil
	case 'd':
		return Float(math.Float64frombits(n)), nil
	}
	return Int(n), nil
}

// GetItem returns an item, or a view of a slice.
func (v *MemoryView) GetItem(t *Thread, key Object) (Object, error) {
	if _, err := v.memory(); err != nil {
		return nil, err
	}
	if s, ok := key.(*Slice); ok {
		start, _, step, count, err := s.Indices(t, v.count)
		if err != nil {
			return nil, err
		}
		w := *v
		w.start, w.step, w.count = v.start+start*v.step, v.step*step, count
		return &w, nil
	}
	i, err := v.index(t, key)
	if err != nil {
		return nil, err
	}
	return v.item(i)
}

func (v *MemoryView) index(t *Thread, key Object) (int, error) {
	if !isIndex(key) {
		return 0, TypeError("memoryview: invalid slice key")
	}
	i, err := Index(t, key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += v.count
	}
	if i < 0 || i >= v.count {
		return 0, NewError(IndexErrorClass, "index out of bounds on dimension 1")
	}
	return i, nil
}

// SetItem changes an item or a slice of the memory below.
func (v *MemoryView) SetItem(t *Thread, key, value Object) error {
	if _, err := v.memory(); err != nil {
		return err
	}
	array, ok := Of(v.base).(*ByteArray)
	switch {
	case v.readonly || !ok:
		return TypeError("cannot modify read-only memory")
	case value == nil:
		return TypeError("cannot delete memory")
	}
	if _, ok := key.(*Slice); ok {
		part, err := v.GetItem(t, key)
		if err != nil {
			return err
		}
		return part.(*MemoryView).fill(array, value)
	}
	i, err := v.index(t, key)
	if err != nil {
		return err
	}
	raw, err := v.pack(t, value)
	if err == nil {
		copy(array.b[v.start+i*v.step:], raw)
	}
	return err
}

// fill puts the items of another buffer of the same length in the place of the view's own.
func (v *MemoryView) fill(array *ByteArray, value Object) error {
	s, ok := bytesLike(value)
	if !ok {
		return TypeError("a bytes-like object is required, not '%s'", value.Class().MessageName())
	}
	size := v.size()
	if len(s) != v.count*size {
		return ValueError("memoryview assignment: lvalue and rvalue have different structures")
	}
	for i := 0; i < v.count; i++ {
		copy(array.b[v.start+i*v.step:], s[i*size:(i+1)*size])
	}
	return nil
}

// pack makes the bytes of an item.
func (v *MemoryView) pack(t *Thread, value Object) ([]byte, error) {
	wrong := TypeError("memoryview: invalid type for format '%c'", rune(v.format))
	var raw [8]byte
	switch v.format {
	case 'c':
		s, ok := Of(value).(*Bytes)
		if !ok {
			return nil, wrong
		}
		if len(s.s) != 1 {
			return nil, ValueError("memoryview: invalid value for format 'c'")
		}
		raw[0] = s.s[0]
	case '?':
		b, err := Truth(t, value)
		if err != nil {
			return nil, err
		}
		if b {
			raw[0] = 1
		}
	case 'f', 'd':
		f, err := RealNumber(t, value)
		if err != nil {
			return nil, wrong
		}
		if v.format == 'd' {
			binary.LittleEndian.PutUint64(raw[:], FloatBits(f))
		} else {
			binary.LittleEndian.PutUint32(raw[:], math.Float32bits(float32(f)))
		}
	default:
		if !isIndex(value) {
			return nil, wrong
		}
		n, err := AsIndex(t, value)
		if err != nil {
			return nil, err
		}
		bits, ok := v.bits(n)
		if !ok {
			return nil, ValueError("memoryview: invalid value for format '%c'", rune(v.format))
		}
		binary.LittleEndian.PutUint64(raw[:], bits)
	}
	return raw[:v.size()], nil
}

// bits returns an integer as it stands in memory; ok is false where the format is too small for it.
func (v *MemoryView) bits(n Object) (bits uint64, ok bool) {
	width := uint(8 * v.size())
	signed := v.format >= 'a'
	i, small := AsInt64(n)
	if !small {
		big := AsBig(n)
		return big.Uint64(), !signed && width == 64 && big.IsUint64()
	}
	switch {
	case signed:
		return uint64(i), i >= -1<<(width-1) && i <= 1<<(width-1)-1
	case width == 64:
		return uint64(i), i >= 0
	}
	return uint64(i), i >= 0 && i < 1<<width
}

// Compare tells whether two buffers hold equal items.
func (v *MemoryView) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	if op != Eq && op != Ne {
		return NotImplemented, nil
	}
	if v.released {
		return Bool(Is(v, o) == (op == Eq)), nil
	}
	w, ok := o.(*MemoryView)
	if !ok {
		if _, like := bytesLike(o); !like {
			return NotImplemented, nil
		}
		w = newView(Of(o))
	}
	if w.released {
		return Bool(op == Ne), nil
	}
	equal := v.count == w.count
	for i := 0; i < v.count && equal; i++ {
		a, err := v.item(i)
		if err != nil {
			return nil, err
		}
		b, err := w.item(i)
		if err != nil {
			return nil, err
		}
		if equal, err = Equal(t, a, b); err != nil {
			return nil, err
		}
	}
	return Bool(equal == (op == Eq)), t.Spend(int64(v.count))
}

// Hash is that of the bytes; memory that can change has none.
func (v *MemoryView) Hash(t *Thread) (uint64, error) {
	if _, err := v.memory(); err != nil {
		return 0, err
	}
	if !v.readonly {
		return 0, ValueError("cannot hash writable memoryview object")
	}
	return NewBytes(v.contents()).Hash(t)
}

// Repr shows that it is a view, and where.
func (v *MemoryView) Repr(t *Thread) (string, error) {
	text := DefaultRepr(t, v)
	text = "<memory" + text[strings.Index(text, " at "):]
	if v.released {
		text = "<released memory" + text[strings.Index(text, " at "):]
	}
	return text, nil
}

func newView(base Object) *MemoryView {
	s, _ := bytesLike(base)
	_, writable := base.(*ByteArray)
	return &MemoryView{base: base, step: 1, count: len(s), format: 'B', readonly: !writable}
}
