package array

// Concatenate joins arrays along an axis; dtype Invalid means the promotion of theirs.
func Concatenate(list []*Array, axis int, dtype Dtype) (*Array, error) {
	if len(list) == 0 {
		return nil, fail(ValueError, "need at least one array to concatenate")
	}
	first := list[0]
	if len(first.shape) == 0 {
		return nil, fail(ValueError, "zero-dimensional arrays cannot be concatenated")
	}
	axis, err := NormalizeAxis(axis, len(first.shape))
	if err != nil {
		return nil, err
	}
	shape := append([]int(nil), first.shape...)
	shape[axis] = 0
	for i, a := range list {
		if err := joinable(first, a, i, axis); err != nil {
			return nil, err
		}
		shape[axis] += a.shape[axis]
	}
	dtype, width, err := commonDtype(list, dtype)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(list...), dtype, shape...)
	if err != nil {
		return nil, err
	}
	out.width = width
	at := 0
	for _, a := range list {
		if err := out.Slice(axis, at, 1, a.shape[axis]).Assign(a); err != nil {
			return nil, err
		}
		at += a.shape[axis]
	}
	return out, nil
}

func joinable(first, a *Array, i, axis int) error {
	if len(a.shape) != len(first.shape) {
		return fail(ValueError, "all the input arrays must have same number of dimensions, but the array at index 0 has ",
			itoa(len(first.shape)), " dimension(s) and the array at index ", itoa(i), " has ", itoa(len(a.shape)), " dimension(s)")
	}
	for k, n := range a.shape {
		if k != axis && n != first.shape[k] {
			return fail(ValueError, "all the input array dimensions except for the concatenation axis must match exactly, but along dimension ",
				itoa(k), ", the array at index 0 has size ", itoa(first.shape[k]), " and the array at index ", itoa(i), " has size ", itoa(n))
		}
	}
	return nil
}

// commonDtype promotes the dtypes of arrays; width is that of the Str result.
func commonDtype(list []*Array, dtype Dtype) (Dtype, int, error) {
	width := 0
	given := dtype != Invalid
	for i, a := range list {
		switch {
		case given:
		case i == 0:
			dtype = a.dtype
		default:
			d, ok := Promote(dtype, a.dtype)
			if !ok {
				return Invalid, 0, fail(TypeError, "The DTypes of ", dtype.String(), " and ", a.dtype.String(), " do not have a common DType")
			}
			dtype = d
		}
		if a.dtype == Str {
			width = max(width, a.width)
		} else {
			width = max(width, strWidth[a.dtype])
		}
	}
	return dtype, width, nil
}

// Stack joins arrays of one shape along a new axis.
func Stack(list []*Array, axis int, dtype Dtype) (*Array, error) {
	if len(list) == 0 {
		return nil, fail(ValueError, "need at least one array to stack")
	}
	parts := make([]*Array, len(list))
	for i, a := range list {
		if !equalInts(a.shape, list[0].shape) {
			return nil, fail(ValueError, "all input arrays must have the same shape")
		}
		var err error
		if parts[i], err = a.ExpandDims(axis); err != nil {
			return nil, err
		}
	}
	axis, err := NormalizeAxis(axis, len(list[0].shape)+1)
	if err != nil {
		return nil, err
	}
	return Concatenate(parts, axis, dtype)
}

// Split returns views: the pieces of an axis between the given positions.
func (a *Array) Split(at []int, axis int) ([]*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	var parts []*Array
	from := 0
	n := a.shape[axis]
	clamp := func(i int) int {
		if i < 0 {
			i += n
		}
		return max(0, min(i, n))
	}
	for _, to := range append(append([]int{}, at...), n) {
		to = clamp(to)
		parts = append(parts, a.Slice(axis, min(from, n), 1, max(to-from, 0)))
		from = to
	}
	return parts, nil
}

