package object

// Bytes is a bytes object. It is immutable.
type Bytes struct{ s string }

// ByteArray is a bytearray.
type ByteArray struct{ b []byte }

// NewBytes returns a bytes object of the bytes in s.
func NewBytes(s string) *Bytes { return &Bytes{s} }

// NewByteArray returns a bytearray; it keeps the slice.
func NewByteArray(b []byte) *ByteArray { return &ByteArray{b} }

// Class returns the type bytes.
func (*Bytes) Class() *Class { return BytesClass }

// Class returns the type bytearray.
func (*ByteArray) Class() *Class { return ByteArrayClass }

// String returns the bytes.
func (x *Bytes) String() string { return x.s }

// Bytes returns the contents, which belong to the object.
func (x *ByteArray) Bytes() []byte { return x.b }
