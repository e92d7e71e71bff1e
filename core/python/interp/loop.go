package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/resolve"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

func (c *compiler) ifs(s *syntax.If) stmt {
	test, body := c.cond(s.Test), c.block(s.Body)
	if len(s.Orelse) == 0 {
		return func(f *frame) signal {
			switch test(f) {
			case yes:
				return body(f)
			case no:
				return sigNext
			}
			return sigRaise
		}
	}
	orelse := c.block(s.Orelse)
	return func(f *frame) signal {
		switch test(f) {
		case yes:
			return body(f)
		case no:
			return orelse(f)
		}
		return sigRaise
	}
}

// outOfSteps stops the program.
func (f *frame) outOfSteps(at source.Span) signal {
	f.At = at
	return f.raise(f.t.Spend(0), at)
}

// otherwise returns what a loop's else block compiles to; nil when there is none.
func (c *compiler) otherwise(list []syntax.Stmt) stmt {
	if len(list) == 0 {
		return nil
	}
	return c.block(list)
}

// after runs the else block of a loop that ended with sig.
func (f *frame) after(sig signal, orelse stmt) signal {
	switch {
	case sig == sigBreak:
		return sigNext
	case sig == sigNext && orelse != nil:
		return orelse(f)
	}
	return sig
}

func (c *compiler) while(s *syntax.While) stmt {
	test, body, orelse := c.cond(s.Test), c.block(s.Body), c.otherwise(s.Orelse)
	at := s.Test.Span()
	return func(f *frame) signal {
		t := f.t
		for {
			switch test(f) {
			case no:
				return f.after(sigNext, orelse)
			case failed:
				return sigRaise
			}
			if t.Steps--; t.Steps < 0 {
				return f.outOfSteps(at)
			}
			if sig := body(f); sig != sigNext && sig != sigContinue {
				return f.after(sig, orelse)
			}
		}
	}
}

func (c *compiler) fors(s *syntax.For) stmt {
	put, body, orelse := c.target(s.Target), c.block(s.Body), c.otherwise(s.Orelse)
	at := place{s.Span(), s.Iter.Span()}
	if r := c.rangeCall(s.Iter); r != nil {
		slot := c.localSlot(s.Target)
		return func(f *frame) signal { return f.after(f.overRange(r, slot, put, body, at), orelse) }
	}
	iter := c.expr(s.Iter)
	_, isCall := s.Iter.(*syntax.Call)
	return func(f *frame) signal {
		made := f.m.generators
		o := iter(f)
		if o == nil {
			return sigRaise
		}
		sig := f.over(o, put, body, at)
		if isCall && sig != sigNext {
			f.closeFresh(o, made)
		}
		return f.after(sig, orelse)
	}
}

// closeFresh closes the generator of a loop that was left early, if the loop's own call made it (there were made generators
// before). CPython does so when the last reference goes away; here only this common case can be told at once.
func (f *frame) closeFresh(o object.Object, made int) {
	g, ok := o.(*Generator)
	if !ok || g.f == nil || !g.f.code.cleanup || g.serial <= made {
		return
	}
	err, ret := f.m.err, f.ret
	if e := g.close(); e != nil && object.AsException(e) == nil {
		err = e // the program is being stopped
	}
	f.m.err, f.ret = err, ret
}

// place is where a loop's errors are put: what CPython marks, and the iterable.
type place struct{ at, iter source.Span }

// over runs body for each item of o. It returns sigNext when o is exhausted.
func (f *frame) over(o object.Object, put setter, body stmt, at place) signal {
	switch x := o.(type) {
	case *object.List:
		for i := 0; i < len(x.Items); i++ { // the body may change the list
			if sig := f.turn(x.Items[i], put, body, at); sig != sigNext {
				return sig
			}
		}
		return sigNext
	case *object.Tuple:
		for _, v := range x.Items {
			if sig := f.turn(v, put, body, at); sig != sigNext {
				return sig
			}
		}
		return sigNext
	case *object.Range:
		if x.Big == nil {
			return f.overNumbers(x, put, body, at)
		}
	}
	f.At = at.iter
	it, err := object.Iter(f.t, o)
	if err != nil {
		f.failAt(err, at.at, at.iter)
		return sigRaise
	}
	return f.drain(it, put, body, at)
}

