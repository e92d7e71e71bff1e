package numpy

import (
	"math"
	"slices"

	"layerglass/core/python/array"
	"layerglass/core/python/array/random"
	"layerglass/core/python/object"
)

func addRandomIntegers() {
	legacyMethod("randint", "low, high=None, size=None, dtype=?", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		return randomIntegers(t, r, a[0], a[1], a[2], a[3], false)
	})
	legacyMethod("random_integers", "low, high=None, size=None", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		low, high := a[0], a[1]
		if !given(high) {
			low, high = object.Int(1), low
		}
		return randomIntegers(t, r, low, high, a[2], nil, true)
	})
	streamMethod(generatorClass, "integers", "low, high=None, size=None, dtype=?, endpoint=False", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		last, err := object.Truth(t, a[4])
		if err != nil {
			return nil, err
		}
		return randomIntegers(t, r, a[0], a[1], a[2], a[3], last)
	})
	legacyMethod("choice", "a, size=None, replace=True, p=None", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		return choice(t, r.stream, a[0], a[1], a[2], a[3], object.Int(0), object.True)
	})
	streamMethod(generatorClass, "choice", "a, size=None, replace=True, p=None, axis=0, shuffle=True", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		return choice(t, r.stream, a[0], a[1], a[2], a[3], a[4], a[5])
	})
	legacyMethod("shuffle", "x", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		return shuffle(t, r.stream, a[0], 0)
	})
	streamMethod(generatorClass, "shuffle", "x, axis=0", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		axis, err := object.Index(t, a[1])
		if err != nil {
			return nil, err
		}
		return shuffle(t, r.stream, a[0], axis)
	})
	legacyMethod("permutation", "x", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		return permutation(t, r.stream, a[0], 0)
	})
	streamMethod(generatorClass, "permutation", "x, axis=0", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		axis, err := object.Index(t, a[1])
		if err != nil {
			return nil, err
		}
		return permutation(t, r.stream, a[0], axis)
	})
	for _, c := range []string{"multinomial", "dirichlet", "multivariate_normal", "bytes"} {
		params := map[string]string{"multinomial": "n, pvals, size=None", "dirichlet": "alpha, size=None", "bytes": "length",
			"multivariate_normal": "mean, cov, size=None, check_valid='warn', tol=1e-08"}[c]
		f := map[string]func(*object.Thread, *randomStream, []object.Object) (object.Object, error){"multinomial": multinomial, "dirichlet": dirichlet,
			"multivariate_normal": multivariateNormal, "bytes": randomBytes}[c]
		legacyMethod(c, params, f)
		streamMethod(generatorClass, c, params, f)
	}
}

// randomIntegers is randint and integers. A legacy stream gives plain ints for size None and the default dtype.
func randomIntegers(t *object.Thread, r *randomStream, low, high, size, dtype object.Object, inclusive bool) (object.Object, error) {
	d := array.Int64
	plain := dtype == nil || dtype == object.Object(object.IntClass) || dtype == object.Object(object.BoolClass)
	if given(dtype) {
		var err error
		if d, _, err = parseDtype(t, dtype); err != nil {
			return nil, err
		}
		if !d.IsInteger() && d != array.Bool {
			return nil, typeError("Unsupported dtype %s for randint", dtypeText(array.Of(mustZero(d))))
		}
	}
	if !given(high) {
		low, high = object.Int(0), low
	}
	lo, err := numeric(t, low)
	if err != nil {
		return nil, err
	}
	hi, err := numeric(t, high)
	if err != nil {
		return nil, err
	}
	if lo.Rank() > 0 || hi.Rank() > 0 {
		return broadcastIntegers(t, r.stream, lo, hi, size, d, inclusive)
	}
	off, limit, err := integerRange(lo, hi, d, inclusive)
	if err != nil {
		return nil, err
	}
	shape, err := ints(t, size)
	if err != nil {
		return nil, err
	}
	n := 1
	if given(size) {
		probe, err := array.New(t, array.Int64, shape...)
		if err != nil {
			return nil, raised(err)
		}
		n = probe.Size()
	}
	if err := t.Spend(int64(n) / 16); err != nil {
		return nil, err
	}
	width := d.Size() * 8
	if d == array.Bool {
		width = 1
	}
	values := r.stream.BoundedFill(n, limit, width)
	for i := range values {
		values[i] += off
	}
	x, err := array.FromSlice(t, values, append([]int{}, shape...)...)
	if err != nil {
		return nil, raised(err)
	}
	if x, err = x.Cast(d); err != nil {
		return nil, raised(err)
	}
	if !given(size) && plain && r.stream.Legacy {
		return item(x), nil
	}
	return result(x), nil
}

