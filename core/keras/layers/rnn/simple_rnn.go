package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// simpleWeights are the arguments about weights that SimpleRNN and its cell share.
func simpleWeights() arg.List { return gruWeights().Without("recurrent_activation") }

// SimpleRNNCell is one step of SimpleRNN.
var SimpleRNNCell = spec.Declare("keras.src.layers.rnn.simple_rnn", "keras.layers.SimpleRNNCell", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Mixins: []*spec.Class{dropoutRNNCell},
		Doc: "One step of a recurrent layer without gates.",
		Args: arg.Of(arg.Check(PositiveUnits), arg.BaseInit, arg.Check(func(l *spec.Instance) error {
			return layers.SetSeedGenerator(l, l.Value("seed"))
		}), simpleWeights(), arg.Int("seed", nil).Says("the seed of dropout"), arg.Check(func(l *spec.Instance) error {
			return l.SetAll("state_size", l.Value("units"), "output_size", l.Value("units"))
		})),
		Kwargs: "kwargs",
		Takes:  "sequence, states, training=False",
		Build: func(l *spec.Instance, in spec.Shape) error {
			if err := buildKernels(l, in.Last(), 1); err != nil {
				return err
			}
			return layers.Bias(l, object.NewTuple(l.Value("units")))
		},
		Call:    simpleCall,
		Methods: []spec.Method{{Name: "get_initial_state", Takes: "batch_size=None", Do: oneState}},
	}
})

// simpleCall computes one step: the output, which is the state too.
func simpleCall(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	before := a[1]
	switch object.Of(before).(type) {
	case *object.List, *object.Tuple:
		before = c.Index(a[1], 0)
	}
	x := leaveOut(c, l, a[0], a[2], inputMask, 1)[0]
	h := c.Do("matmul", x, l.Value("kernel"))
	if !l.IsNone("bias") {
		h = c.Do("add", h, l.Value("bias"))
	}
	before = leaveOut(c, l, before, a[2], stateMask, 1)[0]
	out := c.Activate(c.Do("add", h, c.Do("matmul", before, l.Value("recurrent_kernel"))))
	return c.End(object.NewTuple(out, likeStates(a[1], out)))
}

// SimpleRNN feeds its output back. Its activity_regularizer is taken and not used, as in Keras.
var SimpleRNN = spec.Declare("keras.src.layers.rnn.simple_rnn", "keras.layers.SimpleRNN", func() spec.Class {
	return spec.Class{
		Base: RNN,
		Doc:  "Feeds its output back along a sequence.",
		Args: arg.Of(unusedRegularizer(CellArguments(simpleWeights())), Sequence(), arg.Int("seed", nil).As("-").Says("the seed of dropout"),
			arg.Check(func(l *spec.Instance) error {
				s, err := operation.Construct(l.T, layers.InputSpec.In(l.T), object.Args{Kw: arg.Pairs("ndim", 3)})
				if err != nil {
					return err
				}
				return l.Set("input_spec", object.NewList(s))
			})),
		Kwargs: "kwargs", Hand: handCellWith(func() *spec.Class { return SimpleRNNCell }, "simple_rnn_cell", "dtype", "trainable"),
		Config: spec.Keys("units", "activation", "use_bias", "kernel_initializer", "recurrent_initializer", "bias_initializer",
			"kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
			"recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout"),
		Finish: func(_ *spec.Instance, config *object.Dict) error {
			config.DelStr(object.Intern("cell"))
			return nil
		},
		FromConfig: spec.Construct,
		Getters:    OfCell(simpleWeights().Names()...),
	}
})

// unusedRegularizer keeps activity_regularizer from the base class.
func unusedRegularizer(list arg.List) arg.List {
	for i := range list {
		if a := &list[i]; a.Name == "activity_regularizer" {
			*a = arg.Any(a.Name, nil).As("-").Says("not used")
		}
	}
	return list
}
