package typing

import (
	"layerglass/core/python/object"
)

// anyNumber of arguments in the brackets of a form.
const anyNumber = -1

// form is a name that is no class: Optional, or List, which stands for the class list.
type form struct {
	name   string
	origin *object.Class // nil for a special form
	params int           // how many arguments the brackets take
	// subscript treats what stands in the brackets in a way of its own.
	subscript func(t *object.Thread, f *form, key object.Object) (object.Object, error)
}

var formClass = object.NewType("_SpecialForm", "typing", nil).Final()

// Class returns the type typing._SpecialForm.
func (*form) Class() *object.Class { return formClass }

var (
	unionForm     = &form{name: "Union", params: anyNumber}
	literalForm   = &form{name: "Literal", params: anyNumber}
	annotatedForm = &form{name: "Annotated", params: anyNumber}
)

var specialForms = []*form{
	unionForm, literalForm, {name: "Optional", params: 1, subscript: optionalArgs},
	{name: "ClassVar", params: 1}, {name: "Final", params: 1}, {name: "Required", params: 1}, {name: "NotRequired", params: 1},
	{name: "Unpack", params: 1}, {name: "TypeGuard", params: 1}, {name: "Concatenate", params: anyNumber},
	{name: "NoReturn"}, {name: "Never"}, {name: "Self"}, {name: "LiteralString"}, {name: "TypeAlias"},
	{name: "Pattern", params: 1}, {name: "Match", params: 1}, {name: "IO", params: 1}, {name: "TextIO"}, {name: "BinaryIO"},
	{name: "ContextManager", params: 1}, {name: "AsyncContextManager", params: 1}, {name: "AsyncGenerator", params: 2},
}

// Repr is the full name.
func (f *form) Repr(*object.Thread) (string, error) { return "typing." + f.name, nil }

// GetItem subscripts the form.
func (f *form) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	if f.subscript != nil {
		return f.subscript(t, f, key)
	}
	items := keyItems(key)
	switch {
	case f.params == 0 && f.origin == nil:
		return nil, object.TypeError("typing.%s is not subscriptable", f.name)
	case f.params == 0:
		return nil, object.TypeError("typing.%s is not a generic class", f.name)
	case f.params > 0 && f.origin == nil && len(items) != f.params:
		s, err := object.Repr(t, key)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("typing.%s accepts only single type. Got %s.", f.name, s)
	case f.params > 0 && len(items) != f.params:
		return nil, countError("typing."+f.name, len(items), f.params)
	}
	return newAlias(f, types(items)...), nil
}

func countError(name string, actual, expected int) error {
	many := "few"
	if actual > expected {
		many = "many"
	}
	return object.TypeError("Too %s arguments for %s; actual %d, expected %d", many, name, actual, expected)
}

// Binary is form | type.
func (f *form) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, f, o, reflected)
}

