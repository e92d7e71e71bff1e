package arg

import (
	"math"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Instance is the object that a declaration's Go functions work on: self, with typed access to its attributes. Attributes
// are read at each use, since a program may have changed them.
type Instance struct {
	T *object.Thread
	*object.Instance
	// Given holds the constructor's arguments while __init__ runs; see Value.
	Given *Given
}

// Self wraps an instance.
func Self(t *object.Thread, i *object.Instance) *Instance { return &Instance{T: t, Instance: i} }

// Lookup returns an attribute, or nil when there is none.
func (l *Instance) Lookup(name string) (object.Object, error) {
	if v := l.Instance.Attr(name); v != nil {
		return v, nil
	}
	return object.LookupAttr(l.T, l.Instance, object.Intern(name))
}

// Value returns an attribute, or None when there is none. While the constructor runs, an argument that is no attribute yet
// is found under its name too.
func (l *Instance) Value(name string) object.Object {
	v := l.Instance.Attr(name)
	if v == nil {
		v = l.Given.Get(name)
	}
	if v == nil {
		v, _ = object.LookupAttr(l.T, l.Instance, object.Intern(name))
	}
	if v == nil {
		return object.None
	}
	return v
}

// IsNone reports whether the attribute is None or missing.
func (l *Instance) IsNone(name string) bool { return l.Value(name) == object.None }

// Int returns an attribute as an int, 0 when it is none.
func (l *Instance) Int(name string) int {
	v := l.Value(name)
	if n, err := object.ToInt(l.T, v); err == nil && v.Class() != object.StrClass {
		v = n // of numpy's numbers too
	}
	switch x := object.Of(v).(type) {
	case object.Int:
		return int(x)
	case object.Bool:
		if x {
			return 1
		}
	case object.Float:
		return int(x)
	case *object.BigInt: // beyond any size; weights refuse it
		return math.MaxInt64 / 4
	}
	return 0
}

// Float returns an attribute as a number.
func (l *Instance) Float(name string) float64 {
	switch x := object.Of(l.Value(name)).(type) {
	case object.Int:
		return float64(x)
	case object.Float:
		return float64(x)
	}
	return 0
}

// Bool returns the truth of an attribute.
func (l *Instance) Bool(name string) bool {
	b, err := object.Truth(l.T, l.Value(name))
	return b && err == nil
}

// Str returns an attribute's text, "" when it is no str.
func (l *Instance) Str(name string) string {
	if s, ok := object.Of(l.Value(name)).(*object.Str); ok {
		return s.String()
	}
	return ""
}

// Items returns the items of a list or tuple attribute.
func (l *Instance) Items(name string) []object.Object {
	switch x := object.Of(l.Value(name)).(type) {
	case *object.List:
		return x.Items
	case *object.Tuple:
		return x.Items
	}
	return nil
}

// Ints returns a list or tuple attribute as ints; what is no integer gives tensor.Unknown.
func (l *Instance) Ints(name string) []int {
	out := IntsOf(l.Value(name))
	for i, v := range l.Items(name) {
		if n, err := object.Index(l.T, v); err == nil {
			out[i] = n // numpy's integers too
		}
	}
	return out
}

// IntsOf returns the items of a list or tuple as ints; what is no integer gives tensor.Unknown.
func IntsOf(v object.Object) []int {
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	}
	out := make([]int, len(items))
	for i, v := range items {
		out[i] = tensor.Unknown
		switch x := object.Of(v).(type) {
		case object.Int:
			out[i] = int(x)
		case object.Float:
			out[i] = int(x)
		case object.Bool:
			if out[i] = 0; x {
				out[i] = 1
			}
		}
	}
	return out
}

// Set sets an attribute as self.name = v does, hooks and tracking included.
func (l *Instance) Set(name string, v any) error {
	return object.SetAttr(l.T, l.Instance, object.Intern(name), Value(v))
}

