package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
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
	var ended []*object.Exception // what the clauses raised, and what none of them took
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
			ended = append(ended, again)
		} else if sig != sigNext {
			return sig
		}
	}
	f.m.err = nil
	if rest != nil {
		ended = append(ended, rest)
	}
	return f.endParts(e, ended, handlers[0].at)
}

// split divides an exception between a clause and the clauses behind it.
func (f *frame) split(e *object.Exception, h *handler) (part, rest *object.Exception, ok bool) {
	f.m.err = nil
	want := h.match(f)
	if want == nil {
		return nil, nil, false
	}
	if err := checkStarTypes(want); err != nil {
		f.fail(err, h.at)
		return nil, nil, false
	}
	if !isGroup(e) {
		if fit, err := object.IsInstance(f.t, e, want); err != nil || !fit {
			return nil, e, err == nil
		}
		return f.wrapPart(e, h)
	}
	part, rest, err := f.splitGroup(e, want)
	if err != nil {
		f.fail(err, h.at)
		return nil, nil, false
	}
	return part, rest, true
}

func isGroup(e *object.Exception) bool { return e.Class().IsSubclass(object.BaseExceptionGroupClass) }

// wrapPart makes a group of an exception that is none, for the clause that takes it.
func (f *frame) wrapPart(e *object.Exception, h *handler) (part, rest *object.Exception, ok bool) {
	v, err := object.Call(f.t, object.BaseExceptionGroupClass, object.NewStr(""), object.NewTuple(e))
	if err != nil {
		f.fail(err, h.at)
		return nil, nil, false
	}
	return v.(*object.Exception), nil, true
}

// checkStarTypes refuses what except* cannot catch.
func checkStarTypes(want object.Object) error {
	list := []object.Object{want}
	if t, ok := want.(*object.Tuple); ok {
		list = t.Items
	}
	for _, x := range list {
		c, ok := x.(*object.Class)
		if !ok || !c.IsSubclass(object.BaseExceptionClass) {
			return uncatchable()
		}
		if c.IsSubclass(object.BaseExceptionGroupClass) {
			return object.TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// splitGroup is e.split(condition).
func (f *frame) splitGroup(e *object.Exception, condition object.Object) (part, rest *object.Exception, err error) {
	v, err := object.CallMethod(f.t, e, "split", condition)
	if err != nil {
		return nil, nil, err
	}
	pair, _ := v.(*object.Tuple)
	if pair == nil || len(pair.Items) != 2 {
		return nil, nil, object.TypeError("%s.split must return a 2-tuple, got %s", e.Class().MessageName(), v.Class().MessageName())
	}
	part, _ = pair.Items[0].(*object.Exception)
	rest, _ = pair.Items[1].(*object.Exception)
	return part, rest, nil
}

// runPart runs a clause with its part of the group.
func (f *frame) runPart(part *object.Exception, h *handler) signal {
	n := len(part.Trace)
	part.Pass(&f.Frame, h.at) // a bare raise must not add an entry for this frame
	part.Trace = part.Trace[:n]
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

// endParts raises what the clauses raised or left. Parts of e that were raised again as they are, and what none took, keep
// their places in a group like e.
func (f *frame) endParts(e *object.Exception, ended []*object.Exception, at source.Span) signal {
	if len(ended) == 0 {
		return sigNext
	}
	if !isGroup(e) {
		f.m.err = ended[0]
		return sigRaise
	}
	var raised []object.Object
	var again []*object.Exception
	for _, x := range ended {
		if len(x.Trace) == len(e.Trace) && x.Cause == e.Cause && x.Context == e.Context && (x == e || isGroup(x)) {
			again = append(again, x)
		} else {
			raised = append(raised, x)
		}
	}
	kept, err := f.project(e, again)
	if err != nil {
		return f.raise(err, at)
	}
	switch {
	case len(raised) == 0:
		f.m.err = kept
		return sigRaise
	case kept != nil:
		raised = append(raised, kept)
	case len(raised) == 1:
		f.m.err = raised[0].(*object.Exception)
		return sigRaise
	}
	v, err := object.Call(f.t, object.BaseExceptionGroupClass, object.NewStr(""), object.NewList(raised...))
	if err != nil {
		return f.raise(err, at)
	}
	f.m.err = v.(*object.Exception)
	return sigRaise
}

// project returns e reduced to the exceptions inside parts; nil when there are none.
func (f *frame) project(e *object.Exception, parts []*object.Exception) (*object.Exception, error) {
	if len(parts) == 0 {
		return nil, nil
	}
	if len(parts) == 1 && parts[0] == e {
		return e, nil
	}
	leaves := map[object.Object]bool{}
	for _, p := range parts {
		collectLeaves(f.t, p, leaves)
	}
	keep := object.Func("keep", "(exception, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.Bool(leaves[a[0]]), nil
	})
	part, _, err := f.splitGroup(e, keep)
	return part, err
}

func collectLeaves(t *object.Thread, e *object.Exception, leaves map[object.Object]bool) {
	if !isGroup(e) {
		leaves[e] = true
		return
	}
	list, err := object.LookupAttr(t, e, object.Intern("exceptions"))
	if items, ok := list.(*object.Tuple); ok && err == nil {
		for _, x := range items.Items {
			if inner, ok := x.(*object.Exception); ok {
				collectLeaves(t, inner, leaves)
			}
		}
	}
}
