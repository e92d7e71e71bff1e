package applications

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// stageV2 is a stage of EfficientNetV2. A fused block has one convolution in the place of two, and no weighing of channels.
type stageV2 struct {
	repeats, from, to, wider, stride int
	fused                            bool
}

var stagesV2 = map[string][]stageV2{
	"b": {{1, 32, 16, 1, 1, true}, {2, 16, 32, 4, 2, true}, {2, 32, 48, 4, 2, true}, {3, 48, 96, 4, 2, false}, {5, 96, 112, 6, 1, false}, {8, 112, 192, 6, 2, false}},
	"s": {{2, 24, 24, 1, 1, true}, {4, 24, 48, 4, 2, true}, {4, 48, 64, 4, 2, true}, {6, 64, 128, 4, 2, false}, {9, 128, 160, 6, 1, false}, {15, 160, 256, 6, 2, false}},
	"m": {{3, 24, 24, 1, 1, true}, {5, 24, 48, 4, 2, true}, {5, 48, 80, 4, 2, true}, {7, 80, 160, 4, 2, false}, {14, 160, 176, 6, 1, false}, {18, 176, 304, 6, 2, false}, {5, 304, 512, 6, 1, false}},
	"l": {{4, 32, 32, 1, 1, true}, {7, 32, 64, 4, 2, true}, {7, 64, 96, 4, 2, true}, {10, 96, 192, 4, 2, false}, {19, 192, 224, 6, 1, false}, {25, 224, 384, 6, 2, false}, {7, 384, 640, 6, 1, false}},
}

func init() {
	takes := strings.Replace(common, "name=", "include_preprocessing=True, name=", 1)
	for _, e := range []struct {
		name         string
		width, depth float64
		size         int
	}{{"B0", 1, 1, 224}, {"B1", 1, 1.1, 240}, {"B2", 1.1, 1.2, 260}, {"B3", 1.2, 1.4, 300}, {"S", 1, 1, 384}, {"M", 1, 1, 480}, {"L", 1, 1, 480}} {
		declare("efficientnet_v2", "EfficientNetV2"+e.name, takes+`"efficientnetv2-`+strings.ToLower(e.name)+`"`, func(n *net) object.Object {
			return n.efficientnetV2(e.width, e.depth, e.size)
		})
	}
}

// stagesOf finds the stages by the model's name, as Keras does: it must be one of the seven.
func (n *net) stagesOf() []stageV2 {
	name := n.text("name")
	kind, ok := strings.CutPrefix(name, "efficientnetv2-")
	switch {
	case !ok:
	case kind == "b0", kind == "b1", kind == "b2", kind == "b3":
		return stagesV2["b"]
	case kind == "s", kind == "m", kind == "l":
		return stagesV2[kind]
	}
	n.fail(object.KeyError(n.args["name"]))
	return nil
}

func (n *net) efficientnetV2(width, depth float64, size int) object.Object {
	n.axis = n.imageAxis()
	all := n.stagesOf()
	if n.err != nil {
		return object.None
	}
	wide := func(filters int) int {
		v := float64(filters) * width
		return max(8, int(v+4)/8*8)
	}
	x := n.start(size, 32)
	if n.truth("include_preprocessing") {
		x = n.preprocessV2(x)
	}
	x = n.scaled(x, "stem_conv", wide(all[0].from), 3, 2, "same")
	x = n.activation(n.normV2(x, "stem_bn"), "stem_activation", "swish")
	blocks, done := 0, 0
	for _, s := range all {
		blocks += s.repeats
	}
	for i, s := range all {
		s.from, s.to = wide(s.from), wide(s.to)
		for j := range repeats(depth, s.repeats) {
			if j > 0 {
				s.stride, s.from = 1, s.to
			}
			name, drop := "block"+strconv.Itoa(i+1)+string(rune('a'+j)), 0.2*float64(done)/float64(blocks)
			if s.fused {
				x = n.fused(x, name, s, drop)
			} else {
				x = n.mobileV2(x, name, s, drop)
			}
			done++
		}
	}
	x = n.scaled(x, "top_conv", wide(1280), 1, 1, "same")
	x = n.activation(n.normV2(x, "top_bn"), "top_activation", "swish")
	return n.classifyScaled(x, 0.2, "bias_initializer", n.of(n.zeros))
}

// zeros is the initializer Constant(0.0).
func (n *net) zeros() (object.Object, error) { return constant(n.t, 0.0) }

// preprocessV2 scales the pixels: by ImageNet's mean and variance for the networks B0 to B3 on three channels.
func (n *net) preprocessV2(x object.Object) object.Object {
	name := n.text("name")
	if n.given() != 3 || !strings.HasPrefix(name[strings.LastIndexByte(name, '-')+1:], "b") {
		return n.add(x, "Rescaling", "", "scale", 1.0/128, "offset", -1)
	}
	x = n.add(x, "Rescaling", "", "scale", 1.0/255)
	return n.add(x, "Normalization", "", "mean", floats(imageMean...), "variance", floats(square(imageDeviation[0]), square(imageDeviation[1]), square(imageDeviation[2])),
		"axis", n.axis)
}

// imageMean and imageDeviation are those of ImageNet's red, green and blue, between 0 and 1.
var imageMean, imageDeviation = []float64{0.485, 0.456, 0.406}, []float64{0.229, 0.224, 0.225}

func square(v float64) float64 { return v * v }

func (n *net) normV2(x object.Object, name string) object.Object {
	return n.norm(x, name, "momentum", 0.9)
}

func (n *net) mobileV2(inputs object.Object, name string, s stageV2, drop float64) object.Object {
	x, filters := inputs, s.from*s.wider
	if s.wider != 1 {
		x = n.scaled(x, name+"_expand_conv", filters, 1, 1, "same")
		x = n.activation(n.normV2(x, name+"_expand_bn"), name+"_expand_activation", "swish")
	}
	x = n.add(x, "DepthwiseConv2D", name+"_dwconv2", "kernel_size", 3, "strides", s.stride, "depthwise_initializer", convVariance(), "padding", "same", "use_bias", false)
	x = n.activation(n.normV2(x, name+"_bn"), name+"_activation", "swish")
	x = n.squeeze(x, name, s.from, filters)
	x = n.normV2(n.scaled(x, name+"_project_conv", s.to, 1, 1, "same"), name+"_project_bn")
	if s.stride == 1 && s.from == s.to {
		x = n.skip(x, inputs, name, drop)
	}
	return x
}

func (n *net) fused(inputs object.Object, name string, s stageV2, drop float64) object.Object {
	x, kernel, stride := inputs, 3, s.stride
	if s.wider != 1 {
		x = n.scaled(x, name+"_expand_conv", s.from*s.wider, 3, s.stride, "same")
		x = n.activation(n.normV2(x, name+"_expand_bn"), name+"_expand_activation", "swish")
		kernel, stride = 1, 1
	}
	x = n.normV2(n.scaled(x, name+"_project_conv", s.to, kernel, stride, "same"), name+"_project_bn")
	if s.wider == 1 {
		x = n.activation(x, name+"_project_activation", "swish")
	}
	if s.stride == 1 && s.from == s.to {
		x = n.skip(x, inputs, name, drop)
	}
	return x
}
