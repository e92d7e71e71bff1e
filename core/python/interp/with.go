package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// with compiles with a as b, c as d: body, which is with a as b: with c as d: body.
func (c *compiler) with(s *syntax.With) stmt {
	return c.withItems(s.Items, s.Body, s.Span())
}

func (c *compiler) withItems(items []*syntax.WithItem, body []syntax.Stmt, at source.Span) stmt {
	if len(items) == 0 {
		return c.block(body)
	}
	item := items[0]
	context, exact := c.expr(item.ContextExpr), item.ContextExpr.Span()
	var put setter
	if item.OptionalVars != nil {
		put = c.target(item.OptionalVars)
	}
	inner := c.withItems(items[1:], body, at)
	return func(f *frame) signal {
		exit, v := f.enter(context(f), at, exact)
		if exit == nil {
			return sigRaise
		}
		sig := sigRaise
		if put == nil || put(f, v) {
			sig = inner(f)
		}
		return f.leave(exit, sig, at)
	}
}

// enter begins a with block: it returns the bound __exit__ and what __enter__ gave; exit is nil when that raised.
func (f *frame) enter(o object.Object, at, exact source.Span) (exit, value object.Object) {
	if o == nil {
		return nil, nil
	}
	f.At = at
	enter, err := object.Special(f.t, o, "__enter__")
	if err == nil && enter == nil {
		err = object.TypeError("'%s' object does not support the context manager protocol", o.Class().MessageName())
	}
	if err == nil {
		exit, err = object.Special(f.t, o, "__exit__")
	}
	if err == nil && exit == nil {
		err = object.TypeError("'%s' object does not support the context manager protocol (missed __exit__ method)", o.Class().MessageName())
	}
	if err == nil {
		value, err = object.Call(f.t, enter)
	}
	if err != nil {
		f.failAt(err, at, exact)
		return nil, nil
	}
	return exit, value
}

// leave ends a with block that came to sig.
func (f *frame) leave(exit object.Object, sig signal, at source.Span) signal {
	if sig != sigRaise {
		ret := f.ret
		if _, err := object.Call(f.t, exit, object.None, object.None, object.None); err != nil {
			return f.raise(err, at)
		}
		f.ret = ret
		return sig
	}
	e := object.AsException(f.m.err)
	if e == nil {
		return sigRaise
	}
	old := f.t.Handling
	f.t.Handling = e
	f.m.err = nil
	f.At = at
	v, err := object.Call(f.t, exit, e.Class(), e, tracebackOf(f.t, e))
	swallowed := no
	if err != nil {
		f.fail(err, at)
		swallowed = failed
	} else {
		swallowed = f.test(v, at)
	}
	f.t.Handling = old
	switch swallowed {
	case yes:
		return sigNext
	case no:
		f.m.err = e
	}
	return sigRaise
}

// tracebackOf returns e.__traceback__, or None.
func tracebackOf(t *object.Thread, e *object.Exception) object.Object {
	if v, err := object.LookupAttr(t, e, object.Intern("__traceback__")); v != nil && err == nil {
		return v
	}
	return object.None
}
