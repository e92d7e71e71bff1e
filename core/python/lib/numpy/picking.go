package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func compress(t *object.Thread, a []object.Object) (object.Object, error) {
	x, axis, err := axisOrFlat(t, a[0], a[2])
	if err != nil {
		return nil, err
	}
	cond, err := arr(t, a[1])
	if err == nil {
		cond, err = cond.Reshape(-1)
	}
	if err != nil {
		return nil, raised(err)
	}
	if cond, err = castTo(t, cond, array.Bool, 0); err != nil {
		return nil, err
	}
	list, err := array.Nonzero(cond)
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(x.Take(list[0], axis, array.TakeRaise))
}

// membership says for each element whether it occurs in a list.
func membership(t *object.Thread, x, list *array.Array) (*array.Array, error) {
	u, err := array.Unique(list, true)
	if err != nil {
		return nil, raised(err)
	}
	out, err := array.New(t, array.Bool, x.Shape()...)
	if err != nil {
		return nil, raised(err)
	}
	for i := range u.Values.Size() {
		eq, err := array.Binary(array.Equal, array.Of(x), array.Of(u.Values.At(0, i)))
		if err != nil {
			return nil, raised(err)
		}
		if out, err = array.Binary(array.LogicalOr, array.Of(out), array.Of(eq)); err != nil {
			return nil, raised(err)
		}
	}
	return out, nil
}

func isin(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	r, err := membership(t, x, list)
	if err != nil {
		return nil, err
	}
	invert, err := object.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	if invert {
		return applyUnary(t, array.LogicalNot, r)
	}
	return New(r), nil
}

// setOperation keeps the distinct values of both arrays for which keep holds of their membership.
func setOperation(keep func(inFirst, inSecond bool) bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		var flat [2]*array.Array
		for i := range flat {
			x, err := arr(t, a[i])
			if err == nil {
				x, err = x.Reshape(-1)
			}
			if err != nil {
				return nil, raised(err)
			}
			flat[i] = x
		}
		whole, err := array.Concatenate(flat[:], 0, array.Invalid)
		if err != nil {
			return nil, raised(err)
		}
		u, err := array.Unique(whole, true)
		if err != nil {
			return nil, raised(err)
		}
		in := make([][2]bool, u.Values.Size())
		places, err := array.Ints(u.Inverse)
		if err != nil {
			return nil, raised(err)
		}
		for i, p := range places {
			if i < flat[0].Size() {
				in[p][0] = true
			} else {
				in[p][1] = true
			}
		}
		var index []int64
		for i, m := range in {
			if keep(m[0], m[1]) {
				index = append(index, int64(i))
			}
		}
		at, err := array.FromSlice(t, index, len(index))
		if err != nil {
			return nil, raised(err)
		}
		r, err := u.Values.Take(at, 0, array.TakeRaise)
		if err == nil && whole.Dtype() != flat[0].Dtype() && flat[0].Size() > 0 && !keep(false, true) && !keep(true, false) {
			r, err = r.Cast(whole.Dtype())
		}
		return arrayOf(r, err)
	}
}

func selectFunction(t *object.Thread, a []object.Object) (object.Object, error) {
	conds, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	items, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(conds) != len(items) {
		return nil, valueError("list of cases must be same length as list of conditions")
	}
	acc, err := operand(t, a[2])
	if err != nil {
		return nil, err
	}
	for i := len(conds) - 1; i >= 0; i-- {
		x, err := operand(t, items[i])
		if err != nil {
			return nil, err
		}
		r, err := array.Where(conds[i], x, acc)
		if err != nil {
			return nil, raised(err)
		}
		acc = array.Of(r)
	}
	return New(acc.Array), nil
}

func choose(t *object.Thread, a []object.Object) (object.Object, error) {
	index, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	choices, err := arrays(t, a[1])
	if err != nil {
		return nil, err
	}
	shapes := [][]int{index.Shape()}
	for _, c := range choices {
		shapes = append(shapes, c.Shape())
	}
	shape, err := array.BroadcastShapes(shapes...)
	if err != nil {
		return nil, raised(err)
	}
	for i, c := range choices {
		if choices[i], err = c.BroadcastTo(shape); err != nil {
			return nil, raised(err)
		}
	}
	all, err := array.Stack(choices, 0, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	if index, err = index.BroadcastTo(shape); err == nil {
		index, err = index.ExpandDims(0)
	}
	if err != nil {
		return nil, raised(err)
	}
	r, err := all.TakeAlongAxis(index, 0)
	if err != nil {
		return nil, valueError("invalid entry in choice array")
	}
	return arrayOf(r.Reshape(shape...))
}

func bincount(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Size() > 0 && !x.Dtype().IsInteger() && x.Dtype() != array.Bool {
		return nil, typeError("Cannot cast array data from %s to dtype('int64') according to the rule 'safe'", dtypeText(array.Of(x)))
	}
	if x, err = x.Cast(array.Int64); err != nil {
		return nil, raised(err)
	}
	list, err := array.Ints(x)
	if err != nil {
		return nil, raised(err)
	}
	n, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, valueError("'minlength' must not be negative")
	}
	for _, v := range list {
		if v < 0 {
			return nil, valueError("'list' argument must have no negative elements")
		}
		if v >= array.MaxBytes {
			return nil, object.NewError(memoryErrorClass, "bincount of a number as large as %d needs too much memory", v)
		}
		n = max(n, v+1)
	}
	if err := t.Alloc(int64(n) * 8); err != nil {
		return nil, err
	}
	if !given(a[1]) {
		counts := make([]int64, n)
		for _, v := range list {
			counts[v]++
		}
		return arrayOf(array.FromSlice(t, counts, n))
	}
	w, err := array.Float64s(mustArray(t, a[1]))
	if err != nil {
		return nil, raised(err)
	}
	if len(w) != len(list) {
		return nil, valueError("The weights and list don't have the same length.")
	}
	sums := make([]float64, n)
	for i, v := range list {
		sums[v] += w[i]
	}
	return arrayOf(array.FromSlice(t, sums, n))
}

