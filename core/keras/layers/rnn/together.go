package rnn

import (
	"layerglass/core/keras/activations"
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// knownCell is what is known of a cell that needs no step by step: its step as one function, and its states.
type knownCell struct {
	class  *spec.Class
	step   kernel.Cell
	states int
}

func knownCells() []knownCell {
	return []knownCell{{LSTMCell, kernel.LSTMStep, 2}, {GRUCell, kernel.GRUStep, 1}, {SimpleRNNCell, kernel.SimpleStep, 1}}
}

// together computes the whole sequence at once where nothing can tell the difference: a cell of Keras's own, as Keras made it, on float32 values, with
// nobody who asks for gradients. ok is false where each step must be an operation of its own.
func (w *walk) together(sequences object.Object) (ok bool) {
	x, isTensor := sequences.(*tensor.KerasTensor)
	cell, isInstance := w.cell.(*object.Instance)
	if w.c.Err != nil || !isTensor || !isInstance || len(x.Shape) != 3 || x.Dtype != "float32" || w.l.Bool("unroll") || ops.Recording(w.l.T) {
		return false
	}
	for _, known := range knownCells() {
		if cell.Class() == known.class.In(w.l.T) && len(w.states) == known.states {
			l := &spec.Instance{T: w.l.T, Instance: cell}
			return w.isPlain(l) && w.run(known, l, x)
		}
	}
	return false
}

// isPlain reports whether a cell is as its class says, and leaves nothing out.
func (w *walk) isPlain(cell *spec.Instance) bool {
	method, native := cell.Class().Lookup(object.Intern("call")).(*object.Builtin)
	if !native || method.Name != "call" || cell.Attr("call") != nil || !layers.Built(cell.Instance) || cell.Value("compute_dtype") != object.Intern("float32") {
		return false
	}
	return cell.IsNone("activity_regularizer") && cell.IsNone("quantization_mode") &&
		cell.Float("dropout") == 0 && cell.Float("recurrent_dropout") == 0
}

// squash finds the function on float32 behind an attribute of a cell.
func squash(cell *spec.Instance, attr string) func([]float32) {
	f := cell.Value(attr)
	for _, name := range []string{"tanh", "sigmoid", "relu", "linear"} {
		if f == activations.Find(cell.T, name) {
			return kernel.Squash(name)
		}
	}
	return nil
}

// inputs are the tensors that the sequences are computed from: the sequences, the weights, the states and the mask. ok is false
// where one of them is something else.
func (w *walk) inputs(cell *spec.Instance, x *tensor.KerasTensor) (in []*tensor.KerasTensor, bias, mask, ok bool) {
	list := []object.Object{x, cell.Value("kernel"), cell.Value("recurrent_kernel")}
	list = append(list, w.states...)
	if bias = !cell.IsNone("bias"); bias {
		list = append(list, cell.Value("bias"))
	}
	for _, v := range list {
		if variable, is := v.(*variable.Variable); is {
			value, err := ops.ValueOf(cell.T, variable)
			if err != nil {
				return nil, bias, false, false
			}
			v = value
		}
		one, is := v.(*tensor.KerasTensor)
		if !is || one.Dtype != "float32" || !one.HasNumbers() {
			return nil, bias, false, false
		}
		in = append(in, one)
	}
	if mask = w.mask != object.None; mask {
		one, is := w.mask.(*tensor.KerasTensor)
		if !is || one.Dtype != "bool" || !one.HasNumbers() || !one.Shape.Equal(x.Shape[:2]) {
			return nil, bias, mask, false
		}
		in = append(in, one)
	}
	return in, bias, mask, true
}

// run takes the known cell along the sequences; it is false where the weights are not those of the cell.
func (w *walk) run(known knownCell, cell *spec.Instance, x *tensor.KerasTensor) bool {
	in, bias, mask, ok := w.inputs(cell, x)
	units := cell.Int("units")
	r := kernel.Recurrence{Batch: x.Shape[0], Length: x.Shape[1], Inputs: x.Shape[2], Units: units, ZeroMasked: w.l.Bool("zero_output_for_mask"),
		Backwards: w.l.Bool("go_backwards"), Activation: squash(cell, "activation")}
	wide := units
	switch {
	case !ok || r.Activation == nil || r.Batch*r.Length == 0:
		return false
	case known.class != SimpleRNNCell:
		if r.Gate = squash(cell, "recurrent_activation"); r.Gate == nil {
			return false
		}
		wide = in[2].Shape.Size() / max(units, 1)
	}
	state := tensor.Shape{r.Batch, units}
	after := known.class != GRUCell || cell.Bool("reset_after")
	if !after || !in[1].Shape.Equal(tensor.Shape{r.Inputs, wide}) || !in[2].Shape.Equal(tensor.Shape{units, wide}) {
		return false
	}
	for i := range w.states {
		if !in[3+i].Shape.Equal(state) {
			return false
		}
	}
	all := w.l.Bool("return_sequences")
	shapes := []tensor.Shape{state}
	if all {
		shapes[0] = tensor.Shape{r.Batch, r.Length, units}
	}
	for range w.states {
		shapes = append(shapes, state)
	}
	outs, err := ops.Together(cell.T, in, shapes, "float32", r.Batch*r.Length*wide*(r.Inputs+units), func(a []*array.Array) ([]*array.Array, error) {
		return walkAlong(r, known, a, bias, mask, all)
	})
	if err != nil {
		w.c.Err = err
		return true
	}
	w.whole, w.outputs = outs[0], []object.Object{outs[0]}
	w.states = nil
	for _, s := range outs[1:] {
		w.states = append(w.states, s)
	}
	return true
}

// walkAlong runs the cell on the arrays of inputs: the outputs, all or the last one, and the last states.
func walkAlong(r kernel.Recurrence, known knownCell, a []*array.Array, bias, mask, all bool) ([]*array.Array, error) {
	r.X, r.Kernel, r.Recurrent = array.Data[float32](a[0]), array.Data[float32](a[1]), array.Data[float32](a[2])
	var states [][]float32
	for i := range known.states {
		states = append(states, append([]float32(nil), array.Data[float32](a[3+i])...))
	}
	next := 3 + known.states
	if bias {
		r.Bias = array.Data[float32](a[next])
		if wide := r.Units * r.Gates(); len(r.Bias) == 2*wide {
			r.Bias, r.OwnBias = r.Bias[:wide], r.Bias[wide:]
		}
		next++
	}
	if mask {
		r.Mask = array.Data[bool](a[next])
	}
	b, shape := a[0].Budget(), []int{r.Batch, r.Units}
	var out []float32
	if all {
		shape = []int{r.Batch, r.Length, r.Units}
		out = make([]float32, r.Batch*r.Length*r.Units)
		r.Each = func(step int, h []float32) {
			for row := range r.Batch {
				copy(out[(row*r.Length+step)*r.Units:], h[row*r.Units:(row+1)*r.Units])
			}
		}
	}
	last := r.Run(known.step, states)
	if !all {
		out = append(out, last...)
	}
	made, err := array.FromSlice(b, out, shape...)
	list := []*array.Array{made}
	for _, s := range states {
		if err == nil {
			made, err = array.FromSlice(b, s, r.Batch, r.Units)
			list = append(list, made)
		}
	}
	return list, err
}
