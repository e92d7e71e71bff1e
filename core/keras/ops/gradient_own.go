package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// ownGradient stands for a function with a gradient of its own among the steps of a tape.
var ownGradient = &Op{Name: "custom_gradient", Sig: "f"}

// CustomGradient makes a function that computes what f returns, and whose gradient is what the function returns that f returns beside it.
func CustomGradient(f object.Object) object.Object {
	return object.RawFunc("custom_gradient", "(*args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		var out object.Object
		err := paused(t, func() (err error) {
			out, err = object.CallArgs(t, f, a)
			return err
		})
		if err != nil {
			return nil, err
		}
		pair, ok := object.Of(out).(*object.Tuple)
		if !ok || pair.Len() != 2 {
			return nil, object.TypeError("A function with a custom gradient must return a pair: the result, and a function that gives the gradient.")
		}
		result, err := tree.Map(pair.Items[0], func(v object.Object) (object.Object, error) {
			if x, ok := v.(*tensor.KerasTensor); ok && x.Kind == tensor.Eager {
				own := *x // a step's results are tensors of its own
				return &own, nil
			}
			return v, nil
		})
		if err != nil {
			return nil, err
		}
		return result, recordOwn(t, a, result, pair.Items[1])
	})
}

// paused runs f while no tape listens.
func paused(t *object.Thread, f func() error) error {
	s := tapesOf(t)
	before := s.list
	s.list = nil
	defer func() { s.list = before }()
	return f()
}

// recordOwn lists a computation with its own gradient.
func recordOwn(t *object.Thread, a object.Args, result, gradient object.Object) error {
	c := &Call{T: t, Op: ownGradient}
	for _, v := range a.Pos {
		plain, err := withoutVariables(t, v)
		if err != nil {
			return err
		}
		c.values = append(c.values, plain)
	}
	return recordStep(&Step{Call: c, own: func(f *flow) {
		ups := object.Args{}
		for i, g := range f.g {
			if g == nil {
				g = f.do("zeros_like", f.y(i))
			}
			ups.Pos = append(ups.Pos, g)
		}
		back, err := object.CallArgs(t, gradient, ups)
		must(err)
		grads := tree.Flatten(back)
		for i, v := range c.values {
			if i < len(grads) && grads[i] != object.None {
				f.give(v, grads[i])
			}
		}
	}}, result)
}
