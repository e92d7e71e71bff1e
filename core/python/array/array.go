// Package array holds n-dimensional arrays of numbers, as numpy has them, in plain Go: dtypes, views by shape and strides,
// broadcasting, elementwise functions, reductions, linear algebra, sorting and printing. It knows nothing of Python
// objects; package lib/numpy gives it to programs, and eager tensors are made of it.
//
// The elements of an array are one Go slice of their own type. Each operation finds the type once and then runs a plain
// loop over slices; operands that are not contiguous, or are broadcast, reach the loop through short contiguous chunks.
package array

// Budget is asked before memory is taken and work is done; its error ends the operation. An object.Thread is one.
type Budget interface {
	// Alloc takes bytes from a memory budget.
	Alloc(bytes int64) error
	// Spend takes steps from a budget of work.
	Spend(steps int64) error
}

// MaxBytes is the size beyond which an array is refused, whatever the budget says.
const MaxBytes = 256 << 20

// maxRank is the largest number of dimensions, as in numpy 2.
const maxRank = 64

// elementsPerStep is how many elements a simple loop handles for one step of the budget.
const elementsPerStep = 64

// Array is an n-dimensional array. Several may share their elements; an Array's own fields never change.
type Array struct {
	dtype   Dtype
	width   int // of Str: the most code points an element has room for
	shape   []int
	strides []int // in elements
	offset  int
	data    buffer
	budget  Budget
	// ReadOnly marks an array whose elements must not be set: a broadcast view.
	ReadOnly bool
}

// Dtype returns the element type.
func (a *Array) Dtype() Dtype { return a.dtype }

// Width returns the number of code points that an element of a Str array has room for.
func (a *Array) Width() int { return a.width }

// Shape returns the size of each dimension. The caller must not change it.
func (a *Array) Shape() []int { return a.shape }

// Strides returns, for each dimension, how many elements lie between neighbours. The caller must not change it.
func (a *Array) Strides() []int { return a.strides }

// Rank returns the number of dimensions.
func (a *Array) Rank() int { return len(a.shape) }

// Size returns the number of elements.
func (a *Array) Size() int { return sizeOf(a.shape) }

// ItemSize returns the bytes of one element, as numpy counts them.
func (a *Array) ItemSize() int {
	if a.dtype == Str {
		return 4 * a.width
	}
	return a.dtype.Size()
}

// Budget returns the budget that operations on the array ask, or nil.
func (a *Array) Budget() Budget { return a.budget }

// WithBudget returns the same array, whose operations and their results ask b.
func (a *Array) WithBudget(b Budget) *Array {
	c := *a
	c.budget = b
	return &c
}

// sizeOf returns the product of the dimensions.
func sizeOf(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}

// Count returns the number of elements of a shape, or an error where it is negative in a dimension or beyond any limit.
func Count(shape []int) (int, error) {
	if len(shape) > maxRank {
		return 0, fail(ValueError, "maximum supported dimension for an ndarray is currently 64, found ", itoa(len(shape)))
	}
	n := 1
	for _, d := range shape {
		if d < 0 {
			return 0, fail(ValueError, "negative dimensions are not allowed")
		}
		if d > MaxBytes { // even beside a 0: loops over one dimension must end
			return 0, tooManyElements(shape)
		}
	}
	for _, d := range shape {
		if d == 0 {
			return 0, nil
		}
		if n > MaxBytes/d {
			return 0, tooManyElements(shape)
		}
		n *= d
	}
	return n, nil
}

func tooManyElements(shape []int) error {
	return fail(MemoryError, "an array of shape ", ShapeString(shape), " has too many elements")
}

// checkSize refuses negative, too many and too large dimensions, and asks the budget.
func checkSize(b Budget, dtype Dtype, shape []int) error {
	if len(shape) > maxRank {
		return fail(ValueError, "maximum supported dimension for an ndarray is currently 64, found ", itoa(len(shape)))
	}
	size := int64(max(dtype.Size(), 1))
	if dtype == Str || dtype == Object {
		size = 16
	}
	zero := false
	for _, d := range shape {
		if d < 0 {
			return fail(ValueError, "negative dimensions are not allowed")
		}
		if d > MaxBytes {
			return tooManyElements(shape)
		}
		zero = zero || d == 0
	}
	if zero {
		return nil
	}
	for _, d := range shape {
		if size > MaxBytes/int64(d) {
			return fail(MemoryError, "Unable to allocate an array with shape ", ShapeString(shape), " and data type ",
				dtype.String(), ": the limit is ", itoa(MaxBytes>>20), " MiB")
		}
		size *= int64(d)
	}
	if b == nil {
		return nil
	}
	if err := b.Spend(1 + size/512); err != nil {
		return err
	}
	return b.Alloc(size + 96)
}

// New returns an array of zeros (of false, of "", of nil). b may be nil.
func New(b Budget, dtype Dtype, shape ...int) (*Array, error) {
	if err := checkSize(b, dtype, shape); err != nil {
		return nil, err
	}
	a := wrap(b, dtype, makeBuffer(dtype, sizeOf(shape)), shape)
	if dtype == Str {
		a.width = 1
	}
	return a, nil
}

