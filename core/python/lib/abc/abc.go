// Package abc is Python's module abc: ABC, ABCMeta and abstractmethod.
package abc

import (
	"sort"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("abc", load)
	Meta.New = newABC
	Meta.Methods(
		object.Func("register", "(cls, subclass)", "Makes subclass count as a subclass of this class.", register),
		object.Func("__instancecheck__", "(cls, instance)", "", instanceCheck),
		object.Func("__subclasscheck__", "(cls, subclass)", "", subclassCheck),
	)
}

// Meta is the class ABCMeta.
var Meta = object.NewType("ABCMeta", "abc", object.TypeClass)

type stateKey struct{}

// registry is what one session registered, and its class ABC.
type registry struct {
	virtual map[*object.Class][]*object.Class
	abc     *object.Class
}

func stateOf(t *object.Thread) *registry {
	return t.State(stateKey{}, func() any { return &registry{virtual: map[*object.Class][]*object.Class{}} }).(*registry)
}

// ABC returns the session's class abc.ABC.
func ABC(t *object.Thread) (*object.Class, error) {
	r := stateOf(t)
	if r.abc == nil {
		c, err := object.NewClass(t, "ABC", "abc", nil, object.NewDict(), Meta)
		if err != nil {
			return nil, err
		}
		c.SetAbstract([]string{})
		r.abc = c
	}
	return r.abc, nil
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("abc")
	c, err := ABC(t)
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("ABC", c)
	m.Dict.SetName("ABCMeta", Meta)
	for name, wrap := range map[string]func(object.Object) object.Object{
		"abstractmethod":       func(f object.Object) object.Object { return f },
		"abstractclassmethod":  func(f object.Object) object.Object { return &object.ClassMethod{Func: f} },
		"abstractstaticmethod": func(f object.Object) object.Object { return &object.StaticMethod{Func: f} },
		"abstractproperty":     func(f object.Object) object.Object { return &object.Property{Get: f} },
	} {
		m.Dict.SetName(name, object.Func(name, "(funcobj)", "Marks a method that a concrete subclass must define.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				if err := object.SetAttr(t, a[0], isAbstractName, object.True); err != nil {
					if p, ok := a[0].(*object.Property); !ok || p.Get == nil {
						return nil, err
					}
				}
				return wrap(a[0]), nil
			}))
	}
	lib.Add(m, object.Func("update_abstractmethods", "(cls)", "Finds the abstract methods of a class again.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if c, ok := a[0].(*object.Class); ok && c.Meta != nil && c.Meta.IsSubclass(Meta) {
			c.SetAbstract(Abstract(t, c))
		}
		return a[0], nil
	}))
	m.Dict.SetName("get_cache_token", object.Func("get_cache_token", "()", "Changes when a class is registered.",
		func(t *object.Thread, _ []object.Object) (object.Object, error) {
			return object.Int(len(stateOf(t).virtual)), nil
		}))
	return m, nil
}

var isAbstractName = object.Intern("__isabstractmethod__")

// isAbstract reports whether v carries the mark, itself or in the functions it wraps.
func isAbstract(t *object.Thread, v object.Object) bool {
	switch x := object.Of(v).(type) {
	case *object.Property:
		for _, f := range []object.Object{x.Get, x.Set, x.Del} {
			if f != nil && isAbstract(t, f) {
				return true
			}
		}
	case *object.ClassMethod:
		return isAbstract(t, x.Func)
	case *object.StaticMethod:
		return isAbstract(t, x.Func)
	case object.HasDict:
		if d := x.AttrDict(false); d != nil {
			m := d.GetStr(isAbstractName)
			ok := false
			if m != nil {
				ok, _ = object.Truth(t, m)
			}
			return ok
		}
	}
	return false
}

// newABC is ABCMeta.__new__: it makes the class and finds the abstract methods that still have no body.
func newABC(t *object.Thread, meta *object.Class, a object.Args) (object.Object, error) {
	v, err := object.TypeClass.New(t, meta, a)
	if err != nil {
		return nil, err
	}
	if c, ok := v.(*object.Class); ok {
		c.SetAbstract(Abstract(t, c))
	}
	return v, nil
}

// Abstract returns the sorted names of c's abstract methods.
func Abstract(t *object.Thread, c *object.Class) []string {
	names := map[string]bool{}
	for k, v := range c.Dict().All() {
		if s, ok := k.(*object.Str); ok && isAbstract(t, v) {
			names[s.String()] = true
		}
	}
	for _, b := range c.Bases {
		for _, n := range b.Abstract() {
			if v := c.Lookup(object.Intern(n)); v != nil && isAbstract(t, v) {
				names[n] = true
			}
		}
	}
	list := make([]string, 0, len(names))
	for n := range names {
		list = append(list, n)
	}
	sort.Strings(list)
	return list
}

func register(t *object.Thread, a []object.Object) (object.Object, error) {
	c := a[0].(*object.Class)
	sub, ok := a[1].(*object.Class)
	if !ok {
		return nil, object.TypeError("Can only register classes")
	}
	if c.IsSubclass(sub) && c != sub {
		return nil, object.NewError(object.RuntimeErrorClass, "Refusing to create an inheritance cycle")
	}
	r := stateOf(t)
	r.virtual[c] = append(r.virtual[c], sub)
	return sub, nil
}

// IsVirtual reports whether sub is a subclass of c: in fact, by registration, or by c's __subclasshook__.
func IsVirtual(t *object.Thread, c, sub *object.Class) (bool, error) {
	if hook := c.Lookup(object.Intern("__subclasshook__")); hook != nil {
		f, err := object.GetAttr(t, c, object.Intern("__subclasshook__"))
		if err != nil {
			return false, err
		}
		v, err := object.Call(t, f, sub)
		if err != nil {
			return false, err
		}
		if b, ok := v.(object.Bool); ok {
			return bool(b), nil
		}
	}
	if sub.IsSubclass(c) {
		return true, nil
	}
	return registered(t, c, sub), nil
}

func registered(t *object.Thread, c, sub *object.Class) bool {
	for k, subs := range stateOf(t).virtual {
		if k != c && !k.IsSubclass(c) {
			continue
		}
		for _, s := range subs {
			if sub.IsSubclass(s) {
				return true
			}
		}
	}
	return false
}

func instanceCheck(t *object.Thread, a []object.Object) (object.Object, error) {
	ok, err := IsVirtual(t, a[0].(*object.Class), a[1].Class())
	return object.Bool(ok), err
}

func subclassCheck(t *object.Thread, a []object.Object) (object.Object, error) {
	sub, ok := a[1].(*object.Class)
	if !ok {
		return nil, object.TypeError("issubclass() arg 1 must be a class")
	}
	yes, err := IsVirtual(t, a[0].(*object.Class), sub)
	return object.Bool(yes), err
}
