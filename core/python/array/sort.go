package array

import (
	"cmp"
	"math"
	"slices"
)

var nan = math.NaN()

func ceil(v float64) float64 { return math.Ceil(v) }

func truncFloat(v float64) float64 { return math.Trunc(v) }

// compareWith orders numbers with NaN behind all others.
func compareWith[T reals | string](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == b:
		return 0
	case a == a:
		return -1
	case b == b:
		return 1
	}
	return 0
}

func compareComplexParts(a, b complex128) int {
	if c := compareWith(real(a), real(b)); c != 0 {
		return c
	}
	return compareWith(imag(a), imag(b))
}

// lastAxis returns a contiguous copy with the axis moved to the end, and how to move it back.
func (a *Array) lastAxis(axis int) (c *Array, back func(*Array) (*Array, error), err error) {
	axis, err = NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, nil, err
	}
	m, err := a.MoveAxis([]int{axis}, []int{-1})
	if err != nil {
		return nil, nil, err
	}
	c, err = m.Copy()
	if err == nil {
		n := int64(max(a.shape[axis], 1))
		err = spend(a.budget, a.Size()*int(min(math.Log2(float64(n))+1, 40)))
	}
	return c, func(x *Array) (*Array, error) {
		v, err := x.MoveAxis([]int{-1}, []int{axis})
		if err != nil {
			return nil, err
		}
		return v.AsContiguous()
	}, err
}

// Sort returns a sorted copy along an axis; NaN comes last.
func (a *Array) Sort(axis int) (*Array, error) {
	if a.dtype.narrow() || a.dtype == Int32 {
		return inInt64(a, a.dtype, func(x *Array) (*Array, error) { return x.Sort(axis) })
	}
	c, back, err := a.lastAxis(axis)
	if err != nil {
		return nil, err
	}
	n := c.shape[len(c.shape)-1]
	if n > 1 {
		switch d := c.data.(type) {
		case vec[bool]:
			sortRows(d, n, func(x, y bool) int { return cmp.Compare(boolInt(x), boolInt(y)) })
		case vec[int64]:
			sortRows(d, n, compareWith[int64])
		case vec[uint64]:
			sortRows(d, n, compareWith[uint64])
		case vec[F16]:
			sortRows(d, n, func(x, y F16) int { return compareWith(x.Float32(), y.Float32()) })
		case vec[BF16]:
			sortRows(d, n, func(x, y BF16) int { return compareWith(x.Float32(), y.Float32()) })
		case vec[float32]:
			sortRows(d, n, compareWith[float32])
		case vec[float64]:
			sortRows(d, n, compareWith[float64])
		case vec[complex64]:
			sortRows(d, n, func(x, y complex64) int { return compareComplexParts(complex128(x), complex128(y)) })
		case vec[complex128]:
			sortRows(d, n, compareComplexParts)
		case vec[string]:
			sortRows(d, n, compareWith[string])
		default:
			return nil, fail(TypeError, "an object array cannot be sorted here")
		}
	}
	return back(c)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sortRows[T any](d []T, n int, order func(a, b T) int) {
	for i := 0; i < len(d); i += n {
		slices.SortStableFunc(d[i:i+n], order)
	}
}

// ArgSort returns the positions along an axis that would sort it; equal elements keep their order.
func (a *Array) ArgSort(axis int) (*Array, error) {
	if len(a.shape) == 0 && (axis == 0 || axis == -1) {
		return New(a.budget, Int64, 1)
	}
	c, back, err := a.lastAxis(axis)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Int64, c.shape...)
	if err != nil {
		return nil, err
	}
	order, err := c.ordering()
	if err != nil {
		return nil, err
	}
	index := out.data.(vec[int64])
	n := c.shape[len(c.shape)-1]
	for i := 0; n > 0 && i < len(index); i += n {
		row := index[i : i+n]
		for j := range row {
			row[j] = int64(j)
		}
		slices.SortStableFunc(row, func(x, y int64) int { return order(i+int(x), i+int(y)) })
	}
	return back(out)
}

// ordering compares two elements of a contiguous array by their places in memory.
func (a *Array) ordering() (func(i, j int) int, error) {
	switch d := a.data.(type) {
	case vec[bool]:
		return func(i, j int) int { return boolInt(d[i]) - boolInt(d[j]) }, nil
	case vec[float32]:
		return orderOf(d), nil
	case vec[float64]:
		return orderOf(d), nil
	case vec[int64]:
		return orderOf(d), nil
	case vec[uint64]:
		return orderOf(d), nil
	case vec[string]:
		return orderOf(d), nil
	case vec[complex64]:
		return func(i, j int) int { return compareComplexParts(complex128(d[i]), complex128(d[j])) }, nil
	case vec[complex128]:
		return func(i, j int) int { return compareComplexParts(d[i], d[j]) }, nil
	case vec[any]:
		return nil, fail(TypeError, "an object array cannot be sorted here")
	}
	x, err := a.Cast(Float64)
	if err != nil {
		return nil, err
	}
	return orderOf(x.data.(vec[float64])), nil
}

func orderOf[T reals | string](d []T) func(i, j int) int {
	return func(i, j int) int { return compareWith(d[i], d[j]) }
}

