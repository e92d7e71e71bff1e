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
			return nil, object.TypeError("ChainMap takes dicts, got a %s", maps[i].Class().Name)
		}
		if err := out.Update(t, d); err != nil {
			return nil, err
		}
	}
	return out, nil
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
	chainMap.Methods(
		object.Func("__init__", "(self, *maps)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			maps := append([]object.Object(nil), a[1].(*object.Tuple).Items...)
			if len(maps) == 0 {
				maps = append(maps, object.NewDict())
			}
			return object.None, object.SetAttr(t, a[0], object.Intern("maps"), object.NewList(maps...))
		}),
		object.Func("__getitem__", "(self, key)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, err := merged(t, a[0])
			if err != nil {
				return nil, err
			}
			v, err := d.Get(t, a[1])
			if v == nil && err == nil {
				err = object.KeyError(a[1])
			}
			return v, err
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
			return object.None, object.DelItem(t, maps[0], a[1])
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
		viaDict("__len__", "(self)"), viaDict("__iter__", "(self)"), viaDict("__contains__", "(self, key)"),
		viaDict("get", "(self, key, default=None)"), viaDict("keys", "(self)"), viaDict("values", "(self)"), viaDict("items", "(self)"),
	)
	chainMap.Getter("parents", "The maps behind the first.", func(t *object.Thread, self object.Object) (object.Object, error) {
		maps, err := mapsOf(t, self)
		if err != nil {
			return nil, err
		}
		return newChild(t, self, maps[1:])
	})
}
