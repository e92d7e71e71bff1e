package typing

import (
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

// maker stands for NamedTuple and TypedDict: called as a function, or among the bases of a class.
type maker struct {
	name string
	meta *object.Class // of the class that stands for it in a class statement
	make func(t *object.Thread, name, module string, bases []object.Object, ns *object.Dict, total bool) (object.Object, error)
}

var makerClass = object.NewType("function", "builtins", nil).Final()

var (
	namedTupleMaker = &maker{name: "NamedTuple", meta: object.NewType("NamedTupleMeta", "typing", object.TypeClass), make: newNamedTuple}
	typedDictMaker  = &maker{name: "TypedDict", meta: object.NewType("_TypedDictMeta", "typing", object.TypeClass)}
)

// Class returns the type function.
func (*maker) Class() *object.Class { return makerClass }

// Repr shows the name.
func (m *maker) Repr(t *object.Thread) (string, error) {
	return "<function " + m.name + object.DefaultRepr(t, m)[len("<function object"):], nil
}

// Call is NamedTuple("Point", [("x", int)]) and TypedDict("Movie", {"name": str}).
func (m *maker) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) < 1 {
		return nil, object.TypeError("%s() missing 1 required positional argument: 'typename'", m.name)
	}
	name, err := object.ToStr(t, a.Pos[0])
	if err != nil {
		return nil, err
	}
	annotations := object.NewDict()
	if len(a.Pos) > 1 {
		if err := annotate(t, annotations, a.Pos[1]); err != nil {
			return nil, err
		}
	}
	total := true
	for _, k := range a.Kw {
		if k.Name.String() == "total" {
			if total, err = object.Truth(t, k.Value); err != nil {
				return nil, err
			}
			continue
		}
		annotations.SetStr(k.Name, asType(k.Value))
	}
	module := "__main__"
	if t.Top != nil {
		if s, ok := object.AsString(t.Top.Globals.GetName("__name__")); ok {
			module = s
		}
	}
	ns := object.NewDict()
	ns.SetName("__annotations__", annotations)
	return m.make(t, name, module, nil, ns, total)
}

func annotate(t *object.Thread, to *object.Dict, fields object.Object) error {
	if d, ok := fields.(*object.Dict); ok {
		for k, v := range d.All() {
			if err := to.Set(t, k, asType(v)); err != nil {
				return err
			}
		}
		return nil
	}
	return object.Iterate(t, fields, func(v object.Object) (bool, error) {
		pair, err := object.Items(t, v)
		if err != nil {
			return false, err
		}
		if len(pair) != 2 {
			return false, object.ValueError("not enough values to unpack (expected 2, got %d)", len(pair))
		}
		return true, to.Set(t, pair[0], asType(pair[1]))
	})
}

func init() {
	typedDictMaker.make = newTypedDict
	makerClass.Protocols(&maker{})
	makerClass.Getter("__name__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*maker).name), nil
	})
	makerClass.Methods(object.Func("__mro_entries__", "(self, bases)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		m := a[0].(*maker)
		base, err := object.NewClass(t, m.name, "typing", nil, object.NewDict(), m.meta)
		if err != nil {
			return nil, err
		}
		base.Tag = m
		return object.NewTuple(base), nil
	}))
	for _, m := range []*maker{namedTupleMaker, typedDictMaker} {
		m.meta.New = m.fromStatement
	}
	refuse := func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.TypeError("TypedDict does not support instance and class checks")
	}
	typedDictMaker.meta.Methods(
		object.Func("__instancecheck__", "(cls, other)", "", refuse),
		object.Func("__subclasscheck__", "(cls, other)", "", refuse),
		object.RawFunc("__init__", "(cls, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
	)
}

// fromStatement ends a class statement with NamedTuple or TypedDict among its bases.
func (m *maker) fromStatement(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	if len(a.Pos) != 3 {
		return nil, object.TypeError("%s takes a class body", m.name)
	}
	name, _ := object.AsString(a.Pos[0])
	ns, ok := a.Pos[2].(*object.Dict)
	if !ok {
		return nil, object.TypeError("%s takes a class body", m.name)
	}
	bases, err := object.Items(t, a.Pos[1])
	if err != nil {
		return nil, err
	}
	total := true
	if v := a.Get("total"); v != nil {
		if total, err = object.Truth(t, v); err != nil {
			return nil, err
		}
	}
	module, _ := object.AsString(orNone(ns.GetName("__module__")))
	v, err := m.make(t, name, module, bases, ns, total)
	if cell, ok := ns.GetName("__classcell__").(object.CellSetter); ok && err == nil {
		cell.SetCell(v)
	}
	return v, err
}