// SplitEqually returns n views of equal length; where uneven is set, the first ones may be one longer.
func (a *Array) SplitEqually(n, axis int, uneven bool) ([]*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if n <= 0 {
		return nil, fail(ValueError, "number sections must be larger than 0.")
	}
	length := a.shape[axis]
	if length%n != 0 && !uneven {
		return nil, fail(ValueError, "array split does not result in an equal division")
	}
	if n > 1<<24 {
		return nil, fail(MemoryError, "an array cannot be split into ", itoa(n), " pieces")
	}
	if err := spend(a.budget, n*elementsPerStep); err != nil {
		return nil, err
	}
	var at []int
	end := 0
	for i := range n - 1 {
		end += length / n
		if i < length%n {
			end++
		}
		at = append(at, end)
	}
	return a.Split(at, axis)
}

// Tile repeats the whole array along each dimension.
func (a *Array) Tile(reps []int) (*Array, error) {
	rank := max(len(a.shape), len(reps))
	shape, strides := make([]int, 0, 2*rank), make([]int, 0, 2*rank)
	final := make([]int, rank)
	for i := range rank {
		n, st, rep := 1, 0, 1
		if k := i - (rank - len(a.shape)); k >= 0 {
			n, st = a.shape[k], a.strides[k]
		}
		if k := i - (rank - len(reps)); k >= 0 {
			rep = reps[k]
		}
		if rep < 0 {
			return nil, fail(ValueError, "negative dimensions are not allowed")
		}
		if n > 0 && rep > (1<<40)/n {
			return nil, checkSize(nil, a.dtype, []int{1 << 40, 1 << 20})
		}
		shape, strides = append(shape, rep, n), append(strides, 0, st)
		final[i] = n * rep
	}
	if err := checkSize(nil, a.dtype, final); err != nil {
		return nil, err
	}
	c, err := a.view(shape, strides, a.offset).Copy()
	if err != nil {
		return nil, err
	}
	return c.Reshape(final...)
}

// Repeat repeats each position of an axis: counts has one number for all, or one for each position.
func (a *Array) Repeat(counts []int, axis int) (*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	n := a.shape[axis]
	if len(counts) != 1 && len(counts) != n {
		return nil, fail(ValueError, "operands could not be broadcast together with shape ", compactShape([]int{n}), " ", compactShape([]int{len(counts)}))
	}
	total := 0
	for i := range n {
		c := counts[0]
		if len(counts) > 1 {
			c = counts[i]
		}
		if c < 0 {
			return nil, fail(ValueError, "repeats may not contain negative values.")
		}
		if total += c; total > MaxBytes {
			return nil, checkSize(nil, a.dtype, []int{1 << 40, 1 << 20})
		}
	}
	index := make([]int, 0, total)
	for i := range n {
		c := counts[0]
		if len(counts) > 1 {
			c = counts[i]
		}
		for range c {
			index = append(index, i)
		}
	}
	return a.takeAlong(index, axis)
}

// takeAlong gathers positions, which must be in range, of an axis.
func (a *Array) takeAlong(index []int, axis int) (*Array, error) {
	shape := append([]int(nil), a.shape...)
	shape[axis] = len(index)
	out, err := a.like(a.dtype, shape)
	if err != nil || out.Size() == 0 {
		return out, err
	}
	at := make([]int, 0, out.Size())
	rest := a.view(append([]int(nil), a.shape[:axis]...), a.strides[:axis], a.offset).positions()
	inner := a.view(append([]int(nil), a.shape[axis+1:]...), a.strides[axis+1:], 0).positions()
	for _, base := range rest {
		for _, i := range index {
			for _, p := range inner {
				at = append(at, base+i*a.strides[axis]+p)
			}
		}
	}
	out.data.take(a.data, at)
	return out, nil
}

// positions lists where the elements lie in the memory, in order.
func (a *Array) positions() []int {
	n := a.Size()
	out := make([]int, n)
	if n == 0 {
		return out
	}
	c := newCursor(a.offset, a.shape, a.strides)
	for i := range out {
		out[i] = c.at
		c.advance(1)
	}
	return out
}
