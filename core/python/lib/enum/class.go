package enum

import (
	"strings"

	"layerglass/core/python/object"
)

var (
	newName  = object.Intern("__new__")
	reprName = object.Intern("__repr__")
)

// checkBases refuses to extend an enum that has members.
func checkBases(t *object.Thread, name string, bases []object.Object) error {
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if !ok {
			continue
		}
		for _, k := range c.MRO {
			if i := infoOf(k); i != nil && len(i.names.Items) > 0 {
				shown, err := object.Repr(t, k)
				if err != nil {
					return err
				}
				return object.TypeError("<enum %s> cannot extend %s", object.QuoteStr(name), shown)
			}
		}
	}
	return nil
}

// mixins finds the data type of the members and the enum class that a new one derives from.
func mixins(t *object.Thread, k *kit, name string, bases []object.Object) (member, first *object.Class, err error) {
	if len(bases) == 0 {
		return object.ObjectClass, k.enum, nil
	}
	if err := checkBases(t, name, bases); err != nil {
		return nil, nil, err
	}
	first, ok := bases[len(bases)-1].(*object.Class)
	if !ok || infoOf(first) == nil {
		return nil, nil, object.TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
	}
	var found []*object.Class
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if !ok {
			continue
		}
		if d := dataType(c); d != nil && !hasClass(found, d) {
			found = append(found, d)
		}
	}
	switch len(found) {
	case 0:
		return object.ObjectClass, first, nil
	case 1:
		return found[0], first, nil
	}
	var shown []string
	for _, c := range found {
		s, err := object.Repr(t, c)
		if err != nil {
			return nil, nil, err
		}
		shown = append(shown, s)
	}
	return nil, nil, object.TypeError("too many data types for %s: {%s}", object.QuoteStr(name), strings.Join(shown, ", "))
}

func hasClass(list []*object.Class, c *object.Class) bool {
	for _, x := range list {
		if x == c {
			return true
		}
	}
	return false
}

// dataType is the class among c and its bases that makes values, nil for none.
func dataType(c *object.Class) *object.Class {
	var candidate *object.Class
	for _, k := range c.MRO {
		i := infoOf(k)
		switch {
		case k == object.ObjectClass:
			continue
		case i != nil:
			if i.member != object.ObjectClass {
				return i.member
			}
			continue
		case k.New != nil || k.Dict().GetStr(newName) != nil || k.Dict().GetName("__dataclass_fields__") != nil:
			if candidate != nil {
				return candidate
			}
			return k
		case candidate == nil:
			candidate = k
		}
	}
	return nil
}

// dataRepr is how values are shown: by the data type's own __repr__, nil for repr().
func dataRepr(bases []object.Object) object.Object {
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if !ok {
			continue
		}
		for _, k := range c.MRO {
			if k == object.ObjectClass {
				continue
			}
			if i := infoOf(k); i != nil {
				return i.valueRepr
			}
			if r := k.Dict().GetStr(reprName); r != nil {
				return r
			}
		}
	}
	return nil
}

// nativeNew makes bare members of a data type.
func nativeNew(member *object.Class) func(*object.Thread, *object.Class, []object.Object) (object.Object, error) {
	if member == object.ObjectClass {
		return func(_ *object.Thread, cls *object.Class, _ []object.Object) (object.Object, error) {
			return object.NewInstance(cls), nil
		}
	}
	for _, k := range member.MRO {
		if f := k.Dict().GetStr(newName); f != nil && !k.Immutable() {
			return programNew(f)
		}
		if k.New != nil && k != object.ObjectClass {
			return func(t *object.Thread, cls *object.Class, args []object.Object) (object.Object, error) {
				return k.New(t, cls, object.Args{Pos: args})
			}
		}
	}
	return nativeNew(object.ObjectClass)
}

// programNew makes bare members by a __new__ of the program.
func programNew(f object.Object) func(*object.Thread, *object.Class, []object.Object) (object.Object, error) {
	if s, ok := f.(*object.StaticMethod); ok {
		f = s.Func
	}
	return func(t *object.Thread, cls *object.Class, args []object.Object) (object.Object, error) {
		return object.CallArgs(t, f, object.Args{Pos: append([]object.Object{cls}, args...)})
	}
}

// findNew chooses how members are made: by a __new__ in the body, by one of an earlier enum class, or by the data type.
func (i *info) findNew(b *body) (own object.Object) {
	if own = b.ns.GetStr(newName); own != nil {
		i.make, i.useArgs = programNew(own), true
		return own
	}
	for _, c := range []*object.Class{i.member, i.first} {
		if f := c.Lookup(object.Intern("__new_member__")); f != nil {
			i.make, i.useArgs = programNew(f), true
			return nil
		}
	}
	if i.member == object.ObjectClass {
		i.make, i.useArgs = nativeNew(object.ObjectClass), false
		return nil
	}
	i.make = nativeNew(i.member)
	i.useArgs = makesValues(i.member)
	return nil
}

// makesValues reports whether a data type has a __new__ of its own.
func makesValues(c *object.Class) bool {
	for _, k := range c.MRO {
		if k != object.ObjectClass && (k.New != nil || k.Dict().GetStr(newName) != nil) {
			return true
		}
	}
	return false
}

