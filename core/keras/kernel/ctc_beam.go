package kernel

import (
	"cmp"
	"math"
	"slices"

	"layerglass/core/python/array"
)

// beam is the state of a search: paths, each with the logarithm of its chance when it stands on its last label and when it stands on a blank.
type beam struct {
	path        []int // labels counted from the last class, so that ties are broken as Keras does
	emit, blank float64
}

// CTCBeam searches the most likely spellings of logits (batch, time, classes) with width paths at a time. paths (top, batch, time) ends
// with -1; scores is (batch, top).
func CTCBeam(inputs, lengths *array.Array, width, top, blank int) (paths, scores *array.Array, err error) {
	batch, time, classes := inputs.Shape()[0], inputs.Shape()[1], inputs.Shape()[2]
	logs, err := LogSoftmax(inputs, -1)
	if err != nil {
		return nil, nil, err
	}
	data, err := array.Float64s(logs)
	if err != nil {
		return nil, nil, err
	}
	steps, err := intsOf(lengths)
	if err != nil {
		return nil, nil, err
	}
	if paths, err = array.New(inputs.Budget(), array.Int64, top, batch, time); err != nil {
		return nil, nil, err
	}
	if scores, err = array.New(inputs.Budget(), array.Float64, batch, top); err != nil {
		return nil, nil, err
	}
	to, sums := array.Data[int64](paths), array.Data[float64](scores)
	for i := range to {
		to[i] = -1
	}
	for b := range batch {
		s := search{classes: classes, blank: classes - 1 - blank, width: width, budget: inputs.Budget()}
		best, err := s.run(data[b*time*classes:(b+1)*time*classes], time, steps[b])
		if err != nil {
			return nil, nil, err
		}
		for k := range top {
			if k >= len(best) {
				sums[b*top+k] = math.Inf(-1)
				continue
			}
			sums[b*top+k] = logAdd(best[k].emit, best[k].blank)
			for t, label := range best[k].path {
				to[(k*batch+b)*time+t] = int64(classes - 1 - label)
			}
		}
	}
	return paths, scores, nil
}

type search struct {
	classes, blank, width int
	budget                array.Budget
}

// run returns the best paths, most likely first. The first step is always read.
func (s search) run(logs []float64, time, steps int) ([]beam, error) {
	beams := []beam{{emit: math.Inf(-1), blank: 0}}
	for t := range time {
		if t > 0 && t >= steps {
			break
		}
		if s.budget != nil {
			if err := s.budget.Spend(int64(len(beams)*s.classes) * int64(t+16) / 8); err != nil {
				return nil, err
			}
		}
		beams = s.step(beams, logs[t*s.classes:(t+1)*s.classes])
	}
	s.order(beams)
	slices.Reverse(beams)
	return beams, nil
}

func (s search) step(beams []beam, row []float64) []beam {
	next := map[string]*beam{}
	at := func(path []int) *beam {
		k := key(path)
		if next[k] == nil {
			next[k] = &beam{path: path, emit: math.Inf(-1), blank: math.Inf(-1)}
		}
		return next[k]
	}
	for _, b := range beams {
		last := -1
		if len(b.path) > 0 {
			last = b.path[len(b.path)-1]
		}
		total := logAdd(b.emit, b.blank)
		for k := range s.classes {
			p := row[s.classes-1-k]
			switch {
			case k == s.blank:
				n := at(b.path)
				n.blank = logAdd(n.blank, total+p)
			case k == last:
				n := at(b.path)
				n.emit = logAdd(n.emit, b.emit+p)
				n = at(append(slices.Clone(b.path), k))
				n.emit = logAdd(n.emit, b.blank+p)
			default:
				n := at(append(slices.Clone(b.path), k))
				n.emit = logAdd(n.emit, total+p)
			}
		}
	}
	out := make([]beam, 0, len(next))
	for _, b := range next {
		out = append(out, *b)
	}
	s.order(out)
	return out[max(len(out)-s.width, 0):]
}

// order sorts by chance, equal ones by their paths.
func (s search) order(beams []beam) {
	slices.SortFunc(beams, func(a, b beam) int {
		if c := cmp.Compare(logAdd(a.emit, a.blank), logAdd(b.emit, b.blank)); c != 0 {
			return c
		}
		return slices.Compare(a.path, b.path)
	})
}

func key(path []int) string {
	b := make([]byte, 0, 4*len(path))
	for _, p := range path {
		b = append(b, byte(p), byte(p>>8), byte(p>>16), byte(p>>24))
	}
	return string(b)
}
