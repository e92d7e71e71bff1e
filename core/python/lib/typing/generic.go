package typing

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/abc"
	"layerglass/core/python/object"
)

// anyClass is Any: a class that nothing is an instance of by itself.
var (
	anyMeta        = object.NewType("_AnyMeta", "typing", object.TypeClass)
	anyClass       = object.NewType("Any", "typing", nil)
	annotatedClass = object.NewType("Annotated", "typing", nil)
)

func init() {
	anyClass.Meta = anyMeta
	anyMeta.Methods(
		object.Func("__instancecheck__", "(self, obj)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if a[0] == object.Object(anyClass) {
				return nil, object.TypeError("typing.Any cannot be used with isinstance()")
			}
			return object.Bool(a[1].Class().IsSubclass(a[0].(*object.Class))), nil
		}),
		object.Func("__repr__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			c := a[0].(*object.Class)
			if c == anyClass {
				return object.NewStr("typing.Any"), nil
			}
			return object.NewStr("<class '" + c.FullName() + "'>"), nil
		}),
	)
	anyClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		if cls == anyClass {
			return nil, object.TypeError("Any cannot be instantiated")
		}
		return object.ObjectClass.New(t, cls, a)
	}
	annotatedClass.New = func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
		return nil, object.TypeError("Type Annotated cannot be instantiated.")
	}
	annotatedClass.ClassMethods(object.Func("__class_getitem__", "(cls, params)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		items := keyItems(a[1])
		if len(items) < 2 {
			return nil, object.TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
		}
		of, more := asType(items[0]), append([]object.Object(nil), items[1:]...)
		if g, ok := of.(*alias); ok && g.form == annotatedForm {
			of, more = g.args.Items[0], append(append([]object.Object(nil), g.metadata.Items...), more...)
		}
		g := newAlias(annotatedForm, of)
		g.metadata = object.NewTuple(more...)
		return g, nil
	}))
}

// addClasses makes the classes that programs derive from.
func addClasses(t *object.Thread, m *object.Module) error {
	k := kitOf(t)
	var err error
	if k.generic, err = object.NewClass(t, "Generic", "typing", nil, object.NewDict(), nil); err != nil {
		return err
	}
	k.generic.ClassMethods(
		object.Func("__class_getitem__", "(cls, params)", "Returns the class with type arguments.", k.subscript),
		object.Func("__init_subclass__", "(cls, **kwargs)", "Finds the type variables of a class.", k.initSubclass),
	)
	if k.protocol, err = object.NewClass(t, "Protocol", "typing", []*object.Class{k.generic}, object.NewDict(), protocolMeta); err != nil {
		return err
	}
	k.addProtocol()
	lib.AddClasses(m, k.generic, k.protocol)
	for _, p := range [][2]string{{"SupportsInt", "__int__"}, {"SupportsFloat", "__float__"}, {"SupportsAbs", "__abs__"}, {"SupportsIndex", "__index__"},
		{"SupportsRound", "__round__"}, {"SupportsBytes", "__bytes__"}, {"SupportsComplex", "__complex__"}} {
		c, err := object.NewClass(t, p[0], "typing", []*object.Class{k.protocol}, object.NewDict(), protocolMeta)
		if err != nil {
			return err
		}
		c.Methods(object.Func(p[1], "(self)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }))
		c.Set("_is_protocol", object.True)
		c.Set("_is_runtime_protocol", object.True)
		lib.AddClasses(m, c)
	}
	m.Dict.SetName("NamedTuple", namedTupleMaker)
	m.Dict.SetName("TypedDict", typedDictMaker)
	return nil
}

// subscript is Generic[T] and Box[int].
func (k *kit) subscript(t *object.Thread, a []object.Object) (object.Object, error) {
	c := a[0].(*object.Class)
	items := types(keyItems(a[1]))
	if c == k.generic || c == k.protocol {
		if len(items) == 0 {
			return nil, object.TypeError("Parameter list to %s[...] cannot be empty", c.Name)
		}
		seen := map[object.Object]bool{}
		for _, v := range items {
			if _, ok := v.(*typeVar); !ok {
				if g, isAlias := v.(*alias); !isAlias || g.form == nil || g.form.name != "Unpack" {
					return nil, object.TypeError("Parameters to %s[...] must all be type variables or parameter specification variables.", c.Name)
				}
			}
			if seen[v] {
				return nil, object.TypeError("Parameters to %s[...] must all be unique", c.Name)
			}
			seen[v] = true
		}
		return &alias{class: c, args: object.NewTuple(items...)}, nil
	}
	vars, _ := c.Lookup(object.Intern("__parameters__")).(*object.Tuple)
	shown, err := object.Repr(t, c)
	if err != nil {
		return nil, err
	}
	if vars == nil || len(vars.Items) == 0 {
		return nil, object.TypeError("%s is not a generic class", shown)
	}
	if len(items) != len(vars.Items) && !variadic(vars.Items) {
		return nil, countError(shown, len(items), len(vars.Items))
	}
	return &alias{class: c, args: object.NewTuple(items...)}, nil
}

func variadic(vars []object.Object) bool {
	for _, v := range vars {
		if x, ok := v.(*typeVar); ok && x.class != typeVarClass {
			return true
		}
	}
	return false
}

// initSubclass finds the type variables of a new class in its bases as written.
func (k *kit) initSubclass(t *object.Thread, a []object.Object) (object.Object, error) {
	c := a[0].(*object.Class)
	if kw := a[1].(*object.Dict); kw.Len() > 0 {
		return nil, object.TypeError("%s.__init_subclass__() takes no keyword arguments", c.Name)
	}
	return object.None, k.findParameters(c)
}

func (k *kit) findParameters(c *object.Class) error {
	bases, ok := c.Dict().GetName("__orig_bases__").(*object.Tuple)
	if !ok {
		c.Set("__parameters__", object.NewTuple())
		return nil
	}
	vars := parameters(bases.Items)
	for _, b := range bases.Items {
		if b == object.Object(k.generic) && c != k.protocol {
			return object.TypeError("Cannot inherit from plain Generic")
		}
		if g, ok := b.(*alias); ok && (g.class == k.generic || g.class == k.protocol) {
			vars = g.args.Items
		}
	}
	c.Set("__parameters__", object.NewTuple(vars...))
	return nil
}

// protocolMeta is the metaclass of protocols: a class counts as one if it has what the protocol's body names.
var protocolMeta = object.NewType("_ProtocolMeta", "typing", abc.Meta)

func flag(c *object.Class, name string) bool {
	v, _ := c.Lookup(object.Intern(name)).(object.Bool)
	return bool(v)
}

func (k *kit) addProtocol() {
	k.protocol.ClassMethods(object.Func("__init_subclass__", "(cls, *args, **kwargs)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		c := a[0].(*object.Class)
		is := false
		for _, b := range c.Bases {
			is = is || b == k.protocol
		}
		c.Set("_is_protocol", object.Bool(is))
		c.Set("_is_runtime_protocol", object.False)
		return object.None, k.findParameters(c)
	}))
	k.protocol.Set("_is_protocol", object.True)
	k.protocol.Set("_is_runtime_protocol", object.False)
	k.protocol.OnCall = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		if flag(cls, "_is_protocol") {
			return nil, object.TypeError("Protocols cannot be instantiated")
		}
		return cls.Construct(t, a)
	}
}

