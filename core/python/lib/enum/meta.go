package enum

import (
	"sort"

	"layerglass/core/python/lib/bind"
	"layerglass/core/python/lib/warnings"
	"layerglass/core/python/object"
)

// enumOf reads the class that a method of EnumType is called on.
func enumOf(o object.Object) (*object.Class, *info, error) {
	c, ok := o.(*object.Class)
	if ok {
		if i := infoOf(c); i != nil {
			return c, i, nil
		}
	}
	return nil, nil, object.TypeError("an enum class was expected, not '%s'", o.Class().Name)
}

type metaBody = func(t *object.Thread, c *object.Class, i *info, a []object.Object) (object.Object, error)

func metaMethod(name, sig, doc string, do metaBody) *object.Builtin {
	return object.Func(name, sig, doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		c, i, err := enumOf(a[0])
		if err != nil {
			return nil, err
		}
		return do(t, c, i, a[1:])
	})
}

var newSignature = object.ParseSignature("(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds)")

var callSignature = object.ParseSignature("(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None)")

func (k *kit) addMeta() {
	k.meta.Set("__new__", &object.StaticMethod{Func: object.RawFunc("__new__", "(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds)", "Makes an enum class.",
		func(t *object.Thread, a object.Args) (object.Object, error) { return k.newFromBody(t, a) })})
	k.meta.ClassMethods(object.RawFunc("__prepare__", "(metacls, cls, bases, **kwds)", "Makes the namespace of an enum class's body.",
		func(t *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) != 3 {
				return nil, object.TypeError("EnumType.__prepare__() takes 3 positional arguments but %d were given", len(a.Pos))
			}
			name, _ := object.AsString(a.Pos[1])
			bases, err := object.Items(t, a.Pos[2])
			if err != nil {
				return nil, err
			}
			return k.prepare(t, name, bases)
		}))
	k.meta.Methods(
		object.RawFunc("__init__", "(cls, *args, **kwds)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		object.RawFunc("__call__", "(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None)",
			"Finds the member of a value, or makes an enum class of names.", func(t *object.Thread, a object.Args) (object.Object, error) {
				v, err := bind.Function("EnumType.__call__", callSignature, a)
				if err != nil {
					return nil, err
				}
				c, _, err := enumOf(v[0])
				if err != nil {
					return nil, err
				}
				if v[2] == object.None {
					return object.CallMethod(t, c, "__new__", c, v[1])
				}
				return k.functional(t, c, v[1:])
			}),
		object.Func("__bool__", "(cls)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.True, nil }),
		metaMethod("__contains__", "(cls, member)", "", k.contains),
		metaMethod("__getitem__", "(cls, name)", "", func(t *object.Thread, _ *object.Class, i *info, a []object.Object) (object.Object, error) {
			return i.members.GetItem(t, a[0])
		}),
		metaMethod("__getattr__", "(cls, name)", "", func(_ *object.Thread, c *object.Class, i *info, a []object.Object) (object.Object, error) {
			name, _ := object.AsString(a[0])
			if m := i.members.GetName(name); m != nil && !dunder(name) {
				return m, nil
			}
			return nil, object.AttributeError(c, name, "%s", name)
		}),
		metaMethod("__iter__", "(cls)", "", func(t *object.Thread, _ *object.Class, i *info, _ []object.Object) (object.Object, error) {
			return object.Iter(t, object.NewList(i.canonical()...))
		}),
		metaMethod("__reversed__", "(cls)", "", func(t *object.Thread, _ *object.Class, i *info, _ []object.Object) (object.Object, error) {
			return object.Reversed(t, object.NewList(i.canonical()...))
		}),
		metaMethod("__len__", "(cls)", "", func(_ *object.Thread, _ *object.Class, i *info, _ []object.Object) (object.Object, error) {
			return object.Int(len(i.names.Items)), nil
		}),
		metaMethod("__repr__", "(cls)", "", func(_ *object.Thread, c *object.Class, _ *info, _ []object.Object) (object.Object, error) {
			if c.IsSubclass(k.flag) {
				return object.NewStr("<flag " + object.QuoteStr(c.Name) + ">"), nil
			}
			return object.NewStr("<enum " + object.QuoteStr(c.Name) + ">"), nil
		}),
		metaMethod("__setattr__", "(cls, name, value)", "", func(t *object.Thread, c *object.Class, i *info, a []object.Object) (object.Object, error) {
			name, err := object.AttributeName(a[0])
			if err != nil {
				return nil, err
			}
			if i.members.GetStr(name) != nil {
				return nil, object.AttributeError(c, name.String(), "cannot reassign member %s", object.QuoteStr(name.String()))
			}
			return object.None, object.GenericSetAttr(t, c, name, a[1])
		}),
		metaMethod("__delattr__", "(cls, attr)", "", func(t *object.Thread, c *object.Class, i *info, a []object.Object) (object.Object, error) {
			name, err := object.AttributeName(a[0])
			if err != nil {
				return nil, err
			}
			if i.members.GetStr(name) != nil {
				return nil, object.AttributeError(c, name.String(), "%s cannot delete member %s.", object.QuoteStr(c.Name), object.QuoteStr(name.String()))
			}
			return object.None, object.GenericSetAttr(t, c, name, nil)
		}),
		metaMethod("__dir__", "(cls)", "", k.directory),
	)
	k.meta.Getter("__members__", "A read-only view of the members by name, aliases included.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		_, i, err := enumOf(o)
		if err != nil {
			return nil, err
		}
		return &object.MappingProxy{Mapping: i.members}, nil
	})
	k.meta.Changed()
}

