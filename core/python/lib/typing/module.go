package typing

import (
	"layerglass/core/python/lib/abc"
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("typing")
	list, err := forms(t)
	if err != nil {
		return nil, err
	}
	for _, f := range list {
		m.Dict.SetName(f.name, f)
	}
	m.Dict.SetName("AbstractSet", &form{name: "AbstractSet", origin: object.FrozenSetClass, args: generic})
	m.Dict.SetName("Text", object.StrClass)
	m.Dict.SetName("TYPE_CHECKING", object.False)
	for name, c := range map[string]*object.Class{"TypeVar": typeVarClass, "ParamSpec": typeVarClass, "TypeVarTuple": typeVarClass,
		"ForwardRef": forwardRefClass, "NewType": newTypeClass} {
		m.Dict.SetName(name, c)
	}
	for _, f := range functions {
		f.Module = "typing"
		m.Dict.SetName(f.Name, f)
	}
	return m, addClasses(t, m)
}

// addClasses makes the classes that programs derive from.
func addClasses(t *object.Thread, m *object.Module) error {
	base, err := object.NewClass(t, "Generic", "typing", nil, object.NewDict(), nil)
	if err != nil {
		return err
	}
	subscripted := &form{name: "Generic", origin: base, args: generic}
	base.ClassMethods(object.Func("__class_getitem__", "(cls, params)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if c := a[0].(*object.Class); c != base {
			return object.NewGenericAlias(c, a[1]), nil
		}
		return subscripted.args(t, subscripted, a[1])
	}))
	m.Dict.SetName("Generic", base)
	protocol, err := object.NewClass(t, "Protocol", "typing", []*object.Class{base}, object.NewDict(), abc.Meta)
	if err != nil {
		return err
	}
	subscriptedProtocol := &form{name: "Protocol", origin: protocol, args: generic}
	protocol.ClassMethods(object.Func("__class_getitem__", "(cls, params)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if c := a[0].(*object.Class); c != protocol {
			return object.NewGenericAlias(c, a[1]), nil
		}
		return subscriptedProtocol.args(t, subscriptedProtocol, a[1])
	}), object.Func("__subclasshook__", "(cls, other, /)", "", protocolHook(protocol)))
	m.Dict.SetName("Protocol", protocol)
	for _, p := range [][2]string{{"SupportsInt", "__int__"}, {"SupportsFloat", "__float__"}, {"SupportsAbs", "__abs__"}, {"SupportsIndex", "__index__"},
		{"SupportsRound", "__round__"}, {"SupportsBytes", "__bytes__"}, {"SupportsComplex", "__complex__"}} {
		ns := object.NewDict()
		c, err := object.NewClass(t, p[0], "typing", []*object.Class{protocol}, ns, abc.Meta)
		if err != nil {
			return err
		}
		c.Methods(object.Func(p[1], "(self)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }))
		m.Dict.SetName(p[0], c)
	}
	named := object.NewType("NamedTuple", "typing", nil)
	m.Dict.SetName("NamedTuple", &maker{name: "NamedTuple", make: newNamedTuple, class: named})
	m.Dict.SetName("TypedDict", &maker{name: "TypedDict", make: newTypedDict, class: named})
	return nil
}

// protocolHook lets a class count as an instance of a protocol when it has the methods that the protocol's body defines.
func protocolHook(protocol *object.Class) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(_ *object.Thread, a []object.Object) (object.Object, error) {
		c, ok := a[0].(*object.Class)
		sub, isClass := a[1].(*object.Class)
		if !ok || !isClass || len(c.Bases) == 0 || !directly(c, protocol) {
			return object.NotImplemented, nil
		}
		for k, v := range c.Dict.All() {
			name, _ := object.AsString(k)
			if !object.IsCallable(v) || len(name) > 1 && name[:1] == "_" && !implemented[name] {
				continue
			}
			if sub.Lookup(object.Intern(name)) == nil {
				return object.NotImplemented, nil
			}
		}
		return object.True, nil
	}
}

