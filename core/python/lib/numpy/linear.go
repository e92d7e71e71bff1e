package numpy

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addLinear() {
	register(
		fn("dot", "(a, b, out=None)", "Multiplies arrays.", dot),
		fn("vdot", "(a, b, /)", "Multiplies two flat arrays, the first conjugated.", vdot),
		fn("inner", "(a, b, /)", "Sums over the last dimensions.", inner),
		fn("outer", "(a, b, out=None)", "Multiplies every element with every other.", outer),
		fn("tensordot", "(a, b, axes=2)", "Sums over chosen dimensions.", tensordot),
		object.RawFunc("einsum", "(subscripts, *operands, out=None, dtype=None, order='K', casting='safe', optimize=False)", "Sums products by letters.", einsum),
		fn("cross", "(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None)", "Returns the cross product.", cross),
		fn("kron", "(a, b)", "Returns the Kronecker product.", kron),
	)
	ArrayClass.Methods(object.Func("dot", "(self, b, out=None)", "", dot))
}

// pairOf reads two array arguments.
func pairOf(t *object.Thread, a []object.Object) (x, y *array.Array, err error) {
	if x, err = arr(t, a[0]); err != nil {
		return nil, nil, err
	}
	y, err = arr(t, a[1])
	return x, y, err
}

func dot(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	if x.Rank() == 0 || y.Rank() == 0 {
		return binaryOperator(t, object.Mul, New(x), a[1], false)
	}
	r, err := array.Dot(x, y)
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, "dot", a[2], result(r))
}

func vdot(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	if x, err = x.Reshape(-1); err == nil {
		y, err = y.Reshape(-1)
	}
	if err == nil && x.Dtype().IsComplex() {
		x, err = array.Unary(array.Conjugate, x)
	}
	if err != nil {
		return nil, raised(err)
	}
	if x.Size() != y.Size() {
		return nil, valueError("cannot reshape array of size %d into shape %s", y.Size(), tight(x.Shape()))
	}
	r, err := array.Dot(x, y)
	return resultOf(r, err)
}

func inner(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	if x.Rank() == 0 || y.Rank() == 0 {
		return applyBinary(t, array.Multiply, array.Of(x), array.Of(y))
	}
	m, n := x.Shape()[x.Rank()-1], y.Shape()[y.Rank()-1]
	if m != n {
		return nil, valueError("shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)", tight(x.Shape()), tight(y.Shape()), m, x.Rank()-1, n, y.Rank()-1)
	}
	r, err := array.TensorDot(x, y, []int{-1}, []int{-1})
	return resultOf(r, err)
}

func outer(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	if x, err = x.Reshape(-1, 1); err == nil {
		y, err = y.Reshape(1, -1)
	}
	if err != nil {
		return nil, raised(err)
	}
	return applyBinary(t, array.Multiply, array.Of(x), array.Of(y))
}

func tensordot(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	var axesA, axesB []int
	if n, err := object.Index(t, a[2]); err == nil {
		if n < 0 || n > x.Rank() || n > y.Rank() {
			return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
		}
		axesA, axesB = []int{}, []int{}
		for i := range n {
			axesA, axesB = append(axesA, x.Rank()-n+i), append(axesB, i)
		}
	} else {
		pair, err := object.Items(t, a[2])
		if err != nil {
			return nil, err
		}
		if len(pair) != 2 {
			return nil, valueError("axes of tensordot must be an int or a pair, got %d items", len(pair))
		}
		if axesA, err = ints(t, pair[0]); err != nil {
			return nil, err
		}
		if axesB, err = ints(t, pair[1]); err != nil {
			return nil, err
		}
	}
	r, err := array.TensorDot(x, y, axesA, axesB)
	if err != nil {
		return nil, raised(err)
	}
	return New(r), nil
}