// integerRange checks the bounds and returns the lowest value and how far the highest lies above it.
func integerRange(lo, hi *array.Array, d array.Dtype, inclusive bool) (off, limit uint64, err error) {
	low, high, err := boundsOf(lo, hi)
	if err != nil {
		return 0, 0, err
	}
	if !inclusive {
		high--
	}
	least, most := math.MinInt64, float64(math.MaxInt64)
	if d != array.Int64 && d != array.Uint64 {
		bits := d.Size() * 8
		switch {
		case d == array.Bool:
			least, most = 0, 1
		case d.IsUnsigned():
			least, most = 0, float64(uint64(1)<<bits-1)
		default:
			least, most = -1<<(bits-1), float64(int64(1)<<(bits-1)-1)
		}
	}
	if d.IsUnsigned() {
		least = 0
	}
	switch {
	case low < int64(least):
		return 0, 0, valueError("low is out of bounds for %s", d.String())
	case float64(high) > most:
		return 0, 0, valueError("high is out of bounds for %s", d.String())
	case low > high:
		if inclusive {
			return 0, 0, valueError("low > high")
		}
		if low == 0 {
			return 0, 0, valueError("high <= 0")
		}
		return 0, 0, valueError("low >= high")
	}
	return uint64(low), uint64(high - low), nil
}

func boundsOf(lo, hi *array.Array) (low, high int64, err error) {
	var out [2]int64
	for i, x := range []*array.Array{lo, hi} {
		switch v := x.Getter()(0).(type) {
		case int64:
			out[i] = v
		case uint64:
			if v > math.MaxInt64 {
				return 0, 0, valueError("bounds beyond 2**63 are not supported here")
			}
			out[i] = int64(v)
		case float64:
			out[i] = int64(math.Ceil(v))
			if i == 0 {
				out[i] = int64(v)
			}
		case bool:
			if v {
				out[i] = 1
			}
		case float32:
			out[i] = int64(v)
		default:
			return 0, 0, typeError("the bounds of random integers must be numbers")
		}
	}
	return out[0], out[1], nil
}

func broadcastIntegers(t *object.Thread, s *random.Stream, lo, hi *array.Array, size object.Object, d array.Dtype, inclusive bool) (object.Object, error) {
	shape, err := array.BroadcastShapes(lo.Shape(), hi.Shape())
	if err != nil {
		return nil, raised(err)
	}
	if given(size) {
		if shape, err = ints(t, size); err != nil {
			return nil, err
		}
	}
	if lo, err = lo.BroadcastTo(shape); err == nil {
		lo, err = lo.Reshape(-1)
	}
	if err == nil {
		hi, err = hi.BroadcastTo(shape)
	}
	if err == nil {
		hi, err = hi.Reshape(-1)
	}
	if err != nil {
		return nil, raised(err)
	}
	values := make([]uint64, lo.Size())
	for i := range values {
		off, limit, err := integerRange(lo.At(0, i), hi.At(0, i), d, inclusive)
		if err != nil {
			return nil, err
		}
		values[i] = off + s.Bounded(limit)
	}
	x, err := array.FromSlice(t, values, shape...)
	if err != nil {
		return nil, raised(err)
	}
	x, err = x.Cast(d)
	return arrayOf(x, err)
}

func choice(t *object.Thread, s *random.Stream, from, size, replace, p, axisArg, shuffled object.Object) (object.Object, error) {
	var pool *array.Array
	n, err := object.Index(t, from)
	if x, ok := Of(from); err != nil || ok && x.Rank() > 0 {
		if pool, err = arr(t, from); err != nil {
			return nil, err
		}
		if pool.Rank() == 0 {
			return nil, valueError("a must be 1-dimensional or an integer")
		}
	}
	axis, err := object.Index(t, axisArg)
	if err != nil {
		return nil, err
	}
	if pool != nil {
		if s.Legacy && pool.Rank() != 1 {
			return nil, valueError("a must be 1-dimensional")
		}
		if axis, err = array.NormalizeAxis(axis, pool.Rank()); err != nil {
			return nil, raised(err)
		}
		n = pool.Shape()[axis]
	} else if n < 0 || n == 0 && s.Legacy {
		return nil, valueError("a must be greater than 0 unless no samples are taken")
	}
	shape, err := ints(t, size)
	if err != nil {
		return nil, err
	}
	count, err := array.Count(shape)
	if err != nil {
		return nil, raised(err)
	}
	if n == 0 && count > 0 {
		return nil, valueError("a cannot be empty unless no samples are taken")
	}
	again, err := object.Truth(t, replace)
	if err != nil {
		return nil, err
	}
	mix, err := object.Truth(t, shuffled)
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(int64(16 * (count + n))); err != nil {
		return nil, err
	}
	index, err := chosen(t, s, n, count, again, mix, p)
	if err != nil {
		return nil, err
	}
	at, err := array.FromSlice(t, index, append([]int{}, shape...)...)
	if err != nil {
		return nil, raised(err)
	}
	if pool == nil {
		if !given(size) {
			return item(at), nil
		}
		return New(at), nil
	}
	r, err := pool.Take(at, axis, array.TakeRaise)
	return resultOf(r, err)
}

