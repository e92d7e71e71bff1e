package numpy

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addCalculus() {
	register(
		fn("around", "(a, decimals=0, out=None)", "Rounds to decimals.", round),
		fn("fix", "(x, out=None)", "Rounds toward zero.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err != nil {
				return nil, err
			}
			return applyUnary(t, array.Trunc, x)
		}),
		fn("diff", "(a, n=1, axis=-1, prepend=?, append=?)", "Returns differences of neighbours.", diff),
		fn("ediff1d", "(ary, to_end=None, to_begin=None)", "Returns differences of neighbours of the flat array.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err == nil {
				x, err = x.Reshape(-1)
			}
			if err != nil {
				return nil, raised(err)
			}
			r, err := difference(x, 0)
			return arrayOf(r, err)
		}),
		fn("gradient", "(f, *varargs, axis=None, edge_order=1)", "Returns central differences.", gradient),
		fn("interp", "(x, xp, fp, left=None, right=None, period=None)", "Interpolates linearly.", interp),
		fn("trapezoid", "(y, x=None, dx=1.0, axis=-1)", "Integrates by trapezoids.", trapezoid),
		fn("nan_to_num", "(x, copy=True, nan=0.0, posinf=None, neginf=None)", "Replaces NaN and infinities.", nanToNum),
		fn("sinc", "(x)", "Returns sin(pi x)/(pi x).", sinc),
		fn("angle", "(z, deg=False)", "Returns the angle of complex numbers.", angle),
		fn("real", "(val)", "Returns the real part.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			r, err := array.RealPart(x)
			return likeArgument(a[0], r, err)
		}),
		fn("imag", "(val)", "Returns the imaginary part.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			r, err := array.ImagPart(x)
			return likeArgument(a[0], r, err)
		}),
		fn("convolve", "(a, v, mode='full')", "Convolves two sequences.", convolve),
		fn("correlate", "(a, v, mode='valid')", "Correlates two sequences.", correlate),
		fn("histogram", "(a, bins=10, range=None, density=None, weights=None)", "Counts values in bins.", histogram),
		fn("histogram_bin_edges", "(a, bins=10, range=None, weights=None)", "Returns the edges of histogram's bins.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err != nil {
				return nil, err
			}
			edges, err := binEdges(t, x, a[1], a[2])
			return arrayOf(edges, err)
		}),
	)
	both("round", "decimals=0, out=None", round)
	both("clip", "a_min=None, a_max=None, out=None, *, min=?, max=?", clip)
}

// likeArgument keeps the result of rank 0 an array where the argument was one.
func likeArgument(o object.Object, r *array.Array, err error) (object.Object, error) {
	if _, isArray := object.Of(o).(*NDArray); isArray {
		return arrayOf(r, err)
	}
	return resultOf(r, err)
}

func round(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	r, err := array.Round(x, n)
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, "round", a[2], result(r))
}

func clip(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := operand(t, a[0])
	if err != nil {
		return nil, err
	}
	limits := [2]object.Object{a[1], a[2]}
	for i, o := range []object.Object{a[4], a[5]} {
		if o != nil {
			limits[i] = o
		}
	}
	var ends [2]array.Operand
	for i, o := range limits {
		if !given(o) {
			continue
		}
		if ends[i], err = operand(t, o); err != nil {
			return nil, err
		}
	}
	r, err := clipped(x, ends[0], ends[1])
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, "clip", a[3], result(r))
}

// clipped promotes the three together; a Python int that does not fit an integer type limits nothing it can hold.
func clipped(x, lo, hi array.Operand) (*array.Array, error) {
	all := []array.Operand{x}
	for _, o := range []array.Operand{lo, hi} {
		if o.Array != nil {
			all = append(all, o)
		}
	}
	d, err := array.ResultType(all...)
	if err != nil {
		return nil, err
	}
	base, err := x.Array.Cast(d)
	if err != nil {
		return nil, err
	}
	return array.Clip(base, lo, hi)
}

// difference subtracts neighbours along an axis.
func difference(x *array.Array, axis int) (*array.Array, error) {
	n := x.Shape()[axis]
	if n == 0 {
		return x, nil
	}
	op := array.Subtract
	if x.Dtype() == array.Bool {
		op = array.NotEqual
	}
	return array.Binary(op, array.Of(x.Slice(axis, 1, 1, n-1)), array.Of(x.Slice(axis, 0, 1, n-1)))
}

