package object

// DescrGetter is a Go type that is a descriptor: reading it through a class or instance gives what DescrGet returns.
// inst is nil when it is read through the class itself.
type DescrGetter interface {
	DescrGet(t *Thread, inst Object, owner *Class) (Object, error)
}

// DescrSetter is a data descriptor of Go; v is nil for del.
type DescrSetter interface {
	DescrSet(t *Thread, inst Object, v Object) error
}

// HasDict is an object with attributes of its own.
type HasDict interface {
	// AttrDict returns the attributes; nil when there are none yet and create is false.
	AttrDict(create bool) *Dict
}

// Attributed is a Go type that computes attributes beyond class and dict. ok is false when it has none of that name.
type Attributed interface {
	GetAttr(t *Thread, name *Str) (v Object, ok bool, err error)
}

// AttrSettable is a Go type that takes attribute assignments itself; v is nil for del. ok is false to go on as usual.
type AttrSettable interface {
	SetAttr(t *Thread, name *Str, v Object) (ok bool, err error)
}

// GetAttr returns o.name, or AttributeError.
func GetAttr(t *Thread, o Object, name *Str) (Object, error) {
	v, err := LookupAttr(t, o, name)
	if v == nil && err == nil {
		return nil, noAttribute(o, name)
	}
	return v, err
}

// LookupAttr is GetAttr that returns nil, nil for a missing attribute where that costs no exception.
func LookupAttr(t *Thread, o Object, name *Str) (Object, error) {
	if c, ok := o.(*Class); ok && (c.Meta == nil || c.Meta.hooks().getattribute == nil) {
		return c.getAttr(t, name)
	}
	if s, ok := o.(*Super); ok { // what object defines must be found behind the start too, not on super itself
		if v, ok, err := s.GetAttr(t, name); ok || err != nil {
			return v, err
		}
	}
	cls := o.Class()
	if !cls.immutable {
		h := cls.hooks()
		if h.getattribute != nil || h.getattr != nil {
			return getHooked(t, o, cls, h, name)
		}
	}
	return GenericGetAttr(t, o, name)
}

// getHooked is attribute access on a class with __getattribute__ or __getattr__ of its own.
func getHooked(t *Thread, o Object, cls *Class, h *attrHooks, name *Str) (v Object, err error) {
	if h.getattribute != nil {
		v, err = callBound(t, h.getattribute, o, Args{Pos: []Object{name}})
	} else {
		v, err = GenericGetAttr(t, o, name)
	}
	if h.getattr == nil || v != nil && err == nil || err != nil && !IsKind(err, AttributeErrorClass) {
		return v, err
	}
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	return callBound(t, h.getattr, o, Args{Pos: []Object{name}})
}

// GenericGetAttr is object.__getattribute__: data descriptor, instance dict, other descriptor or class attribute. It
// returns nil, nil when there is none.
func GenericGetAttr(t *Thread, o Object, name *Str) (Object, error) {
	cls := o.Class()
	found := cls.Lookup(name)
	if found != nil && isDataDescr(found) && !onlySets(found) {
		return bind(t, found, o, cls)
	}
	if h, ok := o.(HasDict); ok {
		if v := h.AttrDict(false).getStr(name); v != nil {
			return v, nil
		}
	}
	if found != nil {
		return bind(t, found, o, cls)
	}
	if a, ok := o.(Attributed); ok {
		if v, ok, err := a.GetAttr(t, name); ok || err != nil {
			return v, err
		}
	}
	return nil, nil
}

// isDataDescr reports whether v takes precedence over the instance dict.
func isDataDescr(v Object) bool {
	switch v := v.(type) {
	case *Instance:
		return v.class.Lookup(nameSet) != nil || v.class.Lookup(nameDelete) != nil
	case DescrSetter:
		return true
	}
	return false
}

// onlySets reports whether v is a program's descriptor without __get__: reading goes past it to the instance dict.
func onlySets(v Object) bool {
	i, ok := v.(*Instance)
	return ok && i.Native == nil && i.class.Lookup(nameGet) == nil
}

// bind applies the descriptor protocol to v, found on a class. inst is nil for access through the class.
func bind(t *Thread, v, inst Object, owner *Class) (Object, error) {
	switch d := v.(type) {
	case DescrGetter:
		return d.DescrGet(t, inst, owner)
	case *Instance:
		if d.Native != nil {
			if g, ok := d.Native.(DescrGetter); ok && overriding(d.class, nameGet) == nil {
				return g.DescrGet(t, inst, owner)
			}
		}
		get := d.class.Lookup(nameGet)
		if get == nil {
			return v, nil
		}
		if inst == nil {
			inst = None
		}
		return callBound(t, get, v, Args{Pos: []Object{inst, owner}})
	}
	return v, nil
}

// getAttr is type.__getattribute__ on c, then the metaclass's __getattr__.
func (c *Class) getAttr(t *Thread, name *Str) (Object, error) {
	v, err := c.ownAttr(t, name)
	if v != nil && err == nil || err != nil && !IsKind(err, AttributeErrorClass) {
		return v, err
	}
	if h := c.Class().hooks(); h.getattr != nil {
		return callBound(t, h.getattr, c, Args{Pos: []Object{name}})
	}
	return v, err
}

func (c *Class) ownAttr(t *Thread, name *Str) (Object, error) {
	meta := c.Class()
	found := meta.Lookup(name)
	if found != nil && isDataDescr(found) {
		return bind(t, found, c, meta)
	}
	if v := c.Lookup(name); v != nil {
		if v == objectNew {
			return nativeNew(c.MRO), nil
		}
		return bind(t, v, nil, c)
	}
	if found != nil {
		return bind(t, found, c, meta)
	}
	return nil, nil
}

