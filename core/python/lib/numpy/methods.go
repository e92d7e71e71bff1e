package numpy

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// m makes a method of ndarray.
func m(name, params string, f func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error)) {
	sig := "(self, /)"
	if params != "" {
		sig = "(self, /, " + params + ")"
	}
	ArrayClass.Methods(object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return f(t, a[0].(*NDArray).Arr.WithBudget(t), a[1:])
	}))
}

func addMethods() {
	ArrayClass.Protocols(&NDArray{}, binarySymbols...)
	m("astype", "dtype, order='K', casting='unsafe', subok=True, copy=True", astype)
	m("item", "*args", arrayItem)
	m("tolist", "", func(t *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) { return toList(t, x) })
	m("copy", "order='C'", func(_ *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return arrayOf(x.Copy())
	})
	m("fill", "value", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		v, err := assignable(t, a[0], x.Dtype())
		if err != nil {
			return nil, err
		}
		return object.None, raised(x.Assign(v))
	})
	m("view", "dtype=None, type=None", viewMethod)
	m("tobytes", "order='C'", func(_ *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		b, err := bytesOf(x)
		return object.NewBytes(string(b)), err
	})
	m("sort", "axis=-1, kind=None, order=None", sortInPlace)
	m("partition", "kth, axis=-1, kind=None, order=None", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		return sortInPlace(t, x, a[1:])
	})
	m("flatten", "order='C'", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		r, err := reshaped(x, []int{-1}, text(a[0], "C"))
		if err == nil && r.SharesMemory(x) {
			r, err = r.Copy()
		}
		return arrayOf(r, err)
	})
	m("transpose", "*axes", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		axes, err := variadicInts(t, a[0])
		if err != nil {
			return nil, err
		}
		return arrayOf(x.Transpose(axes))
	})
	m("reshape", "*shape, order='C', copy=None", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		shape, err := variadicInts(t, a[0])
		if err != nil {
			return nil, err
		}
		return arrayOf(reshaped(x, shape, text(a[1], "C")))
	})
	m("resize", "*new_shape, refcheck=True", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		return nil, valueError("resizing an array in place is not supported here: use np.resize, which makes a new one")
	})
	m("conj", "", func(t *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return applyUnary(t, array.Conjugate, x)
	})
	m("conjugate", "", func(t *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return applyUnary(t, array.Conjugate, x)
	})
	m("__array__", "dtype=None, *, copy=None", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		d, width, err := dtypeOr(t, a[0], x.Dtype())
		if err != nil {
			return nil, err
		}
		r, err := castTo(t, x, d, width)
		return arrayOf(r, err)
	})
	conversions()
	for _, c := range []*object.Class{ArrayClass, DtypeClass, genericClass} {
		c.ClassMethods(object.Func("__class_getitem__", "(cls, item, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewGenericAlias(a[0], a[1]), nil
		}))
	}
}

// conversions are what int(x), float(x) and the like ask of an array with one element.
func conversions() {
	single := func(name string, f func(t *object.Thread, v object.Object) (object.Object, error)) {
		m(name, "", func(t *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
			if x.Rank() > 0 {
				return nil, typeError("only 0-dimensional arrays can be converted to Python scalars")
			}
			return f(t, item(x))
		})
	}
	single("__int__", object.ToInt)
	single("__float__", func(t *object.Thread, v object.Object) (object.Object, error) {
		f, err := object.ToFloat(t, v)
		return object.Float(f), err
	})
	single("__complex__", func(t *object.Thread, v object.Object) (object.Object, error) {
		z, err := object.ToComplex(t, v)
		return object.Complex(z), err
	})
	m("__index__", "", func(_ *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		if x.Rank() > 0 || !x.Dtype().IsInteger() {
			return nil, typeError("only integer scalar arrays can be converted to a scalar index")
		}
		return item(x), nil
	})
	m("__len__", "", func(_ *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		if x.Rank() == 0 {
			return nil, typeError("len() of unsized object")
		}
		return object.Int(x.Shape()[0]), nil
	})
	m("__copy__", "", func(_ *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return arrayOf(x.Copy())
	})
	m("__deepcopy__", "memo=None, /", func(_ *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return arrayOf(x.Copy())
	})
}

