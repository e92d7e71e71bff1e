package array

import (
	"math"

	"layerglass/core/python/array/exact"
)

// matrix is one square or rectangular matrix in float64, row by row.
type matrix struct {
	rows, cols int
	data       []float64
}

func (m matrix) at(i, j int) float64     { return m.data[i*m.cols+j] }
func (m matrix) set(i, j int, v float64) { m.data[i*m.cols+j] = v }

func (m matrix) row(i int) []float64 { return m.data[i*m.cols : (i+1)*m.cols] }

func newMatrix(rows, cols int) matrix { return matrix{rows, cols, make([]float64, rows*cols)} }

// matrices reads the last two dimensions of an array as matrices.
func matrices(a *Array) ([]matrix, error) {
	if len(a.shape) < 2 {
		return nil, fail(LinAlgError, itoa(len(a.shape)), "-dimensional array given. Array must be at least two-dimensional")
	}
	if a.dtype.IsComplex() {
		return nil, fail(TypeError, "linear algebra of complex matrices is not supported here")
	}
	if a.dtype == Float16 || a.dtype == BFloat16 {
		return nil, fail(TypeError, "array type ", a.dtype.String(), " is unsupported in linalg")
	}
	f, err := a.Cast(Float64)
	if err != nil {
		return nil, err
	}
	if f, err = f.Copy(); err != nil {
		return nil, err
	}
	rows, cols := a.shape[len(a.shape)-2], a.shape[len(a.shape)-1]
	list := make([]matrix, sizeOf(a.shape[:len(a.shape)-2]))
	data := f.data.(vec[float64])
	for i := range list {
		list[i] = matrix{rows, cols, data[i*rows*cols : (i+1)*rows*cols]}
	}
	n := int64(rows) * int64(cols) * int64(min(rows, cols)) * int64(len(list))
	if a.budget != nil {
		err = a.budget.Spend(n / elementsPerStep)
	}
	return list, err
}

func squares(a *Array) ([]matrix, error) {
	list, err := matrices(a)
	if err == nil && a.shape[len(a.shape)-1] != a.shape[len(a.shape)-2] {
		err = fail(LinAlgError, "Last 2 dimensions of the array must be square")
	}
	return list, err
}

// linalgDtype is the type of results: float32 stays, all else is float64.
func linalgDtype(list ...*Array) Dtype {
	for _, a := range list {
		if a.dtype != Float32 {
			return Float64
		}
	}
	return Float32
}

// decompose is LU with partial pivoting in place. sign is that of the row exchanges; ok is false for a singular matrix.
func (m matrix) decompose() (order []int, sign float64, ok bool) {
	n := m.rows
	order = make([]int, n)
	for i := range order {
		order[i] = i
	}
	sign, ok = 1, true
	for k := range n {
		p := k
		for i := k + 1; i < n; i++ {
			if math.Abs(m.at(i, k)) > math.Abs(m.at(p, k)) {
				p = i
			}
		}
		if m.at(p, k) == 0 {
			ok = false
			continue
		}
		if p != k {
			x, y := m.row(p), m.row(k)
			for j := range x {
				x[j], y[j] = y[j], x[j]
			}
			order[p], order[k] = order[k], order[p]
			sign = -sign
		}
		for i := k + 1; i < n; i++ {
			f := m.at(i, k) / m.at(k, k)
			m.set(i, k, f)
			x, y := m.row(i), m.row(k)
			for j := k + 1; j < n; j++ {
				x[j] -= float64(f * y[j])
			}
		}
	}
	return order, sign, ok
}

// solve replaces the columns of b by the solutions, after decompose.
func (m matrix) solve(order []int, b matrix) matrix {
	n := m.rows
	x := newMatrix(n, b.cols)
	for i, p := range order {
		copy(x.row(i), b.row(p))
	}
	for i := range n {
		for k := range i {
			f := m.at(i, k)
			for j := range x.cols {
				x.data[i*x.cols+j] -= float64(f * x.at(k, j))
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			f := m.at(i, k)
			for j := range x.cols {
				x.data[i*x.cols+j] -= float64(f * x.at(k, j))
			}
		}
		for j := range x.cols {
			x.data[i*x.cols+j] /= m.at(i, i)
		}
	}
	return x
}

// Det returns the determinants of the matrices in the last two dimensions.
func Det(a *Array) (*Array, error) {
	list, err := squares(a)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Float64, a.shape[:len(a.shape)-2]...)
	if err != nil {
		return nil, err
	}
	d := out.data.(vec[float64])
	for i, m := range list {
		_, sign, ok := m.decompose()
		logarithm := 0.0 // numpy adds logarithms, which shows in the last digits
		for k := range m.rows {
			v := m.at(k, k)
			if v < 0 {
				sign = -sign
			}
			logarithm += exact.Log(math.Abs(v))
		}
		if ok {
			d[i] = sign * exact.Exp(logarithm)
		}
	}
	return out.Cast(linalgDtype(a))
}

