package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// zeros makes an array of zeros with room for width code points where it is of text.
func zeros(t *object.Thread, d array.Dtype, width int, shape []int) (*array.Array, error) {
	x, err := array.New(t, d, shape...)
	if err != nil {
		return nil, err
	}
	switch {
	case d == array.Object:
		list := make([]any, x.Size())
		for i := range list {
			list[i] = object.Int(0)
		}
		return array.FromObjects(t, list, shape...)
	case d == array.Str && width > 1:
		return x.WithWidth(width)
	}
	return x, nil
}

const fillParams = "(shape, dtype=None, order='C', *, device=None, like=None)"

func addCreation() {
	makeArray := func(copying bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
		return func(t *object.Thread, a []object.Object) (object.Object, error) { return arrayFunction(t, a, copying) }
	}
	register(
		fn("array", "(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, ndmax=0, like=None)", "Makes an array.", makeArray(true)),
		fn("asarray", "(object, dtype=None, order=None, *, device=None, copy=None, like=None)", "Makes an array, without a copy if it is one.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return arrayFunction(t, []object.Object{a[0], a[1], a[4], nil, nil, nil}, false)
			}),
		fn("asanyarray", "(a, dtype=None, order=None, *, device=None, copy=None, like=None)", "Makes an array, without a copy if it is one.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return arrayFunction(t, []object.Object{a[0], a[1], a[4], nil, nil, nil}, false)
			}),
		fn("ascontiguousarray", "(a, dtype=None, *, like=None)", "Makes an array whose elements lie in order.", contiguousArray),
		fn("asfortranarray", "(a, dtype=None, *, like=None)", "Makes an array.", contiguousArray),
		fn("copy", "(a, order='K', subok=False)", "Copies an array.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			return arrayOf(x.Copy())
		}),
		fn("zeros", fillParams, "Makes an array of zeros.", filled(nil)),
		fn("empty", fillParams, "Makes an array; its elements are zeros.", filled(nil)),
		fn("ones", fillParams, "Makes an array of ones.", filled(object.Int(1))),
		fn("full", "(shape, fill_value, dtype=None, order='C', *, device=None, like=None)", "Makes an array of one value.", full),
		fn("zeros_like", likeParams, "Makes zeros of another array's shape and dtype.", like(nil)),
		fn("empty_like", likeParams, "Makes an array of another's shape and dtype.", like(nil)),
		fn("ones_like", likeParams, "Makes ones of another array's shape and dtype.", like(object.Int(1))),
		fn("full_like", "(a, fill_value, dtype=None, order='K', subok=True, shape=None, *, device=None)", "Fills another array's shape with a value.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return like(a[1])(t, []object.Object{a[0], a[2], a[3], a[4], a[5]})
			}),
		object.RawFunc("arange", "(start_or_stop, stop=None, step=1, dtype=None)", "Makes evenly spaced numbers.", arange),
		fn("linspace", "(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None)", "Divides a range evenly.", linspace),
		fn("logspace", "(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)", "Divides a range evenly on a log scale.", logspace),
		fn("geomspace", "(start, stop, num=50, endpoint=True, dtype=None, axis=0)", "Makes a geometric progression.", geomspace),
		fn("eye", "(N, M=None, k=0, dtype=None, order='C', *, device=None, like=None)", "Makes a matrix with ones on a diagonal.", eye),
		fn("identity", "(n, dtype=None, *, like=None)", "Makes an identity matrix.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return eye(t, []object.Object{a[0], nil, object.Int(0), a[1]})
		}),
		fn("tri", "(N, M=None, k=0, dtype=None, *, like=None)", "Makes a lower triangle of ones.", tri),
		fn("fromiter", "(iter, dtype, count=-1, *, like=None)", "Makes an array of an iterable's items.", fromIter),
		fn("frombuffer", "(buffer, dtype=None, count=-1, offset=0, *, like=None)", "Makes an array of bytes.", fromBuffer),
		fn("fromfunction", "(function, shape, *, dtype=None, like=None, **kwargs)", "Makes an array of a function of the positions.", fromFunction),
		fn("meshgrid", "(*xi, copy=True, sparse=False, indexing='xy')", "Makes coordinate matrices.", meshgrid),
		fn("indices", "(dimensions, dtype=None, sparse=False)", "Makes arrays of positions.", indices),
	)
}

const likeParams = "(a, dtype=None, order='K', subok=True, shape=None, *, device=None)"

