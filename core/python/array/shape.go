package array

import "strings"

// Reshape returns the elements in another shape; one dimension may be -1. It is a view where the memory allows it.
func (a *Array) Reshape(shape ...int) (*Array, error) {
	shape, err := a.inferShape(shape)
	if err != nil {
		return nil, err
	}
	if strides, ok := a.reshapeStrides(shape); ok {
		return a.view(shape, strides, a.offset), nil
	}
	c, err := a.Copy()
	if err != nil {
		return nil, err
	}
	return c.view(shape, contiguousStrides(shape), 0), nil
}

func (a *Array) inferShape(shape []int) ([]int, error) {
	out := append([]int{}, shape...)
	unknown, known := -1, 1
	for i, n := range shape {
		switch {
		case n >= 0:
			if n > 0 && known > (1<<62)/n {
				return nil, fail(ValueError, "array is too big")
			}
			known *= n
		case n < -1 || unknown >= 0:
			if unknown >= 0 {
				return nil, fail(ValueError, "can only specify one unknown dimension")
			}
			return nil, fail(ValueError, "negative dimensions not allowed")
		default:
			unknown = i
		}
	}
	size := a.Size()
	if unknown >= 0 && known > 0 && size%known == 0 {
		out[unknown] = size / known
		known = size
	} else if unknown >= 0 {
		known = -1
	}
	if known != size {
		return nil, fail(ValueError, "cannot reshape array of size ", itoa(size), " into shape ", strings.ReplaceAll(compactShape(shape), "-1", "newaxis"))
	}
	_, err := Count(out)
	return out, err
}

// reshapeStrides finds strides that show the same memory in another shape, if there are any.
func (a *Array) reshapeStrides(shape []int) ([]int, bool) {
	if a.Contiguous() {
		return contiguousStrides(shape), true
	}
	var oldShape, oldStrides []int
	for i, n := range a.shape {
		if n != 1 {
			oldShape = append(oldShape, n)
			oldStrides = append(oldStrides, a.strides[i])
		}
	}
	strides := make([]int, len(shape))
	oi, oj, ni, nj := 0, 1, 0, 1
	for ni < len(shape) && oi < len(oldShape) {
		np, op := shape[ni], oldShape[oi]
		for np != op {
			if np < op {
				np *= shape[nj]
				nj++
			} else {
				op *= oldShape[oj]
				oj++
			}
		}
		for k := oi; k < oj-1; k++ {
			if oldStrides[k] != oldShape[k+1]*oldStrides[k+1] {
				return nil, false
			}
		}
		strides[nj-1] = oldStrides[oj-1]
		for k := nj - 1; k > ni; k-- {
			strides[k-1] = strides[k] * shape[k]
		}
		ni, nj = nj, nj+1
		oi, oj = oj, oj+1
	}
	return strides, true
}

// Transpose returns a view with the dimensions in another order; nil turns them all round.
func (a *Array) Transpose(axes []int) (*Array, error) {
	n := len(a.shape)
	if axes == nil {
		for i := n - 1; i >= 0; i-- {
			axes = append(axes, i)
		}
	}
	if len(axes) != n {
		return nil, fail(ValueError, "axes don't match array")
	}
	axes, err := NormalizeAxes(axes, n)
	if err != nil {
		if e, ok := err.(*Error); ok && e.Kind == ValueError {
			return nil, fail(ValueError, "repeated axis in transpose")
		}
		return nil, err
	}
	shape, strides := make([]int, n), make([]int, n)
	for i, ax := range axes {
		shape[i], strides[i] = a.shape[ax], a.strides[ax]
	}
	return a.view(shape, strides, a.offset), nil
}

// SwapAxes returns a view with two dimensions exchanged.
func (a *Array) SwapAxes(i, j int) (*Array, error) {
	i, err := NormalizeAxis(i, len(a.shape))
	if err != nil {
		return nil, named("axis1", err)
	}
	if j, err = NormalizeAxis(j, len(a.shape)); err != nil {
		return nil, named("axis2", err)
	}
	shape, strides := append([]int(nil), a.shape...), append([]int(nil), a.strides...)
	shape[i], shape[j] = shape[j], shape[i]
	strides[i], strides[j] = strides[j], strides[i]
	return a.view(shape, strides, a.offset), nil
}

// Windows returns a view with all windows of some sizes along axes: the windows' own dimensions come last.
func (a *Array) Windows(sizes, axes []int) (*Array, error) {
	shape, strides := append([]int(nil), a.shape...), append([]int(nil), a.strides...)
	for i, size := range sizes {
		ax, err := NormalizeAxis(axes[i], len(a.shape))
		if err != nil {
			return nil, err
		}
		if size < 0 {
			return nil, fail(ValueError, "`window_shape` cannot contain negative values")
		}
		if shape[ax] -= size - 1; shape[ax] < 1 {
			return nil, fail(ValueError, "window shape cannot be larger than input array shape")
		}
		shape, strides = append(shape, size), append(strides, a.strides[ax])
	}
	return a.view(shape, strides, a.offset), nil
}

// MoveAxis returns a view with dimensions moved to other places.
func (a *Array) MoveAxis(from, to []int) (*Array, error) {
	n := len(a.shape)
	from, err := NormalizeAxes(append([]int{}, from...), n)
	if err != nil {
		return nil, named("source", err)
	}
	if to, err = NormalizeAxes(append([]int{}, to...), n); err != nil {
		return nil, named("destination", err)
	}
	if len(from) != len(to) {
		return nil, fail(ValueError, "`source` and `destination` arguments must have the same number of elements")
	}
	order := make([]int, n)
	taken := make([]bool, n)
	for i := range order {
		order[i] = -1
	}
	for i, f := range from {
		order[to[i]] = f
		taken[f] = true
	}
	next := 0
	for i := range order {
		if order[i] >= 0 {
			continue
		}
		for taken[next] {
			next++
		}
		order[i] = next
		next++
	}
	return a.Transpose(order)
}

