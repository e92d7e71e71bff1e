package object

func init() {
	propertyMethods()
	propertyAttributes()
	wrapperMethods(ClassMethodClass, "A method that receives the class instead of an instance.",
		func(f Object) Object { return &ClassMethod{Func: f} }, func(o Object) *Object { return &o.(*ClassMethod).Func })
	wrapperMethods(StaticMethodClass, "A function in a class that receives neither instance nor class.",
		func(f Object) Object { return &StaticMethod{Func: f} }, func(o Object) *Object { return &o.(*StaticMethod).Func })
	StaticMethodClass.Methods(RawFunc("__call__", "(self, /, *args, **kwargs)", "Call the function.",
		func(t *Thread, a Args) (Object, error) {
			return a.Pos[0].(*StaticMethod).Call(t, Args{a.Pos[1:], a.Kw})
		}))
	superMethods()
	getSetMethods()
}

func propertyMethods() {
	PropertyClass.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return Wrap(cls, &Property{}), nil }
	PropertyClass.Methods(
		Func("__init__", "(self, fget=None, fset=None, fdel=None, doc=None)", "Set the functions of the property.", initProperty),
		propertyPart("getter", "(self, fget, /)", "Return a copy with another getter.", func(p *Property, f Object) { p.Get = f }),
		propertyPart("setter", "(self, fset, /)", "Return a copy with another setter.", func(p *Property, f Object) { p.Set = f }),
		propertyPart("deleter", "(self, fdel, /)", "Return a copy with another deleter.", func(p *Property, f Object) { p.Del = f }),
	)
	descriptorMethods(PropertyClass)
	PropertyClass.Methods(RawFunc("__set_name__", "(self, owner, name, /)", "Remember the name of the attribute.",
		func(_ *Thread, a Args) (Object, error) {
			if len(a.Pos) != 3 || len(a.Kw) > 0 {
				return nil, TypeError("__set_name__() takes 2 positional arguments but %d were given", len(a.Pos)-1)
			}
			if s, ok := Of(a.Pos[2]).(*Str); ok {
				a.Pos[0].(*Property).name = s.s
			}
			return None, nil
		}))
}

// descriptorMethods gives a class of Go descriptors __get__, and __set__ and __delete__ where it has them.
func descriptorMethods(c *Class) {
	c.Methods(Func("__get__", "(self, instance, owner=None, /)", "Return the attribute of instance, or of owner.",
		func(t *Thread, a []Object) (Object, error) {
			inst, owner := a[1], (*Class)(nil)
			if k, ok := a[2].(*Class); ok {
				owner = k
			}
			if inst == None && owner != NoneClass {
				inst = nil
			}
			if inst == nil && owner == nil {
				return nil, TypeError("__get__(None, None) is invalid")
			}
			if owner == nil {
				owner = inst.Class()
			}
			return bind(t, a[0], inst, owner)
		}))
	if c != PropertyClass && c != GetSetClass && c != MemberClass {
		return
	}
	c.Methods(
		Func("__set__", "(self, instance, value, /)", "Set the attribute of instance.", func(t *Thread, a []Object) (Object, error) {
			return None, a[0].(DescrSetter).DescrSet(t, a[1], a[2])
		}),
		Func("__delete__", "(self, instance, /)", "Delete the attribute of instance.", func(t *Thread, a []Object) (Object, error) {
			return None, a[0].(DescrSetter).DescrSet(t, a[1], nil)
		}),
	)
}

func initProperty(_ *Thread, a []Object) (Object, error) {
	p := a[0].(*Property)
	some := func(o Object) Object {
		if o == None {
			return nil
		}
		return o
	}
	p.Get, p.Set, p.Del, p.Doc = some(a[1]), some(a[2]), some(a[3]), some(a[4])
	return None, nil
}