// arrayFunction is np.array and its kin: a has object, dtype, copy, order, subok and ndmin.
func arrayFunction(t *object.Thread, a []object.Object, copying bool) (object.Object, error) {
	d, width, err := parseDtype(t, a[1])
	if err != nil {
		return nil, err
	}
	x, err := fromObject(t, a[0], d, width)
	if err != nil {
		return nil, err
	}
	if given(a[2]) {
		if copying, err = object.Truth(t, a[2]); err != nil {
			return nil, err
		}
	} else if a[2] == object.None {
		copying = false
	}
	if source, ok := Of(a[0]); ok && copying && x.SharesMemory(source) {
		if x, err = x.Copy(); err != nil {
			return nil, raised(err)
		}
	} else if like, ok := a[0].(ArrayLike); ok && copying && like != nil {
		if x, err = x.Copy(); err != nil {
			return nil, raised(err)
		}
	} else if !copying {
		n, isArray := object.Of(a[0]).(*NDArray)
		least, _ := object.AsInt64(orZero(a[5]))
		if isArray && x.SharesMemory(n.Arr) && x.Size() > 0 && int(least) <= x.Rank() {
			return a[0], nil
		}
	}
	if a[5] != nil {
		ndmin, err := object.Index(t, a[5])
		if err != nil {
			return nil, err
		}
		for x.Rank() < ndmin {
			if x, err = x.ExpandDims(0); err != nil {
				return nil, raised(err)
			}
		}
	}
	return New(x), nil
}

func orZero(o object.Object) object.Object {
	if o == nil {
		return object.Int(0)
	}
	return o
}

func contiguousArray(t *object.Thread, a []object.Object) (object.Object, error) {
	d, width, err := parseDtype(t, a[1])
	if err != nil {
		return nil, err
	}
	x, err := fromObject(t, a[0], d, width)
	if err != nil {
		return nil, err
	}
	if x, err = x.AsContiguous(); err == nil && x.Rank() == 0 {
		x, err = x.Reshape(1)
	}
	return arrayOf(x, err)
}

func filled(value object.Object) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		shape, err := ints(t, a[0])
		if err != nil {
			return nil, err
		}
		d, width, err := dtypeOr(t, a[1], array.Float64)
		if err != nil {
			return nil, err
		}
		return fillArray(t, d, width, shape, value)
	}
}

func fillArray(t *object.Thread, d array.Dtype, width int, shape []int, value object.Object) (object.Object, error) {
	x, err := zeros(t, d, width, shape)
	if err != nil {
		return nil, raised(err)
	}
	if value == nil {
		return New(x), nil
	}
	v, err := assignable(t, value, d)
	if err != nil {
		return nil, err
	}
	return New(x), raised(x.Assign(v))
}

func full(t *object.Thread, a []object.Object) (object.Object, error) {
	shape, err := ints(t, a[0])
	if err != nil {
		return nil, err
	}
	v, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	d, width, err := dtypeOr(t, a[2], v.Dtype())
	if err != nil {
		return nil, err
	}
	if d == array.Str && width == 0 {
		width = v.Width()
	}
	return fillArray(t, d, width, shape, a[1])
}

func like(value object.Object) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		d, width, err := dtypeOr(t, a[1], x.Dtype())
		if err != nil {
			return nil, err
		}
		shape := x.Shape()
		if given(a[4]) {
			if shape, err = ints(t, a[4]); err != nil {
				return nil, err
			}
		}
		return fillArray(t, d, max(width, x.Width()), shape, value)
	}
}

var arangeSignature = object.ParseSignature("(start=None, stop=None, step=None, dtype=None, *, device=None, like=None)")