// newClass makes an enum class of a body.
func (k *kit) newClass(t *object.Thread, meta *object.Class, name string, bases []object.Object, b *body, boundary string, kw []object.Kwarg) (*object.Class, error) {
	for _, n := range append([]string{"_ignore_"}, b.ignore...) {
		b.ns.DelStr(object.Intern(n))
	}
	for _, n := range b.names {
		if n == "mro" || n == "" {
			return nil, object.ValueError("invalid enum member name(s) %s", object.QuoteStr(n))
		}
	}
	order := b.ns.GetName("_order_")
	b.ns.DelStr(object.Intern("_order_"))
	i := newInfo()
	var err error
	if i.member, i.first, err = mixins(t, k, name, bases); err != nil {
		return nil, err
	}
	own := i.findNew(b)
	i.valueRepr = dataRepr(bases)
	if i.boundary = boundary; boundary == "" {
		i.boundary = infoOf(i.first).boundary
	}
	c, err := k.makeClass(t, meta, name, bases, b, i, kw)
	if err != nil {
		return nil, err
	}
	k.finish(c, i, b)
	if own != nil {
		c.Set("__new_member__", own)
	}
	c.Set("__new__", k.enum.Dict().GetStr(newName))
	if k.flag != nil && c.IsSubclass(k.flag) {
		i.byDefinition = !i.ascending()
	}
	return c, i.checkOrder(t, k, c, order)
}

// makeClass runs type.__new__ on the body; the members are made on the way, when the class tells its names.
func (k *kit) makeClass(t *object.Thread, meta *object.Class, name string, bases []object.Object, b *body, i *info, kw []object.Kwarg) (*object.Class, error) {
	ns := b.ns.Copy()
	for _, n := range b.names {
		p := object.NewInstance(protoClass)
		p.State = &proto{kit: k, info: i, value: b.ns.GetName(n)}
		ns.SetName(n, p)
	}
	if f := ns.GetName("_generate_next_value_"); f != nil {
		if _, ok := f.(*object.StaticMethod); !ok {
			ns.SetName("_generate_next_value_", &object.StaticMethod{Func: f})
		}
	}
	v, err := object.TypeClass.New(t, meta, object.Args{Pos: []object.Object{object.NewStr(name), object.NewTuple(bases...), ns}, Kw: kw})
	if err != nil {
		if e := object.AsException(err); e != nil && e.Class() == object.RuntimeErrorClass {
			if cause, ok := e.Cause.(*object.Exception); ok { // what making a member raised
				return nil, cause
			}
		}
		return nil, err
	}
	c := v.(*object.Class)
	if c.Tag == nil {
		c.Tag = i
		i.publish(c)
	}
	return c, nil
}

// finish gives the class the methods that the data type's would hide.
func (k *kit) finish(c *object.Class, i *info, b *body) {
	for _, base := range c.Bases {
		if base == k.repr && k.repr != nil && i.member != object.ObjectClass {
			k.asDataTypeUnless(c, i.member, b)
		}
	}
	for _, name := range []string{"__repr__", "__str__", "__format__"} {
		key := object.Intern(name)
		if c.Dict().GetStr(key) != nil {
			continue
		}
		found := c.Lookup(key)
		if found == i.member.Lookup(key) || found == object.ObjectClass.Lookup(key) {
			c.Set(name, i.first.Lookup(key))
		}
	}
	if k.flag == nil || !c.IsSubclass(k.flag) {
		return
	}
	for _, name := range flagOperators {
		if c.Dict().GetName(name) == nil {
			c.Set(name, k.flag.Lookup(object.Intern(name)))
		}
	}
}

func (k *kit) asDataTypeUnless(c, member *object.Class, b *body) {
	for _, name := range []string{"__format__", "__str__"} {
		if b.ns.GetName(name) == nil {
			c.Set(name, dataMethod(member, name))
		}
	}
}

// asDataType gives a class str() and format() of its data type.
func (k *kit) asDataType(c, member *object.Class) {
	for _, name := range []string{"__format__", "__str__"} {
		c.Set(name, dataMethod(member, name))
	}
	c.Set("__repr__", k.enum.Lookup(reprName))
	if c == k.intFlag {
		c.Set("__repr__", k.flag.Lookup(reprName))
	}
	if c.IsSubclass(k.flag) {
		for _, name := range flagOperators {
			c.Set(name, k.flag.Lookup(object.Intern(name)))
		}
	}
}

func dataMethod(member *object.Class, name string) object.Object {
	key := object.Intern(name)
	m := member.Lookup(key)
	if name == "__str__" && m == object.ObjectClass.Lookup(key) {
		m = member.Lookup(reprName)
	}
	return m
}

func (i *info) ascending() bool {
	last := int64(-1 << 63)
	for _, n := range i.names.Items {
		s, _ := object.AsString(n)
		v, _ := object.AsInt64(valueOf(i.members.GetName(s)))
		if v < last {
			return false
		}
		last = v
	}
	return true
}

// checkOrder compares the members with what _order_ says.
func (i *info) checkOrder(t *object.Thread, k *kit, c *object.Class, order object.Object) error {
	if order == nil {
		return nil
	}
	wanted, err := nameList(t, order)
	if err != nil || len(wanted) == 0 {
		return err
	}
	list := object.NewList()
	for _, n := range wanted {
		s, _ := object.AsString(n)
		alias := i.members.GetName(s) != nil
		for _, own := range i.names.Items {
			if o, _ := object.AsString(own); o == s {
				alias = false
			}
		}
		if !alias {
			list.Items = append(list.Items, n)
		}
	}
	same, err := object.Equal(t, list, i.names)
	if same || err != nil {
		return err
	}
	a, err := object.Repr(t, i.names)
	if err != nil {
		return err
	}
	b, err := object.Repr(t, list)
	if err != nil {
		return err
	}
	return object.TypeError("member order does not match _order_:\n  %s\n  %s", a, b)
}
