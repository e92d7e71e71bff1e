package dataclasses

import (
	"strings"

	"layerglass/core/python/lib/inspect"
	"layerglass/core/python/object"
)

// params are the arguments of the decorator.
type params struct {
	init, repr, eq, order, unsafeHash, frozen, matchArgs, kwOnly, slots, weakref bool
}

var paramNames = []string{"init", "repr", "eq", "order", "unsafe_hash", "frozen"}

func (p *params) places() []*bool {
	return []*bool{&p.init, &p.repr, &p.eq, &p.order, &p.unsafeHash, &p.frozen, &p.matchArgs, &p.kwOnly, &p.slots, &p.weakref}
}

func readParams(t *object.Thread, a []object.Object) (*params, error) {
	p := &params{}
	for i, place := range p.places() {
		ok, err := object.Truth(t, a[i])
		if err != nil {
			return nil, err
		}
		*place = ok
	}
	return p, nil
}

// shown is __dataclass_params__.
type shown struct{ params }

var shownClass = object.NewType("_DataclassParams", "dataclasses", nil).Final()

// Class returns the type of __dataclass_params__.
func (*shown) Class() *object.Class { return shownClass }

// Repr shows the decorator's arguments.
func (s *shown) Repr(*object.Thread) (string, error) {
	var parts []string
	for i, name := range paramNames {
		value := "False"
		if *s.places()[i] {
			value = "True"
		}
		parts = append(parts, name+"="+value)
	}
	return "_DataclassParams(" + strings.Join(parts, ",") + ")", nil
}

func init() {
	shownClass.Protocols(&shown{})
	for i, name := range paramNames {
		shownClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return object.Bool(*o.(*shown).places()[i]), nil
		})
	}
}

func dataclass(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := readParams(t, a[1:])
	if err != nil {
		return nil, err
	}
	wrap := func(t *object.Thread, o object.Object) (object.Object, error) {
		c, ok := o.(*object.Class)
		if !ok {
			return nil, object.TypeError("dataclass() takes a class, not %s", o.Class().Name)
		}
		return process(t, c, p)
	}
	if a[0] != object.None {
		return wrap(t, a[0])
	}
	return object.Func("wrap", "(cls)", "Makes the class a dataclass.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return wrap(t, a[0])
	}), nil
}

// maker turns one class into a dataclass.
type maker struct {
	t      *object.Thread
	c      *object.Class
	p      *params
	all    *object.Dict
	fields []*field // all but class variables, in order
}

func process(t *object.Thread, c *object.Class, p *params) (object.Object, error) {
	m := &maker{t: t, c: c, p: p, all: object.NewDict()}
	if err := m.inherit(); err != nil {
		return nil, err
	}
	if err := m.collect(); err != nil {
		return nil, err
	}
	c.Set("__dataclass_fields__", m.all)
	c.Set("__dataclass_params__", &shown{*p})
	for _, v := range m.all.All() {
		if f := v.(*field); f.kind != isClassVar {
			m.fields = append(m.fields, f)
		}
	}
	if err := m.addMethods(); err != nil {
		return nil, err
	}
	if p.weakref && !p.slots {
		return nil, object.TypeError("weakref_slot is True but slots is False")
	}
	if p.slots {
		return m.withSlots()
	}
	return c, nil
}

// inherit takes over the fields of the bases, the farthest first, and checks that all or none are frozen.
func (m *maker) inherit() error {
	frozenBase, anyBase := false, false
	for i := len(m.c.MRO) - 1; i > 0; i-- {
		b := m.c.MRO[i]
		fields := lookup(b)
		if fields == nil {
			continue
		}
		anyBase = true
		if err := m.all.Update(m.t, fields); err != nil {
			return err
		}
		if s, ok := b.Lookup(object.Intern("__dataclass_params__")).(*shown); ok && s.frozen {
			frozenBase = true
		}
	}
	if anyBase && frozenBase && !m.p.frozen {
		return object.TypeError("cannot inherit non-frozen dataclass from a frozen one")
	}
	if anyBase && !frozenBase && m.p.frozen {
		return object.TypeError("cannot inherit frozen dataclass from a non-frozen one")
	}
	return nil
}

