package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/resolve"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// comprehension compiles the loops of a list, set or dict comprehension, which run in the frame around. leaf compiles what is
// done for each element in the comprehension's own scope. accumulator is the slot that holds the collection being made.
func (c *compiler) comprehension(node syntax.Expr, gens []*syntax.Comprehension, leaf func(c *compiler) stmt) (first expr, loops func(f *frame, first object.Object) signal) {
	first = c.expr(gens[0].Iter)
	scope := c.table.Scope(node)
	inner := *c
	inner.scope = scope
	body := leaf(&inner)
	for i := len(gens) - 1; i > 0; i-- {
		body = inner.clause(gens[i], body, node.Span())
	}
	body = inner.ifClauses(gens[0].Ifs, body)
	put, iter, whole := inner.target(gens[0].Target), gens[0].Iter.Span(), node.Span()
	at := place{whole, iter}
	info := &object.Code{Name: scope.Name, Qualname: scope.Qualname, File: c.file, Span: whole, Node: node}
	return first, func(f *frame, o object.Object) signal {
		switch o.(type) {
		case *object.List, *object.Tuple, *object.Range:
		default:
			f.At = iter
			it, err := object.Iter(f.t, o)
			if err != nil {
				f.failAt(err, whole, iter)
				return sigRaise
			}
			o = it
		}
		resetOwn(f, scope)
		sig := f.over(o, put, body, at)
		if sig == sigRaise {
			f.passComprehension(info, whole)
		}
		return sig
	}
}

// passComprehension makes two entries of a traceback's last one: in CPython 3.11 a comprehension is a function of its own.
func (f *frame) passComprehension(info *object.Code, whole source.Span) {
	e := object.AsException(f.m.err)
	if e == nil || len(e.Trace) == 0 {
		return
	}
	if last := &e.Trace[len(e.Trace)-1]; last.Code == f.Code {
		last.Code, last.Self = info, nil
	}
	e.Raised()
	e.Pass(&f.Frame, whole)
}

// resetOwn empties the variables of a comprehension before it runs again.
func resetOwn(f *frame, s *resolve.Scope) {
	for _, i := range s.OwnSlots {
		f.locals[i] = nil
	}
	for _, i := range s.OwnCells {
		f.cells[i] = &Cell{}
	}
}

// clause compiles an inner for of a comprehension. Tracebacks name the comprehension as a whole for what iterating raises.
func (c *compiler) clause(g *syntax.Comprehension, body stmt, whole source.Span) stmt {
	body = c.ifClauses(g.Ifs, body)
	put, at := c.target(g.Target), place{whole, g.Iter.Span()}
	if r := c.rangeCall(g.Iter); r != nil {
		slot := c.localSlot(g.Target)
		return func(f *frame) signal { return f.overRange(r, slot, put, body, at) }
	}
	iter := c.expr(g.Iter)
	return func(f *frame) signal {
		o := iter(f)
		if o == nil {
			return sigRaise
		}
		return f.over(o, put, body, at)
	}
}

func (c *compiler) ifClauses(ifs []syntax.Expr, body stmt) stmt {
	for i := len(ifs) - 1; i >= 0; i-- {
		test, inner := c.cond(ifs[i]), body
		body = func(f *frame) signal {
			switch test(f) {
			case yes:
				return inner(f)
			case no:
				return sigNext
			}
			return sigRaise
		}
	}
	return body
}

func (c *compiler) listComp(e *syntax.ListComp) expr {
	slot := c.scope.NewSlot()
	at := e.Span()
	first, loops := c.comprehension(e, e.Generators, func(c *compiler) stmt {
		elt := c.expr(e.Elt)
		return func(f *frame) signal {
			v := elt(f)
			if v == nil {
				return sigRaise
			}
			l := f.locals[slot].(*object.List)
			l.Items = append(l.Items, v)
			if len(l.Items)&1023 == 0 {
				if err := f.t.Alloc(16 << 10); err != nil {
					return f.raise(err, at)
				}
			}
			return sigNext
		}
	})
	return func(f *frame) object.Object {
		o := first(f)
		if o == nil {
			return nil
		}
		saved := f.locals[slot]
		l := &object.List{}
		if n, ok := o.(object.Lener); ok {
			if _, plain := o.(*object.Instance); !plain {
				l.Items = make([]object.Object, 0, min(n.Len(), 1024))
			}
		}
		f.locals[slot] = l
		sig := loops(f, o)
		f.locals[slot] = saved
		if sig == sigRaise {
			return nil
		}
		return l
	}
}

func (c *compiler) setComp(e *syntax.SetComp) expr {
	slot := c.scope.NewSlot()
	at := e.Span()
	first, loops := c.comprehension(e, e.Generators, func(c *compiler) stmt {
		elt := c.expr(e.Elt)
		return func(f *frame) signal {
			v := elt(f)
			if v == nil {
				return sigRaise
			}
			if err := f.locals[slot].(*object.Set).Add(f.t, v); err != nil {
				return f.raise(err, at)
			}
			return sigNext
		}
	})
	return func(f *frame) object.Object {
		o := first(f)
		if o == nil {
			return nil
		}
		saved, s := f.locals[slot], object.NewSet()
		f.locals[slot] = s
		sig := loops(f, o)
		f.locals[slot] = saved
		if sig == sigRaise {
			return nil
		}
		return s
	}
}

func (c *compiler) dictComp(e *syntax.DictComp) expr {
	slot := c.scope.NewSlot()
	at := e.Span()
	first, loops := c.comprehension(e, e.Generators, func(c *compiler) stmt {
		key, value := c.expr(e.Key), c.expr(e.Value)
		return func(f *frame) signal {
			k := key(f)
			if k == nil {
				return sigRaise
			}
			v := value(f)
			if v == nil {
				return sigRaise
			}
			if err := f.locals[slot].(*object.Dict).Set(f.t, k, v); err != nil {
				return f.raise(err, at)
			}
			return sigNext
		}
	})
	return func(f *frame) object.Object {
		o := first(f)
		if o == nil {
			return nil
		}
		saved, d := f.locals[slot], object.NewDict()
		f.locals[slot] = d
		sig := loops(f, o)
		f.locals[slot] = saved
		if sig == sigRaise {
			return nil
		}
		return d
	}
}