// Squeeze returns a view without dimensions of length 1: those given, or all of them for nil.
func (a *Array) Squeeze(axes []int) (*Array, error) {
	drop := make([]bool, len(a.shape))
	if axes == nil {
		for i, n := range a.shape {
			drop[i] = n == 1
		}
	} else {
		norm, err := NormalizeAxes(axes, len(a.shape))
		if err != nil {
			return nil, err
		}
		for _, ax := range norm {
			if a.shape[ax] != 1 {
				return nil, fail(ValueError, "cannot select an axis to squeeze out which has size not equal to one")
			}
			drop[ax] = true
		}
	}
	shape, strides := []int{}, []int{}
	for i, n := range a.shape {
		if !drop[i] {
			shape, strides = append(shape, n), append(strides, a.strides[i])
		}
	}
	return a.view(shape, strides, a.offset), nil
}

// ExpandDims returns a view with dimensions of length 1 at the given places of the result.
func (a *Array) ExpandDims(axes ...int) (*Array, error) {
	n := len(a.shape) + len(axes)
	if n > maxRank {
		return nil, fail(ValueError, "maximum supported dimension for an ndarray is currently 64, found ", itoa(n))
	}
	axes, err := NormalizeAxes(append([]int{}, axes...), n)
	if err != nil {
		if e, ok := err.(*Error); ok && e.Kind == ValueError {
			return nil, fail(ValueError, "repeated axis")
		}
		return nil, err
	}
	isNew := make([]bool, n)
	for _, ax := range axes {
		isNew[ax] = true
	}
	shape, strides := make([]int, n), make([]int, n)
	k := 0
	for i := range shape {
		if isNew[i] {
			shape[i] = 1
			continue
		}
		shape[i], strides[i] = a.shape[k], a.strides[k]
		k++
	}
	return a.view(shape, strides, a.offset), nil
}

// At returns the view at position i, which must be in range, of one dimension.
func (a *Array) At(axis, i int) *Array {
	shape := append(append(make([]int, 0, len(a.shape)), a.shape[:axis]...), a.shape[axis+1:]...)
	strides := append(append(make([]int, 0, len(a.shape)), a.strides[:axis]...), a.strides[axis+1:]...)
	return a.view(shape, strides, a.offset+i*a.strides[axis])
}

// Slice returns the view of count positions of one dimension from start on, step apart. They must be in range.
func (a *Array) Slice(axis, start, step, count int) *Array {
	shape, strides := append([]int(nil), a.shape...), append([]int(nil), a.strides...)
	shape[axis] = count
	strides[axis] *= step
	offset := a.offset
	if count > 0 {
		offset += start * a.strides[axis]
	}
	return a.view(shape, strides, offset)
}

// Flip returns a view with dimensions (nil: all) in reverse.
func (a *Array) Flip(axes []int) (*Array, error) {
	axes, err := NormalizeAxes(axes, len(a.shape))
	if err != nil {
		return nil, err
	}
	v := a
	for _, ax := range axes {
		v = v.Slice(ax, max(a.shape[ax]-1, 0), -1, a.shape[ax])
	}
	return v, nil
}

// Diagonal returns a view of a diagonal: the dimensions axis1 and axis2 go, and the diagonal comes last.
func (a *Array) Diagonal(k, axis1, axis2 int) (*Array, error) {
	if len(a.shape) < 2 {
		return nil, fail(ValueError, "diag requires an array of at least two dimensions")
	}
	axis1, err := NormalizeAxis(axis1, len(a.shape))
	if err != nil {
		return nil, err
	}
	if axis2, err = NormalizeAxis(axis2, len(a.shape)); err != nil {
		return nil, err
	}
	if axis1 == axis2 {
		return nil, fail(ValueError, "axis1 and axis2 cannot be the same")
	}
	rows, cols, offset := a.shape[axis1], a.shape[axis2], a.offset
	if k >= 0 {
		cols -= k
	} else {
		rows += k
	}
	n := max(min(rows, cols), 0)
	if n > 0 && k >= 0 {
		offset += k * a.strides[axis2]
	} else if n > 0 {
		offset -= k * a.strides[axis1]
	}
	shape, strides := []int{}, []int{}
	for i := range a.shape {
		if i != axis1 && i != axis2 {
			shape, strides = append(shape, a.shape[i]), append(strides, a.strides[i])
		}
	}
	shape = append(shape, n)
	strides = append(strides, a.strides[axis1]+a.strides[axis2])
	return a.view(shape, strides, offset), nil
}

// Roll returns a copy whose elements are moved along an axis, coming in again at the other end.
func (a *Array) Roll(shift, axis int) (*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	out, err := a.like(a.dtype, a.shape)
	n := a.shape[axis]
	if err != nil || a.Size() == 0 {
		return out, err
	}
	shift = (shift%n + n) % n
	if err := out.Slice(axis, shift, 1, n-shift).Assign(a.Slice(axis, 0, 1, n-shift)); err != nil {
		return nil, err
	}
	return out, out.Slice(axis, 0, 1, shift).Assign(a.Slice(axis, n-shift, 1, shift))
}
