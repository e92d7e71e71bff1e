package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addJoining() {
	register(
		fn("concatenate", "(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind')", "Joins arrays along a dimension.", concatenate),
		fn("concat", "(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind')", "Joins arrays along a dimension.", concatenate),
		fn("stack", "(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')", "Joins arrays along a new dimension.", stack),
		fn("vstack", "(tup, *, dtype=None, casting='same_kind')", "Joins rows.", stackAfter(2, 0)),
		fn("hstack", "(tup, *, dtype=None, casting='same_kind')", "Joins columns.", stackAfter(1, 1)),
		fn("dstack", "(tup, *, dtype=None, casting='same_kind')", "Joins along the third dimension.", stackAfter(3, 2)),
		fn("column_stack", "(tup)", "Joins vectors as columns.", columnStack),
		fn("append", "(arr, values, axis=None)", "Joins values behind an array.", appendValues),
		fn("insert", "(arr, obj, values, axis=None)", "Inserts values.", insertValues),
		fn("delete", "(arr, obj, axis=None)", "Leaves positions out.", deleteValues),
		fn("split", "(ary, indices_or_sections, axis=0)", "Cuts into equal pieces.", split(false, -1)),
		fn("array_split", "(ary, indices_or_sections, axis=0)", "Cuts into pieces.", split(true, -1)),
		fn("vsplit", "(ary, indices_or_sections)", "Cuts rows.", split(false, 0)),
		fn("hsplit", "(ary, indices_or_sections)", "Cuts columns.", split(false, 1)),
		fn("dsplit", "(ary, indices_or_sections)", "Cuts along the third dimension.", split(false, 2)),
		fn("tile", "(A, reps)", "Repeats an array.", tile),
		fn("pad", "(array, pad_width, mode='constant', **kwargs)", "Adds a border.", pad),
		fn("unstack", "(x, /, *, axis=0)", "Cuts a dimension into its positions.", unstack),
	)
	alias("row_stack", "vstack")
	both("repeat", "repeats, axis=None", repeat)
	table["c_"] = &joiner{column: true}
	table["r_"] = &joiner{}
	table["s_"] = &indexMaker{}
	table["index_exp"] = &indexMaker{tuple: true}
	table["mgrid"] = &gridMaker{}
	table["ogrid"] = &gridMaker{sparse: true}
}

func concatenate(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	d, _, err := parseDtype(t, a[3])
	if err != nil {
		return nil, err
	}
	axis := 0
	if given(a[1]) {
		if axis, err = object.Index(t, a[1]); err != nil {
			return nil, err
		}
	} else {
		for i, x := range list {
			if list[i], err = x.Reshape(-1); err != nil {
				return nil, raised(err)
			}
		}
	}
	r, err := joined(t, list, axis, d)
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, "concatenate", a[2], New(r))
}

// joined concatenates; where one array holds objects, the others' elements become objects.
func joined(t *object.Thread, list []*array.Array, axis int, d array.Dtype) (*array.Array, error) {
	objects := d == array.Object
	for _, x := range list {
		objects = objects || x.Dtype() == array.Object
	}
	if objects {
		for i, x := range list {
			if x.Dtype() != array.Object {
				var err error
				if list[i], err = boxed(t, x); err != nil {
					return nil, err
				}
			}
		}
	}
	return array.Concatenate(list, axis, d)
}

func stack(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	axis, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	d, _, err := parseDtype(t, a[3])
	if err != nil {
		return nil, err
	}
	r, err := array.Stack(list, axis, d)
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, "stack", a[2], New(r))
}

// stackAfter joins along an axis after giving the arrays a least number of dimensions.
func stackAfter(rank, axis int) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		list, err := arrays(t, a[0])
		if err != nil {
			return nil, err
		}
		for i, x := range list {
			for x.Rank() < rank {
				at := 0
				if rank == 3 && x.Rank() == 2 {
					at = 2
				}
				if x, err = x.ExpandDims(at); err != nil {
					return nil, raised(err)
				}
			}
			list[i] = x
		}
		along := axis
		if axis == 1 && len(list) > 0 && list[0].Rank() == 1 {
			along = 0
		}
		r, err := joined(t, list, along, array.Invalid)
		return arrayOf(r, err)
	}
}

func columnStack(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	for i, x := range list {
		if x.Rank() < 2 {
			if list[i], err = x.Reshape(-1, 1); err != nil {
				return nil, raised(err)
			}
		}
	}
	r, err := joined(t, list, 1, array.Invalid)
	return arrayOf(r, err)
}

func appendValues(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	v, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	axis := 0
	if given(a[2]) {
		if axis, err = object.Index(t, a[2]); err != nil {
			return nil, err
		}
	} else {
		if x, err = x.Reshape(-1); err != nil {
			return nil, raised(err)
		}
		if v, err = v.Reshape(-1); err != nil {
			return nil, raised(err)
		}
	}
	r, err := joined(t, []*array.Array{x, v}, axis, array.Invalid)
	return arrayOf(r, err)
}

// flatOr returns the array and the axis of an axis argument, where None means the flat array.
func flatOr(t *object.Thread, x *array.Array, axis object.Object) (*array.Array, int, error) {
	if !given(axis) {
		flat, err := x.Reshape(-1)
		return flat, 0, raised(err)
	}
	n, err := object.Index(t, axis)
	if err != nil {
		return nil, 0, err
	}
	n, err = array.NormalizeAxis(n, x.Rank())
	return x, n, raised(err)
}