// canonical lists the members that are no aliases, in order.
func (i *info) canonical() []object.Object {
	list := make([]object.Object, len(i.names.Items))
	for n, name := range i.names.Items {
		s, _ := object.AsString(name)
		list[n] = i.members.GetName(s)
	}
	return list
}

// prepare makes the namespace for a body; auto() counts as the base does.
func (k *kit) prepare(t *object.Thread, name string, bases []object.Object) (object.Object, error) {
	_, first, err := mixins(t, k, name, bases)
	if err != nil {
		return nil, err
	}
	ns, b := newBody(name)
	if first == nil {
		return ns, nil
	}
	gnv, err := object.LookupAttr(t, first, object.Intern("_generate_next_value_"))
	if err != nil {
		return nil, err
	}
	if gnv != nil {
		b.gnv = gnv
		b.ns.SetName("_generate_next_value_", gnv)
	}
	return ns, nil
}

func (k *kit) newFromBody(t *object.Thread, a object.Args) (object.Object, error) {
	v, err := bind.Function("EnumType.__new__", newSignature, a)
	if err != nil {
		return nil, err
	}
	meta, ok := v[0].(*object.Class)
	name, isText := object.AsString(v[1])
	if !ok || !isText {
		return nil, object.TypeError("EnumType.__new__() takes a metaclass and a name")
	}
	bases, err := object.Items(t, v[2])
	if err != nil {
		return nil, err
	}
	ns, ok := v[3].(*object.Instance)
	if !ok {
		return nil, object.AttributeError(v[3], "_member_names", "'%s' object has no attribute '_member_names'", v[3].Class().Name)
	}
	b, ok := ns.State.(*body)
	if !ok {
		return nil, object.AttributeError(v[3], "_member_names", "'%s' object has no attribute '_member_names'", v[3].Class().Name)
	}
	var kw []object.Kwarg
	for n, o := range v[6].(*object.Dict).All() {
		kw = append(kw, object.Kwarg{Name: n.(*object.Str), Value: o})
	}
	return k.newClass(t, meta, name, bases, b, boundaryOf(v[4]), kw)
}

// boundaryOf reads a FlagBoundary.
func boundaryOf(o object.Object) string {
	s, _ := object.AsString(o)
	return s
}

