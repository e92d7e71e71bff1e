package dataclasses

import (
	"strings"

	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

// initMethod makes __init__: one parameter for each field with init, keyword-only ones last.
func (m *maker) initMethod() (*object.Builtin, error) {
	plan := &initPlan{postInit: m.c.Lookup(object.Intern("__post_init__")) != nil, frozen: m.p.frozen}
	self := object.Param{Name: object.Intern("self"), Kind: object.PositionalOrKeyword}
	seenDefault := false
	var keyword []object.Param
	list := []object.Param{self}
	for _, f := range m.fields {
		p := object.Param{Name: f.key(), Annotation: f.typ, Kind: object.PositionalOrKeyword, Default: nil}
		switch {
		case f.def != missing:
			p.Default = f.def
		case f.factory != missing:
			p.Default = made
		}
		if !yes(f.init) {
			continue
		}
		if yes(f.kwOnly) {
			p.Kind = object.KeywordOnly
			keyword = append(keyword, p)
			continue
		}
		if p.Default != nil {
			seenDefault = true
		} else if seenDefault {
			return nil, object.TypeError("non-default argument %s follows default argument", object.QuoteStr(f.key().String()))
		}
		list = append(list, p)
	}
	if m.all.GetName("self") != nil {
		list[0].Name = object.Intern("__dataclass_self__")
	}
	s := object.NewSignature(append(list, keyword...))
	s.Return = object.None
	for _, f := range m.fields {
		at := -1
		for i, p := range s.Params {
			if i > 0 && p.Name == f.key() {
				at = i
			}
		}
		plan.steps = append(plan.steps, initStep{f, f.key(), at})
	}
	name := m.c.QualifiedName() + ".__init__"
	init := object.RawFunc("__init__", "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		values, err := bind.Function(name, s, a)
		if err != nil {
			return nil, err
		}
		return object.None, plan.run(t, a.Pos[0], values)
	})
	return init.WithSignature(s).AsFunction(), nil
}

// initPlan is what __init__ does once its arguments are there.
type initPlan struct {
	steps            []initStep
	postInit, frozen bool
}

type initStep struct {
	f    *field
	name *object.Str
	at   int // the parameter's place, -1 for none
}

func (p *initPlan) run(t *object.Thread, self object.Object, values []object.Object) error {
	set := object.SetAttr
	if p.frozen {
		set = object.GenericSetAttr
	}
	var extra []object.Object
	for _, s := range p.steps {
		var v object.Object
		if s.at >= 0 {
			v = values[s.at]
		}
		if s.f.kind == isInitVar {
			if v != nil {
				extra = append(extra, v)
			}
			continue
		}
		if v == object.Object(made) || v == nil && s.f.factory != missing {
			var err error
			if v, err = object.Call(t, s.f.factory); err != nil {
				return err
			}
		}
		if v == nil && s.f.def != missing && self.Class().HasSlots {
			v = s.f.def // the class attribute gave way to the slot
		}
		if v == nil {
			continue
		}
		if err := set(t, self, s.name, v); err != nil {
			return err
		}
	}
	if !p.postInit {
		return nil
	}
	_, err := object.CallMethod(t, self, "__post_init__", extra...)
	return err
}

// values reads fields of an object.
func values(t *object.Thread, self object.Object, fields []*field) (*object.Tuple, error) {
	items := make([]object.Object, len(fields))
	for i, f := range fields {
		var err error
		if items[i], err = object.GetAttr(t, self, f.key()); err != nil {
			return nil, err
		}
	}
	return object.NewTuple(items...), nil
}

func (m *maker) reprMethod() *object.Builtin {
	var fields []*field
	for _, f := range m.plain() {
		if yes(f.repr) {
			fields = append(fields, f)
		}
	}
	return object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if !t.Enter(a[0]) {
			return object.NewStr("..."), nil
		}
		defer t.Leave(a[0])
		if err := t.Deeper(); err != nil {
			return nil, err
		}
		defer t.Shallower()
		var parts []string
		for _, f := range fields {
			v, err := object.GetAttr(t, a[0], f.key())
			if err != nil {
				return nil, err
			}
			s, err := object.Repr(t, v)
			if err != nil {
				return nil, err
			}
			parts = append(parts, f.key().String()+"="+s)
		}
		return object.NewStr(a[0].Class().QualifiedName() + "(" + strings.Join(parts, ", ") + ")"), nil
	})
}

