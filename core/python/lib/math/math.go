// Package math is Python's module math.
package math

import (
	"math"
	"math/big"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("math", load) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("math")
	for name, v := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Dict.SetName(name, object.Float(v))
	}
	for _, f := range functions {
		f.Module = "math"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

var functions = append(append(realFunctions(), integerFunctions()...), otherFunctions()...)

// float turns an argument into a float64 as C functions of math do.
func float(t *object.Thread, o object.Object) (float64, error) {
	switch x := object.Of(o).(type) {
	case object.Float:
		return float64(x), nil
	case object.Int:
		return float64(x), nil
	case object.Bool:
		if x {
			return 1, nil
		}
		return 0, nil
	case *object.BigInt:
		f, _ := new(big.Float).SetInt(x.V).Float64()
		if math.IsInf(f, 0) {
			return 0, object.NewError(object.OverflowErrorClass, "int too large to convert to float")
		}
		return f, nil
	}
	if m, err := object.Special(t, o, "__float__"); m != nil && err == nil {
		v, err := object.Call(t, m)
		if err != nil {
			return 0, err
		}
		if f, ok := object.Of(v).(object.Float); ok {
			return float64(f), nil
		}
		return 0, object.TypeError("%s.__float__ returned non-float (type %s)", o.Class().MessageName(), v.Class().MessageName())
	}
	if v, err := object.AsIndex(t, o); err == nil {
		return float(t, v)
	}
	return 0, object.TypeError("must be real number, not %s", o.Class().MessageName())
}

// checked turns a result into Python's: a NaN from a number is a domain error, an infinity an overflow.
func checked(result float64, args ...float64) (object.Object, error) {
	for _, a := range args {
		if math.IsNaN(a) || math.IsInf(a, 0) {
			if math.IsNaN(result) && !math.IsNaN(a) && !anyNaN(args) {
				return nil, object.ValueError("math domain error")
			}
			return object.Float(result), nil
		}
	}
	switch {
	case math.IsNaN(result):
		return nil, object.ValueError("math domain error")
	case math.IsInf(result, 0):
		return nil, object.NewError(object.OverflowErrorClass, "math range error")
	}
	return object.Float(result), nil
}

func anyNaN(args []float64) bool {
	for _, a := range args {
		if math.IsNaN(a) {
			return true
		}
	}
	return false
}

func unary(name string, f func(float64) float64) *object.Builtin {
	return object.Func(name, "(x, /)", "Returns "+name+" of x.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := float(t, a[0])
		if err != nil {
			return nil, err
		}
		return checked(f(x), x)
	})
}

func binary(name string, f func(x, y float64) float64) *object.Builtin {
	return object.Func(name, "(x, y, /)", "Returns "+name+" of x and y.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := float(t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := float(t, a[1])
		if err != nil {
			return nil, err
		}
		return checked(f(x, y), x, y)
	})
}

func realFunctions() []*object.Builtin {
	list := []*object.Builtin{
		binary("atan2", object.FloatAtan2), binary("copysign", math.Copysign), binary("fmod", math.Mod),
		binary("remainder", math.Remainder), binary("nextafter", math.Nextafter), binary("pow", pow),
		unary("gamma", gamma), unary("lgamma", lgamma),
	}
	for _, f := range []struct {
		name string
		f    func(float64) float64
	}{
		{"sqrt", math.Sqrt}, {"cbrt", cbrt}, {"exp", object.FloatExp}, {"exp2", object.FloatExp2}, {"expm1", math.Expm1},
		{"sin", object.FloatSin}, {"cos", object.FloatCos}, {"tan", object.FloatTan}, {"asin", object.FloatAsin}, {"acos", object.FloatAcos},
		{"atan", object.FloatAtan}, {"sinh", Sinh}, {"cosh", Cosh}, {"tanh", Tanh}, {"asinh", Asinh},
		{"acosh", acosh}, {"atanh", atanh}, {"erf", erf}, {"erfc", erfc}, {"fabs", math.Abs},
		{"degrees", func(x float64) float64 { return x * (180 / math.Pi) }},
		{"radians", func(x float64) float64 { return x * (math.Pi / 180) }},
	} {
		list = append(list, unary(f.name, f.f))
	}
	return list
}

// atanh has poles, where Python speaks of the domain.
func atanh(x float64) float64 {
	if x == 1 || x == -1 {
		return math.NaN()
	}
	return math.Atanh(x)
}

// pow has a pole at 0.
func pow(x, y float64) float64 {
	if x == 0 && y < 0 && !math.IsInf(y, 0) {
		return math.NaN()
	}
	return object.FloatPow(x, y)
}
