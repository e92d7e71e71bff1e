package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addShaping() {
	register(
		fn("reshape", "(a, /, shape=None, order='C', *, newshape=None, copy=None)", "Gives the elements another shape.", reshape),
		fn("transpose", "(a, axes=None)", "Permutes the dimensions.", transpose),
		fn("permute_dims", "(a, axes=None)", "Permutes the dimensions.", transpose),
		fn("matrix_transpose", "(x, /)", "Exchanges the last two dimensions.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			return matrixTranspose(t, x)
		}),
		fn("moveaxis", "(a, source, destination)", "Moves dimensions.", moveaxis),
		fn("rollaxis", "(a, axis, start=0)", "Rolls a dimension back.", rollaxis),
		fn("expand_dims", "(a, axis)", "Adds dimensions of length 1.", expandDims),
		fn("broadcast_to", "(array, shape, subok=False)", "Broadcasts to a shape.", broadcastTo),
		fn("broadcast_arrays", "(*args, subok=False)", "Broadcasts arrays against each other.", broadcastArrays),
		fn("broadcast_shapes", "(*args)", "Broadcasts shapes.", broadcastShapes),
		fn("flip", "(m, axis=None)", "Reverses dimensions.", flip),
		fn("flipud", "(m)", "Reverses the first dimension.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return flipAtLeast(t, a[0], 0)
		}),
		fn("fliplr", "(m)", "Reverses the second dimension.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return flipAtLeast(t, a[0], 1)
		}),
		fn("rot90", "(m, k=1, axes=(0, 1))", "Turns by 90 degrees.", rot90),
		fn("roll", "(a, shift, axis=None)", "Moves elements round.", roll),
		fn("atleast_1d", "(*arys)", "Gives at least one dimension.", atLeast(1)),
		fn("atleast_2d", "(*arys)", "Gives at least two dimensions.", atLeast(2)),
		fn("atleast_3d", "(*arys)", "Gives at least three dimensions.", atLeast(3)),
		fn("shape", "(a)", "Returns the shape.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if s, err := object.LookupAttr(t, a[0], object.Intern("shape")); s != nil || err != nil {
				return s, err // whatever has a shape tells it, symbols too
			}
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			return shapeTuple(x.Shape()), nil
		}),
		fn("ndim", "(a)", "Returns the number of dimensions.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.Int(x.Rank()), nil
		}),
		fn("size", "(a, axis=None)", "Returns the number of elements.", size),
		fn("diag", "(v, k=0)", "Takes a diagonal, or makes a matrix of one.", diag),
		fn("diagflat", "(v, k=0)", "Makes a matrix of a diagonal.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := arr(t, a[0])
			if err == nil {
				x, err = x.Reshape(-1)
			}
			if err != nil {
				return nil, raised(err)
			}
			return diag(t, []object.Object{New(x), a[1]})
		}),
		fn("diag_indices", "(n, ndim=2)", "Returns the positions of a diagonal.", diagIndices),
		fn("tril", "(m, k=0)", "Keeps the lower triangle.", triangle(true)),
		fn("triu", "(m, k=0)", "Keeps the upper triangle.", triangle(false)),
		fn("tril_indices", "(n, k=0, m=None)", "Returns the positions of the lower triangle.", triangleIndices(true)),
		fn("triu_indices", "(n, k=0, m=None)", "Returns the positions of the upper triangle.", triangleIndices(false)),
	)
	both("squeeze", "axis=None", squeeze)
	both("swapaxes", "axis1, axis2", swapaxes)
	both("ravel", "order='C'", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		return arrayOf(reshaped(x, []int{-1}, text(a[1], "C")))
	})
	both("diagonal", "offset=0, axis1=0, axis2=1", diagonal)
	both("trace", "offset=0, axis1=0, axis2=1, dtype=None, out=None", func(t *object.Thread, a []object.Object) (object.Object, error) {
		d, err := diagonalOf(t, a)
		if err != nil {
			return nil, err
		}
		r, err := array.Sum(d, []int{-1}, false, array.Invalid)
		return resultOf(r, err)
	})
}

