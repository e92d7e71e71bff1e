package layers

import (
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// containers are the session's classes of tracked containers, by the class they derive from.
type containers map[*object.Class]*object.Class

type containersKey struct{}

// container is the State of a tracked container: whose state it tells.
type container struct{ of *tracker }

// trackContainer turns a list, dict or set into one that tells the layer of what is put into it.
func (k *tracker) trackContainer(t *object.Thread, v object.Object) (object.Object, error) {
	if i, ok := v.(*object.Instance); ok {
		if c, ok := i.State.(*container); ok && c.of == k {
			return v, nil
		}
	}
	if err := t.Deeper(); err != nil { // a list that holds itself
		return nil, err
	}
	defer t.Shallower()
	switch x := object.Of(v).(type) {
	case *object.List:
		out := object.NewList()
		for _, item := range x.Items {
			w, err := k.track(t, item)
			if err != nil {
				return nil, err
			}
			out.Items = append(out.Items, w)
		}
		return k.wrap(t, "TrackedList", object.ListClass, out), nil
	case *object.Dict:
		return k.trackDict(t, v, x)
	case *object.Set:
		if err := object.Iterate(t, x, func(item object.Object) (bool, error) {
			_, err := k.track(t, item)
			return true, err
		}); err != nil {
			return nil, err
		}
		copied, err := object.CallMethod(t, v, "copy")
		if err != nil {
			return nil, err
		}
		return k.wrap(t, "TrackedSet", object.SetClass, object.Of(copied)), nil
	}
	return v, nil
}

func (k *tracker) trackDict(t *object.Thread, v object.Object, x *object.Dict) (object.Object, error) {
	out := object.NewDictSize(x.Len())
	for pos := 0; ; {
		key, item, next, ok := x.Next(pos)
		if !ok {
			break
		}
		pos = next
		w, err := k.track(t, item)
		if err != nil {
			return nil, err
		}
		if err := out.Set(t, key, w); err != nil {
			return nil, err
		}
	}
	if v.Class().Name == "OrderedDict" {
		return k.wrap(t, "TrackedOrderedDict", v.Class(), out), nil
	}
	return k.wrap(t, "TrackedDict", object.DictClass, out), nil
}

func (k *tracker) wrap(t *object.Thread, name string, base *object.Class, native object.Object) object.Object {
	made := t.State(containersKey{}, func() any { return containers{} }).(containers)
	cls := made[base]
	if cls == nil {
		var err error
		cls, err = object.NewClass(t, name, "keras.src.utils.tracking", []*object.Class{base}, object.NewDict(), object.TypeClass)
		if err != nil {
			return native
		}
		tree.MarkNode(cls)
		watch(cls, base)
		made[base] = cls
	}
	i := object.NewInstance(cls)
	i.Native, i.State = native, &container{k}
	return i
}

// watch overrides the methods by which something comes into a container or leaves it.
func watch(cls, base *object.Class) {
	adds := map[string]int{"append": 0, "insert": 1, "__setitem__": 1, "add": 0, "setdefault": 1}
	if base == object.ListClass {
		delete(adds, "__setitem__") // as in Keras: an item that is replaced is not noted
	}
	for name, at := range adds {
		override(cls, base, name, func(t *object.Thread, k *tracker, a object.Args) error {
			if at < len(a.Pos) {
				_, err := k.track(t, a.Pos[at])
				return err
			}
			return nil
		}, nil)
	}
	for _, name := range []string{"extend", "update", "__iadd__", "__ior__"} {
		override(cls, base, name, trackAll, nil)
	}
	for _, name := range []string{"pop", "popitem"} {
		override(cls, base, name, nil, func(k *tracker, result object.Object) {
			if pair, ok := result.(*object.Tuple); ok && name == "popitem" && pair.Len() == 2 {
				result = pair.Items[1]
			}
			k.untrack(result)
		})
	}
	override(cls, base, "remove", func(_ *object.Thread, k *tracker, a object.Args) error {
		if len(a.Pos) > 0 {
			k.untrack(a.Pos[0])
		}
		return nil
	}, nil)
}

func trackAll(t *object.Thread, k *tracker, a object.Args) error {
	if len(a.Pos) == 0 {
		return nil
	}
	if d, ok := object.Of(a.Pos[0]).(*object.Dict); ok {
		for _, v := range d.All() {
			if _, err := k.track(t, v); err != nil {
				return err
			}
		}
		return nil
	}
	switch object.Of(a.Pos[0]).(type) {
	case *object.List, *object.Tuple, *object.Set: // anything else could be read once only
		return object.Iterate(t, a.Pos[0], func(v object.Object) (bool, error) {
			_, err := k.track(t, v)
			return true, err
		})
	}
	return nil
}

// override puts a method before the base class's own that runs before or after it.
func override(cls, base *object.Class, name string, before func(*object.Thread, *tracker, object.Args) error,
	after func(*tracker, object.Object)) {
	original := base.Lookup(object.Intern(name))
	if original == nil {
		return
	}
	cls.Methods(object.RawFunc(name, "(self, *args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		i, ok := a.Pos[0].(*object.Instance)
		if !ok {
			return nil, object.TypeError("%s() needs a %s", name, cls.Name)
		}
		c, watched := i.State.(*container)
		if watched && before != nil {
			if err := before(t, c.of, object.Args{Pos: a.Pos[1:], Kw: a.Kw}); err != nil {
				return nil, err
			}
		}
		result, err := object.CallArgs(t, original, a)
		if watched && after != nil && err == nil {
			after(c.of, result)
		}
		return result, err
	}))
}
