package array

// TakeMode says what happens to positions out of range.
type TakeMode uint8

// Modes of Take.
const (
	TakeRaise TakeMode = iota
	TakeWrap
	TakeClip
)

// Take gathers positions of an axis; the shape of index replaces that axis.
func (a *Array) Take(index *Array, axis int, mode TakeMode) (*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	list, err := Ints(index)
	if err != nil {
		return nil, err
	}
	n := a.shape[axis]
	list = append([]int(nil), list...)
	for i, v := range list {
		switch {
		case n == 0:
			return nil, fail(IndexError, "cannot do a non-empty take from an empty axes.")
		case mode == TakeWrap:
			list[i] = (v%n + n) % n
		case mode == TakeClip:
			list[i] = max(0, min(v, n-1))
		default:
			if list[i], err = checkIndex(v, n, axis); err != nil {
				return nil, fail(IndexError, "index ", itoa(v), " is out of bounds for axis ", itoa(axis), " with size ", itoa(n))
			}
		}
	}
	out, err := a.takeAlong(list, axis)
	if err != nil {
		return nil, err
	}
	shape := append(append(append([]int{}, a.shape[:axis]...), index.shape...), a.shape[axis+1:]...)
	return out.Reshape(shape...)
}

// TakeAlongAxis gathers, at each place, the element whose position along the axis stands in index.
func (a *Array) TakeAlongAxis(index *Array, axis int) (*Array, error) {
	at, shape, err := a.alongAxis(index, axis)
	if err != nil {
		return nil, err
	}
	out, err := a.like(a.dtype, shape)
	if err != nil {
		return nil, err
	}
	out.data.take(a.data, at)
	return out, nil
}

// PutAlongAxis sets what TakeAlongAxis reads.
func (a *Array) PutAlongAxis(index, v *Array, axis int) error {
	at, shape, err := a.alongAxis(index, axis)
	if err != nil {
		return err
	}
	if a.ReadOnly {
		return fail(ValueError, "assignment destination is read-only")
	}
	b, err := v.BroadcastTo(shape)
	if err != nil {
		return err
	}
	if b, err = b.Cast(a.dtype); err != nil {
		return err
	}
	if b, err = b.Copy(); err != nil {
		return err
	}
	a.data.put(at, b.data)
	return nil
}

func (a *Array) alongAxis(index *Array, axis int) (at, shape []int, err error) {
	axis, err = NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, nil, err
	}
	if len(index.shape) != len(a.shape) {
		return nil, nil, fail(ValueError, "`indices` and `arr` must have the same number of dimensions")
	}
	shape = append([]int(nil), index.shape...)
	strides := append([]int(nil), a.strides...)
	for i := range shape {
		if i == axis {
			continue
		}
		if shape[i] == 1 {
			shape[i] = a.shape[i]
		}
		if a.shape[i] == 1 {
			strides[i] = 0
		}
		if a.shape[i] != shape[i] && a.shape[i] != 1 {
			return nil, nil, fail(IndexError, "shape mismatch: indexing arrays could not be broadcast together with shapes ",
				compactShape(index.shape), " ", compactShape(a.shape))
		}
	}
	strides[axis] = 0
	b, err := index.BroadcastTo(shape)
	if err != nil {
		return nil, nil, err
	}
	list, err := Ints(b)
	if err != nil {
		return nil, nil, err
	}
	at = a.view(shape, strides, a.offset).positions()
	for i, v := range list {
		n, err := checkIndex(v, a.shape[axis], axis)
		if err != nil {
			return nil, nil, err
		}
		at[i] += n * a.strides[axis]
	}
	return at, shape, nil
}

// Where picks from x where cond is true and from y elsewhere, all broadcast together.
func Where(cond *Array, x, y Operand) (*Array, error) {
	dtype, err := ResultType(x, y)
	if err != nil {
		return nil, err
	}
	shape, err := BroadcastShapes(cond.shape, x.shape, y.shape)
	if err != nil {
		return nil, err
	}
	a, err := x.Array.Cast(dtype)
	if err != nil {
		return nil, err
	}
	b, err := y.Array.Cast(dtype)
	if err != nil {
		return nil, err
	}
	c, err := cond.Cast(Bool)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(cond, a, b), dtype, shape...)
	if err != nil {
		return nil, err
	}
	if dtype == Str {
		out.width = max(a.width, b.width)
	}
	if err := out.Assign(b); err != nil {
		return nil, err
	}
	if a, err = a.BroadcastTo(shape); err != nil {
		return nil, err
	}
	if c, err = c.BroadcastTo(shape); err != nil {
		return nil, err
	}
	from, to := []int{}, []int{}
	positions := a.positions()
	for i, yes := range Data[bool](c) {
		if yes {
			from, to = append(from, positions[i]), append(to, i)
		}
	}
	picked := a.data.make(len(from))
	picked.take(a.data, from)
	out.data.put(to, picked)
	return out, nil
}