func reshape(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	o := a[1]
	if !given(o) {
		o = a[3]
	}
	if !given(o) {
		return nil, typeError("reshape() missing 1 required positional argument: 'shape'")
	}
	shape, err := ints(t, o)
	if err != nil {
		return nil, err
	}
	return arrayOf(reshaped(x, shape, text(a[2], "C")))
}

func transpose(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	axes, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.Transpose(axes))
}

func moveaxis(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	from, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	to, err := ints(t, a[2])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.MoveAxis(from, to))
}

func rollaxis(t *object.Thread, a []object.Object) (object.Object, error) {
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
	start, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if start < 0 {
		start += x.Rank()
	}
	if axis < start {
		start--
	}
	return arrayOf(x.MoveAxis([]int{axis}, []int{start}))
}

func expandDims(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	axes, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.ExpandDims(axes...))
}

func squeeze(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	axes, err := axesOf(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.Squeeze(axes))
}

func swapaxes(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	i, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	j, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.SwapAxes(i, j))
}

func broadcastTo(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	shape, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.BroadcastTo(shape))
}

func broadcastArrays(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	shapes := make([][]int, len(list))
	for i, x := range list {
		shapes[i] = x.Shape()
	}
	shape, err := array.BroadcastShapes(shapes...)
	if err != nil {
		return nil, valueError("shape mismatch: objects cannot be broadcast to a single shape.")
	}
	for i, x := range list {
		if list[i], err = x.BroadcastTo(shape); err != nil {
			return nil, raised(err)
		}
	}
	return tupleOf(list), nil
}

func broadcastShapes(t *object.Thread, a []object.Object) (object.Object, error) {
	var shapes [][]int
	for _, o := range a[0].(*object.Tuple).Items {
		s, err := ints(t, o)
		if err != nil {
			return nil, err
		}
		shapes = append(shapes, s)
	}
	shape, err := array.BroadcastShapes(shapes...)
	if err != nil {
		return nil, valueError("shape mismatch: objects cannot be broadcast to a single shape.")
	}
	return shapeTuple(shape), nil
}

func flip(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	axes, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	return arrayOf(x.Flip(axes))
}

// flipAtLeast flips an axis that must be there.
func flipAtLeast(t *object.Thread, o object.Object, axis int) (object.Object, error) {
	x, err := arr(t, o)
	if err != nil {
		return nil, err
	}
	if x.Rank() <= axis {
		return nil, valueError("Input must be >= %d-d.", axis+1)
	}
	return arrayOf(x.Flip([]int{axis}))
}

func rot90(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	k, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	axes, err := ints(t, a[2])
	if err != nil {
		return nil, err
	}
	if len(axes) != 2 {
		return nil, valueError("len(axes) must be 2.")
	}
	for _, axis := range axes {
		if axis >= x.Rank() || axis < -x.Rank() {
			return nil, valueError("Axes=%s out of range for array of ndim=%d.", array.ShapeString(axes), x.Rank())
		}
	}
	for range (k%4 + 4) % 4 {
		if x, err = x.Flip([]int{axes[1]}); err != nil {
			return nil, raised(err)
		}
		if x, err = x.SwapAxes(axes[0], axes[1]); err != nil {
			return nil, raised(err)
		}
	}
	return New(x), nil
}

func roll(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	shifts, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(shifts) == 0 {
		return nil, valueError("the shift of roll must not be empty")
	}
	shape := x.Shape()
	axes := []int{0}
	if given(a[2]) {
		if axes, err = ints(t, a[2]); err != nil || len(axes) == 0 {
			return New(x), err
		}
	} else if x, err = x.Reshape(-1); err != nil {
		return nil, raised(err)
	}
	for i := range max(len(axes), len(shifts)) {
		if x, err = x.Roll(shifts[min(i, len(shifts)-1)], axes[min(i, len(axes)-1)]); err != nil {
			return nil, raised(err)
		}
	}
	return arrayOf(x.Reshape(shape...))
}