func arange(t *object.Thread, args object.Args) (object.Object, error) {
	a, err := arangeSignature.Bind(t, "arange", nil, args, nil)
	if err != nil {
		return nil, err
	}
	start, stop, step := a[0], a[1], a[2]
	if !given(stop) {
		start, stop = object.Int(0), start
	}
	if !given(stop) {
		return nil, typeError("arange() requires stop to be specified.")
	}
	if !given(start) {
		start = object.Int(0)
	}
	if !given(step) {
		step = object.Int(1)
	}
	d, _, err := parseDtype(t, a[3])
	if err != nil {
		return nil, err
	}
	var ends [3]array.Operand
	whole := true
	for i, o := range []object.Object{start, stop, step} {
		if ends[i], err = operand(t, o); err != nil {
			return nil, err
		}
		if ends[i].Rank() > 0 && ends[i].Size() != 1 {
			return nil, typeError("arange() arguments must be numbers, not arrays")
		}
		whole = whole && (ends[i].Dtype().IsInteger() || ends[i].Dtype() == array.Bool)
	}
	if d == array.Invalid {
		if d, err = array.ResultType(ends[:]...); err != nil {
			return nil, raised(err)
		}
		if d == array.Bool {
			d = array.Int64
		}
	}
	if whole {
		var n [3]int64
		for i, e := range ends {
			v, err := e.Cast(array.Int64)
			if err != nil {
				return nil, raised(err)
			}
			n[i] = array.Data[int64](v)[0]
		}
		x, err := array.ArangeInt(t, n[0], n[1], n[2], d)
		return arrayOf(x, err)
	}
	var f [3]float64
	for i, e := range ends {
		v, err := array.Float64s(e.Array)
		if err != nil {
			return nil, raised(err)
		}
		f[i] = v[0]
	}
	x, err := array.Arange(t, f[0], f[1], f[2], d)
	return arrayOf(x, err)
}

