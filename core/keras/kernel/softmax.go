package kernel

import (
	"math"
	"slices"

	"layerglass/core/python/array"
)

// lines is an array seen as rows: the axes that a function works along come last and are one row.
type lines struct {
	data  *array.Array // contiguous, in its work type
	width int
	back  func(*array.Array) (*array.Array, error)
}

// linesAlong moves the axes to the end.
func linesAlong(a *array.Array, axes ...int) (l lines, err error) {
	if axes, err = array.NormalizeAxes(axes, a.Rank()); err != nil {
		return l, err
	}
	order := make([]int, 0, a.Rank())
	for i := range a.Rank() {
		if !slices.Contains(axes, i) {
			order = append(order, i)
		}
	}
	order = append(order, axes...)
	moved, err := a.Transpose(order)
	if err != nil {
		return l, err
	}
	l.width = 1
	for _, x := range axes {
		l.width *= a.Shape()[x]
	}
	shape := moved.Shape()
	inverse := make([]int, len(order))
	for i, o := range order {
		inverse[o] = i
	}
	l.back = func(out *array.Array) (*array.Array, error) {
		out, err := out.Reshape(shape...)
		if err != nil {
			return nil, err
		}
		return out.Transpose(inverse)
	}
	l.data, err = contiguous(moved, workType(a))
	return l, err
}

// eachLine makes an array by a function that fills a row from a row.
func eachLine(a *array.Array, axes []int, single func(to, from []float32), double func(to, from []float64)) (*array.Array, error) {
	l, err := linesAlong(a, axes...)
	if err != nil {
		return nil, err
	}
	out, err := array.New(a.Budget(), l.data.Dtype(), l.data.Shape()...)
	if err != nil {
		return nil, err
	}
	if err := spend(a.Budget(), 8*a.Size()); err != nil {
		return nil, err
	}
	if l.data.Dtype() == array.Float32 {
		rows(array.Data[float32](out), array.Data[float32](l.data), l.width, single)
	} else {
		rows(array.Data[float64](out), array.Data[float64](l.data), l.width, double)
	}
	return l.back(out)
}

func rows[T float](to, from []T, width int, f func(to, from []T)) {
	if width == 0 {
		return
	}
	for i := 0; i < len(from); i += width {
		f(to[i:i+width], from[i:i+width])
	}
}

// Softmax makes the elements along the axes positive with sum 1.
func Softmax(a *array.Array, axes ...int) (*array.Array, error) {
	return eachLine(a, axes, softmax[float32](single.exp), softmax[float64](double.exp))
}

func softmax[T float](exp func(float64) float64) func(to, from []T) {
	return func(to, from []T) {
		most, sum := largest(from), 0.0
		for i, v := range from {
			to[i] = T(exp(float64(v - most)))
			sum += float64(to[i])
		}
		s := T(sum)
		for i := range to {
			to[i] /= s
		}
	}
}

func largest[T float](row []T) T {
	most := row[0]
	for _, v := range row {
		if v > most || v != v {
			most = v
		}
	}
	return most
}

// LogSoftmax is the logarithm of Softmax.
func LogSoftmax(a *array.Array, axes ...int) (*array.Array, error) {
	return eachLine(a, axes, logSoftmax[float32](single), logSoftmax[float64](double))
}

func logSoftmax[T float](m *maths) func(to, from []T) {
	return func(to, from []T) {
		most, sum := largest(from), 0.0
		for i, v := range from {
			to[i] = v - most
			sum += m.exp(float64(to[i]))
		}
		s := T(m.log(m.round(sum)))
		for i := range to {
			to[i] -= s
		}
	}
}

// Sparsemax projects the elements along an axis onto the simplex: positive with sum 1, many of them 0.
func Sparsemax(a *array.Array, axis int) (*array.Array, error) {
	return eachLine(a, []int{axis}, sparsemax[float32], sparsemax[float64])
}

func sparsemax[T float](to, from []T) {
	sorted := slices.Clone(from)
	slices.Sort(sorted)
	slices.Reverse(sorted)
	sum, kept, support := T(0), T(0), T(0)
	for i, v := range sorted {
		sum += v
		if v-(sum-1)/T(i+1) > 0 {
			support++
			kept += sum
		}
	}
	tau := (kept - 1) / support
	for i, v := range from {
		to[i] = max(v-tau, 0)
	}
}

// LogSumExp is the logarithm of the sum of exponentials along axes (nil: all).
func LogSumExp(a *array.Array, axes []int, keep bool) (*array.Array, error) {
	all, err := array.NormalizeAxes(axes, a.Rank())
	if err != nil {
		return nil, err
	}
	l, err := linesAlong(a, all...)
	if err != nil {
		return nil, err
	}
	kept, dropped := []int{}, []int{}
	for i, n := range a.Shape() {
		if !slices.Contains(all, i) {
			kept, dropped = append(kept, n), append(dropped, n)
		} else {
			kept = append(kept, 1)
		}
	}
	if !keep {
		kept = dropped
	}
	out, err := array.New(a.Budget(), l.data.Dtype(), kept...)
	if err != nil {
		return nil, err
	}
	if err := spend(a.Budget(), 8*a.Size()); err != nil {
		return nil, err
	}
	if l.data.Dtype() == array.Float32 {
		logSumExp(array.Data[float32](out), array.Data[float32](l.data), l.width, single)
	} else {
		logSumExp(array.Data[float64](out), array.Data[float64](l.data), l.width, double)
	}
	return out, nil
}

func logSumExp[T float](to, from []T, width int, m *maths) {
	for i := range to {
		row := from[i*width : (i+1)*width]
		if width == 0 {
			to[i] = T(math.Inf(-1))
			continue
		}
		most, sum := float64(largest(row)), 0.0
		if math.IsInf(most, 0) {
			most = 0
		}
		for _, v := range row {
			sum += m.exp(m.round(float64(v) - most))
		}
		to[i] = T(m.log(m.round(sum)) + most)
	}
}
