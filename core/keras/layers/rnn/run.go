package rnn

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// run is RNN's call: it takes the cell along the steps of the sequences, one after the other. Where there are shapes and no
// numbers, one step tells all.
func run(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	in := c.Shape(a[0])
	if c.Err != nil {
		return nil, c.Err
	}
	if len(in) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	if l.Bool("unroll") && in[1] == tensor.Unknown {
		return nil, l.Fail("unroll", "unroll=True needs a known number of steps, and the input's shape is %s.", in.String())
	}
	states, err := firstStates(l, a)
	if err != nil {
		return nil, err
	}
	mask := a[2]
	if flat := tree.Flatten(mask); len(flat) > 0 {
		mask = flat[0]
	}
	w := walk{l: l, c: c, cell: l.Value("cell"), states: states, mask: mask, training: a[3]}
	if tensor.ShapeOnly(a[0]) {
		w.step(c.At(a[0], 1, 0), 0)
		return w.result(a[0])
	}
	if w.together(a[0]) {
		return w.result(nil)
	}
	if in[1] > 0 {
		w.drawMasks(w.cell, c.At(a[0], 1, 0), w.states)
	}
	for i := range in[1] {
		if l.Bool("go_backwards") {
			i = in[1] - 1 - i
		}
		if w.step(c.At(a[0], 1, i), i); c.Err != nil {
			return nil, c.Err
		}
	}
	w.dropMasks(w.cell)
	return w.result(nil)
}

// firstStates are those given, those kept, or the cell's own.
func firstStates(l *spec.Instance, a []object.Object) ([]object.Object, error) {
	c := layers.NewCalc(l)
	first := a[1]
	switch {
	case first != object.None:
	case l.Bool("stateful"):
		first = l.Value("states")
	default:
		batch := c.Index(c.Attr(a[0], "shape"), 0)
		first = c.Of(func() (object.Object, error) { return l.Method("get_initial_state", batch) })
	}
	if c.Err != nil || !tree.IsNested(first) {
		return []object.Object{first}, c.Err
	}
	return object.Items(l.T, first)
}

// walk is one run of a cell along a sequence.
type walk struct {
	l        *spec.Instance
	c        *layers.Calc
	cell     object.Object
	states   []object.Object
	mask     object.Object
	training object.Object
	outputs  []object.Object
	whole    object.Object // what is returned, where the sequence was computed as a whole
}

// step takes the cell one step on. Where the mask is false, output and states stay as they were.
func (w *walk) step(x object.Object, i int) {
	c := w.c
	var pairs []any
	if op, ok := layers.IsLayer(w.l.T, w.cell); ok && c.Truth(c.Attr(op, "_call_has_training_arg")) {
		pairs = []any{"training", w.training}
	}
	f := w.cell
	if _, ok := layers.IsLayer(w.l.T, f); !ok && !object.IsCallable(f) {
		f = c.Attr(f, "call")
	}
	both := c.Items(c.Call(f, []object.Object{x, object.NewList(w.states...)}, pairs...))
	if c.Err != nil || len(both) < 2 {
		if c.Err == nil {
			c.Err = object.ValueError("The cell of %s must return an output and its states.", w.l.ClassName())
		}
		return
	}
	out, states := both[0], []object.Object{both[1]}
	if tree.IsNested(both[1]) {
		states = c.Items(both[1])
	}
	if !w.l.Bool("unroll") && !sameForm(object.NewList(states...), object.NewList(w.states...)) {
		c.Err = object.TypeError("The cell of %s must return its states in the form in which it gets them.", w.l.ClassName())
		return
	}
	if w.mask != object.None {
		out, states = w.masked(out, states, i)
	}
	w.outputs, w.states = append(w.outputs, out), states
}

// sameForm reports whether two structures are nested in the same way.
func sameForm(a, b object.Object) bool {
	if !tree.IsNested(a) || !tree.IsNested(b) {
		return tree.IsNested(a) == tree.IsNested(b)
	}
	x, y := items(a), items(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !sameForm(x[i], y[i]) {
			return false
		}
	}
	return true
}

