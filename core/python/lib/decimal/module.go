package decimal

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/numbers"
	"layerglass/core/python/object"
)

func init() { lib.Register("decimal", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("decimal")
	if err := numbers.Join(t, "Number", Class); err != nil {
		return nil, err
	}
	s := sessionOf(t)
	m.Dict.SetName("Decimal", Class)
	m.Dict.SetName("Context", contextClass)
	for name, c := range s.classes {
		m.Dict.SetName(name, c)
	}
	for _, r := range roundings {
		m.Dict.SetName(r, object.NewStr(r))
	}
	tuple, err := tupleClass(t)
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("DecimalTuple", tuple)
	m.Dict.SetName("MAX_PREC", object.Int(maxPrec))
	m.Dict.SetName("MAX_EMAX", object.Int(maxEmax))
	m.Dict.SetName("MIN_EMIN", object.Int(-maxEmax))
	m.Dict.SetName("MIN_ETINY", object.Int(-maxEmax-maxPrec+1))
	m.Dict.SetName("HAVE_THREADS", object.True)
	m.Dict.SetName("HAVE_CONTEXTVAR", object.True)
	m.Dict.SetName("DefaultContext", defaultContext())
	m.Dict.SetName("ExtendedContext", &Context{prec: 9, emin: -999999, emax: 999999, rounding: "ROUND_HALF_EVEN", capitals: 1})
	m.Dict.SetName("BasicContext", &Context{prec: 9, emin: -999999, emax: 999999, rounding: "ROUND_HALF_UP", capitals: 1,
		traps: clamped | invalidOperation | divisionByZero | overflow | underflow})
	for _, f := range functions {
		f.Module = "decimal"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

const maxEmax = 999_999_999

var functions = []*object.Builtin{
	object.Func("getcontext", "()", "Returns the current context.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return contextOf(t), nil
	}),
	object.Func("setcontext", "(context, /)", "Makes a context the current one.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		c, ok := object.Of(a[0]).(*Context)
		if !ok {
			return nil, object.TypeError("optional argument must be a context")
		}
		sessionOf(t).current = c
		return object.None, nil
	}),
	object.Func("localcontext", "(ctx=None, **kwargs)", "Returns a context manager with a copy of a context.", localContext),
}

// local is the context manager that localcontext makes.
type local struct{ saved, inside *Context }

var localClass = object.NewType("ContextManager", "decimal", nil).Final()

// Class returns the type of the manager.
func (*local) Class() *object.Class { return localClass }

func localContext(t *object.Thread, a []object.Object) (object.Object, error) {
	from := contextOf(t)
	if a[0] != object.None {
		c, ok := object.Of(a[0]).(*Context)
		if !ok {
			return nil, object.TypeError("optional argument must be a context")
		}
		from = c
	}
	c := *from
	for k, v := range a[1].(*object.Dict).All() {
		name := k.(*object.Str).String()
		if setting(name) == nil {
			return nil, object.TypeError("'%s' is an invalid keyword argument for this function", name)
		}
		if err := c.set(t, name, v); err != nil {
			return nil, err
		}
	}
	return &local{inside: &c}, nil
}

// settings are the attributes of a context.
var settings = []string{"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"}

func setting(name string) *string {
	for i, s := range settings {
		if s == name {
			return &settings[i]
		}
	}
	return nil
}

func (c *Context) get(t *object.Thread, name string) object.Object {
	switch name {
	case "prec":
		return object.Int(c.prec)
	case "rounding":
		return object.NewStr(c.rounding)
	case "Emin":
		return object.Int(c.emin)
	case "Emax":
		return object.Int(c.emax)
	case "capitals":
		return object.Int(c.capitals)
	case "clamp":
		return object.Int(c.clamp)
	case "flags":
		return &signalDict{c, &c.flags}
	}
	return &signalDict{c, &c.traps}
}

func (c *Context) set(t *object.Thread, name string, v object.Object) error {
	if v == nil {
		return object.AttributeError(c, name, "context attributes cannot be deleted")
	}
	within := func(low, high int) (int, error) {
		n, ok := object.AsInt64(v)
		if !ok {
			return 0, object.TypeError("%s must be an int, not '%s'", name, v.Class().MessageName())
		}
		if n < int64(low) || n > int64(high) {
			return 0, object.ValueError("valid range for %s is [%d, %d]", name, low, high)
		}
		return int(n), nil
	}
	var n int
	var err error
	switch name {
	case "prec":
		if n, err = within(1, maxPrec); err == nil {
			c.prec = n
		}
	case "Emin":
		if n, err = within(-maxEmax, 0); err == nil {
			c.emin = n
		}
	case "Emax":
		if n, err = within(0, maxEmax); err == nil {
			c.emax = n
		}
	case "capitals":
		if n, err = within(0, 1); err == nil {
			c.capitals = n
		}
	case "clamp":
		if n, err = within(0, 1); err == nil {
			c.clamp = n
		}
	case "rounding":
		if v == object.None {
			v = object.Int(0)
		}
		var r string
		if r, err = roundingOf(v, ""); err == nil {
			c.rounding = r
		}
	case "flags":
		err = c.setSignals(t, &c.flags, v)
	case "traps":
		err = c.setSignals(t, &c.traps, v)
	}
	return err
}

// setSignals reads a list of signals, or a dict from signals to truth values.
func (c *Context) setSignals(t *object.Thread, to *condition, v object.Object) error {
	if d, ok := v.(*signalDict); ok {
		*to = *d.bits
		return nil
	}
	var bits condition
	err := object.Iterate(t, v, func(o object.Object) (bool, error) {
		bit, err := bitOf(t, o)
		if err != nil {
			return false, err
		}
		on := true
		if d, ok := object.Of(v).(*object.Dict); ok {
			value, err := d.Get(t, o)
			if err != nil {
				return false, err
			}
			if on, err = object.Truth(t, value); err != nil {
				return false, err
			}
		}
		if on {
			bits |= bit
		}
		return true, nil
	})
	if err == nil {
		*to = bits
	}
	return err
}

// bitOf returns the signal that an exception class is.
func bitOf(t *object.Thread, o object.Object) (condition, error) {
	classes := sessionOf(t).classes
	for _, s := range signals {
		if o == object.Object(classes[s.name]) {
			return s.bit, nil
		}
	}
	return 0, object.KeyError(object.NewStr("invalid error flag"))
}

// signalDict is the mapping from signals to truth values that flags and traps are.
type signalDict struct {
	owner *Context
	bits  *condition
}

var signalDictClass = object.NewType("SignalDict", "decimal", nil).Final()

// Class returns the type of the mapping.
func (*signalDict) Class() *object.Class { return signalDictClass }

// Len returns the number of signals.
func (*signalDict) Len() int { return len(signals) }

// GetItem reports whether a signal is set.
func (d *signalDict) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	bit, err := bitOf(t, key)
	return object.Bool(*d.bits&bit != 0), err
}

// SetItem sets a signal or takes it away.
func (d *signalDict) SetItem(t *object.Thread, key, v object.Object) error {
	bit, err := bitOf(t, key)
	if err != nil {
		return err
	}
	if v == nil {
		return object.ValueError("signal keys cannot be deleted")
	}
	on, err := object.Truth(t, v)
	*d.bits &^= bit
	if on {
		*d.bits |= bit
	}
	return err
}

func (d *signalDict) dict(t *object.Thread) (*object.Dict, error) {
	out := object.NewDict()
	for _, s := range signals {
		if err := out.Set(t, sessionOf(t).classes[s.name], object.Bool(*d.bits&s.bit != 0)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Iter yields the signals.
func (d *signalDict) Iter(t *object.Thread) (object.Object, error) {
	m, err := d.dict(t)
	if err != nil {
		return nil, err
	}
	return m.Iter(t)
}

// Repr shows all signals.
func (d *signalDict) Repr(t *object.Thread) (string, error) {
	m, err := d.dict(t)
	if err != nil {
		return "", err
	}
	return m.Repr(t)
}
