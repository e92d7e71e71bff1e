package tf

import (
	"layerglass/core/keras/arg"
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
			object.Func("gradient", "(self, target, sources, output_gradients=None, unconnected_gradients=None)", "", gradient))
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

// gradient is tape.gradient(target, sources).
func gradient(t *object.Thread, a []object.Object) (object.Object, error) {
	r, err := recordedBy(a[0])
	if err != nil {
		return nil, err
	}
	if r.used && !r.persistent {
		return nil, object.NewError(object.RuntimeErrorClass, "A tape that is not persistent gives gradients once: make it with tf.GradientTape(persistent=True).")
	}
	if a[3] != object.None || a[4] != object.None {
		return nil, arg.NotModelled("tape.gradient() with output_gradients or unconnected_gradients")
	}
	r.used = true
	leaves := tree.Flatten(a[2])
	sources := make([]*tensor.KerasTensor, len(leaves))
	for i, v := range leaves {
		if w, ok := v.(*variable.Variable); ok && r.tape.Variables[w] != nil {
			sources[i] = r.tape.Variables[w] // as it was when it was read
			continue
		}
		if sources[i], err = valueOf(t, v); err != nil {
			return nil, err
		}
	}
	sums := make([]object.Object, len(sources))
	for i := range sums {
		sums[i] = object.None
	}
	for _, v := range tree.Flatten(a[1]) {
		y, err := valueOf(t, v)
		if err != nil {
			return nil, err
		}
		list, err := ops.Gradients(t, r.tape, y, nil, sources)
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
	return tree.Pack(a[2], sums)
}