func atLeast(rank int) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		list, err := arrays(t, a[0])
		if err != nil {
			return nil, err
		}
		for i, x := range list {
			for x.Rank() < rank {
				axis := 0
				if rank == 3 && x.Rank() == 2 {
					axis = 2
				}
				if x, err = x.ExpandDims(axis); err != nil {
					return nil, raised(err)
				}
			}
			list[i] = x
		}
		if len(list) == 1 {
			return New(list[0]), nil
		}
		return tupleOf(list), nil
	}
}

func size(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if !given(a[1]) {
		return object.Int(x.Size()), nil
	}
	axis, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if axis, err = array.NormalizeAxis(axis, x.Rank()); err != nil {
		return nil, raised(err)
	}
	return object.Int(x.Shape()[axis]), nil
}

func diagonalOf(t *object.Thread, a []object.Object) (*array.Array, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	var n [3]int
	for i := range n {
		if n[i], err = object.Index(t, a[i+1]); err != nil {
			return nil, err
		}
	}
	d, err := x.Diagonal(n[0], n[1], n[2])
	return d, raised(err)
}

func diagonal(t *object.Thread, a []object.Object) (object.Object, error) {
	d, err := diagonalOf(t, a)
	if err != nil {
		return nil, err
	}
	d.ReadOnly = true
	return New(d), nil
}

func diag(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	k, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	switch x.Rank() {
	case 1:
		n := x.Size() + max(k, -k)
		out, err := array.New(t, x.Dtype(), n, n)
		if err != nil {
			return nil, raised(err)
		}
		d, err := out.Diagonal(k, 0, 1)
		if err != nil {
			return nil, raised(err)
		}
		return New(out), raised(d.Assign(x))
	case 2:
		d, err := x.Diagonal(k, 0, 1)
		return arrayOf(d, err)
	}
	return nil, valueError("Input must be 1- or 2-d.")
}

func diagIndices(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	dims, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	x, err := array.ArangeInt(t, 0, int64(n), 1, array.Int64)
	if err != nil {
		return nil, raised(err)
	}
	if dims < 0 || dims > 64 {
		return nil, valueError("ndim must be between 0 and 64, got %d", dims)
	}
	list := make([]*array.Array, dims)
	for i := range list {
		list[i] = x
	}
	return tupleOf(list), nil
}

func triangle(lower bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		k, err := object.Index(t, a[1])
		if err != nil {
			return nil, err
		}
		if x.Rank() < 2 {
			if x, err = x.BroadcastTo([]int{x.Size(), x.Size()}); err != nil {
				return nil, raised(err)
			}
		}
		if !lower {
			k--
		}
		mask, err := array.Tri(t, x.Shape()[x.Rank()-2], x.Shape()[x.Rank()-1], k, array.Bool)
		if err != nil {
			return nil, raised(err)
		}
		zero, err := array.New(t, x.Dtype())
		if err != nil {
			return nil, raised(err)
		}
		if lower {
			return arrayOf(array.Where(mask, array.Of(x), array.Of(zero)))
		}
		return arrayOf(array.Where(mask, array.Of(zero), array.Of(x)))
	}
}

func triangleIndices(lower bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		k, err := object.Index(t, a[1])
		if err != nil {
			return nil, err
		}
		m, err := number(t, a[2], n)
		if err != nil {
			return nil, err
		}
		if !lower {
			k--
		}
		mask, err := array.Tri(t, n, m, k, array.Bool)
		if err == nil && !lower {
			mask, err = array.Unary(array.LogicalNot, mask)
		}
		if err != nil {
			return nil, raised(err)
		}
		list, err := array.Nonzero(mask)
		return tupleOf(list), raised(err)
	}
}
