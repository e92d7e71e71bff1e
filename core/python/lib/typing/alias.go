package typing

import (
	"strings"

	"layerglass/core/python/object"
)

// alias is a form, or a generic class of the program, with arguments: List[int], Box[int].
type alias struct {
	form  *form         // nil for a class of the program
	class *object.Class // that class
	args  *object.Tuple
	// metadata is what Annotated adds.
	metadata *object.Tuple
}

var aliasClass = object.NewType("_GenericAlias", "typing", nil).Final()

// Class returns the type typing._GenericAlias.
func (*alias) Class() *object.Class { return aliasClass }

func newAlias(f *form, args ...object.Object) *alias {
	return &alias{form: f, args: object.NewTuple(args...)}
}

// origin is what __origin__ says.
func (g *alias) origin() object.Object {
	switch {
	case g.class != nil:
		return g.class
	case g.form == annotatedForm:
		return g.args.Items[0]
	}
	return originOf(g.form)
}

// with is the alias with other arguments.
func (g *alias) with(t *object.Thread, args []object.Object) (object.Object, error) {
	if g.form == unionForm {
		return union(t, args...)
	}
	return &alias{g.form, g.class, object.NewTuple(args...), g.metadata}, nil
}

// Binary is alias | type.
func (g *alias) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, g, o, reflected)
}

// Compare is equality of form and arguments; those of unions and literals count in any order.
func (g *alias) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	h, ok := o.(*alias)
	if u, isUnion := o.(*object.Union); isUnion && g.form == unionForm { // Union[int, str] == int | str
		h, ok = &alias{form: unionForm, args: u.Args}, true
	}
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	same := g.form == h.form && g.class == h.class
	if g.form != nil && h.form != nil {
		same = g.form.name == h.form.name
	}
	if !same {
		return object.Bool(op == object.Ne), nil
	}
	var a, b object.Object = g.args, h.args
	var err error
	if g.form == unionForm || g.form == literalForm {
		if a, err = g.unordered(t); err != nil {
			return nil, err
		}
		if b, err = h.unordered(t); err != nil {
			return nil, err
		}
	}
	same, err = object.Equal(t, a, b)
	if same && err == nil && g.metadata != nil && h.metadata != nil {
		same, err = object.Equal(t, g.metadata, h.metadata)
	}
	return object.Bool(same == (op == object.Eq)), err
}

// unordered is the arguments as a frozenset. Those of Literal go with their types: 0 is not False there.
func (g *alias) unordered(t *object.Thread) (object.Object, error) {
	args := g.args
	if g.form == literalForm {
		pairs := make([]object.Object, len(args.Items))
		for i, v := range args.Items {
			pairs[i] = object.NewTuple(v, v.Class())
		}
		args = object.NewTuple(pairs...)
	}
	return object.Call(t, object.FrozenSetClass, args)
}

// Hash mixes the arguments' hashes so that their order does not matter; a union has that of the same types joined by bars.
func (g *alias) Hash(t *object.Thread) (uint64, error) {
	if g.form == unionForm || g.form == literalForm {
		args, err := g.unordered(t)
		if err != nil {
			return 0, err
		}
		return object.Hash(t, args)
	}
	h := uint64(len(g.args.Items))
	for _, v := range g.args.Items {
		x, err := object.Hash(t, v)
		if err != nil {
			return 0, err
		}
		h += x
	}
	return h >> 2, nil
}

// Call makes an object of a generic class of the program.
func (g *alias) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if g.class == nil && g.form != annotatedForm {
		return g.form.Call(t, a)
	}
	v, err := object.CallArgs(t, g.origin(), a)
	if err != nil || g.class == nil {
		return v, err
	}
	if err := object.SetAttr(t, v, object.Intern("__orig_class__"), g); err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, err
	}
	return v, nil
}

