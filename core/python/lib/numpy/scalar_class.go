package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// The abstract classes of numpy's scalars.
var (
	genericClass         = abstractClass("generic", nil)
	numberClass          = abstractClass("number", genericClass)
	integerClass         = abstractClass("integer", numberClass)
	signedIntegerClass   = abstractClass("signedinteger", integerClass)
	unsignedIntegerClass = abstractClass("unsignedinteger", integerClass)
	inexactClass         = abstractClass("inexact", numberClass)
	floatingClass        = abstractClass("floating", inexactClass)
	complexFloatingClass = abstractClass("complexfloating", inexactClass)
	flexibleClass        = abstractClass("flexible", genericClass)
	characterClass       = abstractClass("character", flexibleClass)
)

func abstractClass(name string, base *object.Class) *object.Class {
	return object.NewType(name, "numpy", base)
}

var abstractClasses = []*object.Class{genericClass, numberClass, integerClass, signedIntegerClass, unsignedIntegerClass, inexactClass,
	floatingClass, complexFloatingClass, flexibleClass, characterClass}

// scalarClasses has the class of each dtype's scalars.
var scalarClasses = [array.Object + 1]*object.Class{
	array.Bool: scalarClass("bool", genericClass), array.Int8: scalarClass("int8", signedIntegerClass),
	array.Int16: scalarClass("int16", signedIntegerClass), array.Int32: scalarClass("int32", signedIntegerClass),
	array.Int64: scalarClass("int64", signedIntegerClass), array.Uint8: scalarClass("uint8", unsignedIntegerClass),
	array.Uint16: scalarClass("uint16", unsignedIntegerClass), array.Uint32: scalarClass("uint32", unsignedIntegerClass),
	array.Uint64: scalarClass("uint64", unsignedIntegerClass), array.Float16: scalarClass("float16", floatingClass),
	array.BFloat16: bfloatClass(), array.Float32: scalarClass("float32", floatingClass),
	array.Float64:    scalarClass("float64", floatingClass, object.FloatClass),
	array.Complex64:  scalarClass("complex64", complexFloatingClass),
	array.Complex128: scalarClass("complex128", complexFloatingClass, object.ComplexClass),
	array.Str:        scalarClass("str_", characterClass, object.StrClass), array.Object: scalarClass("object_", genericClass),
}

func bfloatClass() *object.Class {
	return object.NewType("bfloat16", "ml_dtypes", genericClass).Final()
}

// scalarClass makes a class of scalars; of the built-in type, where there is one, its values are values too.
func scalarClass(name string, base *object.Class, builtin ...*object.Class) *object.Class {
	c := object.NewType(name, "numpy", base).Final()
	for _, b := range builtin {
		c.Bases = []*object.Class{base, b}
		if b == object.StrClass {
			c.Bases = []*object.Class{b, base}
			c.MRO = append([]*object.Class{c, b}, base.MRO...)
			continue
		}
		mro := append([]*object.Class{c}, base.MRO[:len(base.MRO)-1]...)
		c.MRO = append(append(mro, b), object.ObjectClass)
	}
	return c
}

// ScalarClass returns the class of the scalars of a dtype: numpy.float32 and so on.
func ScalarClass(d array.Dtype) *object.Class { return scalarClasses[d] }

func addScalars() {
	for d, c := range scalarClasses {
		if array.Dtype(d) != array.Str {
			c.Protocols(&Scalar{})
		}
		c.Getter("dtype", "The dtype.", func(_ *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			return dtypeObject(arr.Dtype(), arr.Width()), nil
		})
	}
	scalarMethods()
}

// newScalarOf is the call of a scalar class: np.float32(x). An array argument gives an array.
func newScalarOf(t *object.Thread, d array.Dtype, a object.Args) (object.Object, error) {
	if len(a.Pos) > 1 && d != array.Str || len(a.Kw) > 0 {
		return nil, typeError("%s() takes at most 1 argument (%d given)", d.String(), len(a.Pos)+len(a.Kw))
	}
	if len(a.Pos) == 0 {
		zero, err := array.New(t, d)
		if err != nil {
			return nil, raised(err)
		}
		return newScalar(zero), nil
	}
	if d == array.Str {
		s, err := object.ToStr(t, a.Pos[0])
		return wrapStr(s), err
	}
	arr, err := scalarArgument(t, a.Pos[0], d)
	if err != nil {
		return nil, err
	}
	return result(arr), nil
}

// scalarArgument converts the argument of a scalar class; unlike an array's elements, text is read as a number.
func scalarArgument(t *object.Thread, o object.Object, d array.Dtype) (*array.Array, error) {
	if s, ok := object.Of(o).(*object.Str); ok && d != array.Object && d != array.Bool {
		text, err := array.FromStrings(t, []string{s.String()}, 0)
		if err != nil {
			return nil, raised(err)
		}
		arr, err := text.Cast(d)
		return arr, raised(err)
	}
	if i, ok := o.(object.Int); ok && d.IsInteger() && !array.IntFits(int64(i), d) {
		return nil, object.NewError(object.OverflowErrorClass, "Python integer %d out of bounds for %s", int64(i), d.String())
	}
	if o == object.None && d.IsFloat() {
		return array.Scalar(nan).Cast(d)
	}
	return FromObject(t, o, d.String())
}