// newNDArray is np.ndarray(shape, dtype): an array of zeros.
func newNDArray(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := object.ParseSignature("(shape, dtype=None, buffer=None, offset=0, strides=None, order=None)").Bind(t, "ndarray", nil, a, nil)
	if err != nil {
		return nil, err
	}
	shape, err := ints(t, v[0])
	if err != nil {
		return nil, err
	}
	d, width, err := dtypeOr(t, v[1], array.Float64)
	if err != nil {
		return nil, err
	}
	x, err := zeros(t, d, width, shape)
	if err != nil {
		return nil, raised(err)
	}
	return object.Wrap(cls, newArray(x)), nil
}

// variadicInts reads ints given as x.reshape(2, 3) or x.reshape((2, 3)); nothing or None is nil.
func variadicInts(t *object.Thread, o object.Object) ([]int, error) {
	args := o.(*object.Tuple).Items
	switch len(args) {
	case 0:
		return nil, nil
	case 1:
		return ints(t, args[0])
	}
	return intItems(t, args)
}

// reshaped is reshape with numpy's order argument.
func reshaped(x *array.Array, shape []int, order string) (*array.Array, error) {
	if order != "F" || x.Rank() < 2 && len(shape) < 2 {
		return x.Reshape(shape...)
	}
	back, err := x.Transpose(nil)
	if err != nil {
		return nil, err
	}
	turned := make([]int, len(shape))
	for i, n := range shape {
		turned[len(shape)-1-i] = n
	}
	if back, err = back.Reshape(turned...); err != nil {
		return nil, err
	}
	return back.Transpose(nil)
}

func astype(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
	d, width, err := dtypeOr(t, a[0], array.Float64)
	if err != nil {
		return nil, err
	}
	rule, ok := castings[text(a[2], "unsafe")]
	if !ok {
		return nil, valueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '%s')", text(a[2], ""))
	}
	if !array.CanCast(x.Dtype(), d, rule) {
		return nil, typeError("Cannot cast array data from %s to %s according to the rule '%s'", dtypeText(array.Of(x)), dtypeText(array.Of(mustZero(d))), text(a[2], ""))
	}
	r, err := castTo(t, x, d, width)
	if err != nil {
		return nil, err
	}
	if copying, err := object.Truth(t, a[4]); err != nil || !copying {
		return New(r), err
	}
	if r == x || r.SharesMemory(x) {
		r, err = r.Copy()
	}
	return arrayOf(r, err)
}

var castings = map[string]array.Casting{"no": array.NoCast, "equiv": array.Equiv, "safe": array.Safe, "same_kind": array.SameKind, "unsafe": array.Unsafe}

func arrayItem(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
	args := a[0].(*object.Tuple).Items
	if len(args) == 0 {
		if x.Size() != 1 {
			return nil, valueError("can only convert an array of size 1 to a Python scalar")
		}
		return item(x), nil
	}
	index, err := variadicInts(t, a[0])
	if err != nil {
		return nil, err
	}
	if len(index) == 1 && x.Rank() != 1 {
		if x, err = x.Reshape(-1); err != nil {
			return nil, raised(err)
		}
		if i := index[0]; i < -x.Size() || i >= x.Size() {
			return nil, object.NewError(object.IndexErrorClass, "index %d is out of bounds for size %d", i, x.Size())
		}
	}
	if len(index) != x.Rank() {
		return nil, valueError("incorrect number of indices for array")
	}
	parts := make([]array.Index, len(index))
	for i, n := range index {
		parts[i].Int = n
	}
	r, _, err := x.Index(parts)
	if err != nil {
		return nil, raised(err)
	}
	return item(r), nil
}

// toList makes nested lists of Python values.
func toList(t *object.Thread, x *array.Array) (object.Object, error) {
	if x.Rank() == 0 {
		return item(x), nil
	}
	n := x.Shape()[0]
	if err := t.Alloc(int64(16 * n)); err != nil {
		return nil, err
	}
	items := make([]object.Object, n)
	if x.Rank() == 1 {
		get := x.Getter()
		for i := range items {
			items[i] = pythonValue(get(i))
		}
		return object.NewList(items...), nil
	}
	for i := range items {
		v, err := toList(t, x.At(0, i))
		if err != nil {
			return nil, err
		}
		items[i] = v
	}
	return object.NewList(items...), nil
}

// ToList returns the elements as nested lists of Python values; of rank 0, the value itself.
func ToList(t *object.Thread, x *array.Array) (object.Object, error) { return toList(t, x) }