func (m *maker) compared() []*field {
	var fields []*field
	for _, f := range m.plain() {
		if yes(f.compare) {
			fields = append(fields, f)
		}
	}
	return fields
}

// comparison makes a method that compares the fields of two objects of one class as tuples.
func (m *maker) comparison(op object.CompareOp) *object.Builtin {
	fields := m.compared()
	return object.Func(op.Method(), "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if a[1].Class() != a[0].Class() {
			return object.NotImplemented, nil
		}
		x, err := values(t, a[0], fields)
		if err != nil {
			return nil, err
		}
		y, err := values(t, a[1], fields)
		if err != nil {
			return nil, err
		}
		return object.Compare(t, op, x, y)
	})
}

func (m *maker) eqMethod() *object.Builtin { return m.comparison(object.Eq) }

func (m *maker) orderMethod(op object.CompareOp) *object.Builtin { return m.comparison(op) }

func (m *maker) hashMethod() *object.Builtin {
	var fields []*field
	for _, f := range m.plain() {
		if f.hash == object.None && yes(f.compare) || f.hash != object.None && yes(f.hash) {
			fields = append(fields, f)
		}
	}
	return object.Func("__hash__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := values(t, a[0], fields)
		if err != nil {
			return nil, err
		}
		h, err := object.Hash(t, x)
		return object.Int(h), err
	})
}

// frozenMethods refuse changes of the fields, and of anything in an instance of just this class.
func (m *maker) frozenMethods() []*object.Builtin {
	names := map[string]bool{}
	for _, f := range m.plain() {
		names[f.key().String()] = true
	}
	check := func(t *object.Thread, self, name object.Object, what string) error {
		s, _ := object.AsString(name)
		if m.p.slots && !names[s] {
			// The class with slots is a copy, and these methods still mean the class that it was made from: CPython stumbles the same way.
			return object.TypeError("super(type, obj): obj must be an instance or subtype of type")
		}
		if self.Class() != m.c && !names[s] {
			return nil
		}
		c, err := frozenError(t)
		if err != nil {
			return err
		}
		return object.NewError(c, "cannot %s field %s", what, object.QuoteStr(s))
	}
	next := func(t *object.Thread, method string, a []object.Object) (object.Object, error) {
		s, err := object.NewSuper(m.c, a[0])
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, s, method, a[1:]...)
	}
	return []*object.Builtin{
		object.Func("__setattr__", "(self, name, value)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if err := check(t, a[0], a[1], "assign to"); err != nil {
				return nil, err
			}
			return next(t, "__setattr__", a)
		}),
		object.Func("__delattr__", "(self, name)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if err := check(t, a[0], a[1], "delete"); err != nil {
				return nil, err
			}
			return next(t, "__delattr__", a)
		}),
	}
}

// withSlots makes the class again with the names of its fields as slots.
func (m *maker) withSlots() (object.Object, error) {
	if m.has("__slots__") {
		return nil, object.TypeError("%s already specifies __slots__", m.c.Name)
	}
	ns := m.c.Dict().Copy()
	inherited := map[string]bool{}
	for _, k := range m.c.MRO[1:] {
		for _, s := range k.Slots {
			inherited[s] = true
		}
	}
	var names []object.Object
	for _, f := range m.plain() {
		if !inherited[f.key().String()] {
			names = append(names, f.key())
		}
		ns.DelStr(f.key())
	}
	if m.p.weakref {
		names = append(names, object.Intern("__weakref__"))
	}
	ns.DelStr(object.Intern("__dict__"))
	ns.DelStr(object.Intern("__weakref__"))
	ns.SetName("__slots__", object.NewTuple(names...))
	ns.SetName("__qualname__", object.NewStr(m.c.QualifiedName()))
	bases := make([]object.Object, len(m.c.Bases))
	for i, b := range m.c.Bases {
		bases[i] = b
	}
	v, err := object.Call(m.t, m.c.Class(), object.NewStr(m.c.Name), object.NewTuple(bases...), ns)
	if err != nil {
		return nil, err
	}
	if c, ok := v.(*object.Class); ok { // the methods belong to the new class
		var own []*object.Builtin
		for _, f := range c.Dict().All() {
			if b, ok := f.(*object.Builtin); ok && b.Owner() == m.c {
				own = append(own, b)
			}
		}
		m.c = c.Methods(own...)
	}
	return v, nil
}