// chosen picks count positions below n.
func chosen(t *object.Thread, s *random.Stream, n, count int, again, mix bool, p object.Object) ([]int64, error) {
	var weights []float64
	if given(p) {
		x, err := numeric(t, p)
		if err != nil {
			return nil, err
		}
		if weights, err = array.Float64s(x); err != nil {
			return nil, raised(err)
		}
		if err := checkProbabilities(weights, x.Rank(), n); err != nil {
			return nil, err
		}
	}
	switch {
	case again && weights != nil:
		cdf := cumulate(weights)
		out := make([]int64, count)
		for i := range out {
			out[i] = position(cdf, s.Float64())
		}
		return out, nil
	case again:
		out := make([]int64, count)
		for i, v := range s.BoundedFill(count, uint64(max(n-1, 0)), 64) {
			out[i] = int64(v)
		}
		return out, nil
	case count > n:
		return nil, valueError("Cannot take a larger sample than population when %s", map[bool]string{true: "'replace=False'", false: "replace is False"}[s.Legacy])
	case weights != nil:
		return chosenOnce(t, s, weights, count)
	}
	return s.Sample(n, count, mix), nil
}

func checkProbabilities(p []float64, rank, n int) error {
	switch {
	case rank != 1:
		return valueError("'p' must be 1-dimensional")
	case len(p) != n:
		return valueError("'a' and 'p' must have same size")
	}
	sum := 0.0
	for _, v := range p {
		if v != v {
			return valueError("probabilities contain NaN")
		}
		if v < 0 {
			return valueError("probabilities are not non-negative")
		}
		sum += v
	}
	if math.Abs(sum-1) > math.Max(1e-8, math.Sqrt(floatEps)) {
		return valueError("probabilities do not sum to 1")
	}
	return nil
}

func cumulate(p []float64) []float64 {
	cdf := make([]float64, len(p))
	sum := 0.0
	for i, v := range p {
		sum += v
		cdf[i] = sum
	}
	for i := range cdf {
		cdf[i] /= sum
	}
	return cdf
}

// position is where u would be inserted behind equal values.
func position(cdf []float64, u float64) int64 {
	i, _ := slices.BinarySearchFunc(cdf, u, func(c, u float64) int {
		if c <= u {
			return -1
		}
		return 1
	})
	return int64(i)
}

// chosenOnce picks different positions with weights: what is drawn twice is drawn again.
func chosenOnce(t *object.Thread, s *random.Stream, weights []float64, count int) ([]int64, error) {
	p := append([]float64{}, weights...)
	able := 0
	for _, v := range p {
		if v > 0 {
			able++
		}
	}
	if able < count {
		return nil, valueError("Fewer non-zero entries in p than size")
	}
	out := make([]int64, 0, count)
	for len(out) < count {
		if err := t.Spend(int64(len(p))); err != nil {
			return nil, err
		}
		u := make([]float64, count-len(out))
		for i := range u {
			u[i] = s.Float64()
		}
		for _, i := range out {
			p[i] = 0
		}
		cdf := cumulate(p)
		seen := map[int64]bool{}
		for _, v := range u {
			if i := position(cdf, v); !seen[i] {
				seen[i] = true
				out = append(out, i)
			}
		}
	}
	return out, nil
}

func shuffle(t *object.Thread, s *random.Stream, x object.Object, axis int) (object.Object, error) {
	if n, ok := object.Of(x).(*NDArray); ok {
		if n.Arr.ReadOnly {
			return nil, valueError("array is read-only")
		}
		axis, err := array.NormalizeAxis(axis, n.Arr.Rank())
		if err != nil {
			return nil, raised(err)
		}
		return object.None, shuffleArray(t, s, n.Arr, axis)
	}
	l, ok := object.Of(x).(*object.List)
	if !ok {
		if _, isTuple := object.Of(x).(*object.Tuple); isTuple {
			return nil, typeError("'tuple' object does not support item assignment")
		}
		return nil, typeError("object of type '%s' has no len()", x.Class().Name)
	}
	items := l.Items
	swap := func(i, j int) { items[i], items[j] = items[j], items[i] }
	s.Shuffle(len(items), swap)
	return object.None, nil
}

