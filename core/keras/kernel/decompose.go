package kernel

import (
	"math"
	"math/cmplx"

	"layerglass/core/python/array"
)

// matrices is a stack of matrices in float64: data has count of them, rows×columns each.
type matrices struct {
	data                 []float64
	count, rows, columns int
	lead                 []int // the dimensions before the last two
	budget               array.Budget
}

// matricesOf copies an array of at least two dimensions and pays for work that is cubic in its sides.
func matricesOf(a *array.Array) (m matrices, err error) {
	n := a.Rank() - 2
	s := a.Shape()
	m = matrices{count: size(s[:n]), rows: s[n], columns: s[n+1], lead: s[:n], budget: a.Budget()}
	if b := a.Budget(); b != nil {
		if err := b.Spend(1 + int64(a.Size())*int64(max(m.rows, m.columns))/16); err != nil {
			return m, err
		}
	}
	c, err := contiguous(a, array.Float64)
	if err != nil {
		return m, err
	}
	if c, err = c.Copy(); err != nil {
		return m, err
	}
	m.data = array.Data[float64](c)
	return m, nil
}

func (m matrices) at(i int) []float64 {
	n := m.rows * m.columns
	return m.data[i*n : (i+1)*n]
}

// stack makes an array of the matrices' leading dimensions and a shape.
func stack[T array.Element](m matrices, data []T, shape ...int) (*array.Array, error) {
	return array.FromSlice(m.budget, data, joined(m.lead, shape)...)
}

// Cholesky returns lower triangles L with L·Lᵀ equal to the matrices, or upper ones. A matrix that is not positive definite is refused.
func Cholesky(a *array.Array, upper bool) (*array.Array, error) {
	m, err := matricesOf(a)
	if err != nil {
		return nil, err
	}
	n := m.rows
	for i := range m.count {
		if !cholesky(m.at(i), n) {
			return nil, refuse("cholesky(): the matrix is not positive definite.")
		}
	}
	out, err := stack(m, m.data, n, n)
	if err != nil || !upper {
		return out, err
	}
	return out.SwapAxes(-1, -2)
}

func cholesky(x []float64, n int) bool {
	for j := range n {
		for i := j; i < n; i++ {
			s := (x[i*n+j] + x[j*n+i]) / 2
			for k := range j {
				s -= float64(x[i*n+k] * x[j*n+k])
			}
			if i > j {
				x[i*n+j] = s / x[j*n+j]
				continue
			}
			if !(s > 0) {
				return false
			}
			x[j*n+j] = math.Sqrt(s)
		}
		for i := range j {
			x[i*n+j] = 0
		}
	}
	return true
}

// CholeskyInverse returns the inverse of the matrix whose Cholesky triangle a is.
func CholeskyInverse(a *array.Array, upper bool) (*array.Array, error) {
	n := a.Shape()[a.Rank()-1]
	eye, err := array.Eye(a.Budget(), n, n, 0, array.Float64)
	if err != nil {
		return nil, err
	}
	inverse, err := SolveTriangular(a, eye, !upper)
	if err != nil {
		return nil, err
	}
	turned, err := inverse.Transpose(nil)
	if err != nil {
		return nil, err
	}
	if upper {
		return array.MatMul(inverse, turned)
	}
	return array.MatMul(turned, inverse)
}

// SolveTriangular solves a·x = b for triangular matrices, of which only that triangle is read; b is a vector or has the solutions in its columns.
func SolveTriangular(a, b *array.Array, lower bool) (*array.Array, error) {
	m, err := matricesOf(a)
	if err != nil {
		return nil, err
	}
	vector := b.Rank() == a.Rank()-1
	if vector {
		if b, err = b.ExpandDims(-1); err != nil {
			return nil, err
		}
	}
	columns := b.Shape()[b.Rank()-1]
	if b, err = b.BroadcastTo(joined(m.lead, []int{m.rows, columns})); err != nil {
		return nil, err
	}
	r, err := matricesOf(b)
	if err != nil {
		return nil, err
	}
	for i := range m.count {
		solveTriangle(m.at(i), r.at(i), m.rows, columns, lower)
	}
	out, err := stack(m, r.data, m.rows, columns)
	if err != nil || !vector {
		return out, err
	}
	return out.Squeeze([]int{-1})
}

func solveTriangle(t, x []float64, n, columns int, lower bool) {
	for step := range n {
		i, from, to := step, 0, step
		if !lower {
			i = n - 1 - step
			from, to = i+1, n
		}
		row := x[i*columns : (i+1)*columns]
		for k := from; k < to; k++ {
			for j := range row {
				row[j] -= float64(t[i*n+k] * x[k*columns+j])
			}
		}
		for j := range row {
			row[j] /= t[i*n+i]
		}
	}
}

