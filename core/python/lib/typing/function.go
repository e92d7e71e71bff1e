package typing

import (
	"layerglass/core/python/object"
)

// same is a decorator that returns what it is given; mark, if not "", is an attribute that it sets.
func same(name, mark string) *object.Builtin {
	return object.Func(name, "(func)", "Marks a definition for type checkers.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if mark != "" {
			err := object.SetAttr(t, a[0], object.Intern(mark), object.True)
			if err != nil && !object.IsKind(err, object.AttributeErrorClass) && !object.IsKind(err, object.TypeErrorClass) {
				return nil, err
			}
		}
		return a[0], nil
	})
}

// argument is a function that returns one of its arguments.
func argument(name, sig string, n int) *object.Builtin {
	return object.Func(name, sig, "Returns the value; the type is for checkers.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[n], nil })
}

var functions = []*object.Builtin{
	argument("cast", "(typ, val)", 1), argument("assert_type", "(val, typ, /)", 0), argument("reveal_type", "(obj, /)", 0),
	object.Func("assert_never", "(arg, /)", "Raises AssertionError: the call cannot be reached.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := object.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		return nil, object.NewError(object.AssertionErrorClass, "Expected code to be unreachable, but got: %s", s)
	}),
	object.Func("get_origin", "(tp)", "Returns the class without arguments, or None.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		switch x := a[0].(type) {
		case *alias:
			if x.form == annotatedForm {
				return annotatedClass, nil
			}
			return x.origin(), nil
		case *form:
			if x.origin != nil {
				return x.origin, nil
			}
		case *object.GenericAlias:
			return x.Origin, nil
		case *object.Union:
			return object.UnionClass, nil
		case *object.Class:
			if x == kitOf(t).generic {
				return x, nil
			}
		}
		return object.None, nil
	}),
	object.Func("get_args", "(tp)", "Returns the type arguments.", getArgs),
	object.Func("get_type_hints", "(obj, globalns=None, localns=None, include_extras=False)", "Returns the annotations, with texts evaluated.", getTypeHints),
	same("final", "__final__"), same("no_type_check", "__no_type_check__"), same("override", "__override__"), same("no_type_check_decorator", ""),
	object.Func("runtime_checkable", "(cls)", "Lets isinstance check a protocol.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		c, ok := a[0].(*object.Class)
		if !ok || !flag(c, "_is_protocol") {
			s, err := object.Repr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, object.TypeError("@runtime_checkable can be only applied to protocol classes, got %s", s)
		}
		c.Set("_is_runtime_protocol", object.True)
		return c, nil
	}),
	object.Func("overload", "(func)", "Marks a signature for type checkers.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, err := object.LookupAttr(t, a[0], object.Intern("__qualname__"))
		if s, ok := object.AsString(name); ok && err == nil {
			o := overloadsOf(t)
			o[s] = append(o[s], a[0])
		}
		return overloadDummy, nil
	}),
	object.Func("get_overloads", "(func)", "Returns the marked signatures of a function.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, err := object.GetAttr(t, a[0], object.Intern("__qualname__"))
		s, _ := object.AsString(name)
		return object.NewList(append([]object.Object(nil), overloadsOf(t)[s]...)...), err
	}),
	object.Func("clear_overloads", "()", "Forgets the marked signatures.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		clear(overloadsOf(t))
		return object.None, nil
	}),
	object.Func("is_typeddict", "(tp)", "Whether the class is a TypedDict.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		c, ok := a[0].(*object.Class)
		return object.Bool(ok && c.Meta == typedDictMaker.meta), nil
	}),
	object.RawFunc("dataclass_transform", "(**kwargs)", "Marks a definition for type checkers.", func(*object.Thread, object.Args) (object.Object, error) {
		return same("dataclass_transform", ""), nil
	}),
}

type overloadsKey struct{}

// overloadDummy stands for a signature that overload marked: only the implementation behind it can be called.
var overloadDummy = object.Func("_overload_dummy", "(*args, **kwds)", "Stands for a marked signature.",
	func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "only signatures marked by @overload are here: define the function once more, without @overload")
	}).AsFunction()

func overloadsOf(t *object.Thread) map[string][]object.Object {
	return t.State(overloadsKey{}, func() any { return map[string][]object.Object{} }).(map[string][]object.Object)
}

func getArgs(_ *object.Thread, a []object.Object) (object.Object, error) {
	switch x := a[0].(type) {
	case *alias:
		if x.form == annotatedForm {
			return object.NewTuple(append([]object.Object{x.args.Items[0]}, x.metadata.Items...)...), nil
		}
		n := len(x.args.Items) - 1
		if x.form != nil && x.form.name == "Callable" && n >= 0 && !x.open() {
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