// implemented are the special methods that a protocol may ask for.
var implemented = map[string]bool{"__call__": true, "__iter__": true, "__len__": true, "__getitem__": true, "__contains__": true, "__enter__": true,
	"__exit__": true, "__int__": true, "__float__": true, "__abs__": true, "__index__": true, "__round__": true, "__bytes__": true, "__complex__": true}

func directly(c, protocol *object.Class) bool {
	for _, b := range c.Bases {
		if b == protocol {
			return true
		}
	}
	return false
}

// maker stands for NamedTuple and TypedDict: called as a function, or among the bases of a class.
type maker struct {
	name  string
	class *object.Class
	make  func(t *object.Thread, name, module string, ns *object.Dict) (object.Object, error)
}

func (m *maker) Class() *object.Class                { return makerClass }
func (m *maker) Repr(*object.Thread) (string, error) { return "<function " + m.name + ">", nil }

var makerClass = object.NewType("function", "builtins", nil)

// metaFor is the metaclass by which a class statement ends in make.
func (m *maker) metaFor() *object.Class {
	meta := object.NewType(m.name+"Meta", "typing", object.TypeClass)
	meta.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 3 {
			return nil, object.TypeError("%s takes a class body", m.name)
		}
		name, _ := object.AsString(a.Pos[0])
		ns, ok := a.Pos[2].(*object.Dict)
		if !ok {
			return nil, object.TypeError("%s takes a class body", m.name)
		}
		module, _ := object.AsString(orNone(ns.GetName("__module__")))
		return m.make(t, name, module, ns)
	}
	return meta
}

func orNone(v object.Object) object.Object {
	if v == nil {
		return object.None
	}
	return v
}

// Call is NamedTuple("Point", [("x", int)]) and TypedDict("Movie", {"name": str}).
func (m *maker) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) < 1 {
		return nil, object.TypeError("%s() missing the name", m.name)
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
	ns := object.NewDict()
	ns.SetName("__annotations__", annotations)
	return m.make(t, name, "__main__", ns)
}

func annotate(t *object.Thread, to *object.Dict, fields object.Object) error {
	if d, ok := fields.(*object.Dict); ok {
		return to.Update(t, d)
	}
	return object.Iterate(t, fields, func(v object.Object) (bool, error) {
		pair, err := object.Items(t, v)
		if err != nil {
			return false, err
		}
		if len(pair) != 2 {
			return false, object.TypeError("each field is a pair of name and type")
		}
		return true, to.Set(t, pair[0], pair[1])
	})
}

func newNamedTuple(t *object.Thread, name, module string, ns *object.Dict) (object.Object, error) {
	var fields []string
	var defaults []object.Object
	annotations, _ := orNone(ns.GetName("__annotations__")).(*object.Dict)
	if annotations != nil {
		for k := range annotations.All() {
			field, _ := object.AsString(k)
			v := ns.GetName(field)
			if v == nil && len(defaults) > 0 {
				return nil, object.TypeError("Non-default namedtuple field %s cannot follow default field%s", field, "")
			}
			if v != nil {
				defaults = append(defaults, v)
			}
			fields = append(fields, field)
		}
	}
	c, err := collections.NewNamedTuple(t, name, module, fields, defaults)
	if err != nil {
		return nil, err
	}
	isField := map[string]bool{}
	for _, f := range fields {
		isField[f] = true
	}
	for k, v := range ns.All() {
		if n, ok := object.AsString(k); ok && !isField[n] && n != "__module__" && n != "__qualname__" {
			c.Set(n, v)
		}
	}
	return c, nil
}

func newTypedDict(t *object.Thread, name, module string, ns *object.Dict) (object.Object, error) {
	ns = ns.Copy()
	ns.SetName("__module__", object.NewStr(module))
	ns.SetName("__total__", object.True)
	return object.NewClass(t, name, module, []*object.Class{object.DictClass}, ns, nil)
}

func init() {
	makerClass.Protocols(&maker{})
	makerClass.Methods(object.Func("__mro_entries__", "(self, bases)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		m := a[0].(*maker)
		base, err := object.NewClass(t, m.name, "typing", nil, object.NewDict(), m.metaFor())
		if err != nil {
			return nil, err
		}
		return object.NewTuple(base), nil
	}))
}
