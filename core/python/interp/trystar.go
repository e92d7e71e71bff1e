package interp

import (
	"layerglass/core/python/object"
)

// runStarred is try/except*/else: each clause takes its part of the exception group, and what the clauses leave or raise is
// raised together at the end.
func (f *frame) runStarred(body stmt, handlers []handler, orelse stmt) signal {
	sig := body(f)
	if sig != sigRaise {
		if sig == sigNext && orelse != nil {
			return orelse(f)
		}
		return sig
	}
	e := object.AsException(f.m.err)
	if e == nil {
		return sigRaise
	}
	old := f.t.Handling
	sig = f.handleParts(e, handlers)
	f.t.Handling = old
	return sig
}

func (f *frame) handleParts(e *object.Exception, handlers []handler) signal {
	rest := e
	var raised []object.Object
	for i := range handlers {
		if rest == nil {
			break
		}
		h := &handlers[i]
		f.t.Handling = e
		part, left, ok := f.split(rest, h)
		if !ok {
			return sigRaise
		}
		if part == nil {
			continue
		}
		rest = left
		if sig := f.runPart(part, h); sig == sigRaise {
			again := object.AsException(f.m.err)
			if again == nil {
				return sigRaise
			}
			raised = append(raised, again)
		} else if sig != sigNext {
			return sig
		}
	}
	f.m.err = nil
	return f.endParts(e, rest, raised, handlers)
}

// split divides an exception between a clause and the clauses behind it.
func (f *frame) split(e *object.Exception, h *handler) (part, rest *object.Exception, ok bool) {
	f.m.err = nil
	want := h.match(f)
	if want == nil {
		return nil, nil, false
	}
	if !e.Class().IsSubclass(object.BaseExceptionGroupClass) {
		fit, err := object.IsInstance(f.t, e, want)
		if err != nil || !fit {
			if err != nil {
				f.fail(uncatchable(), h.at)
			}
			return nil, e, err == nil
		}
		g, err := object.Call(f.t, object.ExceptionGroupClass, object.NewStr(""), object.NewTuple(e))
		if err != nil {
			f.fail(err, h.at)
			return nil, nil, false
		}
		return g.(*object.Exception), nil, true
	}
	v, err := object.CallMethod(f.t, e, "split", want)
	if err != nil {
		f.fail(err, h.at)
		return nil, nil, false
	}
	pair, _ := v.(*object.Tuple)
	if pair == nil || len(pair.Items) != 2 {
		f.fail(object.TypeError("split must return a 2-tuple"), h.at)
		return nil, nil, false
	}
	part, _ = pair.Items[0].(*object.Exception)
	rest, _ = pair.Items[1].(*object.Exception)
	return part, rest, true
}

// runPart runs a clause with its part of the group.
func (f *frame) runPart(part *object.Exception, h *handler) signal {
	f.t.Handling = part
	f.m.err = nil
	if h.put != nil && !h.put(f, part) {
		return sigRaise
	}
	sig := h.body(f)
	if h.unbind != nil {
		h.unbind(f)
	}
	return sig
}

// endParts raises what is left over and what the clauses raised.
func (f *frame) endParts(e, rest *object.Exception, raised []object.Object, handlers []handler) signal {
	if len(raised) == 0 {
		if rest == nil {
			return sigNext
		}
		f.m.err = rest
		return sigRaise
	}
	if len(raised) == 1 && rest == nil && !e.Class().IsSubclass(object.BaseExceptionGroupClass) {
		f.m.err = raised[0].(*object.Exception)
		return sigRaise
	}
	if rest != nil {
		raised = append(raised, rest)
	}
	g, err := object.Call(f.t, object.BaseExceptionGroupClass, object.NewStr(""), object.NewList(raised...))
	if err != nil {
		return f.raise(err, handlers[0].at)
	}
	return f.raise(g.(*object.Exception), handlers[0].at)
}
