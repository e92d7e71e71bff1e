package array

import "math"

// BinaryOp is an elementwise function of two arguments.
type BinaryOp uint8

// The binary functions, by numpy's names.
const (
	Add BinaryOp = iota
	Subtract
	Multiply
	Divide
	FloorDivide
	Remainder
	Fmod
	Power
	FloatPower
	Maximum
	Minimum
	Fmax
	Fmin
	Arctan2
	Hypot
	Copysign
	Nextafter
	Logaddexp
	Logaddexp2
	Heaviside
	BitwiseAnd
	BitwiseOr
	BitwiseXor
	LeftShift
	RightShift
	GCD
	LCM
	Equal
	NotEqual
	Less
	LessEqual
	Greater
	GreaterEqual
	LogicalAnd
	LogicalOr
	LogicalXor
	numBinaryOps
)

// opClass groups the functions by the types they have loops for.
type opClass uint8

const (
	arithmetic opClass = iota // every number
	division                  // floats and complex
	realOnly                  // integers and floats
	ordering                  // maximum and its like: integers, floats, bool
	powers
	floating // floats alone
	bitwise
	shifting
	whole // integers alone
	comparison
	logical
)

var binaryOps = [numBinaryOps]struct {
	name  string
	class opClass
}{
	Add: {"add", arithmetic}, Subtract: {"subtract", arithmetic}, Multiply: {"multiply", arithmetic}, Divide: {"divide", division},
	FloorDivide: {"floor_divide", realOnly}, Remainder: {"remainder", realOnly}, Fmod: {"fmod", realOnly},
	Power: {"power", powers}, FloatPower: {"float_power", powers}, Maximum: {"maximum", ordering}, Minimum: {"minimum", ordering},
	Fmax: {"fmax", ordering}, Fmin: {"fmin", ordering}, Arctan2: {"arctan2", floating}, Hypot: {"hypot", floating},
	Copysign: {"copysign", floating}, Nextafter: {"nextafter", floating}, Logaddexp: {"logaddexp", floating},
	Logaddexp2: {"logaddexp2", floating}, Heaviside: {"heaviside", floating}, BitwiseAnd: {"bitwise_and", bitwise},
	BitwiseOr: {"bitwise_or", bitwise}, BitwiseXor: {"bitwise_xor", bitwise}, LeftShift: {"left_shift", shifting},
	RightShift: {"right_shift", shifting}, GCD: {"gcd", whole}, LCM: {"lcm", whole}, Equal: {"equal", comparison},
	NotEqual: {"not_equal", comparison}, Less: {"less", comparison}, LessEqual: {"less_equal", comparison},
	Greater: {"greater", comparison}, GreaterEqual: {"greater_equal", comparison}, LogicalAnd: {"logical_and", logical},
	LogicalOr: {"logical_or", logical}, LogicalXor: {"logical_xor", logical},
}

// String returns numpy's name of the function.
func (op BinaryOp) String() string { return binaryOps[op].name }

// IsComparison reports whether op is one of the six comparisons.
func (op BinaryOp) IsComparison() bool { return binaryOps[op].class == comparison }

// BinaryOpNamed finds a function by numpy's name.
func BinaryOpNamed(name string) (BinaryOp, bool) {
	for op := range numBinaryOps {
		if binaryOps[op].name == name {
			return op, true
		}
	}
	return 0, false
}

// Binary applies op to two operands, which are broadcast against each other and promoted.
func Binary(op BinaryOp, x, y Operand) (*Array, error) {
	text := x.dtype == Str || y.dtype == Str || x.dtype == Object || y.dtype == Object
	class := binaryOps[op].class
	loop := Invalid
	var err error
	if !text && class != comparison && class != logical { // unsuitable types are found before unsuitable shapes
		if loop, err = binaryLoopDtype(op, x, y); err != nil {
			return nil, err
		}
	}
	shape, err := BroadcastShapes(x.shape, y.shape)
	if err != nil {
		return nil, err
	}
	if err := spend(budgetOf(x.Array, y.Array), sizeOf(shape)); err != nil {
		return nil, err
	}
	if text {
		return binaryText(op, x, y, shape)
	}
	switch class {
	case comparison:
		return compare(op, x, y, shape)
	case logical:
		return logicalBinary(op, x, y, shape)
	}
	a, b, err := castBoth(x, y, loop)
	if err != nil {
		return nil, err
	}
	return runBinary(op, a, b, loop, shape)
}

// castBoth converts the operands to the type of a loop. A Python int must fit it.
func castBoth(x, y Operand, loop Dtype) (a, b *Array, err error) {
	if a, err = x.castTo(loop); err != nil {
		return nil, nil, err
	}
	b, err = y.castTo(loop)
	return a, b, err
}

func (o Operand) castTo(loop Dtype) (*Array, error) {
	if o.Weak == WeakInt && loop.IsInteger() && !o.fits(loop) {
		return nil, fail(OverflowError, "Python integer ", o.intText(), " out of bounds for ", loop.String())
	}
	return o.Array.Cast(loop)
}

// fits reports whether the Python int lies in the range of an integer type.
func (o Operand) fits(d Dtype) bool {
	switch v := o.data.(type) {
	case vec[int64]:
		return intFits(v[o.offset], d)
	case vec[uint64]:
		return d == Uint64 || v[o.offset] <= math.MaxInt64 && intFits(int64(v[o.offset]), d)
	}
	return false
}

func intFits(v int64, d Dtype) bool {
	bits := uint(d.Size() * 8)
	if d.IsUnsigned() {
		return v >= 0 && (bits == 64 || v < 1<<bits)
	}
	return bits == 64 || v >= -1<<(bits-1) && v < 1<<(bits-1)
}

