package rnn

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/layers/convolutional"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// convWeights are the arguments that a convolutional LSTM and its cell share, from filters to seed.
func convWeights() arg.List {
	gates := lstmWeights()
	forget := *gates.Find("unit_forget_bias")
	list := arg.Of(arg.Any("filters").Says("the number of output channels"), arg.Tuple("kernel_size", -1).Says("the size of the window"),
		arg.TupleOrZero("strides", -1, 1).Says("the window's steps"), arg.Padding("padding", nil, "valid").Says("'same' fills the edges with zeros"),
		arg.DataFormat("data_format", nil), arg.Tuple("dilation_rate", -1, 1).Says("the distance of the window's points"),
		arg.Check(convolutional.CheckStrides))
	for _, a := range gates.Without("units", "unit_forget_bias") {
		list = append(list, a)
		if a.Name == "bias_initializer" {
			list = append(list, forget)
		}
	}
	return append(list, arg.Int("seed", nil).Says("the seed of dropout"))
}

// convLSTMCell is one step of a convolutional LSTM.
var convLSTMCell = spec.Declare("keras.src.layers.rnn.conv_lstm", "ConvLSTMCell", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Mixins: []*spec.Class{dropoutRNNCell},
		Doc: "One step of a convolutional LSTM.",
		Args: arg.Of(arg.Check(func(l *spec.Instance) error { return layers.SetSeedGenerator(l, l.Value("seed")) }), arg.Int("rank"), convWeights(),
			arg.Check(func(l *spec.Instance) error {
				if err := l.SetAll("dropout_mask_count", 4, "state_size", -1); err != nil {
					return err
				}
				return layers.SetInputSpec(l, "ndim", l.Int("rank")+2)
			})),
		Kwargs: "kwargs", Config: convWeights().Names(),
		Takes: "inputs, states, training=False", Call: convStep,
		Methods: []spec.Method{
			{Name: "build", Takes: "inputs_shape, states_shape=None", Do: buildConvCell},
			{Name: "compute_output_shape", Takes: "inputs_shape, states_shape=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				shape, err := convShape(l, a[0])
				if err != nil {
					return nil, err
				}
				return object.NewTuple(shape.Object(), object.NewList(shape.Object(), shape.Object())), nil
			}},
			{Name: "get_initial_state", Takes: "batch_size=None", Do: convState},
		},
	}
})

// spatialOf splits the shape of one step into its spatial dimensions and its channels.
func spatialOf(l *spec.Instance, in spec.Shape) (spatial spec.Shape, channels int, err error) {
	if _, channels, err = convolutional.Channels(l, in); err != nil {
		return nil, 0, err
	}
	if l.Str("data_format") == "channels_first" {
		return in[2:].Clone(), channels, nil
	}
	return in[1:max(1, len(in)-1)].Clone(), channels, nil
}

func buildConvCell(l *spec.Instance, a []object.Object) (object.Object, error) {
	in, err := spec.ShapeOf(l, "inputs_shape", a[0])
	if err != nil {
		return nil, err
	}
	spatial, channels, err := spatialOf(l, in)
	if err != nil {
		return nil, err
	}
	if err := l.Set("spatial_dims", spatial.Object()); err != nil {
		return nil, err
	}
	if spatial.HasUnknown() || channels == tensor.Unknown {
		return nil, l.Fail("inputs", "every dimension of one step but the batch must be known, and its shape is %s.", in.String())
	}
	any := in.Clone()
	any[0] = tensor.Unknown
	if err := layers.SetInputSpec(l, "ndim", l.Int("rank")+3, "shape", any.Object()); err != nil {
		return nil, err
	}
	if err := l.Set("input_dim", channels); err != nil {
		return nil, err
	}
	wide, err := object.Binary(l.T, object.Mul, l.Value("filters"), object.Int(4))
	if err != nil {
		return nil, err
	}
	kernel := func(channels object.Object) object.Object {
		return object.NewTuple(append(append([]object.Object(nil), l.Items("kernel_size")...), channels, wide)...)
	}
	if err := addKernel(l, "kernel", "kernel", kernel(object.Int(channels))); err != nil {
		return nil, err
	}
	if err := addKernel(l, "recurrent_kernel", "recurrent", kernel(l.Value("filters"))); err != nil {
		return nil, err
	}
	return nil, addGateBias(l, "filters", 4)
}

