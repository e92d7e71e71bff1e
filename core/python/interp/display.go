package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

func (c *compiler) tuple(e *syntax.Tuple) expr {
	if v := constantTuple(e); v != nil {
		return constant(v)
	}
	items := c.items(e.Elts, e.Span())
	return func(f *frame) object.Object {
		list := items(f)
		if list == nil {
			return nil
		}
		return object.NewTuple(list...)
	}
}

// constantTuple returns the tuple of a display of literals, or nil.
func constantTuple(e *syntax.Tuple) object.Object {
	items := make([]object.Object, len(e.Elts))
	for i, x := range e.Elts {
		switch x := x.(type) {
		case *syntax.Constant:
			items[i] = constantValue(x)
		case *syntax.Tuple:
			if items[i] = constantTuple(x); items[i] == nil {
				return nil
			}
		default:
			return nil
		}
	}
	return object.NewTuple(items...)
}

func (c *compiler) list(e *syntax.List) expr {
	items := c.items(e.Elts, e.Span())
	return func(f *frame) object.Object {
		list := items(f)
		if list == nil {
			return nil
		}
		return object.NewList(list...)
	}
}

var noItems = []object.Object{}

// items compiles the elements of a display, which may be starred, to a new slice; nil means that one of them raised.
func (c *compiler) items(list []syntax.Expr, at source.Span) func(f *frame) []object.Object {
	if hasStar(list) {
		return c.starredItems(list, at, spread)
	}
	if len(list) == 0 {
		return func(*frame) []object.Object { return noItems[:0:0] }
	}
	values := c.exprs(list)
	size := displaySize + itemSize*int64(len(values))
	return func(f *frame) []object.Object {
		if !f.charge(size, at) {
			return nil
		}
		out := make([]object.Object, len(values))
		for i, v := range values {
			if out[i] = v(f); out[i] == nil {
				return nil
			}
		}
		return out
	}
}

// starredItems is items with a star among them; spread takes the items of a starred value.
func (c *compiler) starredItems(list []syntax.Expr, at source.Span, spread func(t *object.Thread, v object.Object) ([]object.Object, error)) func(f *frame) []object.Object {
	values := make([]expr, len(list))
	starred := make([]bool, len(list))
	for i, e := range list {
		if s, ok := e.(*syntax.Starred); ok {
			starred[i] = true
			e = s.Value
		}
		values[i] = c.expr(e)
	}
	return func(f *frame) []object.Object {
		out := make([]object.Object, 0, len(values))
		for i, e := range values {
			v := e(f)
			if v == nil {
				return nil
			}
			if !starred[i] {
				out = append(out, v)
				continue
			}
			more, err := spread(f.t, v)
			if err != nil {
				f.failAt(err, at, list[i].Span())
				return nil
			}
			out = append(out, more...)
		}
		return out
	}
}

// spread takes the items of a value with a star in a list or tuple.
func spread(t *object.Thread, v object.Object) ([]object.Object, error) {
	items, err := object.Collected(t, v)
	return items, starValueError(v, err)
}

func starValueError(v object.Object, err error) error {
	if e := object.AsException(err); e != nil && e.Subject == any(v) && object.IsKind(err, object.TypeErrorClass) {
		return object.TypeError("Value after * must be an iterable, not %s", v.Class().MessageName())
	}
	return err
}

func (c *compiler) set(e *syntax.Set) expr {
	items, at := c.items(e.Elts, e.Span()), e.Span()
	if hasStar(e.Elts) {
		items = c.starredItems(e.Elts, at, object.Items)
	}
	makeSet := object.NewSetOf
	if allConstant(e.Elts) {
		makeSet = object.NewConstantSet
	}
	return func(f *frame) object.Object {
		list := items(f)
		if list == nil {
			return nil
		}
		s, err := makeSet(f.t, list...)
		if err != nil {
			return f.fail(err, at)
		}
		return s
	}
}

// allConstant reports whether the elements are literals, perhaps with a sign, whose set CPython makes beforehand: that can
// order the items of the set differently.
func allConstant(list []syntax.Expr) bool {
	for _, e := range list {
		if u, ok := e.(*syntax.UnaryOp); ok {
			e = u.Operand
		}
		switch x := e.(type) {
		case *syntax.Constant:
		case *syntax.Tuple:
			if !allConstant(x.Elts) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func (c *compiler) dict(e *syntax.Dict) expr {
	keys := make([]expr, len(e.Keys))
	for i, k := range e.Keys {
		if k != nil {
			keys[i] = c.expr(k)
		}
	}
	values, n, at := c.exprs(e.Values), len(e.Values), e.Span()
	return func(f *frame) object.Object {
		if !f.charge(2*displaySize+3*itemSize*int64(n), at) {
			return nil
		}
		d := object.NewDictSize(n)
		for i, value := range values {
			if keys[i] == nil {
				v := value(f)
				if v == nil || !f.updateFrom(d, v, at) {
					return nil
				}
				continue
			}
			k := keys[i](f)
			if k == nil {
				return nil
			}
			v := value(f)
			if v == nil {
				return nil
			}
			if err := d.Set(f.t, k, v); err != nil {
				return f.failAt(err, at, e.Keys[i].Span())
			}
		}
		return d
	}
}

// updateFrom adds the entries of **v to a dict display.
func (f *frame) updateFrom(d *object.Dict, v object.Object, at source.Span) bool {
	var err error
	if o, ok := v.(*object.Dict); ok {
		err = d.Update(f.t, o)
	} else {
		err = eachEntry(f.t, v, func(k, x object.Object) error { return d.Set(f.t, k, x) }, func() error {
			return object.TypeError("'%s' object is not a mapping", v.Class().MessageName())
		})
	}
	if err != nil {
		f.fail(err, at)
	}
	return err == nil
}