// LU returns lower and upper triangle of the matrices in one (the lower one's diagonal is 1) and, for each row, the row it was exchanged with.
func LU(a *array.Array) (lu, pivots *array.Array, err error) {
	m, err := matricesOf(a)
	if err != nil {
		return nil, nil, err
	}
	k := min(m.rows, m.columns)
	order := make([]int32, m.count*k)
	for i := range m.count {
		luInPlace(m.at(i), m.rows, m.columns, order[i*k:(i+1)*k])
	}
	if lu, err = stack(m, m.data, m.rows, m.columns); err != nil {
		return nil, nil, err
	}
	pivots, err = stack(m, order, k)
	return lu, pivots, err
}

func luInPlace(x []float64, rows, columns int, order []int32) {
	for k := range order {
		p := k
		for i := k + 1; i < rows; i++ {
			if math.Abs(x[i*columns+k]) > math.Abs(x[p*columns+k]) {
				p = i
			}
		}
		order[k] = int32(p)
		if p != k {
			for j := range columns {
				x[p*columns+j], x[k*columns+j] = x[k*columns+j], x[p*columns+j]
			}
		}
		if x[k*columns+k] == 0 {
			continue
		}
		for i := k + 1; i < rows; i++ {
			f := x[i*columns+k] / x[k*columns+k]
			x[i*columns+k] = f
			for j := k + 1; j < columns; j++ {
				x[i*columns+j] -= float64(f * x[k*columns+j])
			}
		}
	}
}

// Solve solves a·x = b; b is a vector or has the solutions in its columns. A singular matrix gives infinities and NaN.
func Solve(a, b *array.Array) (*array.Array, error) {
	vector := b.Rank() == 1
	var err error
	if vector {
		if b, err = b.ExpandDims(-1); err != nil {
			return nil, err
		}
	}
	n := a.Rank() - 2
	lead, err := array.BroadcastShapes(a.Shape()[:n], b.Shape()[:b.Rank()-2])
	if err != nil {
		return nil, err
	}
	rows, columns := a.Shape()[n], b.Shape()[b.Rank()-1]
	if a, err = a.BroadcastTo(joined(lead, []int{rows, rows})); err != nil {
		return nil, err
	}
	if b, err = b.BroadcastTo(joined(lead, []int{rows, columns})); err != nil {
		return nil, err
	}
	m, err := matricesOf(a)
	if err != nil {
		return nil, err
	}
	r, err := matricesOf(b)
	if err != nil {
		return nil, err
	}
	order := make([]int32, rows)
	for i := range m.count {
		t, x := m.at(i), r.at(i)
		luInPlace(t, rows, rows, order)
		for k, p := range order {
			for j := range columns {
				x[k*columns+j], x[int(p)*columns+j] = x[int(p)*columns+j], x[k*columns+j]
			}
		}
		for k := range rows { // the lower triangle, whose diagonal is 1
			for l := range k {
				for j := range columns {
					x[k*columns+j] -= float64(t[k*rows+l] * x[l*columns+j])
				}
			}
		}
		solveTriangle(t, x, rows, columns, false)
	}
	out, err := stack(m, r.data, rows, columns)
	if err != nil || !vector {
		return out, err
	}
	return out.Squeeze([]int{-1})
}

// Inverse returns the inverses of the matrices.
func Inverse(a *array.Array) (*array.Array, error) {
	n := a.Shape()[a.Rank()-1]
	eye, err := array.Eye(a.Budget(), n, n, 0, array.Float64)
	if err != nil {
		return nil, err
	}
	for range a.Rank() - 2 {
		if eye, err = eye.ExpandDims(0); err != nil {
			return nil, err
		}
	}
	return Solve(a, eye)
}

// LogDet returns the logarithms of the determinants' absolute values.
func LogDet(a *array.Array) (*array.Array, error) {
	m, err := matricesOf(a)
	if err != nil {
		return nil, err
	}
	out, order := make([]float64, m.count), make([]int32, m.rows)
	for i := range out {
		x := m.at(i)
		luInPlace(x, m.rows, m.rows, order)
		for k := range m.rows {
			out[i] += math.Log(math.Abs(x[k*m.rows+k]))
		}
	}
	return stack(m, out)
}

