package enum

import (
	"layerglass/core/python/object"
)

// proto stands in a class namespace for a member to be. When the class tells its names, it makes the member.
type proto struct {
	kit   *kit
	info  *info
	value object.Object
}

var protoClass = object.NewType("_proto_member", "enum", nil).Final()

func init() {
	protoClass.Methods(object.Func("__set_name__", "(self, enum_class, member_name)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, ok := a[0].(*object.Instance).State.(*proto)
		c, isClass := a[1].(*object.Class)
		name, isText := object.AsString(a[2])
		if !ok || !isClass || !isText {
			return nil, object.TypeError("a member belongs to a class")
		}
		return object.None, p.become(t, c, name)
	}))
}

// valueOf returns a member's value.
func valueOf(o object.Object) object.Object {
	if i, ok := o.(*object.Instance); ok {
		if v := i.Attr("_value_"); v != nil {
			return v
		}
	}
	return object.None
}

// become makes the member and puts it in the class.
func (p *proto) become(t *object.Thread, c *object.Class, name string) error {
	i := p.info
	if c.Tag == nil {
		c.Tag = i
		i.publish(c)
	}
	c.Dict().DelStr(object.Intern(name))
	c.Changed()
	m, err := p.create(t, c, name)
	if err != nil {
		return err
	}
	value := valueOf(m)
	isFlag := p.kit.flag != nil && c.IsSubclass(p.kit.flag)
	bits, _ := object.AsInt64(value)
	if isFlag {
		i.mask |= bits
		if single(bits) {
			i.singles |= bits
		}
	}
	known, err := i.find(t, value)
	if err != nil {
		return err
	}
	if known != nil {
		m = known
	} else if !isFlag || single(bits) {
		i.names.Items = append(i.names.Items, object.NewStr(name))
	}
	p.place(c, name, m)
	i.members.SetName(name, m)
	if _, err := object.Hash(t, value); err == nil {
		if old, _ := i.byValue.Get(t, value); old == nil {
			return i.byValue.Set(t, value, m)
		}
	}
	return nil
}

// place sets the class attribute; where a base has a property of that name, the member hides behind one, too.
func (p *proto) place(c *object.Class, name string, m object.Object) {
	for _, k := range c.MRO[1:] {
		switch d := k.Dict().GetName(name).(type) {
		case *property:
			redirect := *d
			redirect.name, redirect.class = name, c.Name
			c.Set(name, &redirect)
			return
		case *object.Property:
			c.Set(name, &property{get: d.Get, set: d.Set, del: d.Del, name: name, class: c.Name})
			return
		}
	}
	c.Set(name, m)
}

// create makes the member's object, with its value, name and what its __init__ sets.
func (p *proto) create(t *object.Thread, c *object.Class, name string) (object.Object, error) {
	i := p.info
	args := []object.Object{p.value}
	if tuple, ok := object.Of(p.value).(*object.Tuple); ok && i.member != object.TupleClass {
		args = append([]object.Object(nil), tuple.Items...)
	}
	given := args
	if !i.useArgs {
		given = nil
	}
	o, err := i.make(t, c, given)
	if err != nil {
		return nil, err
	}
	m, ok := o.(*object.Instance)
	if !ok {
		return nil, object.TypeError("__new__ of %s must return a new object of the class", c.Name)
	}
	if m.Attr("_value_") == nil {
		v := p.value
		if i.member != object.ObjectClass {
			if v, err = object.CallArgs(t, i.member, object.Args{Pos: args}); err != nil {
				e := object.TypeError("_value_ not set in __new__, unable to create it")
				if cause := object.AsException(err); cause != nil {
					e.Cause, e.SuppressContext = cause, true
				}
				return nil, e
			}
		}
		m.SetAttr("_value_", v)
	}
	m.SetAttr("_name_", object.NewStr(name))
	m.SetAttr("__objclass__", c)
	if init := c.Lookup(object.Intern("__init__")); init != p.kit.enum.Lookup(object.Intern("__init__")) {
		if _, err := object.CallMethod(t, m, "__init__", args...); err != nil {
			return nil, err
		}
	}
	m.SetAttr("_sort_order_", object.Int(len(i.names.Items)))
	return m, nil
}

