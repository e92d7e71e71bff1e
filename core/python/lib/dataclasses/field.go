package dataclasses

import (
	"strings"

	"layerglass/core/python/lib/typing"
	"layerglass/core/python/object"
)

// field is dataclasses.Field.
type field struct {
	name, typ        object.Object
	def, factory     object.Object // missing when not given
	init, repr       object.Object
	hash, compare    object.Object
	metadata, kwOnly object.Object
	kind             object.Object // isField, isClassVar, isInitVar
}

var fieldClass = object.NewType("Field", "dataclasses", nil).Final()

// Class returns the type dataclasses.Field.
func (*field) Class() *object.Class { return fieldClass }

func given(o object.Object) object.Object {
	if o == nil {
		return missing
	}
	return o
}

// newField is the function field.
func newField(t *object.Thread, a []object.Object) (object.Object, error) {
	f := &field{name: object.None, typ: object.None, def: given(a[0]), factory: given(a[1]), init: a[2], repr: a[3], hash: a[4], compare: a[5],
		kwOnly: given(a[7]), kind: object.None}
	if f.def != missing && f.factory != missing {
		return nil, object.ValueError("cannot specify both default and default_factory")
	}
	f.metadata = &object.MappingProxy{Mapping: object.NewDict()}
	if a[6] != object.None {
		f.metadata = &object.MappingProxy{Mapping: a[6]}
	}
	return f, nil
}

func plainField(def object.Object) *field {
	return &field{name: object.None, typ: object.None, def: def, factory: missing, init: object.True, repr: object.True, hash: object.None,
		compare: object.True, metadata: &object.MappingProxy{Mapping: object.NewDict()}, kwOnly: missing, kind: object.None}
}

func (f *field) key() *object.Str {
	s, ok := f.name.(*object.Str)
	if !ok {
		return object.Intern("")
	}
	return object.Intern(s.String())
}

// yes reads a flag of a field.
func yes(o object.Object) bool {
	switch x := o.(type) {
	case object.Bool:
		return bool(x)
	case object.Int:
		return x != 0
	case *object.NoneType:
		return false
	}
	return true
}

// parts lists the attributes in the order of repr.
func (f *field) parts() []struct {
	name string
	at   *object.Object
} {
	return []struct {
		name string
		at   *object.Object
	}{{"name", &f.name}, {"type", &f.typ}, {"default", &f.def}, {"default_factory", &f.factory}, {"init", &f.init}, {"repr", &f.repr}, {"hash", &f.hash},
		{"compare", &f.compare}, {"metadata", &f.metadata}, {"kw_only", &f.kwOnly}, {"_field_type", &f.kind}}
}

// Repr shows all attributes.
func (f *field) Repr(t *object.Thread) (string, error) {
	if !t.Enter(f) {
		return "...", nil
	}
	defer t.Leave(f)
	var parts []string
	for _, p := range f.parts() {
		s, err := object.Repr(t, *p.at)
		if err != nil {
			return "", err
		}
		parts = append(parts, p.name+"="+s)
	}
	return "Field(" + strings.Join(parts, ",") + ")", nil
}

func init() {
	fieldClass.Protocols(&field{})
	for i, p := range (&field{}).parts() {
		fieldClass.GetterSetter(p.name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return *o.(*field).parts()[i].at, nil
		}, func(_ *object.Thread, o, v object.Object) error {
			if v == nil {
				v = object.None
			}
			*o.(*field).parts()[i].at = v
			return nil
		})
	}
	fieldClass.ClassGetItem()
}

// fieldOf reads one annotated name of a class body.
func fieldOf(t *object.Thread, c *object.Class, name *object.Str, typ object.Object, kwOnly bool) (*field, error) {
	def, err := object.LookupAttr(t, c, name)
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, err
	}
	f, ok := def.(*field)
	if !ok {
		if _, slot := def.(*object.Member); slot || def == nil {
			def = missing
		}
		f = plainField(def)
	}
	f.name, f.typ, f.kind = name, typ, kindOf(t, c, typ)
	if f.kind != isField && f.factory != missing {
		return nil, object.TypeError("field %s cannot have a default factory", name.String())
	}
	switch {
	case f.kind == isClassVar && f.kwOnly != missing:
		return nil, object.TypeError("field %s is a ClassVar but specifies kw_only", name.String())
	case f.kind != isClassVar && f.kwOnly == missing:
		f.kwOnly = object.Bool(kwOnly)
	}
	if f.kind == isField && f.def != missing && f.def.Class().Lookup(object.Intern("__hash__")) == object.None {
		shown, err := object.Repr(t, f.def.Class())
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("mutable default %s for field %s is not allowed: use default_factory", shown, name.String())
	}
	return f, nil
}

// kindOf tells fields from class variables and arguments of __init__ by their annotation, which may be text.
func kindOf(t *object.Thread, c *object.Class, typ object.Object) object.Object {
	if s, ok := object.AsString(typ); ok {
		typ = named(t, c, s)
	}
	if typ == nil {
		return isField
	}
	if typing.IsClassVar(typ) {
		return isClassVar
	}
	if _, ok := typ.(*initVar); ok || typ == object.Object(initVarClass) {
		return isInitVar
	}
	return isField
}

// named finds what the name at the start of an annotation means in the class's module: "ClassVar[int]", "t.ClassVar".
func named(t *object.Thread, c *object.Class, text string) object.Object {
	m, ok := t.Modules.GetName(c.Module()).(*object.Module)
	if !ok {
		return nil
	}
	end := strings.IndexFunc(text, func(r rune) bool { return r == '[' || r == ' ' || r == '|' })
	if end < 0 {
		end = len(text)
	}
	first, rest, dotted := strings.Cut(text[:end], ".")
	v := m.Dict.GetStr(object.NewStr(first))
	if !dotted {
		return v
	}
	inner, ok := v.(*object.Module)
	if !ok {
		return nil
	}
	return inner.Dict.GetStr(object.NewStr(rest))
}
