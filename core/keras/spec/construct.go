package spec

import (
	"slices"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

var (
	nameInit       = object.Intern("__init__")
	nameGetConfig  = object.Intern("get_config")
	nameFromConfig = object.Intern("from_config")
)

// construct is __init__.
func (c *Class) construct(t *object.Thread, cls *object.Class, a object.Args) error {
	if len(a.Pos) == 0 {
		return object.TypeError("%s.__init__() missing 1 required positional argument: 'self'", c.Name)
	}
	self, ok := a.Pos[0].(*object.Instance)
	if !ok {
		return object.TypeError("%s.__init__() needs an instance", c.Name)
	}
	if self.State == nil && self.Class() == cls {
		operation.Claim(t, self, c.sig, object.Args{Pos: a.Pos[1:], Kw: a.Kw})
	}
	values, err := operation.Bind(c.Name+".__init__", c.sig, a)
	if err != nil {
		placeBadCall(self, err)
		return err
	}
	l := &Instance{T: t, Instance: self, Given: arg.GivenTo(c.sig, values)}
	late := false
	for i := range c.Args {
		late = late || c.Args[i].IsBaseInit()
	}
	if !late {
		if err := c.initBase(l, cls); err != nil {
			return err
		}
	}
	for _, a := range c.steps {
		if err := c.step(l, cls, a); err != nil {
			return err
		}
	}
	return c.finish(l)
}

// placeBadCall points the error about an argument that __init__ does not take at the place where it was written.
func placeBadCall(self *object.Instance, err error) {
	e := object.AsException(err)
	if e == nil {
		return
	}
	if b, ok := e.Subject.(*operation.BadCall); ok && len(b.Names) == 1 && b.Kind != operation.Missing {
		if span, ok := operation.Origins(self)[b.Names[0]]; ok {
			e.Span = span
		}
	}
}

// step runs one item of Args.
func (c *Class) step(l *Instance, cls *object.Class, a *arg.Arg) error {
	switch {
	case a.IsBaseInit() && a.Name == "-":
		return nil
	case a.IsBaseInit():
		return c.initBase(l, cls)
	case a.IsCheck():
		return a.Run(l)
	}
	attr := a.Attribute()
	if attr == "" {
		return nil
	}
	v, err := a.Convert(l, l.Given.Get(a.Name))
	if err != nil {
		return err
	}
	return object.SetAttr(l.T, l.Instance, object.Intern(attr), v)
}

func (c *Class) finish(l *Instance) error {
	if c.Masks {
		if err := l.Set("supports_masking", true); err != nil {
			return err
		}
	}
	if c.Setup != nil {
		if err := c.Setup(l); err != nil {
			return err
		}
	}
	if c.BuiltAtInit {
		_, err := l.Method("_build_at_init")
		return err
	}
	return nil
}

// initBase calls the next __init__ behind the class in the MRO with the arguments that are meant for it.
func (c *Class) initBase(l *Instance, cls *object.Class) error {
	next := l.Instance.Class().LookupAfter(cls, nameInit)
	if next == nil || next == object.ObjectClass.Lookup(nameInit) {
		return c.noBaseTakes(l)
	}
	kw := arg.Pairs(c.Fixed...)
	for i := range c.Args {
		if a := &c.Args[i]; a.Up {
			kw = append(kw, object.Kwarg{Name: object.Intern(a.Name), Value: l.Given.Get(a.Name)})
		}
	}
	if c.Hand != nil {
		more, err := c.Hand(l)
		if err != nil {
			return err
		}
		kw = append(kw, more...)
	}
	if c.Kwargs != "" {
		more, err := operation.Keywords(l.Given.Get(c.Kwargs).(*object.Dict))
		if err != nil {
			return err
		}
		kw = append(kw, more...)
	}
	twice := doubled(kw)
	for _, a := range kw {
		if slices.Contains(c.Taken, a.Name.String()) {
			twice = a.Name.String()
		}
	}
	if twice != "" {
		return object.TypeError("%s.__init__() got multiple values for keyword argument '%s'", c.Name, twice)
	}
	_, err := object.CallArgs(l.T, &object.Method{Self: l.Instance, Func: next}, object.Args{Kw: kw})
	return err
}

func (c *Class) noBaseTakes(l *Instance) error {
	if d, ok := l.Given.Get(c.Kwargs).(*object.Dict); ok && d.Len() > 0 {
		return object.TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	return nil
}

func doubled(kw []object.Kwarg) string {
	for i := range kw {
		for j := range kw[:i] {
			if kw[i].Name == kw[j].Name {
				return kw[i].Name.String()
			}
		}
	}
	return ""
}
