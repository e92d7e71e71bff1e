package applications

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// bottleneck is a block of MobileNetV3: how much wider it is inside, its filters, its stride, and whether it has the larger
// kernel, the squeeze and the activation that minimalistic networks do without.
type bottleneck struct {
	wider                  float64
	filters, stride        int
	large, squeeze, swishy bool
}

var smallV3 = []bottleneck{
	{1, 16, 2, false, true, false}, {72.0 / 16, 24, 2, false, false, false}, {88.0 / 24, 24, 1, false, false, false}, {4, 40, 2, true, true, true},
	{6, 40, 1, true, true, true}, {6, 40, 1, true, true, true}, {3, 48, 1, true, true, true}, {3, 48, 1, true, true, true},
	{6, 96, 2, true, true, true}, {6, 96, 1, true, true, true}, {6, 96, 1, true, true, true},
}

var largeV3 = []bottleneck{
	{1, 16, 1, false, false, false}, {4, 24, 2, false, false, false}, {3, 24, 1, false, false, false}, {3, 40, 2, true, true, false},
	{3, 40, 1, true, true, false}, {3, 40, 1, true, true, false}, {6, 80, 2, false, false, true}, {2.5, 80, 1, false, false, true},
	{2.3, 80, 1, false, false, true}, {2.3, 80, 1, false, false, true}, {6, 112, 1, false, true, true}, {6, 112, 1, false, true, true},
	{6, 160, 2, true, true, true}, {6, 160, 1, true, true, true}, {6, 160, 1, true, true, true},
}

func init() {
	takes := `input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet", input_tensor=None, classes=1000, pooling=None, ` +
		`dropout_rate=0.2, classifier_activation="softmax", include_preprocessing=True, name=`
	declare("mobilenet_v3", "MobileNetV3Small", takes+`"MobileNetV3Small"`, func(n *net) object.Object { return n.mobilenetV3(smallV3, 1024) })
	declare("mobilenet_v3", "MobileNetV3Large", takes+`"MobileNetV3Large"`, func(n *net) object.Object { return n.mobilenetV3(largeV3, 1280) })
}

// shapeV3 is the image's shape: these networks are convolutions up to their end and take any size.
func (n *net) shapeV3() object.Object {
	n.checkWeights()
	n.agree()
	shape := n.args["input_shape"]
	if x, ok := n.args["input_tensor"].(*tensor.KerasTensor); ok && shape == object.None && n.err == nil {
		at := 1
		if n.first {
			at = 2
		}
		if len(x.Shape) < at+2 {
			n.fail(object.NewError(object.IndexErrorClass, "tuple index out of range"))
			return shape
		}
		sides := x.Shape[at : at+2].Object().Items
		if shape = object.NewTuple(sides[1], sides[0], object.Int(3)); n.first {
			shape = object.NewTuple(object.Int(3), sides[1], sides[0])
		}
	} else if shape == object.None && n.args["input_tensor"] == object.None {
		shape = n.square(object.None, object.Int(3))
	}
	rows, columns := n.side(shape, 0), n.side(shape, 1)
	for _, v := range []object.Object{rows, columns} {
		if n.err != nil || rows == object.None || columns == object.None {
			break
		}
		small, err := object.Compare(n.t, object.Lt, v, object.Int(32))
		if err != nil {
			n.fail(err)
		} else if small == object.Object(object.True) {
			n.fail(object.ValueError("%s() takes images of 32x32 pixels or more, got input_shape=%s.", n.function, arg.Repr(n.t, shape)))
		}
	}
	if n.truth("minimalistic") {
		n.checkWidth(1)
	} else {
		n.checkWidth(0.75, 1)
	}
	n.refuseWeights()
	return shape
}