func linspace(t *object.Thread, a []object.Object) (object.Object, error) {
	x, step, err := spaced(t, a[0], a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	d, _, err := dtypeOr(t, a[5], x.Dtype())
	if err != nil {
		return nil, err
	}
	if d.IsInteger() {
		if x, err = array.Unary(array.Floor, x); err != nil {
			return nil, raised(err)
		}
	}
	if x, err = x.Cast(d); err != nil {
		return nil, raised(err)
	}
	axis, err := object.Index(t, a[6])
	if err != nil {
		return nil, err
	}
	if axis != 0 {
		if x, err = x.MoveAxis([]int{0}, []int{axis}); err != nil {
			return nil, raised(err)
		}
	}
	if again, err := object.Truth(t, a[4]); err != nil || again {
		return object.NewTuple(New(x), result(step)), err
	}
	return New(x), nil
}

// spaced divides a range; start and stop become floats.
func spaced(t *object.Thread, start, stop, num, endpoint object.Object) (x, step *array.Array, err error) {
	n, err := object.Index(t, num)
	if err != nil {
		return nil, nil, err
	}
	last, err := object.Truth(t, endpoint)
	if err != nil {
		return nil, nil, err
	}
	var ends [2]*array.Array
	for i, o := range []object.Object{start, stop} {
		e, err := operand(t, o)
		if err != nil {
			return nil, nil, err
		}
		f, err := array.Binary(array.Multiply, e, array.Operand{Array: array.Scalar(1.0), Weak: array.WeakFloat})
		if err != nil {
			return nil, nil, raised(err)
		}
		ends[i] = f
	}
	x, step, err = array.Linspace(t, ends[0], ends[1], n, last)
	return x, step, raised(err)
}

func logspace(t *object.Thread, a []object.Object) (object.Object, error) {
	x, _, err := spaced(t, a[0], a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	base, err := operand(t, a[4])
	if err != nil {
		return nil, err
	}
	if x, err = array.Binary(array.Power, base, array.Of(x)); err != nil {
		return nil, raised(err)
	}
	return castResult(t, x, a[5])
}

func geomspace(t *object.Thread, a []object.Object) (object.Object, error) {
	var logs [2]object.Object
	for i, o := range a[:2] {
		x, err := numeric(t, o)
		if err != nil {
			return nil, err
		}
		if logs[i], err = applyUnary(t, array.Log10, x); err != nil {
			return nil, err
		}
	}
	x, _, err := spaced(t, logs[0], logs[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	if x, err = array.Binary(array.Power, array.Operand{Array: array.Scalar(10.0), Weak: array.WeakFloat}, array.Of(x)); err != nil {
		return nil, raised(err)
	}
	return castResult(t, x, a[4])
}

func castResult(t *object.Thread, x *array.Array, dtype object.Object) (object.Object, error) {
	d, _, err := dtypeOr(t, dtype, x.Dtype())
	if err != nil {
		return nil, err
	}
	x, err = x.Cast(d)
	return arrayOf(x, err)
}

func eye(t *object.Thread, a []object.Object) (object.Object, error) {
	rows, cols, k, d, err := matrixArguments(t, a)
	if err != nil {
		return nil, err
	}
	x, err := array.Eye(t, rows, cols, k, d)
	return arrayOf(x, err)
}

func tri(t *object.Thread, a []object.Object) (object.Object, error) {
	rows, cols, k, d, err := matrixArguments(t, a)
	if err != nil {
		return nil, err
	}
	x, err := array.Tri(t, rows, cols, k, d)
	return arrayOf(x, err)
}

func matrixArguments(t *object.Thread, a []object.Object) (rows, cols, k int, d array.Dtype, err error) {
	if rows, err = object.Index(t, a[0]); err != nil {
		return
	}
	if cols, err = number(t, a[1], rows); err != nil {
		return
	}
	if k, err = object.Index(t, a[2]); err != nil {
		return
	}
	d, _, err = dtypeOr(t, a[3], array.Float64)
	return
}

func fromIter(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := object.Items(t, a[0])
	if err != nil {
		return nil, err
	}
	d, width, err := dtypeOr(t, a[1], array.Float64)
	if err != nil {
		return nil, err
	}
	x, err := fromObject(t, object.NewList(items...), d, width)
	return arrayOf(x, err)
}

func fromBuffer(t *object.Thread, a []object.Object) (object.Object, error) {
	b, ok := object.Of(a[0]).(*object.Bytes)
	if !ok {
		return nil, typeError("a bytes-like object is required, not '%s'", a[0].Class().Name)
	}
	d, _, err := dtypeOr(t, a[1], array.Float64)
	if err != nil {
		return nil, err
	}
	data := b.String()
	from, err := object.Index(t, a[3])
	if err != nil {
		return nil, err
	}
	if from < 0 || from > len(data) {
		return nil, valueError("offset must be non-negative and no greater than buffer length (%d)", len(data))
	}
	data = data[from:]
	count, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if count >= 0 {
		if count > len(data)/d.Size() {
			return nil, valueError("buffer is smaller than requested size")
		}
		data = data[:count*d.Size()]
	}
	x, err := fromBytes(t, []byte(data), d)
	return arrayOf(x, err)
}

func fromFunction(t *object.Thread, a []object.Object) (object.Object, error) {
	grids, err := positionArrays(t, a[1], a[2], array.Float64)
	if err != nil {
		return nil, err
	}
	args := object.Args{}
	for _, g := range grids {
		args.Pos = append(args.Pos, New(g))
	}
	for k, v := range a[4].(*object.Dict).All() {
		args.Kw = append(args.Kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	return object.CallArgs(t, a[0], args)
}

// positionArrays makes, for each dimension, the array of positions along it.
func positionArrays(t *object.Thread, dimensions, dtype object.Object, otherwise array.Dtype) ([]*array.Array, error) {
	shape, err := ints(t, dimensions)
	if err != nil {
		return nil, err
	}
	d, _, err := dtypeOr(t, dtype, otherwise)
	if err != nil {
		return nil, err
	}
	list := make([]*array.Array, len(shape))
	for i, n := range shape {
		ramp, err := array.ArangeInt(t, 0, int64(n), 1, d)
		if err != nil {
			return nil, raised(err)
		}
		for range len(shape) - 1 - i {
			if ramp, err = ramp.ExpandDims(ramp.Rank()); err != nil {
				return nil, raised(err)
			}
		}
		if list[i], err = ramp.BroadcastTo(shape); err != nil {
			return nil, raised(err)
		}
		if list[i], err = list[i].Copy(); err != nil {
			return nil, raised(err)
		}
	}
	return list, nil
}

func indices(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := positionArrays(t, a[0], a[1], array.Int64)
	if err != nil {
		return nil, err
	}
	if sparse, err := object.Truth(t, a[2]); err != nil || sparse {
		return tupleOf(list), err
	}
	return arrayOf(array.Stack(list, 0, array.Invalid))
}

func meshgrid(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	sparse, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	order := text(a[3], "xy")
	if order != "xy" && order != "ij" {
		return nil, valueError("Valid values for `indexing` are 'xy' and 'ij'.")
	}
	n := len(list)
	place := func(i int) int {
		if order == "xy" && n > 1 && i < 2 {
			return 1 - i
		}
		return i
	}
	shape := make([]int, n)
	for i, x := range list {
		shape[place(i)] = x.Size()
	}
	for i, x := range list {
		one := make([]int, n)
		for k := range one {
			one[k] = 1
		}
		one[place(i)] = x.Size()
		if x, err = x.Reshape(one...); err != nil {
			return nil, raised(err)
		}
		if !sparse {
			if x, err = x.BroadcastTo(shape); err != nil {
				return nil, raised(err)
			}
		}
		if list[i], err = x.Copy(); err != nil {
			return nil, raised(err)
		}
	}
	return tupleOf(list), nil
}
