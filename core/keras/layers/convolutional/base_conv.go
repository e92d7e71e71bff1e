// Package convolutional holds the layers of Keras's folder layers/convolutional.
package convolutional

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// arguments are those of a convolution over rank dimensions; strides and dilation are the defaults' form, 1 or a tuple of ones.
func arguments(ones any) arg.List {
	return arg.Of(
		arg.Int("filters").Says("the number of output channels"), arg.Tuple("kernel_size", -1).Says("the size of the window"),
		arg.Tuple("strides", -1, ones).Says("the window's steps"),
		arg.Padding("padding", func(l *spec.Instance) bool { return l.Int("rank") == 1 }, "valid"),
		arg.DataFormat("data_format", nil), arg.Tuple("dilation_rate", -1, ones).Says("the distance of the window's points"),
		arg.Int("groups", 1).Says("how many parts the channels are split into"), arg.Activation("activation", nil),
		arg.Bool("use_bias", true), arg.Weights("kernel"),
	)
}

// baseConv is what rank does not change.
var baseConv = spec.Declare("keras.src.layers.convolutional.base_conv", "BaseConv", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "The base of convolutions of all ranks.",
		Args: arg.Of(arg.Int("rank"), arguments(1), arg.LoRA(), arg.Check(setUp)), Kwargs: "kwargs",
		InitOrder: spec.Keys("rank", "filters", "groups", "kernel_size", "strides", "dilation_rate", "padding", "data_format"),
		Config: spec.Keys("filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "groups", "activation", "use_bias",
			"kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint"),
		IfSet:   [][]string{{"lora_rank", "lora_alpha"}},
		Takes:   "inputs",
		Build:   build,
		Output:  outputShape,
		Call:    call,
		Getters: []spec.Getter{layers.Kernel("kernel", "_kernel")},
		Methods: []spec.Method{{Name: "convolution_op", Takes: "inputs, kernel", Do: convolve}, layers.SaveMerged("kernel"), layers.LoadMerged("kernel", "_kernel"), layers.EnableLoRA("kernel", "_kernel", func(l *spec.Instance, rank object.Object) (a, b object.Object) {
			k := layers.WeightShape(l, "_kernel")
			items := append([]object.Object(nil), k[:len(k)-1].Object().Items...)
			return object.NewTuple(append(items, rank)...), object.NewTuple(rank, l.Value("filters"))
		})},
	}
})

// setUp makes the checks that follow the attributes.
func setUp(l *spec.Instance) error {
	if err := l.Set("lora_enabled", false); err != nil {
		return err
	}
	if err := layers.SetInputSpec(l, "min_ndim", l.Int("rank")+2); err != nil {
		return err
	}
	if err := CheckFilters(l, "filters"); err != nil {
		return err
	}
	return CheckStrides(l)
}

// CheckFilters checks filters and groups: each above zero, the one a multiple of the other.
func CheckFilters(l *spec.Instance, filters string) error {
	if !l.IsNone(filters) {
		if low, err := l.Compare(filters, object.Le, 0); err != nil || low {
			if err != nil {
				return err
			}
			return l.Bad(filters, l.Value(filters), "above 0")
		}
	}
	if l.IsNone("groups") && l.Given.Get("groups") == nil {
		return nil
	}
	if low, err := l.Compare("groups", object.Le, 0); err != nil || low {
		if err != nil {
			return err
		}
		return l.Bad("groups", l.Value("groups"), "a positive integer")
	}
	if l.IsNone(filters) {
		return nil
	}
	rest, err := object.Binary(l.T, object.Mod, l.Value(filters), l.Value("groups"))
	if err != nil {
		return err
	}
	if uneven, err := object.Truth(l.T, rest); err != nil || uneven {
		if err != nil {
			return err
		}
		return l.Fail("groups", "%s=%s is no multiple of groups=%s.", filters, l.Repr(l.Value(filters)), l.Repr(l.Value("groups")))
	}
	return nil
}

// CheckStrides refuses strides and dilation above one together.
func CheckStrides(l *spec.Instance) error {
	wide := func(name string) bool {
		for _, n := range l.Ints(name) {
			if n > 1 {
				return true
			}
		}
		return false
	}
	if wide("strides") && wide("dilation_rate") {
		return l.Fail("strides", "strides above 1 do not go with a dilation_rate above 1, got strides=%s and dilation_rate=%s.",
			l.Repr(l.Value("strides")), l.Repr(l.Value("dilation_rate")))
	}
	return nil
}

