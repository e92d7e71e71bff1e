// Package cmath is Python's module cmath: functions of complex numbers.
package cmath

import (
	"math"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("cmath", load) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("cmath")
	for name, v := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Dict.SetName(name, object.Float(v))
	}
	m.Dict.SetName("infj", object.Complex(complex(0, math.Inf(1))))
	m.Dict.SetName("nanj", object.Complex(complex(0, math.NaN())))
	for _, f := range functions {
		b := unary(f.name, f.do)
		b.Module = "cmath"
		m.Dict.SetName(f.name, b)
	}
	for _, b := range others {
		b.Module = "cmath"
		m.Dict.SetName(b.Name, b)
	}
	return m, nil
}

// unary makes a function; a result that is no number although the argument was one is an error.
func unary(name string, f func(z complex128) complex128) *object.Builtin {
	return object.Func(name, "(z, /)", "Returns "+name+" of z.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		z, err := object.ToComplex(t, a[0])
		if err != nil {
			return nil, err
		}
		w := f(z)
		if finite(z) && isNaN(w) {
			return nil, object.ValueError("math domain error")
		}
		if finite(z) && !finite(w) {
			return nil, object.NewError(object.OverflowErrorClass, "math range error")
		}
		return object.Complex(w), nil
	})
}

func isNaN(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) }

func isInf(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }

func finite(z complex128) bool { return !isNaN(z) && !isInf(z) }

func test(name string, f func(z complex128) bool) *object.Builtin {
	return object.Func(name, "(z, /)", "Reports "+name[2:]+" of z.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		z, err := object.ToComplex(t, a[0])
		return object.Bool(f(z)), err
	})
}

func phase(z complex128) float64 { return object.FloatAtan2(imag(z), real(z)) }

func abs(z complex128) float64 { return object.FloatHypot(real(z), imag(z)) }

var others = []*object.Builtin{
	test("isnan", isNaN), test("isinf", isInf), test("isfinite", finite),
	object.Func("phase", "(z, /)", "Returns the angle of z.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		z, err := object.ToComplex(t, a[0])
		return object.Float(phase(z)), err
	}),
	object.Func("polar", "(z, /)", "Returns length and angle of z.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		z, err := object.ToComplex(t, a[0])
		return object.NewTuple(object.Float(abs(z)), object.Float(phase(z))), err
	}),
	object.Func("rect", "(r, phi, /)", "Returns the number of a length and an angle.", rect),
	object.Func("log", "(z, base=?, /)", "Returns the logarithm of z, natural or to the base.", logarithm),
	object.Func("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Reports whether a and b are close.", isClose),
}

func rect(t *object.Thread, a []object.Object) (object.Object, error) {
	r, err := object.RealNumber(t, a[0])
	if err != nil {
		return nil, err
	}
	phi, err := object.RealNumber(t, a[1])
	if err != nil {
		return nil, err
	}
	if math.IsInf(phi, 0) && r != 0 && !math.IsNaN(r) {
		return nil, object.ValueError("math domain error")
	}
	if phi == 0 {
		return object.Complex(complex(r, r*phi)), nil
	}
	return object.Complex(complex(r*object.FloatCos(phi), r*object.FloatSin(phi))), nil
}

func logarithm(t *object.Thread, a []object.Object) (object.Object, error) {
	z, err := object.ToComplex(t, a[0])
	if err != nil {
		return nil, err
	}
	if z == 0 {
		return nil, object.ValueError("math domain error")
	}
	w := log(z)
	if a[1] == nil {
		return object.Complex(w), nil
	}
	base, err := object.ToComplex(t, a[1])
	if err != nil {
		return nil, err
	}
	if base == 0 {
		return nil, object.ValueError("math domain error")
	}
	return object.Binary(t, object.TrueDiv, object.Complex(w), object.Complex(log(base)))
}

func isClose(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := object.ToComplex(t, a[0])
	if err != nil {
		return nil, err
	}
	y, err := object.ToComplex(t, a[1])
	if err != nil {
		return nil, err
	}
	rel, err := object.RealNumber(t, a[2])
	if err != nil {
		return nil, err
	}
	least, err := object.RealNumber(t, a[3])
	if err != nil {
		return nil, err
	}
	if rel < 0 || least < 0 {
		return nil, object.ValueError("tolerances must be non-negative")
	}
	if x == y {
		return object.True, nil
	}
	if isInf(x) || isInf(y) {
		return object.False, nil
	}
	d := abs(x - y)
	return object.Bool(d <= rel*abs(y) || d <= rel*abs(x) || d <= least), nil
}
