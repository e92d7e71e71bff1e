package numpy

import (
	"math"
	"strings"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addWindows() {
	register(
		window("hanning", func(x float64, n int) float64 { return 0.5 + 0.5*math.Cos(math.Pi*x/float64(n-1)) }),
		window("hamming", func(x float64, n int) float64 { return 0.54 + 0.46*math.Cos(math.Pi*x/float64(n-1)) }),
		window("blackman", func(x float64, n int) float64 {
			return 0.42 + 0.5*math.Cos(math.Pi*x/float64(n-1)) + 0.08*math.Cos(2*math.Pi*x/float64(n-1))
		}),
		window("bartlett", func(x float64, n int) float64 { return 1 - math.Abs(x)/float64(n-1) }),
		fn("kaiser", "(M, beta)", "Returns the Kaiser window.", kaiser),
		fn("i0", "(x)", "Returns the modified Bessel function of order 0.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err != nil {
				return nil, err
			}
			if x.Dtype().IsComplex() {
				return nil, typeError("i0 not supported for complex values")
			}
			return resultOf(array.BesselI0(x))
		}),
		fn("vander", "(x, N=None, increasing=False)", "Returns the powers of values as columns.", vander),
		fn("resize", "(a, new_shape)", "Repeats an array until it fills a shape.", resize),
		fn("trim_zeros", "(filt, trim='fb', axis=None)", "Cuts zeros off the ends.", trimZeros),
		fn("binary_repr", "(num, width=None)", "Writes a number in binary.", binaryText),
		fn("put", "(a, ind, v, mode='raise')", "Sets flat elements.", put),
		fn("block", "(arrays)", "Joins nested lists of arrays.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := block(t, a[0], -1)
			return arrayOf(x, err)
		}),
		fn("cumulative_sum", "(x, /, *, axis=None, dtype=None, out=None, include_initial=False)", "Returns running sums.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return cumulative(array.Add)(t, []object.Object{a[0], a[1], a[2], a[3]})
		}),
		fn("cumulative_prod", "(x, /, *, axis=None, dtype=None, out=None, include_initial=False)", "Returns running products.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return cumulative(array.Multiply)(t, []object.Object{a[0], a[1], a[2], a[3]})
		}),
		fn("tril_indices_from", "(arr, k=0)", "Returns the places of the lower triangle.", triangleOf(true)),
		fn("triu_indices_from", "(arr, k=0)", "Returns the places of the upper triangle.", triangleOf(false)),
		fn("astype", "(x, dtype, /, *, copy=True, device=None)", "Casts an array.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			return astype(t, x, []object.Object{a[1], object.NewStr("K"), object.NewStr("unsafe"), object.True, a[2]})
		}),
	)
	table["ufunc"] = UfuncClass
	m("put", "indices, values, mode='raise'", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		return put(t, []object.Object{newArray(x), a[0], a[1], a[2]})
	})
	m("choose", "choices, out=None, mode='raise'", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		return choose(t, []object.Object{newArray(x), a[0]})
	})
	m("argpartition", "kth, axis=-1, kind=None, order=None", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		return argsort(t, []object.Object{newArray(x), a[1]})
	})
	registerIn("linalg",
		fn("slogdet", "(a)", "Returns sign and logarithm of the determinant.", slogdet),
		fn("svdvals", "(x, /)", "Returns the singular values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return svd(t, []object.Object{a[0], object.False, object.False})
		}),
		fn("vector_norm", "(x, /, *, axis=None, keepdims=False, ord=2)", "Returns the norm of vectors.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if !given(a[1]) {
				x, err := numeric(t, a[0])
				if err == nil {
					x, err = x.Reshape(-1)
				}
				if err != nil {
					return nil, raised(err)
				}
				a[0] = New(x)
			}
			return norm(t, []object.Object{a[0], a[3], a[1], a[2]})
		}))
}

// window registers a function that makes a window of n points; f gets x from 1-n to n-1 in steps of two.
func window(name string, f func(x float64, n int) float64) *object.Builtin {
	return fn(name, "(M)", "Returns a window.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		x, err := array.New(t, array.Float64, max(n, 0))
		if err != nil {
			return nil, raised(err)
		}
		data := array.Data[float64](x)
		for i := range data {
			if n == 1 {
				data[i] = 1
				continue
			}
			data[i] = f(float64(1-n+2*i), n)
		}
		return New(x), nil
	})
}

func vander(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Rank() != 1 {
		return nil, valueError("x must be a one-dimensional array or sequence.")
	}
	n, err := number(t, a[1], x.Size())
	if err != nil {
		return nil, err
	}
	rising, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	out, err := array.New(t, x.Dtype(), x.Size(), n)
	if err != nil {
		return nil, raised(err)
	}
	power, err := array.Ones(t, x.Dtype(), x.Size())
	if err != nil {
		return nil, raised(err)
	}
	for i := range n {
		at := n - 1 - i
		if rising {
			at = i
		}
		if err := out.At(1, at).Assign(power); err != nil {
			return nil, raised(err)
		}
		if power, err = array.Binary(array.Multiply, array.Of(power), array.Of(x)); err != nil {
			return nil, raised(err)
		}
	}
	return New(out), nil
}

