package operation

import (
	"strings"

	"layerglass/core/python/object"
)

// Class declares an Operation class written in Go: one literal, from which Get makes the session's Python class.
//
//	var sum = &operation.Class{
//		Name: "Sum", Module: "keras.src.ops.numpy", Init: "axis=None, keepdims=False", Takes: "x",
//		Spec: func(t *object.Thread, op *object.Instance, a []object.Object) (object.Object, error) { … },
//	}
//
//	op, err := sum.Make(t, object.Args{Kw: …})
//	out, err := operation.SymbolicCall(t, op, object.Positional(x))
type Class struct {
	Name, Module string
	// Init is the parameter list of __init__ without self and name, as Python writes it. Each value becomes the attribute
	// of its parameter's name; name is taken as a keyword.
	Init string
	// Takes is the parameter list of call and compute_output_spec without self.
	Takes string
	// Setup, if set, runs at the end of __init__; it may change attributes or refuse values.
	Setup func(t *object.Thread, op *object.Instance) error
	// Spec infers the outputs: it is given one value per parameter of Takes and returns fresh tensors (see NewTensor).
	Spec func(t *object.Thread, op *object.Instance, a []object.Object) (object.Object, error)
	// Config names the attributes that get_config writes, in order; nil means the automatic config of the arguments.
	Config []string
	// Call computes on values; nil raises NotImplementedError.
	Call func(t *object.Thread, op *object.Instance, a []object.Object) (object.Object, error)
}

// Get returns the session's Python class.
func (c *Class) Get(t *object.Thread) *object.Class {
	s := sessionOf(t)
	if cls := s.classes[c]; cls != nil {
		return cls
	}
	cls, err := object.NewClass(t, c.Name, c.Module, []*object.Class{Base(t)}, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // one base, whose order is known
	}
	cls.Tag = c
	initText, takesText := join("self", c.Init, "*, name=None"), join("self", c.Takes)
	init, takes := object.ParseSignature(initText), object.ParseSignature(takesText)
	cls.Methods(object.RawFunc("__init__", initText, "", func(t *object.Thread, a object.Args) (object.Object, error) {
		return object.None, c.initialise(t, init, a)
	}))
	if c.Spec != nil {
		cls.Methods(object.RawFunc("compute_output_spec", takesText, "", c.bound("compute_output_spec", takes, c.Spec)))
	}
	if c.Call != nil {
		cls.Methods(object.RawFunc("call", takesText, "", c.bound("call", takes, c.Call)))
	}
	if c.Config != nil {
		cls.Methods(object.Func("get_config", "(self)", "", c.config))
	}
	s.classes[c] = cls
	return cls
}

// config is get_config of a class that writes attributes.
func (c *Class) config(t *object.Thread, a []object.Object) (object.Object, error) {
	d := object.NewDict()
	for _, n := range c.Config {
		v, err := object.GetAttr(t, a[0], object.Intern(n))
		if err != nil {
			return nil, err
		}
		d.SetName(n, v)
	}
	return d, nil
}

// Make makes an instance with the given arguments of __init__.
func (c *Class) Make(t *object.Thread, a object.Args) (*object.Instance, error) {
	return Construct(t, c.Get(t), a)
}

func join(parts ...string) string {
	var list []string
	star := false
	for _, p := range parts {
		if p == "" {
			continue
		}
		if star {
			p = strings.TrimPrefix(p, "*, ")
		}
		star = star || strings.Contains(p, "*, ") || strings.HasPrefix(p, "*")
		list = append(list, p)
	}
	return "(" + strings.Join(list, ", ") + ")"
}

func (c *Class) initialise(t *object.Thread, sig *object.Signature, a object.Args) error {
	values, err := Bind(c.Name+".__init__", sig, a)
	if err != nil {
		return err
	}
	op, ok := values[0].(*object.Instance)
	if !ok {
		return object.TypeError("%s.__init__() needs an instance", c.Name)
	}
	for i, p := range sig.Params {
		if p.Name == nameName {
			if err := Init(t, op, values[i]); err != nil {
				return err
			}
		}
	}
	for i, p := range sig.Params {
		if i > 0 && p.Name != nameName && values[i] != nil {
			op.AttrDict(true).SetStr(p.Name, values[i])
		}
	}
	if c.Setup != nil {
		return c.Setup(t, op)
	}
	return nil
}

func (c *Class) bound(method string, sig *object.Signature,
	fn func(*object.Thread, *object.Instance, []object.Object) (object.Object, error)) func(*object.Thread, object.Args) (object.Object, error) {
	return func(t *object.Thread, a object.Args) (object.Object, error) {
		values, err := Bind(c.Name+"."+method, sig, a)
		if err != nil {
			return nil, err
		}
		op, ok := values[0].(*object.Instance)
		if !ok {
			return nil, object.TypeError("%s.%s() needs an instance", c.Name, method)
		}
		return fn(t, op, values[1:])
	}
}