func sortInPlace(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
	axis, err := number(t, a[0], -1)
	if err != nil {
		return nil, err
	}
	r, err := x.Sort(axis)
	if err != nil {
		return nil, raised(err)
	}
	return object.None, raised(x.Assign(r))
}

// viewMethod is x.view(): the same elements, or their bytes read as another dtype, which is a copy here.
func viewMethod(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
	if c, ok := a[0].(*object.Class); !given(a[0]) || ok && c.IsSubclass(ArrayClass) {
		if ok {
			return object.Wrap(c, newArray(x)), nil
		}
		return New(x), nil
	}
	d, _, err := parseDtype(t, a[0])
	if err != nil {
		return nil, err
	}
	if d == x.Dtype() {
		return New(x), nil
	}
	b, err := bytesOf(x)
	if err != nil {
		return nil, err
	}
	shape := append([]int{}, x.Shape()...)
	if d.Size() != x.Dtype().Size() {
		if len(shape) == 0 {
			return nil, valueError("Changing the dtype of a 0d array is only supported if the itemsize is unchanged")
		}
		last := shape[len(shape)-1] * x.Dtype().Size()
		if last%d.Size() != 0 {
			return nil, valueError("When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.")
		}
		shape[len(shape)-1] = last / d.Size()
	}
	r, err := fromBytes(t, b, d)
	if err != nil {
		return nil, err
	}
	return arrayOf(r.Reshape(shape...))
}

// bytesOf returns the elements as little-endian bytes.
func bytesOf(x *array.Array) ([]byte, error) {
	d := x.Dtype()
	if d == array.Str || d == array.Object {
		return nil, typeError("the bytes of %s elements are not available", d.String())
	}
	get := x.Getter()
	var out []byte
	add := func(v uint64, n int) {
		for range n {
			out = append(out, byte(v))
			v >>= 8
		}
	}
	for i := range x.Size() {
		switch v := get(i).(type) {
		case bool:
			out = append(out, map[bool]byte{true: 1}[v])
		case int64:
			add(uint64(v), d.Size())
		case uint64:
			add(v, 8)
		case float32:
			add(float32Bits(v, d), d.Size())
		case float64:
			add(math.Float64bits(v), 8)
		case complex128:
			if d == array.Complex64 {
				add(uint64(math.Float32bits(float32(real(v)))), 4)
				add(uint64(math.Float32bits(float32(imag(v)))), 4)
			} else {
				add(math.Float64bits(real(v)), 8)
				add(math.Float64bits(imag(v)), 8)
			}
		}
	}
	return out, nil
}

// float32Bits returns the bits of a float of at most 32 bits in its own type.
func float32Bits(v float32, d array.Dtype) uint64 {
	switch d {
	case array.Float16:
		return uint64(array.ToF16(v))
	case array.BFloat16:
		return uint64(array.ToBF16(v))
	}
	return uint64(math.Float32bits(v))
}

// fromBytes reads little-endian elements.
func fromBytes(t *object.Thread, b []byte, d array.Dtype) (*array.Array, error) {
	size := d.Size()
	if d == array.Str || d == array.Object || len(b)%size != 0 {
		return nil, valueError("buffer size must be a multiple of element size")
	}
	n := len(b) / size
	bits := make([]uint64, n)
	for i := range bits {
		for k := range min(size, 8) {
			bits[i] |= uint64(b[i*size+k]) << (8 * k)
		}
	}
	switch d {
	case array.Float16, array.BFloat16, array.Float32:
		list := make([]float32, n)
		for i, v := range bits {
			switch d {
			case array.Float16:
				list[i] = array.F16(v).Float32()
			case array.BFloat16:
				list[i] = array.BF16(v).Float32()
			default:
				list[i] = math.Float32frombits(uint32(v))
			}
		}
		x, err := array.FromSlice(t, list, n)
		if err != nil {
			return nil, raised(err)
		}
		return x.Cast(d)
	case array.Float64:
		list := make([]float64, n)
		for i, v := range bits {
			list[i] = math.Float64frombits(v)
		}
		return array.FromSlice(t, list, n)
	case array.Complex64, array.Complex128:
		return nil, typeError("reading complex numbers from bytes is not supported here")
	}
	x, err := array.FromSlice(t, bits, n)
	if err != nil {
		return nil, raised(err)
	}
	return x.Cast(d)
}
