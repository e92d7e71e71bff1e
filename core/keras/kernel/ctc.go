package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// unlikely is the logarithm of a probability that stands for 0.
const unlikely = -1e5

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, -1) || math.IsInf(a, 1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// CTCLoss is the negative logarithm of the probability that sequences of logits (batch, time, classes) spell the targets (batch, places), blanks being
// of class blank.
func CTCLoss(target, output, targetLength, outputLength *array.Array, blank int) (*array.Array, error) {
	logs, err := LogSoftmax(output, -1)
	if err != nil {
		return nil, err
	}
	var c calc
	p := c.cast(logs, array.Float64)
	if c.err != nil {
		return nil, c.err
	}
	data, err := array.Float64s(p)
	if err != nil {
		return nil, err
	}
	var ints [3][]int
	for i, a := range []*array.Array{target, targetLength, outputLength} {
		if a, err = a.Cast(array.Int64); err != nil {
			return nil, err
		}
		if ints[i], err = array.Ints(a); err != nil {
			return nil, err
		}
	}
	batch, time, classes, places := output.Shape()[0], output.Shape()[1], output.Shape()[2], target.Shape()[1]
	if err := spend(output.Budget(), 16*batch*time*(places+classes)); err != nil {
		return nil, err
	}
	out, err := array.New(output.Budget(), workType(output), batch)
	if err != nil {
		return nil, err
	}
	losses := make([]float64, batch)
	if blank < 0 {
		blank += classes
	}
	for b := range batch {
		labels := ints[0][b*places : (b+1)*places]
		losses[b] = ctcLoss(data[b*time*classes:(b+1)*time*classes], labels, min(max(ints[1][b], 0), places), ints[2][b], classes, blank)
	}
	values, err := array.FromSlice(output.Budget(), losses, batch)
	if err != nil {
		return nil, err
	}
	return out, out.Assign(values)
}

// ctcLoss is the forward pass for one sequence: phi[n] is the chance to have spelled n labels and stand on a blank, emit[n] to stand on label n.
func ctcLoss(logs []float64, labels []int, length, steps, classes, blank int) float64 {
	n := len(labels)
	phi, emit := make([]float64, n+1), make([]float64, n)
	for i := range n {
		phi[i+1], emit[i] = unlikely, unlikely
	}
	repeat := func(i int) float64 {
		if i+1 < n && labels[i] == labels[i+1] {
			return 1
		}
		return 0
	}
	next := make([]float64, n+1)
	for t := 0; t < min(steps, len(logs)/classes); t++ {
		row := logs[t*classes : (t+1)*classes]
		silent := 0.0
		if blank >= 0 && blank < classes {
			silent = row[blank]
		}
		copy(next, phi)
		for i := range n {
			next[i+1] = logAdd(phi[i+1], emit[i]+unlikely*repeat(i))
		}
		before := 0.0
		for i := range n {
			said := 0.0
			if labels[i] >= 0 && labels[i] < classes {
				said = row[labels[i]]
			}
			now := logAdd(next[i]+said, emit[i]+said)
			if i > 0 {
				phi[i] = logAdd(next[i]+silent, before+silent+unlikely*(1-repeat(i-1)))
			} else {
				phi[0] = next[0] + silent
			}
			before, emit[i] = emit[i], now
		}
		if n > 0 {
			phi[n] = logAdd(next[n]+silent, before+silent+unlikely*(1-repeat(n-1)))
		} else {
			phi[0] = next[0] + silent
		}
	}
	if length == 0 {
		return -phi[0]
	}
	return -logAdd(phi[length], emit[length-1])
}

// CTCGreedy reads the most likely class at each step of a batch, leaving out blanks and, if merge is set, repetitions. paths (1,
// batch, time) ends with -1; scores (batch, 1) is the negative sum of what was taken.
func CTCGreedy(inputs, lengths *array.Array, merge bool, blank int) (paths, scores *array.Array, err error) {
	batch, time, classes := inputs.Shape()[0], inputs.Shape()[1], inputs.Shape()[2]
	data, err := array.Float64s(inputs)
	if err != nil {
		return nil, nil, err
	}
	steps, err := intsOf(lengths)
	if err != nil {
		return nil, nil, err
	}
	if err := spend(inputs.Budget(), inputs.Size()); err != nil {
		return nil, nil, err
	}
	if paths, err = array.New(inputs.Budget(), array.Int64, 1, batch, time); err != nil {
		return nil, nil, err
	}
	if scores, err = array.New(inputs.Budget(), array.Float64, batch, 1); err != nil {
		return nil, nil, err
	}
	to, sums := array.Data[int64](paths), array.Data[float64](scores)
	for b := range batch {
		path, last := to[b*time:(b+1)*time], -1
		n := 0
		for t := range time {
			best := blank
			if t < steps[b] {
				row := data[(b*time+t)*classes:][:classes]
				best = 0
				for k, v := range row {
					if v > row[best] {
						best = k
					}
				}
				sums[b] -= row[best]
			}
			if best != blank && !(merge && t > 0 && best == last) {
				path[n] = int64(best)
				n++
			}
			last = best
		}
		for ; n < time; n++ {
			path[n] = -1
		}
	}
	return paths, scores, nil
}

func intsOf(a *array.Array) ([]int, error) {
	c, err := a.Cast(array.Int64)
	if err != nil {
		return nil, err
	}
	return array.Ints(c)
}
