package enum

import (
	"strings"

	"layerglass/core/python/object"
)

// body is the namespace in which the body of an enum class runs: it tells members from other names.
type body struct {
	class  string
	ns     *object.Dict
	names  []string
	ignore []string
	// gnv is _generate_next_value_, lasts are the values so far.
	gnv    object.Object
	lasts  []object.Object
	autoed bool
}

var bodyClass = object.NewType("_EnumDict", "enum", object.DictClass)

func newBody(class string) (*object.Instance, *body) {
	i := object.NewInstance(bodyClass)
	b := &body{class: class, ns: object.NewDict(), gnv: object.None}
	i.Native, i.State = b.ns, b
	return i, b
}

func init() {
	bodyClass.Methods(
		object.RawFunc("__setitem__", "(self, key, value, /)", "Takes a name of the class body.", func(t *object.Thread, a object.Args) (object.Object, error) {
			i, ok := a.Pos[0].(*object.Instance)
			if !ok || len(a.Pos) != 3 {
				return nil, object.TypeError("expected 2 arguments, got %d", len(a.Pos)-1)
			}
			b, ok := i.State.(*body)
			name, isText := object.AsString(a.Pos[1])
			if !ok || !isText {
				return nil, object.TypeError("the names of a class body are str, not %s", a.Pos[1].Class().Name)
			}
			return object.None, b.set(t, name, a.Pos[2])
		}),
		object.Func("update", "(self, members, /, **more_members)", "Takes several names.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			b := a[0].(*object.Instance).State.(*body)
			d := object.NewDict()
			if err := d.Merge(t, a[1]); err != nil {
				return nil, err
			}
			if err := d.Update(t, a[2].(*object.Dict)); err != nil {
				return nil, err
			}
			for k, v := range d.All() {
				name, _ := object.AsString(k)
				if err := b.set(t, name, v); err != nil {
					return nil, err
				}
			}
			return object.None, nil
		}),
	)
	bodyClass.Getter("_member_names", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		d := object.NewDict()
		if b, ok := o.(*object.Instance).State.(*body); ok {
			for _, n := range b.names {
				d.SetName(n, object.None)
			}
		}
		return d, nil
	})
}

func dunder(s string) bool {
	return len(s) > 4 && s[:2] == "__" && s[len(s)-2:] == "__" && s[2] != '_' && s[len(s)-3] != '_'
}

func sunder(s string) bool {
	return len(s) > 2 && s[0] == '_' && s[len(s)-1] == '_' && s[1] != '_' && s[len(s)-2] != '_'
}

func (b *body) private(s string) bool {
	prefix := "_" + b.class + "__"
	return len(s) > len(prefix) && strings.HasPrefix(s, prefix) && !strings.HasSuffix(s, "__")
}

