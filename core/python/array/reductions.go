package array

// sumDtype returns the type that a sum or product of d is kept in when none is asked for.
func sumDtype(d Dtype) Dtype {
	switch {
	case d == Bool || d.IsSigned():
		return Int64
	case d.IsUnsigned():
		return Uint64
	}
	return d
}

// Sum adds along axes (nil: all). dtype Invalid means numpy's choice.
func Sum(a *Array, axes []int, keep bool, dtype Dtype) (*Array, error) {
	if a.dtype == Str || a.dtype == Object {
		return nil, noLoop("add", a.dtype)
	}
	if dtype == Invalid {
		dtype = sumDtype(a.dtype)
	}
	if !dtype.IsNumeric() {
		return nil, noLoop("add", dtype)
	}
	if dtype.narrow() || dtype == Int32 {
		return inInt64(a, dtype, func(x *Array) (*Array, error) { return Sum(x, axes, keep, Int64) })
	}
	cast := a.dtype != dtype
	x, err := a.Cast(dtype)
	if err != nil {
		return nil, err
	}
	r, err := newReduction(x, axes, keep)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, dtype, r.shape...)
	if err != nil {
		return nil, err
	}
	r.converted = cast && dtype.IsFloat()
	return out, sumInto(r, out)
}

// inInt64 computes with int64 and cuts the result to the width of dtype.
func inInt64(a *Array, dtype Dtype, compute func(x *Array) (*Array, error)) (*Array, error) {
	x, err := a.Cast(dtype)
	if err == nil {
		x, err = x.Cast(Int64)
	}
	if err != nil {
		return nil, err
	}
	if x, err = compute(x); err != nil {
		return nil, err
	}
	return x.Cast(dtype)
}

func sumInto(r *reduction, out *Array) error {
	switch out.dtype {
	case Bool:
		return reduceInto(r, out, folding(func(acc, v bool) bool { return acc || v }))
	case Int64:
		return reduceInto(r, out, sumInts[int64]())
	case Uint64:
		return reduceInto(r, out, sumInts[uint64]())
	case Float16:
		return reduceInto(r, out, sumHalves())
	case BFloat16:
		return reduceInto(r, out, folding(func(acc, v BF16) BF16 { return ToBF16(acc.Float32() + v.Float32()) }))
	case Float32:
		return reduceInto(r, out, sumFloats[float32]())
	case Float64:
		return reduceInto(r, out, sumFloats[float64]())
	case Complex64:
		return reduceInto(r, out, sumComplex[complex64]())
	}
	return reduceInto(r, out, sumComplex[complex128]())
}

// Prod multiplies along axes (nil: all).
func Prod(a *Array, axes []int, keep bool, dtype Dtype) (*Array, error) {
	if dtype == Invalid {
		dtype = sumDtype(a.dtype)
	}
	if !a.dtype.IsNumeric() || !dtype.IsNumeric() {
		return nil, noLoop("multiply", a.dtype)
	}
	if dtype.narrow() || dtype == Int32 {
		return inInt64(a, dtype, func(x *Array) (*Array, error) { return Prod(x, axes, keep, Int64) })
	}
	x, err := a.Cast(dtype)
	if err != nil {
		return nil, err
	}
	r, err := newReduction(x, axes, keep)
	if err != nil {
		return nil, err
	}
	out, err := Ones(a.budget, dtype, r.shape...)
	if err != nil {
		return nil, err
	}
	return out, prodInto(r, out)
}

func product[T numeric]() reducer[T] { return folding(func(acc, v T) T { return acc * v }) }

// productOfHalves multiplies within a run in float32 and rounds at its end.
func productOfHalves() reducer[F16] {
	f := folding(func(acc, v F16) F16 { return ToF16(acc.Float32() * v.Float32()) })
	f.run = func(acc F16, data []F16, at, n, step int) F16 {
		p := acc.Float32()
		for range n {
			p *= data[at].Float32()
			at += step
		}
		return ToF16(p)
	}
	return f
}

func prodInto(r *reduction, out *Array) error {
	switch out.dtype {
	case Bool:
		return reduceInto(r, out, folding(func(acc, v bool) bool { return acc && v }))
	case Int64:
		return reduceInto(r, out, product[int64]())
	case Uint64:
		return reduceInto(r, out, product[uint64]())
	case Float16:
		return reduceInto(r, out, productOfHalves())
	case BFloat16:
		return reduceInto(r, out, folding(func(acc, v BF16) BF16 { return ToBF16(acc.Float32() * v.Float32()) }))
	case Float32:
		return reduceInto(r, out, product[float32]())
	case Float64:
		return reduceInto(r, out, product[float64]())
	case Complex64:
		return reduceInto(r, out, product[complex64]())
	}
	return reduceInto(r, out, product[complex128]())
}

// Max returns the largest elements along axes (nil: all); NaN wins.
func Max(a *Array, axes []int, keep bool) (*Array, error) { return extreme(a, axes, keep, true) }

