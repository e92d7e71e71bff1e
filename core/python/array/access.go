package array

// Getter returns a function that gives single elements, counted in order, as Go values: bool, int64 (uint64 for Uint64),
// float64 for the 64-bit float, float32 for the smaller ones, complex128, string, or an object. It is for converting to other representations, not
// for arithmetic.
func (a *Array) Getter() func(i int) any {
	at := a.indexer()
	switch d := a.data.(type) {
	case vec[bool]:
		return func(i int) any { return d[at(i)] }
	case vec[int8]:
		return func(i int) any { return int64(d[at(i)]) }
	case vec[int16]:
		return func(i int) any { return int64(d[at(i)]) }
	case vec[int32]:
		return func(i int) any { return int64(d[at(i)]) }
	case vec[int64]:
		return func(i int) any { return d[at(i)] }
	case vec[uint8]:
		return func(i int) any { return int64(d[at(i)]) }
	case vec[uint16]:
		return func(i int) any { return int64(d[at(i)]) }
	case vec[uint32]:
		return func(i int) any { return int64(d[at(i)]) }
	case vec[uint64]:
		return func(i int) any { return d[at(i)] }
	case vec[F16]:
		return func(i int) any { return d[at(i)].Float32() }
	case vec[BF16]:
		return func(i int) any { return d[at(i)].Float32() }
	case vec[float32]:
		return func(i int) any { return d[at(i)] }
	case vec[float64]:
		return func(i int) any { return d[at(i)] }
	case vec[complex64]:
		return func(i int) any { return complex128(d[at(i)]) }
	case vec[complex128]:
		return func(i int) any { return d[at(i)] }
	case vec[string]:
		return func(i int) any { return d[at(i)] }
	}
	d := a.data.(vec[any])
	return func(i int) any { return d[at(i)] }
}

// indexer maps an element's number to its place in the memory.
func (a *Array) indexer() func(i int) int {
	if a.Contiguous() {
		offset := a.offset
		return func(i int) int { return offset + i }
	}
	shape, strides, offset := a.shape, a.strides, a.offset
	return func(i int) int {
		at := offset
		for k := len(shape) - 1; k >= 0; k-- {
			at += i % shape[k] * strides[k]
			i /= shape[k]
		}
		return at
	}
}

// Float64s returns all elements as float64, in order.
func Float64s(a *Array) ([]float64, error) {
	f, err := a.Cast(Float64)
	if err != nil {
		return nil, err
	}
	return Data[float64](f), nil
}

// Ints returns all elements as int, in order. The array must be of an integer type or bool.
func Ints(a *Array) ([]int, error) {
	if a.dtype > Uint64 {
		return nil, fail(IndexError, "arrays used as indices must be of integer (or boolean) type")
	}
	f, err := a.Cast(Int64)
	if err != nil {
		return nil, err
	}
	data := Data[int64](f)
	out := make([]int, len(data))
	for i, v := range data {
		out[i] = int(v)
	}
	return out, nil
}

// FillWith sets every element to the value of a scalar, which is cast to the array's type.
func (a *Array) FillWith(v *Array) error { return a.Assign(v) }

// Assign writes src, broadcast and cast, to the elements of a.
func (a *Array) Assign(src *Array) error {
	if a.ReadOnly {
		return fail(ValueError, "assignment destination is read-only")
	}
	for len(src.shape) > len(a.shape) && src.shape[0] == 1 { // leading ones may go
		src = src.view(src.shape[1:], src.strides[1:], src.offset)
	}
	got, ok := broadcastShapes(a.shape, src.shape)
	if !ok || !equalInts(got, a.shape) {
		return fail(ValueError, "could not broadcast input array from shape ", compactShape(src.shape), " into shape ", compactShape(a.shape))
	}
	if err := spend(a.budget, a.Size()); err != nil {
		return err
	}
	c, err := src.Cast(a.dtype)
	if err != nil {
		return err
	}
	if c.SharesMemory(a) { // overlapping views: read first, then write
		if c, err = c.Copy(); err != nil {
			return err
		}
	}
	if a.dtype == Str && c.width > a.width {
		if c, err = c.WithWidth(a.width); err != nil {
			return err
		}
	}
	a.data.scatter(a.offset, a.shape, a.strides, c.data, c.offset, c.broadcastStrides(a.shape))
	return nil
}
