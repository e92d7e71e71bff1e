package array

// Promote returns the dtype that can hold the values of both, as numpy.promote_types; ok is false where numpy knows none.
func Promote(a, b Dtype) (d Dtype, ok bool) {
	if a > b {
		a, b = b, a
	}
	switch {
	case a == b:
		return a, true
	case b == Object, b == Str, a == Bool:
		return b, true
	case b <= Uint64:
		return promoteInts(a, b), true
	case a == BFloat16 || b == BFloat16:
		return promoteBFloat16(a, b)
	case a.IsInteger() && b.IsFloat():
		return max(floatFor(a), b), true
	case a.IsInteger():
		if floatFor(a) == Float64 {
			return Complex128, true
		}
		return b, true
	case a == Float64 && b == Complex64:
		return Complex128, true
	}
	return b, true
}

func promoteInts(a, b Dtype) Dtype {
	if a.IsSigned() == b.IsSigned() {
		return max(a, b)
	}
	// a is signed, b is not, for signed types come first
	if a.Size() > b.Size() {
		return a
	}
	switch b {
	case Uint8:
		return Int16
	case Uint16:
		return Int32
	case Uint32:
		return Int64
	}
	return Float64
}

func promoteBFloat16(a, b Dtype) (Dtype, bool) {
	other := a
	if a == BFloat16 {
		other = b
	}
	switch other {
	case Int8, Uint8:
		return BFloat16, true
	case Float32, Float64, Complex64, Complex128:
		return other, true
	}
	return Invalid, false
}

// floatFor returns the smallest of float16, float32 and float64 that an integer type promotes to beside a float.
func floatFor(d Dtype) Dtype {
	switch d {
	case Bool, Int8, Uint8:
		return Float16
	case Int16, Uint16:
		return Float32
	}
	return Float64
}

// Weak says whether an operand is a Python number without a dtype of its own, and which.
type Weak uint8

// Kinds of operands: Strong has a dtype; the others are Python's int, float and complex. (Python's bool is a strong Bool.)
const (
	Strong Weak = iota
	WeakInt
	WeakFloat
	WeakComplex
)

// Operand is an argument of a ufunc. The array of a weak operand is an Int64, Float64 or Complex128 scalar (Uint64 or
// Object for a large int).
type Operand struct {
	*Array
	Weak Weak
}

// Of makes a strong operand.
func Of(a *Array) Operand { return Operand{a, Strong} }

// ResultType returns the dtype of a combination of operands: strong dtypes promote, and Python's numbers only raise the
// kind where they must.
func ResultType(list ...Operand) (Dtype, error) {
	d := Invalid
	weak := Strong
	for _, o := range list {
		if o.Weak != Strong {
			weak = max(weak, o.Weak)
			continue
		}
		if d == Invalid {
			d = o.dtype
			continue
		}
		p, ok := promoteForUfunc(d, o.dtype)
		if !ok {
			return Invalid, fail(TypeError, "The DTypes of ", d.String(), " and ", o.dtype.String(), " do not have a common DType")
		}
		d = p
	}
	return withWeak(d, weak), nil
}

// promoteForUfunc is Promote with numpy's search for a loop where bfloat16 meets a type it has no common type with.
func promoteForUfunc(a, b Dtype) (Dtype, bool) {
	if d, ok := Promote(a, b); ok {
		return d, true
	}
	other := a
	if a == BFloat16 {
		other = b
	}
	switch other {
	case Int16, Uint16, Float16:
		return Float32, true
	}
	return Float64, true
}

// withWeak raises d to the kind of a Python number.
func withWeak(d Dtype, w Weak) Dtype {
	switch w {
	case WeakInt:
		if d == Invalid || d == Bool {
			return Int64
		}
	case WeakFloat:
		switch {
		case d == Invalid || d < Float16:
			return Float64
		case d == BFloat16:
			return Float32
		}
	case WeakComplex:
		switch {
		case d == Float16 || d == Float32 || d == BFloat16 || d == Complex64:
			return Complex64
		case d == Invalid || d < Complex64:
			return Complex128
		}
	}
	return d
}

// Casting is a rule of what a cast may lose.
type Casting uint8

// The casting rules of numpy.
const (
	Unsafe Casting = iota
	SameKind
	Safe
	Equiv
	NoCast
)

// CanCast reports whether the rule allows a cast.
func CanCast(from, to Dtype, rule Casting) bool {
	switch {
	case from == to, rule == Unsafe:
		return true
	case rule >= Equiv:
		return false
	}
	if p, ok := Promote(from, to); ok && p == to {
		return true
	}
	if rule == Safe {
		return false
	}
	return castRank(from) <= castRank(to)
}

// castRank orders the kinds for the same-kind rule.
func castRank(d Dtype) int {
	switch {
	case d == Bool:
		return 0
	case d.IsUnsigned():
		return 1
	case d.IsSigned():
		return 2
	case d.IsFloat():
		return 3
	case d.IsComplex():
		return 4
	case d == Str:
		return 5
	}
	return 6
}
