package tf

import (
	"layerglass/core/keras/arg"
	chain "layerglass/core/keras/calc"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// recorded is what a tf.GradientTape holds.
type recorded struct {
	tape       *ops.Tape
	persistent bool
	used       bool
}

// gradientTape makes the class tf.GradientTape.
func gradientTape(t *object.Thread) (object.Object, error) {
	return sessionClass(t, "GradientTape", func(c *object.Class) {
		c.Methods(
			object.Func("__init__", "(self, persistent=False, watch_accessed_variables=True)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				keep, err := object.Truth(t, a[1])
				if err != nil {
					return nil, err
				}
				all, err := object.Truth(t, a[2])
				if err != nil {
					return nil, err
				}
				r := &recorded{persistent: keep, tape: ops.Record(t)}
				r.tape.End(t) // it runs inside the with statement alone
				if all {
					r.tape.Variables = map[*variable.Variable]*tensor.KerasTensor{}
				}
				a[0].(*object.Instance).State = r
				return object.None, nil
			}),
			object.Func("__enter__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				r, err := recordedBy(a[0])
				if err != nil {
					return nil, err
				}
				r.tape.Resume(t)
				return a[0], nil
			}),
			object.Func("__exit__", "(self, *exc)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				r, err := recordedBy(a[0])
				if err != nil {
					return nil, err
				}
				r.tape.End(t)
				return object.None, nil
			}),
			object.Func("watch", "(self, tensor)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				r, err := recordedBy(a[0])
				if err != nil {
					return nil, err
				}
				for _, v := range tree.Flatten(a[1]) {
					x, err := valueOf(t, v)
					if err != nil {
						return nil, err
					}
					r.tape.Watch(x)
				}
				return object.None, nil
			}),
			object.Func("gradient", "(self, target, sources, output_gradients=None, unconnected_gradients='none')", "", gradient),
			object.Func("jacobian", "(self, target, sources, unconnected_gradients='none', parallel_iterations=None, experimental_use_pfor=True)", "", jacobian),
			object.Func("reset", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				r, err := recordedBy(a[0])
				if err == nil {
					r.tape.Reset()
				}
				return object.None, err
			}),
			object.Func("stop_recording", "(self)", "", stopRecording))
	}), nil
}

func recordedBy(o object.Object) (*recorded, error) {
	if i, ok := o.(*object.Instance); ok {
		if r, ok := i.State.(*recorded); ok {
			return r, nil
		}
	}
	return nil, object.NewError(object.RuntimeErrorClass, "The tape was not made by tf.GradientTape().")
}

// valueOf is a tensor, or the value of a variable.
func valueOf(t *object.Thread, v object.Object) (*tensor.KerasTensor, error) {
	switch x := v.(type) {
	case *tensor.KerasTensor:
		return x, nil
	case *variable.Variable:
		if _, err := ops.ValueOf(t, x); err != nil {
			return nil, err
		}
		if value, ok := x.Value.(*tensor.KerasTensor); ok {
			return value, nil
		}
	}
	return nil, object.ValueError("A tape takes tensors and variables, got a value of type %s.", v.Class().Name)
}

// stopRecording makes the context manager in which the tape does not listen.
func stopRecording(t *object.Thread, a []object.Object) (object.Object, error) {
	r, err := recordedBy(a[0])
	if err != nil {
		return nil, err
	}
	i := object.NewInstance(pausedTape(t))
	i.State = r
	return i, nil
}

// pausedTape is the class of what stop_recording returns.
func pausedTape(t *object.Thread) *object.Class {
	return sessionClass(t, "stop_recording", func(c *object.Class) {
		for name, do := range map[string]func(r *recorded, t *object.Thread){
			"__enter__": func(r *recorded, t *object.Thread) { r.tape.End(t) },
			"__exit__":  func(r *recorded, t *object.Thread) { r.tape.Resume(t) },
		} {
			c.Methods(object.Func(name, "(self, *exc)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				r, err := recordedBy(a[0])
				if err == nil {
					do(r, t)
				}
				return object.None, err
			}))
		}
	})
}