// Min returns the smallest elements along axes (nil: all); NaN wins.
func Min(a *Array, axes []int, keep bool) (*Array, error) { return extreme(a, axes, keep, false) }

func extreme(a *Array, axes []int, keep, largest bool) (*Array, error) {
	name := "minimum"
	if largest {
		name = "maximum"
	}
	if a.dtype == Object {
		return nil, noLoop(name, a.dtype)
	}
	if a.dtype.narrow() || a.dtype == Int32 {
		return inInt64(a, a.dtype, func(x *Array) (*Array, error) { return extreme(x, axes, keep, largest) })
	}
	if a.dtype.IsHalf() {
		x, err := a.Cast(Float32)
		if err != nil {
			return nil, err
		}
		if x, err = extreme(x, axes, keep, largest); err != nil {
			return nil, err
		}
		return x.Cast(a.dtype)
	}
	r, err := newReduction(a, axes, keep)
	if err != nil {
		return nil, err
	}
	if r.count() == 0 {
		if sizeOf(r.shape) > 0 {
			return nil, fail(ValueError, "zero-size array to reduction operation ", name, " which has no identity")
		}
		return a.like(a.dtype, r.shape)
	}
	out, err := firstElements(a, r)
	if err != nil {
		return nil, err
	}
	return out, extremeInto(r, out, largest)
}

// firstElements starts a reduction with the first element along each reduced axis.
func firstElements(a *Array, r *reduction) (*Array, error) {
	shape := append([]int(nil), a.shape...)
	for _, ax := range r.axes {
		shape[ax] = 1
	}
	out, err := a.like(a.dtype, r.shape)
	if err != nil || sizeOf(r.shape) == 0 {
		return out, err
	}
	out.data.gather(a.data, a.offset, shape, a.strides)
	return out, nil
}

func extremeInto(r *reduction, out *Array, largest bool) error {
	switch out.dtype {
	case Bool:
		return reduceInto(r, out, folding(func(acc, v bool) bool { return largest && (acc || v) || !largest && acc && v }))
	case Int64:
		return reduceInto(r, out, extremeOf[int64](largest))
	case Uint64:
		return reduceInto(r, out, extremeOf[uint64](largest))
	case Float32:
		return reduceInto(r, out, extremeOf[float32](largest))
	case Float64:
		return reduceInto(r, out, extremeOf[float64](largest))
	case Complex64:
		return reduceInto(r, out, folding(func(acc, v complex64) complex64 {
			return complex64(extremeComplex(complex128(acc), complex128(v), largest))
		}))
	case Complex128:
		return reduceInto(r, out, folding(func(acc, v complex128) complex128 { return extremeComplex(acc, v, largest) }))
	}
	return reduceInto(r, out, extremeOf[string](largest))
}

func extremeOf[T reals | string](largest bool) reducer[T] {
	if largest {
		f := folding(func(acc, v T) T {
			if acc >= v || acc != acc {
				return acc
			}
			return v
		})
		f.line = func(acc, data []T) {
			for i, v := range data {
				if !(acc[i] >= v || acc[i] != acc[i]) {
					acc[i] = v
				}
			}
		}
		return f
	}
	f := folding(func(acc, v T) T {
		if acc <= v || acc != acc {
			return acc
		}
		return v
	})
	f.line = func(acc, data []T) {
		for i, v := range data {
			if !(acc[i] <= v || acc[i] != acc[i]) {
				acc[i] = v
			}
		}
	}
	return f
}

func extremeComplex(acc, v complex128, largest bool) complex128 {
	switch {
	case acc != acc:
		return acc
	case v != v, complexLess(acc, v) == largest && v != acc:
		return v
	}
	return acc
}

// Any reports along axes (nil: all) whether an element is true.
func Any(a *Array, axes []int, keep bool) (*Array, error) {
	return truth(a, axes, keep, false, func(acc, v bool) bool { return acc || v })
}

// All reports along axes (nil: all) whether every element is true.
func All(a *Array, axes []int, keep bool) (*Array, error) {
	return truth(a, axes, keep, true, func(acc, v bool) bool { return acc && v })
}

func truth(a *Array, axes []int, keep, start bool, f func(acc, v bool) bool) (*Array, error) {
	x, err := a.Cast(Bool)
	if err != nil {
		return nil, err
	}
	r, err := newReduction(x, axes, keep)
	if err != nil {
		return nil, err
	}
	out, err := New(a.budget, Bool, r.shape...)
	if err != nil {
		return nil, err
	}
	fillSlice(out.data.(vec[bool]), start)
	return out, reduceInto(r, out, folding(f))
}

// Ones returns an array of ones.
func Ones(b Budget, dtype Dtype, shape ...int) (*Array, error) {
	out, err := New(b, dtype, shape...)
	if err != nil {
		return nil, err
	}
	return out, out.Assign(Scalar(int64(1)))
}
