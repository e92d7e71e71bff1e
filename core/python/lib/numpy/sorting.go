package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addSorting() {
	register(
		fn("sort", "(a, axis=-1, kind=None, order=None, *, stable=None)", "Sorts a copy.", sorted),
		fn("where", "(condition, x=?, y=?, /)", "Picks from two arrays, or finds the true places.", where),
		fn("unique", "(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True)", "Returns the distinct values.", unique),
		fn("argwhere", "(a)", "Returns the places that are not zero.", argwhere),
		fn("flatnonzero", "(a)", "Returns the flat places that are not zero.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err == nil {
				x, err = x.Reshape(-1)
			}
			if err != nil {
				return nil, raised(err)
			}
			list, err := array.Nonzero(x)
			if err != nil {
				return nil, raised(err)
			}
			return New(list[0]), nil
		}),
		fn("searchsorted", "(a, v, side='left', sorter=None)", "Finds where values belong.", searchsorted),
		fn("digitize", "(x, bins, right=False)", "Finds each value's bin.", digitize),
		fn("take_along_axis", "(arr, indices, axis=-1)", "Takes one element for each position of the others.", takeAlong),
		fn("put_along_axis", "(arr, indices, values, axis)", "Sets what take_along_axis takes.", putAlong),
		fn("extract", "(condition, arr)", "Takes the elements where a condition holds.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return compress(t, []object.Object{a[1], a[0], object.None, object.None})
		}),
		fn("lexsort", "(keys, axis=-1)", "Sorts by several keys, the last one first.", lexsort),
		fn("isin", "(element, test_elements, assume_unique=False, invert=False, *, kind=None)", "Says which elements occur in a list.", isin),
		fn("intersect1d", "(ar1, ar2, assume_unique=False, return_indices=False)", "Returns the common values.", setOperation(func(a, b bool) bool { return a && b })),
		fn("union1d", "(ar1, ar2)", "Returns the values of both.", setOperation(func(a, b bool) bool { return a || b })),
		fn("setdiff1d", "(ar1, ar2, assume_unique=False)", "Returns the values of the first alone.", setOperation(func(a, b bool) bool { return a && !b })),
		fn("setxor1d", "(ar1, ar2, assume_unique=False)", "Returns the values of exactly one.", setOperation(func(a, b bool) bool { return a != b })),
		fn("select", "(condlist, choicelist, default=0)", "Picks by the first condition that holds.", selectFunction),
		fn("choose", "(a, choices, out=None, mode='raise')", "Picks by number.", choose),
		fn("bincount", "(x, /, weights=None, minlength=0)", "Counts small integers.", bincount),
		fn("unravel_index", "(indices, shape, order='C')", "Turns flat places into coordinates.", unravel),
		fn("ravel_multi_index", "(multi_index, dims, mode='raise', order='C')", "Turns coordinates into flat places.", ravelIndex),
		fn("partition", "(a, kth, axis=-1, kind='introselect', order=None)", "Sorts around a place; the whole is sorted.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return sorted(t, []object.Object{a[0], a[2]})
		}),
		fn("argpartition", "(a, kth, axis=-1, kind='introselect', order=None)", "Returns an order around a place; the whole is sorted.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return argsort(t, []object.Object{a[0], a[2]})
		}),
		fn("place", "(arr, mask, vals)", "Sets elements by a mask.", place),
		fn("putmask", "(a, mask, values)", "Sets elements by a mask.", putmask),
		fn("copyto", "(dst, src, casting='same_kind', where=True)", "Copies values.", copyto),
		fn("fill_diagonal", "(a, val, wrap=False)", "Sets the diagonal.", fillDiagonal),
	)
	both("argsort", "axis=-1, kind=None, order=None, *, stable=None", argsort)
	both("take", "indices, axis=None, out=None, mode='raise'", take)
	both("nonzero", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		if x, err = castTo(t, x, array.Bool, 0); err != nil {
			return nil, err
		}
		list, err := array.Nonzero(x)
		if err != nil {
			return nil, raised(err)
		}
		return tupleOf(list), nil
	})
	both("compress", "condition, axis=None, out=None", compress)
	table["compress"] = fn("compress", "(condition, a, axis=None, out=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return compress(t, []object.Object{a[1], a[0], a[2], a[3]})
	})
	ArrayClass.Methods(object.Func("searchsorted", "(self, v, side='left', sorter=None)", "", searchsorted))
}

// axisOrFlat reads an axis argument where None means the flat array.
func axisOrFlat(t *object.Thread, o, axis object.Object) (*array.Array, int, error) {
	x, err := arr(t, o)
	if err != nil {
		return nil, 0, err
	}
	return flatOr(t, x, axis)
}

