// Package operator is Python's module operator.
package operator

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("operator", load) }

type function = func(t *object.Thread, a []object.Object) (object.Object, error)

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("operator")
	add := func(name, sig string, f function) {
		b := object.Func(name, sig, "Does what the operator of its name does.", f)
		b.Module = "_operator"
		m.Dict.SetName(name, b)
		if name != "not_" && name != "and_" && name != "or_" {
			m.Dict.SetName("__"+name+"__", b)
			return
		}
		m.Dict.SetName("__"+name+"_", b)
	}
	for name, op := range binaries {
		add(name, "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Binary(t, op, a[0], a[1])
		})
		add("i"+strings.TrimSuffix(name, "_"), "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.InplaceBinary(t, op, a[0], a[1])
		})
	}
	for name, op := range map[string]object.UnaryOp{"neg": object.Neg, "pos": object.Pos, "invert": object.Invert, "inv": object.Invert, "abs": object.Abs} {
		add(name, "(a, /)", func(t *object.Thread, a []object.Object) (object.Object, error) { return object.Unary(t, op, a[0]) })
	}
	for name, op := range map[string]object.CompareOp{"eq": object.Eq, "ne": object.Ne, "lt": object.Lt, "le": object.Le, "gt": object.Gt, "ge": object.Ge} {
		add(name, "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Compare(t, op, a[0], a[1])
		})
	}
	for _, f := range others {
		add(f.name, f.sig, f.do)
	}
	for name, c := range map[string]*object.Class{"itemgetter": itemClass, "attrgetter": attrClass, "methodcaller": callerClass} {
		m.Dict.SetName(name, c)
	}
	return m, nil
}

var binaries = map[string]object.BinaryOp{
	"add": object.Add, "sub": object.Sub, "mul": object.Mul, "matmul": object.MatMul, "truediv": object.TrueDiv, "mod": object.Mod,
	"pow": object.Pow, "lshift": object.LShift, "rshift": object.RShift, "or_": object.Or, "xor": object.Xor, "and_": object.And,
	"floordiv": object.FloorDiv,
}

var others = []struct {
	name, sig string
	do        function
}{
	{"not_", "(a, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		b, err := object.Truth(t, a[0])
		return object.Bool(!b), err
	}},
	{"truth", "(a, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		b, err := object.Truth(t, a[0])
		return object.Bool(b), err
	}},
	{"is_", "(a, b, /)", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.Bool(object.Is(a[0], a[1])), nil
	}},
	{"is_not", "(a, b, /)", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.Bool(!object.Is(a[0], a[1])), nil
	}},
	{"contains", "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		b, err := object.Contains(t, a[0], a[1])
		return object.Bool(b), err
	}},
	{"concat", "(a, b, /)", concat(object.Binary)},
	{"iconcat", "(a, b, /)", concat(object.InplaceBinary)},
	{"getitem", "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) { return object.GetItem(t, a[0], a[1]) }},
	{"setitem", "(a, b, c, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.None, object.SetItem(t, a[0], a[1], a[2])
	}},
	{"delitem", "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.None, object.DelItem(t, a[0], a[1])
	}},
	{"index", "(a, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.BigIndex(t, a[0])
		if err != nil {
			return nil, err
		}
		return object.NewBig(n), nil
	}},
	{"countOf", "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n := 0
		err := iterate(t, a[0], func(v object.Object) (bool, error) {
			same, err := object.Equal(t, v, a[1])
			if same {
				n++
			}
			return true, err
		})
		return object.Int(n), err
	}},
	{"indexOf", "(a, b, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, found := 0, false
		err := iterate(t, a[0], func(v object.Object) (bool, error) {
			same, err := object.Equal(t, v, a[1])
			found = same
			if !same {
				n++
			}
			return !same, err
		})
		if err == nil && !found {
			err = object.ValueError("sequence.index(x): x not in sequence")
		}
		return object.Int(n), err
	}},
	{"length_hint", "(obj, default=0, /)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if object.AsBig(a[1]) == nil {
			return nil, object.TypeError("'%s' object cannot be interpreted as an integer", a[1].Class().MessageName())
		}
		if n, err := object.Len(t, a[0]); err == nil {
			return object.Int(n), nil
		} else if !object.IsKind(err, object.TypeErrorClass) {
			return nil, err
		}
		return hint(t, a[0], a[1])
	}},
	{"call", "(obj, /, *args, **kwargs)", func(t *object.Thread, a []object.Object) (object.Object, error) {
		args := object.Args{Pos: a[1].(*object.Tuple).Items}
		for k, v := range a[2].(*object.Dict).All() {
			args.Kw = append(args.Kw, object.Kwarg{Name: k.(*object.Str), Value: v})
		}
		return object.CallArgs(t, a[0], args)
	}},
}

