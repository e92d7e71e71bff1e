package operation

import (
	"layerglass/core/python/object"
)

type filteringKey struct{}

// Filtering says whether Keras takes its own places out of tracebacks, as keras.config sets it.
func Filtering(t *object.Thread) *bool {
	return Global(t, filteringKey{}, func() any { on := true; return &on }).(*bool)
}

// injected is the attribute by which Keras knows what it has explained.
const injected = "_keras_call_info_injected"

// Explained is what Keras raises in the place of an exception that left a call: a new exception of the same class, made from its message
// alone, or a RuntimeError where the class wants something else. Only the innermost of nested calls does so.
func Explained(t *object.Thread, err error) error {
	e := ordinary(err)
	if e == nil || !*Filtering(t) || e.AttrDict(true).GetName(injected) != nil {
		return err
	}
	text := ""
	if len(e.Args.Items) > 0 {
		var err error
		if text, err = object.ToStr(t, e.Args.Items[0]); err != nil {
			return err
		}
	}
	n, err := again(t, e, e.Class(), text)
	if object.IsKind(err, object.TypeErrorClass) {
		n, err = again(t, e, object.RuntimeErrorClass, text)
	}
	if err != nil {
		return err
	}
	n.AttrDict(true).SetName(injected, object.True)
	return n
}

// Filtered is an exception as Keras lets it leave a method that a program calls: without a cause, and without what was being handled.
func Filtered(t *object.Thread, err error) error {
	if e := ordinary(err); e != nil && *Filtering(t) {
		e.Cause, e.SuppressContext = nil, true
	}
	return err
}

// ordinary returns the exception that err is, nil for one that only leaves the program, as SystemExit does.
func ordinary(err error) *object.Exception {
	if e := object.AsException(err); e != nil && e.Class().IsSubclass(object.ExceptionClass) {
		return e
	}
	return nil
}

// again makes an exception of a class with the places that e has passed. What explains e explains it too.
func again(t *object.Thread, e *object.Exception, class *object.Class, text string) (*object.Exception, error) {
	o, err := object.Call(t, class, object.NewStr(text))
	if err != nil {
		if n := object.AsException(err); n != nil {
			n.Context = e
		}
		return nil, err
	}
	n := object.ToException(o)
	if n == nil {
		return nil, object.TypeError("exceptions must derive from BaseException")
	}
	for _, name := range []string{"name", "obj"} { // by which the nearest name is found
		if v := e.AttrDict(true).GetName(name); v != nil && class.Module() == "builtins" {
			n.AttrDict(true).SetName(name, v)
		}
	}
	n.Trace, n.Span, n.Subject = e.Trace, e.Span, e.Subject
	n.Context, n.SuppressContext = e, true
	return n, nil
}
