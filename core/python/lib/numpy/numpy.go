// Package numpy is Python's module numpy as learners' programs use it: arrays, scalars and dtypes that print, promote and
// compute as numpy 2 does. The arrays themselves are those of package array; this package makes them Python objects.
package numpy

import (
	"math"

	"layerglass/core/python/lib/numbers"
	"layerglass/core/python/object"
)

// table holds everything that numpy's namespace has, by name.
var table = map[string]object.Object{}

// register adds functions to numpy's namespace.
func register(list ...*object.Builtin) {
	for _, f := range list {
		table[f.Name] = f
	}
}

// alias gives a function or class a second name.
func alias(name, of string) { table[name] = table[of] }

// submodules are the modules that are attributes of numpy without being imported.
var submodules = map[string]map[string]object.Object{"random": {}, "linalg": {}, "testing": {}, "typing": {}, "exceptions": {}, "fft": {},
	"dtypes": {}, "ma": {}, "lib": {}, "lib.stride_tricks": {}}

// registerIn adds functions to the namespace of a submodule.
func registerIn(module string, list ...*object.Builtin) {
	for _, f := range list {
		f.Module = "numpy." + module
		submodules[module][f.Name] = f
	}
}

func addNames() {
	for name, v := range map[string]float64{"pi": math.Pi, "e": math.E, "euler_gamma": 0.5772156649015329, "inf": math.Inf(1), "nan": math.NaN()} {
		table[name] = object.Float(v)
	}
	table["newaxis"] = object.None
	table["little_endian"] = object.True
	table["__version__"] = object.NewStr("2.4.6")
	table["True_"], table["False_"] = numpyTrue, numpyFalse
	table["ndarray"], table["dtype"], table["generic"] = ArrayClass, DtypeClass, genericClass
	registerClasses()
}

func registerClasses() {
	for _, c := range []*object.Class{numberClass, integerClass, signedIntegerClass, unsignedIntegerClass, inexactClass, floatingClass,
		complexFloatingClass, flexibleClass, characterClass, flatClass} {
		table[c.Name] = c
	}
	for d, c := range scalarClasses {
		table[c.Name] = c
		if c.Name == "bfloat16" {
			delete(table, c.Name)
		}
		_ = d
	}
	for name, of := range map[string]string{"bool_": "bool", "byte": "int8", "short": "int16", "intc": "int32", "int_": "int64", "long": "int64",
		"intp": "int64", "longlong": "int64", "ubyte": "uint8", "ushort": "uint16", "uintc": "uint32", "uint": "uint64", "uintp": "uint64",
		"ulong": "uint64", "ulonglong": "uint64", "half": "float16", "single": "float32", "double": "float64", "csingle": "complex64",
		"cdouble": "complex128", "object_": "object_"} {
		alias(name, of)
	}
	for _, c := range []*object.Class{axisErrorClass, visibleDeprecationClass, complexWarningClass} {
		submodules["exceptions"][c.Name] = c
	}
	submodules["linalg"]["LinAlgError"] = linAlgErrorClass
	submodules["typing"]["NDArray"] = ArrayClass
	submodules["typing"]["ArrayLike"] = object.ObjectClass
	submodules["typing"]["DTypeLike"] = object.ObjectClass
}

func load(t *object.Thread) (*object.Module, error) {
	delegate()
	m := namespace("numpy", entriesOf(""))
	known := m.Lazy
	m.Lazy = func(t *object.Thread, name string) (object.Object, error) {
		if entries, ok := submodules[name]; ok && (len(entries) > 0 || name == "typing") {
			if t.Import != nil {
				return t.Import(t, "numpy."+name)
			}
			return submodule(name), nil
		}
		if instead, ok := removed[name]; ok {
			return nil, object.AttributeError(m, name, "module 'numpy' has no attribute '%s': it was removed from numpy, use %s", name, instead)
		}
		return known(t, name)
	}
	for _, k := range []struct {
		kind  string
		class *object.Class
	}{{"Integral", integerClass}, {"Complex", inexactClass}, {"Real", floatingClass}, {"Number", numberClass}} {
		if err := numbers.Join(t, k.kind, k.class); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// removed are names that old programs use, and what took their place.
var removed = map[string]string{"int": "int or np.int64", "float": "float or np.float64", "complex": "complex or np.complex128", "object": "object",
	"str": "str", "float_": "np.float64", "complex_": "np.complex128", "unicode_": "np.str_", "NaN": "np.nan", "NAN": "np.nan", "Inf": "np.inf",
	"Infinity": "np.inf", "infty": "np.inf", "product": "np.prod", "cumproduct": "np.cumprod", "alltrue": "np.all", "sometrue": "np.any",
	"in1d": "np.isin", "trapz": "np.trapezoid", "round_": "np.round", "bool8": "np.bool", "int0": "np.int64", "asfarray": "np.asarray", "mat": "np.asmatrix"}

// shared are the functions of numpy that a submodule has too.
var shared = map[string][]string{
	"linalg": {"outer", "cross", "matmul", "tensordot", "trace", "diagonal", "matrix_transpose"},
}

// submodule makes one of numpy's submodules.
func submodule(name string) *object.Module {
	m := namespace("numpy."+name, entriesOf(name))
	for _, n := range shared[name] {
		m.Dict.SetName(n, table[n])
	}
	return m
}

// namespace makes a module that looks its names up in a table when they are first asked for.
func namespace(name string, entries map[string]object.Object) *object.Module {
	m := object.NewModule(name)
	m.Lazy = func(_ *object.Thread, name string) (object.Object, error) { return entries[name], nil }
	m.Names = func() []string {
		names := make([]string, 0, len(entries))
		for n := range entries {
			names = append(names, n)
		}
		return names
	}
	return m
}