// concat joins two sequences.
func concat(join func(*object.Thread, object.BinaryOp, object.Object, object.Object) (object.Object, error)) function {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		if a[0].Class().Lookup(object.Intern("__getitem__")) == nil {
			return nil, object.TypeError("'%s' object can't be concatenated", a[0].Class().MessageName())
		}
		return join(t, object.Add, a[0], a[1])
	}
}

// iterate is object.Iterate with the error of these functions.
func iterate(t *object.Thread, o object.Object, f func(object.Object) (bool, error)) error {
	it, err := object.Iter(t, o)
	if object.IsKind(err, object.TypeErrorClass) {
		return object.TypeError("argument of type '%s' is not iterable", o.Class().MessageName())
	}
	if err != nil {
		return err
	}
	return object.Iterate(t, it, f)
}

var (
	itemClass   = object.NewType("itemgetter", "operator", nil).Final().Dotted()
	attrClass   = object.NewType("attrgetter", "operator", nil).Final().Dotted()
	callerClass = object.NewType("methodcaller", "operator", nil).Final().Dotted()
)

// getter is an itemgetter or attrgetter: what it fetches, in order.
type getter struct {
	class *object.Class
	keys  []object.Object
	fetch func(t *object.Thread, o, key object.Object) (object.Object, error)
}

func (g *getter) Class() *object.Class { return g.class }

func (g *getter) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 || len(a.Kw) > 0 {
		return nil, object.TypeError("%s expected 1 argument, got %d", g.class.Name, len(a.Pos))
	}
	var items []object.Object
	for _, k := range g.keys {
		v, err := g.fetch(t, a.Pos[0], k)
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	if len(items) == 1 {
		return items[0], nil
	}
	return object.NewTuple(items...), nil
}

func (g *getter) Repr(t *object.Thread) (string, error) {
	var parts []string
	for _, k := range g.keys {
		s, err := object.Repr(t, k)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	return "operator." + g.class.Name + "(" + strings.Join(parts, ", ") + ")", nil
}

// caller is a methodcaller.
type caller struct {
	name string
	args object.Args
}

func (*caller) Class() *object.Class { return callerClass }

func (c *caller) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 {
		return nil, object.TypeError("methodcaller expected 1 argument, got %d", len(a.Pos))
	}
	m, err := object.GetAttr(t, a.Pos[0], object.Intern(c.name))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(t, m, c.args)
}

// Repr shows the call that makes the caller.
func (c *caller) Repr(t *object.Thread) (string, error) {
	parts := []string{object.QuoteStr(c.name)}
	for _, o := range c.args.Pos {
		s, err := object.Repr(t, o)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	for _, k := range c.args.Kw {
		s, err := object.Repr(t, k.Value)
		if err != nil {
			return "", err
		}
		parts = append(parts, k.Name.String()+"="+s)
	}
	return "operator.methodcaller(" + strings.Join(parts, ", ") + ")", nil
}

func dotted(t *object.Thread, o, key object.Object) (object.Object, error) {
	var err error
	for _, name := range strings.Split(key.(*object.Str).String(), ".") {
		if o, err = object.GetAttr(t, o, object.Intern(name)); err != nil {
			return nil, err
		}
	}
	return o, nil
}

func init() {
	makeGetter := func(fetch func(*object.Thread, object.Object, object.Object) (object.Object, error), names bool) func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
		return func(_ *object.Thread, c *object.Class, a object.Args) (object.Object, error) {
			if len(a.Pos) == 0 {
				return nil, object.TypeError("%s expected 1 argument, got 0", c.Name)
			}
			for _, k := range a.Pos {
				if _, ok := k.(*object.Str); names && !ok {
					return nil, object.TypeError("attribute name must be a string")
				}
			}
			return &getter{c, append([]object.Object(nil), a.Pos...), fetch}, nil
		}
	}
	itemClass.New = makeGetter(object.GetItem, false)
	attrClass.New = makeGetter(dotted, true)
	callerClass.New = func(_ *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("methodcaller needs at least one argument, the method name")
		}
		name, ok := a.Pos[0].(*object.Str)
		if !ok {
			return nil, object.TypeError("method name must be a string")
		}
		return &caller{name.String(), object.Args{Pos: append([]object.Object(nil), a.Pos[1:]...), Kw: append([]object.Kwarg(nil), a.Kw...)}}, nil
	}
}

// hint is what __length_hint__ says, or otherwise where there is none.
func hint(t *object.Thread, o, otherwise object.Object) (object.Object, error) {
	m, err := object.Special(t, o, "__length_hint__")
	if m == nil || err != nil {
		return otherwise, err
	}
	v, err := object.Call(t, m)
	switch {
	case object.IsKind(err, object.TypeErrorClass) || err == nil && v == object.NotImplemented:
		return otherwise, nil
	case err != nil:
		return nil, err
	}
	n, ok := object.AsInt64(v)
	switch {
	case !ok:
		return nil, object.TypeError("__length_hint__ must be an integer, not %s", v.Class().MessageName())
	case n < 0:
		return nil, object.ValueError("__length_hint__() should return >= 0")
	}
	return v, nil
}
