package inspect

import (
	"strings"

	"layerglass/core/python/object"
)

// bound is inspect.BoundArguments: the values that a call gives to parameters.
type bound struct {
	s         *signature
	arguments object.Object // a dict
}

var boundClass = object.NewType("BoundArguments", "inspect", nil).Final()

// Class returns the type inspect.BoundArguments.
func (*bound) Class() *object.Class { return boundClass }

// bind gives arguments to the parameters. With partial, some may be missing.
func (s *signature) bind(t *object.Thread, a object.Args, partial bool) (*bound, error) {
	d := object.NewDict()
	kw := append([]object.Kwarg(nil), a.Kw...)
	take := func(name string) object.Object {
		for i, k := range kw {
			if k.Name.String() == name {
				kw = append(kw[:i:i], kw[i+1:]...)
				return k.Value
			}
		}
		return nil
	}
	pos := a.Pos
	rest := -1 // the **kwargs parameter
	for i := range s.Params {
		p := &s.Params[i]
		name := p.Name.String()
		switch p.Kind {
		case object.VarPositional:
			if len(pos) > 0 {
				d.SetStr(p.Name, object.NewTuple(append([]object.Object(nil), pos...)...))
				pos = nil
			}
			continue
		case object.VarKeyword:
			rest = i
			continue
		}
		if p.Kind <= object.PositionalOrKeyword && len(pos) > 0 {
			if p.Kind == object.PositionalOrKeyword && a.Get(name) != nil {
				return nil, object.TypeError("multiple values for argument '%s'", name)
			}
			d.SetStr(p.Name, pos[0])
			pos = pos[1:]
			continue
		}
		if len(pos) > 0 {
			return nil, object.TypeError("too many positional arguments")
		}
		if p.Kind == object.PositionalOnly {
			if a.Get(name) != nil && !s.takesAny() && p.Default == nil {
				return nil, object.TypeError("%s parameter is positional only, but was passed as a keyword", object.QuoteStr(name))
			}
			if p.Default == nil && !p.Hidden && !partial {
				return nil, object.TypeError("missing a required argument: '%s'", name)
			}
			continue
		}
		if v := take(name); v != nil {
			d.SetStr(p.Name, v)
		} else if p.Default == nil && !p.Hidden && !partial {
			return nil, object.TypeError("missing a required argument: '%s'", name)
		}
	}
	if len(pos) > 0 {
		return nil, object.TypeError("too many positional arguments")
	}
	if len(kw) > 0 {
		if rest < 0 {
			return nil, object.TypeError("got an unexpected keyword argument '%s'", kw[0].Name.String())
		}
		more := object.NewDict()
		for _, k := range kw {
			more.SetStr(k.Name, k.Value)
		}
		d.SetStr(s.Params[rest].Name, more)
	}
	return &bound{s, d}, nil
}

func (s *signature) takesAny() bool {
	return len(s.Params) > 0 && s.Params[len(s.Params)-1].Kind == object.VarKeyword
}

// get returns the value of a parameter, nil when it has none.
func (b *bound) get(t *object.Thread, name *object.Str) (object.Object, error) {
	d, ok := object.Of(b.arguments).(*object.Dict)
	if !ok {
		return nil, object.TypeError("BoundArguments.arguments must be a dict, not %s", b.arguments.Class().Name)
	}
	return d.Get(t, name)
}

// args are the values that can be given by position, up to the first that is missing.
func (b *bound) args(t *object.Thread) (object.Object, error) {
	var items []object.Object
	for _, p := range b.s.Params {
		if p.Kind == object.KeywordOnly || p.Kind == object.VarKeyword {
			break
		}
		v, err := b.get(t, p.Name)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		if p.Kind == object.VarPositional {
			more, err := object.Items(t, v)
			if err != nil {
				return nil, err
			}
			items = append(items, more...)
			continue
		}
		items = append(items, v)
	}
	return object.NewTuple(items...), nil
}

// kwargs are the values behind those of args.
func (b *bound) kwargs(t *object.Thread) (object.Object, error) {
	d, started := object.NewDict(), false
	for _, p := range b.s.Params {
		v, err := b.get(t, p.Name)
		if err != nil {
			return nil, err
		}
		switch {
		case p.Kind == object.KeywordOnly || p.Kind == object.VarKeyword:
			started = true
		case !started && v == nil:
			started = true
			continue
		case !started:
			continue
		}
		switch {
		case v == nil:
		case p.Kind == object.VarKeyword:
			if err := d.Merge(t, v); err != nil {
				return nil, err
			}
		default:
			d.SetStr(p.Name, v)
		}
	}
	return d, nil
}

