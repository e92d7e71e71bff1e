package inspect

import (
	"layerglass/core/python/object"
)

// emptyClass marks what a parameter has not: a default or an annotation.
var emptyClass = object.NewType("_empty", "inspect", nil)

// kindClass is the type of the five kinds of parameters: ints with names.
var kindClass = object.NewType("_ParameterKind", "inspect", object.IntClass)

var kindNames = []string{"POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD"}

var kindTexts = []string{"positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword"}

// kinds are the values of kindClass, in the order of object.ParamKind.
var kinds = makeKinds()

func makeKinds() []object.Object {
	list := make([]object.Object, len(kindNames))
	for i := range kindNames {
		k := object.NewInstance(kindClass)
		k.Native = object.Int(i)
		list[i] = k
	}
	return list
}

func kindIndex(o object.Object) int {
	n, _ := object.AsInt64(o)
	return int(n)
}

func init() {
	text := func(name string, get func(i int) string) {
		kindClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return object.NewStr(get(kindIndex(o))), nil
		})
	}
	text("name", func(i int) string { return kindNames[i] })
	text("_name_", func(i int) string { return kindNames[i] })
	text("description", func(i int) string { return kindTexts[i] })
	kindClass.Getter("value", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return object.Of(o), nil })
	show := func(name string, get func(i int) string) *object.Builtin {
		return object.Func(name, "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewStr(get(kindIndex(a[0]))), nil
		})
	}
	kindClass.Methods(
		show("__repr__", func(i int) string { return "<_ParameterKind." + kindNames[i] + ": " + string(rune('0'+i)) + ">" }),
		show("__str__", func(i int) string { return kindNames[i] }),
		object.Func("__format__", "(self, spec, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			spec, _ := object.AsString(a[1])
			s, err := object.Format(t, object.NewStr(kindNames[kindIndex(a[0])]), spec)
			return object.NewStr(s), err
		}),
	)
	kindClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		return kindOf(t, a)
	}
	for i, name := range kindNames {
		kindClass.Set(name, kinds[i])
		parameterClass.Set(name, kinds[i])
	}
}

func kindOf(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) == 1 {
		if n, ok := object.AsInt64(a.Pos[0]); ok && n >= 0 && int(n) < len(kinds) {
			return kinds[n], nil
		}
		s, err := object.Repr(t, a.Pos[0])
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("%s is not a valid _ParameterKind", s)
	}
	return nil, object.TypeError("_ParameterKind() takes one value")
}

// parameter is inspect.Parameter.
type parameter struct{ object.Param }

var parameterClass = object.NewType("Parameter", "inspect", nil).WithPayload()

// Class returns the type inspect.Parameter.
func (*parameter) Class() *object.Class { return parameterClass }

// Repr shows the parameter as it would be written.
func (p *parameter) Repr(t *object.Thread) (string, error) {
	s, err := p.Str(t)
	return "<Parameter \"" + s + "\">", err
}

// Str is the parameter as it would be written.
func (p *parameter) Str(t *object.Thread) (string, error) { return paramText(t, &p.Param) }

// orEmpty shows a missing default or annotation to Python.
func orEmpty(o object.Object) object.Object {
	if o == nil {
		return emptyClass
	}
	return o
}

// present is the reverse of orEmpty.
func present(o object.Object) object.Object {
	if o == object.Object(emptyClass) {
		return nil
	}
	return o
}

// Compare is equality of all parts.
func (p *parameter) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	q, ok := o.(*parameter)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	same, err := sameParam(t, &p.Param, &q.Param)
	return object.Bool(same == (op == object.Eq)), err
}

func sameParam(t *object.Thread, p, q *object.Param) (bool, error) {
	if p.Kind != q.Kind || p.Name.String() != q.Name.String() {
		return false, nil
	}
	if same, err := object.Equal(t, orEmpty(p.Default), orEmpty(q.Default)); !same || err != nil {
		return false, err
	}
	return object.Equal(t, orEmpty(p.Annotation), orEmpty(q.Annotation))
}

// Hash mixes the parts' hashes.
func (p *parameter) Hash(t *object.Thread) (uint64, error) {
	return object.Hash(t, object.NewTuple(p.Name, object.Int(p.Kind), orEmpty(p.Annotation), orEmpty(p.Default)))
}

var parameterSignature = object.ParseSignature("(name, kind, *, default=?, annotation=?)")

func init() {
	parameterClass.Protocols(&parameter{})
	parameterClass.Set("empty", emptyClass)
	parameterClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		v, err := parameterSignature.Bind(t, "Parameter", nil, a, nil)
		if err != nil {
			return nil, err
		}
		p, err := newParameter(t, v[0], v[1], v[2], v[3])
		if err != nil {
			return nil, err
		}
		return object.Wrap(cls, p), nil
	}
	get := func(name string, f func(p *parameter) object.Object) {
		parameterClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return f(object.Of(o).(*parameter)), nil
		})
	}
	get("name", func(p *parameter) object.Object { return p.Name })
	get("kind", func(p *parameter) object.Object { return kinds[p.Kind] })
	get("default", func(p *parameter) object.Object { return orEmpty(p.Default) })
	get("annotation", func(p *parameter) object.Object { return orEmpty(p.Annotation) })
	parameterClass.Methods(object.Func("replace", "(self, *, name=?, kind=?, annotation=?, default=?)", "Returns a parameter with other parts.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			p := a[0].(*parameter)
			for i, old := range []object.Object{p.Name, kinds[p.Kind], orEmpty(p.Annotation), orEmpty(p.Default)} {
				if a[1+i] == nil {
					a[1+i] = old
				}
			}
			return newParameter(t, a[1], a[2], a[4], a[3])
		}))
}

func newParameter(t *object.Thread, name, kind, def, annotation object.Object) (*parameter, error) {
	k, err := kindOf(t, object.Positional(kind))
	if err != nil {
		s, _ := object.Repr(t, kind)
		return nil, object.ValueError("value %s is not a valid Parameter.kind", s)
	}
	p := &parameter{object.Param{Kind: object.ParamKind(kindIndex(k)), Default: present(def), Annotation: present(annotation)}}
	if p.Default != nil && (p.Kind == object.VarPositional || p.Kind == object.VarKeyword) {
		return nil, object.ValueError("%s parameters cannot have default values", kindTexts[p.Kind])
	}
	if name == object.Object(emptyClass) {
		return nil, object.ValueError("name is a required attribute for Parameter")
	}
	s, ok := object.AsString(name)
	if !ok {
		return nil, object.TypeError("name must be a str, not a %s", name.Class().Name)
	}
	if !object.IsIdentifier(s) {
		return nil, object.ValueError("%s is not a valid parameter name", object.QuoteStr(s))
	}
	p.Name = object.Intern(s)
	return p, nil
}
