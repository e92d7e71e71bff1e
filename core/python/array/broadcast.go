package array

// BroadcastShapes returns the shape that arrays of the given shapes have together. The error names all of them.
func BroadcastShapes(shapes ...[]int) ([]int, error) {
	out, ok := broadcastShapes(shapes...)
	if !ok {
		msg := "operands could not be broadcast together with shapes "
		for _, s := range shapes {
			msg += compactShape(s) + " "
		}
		return nil, fail(ValueError, msg)
	}
	return out, nil
}

func broadcastShapes(shapes ...[]int) ([]int, bool) {
	rank := 0
	for _, s := range shapes {
		rank = max(rank, len(s))
	}
	out := make([]int, rank)
	for i := range out {
		out[i] = 1
	}
	for _, s := range shapes {
		for i, n := range s {
			j := rank - len(s) + i
			switch {
			case n == out[j] || n == 1:
			case out[j] == 1:
				out[j] = n
			default:
				return nil, false
			}
		}
	}
	return out, true
}

// broadcastStrides returns the strides of a seen in a larger shape that it broadcasts to.
func (a *Array) broadcastStrides(shape []int) []int {
	strides := make([]int, len(shape))
	lead := len(shape) - len(a.shape)
	for i, n := range a.shape {
		if n != 1 {
			strides[lead+i] = a.strides[i]
		}
	}
	return strides
}

// BroadcastTo returns a read-only view of the given shape.
func (a *Array) BroadcastTo(shape []int) (*Array, error) {
	for _, n := range shape {
		if n < 0 {
			return nil, fail(ValueError, "all elements of broadcast shape must be non-negative")
		}
	}
	got, ok := broadcastShapes(a.shape, shape)
	if !ok || !equalInts(got, shape) {
		return nil, fail(ValueError, "operands could not be broadcast together with remapped shapes [original->remapped]: ",
			compactShape(a.shape), "  and requested shape ", compactShape(shape))
	}
	if _, err := Count(shape); err != nil {
		return nil, err
	}
	v := a.view(append([]int(nil), shape...), a.broadcastStrides(shape), a.offset)
	v.ReadOnly = true
	return v, nil
}

// view returns an array over the same elements.
func (a *Array) view(shape, strides []int, offset int) *Array {
	for _, n := range shape {
		if n == 0 { // no element is there to be in range
			offset = 0
		}
	}
	return &Array{dtype: a.dtype, width: a.width, shape: shape, strides: strides, offset: offset, data: a.data,
		budget: a.budget, ReadOnly: a.ReadOnly}
}

func equalInts(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i, n := range a {
		if n != b[i] {
			return false
		}
	}
	return true
}

// EqualShape reports whether two shapes are the same.
func EqualShape(a, b []int) bool { return equalInts(a, b) }

// sourceOf gives the elements of a, broadcast to shape, in chunks. T must be the element type.
func sourceOf[T any](a *Array, shape []int) *source[T] {
	return newSource(a.data.(vec[T]), a.offset, shape, a.broadcastStrides(shape))
}

// map2 fills out, which is contiguous, from two operands.
func map2[A, B, R any](out *Array, a, b *Array, f func(d []R, x []A, y []B)) {
	d := out.data.(vec[R])
	x, y := sourceOf[A](a, out.shape), sourceOf[B](b, out.shape)
	if x.direct && y.direct {
		n := len(d)
		f(d, x.chunk(0, n), y.chunk(0, n))
		return
	}
	for i := 0; i < len(d); i += chunkSize {
		n := min(chunkSize, len(d)-i)
		f(d[i:i+n], x.chunk(i, n), y.chunk(i, n))
	}
}

// map1 fills out, which is contiguous, from one operand.
func map1[A, R any](out *Array, a *Array, f func(d []R, x []A)) {
	d := out.data.(vec[R])
	x := sourceOf[A](a, out.shape)
	if x.direct {
		f(d, x.chunk(0, len(d)))
		return
	}
	for i := 0; i < len(d); i += chunkSize {
		n := min(chunkSize, len(d)-i)
		f(d[i:i+n], x.chunk(i, n))
	}
}
