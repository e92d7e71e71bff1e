package copy

import (
	"layerglass/core/python/object"
)

// reduced copies an object by what its __reduce_ex__ or __reduce__ returns; ok is false when its class has none of its own.
func (c *copier) reduced(o object.Object, again func(object.Object) (object.Object, error)) (v object.Object, ok bool, err error) {
	f, args := own(o, "__reduce_ex__"), []object.Object{object.Int(4)}
	if f == nil {
		f, args = own(o, "__reduce__"), nil
	}
	if f == nil {
		return nil, false, nil
	}
	name := "__reduce__"
	if args != nil {
		name = "__reduce_ex__"
	}
	m, err := object.Special(c.t, o, name)
	if err != nil {
		return nil, true, err
	}
	r, err := object.Call(c.t, m, args...)
	if err != nil {
		return nil, true, err
	}
	if _, isName := object.AsString(r); isName {
		return o, true, nil
	}
	parts, err := object.Items(c.t, r)
	if err != nil {
		return nil, true, err
	}
	if len(parts) < 2 || len(parts) > 6 {
		return nil, true, object.TypeError("tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	v, err = c.rebuild(o, parts, again)
	return v, true, err
}

// own finds a method that is not object's.
func own(o object.Object, name string) object.Object {
	key := object.Intern(name)
	m := o.Class().Lookup(key)
	if m == nil || m == object.ObjectClass.Lookup(key) {
		return nil
	}
	return m
}

// rebuild makes an object of the parts of a reduce tuple: callable, arguments, state, list items and dict items.
func (c *copier) rebuild(o object.Object, parts []object.Object, again func(object.Object) (object.Object, error)) (object.Object, error) {
	given, err := object.Items(c.t, parts[1])
	if err != nil {
		return nil, err
	}
	args := make([]object.Object, len(given))
	for i, v := range given {
		if args[i], err = again(v); err != nil {
			return nil, err
		}
	}
	v, err := object.Call(c.t, parts[0], args...)
	if err != nil {
		return nil, err
	}
	c.memo[o] = v
	if len(parts) > 2 && parts[2] != object.None {
		state, err := again(parts[2])
		if err != nil {
			return nil, err
		}
		if err := setState(c.t, v, state); err != nil {
			return nil, err
		}
	}
	if len(parts) > 3 && parts[3] != object.None {
		err := object.Iterate(c.t, parts[3], func(item object.Object) (bool, error) {
			item, err := again(item)
			if err == nil {
				_, err = object.CallMethod(c.t, v, "append", item)
			}
			return true, err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(parts) > 4 && parts[4] != object.None {
		err := object.Iterate(c.t, parts[4], func(item object.Object) (bool, error) {
			pair, err := object.Items(c.t, item)
			if err != nil || len(pair) != 2 {
				return false, object.ValueError("the dict items of __reduce__ are pairs")
			}
			key, err := again(pair[0])
			if err != nil {
				return false, err
			}
			value, err := again(pair[1])
			if err != nil {
				return false, err
			}
			return true, object.SetItem(c.t, v, key, value)
		})
		if err != nil {
			return nil, err
		}
	}
	return v, nil
}

// setState gives a new object its state, by __setstate__ or as attributes. A pair holds those of the dict and of the slots.
func setState(t *object.Thread, v, state object.Object) error {
	if m := own(v, "__setstate__"); m != nil {
		_, err := object.CallMethod(t, v, "__setstate__", state)
		return err
	}
	dict, slots := state, object.None
	if pair, ok := state.(*object.Tuple); ok && len(pair.Items) == 2 {
		dict, slots = pair.Items[0], pair.Items[1]
	}
	if d, ok := dict.(*object.Dict); ok {
		to, err := object.GetAttr(t, v, object.Intern("__dict__"))
		if err != nil {
			return err
		}
		attrs, ok := to.(*object.Dict)
		if !ok {
			return object.TypeError("'%s' object has no attributes of its own", v.Class().Name)
		}
		if err := attrs.Update(t, d); err != nil {
			return err
		}
	}
	if d, ok := slots.(*object.Dict); ok {
		for k, x := range d.All() {
			name, err := object.AttributeName(k)
			if err != nil {
				return err
			}
			if err := object.SetAttr(t, v, name, x); err != nil {
				return err
			}
		}
	}
	return nil
}

// slots copies the values of __slots__.
func (c *copier) slots(from, to *object.Instance, again func(object.Object) (object.Object, error)) error {
	for _, k := range from.Class().MRO {
		for _, name := range k.Slots {
			m, ok := k.Dict().GetName(name).(*object.Member)
			if !ok {
				continue
			}
			v, err := m.DescrGet(c.t, from, k)
			if object.IsKind(err, object.AttributeErrorClass) {
				continue // never set
			}
			if err == nil {
				v, err = again(v)
			}
			if err == nil {
				err = m.DescrSet(c.t, to, v)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// unpicklable are the built-in types whose objects cannot be copied in depth.
var unpicklable = map[*object.Class]bool{object.ModuleClass: true, object.GeneratorClass: true, object.FrameClass: true, object.TracebackClass: true, object.CellClass: true}