func einsum(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) < 2 {
		return nil, valueError("must specify the einstein sum subscripts string and at least one operand, or at least one operand and its corresponding subscripts list")
	}
	subscripts, ok := object.AsString(a.Pos[0])
	if !ok {
		return nil, typeError("the subscripts of einsum must be a str, got %s", a.Pos[0].Class().Name)
	}
	list := make([]*array.Array, len(a.Pos)-1)
	for i, o := range a.Pos[1:] {
		var err error
		if list[i], err = arr(t, o); err != nil {
			return nil, err
		}
	}
	r, err := array.Einsum(subscripts, list...)
	return resultOf(r, err)
}

func cross(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	if x.Rank() == 0 || y.Rank() == 0 || x.Shape()[x.Rank()-1] != 3 || y.Shape()[y.Rank()-1] != 3 {
		return nil, valueError("Both input arrays must be (arrays of) 3-dimensional vectors, but they have shapes %s and %s", array.ShapeString(x.Shape()), array.ShapeString(y.Shape()))
	}
	parts := make([]*array.Array, 3)
	for i := range parts {
		j, k := (i+1)%3, (i+2)%3
		p, err := array.Binary(array.Multiply, array.Of(x.At(x.Rank()-1, j)), array.Of(y.At(y.Rank()-1, k)))
		if err != nil {
			return nil, raised(err)
		}
		q, err := array.Binary(array.Multiply, array.Of(x.At(x.Rank()-1, k)), array.Of(y.At(y.Rank()-1, j)))
		if err != nil {
			return nil, raised(err)
		}
		if parts[i], err = array.Binary(array.Subtract, array.Of(p), array.Of(q)); err != nil {
			return nil, raised(err)
		}
	}
	return arrayOf(array.Stack(parts, -1, array.Invalid))
}

func kron(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	rank := max(x.Rank(), y.Rank())
	var inX, inY, final []int
	for i := range rank {
		m, n := 1, 1
		if k := i - rank + x.Rank(); k >= 0 {
			m = x.Shape()[k]
		}
		if k := i - rank + y.Rank(); k >= 0 {
			n = y.Shape()[k]
		}
		inX, inY, final = append(inX, m, 1), append(inY, 1, n), append(final, m*n)
	}
	if x, err = x.Reshape(inX...); err == nil {
		y, err = y.Reshape(inY...)
	}
	if err != nil {
		return nil, raised(err)
	}
	p, err := array.Binary(array.Multiply, array.Of(x), array.Of(y))
	if err == nil {
		p, err = p.Reshape(final...)
	}
	return resultOf(p, err)
}

// norm is np.linalg.norm.
func norm(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Dtype() < array.Float16 {
		if x, err = x.Cast(array.Float64); err != nil {
			return nil, raised(err)
		}
	}
	keep, err := flag(t, a[3], false)
	if err != nil {
		return nil, err
	}
	if _, ok := object.Of(a[2]).(*object.List); ok {
		return nil, typeError("'axis' must be None, an integer or a tuple of integers")
	}
	axes, err := ints(t, a[2])
	if err != nil {
		return nil, err
	}
	if axes == nil && (!given(a[1]) || x.Rank() == 1 && isTwo(a[1]) || x.Rank() == 2 && text(a[1], "") == "fro") {
		return wholeNorm(x, keep)
	}
	if axes == nil {
		for i := range x.Rank() {
			axes = append(axes, i)
		}
	}
	switch len(axes) {
	case 1:
		r, err := vectorNorm(t, x, a[1], axes, keep)
		return resultOf(r, err)
	case 2:
		r, err := matrixNorm(t, x, a[1], axes, keep)
		return resultOf(r, err)
	}
	return nil, valueError("Improper number of dimensions to norm.")
}

func isTwo(o object.Object) bool {
	f, ok := object.AsFloat64(o)
	return ok && f == 2
}

// wholeNorm is the root of the sum of squares of all elements.
func wholeNorm(x *array.Array, keep bool) (object.Object, error) {
	rank := x.Rank()
	flat, err := x.Reshape(-1)
	if err != nil {
		return nil, raised(err)
	}
	if flat.Dtype().IsComplex() {
		if flat, err = array.Unary(array.Absolute, flat); err != nil {
			return nil, raised(err)
		}
	}
	s, err := array.Dot(flat, flat)
	if err == nil {
		s, err = array.Unary(array.Sqrt, s)
	}
	if err == nil && keep {
		ones := make([]int, rank)
		for i := range ones {
			ones[i] = 1
		}
		s, err = s.Reshape(ones...)
	}
	return resultOf(s, err)
}

