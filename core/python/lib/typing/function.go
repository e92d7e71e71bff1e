package typing

import "layerglass/core/python/object"

// typeVar is a type variable.
type typeVar struct{ name, sign string }

var typeVarClass = object.NewType("TypeVar", "typing", nil)

func (*typeVar) Class() *object.Class                  { return typeVarClass }
func (v *typeVar) Repr(*object.Thread) (string, error) { return v.sign + v.name, nil }

// Binary is T | type.
func (v *typeVar) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, v, o, reflected)
}

// newType is what NewType("UserId", int) makes: a function that returns its argument.
type newType struct {
	name      string
	supertype object.Object
}

var newTypeClass = object.NewType("NewType", "typing", nil)

func (*newType) Class() *object.Class                  { return newTypeClass }
func (n *newType) Repr(*object.Thread) (string, error) { return "__main__." + n.name, nil }

// Call returns the argument.
func (n *newType) Call(_ *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 {
		return nil, object.TypeError("NewType.__call__() takes 2 positional arguments but %d were given", len(a.Pos)+1)
	}
	return a.Pos[0], nil
}

// Binary is NewType | type.
func (n *newType) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, n, o, reflected)
}

func init() {
	typeVarClass.Protocols(&typeVar{}, object.Or)
	typeVarClass.Getter("__name__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*typeVar).name), nil
	})
	typeVarClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("TypeVar() missing 1 required positional argument: 'name'")
		}
		name, err := object.ToStr(t, a.Pos[0])
		sign := "~"
		if v := a.Get("covariant"); v == object.True {
			sign = "+"
		} else if v := a.Get("contravariant"); v == object.True {
			sign = "-"
		}
		return &typeVar{name, sign}, err
	}
	newTypeClass.Protocols(&newType{}, object.Or)
	newTypeClass.Getter("__name__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*newType).name), nil
	})
	newTypeClass.Getter("__supertype__", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*newType).supertype, nil })
	newTypeClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 2 {
			return nil, object.TypeError("NewType() takes a name and a type")
		}
		name, err := object.ToStr(t, a.Pos[0])
		return &newType{name, a.Pos[1]}, err
	}
}

// same is a decorator that returns what it is given.
func same(name string) *object.Builtin {
	return object.Func(name, "(func)", "Marks a definition for type checkers.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil })
}

var functions = []*object.Builtin{
	object.Func("cast", "(typ, val)", "Returns val; the type is for checkers.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[1], nil }),
	object.Func("assert_type", "(val, typ, /)", "Returns val; the type is for checkers.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
	object.Func("reveal_type", "(obj, /)", "Returns obj.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
	object.Func("get_origin", "(tp)", "Returns the class without arguments, or None.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		switch x := a[0].(type) {
		case *alias:
			return originOf(x.form), nil
		case *object.GenericAlias:
			return x.Origin, nil
		case *object.Union:
			return object.UnionClass, nil
		}
		return object.None, nil
	}),
	object.Func("get_args", "(tp)", "Returns the type arguments.", getArgs),
	object.Func("get_type_hints", "(obj, globalns=None, localns=None, include_extras=False)", "Returns the annotations.", getTypeHints),
	same("overload"), same("final"), same("no_type_check"), same("runtime_checkable"), same("override"),
	object.Func("dataclass_transform", "(**kwargs)", "Marks a definition for type checkers.", func(*object.Thread, []object.Object) (object.Object, error) {
		return same("dataclass_transform"), nil
	}),
}

func getArgs(_ *object.Thread, a []object.Object) (object.Object, error) {
	switch x := a[0].(type) {
	case *alias:
		n := len(x.args.Items) - 1
		if x.form.name == "Callable" && n >= 0 && x.args.Items[0] != object.Ellipsis {
			return object.NewTuple(object.NewList(x.args.Items[:n]...), x.args.Items[n]), nil
		}
		return x.args, nil
	case *object.GenericAlias:
		return x.Args, nil
	case *object.Union:
		return x.Args, nil
	}
	return object.NewTuple(), nil
}

// getTypeHints joins the annotations of a class and its bases, or takes those of a function. Text stays text unless it
// names something in the program.
func getTypeHints(t *object.Thread, a []object.Object) (object.Object, error) {
	out := object.NewDict()
	sources := []object.Object{a[0]}
	if c, ok := a[0].(*object.Class); ok {
		sources = nil
		for i := len(c.MRO) - 1; i >= 0; i-- {
			if d := c.MRO[i].Dict.GetName("__annotations__"); d != nil {
				sources = append(sources, d)
			}
		}
	}
	for _, s := range sources {
		d, ok := s.(*object.Dict)
		if !ok {
			v, err := object.GetAttr(t, s, object.Intern("__annotations__"))
			if err != nil {
				return nil, err
			}
			if d, ok = v.(*object.Dict); !ok {
				return out, nil
			}
		}
		for k, v := range d.All() {
			if err := out.Set(t, k, resolved(t, v)); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func resolved(t *object.Thread, v object.Object) object.Object {
	if v == object.None {
		return object.NoneClass
	}
	s, ok := v.(*object.Str)
	if !ok || t.Top == nil {
		return v
	}
	if found := t.Top.Globals.GetStr(object.Intern(s.String())); found != nil {
		return found
	}
	if found := t.Builtins.GetStr(object.Intern(s.String())); found != nil {
		return found
	}
	return v
}
