package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

const (
	poolSig  = "inputs, pool_size, strides=None, padding='valid', data_format=None"
	poolInit = "pool_size, strides, padding, data_format"
	convSig  = "inputs, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1"
	convInit = "strides, padding, data_format, dilation_rate"
)

// convolutionOps slide windows over images and sequences.
var convolutionOps = []*Op{
	{Name: "adaptive_average_pool", Class: "AdaptiveAveragePool", Sig: "inputs, output_size, data_format=None", Init: "output_size, data_format",
		Prepare: configuredFormat, Infer: adaptive, Kernel: adaptiveKernel(false)},
	{Name: "adaptive_max_pool", Class: "AdaptiveMaxPool", Sig: "inputs, output_size, data_format=None", Init: "output_size, data_format",
		Prepare: configuredFormat, Infer: adaptive, Kernel: adaptiveKernel(true)},
	{Name: "average_pool", Class: "AveragePool", Sig: poolSig, Init: poolInit, Prepare: windowArguments, Infer: pool, Value: poolValue, Kernel: poolKernel(kernel.AveragePool)},
	{Name: "max_pool", Class: "MaxPool", Sig: poolSig, Init: poolInit, Prepare: windowArguments, Infer: pool, Value: poolValue, Kernel: poolKernel(kernel.MaxPool)},
	{Name: "conv", Class: "Conv", Sig: convSig, Init: convInit, Prepare: windowArguments, Infer: func(c *Call) object.Object {
		k := c.kernelShape("kernel")
		return c.New(c.convolution(k, k.Last()), c.Dtype("inputs"))
	}, Value: convValue, Kernel: convKernel(kernel.Conv)},
	{Name: "depthwise_conv", Class: "DepthwiseConv", Sig: convSig, Init: convInit, Prepare: windowArguments, Infer: depthwise, Value: ofOneDtype("kernel", depthwise),
		Kernel: convKernel(kernel.DepthwiseConv)},
	{Name: "separable_conv", Class: "SeparableConv", Sig: "inputs, depthwise_kernel, pointwise_kernel, strides=1, padding='valid', data_format=None, dilation_rate=1",
		Init: convInit, Prepare: windowArguments, Infer: separable, Value: ofOneDtype("depthwise_kernel", separable), Kernel: separableKernel},
	{Name: "conv_transpose", Class: "ConvTranspose", Sig: "inputs, kernel, strides=1, padding='valid', output_padding=None, data_format=None, dilation_rate=1",
		Init: "strides, padding, output_padding, data_format, dilation_rate", Prepare: windowArguments, Infer: transposedConv, Value: ofOneDtype("kernel", transposedConv), Kernel: transposedKernel},
	{Name: "depth_to_space", Class: "DepthToSpace", Sig: "x, block_size, data_format='channels_last'", Init: "block_size, data_format",
		Prepare: blockArguments, Infer: depthToSpace, Kernel: func(c *Call) []*array.Array {
			return one(kernel.DepthToSpace(c.Array("x"), c.Int("block_size"), c.format()))
		}},
	{Name: "space_to_depth", Class: "SpaceToDepth", Sig: "x, block_size, data_format='channels_last'", Init: "block_size, data_format",
		Prepare: blockArguments, Infer: spaceToDepth, Kernel: func(c *Call) []*array.Array {
			return one(kernel.SpaceToDepth(c.Array("x"), c.Int("block_size"), c.format()))
		}},
	{Name: "fold", Class: "Fold", Sig: "x, output_size, kernel_size, dilation=1, padding=0, stride=1",
		Init: "output_size, kernel_size, dilation, padding, stride", Prepare: rankOf(3), Infer: fold, Value: foldValue, Kernel: foldKernel},
	{Name: "unfold", Class: "Unfold", Sig: "x, kernel_size, dilation=1, padding=0, stride=1", Init: "kernel_size, dilation, padding, stride",
		Prepare: rankOf(4), Infer: unfold, Kernel: func(c *Call) []*array.Array { return one(kernel.Unfold(c.Array("x"), c.patchWindow())) }},
}

func configuredFormat(c *Call) {
	if !c.Given("data_format") {
		c.Set("data_format", object.NewStr(config.ImageDataFormat(c.T)))
	}
}

// windowArguments makes the data format plain, and padding lower case.
func windowArguments(c *Call) {
	c.Set("data_format", object.NewStr(c.dataFormat("data_format")))
	c.Set("padding", object.NewStr(lower(c.Text("padding"))))
}