// sourcesOf are the tensors to whose changes a gradient belongs.
func (r *recorded) sourcesOf(t *object.Thread, v object.Object) ([]*tensor.KerasTensor, error) {
	if r.used && !r.persistent {
		return nil, object.NewError(object.RuntimeErrorClass, "A tape that is not persistent gives gradients once: make it with tf.GradientTape(persistent=True).")
	}
	r.used = true
	leaves := tree.Flatten(v)
	sources := make([]*tensor.KerasTensor, len(leaves))
	for i, v := range leaves {
		if w, ok := v.(*variable.Variable); ok && r.tape.Variables[w] != nil {
			sources[i] = r.tape.Variables[w] // as it was when it was read
			continue
		}
		x, err := valueOf(t, v)
		if err != nil {
			return nil, err
		}
		sources[i] = x
	}
	return sources, nil
}

// recordFor gives what the tape of a call has recorded, and the sources that the call names.
func recordFor(t *object.Thread, a []object.Object) (*recorded, []*tensor.KerasTensor, error) {
	r, err := recordedBy(a[0])
	if err != nil {
		return nil, nil, err
	}
	sources, err := r.sourcesOf(t, a[2])
	return r, sources, err
}

// gradient is tape.gradient(target, sources, output_gradients, unconnected_gradients).
func gradient(t *object.Thread, a []object.Object) (object.Object, error) {
	r, sources, err := recordFor(t, a)
	if err != nil {
		return nil, err
	}
	sums := make([]object.Object, len(sources))
	for i := range sums {
		sums[i] = object.None
	}
	seeds := tree.Flatten(a[3])
	for n, v := range tree.Flatten(a[1]) {
		y, err := valueOf(t, v)
		if err != nil {
			return nil, err
		}
		var seed object.Object
		if n < len(seeds) && seeds[n] != object.None {
			if seed, err = ops.Convert(t, seeds[n], y.Dtype); err != nil {
				return nil, err
			}
		}
		list, err := ops.Gradients(t, r.tape, y, seed, sources)
		if err != nil {
			return nil, err
		}
		for i, g := range list {
			if sums[i] == object.None {
				sums[i] = g
			} else if g != object.None {
				if sums[i], err = ops.Do(t, "add", sums[i], g); err != nil {
					return nil, err
				}
			}
		}
	}
	if err := unconnected(t, a[4], sources, sums); err != nil {
		return nil, err
	}
	return tree.Pack(a[2], sums)
}

// unconnected puts zeros in the place of gradients that are none, where that is asked for.
func unconnected(t *object.Thread, how object.Object, sources []*tensor.KerasTensor, sums []object.Object) error {
	s, ok := object.AsString(how)
	switch {
	case how == object.None, ok && s == "none":
		return nil
	case !ok || s != "zero":
		return object.ValueError("unconnected_gradients must be 'none' or 'zero', got %s.", arg.Repr(t, how))
	}
	for i, g := range sums {
		if g != object.None {
			continue
		}
		zeros, err := ops.Do(t, "zeros_like", sources[i])
		if err != nil {
			return err
		}
		sums[i] = zeros
	}
	return nil
}

// jacobian is tape.jacobian(target, sources): the gradients of each element of the target.
func jacobian(t *object.Thread, a []object.Object) (object.Object, error) {
	r, sources, err := recordFor(t, a)
	if err != nil {
		return nil, err
	}
	y, err := valueOf(t, a[1])
	if err != nil {
		return nil, err
	}
	c := chain.New(t)
	rows := make([]*object.List, len(sources))
	for i := range rows {
		rows[i] = object.NewList()
	}
	n := y.Shape.Size()
	for k := 0; k < n && c.Err == nil; k++ {
		seed := c.Do("reshape", c.Do("one_hot", k, n, chain.KW("dtype", y.Dtype)), []int(y.Shape))
		if c.Err != nil {
			break
		}
		list, err := ops.Gradients(t, r.tape, y, seed, sources)
		if err != nil {
			return nil, err
		}
		for i, g := range list {
			if g == object.None {
				g = c.Do("zeros_like", sources[i])
			}
			rows[i].Items = append(rows[i].Items, g)
		}
	}
	out := make([]object.Object, len(sources))
	for i, list := range rows {
		if out[i] = object.None; r.tape.Knows(sources[i]) {
			out[i] = c.Do("reshape", c.Do("stack", list), append(append([]int{}, y.Shape...), sources[i].Shape...))
		}
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return tree.Pack(a[2], out)
}
