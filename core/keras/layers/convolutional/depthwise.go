package convolutional

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// rankAndSpec keeps the rank and asks for an input of at least as many dimensions.
func rankAndSpec(rank int) func(l *spec.Instance) error {
	return func(l *spec.Instance) error {
		if err := l.Set("rank", rank); err != nil {
			return err
		}
		return layers.SetInputSpec(l, "min_ndim", rank+2)
	}
}

// depthwise makes the declaration of a convolution of each channel apart.
func depthwise(rank int, doc string) *spec.Class {
	n := strconv.Itoa(rank)
	name := "DepthwiseConv" + n + "D"
	return spec.Declare("keras.src.layers.convolutional.depthwise_conv"+n+"d", "keras.layers."+name, func() spec.Class {
		return spec.Class{
			Base: layers.Base, Doc: doc, Through: spec.Keys("keras.src.layers.convolutional.base_depthwise_conv.BaseDepthwiseConv"),
			Args: arg.Of(
				arg.Tuple("kernel_size", rank).Says("the size of the window"), arg.Tuple("strides", rank, allOnes(rank)).Says("the window's steps"),
				arg.Padding("padding", never, "valid"), arg.Int("depth_multiplier", 1).Says("the number of outputs for each channel"), arg.DataFormat("data_format", nil),
				arg.Tuple("dilation_rate", rank, allOnes(rank)).Says("the distance of the window's points"), arg.Activation("activation", nil),
				arg.Bool("use_bias", true), arg.Weights("depthwise"), above0("depth_multiplier"), noZero("kernel_size"), noZero("strides"),
			),
			Kwargs: "kwargs", Taken: spec.Keys("rank"), InitOrder: spec.Keys("depth_multiplier", "kernel_size", "strides", "dilation_rate", "padding", "data_format"),
			Config: spec.Keys("depth_multiplier", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "activation", "use_bias",
				"depthwise_initializer", "bias_initializer", "depthwise_regularizer", "bias_regularizer", "activity_regularizer", "depthwise_constraint", "bias_constraint"),
			Setup: rankAndSpec(rank), Takes: "inputs", Call: callDepthwise,
			Build: func(l *spec.Instance, in spec.Shape) error {
				channels, err := prepare(l, in)
				if err != nil {
					return err
				}
				if err := layers.AddWeight(l, "kernel", "kernel", layers.Weight{Shape: kernelOf(l, channels), Initializer: l.Value("depthwise_initializer"),
					Regularizer: l.Value("depthwise_regularizer"), Constraint: l.Value("depthwise_constraint"), Dtype: l.Value("dtype")}); err != nil {
					return err
				}
				return layers.Bias(l, layers.ShapeObject(l.Int("depth_multiplier")*channels))
			},
			Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
				_, channels, err := Channels(l, in)
				if err != nil {
					return nil, err
				}
				if channels == tensor.Unknown {
					return nil, object.TypeError("%s must know the number of the input's channels, and the input's shape is %s.", l.ClassName(), in.String())
				}
				return slid(l, in, channels*l.Int("depth_multiplier"))
			},
		}
	})
}

// prepare sets the input's spec, checks that something is left of the input, and returns the number of its channels.
func prepare(l *spec.Instance, in spec.Shape) (int, error) {
	axis, channels, err := Channels(l, in)
	if err != nil {
		return 0, err
	}
	if err := layers.SetInputSpec(l, "min_ndim", l.Int("rank")+2, "axes", layers.Axes(axis, channels)); err != nil {
		return 0, err
	}
	if channels == tensor.Unknown {
		return 0, object.TypeError("%s must know the number of the input's channels, and the input's shape is %s.", l.ClassName(), in.String())
	}
	_, err = l.Method("compute_output_shape", in.Object())
	return channels, err
}

// kernelOf is the shape of a window over each channel. depth_multiplier stands in it as it was given: a shape takes no floats.
func kernelOf(l *spec.Instance, channels int) object.Object {
	items := append([]object.Object(nil), l.Items("kernel_size")...)
	return object.NewTuple(append(items, object.Int(channels), l.Value("depth_multiplier"))...)
}