func items(o object.Object) []object.Object {
	switch x := object.Of(o).(type) {
	case *object.List:
		return x.Items
	case *object.Tuple:
		return x.Items
	}
	return nil
}

func (w *walk) masked(out object.Object, states []object.Object, i int) (object.Object, []object.Object) {
	c := w.c
	keep := c.Do("cast", c.At(w.mask, 1, i), object.Intern("bool"))
	before := w.outputBefore(out)
	kept := make([]object.Object, len(states))
	for j := range states {
		old := tree.Flatten(w.states[j])
		at := -1
		kept[j] = w.each(states[j], func(s object.Object) object.Object {
			at++
			return w.choose(keep, s, old[min(at, len(old)-1)])
		})
	}
	return w.choose(keep, out, before), kept
}

// outputBefore stands for the output of a step that is masked: what jax's scan takes for the one before, the first state, or zeros; an unrolled
// loop remembers the output itself.
func (w *walk) outputBefore(out object.Object) object.Object {
	c, n := w.c, len(w.outputs)
	switch unrolled := w.l.Bool("unroll"); {
	case unrolled && n > 0:
		return w.outputs[n-1]
	case unrolled || w.l.Bool("zero_output_for_mask"):
		return c.Do("zeros_like", out)
	}
	if tree.IsNested(w.states[0]) {
		return c.Index(w.states[len(w.states)-1], 0)
	}
	return w.states[0]
}

// each applies f to each tensor of a structure.
func (w *walk) each(o object.Object, f func(object.Object) object.Object) object.Object {
	return w.c.Of(func() (object.Object, error) {
		return tree.Map(o, func(v object.Object) (object.Object, error) { return f(v), w.c.Err })
	})
}

// choose is where(mask, a, b) with the mask spread over the dimensions behind the batch.
func (w *walk) choose(mask, a, b object.Object) object.Object {
	for range max(0, len(w.c.Shape(a))-1) {
		mask = w.c.With("expand_dims", []object.Object{mask}, "axis", -1)
	}
	return w.c.Do("where", mask, a, b)
}

// result is the last output or all of them, with the states where they are asked for. Where one step stands for all, they are
// as many as those of the sequences.
func (w *walk) result(sequences object.Object) (object.Object, error) {
	c, l := w.c, w.l
	if c.Err != nil {
		return nil, c.Err
	}
	if len(w.outputs) == 0 {
		return nil, l.NotModelled("running along an empty sequence")
	}
	dtype := l.Value("compute_dtype")
	out := w.outputs[len(w.outputs)-1]
	switch {
	case w.whole != nil, !l.Bool("return_sequences"):
	case sequences == nil:
		out = c.With("stack", []object.Object{object.NewList(w.outputs...)}, "axis", 1)
	default:
		dims := c.Items(c.Attr(out, "shape"))
		if c.Err != nil || len(dims) == 0 {
			return nil, c.Err
		}
		all := append([]object.Object{dims[0], c.Index(c.Attr(sequences, "shape"), 1)}, dims[1:]...)
		out = c.Do("broadcast_to", c.With("expand_dims", []object.Object{out}, "axis", 1), object.NewTuple(all...))
	}
	out = c.Do("cast", out, dtype)
	if l.Bool("stateful") {
		news := tree.Flatten(object.NewList(w.states...))
		for i, v := range tree.Flatten(l.Value("states")) {
			if i < len(news) {
				c.Call(c.Attr(v, "assign"), news[i:i+1])
			}
		}
	}
	if !l.Bool("return_state") {
		return c.End(out)
	}
	all := []object.Object{out}
	for _, s := range w.states {
		all = append(all, w.each(s, func(x object.Object) object.Object { return c.Do("cast", x, dtype) }))
	}
	return c.End(object.NewTuple(all...))
}
