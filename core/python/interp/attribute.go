package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

var (
	nameGetAttribute = object.Intern("__getattribute__")
	nameGetAttr      = object.Intern("__getattr__")
	nameSetAttr      = object.Intern("__setattr__")
	nameInit         = object.Intern("__init__")
	nameNew          = object.Intern("__new__")
	nameSet          = object.Intern("__set__")
	nameDelete       = object.Intern("__delete__")
)

// attrSite is one place in the program that reads an attribute. It remembers what the class of the last object had under
// the name, as long as the class does not change.
type attrSite struct {
	name *object.Str
	at   source.Span

	class   *object.Class
	version uint64
	kind    siteKind
	found   object.Object // on the class
	hint    int32         // in instance dicts
}

type siteKind uint8

const (
	siteSlow     siteKind = iota
	siteAbsent            // the class has nothing: the instance dict decides
	siteValue             // a plain value, shadowed by the instance dict
	siteMethod            // a function, likewise
	siteProperty          // a property with a getter written in Python
	siteNative            // a method of a built-in type whose objects have no dict
)

func newAttrSite(name *object.Str, at source.Span) *attrSite { return &attrSite{name: name, at: at} }

func (c *compiler) attribute(e *syntax.Attribute) expr {
	owner := c.expr(e.Value)
	s := newAttrSite(object.Intern(c.scope.Mangle(e.Attr)), c.attrPlace(e))
	if slot := c.localSlot(e.Value); slot >= 0 {
		return func(f *frame) object.Object {
			o := f.locals[slot]
			if o == nil {
				return owner(f)
			}
			return s.load(f, o)
		}
	}
	return func(f *frame) object.Object {
		o := owner(f)
		if o == nil {
			return nil
		}
		return s.load(f, o)
	}
}

// load reads the attribute of o.
func (s *attrSite) load(f *frame, o object.Object) object.Object {
	switch x := o.(type) {
	case *object.Instance:
		cls := x.Class()
		if cls != s.class || cls.Version() != s.version {
			s.learn(cls)
		}
		if s.kind == siteSlow {
			break
		}
		if s.kind == siteProperty {
			return s.callGetter(f, o)
		}
		if d := x.AttrDict(false); d != nil {
			if v := d.Hint(s.name, &s.hint); v != nil {
				return v
			}
		}
		switch s.kind {
		case siteValue:
			return s.found
		case siteMethod:
			return &object.Method{Self: o, Func: s.found}
		}
	case *object.Module:
		if v := x.Dict.Hint(s.name, &s.hint); v != nil {
			return v
		}
	}
	f.At = s.at
	v, err := object.GetAttr(f.t, o, s.name)
	if err != nil {
		return f.fail(err, s.at)
	}
	return v
}

func (s *attrSite) callGetter(f *frame, o object.Object) object.Object {
	fn := s.found.(*Function)
	f.At = s.at
	w := f.m.window(fn.code.size())
	w[0] = o
	if v := f.m.invoke(fn, w, o); v != nil {
		return v
	}
	return f.pass(s.at)
}

// learn looks at an instance's class.
func (s *attrSite) learn(cls *object.Class) {
	s.class, s.version, s.kind, s.found = cls, cls.Version(), siteSlow, nil
	if cls.Lookup(nameGetAttribute) != object.ObjectClass.Lookup(nameGetAttribute) {
		return
	}
	s.found = cls.Lookup(s.name)
	switch v := s.found.(type) {
	case nil:
		s.kind = siteAbsent
	case *Function:
		s.kind = siteMethod
	case *object.Builtin:
		if v.Owner() != nil {
			s.kind = siteMethod
		} else {
			s.kind = siteValue
		}
	case *object.Property:
		if fn, ok := v.Get.(*Function); ok && fn.code.simple == 1 && cls.Lookup(nameGetAttr) == nil { // which catches its AttributeError
			s.kind, s.found = siteProperty, fn
		}
	case object.Int, object.Float, object.Bool, *object.Str, *object.NoneType, *object.List, *object.Dict, *object.Tuple, *object.Class:
		s.kind = siteValue
	}
}

