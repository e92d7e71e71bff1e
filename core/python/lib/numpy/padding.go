package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// pad is np.pad for the modes constant, edge, reflect, symmetric, wrap, maximum, minimum, mean, median, linear_ramp and
// empty.
func pad(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	widths, err := padWidths(t, a[1], x.Rank())
	if err != nil {
		return nil, err
	}
	mode := text(a[2], "constant")
	options := a[3].(*object.Dict)
	allowed := map[string]string{"constant": "constant_values", "linear_ramp": "end_values", "maximum": "stat_length", "minimum": "stat_length",
		"mean": "stat_length", "median": "stat_length", "reflect": "reflect_type", "symmetric": "reflect_type"}[mode]
	for k := range options.All() {
		if name, _ := object.AsString(k); name != allowed {
			return nil, valueError("unsupported keyword arguments for mode '%s': {'%s'}", mode, name)
		}
	}
	switch mode {
	case "constant", "empty":
		return padConstant(t, x, widths, options.GetName("constant_values"))
	case "edge", "reflect", "symmetric", "wrap":
		return padFromIndex(t, x, widths, mode)
	case "maximum", "minimum", "mean":
		if given(options.GetName("stat_length")) {
			return nil, valueError("stat_length of np.pad is not supported here")
		}
		return padStatistic(x, widths, mode)
	}
	return nil, valueError("mode '%s' is not supported", mode)
}

// padWidths reads pad_width: one number, one pair, or a pair for each dimension; or a dict from axis to these.
func padWidths(t *object.Thread, o object.Object, rank int) ([][2]int, error) {
	out := make([][2]int, rank)
	if d, ok := object.Of(o).(*object.Dict); ok {
		for k, v := range d.All() {
			axis, err := object.Index(t, k)
			if err != nil {
				return nil, err
			}
			if axis, err = array.NormalizeAxis(axis, rank); err != nil {
				return nil, raised(err)
			}
			pairs, err := padWidths(t, v, 1)
			if err != nil {
				return nil, err
			}
			out[axis] = pairs[0]
		}
		return out, nil
	}
	w, err := arr(t, o)
	if err != nil {
		return nil, err
	}
	if !w.Dtype().IsInteger() && w.Size() > 0 {
		return nil, typeError("`pad_width` must be of integral type.")
	}
	if w, err = w.BroadcastTo([]int{rank, 2}); err != nil {
		return nil, raised(err)
	}
	list, err := array.Ints(w)
	if err != nil {
		return nil, raised(err)
	}
	for i := range out {
		out[i] = [2]int{list[2*i], list[2*i+1]}
		if list[2*i] < 0 || list[2*i+1] < 0 {
			return nil, valueError("index can't contain negative values")
		}
	}
	return out, nil
}

func padConstant(t *object.Thread, x *array.Array, widths [][2]int, values object.Object) (object.Object, error) {
	shape := make([]int, x.Rank())
	for i, n := range x.Shape() {
		shape[i] = n + widths[i][0] + widths[i][1]
	}
	out, err := array.New(t, x.Dtype(), shape...)
	if err != nil {
		return nil, raised(err)
	}
	if x.Dtype() == array.Str {
		if out, err = out.WithWidth(x.Width()); err != nil {
			return nil, raised(err)
		}
	}
	inner := out
	if given(values) {
		v, err := fromObject(t, values, x.Dtype(), 0)
		if err != nil {
			return nil, err
		}
		if v, err = v.BroadcastTo([]int{x.Rank(), 2}); err != nil {
			return nil, raised(err)
		}
		for i, n := range shape { // later dimensions overwrite the corners
			for side := range 2 {
				start, count := 0, widths[i][0]
				if side == 1 {
					start, count = n-widths[i][1], widths[i][1]
				}
				if err := out.Slice(i, start, 1, count).Assign(v.At(0, i).At(0, side)); err != nil {
					return nil, raised(err)
				}
			}
		}
	}
	for i, n := range x.Shape() {
		inner = inner.Slice(i, widths[i][0], 1, n)
	}
	return New(out), raised(inner.Assign(x))
}

// padFromIndex repeats elements of the array itself.
func padFromIndex(t *object.Thread, x *array.Array, widths [][2]int, mode string) (object.Object, error) {
	for axis := range widths {
		n := x.Shape()[axis]
		if n == 0 && widths[axis] != [2]int{} {
			return nil, valueError("can't extend empty axis %d using modes other than 'constant' or 'empty'", axis)
		}
		if int64(widths[axis][0])+int64(widths[axis][1])+int64(n) > array.MaxBytes {
			return nil, object.NewError(memoryErrorClass, "Unable to allocate an array that large")
		}
		list := make([]int64, 0, n+widths[axis][0]+widths[axis][1])
		for i := -widths[axis][0]; i < n+widths[axis][1]; i++ {
			list = append(list, int64(sourceIndex(i, n, mode)))
		}
		index, err := array.FromSlice(t, list, len(list))
		if err != nil {
			return nil, raised(err)
		}
		if x, err = x.Take(index, axis, array.TakeRaise); err != nil {
			return nil, raised(err)
		}
	}
	return New(x), nil
}

// sourceIndex says which element stands at place i, which may lie outside the n elements.
func sourceIndex(i, n int, mode string) int {
	wrapped := func(period int) int { return (i%period + period) % period }
	switch mode {
	case "wrap":
		return wrapped(n)
	case "symmetric":
		if k := wrapped(2 * n); k < n {
			return k
		} else {
			return 2*n - 1 - k
		}
	case "reflect":
		if n == 1 {
			return 0
		}
		if k := wrapped(2*n - 2); k < n {
			return k
		} else {
			return 2*n - 2 - k
		}
	}
	return max(0, min(i, n-1))
}

func padStatistic(x *array.Array, widths [][2]int, mode string) (object.Object, error) {
	for axis, w := range widths {
		var edge *array.Array
		var err error
		switch mode {
		case "maximum":
			edge, err = array.Max(x, []int{axis}, true)
		case "minimum":
			edge, err = array.Min(x, []int{axis}, true)
		default:
			edge, err = array.Mean(x, []int{axis}, true, array.Invalid)
			if err == nil && x.Dtype().IsInteger() {
				edge, err = array.Round(edge, 0)
			}
			if err == nil {
				edge, err = edge.Cast(x.Dtype())
			}
		}
		if err != nil {
			return nil, raised(err)
		}
		before, err := edge.Repeat([]int{w[0]}, axis)
		if err != nil {
			return nil, raised(err)
		}
		after, err := edge.Repeat([]int{w[1]}, axis)
		if err != nil {
			return nil, raised(err)
		}
		if x, err = array.Concatenate([]*array.Array{before, x, after}, axis, array.Invalid); err != nil {
			return nil, raised(err)
		}
	}
	return New(x), nil
}
