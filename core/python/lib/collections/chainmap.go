package collections

import (
	"strings"

	"layerglass/core/python/object"
)

// chainMap's objects keep their dicts in the attribute maps, as Python's own do.
var chainMap = object.NewType("ChainMap", "collections", nil)

func mapsOf(t *object.Thread, self object.Object) ([]object.Object, error) {
	v, err := object.GetAttr(t, self, object.Intern("maps"))
	if err != nil {
		return nil, err
	}
	return object.Items(t, v)
}

// merged returns one dict in the order in which ChainMap iterates: the last map's keys first.
func merged(t *object.Thread, self object.Object) (*object.Dict, error) {
	maps, err := mapsOf(t, self)
	if err != nil {
		return nil, err
	}
	out := object.NewDict()
	for i := len(maps) - 1; i >= 0; i-- {
		d := dictOf(maps[i])
		if d == nil {
			var err error
			if d, err = snapshot(t, maps[i]); err != nil {
				return nil, err
			}
		}
		if err := out.Update(t, d); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// inAny reports whether one of the maps of a ChainMap has a key.
func inAny(t *object.Thread, self, key object.Object) (bool, error) {
	maps, err := mapsOf(t, self)
	if err != nil {
		return false, err
	}
	for _, m := range maps {
		if in, err := object.Contains(t, m, key); in || err != nil {
			return in, err
		}
	}
	return false, nil
}

func newChild(t *object.Thread, self object.Object, maps []object.Object) (object.Object, error) {
	return object.Call(t, self.Class(), maps...)
}

func init() {
	viaDict := func(name, sig string) *object.Builtin {
		return object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, err := merged(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, d, name, a[1:]...)
		})
	}
	mappingMixins(chainMap)
	mutableMappingMixins(chainMap)
	chainMap.Methods(
		object.Func("__missing__", "(self, key)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return nil, object.KeyError(a[1]) }),
		object.Func("__init__", "(self, *maps)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps := append([]object.Object(nil), a[1].(*object.Tuple).Items...)
			if len(maps) == 0 {
				maps = append(maps, object.NewDict())
			}
			return object.None, object.SetAttr(t, a[0], object.Intern("maps"), object.NewList(maps...))
		}),
		object.Func("__getitem__", "(self, key)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			for _, m := range maps { // each is asked, so that a defaultdict makes its value and what is no mapping complains
				v, err := object.GetItem(t, m, a[1])
				if !object.IsKind(err, object.KeyErrorClass) {
					return v, err
				}
			}
			return object.CallMethod(t, a[0], "__missing__", a[1])
		}),
		object.Func("__setitem__", "(self, key, value)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.None, object.SetItem(t, maps[0], a[1], a[2])
		}),
		object.Func("__delitem__", "(self, key)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.None, keyInFirst(t, object.DelItem(t, maps[0], a[1]), a[1])
		}),
		object.RawFunc("pop", "(self, key, *args)", "Removes a key of the first map.", func(t *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) < 2 {
				return nil, object.TypeError("ChainMap.pop() missing 1 required positional argument: 'key'")
			}
			maps, err := mapsOf(t, a.Pos[0])
			if err != nil {
				return nil, err
			}
			v, err := object.CallMethod(t, maps[0], "pop", a.Pos[1:]...)
			return v, keyInFirst(t, err, a.Pos[1])
		}),
		object.Func("popitem", "(self)", "Removes an item of the first map.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			v, err := object.CallMethod(t, maps[0], "popitem")
			if object.IsKind(err, object.KeyErrorClass) {
				return nil, object.KeyError(object.NewStr("No keys found in the first mapping."))
			}
			return v, err
		}),
		object.Func("clear", "(self)", "Empties the first map.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, maps[0], "clear")
		}),
		object.Func("copy", "(self)", "Returns a chain with a copy of the first map.", copyChain),
		object.Func("__copy__", "(self)", "Returns a chain with a copy of the first map.", copyChain),
		object.Func("__or__", "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			other, err := asDict(t, a[1])
			if other == nil || err != nil {
				return object.NotImplemented, err
			}
			out, err := copyChain(t, a[:1])
			if err != nil {
				return nil, err
			}
			maps, err := mapsOf(t, out)
			if err != nil {
				return nil, err
			}
			_, err = object.CallMethod(t, maps[0], "update", other)
			return out, err
		}),
		object.Func("__ror__", "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			other, err := asDict(t, a[1])
			if other == nil || err != nil {
				return object.NotImplemented, err
			}
			own, err := merged(t, a[0])
			if err != nil {
				return nil, err
			}
			both := other.Copy()
			if err := both.Update(t, own); err != nil {
				return nil, err
			}
			return newChild(t, a[0], []object.Object{both})
		}),
		object.Func("__ior__", "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			_, err = object.CallMethod(t, maps[0], "update", a[1])
			return a[0], err
		}),
		object.Func("__bool__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, err := merged(t, a[0])
			return object.Bool(err == nil && d.Len() > 0), err
		}),
		object.Func("new_child", "(self, m=None)", "Puts a dict in front.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			if err != nil {
				return nil, err
			}
			front := a[1]
			if front == object.None {
				front = object.NewDict()
			}
			return newChild(t, a[0], append([]object.Object{front}, maps...))
		}),
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps, err := mapsOf(t, a[0])
			var parts []string
			for _, m := range maps {
				s, e := object.Repr(t, m)
				if e != nil {
					return nil, e
				}
				parts = append(parts, s)
			}
			return object.NewStr(a[0].Class().Name + "(" + strings.Join(parts, ", ") + ")"), err
		}),
		viaDict("__len__", "(self)"), viaDict("__iter__", "(self)"),
		object.Func("__contains__", "(self, key)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			in, err := inAny(t, a[0], a[1])
			return object.Bool(in), err
		}),
		object.Func("get", "(self, key, default=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if in, err := inAny(t, a[0], a[1]); err != nil || !in {
				return a[2], err
			}
			return object.GetItem(t, a[0], a[1])
		}),
	)
	chainMap.Getter("parents", "The maps behind the first.", func(t *object.Thread, self object.Object) (object.Object, error) {
		maps, err := mapsOf(t, self)
		if err != nil {
			return nil, err
		}
		return newChild(t, self, maps[1:])
	})
}

// keyInFirst words the KeyError of a key that the first map lacks.
func keyInFirst(t *object.Thread, err error, key object.Object) error {
	if !object.IsKind(err, object.KeyErrorClass) {
		return err
	}
	s, bad := object.Repr(t, key)
	if bad != nil {
		return bad
	}
	return object.KeyError(object.NewStr("Key not found in the first mapping: " + s))
}

func copyChain(t *object.Thread, a []object.Object) (object.Object, error) {
	maps, err := mapsOf(t, a[0])
	if err != nil {
		return nil, err
	}
	first, err := object.CallMethod(t, maps[0], "copy")
	if err != nil {
		return nil, err
	}
	return newChild(t, a[0], append([]object.Object{first}, maps[1:]...))
}

// asDict returns a dict or chain as one dict, nil for any other object.
func asDict(t *object.Thread, o object.Object) (*object.Dict, error) {
	if o.Class().IsSubclass(chainMap) {
		return merged(t, o)
	}
	return dictOf(o), nil
}
