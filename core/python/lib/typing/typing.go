// Package typing is Python's module typing. Its names are for people and checkers: they can be subscripted, joined with |,
// derived from, printed and asked for their parts, and check little.
package typing

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("typing", load)
	lib.Register("typing_extensions", load)
}

type kitKey struct{}

// kit is a session's classes of the module.
type kit struct{ generic, protocol *object.Class }

func kitOf(t *object.Thread) *kit {
	return t.State(kitKey{}, func() any { return &kit{} }).(*kit)
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("typing")
	list, err := forms(t)
	if err != nil {
		return nil, err
	}
	for _, f := range list {
		m.Dict.SetName(f.name, f)
	}
	lib.AddClasses(m, anyClass, annotatedClass, typeVarClass, paramSpecClass, typeVarTupleClass, forwardRefClass, newTypeClass)
	m.Dict.SetName("Text", object.StrClass)
	m.Dict.SetName("TYPE_CHECKING", object.False)
	m.Dict.SetName("AnyStr", &typeVar{class: typeVarClass, name: "AnyStr", sign: "~", bound: object.None, constraints: object.NewTuple(object.BytesClass, object.StrClass)})
	lib.Add(m, functions...)
	for _, f := range functions {
		f.AsFunction()
	}
	return m, addClasses(t, m)
}

// forms returns the names that are no classes, with the classes of the session that stand behind them.
func forms(t *object.Thread) ([]*form, error) {
	list := append([]*form(nil), specialForms...)
	for _, f := range builtinForms {
		list = append(list, &form{name: f.name, origin: f.origin, params: f.params})
	}
	for _, from := range []struct {
		module string
		forms  []namedForm
	}{{"collections.abc", abstractForms}, {"collections", collectionForms}} {
		m, err := t.Import(t, from.module)
		if err != nil {
			return nil, err
		}
		for _, n := range from.forms {
			real := n.real
			if real == "" {
				real = n.name
			}
			v, err := object.GetAttr(t, m, object.Intern(real))
			if err != nil {
				return nil, err
			}
			f := &form{name: n.name, params: n.params}
			f.origin, _ = v.(*object.Class)
			if n.name == "Callable" {
				f.subscript = callableArgs
			}
			list = append(list, f)
		}
	}
	return list, nil
}

type namedForm struct {
	name, real string
	params     int
}

var builtinForms = []struct {
	name   string
	origin *object.Class
	params int
}{{"List", object.ListClass, 1}, {"Dict", object.DictClass, 2}, {"Set", object.SetClass, 1}, {"FrozenSet", object.FrozenSetClass, 1},
	{"Tuple", object.TupleClass, anyNumber}, {"Type", object.TypeClass, 1}}

var abstractForms = []namedForm{{"Iterable", "", 1}, {"Iterator", "", 1}, {"Sequence", "", 1}, {"MutableSequence", "", 1}, {"Mapping", "", 2}, {"MutableMapping", "", 2},
	{"Collection", "", 1}, {"Container", "", 1}, {"Sized", "", 0}, {"Hashable", "", 0}, {"Reversible", "", 1}, {"Generator", "", 3}, {"Callable", "", anyNumber},
	{"KeysView", "", 1}, {"ValuesView", "", 1}, {"ItemsView", "", 2}, {"MappingView", "", 1}, {"MutableSet", "", 1}, {"AbstractSet", "Set", 1}, {"Awaitable", "", 1},
	{"Coroutine", "", 3}, {"AsyncIterator", "", 1}, {"AsyncIterable", "", 1}, {"ByteString", "", 0}}

var collectionForms = []namedForm{{"DefaultDict", "defaultdict", 2}, {"OrderedDict", "", 2}, {"Counter", "", 1}, {"Deque", "deque", 1}, {"ChainMap", "", 2}}

// IsClassVar reports whether an annotation is ClassVar or ClassVar[…].
func IsClassVar(o object.Object) bool {
	switch x := o.(type) {
	case *form:
		return x.name == "ClassVar"
	case *alias:
		return x.form != nil && x.form.name == "ClassVar"
	}
	return false
}
