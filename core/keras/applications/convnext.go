package applications

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/models"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/utils"
	"layerglass/core/python/object"
)

func init() {
	for _, c := range []struct {
		name, key string
		third     int // blocks in the third stage
		filters   int // of the first stage; each further one has twice as many
	}{{"Tiny", "tiny", 9, 96}, {"Small", "small", 27, 96}, {"Base", "base", 27, 128}, {"Large", "large", 27, 192}, {"XLarge", "xlarge", 27, 256}} {
		declare("convnext", "ConvNeXt"+c.name, `include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None, `+
			`pooling=None, classes=1000, classifier_activation="softmax", name="convnext_`+c.key+`"`,
			func(n *net) object.Object { return n.convnext([4]int{3, 3, c.third, 3}, c.filters) })
	}
}

// LayerScale multiplies each channel by a weight of its own.
var LayerScale = spec.Declare("keras.src.applications.convnext", "LayerScale", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Doc: "Multiplies each channel by a weight of its own.",
		Args: arg.Of(arg.Any("init_values").Says("what the weights are at first"), arg.Any("projection_dim").Says("the number of channels")), Kwargs: "kwargs",
		Takes: "x",
		Build: func(l *spec.Instance, _ spec.Shape) error {
			values, err := constant(l.T, l.Value("init_values"))
			if err != nil {
				return err
			}
			gamma, err := l.CallWith("add_weight", "shape", object.NewTuple(l.Value("projection_dim")), "initializer", values, "trainable", true)
			if err != nil {
				return err
			}
			return l.Set("gamma", gamma)
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.Binary(l.T, object.Mul, a[0], l.Value("gamma"))
		},
	}
})

// constant makes the initializer Constant.
func constant(t *object.Thread, value any) (object.Object, error) {
	return initializers.Constant.New(t, arg.Pairs("value", value)...)
}

const layerEpsilon = 1e-6

func (n *net) convnext(depths [4]int, filters int) object.Object {
	n.onlyChannelsLast()
	given, ok := object.Of(n.args["name"]).(*object.Str)
	if !ok {
		n.fail(object.AttributeError(n.args["name"], "name", "%s() takes a str as name, got %s.", n.function, arg.Repr(n.t, n.args["name"])))
		return object.None
	}
	name := given.String()
	x := n.start(224, 32)
	if inputs := n.args["input_tensor"]; inputs != object.None { // the model has one input, whatever the tensor was made of
		n.image, n.args["input_tensor"] = utils.Sources(inputs)[0], object.None
	}
	if n.truth("include_preprocessing") && n.given() == 3 {
		x = n.prestem(x, name)
	}
	stages := n.downsampling(name, filters)
	for i, depth := range depths {
		x = n.call(stages[i], x)
		for j := range depth {
			x = n.block(x, name+"_stage_"+strconv.Itoa(i)+"_block_"+strconv.Itoa(j), filters<<i)
		}
	}
	if n.truth("include_top") {
		x = n.add(x, "GlobalAveragePooling2D", name+"_head_gap")
		x = n.classify(n.add(x, "LayerNormalization", name+"_head_layernorm", "epsilon", layerEpsilon), name+"_head_dense")
	} else {
		x = n.add(n.pool(x, "", ""), "LayerNormalization", "", "epsilon", layerEpsilon)
	}
	return n.model(x, n.args["name"])
}

// prestem takes ImageNet's mean from pixels between 0 and 255.
func (n *net) prestem(x object.Object, name string) object.Object {
	var mean, variance []float64
	for i, v := range imageMean {
		mean, variance = append(mean, v*255), append(variance, square(imageDeviation[i]*255))
	}
	return n.add(x, "Normalization", name+"_prestem_normalization", "mean", floats(mean...), "variance", floats(variance...))
}

// downsampling makes the four models that narrow the image before each stage.
func (n *net) downsampling(name string, filters int) (out [4]object.Object) {
	norm := func(name string) object.Object { return n.make("LayerNormalization", name, "epsilon", layerEpsilon) }
	conv := func(name string, filters, size int) object.Object {
		return n.make("Conv2D", name, "filters", filters, "kernel_size", size, "strides", size)
	}
	model := func(name string, inside ...object.Object) object.Object {
		return n.of(func() (object.Object, error) {
			return object.CallArgs(n.t, models.Sequential.In(n.t), object.Args{Pos: []object.Object{list(inside...)}, Kw: arg.Pairs("name", name)})
		})
	}
	out[0] = model(name+"_stem", conv(name+"_stem_conv", filters, 4), norm(name+"_stem_layernorm"))
	for i := range 3 {
		id := strconv.Itoa(i)
		out[i+1] = model(name+"_downsampling_block_"+id, norm(name+"_downsampling_layernorm_"+id), conv(name+"_downsampling_conv_"+id, filters<<(i+1), 2))
	}
	return out
}

func (n *net) block(inputs object.Object, name string, filters int) object.Object {
	x := n.conv(inputs, name+"_depthwise_conv", filters, 7, "padding", "same", "groups", filters)
	x = n.add(x, "LayerNormalization", name+"_layernorm", "epsilon", layerEpsilon)
	x = n.activation(n.add(x, "Dense", name+"_pointwise_conv_1", "units", 4*filters), name+"_gelu", "gelu")
	x = n.add(x, "Dense", name+"_pointwise_conv_2", "units", filters)
	x = n.call(n.of(func() (object.Object, error) {
		return object.CallArgs(n.t, LayerScale.In(n.t), object.Args{Kw: arg.Pairs("init_values", layerEpsilon, "projection_dim", filters, "name", name+"_layer_scale")})
	}), x)
	x = n.activation(x, name+"_identity", "linear")
	return n.of(func() (object.Object, error) { return object.Binary(n.t, object.Add, inputs, x) })
}
