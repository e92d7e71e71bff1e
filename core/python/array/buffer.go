package array

// Element is a type that the elements of an array can have. (Object arrays hold any.)
type Element interface {
	bool | int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 |
		F16 | BF16 | float32 | float64 | complex64 | complex128 | string
}

// buffer is the memory of an array: what every element type does alike. It is asked once for an operation, not once for
// an element.
type buffer interface {
	length() int
	same(o buffer) bool
	make(n int) buffer
	// gather fills the buffer with the elements of a strided view of src, which has the same type.
	gather(src buffer, offset int, shape, strides []int)
	// scatter writes src, which may be strided, to a strided view of the buffer.
	scatter(offset int, shape, strides []int, src buffer, srcOffset int, srcStrides []int)
	// take fills the buffer with single elements of src.
	take(src buffer, index []int)
	// put writes single elements; src is repeated when it is shorter.
	put(index []int, src buffer)
	// slice is a part that shares memory.
	slice(from, to int) buffer
}

type vec[T any] []T

func (v vec[T]) length() int { return len(v) }

func (v vec[T]) same(o buffer) bool {
	w, ok := o.(vec[T])
	return ok && cap(v) > 0 && cap(w) > 0 && &v[:cap(v)][cap(v)-1] == &w[:cap(w)][cap(w)-1]
}

func (v vec[T]) make(n int) buffer { return make(vec[T], n) }

func (v vec[T]) slice(from, to int) buffer { return v[from:to] }

func (v vec[T]) gather(src buffer, offset int, shape, strides []int) {
	gather(v, src.(vec[T]), offset, shape, strides)
}

func (v vec[T]) take(src buffer, index []int) {
	s := src.(vec[T])
	for i, n := range index {
		v[i] = s[n]
	}
}

func (v vec[T]) put(index []int, src buffer) {
	s := src.(vec[T])
	if len(s) == 0 {
		return
	}
	j := 0
	for _, n := range index {
		v[n] = s[j]
		if j++; j == len(s) {
			j = 0
		}
	}
}

func (v vec[T]) scatter(offset int, shape, strides []int, src buffer, srcOffset int, srcStrides []int) {
	scatter(v, offset, shape, strides, src.(vec[T]), srcOffset, srcStrides)
}

func makeBuffer(d Dtype, n int) buffer {
	switch d {
	case Bool:
		return make(vec[bool], n)
	case Int8:
		return make(vec[int8], n)
	case Int16:
		return make(vec[int16], n)
	case Int32:
		return make(vec[int32], n)
	case Int64:
		return make(vec[int64], n)
	case Uint8:
		return make(vec[uint8], n)
	case Uint16:
		return make(vec[uint16], n)
	case Uint32:
		return make(vec[uint32], n)
	case Uint64:
		return make(vec[uint64], n)
	case Float16:
		return make(vec[F16], n)
	case BFloat16:
		return make(vec[BF16], n)
	case Float32:
		return make(vec[float32], n)
	case Float64:
		return make(vec[float64], n)
	case Complex64:
		return make(vec[complex64], n)
	case Complex128:
		return make(vec[complex128], n)
	case Str:
		return make(vec[string], n)
	}
	return make(vec[any], n)
}

func dtypeOf[T Element]() Dtype {
	var z T
	switch any(z).(type) {
	case bool:
		return Bool
	case int8:
		return Int8
	case int16:
		return Int16
	case int32:
		return Int32
	case int64:
		return Int64
	case uint8:
		return Uint8
	case uint16:
		return Uint16
	case uint32:
		return Uint32
	case uint64:
		return Uint64
	case F16:
		return Float16
	case BF16:
		return BFloat16
	case float32:
		return Float32
	case float64:
		return Float64
	case complex64:
		return Complex64
	case complex128:
		return Complex128
	}
	return Str
}

// gather copies a strided view of src to dst in order.
func gather[T any](dst, src []T, offset int, shape, strides []int) {
	if len(dst) == 0 {
		return
	}
	if contiguous(shape, strides) {
		copy(dst, src[offset:offset+len(dst)])
		return
	}
	c := newCursor(offset, shape, strides)
	fillFrom(dst, src, c)
}

