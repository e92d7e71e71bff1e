package convolutional

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func allOnes(rank int) any {
	ones := make([]any, rank)
	for i := range ones {
		ones[i] = 1
	}
	if rank == 1 {
		return 1
	}
	return ones
}

func never(*spec.Instance) bool { return false }

// noZero refuses a tuple with a zero in it.
func noZero(name string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		for _, n := range l.Ints(name) {
			if n == 0 {
				return l.Bad(name, l.Value(name), "free of zeros")
			}
		}
		return nil
	})
}

// above0 refuses a number that is zero or below; None passes.
func above0(name string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		if l.IsNone(name) {
			return nil
		}
		low, err := l.Compare(name, object.Le, 0)
		if err != nil || !low {
			return err
		}
		return l.Bad(name, l.Value(name), "above 0")
	})
}

// outputPadding takes None or a tuple smaller than strides.
func outputPadding(rank int) arg.Arg {
	a := arg.TupleOrZero("output_padding", rank, nil).Says("how much is added at one side of the output")
	standard := a.Kind.Get
	kind := *a.Kind
	kind.Get = func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		return standard(l, a, v)
	}
	a.Kind = &kind
	return a
}

func belowStrides(l *spec.Instance) error {
	steps := l.Ints("strides")
	for i, p := range l.Ints("output_padding") {
		if i < len(steps) && p >= steps[i] {
			return l.Fail("output_padding", "output_padding must be below strides in each dimension, got output_padding=%s and strides=%s.",
				l.Repr(l.Value("output_padding")), l.Repr(l.Value("strides")))
		}
	}
	return nil
}

// transpose makes the declaration of a convolution that runs backwards: it spreads what a window would have seen.
func transpose(rank int, doc string) *spec.Class {
	n := strconv.Itoa(rank)
	name := "Conv" + n + "DTranspose"
	return spec.Declare("keras.src.layers.convolutional.conv"+n+"d_transpose", "keras.layers."+name+" keras.layers.Convolution"+n+"DTranspose", func() spec.Class {
		padding, format := outputPadding(rank), arg.DataFormat("data_format", nil)
		if rank == 3 { // whose signature has the two the other way round
			padding, format = format, padding
		}
		return spec.Class{
			Base: layers.Base, Doc: doc, Through: spec.Keys("keras.src.layers.convolutional.base_conv_transpose.BaseConvTranspose"),
			Args: arg.Of(
				arg.Int("filters").Says("the number of output channels"), arg.Tuple("kernel_size", rank).Says("the size of the window"),
				arg.Tuple("strides", rank, allOnes(rank)).Says("the window's steps"), arg.Padding("padding", never, "valid"), padding, format,
				arg.Tuple("dilation_rate", rank, allOnes(rank)).Says("the distance of the window's points"),
				arg.Activation("activation", nil), arg.Bool("use_bias", true), arg.Weights("kernel"),
				above0("filters"), noZero("kernel_size"), noZero("strides"), arg.Check(belowStrides), arg.Check(CheckStrides),
			),
			Kwargs: "kwargs", Taken: spec.Keys("rank"), ListShape: true,
			InitOrder: spec.Keys("filters", "kernel_size", "strides", "dilation_rate", "padding", "output_padding", "data_format"),
			Config: spec.Keys("filters", "kernel_size", "strides", "padding", "output_padding", "data_format", "dilation_rate", "activation", "use_bias",
				"kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint"),
			Setup: func(l *spec.Instance) error {
				if err := l.Set("rank", rank); err != nil {
					return err
				}
				return layers.SetInputSpec(l, "min_ndim", rank+2)
			},
			Takes:  "inputs",
			Call:   callTranspose,
			Build:  buildTranspose,
			Output: spread,
		}
	})
}

func buildTranspose(l *spec.Instance, in spec.Shape) error {
	axis, channels, err := Channels(l, in)
	if err != nil {
		return err
	}
	if err := layers.SetInputSpec(l, "min_ndim", l.Int("rank")+2, "axes", layers.Axes(axis, channels)); err != nil {
		return err
	}
	var last object.Object = object.None
	if channels != tensor.Unknown {
		last = object.Int(channels)
	}
	kernel := append(append([]object.Object(nil), l.Items("kernel_size")...), l.Value("filters"), last)
	if err := layers.AddWeight(l, "kernel", "kernel", layers.Weight{Shape: object.NewTuple(kernel...), Initializer: l.Value("kernel_initializer"),
		Regularizer: l.Value("kernel_regularizer"), Constraint: l.Value("kernel_constraint"), Dtype: l.Value("dtype")}); err != nil {
		return err
	}
	return layers.Bias(l, object.NewTuple(l.Value("filters")))
}

// spread is the output's shape.
func spread(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	first := l.Str("data_format") == "channels_first"
	if n := len(l.Items("kernel_size")) + 2; len(in) == 0 || len(in) > n {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	var sizes spec.Shape
	if len(in) > 2 && first {
		sizes = in[2:]
	} else if len(in) > 2 {
		sizes = in[1 : len(in)-1]
	}
	window, steps, dilation, extra := l.Ints("kernel_size"), l.Ints("strides"), l.Ints("dilation_rate"), l.Ints("output_padding")
	out := make(spec.Shape, len(sizes))
	for i, n := range sizes {
		if n == tensor.Unknown {
			out[i] = n
			continue
		}
		if err := wholeSize(l, i); err != nil {
			return nil, err
		}
		k := (window[i]-1)*dilation[i] + 1
		switch same := l.Str("padding") == "same"; {
		case same && l.IsNone("output_padding"):
			out[i] = n * steps[i]
		case same:
			out[i] = (n-1)*steps[i] + k%2 + extra[i]
		case l.IsNone("output_padding"):
			out[i] = (n-1)*steps[i] + max(k, steps[i])
		default:
			out[i] = (n-1)*steps[i] + k + extra[i]
		}
	}
	filters := l.Int("filters")
	if l.IsNone("filters") {
		filters = tensor.Unknown
	}
	if first {
		return append(spec.Shape{in[0], filters}, out...), nil
	}
	return append(append(spec.Shape{in[0]}, out...), filters), nil
}

// wholeSize refuses a float that the size of spatial dimension i is computed with: the constructor takes one, a shape does not.
func wholeSize(l *spec.Instance, i int) error {
	names := []string{"strides"}
	if !l.IsNone("output_padding") {
		names = append(names, "output_padding")
	}
	if l.Str("padding") != "same" || len(names) > 1 {
		names = append(names, "dilation_rate", "kernel_size")
	}
	for _, name := range names {
		items := l.Items(name)
		if i >= len(items) {
			continue
		}
		if _, float := object.Of(items[i]).(object.Float); float {
			return l.Fail(name, "%s must hold integers where an output shape is computed with it, got %s=%s.", name, name, l.Repr(l.Value(name)))
		}
	}
	return nil
}

// The layers.
var (
	Conv1DTranspose = transpose(1, "Spreads the steps of a sequence into longer ones.")
	Conv2DTranspose = transpose(2, "Spreads the pixels of images into larger ones.")
	Conv3DTranspose = transpose(3, "Spreads the points of volumes into larger ones.")
)
