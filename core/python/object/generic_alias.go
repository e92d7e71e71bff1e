package object

import "strings"

// GenericAlias is a class with type arguments: list[int].
type GenericAlias struct {
	Origin Object
	Args   *Tuple
}

// Union is int | None.
type Union struct{ Args *Tuple }

// The classes of type expressions.
var (
	GenericAliasClass = newTypesClass("GenericAlias")
	UnionClass        = newTypesClass("UnionType")
)

func newTypesClass(name string) *Class {
	c := newBuiltinClass(name, final)
	c.module = "types"
	return c
}

// Class returns types.GenericAlias.
func (*GenericAlias) Class() *Class { return GenericAliasClass }

// Class returns types.UnionType.
func (*Union) Class() *Class { return UnionClass }

// NewGenericAlias makes origin[args].
func NewGenericAlias(origin, args Object) *GenericAlias {
	tuple, ok := args.(*Tuple)
	if !ok {
		tuple = NewTuple(args)
	}
	return &GenericAlias{origin, tuple}
}

// classGetItem is the __class_getitem__ of a generic class.
func classGetItem() *Builtin {
	return Func("__class_getitem__", "(cls, key, /)", "Return the class with type arguments.",
		func(_ *Thread, a []Object) (Object, error) { return NewGenericAlias(a[0], a[1]), nil })
}

// ClassGetItem makes a class generic: C[x] is a types.GenericAlias.
func (c *Class) ClassGetItem() *Class { return c.ClassMethods(classGetItem()) }

// Call makes an object of the origin.
func (g *GenericAlias) Call(t *Thread, a Args) (Object, error) { return CallArgs(t, g.Origin, a) }

// Repr shows origin and arguments as they would be written.
func (g *GenericAlias) Repr(t *Thread) (string, error) {
	s, err := typeText(t, g.Origin)
	if err != nil {
		return "", err
	}
	if len(g.Args.Items) == 0 {
		return s + "[()]", nil
	}
	args, err := typeTexts(t, g.Args.Items, ", ")
	return s + "[" + args + "]", err
}

func typeTexts(t *Thread, items []Object, between string) (string, error) {
	if err := t.Deeper(); err != nil { // aliases stand in one another to any depth
		return "", err
	}
	defer t.Shallower()
	parts := make([]string, len(items))
	for i, o := range items {
		s, err := typeText(t, o)
		if err != nil {
			return "", err
		}
		parts[i] = s
	}
	return strings.Join(parts, between), nil
}

// typeText shows a type as annotations do: a class by its name.
func typeText(t *Thread, o Object) (string, error) {
	switch x := o.(type) {
	case *Class:
		return x.FullName(), nil
	case *EllipsisType:
		return "...", nil
	}
	return reprInside(t, o)
}

// GetAttr passes attributes on to the origin, except its special methods.
func (g *GenericAlias) GetAttr(t *Thread, name *Str) (Object, bool, error) {
	switch name.s {
	case "__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce__", "__copy__", "__deepcopy__":
		return nil, false, nil
	}
	v, err := LookupAttr(t, g.Origin, name)
	return v, v != nil, err
}

// Compare is equality of origin and arguments.
func (g *GenericAlias) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	h, ok := o.(*GenericAlias)
	if !ok || op != Eq && op != Ne {
		return NotImplemented, nil
	}
	same, err := Equal(t, g.Origin, h.Origin)
	if same && err == nil {
		same, err = Equal(t, g.Args, h.Args)
	}
	return Bool(same == (op == Eq)), err
}

// Hash mixes the hashes of origin and arguments.
func (g *GenericAlias) Hash(t *Thread) (uint64, error) {
	a, err := Hash(t, g.Origin)
	if err != nil {
		return 0, err
	}
	b, err := Hash(t, g.Args)
	return a ^ b, err
}

// Binary is alias | type.
func (g *GenericAlias) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	return typeOr(t, op, g, o, reflected)
}

