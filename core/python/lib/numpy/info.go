package numpy

import (
	"math"
	"math/big"
	"strconv"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// limits is np.finfo or np.iinfo: an object with attributes.
type limits struct {
	class  *object.Class
	dtype  *Dtype
	values map[string]object.Object
}

var (
	finfoClass = object.NewType("finfo", "numpy", nil).Final()
	iinfoClass = object.NewType("iinfo", "numpy", nil).Final()
)

// Class returns numpy.finfo or numpy.iinfo.
func (l *limits) Class() *object.Class { return l.class }

// GetAttr reads an attribute.
func (l *limits) GetAttr(_ *object.Thread, name *object.Str) (object.Object, bool, error) {
	if name.String() == "dtype" {
		return l.dtype, true, nil
	}
	v, ok := l.values[name.String()]
	return v, ok, nil
}

// Repr shows the limits.
func (l *limits) Repr(t *object.Thread) (string, error) {
	name := l.class.Name
	parts := []string{"min", "max"}
	if name == "finfo" {
		parts = []string{"resolution", "min", "max"}
	}
	s := name + "("
	for _, p := range parts {
		v, err := object.ToStr(t, l.values[p])
		if err != nil {
			return "", err
		}
		s += p + "=" + v + ", "
	}
	return s + "dtype=" + l.dtype.Kind.String() + ")", nil
}

func addLimits() {
	finfoClass.Protocols(&limits{})
	iinfoClass.Protocols(&limits{})
	table["finfo"], table["iinfo"] = finfoClass, iinfoClass
}

func newFinfo(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	return newLimits(t, a, true)
}

func newIinfo(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	return newLimits(t, a, false)
}

func newLimits(t *object.Thread, a object.Args, floats bool) (object.Object, error) {
	o := a.Get("dtype")
	if len(a.Pos) > 0 {
		o = a.Pos[0]
	}
	if o == nil {
		return nil, typeError("finfo and iinfo need a dtype")
	}
	d, ok := dtypeOfValue(o)
	if !ok {
		var err error
		if d, _, err = dtypeOr(t, o, array.Float64); err != nil {
			return nil, err
		}
	}
	if floats {
		d = d.Real()
		if !d.IsFloat() {
			return nil, valueError("data type %s not inexact", "<class 'numpy."+d.String()+"'>")
		}
		return floatLimits(d), nil
	}
	if !d.IsInteger() {
		return nil, valueError("Invalid integer data type '%s'.", string(d.Kind()))
	}
	return integerLimits(d), nil
}

// dtypeOfValue is the dtype of a number or array given instead of a dtype.
func dtypeOfValue(o object.Object) (array.Dtype, bool) {
	switch o.(type) {
	case object.Float:
		return array.Float64, true
	case object.Int:
		return array.Int64, true
	}
	if x, ok := Of(o); ok {
		return x.Dtype(), true
	}
	return 0, false
}

func integerLimits(d array.Dtype) *limits {
	bits := uint(d.Size() * 8)
	lo, hi := new(big.Int), new(big.Int).Lsh(big.NewInt(1), bits)
	if d.IsSigned() {
		hi.Rsh(hi, 1)
		lo.Neg(hi)
	}
	hi.Sub(hi, big.NewInt(1))
	return &limits{iinfoClass, dtypeObject(d, 0), map[string]object.Object{"min": object.NewBig(lo), "max": object.NewBig(hi),
		"bits": object.Int(bits), "kind": object.NewStr(string(d.Kind()))}}
}

// floatFacts are the bits of the mantissa, the smallest exponent of a normal number, and the decimal digits.
var floatFacts = map[array.Dtype]struct{ mantissa, minExp, precision int }{array.Float16: {10, -14, 3}, array.BFloat16: {7, -126, 2},
	array.Float32: {23, -126, 6}, array.Float64: {52, -1022, 15}}

func floatLimits(d array.Dtype) *limits {
	f := floatFacts[d]
	value := func(v float64) object.Object {
		x, err := array.Scalar(v).Cast(d)
		if err != nil {
			return object.None
		}
		return newScalar(x)
	}
	pow2 := func(n int) object.Object { return value(math.Ldexp(1, n)) }
	largest := largestOf(d)
	resolution, _ := strconv.ParseFloat("1e-"+strconv.Itoa(f.precision), 64)
	return &limits{finfoClass, dtypeObject(d, 0), map[string]object.Object{
		"eps": pow2(-f.mantissa), "epsneg": pow2(-f.mantissa - 1), "max": value(largest), "min": value(-largest),
		"tiny": pow2(f.minExp), "smallest_normal": pow2(f.minExp), "smallest_subnormal": pow2(f.minExp - f.mantissa),
		"resolution": value(resolution), "bits": object.Int(d.Size() * 8), "precision": object.Int(f.precision),
		"nmant": object.Int(f.mantissa), "nexp": object.Int(d.Size()*8 - 1 - f.mantissa), "minexp": object.Int(f.minExp),
		"maxexp": object.Int(-f.minExp + 2), "iexp": object.Int(d.Size()*8 - 1 - f.mantissa), "machep": object.Int(-f.mantissa),
		"negep": object.Int(-f.mantissa - 1)}}
}
