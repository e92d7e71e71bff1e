// Package collections is Python's modules collections and collections.abc.
package collections

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("collections", load)
	lib.Register("collections.abc", loadABC)
	lib.Register("_collections_abc", loadABC)
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("collections")
	for _, c := range []*object.Class{defaultDict, orderedDict, counter, dequeClass, chainMap} {
		m.Dict.SetName(c.Name, c)
	}
	f := object.Func("namedtuple", "(typename, field_names, *, rename=False, defaults=None, module=None)",
		"Makes a tuple class with named fields.", namedTuple)
	f.Module = "collections"
	bind.Python(f)
	m.Dict.SetName("namedtuple", f.AsFunction())
	m.Names = func() []string { return []string{"UserDict", "UserList", "UserString", "abc"} }
	m.Lazy = func(t *object.Thread, name string) (object.Object, error) {
		switch name {
		case "abc":
			return t.Import(t, "collections.abc")
		case "UserDict", "UserList", "UserString": // they derive from classes of collections.abc
			users, err := userClasses(t)
			if err != nil {
				return nil, err
			}
			lib.AddClasses(m, users...)
			return m.Dict.GetName(name), nil
		}
		return nil, nil
	}
	return m, nil
}

// merging is | of two dicts: the result is of the class of self.
func merging(name string, reflected bool, copied func(*object.Thread, []object.Object) (object.Object, error)) *object.Builtin {
	return object.Func(name, "(self, value, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		other := dictOf(a[1])
		if other == nil {
			return object.NotImplemented, nil
		}
		out, err := copied(t, a[:1])
		if err != nil {
			return nil, err
		}
		d := dictOf(out)
		if !reflected {
			return out, d.Update(t, other)
		}
		own := d.Copy()
		d.Clear()
		if err := d.Update(t, other); err != nil {
			return nil, err
		}
		return out, d.Update(t, own)
	})
}

// orderedView is a view of an OrderedDict, which shows another name.
type orderedView struct {
	*object.DictView
	class *object.Class
}

// Class returns odict_keys, odict_values or odict_items.
func (v *orderedView) Class() *object.Class { return v.class }

// Repr shows the items behind the view's own name.
func (v *orderedView) Repr(t *object.Thread) (string, error) {
	s, err := v.DictView.Repr(t)
	return "o" + s, err
}

func view(name, class string) *object.Builtin {
	c := object.NewType(class, "builtins", nil).Final()
	c.Protocols(&orderedView{}, object.And, object.Or, object.Sub, object.Xor)
	c.Methods(object.Func("__reversed__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.CallMethod(t, a[0].(*orderedView).DictView, "__reversed__")
	}))
	return object.Func(name, "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		d := dictOf(a[0])
		switch name {
		case "keys":
			return &orderedView{object.NewDictKeys(d), c}, nil
		case "values":
			return &orderedView{object.NewDictValues(d), c}, nil
		}
		return &orderedView{object.NewDictItems(d), c}, nil
	})
}

// dictOf returns the dict inside an instance of one of this module's dict classes.
func dictOf(o object.Object) *object.Dict {
	d, _ := object.Of(o).(*object.Dict)
	return d
}

// fill calls dict's own __init__ with the arguments.
func fill(t *object.Thread, self object.Object, a object.Args) error {
	init := object.DictClass.Lookup(object.Intern("__init__"))
	_, err := object.CallArgs(t, init, a.Prepend(self))
	return err
}

var (
	defaultDict = object.NewType("defaultdict", "collections", object.DictClass)
	orderedDict = object.NewType("OrderedDict", "collections", object.DictClass)
)

// factory is the hidden state of a defaultdict.
type factory struct{ make object.Object }

// CopyState lets copy and deepcopy take the factory along.
func (f *factory) CopyState(*object.Thread, *object.Instance, func(object.Object) (object.Object, error)) (any, error) {
	return &factory{f.make}, nil
}

func factoryOf(self object.Object) *factory {
	i := self.(*object.Instance)
	f, ok := i.State.(*factory)
	if !ok {
		f = &factory{object.None}
		i.State = f
	}
	return f
}

func init() {
	defaultDict.Methods(
		object.RawFunc("__init__", "(self, default_factory=None, /, *args, **kwargs)", "", initDefaultDict),
		object.Func("__missing__", "(self, key, /)", "Makes the value of a key that is not there.", missing),
		object.Func("__repr__", "(self, /)", "", reprDefaultDict),
		object.Func("copy", "(self, /)", "Returns a shallow copy.", copyDefaultDict),
		object.Func("__copy__", "(self, /)", "Returns a shallow copy.", copyDefaultDict),
		merging("__or__", false, copyDefaultDict), merging("__ror__", true, copyDefaultDict),
	)
	defaultDict.LongName = "collections.defaultdict"
	orderedDict.LongName = "collections.OrderedDict"
	orderedDict.Methods(view("keys", "odict_keys"), view("values", "odict_values"), view("items", "odict_items"),
		merging("__or__", false, copyOrdered), merging("__ror__", true, copyOrdered))
	defaultDict.GetterSetter("default_factory", "What makes the value of a missing key.",
		func(_ *object.Thread, self object.Object) (object.Object, error) { return factoryOf(self).make, nil },
		func(_ *object.Thread, self, v object.Object) error { factoryOf(self).make = v; return nil })
	orderedDict.Methods(
		object.Func("move_to_end", "(self, key, last=True)", "Moves a key to an end.", moveToEnd),
		object.Func("popitem", "(self, last=True)", "Removes and returns an item from an end.", popItem),
		object.Func("__repr__", "(self, /)", "", reprOrdered),
		object.Func("__eq__", "(self, value, /)", "", equalOrdered),
		object.Func("__ne__", "(self, value, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := equalOrdered(t, a)
			if err != nil || v == object.NotImplemented {
				return v, err
			}
			return object.Bool(v == object.Object(object.False)), nil
		}),
		object.Func("pop", "(self, key, default=?)", "Removes a key and returns its value, or the default.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if a[2] == nil {
				return object.CallMethod(t, dictOf(a[0]), "pop", a[1])
			}
			return object.CallMethod(t, dictOf(a[0]), "pop", a[1], a[2])
		}),
		object.Func("setdefault", "(self, key, default=None)", "Returns the value of a key, which is the default if it was not there.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return object.CallMethod(t, dictOf(a[0]), "setdefault", a[1], a[2])
			}),
		object.Func("copy", "(self, /)", "Returns a shallow copy.", copyOrdered),
		object.Func("__copy__", "(self, /)", "Returns a shallow copy.", copyOrdered),
	)
	orderedDict.ClassMethods(object.Func("fromkeys", "(cls, iterable, value=None)", "Returns an OrderedDict of the keys with one value.", fromKeysOrdered))
	orderedDict.Set("__hash__", object.None)
}