// collect reads the class's own annotations.
func (m *maker) collect() error {
	annotations, ok := object.Of(m.c.Dict().GetName("__annotations__")).(*object.Dict)
	if !ok {
		annotations = object.NewDict()
	}
	kwOnly, seenKwOnly := m.p.kwOnly, false
	var own []*field
	for k, typ := range annotations.Copy().All() {
		name, ok := k.(*object.Str)
		if !ok {
			continue
		}
		name = object.Intern(name.String())
		if m.isKeywordOnly(typ) {
			if seenKwOnly {
				return object.TypeError("%s is KW_ONLY, but KW_ONLY has already been specified", object.QuoteStr(name.String()))
			}
			kwOnly, seenKwOnly = true, true
			continue
		}
		f, err := fieldOf(m.t, m.c, name, typ, kwOnly)
		if err != nil {
			return err
		}
		own = append(own, f)
	}
	for _, f := range own {
		m.all.SetStr(f.key(), f)
		if _, ok := m.c.Dict().GetStr(f.key()).(*field); !ok {
			continue
		}
		if f.def == missing {
			m.c.Dict().DelStr(f.key())
			m.c.Changed()
			continue
		}
		m.c.Set(f.key().String(), f.def)
		if hook, err := object.Special(m.t, f.def, "__set_name__"); err != nil {
			return err
		} else if hook != nil {
			if _, err := object.Call(m.t, hook, m.c, f.key()); err != nil {
				return err
			}
		}
	}
	for k, v := range m.c.Dict().All() {
		if _, ok := v.(*field); ok {
			if there, err := annotations.Contains(m.t, k); !there || err != nil {
				shown, _ := object.Repr(m.t, k)
				return object.TypeError("%s is a field but has no type annotation", shown)
			}
		}
	}
	return nil
}

func (m *maker) isKeywordOnly(typ object.Object) bool {
	if s, ok := object.AsString(typ); ok {
		typ = named(m.t, m.c, s)
	}
	return typ == object.Object(keywordOnly)
}

// plain lists the fields that are no InitVars.
func (m *maker) plain() []*field {
	var list []*field
	for _, f := range m.fields {
		if f.kind == isField {
			list = append(list, f)
		}
	}
	return list
}

func (m *maker) has(name string) bool { return m.c.Dict().GetName(name) != nil }

// add gives the class a method unless it has its own; it reports whether it has.
func (m *maker) add(f *object.Builtin) (own bool) {
	if m.has(f.Name) {
		return true
	}
	m.c.Methods(f)
	m.c.Changed()
	return false
}

func (m *maker) addMethods() error {
	classHash := m.c.Dict().GetName("__hash__")
	explicitHash := classHash != nil && !(classHash == object.None && m.has("__eq__"))
	if m.p.order && !m.p.eq {
		return object.ValueError("eq must be true if order is true")
	}
	if m.p.init {
		f, err := m.initMethod()
		if err != nil {
			return err
		}
		m.add(f)
	}
	if m.p.repr {
		m.add(m.reprMethod())
	}
	if m.p.eq {
		m.add(m.eqMethod())
	}
	if m.p.order {
		for op := object.Lt; op <= object.Ge; op++ {
			if m.add(m.orderMethod(op)) {
				return object.TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering", op.Method(), m.c.Name)
			}
		}
	}
	if m.p.frozen {
		for _, f := range m.frozenMethods() {
			if m.add(f) {
				return object.TypeError("Cannot overwrite attribute %s in class %s", f.Name, m.c.Name)
			}
		}
	}
	if err := m.setHash(explicitHash); err != nil {
		return err
	}
	if m.p.matchArgs && !m.has("__match_args__") {
		var names []object.Object
		for _, f := range m.fields { // those of __init__, which arguments without a field are too
			if f.kind != isClassVar && yes(f.init) && !yes(f.kwOnly) {
				names = append(names, f.key())
			}
		}
		m.c.Set("__match_args__", object.NewTuple(names...))
	}
	return m.setDoc()
}

func (m *maker) setHash(explicit bool) error {
	switch {
	case m.p.unsafeHash && explicit:
		return object.TypeError("Cannot overwrite attribute __hash__ in class %s", m.c.Name)
	case m.p.unsafeHash, m.p.eq && m.p.frozen && !explicit:
		m.c.Methods(m.hashMethod())
		m.c.Changed()
	case m.p.eq && !m.p.frozen && !explicit:
		m.c.Set("__hash__", object.None)
	}
	return nil
}

// setDoc writes the call that makes an instance into a class without a docstring.
func (m *maker) setDoc() error {
	if doc := m.c.Dict().GetName("__doc__"); doc != nil && doc != object.None {
		return nil
	}
	v, err := inspect.Of(m.t, m.c)
	if err != nil {
		return nil // a metaclass or __new__ whose parameters cannot be told
	}
	s := &object.Signature{Params: v.Params, Return: v.Return}
	if s.Return == object.None {
		s.Return = nil
	}
	text, err := inspect.Text(m.t, s)
	if err != nil {
		return err
	}
	m.c.Set("__doc__", object.NewStr(m.c.Name+text))
	return nil
}
