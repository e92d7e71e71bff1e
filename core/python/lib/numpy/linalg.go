package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addLinalg() {
	one := func(name, doc string, f func(*array.Array) (*array.Array, error)) *object.Builtin {
		return fn(name, "(a)", doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err != nil {
				return nil, err
			}
			r, err := f(x)
			return resultOf(r, err)
		})
	}
	registerIn("linalg",
		fn("norm", "(x, ord=None, axis=None, keepdims=False)", "Returns a norm.", norm),
		one("inv", "Returns the inverse.", array.Inv), one("det", "Returns the determinant.", array.Det),
		fn("cholesky", "(a, /, *, upper=False)", "Returns the Cholesky factor.", cholesky),
		fn("solve", "(a, b)", "Solves a linear system.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, y, err := pairOf(t, a)
			if err != nil {
				return nil, err
			}
			r, err := array.Solve(x, y)
			return resultOf(r, err)
		}),
		fn("qr", "(a, mode='reduced')", "Returns an orthogonal and a triangular factor.", qr),
		fn("svd", "(a, full_matrices=True, compute_uv=True, hermitian=False)", "Returns the singular values and vectors.", svd),
		fn("eigh", "(a, UPLO='L')", "Returns eigenvalues and vectors of a symmetric matrix.", eigh),
		fn("eigvalsh", "(a, UPLO='L')", "Returns eigenvalues of a symmetric matrix.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err != nil {
				return nil, err
			}
			w, _, err := array.Eigh(x)
			return resultOf(w, err)
		}),
		fn("pinv", "(a, rcond=1e-15)", "Returns the pseudo-inverse.", pinv),
		fn("matrix_rank", "(A, tol=None)", "Returns the rank.", matrixRank),
		fn("lstsq", "(a, b, rcond=None)", "Solves by least squares.", lstsq),
		fn("matrix_power", "(a, n)", "Multiplies a matrix with itself.", matrixPower),
		fn("multi_dot", "(arrays)", "Multiplies several matrices.", multiDot),
		fn("cond", "(x, p=None)", "Returns the condition number.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, err := numeric(t, a[0])
			if err != nil {
				return nil, err
			}
			_, s, _, err := array.SVD(x)
			if err != nil {
				return nil, raised(err)
			}
			n := s.Shape()[s.Rank()-1]
			if n == 0 {
				return nil, valueError("cond is not defined on empty arrays")
			}
			return applyBinary(t, array.Divide, array.Of(s.At(s.Rank()-1, 0)), array.Of(s.At(s.Rank()-1, n-1)))
		}))
	for _, name := range []string{"eig", "eigvals"} {
		registerIn("linalg", fn(name, "(a)", "Not available.", func(*object.Thread, []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "eigenvalues of a general matrix are not supported here: use np.linalg.eigh for a symmetric one")
		}))
	}
}

// namedTuple makes a result like linalg's named tuples, without the names.
func namedTuple(list ...*array.Array) object.Object { return tupleOf(list) }

func qr(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	mode := text(a[1], "reduced")
	if mode != "reduced" && mode != "complete" && mode != "r" {
		return nil, valueError("Unrecognized mode '%s'", mode)
	}
	q, r, err := array.QR(x, mode != "complete")
	if err != nil {
		return nil, raised(err)
	}
	if mode == "r" {
		return New(r), nil
	}
	return namedTuple(q, r), nil
}

func svd(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	u, s, vt, err := array.SVD(x)
	if err != nil {
		return nil, raised(err)
	}
	if vectors, err := object.Truth(t, a[2]); err != nil || !vectors {
		return New(s), err
	}
	whole, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	if shape := x.Shape(); whole && shape[x.Rank()-1] != shape[x.Rank()-2] {
		if u, vt, err = completed(u, vt); err != nil {
			return nil, raised(err)
		}
	}
	return namedTuple(u, s, vt), nil
}

