package object

import "sync/atomic"

// Class is a Python class: built in, declared by a library, or written in a program.
type Class struct {
	Name     string
	Qualname string // "" means Name
	Bases    []*Class
	MRO      []*Class
	Meta     *Class // nil means type

	// New is the native part of __new__: it makes the bare object. nil means inherited along the MRO. cls is the class
	// asked for, which may be a subclass.
	New func(t *Thread, cls *Class, a Args) (Object, error)
	// OnCall, when set on a class in the MRO, runs instead of the plain "__new__ then __init__" when the class is called.
	// Libraries use it to see the whole construction. It is inherited.
	OnCall func(t *Thread, cls *Class, a Args) (Object, error)

	// Slots holds the names of __slots__; HasSlots with no dict base forbids other attributes.
	Slots    []string
	HasSlots bool // no instance of exactly this layout has a __dict__

	// Tag lets a library keep what it knows of its class (a layer's declaration).
	Tag any

	// LongName is what messages call the type where that is not Name, as for types that C code defines ("numpy.ndarray").
	LongName string

	dict       *Dict // the class namespace
	late       atomic.Pointer[[]*lateNames]
	module     string
	flags      classFlags
	immutable  bool  // built in: shared by all sessions, attributes cannot be set
	room       int32 // how many attributes its instances have, see noteRoom
	layout     *Class
	subclasses []*Class
	cache      map[*Str]Object // MRO look-ups of a mutable class; nil entries mean absent
	version    uint64
	attrHooks  attrHooks
	hooksKnown bool
	abstract   []string
}

type classFlags uint8

const (
	final   classFlags = 1 << iota // cannot be a base class
	mapping                        // subscripts look up keys: without __iter__ it is no iterable
	payload                        // a subclass instance is an *Instance whose Native is this Go type
)

type attrHooks struct {
	getattribute, getattr, setattr, delattr Object // user-defined, or nil
}

var classVersions atomic.Uint64

// Class returns the metaclass.
func (c *Class) Class() *Class {
	if c.Meta != nil {
		return c.Meta
	}
	return TypeClass
}

// newBuiltinClass makes a class right below object. It is not inlined, as the other functions that package variables and init
// functions call by the hundred are not: each copy would be loaded by everybody, to run once.
//
//go:noinline
func newBuiltinClass(name string, flags classFlags) *Class {
	return newBuiltinSubclass(name, ObjectClass, flags)
}

//go:noinline
func newBuiltinSubclass(name string, base *Class, flags classFlags) *Class {
	c := &Class{Name: name, module: "builtins", Bases: []*Class{base}, flags: flags, immutable: true}
	c.dict = NewDict()
	if base.MRO == nil { // object itself, before its init
		c.MRO = []*Class{c, base}
	} else {
		c.MRO = append([]*Class{c}, base.MRO...)
	}
	return c
}

func init() {
	ObjectClass.dict = NewDict()
	ObjectClass.MRO = []*Class{ObjectClass}
	TypeClass.dict = NewDict()
	TypeClass.Bases = []*Class{ObjectClass}
	TypeClass.MRO = []*Class{TypeClass, ObjectClass}
}

// NewClass makes a class as the type(name, bases, namespace) call does, without calling __init_subclass__ or __set_name__
// (FinishClass does). No bases means object. It fails with TypeError when the bases have no consistent order or no common layout.
func NewClass(t *Thread, name, module string, bases []*Class, namespace *Dict, meta *Class) (*Class, error) {
	if len(bases) == 0 {
		bases = []*Class{ObjectClass}
	}
	c := &Class{Name: name, module: module, Bases: bases, dict: namespace, version: classVersions.Add(1)}
	if meta != TypeClass {
		c.Meta = meta
	}
	for _, b := range bases {
		if b.flags&final != 0 {
			return nil, TypeError("type '%s' is not an acceptable base type", b.Name)
		}
	}
	mro, err := linearize(c)
	if err != nil {
		return nil, err
	}
	c.MRO = mro
	if c.layout, err = solidBase(bases); err != nil {
		return nil, err
	}
	for _, b := range bases {
		if !b.immutable {
			b.subclasses = append(b.subclasses, c)
		}
	}
	if c.Meta == nil { // the most derived metaclass of the bases
		for _, b := range bases {
			if m := b.Class(); m != TypeClass && (c.Meta == nil || m.IsSubclass(c.Meta)) {
				c.Meta = m
			}
		}
	}
	return c, nil
}