// functional makes an enum class of a name and names of members.
func (k *kit) functional(t *object.Thread, cls *object.Class, v []object.Object) (object.Object, error) {
	name, ok := object.AsString(v[0])
	if !ok {
		return nil, object.TypeError("type.__new__() argument 1 must be str, not %s", object.ArgumentTypeName(v[0]))
	}
	bases := []object.Object{cls}
	if v[4] != object.None {
		bases = []object.Object{v[4], cls}
	}
	ns, err := object.PrepareNamespace(t, cls.Class(), name, bases, nil)
	if err != nil {
		return nil, err
	}
	names := v[1]
	var items []object.Object
	if d, ok := object.Of(names).(*object.Dict); ok {
		items, err = object.Items(t, object.NewDictItems(d))
	} else {
		items, err = nameList(t, names)
	}
	if err != nil {
		return nil, err
	}
	if err := k.fill(t, ns, cls, items, v[5]); err != nil {
		return nil, err
	}
	set := func(key string, value object.Object) error { return object.SetItem(t, ns, object.NewStr(key), value) }
	if v[2] != object.None {
		err = set("__module__", v[2])
	} else if t.Top != nil && t.Top.Globals.GetName("__name__") != nil {
		err = set("__module__", t.Top.Globals.GetName("__name__"))
	}
	if err == nil && v[3] != object.None {
		err = set("__qualname__", v[3])
	}
	if err != nil {
		return nil, err
	}
	var kw []object.Kwarg
	if v[6] != object.None {
		kw = append(kw, object.Kwarg{Name: object.Intern("boundary"), Value: v[6]})
	}
	return object.CallArgs(t, cls.Class(), object.Args{Pos: []object.Object{object.NewStr(name), object.NewTuple(bases...), ns}, Kw: kw})
}

// fill puts the members of the functional form into the namespace: names alone count from start.
func (k *kit) fill(t *object.Thread, ns object.Object, cls *object.Class, items []object.Object, start object.Object) error {
	if len(items) == 0 {
		return nil
	}
	if _, ok := object.AsString(items[0]); !ok {
		for _, item := range items {
			pair, err := object.Items(t, item)
			if err != nil {
				return err
			}
			if len(pair) != 2 {
				return object.ValueError("not enough values to unpack (expected 2, got %d)", len(pair))
			}
			if err := object.SetItem(t, ns, pair[0], pair[1]); err != nil {
				return err
			}
		}
		return nil
	}
	gnv, err := object.GetAttr(t, cls, object.Intern("_generate_next_value_"))
	if err != nil {
		return err
	}
	var lasts []object.Object
	for n, name := range items {
		v, err := object.Call(t, gnv, name, start, object.Int(n), object.NewList(append([]object.Object(nil), lasts...)...))
		if err != nil {
			return err
		}
		lasts = append(lasts, v)
		if err := object.SetItem(t, ns, name, v); err != nil {
			return err
		}
	}
	return nil
}

func (k *kit) contains(t *object.Thread, c *object.Class, i *info, a []object.Object) (object.Object, error) {
	if !a[0].Class().IsSubclass(k.enum) {
		err := warnings.Warn(t, object.DeprecationWarningClass, "from Python 3.12 on, 'in' answers for values of members, too, and raises no TypeError", 1)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("unsupported operand type(s) for 'in': '%s' and '%s'", a[0].Class().QualifiedName(), c.Class().QualifiedName())
	}
	if !a[0].Class().IsSubclass(c) {
		return object.False, nil
	}
	name, ok := object.AsString(a[0].(*object.Instance).Attr("_name_"))
	return object.Bool(ok && i.members.GetName(name) != nil), nil
}

func (k *kit) directory(t *object.Thread, c *object.Class, i *info, _ []object.Object) (object.Object, error) {
	names := map[string]bool{}
	for _, n := range []string{"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"} {
		names[n] = true
	}
	for _, n := range i.names.Items {
		s, _ := object.AsString(n)
		names[s] = true
	}
	if i.useArgs {
		names["__new__"] = true
	}
	if i.member != object.ObjectClass {
		list, err := object.Dir(t, i.member)
		if err != nil {
			return nil, err
		}
		for _, n := range list.Items {
			s, _ := object.AsString(n)
			names[s] = true
		}
	}
	return sorted(names), nil
}

func sorted(names map[string]bool) object.Object {
	var list []string
	for n := range names {
		list = append(list, n)
	}
	sort.Strings(list)
	out := object.NewList()
	for _, n := range list {
		out.Items = append(out.Items, object.NewStr(n))
	}
	return out
}
