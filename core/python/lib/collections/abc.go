package collections

import (
	"layerglass/core/python/lib/abc"
	"layerglass/core/python/object"
)

// contract is one class of collections.abc: what a class must have to count as one, and the built-in types that do.
type contract struct {
	name     string
	bases    []string
	abstract []string
	// structural says that having the methods is enough (Iterable, Sized …); otherwise a class must derive or be registered.
	structural bool
	builtin    []*object.Class
}

var contracts = []contract{
	{name: "Hashable", abstract: []string{"__hash__"}, structural: true},
	{name: "Iterable", abstract: []string{"__iter__"}, structural: true},
	{name: "Iterator", bases: []string{"Iterable"}, abstract: []string{"__next__", "__iter__"}, structural: true},
	{name: "Reversible", bases: []string{"Iterable"}, abstract: []string{"__reversed__", "__iter__"}, structural: true},
	{name: "Generator", bases: []string{"Iterator"}, abstract: []string{"send", "throw", "close", "__iter__", "__next__"}, structural: true},
	{name: "Sized", abstract: []string{"__len__"}, structural: true},
	{name: "Container", abstract: []string{"__contains__"}, structural: true},
	{name: "Callable", abstract: []string{"__call__"}, structural: true},
	{name: "Collection", bases: []string{"Sized", "Iterable", "Container"}, abstract: []string{"__len__", "__iter__", "__contains__"}, structural: true},
	{name: "Sequence", bases: []string{"Reversible", "Collection"}, abstract: []string{"__getitem__", "__len__"},
		builtin: []*object.Class{object.TupleClass, object.StrClass, object.RangeClass, object.BytesClass, object.ListClass, object.ByteArrayClass, dequeClass}},
	{name: "MutableSequence", bases: []string{"Sequence"}, abstract: []string{"__getitem__", "__setitem__", "__delitem__", "__len__", "insert"},
		builtin: []*object.Class{object.ListClass, object.ByteArrayClass, dequeClass}},
	{name: "ByteString", bases: []string{"Sequence"}, builtin: []*object.Class{object.BytesClass, object.ByteArrayClass}},
	{name: "Set", bases: []string{"Collection"}, abstract: []string{"__contains__", "__iter__", "__len__"},
		builtin: []*object.Class{object.FrozenSetClass, object.SetClass, object.DictKeysClass, object.DictItemsClass}},
	{name: "MutableSet", bases: []string{"Set"}, abstract: []string{"__contains__", "__iter__", "__len__", "add", "discard"}, builtin: []*object.Class{object.SetClass}},
	{name: "Mapping", bases: []string{"Collection"}, abstract: []string{"__getitem__", "__iter__", "__len__"},
		builtin: []*object.Class{object.DictClass, object.MappingProxyClass}},
	{name: "MutableMapping", bases: []string{"Mapping"}, abstract: []string{"__getitem__", "__setitem__", "__delitem__", "__iter__", "__len__"},
		builtin: []*object.Class{object.DictClass, chainMap}},
	{name: "MappingView", bases: []string{"Sized"}},
	{name: "KeysView", bases: []string{"MappingView", "Set"}, builtin: []*object.Class{object.DictKeysClass}},
	{name: "ItemsView", bases: []string{"MappingView", "Set"}, builtin: []*object.Class{object.DictItemsClass}},
	{name: "ValuesView", bases: []string{"MappingView", "Collection"}, builtin: []*object.Class{object.DictValuesClass}},
	{name: "Awaitable", abstract: []string{"__await__"}, structural: true},
	{name: "Coroutine", bases: []string{"Awaitable"}, abstract: []string{"__await__", "send", "throw", "close"}, structural: true},
	{name: "AsyncIterable", abstract: []string{"__aiter__"}, structural: true},
	{name: "AsyncIterator", bases: []string{"AsyncIterable"}, abstract: []string{"__anext__", "__aiter__"}, structural: true},
}

func loadABC(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("collections.abc")
	made := map[string]*object.Class{}
	for _, c := range contracts {
		cls, err := c.class(t, made)
		if err != nil {
			return nil, err
		}
		made[c.name] = cls
		m.Dict.SetName(c.name, cls)
	}
	return m, nil
}

func (c *contract) class(t *object.Thread, made map[string]*object.Class) (*object.Class, error) {
	var bases []*object.Class
	for _, b := range c.bases {
		bases = append(bases, made[b])
	}
	cls, err := object.NewClass(t, c.name, "collections.abc", bases, object.NewDict(), abc.Meta)
	if err != nil {
		return nil, err
	}
	for _, name := range c.abstract {
		if cls.Dict().GetName(name) == nil {
			f := object.Func(name, "(self, *args, **kwargs)", "", func(*object.Thread, []object.Object) (object.Object, error) {
				return c.bare(name)
			})
			f.AttrDict(true).SetName("__isabstractmethod__", object.True)
			cls.Methods(f)
		}
	}
	mixins(c.name, cls)
	cls.SetAbstract(c.abstract)
	cls.Tag = c
	cls.ClassMethods(object.Func("__subclasshook__", "(cls, C, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return hook(a[0].(*object.Class), a[1])
	}), object.Func("__class_getitem__", "(cls, item, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.NewGenericAlias(a[0], a[1]), nil
	}))
	return cls, nil
}

// bare is what an abstract method does when a class calls it by super(): nothing is in the container, and nothing comes of it.
func (c *contract) bare(name string) (object.Object, error) {
	switch name {
	case "__hash__", "__len__":
		return object.Int(0), nil
	case "__iter__", "__reversed__":
		return object.NewTuple().Iter(nil)
	case "__contains__", "__call__":
		return object.False, nil
	case "__next__", "send":
		return nil, object.NewException(object.StopIterationClass)
	case "__getitem__", "__setitem__", "__delitem__":
		if c.name == "Mapping" || c.name == "MutableMapping" {
			return nil, object.NewException(object.KeyErrorClass)
		}
		return nil, object.NewException(object.IndexErrorClass)
	case "insert":
		return nil, object.NewException(object.IndexErrorClass)
	}
	return nil, object.NewException(object.NotImplementedErrClass)
}

// hook answers for the class itself, not for one that derives from it.
func hook(cls *object.Class, sub object.Object) (object.Object, error) {
	c, ok := cls.Tag.(*contract)
	s, isClass := sub.(*object.Class)
	if !ok || !isClass {
		return object.NotImplemented, nil
	}
	if c.counts(s) {
		return object.True, nil
	}
	if !c.structural {
		return object.NotImplemented, nil
	}
	for _, name := range c.abstract {
		if v := s.Lookup(object.Intern(name)); v == nil || v == object.None {
			return object.NotImplemented, nil
		}
	}
	return object.True, nil
}

// counts reports whether a class derives from a built-in type that counts as one of this kind, or of a kind derived from
// it: a tuple is a Sequence, and so it is Reversible.
func (c *contract) counts(s *object.Class) bool {
	for _, b := range c.builtin {
		if s.IsSubclass(b) {
			return true
		}
	}
	for i := range contracts {
		for _, base := range contracts[i].bases {
			if base == c.name && contracts[i].counts(s) {
				return true
			}
		}
	}
	return false
}