// Call refuses.
func (f *form) Call(*object.Thread, object.Args) (object.Object, error) {
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

func originOf(f *form) object.Object {
	if f.origin != nil {
		return f.origin
	}
	return f
}

// keyItems are the arguments in brackets.
func keyItems(key object.Object) []object.Object {
	if t, ok := key.(*object.Tuple); ok {
		return t.Items
	}
	return []object.Object{key}
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

func types(items []object.Object) []object.Object {
	out := make([]object.Object, len(items))
	for i, o := range items {
		out[i] = asType(o)
	}
	return out
}

// literalArgs keeps the values as they are, without doubles, and opens literals inside.
func literalArgs(t *object.Thread, f *form, key object.Object) (object.Object, error) {
	var items []object.Object
	for _, o := range keyItems(key) {
		inner := []object.Object{o}
		if a, ok := o.(*alias); ok && a.form == literalForm {
			inner = a.args.Items
		}
		for _, v := range inner {
			known := false
			for _, w := range items {
				same, err := object.Equal(t, v, w)
				if err != nil {
					return nil, err
				}
				known = known || same && v.Class() == w.Class()
			}
			if !known {
				items = append(items, v)
			}
		}
	}
	return newAlias(f, items...), nil
}

// callableArgs flattens [[int, str], float].
func callableArgs(_ *object.Thread, f *form, key object.Object) (object.Object, error) {
	items := keyItems(key)
	if len(items) != 2 {
		return nil, object.TypeError("Callable must be used as Callable[[arg, ...], result].")
	}
	var flat []object.Object
	switch x := items[0].(type) {
	case *object.List:
		flat = types(x.Items)
	case *object.EllipsisType, *typeVar, *alias:
		flat = append(flat, x.(object.Object))
	default:
		return nil, object.TypeError("Callable[args, result]: args must be a list. Got %s", x.Class().Name)
	}
	return newAlias(f, append(flat, asType(items[1]))...), nil
}

func optionalArgs(t *object.Thread, _ *form, key object.Object) (object.Object, error) {
	if tuple, ok := key.(*object.Tuple); ok {
		s, err := object.Repr(t, tuple)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("typing.Optional requires a single type. Got %s.", s)
	}
	return union(t, key, object.None)
}

func unionArgs(t *object.Thread, _ *form, key object.Object) (object.Object, error) {
	if len(keyItems(key)) == 0 {
		return nil, object.TypeError("Cannot take a Union of no types.")
	}
	return union(t, keyItems(key)...)
}

// union joins types: unions inside are opened, doubles dropped, a single one is itself.
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
	return newAlias(unionForm, flat...), nil
}

func init() {
	unionForm.subscript, literalForm.subscript = unionArgs, literalArgs
	formClass.Protocols(&form{}, object.Or)
	get := func(name string, v func(f *form) object.Object) {
		formClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			if r := v(o.(*form)); r != nil {
				return r, nil
			}
			return nil, object.AttributeError(o, name, "'_SpecialForm' object has no attribute '%s'", name)
		})
	}
	get("__name__", func(f *form) object.Object { return object.NewStr(f.name) })
	get("__qualname__", func(f *form) object.Object { return object.NewStr(f.name) })
	get("_name", func(f *form) object.Object { return object.NewStr(f.name) })
	get("__module__", func(*form) object.Object { return object.NewStr("typing") })
	get("__origin__", func(f *form) object.Object {
		if f.origin == nil {
			return nil
		}
		return f.origin
	})
	formClass.Methods(
		check("__instancecheck__", object.IsInstance), check("__subclasscheck__", object.IsSubclassOf),
		object.Func("__mro_entries__", "(self, bases)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			f := a[0].(*form)
			if f.origin == nil {
				return nil, object.TypeError("Cannot subclass typing.%s", f.name)
			}
			return entries(t, f.origin, a[0], a[1])
		}),
	)
}

// check makes isinstance and issubclass ask the class behind a form.
func check(name string, ask func(t *object.Thread, o, c object.Object) (bool, error)) *object.Builtin {
	return object.Func(name, "(self, obj)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		f := a[0].(*form)
		if f.origin == nil {
			what := "isinstance"
			if name == "__subclasscheck__" {
				what = "issubclass"
			}
			return nil, object.TypeError("typing.%s cannot be used with %s()", f.name, what)
		}
		ok, err := ask(t, a[1], f.origin)
		return object.Bool(ok), err
	})
}

// entries is what stands for a form or alias of the library among the bases of a class: the class behind it, and Generic
// unless a later base brings it.
func entries(t *object.Thread, origin *object.Class, self, bases object.Object) (object.Object, error) {
	list, err := object.Items(t, bases)
	if err != nil {
		return nil, err
	}
	generic := kitOf(t).generic
	after := false
	for _, b := range list {
		if b == self {
			after = true
			continue
		}
		c, isClass := b.(*object.Class)
		_, isAlias := b.(*alias)
		if after && (isAlias || isClass && generic != nil && c.IsSubclass(generic)) {
			return object.NewTuple(origin), nil
		}
	}
	if generic == nil || origin.IsSubclass(generic) {
		return object.NewTuple(origin), nil
	}
	return object.NewTuple(origin, generic), nil
}
