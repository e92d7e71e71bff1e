package kernel

import (
	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// Recurrence is a recurrent layer's way along sequences, computed as a whole: what a chain of operations for each step would
// give, to the last digit, without their arrays. Matrices are given row by row.
type Recurrence struct {
	Batch, Length, Inputs, Units int
	// X are the sequences: batch × length × inputs.
	X []float32
	// Kernel multiplies the inputs, Recurrent the state; the gates lie side by side in them.
	Kernel, Recurrent []float32
	// Bias is added to the products, OwnBias to that of the state alone; both may be nil.
	Bias, OwnBias []float32
	// Activation makes new values, Gate the shares that gates let through.
	Activation, Gate func([]float32)
	// Mask, if not nil, is false where output and state stay as they were: batch × length.
	Mask []bool
	// ZeroMasked makes the outputs of masked steps zero.
	ZeroMasked bool
	Backwards  bool
	// Each is called with the outputs of every step in turn; it may be nil.
	Each func(step int, out []float32)

	x, own, product []float32
	lost            [2][]float32
}

// Cell is one step: it replaces the states by those that follow. The first state is also the output.
type Cell func(r *Recurrence, x []float32, states [][]float32)

// Gates is the number of gates that a cell has.
func (r *Recurrence) Gates() int { return len(r.Recurrent) / (r.Units * r.Units) }

// Run takes a cell along the sequences. The states are replaced by the last ones; the output of the last step is returned.
func (r *Recurrence) Run(cell Cell, states [][]float32) []float32 {
	wide := r.Units * r.Gates()
	r.x, r.product, r.own = make([]float32, r.Batch*r.Inputs), make([]float32, r.Batch*wide), make([]float32, r.Batch*wide)
	out := states[0]
	for step := range r.Length {
		at := step
		if r.Backwards {
			at = r.Length - 1 - step
		}
		for row := range r.Batch {
			from := (row*r.Length + at) * r.Inputs
			copy(r.x[row*r.Inputs:(row+1)*r.Inputs], r.X[from:from+r.Inputs])
		}
		if r.Mask == nil {
			cell(r, r.x, states)
		} else {
			out = r.masked(cell, states, at)
		}
		if r.Each != nil {
			r.Each(step, out)
		}
	}
	return out
}

// masked is a step under the mask: it returns the outputs.
func (r *Recurrence) masked(cell Cell, states [][]float32, at int) []float32 {
	for i, s := range states {
		r.lost[i] = append(r.lost[i][:0], s...)
	}
	cell(r, r.x, states)
	for row := range r.Batch {
		if r.Mask[row*r.Length+at] {
			continue
		}
		from, to := row*r.Units, (row+1)*r.Units
		for i, s := range states {
			copy(s[from:to], r.lost[i][from:to])
		}
	}
	if !r.ZeroMasked {
		return states[0]
	}
	out := append([]float32(nil), states[0]...)
	for row := range r.Batch {
		if !r.Mask[row*r.Length+at] {
			clear(out[row*r.Units : (row+1)*r.Units])
		}
	}
	return out
}

// times multiplies rows by a matrix of so many columns, and adds a bias to each row of the product.
func (r *Recurrence) times(out, rows, matrix, bias []float32, inner, columns int) []float32 {
	out = out[:r.Batch*columns]
	clear(out)
	array.MatMulAdd(out, rows, matrix, r.Batch, inner, columns)
	if bias != nil {
		r.addBias(out, bias, columns)
	}
	return out
}

func (r *Recurrence) addBias(out, bias []float32, columns int) {
	bias = bias[:columns]
	for len(out) >= columns {
		row := out[:columns]
		for i, b := range bias {
			row[i] += b
		}
		out = out[columns:]
	}
}

func addTo(a, b []float32) {
	b = b[:len(a)]
	for i := range a {
		a[i] += b[i]
	}
}

// SimpleStep is a step of SimpleRNN.
func SimpleStep(r *Recurrence, x []float32, states [][]float32) {
	h := states[0]
	z := r.times(r.product, x, r.Kernel, r.Bias, r.Inputs, r.Units)
	addTo(z, r.times(r.own, h, r.Recurrent, nil, r.Units, r.Units))
	r.Activation(z)
	copy(h, z)
}

// LSTMStep is a step of LSTM: the gates of taking in and forgetting, the new values, and the gate of giving out.
func LSTMStep(r *Recurrence, x []float32, states [][]float32) {
	n, wide := r.Units, 4*r.Units
	z := r.times(r.product, x, r.Kernel, nil, r.Inputs, wide)
	addTo(z, r.times(r.own, states[0], r.Recurrent, nil, n, wide))
	if r.Bias != nil {
		r.addBias(z, r.Bias, wide)
	}
	for row := range r.Batch {
		z, h, c := z[row*wide:(row+1)*wide], states[0][row*n:(row+1)*n], states[1][row*n:(row+1)*n]
		take, forget, fresh, give := z[:n], z[n:2*n], z[2*n:3*n], z[3*n:]
		r.Gate(z[:2*n])
		r.Activation(fresh)
		r.Gate(give)
		for i := range c {
			c[i] = float32(forget[i]*c[i]) + float32(take[i]*fresh[i])
		}
		copy(h, c)
		r.Activation(h)
		for i := range h {
			h[i] *= give[i]
		}
	}
}

// GRUStep is a step of GRU that resets after the product with the state: the gates of update and reset, and the new values.
func GRUStep(r *Recurrence, x []float32, states [][]float32) {
	n, wide := r.Units, 3*r.Units
	z := r.times(r.product, x, r.Kernel, r.Bias, r.Inputs, wide)
	own := r.times(r.own, states[0], r.Recurrent, r.OwnBias, n, wide)
	for row := range r.Batch {
		z, own, h := z[row*wide:(row+1)*wide], own[row*wide:(row+1)*wide], states[0][row*n:(row+1)*n]
		gates, fresh := z[:2*n], z[2*n:]
		addTo(gates, own[:2*n])
		r.Gate(gates)
		for i, v := range own[2*n:] {
			fresh[i] += float32(gates[n+i] * v)
		}
		r.Activation(fresh)
		for i, u := range gates[:n] {
			h[i] = float32(u*h[i]) + float32((1-u)*fresh[i])
		}
	}
}

// Squash returns a function of float32 that a recurrent layer may take as an activation, by its name; nil for one that must be
// computed as an operation.
func Squash(name string) func([]float32) {
	switch name {
	case "tanh":
		return func(x []float32) {
			for i, v := range x {
				x[i] = special.Tanh(v)
			}
		}
	case "sigmoid":
		return func(x []float32) {
			for i, v := range x {
				x[i] = special.Sigmoid(v)
			}
		}
	case "relu":
		return func(x []float32) {
			for i, v := range x {
				x[i] = max(v, 0)
			}
		}
	case "linear":
		return func([]float32) {}
	}
	return nil
}
