package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// gruWeights are the arguments about weights that GRU and its cell share, from units to recurrent_dropout.
func gruWeights() arg.List { return lstmWeights().Without("unit_forget_bias") }

func resetAfter() arg.Arg {
	return arg.Bool("reset_after", true).Says("whether the reset gate works on the product with the state, not on the state")
}

// GRUCell is one step of GRU.
var GRUCell = spec.Declare("keras.src.layers.rnn.gru", "keras.layers.GRUCell", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Mixins: []*spec.Class{dropoutRNNCell},
		Doc: "One step of a gated recurrent unit.",
		Args: arg.Of(arg.Check(PositiveUnits), arg.Check(takeImplementation), arg.BaseInit, gruWeights(), resetAfter(),
			arg.Int("seed", nil).Says("the seed of dropout"), arg.Check(func(l *spec.Instance) error {
				if err := setImplementation(l, 3); err != nil {
					return err
				}
				if err := layers.SetSeedGenerator(l, l.Value("seed")); err != nil {
					return err
				}
				return l.SetAll("state_size", l.Value("units"), "output_size", l.Value("units"))
			})),
		Kwargs: "kwargs", Config: append(append([]string(nil), gruWeights().Names()...), "reset_after", "seed"),
		Takes: "inputs, states, training=False",
		Build: func(l *spec.Instance, in spec.Shape) error {
			if err := buildKernels(l, in.Last(), 3); err != nil {
				return err
			}
			wide := layers.Times(l, "units", 3)
			if l.Bool("reset_after") {
				return layers.Bias(l, object.NewTuple(object.Int(2), wide))
			}
			return layers.Bias(l, object.NewTuple(wide))
		},
		Call:    gruCall,
		Methods: []spec.Method{{Name: "get_initial_state", Takes: "batch_size=None", Do: oneState}},
	}
})

// gruCall computes one step: the output, which is the state too.
func gruCall(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := NoDropout(l, a[0], a[2]); err != nil {
		return nil, err
	}
	c := layers.NewCalc(l)
	before := a[1]
	if tree.IsNested(before) {
		before = c.Index(a[1], 0)
	}
	after := l.Bool("reset_after")
	x, inner := c.Do("matmul", a[0], l.Value("kernel")), object.Object(object.None)
	u := l.Int("units")
	recurrent := c.With("split", []object.Object{l.Value("recurrent_kernel"), object.NewTuple(object.Int(2 * u))}, "axis", 1)
	parts := c.Items(recurrent)
	if c.Err != nil {
		return nil, c.Err
	}
	if after {
		inner = c.Do("matmul", before, l.Value("recurrent_kernel"))
	} else {
		inner = c.Do("matmul", before, parts[0])
	}
	if l.Bool("use_bias") {
		bias := l.Value("bias")
		if after {
			inner = c.Do("add", inner, c.At(bias, 0, 1))
			bias = c.At(bias, 0, 0)
		}
		x = c.Do("add", x, bias)
	}
	gates := c.Items(c.With("split", []object.Object{x, object.Int(3)}, "axis", -1))
	n := 2
	if after {
		n = 3
	}
	own := c.Items(c.With("split", []object.Object{inner, object.Int(n)}, "axis", 1))
	if c.Err != nil {
		return nil, c.Err
	}
	squash := func(i int) object.Object {
		return c.Call(l.Value("recurrent_activation"), []object.Object{c.Do("add", gates[i], own[i])})
	}
	update, reset := squash(0), squash(1)
	var kept object.Object
	if after {
		kept = c.Do("multiply", reset, own[2])
	} else {
		kept = c.Do("matmul", c.Do("multiply", reset, before), parts[1])
	}
	fresh := c.Activate(c.Do("add", gates[2], kept))
	h := c.Do("add", c.Do("multiply", update, before), c.Do("multiply", c.Do("subtract", object.Int(1), update), fresh))
	return c.End(object.NewTuple(h, likeStates(a[1], h)))
}

// likeStates gives a state the form in which states came: alone or in a list.
func likeStates(states, state object.Object) object.Object {
	if tree.IsNested(states) {
		return object.NewList(state)
	}
	return state
}

// GRU is a layer of gated recurrent units.
var GRU = spec.Declare("keras.src.layers.rnn.gru", "keras.layers.GRU", func() spec.Class {
	return spec.Class{
		Base: RNN,
		Doc:  "Remembers along a sequence, with two gates.",
		Args: arg.Of(CellArguments(gruWeights()), arg.Int("seed", nil).As("-").Says("the seed of dropout"), Sequence(), resetAfter().As("-"),
			arg.Check(func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", 3) }), arg.Check(CheckCuDNN),
			arg.Any("use_cudnn", "auto").NotInConfig().Says("whether the graphics card's own code is used")),
		Kwargs: "kwargs", Hand: handCell(func() *spec.Class { return GRUCell }, "gru_cell"),
		Config: spec.Keys("units", "activation", "recurrent_activation", "use_bias", "kernel_initializer", "recurrent_initializer", "bias_initializer",
			"kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
			"recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout", "reset_after"),
		Finish: CellSeed, FromConfig: spec.Construct,
		Getters: OfCell(append(gruWeights().Names(), "reset_after")...),
	}
})