// Repr shows the alias as it would be written.
func (g *alias) Repr(t *object.Thread) (string, error) {
	if err := t.Deeper(); err != nil { // aliases stand in one another to any depth
		return "", err
	}
	defer t.Shallower()
	args := g.args.Items
	if g.class != nil {
		s, err := texts(t, args)
		return g.class.Module() + "." + g.class.QualifiedName() + "[" + s + "]", err
	}
	switch {
	case g.form == unionForm && len(args) == 2 && (args[0] == object.Object(object.NoneClass) || args[1] == object.Object(object.NoneClass)):
		other := args[0]
		if other == object.Object(object.NoneClass) {
			other = args[1]
		}
		s, err := text(t, other)
		return "typing.Optional[" + s + "]", err
	case g.form == literalForm:
		s, err := reprs(t, args)
		return "typing.Literal[" + s + "]", err
	case g.form == annotatedForm:
		s, err := text(t, args[0])
		if err != nil {
			return "", err
		}
		m, err := reprs(t, g.metadata.Items)
		return "typing.Annotated[" + s + ", " + m + "]", err
	case g.form.name == "Callable" && len(args) > 0:
		return g.callable(t)
	case len(args) == 0:
		return "typing." + g.form.name + "[()]", nil
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
	s, err := texts(t, g.args.Items[:n])
	if g.open() {
		return "typing.Callable[" + s + ", " + result + "]", err
	}
	return "typing.Callable[[" + s + "], " + result + "]", err
}

// open reports whether a Callable says nothing of its parameters one by one: Callable[..., int].
func (g *alias) open() bool {
	if len(g.args.Items) != 2 {
		return false
	}
	switch x := g.args.Items[0].(type) {
	case *object.EllipsisType:
		return true
	case *typeVar:
		return x.class == paramSpecClass
	case *alias:
		return x.form != nil && x.form.name == "Concatenate"
	}
	return false
}

func texts(t *object.Thread, items []object.Object) (string, error) {
	return each(t, items, text)
}

func reprs(t *object.Thread, items []object.Object) (string, error) {
	return each(t, items, object.Repr)
}

func each(t *object.Thread, items []object.Object, show func(*object.Thread, object.Object) (string, error)) (string, error) {
	var parts []string
	for _, o := range items {
		s, err := show(t, o)
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

// parameters lists the type variables in types, each once.
func parameters(items []object.Object) []object.Object {
	var vars []object.Object
	seen := map[object.Object]bool{}
	var walk func(items []object.Object)
	walk = func(items []object.Object) {
		for _, o := range items {
			switch x := o.(type) {
			case *typeVar:
				if !seen[x] {
					seen[x] = true
					vars = append(vars, x)
				}
			case *alias:
				walk(x.args.Items)
			case *object.GenericAlias:
				walk(x.Args.Items)
			case *object.Union:
				walk(x.Args.Items)
			case *object.List:
				walk(x.Items)
			}
		}
	}
	walk(items)
	return vars
}

// GetItem puts types in the place of the type variables.
func (g *alias) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	vars := parameters(g.args.Items)
	shown, err := object.Repr(t, g)
	if err != nil {
		return nil, err
	}
	if len(vars) == 0 {
		return nil, object.TypeError("%s is not a generic class", shown)
	}
	items := types(keyItems(key))
	if len(items) != len(vars) {
		return nil, countError(shown, len(items), len(vars))
	}
	by := map[object.Object]object.Object{}
	for i, v := range vars {
		by[v] = items[i]
	}
	return substitute(t, g, by)
}

func substitute(t *object.Thread, o object.Object, by map[object.Object]object.Object) (object.Object, error) {
	if v, ok := by[o]; ok {
		return v, nil
	}
	list := func(items []object.Object) ([]object.Object, error) {
		out := make([]object.Object, len(items))
		for i, v := range items {
			var err error
			if out[i], err = substitute(t, v, by); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch x := o.(type) {
	case *alias:
		args, err := list(x.args.Items)
		if err != nil {
			return nil, err
		}
		return x.with(t, args)
	case *object.GenericAlias:
		args, err := list(x.Args.Items)
		return object.NewGenericAlias(x.Origin, object.NewTuple(args...)), err
	case *object.Union:
		args, err := list(x.Args.Items)
		if err != nil {
			return nil, err
		}
		return union(t, args...)
	}
	return o, nil
}

// GetAttr passes attributes that are not special on to the class behind the alias.
func (g *alias) GetAttr(t *object.Thread, name *object.Str) (object.Object, bool, error) {
	s := name.String()
	if strings.HasPrefix(s, "__") && strings.HasSuffix(s, "__") {
		return nil, false, nil
	}
	v, err := object.LookupAttr(t, g.origin(), name)
	return v, v != nil, err
}

func init() {
	aliasClass.Protocols(&alias{}, object.Or)
	get := func(name string, v func(g *alias) object.Object) {
		aliasClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			if r := v(o.(*alias)); r != nil {
				return r, nil
			}
			return nil, object.AttributeError(o, name, "'_GenericAlias' object has no attribute '%s'", name)
		})
	}
	get("__origin__", (*alias).origin)
	get("__args__", func(g *alias) object.Object { return g.args })
	get("__parameters__", func(g *alias) object.Object { return object.NewTuple(parameters(g.args.Items)...) })
	get("__module__", func(g *alias) object.Object {
		if g.class != nil {
			return object.NewStr(g.class.Module())
		}
		return object.NewStr("typing")
	})
	name := func(g *alias) object.Object {
		if g.class != nil {
			return object.NewStr(g.class.Name)
		}
		return object.NewStr(g.form.name)
	}
	get("__name__", name)
	get("__qualname__", name)
	get("_name", name)
	get("__metadata__", func(g *alias) object.Object {
		if g.metadata == nil {
			return nil
		}
		return g.metadata
	})
	aliasClass.Methods(
		object.Func("__mro_entries__", "(self, bases)", "", aliasEntries),
		aliasCheck("__instancecheck__", object.IsInstance), aliasCheck("__subclasscheck__", object.IsSubclassOf),
	)
}

func aliasCheck(name string, ask func(t *object.Thread, o, c object.Object) (bool, error)) *object.Builtin {
	return object.Func(name, "(self, obj)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		g := a[0].(*alias)
		if g.form != unionForm {
			return nil, object.TypeError("Subscripted generics cannot be used with class and instance checks")
		}
		ok, err := ask(t, a[1], g.args)
		return object.Bool(ok), err
	})
}

func aliasEntries(t *object.Thread, a []object.Object) (object.Object, error) {
	g := a[0].(*alias)
	c, ok := g.origin().(*object.Class)
	if !ok {
		shown, err := object.Repr(t, g)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("Cannot subclass %s", shown)
	}
	if g.class == nil {
		return entries(t, c, a[0], a[1])
	}
	k := kitOf(t)
	if c != k.generic {
		return object.NewTuple(c), nil
	}
	bases, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	after := false
	for _, b := range bases {
		x, isAlias := b.(*alias)
		if b == object.Object(k.protocol) || after && isAlias && x != g {
			return object.NewTuple(), nil // another base brings Generic
		}
		after = after || b == a[0]
	}
	return object.NewTuple(c), nil
}
