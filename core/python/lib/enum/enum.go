// Package enum is Python's module enum. A session makes its own EnumType, Enum, Flag and the rest, as ordinary mutable
// classes, so that classes of the program derive from them by the usual rules.
package enum

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("enum", load) }

type kitKey struct{}

// kit is a session's classes of the module.
type kit struct {
	meta                                        *object.Class
	enum, repr, intEnum, strEnum, flag, intFlag *object.Class
	boundary                                    *object.Class
	checks                                      *object.Class
}

// kitOf returns the session's classes.
func kitOf(t *object.Thread) *kit {
	return t.State(kitKey{}, func() any { return &kit{} }).(*kit)
}

// info is what an enum class knows of its members; it is the class's Tag.
type info struct {
	names   *object.List // without aliases
	members *object.Dict // name to member, aliases included
	byValue *object.Dict
	// member is the class that gives members their value (int, str …), object for none; first is the enum class it
	// derives from.
	member *object.Class
	first  *object.Class
	// make makes a bare member; useArgs says that it wants the value.
	make    func(t *object.Thread, cls *object.Class, args []object.Object) (object.Object, error)
	useArgs bool
	// valueRepr shows a value, nil for repr.
	valueRepr object.Object
	// Of flags: what happens to bits without a member, all members' bits, and those of members with a single bit.
	boundary      string
	mask, singles int64
	byDefinition  bool
}

// infoOf returns what an enum class knows, nil for other classes.
func infoOf(c *object.Class) *info {
	i, _ := c.Tag.(*info)
	return i
}

// allBits is the mask that has all bits up to the highest member's.
func (i *info) allBits() int64 {
	all := int64(0)
	for all < i.mask {
		all = all<<1 | 1
	}
	return all
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("enum")
	k := kitOf(t)
	if err := k.build(t); err != nil {
		return nil, err
	}
	lib.AddClasses(m, k.meta, k.enum, k.repr, k.intEnum, k.strEnum, k.flag, k.intFlag, k.boundary, k.checks, autoClass, memberClass, nonmemberClass, propertyClass, verifyClass)
	m.Dict.SetName("EnumMeta", k.meta)
	for _, c := range []*object.Class{k.boundary, k.checks} {
		for name, v := range infoOf(c).members.All() {
			s, _ := object.AsString(name)
			m.Dict.SetName(s, v)
		}
	}
	lib.Add(m, functions...)
	return m, nil
}

// build makes the classes, in the order in which they need each other.
func (k *kit) build(t *object.Thread) error {
	var err error
	if k.meta, err = object.NewClass(t, "EnumType", "enum", []*object.Class{object.TypeClass}, object.NewDict(), nil); err != nil {
		return err
	}
	k.addMeta()
	make := func(name, doc string, bases ...*object.Class) *object.Class {
		if err != nil {
			return nil
		}
		ns := object.NewDict()
		ns.SetName("__doc__", object.NewStr(doc))
		c, e := object.NewClass(t, name, "enum", bases, ns, k.meta)
		if err = e; e != nil {
			return nil
		}
		c.Tag = emptyInfo(c, bases)
		return c
	}
	k.enum = make("Enum", "A set of named constants.")
	k.repr = make("ReprEnum", "Changes repr() alone: str() and format() are those of the data type.", k.enum)
	k.intEnum = make("IntEnum", "Members are ints.", object.IntClass, k.repr)
	k.strEnum = make("StrEnum", "Members are strs.", object.StrClass, k.repr)
	k.flag = make("Flag", "Members are bits that combine.", k.enum)
	k.intFlag = make("IntFlag", "Members are bits that combine, and ints.", object.IntClass, k.repr, k.flag)
	if err != nil {
		return err
	}
	infoOf(k.flag).boundary, infoOf(k.intFlag).boundary = "strict", "keep"
	k.addEnum()
	k.addStrEnum()
	k.addFlag()
	for _, c := range []*object.Class{k.intEnum, k.strEnum, k.intFlag} {
		k.asDataType(c, infoOf(c).member)
	}
	return k.addConstants(t)
}

// emptyInfo is that of a class of the module itself.
func emptyInfo(c *object.Class, bases []*object.Class) *info {
	i := newInfo()
	i.first = c
	i.member = object.ObjectClass
	if len(bases) > 0 && bases[0].Immutable() && bases[0] != object.ObjectClass {
		i.member = bases[0]
		i.useArgs = true
	}
	i.make = nativeNew(i.member)
	i.publish(c)
	return i
}

func newInfo() *info {
	return &info{names: object.NewList(), members: object.NewDict(), byValue: object.NewDict()}
}

// publish shows the class's tables under the names that programs know.
func (i *info) publish(c *object.Class) {
	c.Set("_member_names_", i.names)
	c.Set("_member_map_", i.members)
	c.Set("_value2member_map_", i.byValue)
	c.Set("_member_type_", i.member)
}

// addConstants makes FlagBoundary and EnumCheck, which are enums themselves.
func (k *kit) addConstants(t *object.Thread) error {
	var err error
	k.boundary, err = k.constants(t, "FlagBoundary", "What happens to bits that no member has.", [][2]string{
		{"STRICT", "strict"}, {"CONFORM", "conform"}, {"EJECT", "eject"}, {"KEEP", "keep"}})
	if err != nil {
		return err
	}
	k.checks, err = k.constants(t, "EnumCheck", "What verify can check.", [][2]string{
		{"CONTINUOUS", "no skipped integer values"}, {"NAMED_FLAGS", "multi-flag aliases may not contain unnamed flags"}, {"UNIQUE", "one name per value"}})
	return err
}

func (k *kit) constants(t *object.Thread, name, doc string, values [][2]string) (*object.Class, error) {
	ns := object.NewDict()
	b := &body{class: name, ns: ns, gnv: object.None}
	ns.SetName("__module__", object.NewStr("enum"))
	ns.SetName("__doc__", object.NewStr(doc))
	for _, v := range values {
		b.names = append(b.names, v[0])
		ns.SetName(v[0], object.NewStr(v[1]))
	}
	v, err := k.newClass(t, k.meta, name, []object.Object{k.strEnum}, b, "", nil)
	if err != nil {
		return nil, err
	}
	return v, nil
}
