package ops

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/random"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func init() { random.Next = nextSeed }

// nextSeed returns the numbers of a seed generator's state, and counts on; without order it jumps to other seeds. Inside a trace
// the numbers are not known and nothing moves.
func nextSeed(t *object.Thread, state *variable.Variable, ordered bool) (object.Object, error) {
	now, err := ValueOf(t, state)
	if err != nil || operation.Tracing(t) != tensor.Symbolic {
		return now, err
	}
	a, err := now.Array(t)
	if err != nil {
		return nil, err
	}
	n, err := array.Ints(a)
	if err != nil {
		return nil, err
	}
	moved := []int64{int64(n[0]), int64(n[1]) + 1}
	if !ordered {
		for i, v := range n {
			moved[i] = int64(v+1) * 5387
			if state.Dtype == "uint32" {
				moved[i] = int64(uint32(moved[i]))
			}
			moved[i] %= 933199
		}
	}
	after, err := array.FromSlice(t, moved, 2)
	if err != nil {
		return nil, err
	}
	x, err := Value(t, after, state.Dtype)
	if err != nil {
		return nil, err
	}
	_, err = assignVariable(t, state, x)
	return now, err
}