// UniqueResult is what Unique finds in an array seen as flat.
type UniqueResult struct {
	Values *Array
	// Index has the first place of each value, Inverse the value's number for each element, Counts how often it occurs.
	Index, Inverse, Counts *Array
}

// Unique returns the distinct elements in order. All NaN count as one where equalNaN says so.
func Unique(a *Array, equalNaN bool) (UniqueResult, error) {
	flat, err := a.Reshape(-1)
	if err != nil {
		return UniqueResult{}, err
	}
	if flat, err = flat.AsContiguous(); err != nil {
		return UniqueResult{}, err
	}
	flat = flat.trim()
	perm, err := flat.ArgSort(0)
	if err != nil {
		return UniqueResult{}, err
	}
	order, err := flat.ordering()
	if err != nil {
		return UniqueResult{}, err
	}
	places := perm.data.(vec[int64])
	var index, counts []int64
	inverse := make([]int64, len(places))
	for k, p := range places {
		if k == 0 || order(int(places[k-1]), int(p)) != 0 || !equalNaN && flat.isNaN(int(p)) {
			index, counts = append(index, p), append(counts, 0)
		}
		inverse[p] = int64(len(index) - 1)
		counts[len(counts)-1]++
	}
	r := UniqueResult{}
	ints := func(v []int64) *Array { return wrap(a.budget, Int64, vec[int64](v), []int{len(v)}) }
	r.Index, r.Counts = ints(index), ints(counts)
	r.Inverse = wrap(a.budget, Int64, vec[int64](inverse), []int{len(inverse)})
	r.Values, err = flat.Take(r.Index, 0, TakeRaise)
	return r, err
}

// isNaN reports whether an element of a contiguous array is no number.
func (a *Array) isNaN(i int) bool {
	switch v := a.Getter()(i).(type) {
	case float32:
		return v != v
	case float64:
		return v != v
	case complex128:
		return v != v
	}
	return false
}

// trim makes the memory of a contiguous array start at its first element.
func (a *Array) trim() *Array {
	c := *a
	c.data = a.data.slice(a.offset, a.offset+a.Size())
	c.offset = 0
	return &c
}

// SearchSorted returns where each value of v would be inserted into the sorted array a to keep it sorted; right puts it
// behind equal elements.
func SearchSorted(a, v *Array, right bool) (*Array, error) {
	if len(a.shape) != 1 {
		return nil, fail(ValueError, "object too deep for desired array")
	}
	x, err := Float64s(a)
	if err != nil {
		return nil, err
	}
	y, err := Float64s(v)
	if err != nil {
		return nil, err
	}
	out, err := New(budgetOf(a, v), Int64, v.shape...)
	if err != nil {
		return nil, err
	}
	d := out.data.(vec[int64])
	for i, f := range y {
		lo, hi := 0, len(x)
		for lo < hi {
			mid := (lo + hi) / 2
			c := compareWith(x[mid], f)
			if c < 0 || right && c == 0 {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		d[i] = int64(lo)
	}
	return out, nil
}

// ArgMax returns the position of the largest element along an axis; NaN counts as largest, the first one wins.
func ArgMax(a *Array, axis int, keep bool) (*Array, error) { return argExtreme(a, axis, keep, 1) }

// ArgMin returns the position of the smallest element along an axis; NaN counts as smallest, the first one wins.
func ArgMin(a *Array, axis int, keep bool) (*Array, error) { return argExtreme(a, axis, keep, -1) }

func argExtreme(a *Array, axis int, keep bool, sign int) (*Array, error) {
	if len(a.shape) == 0 && (axis == 0 || axis == -1) {
		return New(a.budget, Int64)
	}
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	n := a.shape[axis]
	if n == 0 {
		name := "argmax"
		if sign < 0 {
			name = "argmin"
		}
		return nil, fail(ValueError, "attempt to get ", name, " of an empty sequence")
	}
	c, _, err := a.lastAxis(axis)
	if err != nil {
		return nil, err
	}
	shape := c.shape[:len(c.shape)-1]
	out, err := New(a.budget, Int64, shape...)
	if err != nil {
		return nil, err
	}
	d := out.data.(vec[int64])
	switch x := c.data.(type) {
	case vec[float32]:
		argRows(d, x, n, sign)
	case vec[float64]:
		argRows(d, x, n, sign)
	case vec[int64]:
		argRows(d, x, n, sign)
	case vec[uint64]:
		argRows(d, x, n, sign)
	case vec[string]:
		argRows(d, x, n, sign)
	default:
		f, err := Float64s(c)
		if err != nil {
			return nil, err
		}
		argRows(d, f, n, sign)
	}
	if keep {
		return out.ExpandDims(axis)
	}
	return out, nil
}

func argRows[T reals | string](out []int64, d []T, n, sign int) {
	for r := range out {
		row := d[r*n : r*n+n]
		best := 0
		for i, v := range row {
			if row[best] != row[best] {
				break
			}
			if v != v || sign > 0 && v > row[best] || sign < 0 && v < row[best] {
				best = i
			}
		}
		out[r] = int64(best)
	}
}