// typeVariables returns the type variables in a list of types, each once: what knows how to be replaced, and those inside of what has
// parameters of its own.
func typeVariables(t *Thread, types []Object) ([]Object, error) {
	var found []Object
	add := func(v Object) {
		for _, f := range found {
			if Is(f, v) {
				return
			}
		}
		found = append(found, v)
	}
	for _, o := range types {
		if _, ok := o.(*Class); ok {
			continue
		}
		if isTypeVariable(o) {
			add(o)
			continue
		}
		v, err := LookupAttr(t, o, Intern("__parameters__"))
		if err != nil && !IsKind(err, AttributeErrorClass) {
			return nil, err
		}
		if inner, ok := v.(*Tuple); ok && err == nil {
			for _, p := range inner.Items {
				add(p)
			}
		}
	}
	return found, nil
}

func isTypeVariable(o Object) bool {
	c := o.Class()
	return c.module == "typing" && (c.Name == "TypeVar" || c.Name == "ParamSpec" || c.Name == "TypeVarTuple")
}

// substitute is alias[key]: the alias with key's types in the place of its type variables.
func (g *GenericAlias) substitute(t *Thread, key Object) (Object, error) {
	args, err := substitutedAll(t, g, g.Args.Items, key)
	if err != nil {
		return nil, err
	}
	return NewGenericAlias(g.Origin, NewTuple(args...)), nil
}

// substitute is union[key]: the union with key's types in the place of its type variables.
func (u *Union) substitute(t *Thread, key Object) (Object, error) {
	args, err := substitutedAll(t, u, u.Args.Items, key)
	if err != nil {
		return nil, err
	}
	v := args[0]
	for _, o := range args[1:] {
		if v, err = Binary(t, Or, v, o); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// substitutedAll exchanges the type variables among the types of a type expression for those that key gives.
func substitutedAll(t *Thread, of Object, types []Object, key Object) ([]Object, error) {
	variables, err := typeVariables(t, types)
	if err != nil {
		return nil, err
	}
	text, err := Repr(t, of)
	if err != nil {
		return nil, err
	}
	if len(variables) == 0 {
		return nil, TypeError("%s is not a generic class", text)
	}
	given := []Object{key}
	if tuple, ok := key.(*Tuple); ok {
		given = tuple.Items
	}
	if len(given) != len(variables) {
		word := "many"
		if len(given) < len(variables) {
			word = "few"
		}
		return nil, TypeError("Too %s arguments for %s; actual %d, expected %d", word, text, len(given), len(variables))
	}
	args := make([]Object, len(types))
	for i, o := range types {
		if args[i], err = substituted(t, o, variables, given); err != nil {
			return nil, err
		}
	}
	return args, nil
}

// substituted is one argument after the exchange: a variable itself, or what is made of an alias with variables inside.
func substituted(t *Thread, o Object, variables, given []Object) (Object, error) {
	at := func(v Object) Object {
		for i, known := range variables {
			if Is(known, v) {
				return given[i]
			}
		}
		return v
	}
	inner, err := typeVariables(t, []Object{o})
	if err != nil || len(inner) == 0 || isTypeVariable(o) {
		return at(o), err
	}
	for i, v := range inner {
		inner[i] = at(v)
	}
	if len(inner) == 1 {
		return GetItem(t, o, inner[0])
	}
	return GetItem(t, o, NewTuple(inner...))
}

// NewUnion joins types as | does: unions inside are opened, duplicates dropped; a single one is returned itself.
func NewUnion(t *Thread, parts ...Object) (Object, error) {
	var flat []Object
	for _, p := range parts {
		items := []Object{p}
		switch x := p.(type) {
		case *Union:
			items = x.Args.Items
		case *NoneType:
			items = []Object{NoneClass}
		}
		for _, item := range items {
			known := false
			for _, f := range flat {
				same, err := Equal(t, f, item)
				if err != nil {
					return nil, err
				}
				known = known || same
			}
			if !known {
				flat = append(flat, item)
			}
		}
	}
	if len(flat) == 1 {
		return flat[0], nil
	}
	return &Union{NewTuple(flat...)}, nil
}

// typeOr is a | b where one side is a type expression.
func typeOr(t *Thread, op BinaryOp, a, b Object, reflected bool) (Object, error) {
	if op != Or || !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	if reflected {
		a, b = b, a
	}
	return NewUnion(t, a, b)
}

func unionable(o Object) bool {
	switch o.(type) {
	case *NoneType, *Class, *GenericAlias, *Union:
		return true
	}
	return false
}

// Repr shows the parts with bars between them.
func (u *Union) Repr(t *Thread) (string, error) {
	parts := append([]Object(nil), u.Args.Items...)
	for i, p := range parts {
		if p == Object(NoneClass) {
			parts[i] = None
		}
	}
	return typeTexts(t, parts, " | ")
}

// Compare is equality of the parts in any order.
func (u *Union) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	v, ok := o.(*Union)
	if !ok || op != Eq && op != Ne {
		return NotImplemented, nil
	}
	a, err := NewSetOf(t, u.Args.Items...)
	if err != nil {
		return nil, err
	}
	b, err := NewSetOf(t, v.Args.Items...)
	if err != nil {
		return nil, err
	}
	return a.Compare(t, op, b)
}

// Hash is that of the frozenset of parts.
func (u *Union) Hash(t *Thread) (uint64, error) {
	s, err := NewSetOf(t, u.Args.Items...)
	if err != nil {
		return 0, err
	}
	return s.contentHash(), nil
}

// Binary is union | type.
func (u *Union) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	return typeOr(t, op, u, o, reflected)
}