// convShape is the shape of a step's output and states.
func convShape(l *spec.Instance, shape object.Object) (spec.Shape, error) {
	in, err := spec.ShapeOf(l, "inputs_shape", shape)
	if err != nil {
		return nil, err
	}
	first := l.Str("data_format") == "channels_first"
	sizes, err := convolutional.Spatial(l, in, first)
	if err != nil {
		return nil, err
	}
	for i, step := range l.Ints("strides") {
		if window := l.Ints("dilation_rate")[i] * (l.Ints("kernel_size")[i] - 1); step == 0 {
			return nil, standsStill(l, sizes[i]-1, window)
		}
	}
	out, err := convolutional.Slide(l, in, sizes, l.Ints("kernel_size"), l.Ints("strides"), l.Ints("dilation_rate"))
	if err != nil {
		return nil, err
	}
	if first {
		return append(spec.Shape{in[0], l.Int("filters")}, out...), nil
	}
	return append(append(spec.Shape{in[0]}, out...), l.Int("filters")), nil
}

// standsStill makes the error about strides of zero, which the constructor takes: the number of steps is without bound.
func standsStill(l *spec.Instance, size, window int) error {
	if l.Str("padding") == "valid" {
		size -= window
	}
	if size > 0 {
		return object.NewError(object.OverflowErrorClass, "%s: strides=%s never gets to the end of the input.", l.ClassName(), l.Repr(l.Value("strides")))
	}
	return l.Bad("strides", l.Value("strides"), "above 0")
}

func convState(l *spec.Instance, a []object.Object) (object.Object, error) {
	dims := append([]object.Object{a[0]}, append(append([]object.Object(nil), l.Items("spatial_dims")...), l.Value("input_dim"))...)
	if l.Str("data_format") == "channels_first" {
		dims = append([]object.Object{a[0], l.Value("input_dim")}, l.Items("spatial_dims")...)
	}
	shape, err := convShape(l, object.NewTuple(dims...))
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	for range 2 {
		z, err := layers.DoWith(l, "zeros", []object.Object{shape.Object()}, arg.Pairs("dtype", l.Value("compute_dtype")))
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, z)
	}
	return out, nil
}

// convStep computes one step: the output, and the two states.
func convStep(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	before, carried := c.Index(a[1], 0), c.Index(a[1], 1)
	axis := -1
	if l.Str("data_format") == "channels_first" {
		axis = 1
	}
	x := convSide(c, leaveOut(c, l, a[0], a[2], inputMask, 4), l.Value("kernel"), axis, "strides", l.Value("strides"), "padding", l.Value("padding"),
		"data_format", l.Value("data_format"), "dilation_rate", l.Value("dilation_rate"))
	if l.Bool("use_bias") {
		x = c.Do("add", x, c.Do("reshape", l.Value("bias"), wideBias(l, axis)))
	}
	h := convSide(c, leaveOut(c, l, before, a[2], stateMask, 4), l.Value("recurrent_kernel"), axis, "strides", 1, "padding", "same", "data_format", l.Value("data_format"))
	gates := c.Items(c.With("split", []object.Object{c.Do("add", x, h), object.Int(4)}, "axis", axis))
	if c.Err != nil {
		return nil, c.Err
	}
	out, carry := remember(l, c, gates, carried)
	return c.End(object.NewTuple(out, object.NewList(out, carry)))
}

// convSide slides the kernel of four gates over what goes into them: one tensor for all, or one for each.
func convSide(c *layers.Calc, in []object.Object, kernel object.Object, axis int, how ...any) object.Object {
	if len(in) == 1 {
		return c.With("conv", []object.Object{in[0], kernel}, how...)
	}
	parts := object.NewList()
	for i, x := range in {
		parts.Items = append(parts.Items, c.With("conv", []object.Object{x, partOf(c, kernel, 4, -1, i)}, how...))
	}
	return c.With("concatenate", []object.Object{parts}, "axis", axis)
}