// shuffleArray finds the order first, then moves everything at once.
func shuffleArray(t *object.Thread, s *random.Stream, x *array.Array, axis int) error {
	order := make([]int64, x.Shape()[axis])
	for i := range order {
		order[i] = int64(i)
	}
	s.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	at, err := array.FromSlice(t, order, len(order))
	if err != nil {
		return raised(err)
	}
	moved, err := x.WithBudget(t).Take(at, axis, array.TakeRaise)
	if err != nil {
		return raised(err)
	}
	return raised(x.Assign(moved))
}

func permutation(t *object.Thread, s *random.Stream, o object.Object, axis int) (object.Object, error) {
	if n, err := object.Index(t, o); err == nil {
		if n < 0 {
			n = 0
		}
		if err := t.Alloc(int64(8 * n)); err != nil {
			return nil, err
		}
		return arrayOf(array.FromSlice(t, s.Permutation(n), n))
	}
	x, err := arr(t, o)
	if err != nil {
		return nil, err
	}
	if x.Rank() == 0 {
		return nil, object.NewException(axisErrorClass, object.NewStr("x must be an integer or at least 1-dimensional"))
	}
	if axis, err = array.NormalizeAxis(axis, x.Rank()); err != nil {
		return nil, raised(err)
	}
	if x, err = x.Copy(); err != nil {
		return nil, raised(err)
	}
	return New(x), shuffleArray(t, s, x, axis)
}

func randomBytes(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, valueError("negative dimensions are not allowed")
	}
	if err := t.Alloc(int64(n)); err != nil {
		return nil, err
	}
	out := make([]byte, 0, n+4)
	for len(out) < n {
		v := r.stream.Uint32()
		out = append(out, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
	}
	return object.NewBytes(string(out[:n])), nil
}

// rowsDrawn makes an array of rows; size None gives one row.
func rowsDrawn(t *object.Thread, size object.Object, width int, d array.Dtype, draw func(row []float64)) (object.Object, error) {
	shape, err := ints(t, size)
	if err != nil {
		return nil, err
	}
	x, err := array.New(t, array.Float64, append(append([]int{}, shape...), width)...)
	if err != nil {
		return nil, raised(err)
	}
	data := array.Data[float64](x)
	for i := 0; i+width <= len(data) && width > 0; i += width {
		draw(data[i : i+width])
	}
	x, err = x.Cast(d)
	return arrayOf(x, err)
}

func multinomial(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, valueError("n < 0")
	}
	p, err := array.Float64s(mustArray(t, a[1]))
	if err != nil {
		return nil, raised(err)
	}
	sum := 0.0
	for i, v := range p {
		if !(v >= 0 && v <= 1) {
			return nil, valueError("pvals < 0, pvals > 1 or pvals contains NaNs")
		}
		if i < len(p)-1 {
			sum += v
		}
	}
	if sum > 1+1e-12 {
		return nil, valueError("sum(pvals[:-1]) > 1.0")
	}
	return rowsDrawn(t, a[2], len(p), array.Int64, func(row []float64) {
		for i, v := range r.stream.Multinomial(int64(n), p) {
			row[i] = float64(v)
		}
	})
}

func dirichlet(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	alpha, err := array.Float64s(mustArray(t, a[0]))
	if err != nil {
		return nil, raised(err)
	}
	for _, v := range alpha {
		if !(v > 0) {
			return nil, valueError("alpha <= 0")
		}
	}
	return rowsDrawn(t, a[1], len(alpha), array.Float64, func(row []float64) {
		sum := 0.0
		for i, v := range alpha {
			row[i] = r.stream.Gamma(v)
			sum += row[i]
		}
		for i := range row {
			row[i] *= 1 / sum
		}
	})
}

func multivariateNormal(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	mean, cov, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	n := mean.Size()
	switch {
	case mean.Rank() != 1:
		return nil, valueError("mean must be 1 dimensional")
	case cov.Rank() != 2 || cov.Shape()[0] != cov.Shape()[1]:
		return nil, valueError("cov must be 2 dimensional and square")
	case cov.Shape()[0] != n:
		return nil, valueError("mean and cov must have same length")
	}
	normal, err := rowsDrawn(t, a[2], n, array.Float64, func(row []float64) {
		for i := range row {
			row[i] = r.stream.Normal()
		}
	})
	if err != nil {
		return nil, err
	}
	_, s, vt, err := array.SVD(cov)
	if err != nil {
		return nil, raised(err)
	}
	root, err := array.Unary(array.Sqrt, s)
	if err == nil {
		root, err = root.ExpandDims(1)
	}
	if err == nil {
		root, err = array.Binary(array.Multiply, array.Of(root), array.Of(vt))
	}
	if err != nil {
		return nil, raised(err)
	}
	x, _ := Of(normal)
	if x, err = array.MatMul(x, root); err == nil {
		x, err = array.Binary(array.Add, array.Of(x), array.Of(mean))
	}
	return arrayOf(x, err)
}
