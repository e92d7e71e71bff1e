package object

import "sort"

var objectInit *Builtin // object.__init__

// objectNew stands in the namespace of object for the __new__ of every class with a native New; see nativeNew.
var objectNew Object = &StaticMethod{}

// initObject complains about arguments that neither __new__ nor __init__ of the class takes.
func initObject(_ *Thread, a Args) (Object, error) {
	self := a.Pos[0]
	if len(a.Pos) == 1 && len(a.Kw) == 0 {
		return None, nil
	}
	cls := self.Class()
	if cls.Lookup(nameInit) != Object(objectInit) {
		return nil, TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if cls.Layout() == ObjectClass && !definedBelowObject(cls, nameNew) {
		return nil, TypeError("%s.__init__() takes exactly one argument (the instance to initialize)", cls.Name)
	}
	return None, nil
}

func init() {
	objectNew.(*StaticMethod).Func = newFunction(ObjectClass)
	objectInit = RawFunc("__init__", "(self, /, *args, **kwargs)", "Initialize self.", initObject)
	ObjectClass.dict.setStr(nameDoc, NewStr("The base class of all classes; its instances have no attributes of their own."))
	ObjectClass.dict.setStr(nameNew, objectNew)
	ObjectClass.Methods(
		objectInit,
		Func("__repr__", "(self, /)", "Return repr(self).", func(t *Thread, a []Object) (Object, error) {
			return NewStr(DefaultRepr(t, a[0])), nil
		}),
		Func("__str__", "(self, /)", "Return str(self).", func(t *Thread, a []Object) (Object, error) {
			s, err := Repr(t, a[0])
			return NewStr(s), err
		}),
		Func("__hash__", "(self, /)", "Return hash(self).", func(t *Thread, a []Object) (Object, error) {
			return Int(identityHash(t, a[0])), nil
		}),
		Func("__format__", "(self, format_spec, /)", "Return str(self); no format is understood.", formatObject),
		Func("__dir__", "(self, /)", "Return the names of the attributes.", func(t *Thread, a []Object) (Object, error) {
			return dirOf(t, a[0])
		}),
		Func("__sizeof__", "(self, /)", "Return a size in bytes; it says nothing of the real one.",
			func(*Thread, []Object) (Object, error) { return Int(16), nil }),
		Func("__reduce__", "(self, /)", "Refuse to be pickled.", refuseReduce),
		Func("__reduce_ex__", "(self, protocol, /)", "Return what __reduce__ does, if a class has its own.", reduceByProtocol),
	)
	ObjectClass.objectComparisons()
	ObjectClass.objectAttributes()
	ObjectClass.ClassMethods(
		RawFunc("__init_subclass__", "(cls)", "Called on the parent when a class is derived; does nothing.", initSubclass),
		Func("__subclasshook__", "(cls, subclass, /)", "Never decides.", func(*Thread, []Object) (Object, error) {
			return NotImplemented, nil
		}),
	)
}

// identityHash is the hash of an object that has no other: CPython too drops the low bits that all addresses share.
func identityHash(t *Thread, o Object) int64 { return int64(t.ID(o) >> 4) }

func refuseReduce(_ *Thread, a []Object) (Object, error) {
	return nil, TypeError("cannot pickle '%s' object", a[0].Class().MessageName())
}

// reduceByProtocol leaves it to __reduce__ where a class defines that.
func reduceByProtocol(t *Thread, a []Object) (Object, error) {
	key := Intern("__reduce__")
	if m := a[0].Class().Lookup(key); m != nil && m != ObjectClass.Lookup(key) {
		return CallMethod(t, a[0], "__reduce__")
	}
	return refuseReduce(t, a)
}

func formatObject(t *Thread, a []Object) (Object, error) {
	spec, ok := Of(a[1]).(*Str)
	if !ok {
		return nil, TypeError("__format__() argument must be str, not %s", ArgumentTypeName(a[1]))
	}
	if spec.s != "" {
		return nil, TypeError("unsupported format string passed to %s.__format__", a[0].Class().MessageName())
	}
	s, err := ToStr(t, a[0])
	return NewStr(s), err
}

func initSubclass(_ *Thread, a Args) (Object, error) {
	if len(a.Kw) > 0 {
		name := "object"
		if c, ok := a.Pos[0].(*Class); ok {
			name = c.QualifiedName()
		}
		return nil, TypeError("%s.__init_subclass__() takes no keyword arguments", name)
	}
	return None, nil
}

func (c *Class) objectComparisons() {
	c.Methods(
		Func("__eq__", "(self, value, /)", "Return self==value.", func(_ *Thread, a []Object) (Object, error) {
			if Is(a[0], a[1]) {
				return True, nil
			}
			return NotImplemented, nil
		}),
		Func("__ne__", "(self, value, /)", "Return self!=value.", func(t *Thread, a []Object) (Object, error) {
			v, err := compareOne(t, Eq, a[0], a[1])
			if err != nil || v == NotImplemented {
				return v, err
			}
			same, err := Truth(t, v)
			return Bool(!same), err
		}),
	)
	for op := Lt; op < numCompare; op++ {
		c.Methods(Func(op.Method(), "(self, value, /)", "Return self"+op.Symbol()+"value.",
			func(*Thread, []Object) (Object, error) { return NotImplemented, nil }))
	}
}

func (c *Class) objectAttributes() {
	c.Methods(
		Func("__getattribute__", "(self, name, /)", "Return getattr(self, name).", getAttribute),
		Func("__setattr__", "(self, name, value, /)", "Implement setattr(self, name, value).",
			func(t *Thread, a []Object) (Object, error) {
				name, err := attributeName(a[1])
				if err != nil {
					return nil, err
				}
				return None, GenericSetAttr(t, a[0], name, a[2])
			}),
		Func("__delattr__", "(self, name, /)", "Implement delattr(self, name).", func(t *Thread, a []Object) (Object, error) {
			name, err := attributeName(a[1])
			if err != nil {
				return nil, err
			}
			return None, GenericSetAttr(t, a[0], name, nil)
		}),
	)
	c.GetterSetter("__class__", "The object's class.", func(_ *Thread, self Object) (Object, error) {
		return self.Class(), nil
	}, assignClass)
	c.GetterSetter("__dict__", "The object's own attributes.", instanceDict, assignDict)
}

func getAttribute(t *Thread, a []Object) (Object, error) {
	name, err := attributeName(a[1])
	if err != nil {
		return nil, err
	}
	var v Object
	if c, ok := a[0].(*Class); ok {
		v, err = c.getAttr(t, name)
	} else {
		v, err = GenericGetAttr(t, a[0], name)
	}
	if v == nil && err == nil {
		return nil, noAttribute(a[0], name)
	}
	return v, err
}

// attributeName returns the interned name that o stands for, as getattr and its kin take it.
func attributeName(o Object) (*Str, error) {
	s, ok := Of(o).(*Str)
	if !ok {
		return nil, TypeError("attribute name must be string, not '%s'", o.Class().MessageName())
	}
	if s.interned {
		return s, nil
	}
	return Intern(s.s), nil
}

// AttributeName returns the interned form of a name given as an object, or TypeError.
func AttributeName(o Object) (*Str, error) { return attributeName(o) }

func assignClass(_ *Thread, self, v Object) error {
	if v == nil {
		return TypeError("can't delete __class__ attribute")
	}
	c, ok := v.(*Class)
	if !ok {
		return TypeError("__class__ must be set to a class, not '%s' object", v.Class().MessageName())
	}
	i, ok := self.(*Instance)
	if !ok || c.immutable && c.Layout() != i.class.Layout() {
		return TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if c.Layout() != i.class.Layout() || c.slotsOnly() != i.class.slotsOnly() {
		return TypeError("__class__ assignment: '%s' object layout differs from '%s'", c.Name, i.class.Name)
	}
	i.class = c
	return nil
}

func instanceDict(_ *Thread, self Object) (Object, error) {
	if h, ok := self.(HasDict); ok && !self.Class().slotsOnly() {
		if d := h.AttrDict(true); d != nil {
			return d, nil
		}
	}
	return nil, noAttribute(self, nameDict)
}

func assignDict(_ *Thread, self, v Object) error {
	if i, ok := self.(*Instance); v == nil && ok && !i.class.slotsOnly() {
		i.attrs = NewDict()
		return nil
	}
	if v == nil {
		return TypeError("cannot delete __dict__")
	}
	d, ok := Of(v).(*Dict)
	if !ok {
		return TypeError("__dict__ must be set to a dictionary, not a '%s'", v.Class().MessageName())
	}
	if i, ok := self.(*Instance); ok && !i.class.slotsOnly() {
		i.attrs = d
		return nil
	}
	return AttributeError(self, "__dict__", "attribute '__dict__' of '%s' objects is not writable", self.Class().MessageName())
}

// Dir returns dir(o): the result of __dir__, sorted.
func Dir(t *Thread, o Object) (*List, error) {
	v, ok, err := callSpecial(t, o, Intern("__dir__"))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, TypeError("object does not provide __dir__")
	}
	items, err := Items(t, v)
	if err != nil {
		return nil, err
	}
	list := NewList(items...)
	return list, list.Sort(t, nil, false)
}

// dirOf collects the names of o's own attributes and of its class's.
func dirOf(_ *Thread, o Object) (*List, error) {
	seen := map[string]bool{}
	switch x := o.(type) {
	case *Class:
		addClassNames(seen, x)
	case *Module:
		addNames(seen, x.Dict)
		if x.Names != nil {
			for _, n := range x.Names() {
				seen[n] = true
			}
		}
	default:
		addClassNames(seen, o.Class())
		hasDict := false
		if h, ok := o.(HasDict); ok && !o.Class().slotsOnly() {
			hasDict = true
			addNames(seen, h.AttrDict(false))
		}
		if !hasDict {
			delete(seen, "__dict__")
		}
	}
	return sortedNames(seen), nil
}

func addClassNames(seen map[string]bool, c *Class) {
	for _, k := range c.MRO {
		addNames(seen, k.Dict())
	}
}

func addNames(seen map[string]bool, d *Dict) {
	if d == nil {
		return
	}
	for k := range d.All() {
		if s, ok := Of(k).(*Str); ok {
			seen[s.s] = true
		}
	}
}

func sortedNames(seen map[string]bool) *List {
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	sort.Strings(names)
	list := &List{Items: make([]Object, len(names))}
	for i, n := range names {
		list.Items[i] = Intern(n)
	}
	return list
}
