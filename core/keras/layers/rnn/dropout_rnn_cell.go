package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// dropoutRNNCell is the mixin of cells that leave out inputs and states while training.
var dropoutRNNCell = spec.Declare("keras.src.layers.rnn.dropout_rnn_cell", "DropoutRNNCell", func() spec.Class {
	return spec.Class{
		Inherits: true, Config: spec.None,
		Doc: "What cells with dropout share.",
		Methods: []spec.Method{
			{Name: "reset_dropout_mask", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, l.Set("_dropout_mask", nil)
			}},
			{Name: "reset_recurrent_dropout_mask", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, l.Set("_recurrent_dropout_mask", nil)
			}},
		},
	}
})

// share is an argument that is cut to the range from 0 to 1, as min(1.0, max(0.0, value)) does.
func share(name string) arg.Arg {
	a := arg.Float(name, 0.0)
	a.Kind = &arg.Kind{Name: "number from 0 to 1", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		above, err := holds(l.T, object.Gt, v, object.Float(0))
		if err != nil {
			return nil, err
		}
		if !above {
			return object.Float(0), nil
		}
		below, err := holds(l.T, object.Lt, v, object.Float(1))
		if err != nil {
			return nil, err
		}
		if !below {
			return object.Float(1), nil
		}
		return v, nil
	}}
	return a
}

func holds(t *object.Thread, op object.CompareOp, a, b object.Object) (bool, error) {
	v, err := object.Compare(t, op, a, b)
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}
