package object

// readSlots returns the names in a class body's __slots__, or nil when it has none.
func readSlots(t *Thread, ns *Dict) ([]string, error) {
	v := ns.getStr(nameSlots)
	if v == nil {
		return nil, nil
	}
	names := []string{}
	if s, ok := Of(v).(*Str); ok {
		names = append(names, s.s)
	} else {
		err := Iterate(t, v, func(o Object) (bool, error) {
			s, ok := Of(o).(*Str)
			if !ok {
				return false, TypeError("__slots__ items must be strings, not '%s'", o.Class().MessageName())
			}
			names = append(names, s.s)
			return true, nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, n := range names {
		if !IsIdentifier(n) {
			return nil, TypeError("__slots__ must be identifiers")
		}
		if ns.getStr(Intern(n)) != nil && n != "__qualname__" && n != "__classcell__" {
			return nil, ValueError("%s in __slots__ conflicts with class variable", quoted(n))
		}
	}
	return names, nil
}

// addSlots gives the class its slot descriptors. Private names are mangled as in the class body.
func (c *Class) addSlots(names []string) error {
	withDict := false
	for _, n := range names {
		switch n {
		case "__dict__":
			withDict = true
			c.addDict()
			continue
		case "__weakref__":
			c.addWeakRef()
			continue
		}
		if l := c.Layout(); l == IntClass || l == TupleClass || l == BytesClass {
			return TypeError("nonempty __slots__ not supported for subtype of '%s'", c.Bases[0].Name)
		}
		n = Mangle(c.Name, n)
		c.Slots = append(c.Slots, n)
		c.dict.setStr(Intern(n), &Member{Name: n, owner: c})
	}
	c.HasSlots = !withDict && !c.IsSubclass(BaseExceptionClass)
	c.Changed()
	return nil
}

// Mangle returns the name that a private name stands for in the body of a class: __x in class C is _C__x.
func Mangle(class, name string) string {
	if len(name) < 2 || name[:2] != "__" || len(name) >= 4 && name[len(name)-2:] == "__" {
		return name
	}
	for i := 0; i < len(class); i++ {
		if class[i] != '_' {
			return "_" + class[i:] + name
		}
		if i == len(class)-1 {
			return name
		}
	}
	return name
}

// Member is the descriptor of one name in __slots__.
type Member struct {
	Name  string
	owner *Class
}

// MemberClass is the type of the descriptors that __slots__ makes.
var MemberClass = newBuiltinClass("member_descriptor", final)

// Class returns the type member_descriptor.
func (*Member) Class() *Class { return MemberClass }

// Repr shows the name and the class.
func (m *Member) Repr(*Thread) (string, error) {
	return "<member '" + m.Name + "' of '" + m.owner.Name + "' objects>", nil
}

func (m *Member) instance(o Object) (*Instance, error) {
	i, ok := o.(*Instance)
	if !ok || !i.class.IsSubclass(m.owner) {
		return nil, TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
			m.Name, m.owner.Name, o.Class().Name)
	}
	return i, nil
}

// DescrGet returns the slot's value.
func (m *Member) DescrGet(_ *Thread, inst Object, _ *Class) (Object, error) {
	if inst == nil {
		return m, nil
	}
	i, err := m.instance(inst)
	if err != nil {
		return nil, err
	}
	if v := i.slots.getStr(Intern(m.Name)); v != nil {
		return v, nil
	}
	return nil, noAttribute(inst, Intern(m.Name))
}

// DescrSet sets the slot, or empties it when v is nil.
func (m *Member) DescrSet(_ *Thread, inst, v Object) error {
	i, err := m.instance(inst)
	if err != nil {
		return err
	}
	name := Intern(m.Name)
	if v == nil {
		if i.slots == nil || !i.slots.DelStr(name) {
			return noAttribute(inst, name)
		}
		return nil
	}
	if i.slots == nil {
		i.slots = NewDictSize(len(i.class.Slots))
	}
	i.slots.setStr(name, v)
	return nil
}

func init() {
	MemberClass.Protocols(&Member{})
	MemberClass.Getter("__name__", "The slot's name.", func(_ *Thread, self Object) (Object, error) {
		return NewStr(self.(*Member).Name), nil
	})
	MemberClass.Getter("__doc__", "None, also where __slots__ is a dict with texts.", func(*Thread, Object) (Object, error) { return None, nil })
	MemberClass.Getter("__objclass__", "The class that has the slot.", func(_ *Thread, self Object) (Object, error) {
		return self.(*Member).owner, nil
	})
}