// propertyPart makes getter, setter or deleter: a new property of the same class with one function exchanged.
func propertyPart(name, sig, doc string, change func(p *Property, f Object)) *Builtin {
	b := Func(name, sig, doc, func(t *Thread, a []Object) (Object, error) {
		old, ok := Of(a[0]).(*Property)
		if !ok {
			return nil, TypeError("descriptor '%s' doesn't apply to this '%s' object", name, a[0].Class().MessageName())
		}
		p := &Property{Get: old.Get, Set: old.Set, Del: old.Del, Doc: old.Doc, name: old.name}
		change(p, a[1])
		if a[0].Class() == PropertyClass {
			return p, nil
		}
		return Call(t, a[0].Class(), part(p.Get), part(p.Set), part(p.Del), part(p.Doc))
	})
	b.keepsSelf = true
	return b
}

func propertyAttributes() {
	field := func(name, doc string, get func(p *Property) Object) {
		PropertyClass.GetterSetter(name, doc, func(_ *Thread, self Object) (Object, error) {
			p, err := receive[*Property](Of(self), name)
			if err != nil {
				return nil, err
			}
			return part(get(p)), nil
		}, func(*Thread, Object, Object) error { return NewError(AttributeErrorClass, "readonly attribute") })
	}
	field("fget", "The getter.", func(p *Property) Object { return p.Get })
	field("fset", "The setter.", func(p *Property) Object { return p.Set })
	field("fdel", "The deleter.", func(p *Property) Object { return p.Del })
	PropertyClass.GetterSetter("__doc__", "An attribute that functions compute: property(fget=None, fset=None, fdel=None, doc=None).",
		func(t *Thread, self Object) (Object, error) {
			p, ok := Of(self).(*Property)
			if !ok || p.Doc == nil && p.Get == nil {
				return None, nil
			}
			if p.Doc != nil {
				return p.Doc, nil
			}
			v, err := LookupAttr(t, p.Get, nameDoc)
			return part(v), err
		}, func(_ *Thread, self, v Object) error {
			if p, ok := Of(self).(*Property); ok {
				p.Doc = v
			}
			return nil
		})
	PropertyClass.Getter("__isabstractmethod__", "Whether one of the functions is abstract.",
		func(t *Thread, self Object) (Object, error) {
			p, err := receive[*Property](Of(self), "__isabstractmethod__")
			if err != nil {
				return nil, err
			}
			for _, f := range []Object{p.Get, p.Set, p.Del} {
				if abstract, err := isAbstract(t, f); abstract || err != nil {
					return Bool(abstract), err
				}
			}
			return False, nil
		})
}

// isAbstract reports whether f has a true __isabstractmethod__.
func isAbstract(t *Thread, f Object) (bool, error) {
	if f == nil {
		return false, nil
	}
	v, err := LookupAttr(t, f, Intern("__isabstractmethod__"))
	if v == nil || err != nil {
		if IsKind(err, AttributeErrorClass) {
			err = nil
		}
		return false, err
	}
	return Truth(t, v)
}

// IsAbstract reports whether f, found in a class body, is an abstract method or property.
func IsAbstract(t *Thread, f Object) (bool, error) { return isAbstract(t, f) }

// AttrDict returns the attributes that a class method took over from its function.
func (m *ClassMethod) AttrDict(create bool) *Dict {
	if m.attrs == nil && create {
		m.attrs = NewDict()
	}
	return m.attrs
}

// AttrDict returns the attributes that a static method took over from its function.
func (m *StaticMethod) AttrDict(create bool) *Dict {
	if m.attrs == nil && create {
		m.attrs = NewDict()
	}
	return m.attrs
}

// GetAttr passes the function's name and the like on.
func (m *ClassMethod) GetAttr(t *Thread, name *Str) (Object, bool, error) {
	return wrappedAttr(t, m.Func, name)
}

// GetAttr passes the function's name and the like on.
func (m *StaticMethod) GetAttr(t *Thread, name *Str) (Object, bool, error) {
	return wrappedAttr(t, m.Func, name)
}

func wrappedAttr(t *Thread, f Object, name *Str) (Object, bool, error) {
	switch name.s {
	case "__name__", "__qualname__", "__annotations__":
		v, err := LookupAttr(t, f, name)
		return v, v != nil, err
	}
	return nil, false, nil
}

// Repr shows the function inside.
func (m *ClassMethod) Repr(t *Thread) (string, error) { return reprWrapped(t, "classmethod", m.Func) }

