package array

import (
	"math"
	"slices"
)

// jacobiSweeps bounds the rounds of rotations; a handful is enough for any matrix.
const jacobiSweeps = 60

// Eigh returns the eigenvalues, rising, and eigenvectors, as columns, of symmetric matrices.
func Eigh(a *Array) (values, vectors *Array, err error) {
	list, err := squares(a)
	if err != nil {
		return nil, nil, err
	}
	n := a.shape[len(a.shape)-1]
	if values, err = New(a.budget, Float64, a.shape[:len(a.shape)-1]...); err != nil {
		return nil, nil, err
	}
	if vectors, err = New(a.budget, Float64, a.shape...); err != nil {
		return nil, nil, err
	}
	w, v := values.data.(vec[float64]), vectors.data.(vec[float64])
	for i, m := range list {
		for r := range n { // the lower triangle alone counts
			for c := r + 1; c < n; c++ {
				m.set(r, c, m.at(c, r))
			}
		}
		q := m.rotateAway()
		order := make([]int, n)
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(x, y int) int { return compareWith(m.at(x, x), m.at(y, y)) })
		for k, o := range order {
			w[i*n+k] = m.at(o, o)
			sign := columnSign(q, o)
			for r := range n {
				v[i*n*n+r*n+k] = sign * q.at(r, o)
			}
		}
	}
	d := linalgDtype(a)
	if values, err = values.Cast(d); err != nil {
		return nil, nil, err
	}
	vectors, err = vectors.Cast(d)
	return values, vectors, err
}

// columnSign fixes the sign of a vector, which is arbitrary: the last element that is not tiny becomes positive.
func columnSign(q matrix, c int) float64 {
	for r := q.rows - 1; r >= 0; r-- {
		if v := q.at(r, c); math.Abs(v) > 1e-12 {
			return math.Copysign(1, v)
		}
	}
	return 1
}

// rotateAway makes a symmetric matrix diagonal by Jacobi rotations and returns their product.
func (m matrix) rotateAway() matrix {
	n := m.rows
	q := newMatrix(n, n)
	for i := range n {
		q.set(i, i, 1)
	}
	for range jacobiSweeps {
		off, scale := 0.0, 0.0
		for i := range n {
			scale = math.Max(scale, math.Abs(m.at(i, i)))
			for j := range i {
				off = math.Max(off, math.Abs(m.at(i, j)))
			}
		}
		if off == 0 || off < scale*1e-300 || !(off > 0) {
			break
		}
		if off <= scale*1e-17 {
			break
		}
		for i := range n {
			for j := range i {
				m.rotate(q, j, i)
			}
		}
	}
	return q
}

func (m matrix) rotate(q matrix, p, r int) {
	x := m.at(p, r)
	if x == 0 {
		return
	}
	theta := (m.at(r, r) - m.at(p, p)) / (2 * x)
	t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(t*t+1)
	s := t * c
	for k := range m.rows {
		a, b := m.at(k, p), m.at(k, r)
		m.set(k, p, c*a-s*b)
		m.set(k, r, s*a+c*b)
	}
	for k := range m.rows {
		a, b := m.at(p, k), m.at(r, k)
		m.set(p, k, c*a-s*b)
		m.set(r, k, s*a+c*b)
		a, b = q.at(k, p), q.at(k, r)
		q.set(k, p, c*a-s*b)
		q.set(k, r, s*a+c*b)
	}
}