// members lists what a protocol asks for; data tells that some of it is no method.
func (k *kit) members(c *object.Class) (names []string, data bool) {
	seen := map[string]bool{}
	for _, b := range c.MRO {
		if b == object.ObjectClass || b == k.generic || b == k.protocol || !flag(b, "_is_protocol") {
			continue
		}
		add := func(name string, method bool) {
			if hiddenMembers[name] || seen[name] {
				return
			}
			seen[name] = true
			names = append(names, name)
			data = data || !method
		}
		for n, v := range b.Dict().All() {
			if s, ok := object.AsString(n); ok {
				add(s, object.IsCallable(v) || v == object.None)
			}
		}
		if d, ok := b.Dict().GetName("__annotations__").(*object.Dict); ok {
			for n := range d.All() {
				s, _ := object.AsString(n)
				add(s, false)
			}
		}
	}
	return names, data
}

var hiddenMembers = map[string]bool{"__abstractmethods__": true, "__annotations__": true, "__dict__": true, "__doc__": true, "__init__": true, "__module__": true,
	"__new__": true, "__slots__": true, "__subclasshook__": true, "__weakref__": true, "__class_getitem__": true, "__parameters__": true, "__orig_bases__": true,
	"__orig_class__": true, "_is_protocol": true, "_is_runtime_protocol": true, "__init_subclass__": true, "__qualname__": true, "__hash__": true}

func init() {
	protocolMeta.Methods(
		object.Func("__instancecheck__", "(cls, instance)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c, k := a[0].(*object.Class), kitOf(t)
			if ok, err := abc.IsVirtual(t, c, a[1].Class()); ok || err != nil || !flag(c, "_is_protocol") {
				return object.Bool(ok), err
			}
			if !flag(c, "_is_runtime_protocol") {
				return nil, object.TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
			}
			names, _ := k.members(c)
			for _, n := range names {
				v, err := object.LookupAttr(t, a[1], object.Intern(n))
				if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
					return nil, err
				}
				if v == nil {
					return object.False, nil
				}
			}
			return object.True, nil
		}),
		object.Func("__subclasscheck__", "(cls, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c, k := a[0].(*object.Class), kitOf(t)
			other, ok := a[1].(*object.Class)
			if !ok {
				return nil, object.TypeError("issubclass() arg 1 must be a class")
			}
			if ok, err := abc.IsVirtual(t, c, other); ok || err != nil || !flag(c, "_is_protocol") {
				return object.Bool(ok), err
			}
			if !flag(c, "_is_runtime_protocol") {
				return nil, object.TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
			}
			names, data := k.members(c)
			if data {
				return nil, object.TypeError("Protocols with non-method members don't support issubclass()")
			}
			for _, n := range names {
				if v := other.Lookup(object.Intern(n)); v == nil || v == object.None {
					return object.False, nil
				}
			}
			return object.True, nil
		}),
	)
}