// wrap makes a contiguous array of a buffer.
func wrap(b Budget, dtype Dtype, data buffer, shape []int) *Array {
	shape = append([]int(nil), shape...)
	return &Array{dtype: dtype, shape: shape, strides: contiguousStrides(shape), data: data, budget: b}
}

// like returns an uninitialised contiguous array that shares a's budget, and its width if both are Str.
func (a *Array) like(dtype Dtype, shape []int) (*Array, error) {
	out, err := New(a.budget, dtype, shape...)
	if err == nil && dtype == Str {
		out.width = a.width
	}
	return out, err
}

// FromSlice makes an array that keeps data, which must have as many elements as the shape says. No shape with one
// element makes a scalar of rank 0.
func FromSlice[T Element](b Budget, data []T, shape ...int) (*Array, error) {
	if sizeOf(shape) != len(data) {
		return nil, fail(ValueError, "cannot reshape array of size ", itoa(len(data)), " into shape ", compactShape(shape))
	}
	return wrap(b, dtypeOf[T](), vec[T](data), shape), nil
}

// Scalar makes an array of rank 0.
func Scalar[T Element](v T) *Array {
	return &Array{dtype: dtypeOf[T](), shape: []int{}, strides: []int{}, data: vec[T]{v}}
}

// FromStrings makes a Str array wide enough for all of the texts; width is a lower bound.
func FromStrings(b Budget, data []string, width int, shape ...int) (*Array, error) {
	a, err := FromSlice(b, data, shape...)
	if err != nil {
		return nil, err
	}
	for _, s := range data {
		width = max(width, runeCount(s))
	}
	a.width = max(width, 1)
	return a, nil
}

// FromObjects makes an Object array.
func FromObjects(b Budget, data []any, shape ...int) (*Array, error) {
	if sizeOf(shape) != len(data) {
		return nil, fail(ValueError, "cannot reshape array of size ", itoa(len(data)), " into shape ", compactShape(shape))
	}
	return wrap(b, Object, vec[any](data), shape), nil
}

func runeCount(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// WithWidth returns a Str array whose elements have room for width code points; longer ones are cut.
func (a *Array) WithWidth(width int) (*Array, error) {
	out, err := a.Copy()
	if err != nil {
		return nil, err
	}
	out.width = width
	data := out.data.(vec[string])
	for i, s := range data {
		data[i] = cut(s, width)
	}
	return out, nil
}

// cut returns the first width code points of s.
func cut(s string, width int) string {
	if len(s) <= width {
		return s
	}
	n := 0
	for i := range s {
		if n == width {
			return s[:i]
		}
		n++
	}
	return s
}

// Data returns the elements in order. It is the array's own memory where the array is contiguous, a copy where it is not.
// T must be the element type.
func Data[T Element](a *Array) []T {
	v := a.data.(vec[T])
	if a.Contiguous() {
		return v[a.offset : a.offset+a.Size()]
	}
	out := make([]T, a.Size())
	gather(out, v, a.offset, a.shape, a.strides)
	return out
}

// Objects returns the elements of an Object array in order.
func Objects(a *Array) []any {
	out := make([]any, a.Size())
	gather(out, a.data.(vec[any]), a.offset, a.shape, a.strides)
	return out
}

// Contiguous reports whether the elements lie in order without gaps.
func (a *Array) Contiguous() bool { return contiguous(a.shape, a.strides) }

func contiguous(shape, strides []int) bool {
	want := 1
	for i := len(shape) - 1; i >= 0; i-- {
		if shape[i] == 0 {
			return true
		}
		if shape[i] != 1 {
			if strides[i] != want {
				return false
			}
			want *= shape[i]
		}
	}
	return true
}

// FortranContiguous reports whether the elements lie in order with the first dimension fastest.
func (a *Array) FortranContiguous() bool {
	want := 1
	for i := range a.shape {
		if a.shape[i] == 0 {
			return true
		}
		if a.shape[i] != 1 {
			if a.strides[i] != want {
				return false
			}
			want *= a.shape[i]
		}
	}
	return true
}

func contiguousStrides(shape []int) []int {
	strides := make([]int, len(shape))
	n := 1
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = n
		n *= shape[i]
	}
	return strides
}

// Copy returns a contiguous array with elements of its own.
func (a *Array) Copy() (*Array, error) {
	out, err := a.like(a.dtype, a.shape)
	if err != nil {
		return nil, err
	}
	out.data.gather(a.data, a.offset, a.shape, a.strides)
	return out, nil
}

// AsContiguous returns a itself when it is contiguous, else a copy.
func (a *Array) AsContiguous() (*Array, error) {
	if a.Contiguous() {
		return a, nil
	}
	return a.Copy()
}

// SharesMemory reports whether the two arrays are views of the same elements.
func (a *Array) SharesMemory(o *Array) bool { return a.data.same(o.data) }

// budgetOf returns the budget of the first array that has one.
func budgetOf(list ...*Array) Budget {
	for _, a := range list {
		if a != nil && a.budget != nil {
			return a.budget
		}
	}
	return nil
}

// spend takes the steps that n elements of a simple loop cost.
func spend(b Budget, n int) error {
	if b == nil {
		return nil
	}
	return b.Spend(1 + int64(n)/elementsPerStep)
}