// linearize is the C3 merge of the bases' orders.
func linearize(c *Class) ([]*Class, error) {
	if len(c.Bases) == 1 {
		return append(append(make([]*Class, 0, len(c.Bases[0].MRO)+1), c), c.Bases[0].MRO...), nil
	}
	var lists [][]*Class
	for _, b := range c.Bases {
		lists = append(lists, b.MRO)
	}
	lists = append(lists, c.Bases)
	for i, b := range c.Bases {
		for _, other := range c.Bases[:i] {
			if b == other {
				return nil, TypeError("duplicate base class %s", b.Name)
			}
		}
	}
	tails := map[*Class]int{}
	for _, l := range lists {
		for _, k := range l[1:] {
			tails[k]++
		}
	}
	out := []*Class{c}
	for {
		head, empty := nextOf(lists, tails)
		if empty {
			return out, nil
		}
		if head == nil {
			names := ""
			named := map[*Class]bool{}
			for _, l := range lists { // those that wait for each other
				if len(l) == 0 || named[l[0]] {
					continue
				}
				if len(named) > 0 {
					names += ", "
				}
				names += l[0].Name
				named[l[0]] = true
			}
			return nil, TypeError("Cannot create a consistent method resolution\norder (MRO) for bases %s", names)
		}
		out = append(out, head)
		for i, l := range lists {
			if len(l) > 0 && l[0] == head {
				lists[i] = l[1:]
				if len(l) > 1 {
					tails[l[1]]--
				}
			}
		}
	}
}

// nextOf finds the first head that stands in no other list's tail. tails counts in how many each class stands.
func nextOf(lists [][]*Class, tails map[*Class]int) (head *Class, empty bool) {
	empty = true
	for _, l := range lists {
		if len(l) == 0 {
			continue
		}
		empty = false
		if tails[l[0]] == 0 {
			return l[0], false
		}
	}
	return nil, empty
}

// Layout returns the class whose Go representation the instances have: object for plain classes, or the built-in or
// library class with a New of its own.
func (c *Class) Layout() *Class {
	for _, k := range c.MRO {
		if k.New != nil && k != ObjectClass {
			return k
		}
	}
	return ObjectClass
}

// solid is Layout, where names in __slots__ count too: CPython gives them room of their own in each instance.
func (c *Class) solid() *Class {
	for _, k := range c.MRO {
		if k.New != nil && k != ObjectClass || len(k.Slots) > 0 {
			return k
		}
	}
	return ObjectClass
}

func solidBase(bases []*Class) (*Class, error) {
	best := ObjectClass
	for _, b := range bases {
		l := b.solid()
		switch {
		case l.IsSubclass(best):
			best = l
		case best.IsSubclass(l):
		default:
			return nil, TypeError("multiple bases have instance lay-out conflict")
		}
	}
	return best, nil
}

// IsSubclass reports whether c is k or derives from it.
func (c *Class) IsSubclass(k *Class) bool {
	if c == k {
		return true
	}
	for _, m := range c.MRO {
		if m == k {
			return true
		}
	}
	return false
}

// Immutable reports whether the class is built in, so that its attributes cannot be set.
func (c *Class) Immutable() bool { return c.immutable }

// Mapping says that subscripts of the type look up keys: having __getitem__ does not make it iterable.
func (c *Class) Mapping() *Class {
	c.flags |= mapping
	return c
}

// Payload reports whether instances of subclasses carry this class's Go value in Instance.Native.
func (c *Class) Payload() bool { return c.flags&payload != 0 }

