package functools

import "layerglass/core/python/object"

// partial is a function with some arguments given.
type partial struct {
	fn    object.Object
	args  *object.Tuple
	kw    *object.Dict
	attrs *object.Dict
}

var partialClass = object.NewType("partial", "functools", nil).WithPayload()

func (*partial) Class() *object.Class { return partialClass }

func (p *partial) AttrDict(create bool) *object.Dict {
	if p.attrs == nil && create {
		p.attrs = object.NewDict()
	}
	return p.attrs
}

// Call adds the arguments that were given before: positions in front, keywords unless given again.
func (p *partial) Call(t *object.Thread, a object.Args) (object.Object, error) {
	all := object.Args{Pos: append(append([]object.Object(nil), p.args.Items...), a.Pos...)}
	for k, v := range p.kw.All() {
		name, ok := k.(*object.Str)
		if !ok {
			return nil, object.TypeError("keywords must be strings")
		}
		if again := a.Get(name.String()); again != nil {
			v = again
		}
		all.Kw = append(all.Kw, object.Kwarg{Name: name, Value: v})
	}
	for _, k := range a.Kw {
		if p.kw.GetStr(k.Name) == nil {
			all.Kw = append(all.Kw, k)
		}
	}
	return object.CallArgs(t, p.fn, all)
}

// PartialOf returns the function and the given arguments of a functools.partial; ok is false for any other object.
func PartialOf(o object.Object) (fn object.Object, args []object.Object, kw *object.Dict, ok bool) {
	if p, ok := object.Of(o).(*partial); ok {
		return p.fn, p.args.Items, p.kw, true
	}
	return nil, nil, nil, false
}

// PartialMethodOf is PartialOf for a functools.partialmethod.
func PartialMethodOf(o object.Object) (fn object.Object, args []object.Object, kw *object.Dict, ok bool) {
	p, ok := o.(*partialMethod)
	if !ok {
		return nil, nil, nil, false
	}
	kw = object.NewDict()
	for _, k := range p.kw {
		kw.SetStr(k.Name, k.Value)
	}
	return p.fn, p.args, kw, true
}

// Repr shows the function and the given arguments.
func (p *partial) Repr(t *object.Thread) (string, error) {
	s, err := object.Repr(t, p.fn)
	if err != nil {
		return "", err
	}
	for _, v := range p.args.Items {
		r, err := object.Repr(t, v)
		if err != nil {
			return "", err
		}
		s += ", " + r
	}
	for k, v := range p.kw.All() {
		r, err := object.Repr(t, v)
		if err != nil {
			return "", err
		}
		name, err := object.ToStr(t, k)
		if err != nil {
			return "", err
		}
		s += ", " + name + "=" + r
	}
	return "functools.partial(" + s + ")", nil
}

func newPartial(_ *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	if len(a.Pos) == 0 {
		return nil, object.TypeError("type 'partial' takes at least one argument")
	}
	if !object.IsCallable(a.Pos[0]) {
		return nil, object.TypeError("the first argument must be callable")
	}
	p := &partial{fn: a.Pos[0], args: object.NewTuple(append([]object.Object(nil), a.Pos[1:]...)...), kw: object.NewDict()}
	if inner, ok := p.fn.(*partial); ok && inner.attrs == nil { // partials of partials become one
		p.fn = inner.fn
		p.args = object.NewTuple(append(append([]object.Object(nil), inner.args.Items...), p.args.Items...)...)
		p.kw = inner.kw.Copy()
	}
	for _, k := range a.Kw {
		p.kw.SetStr(k.Name, k.Value)
	}
	return object.Wrap(cls, p), nil
}

// partialMethod is partial for use as a method of a class.
type partialMethod struct {
	fn   object.Object
	args []object.Object
	kw   []object.Kwarg
}

var partialMethodClass = object.NewType("partialmethod", "functools", nil).Final()

func (*partialMethod) Class() *object.Class { return partialMethodClass }

