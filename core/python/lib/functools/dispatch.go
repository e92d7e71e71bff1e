package functools

import "layerglass/core/python/object"

// dispatcher is a function made by singledispatch: it chooses by the class of the first argument.
type dispatcher struct {
	fn    object.Object
	impls map[*object.Class]object.Object
	order []*object.Class // of registering
	Wrapper
}

var dispatcherClass = NewFunctionType()

// Class returns the type function: the original is one.
func (*dispatcher) Class() *object.Class { return dispatcherClass }

// DescrGet makes the function a method.
func (d *dispatcher) DescrGet(_ *object.Thread, inst object.Object, _ *object.Class) (object.Object, error) {
	if inst == nil {
		return d, nil
	}
	return &object.Method{Self: inst, Func: d}, nil
}

func newDispatcher(fn object.Object) *dispatcher {
	d := &dispatcher{fn: fn, impls: map[*object.Class]object.Object{}}
	d.set(object.ObjectClass, fn)
	return d
}

func (d *dispatcher) set(c *object.Class, fn object.Object) {
	if d.impls[c] == nil {
		d.order = append(d.order, c)
	}
	d.impls[c] = fn
}

// find returns the function for a class: that of the nearest base, or of an abstract class that counts as one.
func (d *dispatcher) find(t *object.Thread, c *object.Class) (object.Object, error) {
	for _, k := range c.MRO {
		if f := d.impls[k]; f != nil && k != object.ObjectClass {
			return f, nil
		}
	}
	var best *object.Class
	for _, k := range d.order {
		if k == object.ObjectClass {
			continue
		}
		if ok, err := object.IsSubclassOf(t, c, k); !ok || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		if best == nil || k.IsSubclass(best) {
			best = k
		}
	}
	if best != nil {
		return d.impls[best], nil
	}
	return d.fn, nil
}

// Call calls the function for the first argument's class.
func (d *dispatcher) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) == 0 {
		return nil, object.TypeError("%s requires at least 1 positional argument", d.Name("__name__"))
	}
	f, err := d.find(t, a.Pos[0].Class())
	if err != nil {
		return nil, err
	}
	return object.CallArgs(t, f, a)
}

// Repr shows the name.
func (d *dispatcher) Repr(t *object.Thread) (string, error) {
	return "<function " + d.Name("__name__") + object.DefaultRepr(t, d)[len("<function object"):], nil
}

func singledispatch(t *object.Thread, a []object.Object) (object.Object, error) {
	d := newDispatcher(a[0])
	return d, UpdateWrapper(t, d, a[0])
}

// register is register(cls), register(cls, func), or register(func) with an annotated first parameter.
func (d *dispatcher) register(t *object.Thread, what, fn object.Object) (object.Object, error) {
	list := classesOf(what)
	switch {
	case list != nil && fn != object.None:
		for _, c := range list {
			d.set(c, fn)
		}
		return fn, nil
	case list != nil:
		return object.Func("register", "(func)", "Adds the function.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return d.register(t, what, a[0])
		}), nil
	}
	shown, err := object.Repr(t, what)
	if err != nil {
		return nil, err
	}
	invalid := object.TypeError("Invalid first argument to `register()`: %s. Use either `@register(some_class)` or plain `@register` on an annotated function.", shown)
	f := what
	if m, ok := what.(*object.ClassMethod); ok {
		f = m.Func
	} else if m, ok := what.(*object.StaticMethod); ok {
		f = m.Func
	}
	s, ok := f.(object.Signatured)
	if !ok || fn != object.None {
		return nil, invalid
	}
	for _, p := range s.Signature().Params {
		if p.Annotation == nil {
			continue
		}
		hint := p.Annotation
		if name, ok := object.AsString(hint); ok && t.Top != nil { // annotations kept as text
			if hint = t.Top.Globals.GetStr(object.NewStr(name)); hint == nil {
				hint = t.Builtins.GetStr(object.NewStr(name))
			}
		}
		if list := classesOf(hint); list != nil {
			for _, c := range list {
				d.set(c, what)
			}
			return what, nil
		}
		shown, err := object.Repr(t, p.Annotation)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("Invalid annotation for %s. %s is not a class.", object.QuoteStr(p.Name.String()), shown)
	}
	return nil, invalid
}

// classesOf returns the class, or the classes of a union; nil for anything else.
func classesOf(o object.Object) []*object.Class {
	switch x := o.(type) {
	case *object.Class:
		return []*object.Class{x}
	case *object.Union:
		var list []*object.Class
		for _, v := range x.Args.Items {
			c, ok := v.(*object.Class)
			if !ok {
				return nil
			}
			list = append(list, c)
		}
		return list
	}
	return nil
}

func init() {
	dispatcherClass.Protocols(&dispatcher{})
	dispatcherClass.Methods(
		object.Func("register", "(self, cls, func=None)", "Adds a function for a class.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*dispatcher).register(t, a[1], a[2])
		}),
		object.Func("dispatch", "(self, cls)", "Returns the function for a class.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c, ok := a[1].(*object.Class)
			if !ok {
				return nil, object.TypeError("dispatch() takes a class")
			}
			return a[0].(*dispatcher).find(t, c)
		}),
	)
	dispatcherClass.Getter("registry", "The functions by class.", func(t *object.Thread, o object.Object) (object.Object, error) {
		d, dict := o.(*dispatcher), object.NewDict()
		for _, c := range d.order {
			if err := dict.Set(t, c, d.impls[c]); err != nil {
				return nil, err
			}
		}
		return &object.MappingProxy{Mapping: dict}, nil
	})
}

// methodDispatcher is singledispatchmethod: a method that chooses by the class of its first argument behind self.
type methodDispatcher struct{ d *dispatcher }

var methodDispatcherClass = object.NewType("singledispatchmethod", "functools", nil).Final()

// Class returns the type functools.singledispatchmethod.
func (*methodDispatcher) Class() *object.Class { return methodDispatcherClass }

// DescrGet returns a function that chooses, and binds what it chose.
func (m *methodDispatcher) DescrGet(_ *object.Thread, inst object.Object, owner *object.Class) (object.Object, error) {
	if owner == nil && inst != nil {
		owner = inst.Class()
	}
	return object.RawFunc("_method", "(*args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		if len(a.Pos) == 0 {
			return nil, object.TypeError("%s requires at least 1 positional argument", m.d.Name("__name__"))
		}
		f, err := m.d.find(t, a.Pos[0].Class())
		if err != nil {
			return nil, err
		}
		if g, ok := f.(object.DescrGetter); ok {
			if f, err = g.DescrGet(t, inst, owner); err != nil {
				return nil, err
			}
		}
		return object.CallArgs(t, f, a)
	}), nil
}

func init() {
	methodDispatcherClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 {
			return nil, object.TypeError("singledispatchmethod.__init__() missing 1 required positional argument: 'func'")
		}
		d := newDispatcher(a.Pos[0])
		if name, err := object.LookupAttr(t, a.Pos[0], object.Intern("__name__")); err == nil && name != nil {
			d.own.SetName("__name__", name)
		}
		return &methodDispatcher{d}, nil
	}
	methodDispatcherClass.Methods(object.Func("register", "(self, cls, method=None)", "Adds a method for a class.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return a[0].(*methodDispatcher).d.register(t, a[1], a[2])
	}))
	methodDispatcherClass.Getter("dispatcher", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*methodDispatcher).d, nil })
	methodDispatcherClass.Getter("func", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*methodDispatcher).d.fn, nil })
}