// Module returns the name of the module that defines the class, as __module__ says.
func (c *Class) Module() string {
	if s, ok := c.Dict().getStr(nameModule).(*Str); ok {
		return s.s
	}
	return c.module
}

// QualifiedName returns __qualname__.
func (c *Class) QualifiedName() string {
	if c.Qualname != "" {
		return c.Qualname
	}
	return c.Name
}

// FullName returns the name a traceback or repr uses: "builtins" is left out ("ValueError", "__main__.Thing").
func (c *Class) FullName() string {
	if m := c.Module(); m != "builtins" && m != "" {
		return m + "." + c.QualifiedName()
	}
	return c.QualifiedName()
}

// Version changes whenever the class or one of its bases changes; caches compare it. It is 0 for built-in classes,
// which never change.
func (c *Class) Version() uint64 { return c.version }

// Lookup finds name along the MRO, without binding it. It returns nil when absent.
func (c *Class) Lookup(name *Str) Object {
	if c.immutable {
		return c.lookupMRO(name)
	}
	if v, ok := c.cache[name]; ok {
		return v
	}
	v := c.lookupMRO(name)
	if c.cache == nil {
		c.cache = make(map[*Str]Object)
	}
	if name.interned {
		c.cache[name] = v
	}
	return v
}

func (c *Class) lookupMRO(name *Str) Object {
	for _, k := range c.MRO {
		if v := k.Dict().getStr(name); v != nil {
			return v
		}
	}
	return nil
}

// LookupAfter finds name along the MRO behind the class start, as super does. It returns nil when absent.
func (c *Class) LookupAfter(start *Class, name *Str) Object {
	seen := false
	for _, k := range c.MRO {
		if seen {
			if v := k.Dict().getStr(name); v != nil {
				return v
			}
		}
		seen = seen || k == start
	}
	return nil
}

// after returns the part of the MRO behind the class start.
func (c *Class) after(start *Class) []*Class {
	for i, k := range c.MRO {
		if k == start {
			return c.MRO[i+1:]
		}
	}
	return nil
}

// Set sets a class attribute and forgets what was cached of it here and in subclasses. Built-in classes are set up with
// it by init functions; the language's own assignment goes through SetAttr, which refuses them.
func (c *Class) Set(name string, v Object) {
	c.dict.setStr(Intern(name), v)
	c.Changed()
}

// Changed must be called after the class namespace was changed other than through Set. It returns for how many subclasses that was news.
func (c *Class) Changed() (classes int64) {
	if c.immutable {
		return 0
	}
	c.cache = nil
	c.hooksKnown = false
	c.version = classVersions.Add(1)
	for _, s := range c.subclasses {
		classes += 1 + s.Changed()
	}
	return classes
}

// newOf returns the nearest native New along the MRO.
func (c *Class) newOf() func(*Thread, *Class, Args) (Object, error) {
	for _, k := range c.MRO {
		if k.New != nil {
			return k.New
		}
	}
	return nil
}

// hooks returns the attribute hooks that a program's class defines, found once per version.
func (c *Class) hooks() *attrHooks {
	if c.hooksKnown {
		return &c.attrHooks
	}
	c.attrHooks = attrHooks{
		getattribute: overriding(c, nameGetAttribute),
		getattr:      c.Lookup(nameGetAttr),
		setattr:      overriding(c, nameSetAttr),
		delattr:      overriding(c, nameDelAttr),
	}
	c.hooksKnown = !c.immutable
	return &c.attrHooks
}

// overriding returns the attribute unless it is object's (or type's) own.
func overriding(c *Class, name *Str) Object {
	for _, k := range c.MRO {
		if v := k.Dict().getStr(name); v != nil {
			if k == ObjectClass || k == TypeClass {
				return nil
			}
			return v
		}
	}
	return nil
}

// Dotted gives the class the name that messages use for a type which C code defines: with its module.
func (c *Class) Dotted() *Class {
	c.LongName = c.Module() + "." + c.Name
	return c
}

// MessageName returns the name of the type in messages.
func (c *Class) MessageName() string {
	if c.LongName != "" {
		return c.LongName
	}
	return c.Name
}
