package decimal

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// Context says how to calculate: with how many digits, how to round, and what to do about conditions.
type Context struct {
	prec, emin, emax int
	rounding         string
	capitals, clamp  int
	flags, traps     condition
}

var contextClass = object.NewType("Context", "decimal", nil).Dotted()

// Class returns the type Context.
func (*Context) Class() *object.Class { return contextClass }

// condition is a set of signals.
type condition uint16

const (
	clamped condition = 1 << iota
	invalidOperation
	divisionByZero
	inexact
	rounded
	subnormal
	overflow
	underflow
	floatOperation
)

// signals lists the exceptions in the order in which the mappings of flags and traps have them.
var signals = []struct {
	name string
	bit  condition
}{
	{"InvalidOperation", invalidOperation}, {"FloatOperation", floatOperation}, {"DivisionByZero", divisionByZero}, {"Overflow", overflow},
	{"Underflow", underflow}, {"Subnormal", subnormal}, {"Inexact", inexact}, {"Rounded", rounded}, {"Clamped", clamped},
}

func defaultContext() *Context {
	return &Context{prec: 28, emin: -999999, emax: 999999, rounding: "ROUND_HALF_EVEN", capitals: 1, traps: invalidOperation | divisionByZero | overflow}
}

const maxPrec = 1_000_000

var roundings = []string{"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

type sessionKey struct{}

// session is what the module keeps for one session.
type session struct {
	current *Context
	classes map[string]*object.Class
	tuple   object.Object // the class DecimalTuple
}

func sessionOf(t *object.Thread) *session {
	return t.State(sessionKey{}, func() any { return newSession(t) }).(*session)
}

func contextOf(t *object.Thread) *Context { return sessionOf(t).current }

// newSession makes the exceptions, some of which have two bases.
func newSession(t *object.Thread) *session {
	s := &session{current: defaultContext(), classes: map[string]*object.Class{}}
	declare := func(name string, bases ...*object.Class) *object.Class {
		c, _ := object.NewClass(t, name, "decimal", bases, object.NewDict(), nil)
		s.classes[name] = c
		return c
	}
	base := declare("DecimalException", object.ArithmeticErrorClass)
	declare("Clamped", base)
	invalid := declare("InvalidOperation", base)
	declare("ConversionSyntax", invalid)
	declare("DivisionImpossible", invalid)
	declare("InvalidContext", invalid)
	declare("DivisionUndefined", invalid, object.ZeroDivisionErrorClass)
	declare("DivisionByZero", base, object.ZeroDivisionErrorClass)
	in, ro, sub := declare("Inexact", base), declare("Rounded", base), declare("Subnormal", base)
	declare("Overflow", in, ro)
	declare("Underflow", in, ro, sub)
	declare("FloatOperation", base, object.TypeErrorClass)
	return s
}

// raise notes a condition and, if it is trapped, returns its exception. why names a special case of the condition, or
// says what is wrong.
func (c *Context) raise(t *object.Thread, bits condition, why string) error {
	c.flags |= bits
	trapped := bits & c.traps
	for _, s := range signals {
		if trapped&s.bit == 0 {
			continue
		}
		classes := sessionOf(t).classes
		reason := classes[why]
		if reason == nil && why != "" {
			return object.NewError(classes[s.name], "%s", why)
		}
		if reason == nil {
			reason = classes[s.name]
		}
		return object.NewException(classes[s.name], object.NewList(reason))
	}
	return nil
}

// shown is the order in which the repr of a context names signals.
var shown = []string{"Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "FloatOperation", "Overflow", "Rounded", "Subnormal", "Underflow"}

// names returns the names of the signals in a set, in the order in which contexts show them.
func (c condition) names() []string {
	var out []string
	for _, name := range shown {
		for _, s := range signals {
			if s.name == name && c&s.bit != 0 {
				out = append(out, name)
			}
		}
	}
	return out
}

// Repr shows all settings.
func (c *Context) Repr(*object.Thread) (string, error) {
	n := strconv.Itoa
	return "Context(prec=" + n(c.prec) + ", rounding=" + c.rounding + ", Emin=" + n(c.emin) + ", Emax=" + n(c.emax) + ", capitals=" + n(c.capitals) +
		", clamp=" + n(c.clamp) + ", flags=[" + strings.Join(c.flags.names(), ", ") + "], traps=[" + strings.Join(c.traps.names(), ", ") + "])", nil
}

// least is the exponent of the smallest number.
func (c *Context) least() int { return c.emin - c.prec + 1 }

// calculation is one operation in a context.
type calculation struct {
	t *object.Thread
	*Context
}

func (c *calculation) raise(bits condition, why string) error { return c.Context.raise(c.t, bits, why) }
