// Package future is Python's module __future__, as import __future__ shows it. What "from __future__ import" does is part
// of the language.
package future

import (
	"strconv"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("__future__", load) }

// feature is one of the names: when it could first be asked for, and when it became the rule.
type feature struct {
	optional, mandatory object.Object
	flag                int
}

var featureClass = object.NewType("_Feature", "__future__", nil).Final()

// Class returns the type __future__._Feature.
func (*feature) Class() *object.Class { return featureClass }

// Repr shows the parts.
func (f *feature) Repr(t *object.Thread) (string, error) {
	a, err := object.Repr(t, f.optional)
	if err != nil {
		return "", err
	}
	b, err := object.Repr(t, f.mandatory)
	return "_Feature(" + a + ", " + b + ", " + strconv.Itoa(f.flag) + ")", err
}

func release(major, minor, micro int, level string, serial int) object.Object {
	return object.NewTuple(object.Int(major), object.Int(minor), object.Int(micro), object.NewStr(level), object.Int(serial))
}

var features = []struct {
	name string
	feature
}{
	{"nested_scopes", feature{release(2, 1, 0, "beta", 1), release(2, 2, 0, "alpha", 0), 16}},
	{"generators", feature{release(2, 2, 0, "alpha", 1), release(2, 3, 0, "final", 0), 0}},
	{"division", feature{release(2, 2, 0, "alpha", 2), release(3, 0, 0, "alpha", 0), 131072}},
	{"absolute_import", feature{release(2, 5, 0, "alpha", 1), release(3, 0, 0, "alpha", 0), 262144}},
	{"with_statement", feature{release(2, 5, 0, "alpha", 1), release(2, 6, 0, "alpha", 0), 524288}},
	{"print_function", feature{release(2, 6, 0, "alpha", 2), release(3, 0, 0, "alpha", 0), 1048576}},
	{"unicode_literals", feature{release(2, 6, 0, "alpha", 2), release(3, 0, 0, "alpha", 0), 2097152}},
	{"barry_as_FLUFL", feature{release(3, 1, 0, "alpha", 2), release(4, 0, 0, "alpha", 0), 4194304}},
	{"generator_stop", feature{release(3, 5, 0, "beta", 1), release(3, 7, 0, "alpha", 0), 8388608}},
	{"annotations", feature{release(3, 7, 0, "beta", 1), object.None, 16777216}},
}

func init() {
	featureClass.Protocols(&feature{})
	part := func(name string, get func(f *feature) object.Object) {
		featureClass.Methods(object.Func(name, "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return get(a[0].(*feature)), nil }))
	}
	part("getOptionalRelease", func(f *feature) object.Object { return f.optional })
	part("getMandatoryRelease", func(f *feature) object.Object { return f.mandatory })
	featureClass.Getter("compiler_flag", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.Int(o.(*feature).flag), nil
	})
}

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("__future__")
	all := object.NewList()
	for i := range features {
		m.Dict.SetName(features[i].name, &features[i].feature)
		all.Items = append(all.Items, object.NewStr(features[i].name))
	}
	m.Dict.SetName("all_feature_names", all)
	return m, nil
}