func diff(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, valueError("order must be non-negative but got %d", n)
	}
	if x.Rank() == 0 {
		return nil, valueError("diff requires input that is at least one dimensional")
	}
	axis, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if axis, err = array.NormalizeAxis(axis, x.Rank()); err != nil {
		return nil, raised(err)
	}
	list := []*array.Array{x}
	for i, o := range []object.Object{a[3], a[4]} {
		if o == nil {
			continue
		}
		e, err := arr(t, o)
		if err != nil {
			return nil, err
		}
		if e.Rank() == 0 {
			shape := append([]int{}, x.Shape()...)
			shape[axis] = 1
			if e, err = e.BroadcastTo(shape); err != nil {
				return nil, raised(err)
			}
		}
		if i == 0 {
			list = append([]*array.Array{e}, list...)
		} else {
			list = append(list, e)
		}
	}
	if len(list) > 1 {
		if x, err = array.Concatenate(list, axis, array.Invalid); err != nil {
			return nil, raised(err)
		}
	}
	for range min(n, x.Shape()[axis]) {
		if x, err = difference(x, axis); err != nil {
			return nil, raised(err)
		}
	}
	return New(x), nil
}

func gradient(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Dtype() < array.Float16 {
		if x, err = x.Cast(array.Float64); err != nil {
			return nil, raised(err)
		}
	}
	axes, err := ints(t, a[2])
	if err != nil {
		return nil, err
	}
	if axes, err = array.NormalizeAxes(axes, x.Rank()); err != nil {
		return nil, raised(err)
	}
	spacing := a[1].(*object.Tuple).Items
	out := make([]*array.Array, len(axes))
	for i, axis := range axes {
		h := 1.0
		if len(spacing) > 0 {
			if h, err = object.ToFloat(t, spacing[min(i, len(spacing)-1)]); err != nil {
				return nil, typeError("gradient takes a number as the distance of neighbours here")
			}
		}
		if out[i], err = centralDifferences(x, axis, h); err != nil {
			return nil, raised(err)
		}
	}
	if len(out) == 1 {
		return New(out[0]), nil
	}
	return tupleOf(out), nil
}

func centralDifferences(x *array.Array, axis int, h float64) (*array.Array, error) {
	n := x.Shape()[axis]
	if n < 2 {
		return nil, valueError("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
	}
	part := func(from, to, count int, by float64) (*array.Array, error) {
		d, err := array.Binary(array.Subtract, array.Of(x.Slice(axis, to, 1, count)), array.Of(x.Slice(axis, from, 1, count)))
		if err != nil {
			return nil, err
		}
		return array.Binary(array.Divide, array.Of(d), array.Operand{Array: array.Scalar(by), Weak: array.WeakFloat})
	}
	first, err := part(0, 1, 1, h)
	if err != nil {
		return nil, err
	}
	inner, err := part(0, 2, n-2, 2*h)
	if err != nil {
		return nil, err
	}
	last, err := part(n-2, n-1, 1, h)
	if err != nil {
		return nil, err
	}
	return array.Concatenate([]*array.Array{first, inner, last}, axis, array.Invalid)
}

func interp(t *object.Thread, a []object.Object) (object.Object, error) {
	var f [3][]float64
	var shape []int
	for i := range f {
		x, err := numeric(t, a[i])
		if err != nil {
			return nil, err
		}
		if i == 0 {
			shape = x.Shape()
		}
		if f[i], err = array.Float64s(x); err != nil {
			return nil, raised(err)
		}
	}
	xp, fp := f[1], f[2]
	if len(xp) == 0 {
		return nil, valueError("array of sample points is empty")
	}
	if len(xp) != len(fp) {
		return nil, valueError("fp and xp are not of the same length.")
	}
	left, err := float(t, a[3], fp[0])
	if err != nil {
		return nil, err
	}
	right, err := float(t, a[4], fp[len(fp)-1])
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(f[0]))
	for i, v := range f[0] {
		out[i] = interpolate(v, xp, fp, left, right)
	}
	r, err := array.FromSlice(t, out, shape...)
	return resultOf(r, err)
}

func interpolate(v float64, xp, fp []float64, left, right float64) float64 {
	n := len(xp)
	switch {
	case v != v:
		return v
	case v < xp[0]:
		return left
	case v > xp[n-1]:
		return right
	case v == xp[n-1]:
		return fp[n-1]
	}
	lo, hi := 0, n-1
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; xp[mid] <= v {
			lo = mid
		} else {
			hi = mid
		}
	}
	slope := (fp[hi] - fp[lo]) / (xp[hi] - xp[lo])
	return float64(slope*(v-xp[lo])) + fp[lo]
}

