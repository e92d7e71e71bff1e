package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// NDArray is a numpy.ndarray.
type NDArray struct{ Arr *array.Array }

// ArrayClass is numpy.ndarray.
var ArrayClass = object.NewType("ndarray", "numpy", nil).WithPayload()

// New returns the ndarray of an array, which it shares.
func New(arr *array.Array) object.Object { return newArray(arr) }

func newArray(arr *array.Array) *NDArray { return &NDArray{arr} }

// Class returns numpy.ndarray.
func (*NDArray) Class() *object.Class { return ArrayClass }

// Truth is the truth of the only element.
func (x *NDArray) Truth(t *object.Thread) (bool, error) {
	switch x.Arr.Size() {
	case 1:
		if x.Arr.Dtype() == array.Object {
			return object.Truth(t, item(x.Arr))
		}
		flat, err := x.Arr.Reshape(1)
		if err != nil {
			return false, raised(err)
		}
		return scalarTruth(flat), nil
	case 0:
		return false, valueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
	}
	return false, valueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
}

// Repr shows the array as numpy does.
func (x *NDArray) Repr(t *object.Thread) (string, error) {
	if err := t.Spend(8 * int64(min(x.Arr.Size(), 2000))); err != nil {
		return "", err
	}
	return printed(t, func(o array.PrintOptions) string { return array.Repr(x.Arr, o) })
}

// Str shows the elements.
func (x *NDArray) Str(t *object.Thread) (string, error) {
	if err := t.Spend(8 * int64(min(x.Arr.Size(), 2000))); err != nil {
		return "", err
	}
	return printed(t, func(o array.PrintOptions) string { return array.Text(x.Arr, o) })
}

// Format formats an array of one element as a number; others take no format.
func (x *NDArray) Format(t *object.Thread, spec string) (string, error) {
	switch {
	case x.Arr.Rank() == 0 && x.Arr.Dtype() != array.Object:
		return object.Format(t, item(x.Arr), spec)
	case spec == "":
		return x.Str(t)
	}
	return "", typeError("unsupported format string passed to numpy.ndarray.__format__")
}

// Iter goes over the first dimension.
func (x *NDArray) Iter(*object.Thread) (object.Object, error) {
	if x.Arr.Rank() == 0 {
		return nil, typeError("iteration over a 0-d array")
	}
	return &arrayIterator{arr: x.Arr}, nil
}

// Contains reports whether any element equals the value.
func (x *NDArray) Contains(t *object.Thread, v object.Object) (bool, error) {
	r, err := compareOperator(t, object.Eq, x, v)
	if err != nil {
		return false, err
	}
	arr, ok := Of(r)
	if !ok {
		return object.Truth(t, r)
	}
	any, err := array.Any(arr, nil, false)
	if err != nil {
		return false, raised(err)
	}
	return scalarTruth(any), nil
}

// GetItem is x[key].
func (x *NDArray) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	if i, ok := key.(object.Int); ok && x.Arr.Rank() > 0 { // the common case
		n := x.Arr.Shape()[0]
		at := int(i)
		if at < 0 {
			at += n
		}
		if at >= 0 && at < n {
			return result(x.Arr.WithBudget(t).At(0, at)), nil
		}
	}
	parts, err := indexParts(t, key)
	if err != nil {
		return nil, err
	}
	r, scalar, err := x.Arr.WithBudget(t).Index(parts)
	if err != nil {
		return nil, raised(err)
	}
	if scalar {
		return result(r), nil
	}
	return New(r), nil
}

// SetItem is x[key] = v.
func (x *NDArray) SetItem(t *object.Thread, key, v object.Object) error {
	if v == nil {
		return valueError("cannot delete array elements")
	}
	parts, err := indexParts(t, key)
	if err != nil {
		return err
	}
	arr := x.Arr.WithBudget(t)
	var value *array.Array
	if arr.Dtype() == array.Object {
		value, err = objectValue(t, arr, parts, v)
	} else {
		value, err = assignable(t, v, arr.Dtype())
	}
	if err != nil {
		return err
	}
	return raised(arr.SetIndex(parts, value))
}

// objectValue is what is assigned to elements of an object array: one element takes any object whole.
func objectValue(t *object.Thread, arr *array.Array, parts []array.Index, v object.Object) (*array.Array, error) {
	for _, p := range parts {
		if p.Kind != array.AtInt {
			return fromObject(t, v, array.Object, 0)
		}
	}
	if len(parts) < arr.Rank() {
		return fromObject(t, v, array.Object, 0)
	}
	return array.FromObjects(t, []any{v})
}

// assignable converts a value to be written into an array of dtype d.
func assignable(t *object.Thread, v object.Object, d array.Dtype) (*array.Array, error) {
	if arr, err := existingArray(t, v); arr != nil || err != nil {
		if err == nil && arr.Dtype() == array.Object {
			return unboxed(t, arr, d, 0)
		}
		return arr, err
	}
	return fromObject(t, v, d, 0)
}

