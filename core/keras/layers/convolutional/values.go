package convolutional

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// window are the keyword arguments that every convolution hands to keras.ops.
func window(l *spec.Instance) []any {
	return []any{calc.KW("strides", l.Value("strides")), calc.KW("padding", l.Value("padding")), calc.KW("dilation_rate", l.Value("dilation_rate")),
		calc.KW("data_format", l.Value("data_format"))}
}

// finished adds the bias of some channels, where there is one, and applies the activation.
func finished(c *calc.Calc, l *spec.Instance, y object.Object, channels object.Object) (object.Object, error) {
	if l.Bool("use_bias") {
		ones := make([]object.Object, l.Int("rank"))
		for i := range ones {
			ones[i] = object.Int(1)
		}
		shape := append(append([]object.Object{object.Int(1)}, ones...), channels)
		if l.Str("data_format") == "channels_first" {
			shape = append([]object.Object{object.Int(1), channels}, ones...)
		}
		y = c.Add(y, c.Do("reshape", l.Value("bias"), object.NewTuple(shape...)))
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return layers.Activate(l, y)
}

func callTranspose(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	y := c.Do("conv_transpose", append([]any{a[0], l.Value("kernel"), calc.KW("output_padding", l.Value("output_padding"))}, window(l)...)...)
	return finished(c, l, y, l.Value("filters"))
}

func callDepthwise(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	y := c.Do("depthwise_conv", append([]any{a[0], l.Value("kernel")}, window(l)...)...)
	_, channels, err := Channels(l, c.Shape(a[0]))
	if err != nil {
		return nil, err
	}
	return finished(c, l, y, object.Int(l.Int("depth_multiplier")*channels))
}

func callSeparable(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	y := c.Do("separable_conv", append([]any{a[0], l.Value("depthwise_kernel"), l.Value("pointwise_kernel")}, window(l)...)...)
	return finished(c, l, y, l.Value("filters"))
}

// causal pads a sequence at its start, so that no output sees what comes later.
func causal(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	left := l.Ints("dilation_rate")[0] * (l.Ints("kernel_size")[0] - 1)
	none, before := calc.Value([]int{0, 0}), calc.Value([]int{left, 0})
	margins := object.NewTuple(none, before, none)
	if l.Str("data_format") == "channels_first" {
		margins = object.NewTuple(none, none, before)
	}
	return c.End(c.Do("conv", c.Do("pad", a[0], margins), a[1], calc.KW("strides", l.Value("strides")), calc.KW("padding", "valid"),
		calc.KW("dilation_rate", l.Value("dilation_rate")), calc.KW("data_format", l.Value("data_format"))))
}
