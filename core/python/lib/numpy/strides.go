package numpy

import (
	"layerglass/core/python/object"
)

func addStrides() {
	const name = "lib.stride_tricks"
	registerIn(name,
		fn("sliding_window_view", "(x, window_shape, axis=None, *, subok=False, writeable=False)", "Shows every window of a size as a view.", slidingWindows),
		table["broadcast_to"].(*object.Builtin), table["broadcast_arrays"].(*object.Builtin))
	submodules["lib"]["stride_tricks"] = namespace("numpy."+name, submodules[name])
}

// slidingWindows is numpy.lib.stride_tricks.sliding_window_view: the windows' dimensions stand behind those of their places.
func slidingWindows(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	sizes, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	axes, err := axesOf(t, a[2])
	if err != nil {
		return nil, err
	}
	if !given(a[2]) {
		if len(sizes) != x.Rank() {
			return nil, valueError("Since axis is `None`, must provide window_shape for all dimensions of `x`; got %d window_shape elements and `x.ndim` is %d.", len(sizes), x.Rank())
		}
		for i := range sizes {
			axes = append(axes, i)
		}
	}
	if len(axes) != len(sizes) {
		return nil, valueError("Must provide matching length window_shape and axis; got %d window_shape elements and %d axes elements.", len(sizes), len(axes))
	}
	writable, err := flag(t, a[4], false)
	if err != nil {
		return nil, err
	}
	r, err := x.Windows(sizes, axes)
	if err == nil {
		r.ReadOnly = r.ReadOnly || !writable
	}
	return resultOf(r, err)
}
