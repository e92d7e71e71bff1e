package numpy

import (
	"math"
	"slices"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addStatistics() {
	const params = "axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None"
	register(
		fn("median", "(a, axis=None, out=None, overwrite_input=False, keepdims=False)", "Returns the middle value.", median(false)),
		fn("nanmedian", "(a, axis=None, out=None, overwrite_input=False, keepdims=False)", "Returns the middle value that is not NaN.", median(true)),
		fn("percentile", "(a, q, "+params+")", "Returns percentiles.", quantile(100, false)),
		fn("quantile", "(a, q, "+params+")", "Returns quantiles.", quantile(1, false)),
		fn("nanpercentile", "(a, q, "+params+")", "Returns percentiles without NaN.", quantile(100, true)),
		fn("nanquantile", "(a, q, "+params+")", "Returns quantiles without NaN.", quantile(1, true)),
		fn("nansum", "(a, axis=None, dtype=None, out=None, keepdims=False)", "Sums without NaN.", nanReduce("sum", 0)),
		fn("nanprod", "(a, axis=None, dtype=None, out=None, keepdims=False)", "Multiplies without NaN.", nanReduce("prod", 1)),
		fn("nanmax", "(a, axis=None, dtype=?, out=None, keepdims=False)", "Returns the largest value without NaN.", nanReduce("max", math.Inf(-1))),
		fn("nanmin", "(a, axis=None, dtype=?, out=None, keepdims=False)", "Returns the smallest value without NaN.", nanReduce("min", math.Inf(1))),
		fn("nanmean", "(a, axis=None, dtype=None, out=None, keepdims=False)", "Returns the mean without NaN.", nanMoments("mean")),
		fn("nanvar", "(a, axis=None, dtype=None, out=None, keepdims=False, ddof=0)", "Returns the variance without NaN.", nanMoments("var")),
		fn("nanstd", "(a, axis=None, dtype=None, out=None, keepdims=False, ddof=0)", "Returns the deviation without NaN.", nanMoments("std")),
		fn("nanargmax", "(a, axis=None)", "Returns the place of the largest value without NaN.", nanArg(array.ArgMax, math.Inf(-1))),
		fn("nanargmin", "(a, axis=None)", "Returns the place of the smallest value without NaN.", nanArg(array.ArgMin, math.Inf(1))),
		fn("nancumsum", "(a, axis=None, dtype=None, out=None)", "Returns running sums without NaN.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := withoutNaN(t, a[0], 0)
			if err != nil {
				return nil, err
			}
			return cumulative(array.Add)(t, []object.Object{New(x), a[1], a[2], a[3]})
		}),
		fn("cov", "(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None)", "Returns covariances.", covariance),
		fn("corrcoef", "(x, y=None, rowvar=True, *, dtype=None)", "Returns correlations.", correlation),
	)
}

// withoutNaN replaces NaN by a number.
func withoutNaN(t *object.Thread, o object.Object, by float64) (*array.Array, error) {
	x, err := numeric(t, o)
	if err != nil || !x.Dtype().IsInexact() {
		return x, err
	}
	bad, err := array.Unary(array.Isnan, x)
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.Where(bad, array.Operand{Array: array.Scalar(by), Weak: array.WeakFloat}, array.Of(x))
	return r, raised(err)
}

func nanReduce(name string, neutral float64) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := withoutNaN(t, a[0], neutral)
		if err != nil {
			return nil, err
		}
		return reduce(t, name, reduceArgs{a: New(x), axis: a[1], dtype: a[2], out: a[3], keep: a[4]})
	}
}

func nanMoments(name string) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := numeric(t, a[0])
		if err != nil {
			return nil, err
		}
		axes, err := axesOf(t, a[1])
		if err != nil {
			return nil, err
		}
		keep, err := flag(t, a[4], false)
		if err != nil {
			return nil, err
		}
		ddof := 0.0
		if len(a) > 5 {
			if ddof, err = object.ToFloat(t, a[5]); err != nil {
				return nil, err
			}
		}
		r, err := momentsWithoutNaN(t, name, x, axes, ddof, keep)
		return resultOf(r, err)
	}
}