// Repr shows the function inside.
func (m *StaticMethod) Repr(t *Thread) (string, error) { return reprWrapped(t, "staticmethod", m.Func) }

func reprWrapped(t *Thread, kind string, f Object) (string, error) {
	s, err := reprInside(t, f)
	return "<" + kind + "(" + s + ")>", err
}

// wrapperMethods sets up classmethod and staticmethod.
func wrapperMethods(c *Class, doc string, wrap func(f Object) Object, inside func(o Object) *Object) {
	c.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return Wrap(cls, wrap(None)), nil }
	c.Protocols(wrap(None))
	c.Methods(Func("__init__", "(self, function, /)", "Wrap function.", func(_ *Thread, a []Object) (Object, error) {
		*inside(a[0]) = a[1]
		return None, nil
	}))
	descriptorMethods(c)
	get := func(_ *Thread, self Object) (Object, error) { return *inside(Of(self)), nil }
	c.Getter("__func__", "The function inside.", get)
	c.Getter("__wrapped__", "The function inside.", get)
	c.Getter("__isabstractmethod__", "Whether the function is abstract.", func(t *Thread, self Object) (Object, error) {
		abstract, err := isAbstract(t, *inside(Of(self)))
		return Bool(abstract), err
	})
	c.Getter("__doc__", doc, func(t *Thread, self Object) (Object, error) {
		v, err := LookupAttr(t, *inside(Of(self)), nameDoc)
		return part(v), err
	})
	c.Getter("__module__", "The module of the function.", func(t *Thread, self Object) (Object, error) {
		v, err := LookupAttr(t, *inside(Of(self)), nameModule)
		return part(v), err
	})
}

func superMethods() {
	SuperClass.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Kw) > 0 {
			return nil, TypeError("super() takes no keyword arguments")
		}
		if len(a.Pos) == 0 {
			return nil, NewError(RuntimeErrorClass, "super(): no arguments")
		}
		if len(a.Pos) > 2 {
			return nil, TypeError("super expected at most 2 arguments, got %d", len(a.Pos))
		}
		start, ok := a.Pos[0].(*Class)
		if !ok {
			return nil, TypeError("super() argument 1 must be a type, not %s", a.Pos[0].Class().MessageName())
		}
		if len(a.Pos) == 1 {
			return &Super{Start: start}, nil
		}
		return NewSuper(start, a.Pos[1])
	}
	SuperClass.dict.setStr(nameDoc, NewStr("The attributes behind a class in the look-up order: super().method(…) in a method."))
	descriptorMethods(SuperClass)
	SuperClass.Methods(slot("__repr__", "Return repr(self).", func(t *Thread, s *Super) (Object, error) {
		text, err := s.Repr(t)
		return NewStr(text), err
	}))
	superPart := func(name, doc string, get func(s *Super) Object) {
		SuperClass.Getter(name, doc, func(_ *Thread, self Object) (Object, error) { return part(get(self.(*Super))), nil })
	}
	superPart("__thisclass__", "The class to look behind.", func(s *Super) Object { return s.Start })
	superPart("__self__", "The instance or class to bind to.", func(s *Super) Object { return s.Self })
	superPart("__self_class__", "The class whose order is searched.", func(s *Super) Object {
		if s.Type == nil {
			return nil
		}
		return s.Type
	})
}

// Repr shows the attribute and its class.
func (g *GetSet) Repr(*Thread) (string, error) {
	return "<attribute '" + g.Name + "' of '" + g.owner.Name + "' objects>", nil
}

func getSetMethods() {
	GetSetClass.Protocols(&GetSet{})
	descriptorMethods(GetSetClass)
	descriptorMethods(MemberClass)
	GetSetClass.Getter("__name__", "The attribute's name.", func(_ *Thread, self Object) (Object, error) {
		return NewStr(self.(*GetSet).Name), nil
	})
	GetSetClass.Getter("__doc__", "What the attribute is.", func(_ *Thread, self Object) (Object, error) {
		return NewStr(self.(*GetSet).Doc), nil
	})
	GetSetClass.Getter("__objclass__", "The class that has the attribute.", func(_ *Thread, self Object) (Object, error) {
		return self.(*GetSet).owner, nil
	})
}
