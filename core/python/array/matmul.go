package array

// MatMul is the matrix product of the last two dimensions, the others being broadcast; a vector stands for a row on the
// left and for a column on the right.
func MatMul(a, b *Array) (*Array, error) {
	if len(a.shape) == 0 || len(b.shape) == 0 {
		side := "0"
		if len(a.shape) > 0 {
			side = "1"
		}
		return nil, fail(ValueError, "matmul: Input operand ", side, " does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
	}
	x, y, drop, err := a, b, []int{}, error(nil)
	if len(a.shape) == 1 {
		x, err = a.ExpandDims(0)
		drop = append(drop, -2)
	}
	if err == nil && len(b.shape) == 1 {
		y, err = b.ExpandDims(1)
		drop = append(drop, -1)
	}
	if err != nil {
		return nil, err
	}
	k, k2 := x.shape[len(x.shape)-1], y.shape[len(y.shape)-2]
	if k != k2 {
		return nil, fail(ValueError, "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ",
			itoa(k2), " is different from ", itoa(k), ")")
	}
	r, err := batchedMatMul(x, y)
	if err != nil || len(drop) == 0 {
		return r, err
	}
	return r.Squeeze(drop)
}

// batchedMatMul multiplies arrays of at least two dimensions whose sizes fit.
func batchedMatMul(x, y *Array) (*Array, error) {
	dtype, ok := promoteForUfunc(x.dtype, y.dtype)
	if !ok || !dtype.IsNumeric() {
		return nil, noLoop("matmul", x.dtype, y.dtype)
	}
	lead, ok := broadcastShapes(x.shape[:len(x.shape)-2], y.shape[:len(y.shape)-2])
	if !ok {
		return nil, fail(ValueError, "operands could not be broadcast together with remapped shapes [original->remapped]: ",
			compactShape(x.shape), "->(", "...) ", compactShape(y.shape), "->(...)")
	}
	m, k, n := x.shape[len(x.shape)-2], x.shape[len(x.shape)-1], y.shape[len(y.shape)-1]
	work := dtype
	switch {
	case dtype.IsHalf():
		work = Float32
	case dtype.IsInteger() || dtype == Bool: // integers wrap alike in any width
		work = Int64
	case dtype == Complex64:
		work = Complex128
	}
	out, err := New(budgetOf(x, y), work, append(append([]int{}, lead...), m, n)...)
	if err != nil {
		return nil, err
	}
	if out.budget != nil {
		if err := out.budget.Spend(int64(float64(out.Size()) * float64(k) / (4 * elementsPerStep))); err != nil {
			return nil, err
		}
	}
	xs, ys, err := matrixBatches(x, y, work, lead)
	if err != nil {
		return nil, err
	}
	runMatMul(out, xs, ys, m, k, n)
	return out.Cast(dtype)
}

// batches is a contiguous operand of many matrices and where each of them begins.
type batches struct {
	*Array
	at []int
}

// matrixBatches casts the operands and finds, for each matrix of the result, the matrices that make it.
func matrixBatches(x, y *Array, work Dtype, lead []int) (xs, ys batches, err error) {
	for i, a := range []*Array{x, y} {
		c, err := a.Cast(work)
		if err != nil {
			return xs, ys, err
		}
		if c, err = c.AsContiguous(); err != nil {
			return xs, ys, err
		}
		r := len(c.shape) - 2
		outer := c.view(c.shape[:r], c.strides[:r], c.offset)
		spread := outer.view(lead, outer.broadcastStrides(lead), c.offset)
		if i == 0 {
			xs = batches{c, spread.positions()}
		} else {
			ys = batches{c, spread.positions()}
		}
	}
	return xs, ys, nil
}

func runMatMul(out *Array, xs, ys batches, m, k, n int) {
	switch out.dtype {
	case Float32:
		matMulAll(out, xs, ys, m, k, n, multiplyFloats[float32])
	case Float64:
		matMulAll(out, xs, ys, m, k, n, multiplyFloats[float64])
	case Int64:
		matMulAll(out, xs, ys, m, k, n, multiply[int64])
	case Complex128:
		matMulAll(out, xs, ys, m, k, n, multiply[complex128])
	}
}

func matMulAll[T numeric](out *Array, xs, ys batches, m, k, n int, product func(c, a, b []T, m, k, n int)) {
	c, a, b := out.data.(vec[T]), xs.data.(vec[T]), ys.data.(vec[T])
	for i := range xs.at {
		if m*n == 0 || k == 0 {
			return
		}
		product(c[i*m*n:(i+1)*m*n], a[xs.at[i]:xs.at[i]+m*k], b[ys.at[i]:ys.at[i]+k*n], m, k, n)
	}
}

// tile is the side of the block of results that multiply keeps in registers.
const tile = 4

// multiply adds the product of an m×k and a k×n matrix to the m×n matrix c. Each result adds its terms in order.
func multiply[T numeric](c, a, b []T, m, k, n int) {
	rows, cols := m-m%tile, n-n%tile
	if m < tile || n < tile {
		multiplyRows(c, a, b, m, k, n)
		return
	}
	left := packRows(a, rows, k)
	panel := make([]T, k*tile)
	for j := 0; j < cols; j += tile {
		packColumns(panel, b, k, n, j)
		for i := 0; i < rows; i += tile {
			multiplyTile(c[i*n+j:], n, left[i*k:(i+tile)*k], panel)
		}
	}
	for i := range rows { // the columns that are left over
		for j := cols; j < n; j++ {
			s := T(0)
			for p, v := range a[i*k : (i+1)*k] {
				s += T(v * b[p*n+j])
			}
			c[i*n+j] += s
		}
	}
	multiplyRows(c[rows*n:], a[rows*k:], b, m-rows, k, n)
}

// multiplyRows is multiply for few rows: it goes through b in order.
func multiplyRows[T numeric](c, a, b []T, m, k, n int) {
	for i := range m {
		row := c[i*n : (i+1)*n]
		for p := range k {
			v := a[i*k+p]
			line := b[p*n : (p+1)*n]
			line = line[:len(row)]
			for j := range row {
				row[j] += T(v * line[j])
			}
		}
	}
}

// packRows lays four rows at a time side by side, so that their elements of one column are neighbours.
func packRows[T numeric](a []T, rows, k int) []T {
	out := make([]T, rows*k)
	for i := 0; i < rows; i += tile {
		block := out[i*k : (i+tile)*k]
		for r := range tile {
			for p, v := range a[(i+r)*k : (i+r+1)*k] {
				block[p*tile+r] = v
			}
		}
	}
	return out
}

func packColumns[T numeric](panel, b []T, k, n, j int) {
	for p := range k {
		copy(panel[p*tile:p*tile+tile], b[p*n+j:p*n+j+tile])
	}
}

// multiplyTile adds a 4×4 block of the product; a and b hold four elements for each step.
func multiplyTile[T numeric](c []T, n int, a, b []T) {
	var c00, c01, c02, c03, c10, c11, c12, c13, c20, c21, c22, c23, c30, c31, c32, c33 T
	for len(a) >= 4 && len(b) >= 4 {
		b0, b1, b2, b3 := b[0], b[1], b[2], b[3]
		a0, a1 := a[0], a[1]
		c00 += T(a0 * b0)
		c01 += T(a0 * b1)
		c02 += T(a0 * b2)
		c03 += T(a0 * b3)
		c10 += T(a1 * b0)
		c11 += T(a1 * b1)
		c12 += T(a1 * b2)
		c13 += T(a1 * b3)
		a2, a3 := a[2], a[3]
		c20 += T(a2 * b0)
		c21 += T(a2 * b1)
		c22 += T(a2 * b2)
		c23 += T(a2 * b3)
		c30 += T(a3 * b0)
		c31 += T(a3 * b1)
		c32 += T(a3 * b2)
		c33 += T(a3 * b3)
		a, b = a[4:], b[4:]
	}
	addRow(c, c00, c01, c02, c03)
	addRow(c[n:], c10, c11, c12, c13)
	addRow(c[2*n:], c20, c21, c22, c23)
	addRow(c[3*n:], c30, c31, c32, c33)
}

func addRow[T numeric](c []T, v0, v1, v2, v3 T) {
	c = c[:4]
	c[0] += v0
	c[1] += v1
	c[2] += v2
	c[3] += v3
}

// Dot is numpy's dot: the sum over the last dimension of a and the last but one of b; a scalar multiplies.
func Dot(a, b *Array) (*Array, error) {
	if len(a.shape) == 0 || len(b.shape) == 0 {
		return Binary(Multiply, Of(a), Of(b))
	}
	ax, bx := len(a.shape)-1, max(len(b.shape)-2, 0)
	if a.shape[ax] != b.shape[bx] {
		return nil, fail(ValueError, "shapes ", compactShape(a.shape), " and ", compactShape(b.shape), " not aligned: ", itoa(a.shape[ax]),
			" (dim ", itoa(ax), ") != ", itoa(b.shape[bx]), " (dim ", itoa(bx), ")")
	}
	if len(a.shape) == 2 && len(b.shape) == 2 {
		return MatMul(a, b)
	}
	return TensorDot(a, b, []int{ax}, []int{bx})
}

// TensorDot sums products over pairs of dimensions.
func TensorDot(a, b *Array, axesA, axesB []int) (*Array, error) {
	axesA, err := NormalizeAxes(append([]int{}, axesA...), len(a.shape))
	if err != nil {
		return nil, err
	}
	if axesB, err = NormalizeAxes(append([]int{}, axesB...), len(b.shape)); err != nil {
		return nil, err
	}
	if len(axesA) != len(axesB) {
		return nil, fail(ValueError, "shape-mismatch for sum")
	}
	k := 1
	for i, ax := range axesA {
		if a.shape[ax] != b.shape[axesB[i]] {
			return nil, fail(ValueError, "shape-mismatch for sum")
		}
		k *= a.shape[ax]
	}
	freeA, freeB := freeAxes(axesA, len(a.shape)), freeAxes(axesB, len(b.shape))
	x, err := a.Transpose(append(append([]int{}, freeA...), axesA...))
	if err != nil {
		return nil, err
	}
	y, err := b.Transpose(append(append([]int{}, axesB...), freeB...))
	if err != nil {
		return nil, err
	}
	shape := append(append([]int{}, x.shape[:len(freeA)]...), y.shape[len(axesB):]...)
	if x, err = x.Reshape(sizeOf(x.shape[:len(freeA)]), k); err != nil {
		return nil, err
	}
	if y, err = y.Reshape(k, sizeOf(y.shape[len(axesB):])); err != nil {
		return nil, err
	}
	r, err := batchedMatMul(x, y)
	if err != nil {
		return nil, err
	}
	return r.Reshape(shape...)
}

func freeAxes(used []int, rank int) []int {
	taken := make([]bool, rank)
	for _, ax := range used {
		taken[ax] = true
	}
	free := []int{}
	for i, t := range taken {
		if !t {
			free = append(free, i)
		}
	}
	return free
}

// MultiplyAdd adds the product of an m×k and a k×n matrix, both given row by row, to the m×n matrix c. It asks no budget.
func MultiplyAdd[T float32 | float64](c, a, b []T, m, k, n int) { multiply(c, a, b, m, k, n) }