func (o Operand) intText() string {
	if o.dtype == Float64 {
		return formatBigFloat(Data[float64](o.Array)[0])
	}
	return o.Array.elementText()(0)
}

// binaryLoopDtype finds the type that the loop of op runs in.
func binaryLoopDtype(op BinaryOp, x, y Operand) (Dtype, error) {
	d, err := ResultType(x, y)
	if err != nil {
		return d, err
	}
	switch binaryOps[op].class {
	case arithmetic:
		if d == Bool && op == Subtract {
			return d, fail(TypeError, "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.")
		}
		return d, nil
	case division:
		if d < Float16 {
			return Float64, nil
		}
		return d, nil
	case realOnly:
		if d == Bool {
			return Int8, nil
		}
		if !d.IsComplex() {
			return d, nil
		}
	case ordering:
		return d, nil
	case powers:
		return powerDtype(op, d), nil
	case floating:
		switch {
		case x.dtype < Float16 && y.dtype < Float16 && x.Weak == Strong && y.Weak == Strong:
			return max(floatFor(x.dtype), floatFor(y.dtype)), nil
		case d < Float16:
			return floatFor(d), nil
		}
		if !d.IsComplex() {
			return d, nil
		}
	case bitwise:
		if d <= Uint64 {
			return d, nil
		}
	case shifting, whole:
		if d == Bool && op != GCD && op != LCM {
			return Int8, nil
		}
		if d <= Uint64 && d != Bool {
			return d, nil
		}
	}
	return d, noLoop(op.String(), x.dtype, y.dtype)
}

func powerDtype(op BinaryOp, d Dtype) Dtype {
	switch {
	case op == FloatPower && d.IsComplex():
		return Complex128
	case op == FloatPower:
		return Float64
	case d == Bool:
		return Int8
	}
	return d
}

func noLoop(name string, types ...Dtype) error {
	return fail(LoopError, "ufunc '", name, "' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''")
}

// runBinary runs the loop of op on operands of one type.
func runBinary(op BinaryOp, a, b *Array, loop Dtype, shape []int) (*Array, error) {
	if loop.IsHalf() {
		x, err := a.Cast(Float32)
		if err != nil {
			return nil, err
		}
		y, err := b.Cast(Float32)
		if err != nil {
			return nil, err
		}
		if op == Nextafter {
			return halfNextafter(a, b, x, y, shape)
		}
		r, err := runBinary(op, x, y, Float32, shape)
		if err != nil {
			return nil, err
		}
		return r.Cast(loop)
	}
	if loop.narrow() {
		return runNarrow(op, a, b, loop, shape)
	}
	out, err := New(budgetOf(a, b), loop, shape...)
	if err != nil {
		return nil, err
	}
	switch loop {
	case Bool:
		map2(out, a, b, boolLoop(op))
	case Int32:
		return runInts[int32](op, out, a, b)
	case Int64:
		return runInts[int64](op, out, a, b)
	case Uint64:
		return runInts[uint64](op, out, a, b)
	case Float32:
		map2(out, a, b, floatLoop[float32](op))
	case Float64:
		map2(out, a, b, floatLoop[float64](op))
	case Complex64:
		map2(out, a, b, complexLoop[complex64](op))
	case Complex128:
		map2(out, a, b, complexLoop[complex128](op))
	}
	return out, nil
}

// runNarrow runs the loop of op in int64.
func runNarrow(op BinaryOp, a, b *Array, loop Dtype, shape []int) (*Array, error) {
	x, err := a.Cast(Int64)
	if err != nil {
		return nil, err
	}
	y, err := b.Cast(Int64)
	if err != nil {
		return nil, err
	}
	r, err := runBinary(op, x, y, Int64, shape)
	if err != nil {
		return nil, err
	}
	return r.Cast(loop)
}

func runInts[T integer](op BinaryOp, out, a, b *Array) (*Array, error) {
	if op == Power && out.dtype.IsSigned() {
		negative := false
		for _, v := range Data[T](b) {
			negative = negative || v < 0
		}
		if negative && out.Size() > 0 {
			return nil, fail(ValueError, "Integers to negative integer powers are not allowed.")
		}
	}
	map2(out, a, b, intLoop[T](op))
	return out, nil
}

// binaryText handles text and objects: only comparisons of text with text, and addition, are known here.
func binaryText(op BinaryOp, x, y Operand, shape []int) (*Array, error) {
	if x.dtype != Str || y.dtype != Str {
		if (op == Equal || op == NotEqual) && x.dtype != Object && y.dtype != Object {
			out, err := New(budgetOf(x.Array, y.Array), Bool, shape...)
			if err == nil && op == NotEqual {
				fillSlice(out.data.(vec[bool]), true)
			}
			return out, err
		}
		return nil, noLoop(op.String(), x.dtype, y.dtype)
	}
	if op.IsComparison() {
		out, err := New(budgetOf(x.Array, y.Array), Bool, shape...)
		if err != nil {
			return nil, err
		}
		map2(out, x.Array, y.Array, compareLoop[string](op))
		return out, nil
	}
	if op != Add {
		return nil, noLoop(op.String(), x.dtype, y.dtype)
	}
	out, err := New(budgetOf(x.Array, y.Array), Str, shape...)
	if err != nil {
		return nil, err
	}
	out.width = x.width + y.width
	map2(out, x.Array, y.Array, func(d, a, b []string) {
		for i := range d {
			d[i] = a[i] + b[i]
		}
	})
	return out, nil
}

func fillSlice[T any](s []T, v T) {
	for i := range s {
		s[i] = v
	}
}

// IntFits reports whether an integer lies in the range of an integer type.
func IntFits(v int64, d Dtype) bool { return intFits(v, d) }
