package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// nnOps are the functions of keras.ops.nn that are neither activations nor windows.
var nnOps = []*Op{
	{Name: "batch_normalization", Class: "BatchNorm", Sig: "x, mean, variance, axis, offset=None, scale=None, epsilon=0.001", Init: "axis, epsilon",
		Takes: "x, mean, variance, offset, scale", Infer: batchNormalization, Value: normalizedValue, Kernel: batchNormKernel},
	{Name: "binary_crossentropy", Class: "BinaryCrossentropy", Sig: "target, output, from_logits=False", Init: "from_logits", Infer: func(c *Call) object.Object {
		c.equalShapes("target", "output")
		return c.Like("output")
	}, Value: binaryLossValue, Kernel: func(c *Call) []*array.Array {
		return one(kernel.BinaryCrossentropy(c.Array("target"), c.ArrayAs("output", c.lossDtype("output")), c.Bool("from_logits"), c.Epsilon()))
	}},
	{Name: "categorical_crossentropy", Class: "CategoricalCrossentropy", Sig: "target, output, from_logits=False, axis=-1", Init: "from_logits, axis",
		Infer:  categoricalCrossentropy,
		Value:  classLossValue(categoricalCrossentropy, func(c *Call) string { return c.Dtype("target") }),
		Kernel: crossentropyKernel(kernel.CategoricalCrossentropy)},
	{Name: "sparse_categorical_crossentropy", Class: "SparseCategoricalCrossentropy", Sig: "target, output, from_logits=False, axis=-1",
		Init: "from_logits, axis", Infer: sparseCrossentropy,
		Value:  classLossValue(sparseCrossentropy, func(*Call) string { return "float32" }),
		Kernel: crossentropyKernel(sparseTargets)},
	{Name: "ctc_decode", Class: "CTCDecode",
		Sig:   "inputs, sequence_lengths, strategy='greedy', beam_width=100, top_paths=1, merge_repeated=True, mask_index=0",
		Init:  "strategy, beam_width, top_paths, merge_repeated, mask_index",
		Infer: ctcDecode, Kernel: ctcDecodeKernel},
	{Name: "ctc_loss", Class: "CTCLoss", Sig: "target, output, target_length, output_length, mask_index=0", Init: "mask_index", Infer: ctcLoss, Kernel: ctcLossKernel},
	{Name: "dot_product_attention", Class: "DotProductAttention",
		Sig:    "query, key, value, bias=None, mask=None, scale=None, is_causal=False, flash_attention=None, attn_logits_soft_cap=None",
		Init:   "is_causal, flash_attention, attn_logits_soft_cap",
		ByName: "bias, mask, scale", Prepare: noSoftCap, Infer: func(c *Call) object.Object {
			d := c.Result(Dtype{c.Dtype("query"), false}, Dtype{c.Dtype("key"), false}, Dtype{c.Dtype("value"), false})
			return c.New(c.Shape("query"), d)
		}, Value: attentionValue, Kernel: attentionKernel},
	{Name: "layer_normalization", Class: "LayerNorm", Sig: "x, gamma=None, beta=None, axis=-1, epsilon=None, **kwargs", Init: "axis, epsilon, rms_scaling",
		Ctor: "axis=-1, epsilon=None, rms_scaling=False", Takes: "x, gamma, beta", Prepare: func(c *Call) {
			c.Set("rms_scaling", c.pop("rms_scaling", object.False))
		}, Infer: plain, Kernel: layerNormKernel},
	{Name: "moments", Class: "Moments", Sig: "x, axes, keepdims=False, synchronized=False", Init: "axes, keepdims, synchronized", Infer: func(c *Call) object.Object {
		s, d := c.reduced(c.Shape("x"), c.Axes("axes"), c.Bool("keepdims")), c.Dtype("x")
		return object.NewTuple(c.New(s, d), c.New(s.Clone(), d))
	}, Value: momentsValue, Kernel: momentsKernel},
	{Name: "multi_hot", Class: "MultiHot", Sig: "inputs, num_classes=None, axis=-1, dtype=None, sparse=False, **kwargs", Init: "num_classes, axis, dtype, sparse",
		Ctor: "num_classes=None, axis=-1, dtype=None, sparse=False, **kwargs", Takes: "inputs", Prepare: classCount, Setup: oldClassCount, Infer: multiHot, Value: multiHotValue, Kernel: hotKernel("inputs", kernel.MultiHot)},
	{Name: "normalize", Class: "Normalize", Sig: "x, axis=-1, order=2, epsilon=None", Init: "axis, order, epsilon", Infer: func(c *Call) object.Object {
		if c.Given("axis") {
			c.checkAxes("axis", len(c.Shape("x")))
		}
		return c.New(c.Shape("x"), "float32")
	}, Value: normalizeValue, Kernel: normalizeKernel},
	{Name: "one_hot", Class: "OneHot", Sig: "x, num_classes, axis=-1, dtype=None, sparse=False", Init: "num_classes, axis, dtype, sparse", Prepare: hotDtype,
		Infer: func(c *Call) object.Object {
			return c.Sparse(c.hot("x"), c.dtypeOr("float32"), c.Bool("sparse"))
		}, Kernel: hotKernel("x", kernel.OneHot)},
	{Name: "polar", Class: "Polar", Sig: "abs_, angle", Value: func(c *Call) object.Object { return c.New(c.broadcastOf("abs_", "angle"), "complex64") },
		Infer: func(c *Call) object.Object { return c.New(c.Shape("abs_"), "float32") }, Kernel: polarKernel},
	{Name: "psnr", Class: "PSNR", Sig: "x1, x2, max_val", Init: "max_val", Infer: func(c *Call) object.Object {
		if a, b := c.Shape("x1"), c.Shape("x2"); len(a) != len(b) {
			c.value("x1 and x2 must have the same number of dimensions, got shapes %s and %s.", a, b)
		}
		return c.New(tensor.Shape{}, "float32")
	}, Kernel: func(c *Call) []*array.Array {
		return one(kernel.PSNR(c.Array("x1"), c.Array("x2"), c.Float("max_val")))
	}},
	{Name: "rms_normalization", Class: "RMSNorm", Sig: "x, scale=None, axis=-1, epsilon=None", Init: "axis, epsilon", Takes: "x, scale", ByName: "scale", Infer: plain, Kernel: rmsNormKernel},
}

