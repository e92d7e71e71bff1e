package kernel

import (
	"math"
	"slices"

	"layerglass/core/python/array"
)

// Segments joins rows of data that have the same id by op (Add, Maximum, Minimum or Multiply), n being the number of ids. Ids out of
// range are left out. A segment without rows is the neutral element of op, an infinity or the end of an integer type's range.
func Segments(op array.BinaryOp, data, ids *array.Array, n int) (*array.Array, error) {
	d := array.Int64
	if data.Dtype().IsFloat() {
		d = workType(data)
	}
	x, err := contiguous(data, d)
	if err != nil {
		return nil, err
	}
	rows, err := array.Ints(ids)
	if err != nil {
		return nil, err
	}
	out, err := array.New(data.Budget(), d, joined([]int{n}, data.Shape()[1:])...)
	if err != nil {
		return nil, err
	}
	if err := out.FillWith(neutral(op, data.Dtype())); err != nil {
		return nil, err
	}
	if err := spend(data.Budget(), data.Size()); err != nil {
		return nil, err
	}
	width := size(data.Shape()[1:])
	switch d {
	case array.Float32:
		segments(op, array.Data[float32](out), array.Data[float32](x), rows, n, width)
	case array.Float64:
		segments(op, array.Data[float64](out), array.Data[float64](x), rows, n, width)
	default:
		segments(op, array.Data[int64](out), array.Data[int64](x), rows, n, width)
	}
	return out, nil
}

// neutral changes nothing when op joins it to an element.
func neutral(op array.BinaryOp, d array.Dtype) *array.Array {
	low, high := int64(math.MinInt64), int64(math.MaxInt64)
	if bits := 8 * d.Size(); bits < 64 {
		low, high = -1<<(bits-1), 1<<(bits-1)-1
		if d.IsUnsigned() {
			low, high = 0, 1<<bits-1
		}
	}
	switch {
	case op == array.Add:
		return array.Scalar(int64(0))
	case op == array.Multiply:
		return array.Scalar(int64(1))
	case d == array.Bool:
		return array.Scalar(op == array.Minimum)
	case d.IsFloat() && op == array.Maximum:
		return array.Scalar(math.Inf(-1))
	case d.IsFloat():
		return array.Scalar(math.Inf(1))
	case op == array.Maximum:
		return array.Scalar(low)
	}
	return array.Scalar(high)
}

func segments[T float | int64](op array.BinaryOp, out, data []T, rows []int, n, width int) {
	for i, r := range rows {
		if r < 0 || r >= n {
			continue
		}
		to := out[r*width : (r+1)*width]
		for k, v := range data[i*width : (i+1)*width] {
			switch op {
			case array.Add:
				to[k] += v
			case array.Multiply:
				to[k] *= v
			case array.Maximum:
				to[k] = max(to[k], v)
			default:
				to[k] = min(to[k], v)
			}
		}
	}
}

// TopK returns the k largest elements along the last axis, falling, and their positions; of equal ones the first comes first, and
// NaN counts as largest.
func TopK(x *array.Array, k int) (values, positions *array.Array, err error) {
	n := x.Shape()[x.Rank()-1]
	if k > n {
		return nil, nil, refuse("top_k(): k=" + itoa(k) + " is more than the " + itoa(n) + " elements along the last axis.")
	}
	c, err := contiguous(x, array.Float64)
	if err != nil {
		return nil, nil, err
	}
	if err := spend(x.Budget(), 16*x.Size()); err != nil {
		return nil, nil, err
	}
	shape := joined(x.Shape()[:x.Rank()-1], []int{k})
	if positions, err = array.New(x.Budget(), array.Int64, shape...); err != nil {
		return nil, nil, err
	}
	data, to := array.Data[float64](c), array.Data[int64](positions)
	order := make([]int, n)
	for r := 0; n > 0 && r*n < len(data); r++ {
		row := data[r*n : (r+1)*n]
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return compareFalling(row[a], row[b]) })
		for i, o := range order[:k] {
			to[r*k+i] = int64(o)
		}
	}
	values, err = x.TakeAlongAxis(positions, x.Rank()-1)
	return values, positions, err
}

func compareFalling(a, b float64) int {
	switch {
	case a == b || a != a && b != b:
		return 0
	case a != a || a > b:
		return -1
	}
	return 1
}

// InTopK reports for each row of predictions whether fewer than k classes are more likely than the target.
func InTopK(targets, predictions *array.Array, k int) (*array.Array, error) {
	var c calc
	wide, err := targets.ExpandDims(-1)
	if err != nil {
		return nil, err
	}
	last := predictions.Rank() - 1
	if wide, err = array.Binary(array.Minimum, array.Of(wide), array.Of(array.Scalar(int64(predictions.Shape()[last]-1)))); err != nil {
		return nil, err
	}
	at, err := predictions.TakeAlongAxis(wide, last)
	if err != nil {
		return nil, err
	}
	if at, err = Map(at, func(v float64) float64 {
		if v != v {
			return math.Inf(-1)
		}
		return v
	}); err != nil {
		return nil, err
	}
	more := c.sum(c.binary(array.Greater, predictions, at), []int{-1}, false)
	out := c.binary(array.Less, more, array.Scalar(int64(k)))
	return out, c.err
}

// CDist is the distance of each row of x to each row of y.
func CDist(x, y *array.Array) (*array.Array, error) {
	var c calc
	d := workType(x)
	if workType(y) == array.Float64 && y.Dtype() == array.Float64 {
		d = array.Float64
	}
	a, err := c.cast(x, d).ExpandDims(-2)
	if err != nil {
		return nil, err
	}
	b, err := c.cast(y, d).ExpandDims(-3)
	if err != nil {
		return nil, err
	}
	return c.root(c.sum(c.unary(array.Square, c.sub(a, b)), []int{-1}, false))
}