func (c *Call) format() string { return c.dataFormat("data_format") }

func pool(c *Call) object.Object {
	s := c.Shape("inputs")
	if len(s) < 2 {
		c.value("inputs must have a batch and a channel dimension, got shape %s.", s)
	}
	return c.New(c.pooled(s, c.format(), lower(c.Text("padding"))), c.Dtype("inputs"))
}

func adaptive(c *Call) object.Object {
	s := c.Shape("inputs")
	size, ok := object.Of(c.Arg("output_size")).(*object.Tuple)
	if !ok && !c.traced {
		c.typeError("output_size must be a tuple, got %s.", c.show(c.Arg("output_size")))
	}
	out := tensor.Shape{}
	if ok {
		for _, v := range size.Items {
			out = append(out, c.size(c.asInt("output_size", v)))
		}
	} else {
		out = c.window("output_size", max(len(s)-2, 0))
	}
	if c.Text("data_format") == "channels_last" {
		return c.New(joined(s[:max(len(s)-len(out), 0)], out, s[max(len(s)-1, 0):]), c.Dtype("inputs"))
	}
	if len(s) < 2 {
		fail(object.NewError(object.IndexErrorClass, "%s(): inputs must have a batch and a channel dimension.", c.Op.Name))
	}
	return c.New(joined(s[:2], out), c.Dtype("inputs"))
}

func (c *Call) kernelShape(name string) tensor.Shape {
	k := c.Shape(name)
	if len(k) < 2 {
		fail(object.NewError(object.IndexErrorClass, "%s(): %s must have at least two dimensions, got shape %s.", c.Op.Name, name, k))
	}
	return k
}

// convolution checks the channels and returns the shape of inputs after a kernel.
func (c *Call) convolution(k tensor.Shape, filters int) tensor.Shape {
	s := c.imageShape("inputs")
	_, channels := spatial(s, c.format())
	if in := k[len(k)-2]; channels >= 0 && in >= 0 && channels != in {
		c.value("inputs has %d channels and the kernel takes %d (data_format='%s').", channels, in, c.format())
	}
	n := len(s) - 2
	return c.convolved(s, k[:len(k)-2], filters, c.spread("strides", n), c.spread("dilation_rate", n), lower(c.Text("padding")), c.format())
}

func depthwise(c *Call) object.Object {
	k := c.kernelShape("kernel")
	return c.New(c.convolution(k, tensor.MulDims(k.Last(), k[len(k)-2])), c.Dtype("inputs"))
}

func separable(c *Call) object.Object {
	k := c.kernelShape("depthwise_kernel")
	point := c.kernelShape("pointwise_kernel")
	s := c.convolution(k, point.Last())
	return c.New(s, c.Dtype("inputs"))
}

func transposedConv(c *Call) object.Object {
	k := c.kernelShape("kernel")
	s := c.imageShape("inputs")
	format := c.format()
	sizes, channels := spatial(s, format)
	if in := k.Last(); channels >= 0 && in >= 0 && channels != in {
		c.value("inputs has %d channels and the kernel takes %d (data_format='%s').", channels, in, format)
	}
	n := len(sizes)
	if len(k)-2 < n {
		fail(object.NewError(object.IndexErrorClass, "conv_transpose(): the kernel must have %d spatial dimensions, got %d.", n, len(k)-2))
	}
	strides, dilation := c.spread("strides", n), c.spread("dilation_rate", n)
	var extra []int
	if c.Given("output_padding") {
		extra = c.spread("output_padding", n)
	}
	if len(strides) < n || len(dilation) < n || extra != nil && len(extra) < n {
		fail(object.NewError(object.IndexErrorClass, "conv_transpose(): strides, dilation_rate and output_padding need a number for each of the %d spatial dimensions.", n))
	}
	if p := lower(c.Text("padding")); sizes.Known() && p != "valid" && p != "same" {
		c.value("padding must be 'valid' or 'same', got '%s'.", p)
	}
	for i, d := range sizes {
		more := -1
		if extra != nil {
			more = extra[i]
		}
		sizes[i] = TransposedSize(d, k[i], strides[i], dilation[i], lower(c.Text("padding")), more, extra != nil)
	}
	return c.New(withSpatial(s[0], sizes, k[len(k)-2], format), c.Dtype("inputs"))
}

