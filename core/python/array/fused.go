package array

import "math"

// Linear algebra libraries multiply and add with one rounding (a fused multiply-add), in the order of the inner dimension
// for small matrices. Small products are computed so here, that printed results have the same last digits; large ones go
// the fast way.
const (
	fusedLimit32 = 1 << 12
	fusedLimit64 = 1 << 11
)

// multiplyFloats is multiply for float32 or float64.
func multiplyFloats[T float](c, a, b []T, m, k, n int) {
	switch c := any(c).(type) {
	case []float32:
		multiply32(c, any(a).([]float32), any(b).([]float32), m, k, n)
	case []float64:
		if m*k*n <= fusedLimit64 {
			fused64(c, any(a).([]float64), any(b).([]float64), m, k, n)
			return
		}
		multiply(c, any(a).([]float64), any(b).([]float64), m, k, n)
	}
}

func multiply32(c, a, b []float32, m, k, n int) {
	switch {
	case m == 1 && n == 1:
		c[0] += dot32(a, b)
	case n > 1 && m*k*n <= fusedLimit32:
		fused32(c, a, b, m, k, n)
	default:
		multiply(c, a, b, m, k, n)
	}
}

// dot32 adds rounded products in a wider sum.
func dot32(a, b []float32) float32 {
	s := 0.0
	b = b[:len(a)]
	for i, v := range a {
		s += float64(v * b[i])
	}
	return float32(s)
}

// fused32 takes four columns at a time, whose sums then need no place in memory. Each sum is rounded after each term, in order.
func fused32(c, a, b []float32, m, k, n int) {
	for i := range m {
		row, left := c[i*n:(i+1)*n], a[i*k:(i+1)*k]
		j := 0
		for ; j+4 <= n; j += 4 {
			sums := row[j : j+4 : j+4]
			s0, s1, s2, s3 := sums[0], sums[1], sums[2], sums[3]
			at := j
			for _, v := range left {
				w, line := float64(v), b[at:at+4:at+4]
				s0 = float32(w*float64(line[0]) + float64(s0)) // the product is exact
				s1 = float32(w*float64(line[1]) + float64(s1))
				s2 = float32(w*float64(line[2]) + float64(s2))
				s3 = float32(w*float64(line[3]) + float64(s3))
				at += n
			}
			sums[0], sums[1], sums[2], sums[3] = s0, s1, s2, s3
		}
		for ; j < n; j++ {
			s, at := row[j], j
			for _, v := range left {
				s = float32(float64(v)*float64(b[at]) + float64(s))
				at += n
			}
			row[j] = s
		}
	}
}

func fused64(c, a, b []float64, m, k, n int) {
	for i := range m {
		row := c[i*n : (i+1)*n]
		for p, v := range a[i*k : (i+1)*k] {
			line := b[p*n : (p+1)*n]
			for j, x := range line {
				row[j] = math.FMA(v, x, row[j])
			}
		}
	}
}

// MatMulAdd adds the product of an m×k and a k×n matrix, both given row by row, to the m×n matrix c, rounding as MatMul
// does. It asks no budget.
func MatMulAdd(c, a, b []float32, m, k, n int) { multiply32(c, a, b, m, k, n) }