// Channels returns the axis of the channels and their number in the input.
func Channels(l *spec.Instance, in spec.Shape) (axis, n int, err error) {
	axis, at := -1, len(in)-1
	if l.Str("data_format") == "channels_first" {
		axis, at = 1, 1
	}
	if at < 0 || at >= len(in) {
		return 0, 0, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	return axis, in[at], nil
}

func build(l *spec.Instance, in spec.Shape) error {
	axis, channels, err := Channels(l, in)
	if err != nil {
		return err
	}
	if err := layers.SetInputSpec(l, "min_ndim", l.Int("rank")+2, "axes", layers.Axes(axis, channels)); err != nil {
		return err
	}
	if channels == tensor.Unknown {
		return object.TypeError("%s must know the number of the input's channels, and the input's shape is %s.", l.ClassName(), in.String())
	}
	groups := l.Int("groups")
	if channels%groups != 0 {
		return l.Fail("groups", "the input has %d channels, which is no multiple of groups=%d.", channels, groups)
	}
	if _, err := l.Method("compute_output_shape", in.Object()); err != nil {
		return err
	}
	kernel := append(append([]object.Object(nil), l.Items("kernel_size")...), object.Int(channels/groups), l.Value("filters"))
	if err := layers.AddWeight(l, "_kernel", "kernel", layers.Weight{Shape: object.NewTuple(kernel...), Initializer: l.Value("kernel_initializer"),
		Regularizer: l.Value("kernel_regularizer"), Constraint: l.Value("kernel_constraint"), Dtype: l.Value("dtype")}); err != nil {
		return err
	}
	if err := layers.Bias(l, object.NewTuple(l.Value("filters"))); err != nil {
		return err
	}
	return layers.LoRAAfterBuild(l, true)
}

func call(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	y := c.Call(c.Attr(l.Instance, "convolution_op"), []object.Object{a[0], l.Value("kernel")})
	if l.Bool("use_bias") {
		y = c.Do("add", y, c.Do("reshape", l.Value("bias"), BiasShape(l)))
	}
	return c.End(c.Activate(y))
}

// convolve is convolution_op, which a program may override.
func convolve(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	if l.Str("padding") == "causal" && l.Int("rank") == 1 {
		return causal(l, a)
	}
	return c.End(c.With("conv", a, "strides", object.NewList(l.Items("strides")...), "padding", l.Value("padding"),
		"dilation_rate", l.Value("dilation_rate"), "data_format", l.Value("data_format")))
}

// BiasShape is the shape in which a bias is added to images: ones for all dimensions but the channels.
func BiasShape(l *spec.Instance) object.Object {
	ones := make([]object.Object, l.Int("rank"))
	for i := range ones {
		ones[i] = object.Int(1)
	}
	if l.Str("data_format") == "channels_first" {
		return object.NewTuple(append([]object.Object{object.Int(1), l.Value("filters")}, ones...)...)
	}
	return object.NewTuple(append(append([]object.Object{object.Int(1)}, ones...), l.Value("filters"))...)
}

// outputShape is the shape of a convolution's output.
func outputShape(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	first := l.Str("data_format") == "channels_first"
	sizes, err := Spatial(l, in, first)
	if err != nil {
		return nil, err
	}
	out, err := Slide(l, in, sizes, l.Ints("kernel_size"), l.Ints("strides"), l.Ints("dilation_rate"))
	if err != nil {
		return nil, err
	}
	filters := tensor.Unknown
	if !l.IsNone("filters") {
		filters = l.Int("filters")
	}
	if first {
		return append(spec.Shape{in[0], filters}, out...), nil
	}
	return append(append(spec.Shape{in[0]}, out...), filters), nil
}

// Spatial returns the dimensions between batch and channels; the input must have rank+2 dimensions.
func Spatial(l *spec.Instance, in spec.Shape, first bool) (spec.Shape, error) {
	if len(in) != len(l.Items("kernel_size"))+2 {
		return nil, object.ValueError("%s takes an input with %d dimensions, and its shape is %s.", l.ClassName(), len(l.Items("kernel_size"))+2, in.String())
	}
	if first {
		return in[2:], nil
	}
	return in[1 : len(in)-1], nil
}

// Slide returns the sizes that remain when a window slides over sizes. What padding leaves nothing is refused.
func Slide(l *spec.Instance, in, sizes spec.Shape, window, strides, dilation []int) (spec.Shape, error) {
	out := make(spec.Shape, len(sizes))
	padding := l.Str("padding")
	if padding != "valid" && padding != "same" && padding != "causal" {
		return nil, l.Bad("padding", l.Value("padding"), "'valid' or 'same'")
	}
	for i, n := range sizes {
		if n == tensor.Unknown {
			out[i] = tensor.Unknown
			continue
		}
		over := n - 1
		if padding == "valid" {
			over = n - dilation[i]*(window[i]-1) - 1
		}
		out[i] = floorDiv(over, strides[i]) + 1
		if padding == "valid" && out[i] <= 0 {
			return nil, l.Fail("kernel_size", "the window does not fit into the input: nothing would be left of the shape %s with kernel_size=%s, "+
				"strides=%s, dilation_rate=%s.", in.String(), l.Repr(l.Value("kernel_size")), l.Repr(l.Value("strides")), l.Repr(l.Value("dilation_rate")))
		}
	}
	return out, nil
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// conv makes the declaration of a convolution over rank dimensions: its arguments go to baseConv.
func conv(rank int, c spec.Class) spec.Class {
	ones := make([]any, rank)
	for i := range ones {
		ones[i] = 1
	}
	var def any = ones
	if rank == 1 {
		def = 1
	}
	args := arguments(def).ToBase()
	if rank == 1 {
		args = args.Among("padding", "valid", "same", "causal")
	}
	c.Base, c.Args, c.Fixed, c.Kwargs, c.Config = baseConv, args, []any{"rank", rank}, "kwargs", spec.None
	return c
}
