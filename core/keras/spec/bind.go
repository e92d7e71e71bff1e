package spec

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

type classesKey struct{}

// In returns the session's Python class of a declaration, made at the first call. Each run of a program has classes of its
// own, so that attributes set on a class do not reach the next run.
func (c *Class) In(t *object.Thread) *object.Class {
	made := t.State(classesKey{}, func() any { return map[*Class]*object.Class{} }).(map[*Class]*object.Class)
	if cls := made[c]; cls != nil {
		return cls
	}
	cls := c.bind(t)
	made[c] = cls
	return cls
}

// Of returns the declaration that a class was made from, or nil for a class of a program.
func Of(cls *object.Class) *Class {
	c, _ := cls.Tag.(*Class)
	return c
}

func (c *Class) bind(t *object.Thread) *object.Class {
	c.Whole()
	if c.Native != nil {
		cls := c.Native(t)
		cls.Tag = c
		return cls
	}
	c.prepare()
	var bases []*object.Class
	if c.Base != nil {
		bases = append(bases, c.Base.In(t))
	}
	for _, m := range c.Mixins {
		bases = append(bases, m.In(t))
	}
	for i := len(c.Through) - 1; i >= 0; i-- {
		bases = []*object.Class{operation.Between(t, c.Through[i], bases...)}
	}
	cls, err := object.NewClass(t, c.Name, c.Module, bases, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // the declaration's bases contradict each other
	}
	cls.Tag = c
	if c.Base == nil {
		cls.OnCall = operation.OnCall
	}
	cls.Set("__doc__", object.NewStr(c.Doc))
	for i := 0; i+1 < len(c.ClassAttrs); i += 2 {
		cls.Set(c.ClassAttrs[i].(string), arg.Value(c.ClassAttrs[i+1]))
	}
	c.bindConstruction(cls)
	c.bindConfig(cls)
	c.bindLayer(cls)
	for i := range c.Methods {
		c.bindMethod(cls, &c.Methods[i], c.sigs[i])
	}
	for i := range c.Getters {
		bindGetter(cls, &c.Getters[i])
	}
	return cls
}

// raw makes a method that binds its own arguments.
func raw(name, doc string, sig *object.Signature, do func(t *object.Thread, a object.Args) (object.Object, error)) *object.Builtin {
	return object.RawFunc(name, "", doc, do).WithSignature(sig)
}

func (c *Class) bindConstruction(cls *object.Class) {
	if c.Inherits {
		return
	}
	cls.Methods(raw("__init__", "", c.sig, func(t *object.Thread, a object.Args) (object.Object, error) {
		return object.None, c.construct(t, cls, a)
	}))
}

// method makes a Python method of a declared function.
func (c *Class) method(cls *object.Class, name, doc string, sig *object.Signature,
	do func(l *Instance, a []object.Object) (object.Object, error)) *object.Builtin {
	qualname := c.Name + "." + name
	return raw(name, doc, sig, func(t *object.Thread, a object.Args) (object.Object, error) {
		values, err := operation.Bind(qualname, sig, a)
		if err != nil {
			return nil, err
		}
		self, ok := values[0].(*object.Instance)
		if !ok {
			return nil, object.TypeError("%s() needs an instance of %s", qualname, c.Name)
		}
		v, err := do(&Instance{T: t, Instance: self}, values[1:])
		if v == nil && err == nil {
			v = object.None
		}
		return v, err
	})
}

func (c *Class) bindMethod(cls *object.Class, m *Method, sig *object.Signature) {
	if !m.Class {
		cls.Methods(c.method(cls, m.Name, m.Doc, sig, m.Do))
		return
	}
	cls.ClassMethods(raw(m.Name, m.Doc, sig, func(t *object.Thread, a object.Args) (object.Object, error) {
		values, err := operation.Bind(c.Name+"."+m.Name, sig, a)
		if err != nil {
			return nil, err
		}
		return m.Do(&Instance{T: t}, values)
	}))
}

func bindGetter(cls *object.Class, g *Getter) {
	get := func(t *object.Thread, self object.Object) (object.Object, error) {
		i, ok := self.(*object.Instance)
		if !ok {
			return nil, object.TypeError("the property %s needs an instance", g.Name)
		}
		return g.Get(&Instance{T: t, Instance: i})
	}
	if g.Set == nil {
		cls.GetterSetter(g.Name, g.Doc, get, func(t *object.Thread, self, v object.Object) error {
			return object.AttributeError(self, g.Name, "property '%s' of '%s' object has no setter", g.Name, self.Class().QualifiedName())
		})
		return
	}
	cls.GetterSetter(g.Name, g.Doc, get, func(t *object.Thread, self, v object.Object) error {
		if v == nil {
			return object.AttributeError(self, g.Name, "property '%s' of '%s' object has no deleter", g.Name, self.Class().QualifiedName())
		}
		return g.Set(&Instance{T: t, Instance: self.(*object.Instance)}, v)
	})
}

var shapeSignature = object.ParseSignature("(self, input_shape)")

// bindLayer makes call, build and compute_output_shape.
func (c *Class) bindLayer(cls *object.Class) {
	if c.Takes != "" {
		do := c.Call
		if do == nil {
			do = func(l *Instance, _ []object.Object) (object.Object, error) {
				return nil, l.NotModelled("computing the layer on values")
			}
		}
		cls.Methods(c.method(cls, "call", "", c.takes, do))
	}
	if c.Build != nil {
		cls.Methods(c.method(cls, "build", "", shapeSignature, func(l *Instance, a []object.Object) (object.Object, error) {
			in, err := ShapeOf(l, "input_shape", a[0])
			if err != nil {
				return nil, err
			}
			return object.None, c.Build(l, in)
		}))
	}
	if c.Output != nil {
		cls.Methods(c.method(cls, "compute_output_shape", "", shapeSignature, func(l *Instance, a []object.Object) (object.Object, error) {
			in, err := ShapeOf(l, "input_shape", a[0])
			if err != nil {
				return nil, err
			}
			out, err := c.Output(l, in)
			if err != nil {
				return nil, err
			}
			if c.ListShape {
				return object.NewList(out.Object().Items...), nil
			}
			return out.Object(), nil
		}))
	}
}

// ShapeOf reads a shape: a tuple or list of integers and None.
func ShapeOf(l *Instance, name string, v object.Object) (Shape, error) {
	s, ok := ReadShape(v)
	if ok {
		return s, nil
	}
	switch object.Of(v).(type) {
	case *object.Tuple, *object.List:
		return nil, l.Bad(name, v, "a tuple of integers and None")
	}
	return nil, l.BadType(name, v, "a tuple of integers and None")
}

// ReadShape reads a shape from a tuple or list of integers and None.
func ReadShape(v object.Object) (Shape, bool) {
	if d, ok := v.(interface{ Dims() tensor.Shape }); ok { // tensorflow's
		return d.Dims(), true
	}
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.Tuple:
		items = x.Items
	case *object.List:
		items = x.Items
	default:
		return nil, false
	}
	s := make(Shape, len(items))
	for i, d := range items {
		switch x := object.Of(d).(type) {
		case object.Int:
			s[i] = int(x)
		case object.Bool:
			if x {
				s[i] = 1
			}
		case *object.NoneType:
			s[i] = tensor.Unknown
		default:
			return nil, false
		}
	}
	return s, true
}