// wideBias is the shape in which the bias of four gates is added to the channels.
func wideBias(l *spec.Instance, axis int) object.Object {
	dims := make(spec.Shape, l.Int("rank")+2)
	for i := range dims {
		dims[i] = 1
	}
	if axis < 0 {
		axis += len(dims)
	}
	dims[axis] = -1
	out := object.NewList()
	for _, d := range dims {
		out.Items = append(out.Items, object.Int(d))
	}
	return out
}

// convLSTM is what rank does not change.
var convLSTM = spec.Declare("keras.src.layers.rnn.conv_lstm", "ConvLSTM", func() spec.Class {
	return spec.Class{
		Base: RNN, Doc: "The base of convolutional LSTMs of all ranks.",
		Args: arg.Of(arg.Int("rank").As("-"), hidden(convWeights()), Sequence().Without("unroll"), arg.Check(func(l *spec.Instance) error {
			return layers.SetInputSpec(l, "ndim", int(l.Given.Get("rank").(object.Int))+3)
		})),
		Kwargs: "kwargs", Hand: handCellWith(func() *spec.Class { return convLSTMCell }, "conv_lstm_cell", "dtype"),
		Config: convKeys(), Finish: CellSeed, FromConfig: spec.Construct,
		Methods: []spec.Method{
			{Name: "compute_output_shape", Takes: "sequences_shape, initial_state_shape=None", Do: convSequenceShape},
			{Name: "compute_mask", Takes: "_, mask", Do: convMask},
		},
		Getters: OfCell(convWeights().Without("seed").Names()...),
	}
})

// hidden are arguments that become attributes of the cell, without the checks that the cell makes.
func hidden(list arg.List) arg.List {
	var out arg.List
	for _, a := range list {
		if !a.IsCheck() {
			out = append(out, a.As("-"))
		}
	}
	return out
}

// convKeys are the config's keys but the seed, which CellSeed adds.
func convKeys() []string {
	var out []string
	for _, n := range convWeights().Without("seed").Names() {
		if n == "kernel_constraint" {
			out = append(out, "activity_regularizer")
		}
		out = append(out, n)
	}
	return out
}

func convSequenceShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	in, err := spec.ShapeOf(l, "sequences_shape", a[0])
	if err != nil {
		return nil, err
	}
	if len(in) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	cell, ok := l.Value("cell").(*object.Instance)
	if !ok {
		return nil, l.BadType("cell", l.Value("cell"), "a cell")
	}
	state, err := convShape(arg.Self(l.T, cell), append(in[:1:1].Clone(), in[2:]...).Object())
	if err != nil {
		return nil, err
	}
	out := state
	if l.Bool("return_sequences") {
		out = append(in[:2:2].Clone(), state[1:]...)
	}
	if l.Bool("return_state") {
		return object.NewTuple(out.Object(), state.Object(), state.Object()), nil
	}
	return out.Object(), nil
}

// convMask is that of RNN for a layer with two states.
func convMask(l *spec.Instance, a []object.Object) (object.Object, error) {
	var out object.Object = object.None
	if flat := tree.Flatten(a[1]); l.Bool("return_sequences") && len(flat) > 0 {
		out = flat[0]
	}
	if l.Bool("return_state") {
		return object.NewList(out, object.None, object.None), nil
	}
	return out, nil
}

func declareConvLSTM(rank int, of string) *spec.Class {
	n := strconv.Itoa(rank)
	return spec.Declare("keras.src.layers.rnn.conv_lstm"+n+"d", "keras.layers.ConvLSTM"+n+"D", func() spec.Class {
		var args arg.List
		for _, a := range hidden(convWeights()) {
			if a.Name == "kernel_constraint" {
				args = append(args, arg.Regularizer("activity_regularizer", nil))
			}
			args = append(args, a)
		}
		return spec.Class{
			Base: convLSTM,
			Doc:  "Remembers along a sequence of " + of + ", with convolutions in the place of products.",
			Args: arg.Of(args, Sequence().Without("unroll")).ToBase(), Fixed: []any{"rank", rank}, Kwargs: "kwargs", Config: spec.None,
		}
	})
}

// The convolutional LSTMs of each rank.
var (
	ConvLSTM1D = declareConvLSTM(1, "sequences")
	ConvLSTM2D = declareConvLSTM(2, "images")
	ConvLSTM3D = declareConvLSTM(3, "volumes")
)
