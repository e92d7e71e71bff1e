package object

// Property is a property object.
type Property struct {
	Get, Set, Del Object // nil or a callable
	Doc           Object
	name          string
}

// Class returns the type property.
func (*Property) Class() *Class { return PropertyClass }

// DescrGet calls the getter.
func (p *Property) DescrGet(t *Thread, inst Object, _ *Class) (Object, error) {
	if inst == nil {
		return p, nil
	}
	if p.Get == nil || p.Get == None {
		return nil, p.lacks(inst, "getter")
	}
	return Call(t, p.Get, inst)
}

// DescrSet calls the setter, or the deleter when v is nil.
func (p *Property) DescrSet(t *Thread, inst, v Object) error {
	f, what, args := p.Set, "setter", []Object{inst, v}
	if v == nil {
		f, what, args = p.Del, "deleter", args[:1]
	}
	if f == nil || f == None {
		return p.lacks(inst, what)
	}
	_, err := Call(t, f, args...)
	return err
}

func (p *Property) lacks(inst Object, what string) error {
	name := p.name
	if name == "" {
		if f, ok := p.Get.(interface{ FuncName() string }); ok {
			name = f.FuncName()
		}
	}
	if name == "" {
		return AttributeError(inst, "", "property of '%s' object has no %s", inst.Class().QualifiedName(), what)
	}
	return AttributeError(inst, name, "property '%s' of '%s' object has no %s", name, inst.Class().QualifiedName(), what)
}

// SetName tells the property the name it is bound to in a class body.
func (p *Property) SetName(name string) { p.name = name }

// ClassMethod is a classmethod object.
type ClassMethod struct {
	Func  Object
	attrs *Dict
}

// Class returns the type classmethod.
func (*ClassMethod) Class() *Class { return ClassMethodClass }

// DescrGet binds the function to the class.
func (m *ClassMethod) DescrGet(t *Thread, inst Object, owner *Class) (Object, error) {
	if owner == nil {
		owner = inst.Class()
	}
	switch m.Func.(type) {
	case *Builtin, MethodCaller:
		return &Method{Self: owner, Func: m.Func}, nil
	}
	if _, ok := m.Func.(DescrGetter); ok { // classmethod(property(…)) and the like
		return bind(t, m.Func, owner, owner.Class())
	}
	return &Method{Self: owner, Func: m.Func}, nil
}

// StaticMethod is a staticmethod object.
type StaticMethod struct {
	Func  Object
	attrs *Dict
}

// Class returns the type staticmethod.
func (*StaticMethod) Class() *Class { return StaticMethodClass }

// DescrGet returns the function unchanged.
func (m *StaticMethod) DescrGet(*Thread, Object, *Class) (Object, error) { return m.Func, nil }

// Call calls the function.
func (m *StaticMethod) Call(t *Thread, a Args) (Object, error) {
	if _, nested := m.Func.(*StaticMethod); nested {
		if err := t.Deeper(); err != nil {
			return nil, err
		}
		defer t.Shallower()
	}
	return CallArgs(t, m.Func, a)
}

// GetSet is an attribute of a class that Go code computes.
type GetSet struct {
	Name, Doc string
	Get       func(t *Thread, self Object) (Object, error)
	Set       func(t *Thread, self, v Object) error // nil: read-only; v is nil for del
	owner     *Class
}

// Class returns the type getset_descriptor.
func (*GetSet) Class() *Class { return GetSetClass }

// DescrGet computes the attribute.
func (g *GetSet) DescrGet(t *Thread, inst Object, _ *Class) (Object, error) {
	if inst == nil {
		return g, nil
	}
	if g.owner != nil && (!inst.Class().IsSubclass(g.owner) || g.owner.lacksPayload(inst)) {
		return nil, g.foreign(inst)
	}
	return g.Get(t, inst)
}

// lacksPayload reports whether inst was made past the New of the built-in class c, so that no value of it is inside.
func (c *Class) lacksPayload(inst Object) bool {
	if c.flags&payload == 0 {
		return false
	}
	_, bare := Of(inst).(*Instance)
	return bare
}

func (g *GetSet) foreign(inst Object) error {
	return TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name, g.owner.Name, inst.Class().MessageName())
}

// DescrSet sets the attribute.
func (g *GetSet) DescrSet(t *Thread, inst, v Object) error {
	if g.owner != nil && !inst.Class().IsSubclass(g.owner) {
		return g.foreign(inst)
	}
	if g.Set == nil {
		return AttributeError(inst, g.Name, "attribute '%s' of '%s' objects is not writable", g.Name, g.owner.MessageName())
	}
	return g.Set(t, inst, v)
}

// Super is a super object: attribute look-up on Self's class behind Start in the MRO.
type Super struct {
	Start *Class
	Self  Object // the instance or class
	Type  *Class // whose MRO is searched
}

// Class returns the type super.
func (*Super) Class() *Class { return SuperClass }

