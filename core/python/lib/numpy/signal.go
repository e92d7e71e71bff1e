package numpy

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// vectors reads two one-dimensional arguments of one dtype.
func vectors(t *object.Thread, a, b object.Object) (x, y *array.Array, err error) {
	if x, err = numeric(t, a); err != nil {
		return nil, nil, err
	}
	if y, err = numeric(t, b); err != nil {
		return nil, nil, err
	}
	d, err := array.ResultType(array.Of(x), array.Of(y))
	if err != nil {
		return nil, nil, raised(err)
	}
	for _, p := range []**array.Array{&x, &y} {
		if *p, err = (*p).Reshape(-1); err != nil {
			return nil, nil, raised(err)
		}
		if *p, err = (*p).Cast(d); err != nil {
			return nil, nil, raised(err)
		}
		if (*p).Size() == 0 {
			return nil, nil, valueError("v cannot be empty")
		}
	}
	return x, y, nil
}

func convolve(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := vectors(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	if y.Size() > x.Size() {
		x, y = y, x
	}
	if y, err = y.Flip(nil); err != nil {
		return nil, raised(err)
	}
	return slidingProducts(t, x, y, text(a[2], "full"))
}

func correlate(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := vectors(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	if y.Dtype().IsComplex() {
		if y, err = array.Unary(array.Conjugate, y); err != nil {
			return nil, raised(err)
		}
	}
	if y.Size() <= x.Size() {
		return slidingProducts(t, x, y, text(a[2], "valid"))
	}
	r, err := slidingProducts(t, y, x, text(a[2], "valid"))
	if err != nil {
		return nil, err
	}
	return flip(t, []object.Object{r, object.None})
}

// slidingProducts moves y, the shorter one, along x and sums the products.
func slidingProducts(t *object.Thread, x, y *array.Array, mode string) (object.Object, error) {
	n, k := x.Size(), y.Size()
	from, to := 0, 0 // places of y's first element
	switch mode {
	case "full":
		from, to = 1-k, n
	case "same":
		from = -((k - 1) - (k-1)/2)
		if k%2 == 0 {
			from = -(k / 2)
		}
		to = from + n
	case "valid":
		from, to = 0, n-k+1
	default:
		return nil, valueError("mode must be one of 'valid', 'same', or 'full' (got '%s')", mode)
	}
	if err := t.Spend(int64(to-from) * int64(k) / 16); err != nil {
		return nil, err
	}
	parts := make([]*array.Array, 0, to-from)
	for s := from; s < to; s++ {
		lo, hi := max(s, 0), min(s+k, n)
		d, err := array.Dot(x.Slice(0, lo, 1, hi-lo), y.Slice(0, lo-s, 1, hi-lo))
		if err != nil {
			return nil, raised(err)
		}
		parts = append(parts, d)
	}
	return arrayOf(array.Stack(parts, 0, x.Dtype()))
}

// binEdges makes histogram's edges: of a count, or those given.
func binEdges(t *object.Thread, x *array.Array, bins, limits object.Object) (*array.Array, error) {
	n, err := object.Index(t, bins)
	if err != nil {
		if _, isText := object.AsString(bins); isText {
			return nil, valueError("the names of bin rules are not supported here: give a number of bins")
		}
		e, err := numeric(t, bins)
		if err != nil {
			return nil, err
		}
		list, err := array.Float64s(e)
		if err != nil {
			return nil, raised(err)
		}
		for i := 1; i < len(list); i++ {
			if list[i] < list[i-1] {
				return nil, valueError("`bins` must increase monotonically, when an array")
			}
		}
		return e, nil
	}
	if n < 1 {
		return nil, valueError("`bins` must be positive, when an integer")
	}
	lo, hi := 0.0, 1.0
	if given(limits) {
		ends, err := array.Float64s(mustArray(t, limits))
		if err != nil || len(ends) != 2 {
			return nil, valueError("range must be a pair of numbers")
		}
		lo, hi = ends[0], ends[1]
		if lo > hi {
			return nil, valueError("max must be larger than min in range parameter.")
		}
	} else if x.Size() > 0 {
		data, err := array.Float64s(x)
		if err != nil {
			return nil, raised(err)
		}
		lo, hi = math.Inf(1), math.Inf(-1)
		for _, v := range data {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	if hi-lo != hi-lo || math.IsInf(hi-lo, 0) {
		return nil, valueError("autodetected range of [%s, %s] is not finite", array.FloatText(lo, array.Float64), array.FloatText(hi, array.Float64))
	}
	if lo == hi {
		lo, hi = lo-0.5, hi+0.5
	}
	e, _, err := array.Linspace(t, array.Scalar(lo), array.Scalar(hi), n+1, true)
	return e, raised(err)
}

func histogram(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	edges, err := binEdges(t, x, a[1], a[2])
	if err != nil {
		return nil, err
	}
	e, err := array.Float64s(edges)
	if err != nil {
		return nil, raised(err)
	}
	data, err := array.Float64s(x)
	if err != nil {
		return nil, raised(err)
	}
	var weights []float64
	if given(a[4]) {
		if weights, err = array.Float64s(mustArray(t, a[4])); err != nil || len(weights) != len(data) {
			return nil, valueError("weights should have the same shape as a.")
		}
	}
	counts := make([]float64, max(len(e)-1, 0))
	for i, v := range data {
		if k := binOf(v, e); k >= 0 {
			if weights != nil {
				counts[k] += weights[i]
			} else {
				counts[k]++
			}
		}
	}
	dense := false
	if given(a[3]) {
		if dense, err = object.Truth(t, a[3]); err != nil {
			return nil, err
		}
	}
	r, err := array.FromSlice(t, counts, len(counts))
	if err != nil {
		return nil, raised(err)
	}
	switch {
	case dense:
		total := 0.0
		for _, c := range counts {
			total += c
		}
		for i := range counts {
			counts[i] = counts[i] / (e[i+1] - e[i]) / total
		}
	case weights == nil:
		if r, err = r.Cast(array.Int64); err != nil {
			return nil, raised(err)
		}
	}
	return object.NewTuple(New(r), New(edges)), nil
}

// binOf finds the bin of v; the last one includes its right edge.
func binOf(v float64, e []float64) int {
	n := len(e) - 1
	if n < 1 || !(v >= e[0] && v <= e[n]) {
		return -1
	}
	lo, hi := 0, n
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; e[mid] <= v {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
