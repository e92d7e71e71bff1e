// Package typing is Python's module typing. Its names are for people and checkers: the classes here can be subscripted,
// joined with |, printed and asked for their parts, and check nothing.
package typing

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("typing", load)
	lib.Register("typing_extensions", load)
}

// form is a name like Any, Optional or List. origin is the class behind it, if any.
type form struct {
	name   string
	origin *object.Class
	// args is how subscripting treats what stands in the brackets.
	args func(t *object.Thread, f *form, key object.Object) (object.Object, error)
}

// alias is a form with arguments: typing.List[int].
type alias struct {
	form *form
	args *object.Tuple
}

var (
	formClass  = object.NewType("_SpecialForm", "typing", nil)
	aliasClass = object.NewType("_GenericAlias", "typing", nil)
)

func (*form) Class() *object.Class  { return formClass }
func (*alias) Class() *object.Class { return aliasClass }

// Repr is the full name.
func (f *form) Repr(*object.Thread) (string, error) { return "typing." + f.name, nil }

// GetItem subscripts the form.
func (f *form) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	if f.args == nil {
		return nil, object.TypeError("typing.%s is not subscriptable", f.name)
	}
	return f.args(t, f, key)
}

// Binary is form | type.
func (f *form) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, f, o, reflected)
}

// Call makes an object of the class behind the form, or refuses.
func (f *form) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if f.origin != nil {
		return nil, object.TypeError("Type %s cannot be instantiated; use %s() instead", f.name, f.origin.Name)
	}
	return nil, object.TypeError("Cannot instantiate typing.%s", f.name)
}

func joined(t *object.Thread, op object.BinaryOp, a, b object.Object, reflected bool) (object.Object, error) {
	if op != object.Or {
		return object.NotImplemented, nil
	}
	if reflected {
		a, b = b, a
	}
	return union(t, a, b)
}

// Binary is alias | type.
func (g *alias) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, g, o, reflected)
}

// Compare is equality of form and arguments; a union's arguments count in any order.
func (g *alias) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	h, ok := o.(*alias)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	var a, b object.Object = g.args, h.args
	if g.form.name == "Union" {
		var err error
		if a, err = object.Call(t, object.SetClass, g.args); err != nil {
			return nil, err
		}
		if b, err = object.Call(t, object.SetClass, h.args); err != nil {
			return nil, err
		}
	}
	same, err := object.Equal(t, a, b)
	return object.Bool((same && g.form == h.form) == (op == object.Eq)), err
}

// Hash mixes the arguments' hashes so that their order does not matter.
func (g *alias) Hash(t *object.Thread) (uint64, error) {
	h := uint64(len(g.form.name))
	for _, v := range g.args.Items {
		x, err := object.Hash(t, v)
		if err != nil {
			return 0, err
		}
		h += x
	}
	return h, nil
}

// Call makes an object of the class behind the alias.
func (g *alias) Call(t *object.Thread, a object.Args) (object.Object, error) {
	return g.form.Call(t, a)
}

// Repr shows the alias as it would be written.
func (g *alias) Repr(t *object.Thread) (string, error) {
	args := g.args.Items
	if g.form.name == "Union" && len(args) == 2 {
		for i, v := range args {
			if v == object.Object(object.NoneClass) {
				s, err := text(t, args[1-i])
				return "typing.Optional[" + s + "]", err
			}
		}
	}
	if g.form.name == "Callable" && len(args) > 0 {
		return g.callable(t)
	}
	s, err := texts(t, args)
	return "typing." + g.form.name + "[" + s + "]", err
}

func (g *alias) callable(t *object.Thread) (string, error) {
	n := len(g.args.Items) - 1
	result, err := text(t, g.args.Items[n])
	if err != nil {
		return "", err
	}
	if n == 1 && g.args.Items[0] == object.Ellipsis {
		return "typing.Callable[..., " + result + "]", nil
	}
	s, err := texts(t, g.args.Items[:n])
	return "typing.Callable[[" + s + "], " + result + "]", err
}

