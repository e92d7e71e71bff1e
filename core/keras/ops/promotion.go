package ops

import (
	"strings"

	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

// Dtype is a dtype in a promotion: its name, and whether it is the weak type of a Python int or float, which gives way to
// any tensor's dtype of its kind.
type Dtype struct {
	Name string
	Weak bool
}

// The weak types of Python numbers. Int's name depends on the backend, so it stays as "int" until it is resolved.
var (
	WeakInt   = Dtype{"int", true}
	WeakFloat = Dtype{"float", true}
)

// lattice lists for each type the types it is promoted to in one step; "i*" and "f*" are the weak ones.
var lattice = map[string][]string{
	"bool": {"int"}, "uint8": {"int16", "uint16"}, "uint16": {"int32", "uint32"}, "uint32": {"int64", "uint64"},
	"uint64": {"float"}, "int": {"uint8", "int8", "complex64"}, "int8": {"int16"}, "int16": {"int32"}, "int32": {"int64"},
	"int64": {"float"}, "float": {"bfloat16", "float16"}, "bfloat16": {"float32"}, "float16": {"float32"},
	"float32": {"float64", "complex64"}, "float64": {"complex128"}, "complex64": {"complex128"}, "complex128": nil,
}

// above returns the types that n can be promoted to, itself included.
func above(n string, into map[string]bool) map[string]bool {
	if !into[n] {
		into[n] = true
		for _, m := range lattice[n] {
			above(m, into)
		}
	}
	return into
}

// wide reports whether the backend keeps 64-bit numbers.
func wide(t *object.Thread) bool { return operation.Backend(t) == "tensorflow" }

// leastUpperBound returns the one type that all names can be promoted to by the shortest way.
func leastUpperBound(names []string) (string, error) {
	var common map[string]bool
	for _, n := range names {
		if _, ok := lattice[n]; !ok {
			return "", object.ValueError("The dtype '%s' takes part in no automatic promotion; cast it first.", n)
		}
		up := above(n, map[string]bool{})
		if common == nil {
			common = up
			continue
		}
		for c := range common {
			if !up[c] {
				delete(common, c)
			}
		}
	}
	for _, n := range names {
		if common[n] && covers(n, common) {
			return n, nil
		}
	}
	for c := range common {
		if covers(c, common) {
			return c, nil
		}
	}
	return "", object.ValueError("The dtypes %s have no common dtype; cast one of them first.", strings.Join(names, ", "))
}

func covers(n string, all map[string]bool) bool {
	up := above(n, map[string]bool{})
	for c := range all {
		if !up[c] {
			return false
		}
	}
	return true
}

// ResultType is keras.backend.result_type: the dtype that values of the given dtypes are brought to together.
func ResultType(t *object.Thread, list ...Dtype) (string, error) {
	if len(list) == 0 {
		return config.Floatx(t), nil
	}
	wide := wide(t)
	plain := make([]string, len(list))
	same, allWeak := true, true
	for i, d := range list {
		if strings.HasPrefix(d.Name, "float8") {
			return "", object.ValueError("The dtype '%s' takes part in no automatic promotion; cast it first.", d.Name)
		}
		plain[i] = resolved(d, wide)
		same = same && plain[i] == plain[0]
		allWeak = allWeak && d.Weak
	}
	var out string
	var err error
	weak := false
	switch {
	case len(list) == 1:
		out, weak = plain[0], list[0].Weak
	case same && !allWeak:
		out = plain[0]
	case allWeak:
		out, err = leastUpperBound(plain)
		weak = true
	default:
		for i, d := range list {
			if d.Weak {
				plain[i] = d.Name
			}
		}
		out, err = leastUpperBound(plain)
		weak = out == "int" || out == "float"
	}
	if err != nil {
		return "", err
	}
	if weak && out != "bool" {
		out = withPrecision(out, config.Floatx(t))
	}
	return narrowed(out, wide), nil
}

// resolved is the dtype of a Python number as a value.
func resolved(d Dtype, wide bool) string {
	switch {
	case !d.Weak:
		return d.Name
	case d.Name == "float":
		return "float32"
	case wide:
		return "int64"
	}
	return "int32"
}

// withPrecision gives a weak result the number of bits that floatx has.
func withPrecision(name, floatx string) string {
	bits := floatx[len(floatx)-2:]
	switch name[0] {
	case 'i':
		return "int" + bits
	case 'u':
		return "uint" + bits
	}
	return "float" + bits
}

// narrowed replaces 64-bit types, which jax does not compute with; tensorflow keeps the signed and the floating ones.
func narrowed(name string, wide bool) string {
	switch {
	case name == "uint64":
		return "uint32"
	case name == "complex128":
		return "complex64"
	case wide:
	case name == "int64":
		return "int32"
	case name == "float64":
		return "float32"
	}
	return name
}

func orNone(o object.Object) object.Object {
	if o == nil {
		return object.None
	}
	return o
}