// Solve returns the solutions of the linear systems a·x = b; b is a vector, or matrices whose columns are solved for.
func Solve(a, b *Array) (*Array, error) {
	list, err := squares(a)
	if err != nil {
		return nil, err
	}
	if len(b.shape) == 0 {
		return nil, fail(ValueError, "solve: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (m,m),(m)->(m) requires 1)")
	}
	vector := len(b.shape) == 1
	if vector {
		if b, err = b.ExpandDims(1); err != nil {
			return nil, err
		}
	}
	n := a.shape[len(a.shape)-1]
	if len(b.shape) < 2 || b.shape[len(b.shape)-2] != n {
		return nil, fail(ValueError, "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) (size ",
			itoa(b.shape[max(len(b.shape)-2, 0)]), " is different from ", itoa(n), ")")
	}
	lead, ok := broadcastShapes(a.shape[:len(a.shape)-2], b.shape[:len(b.shape)-2])
	if !ok || sizeOf(lead) != len(list) {
		return nil, fail(ValueError, "operands could not be broadcast together with shapes ", compactShape(a.shape), " ", compactShape(b.shape))
	}
	wide, err := b.BroadcastTo(append(append([]int{}, lead...), b.shape[len(b.shape)-2:]...))
	if err != nil {
		return nil, err
	}
	right, err := matrices(wide)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(a, b), Float64, wide.shape...)
	if err != nil {
		return nil, err
	}
	d := out.data.(vec[float64])
	for i, m := range list {
		order, _, ok := m.decompose()
		if !ok {
			return nil, fail(LinAlgError, "Singular matrix")
		}
		copy(d[i*n*right[i].cols:], m.solve(order, right[i]).data)
	}
	if vector {
		if out, err = out.Squeeze([]int{-1}); err != nil {
			return nil, err
		}
	}
	return out.Cast(linalgDtype(a, b))
}

// Inv returns the inverses of the matrices in the last two dimensions.
func Inv(a *Array) (*Array, error) {
	if _, err := squares(a); err != nil {
		return nil, err
	}
	n := a.shape[len(a.shape)-1]
	one, err := Eye(a.budget, n, n, 0, linalgDtype(a))
	if err != nil {
		return nil, err
	}
	return Solve(a, one)
}

// Cholesky returns lower triangles L with L·Lᵀ equal to the matrices.
func Cholesky(a *Array) (*Array, error) {
	list, err := squares(a)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Float64, a.shape...)
	if err != nil {
		return nil, err
	}
	d := out.data.(vec[float64])
	for i, m := range list {
		n := m.rows
		l := matrix{n, n, d[i*n*n : (i+1)*n*n]}
		for r := range n {
			for c := range r + 1 {
				s := m.at(r, c)
				for k := range c {
					s -= float64(l.at(r, k) * l.at(c, k))
				}
				if r != c {
					l.set(r, c, s/l.at(c, c))
					continue
				}
				if !(s > 0) {
					return nil, fail(LinAlgError, "Matrix is not positive definite")
				}
				l.set(r, r, math.Sqrt(s))
			}
		}
	}
	return out.Cast(linalgDtype(a))
}

// QR returns an orthogonal q and an upper triangular r with q·r equal to the matrix, by Householder reflections. Reduced
// gives the first min(rows, columns) columns of q; otherwise q is square.
func QR(a *Array, reduced bool) (q, r *Array, err error) {
	list, err := matrices(a)
	if err != nil {
		return nil, nil, err
	}
	rows, cols := a.shape[len(a.shape)-2], a.shape[len(a.shape)-1]
	k := min(rows, cols)
	width := k
	if !reduced {
		width = rows
	}
	lead := a.shape[:len(a.shape)-2]
	if q, err = New(a.budget, Float64, append(append([]int{}, lead...), rows, width)...); err != nil {
		return nil, nil, err
	}
	if r, err = New(a.budget, Float64, append(append([]int{}, lead...), width, cols)...); err != nil {
		return nil, nil, err
	}
	qd, rd := q.data.(vec[float64]), r.data.(vec[float64])
	for i, m := range list {
		full := m.reflect()
		for x := range rows {
			for y := range width {
				qd[i*rows*width+x*width+y] = full.at(x, y)
			}
		}
		for x := range width {
			for y := x; y < cols; y++ {
				rd[i*width*cols+x*cols+y] = m.at(x, y)
			}
		}
	}
	d := linalgDtype(a)
	if q, err = q.Cast(d); err != nil {
		return nil, nil, err
	}
	r, err = r.Cast(d)
	return q, r, err
}

// reflect makes m upper triangular and returns the orthogonal matrix that undoes it.
func (m matrix) reflect() matrix {
	n := m.rows
	q := newMatrix(n, n)
	for i := range n {
		q.set(i, i, 1)
	}
	v := make([]float64, n)
	for k := 0; k < min(n-1, m.cols); k++ {
		norm := 0.0
		for i := k; i < n; i++ {
			norm = math.Hypot(norm, m.at(i, k))
		}
		rest := 0.0
		for i := k + 1; i < n; i++ {
			rest += math.Abs(m.at(i, k))
		}
		if rest == 0 {
			continue
		}
		alpha := -math.Copysign(norm, m.at(k, k))
		size := 0.0
		for i := k; i < n; i++ {
			v[i] = m.at(i, k)
			if i == k {
				v[i] -= alpha
			}
			size += float64(v[i] * v[i])
		}
		m.reflectRows(v, k, size)
		q.reflectColumns(v, k, size)
	}
	return q
}

func (m matrix) reflectRows(v []float64, k int, size float64) {
	for j := range m.cols {
		s := 0.0
		for i := k; i < m.rows; i++ {
			s += float64(v[i] * m.at(i, j))
		}
		s *= 2 / size
		for i := k; i < m.rows; i++ {
			m.data[i*m.cols+j] -= float64(s * v[i])
		}
	}
}

func (m matrix) reflectColumns(v []float64, k int, size float64) {
	for i := range m.rows {
		s := 0.0
		for j := k; j < m.cols; j++ {
			s += float64(v[j] * m.at(i, j))
		}
		s *= 2 / size
		for j := k; j < m.cols; j++ {
			m.data[i*m.cols+j] -= float64(s * v[j])
		}
	}
}