func sorted(t *object.Thread, a []object.Object) (object.Object, error) {
	x, axis, err := axisOrFlat(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.Sort(axis))
}

func argsort(t *object.Thread, a []object.Object) (object.Object, error) {
	x, axis, err := axisOrFlat(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.ArgSort(axis))
}

func where(t *object.Thread, a []object.Object) (object.Object, error) {
	cond, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if cond, err = castTo(t, cond, array.Bool, 0); err != nil {
		return nil, err
	}
	if a[1] == nil && a[2] == nil {
		list, err := array.Nonzero(cond)
		if err != nil {
			return nil, raised(err)
		}
		return tupleOf(list), nil
	}
	if a[1] == nil || a[2] == nil {
		return nil, valueError("either both or neither of x and y should be given")
	}
	x, err := operand(t, a[1])
	if err != nil {
		return nil, err
	}
	y, err := operand(t, a[2])
	if err != nil {
		return nil, err
	}
	if x.Dtype() == array.Object || y.Dtype() == array.Object {
		for _, o := range []*array.Operand{&x, &y} {
			if o.Array, err = castTo(t, o.Array, array.Object, 0); err != nil {
				return nil, err
			}
			o.Weak = array.Strong
		}
	}
	return arrayOf(array.Where(cond, x, y))
}

func unique(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if given(a[4]) && x.Rank() > 1 {
		return uniqueRows(t, x, a)
	}
	equalNaN, err := flag(t, a[5], true)
	if err != nil {
		return nil, err
	}
	r, err := array.Unique(x, equalNaN)
	if err != nil {
		return nil, raised(err)
	}
	if r.Inverse, err = r.Inverse.Reshape(x.Shape()...); err != nil {
		return nil, raised(err)
	}
	return uniqueResult(t, r, a)
}

// uniqueResult returns what the flags of unique ask for.
func uniqueResult(t *object.Thread, r array.UniqueResult, a []object.Object) (object.Object, error) {
	items := []object.Object{New(r.Values)}
	for i, extra := range []*array.Array{r.Index, r.Inverse, r.Counts} {
		wanted, err := object.Truth(t, a[1+i])
		if err != nil {
			return nil, err
		}
		if wanted {
			items = append(items, New(extra))
		}
	}
	if len(items) == 1 {
		return items[0], nil
	}
	return object.NewTuple(items...), nil
}

// uniqueRows finds distinct positions of one dimension.
func uniqueRows(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
	axis, err := object.Index(t, a[4])
	if err != nil {
		return nil, err
	}
	m, err := x.MoveAxis([]int{axis}, []int{0})
	if err != nil {
		return nil, raised(err)
	}
	n := m.Shape()[0]
	rows, err := m.Reshape(n, -1)
	if err != nil {
		return nil, raised(err)
	}
	order, err := rowOrder(t, rows)
	if err != nil {
		return nil, err
	}
	var index, counts, inverse []int64
	inverse = make([]int64, n)
	for k, p := range order {
		if k == 0 || !sameRow(rows, order[k-1], p) {
			index, counts = append(index, int64(p)), append(counts, 0)
		}
		inverse[p] = int64(len(index) - 1)
		counts[len(counts)-1]++
	}
	r := array.UniqueResult{}
	for _, part := range []struct {
		to   **array.Array
		list []int64
	}{{&r.Index, index}, {&r.Inverse, inverse}, {&r.Counts, counts}} {
		if *part.to, err = array.FromSlice(t, part.list, len(part.list)); err != nil {
			return nil, raised(err)
		}
	}
	values, err := m.Take(r.Index, 0, array.TakeRaise)
	if err != nil {
		return nil, raised(err)
	}
	if r.Values, err = values.MoveAxis([]int{0}, []int{axis}); err != nil {
		return nil, raised(err)
	}
	return uniqueResult(t, r, a)
}

// rowOrder sorts rows by their columns, the first one most important.
func rowOrder(t *object.Thread, rows *array.Array) ([]int, error) {
	var keys []*array.Array
	for c := rows.Shape()[1] - 1; c >= 0; c-- {
		keys = append(keys, rows.At(1, c))
	}
	return orderByKeys(t, keys, rows.Shape()[0])
}

