package object

// Instance is an object of a class that a program or a library defines.
type Instance struct {
	class *Class
	attrs *Dict
	// Native is the value of the built-in base: the *Dict inside an instance of class Registry(dict). Otherwise nil.
	Native Object
	// State is what a library's Go code keeps for the instance, unseen by Python.
	State any
	slots *Dict // values of __slots__, nil until one is set
	own   Dict  // what attrs points to, unless another dict was put in its place
}

// NewInstance returns a bare instance of c.
func NewInstance(c *Class) *Instance { return &Instance{class: c} }

// Class returns the instance's class.
func (i *Instance) Class() *Class { return i.class }

// SetClass changes the class, as assigning to __class__ does.
func (i *Instance) SetClass(c *Class) { i.class = c }

// AttrDict returns the instance dict; nil when it has none yet and create is false.
func (i *Instance) AttrDict(create bool) *Dict {
	if i.attrs == nil && create {
		i.begin()
	}
	return i.attrs
}

func (i *Instance) begin() {
	i.attrs = &i.own
	if n := i.class.room; n > 0 {
		i.own.entries = make([]dictEntry, 0, n)
	}
}

// maxRoom bounds the room that a class gives its instances: one of them with a thousand attributes must not make all others large.
const maxRoom = 64

// noteRoom lets later instances of the class begin with room for as many attributes as this one has.
func (i *Instance) noteRoom() {
	if n := len(i.own.entries); n > int(i.class.room) && n <= maxRoom && !i.class.immutable {
		i.class.room = int32(n)
	}
}

// SetAttrDict makes d the instance dict.
func (i *Instance) SetAttrDict(d *Dict) { i.attrs = d }

// Attr returns an attribute of the instance dict itself, or nil.
func (i *Instance) Attr(name string) Object { return i.attrs.getStr(Intern(name)) }

// SetAttr sets an attribute in the instance dict itself, past any hook or descriptor.
func (i *Instance) SetAttr(name string, v Object) { i.AttrDict(true).setStr(Intern(name), v) }

func init() {
	ObjectClass.New = func(t *Thread, cls *Class, a Args) (Object, error) {
		if !a.Empty() {
			if err := objectTakesNoArguments(cls); err != nil {
				return nil, err
			}
		}
		if len(cls.abstract) > 0 {
			return nil, abstractError(cls)
		}
		return NewInstance(cls), nil
	}
}

// objectTakesNoArguments is object.__new__'s complaint about arguments that nobody takes: it stays silent when the class
// overrides __init__, which will take them.
func objectTakesNoArguments(cls *Class) error {
	if definedBelowObject(cls, nameNew) {
		return TypeError("object.__new__() takes exactly one argument (the type to instantiate)")
	}
	if definedBelowObject(cls, nameInit) {
		return nil
	}
	return TypeError("%s() takes no arguments", cls.Name)
}

func definedBelowObject(cls *Class, name *Str) bool { return definesBelow(cls, name, ObjectClass) }

// definesBelow reports whether cls or a class before base in its order defines the name.
func definesBelow(cls *Class, name *Str, base *Class) bool {
	for _, k := range cls.MRO {
		if k == base {
			return false
		}
		if k.Dict().getStr(name) != nil {
			return true
		}
	}
	return false
}

// SetAbstract records the names of the abstract methods that still lack a body, as __abstractmethods__.
func (c *Class) SetAbstract(names []string) { c.abstract = names }

// Abstract returns the names set by SetAbstract.
func (c *Class) Abstract() []string { return c.abstract }

func abstractError(c *Class) error {
	s := ""
	for i, n := range c.abstract {
		if i > 0 {
			s += ", "
		}
		s += n
	}
	plural := ""
	if len(c.abstract) > 1 {
		plural = "s"
	}
	return TypeError("Can't instantiate abstract class %s with abstract method%s %s", c.Name, plural, s)
}