// Binary is arithmetic.
func (x *NDArray) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return binaryOperator(t, op, x, o, reflected)
}

// Inplace is x op= o: the result is written into x.
func (x *NDArray) Inplace(t *object.Thread, op object.BinaryOp, o object.Object) (object.Object, error) {
	v, err := binaryOperator(t, op, x, o, false)
	if err != nil || v == object.NotImplemented {
		return v, err
	}
	r, ok := Of(v)
	if !ok {
		return v, nil
	}
	if err := storeResult(t, arrayOps[op].String(), x.Arr, r); err != nil {
		return nil, err
	}
	return x, nil
}

// storeResult writes what a ufunc computed into an array, if the kind of its type allows.
func storeResult(t *object.Thread, name string, to, r *array.Array) error {
	if to.Dtype() == array.Object && r.Dtype() != array.Object {
		var err error
		if r, err = boxed(t, r); err != nil {
			return err
		}
	}
	if !array.CanCast(r.Dtype(), to.Dtype(), array.SameKind) {
		return object.NewError(castErrorClass, "Cannot cast ufunc '%s' output from %s to %s with casting rule 'same_kind'", name,
			dtypeText(array.Of(r)), dtypeText(array.Of(to)))
	}
	if got, err := array.BroadcastShapes(to.Shape(), r.Shape()); err != nil || !array.EqualShape(got, to.Shape()) {
		return valueError("non-broadcastable output operand with shape %s doesn't match the broadcast shape %s",
			tight(to.Shape()), tight(r.Shape()))
	}
	return raised(to.WithBudget(t).Assign(r))
}

// tight writes a shape without spaces.
func tight(shape []int) string {
	out := []byte{}
	for _, c := range []byte(array.ShapeString(shape)) {
		if c != ' ' {
			out = append(out, c)
		}
	}
	return string(out)
}

// Unary is -x, +x, ~x and abs(x).
func (x *NDArray) Unary(t *object.Thread, op object.UnaryOp) (object.Object, error) {
	if x.Arr.Dtype() == array.Object {
		r, err := pairwiseObjects(t, x.Arr, x.Arr, func(v, _ object.Object) (object.Object, error) { return object.Unary(t, op, v) })
		return resultOf(r, err)
	}
	return unaryOperator(op, x.Arr.WithBudget(t))
}

// Compare compares element by element.
func (x *NDArray) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	return compareOperator(t, op, x, o)
}

// arrayIterator yields the positions of the first dimension.
type arrayIterator struct {
	arr  *array.Array
	next int
}

var iteratorClass = object.NewType("iterator", "builtins", nil).Final()

func addIterator() { iteratorClass.Protocols(&arrayIterator{}) }

// Class returns the iterator type.
func (*arrayIterator) Class() *object.Class { return iteratorClass }

// Iter returns the iterator itself.
func (it *arrayIterator) Iter(*object.Thread) (object.Object, error) { return it, nil }

// Next returns the next element or row.
func (it *arrayIterator) Next(t *object.Thread) (object.Object, error) {
	if it.next >= it.arr.Shape()[0] {
		return nil, nil
	}
	it.next++
	return result(it.arr.At(0, it.next-1)), nil
}

// flatIterator is ndarray.flat.
type flatIterator struct {
	arr  *array.Array // flat, a copy where the array is not contiguous
	of   *array.Array
	next int
}

var flatClass = object.NewType("flatiter", "numpy", nil).Final()

func addFlatIterator() { flatClass.Protocols(&flatIterator{}) }

// Class returns numpy.flatiter.
func (*flatIterator) Class() *object.Class { return flatClass }

// Len returns the number of elements.
func (it *flatIterator) Len() int { return it.of.Size() }

// Iter returns the iterator itself.
func (it *flatIterator) Iter(*object.Thread) (object.Object, error) { return it, nil }

// Next returns the next element.
func (it *flatIterator) Next(*object.Thread) (object.Object, error) {
	if it.next >= it.arr.Size() {
		return nil, nil
	}
	it.next++
	return result(it.arr.At(0, it.next-1)), nil
}

// GetItem indexes the flat elements.
func (it *flatIterator) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	return newArray(it.arr).GetItem(t, key)
}

// SetItem sets flat elements.
func (it *flatIterator) SetItem(t *object.Thread, key, v object.Object) error {
	if err := newArray(it.arr).SetItem(t, key, v); err != nil {
		return err
	}
	if it.arr.SharesMemory(it.of) {
		return nil
	}
	whole, err := it.arr.Reshape(it.of.Shape()...)
	if err != nil {
		return raised(err)
	}
	return raised(it.of.Assign(whole))
}