// SetAll sets attributes by name and value in turn.
func (l *Instance) SetAll(pairs ...any) error {
	for i := 0; i+1 < len(pairs); i += 2 {
		if err := l.Set(pairs[i].(string), pairs[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// Method calls a method with positional arguments.
func (l *Instance) Method(name string, args ...object.Object) (object.Object, error) {
	return object.CallMethod(l.T, l.Instance, name, args...)
}

// CallWith calls a method with keyword arguments given as names and values in turn.
func (l *Instance) CallWith(name string, pairs ...any) (object.Object, error) {
	m, err := object.GetAttr(l.T, l.Instance, object.Intern(name))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(l.T, m, object.Args{Kw: Pairs(pairs...)})
}

// Pairs makes keyword arguments of names and values in turn.
func Pairs(pairs ...any) []object.Kwarg {
	kw := make([]object.Kwarg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		kw = append(kw, object.Kwarg{Name: object.Intern(pairs[i].(string)), Value: Value(pairs[i+1])})
	}
	return kw
}

// ClassName returns the name of the object's class, which may be a program's own.
func (l *Instance) ClassName() string { return l.Instance.Class().Name }

// Repr returns repr(v) for a message; it never fails.
func (l *Instance) Repr(v object.Object) string { return Repr(l.T, v) }

// Repr returns repr(v) for a message, the type alone when that fails.
func Repr(t *object.Thread, v object.Object) string {
	s, err := object.Repr(t, v)
	if err != nil {
		return "<" + v.Class().Name + ">"
	}
	return s
}

// Bad makes the ValueError about a refused value: the argument, what was given, what is allowed.
func (l *Instance) Bad(name string, v object.Object, allowed string) error {
	return l.complain(object.ValueErrorClass, name, v, allowed)
}

// BadType is Bad with a TypeError.
func (l *Instance) BadType(name string, v object.Object, allowed string) error {
	return l.complain(object.TypeErrorClass, name, v, allowed)
}

func (l *Instance) complain(c *object.Class, name string, v object.Object, allowed string) error {
	e := object.NewError(c, "%s: %s must be %s, got %s=%s.", l.ClassName(), name, allowed, name, l.Repr(v))
	e.Subject = blame.Argument{Class: l.ClassName(), Name: name, Value: v, Allowed: allowed}
	l.Place(e, name)
	return e
}

// Fail makes a ValueError about an argument in free words; the class's name goes before them.
func (l *Instance) Fail(name, format string, a ...any) error {
	e := object.ValueError("%s", l.ClassName()+": "+object.NewError(object.ValueErrorClass, format, a...).Message())
	e.Subject = blame.Argument{Class: l.ClassName(), Name: name, Value: l.Value(name)}
	l.Place(e, name)
	return e
}

// Place points an exception at the place in the program where the argument was written, if there is one.
func (l *Instance) Place(e *object.Exception, name string) {
	if span, ok := operation.Origins(l.Instance)[name]; ok {
		e.Span = span
	}
}

// NotModelled makes the error about something that Keras does and this engine does not.
func (l *Instance) NotModelled(what string) error { return NotModelled(l.ClassName() + ": " + what) }

// NotModelled makes the error about something that Keras does and this engine does not.
func NotModelled(what string) error {
	e := object.NewError(object.NotImplementedErrClass, "%s is not modelled here yet.", what)
	e.Subject = blame.NotModelled{Name: what}
	return e
}

// PositiveInteger checks that an argument is an int above 0.
func (l *Instance) PositiveInteger(name string) error {
	v := l.Value(name)
	switch x := object.Of(v).(type) {
	case object.Int:
		if x > 0 {
			return nil
		}
	case object.Bool:
		if x {
			return nil
		}
	case *object.BigInt:
		if x.V.Sign() > 0 {
			return nil
		}
	}
	return l.Bad(name, v, "a positive integer")
}

// OneOf checks that an argument is one of a few strings.
func (l *Instance) OneOf(name string, allowed ...string) error {
	v := l.Value(name)
	s, ok := object.Of(v).(*object.Str)
	list := ""
	for i, a := range allowed {
		if ok && s.String() == a {
			return nil
		}
		if i > 0 {
			list += ", "
		}
		list += "'" + a + "'"
	}
	return l.Bad(name, v, "one of "+list)
}

// Compare returns whether "attribute op n" holds, with Python's error when the two do not compare.
func (l *Instance) Compare(name string, op object.CompareOp, n any) (bool, error) {
	v, err := object.Compare(l.T, op, l.Value(name), Value(n))
	if err != nil {
		return false, err
	}
	return object.Truth(l.T, v)
}