// descriptor reports whether a value is a method or the like, and so no member.
func descriptor(o object.Object) bool {
	if b, ok := o.(*object.Builtin); ok {
		return b.Owner() != nil
	}
	if _, ok := o.(object.DescrGetter); ok {
		return true
	}
	if _, ok := o.(object.DescrSetter); ok {
		return true
	}
	c, isClass := o.(*object.Class)
	if !isClass {
		c = o.Class()
	}
	for _, name := range []string{"__get__", "__set__", "__delete__"} {
		if c.Lookup(object.Intern(name)) != nil {
			return true
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

var reservedNames = []string{"_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_"}

// set takes one name of the body.
func (b *body) set(t *object.Thread, name string, v object.Object) error {
	switch {
	case b.private(name):
	case sunder(name):
		var err error
		if v, err = b.setReserved(t, name, v); err != nil {
			return err
		}
	case dunder(name):
		if name == "__order__" {
			name = "_order_"
		}
	case contains(b.names, name):
		return b.twice(t, name)
	case contains(b.ignore, name):
	case v.Class() == nonmemberClass:
		v = v.(*object.Instance).Attr("value")
	case descriptor(v) && v.Class() != memberClass && v.Class() != autoClass:
	default:
		return b.setMember(t, name, v)
	}
	b.ns.SetStr(object.Intern(name), v)
	return nil
}

func (b *body) twice(t *object.Thread, name string) error {
	old, err := object.Repr(t, b.ns.GetName(name))
	if err != nil {
		return err
	}
	return object.TypeError("%s already defined as %s", object.QuoteStr(name), old)
}

func (b *body) setReserved(t *object.Thread, name string, v object.Object) (object.Object, error) {
	if !contains(reservedNames, name) {
		return nil, object.ValueError("_sunder_ names, such as %s, are reserved for future Enum use", object.QuoteStr(name))
	}
	switch name {
	case "_generate_next_value_":
		if b.autoed {
			return nil, object.TypeError("_generate_next_value_ must be defined before members")
		}
		b.gnv = v
		if s, ok := v.(*object.StaticMethod); ok {
			b.gnv = s.Func
		}
	case "_ignore_":
		names, err := nameList(t, v)
		if err != nil {
			return nil, err
		}
		b.ignore = nil
		list := object.NewList()
		for _, o := range names {
			s, _ := object.AsString(o)
			if contains(b.names, s) {
				return nil, object.ValueError("_ignore_ cannot specify already set names: {%s}", object.QuoteStr(s))
			}
			b.ignore = append(b.ignore, s)
			list.Items = append(list.Items, o)
		}
		return list, nil
	}
	return v, nil
}

// nameList reads names: a text with spaces or commas between, or an iterable.
func nameList(t *object.Thread, o object.Object) ([]object.Object, error) {
	s, ok := object.AsString(o)
	if !ok {
		return object.Items(t, o)
	}
	var list []object.Object
	for _, f := range strings.Fields(strings.ReplaceAll(s, ",", " ")) {
		list = append(list, object.NewStr(f))
	}
	return list, nil
}

func (b *body) setMember(t *object.Thread, name string, v object.Object) error {
	if b.ns.GetName(name) != nil {
		return b.twice(t, name)
	}
	if v.Class() == memberClass {
		v = v.(*object.Instance).Attr("value")
	}
	isAuto := false
	if v.Class() == autoClass {
		var err error
		if v, err = b.next(t, name, v); err != nil {
			return err
		}
		isAuto = true
	} else if tuple, ok := v.(*object.Tuple); ok {
		items := append([]object.Object(nil), tuple.Items...)
		for i, item := range items {
			if item.Class() != autoClass {
				continue
			}
			var err error
			if items[i], err = b.next(t, name, item); err != nil {
				return err
			}
			isAuto = true
		}
		if isAuto {
			v = object.NewTuple(items...)
		}
	}
	b.names = append(b.names, name)
	if !isAuto {
		b.lasts = append(b.lasts, v)
	}
	b.ns.SetStr(object.Intern(name), v)
	return nil
}

// next is the value of an auto().
func (b *body) next(t *object.Thread, name string, o object.Object) (object.Object, error) {
	a := o.(*object.Instance)
	v := a.Attr("value")
	if v == object.Object(autoNull) {
		var err error
		v, err = object.Call(t, b.gnv, object.NewStr(name), object.Int(1), object.Int(len(b.names)), object.NewList(append([]object.Object(nil), b.lasts...)...))
		if err != nil {
			return nil, err
		}
		a.SetAttr("value", v)
	}
	b.autoed = true
	b.lasts = append(b.lasts, v)
	return v, nil
}

// The marks of a class body: auto(), member(x) and nonmember(x).
var (
	autoClass      = object.NewType("auto", "enum", nil)
	memberClass    = object.NewType("member", "enum", nil)
	nonmemberClass = object.NewType("nonmember", "enum", nil)
)

// nullMark is the value of an auto() that has none yet.
type nullMark struct{}

var nullClass = object.NewType("_auto_null", "enum", nil).Final()

var autoNull = &nullMark{}

// Class returns the mark's own type.
func (*nullMark) Class() *object.Class { return nullClass }

// Repr shows the mark's name.
func (*nullMark) Repr(*object.Thread) (string, error) { return "_auto_null", nil }

func init() {
	nullClass.Protocols(&nullMark{})
	hold := func(_ *object.Thread, a []object.Object) (object.Object, error) {
		v := a[1]
		if v == nil {
			v = autoNull
		}
		a[0].(*object.Instance).SetAttr("value", v)
		return object.None, nil
	}
	autoClass.Methods(
		object.Func("__init__", "(self, value=?)", "", hold),
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := object.Repr(t, a[0].(*object.Instance).Attr("value"))
			return object.NewStr("auto(" + s + ")"), err
		}),
	)
	memberClass.Methods(object.Func("__init__", "(self, value)", "", hold))
	nonmemberClass.Methods(object.Func("__init__", "(self, value)", "", hold))
}
