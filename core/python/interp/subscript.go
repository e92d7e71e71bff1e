package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

func (c *compiler) subscript(e *syntax.Subscript) expr {
	owner, index, at := c.expr(e.Value), c.expr(e.Slice), e.Span()
	return func(f *frame) object.Object {
		o := owner(f)
		if o == nil {
			return nil
		}
		k := index(f)
		if k == nil {
			return nil
		}
		return f.getItem(o, k, at)
	}
}

// getItem is o[k].
func (f *frame) getItem(o, k object.Object, at source.Span) object.Object {
	if i, ok := k.(object.Int); ok {
		var items []object.Object
		switch x := o.(type) {
		case *object.List:
			items = x.Items
		case *object.Tuple:
			items = x.Items
		}
		if i < 0 {
			i += object.Int(len(items))
		}
		if uint64(i) < uint64(len(items)) {
			return items[i]
		}
	}
	if d, ok := o.(*object.Dict); ok {
		if v, err := d.Get(f.t, k); v != nil && err == nil {
			return v
		}
	}
	f.At = at
	v, err := object.GetItem(f.t, o, k)
	if err != nil {
		return f.fail(err, at)
	}
	return v
}

// setItem is o[k] = v.
func (f *frame) setItem(o, k, v object.Object, at source.Span) bool {
	if x, ok := o.(*object.List); ok {
		if i, ok := k.(object.Int); ok {
			if i < 0 {
				i += object.Int(len(x.Items))
			}
			if uint64(i) < uint64(len(x.Items)) {
				x.Items[i] = v
				return true
			}
		}
	}
	f.At = at
	if err := object.SetItem(f.t, o, k, v); err != nil {
		f.fail(err, at)
		return false
	}
	return true
}

// slice compiles lower:upper:step.
func (c *compiler) slice(e *syntax.Slice) expr {
	parts := [3]expr{}
	for i, p := range []syntax.Expr{e.Lower, e.Upper, e.Step} {
		parts[i] = constant(object.None)
		if p != nil {
			parts[i] = c.expr(p)
		}
	}
	return func(f *frame) object.Object {
		s := &object.Slice{}
		if s.Start = parts[0](f); s.Start == nil {
			return nil
		}
		if s.Stop = parts[1](f); s.Stop == nil {
			return nil
		}
		if s.Step = parts[2](f); s.Step == nil {
			return nil
		}
		return s
	}
}

func (c *compiler) storeSubscript(e *syntax.Subscript) setter {
	owner, index, at := c.expr(e.Value), c.expr(e.Slice), e.Span()
	return func(f *frame, v object.Object) bool {
		o := owner(f)
		if o == nil {
			return false
		}
		k := index(f)
		return k != nil && f.setItem(o, k, v, at)
	}
}