func orderByKeys(t *object.Thread, keys []*array.Array, n int) ([]int, error) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for _, k := range keys {
		list := make([]int64, n)
		for i, p := range order {
			list[i] = int64(p)
		}
		at, err := array.FromSlice(t, list, n)
		if err != nil {
			return nil, raised(err)
		}
		moved, err := k.Take(at, 0, array.TakeRaise)
		if err != nil {
			return nil, raised(err)
		}
		next, err := moved.ArgSort(0)
		if err != nil {
			return nil, raised(err)
		}
		places, err := array.Ints(next)
		if err != nil {
			return nil, raised(err)
		}
		for i, p := range places {
			places[i] = order[p]
		}
		order = places
	}
	return order, nil
}

func sameRow(rows *array.Array, i, j int) bool {
	eq, err := array.Binary(array.Equal, array.Of(rows.At(0, i)), array.Of(rows.At(0, j)))
	if err != nil {
		return false
	}
	all, err := array.All(eq, nil, false)
	return err == nil && scalarTruth(all)
}

func lexsort(t *object.Thread, a []object.Object) (object.Object, error) {
	keys, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	if len(keys) == 0 {
		return nil, typeError("need sequence of keys with len > 0 in lexsort")
	}
	order, err := orderByKeys(t, keys, keys[0].Size())
	if err != nil {
		return nil, err
	}
	return intArray(t, order)
}

func intArray(t *object.Thread, list []int) (object.Object, error) {
	out := make([]int64, len(list))
	for i, v := range list {
		out[i] = int64(v)
	}
	return arrayOf(array.FromSlice(t, out, len(out)))
}

func argwhere(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := array.Nonzero(x)
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(array.Stack(list, 1, array.Invalid))
}

func searchsorted(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	v, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	if given(a[3]) {
		order, err := arr(t, a[3])
		if err != nil {
			return nil, err
		}
		if x, err = x.Take(order, 0, array.TakeRaise); err != nil {
			return nil, raised(err)
		}
	}
	side := text(a[2], "left")
	if side != "left" && side != "right" {
		return nil, valueError("search side must be 'left' or 'right' (got '%s')", side)
	}
	r, err := array.SearchSorted(x, v, side == "right")
	return resultOf(r, err)
}

func digitize(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	bins, err := array.Float64s(mustArray(t, a[1]))
	if err != nil {
		return nil, raised(err)
	}
	right, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	falling := len(bins) > 1 && bins[0] > bins[len(bins)-1]
	edges := append([]float64{}, bins...)
	if falling {
		for i := range edges {
			edges[i] = bins[len(bins)-1-i]
		}
	}
	e, err := array.FromSlice(t, edges, len(edges))
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.SearchSorted(e, x, !right)
	if err != nil || !falling {
		return resultOf(r, err)
	}
	return applyBinary(t, array.Subtract, array.Operand{Array: array.Scalar(int64(len(edges))), Weak: array.WeakInt}, array.Of(r))
}

// mustArray reads an array argument; what cannot be read becomes an empty array, whose use fails.
func mustArray(t *object.Thread, o object.Object) *array.Array {
	x, err := arr(t, o)
	if err != nil {
		return array.Scalar("not an array")
	}
	return x
}

func take(t *object.Thread, a []object.Object) (object.Object, error) {
	x, axis, err := axisOrFlat(t, a[0], a[2])
	if err != nil {
		return nil, err
	}
	index, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	if index.Size() == 0 {
		if index, err = index.Cast(array.Int64); err != nil {
			return nil, raised(err)
		}
	}
	mode, ok := map[string]array.TakeMode{"raise": array.TakeRaise, "wrap": array.TakeWrap, "clip": array.TakeClip}[text(a[4], "raise")]
	if !ok {
		return nil, valueError("clipmode must be one of 'clip', 'raise', or 'wrap' (got '%s')", text(a[4], ""))
	}
	if !index.Dtype().IsInteger() && index.Dtype() != array.Bool {
		return nil, typeError("Cannot cast array data from %s to dtype('int64') according to the rule 'safe'", dtypeText(array.Of(index)))
	}
	r, err := x.Take(index, axis, mode)
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, "take", a[3], result(r))
}

func takeAlong(t *object.Thread, a []object.Object) (object.Object, error) {
	x, axis, err := axisOrFlat(t, a[0], a[2])
	if err != nil {
		return nil, err
	}
	index, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.TakeAlongAxis(index, axis))
}

func putAlong(t *object.Thread, a []object.Object) (object.Object, error) {
	x, axis, err := axisOrFlat(t, a[0], a[3])
	if err != nil {
		return nil, err
	}
	index, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	v, err := arr(t, a[2])
	if err != nil {
		return nil, err
	}
	return object.None, raised(x.PutAlongAxis(index, v, axis))
}