// completed adds orthogonal columns to u, or rows to vt, until both are square.
func completed(u, vt *array.Array) (*array.Array, *array.Array, error) {
	extend := func(m *array.Array) (*array.Array, error) {
		rows, cols := m.Shape()[m.Rank()-2], m.Shape()[m.Rank()-1]
		if rows == cols {
			return m, nil
		}
		q, _, err := array.QR(m, false)
		if err != nil {
			return nil, err
		}
		return array.Concatenate([]*array.Array{m, q.Slice(q.Rank()-1, cols, 1, rows-cols)}, -1, array.Invalid)
	}
	u, err := extend(u)
	if err != nil {
		return nil, nil, err
	}
	v, err := vt.SwapAxes(-1, -2)
	if err == nil {
		v, err = extend(v)
	}
	if err != nil {
		return nil, nil, err
	}
	vt, err = v.SwapAxes(-1, -2)
	return u, vt, err
}

func eigh(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if text(a[1], "L") == "U" {
		if x, err = x.SwapAxes(-1, -2); err != nil {
			return nil, raised(err)
		}
	}
	w, v, err := array.Eigh(x)
	if err != nil {
		return nil, raised(err)
	}
	return namedTuple(w, v), nil
}

// inverseSingular returns the factors of the pseudo-inverse: u, the inverses of the singular values above cut, and vt.
func inverseSingular(x *array.Array, cut float64) (u, s, vt *array.Array, rank int, err error) {
	if x.Rank() != 2 {
		return nil, nil, nil, 0, valueError("%d-dimensional array given. Array must be two-dimensional", x.Rank())
	}
	if u, s, vt, err = array.SVD(x); err != nil {
		return nil, nil, nil, 0, err
	}
	values, err := array.Float64s(s)
	if err != nil {
		return nil, nil, nil, 0, err
	}
	inverse := make([]float64, len(values))
	for i, v := range values {
		if v > cut*values[0] {
			inverse[i] = 1 / v
			rank++
		}
	}
	s, err = array.FromSlice(x.Budget(), inverse, len(inverse))
	return u, s, vt, rank, err
}

// applyInverse multiplies the pseudo-inverse with b.
func applyInverse(u, s, vt, b *array.Array) (*array.Array, error) {
	ut, err := u.Transpose(nil)
	if err != nil {
		return nil, err
	}
	x, err := array.MatMul(ut, b)
	if err != nil {
		return nil, err
	}
	if x.Rank() == 2 {
		if s, err = s.ExpandDims(1); err != nil {
			return nil, err
		}
	}
	if x, err = array.Binary(array.Multiply, array.Of(s), array.Of(x)); err != nil {
		return nil, err
	}
	v, err := vt.Transpose(nil)
	if err != nil {
		return nil, err
	}
	return array.MatMul(v, x)
}

// cholesky gives the lower factor, or the upper one, which is made from the upper triangle.
func cholesky(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	upper, err := flag(t, a[1], false)
	if err != nil {
		return nil, err
	}
	if upper && x.Rank() >= 2 {
		if x, err = x.SwapAxes(-1, -2); err != nil {
			return nil, raised(err)
		}
	}
	r, err := array.Cholesky(x)
	if err == nil && upper {
		r, err = r.SwapAxes(-1, -2)
	}
	return resultOf(r, err)
}

// pinvEach makes the pseudo-inverse of each matrix of a stack.
func pinvEach(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
	parts := make([]object.Object, x.Shape()[0])
	for i := range parts {
		m, err := object.GetItem(t, New(x), object.Int(i))
		if err != nil {
			return nil, err
		}
		if parts[i], err = pinv(t, append([]object.Object{m}, a[1:]...)); err != nil {
			return nil, err
		}
	}
	return object.CallMethod(t, table["stack"], "__call__", object.NewList(parts...))
}

func pinv(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	cut, err := float(t, a[1], 1e-15)
	if err != nil {
		return nil, err
	}
	if x.Rank() > 2 && x.Shape()[0] > 0 {
		return pinvEach(t, x, a)
	}
	u, s, vt, _, err := inverseSingular(x, cut)
	if err != nil {
		return nil, raised(err)
	}
	one, err := array.Eye(t, x.Shape()[0], x.Shape()[0], 0, array.Float64)
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(applyInverse(u, s, vt, one))
}

