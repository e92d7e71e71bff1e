package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// Tape lists the computations on values that depend on the tensors it watches, in their order. Gradients goes through it
// backwards.
type Tape struct {
	Steps []*Step
	// Variables, if not nil, are the trainable variables that were read, with their values then: reading one watches it.
	Variables map[*variable.Variable]*tensor.KerasTensor
	// known are the tensors that depend on what is watched.
	known  map[*tensor.KerasTensor]bool
	paused bool
}

// Step is one computation: its arguments, with tensors in the place of variables, and the tensors it made.
type Step struct {
	*Call
	Results []*tensor.KerasTensor
	// own is the way back that a program wrote for it, or nil.
	own func(f *flow)
}

type tapesKey struct{}

// tapes are those that run in a session.
type tapes struct{ list []*Tape }

func tapesOf(t *object.Thread) *tapes {
	return t.State(tapesKey{}, func() any { return &tapes{} }).(*tapes)
}

// Record begins a tape; End takes it off again.
func Record(t *object.Thread) *Tape {
	tape := &Tape{known: map[*tensor.KerasTensor]bool{}}
	s := tapesOf(t)
	s.list = append(s.list, tape)
	return tape
}

// Resume lets a tape that has ended go on.
func (tape *Tape) Resume(t *object.Thread) {
	tape.End(t)
	s := tapesOf(t)
	s.list = append(s.list, tape)
}

// Reset forgets what a tape has listed.
func (tape *Tape) Reset() {
	tape.Steps, tape.known = nil, map[*tensor.KerasTensor]bool{}
}

// End ends a tape; ending it twice does no harm.
func (tape *Tape) End(t *object.Thread) {
	s := tapesOf(t)
	for i, one := range s.list {
		if one == tape {
			s.list = append(s.list[:i:i], s.list[i+1:]...)
			return
		}
	}
}

// Watch lets the tape list what depends on a tensor.
func (tape *Tape) Watch(x *tensor.KerasTensor) { tape.known[x] = true }

// Knows reports whether a tensor is watched, or depends on one that is.
func (tape *Tape) Knows(x *tensor.KerasTensor) bool { return tape.known[x] }

// Paused runs f without the tape.
func (tape *Tape) Paused(f func()) {
	before := tape.paused
	tape.paused = true
	defer func() { tape.paused = before }()
	f()
}

// record lists a computation in the tapes that know one of its arguments.
func record(c *Call, out object.Object) error {
	if len(tapesOf(c.T).list) == 0 {
		return nil
	}
	return recordStep(&Step{Call: c}, out)
}

func recordStep(step *Step, out object.Object) error {
	c, s := step.Call, tapesOf(step.T)
	tree.Each(out, func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			step.Results = append(step.Results, x)
		}
		return true
	})
	for _, tape := range s.list {
		if tape.paused || !c.depends(tape) {
			continue
		}
		fresh := false
		for _, x := range step.Results {
			if !tape.known[x] {
				tape.known[x] = true
				fresh = true
			}
		}
		if fresh { // what a function of the program computed inside has been listed
			if err := c.T.Alloc(256); err != nil {
				return err
			}
			tape.Steps = append(tape.Steps, step)
		}
	}
	return nil
}

func (c *Call) depends(tape *Tape) bool {
	yes := false
	c.eachValue(func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok && tape.known[x] {
			yes = true
		}
		return !yes
	})
	return yes
}

// readVariable tells the tapes that a variable is read.
func readVariable(t *object.Thread, v *variable.Variable, x *tensor.KerasTensor) {
	for _, tape := range tapesOf(t).list {
		if tape.Variables != nil && !tape.paused && v.Trainable {
			tape.Variables[v] = x
			tape.known[x] = true
		}
	}
}
