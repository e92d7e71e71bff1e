package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// A statement that contains a yield is compiled to a closure that can be left and entered again. When the yield inside returns
// sigYield, every statement around it notes in frame.state where it is, and returns sigYield too. When the generator is
// resumed, frame.resuming is set and its body is run again: each statement reads its note and goes straight to the part that
// was left, down to the yield, which clears the flag. What must outlive the suspension (an iterator, the exception being
// handled) is kept in slots.

// yields reports whether a part of the tree contains a yield of the function being compiled.
func yields(n syntax.Node) bool {
	found := false
	syntax.Walk(n, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Yield, *syntax.YieldFrom:
			found = true
		case *syntax.Lambda, *syntax.FunctionDef, *syntax.ClassDef, *syntax.GeneratorExp, *syntax.ListComp, *syntax.SetComp, *syntax.DictComp:
			return n == nil
		}
		return !found
	})
	return found
}

// suspends reports whether a statement must be resumable.
func (c *compiler) suspends(s syntax.Stmt) bool { return c.code.generator && yields(s) }

// newState hands out a number that a statement keeps while the generator is suspended.
func (c *compiler) newState() int {
	c.code.states++
	return c.code.states - 1
}

// resumable compiles a statement that contains a yield.
func (c *compiler) resumable(s syntax.Stmt) stmt {
	switch s := s.(type) {
	case *syntax.If:
		var pre []stmt
		test := c.cond(c.lift(s.Test, &pre))
		var orelse stmt
		if len(s.Orelse) > 0 {
			orelse = c.block(s.Orelse)
		}
		return c.inRow(append(pre, c.resumableIf(test, c.block(s.Body), orelse)))
	case *syntax.While:
		return c.resumableWhile(s)
	case *syntax.For:
		var pre []stmt
		iter := c.expr(c.lift(s.Iter, &pre))
		loop := c.resumableFor(c.target(s.Target), iter, c.block(s.Body), c.otherwise(s.Orelse), place{s.Span(), s.Iter.Span()})
		return c.inRow(append(pre, loop))
	case *syntax.Try:
		return c.resumableTry(s)
	case *syntax.With:
		return c.resumableWith(s.Items, s.Body, s.Span())
	case *syntax.Match:
		return c.resumableMatch(s)
	}
	return c.resumableSimple(s)
}

// inRow is sequence for statements that may suspend.
func (c *compiler) inRow(list []stmt) stmt {
	if len(list) == 1 {
		return list[0]
	}
	k := c.newState()
	return func(f *frame) signal {
		i := 0
		if f.resuming {
			i = int(f.state[k])
		}
		for ; i < len(list); i++ {
			if sig := list[i](f); sig != sigNext {
				if sig == sigYield {
					f.state[k] = int32(i)
				}
				return sig
			}
		}
		return sigNext
	}
}

func (c *compiler) resumableIf(test cond, body, orelse stmt) stmt {
	k := c.newState()
	return func(f *frame) signal {
		branch := no
		if f.resuming {
			branch = truth(f.state[k])
		} else {
			branch = test(f)
		}
		sig := sigNext
		switch {
		case branch == failed:
			return sigRaise
		case branch == yes:
			sig = body(f)
		case orelse != nil:
			sig = orelse(f)
		}
		if sig == sigYield {
			f.state[k] = int32(branch)
		}
		return sig
	}
}

// Parts of a while loop in which a generator may be suspended.
const (
	inTest int32 = iota
	inTurn
	inOrelse
)

func (c *compiler) resumableWhile(s *syntax.While) stmt {
	var pre []stmt
	test := c.cond(c.lift(s.Test, &pre))
	k, at := c.newState(), s.Test.Span()
	// head is what the test needs first, and the test; sigBreak is its end.
	head := c.inRow(append(pre, func(f *frame) signal {
		switch test(f) {
		case no:
			return sigBreak
		case failed:
			return sigRaise
		}
		if f.t.Steps--; f.t.Steps < 0 {
			return f.outOfSteps(at)
		}
		return sigNext
	}))
	body, orelse := c.block(s.Body), c.block(s.Orelse)
	return func(f *frame) signal {
		part := inTest
		if f.resuming {
			part = f.state[k]
		}
		for {
			var sig signal
			switch part {
			case inTest:
				sig = head(f)
				part = inTurn
				if sig == sigBreak {
					part = inOrelse
				}
				if sig == sigNext || sig == sigBreak {
					continue
				}
				part = inTest
			case inTurn:
				sig = body(f)
				if sig == sigNext || sig == sigContinue {
					part = inTest
					continue
				}
				if sig == sigBreak {
					return sigNext
				}
			default:
				sig = orelse(f)
			}
			if sig == sigYield {
				f.state[k] = part
			}
			return sig
		}
	}
}