// method finds what o.name(…) calls: a function and the object to pass first, or a value to call as it is.
func (s *attrSite) method(f *frame, o object.Object) (callee, self object.Object) {
	switch x := o.(type) {
	case *object.Instance:
		cls := x.Class()
		if cls != s.class || cls.Version() != s.version {
			s.learn(cls)
		}
		if s.kind != siteMethod {
			break
		}
		if d := x.AttrDict(false); d != nil {
			if v := d.Hint(s.name, &s.hint); v != nil {
				return v, nil
			}
		}
		return s.found, o
	case *object.Module, *object.Class, *object.Super, *object.Exception:
	default:
		cls := o.Class()
		if cls != s.class {
			s.learnNative(cls, o)
		}
		if s.kind == siteNative {
			return s.found, o
		}
	}
	return s.load(f, o), nil
}

// learnNative looks at the class of an object of Go.
func (s *attrSite) learnNative(cls *object.Class, o object.Object) {
	s.class, s.version, s.kind, s.found = cls, cls.Version(), siteSlow, nil
	if _, ok := o.(object.HasDict); ok || !cls.Immutable() {
		return
	}
	if b, ok := cls.Lookup(s.name).(*object.Builtin); ok && b.Owner() != nil {
		s.kind, s.found = siteNative, b
	}
}

// setSite is one place that assigns to an attribute.
type setSite struct {
	name    *object.Str
	at      source.Span
	class   *object.Class
	version uint64
	plain   bool // instances take the value into their dict
	hint    int32
}

// attrPlace is the place that a traceback names for an attribute: in a chain over several lines, that of the name.
func (c *compiler) attrPlace(a *syntax.Attribute) source.Span {
	if c.file.Line(a.Span().Start) == c.file.Line(a.AttrSpan.Start) {
		return a.Span()
	}
	return a.AttrSpan
}

// callPlace is the place that a traceback names for a call: for a method of a chain over several lines, it begins with the name.
func (c *compiler) callPlace(e *syntax.Call) source.Span {
	a, ok := e.Func.(*syntax.Attribute)
	if !ok || hasStar(e.Args) {
		return e.Span()
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			return e.Span()
		}
	}
	return source.Span{Start: c.attrPlace(a).Start, End: e.Span().End}
}

func newSetSite(name *object.Str, at source.Span) *setSite { return &setSite{name: name, at: at} }

// store does o.name = v and reports false when that raised.
func (s *setSite) store(f *frame, o, v object.Object) bool {
	if x, ok := o.(*object.Instance); ok {
		cls := x.Class()
		if cls != s.class || cls.Version() != s.version {
			s.learn(cls)
		}
		if s.plain {
			x.AttrDict(true).SetHint(s.name, v, &s.hint)
			return true
		}
	}
	f.At = s.at
	if err := object.SetAttr(f.t, o, s.name, v); err != nil {
		f.fail(err, s.at)
		return false
	}
	return true
}

func (s *setSite) learn(cls *object.Class) {
	s.class, s.version, s.plain = cls, cls.Version(), false
	if cls.HasSlots || cls == object.ObjectClass || cls.Lookup(nameSetAttr) != object.ObjectClass.Lookup(nameSetAttr) {
		return
	}
	switch v := cls.Lookup(s.name).(type) {
	case object.DescrSetter:
	case *object.Instance:
		k := v.Class()
		_, native := v.Native.(object.DescrSetter)
		s.plain = !native && k.Lookup(nameSet) == nil && k.Lookup(nameDelete) == nil
	default:
		s.plain = true
	}
}

// storeAttribute compiles assignment to an attribute.
func (c *compiler) storeAttribute(e *syntax.Attribute) setter {
	owner := c.expr(e.Value)
	s := newSetSite(object.Intern(c.scope.Mangle(e.Attr)), c.attrPlace(e))
	return func(f *frame, v object.Object) bool {
		o := owner(f)
		return o != nil && s.store(f, o, v)
	}
}
