package applications

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func init() {
	declare("mobilenet_v2", "MobileNetV2", `input_shape=None, alpha=1.0, include_top=True, weights="imagenet", input_tensor=None, pooling=None, `+
		`classes=1000, classifier_activation="softmax", name=None`, (*net).mobilenetV2)
}

// divisible rounds a number of filters to a multiple, and not down by more than a tenth.
func divisible(v float64, by int) int {
	n := max(by, int(v+float64(by)/2)/by*by)
	if float64(n) < 0.9*v {
		n += by
	}
	return n
}

// agree refuses an input_shape that contradicts the input_tensor.
func (n *net) agree() {
	shape, given := n.args["input_shape"], n.args["input_tensor"]
	if shape == object.None || given == object.None || n.err != nil {
		return
	}
	x, ok := given.(*tensor.KerasTensor)
	if !ok {
		n.fail(object.ValueError("%s(): input_tensor must be a symbolic tensor of Keras, got %s.", n.function, arg.Repr(n.t, given)))
		return
	}
	at := 2
	if n.first {
		at = 1
	}
	side := n.of(func() (object.Object, error) { return object.GetItem(n.t, shape, object.Int(1)) })
	own := n.of(func() (object.Object, error) { return object.GetItem(n.t, x.Shape.Object(), object.Int(at)) })
	if same, err := object.Equal(n.t, side, own); n.err == nil && err == nil && !same {
		n.fail(object.ValueError("%s(): input_shape=%s does not fit the input_tensor, whose shape is %s.", n.function, arg.Repr(n.t, shape), x.Shape.String()))
	}
}

// known is the input_shape, or the shape of the input_tensor where that is all there is.
func (n *net) known() object.Object {
	if x, ok := n.args["input_tensor"].(*tensor.KerasTensor); ok && n.args["input_shape"] == object.None && len(x.Shape) > 1 {
		return x.Shape[1:].Object()
	}
	return n.args["input_shape"]
}

func (n *net) mobilenetV2() object.Object {
	n.axis = n.lastAxis()
	alpha := n.number("alpha")
	n.checkWeights()
	n.agree()
	shape := n.inputShape(n.sizeFrom(n.known(), 96, 128, 160, 192, 224), 32)
	n.checkWidth(0.35, 0.5, 0.75, 1, 1.3, 1.4)
	n.refuseWeights()
	norm := func(x object.Object, name string) object.Object {
		return n.norm(x, name, "epsilon", 1e-3, "momentum", 0.999)
	}
	relu := func(x object.Object, name string) object.Object { return n.add(x, "ReLU", name, "max_value", 6.0) }
	x := n.conv(n.begin(shape), "Conv1", divisible(32*alpha, 8), 3, "strides", twice(2), "padding", "same", "use_bias", false)
	x = relu(norm(x, "bn_Conv1"), "Conv1_relu")
	for i, filters := range []int{16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320} {
		stride, padding := 1, "same"
		if i == 1 || i == 3 || i == 6 || i == 13 {
			stride, padding = 2, "valid"
		}
		prefix, shortcut, channels := "expanded_conv_", x, n.channels(x)
		if i > 0 {
			prefix = "block_" + strconv.Itoa(i) + "_"
			x = n.conv(x, prefix+"expand", 6*channels, 1, "padding", "same", "use_bias", false)
			x = relu(norm(x, prefix+"expand_BN"), prefix+"expand_relu")
		}
		if stride == 2 {
			x = n.pad(x, prefix+"pad", n.even(x, 3))
		}
		x = n.add(x, "DepthwiseConv2D", prefix+"depthwise", "kernel_size", 3, "strides", stride, "use_bias", false, "padding", padding)
		x = relu(norm(x, prefix+"depthwise_BN"), prefix+"depthwise_relu")
		wide := divisible(float64(int(float64(filters)*alpha)), 8)
		x = norm(n.conv(x, prefix+"project", wide, 1, "padding", "same", "use_bias", false), prefix+"project_BN")
		if channels == wide && stride == 1 {
			x = n.add(list(shortcut, x), "Add", prefix+"add")
		}
	}
	last := 1280
	if alpha > 1 {
		last = divisible(1280*alpha, 8)
	}
	x = relu(norm(n.conv(x, "Conv_1", last, 1, "use_bias", false), "Conv_1_bn"), "out_relu")
	n.args["name"] = n.sized("mobilenetv2_", shape)
	return n.finish(x, "", false)
}
