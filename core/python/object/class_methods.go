package object

import "sort"

var (
	nameAnnotations = Intern("__annotations__")
	nameOr          = Intern("__or__")
)

func init() {
	TypeClass.New = newType
	TypeClass.dict.setStr(nameDoc, NewStr("type(object) is the object's class; type(name, bases, dict) makes a new class."))
	TypeClass.Methods(
		RawFunc("__init__", "(self, /, *args, **kwargs)", "Initialize self.", initType),
		RawFunc("__call__", "(self, /, *args, **kwargs)", "Call self as a function.", func(t *Thread, a Args) (Object, error) {
			c, err := receive[*Class](a.Pos[0], "__call__")
			if err != nil {
				return nil, err
			}
			return c.Instantiate(t, Args{a.Pos[1:], a.Kw})
		}),
		Func("mro", "(self, /)", "Return the order in which attributes are looked up.",
			func(_ *Thread, a []Object) (Object, error) { return NewList(classObjects(a[0].(*Class).MRO)...), nil }),
		Func("__subclasses__", "(self, /)", "Return the classes that derive directly from this one.",
			func(_ *Thread, a []Object) (Object, error) {
				return NewList(classObjects(a[0].(*Class).subclasses)...), nil
			}),
		Func("__instancecheck__", "(self, instance, /)", "Return isinstance(instance, self).",
			func(_ *Thread, a []Object) (Object, error) { return Bool(a[1].Class().IsSubclass(a[0].(*Class))), nil }),
		Func("__subclasscheck__", "(self, subclass, /)", "Return issubclass(subclass, self).",
			func(_ *Thread, a []Object) (Object, error) {
				c, ok := a[1].(*Class)
				if !ok {
					return nil, TypeError("issubclass() arg 1 must be a class")
				}
				return Bool(c.IsSubclass(a[0].(*Class))), nil
			}),
		Func("__repr__", "(self, /)", "Return repr(self).", func(_ *Thread, a []Object) (Object, error) {
			return NewStr("<class '" + a[0].(*Class).FullName() + "'>"), nil
		}),
		Func("__or__", "(self, value, /)", "Return self|value.", func(t *Thread, a []Object) (Object, error) {
			return typeOr(t, Or, a[0], a[1], false)
		}),
		Func("__ror__", "(self, value, /)", "Return value|self.", func(t *Thread, a []Object) (Object, error) {
			return typeOr(t, Or, a[0], a[1], true)
		}),
	)
	TypeClass.ClassMethods(RawFunc("__prepare__", "(cls, name, bases, /, **kwds)", "Make the namespace for a class body.",
		func(*Thread, Args) (Object, error) { return NewDict(), nil }))
	typeNames()
	typeStructure()
}

func classObjects(list []*Class) []Object {
	out := make([]Object, len(list))
	for i, c := range list {
		out[i] = c
	}
	return out
}

// newType is type.__new__: type(object), or type(name, bases, dict) with class keyword arguments.
func newType(t *Thread, meta *Class, a Args) (Object, error) {
	if meta == TypeClass && len(a.Kw) == 0 && len(a.Pos) == 1 {
		return a.Pos[0].Class(), nil
	}
	if len(a.Pos) != 3 {
		if meta == TypeClass {
			return nil, TypeError("type() takes 1 or 3 arguments")
		}
		return nil, TypeError("type.__new__() takes exactly 3 arguments (%d given)", len(a.Pos))
	}
	name, ok := Of(a.Pos[0]).(*Str)
	if !ok {
		return nil, TypeError("type.__new__() argument 1 must be str, not %s", ArgumentTypeName(a.Pos[0]))
	}
	bases, ok := Of(a.Pos[1]).(*Tuple)
	if !ok {
		return nil, TypeError("type.__new__() argument 2 must be tuple, not %s", ArgumentTypeName(a.Pos[1]))
	}
	ns, ok := Of(a.Pos[2]).(*Dict)
	if !ok {
		return nil, TypeError("type.__new__() argument 3 must be dict, not %s", ArgumentTypeName(a.Pos[2]))
	}
	if w, err := winner(meta, bases.Items); err == nil && w != meta && (overriding(w, nameNew) != nil || w.makesClasses()) {
		return w.makeNew(t, a) // a base has a metaclass of the program, which makes the class
	}
	return newTypeObject(t, meta, name.s, bases.Items, ns, a.Kw)
}