// resumableFor is a for loop; iter gives the iterable.
func (c *compiler) resumableFor(put setter, iter expr, body, orelse stmt, at place) stmt {
	k, made, slot := c.newState(), c.newState(), c.scope.NewSlot()
	return func(f *frame) signal {
		if f.resuming && f.state[k] == 2 {
			return orelse(f)
		}
		if !f.resuming {
			f.state[made] = int32(f.m.generators)
			if f.locals[slot] = f.iterate(iter, at); f.locals[slot] == nil {
				return sigRaise
			}
		}
		sig := f.turns(slot, put, body, at)
		if sig == sigYield {
			f.state[k] = 1
			return sig
		}
		if sig != sigNext {
			f.closeFresh(f.locals[slot], int(f.state[made]))
		}
		f.locals[slot] = nil
		if sig = f.after(sig, orelse); sig == sigYield {
			f.state[k] = 2
		}
		return sig
	}
}

// iterate evaluates the iterable of a loop and returns its iterator, or nil.
func (f *frame) iterate(iter expr, at place) object.Object {
	o := iter(f)
	if o == nil {
		return nil
	}
	f.At = at.iter
	it, err := object.Iter(f.t, o)
	if err != nil {
		return f.failAt(err, at.at, at.iter)
	}
	return it
}

// turns goes on with the loop whose iterator is in a slot.
func (f *frame) turns(slot int, put setter, body stmt, at place) signal {
	for {
		if !f.resuming {
			v, err := object.Next(f.t, f.locals[slot])
			if err != nil {
				return f.raise(err, at.at)
			}
			if v == nil {
				return sigNext
			}
			if f.t.Steps--; f.t.Steps < 0 {
				return f.outOfSteps(at.iter)
			}
			if !put(f, v) {
				return sigRaise
			}
		}
		if sig := body(f); sig != sigNext && sig != sigContinue {
			return sig
		}
	}
}

// yieldInto is slot = yield value; slot -1 drops what is sent.
func (c *compiler) yieldInto(slot int, value expr, at source.Span) stmt {
	return func(f *frame) signal {
		if f.resuming {
			return f.resumed(slot, at)
		}
		v := value(f)
		if v == nil {
			return sigRaise
		}
		f.ret, f.At = v, at
		return sigYield
	}
}

// resumed ends the resuming at its yield.
func (f *frame) resumed(slot int, at source.Span) signal {
	f.resuming = false
	if e := f.thrown; e != nil {
		f.thrown = nil
		e.Raised()
		return f.raise(e, at)
	}
	if slot >= 0 {
		f.locals[slot] = f.sent
	}
	f.sent = nil
	return sigNext
}

// yieldFrom is slot = yield from value.
func (c *compiler) yieldFrom(slot int, value expr, at source.Span) stmt {
	inner := c.scope.NewSlot()
	c.code.inner = append(c.code.inner, inner)
	return func(f *frame) signal {
		var v, result object.Object
		var err error
		if f.resuming {
			f.resuming = false
			sent, thrown := f.sent, f.thrown
			f.sent, f.thrown = nil, nil
			v, result, err = delegate(f.t, f.locals[inner], sent, thrown)
		} else {
			o := value(f)
			if o == nil {
				return sigRaise
			}
			f.At = at
			it, e := object.Iter(f.t, o)
			if e != nil {
				return f.raise(e, at)
			}
			f.locals[inner] = it
			v, result, err = delegate(f.t, it, object.None, nil)
		}
		if v != nil {
			f.ret, f.At = v, at
			return sigYield
		}
		f.locals[inner] = nil
		if err != nil {
			return f.raise(err, at)
		}
		if slot >= 0 {
			f.locals[slot] = result
		}
		return sigNext
	}
}