// scatter copies a strided view of src to a strided view of dst of the same shape.
func scatter[T any](dst []T, offset int, shape, strides []int, src []T, srcOffset int, srcStrides []int) {
	n := sizeOf(shape)
	if n == 0 {
		return
	}
	d := newCursor(offset, shape, strides)
	s := newCursor(srcOffset, shape, srcStrides)
	for {
		run := min(d.left(), s.left(), n)
		for i := range run {
			dst[d.at+i*d.step] = src[s.at+i*s.step]
		}
		if n -= run; n == 0 {
			return
		}
		d.advance(run)
		s.advance(run)
	}
}

// cursor walks a strided view in order, one run of the innermost dimension after the other.
type cursor struct {
	at, step       int // of the current run
	inner, pos     int // length of a run, position in it
	shape, strides []int
	index          []int
}

// newCursor makes a cursor; dimensions that can be walked as one are joined.
func newCursor(offset int, shape, strides []int) *cursor {
	c := &cursor{at: offset, inner: 1, step: 0}
	var sh, st []int
	for i, n := range shape {
		if n == 1 {
			continue
		}
		if k := len(sh); k > 0 && st[k-1] == strides[i]*n {
			sh[k-1] *= n
			st[k-1] = strides[i]
			continue
		}
		sh = append(sh, n)
		st = append(st, strides[i])
	}
	if k := len(sh); k > 0 {
		c.inner, c.step = sh[k-1], st[k-1]
		c.shape, c.strides = sh[:k-1], st[:k-1]
		c.index = make([]int, k-1)
	}
	return c
}

// left returns how many elements of the current run are still to come.
func (c *cursor) left() int { return c.inner - c.pos }

// advance moves n elements on, n being at most left. Behind the last element it starts again at the first.
func (c *cursor) advance(n int) {
	c.pos += n
	c.at += n * c.step
	if c.pos < c.inner {
		return
	}
	c.at -= c.inner * c.step
	c.pos = 0
	for i := len(c.index) - 1; i >= 0; i-- {
		c.index[i]++
		c.at += c.strides[i]
		if c.index[i] < c.shape[i] {
			return
		}
		c.at -= c.strides[i] * c.shape[i]
		c.index[i] = 0
	}
}

// fillFrom copies the next len(dst) elements at the cursor.
func fillFrom[T any](dst, src []T, c *cursor) {
	for len(dst) > 0 {
		run := min(c.left(), len(dst))
		at, step := c.at, c.step
		switch step {
		case 1:
			copy(dst[:run], src[at:at+run])
		case 0:
			v := src[at]
			for i := range dst[:run] {
				dst[i] = v
			}
		default:
			for i := range dst[:run] {
				dst[i] = src[at]
				at += step
			}
		}
		c.advance(run)
		dst = dst[run:]
	}
}

// chunkSize is how many elements a loop handles at once where an operand is not contiguous.
const chunkSize = 1024

// source gives an operand's elements in contiguous chunks, broadcast to the shape of a result.
type source[T any] struct {
	data   []T
	offset int
	direct bool // contiguous: chunks are slices of data
	scalar bool // one element: buf is filled once
	cur    *cursor
	buf    []T
}

func newSource[T any](data []T, offset int, shape, strides []int) *source[T] {
	s := &source[T]{data: data, offset: offset}
	n := sizeOf(shape)
	if n == 0 {
		return s
	}
	if contiguous(shape, strides) {
		s.direct = true
		return s
	}
	s.buf = make([]T, min(n, chunkSize))
	for i, st := range strides {
		if st != 0 && shape[i] != 1 {
			s.cur = newCursor(offset, shape, strides)
			return s
		}
	}
	s.scalar = true
	for i := range s.buf {
		s.buf[i] = data[offset]
	}
	return s
}

// chunk returns the n elements that follow those given so far; from counts them.
func (s *source[T]) chunk(from, n int) []T {
	switch {
	case s.direct:
		return s.data[s.offset+from : s.offset+from+n]
	case s.scalar:
		return s.buf[:n]
	}
	fillFrom(s.buf[:n], s.data, s.cur)
	return s.buf[:n]
}