// applyDefaults fills in what was not given, in the order of the parameters.
func (b *bound) applyDefaults(t *object.Thread) error {
	d := object.NewDict()
	for _, p := range b.s.Params {
		v, err := b.get(t, p.Name)
		if err != nil {
			return err
		}
		if v == nil {
			switch {
			case p.Default != nil:
				v = p.Default
			case p.Kind == object.VarPositional:
				v = object.NewTuple()
			case p.Kind == object.VarKeyword:
				v = object.NewDict()
			default:
				continue
			}
		}
		d.SetStr(p.Name, v)
	}
	b.arguments = d
	return nil
}

// Repr shows names and values.
func (b *bound) Repr(t *object.Thread) (string, error) {
	var parts []string
	if d, ok := object.Of(b.arguments).(*object.Dict); ok {
		for k, v := range d.All() {
			name, _ := object.AsString(k)
			s, err := object.Repr(t, v)
			if err != nil {
				return "", err
			}
			parts = append(parts, name+"="+s)
		}
	}
	return "<BoundArguments (" + strings.Join(parts, ", ") + ")>", nil
}

// Compare is equality of signature and arguments.
func (b *bound) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	c, ok := o.(*bound)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	same, err := b.s.equals(t, c.s)
	if same && err == nil {
		same, err = object.Equal(t, b.arguments, c.arguments)
	}
	return object.Bool(same == (op == object.Eq)), err
}

func init() {
	boundClass.Protocols(&bound{})
	boundClass.GetterSetter("arguments", "A dict of names and values.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return o.(*bound).arguments, nil
	}, func(_ *object.Thread, o, v object.Object) error {
		if v == nil {
			return object.AttributeError(o, "arguments", "can't delete attribute 'arguments'")
		}
		o.(*bound).arguments = v
		return nil
	})
	get := func(name string, f func(b *bound, t *object.Thread) (object.Object, error)) {
		boundClass.Getter(name, "", func(t *object.Thread, o object.Object) (object.Object, error) { return f(o.(*bound), t) })
	}
	get("args", (*bound).args)
	get("kwargs", (*bound).kwargs)
	get("signature", func(b *bound, _ *object.Thread) (object.Object, error) { return b.s, nil })
	boundClass.Methods(object.Func("apply_defaults", "(self)", "Fills in the defaults of what was not given.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.None, a[0].(*bound).applyDefaults(t)
	}))
}

// callArgs returns the value of each parameter in a call, defaults included.
func callArgs(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) == 0 {
		return nil, object.TypeError("getcallargs() missing 1 required positional argument: 'func'")
	}
	fn, pos := a.Pos[0], a.Pos[1:]
	if m, ok := fn.(*object.Method); ok {
		fn, pos = m.Func, append([]object.Object{m.Self}, pos...)
	}
	s, err := signatureOf(t, fn, false)
	if err != nil {
		return nil, err
	}
	b, err := s.bind(t, object.Args{Pos: pos, Kw: a.Kw}, false)
	if err != nil {
		return nil, err
	}
	return b.arguments, b.applyDefaults(t)
}

// fullArgSpec takes a signature apart; a bound method keeps its first parameter.
func fullArgSpec(t *object.Thread, a []object.Object) (object.Object, error) {
	fn := a[0]
	if m, ok := fn.(*object.Method); ok {
		fn = m.Func
	}
	s, err := signatureOf(t, fn, false)
	if err != nil {
		return nil, object.TypeError("unsupported callable")
	}
	params := s.Params
	if c, ok := fn.(*object.Class); ok { // the class's __init__ shows self
		if v := c.Lookup(object.Intern("__init__")); userDefined(v) {
			if whole, err := signatureOf(t, v, false); err == nil {
				params = whole.Params
			}
		}
	}
	return argSpec(t, params, s.Return)
}

func argSpec(t *object.Thread, params []object.Param, ret object.Object) (object.Object, error) {
	args, kwOnly := object.NewList(), object.NewList()
	var defaults []object.Object
	var varargs, varkw, kwDefaults object.Object = object.None, object.None, object.None
	annotations := object.NewDict()
	if ret != nil {
		annotations.SetName("return", ret)
	}
	byName := object.NewDict()
	for _, p := range params {
		switch p.Kind {
		case object.PositionalOnly, object.PositionalOrKeyword:
			args.Items = append(args.Items, p.Name)
			if p.Default != nil {
				defaults = append(defaults, p.Default)
			}
		case object.VarPositional:
			varargs = p.Name
		case object.VarKeyword:
			varkw = p.Name
		case object.KeywordOnly:
			kwOnly.Items = append(kwOnly.Items, p.Name)
			if p.Default != nil {
				byName.SetStr(p.Name, p.Default)
				kwDefaults = byName
			}
		}
		if p.Annotation != nil {
			annotations.SetStr(p.Name, p.Annotation)
		}
	}
	var all object.Object = object.None
	if defaults != nil {
		all = object.NewTuple(defaults...)
	}
	return tuple(t, "FullArgSpec", args, varargs, varkw, all, kwOnly, kwDefaults, annotations)
}
