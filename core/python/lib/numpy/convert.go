package numpy

import (
	"math"
	"math/big"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// ArrayLike is an object that knows its values as an array: an eager tensor. numpy takes it wherever it takes an array.
type ArrayLike interface {
	Array(t *object.Thread) (*array.Array, error)
}

// Of returns the array of an ndarray or a numpy scalar.
func Of(o object.Object) (*array.Array, bool) {
	if n, ok := object.Of(o).(*NDArray); ok {
		return n.Arr, true
	}
	return scalarArray(o)
}

// DtypeOf returns the dtype's name of an ndarray, a numpy scalar, a dtype object or a scalar class.
func DtypeOf(o object.Object) (string, bool) {
	if a, ok := Of(o); ok {
		return a.Dtype().String(), true
	}
	switch x := o.(type) {
	case *Dtype:
		return x.Kind.String(), true
	case *object.Class:
		if d, ok := x.Tag.(array.Dtype); ok && scalarClasses[d] == x {
			return d.String(), true
		}
	}
	return "", false
}

// FromObject returns the array that numpy.array makes of o: an array, a number, nested sequences of them, an ArrayLike or an
// object with __array__. dtype "" means the type that suits the values. The result may share o's memory.
func FromObject(t *object.Thread, o object.Object, dtype string) (*array.Array, error) {
	d, width := array.Invalid, 0
	if dtype != "" {
		var ok bool
		if d, width, ok = array.ParseDtype(dtype); !ok {
			return nil, typeError("data type '%s' not understood", dtype)
		}
	}
	return fromObject(t, o, d, width)
}

func fromObject(t *object.Thread, o object.Object, d array.Dtype, width int) (*array.Array, error) {
	if arr, err := existingArray(t, o); arr != nil || err != nil {
		if err != nil || d == array.Invalid || d == arr.Dtype() && (d != array.Str || width == 0) {
			return arr, err
		}
		return castTo(t, arr, d, width)
	}
	g := &gatherer{t: t, want: d, depth: maxDepth}
	err := g.discover(o, 0)
	for err != nil && d == array.Object && g.uneven > 0 && g.uneven < g.depth { // uneven sequences stay objects
		g = &gatherer{t: t, want: d, depth: g.uneven}
		err = g.discover(o, 0)
	}
	if err != nil {
		return nil, err
	}
	arr, err := g.build(d)
	if err != nil {
		return nil, raised(err)
	}
	if width > 0 {
		arr, err = arr.WithWidth(width)
	}
	return arr, raised(err)
}

// existingArray returns the array of an object that has one already, or nil.
func existingArray(t *object.Thread, o object.Object) (*array.Array, error) {
	if arr, ok := Of(o); ok {
		return arr.WithBudget(t), nil
	}
	switch x := o.(type) {
	case ArrayLike:
		arr, err := x.Array(t)
		if err != nil {
			return nil, raised(err)
		}
		return arr.WithBudget(t), nil
	case *object.List, *object.Tuple, object.Int, object.Float, object.Bool, *object.Str, *object.NoneType, *object.Dict, *object.Class:
		return nil, nil
	}
	m, err := object.Special(t, o, "__array__")
	if m == nil || err != nil {
		return nil, err
	}
	v, err := object.Call(t, m)
	if err != nil {
		return nil, err
	}
	arr, ok := Of(v)
	if !ok {
		return nil, valueError("object __array__ method not producing an array")
	}
	return arr.WithBudget(t), nil
}

// castTo casts, Python objects included.
func castTo(t *object.Thread, arr *array.Array, d array.Dtype, width int) (*array.Array, error) {
	var err error
	switch {
	case d == array.Object && arr.Dtype() != array.Object:
		arr, err = boxed(t, arr)
	case arr.Dtype() == array.Object && d != array.Object:
		return unboxed(t, arr, d, width)
	default:
		arr, err = arr.Cast(d)
	}
	if err == nil && d == array.Str && width > 0 {
		arr, err = arr.WithWidth(width)
	}
	return arr, raised(err)
}

// boxed turns every element into a Python object.
func boxed(t *object.Thread, arr *array.Array) (*array.Array, error) {
	get := arr.Getter()
	list := make([]any, arr.Size())
	for i := range list {
		list[i] = pythonValue(get(i))
	}
	return array.FromObjects(t, list, arr.Shape()...)
}

// unboxed reads the elements of an object array as values of a dtype.
func unboxed(t *object.Thread, arr *array.Array, d array.Dtype, width int) (*array.Array, error) {
	g := &gatherer{t: t, want: d}
	for _, v := range array.Objects(arr) {
		g.leaves = append(g.leaves, objectOf(v))
	}
	g.shape = arr.Shape()
	g.kind = d
	out, err := g.build(d)
	if err == nil && d == array.Str && width > 0 {
		out, err = out.WithWidth(width)
	}
	return out, raised(err)
}

// gatherer walks nested sequences and collects their leaves.
type gatherer struct {
	t      *object.Thread
	want   array.Dtype
	shape  []int
	leaves []object.Object
	closed bool        // the depth of leaves is known
	kind   array.Dtype // promotion of the leaves' types
	any    bool
	width  int
	depth  int // sequences nested deeper than this are leaves
	uneven int // where sequences of unlike length were found
}

// maxDepth is how deep sequences may be nested.
const maxDepth = 64

// sequence returns the items of what numpy sees as a sequence.
func (g *gatherer) sequence(o object.Object) ([]object.Object, bool, error) {
	switch x := object.Of(o).(type) {
	case *object.List:
		return x.Items, true, nil
	case *object.Tuple:
		return x.Items, true, nil
	case object.Int, object.Float, object.Bool, object.Complex, *object.Str, *object.BigInt, *object.NoneType, *object.Dict, *object.Set,
		*object.Class, *object.Bytes, *object.Builtin, *Scalar:
		return nil, false, nil
	case *object.Range:
		items, err := object.Items(g.t, o)
		return items, true, err
	}
	_, lener := o.(object.Lener)
	_, indexable := o.(object.Indexable)
	c := o.Class()
	lener = lener || c.Lookup(object.Intern("__len__")) != nil
	indexable = indexable || c.Lookup(object.Intern("__getitem__")) != nil
	if !lener || !indexable {
		return nil, false, nil
	}
	items, err := object.Items(g.t, o)
	return items, true, err
}

func (g *gatherer) discover(o object.Object, depth int) error {
	if err := g.t.Deeper(); err != nil {
		return err
	}
	defer g.t.Shallower()
	if arr, err := existingArray(g.t, o); err != nil {
		return err
	} else if arr != nil && depth+arr.Rank() <= g.depth {
		return g.addArray(arr, o, depth)
	}
	items, isSeq, err := g.sequence(o)
	if err != nil {
		return err
	}
	if !isSeq || depth >= g.depth {
		return g.addLeaf(o, depth)
	}
	if err := g.dimension(depth, len(items)); err != nil {
		return err
	}
	if err := g.t.Spend(int64(len(items))); err != nil {
		return err
	}
	for _, v := range items {
		if err := g.discover(v, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// dimension notes that the dimension at depth has length n.
func (g *gatherer) dimension(depth, n int) error {
	switch {
	case depth < len(g.shape):
		if g.shape[depth] != n {
			return g.ragged(depth)
		}
		return nil
	case g.closed:
		return g.ragged(depth)
	}
	g.shape = append(g.shape, n)
	if n == 0 {
		g.closed = true
	}
	return nil
}

func (g *gatherer) ragged(depth int) error {
	g.uneven = depth
	return valueError("setting an array element with a sequence. The requested array has an inhomogeneous shape after %d dimensions. The detected shape was %s + inhomogeneous part.",
		depth, array.ShapeString(g.shape[:depth]))
}

func (g *gatherer) addArray(arr *array.Array, o object.Object, depth int) error {
	if arr.Rank() == 0 {
		return g.addLeaf(o, depth)
	}
	for i, n := range arr.Shape() {
		if err := g.dimension(depth+i, n); err != nil {
			return err
		}
	}
	if len(g.shape) != depth+arr.Rank() {
		return g.ragged(depth + arr.Rank())
	}
	g.closed = true
	g.note(arr.Dtype(), arr.Width())
	for i := range arr.Size() {
		flat, err := arr.Reshape(-1)
		if err != nil {
			return raised(err)
		}
		g.leaves = append(g.leaves, newScalar(flat.At(0, i)))
	}
	return nil
}

func (g *gatherer) addLeaf(o object.Object, depth int) error {
	if depth != len(g.shape) {
		return g.ragged(depth)
	}
	g.closed = true
	g.leaves = append(g.leaves, o)
	if arr, err := existingArray(g.t, o); err == nil && arr != nil {
		g.note(arr.Dtype(), arr.Width())
		return nil
	}
	switch x := object.Of(o).(type) {
	case object.Bool:
		g.note(array.Bool, 0)
	case object.Int:
		g.note(array.Int64, 0)
	case *object.BigInt:
		if x.V.IsUint64() {
			g.note(array.Uint64, 0)
		} else {
			g.note(array.Object, 0)
		}
	case object.Float:
		g.note(array.Float64, 0)
	case object.Complex:
		g.note(array.Complex128, 0)
	case *object.Str:
		g.note(array.Str, x.RuneCount())
	default:
		g.note(array.Object, 0)
	}
	return nil
}

func (g *gatherer) note(d array.Dtype, width int) {
	if d != array.Str {
		width = array.StrWidth(d)
	}
	g.width = max(g.width, width)
	if !g.any {
		g.kind, g.any = d, true
		return
	}
	p, ok := array.Promote(g.kind, d)
	if !ok {
		p = array.Float32
	}
	g.kind = p
}

// build makes the array of the leaves.
func (g *gatherer) build(d array.Dtype) (*array.Array, error) {
	if d == array.Invalid {
		d = g.kind
		if !g.any {
			d = array.Float64
		}
	}
	if err := g.t.Alloc(int64(16 * len(g.leaves))); err != nil {
		return nil, err
	}
	switch {
	case d == array.Object:
		list := make([]any, len(g.leaves))
		for i, v := range g.leaves {
			list[i] = v
		}
		return array.FromObjects(g.t, list, g.shape...)
	case d == array.Str:
		return g.buildText()
	case d == array.Uint64:
		return fill(g, d, unsignedLeaf)
	case d == array.Bool:
		return fill(g, d, func(g *gatherer, o object.Object, _ array.Dtype) (bool, error) { return object.Truth(g.t, o) })
	case d.IsInteger():
		return fill(g, d, integerLeaf)
	case d.IsComplex():
		return fill(g, d, complexLeaf)
	}
	return fill(g, d, floatLeaf)
}

func fill[T array.Element](g *gatherer, d array.Dtype, leaf func(g *gatherer, o object.Object, d array.Dtype) (T, error)) (*array.Array, error) {
	list := make([]T, len(g.leaves))
	for i, o := range g.leaves {
		var err error
		if list[i], err = leaf(g, o, d); err != nil {
			return nil, err
		}
	}
	arr, err := array.FromSlice(g.t, list, g.shape...)
	if err != nil {
		return nil, err
	}
	return arr.Cast(d)
}

func (g *gatherer) buildText() (*array.Array, error) {
	list := make([]string, len(g.leaves))
	for i, o := range g.leaves {
		s, err := object.ToStr(g.t, o)
		if err != nil {
			return nil, err
		}
		list[i] = s
	}
	width := g.width
	if g.want == array.Str {
		width = 0
	}
	return array.FromStrings(g.t, list, width, g.shape...)
}

func integerLeaf(g *gatherer, o object.Object, d array.Dtype) (int64, error) {
	if arr, err := existingArray(g.t, o); arr != nil || err != nil {
		return oneElement[int64](arr, err, array.Int64)
	}
	switch x := object.Of(o).(type) {
	case object.Bool:
		if x {
			return 1, nil
		}
		return 0, nil
	case object.Int:
		if !array.IntFits(int64(x), d) {
			return 0, outOfBounds(g.t, o, d)
		}
		return int64(x), nil
	case *object.BigInt:
		return 0, outOfBounds(g.t, o, d)
	}
	v, err := object.ToInt(g.t, o)
	if err != nil {
		return 0, badElement(o, err)
	}
	i, ok := object.AsInt64(v)
	if !ok {
		return 0, outOfBounds(g.t, v, d)
	}
	return i, nil
}

// badElement words the failure to read a number.
func badElement(o object.Object, err error) error {
	switch object.Of(o).(type) {
	case *object.List, *object.Tuple:
		return valueError("setting an array element with a sequence.")
	}
	return err
}

func outOfBounds(t *object.Thread, o object.Object, d array.Dtype) error {
	text, err := object.Repr(t, o)
	if err != nil {
		return err
	}
	return object.NewError(object.OverflowErrorClass, "Python integer %s out of bounds for %s", text, d.String())
}

func oneElement[T array.Element](arr *array.Array, err error, d array.Dtype) (T, error) {
	var zero T
	if err != nil {
		return zero, err
	}
	c, err := arr.Cast(d)
	if err != nil {
		return zero, err
	}
	data := array.Data[T](c)
	if len(data) != 1 {
		return zero, valueError("setting an array element with a sequence.")
	}
	return data[0], nil
}

func unsignedLeaf(g *gatherer, o object.Object, d array.Dtype) (uint64, error) {
	if arr, err := existingArray(g.t, o); arr != nil || err != nil {
		return oneElement[uint64](arr, err, array.Uint64)
	}
	if b, ok := object.Of(o).(*object.BigInt); ok && b.V.IsUint64() {
		return b.V.Uint64(), nil
	}
	i, err := integerLeaf(g, o, array.Int64)
	if err == nil && i < 0 {
		if _, isInt := object.Of(o).(object.Int); isInt {
			err = outOfBounds(g.t, o, d)
		}
	}
	return uint64(i), err
}

func floatLeaf(g *gatherer, o object.Object, d array.Dtype) (float64, error) {
	switch x := o.(type) {
	case object.Float:
		return float64(x), nil
	case object.Int:
		return float64(x), nil
	case *object.NoneType:
		return math.NaN(), nil
	}
	if arr, err := existingArray(g.t, o); arr != nil || err != nil {
		return oneElement[float64](arr, err, array.Float64)
	}
	f, err := object.ToFloat(g.t, o)
	if err != nil {
		return 0, badElement(o, err)
	}
	return f, nil
}

func complexLeaf(g *gatherer, o object.Object, d array.Dtype) (complex128, error) {
	if arr, err := existingArray(g.t, o); arr != nil || err != nil {
		return oneElement[complex128](arr, err, array.Complex128)
	}
	return object.ToComplex(g.t, o)
}

// operand turns an argument of a ufunc into an array; Python's own numbers stay weak.
func operand(t *object.Thread, o object.Object) (array.Operand, error) {
	switch x := o.(type) {
	case object.Int:
		return array.Operand{Array: array.Scalar(int64(x)), Weak: array.WeakInt}, nil
	case object.Float:
		return array.Operand{Array: array.Scalar(float64(x)), Weak: array.WeakFloat}, nil
	case object.Complex:
		return array.Operand{Array: array.Scalar(complex128(x)), Weak: array.WeakComplex}, nil
	case *object.BigInt:
		if x.V.IsUint64() {
			return array.Operand{Array: array.Scalar(x.V.Uint64()), Weak: array.WeakInt}, nil
		}
		f, _ := new(big.Float).SetInt(x.V).Float64()
		return array.Operand{Array: array.Scalar(f), Weak: array.WeakInt}, nil
	}
	arr, err := FromObject(t, o, "")
	if err != nil {
		return array.Operand{}, err
	}
	return array.Of(arr), nil
}

// result is what a numpy function returns: a scalar for rank 0, else an array.
func result(arr *array.Array) object.Object {
	if arr.Rank() == 0 {
		return newScalar(arr)
	}
	return New(arr)
}

func resultOf(arr *array.Array, err error) (object.Object, error) {
	if err != nil {
		return nil, raised(err)
	}
	return result(arr), nil
}

// arrayOf is resultOf that keeps rank 0 as an array.
func arrayOf(arr *array.Array, err error) (object.Object, error) {
	if err != nil {
		return nil, raised(err)
	}
	return New(arr), nil
}