func texts(t *object.Thread, items []object.Object) (string, error) {
	var parts []string
	for _, o := range items {
		s, err := text(t, o)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ", "), nil
}

// text shows a type as annotations do: a class by its name.
func text(t *object.Thread, o object.Object) (string, error) {
	switch x := o.(type) {
	case *object.Class:
		return x.FullName(), nil
	case *object.EllipsisType:
		return "...", nil
	}
	return object.Repr(t, o)
}

// asType turns None into its class and text into a forward reference.
func asType(o object.Object) object.Object {
	switch x := o.(type) {
	case *object.NoneType:
		return object.NoneClass
	case *object.Str:
		return &forwardRef{x.String()}
	}
	return o
}

type forwardRef struct{ name string }

var forwardRefClass = object.NewType("ForwardRef", "typing", nil)

func (*forwardRef) Class() *object.Class { return forwardRefClass }
func (f *forwardRef) Repr(*object.Thread) (string, error) {
	return "ForwardRef(" + object.QuoteStr(f.name) + ")", nil
}

func keyItems(key object.Object) []object.Object {
	if t, ok := key.(*object.Tuple); ok {
		return t.Items
	}
	return []object.Object{key}
}

// generic subscripts List, Dict, Type, ClassVar …
func generic(_ *object.Thread, f *form, key object.Object) (object.Object, error) {
	var items []object.Object
	for _, o := range keyItems(key) {
		items = append(items, asType(o))
	}
	return &alias{f, object.NewTuple(items...)}, nil
}

// literalArgs keeps the values as they are.
func literalArgs(_ *object.Thread, f *form, key object.Object) (object.Object, error) {
	return &alias{f, object.NewTuple(keyItems(key)...)}, nil
}

// callableArgs flattens [[int, str], float].
func callableArgs(_ *object.Thread, f *form, key object.Object) (object.Object, error) {
	items := keyItems(key)
	if len(items) != 2 {
		return nil, object.TypeError("Callable must be used as Callable[[arg, ...], result].")
	}
	var flat []object.Object
	if l, ok := items[0].(*object.List); ok {
		for _, o := range l.Items {
			flat = append(flat, asType(o))
		}
	} else {
		flat = append(flat, items[0])
	}
	return &alias{f, object.NewTuple(append(flat, asType(items[1]))...)}, nil
}

func optionalArgs(t *object.Thread, _ *form, key object.Object) (object.Object, error) {
	return union(t, key, object.None)
}

func unionArgs(t *object.Thread, _ *form, key object.Object) (object.Object, error) {
	if len(keyItems(key)) == 0 {
		return nil, object.TypeError("Cannot take a Union of no types.")
	}
	return union(t, keyItems(key)...)
}

var unionForm = &form{name: "Union"}

// union joins types: unions inside are opened, duplicates dropped, a single one is itself.
func union(t *object.Thread, parts ...object.Object) (object.Object, error) {
	var flat []object.Object
	for _, p := range parts {
		p = asType(p)
		items := []object.Object{p}
		switch x := p.(type) {
		case *alias:
			if x.form == unionForm {
				items = x.args.Items
			}
		case *object.Union:
			items = x.Args.Items
		}
		for _, item := range items {
			known, err := object.Contains(t, object.NewTuple(flat...), item)
			if err != nil {
				return nil, err
			}
			if !known {
				flat = append(flat, item)
			}
		}
	}
	if len(flat) == 1 {
		return flat[0], nil
	}
	return &alias{unionForm, object.NewTuple(flat...)}, nil
}