func single(n int64) bool { return n != 0 && n&(n-1) == 0 }

// find returns the member of a value, nil for none.
func (i *info) find(t *object.Thread, value object.Object) (object.Object, error) {
	m, err := i.byValue.Get(t, value)
	if err == nil {
		return m, nil
	}
	if !object.IsKind(err, object.TypeErrorClass) {
		return nil, err
	}
	for _, m := range i.members.All() { // the value has no hash
		same, err := object.Equal(t, valueOf(m), value)
		if err != nil {
			return nil, err
		}
		if same {
			return m, nil
		}
	}
	return nil, nil
}

// property is enum.property: an attribute of members, which on the class itself stands aside for a member of its name.
type property struct {
	get, set, del object.Object
	// direct names an attribute of the member that get would return.
	direct      string
	name, class string
	attrs       *object.Dict
}

var propertyClass = object.NewType("property", "enum", nil).Final()

// Class returns the type enum.property.
func (*property) Class() *object.Class { return propertyClass }

// AttrDict returns the attributes set on the property.
func (p *property) AttrDict(create bool) *object.Dict {
	if p.attrs == nil && create {
		p.attrs = object.NewDict()
	}
	return p.attrs
}

// SetName tells the name that the class body binds.
func (p *property) SetName(name string) { p.name = name }

// DescrGet computes the attribute of a member, or finds the member of a class.
func (p *property) DescrGet(t *object.Thread, inst object.Object, owner *object.Class) (object.Object, error) {
	if inst != nil {
		if p.direct != "" {
			if i, ok := inst.(*object.Instance); ok {
				if v := i.Attr(p.direct); v != nil {
					return v, nil
				}
			}
			return object.GetAttr(t, inst, object.Intern(p.direct))
		}
		if p.get != nil && p.get != object.None {
			return object.Call(t, p.get, inst)
		}
	}
	if owner == nil && inst != nil {
		owner = inst.Class()
	}
	if i := infoOf(owner); i != nil {
		if m := i.members.GetName(p.name); m != nil {
			return m, nil
		}
	}
	shown, err := object.Repr(t, owner)
	if err != nil {
		return nil, err
	}
	return nil, object.AttributeError(owner, p.name, "%s has no attribute %s", shown, object.QuoteStr(p.name))
}

// DescrSet sets the attribute of a member, if there is a setter.
func (p *property) DescrSet(t *object.Thread, inst, v object.Object) error {
	f, what, args := p.set, "set", []object.Object{inst, v}
	if v == nil {
		f, what, args = p.del, "delete", args[:1]
	}
	if f == nil || f == object.None {
		return object.AttributeError(inst, p.name, "<enum %s> cannot %s attribute %s", object.QuoteStr(p.class), what, object.QuoteStr(p.name))
	}
	_, err := object.Call(t, f, args...)
	return err
}

var propertySignature = object.ParseSignature("(fget=None, fset=None, fdel=None, doc=None)")

func init() {
	propertyClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := propertySignature.Bind(t, "property", nil, a, nil)
		if err != nil {
			return nil, err
		}
		p := &property{get: v[0], set: v[1], del: v[2]}
		p.AttrDict(true).SetName("__doc__", v[3])
		return p, nil
	}
	propertyClass.Methods(
		object.Func("setter", "(self, fset)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			p := *a[0].(*property)
			p.set = a[1]
			return &p, nil
		}),
		object.Func("deleter", "(self, fdel)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			p := *a[0].(*property)
			p.del = a[1]
			return &p, nil
		}),
	)
	for name, get := range map[string]func(p *property) object.Object{
		"fget": func(p *property) object.Object { return p.get }, "fset": func(p *property) object.Object { return p.set }, "fdel": func(p *property) object.Object { return p.del }} {
		propertyClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			if v := get(o.(*property)); v != nil {
				return v, nil
			}
			return object.None, nil
		})
	}
}