// slid is the output's shape with the given number of channels.
func slid(l *spec.Instance, in spec.Shape, channels int) (spec.Shape, error) {
	first := l.Str("data_format") == "channels_first"
	sizes, err := Spatial(l, in, first)
	if err != nil {
		return nil, err
	}
	out, err := Slide(l, in, sizes, l.Ints("kernel_size"), l.Ints("strides"), l.Ints("dilation_rate"))
	if err != nil {
		return nil, err
	}
	if first {
		return append(spec.Shape{in[0], channels}, out...), nil
	}
	return append(append(spec.Shape{in[0]}, out...), channels), nil
}

// The layers.
var (
	DepthwiseConv1D = depthwise(1, "Slides a window over each channel of a sequence apart.")
	DepthwiseConv2D = depthwise(2, "Slides a window over each channel of images apart.")
)

// separable makes the declaration of a convolution of each channel apart, whose results are then mixed.
func separable(rank int, doc string) *spec.Class {
	n := strconv.Itoa(rank)
	name := "SeparableConv" + n + "D"
	return spec.Declare("keras.src.layers.convolutional.separable_conv"+n+"d", "keras.layers."+name+" keras.layers.SeparableConvolution"+n+"D", func() spec.Class {
		return spec.Class{
			Base: layers.Base, Doc: doc, Through: spec.Keys("keras.src.layers.convolutional.base_separable_conv.BaseSeparableConv"),
			Args: arg.Of(
				arg.Int("filters").Says("the number of output channels"), arg.Tuple("kernel_size", rank).Says("the size of the window"),
				arg.Tuple("strides", rank, allOnes(rank)).Says("the window's steps"), arg.Padding("padding", never, "valid"), arg.DataFormat("data_format", nil),
				arg.Tuple("dilation_rate", rank, allOnes(rank)).Says("the distance of the window's points"),
				arg.Int("depth_multiplier", 1).Says("the number of outputs for each channel before mixing"), arg.Activation("activation", nil), arg.Bool("use_bias", true),
				arg.Initializer("depthwise_initializer", "glorot_uniform"), arg.Initializer("pointwise_initializer", "glorot_uniform"), arg.Initializer("bias_initializer", "zeros"),
				arg.Regularizer("depthwise_regularizer", nil), arg.Regularizer("pointwise_regularizer", nil), arg.Regularizer("bias_regularizer", nil),
				arg.Regularizer("activity_regularizer", nil).ToBase(),
				arg.Constraint("depthwise_constraint", nil), arg.Constraint("pointwise_constraint", nil), arg.Constraint("bias_constraint", nil),
				above0("depth_multiplier"), above0("filters"), noZero("kernel_size"), noZero("strides"),
			),
			Kwargs: "kwargs", Taken: spec.Keys("rank"), InitOrder: spec.Keys("depth_multiplier", "filters", "kernel_size", "strides", "dilation_rate", "padding", "data_format"),
			Config: spec.Keys("depth_multiplier", "filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "activation", "use_bias",
				"depthwise_initializer", "pointwise_initializer", "bias_initializer", "depthwise_regularizer", "pointwise_regularizer", "bias_regularizer",
				"activity_regularizer", "depthwise_constraint", "pointwise_constraint", "bias_constraint"),
			Setup: rankAndSpec(rank), Takes: "inputs", Call: callSeparable,
			Build: func(l *spec.Instance, in spec.Shape) error {
				channels, err := prepare(l, in)
				if err != nil {
					return err
				}
				weight := func(attr string, shape object.Object, kind string) error {
					return layers.AddWeight(l, attr, attr, layers.Weight{Shape: shape, Initializer: l.Value(kind + "_initializer"),
						Regularizer: l.Value(kind + "_regularizer"), Constraint: l.Value(kind + "_constraint"), Dtype: l.Value("dtype")})
				}
				if err := weight("depthwise_kernel", kernelOf(l, channels), "depthwise"); err != nil {
					return err
				}
				point := make(spec.Shape, rank, rank+2)
				for i := range point {
					point[i] = 1
				}
				items := append(append(point, l.Int("depth_multiplier")*channels).Object().Items, l.Value("filters"))
				if err := weight("pointwise_kernel", object.NewTuple(items...), "pointwise"); err != nil {
					return err
				}
				return layers.Bias(l, object.NewTuple(l.Value("filters")))
			},
			Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) { return slid(l, in, l.Int("filters")) },
		}
	})
}

// The layers.
var (
	SeparableConv1D = separable(1, "Slides a window over each channel of a sequence and mixes the results.")
	SeparableConv2D = separable(2, "Slides a window over each channel of images and mixes the results.")
)