// makesClasses reports whether a metaclass of a library has a New of its own.
func (c *Class) makesClasses() bool {
	for _, k := range c.MRO {
		if k.New != nil {
			return k != TypeClass
		}
	}
	return false
}

func initType(_ *Thread, a Args) (Object, error) {
	if n := len(a.Pos) - 1; n != 1 && n != 3 {
		return nil, TypeError("type.__init__() takes 1 or 3 arguments")
	}
	return None, nil
}

// classAttr adds an attribute of classes; set may be nil and gets nil for del.
func classAttr(name, doc string, get func(c *Class) (Object, error), set func(t *Thread, c *Class, v Object) error) {
	getter := func(_ *Thread, self Object) (Object, error) {
		c, err := receive[*Class](self, name)
		if err != nil {
			return nil, err
		}
		return get(c)
	}
	if set == nil {
		TypeClass.Getter(name, doc, getter)
		return
	}
	TypeClass.GetterSetter(name, doc, getter, func(t *Thread, self, v Object) error {
		c, err := receive[*Class](self, name)
		if err != nil {
			return err
		}
		if err := set(t, c, v); err != nil {
			return err
		}
		c.Changed()
		return nil
	})
}

func classString(c *Class, v Object, name string) (string, error) {
	if v == nil {
		return "", TypeError("cannot delete '%s' attribute of immutable type '%s'", name, c.Name)
	}
	s, ok := Of(v).(*Str)
	if !ok {
		return "", TypeError("can only assign string to %s.%s, not '%s'", c.Name, name, v.Class().MessageName())
	}
	return s.s, nil
}

func typeNames() {
	classAttr("__name__", "The class's name.", func(c *Class) (Object, error) { return NewStr(c.Name), nil },
		func(_ *Thread, c *Class, v Object) (err error) {
			s, err := classString(c, v, "__name__")
			if err == nil {
				c.Qualname, c.Name = c.QualifiedName(), s
			}
			return err
		})
	classAttr("__qualname__", "The name with those of the scopes around.",
		func(c *Class) (Object, error) { return NewStr(c.QualifiedName()), nil },
		func(_ *Thread, c *Class, v Object) error {
			s, err := classString(c, v, "__qualname__")
			if err == nil {
				c.Qualname = s
			}
			return err
		})
	classAttr("__module__", "The name of the module that defines the class.", func(c *Class) (Object, error) {
		if v := c.Dict().getStr(nameModule); v != nil {
			return v, nil
		}
		return NewStr(c.module), nil
	}, setInNamespace(nameModule))
	TypeClass.GetterSetter("__doc__", "The class's docstring.", classDoc, func(t *Thread, self, v Object) error {
		c, err := receive[*Class](self, "__doc__")
		if err != nil {
			return err
		}
		err = setInNamespace(nameDoc)(t, c, v)
		c.Changed()
		return err
	})
	classAttr("__annotations__", "The annotations of the class body.", func(c *Class) (Object, error) {
		v := c.Dict().getStr(nameAnnotations)
		if v != nil {
			return v, nil
		}
		if c.immutable {
			return nil, noAttribute(c, nameAnnotations)
		}
		d := NewDict()
		c.dict.setStr(nameAnnotations, d)
		return d, nil
	}, setInNamespace(nameAnnotations))
}

// classDoc is the docstring of a class: what its body left as __doc__, asked as a descriptor if it is one.
func classDoc(t *Thread, self Object) (Object, error) {
	c, err := receive[*Class](self, "__doc__")
	if err != nil {
		return nil, err
	}
	switch v := c.Dict().getStr(nameDoc).(type) {
	case nil:
		return None, nil
	case *GetSet: // of a built-in type whose instances compute theirs
		return NewStr(v.Doc), nil
	default:
		return bind(t, v, nil, c)
	}
}

func setInNamespace(name *Str) func(*Thread, *Class, Object) error {
	return func(_ *Thread, c *Class, v Object) error {
		if v == nil {
			if name == nameAnnotations && c.dict.DelStr(name) {
				return nil
			}
			return TypeError("cannot delete '%s' attribute of immutable type '%s'", name.s, c.Name)
		}
		c.dict.setStr(name, v)
		return nil
	}
}

