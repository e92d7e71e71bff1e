package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// maskKind says what a mask of dropout is for: the attributes with its share and with the mask itself.
type maskKind struct{ share, attr string }

var (
	inputMask = maskKind{"dropout", "_dropout_mask"}
	stateMask = maskKind{"recurrent_dropout", "_recurrent_dropout_mask"}
)

// maskOf returns the masks of a cell, one for all gates or one for each, and draws them when there are none; they stay until the
// sequence ends. It is nil where nothing is left out.
func maskOf(c *layers.Calc, l *spec.Instance, x object.Object, kind maskKind) []object.Object {
	if c.Err != nil || l.Float(kind.share) <= 0 {
		return nil
	}
	kept := l.Value(kind.attr)
	if kept == object.None {
		ones := c.Do("ones_like", x)
		draw := func() object.Object {
			return c.With("random.dropout", []object.Object{ones}, "rate", l.Value(kind.share), "seed", l.Value("seed_generator"))
		}
		if n := l.Int("dropout_mask_count"); n > 0 {
			list := object.NewList()
			for range n {
				list.Items = append(list.Items, draw())
			}
			kept = list
		} else {
			kept = draw()
		}
		if c.Err == nil {
			c.Err = l.Set(kind.attr, kept)
		}
	}
	if list, ok := object.Of(kept).(*object.List); ok {
		return list.Items
	}
	return []object.Object{kept}
}

// leaveOut is what goes into the gates of a cell: x itself for all of them, or what dropout leaves of it, for all or for each.
func leaveOut(c *layers.Calc, l *spec.Instance, x, training object.Object, kind maskKind, gates int) []object.Object {
	if !c.Truth(training) || tensor.ShapeOnly(x) || l.Float(kind.share) >= 1 && gates > 1 {
		return []object.Object{x}
	}
	masks := maskOf(c, l, x, kind)
	if masks == nil || c.Err != nil {
		return []object.Object{x}
	}
	out := make([]object.Object, len(masks))
	for i, m := range masks {
		out[i] = c.Do("multiply", x, m)
	}
	return out
}

// eachBy multiplies what goes into each of n gates by its part of a kernel.
func eachBy(c *layers.Calc, in []object.Object, kernel object.Object, n, axis int) []object.Object {
	var out []object.Object
	count := n
	if len(in) > 1 {
		count = len(in)
	}
	for i := range count {
		out = append(out, c.Do("matmul", in[min(i, len(in)-1)], partOf(c, kernel, n, axis, i)))
	}
	return out
}

// partOf is the i-th of n equal parts of a tensor.
func partOf(c *layers.Calc, x object.Object, n, axis, i int) object.Object {
	parts := c.Items(c.With("split", []object.Object{x, object.Int(n)}, "axis", axis))
	if c.Err != nil || i >= len(parts) {
		return object.None
	}
	return parts[i]
}

// cellOf returns a cell that leaves out parts of its inputs.
func cellOf(l *spec.Instance, cell object.Object) *spec.Instance {
	op, ok := cell.(*object.Instance)
	if !ok || !op.Class().IsSubclass(dropoutRNNCell.In(l.T)) {
		return nil
	}
	return arg.Self(l.T, op)
}

// drawMasks draws the masks of a cell before a sequence, whether it trains or not, as Keras does; in a stack each cell sees what the one
// before it makes of the first step.
func (w *walk) drawMasks(cell, x object.Object, states []object.Object) {
	c := w.c
	if c.Err != nil || len(states) == 0 {
		return
	}
	if own := cellOf(w.l, cell); own != nil {
		maskOf(c, own, x, inputMask)
		first := states[0]
		if tree.IsNested(first) {
			first = c.Index(first, 0)
		}
		maskOf(c, own, first, stateMask)
		return
	}
	op, ok := cell.(*object.Instance)
	if !ok || !op.Class().IsSubclass(StackedRNNCells.In(w.l.T)) || !w.leavesOut(op) {
		return
	}
	for i, inner := range c.Items(c.Attr(op, "cells")) {
		if i >= len(states) || c.Err != nil {
			return
		}
		own := []object.Object{states[i]}
		if tree.IsNested(states[i]) {
			own = c.Items(states[i])
		}
		w.drawMasks(inner, x, own)
		x = c.Index(c.Call(inner, []object.Object{x, object.NewList(own...)}), 0)
	}
}

// leavesOut reports whether a cell of a stack has a share of dropout.
func (w *walk) leavesOut(stack *object.Instance) bool {
	for _, inner := range w.c.Items(w.c.Attr(stack, "cells")) {
		if own := cellOf(w.l, inner); own != nil && (own.Float("dropout") > 0 || own.Float("recurrent_dropout") > 0) {
			return true
		}
	}
	return false
}

// dropMasks forgets the masks of a cell when the sequence has ended.
func (w *walk) dropMasks(cell object.Object) {
	if own := cellOf(w.l, cell); own != nil {
		for _, kind := range []maskKind{inputMask, stateMask} {
			if w.c.Err == nil && own.Float(kind.share) > 0 {
				w.c.Err = own.Set(kind.attr, nil)
			}
		}
		return
	}
	if op, ok := cell.(*object.Instance); ok && op.Class().IsSubclass(StackedRNNCells.In(w.l.T)) {
		for _, inner := range w.c.Items(w.c.Attr(op, "cells")) {
			w.dropMasks(inner)
		}
	}
}
