package decimal

import "layerglass/core/python/object"

const contextSig = "prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None"

var contextSignature = object.ParseSignature("(" + contextSig + ")")

func newContext(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := contextSignature.Bind(t, "Context", nil, a, nil)
	if err != nil {
		return nil, err
	}
	c := defaultContext()
	for i, name := range settings {
		if v[i] != object.None {
			if err := c.set(t, name, v[i]); err != nil {
				return nil, err
			}
		}
	}
	return object.Wrap(cls, c), nil
}

// addOperation adds an operation to Context: the operands are its arguments.
func addOperation(o operation) {
	sig := "(self, a"
	if o.sig != "" {
		sig += ", " + o.sig
	}
	contextClass.Methods(object.Func(o.name, sig+", /)", o.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		if f, ok := object.Of(a[1]).(object.Float); ok && o.name == "create_decimal_from_float" {
			a[1] = ofFloat(float64(f))
		}
		list, err := convert(a[1:])
		if err != nil {
			return nil, err
		}
		return resultOf(o.do(&calculation{t, a[0].(*Context)}, list))
	}))
}

// plain makes a method without arguments that changes the context.
func plain(name, doc string, f func(c *Context) object.Object) *object.Builtin {
	return object.Func(name, "(self)", doc, func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return f(a[0].(*Context)), nil
	})
}

func init() {
	signalDictClass.Protocols(&signalDict{nil, new(condition)})
	contextClass.WithPayload()
	contextClass.New = newContext
	contextClass.Protocols(&Context{})
	for _, list := range [][]operation{shared, contextOnly} {
		for _, o := range list {
			addOperation(o)
		}
	}
	copied := func(c *Context) object.Object { d := *c; return &d }
	contextClass.Methods(
		object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		plain("copy", "Returns a copy.", copied), plain("__copy__", "", copied),
		plain("clear_flags", "Takes all flags away.", func(c *Context) object.Object { c.flags = 0; return object.None }),
		plain("clear_traps", "Takes all traps away.", func(c *Context) object.Object { c.traps = 0; return object.None }),
		plain("Etiny", "Returns the exponent of the smallest number.", func(c *Context) object.Object { return object.Int(c.least()) }),
		plain("Etop", "Returns the largest exponent of a number with all digits.", func(c *Context) object.Object { return object.Int(c.emax - c.prec + 1) }),
		plain("radix", "Returns 10.", func(*Context) object.Object { return ofInt(ten) }),
		object.Func("create_decimal", "(self, num='0', /)", "Makes a Decimal rounded to the context.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c := &calculation{t, a[0].(*Context)}
			d, err := exactly(t, c.Context, a[1])
			if err != nil {
				return nil, err
			}
			return resultOf(c.fix(d))
		}),
		object.Func("power", "(self, a, b, modulo=None)", "Returns a power.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c := &calculation{t, a[0].(*Context)}
			if a[3] == object.None {
				a = a[:3]
			}
			list, err := convert(a[1:])
			if err != nil {
				return nil, err
			}
			if len(list) == 3 {
				return resultOf(c.modularPower(list[0], list[1], list[2]))
			}
			return resultOf(c.power(list[0], list[1]))
		}),
		object.Func("divmod", "(self, a, b, /)", "Returns quotient and rest.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			list, err := convert(a[1:])
			if err != nil {
				return nil, err
			}
			q, r, err := (&calculation{t, a[0].(*Context)}).divmod(list[0], list[1])
			if err != nil {
				return nil, err
			}
			return object.NewTuple(q, r), nil
		}),
		object.Func("to_sci_string", "(self, a, /)", "Shows a number.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			list, err := convert(a[1:])
			if err != nil {
				return nil, err
			}
			return object.NewStr(list[0].String()), nil
		}),
	)
	for _, name := range settings {
		contextClass.GetterSetter(name, "A setting.", func(t *object.Thread, o object.Object) (object.Object, error) {
			return object.Of(o).(*Context).get(t, name), nil
		}, func(t *object.Thread, o, v object.Object) error { return object.Of(o).(*Context).set(t, name, v) })
	}
	localClass.Methods(
		object.Func("__enter__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			m, s := a[0].(*local), sessionOf(t)
			m.saved = s.current
			s.current = m.inside
			return m.inside, nil
		}),
		object.Func("__exit__", "(self, *args)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if m := a[0].(*local); m.saved != nil {
				sessionOf(t).current = m.saved
			}
			return object.False, nil
		}),
	)
}