func init() {
	GenericAliasClass.LongName, UnionClass.LongName = "types.GenericAlias", "types.UnionType"
	GenericAliasClass.Protocols(&GenericAlias{}, Or)
	GenericAliasClass.Getter("__origin__", "The class without arguments.", func(_ *Thread, self Object) (Object, error) {
		return self.(*GenericAlias).Origin, nil
	})
	GenericAliasClass.Getter("__args__", "The type arguments.", func(_ *Thread, self Object) (Object, error) {
		return self.(*GenericAlias).Args, nil
	})
	GenericAliasClass.Getter("__parameters__", "The type variables among the arguments.", func(t *Thread, self Object) (Object, error) {
		v, err := typeVariables(t, self.(*GenericAlias).Args.Items)
		return NewTuple(v...), err
	})
	GenericAliasClass.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Pos) != 2 || len(a.Kw) > 0 {
			return nil, TypeError("GenericAlias expected 2 arguments, got %d", len(a.Pos))
		}
		return NewGenericAlias(a.Pos[0], a.Pos[1]), nil
	}
	GenericAliasClass.Methods(
		Func("__mro_entries__", "(self, bases, /)", "Stand in for the origin among a class's bases.",
			func(_ *Thread, a []Object) (Object, error) { return NewTuple(a[0].(*GenericAlias).Origin), nil }),
		Func("__getitem__", "(self, key, /)", "Put types in the place of the type variables.", func(t *Thread, a []Object) (Object, error) {
			return a[0].(*GenericAlias).substitute(t, a[1])
		}),
		Func("__instancecheck__", "(self, instance, /)", "Refuse isinstance().", func(*Thread, []Object) (Object, error) {
			return nil, TypeError("isinstance() argument 2 cannot be a parameterized generic")
		}),
		Func("__subclasscheck__", "(self, subclass, /)", "Refuse issubclass().", func(*Thread, []Object) (Object, error) {
			return nil, TypeError("issubclass() argument 2 cannot be a parameterized generic")
		}),
	)
	UnionClass.Protocols(&Union{}, Or)
	UnionClass.Getter("__args__", "The types of the union.", func(_ *Thread, self Object) (Object, error) {
		return self.(*Union).Args, nil
	})
	UnionClass.Getter("__parameters__", "The type variables among the types.", func(t *Thread, self Object) (Object, error) {
		v, err := typeVariables(t, self.(*Union).Args.Items)
		return NewTuple(v...), err
	})
	UnionClass.Methods(
		Func("__getitem__", "(self, key, /)", "Put types in the place of the type variables.", func(t *Thread, a []Object) (Object, error) {
			return a[0].(*Union).substitute(t, a[1])
		}),
		Func("__instancecheck__", "(self, instance, /)", "Return isinstance(instance, self).",
			func(t *Thread, a []Object) (Object, error) {
				ok, err := IsInstance(t, a[1], a[0].(*Union).Args)
				return Bool(ok), err
			}),
		Func("__subclasscheck__", "(self, subclass, /)", "Return issubclass(subclass, self).",
			func(t *Thread, a []Object) (Object, error) {
				ok, err := IsSubclassOf(t, a[1], a[0].(*Union).Args)
				return Bool(ok), err
			}),
	)
}
