package array

// momentDtype returns the type a mean is computed in, and the type of its result.
func momentDtype(a *Array, dtype Dtype) (work, result Dtype) {
	switch {
	case dtype != Invalid:
		return dtype, dtype
	case a.dtype < Float16:
		return Float64, Float64
	}
	return a.dtype, a.dtype
}

// Mean returns the means along axes (nil: all). dtype Invalid means numpy's choice.
func Mean(a *Array, axes []int, keep bool, dtype Dtype) (*Array, error) {
	work, result := momentDtype(a, dtype)
	if work == Float16 && dtype == Invalid { // the sum of many halves would soon be too coarse
		work = Float32
	}
	sum, err := Sum(a, axes, keep, work)
	if err != nil {
		return nil, err
	}
	n, err := countAlong(a, axes)
	if err != nil {
		return nil, err
	}
	return divideBy(sum, n, result)
}

func countAlong(a *Array, axes []int) (int, error) {
	axes, err := NormalizeAxes(axes, len(a.shape))
	n := 1
	for _, ax := range axes {
		n *= a.shape[ax]
	}
	return n, err
}

func divideBy(a *Array, n int, result Dtype) (*Array, error) {
	q, err := Binary(Divide, Of(a), Of(Scalar(int64(n))))
	if err != nil {
		return nil, err
	}
	return q.Cast(result)
}

// Var returns the variances along axes (nil: all): the mean squared distance from the mean, where the divisor is the
// count less ddof.
func Var(a *Array, axes []int, ddof float64, keep bool, dtype Dtype) (*Array, error) {
	if len(a.shape) > 1 && a.FortranContiguous() && !a.Contiguous() {
		return varTransposed(a, axes, ddof, keep, dtype)
	}
	work, result := momentDtype(a, dtype)
	sum, err := Sum(a, axes, true, work)
	if err != nil {
		return nil, err
	}
	n, err := countAlong(a, axes)
	if err != nil {
		return nil, err
	}
	mean, err := divideBy(sum, n, work)
	if err != nil {
		return nil, err
	}
	x, err := Binary(Subtract, Of(a), Of(mean))
	if err != nil {
		return nil, err
	}
	if x.dtype.IsComplex() {
		work, result = work.Real(), result.Real()
	}
	if x, err = squaredSize(x); err != nil {
		return nil, err
	}
	if sum, err = Sum(x, axes, keep, work); err != nil {
		return nil, err
	}
	q, err := Binary(Divide, Of(sum), Of(Scalar(max(float64(n)-ddof, 0))))
	if err != nil {
		return nil, err
	}
	return q.Cast(result)
}

// varTransposed computes on the transpose, whose memory is in order, as numpy's intermediate results are.
func varTransposed(a *Array, axes []int, ddof float64, keep bool, dtype Dtype) (*Array, error) {
	norm, err := NormalizeAxes(axes, len(a.shape))
	if err != nil {
		return nil, err
	}
	turned := make([]int, len(norm))
	for i, ax := range norm {
		turned[i] = len(a.shape) - 1 - ax
	}
	t, err := a.Transpose(nil)
	if err != nil {
		return nil, err
	}
	v, err := Var(t, turned, ddof, keep, dtype)
	if err != nil {
		return nil, err
	}
	return v.Transpose(nil)
}

// squaredSize is x², of complex numbers the sum of the squares of the parts.
func squaredSize(x *Array) (*Array, error) {
	if !x.dtype.IsComplex() {
		return Binary(Multiply, Of(x), Of(x))
	}
	re, err := RealPart(x)
	if err == nil {
		re, err = Binary(Multiply, Of(re), Of(re))
	}
	if err != nil {
		return nil, err
	}
	im, err := ImagPart(x)
	if err == nil {
		im, err = Binary(Multiply, Of(im), Of(im))
	}
	if err != nil {
		return nil, err
	}
	return Binary(Add, Of(re), Of(im))
}

// Std returns the standard deviations along axes (nil: all).
func Std(a *Array, axes []int, ddof float64, keep bool, dtype Dtype) (*Array, error) {
	v, err := Var(a, axes, ddof, keep, dtype)
	if err != nil {
		return nil, err
	}
	return Unary(Sqrt, v)
}

// CumSum returns the running sums along an axis.
func CumSum(a *Array, axis int, dtype Dtype) (*Array, error) { return Accumulate(Add, a, axis, dtype) }

// CumProd returns the running products along an axis.
func CumProd(a *Array, axis int, dtype Dtype) (*Array, error) {
	return Accumulate(Multiply, a, axis, dtype)
}

// Accumulate applies op between each element and the result so far, along an axis.
func Accumulate(op BinaryOp, a *Array, axis int, dtype Dtype) (*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if dtype == Invalid {
		dtype = a.dtype
		if op == Add || op == Multiply {
			dtype = sumDtype(a.dtype)
		}
	}
	x, err := a.Cast(dtype)
	if err != nil {
		return nil, err
	}
	out, err := x.Copy()
	if err != nil {
		return nil, err
	}
	if op == Add && a.Size() > 0 {
		switch dtype {
		case Float32:
			runningSum[float32](out, axis)
			return out, nil
		case Float64:
			runningSum[float64](out, axis)
			return out, nil
		case Int64:
			runningSum[int64](out, axis)
			return out, nil
		}
	}
	for i := 1; i < a.shape[axis]; i++ {
		r, err := Binary(op, Of(out.At(axis, i-1)), Of(x.At(axis, i)))
		if err != nil {
			return nil, err
		}
		if err := out.At(axis, i).Assign(r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// runningSum works in place on a contiguous array.
func runningSum[T float | int64](a *Array, axis int) {
	d := a.data.(vec[T])
	step := a.strides[axis]
	for block := 0; block < len(d); block += step * a.shape[axis] {
		for i := block + step; i < block+step*a.shape[axis]; i++ {
			d[i] += d[i-step]
		}
	}
}

// Reduce applies any binary function between all elements along one axis.
func Reduce(op BinaryOp, a *Array, axes []int, keep bool, dtype Dtype) (*Array, error) {
	switch op {
	case Add:
		return Sum(a, axes, keep, dtype)
	case Multiply:
		return Prod(a, axes, keep, dtype)
	case Maximum:
		return Max(a, axes, keep)
	case Minimum:
		return Min(a, axes, keep)
	case LogicalAnd:
		return All(a, axes, keep)
	case LogicalOr:
		return Any(a, axes, keep)
	}
	norm, err := NormalizeAxes(axes, len(a.shape))
	if err != nil {
		return nil, err
	}
	out := a
	for _, ax := range norm {
		if out, err = reduceAxis(op, out, ax); err != nil {
			return nil, err
		}
	}
	if keep {
		return out, nil
	}
	return out.Squeeze(norm)
}

// reduceAxis reduces one axis to length 1.
func reduceAxis(op BinaryOp, a *Array, axis int) (*Array, error) {
	n := a.shape[axis]
	if n == 0 {
		return nil, fail(ValueError, "zero-size array to reduction operation ", op.String(), " which has no identity")
	}
	acc := a.At(axis, 0)
	var err error
	for i := 1; i < n; i++ {
		if acc, err = Binary(op, Of(acc), Of(a.At(axis, i))); err != nil {
			return nil, err
		}
	}
	return acc.ExpandDims(axis)
}