func initDefaultDict(t *object.Thread, a object.Args) (object.Object, error) {
	self, rest := a.Pos[0], a.Pos[1:]
	if len(rest) > 0 {
		if rest[0] != object.None && !object.IsCallable(rest[0]) {
			return nil, object.TypeError("first argument must be callable or None")
		}
		factoryOf(self).make = rest[0]
		rest = rest[1:]
	}
	return object.None, fill(t, self, object.Args{Pos: rest, Kw: a.Kw})
}

func missing(t *object.Thread, a []object.Object) (object.Object, error) {
	f := factoryOf(a[0])
	if f.make == object.None {
		return nil, object.KeyError(a[1])
	}
	v, err := object.Call(t, f.make)
	if err != nil {
		return nil, err
	}
	return v, object.SetItem(t, a[0], a[1], v)
}

func reprDefaultDict(t *object.Thread, a []object.Object) (object.Object, error) {
	if !t.Enter(a[0]) {
		return object.NewStr("defaultdict(...)"), nil
	}
	defer t.Leave(a[0])
	f, err := object.Repr(t, factoryOf(a[0]).make)
	if err != nil {
		return nil, err
	}
	d, err := object.Repr(t, dictOf(a[0]))
	return object.NewStr(a[0].Class().Name + "(" + f + ", " + d + ")"), err
}

func copyDefaultDict(t *object.Thread, a []object.Object) (object.Object, error) {
	return object.Call(t, a[0].Class(), factoryOf(a[0]).make, dictOf(a[0]))
}

func copyOrdered(t *object.Thread, a []object.Object) (object.Object, error) {
	return object.Call(t, a[0].Class(), dictOf(a[0]))
}

func moveToEnd(t *object.Thread, a []object.Object) (object.Object, error) {
	d := dictOf(a[0])
	last, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	v, err := d.Delete(t, a[1])
	if err != nil {
		return nil, err
	}
	if v == nil {
		return nil, object.KeyError(a[1])
	}
	if last {
		return object.None, d.Set(t, a[1], v)
	}
	rest := d.Copy()
	d.Clear()
	if err := d.Set(t, a[1], v); err != nil {
		return nil, err
	}
	return object.None, d.Update(t, rest)
}

func popItem(t *object.Thread, a []object.Object) (object.Object, error) {
	d := dictOf(a[0])
	last, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	var key, value object.Object
	for k, v := range d.All() {
		key, value = k, v
		if !last {
			break
		}
	}
	if key == nil {
		return nil, object.KeyError(object.NewStr("dictionary is empty"))
	}
	_, err = d.Delete(t, key)
	return object.NewTuple(key, value), err
}

func reprOrdered(t *object.Thread, a []object.Object) (object.Object, error) {
	name := a[0].Class().Name
	if dictOf(a[0]).Len() == 0 {
		return object.NewStr(name + "()"), nil
	}
	if !t.Enter(a[0]) {
		return object.NewStr("..."), nil
	}
	defer t.Leave(a[0])
	var parts []string
	for k, v := range dictOf(a[0]).All() {
		s, err := object.Repr(t, object.NewTuple(k, v))
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	return object.NewStr(name + "([" + strings.Join(parts, ", ") + "])"), nil
}

func fromKeysOrdered(t *object.Thread, a []object.Object) (object.Object, error) {
	v, err := object.Call(t, a[0])
	if err != nil {
		return nil, err
	}
	err = object.Iterate(t, a[1], func(key object.Object) (bool, error) { return true, object.SetItem(t, v, key, a[2]) })
	return v, err
}

// equalOrdered compares the order too when both sides are ordered.
func equalOrdered(t *object.Thread, a []object.Object) (object.Object, error) {
	other := dictOf(a[1])
	if other == nil {
		return object.NotImplemented, nil
	}
	same, err := object.Equal(t, dictOf(a[0]), other)
	if !same || err != nil || !a[1].Class().IsSubclass(orderedDict) {
		return object.Bool(same), err
	}
	left, err := object.Items(t, dictOf(a[0]))
	if err != nil {
		return nil, err
	}
	right, err := object.Items(t, other)
	if err != nil {
		return nil, err
	}
	same, err = object.Equal(t, object.NewList(left...), object.NewList(right...))
	return object.Bool(same), err
}