func unravel(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := array.Ints(x)
	if err != nil {
		return nil, raised(err)
	}
	shape, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	size := 1
	for _, n := range shape {
		size *= n
	}
	parts := make([][]int64, len(shape))
	for _, v := range list {
		if v < 0 || v >= size {
			return nil, valueError("index %d is out of bounds for array with size %d", v, size)
		}
		rest := v
		for d := len(shape) - 1; d >= 0; d-- {
			parts[d] = append(parts[d], int64(rest%shape[d]))
			rest /= shape[d]
		}
	}
	items := make([]object.Object, len(shape))
	for d, p := range parts {
		r, err := array.FromSlice(t, p, x.Shape()...)
		if err != nil {
			return nil, raised(err)
		}
		items[d] = result(r)
	}
	return object.NewTuple(items...), nil
}

func ravelIndex(t *object.Thread, a []object.Object) (object.Object, error) {
	parts, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	shape, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(parts) != len(shape) {
		return nil, valueError("parameter multi_index must be a sequence of length %d", len(shape))
	}
	var acc object.Object = object.Int(0)
	for d, p := range parts {
		list, err := array.Ints(p)
		if err != nil {
			return nil, raised(err)
		}
		for _, v := range list {
			if v < 0 || v >= shape[d] {
				return nil, valueError("invalid entry in coordinates array")
			}
		}
		if acc, err = object.Binary(t, object.Mul, acc, object.Int(shape[d])); err != nil {
			return nil, err
		}
		if acc, err = object.Binary(t, object.Add, acc, result(p)); err != nil {
			return nil, err
		}
	}
	return acc, nil
}

// target reads an array argument that is to be changed.
func target(t *object.Thread, o object.Object) (*array.Array, error) {
	x, ok := object.Of(o).(*NDArray)
	if !ok {
		return nil, typeError("argument 1 must be numpy.ndarray, not %s", object.ArgumentTypeName(o))
	}
	return x.Arr.WithBudget(t), nil
}

func place(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := target(t, a[0])
	if err != nil {
		return nil, err
	}
	mask, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	if mask, err = castTo(t, mask, array.Bool, 0); err != nil {
		return nil, err
	}
	v, err := fromObject(t, a[2], x.Dtype(), 0)
	if err != nil {
		return nil, err
	}
	count, err := array.Sum(mask, nil, false, array.Int64)
	if err != nil {
		return nil, raised(err)
	}
	n, _ := array.Ints(count)
	if n[0] == 0 {
		return object.None, nil
	}
	if v.Size() == 0 {
		return nil, valueError("Cannot insert from an empty array!")
	}
	if v, err = v.Reshape(-1); err == nil {
		if v, err = v.Tile([]int{n[0]/v.Size() + 1}); err == nil {
			v = v.Slice(0, 0, 1, n[0])
		}
	}
	if err != nil {
		return nil, raised(err)
	}
	return object.None, raised(x.SetIndex([]array.Index{{Kind: array.AtMask, Array: mask}}, v))
}

func putmask(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := target(t, a[0])
	if err != nil {
		return nil, err
	}
	return copyWhere(t, x, a[2], a[1])
}

func copyto(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := target(t, a[0])
	if err != nil {
		return nil, err
	}
	return copyWhere(t, x, a[1], a[3])
}

func copyWhere(t *object.Thread, x *array.Array, values, mask object.Object) (object.Object, error) {
	v, err := assignable(t, values, x.Dtype())
	if err != nil {
		return nil, err
	}
	if v, err = v.Cast(x.Dtype()); err != nil {
		return nil, raised(err)
	}
	cond, err := arr(t, mask)
	if err != nil {
		return nil, err
	}
	r, err := array.Where(cond, array.Of(v), array.Of(x))
	if err != nil {
		return nil, raised(err)
	}
	return object.None, raised(x.Assign(r))
}

func fillDiagonal(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := target(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Rank() < 2 {
		return nil, valueError("array must be at least 2-d")
	}
	d, err := x.Diagonal(0, 0, 1)
	if err != nil {
		return nil, raised(err)
	}
	v, err := assignable(t, a[1], x.Dtype())
	if err != nil {
		return nil, err
	}
	return object.None, raised(d.Assign(v))
}
