package typing

import (
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

// typeVar is a TypeVar, ParamSpec or TypeVarTuple.
type typeVar struct {
	class       *object.Class
	name, sign  string
	constraints *object.Tuple
	bound       object.Object
}

var (
	typeVarClass      = object.NewType("TypeVar", "typing", nil).Final()
	paramSpecClass    = object.NewType("ParamSpec", "typing", nil).Final()
	typeVarTupleClass = object.NewType("TypeVarTuple", "typing", nil).Final()
)

// Class returns the variable's kind.
func (v *typeVar) Class() *object.Class { return v.class }

// Repr shows the name behind a sign for the kind.
func (v *typeVar) Repr(*object.Thread) (string, error) { return v.sign + v.name, nil }

// Binary is T | type.
func (v *typeVar) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, v, o, reflected)
}

var typeVarSignature = object.ParseSignature("(self, name, *constraints, bound=None, covariant=False, contravariant=False)")

func newTypeVar(c *object.Class) func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
	return func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := bind.Function(c.Name+".__init__", typeVarSignature, a.Prepend(object.None))
		if err != nil {
			return nil, err
		}
		name, err := object.ToStr(t, v[1])
		if err != nil {
			return nil, err
		}
		constraints := types(v[2].(*object.Tuple).Items)
		var flags [2]bool
		for i := range flags {
			if flags[i], err = object.Truth(t, v[4+i]); err != nil {
				return nil, err
			}
		}
		switch {
		case flags[0] && flags[1]:
			return nil, object.ValueError("Bivariant types are not supported.")
		case len(constraints) > 0 && v[3] != object.None:
			return nil, object.TypeError("Constraints cannot be combined with bound=...")
		case len(constraints) == 1:
			return nil, object.TypeError("A single constraint is not allowed")
		}
		sign := "~"
		switch {
		case flags[0]:
			sign = "+"
		case flags[1]:
			sign = "-"
		case c == typeVarTupleClass:
			sign = ""
		}
		bound := v[3]
		if bound != object.None {
			bound = asType(bound)
		}
		return &typeVar{c, name, sign, object.NewTuple(constraints...), bound}, nil
	}
}

// forwardRef is a type that is given as text.
type forwardRef struct{ name string }

var forwardRefClass = object.NewType("ForwardRef", "typing", nil).Final()

// Class returns the type typing.ForwardRef.
func (*forwardRef) Class() *object.Class { return forwardRefClass }

// Repr shows the text.
func (f *forwardRef) Repr(*object.Thread) (string, error) {
	return "ForwardRef(" + object.QuoteStr(f.name) + ")", nil
}

// Compare is equality of the texts.
func (f *forwardRef) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	g, ok := o.(*forwardRef)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	return object.Bool((f.name == g.name) == (op == object.Eq)), nil
}

// Hash is that of the text.
func (f *forwardRef) Hash(t *object.Thread) (uint64, error) {
	return object.Hash(t, object.NewStr(f.name))
}

// Binary is reference | type.
func (f *forwardRef) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	return joined(t, op, f, o, reflected)
}

// newType is what NewType("UserId", int) makes: a function that returns its argument.
type newType struct {
	name, module string
	supertype    object.Object
}

var newTypeClass = object.NewType("NewType", "typing", nil).Final()

// Class returns the type typing.NewType.
func (*newType) Class() *object.Class { return newTypeClass }

// Repr is the full name.
func (n *newType) Repr(*object.Thread) (string, error) { return n.module + "." + n.name, nil }

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
	for _, c := range []*object.Class{typeVarClass, paramSpecClass, typeVarTupleClass} {
		c.Protocols(&typeVar{}, object.Or)
		c.New = newTypeVar(c)
		get := func(name string, v func(v *typeVar) object.Object) {
			c.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) { return v(o.(*typeVar)), nil })
		}
		get("__name__", func(v *typeVar) object.Object { return object.NewStr(v.name) })
		get("__bound__", func(v *typeVar) object.Object { return v.bound })
		get("__constraints__", func(v *typeVar) object.Object { return v.constraints })
		get("__covariant__", func(v *typeVar) object.Object { return object.Bool(v.sign == "+") })
		get("__contravariant__", func(v *typeVar) object.Object { return object.Bool(v.sign == "-") })
		get("args", func(v *typeVar) object.Object { return &forwardRef{v.name + ".args"} })
		get("kwargs", func(v *typeVar) object.Object { return &forwardRef{v.name + ".kwargs"} })
	}
	forwardRefClass.Protocols(&forwardRef{}, object.Or)
	forwardRefClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("ForwardRef.__init__() missing 1 required positional argument: 'arg'")
		}
		s, ok := object.AsString(a.Pos[0])
		if !ok {
			return nil, object.TypeError("Forward reference must be a string -- got %s", object.DefaultRepr(t, a.Pos[0]))
		}
		return &forwardRef{s}, nil
	}
	forwardRefClass.Getter("__forward_arg__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr(o.(*forwardRef).name), nil
	})
	newTypeClass.Protocols(&newType{}, object.Or)
	newTypeClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 2 {
			return nil, object.TypeError("NewType.__init__() takes 3 positional arguments but %d were given", len(a.Pos)+1)
		}
		name, err := object.ToStr(t, a.Pos[0])
		module := "__main__"
		if t.Top != nil {
			if s, ok := object.AsString(t.Top.Globals.GetName("__name__")); ok {
				module = s
			}
		}
		return &newType{name, module, a.Pos[1]}, err
	}
	attribute := func(name string, v func(n *newType) object.Object) {
		newTypeClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) { return v(o.(*newType)), nil })
	}
	attribute("__name__", func(n *newType) object.Object { return object.NewStr(n.name) })
	attribute("__qualname__", func(n *newType) object.Object { return object.NewStr(n.name) })
	attribute("__module__", func(n *newType) object.Object { return object.NewStr(n.module) })
	attribute("__supertype__", func(n *newType) object.Object { return n.supertype })
}