func (n *net) mobilenetV3(blocks []bottleneck, point int) object.Object {
	n.axis = n.lastAxis()
	alpha, full := n.number("alpha"), !n.truth("minimalistic")
	activate := func(x object.Object, swishy bool) object.Object {
		if swishy && full {
			return n.activation(x, "", "hard_swish")
		}
		return n.add(x, "ReLU", "")
	}
	x := n.begin(n.shapeV3())
	if n.truth("include_preprocessing") {
		x = n.add(x, "Rescaling", "", "scale", 1/127.5, "offset", -1.0)
	}
	x = n.conv(x, "conv", 16, 3, "strides", twice(2), "padding", "same", "use_bias", false)
	x = activate(n.normV3(x, "conv_bn"), true)
	for i, b := range blocks {
		x = n.bottleneck(x, i, b, alpha, full, activate)
	}
	x = n.conv(x, "conv_1", divisible(float64(n.channels(x)*6), 8), 1, "padding", "same", "use_bias", false)
	x = activate(n.normV3(x, "conv_1_bn"), true)
	if !n.truth("include_top") {
		return n.model(n.pool(x, "avg_pool", "max_pool"), n.args["name"])
	}
	if alpha > 1 {
		point = divisible(float64(point)*alpha, 8)
	}
	x = n.add(x, "GlobalAveragePooling2D", "", "keepdims", true)
	x = activate(n.conv(x, "conv_2", point, 1, "padding", "same", "use_bias", true), true)
	if n.number("dropout_rate") > 0 {
		x = n.add(x, "Dropout", "", "rate", n.args["dropout_rate"])
	}
	x = n.add(x, "Conv2D", "logits", "filters", n.args["classes"], "kernel_size", 1, "padding", "same")
	x = n.add(n.add(x, "Flatten", ""), "Activation", "predictions", "activation", n.args["classifier_activation"])
	return n.model(x, n.args["name"])
}

func (n *net) normV3(x object.Object, name string) object.Object {
	return n.norm(x, name, "epsilon", 1e-3, "momentum", 0.999)
}

func (n *net) bottleneck(x object.Object, i int, b bottleneck, alpha float64, full bool, activate func(object.Object, bool) object.Object) object.Object {
	prefix, shortcut, channels := "expanded_conv_", x, n.channels(x)
	inside := divisible(float64(channels)*b.wider, 8)
	if i > 0 {
		prefix += strconv.Itoa(i) + "_"
		x = n.conv(x, prefix+"expand", inside, 1, "padding", "same", "use_bias", false)
		x = activate(n.normV3(x, prefix+"expand_bn"), b.swishy)
	}
	kernel, padding := 3, "same"
	if b.large && full {
		kernel = 5
	}
	if b.stride == 2 {
		padding = "valid"
		x = n.pad(x, prefix+"depthwise_pad", n.even(x, kernel))
	}
	x = n.add(x, "DepthwiseConv2D", prefix+"depthwise", "kernel_size", kernel, "strides", b.stride, "padding", padding, "use_bias", false)
	x = activate(n.normV3(x, prefix+"depthwise_bn"), b.swishy)
	if b.squeeze && full {
		x = n.squeezeV3(x, inside, prefix+"squeeze_excite_")
	}
	filters := divisible(float64(b.filters)*alpha, 8)
	x = n.normV3(n.conv(x, prefix+"project", filters, 1, "padding", "same", "use_bias", false), prefix+"project_bn")
	if b.stride == 1 && channels == filters {
		x = n.add(list(shortcut, x), "Add", prefix+"add")
	}
	return x
}

// squeezeV3 weighs the channels by a hard sigmoid, which these networks make of a ReLU and arithmetic.
func (n *net) squeezeV3(x object.Object, filters int, prefix string) object.Object {
	y := n.add(x, "GlobalAveragePooling2D", prefix+"avg_pool", "keepdims", true)
	y = n.conv(y, prefix+"conv", divisible(float64(filters)*0.25, 8), 1, "padding", "same")
	y = n.conv(n.add(y, "ReLU", prefix+"relu"), prefix+"conv_1", filters, 1, "padding", "same")
	gate := n.make("ReLU", "", "max_value", 6.0)
	y = n.of(func() (object.Object, error) { return object.Binary(n.t, object.Add, y, object.Float(3)) })
	y = n.call(gate, y)
	y = n.of(func() (object.Object, error) { return object.Binary(n.t, object.Mul, y, object.Float(1.0/6)) })
	return n.add(list(x, y), "Multiply", prefix+"mul")
}