// DescrGet binds the function to the instance and gives it the arguments.
func (p *partialMethod) DescrGet(t *object.Thread, inst object.Object, owner *object.Class) (object.Object, error) {
	if g, ok := p.fn.(object.DescrGetter); ok {
		fn, err := g.DescrGet(t, inst, owner)
		if err != nil {
			return nil, err
		}
		if fn != p.fn {
			return newPartial(t, partialClass, object.Args{Pos: append([]object.Object{fn}, p.args...), Kw: p.kw})
		}
	}
	unbound := object.RawFunc("_method", "(cls_or_self, /, *args, **keywords)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("_method() missing 1 required positional argument: 'cls_or_self'")
		}
		pos := append(append([]object.Object{a.Pos[0]}, p.args...), a.Pos[1:]...)
		kw := append([]object.Kwarg(nil), a.Kw...)
		for _, k := range p.kw {
			if a.Get(k.Name.String()) == nil {
				kw = append(kw, k)
			}
		}
		return object.CallArgs(t, p.fn, object.Args{Pos: pos, Kw: kw})
	})
	if inst == nil {
		return unbound, nil
	}
	return &object.Method{Self: inst, Func: unbound}, nil
}

// cachedProperty computes an attribute once and keeps it in the instance.
type cachedProperty struct {
	fn   object.Object
	name string
}

var cachedPropertyClass = object.NewType("cached_property", "functools", nil).Final()

func (*cachedProperty) Class() *object.Class { return cachedPropertyClass }

// SetName tells the name that a class body binds the property to.
func (c *cachedProperty) SetName(name string) { c.name = name }

// DescrGet computes the value; the instance dict then hides the property.
func (c *cachedProperty) DescrGet(t *object.Thread, inst object.Object, _ *object.Class) (object.Object, error) {
	if inst == nil {
		return c, nil
	}
	if c.name == "" {
		return nil, object.TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
	}
	d, err := object.LookupAttr(t, inst, object.Intern("__dict__"))
	dict, ok := d.(*object.Dict)
	if !ok || err != nil {
		return nil, object.TypeError("No '__dict__' attribute on %s instance to cache %s property.", object.QuoteStr(inst.Class().MessageName()), object.QuoteStr(c.name))
	}
	v, err := object.Call(t, c.fn, inst)
	if err == nil {
		dict.SetName(c.name, v)
	}
	return v, err
}

func init() {
	partialClass.LongName = "functools.partial"
	partialClass.Protocols(&partial{})
	partialClass.New = newPartial
	readOnly := func(name string, get func(p *partial) object.Object) {
		partialClass.GetterSetter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return get(object.Of(o).(*partial)), nil
		}, func(_ *object.Thread, o, _ object.Object) error {
			return object.AttributeError(o, name, "readonly attribute")
		})
	}
	partialClass.Getter("__dict__", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		if h, ok := o.(object.HasDict); ok {
			return h.AttrDict(true), nil
		}
		return object.NewDict(), nil
	})
	cachedPropertyClass.Getter("attrname", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		if name := o.(*cachedProperty).name; name != "" {
			return object.NewStr(name), nil
		}
		return object.None, nil
	})
	cachedPropertyClass.Getter("func", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*cachedProperty).fn, nil })
	cachedPropertyClass.Getter("__doc__", "", func(t *object.Thread, o object.Object) (object.Object, error) {
		return object.GetAttr(t, o.(*cachedProperty).fn, object.Intern("__doc__"))
	})
	readOnly("func", func(p *partial) object.Object { return p.fn })
	readOnly("args", func(p *partial) object.Object { return p.args })
	readOnly("keywords", func(p *partial) object.Object { return p.kw })
	partialMethodClass.New = func(_ *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("partialmethod expected at least 1 argument, got 0")
		}
		return &partialMethod{a.Pos[0], append([]object.Object(nil), a.Pos[1:]...), append([]object.Kwarg(nil), a.Kw...)}, nil
	}
	cachedPropertyClass.New = func(_ *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 {
			return nil, object.TypeError("cached_property() takes one function")
		}
		return &cachedProperty{fn: a.Pos[0]}, nil
	}
}