// SVD returns u, the singular values, falling, and the transpose of v, with u·diag(s)·vᵀ equal to the matrix. u and vᵀ have
// min(rows, columns) columns and rows.
func SVD(a *Array) (u, s, vt *Array, err error) {
	list, err := matrices(a)
	if err != nil {
		return nil, nil, nil, err
	}
	rows, cols := a.shape[len(a.shape)-2], a.shape[len(a.shape)-1]
	k := min(rows, cols)
	lead := a.shape[:len(a.shape)-2]
	shapes := [][]int{append(append([]int{}, lead...), rows, k), append(append([]int{}, lead...), k), append(append([]int{}, lead...), k, cols)}
	parts := make([]*Array, 3)
	for i, shape := range shapes {
		if parts[i], err = New(a.budget, Float64, shape...); err != nil {
			return nil, nil, nil, err
		}
	}
	ud, sd, vd := parts[0].data.(vec[float64]), parts[1].data.(vec[float64]), parts[2].data.(vec[float64])
	for i, m := range list {
		um, sv, vm := m.singular()
		copy(sd[i*k:], sv)
		for c := range k {
			for r := range rows {
				ud[i*rows*k+r*k+c] = um.at(r, c)
			}
			for r := range cols {
				vd[i*k*cols+c*cols+r] = vm.at(r, c)
			}
		}
	}
	for i := range parts {
		if parts[i], err = parts[i].Cast(linalgDtype(a)); err != nil {
			return nil, nil, nil, err
		}
	}
	return parts[0], parts[1], parts[2], nil
}

// singular is one-sided Jacobi: the columns of the matrix are rotated until they are orthogonal.
func (m matrix) singular() (u matrix, s []float64, v matrix) {
	if m.rows < m.cols {
		t := newMatrix(m.cols, m.rows)
		for i := range m.rows {
			for j := range m.cols {
				t.set(j, i, m.at(i, j))
			}
		}
		v, s, u = t.singular()
		return u, s, v
	}
	n := m.cols
	v = newMatrix(n, n)
	for i := range n {
		v.set(i, i, 1)
	}
	for range jacobiSweeps {
		done := true
		for i := range n {
			for j := range i {
				if m.orthogonalise(v, j, i) {
					done = false
				}
			}
		}
		if done {
			break
		}
	}
	return m.sortedColumns(v)
}

// orthogonalise rotates two columns so that their product vanishes, and reports whether that was needed.
func (m matrix) orthogonalise(v matrix, p, q int) bool {
	var a, b, c float64
	for k := range m.rows {
		x, y := m.at(k, p), m.at(k, q)
		a += float64(x * x)
		b += float64(y * y)
		c += float64(x * y)
	}
	if c == 0 || math.Abs(c) <= 1e-17*math.Sqrt(a*b) || c != c {
		return false
	}
	zeta := (b - a) / (2 * c)
	t := math.Copysign(1, zeta) / (math.Abs(zeta) + math.Sqrt(1+zeta*zeta))
	cs := 1 / math.Sqrt(1+t*t)
	sn := cs * t
	for _, w := range []matrix{m, v} {
		for k := range w.rows {
			x, y := w.at(k, p), w.at(k, q)
			w.set(k, p, cs*x-sn*y)
			w.set(k, q, sn*x+cs*y)
		}
	}
	return math.Abs(c) > 1e-15*math.Sqrt(a*b)
}

// sortedColumns takes the lengths of the columns as singular values, largest first.
func (m matrix) sortedColumns(v matrix) (u matrix, s []float64, w matrix) {
	n := m.cols
	norms := make([]float64, n)
	order := make([]int, n)
	for c := range n {
		order[c] = c
		for r := range m.rows {
			norms[c] = math.Hypot(norms[c], m.at(r, c))
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return compareWith(norms[y], norms[x]) })
	u, w, s = newMatrix(m.rows, n), newMatrix(n, n), make([]float64, n)
	for k, c := range order {
		s[k] = norms[c]
		sign := -columnLead(m, c)
		for r := range m.rows {
			if norms[c] > 0 {
				u.set(r, k, sign*m.at(r, c)/norms[c])
			}
		}
		for r := range n {
			w.set(r, k, sign*v.at(r, c))
		}
	}
	return u, s, w
}

// columnLead is the sign that makes a column look as LAPACK leaves it: a column with one element keeps its sign, another
// gets a negative first element.
func columnLead(m matrix, c int) float64 {
	lead, count := 1.0, 0
	for r := m.rows - 1; r >= 0; r-- {
		if v := m.at(r, c); math.Abs(v) > 1e-12 {
			lead = math.Copysign(1, v)
			count++
		}
	}
	if count == 1 {
		return -lead
	}
	return lead
}