func momentsWithoutNaN(t *object.Thread, name string, x *array.Array, axes []int, ddof float64, keep bool) (*array.Array, error) {
	good, err := array.Unary(array.Isnan, x)
	if err == nil {
		good, err = array.Unary(array.LogicalNot, good)
	}
	if err != nil {
		return nil, err
	}
	work := x.Dtype()
	if !work.IsInexact() {
		work = array.Float64
	}
	clean, err := withoutNaN(t, New(x), 0)
	if err != nil {
		return nil, err
	}
	mean := func(v *array.Array, keep bool, less float64) (*array.Array, error) {
		sum, err := array.Sum(v, axes, keep, work)
		if err != nil {
			return nil, err
		}
		n, err := array.Sum(good, axes, keep, work)
		if err == nil && less != 0 {
			n, err = array.Binary(array.Subtract, array.Of(n), array.Operand{Array: array.Scalar(less), Weak: array.WeakFloat})
		}
		if err != nil {
			return nil, err
		}
		return array.Binary(array.Divide, array.Of(sum), array.Of(n))
	}
	if name == "mean" {
		return mean(clean, keep, 0)
	}
	m, err := mean(clean, true, 0)
	if err != nil {
		return nil, err
	}
	d, err := array.Binary(array.Subtract, array.Of(clean), array.Of(m))
	if err == nil {
		d, err = array.Where(good, array.Of(d), array.Operand{Array: array.Scalar(0.0), Weak: array.WeakFloat})
	}
	if err == nil {
		d, err = array.Binary(array.Multiply, array.Of(d), array.Of(d))
	}
	if err == nil {
		d, err = mean(d, keep, ddof)
	}
	if err != nil || name == "var" {
		return d, err
	}
	return array.Unary(array.Sqrt, d)
}

func nanArg(f func(*array.Array, int, bool) (*array.Array, error), neutral float64) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := withoutNaN(t, a[0], neutral)
		if err != nil {
			return nil, err
		}
		x, axis, err := flatOr(t, x, a[1])
		if err != nil {
			return nil, err
		}
		r, err := f(x, axis, false)
		return resultOf(r, err)
	}
}

func median(skipNaN bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		return quantiles(t, a[0], array.Scalar(0.5), a[1], a[4], "median", skipNaN)
	}
}

func quantile(whole float64, skipNaN bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		q, err := numeric(t, a[1])
		if err != nil {
			return nil, err
		}
		f, err := array.Binary(array.Divide, array.Of(q), array.Operand{Array: array.Scalar(whole), Weak: array.WeakFloat})
		if err != nil {
			return nil, raised(err)
		}
		return quantiles(t, a[0], f, a[2], a[6], text(a[5], "linear"), skipNaN)
	}
}

// quantiles computes each quantile of q along axes, which are first brought together at the end.
func quantiles(t *object.Thread, o object.Object, q *array.Array, axis, keepDims object.Object, method string, skipNaN bool) (object.Object, error) {
	x, err := numeric(t, o)
	if err != nil {
		return nil, err
	}
	axes, err := ints(t, axis)
	if err != nil {
		return nil, err
	}
	if axes, err = array.NormalizeAxes(axes, x.Rank()); err != nil {
		return nil, raised(err)
	}
	keep, err := flag(t, keepDims, false)
	if err != nil {
		return nil, err
	}
	points, err := array.Float64s(q)
	if err != nil {
		return nil, raised(err)
	}
	for _, p := range points {
		if !(p >= 0 && p <= 1) {
			return nil, valueError("Quantiles must be in the range [0, 1]")
		}
	}
	rows, shape, err := rowsAlong(x, axes)
	if err != nil {
		return nil, raised(err)
	}
	n := rows.Shape()[1]
	data, err := array.Float64s(rows)
	if err != nil {
		return nil, raised(err)
	}
	out := make([]float64, 0, len(points)*rows.Shape()[0])
	for _, p := range points {
		for r := range rows.Shape()[0] {
			v, err := quantileOf(data[r*n:(r+1)*n], p, method, skipNaN)
			if err != nil {
				return nil, err
			}
			out = append(out, v)
		}
	}
	if keep {
		shape = append([]int{}, x.Shape()...)
		for _, ax := range axes {
			shape[ax] = 1
		}
	}
	r, err := array.FromSlice(t, out, append(append([]int{}, q.Shape()...), shape...)...)
	if exact := method == "lower" || method == "higher" || method == "nearest"; err == nil && (x.Dtype().IsFloat() || exact) {
		r, err = r.Cast(x.Dtype())
	}
	return resultOf(r, err)
}

// rowsAlong brings the given axes together as the second of two dimensions; shape is that of the others.
func rowsAlong(x *array.Array, axes []int) (rows *array.Array, shape []int, err error) {
	order := []int{}
	n := 1
	for i, d := range x.Shape() {
		if !slices.Contains(axes, i) {
			order, shape = append(order, i), append(shape, d)
		}
	}
	for _, ax := range axes {
		n *= x.Shape()[ax]
	}
	moved, err := x.Transpose(append(order, axes...))
	if err != nil {
		return nil, nil, err
	}
	outer := 1
	for _, d := range shape {
		outer *= d
	}
	rows, err = moved.Reshape(outer, n)
	return rows, shape, err
}