func vectorNorm(t *object.Thread, x *array.Array, ord object.Object, axes []int, keep bool) (*array.Array, error) {
	size, err := array.Unary(array.Absolute, x)
	if err != nil {
		return nil, err
	}
	p := 2.0
	if given(ord) {
		if name, ok := object.AsString(ord); ok {
			return nil, valueError("Invalid norm order '%s' for vectors", name)
		}
		if p, err = object.ToFloat(t, ord); err != nil {
			return nil, err
		}
	}
	weak := func(v float64) array.Operand { return array.Operand{Array: array.Scalar(v), Weak: array.WeakFloat} }
	switch {
	case math.IsInf(p, 1):
		return array.Max(size, axes, keep)
	case math.IsInf(p, -1):
		return array.Min(size, axes, keep)
	case p == 0:
		b, err := array.Binary(array.NotEqual, array.Of(x), weak(0))
		if err != nil {
			return nil, err
		}
		return array.Sum(b, axes, keep, x.Dtype().Real())
	case p == 1:
		return array.Sum(size, axes, keep, array.Invalid)
	case p == 2:
		s, err := array.Binary(array.Multiply, array.Of(size), array.Of(size))
		if err == nil {
			s, err = array.Sum(s, axes, keep, array.Invalid)
		}
		if err != nil {
			return nil, err
		}
		return array.Unary(array.Sqrt, s)
	}
	s, err := array.Binary(array.Power, array.Of(size), weak(p))
	if err == nil {
		s, err = array.Sum(s, axes, keep, array.Invalid)
	}
	if err != nil {
		return nil, err
	}
	return array.Binary(array.Power, array.Of(s), weak(1/p))
}

func matrixNorm(t *object.Thread, x *array.Array, ord object.Object, axes []int, keep bool) (*array.Array, error) {
	axes, err := array.NormalizeAxes(axes, x.Rank())
	if err != nil {
		return nil, err
	}
	name := text(ord, "")
	if !given(ord) || name == "fro" {
		return vectorNorm(t, x, object.None, axes, keep)
	}
	p := 0.0
	if name == "" {
		if p, err = object.ToFloat(t, ord); err != nil {
			return nil, err
		}
	}
	size, err := array.Unary(array.Absolute, x)
	if err != nil {
		return nil, err
	}
	rows, cols := axes[0], axes[1]
	if math.IsInf(p, 0) {
		rows, cols = cols, rows
	}
	var r *array.Array
	switch {
	case name == "nuc" || p == 2 || p == -2:
		r, err = singularNorm(x, axes, name, p)
	case p == 1 || p == -1 || math.IsInf(p, 0):
		if r, err = array.Sum(size, []int{rows}, true, array.Invalid); err == nil {
			if p > 0 {
				r, err = array.Max(r, []int{cols}, true)
			} else {
				r, err = array.Min(r, []int{cols}, true)
			}
		}
		if err == nil && !keep {
			r, err = r.Squeeze(axes)
		}
		return r, err
	default:
		return nil, valueError("Invalid norm order for matrices.")
	}
	if err == nil && keep {
		r, err = r.ExpandDims(axes...)
	}
	return r, err
}

func singularNorm(x *array.Array, axes []int, name string, p float64) (*array.Array, error) {
	m, err := x.MoveAxis(axes, []int{-2, -1})
	if err != nil {
		return nil, err
	}
	_, s, _, err := array.SVD(m)
	if err != nil {
		return nil, err
	}
	switch {
	case name == "nuc":
		return array.Sum(s, []int{-1}, false, array.Invalid)
	case p > 0:
		return array.Max(s, []int{-1}, false)
	}
	return array.Min(s, []int{-1}, false)
}
