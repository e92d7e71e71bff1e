package enum

import (
	"layerglass/core/python/lib/warnings"
	"layerglass/core/python/object"
)

// addEnum gives Enum its methods.
func (k *kit) addEnum() {
	c := k.enum
	c.Set("__new__", &object.StaticMethod{Func: object.Func("__new__", "(cls, value)", "Finds the member of a value.", k.lookup)})
	c.Set("name", &property{direct: "_name_", name: "name", class: "Enum"})
	c.Set("value", &property{direct: "_value_", name: "value", class: "Enum"})
	c.Set("_generate_next_value_", &object.StaticMethod{Func: object.Func("_generate_next_value_", "(name, start, count, last_values)",
		"The value of an auto(): one more than the last.", nextValue)})
	c.ClassMethods(object.Func("_missing_", "(cls, value)", "Finds a member for a value that none has.", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.None, nil
	}))
	self := func(name, sig string) *object.Builtin {
		return object.Func(name, sig, "Members are unique: returns the member.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil })
	}
	c.Methods(
		object.RawFunc("__init__", "(self, *args, **kwds)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := showValue(t, a[0])
			return object.NewStr("<" + a[0].Class().Name + "." + nameOf(a[0]) + ": " + v + ">"), err
		}),
		object.Func("__str__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewStr(a[0].Class().Name + "." + nameOf(a[0])), nil
		}),
		object.Func("__format__", "(self, format_spec)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := object.ToStr(t, a[0])
			if err != nil {
				return nil, err
			}
			spec, ok := object.AsString(a[1])
			if !ok {
				return nil, object.TypeError("__format__() argument must be str, not %s", object.ArgumentTypeName(a[1]))
			}
			s, err = object.Format(t, object.NewStr(s), spec)
			return object.NewStr(s), err
		}),
		object.Func("__hash__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			h, err := object.Hash(t, object.NewStr(nameOf(a[0])))
			return object.Int(h), err
		}),
		object.Func("__dir__", "(self)", "", memberDirectory),
		object.Func("__reduce_ex__", "(self, proto)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewTuple(a[0].Class(), object.NewTuple(valueOf(a[0]))), nil
		}),
		self("__copy__", "(self)"), self("__deepcopy__", "(self, memo)"),
	)
	c.Changed()
}

func nameOf(o object.Object) string {
	if i, ok := o.(*object.Instance); ok {
		if s, ok := object.AsString(i.Attr("_name_")); ok {
			return s
		}
	}
	return "None"
}

// showValue is how repr shows the value of a member.
func showValue(t *object.Thread, o object.Object) (string, error) {
	if i := infoOf(o.Class()); i != nil && i.valueRepr != nil {
		v, err := object.Call(t, i.valueRepr, valueOf(o))
		if err != nil {
			return "", err
		}
		return object.ToStr(t, v)
	}
	return object.Repr(t, valueOf(o))
}

// lookup is Enum.__new__: members are made with the class, so a call finds one.
func (k *kit) lookup(t *object.Thread, a []object.Object) (object.Object, error) {
	c, i, err := enumOf(a[0])
	if err != nil {
		return nil, err
	}
	value := a[1]
	if value.Class() == c {
		return value, nil
	}
	if m, err := i.find(t, value); m != nil || err != nil {
		return m, err
	}
	if i.members.Len() == 0 {
		shown, err := object.Repr(t, c)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("%s has no members defined", shown)
	}
	return k.missing(t, c, i, value)
}

// missing asks the class's _missing_ hook.
func (k *kit) missing(t *object.Thread, c *object.Class, i *info, value object.Object) (object.Object, error) {
	result, err := object.CallMethod(t, c, "_missing_", value)
	failed := object.AsException(err)
	if err != nil && failed == nil {
		return nil, err
	}
	if err == nil && result.Class().IsSubclass(c) {
		return result, nil
	}
	if err == nil && i.boundary == "eject" && c.IsSubclass(k.flag) && result.Class().IsSubclass(object.IntClass) {
		return result, nil
	}
	shown, bad := object.Repr(t, value)
	if bad != nil {
		return nil, bad
	}
	invalid := object.ValueError("%s is not a valid %s", shown, c.QualifiedName())
	switch {
	case failed == nil && result == object.None:
		return nil, invalid
	case failed == nil:
		r, err := object.Repr(t, result)
		if err != nil {
			return nil, err
		}
		failed = object.TypeError("error in %s._missing_: returned %s instead of None or a valid member", c.Name, r)
	}
	if !failed.Class().IsSubclass(object.ValueErrorClass) {
		failed.Context = invalid
	}
	return nil, failed
}