func resize(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	shape, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	n, err := array.Count(shape)
	if err != nil {
		return nil, raised(err)
	}
	if x, err = x.Reshape(-1); err != nil {
		return nil, raised(err)
	}
	if x.Size() == 0 || n == 0 {
		r, err := array.New(t, x.Dtype(), shape...)
		return arrayOf(r, err)
	}
	if x, err = x.Tile([]int{(n + x.Size() - 1) / x.Size()}); err != nil {
		return nil, raised(err)
	}
	return arrayOf(x.Slice(0, 0, 1, n).Reshape(shape...))
}

func trimZeros(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Rank() != 1 {
		return nil, valueError("trim_zeros of more than one dimension is not supported here")
	}
	b, err := x.Cast(array.Bool)
	if err != nil {
		return nil, raised(err)
	}
	data := array.Data[bool](b)
	from, to := 0, len(data)
	how := strings.ToLower(text(a[1], "fb"))
	for strings.Contains(how, "f") && from < to && !data[from] {
		from++
	}
	for strings.Contains(how, "b") && to > from && !data[to-1] {
		to--
	}
	kept := x.Slice(0, from, 1, to-from)
	if _, isList := a[0].(*object.List); isList {
		return toList(t, kept)
	}
	return New(kept), nil
}

func binaryText(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	width, err := number(t, a[1], 0)
	if err != nil {
		return nil, err
	}
	if width < 0 || width > 4096 {
		return nil, valueError("width must be between 0 and 4096, got %d", width)
	}
	if n < 0 && width > 0 && width < 63 {
		n += 1 << width
	}
	s, err := object.Bin(t, object.Int(n))
	if err != nil {
		return nil, err
	}
	s = strings.Replace(s, "0b", "", 1)
	return object.NewStr(strings.Repeat("0", max(width-len(s), 0)) + s), nil
}

func put(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := target(t, a[0])
	if err != nil {
		return nil, err
	}
	flat := &flatIterator{of: x}
	if flat.arr, err = x.Reshape(-1); err != nil {
		return nil, raised(err)
	}
	index, err := arr(t, a[1])
	if err == nil {
		index, err = index.Reshape(-1)
	}
	if err != nil {
		return nil, raised(err)
	}
	v, err := assignable(t, a[2], x.Dtype())
	if err == nil {
		v, err = v.Reshape(-1)
	}
	if err != nil {
		return nil, raised(err)
	}
	if v.Size() == 0 || index.Size() == 0 {
		return object.None, nil
	}
	if v, err = v.Tile([]int{(index.Size() + v.Size() - 1) / v.Size()}); err != nil {
		return nil, raised(err)
	}
	return object.None, flat.SetItem(t, New(index), New(v.Slice(0, 0, 1, index.Size())))
}

// block joins lists of arrays: the innermost lists along the last axis, those around them along the one before.
func block(t *object.Thread, o object.Object, axis int) (*array.Array, error) {
	l, ok := o.(*object.List)
	if !ok {
		return arr(t, o)
	}
	depth := 0
	for v := object.Object(l); ; depth++ {
		inner, ok := v.(*object.List)
		if !ok || len(inner.Items) == 0 || depth > 32 {
			break
		}
		v = inner.Items[0]
	}
	var parts []*array.Array
	for _, item := range l.Items {
		x, err := block(t, item, axis)
		if err != nil {
			return nil, err
		}
		for x.Rank() < depth {
			if x, err = x.ExpandDims(0); err != nil {
				return nil, err
			}
		}
		parts = append(parts, x)
	}
	return joined(t, parts, -depth, array.Invalid)
}

func triangleOf(lower bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		if x.Rank() != 2 {
			return nil, valueError("input array must be 2-d")
		}
		return triangleIndices(lower)(t, []object.Object{object.Int(x.Shape()[0]), a[1], object.Int(x.Shape()[1])})
	}
}

func slogdet(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	d, err := array.Det(x)
	if err != nil {
		return nil, raised(err)
	}
	sign, err := array.Unary(array.Sign, d)
	if err != nil {
		return nil, raised(err)
	}
	size, err := array.Unary(array.Absolute, d)
	if err == nil {
		size, err = array.Unary(array.Log, size)
	}
	if err != nil {
		return nil, raised(err)
	}
	return object.NewTuple(result(sign), result(size)), nil
}

func kaiser(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	beta, err := object.ToFloat(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return arrayOf(array.New(t, array.Float64, 0))
	}
	if n == 1 {
		return arrayOf(array.Ones(t, array.Float64, 1))
	}
	x, err := array.New(t, array.Float64, n)
	if err != nil {
		return nil, raised(err)
	}
	alpha := float64(n-1) / 2
	data := array.Data[float64](x)
	for i := range data {
		u := (float64(i) - alpha) / alpha
		data[i] = beta * math.Sqrt(max(1-u*u, 0))
	}
	if x, err = array.BesselI0(x); err != nil {
		return nil, raised(err)
	}
	whole, err := array.BesselI0(array.Scalar(beta))
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(array.Binary(array.Divide, array.Of(x), array.Of(whole)))
}
