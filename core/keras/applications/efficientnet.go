package applications

import (
	"math"
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/python/object"
)

// stage is a stage of EfficientNet: blocks of one kernel and one number of filters, the first of which has the stride.
type stage struct {
	kernel, repeats, from, to, wider, stride int
}

var stages = []stage{{3, 1, 32, 16, 1, 1}, {3, 2, 16, 24, 6, 2}, {5, 2, 24, 40, 6, 2}, {3, 3, 40, 80, 6, 2}, {5, 3, 80, 112, 6, 1}, {5, 4, 112, 192, 6, 2}, {3, 1, 192, 320, 6, 1}}

func init() {
	for i, e := range []struct {
		width, depth float64
		size         int
		dropout      float64
	}{{1, 1, 224, 0.2}, {1, 1.1, 240, 0.2}, {1.1, 1.2, 260, 0.3}, {1.2, 1.4, 300, 0.3}, {1.4, 1.8, 380, 0.4}, {1.6, 2.2, 456, 0.4}, {1.8, 2.6, 528, 0.5}, {2, 3.1, 600, 0.5}} {
		b := strconv.Itoa(i)
		declare("efficientnet", "EfficientNetB"+b, common+`"efficientnetb`+b+`"`, func(n *net) object.Object {
			return n.efficientnet(e.width, e.depth, e.size, e.dropout)
		})
	}
}

// variance is the initializer of kernels in these networks: VarianceScaling over the outputs.
func variance(scale float64, distribution string) object.Object {
	dict := func(pairs ...any) *object.Dict {
		d := object.NewDict()
		for _, k := range arg.Pairs(pairs...) {
			d.SetName(k.Name.String(), k.Value)
		}
		return d
	}
	return dict("class_name", "VarianceScaling", "config", dict("scale", scale, "mode", "fan_out", "distribution", distribution))
}

func convVariance() object.Object { return variance(2, "truncated_normal") }

// scaled is a convolution without bias and with the kernels of these networks.
func (n *net) scaled(x object.Object, name string, filters int, kernel any, stride int, padding string) object.Object {
	return n.conv(x, name, filters, kernel, "strides", stride, "padding", padding, "use_bias", false, "kernel_initializer", convVariance())
}

// floats is a list of numbers.
func floats(values ...float64) object.Object {
	items := make([]object.Object, len(values))
	for i, v := range values {
		items[i] = object.Float(v)
	}
	return list(items...)
}

func repeats(depth float64, n int) int { return int(math.Ceil(depth * float64(n))) }

func (n *net) efficientnet(width, depth float64, size int, dropout float64) object.Object {
	n.axis = n.imageAxis()
	wide := func(filters int) int { return divisible(float64(filters)*width, 8) }
	x := n.add(n.start(size, 32), "Rescaling", "", "scale", 1.0/255)
	x = n.add(x, "Normalization", "", "axis", n.axis)
	x = n.pad(x, "stem_conv_pad", n.even(x, 3))
	x = n.scaled(x, "stem_conv", wide(32), 3, 2, "valid")
	x = n.activation(n.norm(x, "stem_bn"), "stem_activation", "swish")
	all, done := 0, 0
	for _, s := range stages {
		all += repeats(depth, s.repeats)
	}
	for i, s := range stages {
		s.from, s.to = wide(s.from), wide(s.to)
		for j := range repeats(depth, s.repeats) {
			if j > 0 {
				s.stride, s.from = 1, s.to
			}
			x = n.mobile(x, "block"+strconv.Itoa(i+1)+string(rune('a'+j)), s, 0.2*float64(done)/float64(all))
			done++
		}
	}
	x = n.scaled(x, "top_conv", wide(1280), 1, 1, "same")
	x = n.activation(n.norm(x, "top_bn"), "top_activation", "swish")
	return n.classifyScaled(x, dropout)
}

// classifyScaled is the end of both families of EfficientNet.
func (n *net) classifyScaled(x object.Object, dropout float64, pairs ...any) object.Object {
	if n.truth("include_top") {
		x = n.add(n.add(x, "GlobalAveragePooling2D", "avg_pool"), "Dropout", "top_dropout", "rate", dropout)
		x = n.classify(x, "predictions", append([]any{"kernel_initializer", variance(1.0/3, "uniform")}, pairs...)...)
	} else {
		x = n.pool(x, "avg_pool", "max_pool")
	}
	return n.model(x, n.args["name"])
}

// mobile is a block of EfficientNet: wider, over the pixels of each channel, the channels weighed, narrower.
func (n *net) mobile(inputs object.Object, name string, s stage, drop float64) object.Object {
	x, filters, padding := inputs, s.from*s.wider, "same"
	if s.wider != 1 {
		x = n.scaled(x, name+"_expand_conv", filters, 1, 1, "same")
		x = n.activation(n.norm(x, name+"_expand_bn"), name+"_expand_activation", "swish")
	}
	if s.stride == 2 {
		padding = "valid"
		x = n.pad(x, name+"_dwconv_pad", n.even(x, s.kernel))
	}
	x = n.add(x, "DepthwiseConv2D", name+"_dwconv", "kernel_size", s.kernel, "strides", s.stride, "padding", padding, "use_bias", false,
		"depthwise_initializer", convVariance())
	x = n.activation(n.norm(x, name+"_bn"), name+"_activation", "swish")
	x = n.squeeze(x, name, s.from, filters)
	x = n.norm(n.scaled(x, name+"_project_conv", s.to, 1, 1, "same"), name+"_project_bn")
	if s.stride == 1 && s.from == s.to {
		x = n.skip(x, inputs, name, drop)
	}
	return x
}

// squeeze weighs the channels by what a quarter as many units say of their averages.
func (n *net) squeeze(x object.Object, name string, from, filters int) object.Object {
	y := n.add(x, "GlobalAveragePooling2D", name+"_se_squeeze")
	shape := arg.T(1, 1, filters)
	if n.first {
		shape = arg.T(filters, 1, 1)
	}
	y = n.add(y, "Reshape", name+"_se_reshape", "target_shape", shape)
	y = n.conv(y, name+"_se_reduce", max(1, from/4), 1, "padding", "same", "activation", "swish", "kernel_initializer", convVariance())
	y = n.conv(y, name+"_se_expand", filters, 1, "padding", "same", "activation", "sigmoid", "kernel_initializer", convVariance())
	return n.add(list(x, y), "Multiply", name+"_se_excite")
}

// skip adds what the block was given; training drops whole blocks.
func (n *net) skip(x, inputs object.Object, name string, drop float64) object.Object {
	if drop > 0 {
		x = n.add(x, "Dropout", name+"_drop", "rate", drop, "noise_shape", arg.T(nil, 1, 1, 1))
	}
	return n.add(list(x, inputs), "Add", name+"_add")
}
