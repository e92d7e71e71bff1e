package traceback

import (
	"slices"

	"layerglass/core/python/object"
)

// captured is a TracebackException: an exception's traceback, kept for formatting.
type captured struct {
	e     *object.Exception
	trace []object.TraceEntry
	limit *int
	group *[2]int // width and depth of groups
}

var exceptionClass = object.NewType("TracebackException", "traceback", nil).Final()

// Class returns the type traceback.TracebackException.
func (*captured) Class() *object.Class { return exceptionClass }

// Str is the exception's text.
func (c *captured) Str(t *object.Thread) (string, error) { return object.ToStr(t, c.e) }

func newCaptured(t *object.Thread, exc, limit, width, depth object.Object) (object.Object, error) {
	e := object.ToException(exc)
	if e == nil {
		return nil, object.TypeError("an exception was expected, not '%s'", exc.Class().Name)
	}
	n, err := limitOf(t, limit)
	if err != nil {
		return nil, err
	}
	c := &captured{e: e, trace: e.Trace, limit: n, group: new([2]int)}
	for i, o := range []object.Object{width, depth} {
		if c.group[i], err = object.Index(t, o); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// lines formats the exception with the traceback that was kept.
func (c *captured) lines(t *object.Thread, chain bool) []string {
	kept := c.e.Trace
	c.e.Trace = c.trace
	f := formatter{t: t, limit: c.limit, group: c.group, seen: map[*object.Exception]bool{}}
	lines := f.exception(c.e, chain)
	c.e.Trace = kept
	return lines
}

var capturedSignature = object.ParseSignature("(exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10)")

func init() {
	exceptionClass.Protocols(&captured{})
	exceptionClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := capturedSignature.Bind(t, "TracebackException", nil, a, nil)
		if err != nil {
			return nil, err
		}
		return newCaptured(t, v[1], v[3], v[7], v[8])
	}
	exceptionClass.ClassMethods(object.Func("from_exception", "(cls, exc, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10)", "Keeps an exception's traceback.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return newCaptured(t, a[1], a[2], a[6], a[7])
		}))
	exceptionClass.Methods(
		object.Func("__eq__", "(self, other, /)", "Tells whether both would be printed alike.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			other, ok := a[1].(*captured)
			if !ok {
				return object.NotImplemented, nil
			}
			x, y := a[0].(*captured).lines(t, true), other.lines(t, true)
			return object.Bool(slices.Equal(x, y)), nil
		}),
		object.Func("format", "(self, *, chain=True)", "Yields the lines of the traceback.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c := a[0].(*captured)
			chain, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			return object.Iter(t, list(c.lines(t, chain)))
		}),
		object.Func("format_exception_only", "(self)", "Yields the last lines: type and message.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			lines, err := only(t, a[0].(*captured).e)
			if err != nil {
				return nil, err
			}
			return object.Iter(t, list(lines))
		}),
		object.Func("print", "(self, *, file=None, chain=True)", "Prints the traceback to sys.stderr.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			lines, err := ofArguments(t, a[0].(*captured).e, nil, nil, object.None, a[2])
			if err != nil {
				return nil, err
			}
			return object.None, show(t, a[1], lines)
		}),
	)
	get := func(name string, f func(c *captured) object.Object) {
		exceptionClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			if v := f(o.(*captured)); v != nil {
				return v, nil
			}
			return object.None, nil
		})
	}
	get("exc_type", func(c *captured) object.Object { return c.e.Class() })
	get("stack", func(c *captured) object.Object { return newStack(limited(c.trace, c.limit)) })
	get("__suppress_context__", func(c *captured) object.Object { return object.Bool(c.e.SuppressContext) })
	related := func(e *object.Exception) object.Object {
		if e == nil {
			return nil
		}
		return &captured{e: e, trace: e.Trace}
	}
	get("__cause__", func(c *captured) object.Object {
		cause, _ := c.e.Cause.(*object.Exception)
		return related(cause)
	})
	get("__context__", func(c *captured) object.Object {
		if cause, ok := c.e.Cause.(*object.Exception); ok && cause == c.e.Context { // told already
			return nil
		}
		return related(c.e.Context)
	})
}
