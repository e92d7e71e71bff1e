// Package arg holds what a constructor of a Keras class takes: its arguments in the order of the signature, each with the
// kind that says what becomes of the value on the way to the attribute and from there into the config.
//
// A kind converts, it does not check: which value is complained about first is Keras's, so checks are items of the list
// beside the arguments and run where they stand.
package arg

import (
	"layerglass/core/python/object"
)

// Arg is one parameter of __init__.
type Arg struct {
	Name string
	// Default is nil for an argument that must be given.
	Default object.Object
	Kind    *Kind
	// Doc says in a few words what the argument means.
	Doc string
	// Allowed lists the values that may be given, as Python writes them, where they are few. It tells people; it checks nothing.
	Allowed []string
	// Attr is the attribute that holds the value, when it is not called as the argument is; "-" for none.
	Attr string
	// Up hands the argument to the base class's __init__ instead of making an attribute of it.
	Up bool
	// Only marks a keyword-only argument.
	Only bool
	// Hidden leaves the argument out of the config that is made when a class lists no keys.
	Hidden bool

	// check makes the item a check, or a step of __init__ of another sort, and no argument.
	check func(l *Instance) error
	base  bool
}

// BaseInit is the item at which the base class's __init__ runs; without it that is the first thing to happen.
var BaseInit = Arg{base: true}

// BaseInitNone is the item that keeps the base class's __init__ from running at all: some classes set its attributes
// themselves.
var BaseInitNone = Arg{base: true, Name: "-"}

// Kind says what becomes of an argument's value.
type Kind struct {
	// Name says for people what values are meant: "integer", "activation".
	Name string
	// Get makes the attribute of the value; nil takes it as it is.
	Get func(l *Instance, a *Arg, v object.Object) (object.Object, error)
	// Put makes the config's entry of the attribute; nil takes it as it is.
	Put func(t *object.Thread, v object.Object) (object.Object, error)
	// From makes the constructor's argument of the config's entry in from_config; nil takes it as it is.
	From func(t *object.Thread, v object.Object) (object.Object, error)
}

// Item is something that a List is made of: an Arg, a List, or a check.
type Item interface{ items() []Arg }

// List is a constructor's arguments in order, with checks between them.
type List []Arg

func (a Arg) items() []Arg  { return []Arg{a} }
func (l List) items() []Arg { return l }

// Of makes a List; lists inside it are spread.
func Of(items ...Item) List {
	var out List
	for _, i := range items {
		out = append(out, i.items()...)
	}
	return out
}

// Says adds a description.
func (a Arg) Says(doc string) Arg { a.Doc = doc; return a }

// Among lists the values that may be given: strings stand for themselves, "None" for None.
func (a Arg) Among(values ...string) Arg {
	a.Allowed = nil
	for _, v := range values {
		if v != "None" {
			v = "'" + v + "'"
		}
		a.Allowed = append(a.Allowed, v)
	}
	return a
}

// As names the attribute that holds the value.
func (a Arg) As(attr string) Arg { a.Attr = attr; return a }

// ToBase hands the argument to the base class's __init__.
func (a Arg) ToBase() Arg { a.Up = true; return a }

// KeywordOnly forbids passing the argument by position.
func (a Arg) KeywordOnly() Arg { a.Only = true; return a }

// NotInConfig leaves the argument out of the config.
func (a Arg) NotInConfig() Arg { a.Hidden = true; return a }

// IsCheck reports whether the item is a check, or BaseInit, and no argument.
func (a *Arg) IsCheck() bool { return a.check != nil || a.base }

// IsBaseInit reports whether the item is BaseInit.
func (a *Arg) IsBaseInit() bool { return a.base }

// Attribute returns the name of the attribute, "" for none.
func (a *Arg) Attribute() string {
	switch {
	case a.Attr == "-" || a.Up:
		return ""
	case a.Attr != "":
		return a.Attr
	}
	return a.Name
}

// ToBase hands all arguments of the list to the base class's __init__.
func (l List) ToBase() List {
	out := append(List(nil), l...)
	for i := range out {
		out[i].Up = !out[i].IsCheck()
	}
	return out
}

// KeywordOnly makes all arguments of the list keyword-only.
func (l List) KeywordOnly() List {
	out := append(List(nil), l...)
	for i := range out {
		out[i].Only = true
	}
	return out
}

// Without returns the list without the named arguments.
func (l List) Without(names ...string) List {
	var out List
	for _, a := range l {
		keep := true
		for _, n := range names {
			keep = keep && (a.IsCheck() || a.Name != n)
		}
		if keep {
			out = append(out, a)
		}
	}
	return out
}

// Default returns the list with another default for one argument.
func (l List) Default(name string, def any) List {
	out := append(List(nil), l...)
	for i := range out {
		if out[i].Name == name {
			out[i].Default = Value(def)
		}
	}
	return out
}

// Among returns the list with other allowed values for one argument.
func (l List) Among(name string, values ...string) List {
	out := append(List(nil), l...)
	for i := range out {
		if out[i].Name == name {
			out[i] = out[i].Among(values...)
		}
	}
	return out
}

// Find returns the argument of that name, or nil.
func (l List) Find(name string) *Arg {
	for i := range l {
		if !l[i].IsCheck() && l[i].Name == name {
			return &l[i]
		}
	}
	return nil
}

// Names returns the arguments' names in order.
func (l List) Names() []string {
	var out []string
	for _, a := range l {
		if !a.IsCheck() {
			out = append(out, a.Name)
		}
	}
	return out
}

// Check makes an item that runs in __init__ where it stands in the list: arguments before it are attributes by then.
func Check(f func(l *Instance) error) Arg { return Arg{check: f} }

// Run runs the check.
func (a *Arg) Run(l *Instance) error { return a.check(l) }

// Convert makes the attribute of a value.
func (a *Arg) Convert(l *Instance, v object.Object) (object.Object, error) {
	if a.Kind == nil || a.Kind.Get == nil {
		return v, nil
	}
	return a.Kind.Get(l, a, v)
}

// Signature makes the signature of an __init__ with these arguments; extra holds further parameters, "kwargs" with two
// stars as in "**kwargs" or "" for none.
func (l List) Signature(kwargs string) *object.Signature {
	params := []object.Param{{Name: object.Intern("self"), Kind: object.PositionalOrKeyword}}
	for _, only := range []bool{false, true} {
		for _, a := range l {
			if a.IsCheck() || a.Only != only {
				continue
			}
			p := object.Param{Name: object.Intern(a.Name), Kind: object.PositionalOrKeyword, Default: a.Default}
			if only {
				p.Kind = object.KeywordOnly
			}
			params = append(params, p)
		}
	}
	if kwargs != "" {
		params = append(params, object.Param{Name: object.Intern(kwargs), Kind: object.VarKeyword})
	}
	return object.NewSignature(params)
}

// Value makes a Python value of a Go one: nil is None; bool, int, float64 and string are what they look like; a slice of
// any is a tuple.
func Value(v any) object.Object {
	switch x := v.(type) {
	case nil:
		return object.None
	case object.Object:
		return x
	case bool:
		return object.Bool(x)
	case int:
		return object.Int(x)
	case float64:
		return object.Float(x)
	case string:
		return object.Intern(x)
	case []any:
		items := make([]object.Object, len(x))
		for i, e := range x {
			items[i] = Value(e)
		}
		return object.NewTuple(items...)
	}
	panic("arg: a default of a type that is not supported")
}

// T makes a tuple for a default.
func T(items ...any) []any { return items }
