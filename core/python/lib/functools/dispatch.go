package functools

import "layerglass/core/python/object"

// dispatcher is a function made by singledispatch.
type dispatcher struct {
	fn    object.Object
	impls map[*object.Class]object.Object
	attrs *object.Dict
}

var dispatcherClass = object.NewType("singledispatch", "functools", nil).Final()

func (*dispatcher) Class() *object.Class { return dispatcherClass }

func (d *dispatcher) AttrDict(create bool) *object.Dict {
	if d.attrs == nil && create {
		d.attrs = object.NewDict()
	}
	return d.attrs
}

func (d *dispatcher) find(c *object.Class) object.Object {
	for _, k := range c.MRO {
		if f := d.impls[k]; f != nil {
			return f
		}
	}
	return d.fn
}

func (d *dispatcher) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) == 0 {
		return nil, object.TypeError("singledispatch function requires at least 1 positional argument")
	}
	return object.CallArgs(t, d.find(a.Pos[0].Class()), a)
}

func singledispatch(t *object.Thread, a []object.Object) (object.Object, error) {
	d := &dispatcher{fn: a[0], impls: map[*object.Class]object.Object{object.ObjectClass: a[0]}}
	return d, UpdateWrapper(t, d, a[0])
}

// register is register(cls), register(cls, func), or register(func) with an annotated first parameter.
func (d *dispatcher) register(t *object.Thread, what, fn object.Object) (object.Object, error) {
	c, isClass := what.(*object.Class)
	switch {
	case isClass && fn != object.None:
		d.impls[c] = fn
		return fn, nil
	case isClass:
		return object.Func("register", "(func)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			d.impls[c] = a[0]
			return a[0], nil
		}), nil
	}
	s, ok := what.(object.Signatured)
	if !ok || len(s.Signature().Params) == 0 {
		return nil, object.TypeError("Invalid first argument to `register()`. Use either `@register(some_class)` or plain `@register` on an annotated function.")
	}
	c, ok = s.Signature().Params[0].Annotation.(*object.Class)
	if !ok {
		return nil, object.TypeError("Invalid first argument to `register()`. Use either `@register(some_class)` or plain `@register` on an annotated function.")
	}
	d.impls[c] = what
	return what, nil
}

func init() {
	dispatcherClass.Methods(
		object.Func("register", "(self, cls, func=None)", "Adds a function for a class.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*dispatcher).register(t, a[1], a[2])
		}),
		object.Func("dispatch", "(self, cls)", "Returns the function for a class.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			c, ok := a[1].(*object.Class)
			if !ok {
				return nil, object.TypeError("dispatch() takes a class")
			}
			return a[0].(*dispatcher).find(c), nil
		}),
	)
}
