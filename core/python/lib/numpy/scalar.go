package numpy

import (
	"math"
	"math/big"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

var nan = math.NaN()

// Scalar is a numpy scalar whose class derives from no built-in type: np.float32(0.5). Those of float64, complex128 and
// str_ are instances that carry a Python float, complex or str.
type Scalar struct{ value *array.Array }

// Class returns the class of the dtype's scalars.
func (s *Scalar) Class() *object.Class { return scalarClasses[s.value.Dtype()] }

var (
	numpyTrue  = &Scalar{array.Scalar(true)}
	numpyFalse = &Scalar{array.Scalar(false)}
)

// NewScalar returns the numpy scalar of an array with one element.
func NewScalar(arr *array.Array) object.Object { return newScalar(arr) }

func newScalar(arr *array.Array) object.Object {
	v := arr.Getter()(0)
	switch arr.Dtype() {
	case array.Bool:
		if v.(bool) {
			return numpyTrue
		}
		return numpyFalse
	case array.Float64:
		return wrapFloat(v.(float64))
	case array.Complex128:
		return object.Wrap(scalarClasses[array.Complex128], object.Complex(v.(complex128)))
	case array.Str:
		return wrapStr(v.(string))
	case array.Object:
		return objectOf(v)
	}
	own, err := arr.WithBudget(nil).Copy()
	if err != nil {
		return object.None
	}
	if own.Rank() > 0 {
		own, _ = own.Reshape()
	}
	return &Scalar{own}
}

func wrapFloat(f float64) object.Object {
	return object.Wrap(scalarClasses[array.Float64], object.Float(f))
}

func wrapStr(s string) object.Object { return object.Wrap(scalarClasses[array.Str], object.NewStr(s)) }

// Float64 returns a np.float64.
func Float64(f float64) object.Object { return wrapFloat(f) }

// objectOf is an element of an object array; one never set is None.
func objectOf(v any) object.Object {
	if o, ok := v.(object.Object); ok {
		return o
	}
	return pythonValue(v)
}

// scalarArray returns a numpy scalar as an array of rank 0.
func scalarArray(o object.Object) (*array.Array, bool) {
	switch x := o.(type) {
	case *Scalar:
		return x.value, true
	case *object.Instance:
		if _, ok := x.Class().Tag.(array.Dtype); !ok {
			return nil, false
		}
		switch v := x.Native.(type) {
		case object.Float:
			return array.Scalar(float64(v)), true
		case object.Complex:
			return array.Scalar(complex128(v)), true
		case *object.Str:
			a, err := array.FromStrings(nil, []string{v.String()}, 0)
			return a, err == nil
		}
	}
	return nil, false
}

// pythonValue turns an element as array.Getter gives it into a plain Python value.
func pythonValue(v any) object.Object {
	switch x := v.(type) {
	case bool:
		return object.Bool(x)
	case int64:
		return object.Int(x)
	case uint64:
		if x <= math.MaxInt64 {
			return object.Int(int64(x))
		}
		return object.NewBig(new(big.Int).SetUint64(x))
	case float32:
		return object.Float(x)
	case float64:
		return object.Float(x)
	case complex128:
		return object.Complex(x)
	case string:
		return object.NewStr(x)
	case object.Object:
		return x
	}
	return object.None
}

// item returns the only element as a plain Python value.
func item(a *array.Array) object.Object { return pythonValue(a.Getter()(0)) }

// Item returns the element of an array with one element as a plain Python value, as ndarray.item does.
func Item(a *array.Array) object.Object { return item(a) }

// Repr shows a scalar as numpy 2 does: np.float32(0.5).
func (s *Scalar) Repr(t *object.Thread) (string, error) { return scalarRepr(t, s) }

// Str shows the number alone.
func (s *Scalar) Str(t *object.Thread) (string, error) { return scalarText(t, s) }

func scalarText(t *object.Thread, o object.Object) (string, error) {
	arr, ok := scalarArray(o)
	if !ok {
		return object.Repr(t, o)
	}
	return array.Text(arr, array.DefaultPrintOptions()), nil
}

func scalarRepr(t *object.Thread, o object.Object) (string, error) {
	arr, ok := scalarArray(o)
	if !ok {
		return object.DefaultRepr(t, o), nil
	}
	text := array.Text(arr, array.DefaultPrintOptions())
	d := arr.Dtype()
	if printStateOf(t).bareScalars() {
		if d == array.Str {
			text = array.Quote(text)
		}
		return text, nil
	}
	switch d {
	case array.Bool:
		return "np." + text + "_", nil
	case array.BFloat16:
		return text, nil
	case array.Str:
		return "np.str_(" + array.Quote(text) + ")", nil
	default:
		if d.IsComplex() && text[0] == '(' {
			text = text[1 : len(text)-1]
		}
		return "np." + d.String() + "(" + text + ")", nil
	}
}

// Truth is false for zero.
func (s *Scalar) Truth(*object.Thread) (bool, error) { return scalarTruth(s.value), nil }

func scalarTruth(arr *array.Array) bool {
	b, err := arr.Cast(array.Bool)
	return err == nil && array.Data[bool](b)[0]
}

// Hash is that of the equal Python number.
func (s *Scalar) Hash(t *object.Thread) (uint64, error) { return object.Hash(t, item(s.value)) }

// Binary is arithmetic in numpy's types.
func (s *Scalar) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return binaryOperator(t, op, s, o, reflected)
}

// Unary is -x, +x, ~x and abs(x).
func (s *Scalar) Unary(t *object.Thread, op object.UnaryOp) (object.Object, error) {
	return unaryOperator(op, s.value)
}

// Compare compares numbers.
func (s *Scalar) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	return compareOperator(t, op, s, o)
}

// Format formats the number as the Python number of its kind.
func (s *Scalar) Format(t *object.Thread, spec string) (string, error) {
	if spec == "" && !s.value.Dtype().IsFloat() {
		return s.Str(t)
	}
	return object.Format(t, item(s.value), spec) // a float is formatted as Python's float of the same value
}