func (c *Call) equalShapes(a, b string) {
	if x, y := c.Shape(a), c.Shape(b); !x.Equal(y) {
		c.value("%s and %s must have the same shape, got %s and %s.", a, b, x, y)
	}
}

func batchNormalization(c *Call) object.Object {
	s := c.Shape("x")
	axes := c.Ints("axis")
	if len(axes) != 1 || !isInt(c.Arg("axis")) {
		c.typeError("axis must be an int, got %s.", c.show(c.Arg("axis")))
	}
	want := tensor.Shape{s[c.at(axes[0], len(s))]}
	check := func(name string) {
		if got := c.Shape(name); !got.Equal(want) {
			c.value("%s must have shape %s, the size of x along axis, got %s.", name, want, got)
		}
	}
	check("mean")
	check("variance")
	if c.Given("offset") {
		check("offset")
	}
	if c.Arg("offset") != c.Arg("scale") {
		check("scale")
	}
	return c.Like("x")
}

func categoricalCrossentropy(c *Call) object.Object {
	c.equalShapes("target", "output")
	s := c.Shape("output")
	if len(s) < 1 {
		c.value("target and output must have at least one dimension.")
	}
	return c.New(s[:len(s)-1], c.Dtype("output"))
}

func sparseCrossentropy(c *Call) object.Object {
	out, target := c.Shape("output"), c.Shape("target")
	if len(out) < 1 {
		c.value("output must have at least one dimension.")
	}
	i := c.axis(c.Int("axis"), len(out))
	if len(target) == len(out) && target.Last() == 1 {
		target = target[:len(target)-1]
	}
	rest := without(out, i)
	if !target.Equal(rest) {
		c.value("target must have the shape of output without its class dimension, %s, got %s.", rest, c.Shape("target"))
	}
	return c.New(rest, c.Dtype("output"))
}

func ctcLoss(c *Call) object.Object {
	first := func(a, b string) {
		x, y := c.Shape(a), c.Shape(b)
		if x[c.at(0, len(x))] != y[c.at(0, len(y))] {
			c.value("%s and %s must have the same first dimension, got shapes %s and %s.", a, b, x, y)
		}
	}
	first("target", "output")
	first("target_length", "target")
	first("output_length", "output")
	return c.New(c.Shape("target")[:1], c.Result(Dtype{c.Dtype("output"), false}, Dtype{"float32", false}))
}

func ctcDecode(c *Call) object.Object {
	s := c.Shape("inputs")
	paths := 1
	if c.Text("strategy") != "greedy" {
		paths = c.size(c.Int("top_paths"))
	}
	d := c.Result(Dtype{c.Dtype("inputs"), false}, Dtype{"float32", false})
	return object.NewTuple(c.New(tensor.Shape{paths, s[c.at(0, len(s))], s[c.at(1, len(s))]}, "int32"), c.New(tensor.Shape{s[0], paths}, d))
}

// noSoftCap refuses the argument that needs a TPU.
func noSoftCap(c *Call) {
	if c.Given("attn_logits_soft_cap") {
		c.value("attn_logits_soft_cap works on a TPU only; leave it None.")
	}
}

func hotDtype(c *Call) {
	n, err := config.Dtype(c.T, c.Arg("dtype"))
	must(err)
	c.Set("dtype", object.NewStr(n))
}

// classCount takes the argument's old name too.
func classCount(c *Call) {
	oldClassCount(c)
	hotDtype(c)
}

func oldClassCount(c *Call) {
	if c.Given("num_classes") {
		return
	}
	n := c.pop("num_tokens", object.None)
	if n == object.None {
		c.value("num_classes must be given.")
	}
	c.Set("num_classes", n)
	c.Keep("num_classes", n)
}

// pop takes an argument out of **kwargs and forgets the others, which the function ignores.
func (c *Call) pop(name string, otherwise object.Object) object.Object {
	v := otherwise
	if kw, ok := c.Arg("kwargs").(*object.Dict); ok {
		if given := kw.GetName(name); given != nil {
			v = given
		}
	}
	c.Set("kwargs", object.NewDict())
	return v
}

// hot is the shape with a dimension for the classes.
func (c *Call) hot(name string) tensor.Shape {
	s := c.ShapeOr(name)
	n := c.size(c.Int("num_classes"))
	axis := c.Int("axis")
	switch {
	case axis == -1:
		return append(s, n)
	case axis >= 0 && axis < len(s):
		return inserted(s, axis, n)
	}
	c.value("axis must be -1 or lie in [0, %d), got %d.", len(s), axis)
	return nil
}

func multiHot(c *Call) object.Object {
	s := c.hot("inputs")
	switch {
	case len(s) == 2:
		s = s[1:]
	case len(s) == 1:
		s = s[:1]
	default:
		s = joined(s[:1], s[2:])
	}
	return c.Sparse(s, c.Dtype("inputs"), c.Bool("sparse"))
}