// Nonzero returns, for each dimension, the positions of the elements that are not zero, in order.
func Nonzero(a *Array) ([]*Array, error) {
	if len(a.shape) == 0 {
		return nil, fail(ValueError, "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.")
	}
	b, err := a.Cast(Bool)
	if err != nil {
		return nil, err
	}
	data := Data[bool](b)
	n := 0
	for _, v := range data {
		if v {
			n++
		}
	}
	out := make([]*Array, len(a.shape))
	lists := make([]vec[int64], len(out))
	for i := range out {
		if out[i], err = New(a.budget, Int64, n); err != nil {
			return nil, err
		}
		lists[i] = out[i].data.(vec[int64])
	}
	strides := contiguousStrides(a.shape)
	k := 0
	for i, v := range data {
		if !v {
			continue
		}
		rest := i
		for d := range lists {
			lists[d][k] = int64(rest / strides[d])
			rest %= strides[d]
		}
		k++
	}
	return out, nil
}

// Arange returns the numbers from start up to, not including, stop in steps; dtype must be an integer or float type.
func Arange(b Budget, start, stop, step float64, dtype Dtype) (*Array, error) {
	if step == 0 {
		return nil, fail(ZeroDivisionError, "division by zero")
	}
	n := int(min(max(ceil((stop-start)/step), 0), 1<<40))
	out, err := New(b, Float64, n)
	if err != nil {
		return nil, err
	}
	data := out.data.(vec[float64])
	delta := start + step - start
	if n > 1 && !dtype.IsFloat() {
		delta = truncFloat(start+step) - truncFloat(start)
		start = truncFloat(start)
	}
	if dtype == Float32 {
		s, d := float32(start), float32(start+step)-float32(start)
		for i := range data {
			data[i] = float64(s + float32(float32(i)*d))
		}
		if n > 1 {
			data[1] = float64(float32(start + step))
		}
		return out.Cast(dtype)
	}
	for i := range data {
		data[i] = start + float64(float64(i)*delta)
	}
	return out.Cast(dtype)
}

// ArangeInt is Arange for whole numbers, without rounding.
func ArangeInt(b Budget, start, stop, step int64, dtype Dtype) (*Array, error) {
	if step == 0 {
		return nil, fail(ZeroDivisionError, "division by zero")
	}
	n := ceil((float64(stop) - float64(start)) / float64(step))
	out, err := New(b, Int64, int(min(max(n, 0), 1<<40)))
	if err != nil {
		return nil, err
	}
	data := out.data.(vec[int64])
	for i := range data {
		data[i] = start + int64(i)*step
	}
	return out.Cast(dtype)
}

// Linspace returns n evenly spaced numbers; endpoint says whether stop is the last of them. step is their distance.
func Linspace(b Budget, start, stop *Array, n int, endpoint bool) (out *Array, step *Array, err error) {
	if n < 0 {
		return nil, nil, fail(ValueError, "Number of samples, ", itoa(n), ", must be non-negative.")
	}
	div := n
	if endpoint {
		div--
	}
	delta, err := Binary(Subtract, Of(stop), Of(start))
	if err != nil {
		return nil, nil, err
	}
	ramp, err := ArangeInt(b, 0, int64(n), 1, Float64)
	if err != nil {
		return nil, nil, err
	}
	for range delta.shape {
		if ramp, err = ramp.ExpandDims(len(ramp.shape)); err != nil {
			return nil, nil, err
		}
	}
	if div > 0 {
		if step, err = Binary(Divide, Of(delta), Operand{Scalar(float64(div)), WeakFloat}); err != nil {
			return nil, nil, err
		}
		out, err = Binary(Multiply, Of(ramp), Of(step))
	} else {
		step = Scalar(nan)
		out, err = Binary(Multiply, Of(ramp), Of(delta))
	}
	if err != nil {
		return nil, nil, err
	}
	if out, err = Binary(Add, Of(out), Of(start)); err != nil {
		return nil, nil, err
	}
	if endpoint && n > 1 {
		err = out.At(0, n-1).Assign(stop)
	}
	return out, step, err
}

// Tri returns a matrix with ones at and below the k-th diagonal.
func Tri(b Budget, rows, cols, k int, dtype Dtype) (*Array, error) {
	out, err := New(b, Bool, rows, cols)
	if err != nil {
		return nil, err
	}
	data := out.data.(vec[bool])
	for i := range rows {
		for j := 0; j < cols && j <= i+k; j++ {
			data[i*cols+j] = true
		}
	}
	return out.Cast(dtype)
}

// Eye returns a matrix with ones on the k-th diagonal.
func Eye(b Budget, rows, cols, k int, dtype Dtype) (*Array, error) {
	out, err := New(b, dtype, rows, cols)
	if err != nil {
		return nil, err
	}
	d, err := out.Diagonal(k, 0, 1)
	if err != nil {
		return nil, err
	}
	return out, d.Assign(Scalar(int64(1)))
}