// TransposedSize is the size of one dimension after a transposed convolution; outputPadding counts only when given.
func TransposedSize(size, kernel, stride, dilation int, padding string, outputPadding int, given bool) int {
	if size == unknown {
		return unknown
	}
	extent := (kernel-1)*dilation + 1
	base := tensor.MulDims(size, stride)
	switch {
	case padding == "valid" && !given:
		return tensor.AddDims(base, max(extent-stride, 0))
	case padding == "valid":
		return tensor.AddDims(tensor.SubDims(base, stride), extent+outputPadding)
	case !given:
		return base
	}
	return tensor.AddDims(tensor.SubDims(base, stride), extent+outputPadding-2*(extent/2))
}

func blockArguments(c *Call) {
	c.Set("data_format", object.NewStr(c.format()))
	if n := c.Int("block_size"); n < 2 {
		c.value("block_size must be at least 2, got %d.", n)
	}
}

// block reads a batch of images as batch, height, width and channels, and returns what puts them in order again.
func (c *Call) block() (s [4]int, back func(b, h, w, ch int) tensor.Shape) {
	x := c.Shape("x")
	if len(x) != 4 {
		c.value("x must have 4 dimensions, got shape %s.", x)
	}
	if c.format() == "channels_last" {
		return [4]int(x), func(b, h, w, ch int) tensor.Shape { return tensor.Shape{b, h, w, ch} }
	}
	return [4]int{x[0], x[2], x[3], x[1]}, func(b, h, w, ch int) tensor.Shape { return tensor.Shape{b, ch, h, w} }
}

func depthToSpace(c *Call) object.Object {
	s, back := c.block()
	n := c.Int("block_size")
	if s[3] >= 0 && s[3]%(n*n) != 0 {
		c.value("the %d channels cannot be divided by block_size squared (%d).", s[3], n*n)
	}
	return c.New(back(s[0], tensor.MulDims(s[1], n), tensor.MulDims(s[2], n), tensor.DivDims(s[3], n*n)), c.Dtype("x"))
}

func spaceToDepth(c *Call) object.Object {
	s, back := c.block()
	n := c.Int("block_size")
	for i, what := range []string{"", "height", "width"} {
		if i > 0 && s[i] >= 0 && s[i]%n != 0 {
			c.value("the %s %d cannot be divided by block_size (%d).", what, s[i], n)
		}
	}
	return c.New(back(s[0], tensor.DivDims(s[1], n), tensor.DivDims(s[2], n), tensor.MulDims(s[3], n*n)), c.Dtype("x"))
}

func rankOf(rank int) func(*Call) {
	return func(c *Call) {
		if s := c.Shape("x"); len(s) != rank {
			c.value("x must have %d dimensions, got shape %s.", rank, s)
		}
	}
}

// two reads a number for both dimensions, or a pair.
func (c *Call) two(name string) (int, int) {
	v := c.window(name, 2)
	return v[0], v[1]
}

func unfold(c *Call) object.Object {
	s := c.Shape("x")
	kh, kw := c.two("kernel_size")
	dh, dw := c.two("dilation")
	ph, pw := c.two("padding")
	sh, sw := c.two("stride")
	if !c.traced && (s[1] == unknown || s[2] == unknown || s[3] == unknown) {
		c.typeError("only the batch size of x may be unknown, got shape %s.", s)
	}
	places := func(size, k, d, p, stride int) int {
		if size >= 0 {
			return floorDiv(size+2*p-d*(k-1)-1, stride) + 1
		}
		return tensor.AddDims(tensor.DivDims(tensor.AddDims(size, 2*p-d*(k-1)-1), stride), 1)
	}
	n := tensor.MulDims(places(s[2], kh, dh, ph, sh), places(s[3], kw, dw, pw, sw))
	return c.New(tensor.Shape{s[0], tensor.MulDims(s[1], kh*kw), n}, c.Dtype("x"))
}

func fold(c *Call) object.Object {
	s := c.Shape("x")
	kh, kw := c.two("kernel_size")
	oh, ow := c.two("output_size")
	if s[1] >= 0 && s[1]%(kh*kw) != 0 {
		c.value("the second dimension of x (%d) must be divisible by the %d places of the kernel.", s[1], kh*kw)
	}
	return c.New(tensor.Shape{s[0], tensor.DivDims(s[1], kh*kw), oh, ow}, c.Dtype("x"))
}