// NewSuper makes super(start, self); it fails with TypeError when self is neither an instance nor a subclass of start.
func NewSuper(start *Class, self Object) (*Super, error) {
	if c, ok := self.(*Class); ok && c.IsSubclass(start) {
		return &Super{start, self, c}, nil
	}
	if self.Class().IsSubclass(start) {
		return &Super{start, self, self.Class()}, nil
	}
	return nil, TypeError("super(type, obj): obj must be an instance or subtype of type")
}

// DescrGet binds a super object that was made of a class alone, as an attribute of a class is, to an instance.
func (s *Super) DescrGet(_ *Thread, inst Object, _ *Class) (Object, error) {
	if inst == nil || s.Self != nil {
		return s, nil
	}
	return NewSuper(s.Start, inst)
}

// Find finds name behind Start, unbound, or returns nil.
func (s *Super) Find(name *Str) Object { return s.Type.LookupAfter(s.Start, name) }

// GetAttr looks the name up and binds it to Self.
func (s *Super) GetAttr(t *Thread, name *Str) (Object, bool, error) {
	if name == nameClass || s.Type == nil {
		return nil, false, nil
	}
	v := s.Find(name)
	if v == nil {
		if name == nameNew {
			return nativeNew(s.Type.after(s.Start)), true, nil
		}
		return nil, false, nil
	}
	if v == objectNew {
		return nativeNew(s.Type.after(s.Start)), true, nil
	}
	inst := s.Self
	if c, ok := s.Self.(*Class); ok && c == s.Type {
		inst = nil
	}
	v, err := bind(t, v, inst, s.Type)
	return v, true, err
}

// Repr shows the class and the object.
func (s *Super) Repr(*Thread) (string, error) {
	if s.Type == nil {
		return "<super: <class '" + s.Start.Name + "'>, NULL>", nil
	}
	return "<super: <class '" + s.Start.Name + "'>, <" + s.Type.Name + " object>>", nil
}

// nativeNew returns the __new__ of the first class in order that has a New of its own.
func nativeNew(order []*Class) *Builtin {
	for _, k := range order {
		if k.New != nil {
			return newFunction(k)
		}
	}
	return newFunction(ObjectClass)
}

// newFunction is the __new__ that Python code sees of a class with a native New.
func newFunction(of *Class) *Builtin {
	return RawFunc("__new__", "(cls, /, *args, **kwargs)", "Makes the bare object.", func(t *Thread, a Args) (Object, error) {
		if len(a.Pos) == 0 {
			return nil, TypeError("%s.__new__(): not enough arguments", of.Name)
		}
		cls, ok := a.Pos[0].(*Class)
		if !ok {
			return nil, TypeError("%s.__new__(X): X is not a type object (%s)", of.Name, a.Pos[0].Class().MessageName())
		}
		native, err := newFor(of, cls)
		if err != nil {
			return nil, err
		}
		return native(t, cls, Args{a.Pos[1:], a.Kw})
	})
}

// newFor returns the native New with which the __new__ of one class makes an object of another. That of a built-in type makes none
// of a type whose values are of another kind.
func newFor(of, cls *Class) (func(*Thread, *Class, Args) (Object, error), error) {
	if of.module == "builtins" && !cls.IsSubclass(of) {
		return nil, TypeError("%s.__new__(%s): %s is not a subtype of %s", of.Name, cls.Name, cls.Name, of.Name)
	}
	made := of
	for _, k := range cls.MRO {
		if k.New != nil {
			made = k
			break
		}
	}
	if made != of && made.module == "builtins" && !of.IsSubclass(made) {
		for _, k := range cls.MRO {
			if k.immutable {
				return nil, TypeError("%s.__new__(%s) is not safe, use %s.__new__()", of.Name, cls.Name, k.Name)
			}
		}
	}
	return made.New, nil
}

// Module is a module object.
type Module struct {
	Name string
	Dict *Dict
	// Lazy, if set, is asked for a name that Dict lacks; what it returns is kept. nil, nil means there is none.
	Lazy func(t *Thread, name string) (Object, error)
	// Names lists what Lazy knows, for dir(), import * and suggestions.
	Names func() []string
}

// NewModule makes an empty module.
func NewModule(name string) *Module {
	m := &Module{Name: name, Dict: NewDict()}
	m.Dict.setStr(nameName, NewStr(name))
	m.Dict.setStr(nameDoc, None)
	return m
}

// Class returns the type module.
func (*Module) Class() *Class { return ModuleClass }

// AttrDict returns the module's namespace.
func (m *Module) AttrDict(bool) *Dict { return m.Dict }

// GetAttr asks Lazy, then a module-level __getattr__ of a program.
func (m *Module) GetAttr(t *Thread, name *Str) (Object, bool, error) {
	if m.Lazy == nil {
		return nil, false, nil
	}
	v, err := m.Lazy(t, name.s)
	if v == nil || err != nil {
		return nil, false, err
	}
	m.Dict.setStr(name, v)
	return v, true, nil
}

// Repr shows the module's name.
func (m *Module) Repr(*Thread) (string, error) {
	text := "<module '" + m.Name + "'"
	if file, ok := m.Dict.getStr(Intern("__file__")).(*Str); ok {
		text += " from " + quoted(file.s)
	}
	return text + ">", nil
}
