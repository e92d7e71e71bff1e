package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// handler is one compiled except clause.
type handler struct {
	match  expr // nil: a bare except
	at     source.Span
	put    setter // nil without a name
	unbind func(f *frame)
	body   stmt
}

func (c *compiler) handlers(list []*syntax.ExceptHandler) []handler {
	out := make([]handler, len(list))
	for i, h := range list {
		k := handler{at: h.Span()}
		if h.Type != nil {
			k.match, k.at = c.expr(h.Type), h.Type.Span()
		}
		if h.Name != "" {
			k.put = c.store(h.Name, h.Span())
			k.unbind = c.forget(h.Name, h.Span())
		}
		k.body = c.block(h.Body)
		out[i] = k
	}
	return out
}

// forget compiles the quiet del behind except … as name.
func (c *compiler) forget(id string, at source.Span) func(f *frame) {
	del := c.unbind(id, at)
	return func(f *frame) {
		err := f.m.err
		if del(f) == sigRaise { // the program deleted the name already
			f.m.err = err
		}
	}
}

func (c *compiler) try(s *syntax.Try) stmt {
	body := c.block(s.Body)
	if len(s.Handlers) > 0 {
		guarded, handlers, orelse := body, c.handlers(s.Handlers), c.otherwise(s.Orelse)
		if s.IsStar {
			body = func(f *frame) signal { return f.runStarred(guarded, handlers, orelse) }
		} else {
			body = func(f *frame) signal { return f.runGuarded(guarded, handlers, orelse) }
		}
	}
	if len(s.Finalbody) == 0 {
		return body
	}
	final := c.block(s.Finalbody)
	return func(f *frame) signal { return f.finish(body(f), final) }
}

// runGuarded is try/except/else.
func (f *frame) runGuarded(body stmt, handlers []handler, orelse stmt) signal {
	sig := body(f)
	if sig != sigRaise {
		if sig == sigNext && orelse != nil {
			return orelse(f)
		}
		return sig
	}
	e := object.AsException(f.m.err)
	if e == nil { // the program is being stopped
		return sigRaise
	}
	old := f.t.Handling
	f.t.Handling = e
	sig = f.handle(e, handlers)
	f.t.Handling = old
	return sig
}

// handle runs the first handler that fits e; without one e goes on.
func (f *frame) handle(e *object.Exception, handlers []handler) signal {
	for i := range handlers {
		h := &handlers[i]
		switch f.fits(e, h) {
		case yes:
			f.m.err = nil
			if h.put != nil && !h.put(f, e) {
				return sigRaise
			}
			sig := h.body(f)
			if h.unbind != nil {
				h.unbind(f)
			}
			return sig
		case failed:
			return sigRaise
		}
	}
	f.m.err = e
	return sigRaise
}

// fits reports whether the handler catches e.
func (f *frame) fits(e *object.Exception, h *handler) truth {
	if h.match == nil {
		return yes
	}
	f.m.err = nil
	want := h.match(f)
	if want == nil {
		return failed
	}
	switch k := want.(type) {
	case *object.Class:
		if !k.IsSubclass(object.BaseExceptionClass) {
			f.fail(uncatchable(), h.at)
			return failed
		}
		return truthOf(e.Class().IsSubclass(k))
	case *object.Tuple:
		for _, x := range k.Items {
			if c, ok := x.(*object.Class); !ok || !c.IsSubclass(object.BaseExceptionClass) {
				f.fail(uncatchable(), h.at)
				return failed
			}
		}
		for _, x := range k.Items {
			if e.Class().IsSubclass(x.(*object.Class)) {
				return yes
			}
		}
		return no
	}
	f.fail(uncatchable(), h.at)
	return failed
}

func uncatchable() error {
	return object.TypeError("catching classes that do not inherit from BaseException is not allowed")
}

// finish runs a finally block behind a body that ended with sig. What the block itself does (return, break, raise) wins.
func (f *frame) finish(sig signal, final stmt) signal {
	err, ret, old := f.m.err, f.ret, f.t.Handling
	if sig == sigRaise {
		e := object.AsException(err)
		if e == nil {
			return sigRaise // a stopped program runs no more code
		}
		f.t.Handling = e
	}
	f.m.err, f.ret = nil, nil
	s := final(f)
	f.t.Handling = old
	if s != sigNext {
		return s
	}
	f.m.err, f.ret = err, ret
	return sig
}

// raise compiles the raise statement.
func (c *compiler) raise(s *syntax.Raise) stmt {
	at := s.Span()
	if s.Exc == nil {
		return func(f *frame) signal {
			e := f.t.Handling
			if e == nil {
				return f.raise(object.NewError(object.RuntimeErrorClass, "No active exception to reraise"), at)
			}
			return f.raise(e, at)
		}
	}
	exc := c.expr(s.Exc)
	var cause expr
	if s.Cause != nil {
		cause = c.expr(s.Cause)
	}
	return func(f *frame) signal {
		v := exc(f)
		if v == nil {
			return sigRaise
		}
		var from object.Object
		if cause != nil {
			if from = cause(f); from == nil {
				return sigRaise
			}
		}
		return f.raiseObject(v, from, at)
	}
}

// raiseObject raises v, a class or an exception, from the cause, if not nil.
func (f *frame) raiseObject(v, from object.Object, at source.Span) signal {
	f.At = at
	e, err := exceptionOf(f.t, v, "exceptions must derive from BaseException")
	if err != nil {
		return f.raise(err, at)
	}
	if from != nil {
		if err := setCause(f.t, e, from); err != nil {
			return f.raise(err, at)
		}
	}
	e.Raised()
	chainAgain(f.t, e, f.t.Handling)
	return f.raise(e, at)
}

func setCause(t *object.Thread, e *object.Exception, from object.Object) error {
	e.SuppressContext = true
	if from == object.None {
		e.Cause = nil
		return nil
	}
	c, err := exceptionOf(t, from, "exception causes must derive from BaseException")
	if err != nil {
		return err
	}
	e.Cause = c
	return nil
}

// exceptionOf makes an exception of what a raise statement was given.
func exceptionOf(t *object.Thread, v object.Object, complaint string) (*object.Exception, error) {
	switch x := v.(type) {
	case *object.Exception:
		return x, nil
	case *object.Class:
		if !x.IsSubclass(object.BaseExceptionClass) {
			break
		}
		o, err := object.Call(t, x)
		if err != nil {
			return nil, err
		}
		e, ok := o.(*object.Exception)
		if !ok {
			return nil, object.TypeError("calling %s should have returned an instance of BaseException, not %s", x.Name, o.Class().MessageName())
		}
		return e, nil
	}
	return nil, object.TypeError("%s", complaint)
}

// chainAgain sets the context of an exception that a raise statement raises, which may have been raised before.
func chainAgain(t *object.Thread, e, handled *object.Exception) {
	if handled == nil || handled == e {
		return
	}
	e.Context = nil
	chain(t, e, handled)
}