// nextValue is the plain auto(): one more than the last value.
func nextValue(t *object.Thread, a []object.Object) (object.Object, error) {
	lasts, err := object.Items(t, a[3])
	if err != nil {
		return nil, err
	}
	if len(lasts) == 0 {
		return a[1], nil
	}
	last := lasts[len(lasts)-1]
	list := object.NewList(append([]object.Object(nil), lasts...)...)
	if err := list.Sort(t, nil, false); err == nil {
		if same, err := object.Equal(t, last, list.Items[len(list.Items)-1]); same && err == nil {
			if v, err := object.Binary(t, object.Add, last, object.Int(1)); err == nil {
				return v, nil
			}
		}
	}
	err = warnings.Warn(t, object.DeprecationWarningClass, "from Python 3.13 on, auto() needs values that can be sorted and takes one more than the largest", 1)
	if err != nil {
		return nil, err
	}
	for n := len(lasts) - 1; n >= 0; n-- {
		if v, err := object.Binary(t, object.Add, lasts[n], object.Int(1)); err == nil {
			return v, nil
		}
	}
	return a[1], nil
}

func memberDirectory(t *object.Thread, a []object.Object) (object.Object, error) {
	self := a[0].(*object.Instance)
	names := map[string]bool{}
	for _, n := range []string{"__class__", "__doc__", "__eq__", "__hash__", "__module__"} {
		names[n] = true
	}
	i := infoOf(self.Class())
	if i != nil && i.member != object.ObjectClass {
		list, err := object.Dir(t, i.member)
		if err != nil {
			return nil, err
		}
		for _, n := range list.Items {
			s, _ := object.AsString(n)
			names[s] = true
		}
	}
	add := func(d *object.Dict) {
		for k := range d.All() {
			if s, ok := object.AsString(k); ok && s[0] != '_' && (i == nil || i.members.GetName(s) == nil) {
				names[s] = true
			}
		}
	}
	if d := self.AttrDict(false); d != nil {
		add(d)
	}
	for _, c := range self.Class().MRO {
		add(c.Dict())
	}
	return sorted(names), nil
}

// addStrEnum gives StrEnum its own __new__, which takes texts alone, and lower-case names for auto().
func (k *kit) addStrEnum() {
	i := infoOf(k.strEnum)
	i.make = func(t *object.Thread, cls *object.Class, args []object.Object) (object.Object, error) {
		if len(args) > 3 {
			shown, err := object.Repr(t, object.NewTuple(args...))
			if err != nil {
				return nil, err
			}
			return nil, object.TypeError("too many arguments for str(): %s", shown)
		}
		for n, v := range args {
			if _, ok := object.AsString(v); ok || n == 0 && len(args) > 1 {
				continue
			}
			shown, err := object.Repr(t, v)
			if err != nil {
				return nil, err
			}
			return nil, object.TypeError([]string{"%s is not a string", "encoding must be a string, not %s", "errors must be a string, not %s"}[n], shown)
		}
		text, err := object.CallArgs(t, object.StrClass, object.Args{Pos: args})
		if err != nil {
			return nil, err
		}
		m, err := object.StrClass.New(t, cls, object.Args{Pos: []object.Object{text}})
		if err != nil {
			return nil, err
		}
		m.(*object.Instance).SetAttr("_value_", text)
		return m, nil
	}
	k.strEnum.Set("__new_member__", &object.StaticMethod{Func: object.RawFunc("__new__", "(cls, *values)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("StrEnum.__new__(): not enough arguments")
		}
		cls, ok := a.Pos[0].(*object.Class)
		if !ok {
			return nil, object.TypeError("StrEnum.__new__(X): X is not a type object (%s)", a.Pos[0].Class().Name)
		}
		return i.make(t, cls, a.Pos[1:])
	})})
	k.strEnum.Set("_generate_next_value_", &object.StaticMethod{Func: object.Func("_generate_next_value_", "(name, start, count, last_values)", "The name in lower case.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.CallMethod(t, a[0], "lower")
		})})
}