// overNumbers is over for a range object.
func (f *frame) overNumbers(r *object.Range, put setter, body stmt, at place) signal {
	for i, n := r.Start, r.Count; n > 0; i, n = i+r.Step, n-1 {
		if sig := f.turn(boxInt(i), put, body, at); sig != sigNext {
			return sig
		}
	}
	return sigNext
}

// drain runs body for each item that an iterator still gives.
func (f *frame) drain(it object.Object, put setter, body stmt, at place) signal {
	if n, ok := it.(object.Iterator); ok {
		for {
			v, err := n.Next(f.t)
			if err != nil {
				return f.raise(err, at.at)
			}
			if v == nil {
				return sigNext
			}
			if sig := f.turn(v, put, body, at); sig != sigNext {
				return sig
			}
		}
	}
	for {
		v, err := object.Next(f.t, it)
		if err != nil {
			return f.raise(err, at.at)
		}
		if v == nil {
			return sigNext
		}
		if sig := f.turn(v, put, body, at); sig != sigNext {
			return sig
		}
	}
}

// turn is one turn of a loop; sigContinue becomes sigNext.
func (f *frame) turn(v object.Object, put setter, body stmt, at place) signal {
	if f.t.Steps--; f.t.Steps < 0 {
		return f.outOfSteps(at.iter)
	}
	if !put(f, v) {
		return sigRaise
	}
	sig := body(f)
	if sig == sigContinue {
		return sigNext
	}
	return sig
}

// rangeCall describes for … in range(a, b, c).
type rangeCall struct {
	callee expr
	args   []expr
	at     source.Span
}

// rangeCall returns the description if e calls a global named range with plain arguments.
func (c *compiler) rangeCall(e syntax.Expr) *rangeCall {
	call, ok := e.(*syntax.Call)
	if !ok || len(call.Args) < 1 || len(call.Args) > 3 || len(call.Keywords) > 0 || hasStar(call.Args) {
		return nil
	}
	n, ok := call.Func.(*syntax.Name)
	if !ok || n.ID != "range" || c.scope.Lookup("range").Storage != resolve.Global {
		return nil
	}
	return &rangeCall{callee: c.load(n), args: c.exprs(call.Args), at: e.Span()}
}

// bounds evaluates the call. native tells that start, stop and step hold it; otherwise o is what the call returned, or nil.
func (r *rangeCall) bounds(f *frame) (start, stop, step int64, o object.Object, native bool) {
	callee := r.callee(f)
	if callee == nil {
		return
	}
	var v [3]object.Object
	native = callee == object.Object(object.RangeClass)
	var n [3]int64
	for i, a := range r.args {
		if v[i] = a(f); v[i] == nil {
			return 0, 0, 0, nil, false
		}
		x, ok := v[i].(object.Int)
		native = native && ok && x > -1<<62 && x < 1<<62
		n[i] = int64(x)
	}
	switch len(r.args) {
	case 1:
		start, stop, step = 0, n[0], 1
	case 2:
		start, stop, step = n[0], n[1], 1
	case 3:
		start, stop, step = n[0], n[1], n[2]
		native = native && step != 0
	}
	if native {
		return start, stop, step, nil, true
	}
	f.At = r.at
	o, err := object.CallArgs(f.t, callee, object.Args{Pos: append([]object.Object(nil), v[:len(r.args)]...)})
	if err != nil {
		f.fail(err, r.at)
		return 0, 0, 0, nil, false
	}
	return 0, 0, 0, o, false
}

// overRange runs body for each number of a range, without a range object.
func (f *frame) overRange(r *rangeCall, slot int, put setter, body stmt, at place) signal {
	i, stop, step, o, native := r.bounds(f)
	if !native {
		if o == nil {
			return sigRaise
		}
		return f.over(o, put, body, at)
	}
	t := f.t
	for ; step > 0 && i < stop || step < 0 && i > stop; i += step {
		if t.Steps--; t.Steps < 0 {
			return f.outOfSteps(at.iter)
		}
		if slot >= 0 {
			f.locals[slot] = boxInt(i)
		} else if !put(f, boxInt(i)) {
			return sigRaise
		}
		if sig := body(f); sig != sigNext && sig != sigContinue {
			return sig
		}
	}
	return sigNext
}
