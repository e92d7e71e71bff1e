package applications

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/python/object"
)

func init() {
	declare("mobilenet", "MobileNet", `input_shape=None, alpha=1.0, depth_multiplier=1, dropout=0.001, include_top=True, weights="imagenet", `+
		`input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name=None`, (*net).mobilenet)
}

// sizeFrom is the default size of a network that comes in several: that of the given shape if it is square and one of them.
func (n *net) sizeFrom(shape object.Object, sizes ...int) int {
	if shape == object.None || n.err != nil {
		return 224
	}
	rows, columns := n.side(shape, 0), n.side(shape, 1)
	for _, size := range sizes {
		if n.err == nil && rows == object.Int(size) && columns == object.Int(size) {
			return size
		}
	}
	return 224
}

// sized is the name of a network that the program did not name: with its width and the image's rows.
func (n *net) sized(prefix string, shape object.Object) object.Object {
	if name := n.args["name"]; name != object.None || n.err != nil {
		return name
	}
	return object.NewStr(prefix + strconv.FormatFloat(n.number("alpha"), 'f', 2, 64) + "_" + arg.Repr(n.t, n.side(shape, 0)))
}

func (n *net) mobilenet() object.Object {
	n.axis = n.lastAxis()
	if s, ok := object.Of(n.args["alpha"]).(*object.Str); ok { // Python repeats a string, and reads no number from it
		n.fail(object.ValueError("%s(): alpha must be a number, got %s.", n.function, arg.Repr(n.t, s)))
	}
	alpha := n.number("alpha")
	n.checkWeights()
	shape := n.inputShape(n.sizeFrom(n.args["input_shape"], 128, 160, 192, 224), 32)
	if n.args["weights"] != object.None && !n.is("depth_multiplier", object.Int(1)) {
		n.fail(object.ValueError("%s() with weights='imagenet' must have depth_multiplier=1, got %s.", n.function, arg.Repr(n.t, n.args["depth_multiplier"])))
	}
	n.checkWidth(0.25, 0.5, 0.75, 1)
	n.refuseWeights()
	relu := func(x object.Object, name string) object.Object {
		return n.add(n.norm(x, name+"_bn"), "ReLU", name+"_relu", "max_value", 6.0)
	}
	x := n.conv(n.begin(shape), "conv1", int(32*alpha), twice(3), "padding", "same", "use_bias", false, "strides", twice(2))
	x = relu(x, "conv1")
	for i, filters := range []int{64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024} {
		id, stride, padding := strconv.Itoa(i+1), 1, "same"
		if i == 1 || i == 3 || i == 5 || i == 11 {
			stride, padding = 2, "valid"
			x = n.pad(x, "conv_pad_"+id, [2][2]int{{0, 1}, {0, 1}})
		}
		x = n.add(x, "DepthwiseConv2D", "conv_dw_"+id, "kernel_size", twice(3), "padding", padding, "depth_multiplier", n.args["depth_multiplier"],
			"strides", twice(stride), "use_bias", false)
		x = n.conv(relu(x, "conv_dw_"+id), "conv_pw_"+id, int(float64(filters)*alpha), twice(1), "padding", "same", "use_bias", false, "strides", twice(1))
		x = relu(x, "conv_pw_"+id)
	}
	if n.truth("include_top") {
		x = n.add(x, "GlobalAveragePooling2D", "", "keepdims", true)
		x = n.add(x, "Dropout", "dropout", "rate", n.args["dropout"])
		x = n.add(x, "Conv2D", "conv_preds", "filters", n.args["classes"], "kernel_size", twice(1), "padding", "same")
		x = n.add(x, "Reshape", "reshape_2", "target_shape", object.NewTuple(n.args["classes"]))
		x = n.add(x, "Activation", "predictions", "activation", n.args["classifier_activation"])
	} else {
		x = n.pool(x, "", "")
	}
	return n.model(x, n.sized("mobilenet_", shape))
}