func typeStructure() {
	classAttr("__dict__", "The class's namespace, read-only.", func(c *Class) (Object, error) {
		return &MappingProxy{Mapping: c.Dict()}, nil
	}, nil)
	classAttr("__mro__", "The order in which attributes are looked up.", func(c *Class) (Object, error) {
		return NewTuple(classObjects(c.MRO)...), nil
	}, nil)
	classAttr("__base__", "The base whose layout the instances have.", func(c *Class) (Object, error) {
		if len(c.Bases) == 0 {
			return None, nil
		}
		for _, b := range c.Bases {
			if b.Layout() == c.Layout() {
				return b, nil
			}
		}
		return c.Bases[0], nil
	}, nil)
	classAttr("__bases__", "The base classes.", func(c *Class) (Object, error) {
		return NewTuple(classObjects(c.Bases)...), nil
	}, func(t *Thread, c *Class, v Object) error { return c.setBases(v) })
	classAttr("__text_signature__", "The signature of a class of Go.", func(*Class) (Object, error) { return None, nil }, nil)
	classAttr("__abstractmethods__", "The names of abstract methods without a body.", func(c *Class) (Object, error) {
		if c.abstract == nil {
			return nil, noAttribute(c, Intern("__abstractmethods__"))
		}
		s := NewFrozenSet()
		for _, n := range c.abstract {
			if err := s.add(nil, NewStr(n), NewStr(n).hashValue()); err != nil {
				return nil, err
			}
		}
		return s, nil
	}, setAbstract)
}

func setAbstract(t *Thread, c *Class, v Object) error {
	if v == nil {
		c.abstract = nil
		return nil
	}
	names := []string{}
	err := Iterate(t, v, func(o Object) (bool, error) {
		s, ok := Of(o).(*Str)
		if !ok {
			return false, TypeError("__abstractmethods__ must hold strings, not %s", o.Class().MessageName())
		}
		names = append(names, s.s)
		return true, nil
	})
	sort.Strings(names)
	c.abstract = names
	return err
}

// setBases gives a class of a program new bases of the same layout.
func (c *Class) setBases(v Object) error {
	if v == nil {
		return TypeError("can't delete %s.__bases__", c.Name)
	}
	tuple, ok := v.(*Tuple)
	if !ok {
		return TypeError("can only assign tuple to %s.__bases__, not %s", c.Name, v.Class().MessageName())
	}
	if len(tuple.Items) == 0 {
		return TypeError("can only assign non-empty tuple to %s.__bases__, not ()", c.Name)
	}
	bases := make([]*Class, len(tuple.Items))
	for i, o := range tuple.Items {
		b, ok := o.(*Class)
		if !ok {
			return TypeError("%s.__bases__ must be tuple of classes, not '%s'", c.Name, o.Class().MessageName())
		}
		if b.IsSubclass(c) {
			return TypeError("a __bases__ item causes an inheritance cycle")
		}
		bases[i] = b
	}
	layout, err := solidBase(bases)
	if err != nil {
		return err
	}
	fromObject := c.Bases[0] == ObjectClass && bases[0] != ObjectClass // __dict__ would come from elsewhere
	if layout != c.Layout() || fromObject {
		return TypeError("__bases__ assignment: '%s' deallocator differs from '%s'", bases[0].Name, c.Bases[0].Name)
	}
	return c.rebase(bases)
}

func (c *Class) rebase(bases []*Class) error {
	old := c.Bases
	c.Bases = bases
	mro, err := linearize(c)
	if err != nil {
		c.Bases = old
		return err
	}
	c.MRO = mro
	for _, b := range old {
		for i, s := range b.subclasses {
			if s == c {
				b.subclasses = append(b.subclasses[:i:i], b.subclasses[i+1:]...)
				break
			}
		}
	}
	for _, b := range bases {
		if !b.immutable {
			b.subclasses = append(b.subclasses, c)
		}
	}
	for _, s := range c.subclasses {
		if err := s.rebase(s.Bases); err != nil {
			return err
		}
	}
	return nil
}