func orNone(v object.Object) object.Object {
	if v == nil {
		return object.None
	}
	return v
}

func annotationsOf(ns *object.Dict) *object.Dict {
	d, ok := orNone(ns.GetName("__annotations__")).(*object.Dict)
	if !ok {
		return object.NewDict()
	}
	own := object.NewDict()
	for k, v := range d.All() {
		if s, ok := k.(*object.Str); ok {
			own.SetStr(s, asType(v))
		}
	}
	return own
}

func newNamedTuple(t *object.Thread, name, module string, _ []object.Object, ns *object.Dict, _ bool) (object.Object, error) {
	var fields []string
	var defaults []object.Object
	annotations := annotationsOf(ns)
	isField := map[string]bool{}
	for k := range annotations.All() {
		field, _ := object.AsString(k)
		v := ns.GetName(field)
		if v == nil && len(defaults) > 0 {
			return nil, object.TypeError("Non-default namedtuple field %s cannot follow default field", field)
		}
		if v != nil {
			defaults = append(defaults, v)
		}
		fields = append(fields, field)
		isField[field] = true
	}
	c, err := collections.NewNamedTuple(t, name, module, fields, defaults)
	if err != nil {
		return nil, err
	}
	c.Set("__annotations__", annotations)
	if s, ok := object.AsString(orNone(ns.GetName("__qualname__"))); ok {
		c.Qualname = s
	}
	for k, v := range ns.All() {
		n, ok := object.AsString(k)
		switch {
		case !ok || isField[n] || n == "__module__" || n == "__qualname__" || n == "__annotations__" || n == "__classcell__":
		case n == "__new__" || n == "__init__" || n == "_fields" || n == "_make" || n == "_replace" || n == "_asdict":
			return nil, object.AttributeError(c, n, "Cannot overwrite NamedTuple attribute %s", n)
		default:
			c.Set(n, v)
		}
	}
	return c, nil
}

func newTypedDict(t *object.Thread, name, module string, bases []object.Object, ns *object.Dict, total bool) (object.Object, error) {
	ns = ns.Copy()
	ns.DelStr(object.Intern("__classcell__"))
	own := annotationsOf(ns)
	all, required, optional := object.NewDict(), object.NewFrozenSet(), object.NewFrozenSet()
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if !ok || c.Tag == any(typedDictMaker) {
			continue
		}
		if d, ok := c.Dict().GetName("__annotations__").(*object.Dict); ok {
			if err := all.Update(t, d); err != nil {
				return nil, err
			}
		}
		for attr, set := range map[string]*object.Set{"__required_keys__": required, "__optional_keys__": optional} {
			if s, ok := c.Dict().GetName(attr).(*object.Set); ok {
				if err := set.Update(t, s); err != nil {
					return nil, err
				}
			}
		}
	}
	for k, v := range own.All() {
		set := required
		if !total {
			set = optional
		}
		if g, ok := v.(*alias); ok && g.form != nil {
			switch g.form.name {
			case "Required":
				set = required
			case "NotRequired":
				set = optional
			}
		}
		if err := set.Add(t, k); err != nil {
			return nil, err
		}
	}
	if err := all.Update(t, own); err != nil {
		return nil, err
	}
	ns.SetName("__module__", object.NewStr(module))
	ns.SetName("__annotations__", all)
	ns.SetName("__required_keys__", required)
	ns.SetName("__optional_keys__", optional)
	ns.SetName("__total__", object.Bool(total))
	qualname, hasName := object.AsString(orNone(ns.GetName("__qualname__")))
	ns.DelStr(object.Intern("__qualname__"))
	c, err := object.NewClass(t, name, module, []*object.Class{object.DictClass}, ns, typedDictMaker.meta)
	if err != nil {
		return nil, err
	}
	if hasName {
		c.Qualname = qualname
	}
	c.OnCall = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		return object.CallArgs(t, object.DictClass, a)
	}
	return c, nil
}