// positionsOf reads the positions of insert and delete: ints, a slice or a mask.
func positionsOf(t *object.Thread, o object.Object, n int) ([]int, error) {
	p, err := indexPart(t, o)
	if err != nil {
		return nil, err
	}
	ramp, err := array.ArangeInt(t, 0, int64(n), 1, array.Int64)
	if err != nil {
		return nil, raised(err)
	}
	if p.Kind == array.AtArray || p.Kind == array.AtInt {
		return ints(t, o)
	}
	r, _, err := ramp.Index([]array.Index{p})
	if err != nil {
		return nil, raised(err)
	}
	list, err := array.Ints(r)
	return list, raised(err)
}

func deleteValues(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	x, axis, err := flatOr(t, x, a[2])
	if err != nil {
		return nil, err
	}
	n := x.Shape()[axis]
	list, err := positionsOf(t, a[1], n)
	if err != nil {
		return nil, err
	}
	drop := make([]bool, n)
	for _, p := range list {
		if p < -n || p >= n {
			return nil, object.NewError(object.IndexErrorClass, "index %d is out of bounds for axis %d with size %d", p, axis, n)
		}
		drop[(p+n)%n] = true
	}
	keep := []int64{}
	for i, d := range drop {
		if !d {
			keep = append(keep, int64(i))
		}
	}
	index, err := array.FromSlice(t, keep, len(keep))
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(x.Take(index, axis, array.TakeRaise))
}

func insertValues(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	x, axis, err := flatOr(t, x, a[3])
	if err != nil {
		return nil, err
	}
	n := x.Shape()[axis]
	list, err := positionsOf(t, a[1], n)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return arrayOf(x.Copy())
	}
	v, err := fromObject(t, a[2], x.Dtype(), 0)
	if err != nil {
		return nil, err
	}
	_, single := object.AsInt64(a[1])
	shape := append([]int{}, x.Shape()...)
	switch {
	case single && v.Rank() == 0 || len(list) > 1:
		shape[axis] = len(list)
	case single:
		shape[axis] = 1
		if v.Rank() == x.Rank() || v.Rank() == 1 && x.Rank() == 1 {
			shape[axis] = v.Shape()[min(axis, v.Rank()-1)]
		} else if axis > 0 && v.Rank() == x.Rank()-1 {
			if v, err = v.ExpandDims(axis); err != nil {
				return nil, raised(err)
			}
		}
	default:
		shape[axis] = max(len(list), v.Size())
	}
	if v, err = v.BroadcastTo(shape); err != nil {
		return nil, raised(err)
	}
	return inserted(t, x, v, axis, list, single || len(list) == 1)
}

// inserted puts the positions of v before those of x that list names; the first takes them all when together is set.
func inserted(t *object.Thread, x, v *array.Array, axis int, list []int, together bool) (object.Object, error) {
	n, count := x.Shape()[axis], v.Shape()[axis]
	before := make([][]int, n+1)
	for k := range count {
		p := list[min(k, len(list)-1)]
		if together {
			p = list[0]
		}
		if p < -n || p > n {
			return nil, object.NewError(object.IndexErrorClass, "index %d is out of bounds for axis %d with size %d", p, axis, n)
		}
		if p < 0 {
			p += n
		}
		before[p] = append(before[p], k)
	}
	index := make([]int64, 0, n+count)
	for i := range before {
		for _, k := range before[i] {
			index = append(index, int64(n+k))
		}
		if i < n {
			index = append(index, int64(i))
		}
	}
	whole, err := joined(t, []*array.Array{x, v}, axis, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	at, err := array.FromSlice(t, index, len(index))
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(whole.Take(at, axis, array.TakeRaise))
}

func split(uneven bool, fixed int) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		axis := fixed
		if fixed < 0 {
			if axis, err = object.Index(t, a[2]); err != nil {
				return nil, err
			}
		} else if fixed == 1 && x.Rank() == 1 {
			axis = 0
		}
		var parts []*array.Array
		if n, err := object.Index(t, a[1]); err == nil {
			parts, err = x.SplitEqually(n, axis, uneven)
			if err != nil {
				return nil, raised(err)
			}
			return listOf(parts), nil
		}
		at, err := ints(t, a[1])
		if err != nil {
			return nil, err
		}
		if parts, err = x.Split(at, axis); err != nil {
			return nil, raised(err)
		}
		return listOf(parts), nil
	}
}

func unstack(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	axis, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if axis, err = array.NormalizeAxis(axis, x.Rank()); err != nil {
		return nil, raised(err)
	}
	list := make([]*array.Array, x.Shape()[axis])
	for i := range list {
		list[i] = x.At(axis, i)
	}
	return tupleOf(list), nil
}

func tile(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	reps, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.Tile(reps))
}

func repeat(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	counts, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	x, axis, err := flatOr(t, x, a[2])
	if err != nil {
		return nil, err
	}
	if len(counts) == 0 && x.Shape()[axis] == 0 {
		counts = []int{1}
	}
	return arrayOf(x.Repeat(counts, axis))
}