func trapezoid(t *object.Thread, a []object.Object) (object.Object, error) {
	y, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	axis, err := object.Index(t, a[3])
	if err != nil {
		return nil, err
	}
	if axis, err = array.NormalizeAxis(axis, y.Rank()); err != nil {
		return nil, raised(err)
	}
	dx, err := operand(t, a[2])
	if err != nil {
		return nil, err
	}
	if given(a[1]) {
		x, err := numeric(t, a[1])
		if err != nil {
			return nil, err
		}
		if x.Rank() == 0 {
			return nil, valueError("diff requires input that is at least one dimensional")
		}
		along := 0
		if x.Rank() > 1 {
			along = min(axis, x.Rank()-1)
		}
		d, err := difference(x, along)
		if err != nil {
			return nil, raised(err)
		}
		if x.Rank() == 1 {
			shape := make([]int, y.Rank())
			for i := range shape {
				shape[i] = 1
			}
			shape[axis] = d.Size()
			if d, err = d.Reshape(shape...); err != nil {
				return nil, raised(err)
			}
		}
		dx = array.Of(d)
	}
	n := y.Shape()[axis]
	s, err := array.Binary(array.Add, array.Of(y.Slice(axis, 1, 1, max(n-1, 0))), array.Of(y.Slice(axis, 0, 1, max(n-1, 0))))
	if err != nil {
		return nil, raised(err)
	}
	if s, err = array.Binary(array.Multiply, dx, array.Of(s)); err != nil {
		return nil, raised(err)
	}
	if s, err = array.Binary(array.Divide, array.Of(s), array.Operand{Array: array.Scalar(2.0), Weak: array.WeakFloat}); err != nil {
		return nil, raised(err)
	}
	r, err := array.Sum(s, []int{axis}, false, array.Invalid)
	return resultOf(r, err)
}

func nanToNum(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if !x.Dtype().IsInexact() {
		return result(x), nil
	}
	largest := largestOf(x.Dtype().Real())
	nanValue, err := float(t, a[2], 0)
	if err != nil {
		return nil, err
	}
	pos, err := float(t, a[3], largest)
	if err != nil {
		return nil, err
	}
	neg, err := float(t, a[4], -largest)
	if err != nil {
		return nil, err
	}
	out, err := x.Cast(array.Complex128)
	if err == nil {
		out, err = out.Copy()
	}
	if err != nil {
		return nil, raised(err)
	}
	clean := func(v float64) float64 {
		switch {
		case v != v:
			return nanValue
		case math.IsInf(v, 1):
			return pos
		case math.IsInf(v, -1):
			return neg
		}
		return v
	}
	data := array.Data[complex128](out)
	for i, v := range data {
		data[i] = complex(clean(real(v)), clean(imag(v)))
	}
	r, err := out.Cast(x.Dtype())
	return resultOf(r, err)
}

func largestOf(d array.Dtype) float64 {
	switch d {
	case array.Float16:
		return 65504
	case array.BFloat16:
		return 3.3895313892515355e38
	case array.Float32:
		return math.MaxFloat32
	}
	return math.MaxFloat64
}

func sinc(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	f, err := array.Binary(array.Multiply, array.Of(x), array.Operand{Array: array.Scalar(math.Pi), Weak: array.WeakFloat})
	if err != nil {
		return nil, raised(err)
	}
	zero, err := array.Binary(array.Equal, array.Of(f), array.Operand{Array: array.Scalar(0.0), Weak: array.WeakFloat})
	if err != nil {
		return nil, raised(err)
	}
	s, err := array.Unary(array.Sin, f)
	if err == nil {
		s, err = array.Binary(array.Divide, array.Of(s), array.Of(f))
	}
	if err == nil {
		s, err = array.Where(zero, array.Operand{Array: array.Scalar(1.0), Weak: array.WeakFloat}, array.Of(s))
	}
	return resultOf(s, err)
}

func angle(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	re, err := array.RealPart(x)
	if err != nil {
		return nil, raised(err)
	}
	im, err := array.ImagPart(x)
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.Binary(array.Arctan2, array.Of(im), array.Of(re))
	if err != nil {
		return nil, raised(err)
	}
	if deg, err := object.Truth(t, a[1]); err != nil || deg {
		if err != nil {
			return nil, err
		}
		return applyUnary(t, array.Degrees, r)
	}
	return result(r), nil
}
