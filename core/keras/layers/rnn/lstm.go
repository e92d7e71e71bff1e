package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// lstmWeights are the arguments about weights that LSTM and its cell share, from units to recurrent_dropout.
func lstmWeights() arg.List {
	return arg.Of(
		arg.Int("units").Says("the number of outputs"), arg.Activation("activation", "tanh"), arg.Activation("recurrent_activation", "sigmoid"),
		arg.Bool("use_bias", true), arg.Initializer("kernel_initializer", "glorot_uniform"),
		arg.Initializer("recurrent_initializer", "orthogonal"), arg.Initializer("bias_initializer", "zeros"),
		arg.Bool("unit_forget_bias", true).Says("whether the forget gate's bias begins with one"),
		arg.Regularizer("kernel_regularizer", nil), arg.Regularizer("recurrent_regularizer", nil), arg.Regularizer("bias_regularizer", nil),
		arg.Constraint("kernel_constraint", nil), arg.Constraint("recurrent_constraint", nil), arg.Constraint("bias_constraint", nil),
		share("dropout").Says("the share of inputs that is left out while training"),
		share("recurrent_dropout").Says("the share of the state that is left out while training"),
	)
}

// lstmKeys are the config's keys of these arguments in the cell's order.
var lstmKeys = spec.Keys("units", "activation", "recurrent_activation", "use_bias", "unit_forget_bias", "kernel_initializer",
	"recurrent_initializer", "bias_initializer", "kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "kernel_constraint",
	"recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout", "seed")

// LSTMCell is one step of LSTM.
var LSTMCell = spec.Declare("keras.src.layers.rnn.lstm", "keras.layers.LSTMCell", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Mixins: []*spec.Class{dropoutRNNCell},
		Doc:    "One step of a long short-term memory.",
		Args:   arg.Of(arg.Check(PositiveUnits), arg.Check(takeImplementation), arg.BaseInit, lstmWeights(), arg.Int("seed", nil), arg.Check(lstmState)),
		Kwargs: "kwargs", Config: lstmKeys,
		Takes: "inputs, states, training=False",
		Build: func(l *spec.Instance, in spec.Shape) error {
			return BuildGates(l, in.Last(), 4)
		},
		Call: lstmCall,
		Methods: []spec.Method{
			{Name: "get_initial_state", Takes: "batch_size=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return zeroStates(l, a[0])
			}},
		},
	}
})

func lstmState(l *spec.Instance) error {
	if err := setImplementation(l, 4); err != nil {
		return err
	}
	if err := layers.SetSeedGenerator(l, l.Value("seed")); err != nil {
		return err
	}
	units := l.Value("units")
	return l.SetAll("state_size", object.NewList(units, units), "output_size", units)
}

// lstmCall computes one step: the output, and the two states.
func lstmCall(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	before, carried := c.Index(a[1], 0), c.Index(a[1], 1)
	var gates []object.Object
	x := leaveOut(c, l, a[0], a[2], inputMask, 4)
	if h := leaveOut(c, l, before, a[2], stateMask, 4); len(x) == 1 && len(h) == 1 {
		z := c.Do("add", c.Do("matmul", x[0], l.Value("kernel")), c.Do("matmul", before, l.Value("recurrent_kernel")))
		if l.Bool("use_bias") {
			z = c.Do("add", z, l.Value("bias"))
		}
		gates = c.Items(c.With("split", []object.Object{z, object.Int(4)}, "axis", 1))
	} else {
		own := eachBy(c, h, l.Value("recurrent_kernel"), 4, 1)
		for i, z := range eachBy(c, x, l.Value("kernel"), 4, 1) {
			if l.Bool("use_bias") {
				z = c.Do("add", z, partOf(c, l.Value("bias"), 4, 0, i))
			}
			gates = append(gates, c.Do("add", z, own[i]))
		}
	}
	if c.Err != nil {
		return nil, c.Err
	}
	h, carry := remember(l, c, gates, carried)
	return c.End(object.NewTuple(h, object.NewList(h, carry)))
}

// LSTM is a long short-term memory.
var LSTM = spec.Declare("keras.src.layers.rnn.lstm", "keras.layers.LSTM", func() spec.Class {
	return spec.Class{
		Base: RNN,
		Doc:  "Remembers along a sequence, with gates that keep and forget.",
		Args: arg.Of(CellArguments(lstmWeights()), arg.Int("seed", nil).As("-"), Sequence(), arg.Check(func(l *spec.Instance) error {
			return layers.SetInputSpec(l, "ndim", 3)
		}), arg.Check(CheckCuDNN), arg.Any("use_cudnn", "auto").NotInConfig()),
		Kwargs: "kwargs", Hand: handCell(func() *spec.Class { return LSTMCell }, "lstm_cell"),
		Config: spec.Keys("units", "activation", "recurrent_activation", "use_bias", "kernel_initializer", "recurrent_initializer", "bias_initializer",
			"unit_forget_bias", "kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
			"recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout"),
		Finish: CellSeed, FromConfig: spec.Construct,
		Getters: OfCell(lstmWeights().Names()...),
	}
})