func init() {
	unionForm.args = unionArgs
	formClass.Protocols(&form{}, object.Or)
	aliasClass.Protocols(&alias{}, object.Or)
	forwardRefClass.Protocols(&forwardRef{})
	formClass.Getter("__name__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*form).name), nil
	})
	formClass.Getter("__origin__", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return originOf(o.(*form)), nil })
	formClass.Methods(
		object.Func("__instancecheck__", "(self, obj)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			f := a[0].(*form)
			if f.origin == nil {
				return nil, object.TypeError("typing.%s cannot be used with isinstance()", f.name)
			}
			ok, err := object.IsInstance(t, a[1], f.origin)
			return object.Bool(ok), err
		}),
		object.Func("__mro_entries__", "(self, bases)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return entries(a[0].(*form))
		}),
	)
	aliasClass.Getter("__origin__", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return originOf(o.(*alias).form), nil })
	aliasClass.Getter("__args__", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*alias).args, nil })
	aliasClass.Getter("__parameters__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		var vars []object.Object
		for _, v := range o.(*alias).args.Items {
			if _, ok := v.(*typeVar); ok {
				vars = append(vars, v)
			}
		}
		return object.NewTuple(vars...), nil
	})
	aliasClass.Methods(
		object.Func("__mro_entries__", "(self, bases)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return entries(a[0].(*alias).form)
		}),
		object.Func("__instancecheck__", "(self, obj)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			g := a[0].(*alias)
			if g.form != unionForm {
				return nil, object.TypeError("Subscripted generics cannot be used with class and instance checks")
			}
			ok, err := object.IsInstance(t, a[1], g.args)
			return object.Bool(ok), err
		}),
	)
}

func originOf(f *form) object.Object {
	if f.origin != nil {
		return f.origin
	}
	return f
}

// entries is what stands for a form among the bases of a class: the class behind it.
func entries(f *form) (object.Object, error) {
	if f.origin == nil {
		return nil, object.TypeError("Cannot subclass typing.%s", f.name)
	}
	return object.NewTuple(f.origin), nil
}

// forms returns the names that stand for classes, with the classes that the session's collections.abc has.
func forms(t *object.Thread) ([]*form, error) {
	list := []*form{
		{"List", object.ListClass, generic}, {"Dict", object.DictClass, generic}, {"Set", object.SetClass, generic},
		{"FrozenSet", object.FrozenSetClass, generic}, {"Tuple", object.TupleClass, generic}, {"Type", object.TypeClass, generic},
		{name: "Any"}, {name: "Optional", args: optionalArgs}, unionForm, {name: "Literal", args: literalArgs},
		{name: "ClassVar", args: generic}, {name: "Final", args: generic}, {name: "Annotated", args: literalArgs},
		{name: "NoReturn"}, {name: "Never"}, {name: "Self"}, {name: "LiteralString"}, {name: "TypeAlias"}, {name: "Concatenate", args: generic},
		{name: "Required", args: generic}, {name: "NotRequired", args: generic}, {name: "Unpack", args: generic}, {name: "TypeGuard", args: generic},
	}
	abc, err := t.Import(t, "collections.abc")
	if err != nil {
		return nil, err
	}
	for _, n := range []string{"Iterable", "Iterator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Collection", "Container", "Sized",
		"Hashable", "Reversible", "Generator", "Callable", "KeysView", "ValuesView", "ItemsView", "MappingView", "MutableSet", "Awaitable", "Coroutine", "AsyncIterator",
		"AsyncIterable", "ByteString"} {
		f := &form{name: n, args: generic}
		if n == "Callable" {
			f.args = callableArgs
		}
		v, err := object.GetAttr(t, abc, object.Intern(n))
		if err != nil {
			return nil, err
		}
		f.origin, _ = v.(*object.Class)
		list = append(list, f)
	}
	cm, err := t.Import(t, "collections")
	if err != nil {
		return nil, err
	}
	for name, real := range map[string]string{"DefaultDict": "defaultdict", "OrderedDict": "OrderedDict", "Counter": "Counter", "Deque": "deque", "ChainMap": "ChainMap"} {
		v, err := object.GetAttr(t, cm, object.Intern(real))
		if err != nil {
			return nil, err
		}
		list = append(list, &form{name: name, origin: v.(*object.Class), args: generic})
	}
	return list, nil
}
