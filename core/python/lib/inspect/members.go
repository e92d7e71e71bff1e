package inspect

import (
	"sort"

	"layerglass/core/python/object"
)

func getMembers(t *object.Thread, a []object.Object) (object.Object, error) {
	return members(t, a[0], a[1], func(name *object.Str) (object.Object, error) {
		v, err := attribute(t, a[0], name.String())
		if v != nil || err != nil {
			return v, err
		}
		return static(a[0], name), nil
	})
}

func getMembersStatic(t *object.Thread, a []object.Object) (object.Object, error) {
	return members(t, a[0], a[1], func(name *object.Str) (object.Object, error) { return static(a[0], name), nil })
}

func members(t *object.Thread, o, predicate object.Object, get func(name *object.Str) (object.Object, error)) (object.Object, error) {
	names, err := object.Dir(t, o)
	if err != nil {
		return nil, err
	}
	list := object.NewList()
	for _, n := range names.Items {
		s, ok := object.AsString(n)
		if !ok {
			continue
		}
		v, err := get(object.Intern(s))
		if err != nil {
			return nil, err
		}
		if v == nil {
			continue
		}
		if predicate != object.None {
			r, err := object.Call(t, predicate, v)
			if err != nil {
				return nil, err
			}
			if ok, err := object.Truth(t, r); !ok || err != nil {
				if err != nil {
					return nil, err
				}
				continue
			}
		}
		list.Items = append(list.Items, object.NewTuple(n, v))
	}
	sort.SliceStable(list.Items, func(i, j int) bool { return memberName(list.Items[i]) < memberName(list.Items[j]) })
	return list, nil
}

func memberName(o object.Object) string {
	s, _ := object.AsString(o.(*object.Tuple).Items[0])
	return s
}

// static finds an attribute in the instance's dict and the class's namespaces, without binding it.
func static(o object.Object, name *object.Str) object.Object {
	if c, ok := o.(*object.Class); ok {
		if v := c.Lookup(name); v != nil {
			return v
		}
	} else if h, ok := o.(object.HasDict); ok {
		if d := h.AttrDict(false); d != nil {
			if v := d.GetStr(name); v != nil {
				return v
			}
		}
	}
	return o.Class().Lookup(name)
}

func getAttrStatic(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := object.AttributeName(a[1])
	if err != nil {
		return nil, err
	}
	if v := static(a[0], name); v != nil {
		return v, nil
	}
	if a[2] != nil {
		return a[2], nil
	}
	return nil, object.AttributeError(a[0], name.String(), "%s", name.String())
}

func getAnnotations(t *object.Thread, a []object.Object) (object.Object, error) {
	var v object.Object
	if c, ok := a[0].(*object.Class); ok {
		v = c.Dict().GetName("__annotations__")
	} else {
		var err error
		if v, err = attribute(t, a[0], "__annotations__"); err != nil {
			return nil, err
		}
		if _, isModule := a[0].(*object.Module); v == nil && !isModule && !object.IsCallable(a[0]) {
			s, err := object.Repr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, object.TypeError("%s is not a module, class, or callable.", s)
		}
	}
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		return object.NewDict(), nil
	}
	eval, err := object.Truth(t, a[3])
	if err != nil || !eval {
		return d.Copy(), err
	}
	return evaluated(t, a[0], d, a[1], a[2])
}

// evaluated evaluates the annotations that are text.
func evaluated(t *object.Thread, o object.Object, d *object.Dict, globals, locals object.Object) (object.Object, error) {
	if globals == object.None {
		if g, err := attribute(t, o, "__globals__"); g != nil && err == nil {
			globals = g
		} else if m, ok := t.Modules.GetName(moduleOf(t, o)).(*object.Module); ok {
			globals = m.Dict
		} else {
			globals = object.NewDict()
		}
	}
	out := object.NewDict()
	for k, v := range d.Copy().All() {
		if s, ok := v.(*object.Str); ok {
			var err error
			if v, err = object.Call(t, t.Builtins.GetName("eval"), s, globals, locals); err != nil {
				return nil, err
			}
		}
		if err := out.Set(t, k, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}