// SVD returns u, the singular values and vᵀ; full makes u and vᵀ square.
func SVD(a *array.Array, full bool) (u, s, v *array.Array, err error) {
	if u, s, v, err = array.SVD(a); err != nil || !full {
		return u, s, v, err
	}
	if u, err = completed(u); err != nil {
		return nil, nil, nil, err
	}
	if v, err = v.SwapAxes(-1, -2); err != nil {
		return nil, nil, nil, err
	}
	if v, err = completed(v); err != nil {
		return nil, nil, nil, err
	}
	v, err = v.SwapAxes(-1, -2)
	return u, s, v, err
}

// completed adds orthogonal columns until matrices are square.
func completed(q *array.Array) (*array.Array, error) {
	last := q.Rank() - 1
	rows, columns := q.Shape()[last-1], q.Shape()[last]
	if rows == columns {
		return q, nil
	}
	all, _, err := array.QR(q, false)
	if err != nil {
		return nil, err
	}
	return array.Concatenate([]*array.Array{q, all.Slice(last, columns, 1, rows-columns)}, last, array.Invalid)
}

// inverseValues are 1/s, and 0 for singular values of at most cut·largest.
func inverseValues(s *array.Array, cut float64) (*array.Array, error) {
	most, err := array.Max(s, []int{-1}, true)
	if err != nil {
		return nil, err
	}
	var c calc
	kept := c.binary(array.Greater, s, c.mul(most, array.Scalar(cut)))
	inverse := c.div(array.Scalar(1.0), s)
	if c.err != nil {
		return nil, c.err
	}
	return array.Where(kept, array.Of(inverse), array.Of(array.Scalar(0.0)))
}

// PseudoInverse returns the pseudo-inverses of matrices; singular values of at most cut times the largest count as 0. cut < 0 stands for 10 times the
// larger side times the precision of float32.
func PseudoInverse(a *array.Array, cut float64) (*array.Array, error) {
	n := a.Rank()
	if cut < 0 {
		cut = 10 * float64(max(a.Shape()[n-1], a.Shape()[n-2])) * 0x1p-23
	}
	x, err := a.Cast(array.Float64)
	if err != nil {
		return nil, err
	}
	u, s, v, err := array.SVD(x)
	if err != nil {
		return nil, err
	}
	inverse, err := inverseValues(s, cut)
	if err != nil {
		return nil, err
	}
	if inverse, err = inverse.ExpandDims(-1); err != nil {
		return nil, err
	}
	var c calc
	left := c.keep(v.SwapAxes(-1, -2))
	right := c.mul(inverse, c.keep(u.SwapAxes(-1, -2)))
	if c.err != nil {
		return nil, c.err
	}
	return array.MatMul(left, right)
}

// LeastSquares returns the x that makes a·x closest to b. cut is as for PseudoInverse; cut < 0 stands for the larger side times the precision of
// float32.
func LeastSquares(a, b *array.Array, cut float64) (*array.Array, error) {
	if cut < 0 {
		cut = float64(max(a.Shape()[0], a.Shape()[1])) * 0x1p-23
	}
	p, err := PseudoInverse(a, cut)
	if err != nil {
		return nil, err
	}
	return array.MatMul(p, b)
}

// MatrixRank counts the singular values above a limit; limit < 0 stands for the largest times the larger side times the precision of float32.
func MatrixRank(a *array.Array, limit float64) (*array.Array, error) {
	x, err := a.Cast(array.Float64)
	if err != nil {
		return nil, err
	}
	_, s, _, err := array.SVD(x)
	if err != nil {
		return nil, err
	}
	bound := array.Scalar(limit)
	var c calc
	if n := a.Rank(); limit < 0 {
		most, err := array.Max(s, []int{-1}, true)
		if err != nil {
			return nil, err
		}
		bound = c.mul(most, array.Scalar(float64(max(a.Shape()[n-1], a.Shape()[n-2]))*0x1p-23))
	}
	out := c.sum(c.binary(array.Greater, s, bound), []int{-1}, false)
	return out, c.err
}

// Eig returns eigenvalues and, as columns of length 1, eigenvectors of matrices. Their order and the vectors' signs are not determined.
func Eig(a *array.Array) (values, vectors *array.Array, err error) {
	m, err := matricesOf(a)
	if err != nil {
		return nil, nil, err
	}
	n := m.rows
	w, v := make([]complex128, m.count*n), make([]complex128, m.count*n*n)
	for i := range m.count {
		t := make([]complex128, n*n)
		for k, x := range m.at(i) {
			if x != x || math.IsInf(x, 0) {
				return nil, nil, refuse("eig(): the matrix holds NaN or infinity.")
			}
			t[k] = complex(x, 0)
		}
		q, ok := schur(t, n)
		if !ok {
			return nil, nil, refuse("eig(): the eigenvalues were not found in " + itoa(schurRounds*n) + " rounds.")
		}
		for k := range n {
			w[i*n+k] = t[k*n+k]
			triangularVector(t, q, n, k, v[i*n*n:(i+1)*n*n])
		}
	}
	if values, err = stack(m, w, n); err != nil {
		return nil, nil, err
	}
	vectors, err = stack(m, v, n, n)
	return values, vectors, err
}

