package dataclasses

import (
	"strings"

	"layerglass/core/python/object"
)

// instanceFields returns the fields of an instance of a dataclass; ok is false for classes and other objects.
func instanceFields(o object.Object) ([]*field, bool) {
	if _, isClass := o.(*object.Class); isClass {
		return nil, false
	}
	return plainFields(o.Class())
}

func asDict(t *object.Thread, a []object.Object) (object.Object, error) {
	if _, ok := instanceFields(a[0]); !ok {
		return nil, object.TypeError("asdict() should be called on dataclass instances")
	}
	return unfold(t, a[0], func(fields []*field, values []object.Object) (object.Object, error) {
		if a[1] == nil {
			d := object.NewDictSize(len(fields))
			for i, f := range fields {
				d.SetStr(f.key(), values[i])
			}
			return d, nil
		}
		pairs := make([]object.Object, len(fields))
		for i, f := range fields {
			pairs[i] = object.NewTuple(f.key(), values[i])
		}
		return object.Call(t, a[1], object.NewList(pairs...))
	})
}

func asTuple(t *object.Thread, a []object.Object) (object.Object, error) {
	if _, ok := instanceFields(a[0]); !ok {
		return nil, object.TypeError("astuple() should be called on dataclass instances")
	}
	return unfold(t, a[0], func(_ []*field, values []object.Object) (object.Object, error) {
		if a[1] == nil {
			return object.NewTuple(values...), nil
		}
		return object.Call(t, a[1], object.NewList(values...))
	})
}

// unfold copies a value with the dataclasses inside replaced by what build makes of their fields.
func unfold(t *object.Thread, o object.Object, build func([]*field, []object.Object) (object.Object, error)) (object.Object, error) {
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	again := func(v object.Object) (object.Object, error) { return unfold(t, v, build) }
	if fields, ok := instanceFields(o); ok {
		values := make([]object.Object, len(fields))
		for i, f := range fields {
			v, err := object.GetAttr(t, o, f.key())
			if err != nil {
				return nil, err
			}
			if values[i], err = again(v); err != nil {
				return nil, err
			}
		}
		return build(fields, values)
	}
	switch x := object.Of(o).(type) {
	case *object.Tuple:
		items, err := each(x.Items, again)
		if err != nil {
			return nil, err
		}
		if o.Class().Lookup(object.Intern("_fields")) != nil { // a named tuple takes its fields one by one
			return object.Call(t, o.Class(), items...)
		}
		return object.Call(t, o.Class(), object.NewList(items...))
	case *object.List:
		items, err := each(x.Items, again)
		if err != nil {
			return nil, err
		}
		return object.Call(t, o.Class(), object.NewList(items...))
	case *object.Dict:
		return unfoldDict(t, o.Class(), x, again)
	}
	m, err := t.Import(t, "copy")
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, m, "deepcopy", o)
}

func each(items []object.Object, f func(object.Object) (object.Object, error)) ([]object.Object, error) {
	out := make([]object.Object, len(items))
	for i, v := range items {
		var err error
		if out[i], err = f(v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func unfoldDict(t *object.Thread, c *object.Class, d *object.Dict, f func(object.Object) (object.Object, error)) (object.Object, error) {
	var pairs []object.Object
	for k, v := range d.All() {
		k, err := f(k)
		if err != nil {
			return nil, err
		}
		if v, err = f(v); err != nil {
			return nil, err
		}
		pairs = append(pairs, object.NewTuple(k, v))
	}
	return object.Call(t, c, object.NewList(pairs...))
}

func replace(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 {
		return nil, object.TypeError("replace() takes 1 positional argument but %d were given", len(a.Pos))
	}
	obj := a.Pos[0]
	if _, ok := instanceFields(obj); !ok {
		return nil, object.TypeError("replace() should be called on dataclass instances")
	}
	kw := append([]object.Kwarg(nil), a.Kw...)
	for _, v := range lookup(obj.Class()).All() {
		f := v.(*field)
		if f.kind == isClassVar {
			continue
		}
		given := a.Get(f.key().String()) != nil
		switch {
		case !yes(f.init) && given:
			return nil, object.ValueError("field %s is declared with init=False, it cannot be specified with replace()", f.key().String())
		case !yes(f.init) || given:
		case f.kind == isInitVar && f.def == missing:
			return nil, object.ValueError("InitVar %s must be specified with replace()", object.QuoteStr(f.key().String()))
		default:
			v, err := object.GetAttr(t, obj, f.key())
			if err != nil {
				return nil, err
			}
			kw = append(kw, object.Kwarg{Name: f.key(), Value: v})
		}
	}
	return object.CallArgs(t, obj.Class(), object.Args{Kw: kw})
}

const keywords = " False None True and as assert async await break class continue def del elif else except finally for from global if import in is " +
	"lambda nonlocal not or pass raise return try while with yield "

func makeDataclass(t *object.Thread, a []object.Object) (object.Object, error) {
	if err := t.Spend(200); err != nil { // what a class statement would take
		return nil, err
	}
	name, ok := object.AsString(a[0])
	if !ok {
		return nil, object.TypeError("type.__new__() argument 1 must be str, not %s", object.ArgumentTypeName(a[0]))
	}
	ns := object.NewDict()
	if a[3] != object.None {
		if err := ns.Merge(t, a[3]); err != nil {
			return nil, err
		}
	}
	annotations, defaults := object.NewDict(), object.NewDict()
	err := object.Iterate(t, a[1], func(item object.Object) (bool, error) {
		return true, addField(t, item, annotations, defaults)
	})
	if err != nil {
		return nil, err
	}
	if err := ns.Update(t, defaults); err != nil {
		return nil, err
	}
	ns.SetName("__annotations__", annotations)
	if ns.GetName("__module__") == nil {
		ns.SetName("__module__", object.NewStr("types"))
	}
	bases, err := object.Items(t, a[2])
	if err != nil {
		return nil, err
	}
	v, err := object.BuildClass(t, name, bases, ns, nil, nil)
	if err != nil {
		return nil, err
	}
	return dataclass(t, append([]object.Object{v}, a[4:]...))
}

func addField(t *object.Thread, item object.Object, annotations, defaults *object.Dict) error {
	var name, typ, def object.Object = item, object.NewStr("typing.Any"), nil
	if _, ok := object.AsString(item); !ok {
		if _, err := object.Len(t, item); err != nil {
			return err
		}
		parts, err := object.Items(t, item)
		switch {
		case err != nil:
			return err
		case len(parts) == 2:
			name, typ = parts[0], parts[1]
		case len(parts) == 3:
			name, typ, def = parts[0], parts[1], parts[2]
		default:
			shown, err := object.Repr(t, item)
			if err != nil {
				return err
			}
			return object.TypeError("Invalid field: %s", shown)
		}
	}
	shown, err := object.Repr(t, name)
	if err != nil {
		return err
	}
	s, ok := object.AsString(name)
	switch {
	case !ok || !object.IsIdentifier(s):
		return object.TypeError("Field names must be valid identifiers: %s", shown)
	case strings.Contains(keywords, " "+s+" "):
		return object.TypeError("Field names must not be keywords: %s", shown)
	case annotations.GetName(s) != nil:
		return object.TypeError("Field name duplicated: %s", shown)
	}
	annotations.SetName(s, typ)
	if def != nil {
		defaults.SetName(s, def)
	}
	return nil
}
