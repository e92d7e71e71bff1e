// Package types is Python's module types: the classes of built-in objects that have no name of their own.
package types

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("types", load) }

// Of these types there are no objects here; programs ask whether something is one.
var (
	coroutineClass      = object.NewType("coroutine", "builtins", nil).Final()
	asyncGeneratorClass = object.NewType("async_generator", "builtins", nil).Final()
	classMethodClass    = object.NewType("classmethod_descriptor", "builtins", nil).Final()
)

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("types")
	for name, c := range map[string]*object.Class{
		"FunctionType": object.FunctionClass, "LambdaType": object.FunctionClass, "MethodType": object.MethodClass,
		"BuiltinFunctionType": object.BuiltinClass, "BuiltinMethodType": object.BuiltinClass, "ModuleType": object.ModuleClass,
		"GeneratorType": object.GeneratorClass, "MappingProxyType": object.MappingProxyClass, "NoneType": object.NoneClass,
		"EllipsisType": object.EllipsisClass, "NotImplementedType": object.NotImplementedClass, "CodeType": object.CodeClass,
		"FrameType": object.FrameClass, "TracebackType": object.TracebackClass, "CellType": object.CellClass,
		"GetSetDescriptorType": object.GetSetClass, "MemberDescriptorType": object.MemberClass, "MethodDescriptorType": object.MethodDescrClass,
		"WrapperDescriptorType": object.WrapperDescrClass, "MethodWrapperType": object.MethodWrapperClass,
		"DynamicClassAttribute": object.PropertyClass, "ClassMethodDescriptorType": classMethodClass, "CoroutineType": coroutineClass, "AsyncGeneratorType": asyncGeneratorClass,
		"GenericAlias": object.GenericAliasClass, "UnionType": object.UnionClass,
	} {
		m.Dict.SetName(name, c)
	}
	ns, err := namespaceClass(t)
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("SimpleNamespace", ns)
	for _, f := range functions {
		f.Module = "types"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

// namespaceClass makes SimpleNamespace: an object whose attributes are what it is made of.
func namespaceClass(t *object.Thread) (*object.Class, error) {
	c, err := object.NewClass(t, "SimpleNamespace", "types", nil, object.NewDict(), nil)
	if err != nil {
		return nil, err
	}
	c.Methods(
		object.RawFunc("__init__", "(self, /, **kwargs)", "", func(_ *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) > 1 {
				return nil, object.TypeError("no positional arguments expected")
			}
			for _, k := range a.Kw {
				a.Pos[0].(*object.Instance).AttrDict(true).SetStr(k.Name, k.Value)
			}
			return object.None, nil
		}),
		comparison(c, object.Lt), comparison(c, object.Le), comparison(c, object.Gt), comparison(c, object.Ge),
		object.Func("__repr__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			self := a[0].(*object.Instance)
			name := self.Class().Name
			if name == "SimpleNamespace" {
				name = "namespace"
			}
			if !t.Enter(self) {
				return object.NewStr(name + "(...)"), nil
			}
			defer t.Leave(self)
			s := ""
			for k, v := range self.AttrDict(true).All() {
				key, err := object.ToStr(t, k)
				if err != nil {
					return nil, err
				}
				r, err := object.Repr(t, v)
				if err != nil {
					return nil, err
				}
				if s != "" {
					s += ", "
				}
				s += key + "=" + r
			}
			return object.NewStr(name + "(" + s + ")"), nil
		}),
		object.Func("__eq__", "(self, value, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			other, ok := a[1].(*object.Instance)
			if !ok || !other.Class().IsSubclass(c) {
				return object.NotImplemented, nil
			}
			same, err := object.Equal(t, a[0].(*object.Instance).AttrDict(true), other.AttrDict(true))
			return object.Bool(same), err
		}),
	)
	c.Set("__hash__", object.None)
	c.LongName = "types.SimpleNamespace"
	return c, nil
}

// comparison compares the attributes of two namespaces as dicts, which have no order.
func comparison(c *object.Class, op object.CompareOp) *object.Builtin {
	return object.Func(op.Method(), "(self, value, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		other, ok := a[1].(*object.Instance)
		if !ok || !other.Class().IsSubclass(c) {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, a[0].(*object.Instance).AttrDict(true), other.AttrDict(true))
	})
}

var functions = []*object.Builtin{
	object.Func("new_class", "(name, bases=(), kwds=None, exec_body=None)", "Makes a class.", newClass),
	object.Func("prepare_class", "(name, bases=(), kwds=None)", "Finds metaclass and namespace of a class to be made.", prepareClass),
	object.Func("resolve_bases", "(bases)", "Replaces bases that stand for others.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := object.Items(t, a[0])
		if err != nil {
			return nil, err
		}
		items, changed, err := object.ResolveBases(t, items)
		if !changed {
			return a[0], err
		}
		return object.NewTuple(items...), err
	}),
	object.Func("coroutine", "(func)", "Refuses: coroutines are not supported here.", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "coroutines are not supported here")
	}),
}

func keywords(o object.Object) (meta object.Object, kw []object.Kwarg) {
	d, ok := o.(*object.Dict)
	if !ok {
		return nil, nil
	}
	for k, v := range d.All() {
		name, ok := k.(*object.Str)
		if ok && name.String() == "metaclass" {
			meta = v
		} else if ok {
			kw = append(kw, object.Kwarg{Name: name, Value: v})
		}
	}
	return meta, kw
}

func newClass(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := object.ToStr(t, a[0])
	if err != nil {
		return nil, err
	}
	bases, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	meta, kw := keywords(a[2])
	resolved, changed, err := object.ResolveBases(t, bases)
	if err != nil {
		return nil, err
	}
	if meta, err = object.MetaclassOf(meta, resolved); err != nil {
		return nil, err
	}
	ns, err := object.PrepareNamespace(t, meta, name, resolved, kw)
	if err != nil {
		return nil, err
	}
	if a[3] != object.None {
		if _, err := object.Call(t, a[3], ns); err != nil {
			return nil, err
		}
	}
	if changed {
		if err := object.SetItem(t, ns, object.NewStr("__orig_bases__"), a[1]); err != nil {
			return nil, err
		}
	}
	return object.BuildClass(t, name, resolved, ns, kw, meta)
}

func prepareClass(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := object.ToStr(t, a[0])
	if err != nil {
		return nil, err
	}
	bases, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	meta, kw := keywords(a[2])
	if meta, err = object.MetaclassOf(meta, bases); err != nil {
		return nil, err
	}
	ns, err := object.PrepareNamespace(t, meta, name, bases, kw)
	if err != nil {
		return nil, err
	}
	rest := object.NewDict()
	for _, k := range kw {
		rest.SetStr(k.Name, k.Value)
	}
	return object.NewTuple(meta, ns, rest), nil
}