func noAttribute(o Object, name *Str) error {
	switch x := o.(type) {
	case *Class:
		return AttributeError(o, name.s, "type object '%s' has no attribute '%s'", x.MessageName(), name.s)
	case *Module:
		return AttributeError(o, name.s, "module '%s' has no attribute '%s'", x.Name, name.s)
	}
	return AttributeError(o, name.s, "'%s' object has no attribute '%s'", o.Class().MessageName(), name.s)
}

// SetAttr does o.name = v.
func SetAttr(t *Thread, o Object, name *Str, v Object) error {
	if cls := o.Class(); !cls.immutable {
		if h := cls.hooks(); h.setattr != nil {
			if b, ok := h.setattr.(*Builtin); ok && b.Setter != nil {
				return b.Setter(t, o, name, v)
			}
			_, err := callBound(t, h.setattr, o, Args{Pos: []Object{name, v}})
			return err
		}
	}
	return GenericSetAttr(t, o, name, v)
}

// DelAttr does del o.name.
func DelAttr(t *Thread, o Object, name *Str) error {
	if cls := o.Class(); !cls.immutable {
		if h := cls.hooks(); h.delattr != nil {
			_, err := callBound(t, h.delattr, o, Args{Pos: []Object{name}})
			return err
		}
	}
	return GenericSetAttr(t, o, name, nil)
}

// GenericSetAttr is object.__setattr__; v is nil for __delattr__.
func GenericSetAttr(t *Thread, o Object, name *Str, v Object) error {
	if c, ok := o.(*Class); ok {
		return c.setAttr(t, name, v)
	}
	cls := o.Class()
	found := cls.Lookup(name)
	if found != nil {
		if done, err := setDescr(t, found, o, v); done {
			return err
		}
	}
	if a, ok := o.(AttrSettable); ok {
		if ok, err := a.SetAttr(t, name, v); ok || err != nil {
			return err
		}
	}
	h, ok := o.(HasDict)
	if b, isBuiltin := o.(*Builtin); isBuiltin && !b.plain {
		ok = false
	}
	if !ok || cls.slotsOnly() {
		if found == nil {
			return noAttribute(o, name)
		}
		return AttributeError(o, name.s, "'%s' object attribute '%s' is read-only", cls.Name, name.s)
	}
	if v != nil {
		h.AttrDict(true).setStr(name, v)
		if i, ok := o.(*Instance); ok {
			i.noteRoom()
		}
		return nil
	}
	if d := h.AttrDict(false); d == nil || !d.DelStr(name) {
		return noAttribute(o, name)
	}
	return nil
}

// slotsOnly reports whether instances have no __dict__: every class of the program in the MRO has __slots__ without it.
func (c *Class) slotsOnly() bool {
	if !c.HasSlots {
		return c == ObjectClass
	}
	for _, k := range c.MRO {
		if k != ObjectClass && !k.immutable && !k.HasSlots {
			return false
		}
	}
	return true
}

func setDescr(t *Thread, found, o, v Object) (done bool, err error) {
	switch d := found.(type) {
	case DescrSetter:
		return true, d.DescrSet(t, o, v)
	case *Instance:
		if v == nil {
			if m := d.class.Lookup(nameDelete); m != nil {
				_, err := callBound(t, m, d, Args{Pos: []Object{o}})
				return true, err
			}
		} else if m := d.class.Lookup(nameSet); m != nil {
			_, err := callBound(t, m, d, Args{Pos: []Object{o, v}})
			return true, err
		}
		if d.Native != nil {
			if s, ok := d.Native.(DescrSetter); ok {
				return true, s.DescrSet(t, o, v)
			}
		}
	}
	return false, nil
}

// setAttr is type.__setattr__ on c; v is nil for del.
func (c *Class) setAttr(t *Thread, name *Str, v Object) error {
	if c.immutable {
		return TypeError("cannot set '%s' attribute of immutable type '%s'", name.s, c.Name)
	}
	if found := c.Class().Lookup(name); found != nil {
		if done, err := setDescr(t, found, c, v); done {
			return err
		}
	}
	if v != nil {
		c.dict.setStr(name, v)
	} else if !c.dict.DelStr(name) {
		return noAttribute(c, name)
	}
	return t.Spend(c.Changed())
}

// special finds a special method on o's class and binds it; nil when absent.
func special(t *Thread, o Object, name *Str) (Object, error) {
	m := o.Class().Lookup(name)
	if m == nil {
		return nil, nil
	}
	return bind(t, m, o, o.Class())
}

// Special returns the special method name of o, found on its class and bound, or nil when there is none. Implicit uses of
// special methods (with, for, operators) go this way, past the instance dict.
func Special(t *Thread, o Object, name string) (Object, error) { return special(t, o, Intern(name)) }

// callSpecial calls a special method if the class has it. ok is false when it has not. A class blocks a method that it would inherit
// with None: iteration then looks no further, and anything else fails to call None.
func callSpecial(t *Thread, o Object, name *Str, args ...Object) (v Object, ok bool, err error) {
	m := o.Class().Lookup(name)
	if m == nil || m == None && (name == nameIter || name == nameHash) {
		return nil, false, nil
	}
	if err := t.Deeper(); err != nil {
		return nil, true, err
	}
	v, err = callBound(t, m, o, Args{Pos: args})
	t.Shallower()
	return v, true, err
}