const floatEps = 2.220446049250313e-16

func matrixRank(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Rank() < 2 {
		any, err := array.Any(x, nil, false)
		if err != nil {
			return nil, raised(err)
		}
		return object.Int(map[bool]int{true: 1}[scalarTruth(any)]), nil
	}
	_, s, _, err := array.SVD(x)
	if err != nil {
		return nil, raised(err)
	}
	values, err := array.Float64s(s)
	if err != nil {
		return nil, raised(err)
	}
	cut := 0.0
	if len(values) > 0 {
		cut = values[0] * float64(max(x.Shape()[0], x.Shape()[1])) * floatEps
	}
	if cut, err = float(t, a[1], cut); err != nil {
		return nil, err
	}
	rank := int64(0)
	for _, v := range values {
		if v > cut {
			rank++
		}
	}
	return newScalar(array.Scalar(rank)), nil
}

func lstsq(t *object.Thread, a []object.Object) (object.Object, error) {
	x, b, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	if x.Rank() != 2 {
		return nil, object.NewError(linAlgErrorClass, "%d-dimensional array given. Array must be two-dimensional", x.Rank())
	}
	if b.Rank() == 0 || b.Shape()[0] != x.Shape()[0] {
		return nil, object.NewError(linAlgErrorClass, "Incompatible dimensions")
	}
	cut, err := float(t, a[2], floatEps*float64(max(x.Shape()[0], x.Shape()[1])))
	if err != nil {
		return nil, err
	}
	u, s, vt, rank, err := inverseSingular(x, cut)
	if err != nil {
		return nil, raised(err)
	}
	solution, err := applyInverse(u, s, vt, b)
	if err != nil {
		return nil, raised(err)
	}
	_, values, _, err := array.SVD(x)
	if err != nil {
		return nil, raised(err)
	}
	residuals, err := array.New(t, array.Float64, 0)
	if err != nil {
		return nil, raised(err)
	}
	if rank == x.Shape()[1] && x.Shape()[0] > x.Shape()[1] {
		if residuals, err = squaredResiduals(x, solution, b); err != nil {
			return nil, raised(err)
		}
	}
	return object.NewTuple(New(solution), New(residuals), newScalar(array.Scalar(int32(rank))), New(values)), nil
}

func squaredResiduals(x, solution, b *array.Array) (*array.Array, error) {
	p, err := array.MatMul(x, solution)
	if err == nil {
		p, err = array.Binary(array.Subtract, array.Of(b), array.Of(p))
	}
	if err == nil {
		p, err = array.Binary(array.Multiply, array.Of(p), array.Of(p))
	}
	if err == nil {
		p, err = array.Sum(p, []int{0}, b.Rank() == 1, array.Invalid)
	}
	return p, err
}

func matrixPower(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if x.Rank() < 2 || x.Shape()[x.Rank()-1] != x.Shape()[x.Rank()-2] {
		return nil, object.NewError(linAlgErrorClass, "Last 2 dimensions of the array must be square")
	}
	if n < 0 {
		if x, err = array.Inv(x); err != nil {
			return nil, raised(err)
		}
		n = -n
	}
	size := x.Shape()[x.Rank()-1]
	acc, err := array.Eye(t, size, size, 0, x.Dtype())
	if err != nil {
		return nil, raised(err)
	}
	if acc, err = acc.BroadcastTo(x.Shape()); err != nil {
		return nil, raised(err)
	}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			if acc, err = array.MatMul(acc, x); err != nil {
				return nil, raised(err)
			}
		}
		if n > 1 {
			if x, err = array.MatMul(x, x); err != nil {
				return nil, raised(err)
			}
		}
	}
	return arrayOf(acc.Copy())
}

func multiDot(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	if len(list) < 2 {
		return nil, valueError("Expecting at least two arrays.")
	}
	acc := list[0]
	for _, x := range list[1:] {
		if acc, err = array.Dot(acc, x); err != nil {
			return nil, raised(err)
		}
	}
	return result(acc), nil
}