func quantileOf(row []float64, p float64, method string, skipNaN bool) (float64, error) {
	row = append([]float64{}, row...)
	if skipNaN {
		row = slices.DeleteFunc(row, func(v float64) bool { return v != v })
	}
	n := len(row)
	if n == 0 {
		return nan, nil
	}
	for _, v := range row {
		if v != v {
			return nan, nil
		}
	}
	slices.Sort(row)
	at := p * float64(n-1)
	lo := int(math.Floor(at))
	hi := min(lo+1, n-1)
	frac := at - float64(lo)
	if frac == 0 {
		return row[lo], nil
	}
	switch method {
	case "linear":
	case "median":
		return (row[lo] + row[hi]) / 2, nil
	case "lower":
		return row[lo], nil
	case "higher":
		return row[int(math.Ceil(at))], nil
	case "nearest":
		return row[int(math.RoundToEven(at))], nil
	case "midpoint":
		if frac > 0 {
			frac = 0.5
		}
	default:
		return 0, valueError("the method '%s' of quantile is not supported here: choose linear, lower, higher, nearest or midpoint", method)
	}
	d := row[hi] - row[lo]
	if frac >= 0.5 {
		return row[hi] - float64(d*(1-frac)), nil
	}
	return row[lo] + float64(d*frac), nil
}

func covariance(t *object.Thread, a []object.Object) (object.Object, error) {
	bias, err := object.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	ddof := 1
	if bias {
		ddof = 0
	}
	if ddof, err = number(t, a[4], ddof); err != nil {
		return nil, err
	}
	if given(a[5]) || given(a[6]) {
		return nil, valueError("weights of np.cov are not supported here")
	}
	c, err := covarianceOf(t, a[0], a[1], a[2], ddof)
	return resultOf(c, err)
}

// covarianceOf returns the covariance matrix, of rank 0 for one variable.
func covarianceOf(t *object.Thread, m, y, rowvar object.Object, ddof int) (*array.Array, error) {
	x, err := variables(t, m, rowvar)
	if err != nil {
		return nil, err
	}
	if given(y) {
		more, err := variables(t, y, rowvar)
		if err != nil {
			return nil, err
		}
		if x, err = array.Concatenate([]*array.Array{x, more}, 0, array.Invalid); err != nil {
			return nil, raised(err)
		}
	}
	mean, err := array.Mean(x, []int{1}, true, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	if x, err = array.Binary(array.Subtract, array.Of(x), array.Of(mean)); err != nil {
		return nil, raised(err)
	}
	xt, err := x.Transpose(nil)
	if err != nil {
		return nil, raised(err)
	}
	c, err := array.MatMul(x, xt)
	if err != nil {
		return nil, raised(err)
	}
	if c, err = array.Binary(array.Multiply, array.Of(c), array.Operand{Array: array.Scalar(1 / float64(x.Shape()[1]-ddof)), Weak: array.WeakFloat}); err != nil {
		return nil, raised(err)
	}
	c, err = c.Squeeze(nil)
	return c, raised(err)
}

func variables(t *object.Thread, o, rowvar object.Object) (*array.Array, error) {
	x, err := numeric(t, o)
	if err != nil {
		return nil, err
	}
	if x.Dtype() != array.Float32 && !x.Dtype().IsComplex() {
		if x, err = x.Cast(array.Float64); err != nil {
			return nil, raised(err)
		}
	}
	for x.Rank() < 2 {
		if x, err = x.ExpandDims(0); err != nil {
			return nil, raised(err)
		}
	}
	rows, err := object.Truth(t, rowvar)
	if err == nil && !rows && x.Shape()[0] != 1 {
		x, err = x.Transpose(nil)
	}
	return x, raised(err)
}

func correlation(t *object.Thread, a []object.Object) (object.Object, error) {
	c, err := covarianceOf(t, a[0], a[1], a[2], 1)
	if err != nil {
		return nil, err
	}
	if c.Rank() == 0 {
		return applyBinary(t, array.Divide, array.Of(c), array.Of(c))
	}
	d, err := c.Diagonal(0, 0, 1)
	if err == nil {
		d, err = array.Unary(array.Sqrt, d)
	}
	if err != nil {
		return nil, raised(err)
	}
	column, err := d.ExpandDims(1)
	if err != nil {
		return nil, raised(err)
	}
	if c, err = array.Binary(array.Divide, array.Of(c), array.Of(column)); err != nil {
		return nil, raised(err)
	}
	if c, err = array.Binary(array.Divide, array.Of(c), array.Of(d)); err != nil {
		return nil, raised(err)
	}
	c, err = array.Clip(c, array.Operand{Array: array.Scalar(-1.0), Weak: array.WeakFloat}, array.Operand{Array: array.Scalar(1.0), Weak: array.WeakFloat})
	return arrayOf(c, err)
}
