package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// resumableTry compiles a try statement with a yield in it.
func (c *compiler) resumableTry(s *syntax.Try) stmt {
	c.code.cleanup = true
	body := c.block(s.Body)
	if len(s.Handlers) > 0 {
		if s.IsStar {
			return refuseYield(s.Span())
		}
		body = c.resumableGuard(body, c.handlers(s.Handlers), c.otherwise(s.Orelse))
	}
	if len(s.Finalbody) == 0 {
		return body
	}
	return c.resumableFinally(body, c.block(s.Finalbody))
}

// Parts of a try statement in which a generator may be suspended; handler i is inHandler+i.
const (
	inBody int32 = iota
	inElse
	inHandler
)

func (c *compiler) resumableGuard(body stmt, handlers []handler, orelse stmt) stmt {
	k, slot := c.newState(), c.scope.NewSlot()
	return func(f *frame) signal {
		part := inBody
		if f.resuming {
			part = f.state[k]
		}
		sig := sigNext
		if part == inBody {
			sig = body(f)
			e := object.AsException(f.m.err)
			switch {
			case sig == sigYield:
				f.state[k] = inBody
				return sig
			case sig == sigNext && orelse != nil:
				part = inElse
			case sig == sigRaise && e != nil:
				if part, sig = f.choose(e, handlers, slot); part == inBody {
					return sig
				}
			default:
				return sig
			}
		}
		if part == inElse {
			sig = orelse(f)
		} else {
			sig = f.inHandler(&handlers[part-inHandler], slot)
		}
		if sig == sigYield {
			f.state[k] = part
		}
		return sig
	}
}

// choose finds the handler for e and binds its name; inBody means that there is none.
func (f *frame) choose(e *object.Exception, handlers []handler, slot int) (part int32, sig signal) {
	old := f.t.Handling
	f.t.Handling = e
	defer func() { f.t.Handling = old }()
	for i := range handlers {
		h := &handlers[i]
		switch f.fits(e, h) {
		case yes:
			f.m.err = nil
			if h.put != nil && !h.put(f, e) {
				return inBody, sigRaise
			}
			f.locals[slot] = e
			return inHandler + int32(i), sigNext
		case failed:
			return inBody, sigRaise
		}
	}
	f.m.err = e
	return inBody, sigRaise
}

// inHandler runs, or goes on with, a handler whose exception is in a slot.
func (f *frame) inHandler(h *handler, slot int) signal {
	old := f.t.Handling
	f.t.Handling, _ = f.locals[slot].(*object.Exception)
	sig := h.body(f)
	f.t.Handling = old
	if sig == sigYield {
		return sig
	}
	f.locals[slot] = nil
	if h.unbind != nil {
		h.unbind(f)
	}
	return sig
}

// resumableFinally runs final behind body. While final is suspended, how the body ended waits in a state and two slots.
func (c *compiler) resumableFinally(body, final stmt) stmt {
	part, ended := c.newState(), c.newState()
	raised, returned := c.scope.NewSlot(), c.scope.NewSlot()
	return func(f *frame) signal {
		if !f.resuming || f.state[part] == 0 {
			sig := body(f)
			if sig == sigYield {
				f.state[part] = 0
				return sig
			}
			if sig == sigRaise {
				e := object.AsException(f.m.err)
				if e == nil {
					return sig
				}
				f.locals[raised] = e
			}
			f.state[ended], f.locals[returned] = int32(sig), f.ret
			f.m.err, f.ret = nil, nil
		}
		old := f.t.Handling
		e, _ := f.locals[raised].(*object.Exception)
		if e != nil {
			f.t.Handling = e
		}
		sig := final(f)
		f.t.Handling = old
		if sig == sigYield {
			f.state[part] = 1
			return sig
		}
		ret := f.locals[returned]
		f.locals[raised], f.locals[returned] = nil, nil
		if sig != sigNext {
			return sig
		}
		if e != nil {
			f.m.err = e
		}
		f.ret = ret
		return signal(f.state[ended])
	}
}

// resumableWith compiles a with statement with a yield in it.
func (c *compiler) resumableWith(items []*syntax.WithItem, body []syntax.Stmt, at source.Span) stmt {
	c.code.cleanup = true
	if len(items) == 0 {
		return c.block(body)
	}
	var pre []stmt
	item := items[0]
	context, exact := c.expr(c.lift(item.ContextExpr, &pre)), item.ContextExpr.Span()
	var put setter
	if item.OptionalVars != nil {
		put = c.target(item.OptionalVars)
	}
	inner := c.resumableWith(items[1:], body, at)
	slot := c.scope.NewSlot()
	return c.inRow(append(pre, func(f *frame) signal {
		sig := sigNext
		if !f.resuming {
			exit, v := f.enter(context(f), at, exact)
			if exit == nil {
				return sigRaise
			}
			f.locals[slot] = exit
			if put != nil && !put(f, v) {
				sig = sigRaise
			}
		}
		if sig == sigNext {
			sig = inner(f)
		}
		if sig == sigYield {
			return sig
		}
		exit := f.locals[slot]
		f.locals[slot] = nil
		return f.leave(exit, sig, at)
	}))
}

// resumableMatch compiles a match statement with a yield in it.
func (c *compiler) resumableMatch(s *syntax.Match) stmt {
	var pre []stmt
	subject := c.expr(c.lift(s.Subject, &pre))
	cases := c.matchCases(s.Cases)
	k := c.newState()
	return c.inRow(append(pre, func(f *frame) signal {
		i := -1
		if f.resuming {
			i = int(f.state[k])
		} else {
			v := subject(f)
			if v == nil {
				return sigRaise
			}
			var ok bool
			if i, ok = f.choosePattern(cases, v); !ok {
				return sigRaise
			}
		}
		if i < 0 {
			return sigNext
		}
		sig := cases[i].body(f)
		if sig == sigYield {
			f.state[k] = int32(i)
		}
		return sig
	}))
}
