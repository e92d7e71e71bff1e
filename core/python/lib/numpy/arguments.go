package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// fn makes a function of module numpy.
func fn(name, sig, doc string, f func(t *object.Thread, a []object.Object) (object.Object, error)) *object.Builtin {
	b := object.Func(name, sig, doc, f)
	b.Module = "numpy"
	return b
}

// given reports whether an argument was given: neither left out nor None.
func given(o object.Object) bool { return o != nil && o != object.None }

// arr reads an array argument.
func arr(t *object.Thread, o object.Object) (*array.Array, error) {
	a, err := FromObject(t, o, "")
	return a, err
}

// numeric reads an array argument whose elements must be numbers: object arrays of numbers are converted.
func numeric(t *object.Thread, o object.Object) (*array.Array, error) {
	a, err := FromObject(t, o, "")
	if err != nil || a.Dtype() != array.Object {
		return a, err
	}
	return unboxed(t, a, array.Float64, 0)
}

// arrays reads a sequence of array arguments.
func arrays(t *object.Thread, o object.Object) ([]*array.Array, error) {
	if a, ok := Of(o); ok && a.Rank() > 0 {
		out := make([]*array.Array, a.Shape()[0])
		for i := range out {
			out[i] = a.WithBudget(t).At(0, i)
		}
		return out, nil
	}
	items, err := object.Items(t, o)
	if err != nil {
		return nil, err
	}
	out := make([]*array.Array, len(items))
	for i, v := range items {
		if out[i], err = arr(t, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// axesOf reads the axis argument of a reduction: None, an integer or a tuple of them.
func axesOf(t *object.Thread, o object.Object) ([]int, error) {
	if l, ok := object.Of(o).(*object.List); ok {
		return nil, typeError("'%s' object cannot be interpreted as an integer", l.Class().Name)
	}
	return ints(t, o)
}

// ints reads an int or a sequence of ints. nil stands for None.
func ints(t *object.Thread, o object.Object) ([]int, error) {
	if !given(o) {
		return nil, nil
	}
	switch x := object.Of(o).(type) {
	case object.Int:
		return []int{int(x)}, nil
	case *object.Tuple:
		return intItems(t, x.Items)
	case *object.List:
		return intItems(t, x.Items)
	}
	if a, ok := Of(o); ok && a.Rank() <= 1 {
		list, err := array.Ints(a)
		if err != nil {
			return nil, typeError("'%s' object cannot be interpreted as an integer", o.Class().FullName())
		}
		return append([]int{}, list...), nil
	}
	if n, err := object.Index(t, o); err == nil {
		return []int{n}, nil
	} else if _, isIterable := o.(object.Iterable); !isIterable && o.Class().Lookup(object.Intern("__iter__")) == nil {
		return nil, err
	}
	items, err := object.Items(t, o)
	if err != nil {
		return nil, err
	}
	return intItems(t, items)
}

func intItems(t *object.Thread, items []object.Object) ([]int, error) {
	out := make([]int, len(items))
	for i, v := range items {
		n, err := object.Index(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

// number reads an int argument with a default for None.
func number(t *object.Thread, o object.Object, otherwise int) (int, error) {
	if !given(o) {
		return otherwise, nil
	}
	return object.Index(t, o)
}

// flag reads a bool argument.
func flag(t *object.Thread, o object.Object, otherwise bool) (bool, error) {
	if o == nil {
		return otherwise, nil
	}
	return object.Truth(t, o)
}

// float reads a float argument with a default for None.
func float(t *object.Thread, o object.Object, otherwise float64) (float64, error) {
	if !given(o) {
		return otherwise, nil
	}
	return object.ToFloat(t, o)
}

// text reads a str argument with a default for None.
func text(o object.Object, otherwise string) string {
	if s, ok := object.AsString(o); ok {
		return s
	}
	return otherwise
}

// dtypeOr reads a dtype argument with a default for None.
func dtypeOr(t *object.Thread, o object.Object, otherwise array.Dtype) (array.Dtype, int, error) {
	d, width, err := parseDtype(t, o)
	if err == nil && d == array.Invalid {
		d = otherwise
	}
	return d, width, err
}

// tupleOf makes a tuple of arrays.
func tupleOf(list []*array.Array) object.Object {
	items := make([]object.Object, len(list))
	for i, a := range list {
		items[i] = New(a)
	}
	return object.NewTuple(items...)
}

// listOf makes a list of arrays.
func listOf(list []*array.Array) object.Object {
	items := make([]object.Object, len(list))
	for i, a := range list {
		items[i] = New(a)
	}
	return object.NewList(items...)
}

// shapeTuple is a shape as Python sees it.
func shapeTuple(shape []int) *object.Tuple {
	items := make([]object.Object, len(shape))
	for i, n := range shape {
		items[i] = object.Int(n)
	}
	return object.NewTuple(items...)
}

// stored writes a result into an out= argument and returns that, or returns the result.
func stored(t *object.Thread, name string, out, r object.Object) (object.Object, error) {
	if !given(out) {
		return r, nil
	}
	if tuple, ok := out.(*object.Tuple); ok && len(tuple.Items) == 1 {
		out = tuple.Items[0]
	}
	to, ok := object.Of(out).(*NDArray)
	if !ok {
		return nil, typeError("return arrays must be of ArrayType")
	}
	v, ok := Of(r)
	if !ok {
		return r, nil
	}
	return out, storeResult(t, name, to.Arr, v)
}
