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
	c := layers.NewCalc(l)
	before := a[1]
	if tree.IsNested(before) {
		before = c.Index(a[1], 0)
	}
	after := l.Bool("reset_after")
	var bias, own object.Object
	if l.Bool("use_bias") {
		if bias = l.Value("bias"); after {
			bias, own = c.At(bias, 0, 0), c.At(bias, 0, 1)
		}
	}
	x := gruSide(c, leaveOut(c, l, a[0], a[2], inputMask, 3), l.Value("kernel"), bias, 3)
	h := leaveOut(c, l, before, a[2], stateMask, 3)
	n := 3
	if !after {
		n = 2 // what is forgotten is so before the multiplication
	}
	inner := gruSide(c, h, l.Value("recurrent_kernel"), own, n)
	if c.Err != nil {
		return nil, c.Err
	}
	squash := func(i int) object.Object {
		return c.Call(l.Value("recurrent_activation"), []object.Object{c.Do("add", x[i], inner[i])})
	}
	update, reset := squash(0), squash(1)
	var kept object.Object
	if after {
		kept = c.Do("multiply", reset, inner[2])
	} else {
		kept = c.Do("matmul", c.Do("multiply", reset, h[len(h)-1]), partOf(c, l.Value("recurrent_kernel"), 3, 1, 2))
	}
	fresh := c.Activate(c.Do("add", x[2], kept))
	out := c.Do("add", c.Do("multiply", update, before), c.Do("multiply", c.Do("subtract", object.Int(1), update), fresh))
	return c.End(object.NewTuple(out, likeStates(a[1], out)))
}

// gruSide multiplies what goes into the first n of three gates: one tensor for all, or one for each.
func gruSide(c *layers.Calc, in []object.Object, kernel, bias object.Object, n int) []object.Object {
	if len(in) > 1 {
		out := eachBy(c, in[:n], kernel, 3, 1)
		for i := range out {
			if bias != nil {
				out[i] = c.Do("add", out[i], partOf(c, bias, 3, 0, i))
			}
		}
		return out
	}
	if n < 3 {
		parts := c.Items(c.With("split", []object.Object{kernel, object.NewTuple(object.Int(c.Shape(kernel)[1] / 3 * n))}, "axis", 1))
		if c.Err != nil {
			return nil
		}
		kernel = parts[0]
	}
	z := c.Do("matmul", in[0], kernel)
	if bias != nil {
		z = c.Do("add", z, bias)
	}
	return c.Items(c.With("split", []object.Object{z, object.Int(n)}, "axis", -1))
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