// schurRounds bounds the rounds for each eigenvalue.
const schurRounds = 200

// schur makes t upper triangular by rotations and returns their product q: the matrix was q·t·qᴴ. It is the QR algorithm with shifts.
func schur(t []complex128, n int) (q []complex128, ok bool) {
	q = make([]complex128, n*n)
	for i := range n {
		q[i*n+i] = 1
	}
	for c := range max(n-2, 0) { // make all below the first subdiagonal 0
		for r := n - 1; r > c+1; r-- {
			rotate(t, q, n, r-1, r, t[(r-1)*n+c], t[r*n+c])
		}
	}
	rounds := 0
	for high := n - 1; high > 0; {
		low := high
		for low > 0 {
			s := cmplx.Abs(t[(low-1)*n+low-1]) + cmplx.Abs(t[low*n+low])
			if cmplx.Abs(t[low*n+low-1]) <= 0x1p-52*s {
				t[low*n+low-1] = 0
				break
			}
			low--
		}
		if low == high {
			high--
			rounds = 0
			continue
		}
		if rounds++; rounds > schurRounds {
			return nil, false
		}
		shift := wilkinson(t[(high-1)*n+high-1], t[(high-1)*n+high], t[high*n+high-1], t[high*n+high])
		if rounds%11 == 10 {
			shift = complex(cmplx.Abs(t[high*n+high-1]), 0)
		}
		x, y := t[low*n+low]-shift, t[(low+1)*n+low]
		for k := low; k < high; k++ {
			if k > low {
				x, y = t[k*n+k-1], t[(k+1)*n+k-1]
			}
			rotate(t, q, n, k, k+1, x, y)
		}
	}
	return q, true
}

// wilkinson is the eigenvalue of a 2×2 matrix that is closer to its last element.
func wilkinson(a, b, c, d complex128) complex128 {
	half := (a - d) / 2
	root := cmplx.Sqrt(half*half + b*c)
	x, y := d+half+root, d+half-root
	if cmplx.Abs(x-d) < cmplx.Abs(y-d) {
		return x
	}
	return y
}

// rotate turns rows i and j of t so that (x, y) becomes (r, 0), the columns the other way round, and the columns of q.
func rotate(t, q []complex128, n, i, j int, x, y complex128) {
	r := math.Hypot(cmplx.Abs(x), cmplx.Abs(y))
	if r == 0 {
		return
	}
	c, s := x/complex(r, 0), y/complex(r, 0)
	cc, sc := cmplx.Conj(c), cmplx.Conj(s)
	for k := range n {
		a, b := t[i*n+k], t[j*n+k]
		t[i*n+k], t[j*n+k] = cc*a+sc*b, -s*a+c*b
	}
	for _, m := range [][]complex128{t, q} {
		for k := range n {
			a, b := m[k*n+i], m[k*n+j]
			m[k*n+i], m[k*n+j] = a*c+b*s, -a*sc+b*cc
		}
	}
}

// triangularVector writes the eigenvector of q·t·qᴴ for the k-th element of t's diagonal to column k of out.
func triangularVector(t, q []complex128, n, k int, out []complex128) {
	x := make([]complex128, n)
	x[k] = 1
	for i := k - 1; i >= 0; i-- {
		s := complex(0, 0)
		for j := i + 1; j <= k; j++ {
			s += t[i*n+j] * x[j]
		}
		d := t[k*n+k] - t[i*n+i]
		if cmplx.Abs(d) < 0x1p-52*(cmplx.Abs(t[k*n+k])+0x1p-900) {
			d = complex(0x1p-52*(cmplx.Abs(t[k*n+k])+0x1p-900), 0)
		}
		x[i] = s / d
	}
	v := make([]complex128, n)
	norm, most := 0.0, 0
	for i := range n {
		for j := range k + 1 {
			v[i] += q[i*n+j] * x[j]
		}
		norm = math.Hypot(norm, cmplx.Abs(v[i]))
		if cmplx.Abs(v[i]) > cmplx.Abs(v[most])*(1+1e-12) {
			most = i
		}
	}
	phase := cmplx.Conj(v[most]) / complex(cmplx.Abs(v[most])*norm, 0)
	for i := range v {
		out[i*n+k] = v[i] * phase
	}
}
