package rnn

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// run is RNN's call: it takes the cell along the steps of the sequences, one after the other.
func run(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	in := c.Shape(a[0])
	if c.Err != nil {
		return nil, c.Err
	}
	if len(in) < 2 || in[1] == tensor.Unknown {
		return nil, l.NotModelled("running along a sequence of unknown length")
	}
	states, err := firstStates(l, a, in)
	if err != nil {
		return nil, err
	}
	mask := a[2]
	if flat := tree.Flatten(mask); len(flat) > 0 {
		mask = flat[0]
	}
	w := walk{l: l, c: c, cell: l.Value("cell"), states: states, mask: mask, training: a[3]}
	for i := range in[1] {
		if l.Bool("go_backwards") {
			i = in[1] - 1 - i
		}
		if w.step(c.At(a[0], 1, i), i); c.Err != nil {
			return nil, c.Err
		}
	}
	return w.result()
}

// firstStates are those given, those kept, or the cell's own.
func firstStates(l *spec.Instance, a []object.Object, in spec.Shape) ([]object.Object, error) {
	first := a[1]
	switch {
	case first != object.None:
	case l.Bool("stateful"):
		first = l.Value("states")
	default:
		v, err := l.Method("get_initial_state", in.Object().Items[0])
		if err != nil {
			return nil, err
		}
		first = v
	}
	if !tree.IsNested(first) {
		return []object.Object{first}, nil
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
	if w.mask != object.None {
		out, states = w.masked(out, states, i)
	}
	w.outputs, w.states = append(w.outputs, out), states
}

func (w *walk) masked(out object.Object, states []object.Object, i int) (object.Object, []object.Object) {
	c := w.c
	keep := c.Do("cast", c.At(w.mask, 1, i), object.Intern("bool"))
	before := c.Do("zeros_like", out)
	if n := len(w.outputs); n > 0 && !w.l.Bool("zero_output_for_mask") {
		before = w.outputs[n-1]
	}
	kept := make([]object.Object, len(states))
	for j := range states {
		kept[j] = w.choose(keep, states[j], w.states[j])
	}
	return w.choose(keep, out, before), kept
}

// choose is where(mask, a, b) with the mask spread over the dimensions behind the batch.
func (w *walk) choose(mask, a, b object.Object) object.Object {
	for range max(0, len(w.c.Shape(a))-1) {
		mask = w.c.With("expand_dims", []object.Object{mask}, "axis", -1)
	}
	return w.c.Do("where", mask, a, b)
}

// result is the last output or all of them, with the states where they are asked for.
func (w *walk) result() (object.Object, error) {
	c, l := w.c, w.l
	if len(w.outputs) == 0 {
		return nil, l.NotModelled("running along an empty sequence")
	}
	dtype := l.Value("compute_dtype")
	out := w.outputs[len(w.outputs)-1]
	if l.Bool("return_sequences") {
		out = c.With("stack", []object.Object{object.NewList(w.outputs...)}, "axis", 1)
	}
	out = c.Do("cast", out, dtype)
	if l.Bool("stateful") {
		for i, v := range l.Items("states") {
			if i < len(w.states) {
				c.Call(c.Attr(v, "assign"), w.states[i:i+1])
			}
		}
	}
	if !l.Bool("return_state") {
		return c.End(out)
	}
	all := []object.Object{out}
	for _, s := range w.states {
		all = append(all, c.Do("cast", s, dtype))
	}
	return c.End(object.NewTuple(all...))
}
