package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// The rules of nn's functions on values, where jax does otherwise than Keras says of symbols.

func onJax(c *Call) bool { return operation.Backend(c.T) != "tensorflow" }

// becomesFloat is plain, but whole numbers become floats: what is computed has fractions.
func becomesFloat(c *Call) object.Object {
	return c.New(c.Shape("x"), c.Result(Dtype{c.Dtype("x"), false}, WeakFloat))
}

// withParameter is plain, but a parameter that is a float makes whole numbers floats.
func withParameter(name string) func(*Call) object.Object {
	return func(c *Call) object.Object {
		return c.New(c.Shape("x"), c.Result(Dtype{c.Dtype("x"), false}, c.promoted(c.Arg(name))))
	}
}

// floatsOnly refuses whole numbers, then applies the rule.
func floatsOnly(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		if d := c.Dtype("x"); onJax(c) && !config.IsFloat(d) {
			c.typeError("%s() takes floats, got dtype %s. Cast it first: keras.ops.cast(x, 'float32').", c.Op.Name, d)
		}
		return rule(c)
	}
}

// softmaxValue refuses what Keras stumbles over: a list where it asks for a shape, and negative numbers in a tuple of axes.
func softmaxValue(c *Call) object.Object {
	v := c.Arg("x")
	if c.Op.Name == "softmax" && c.eager && isList(v) && isInt(c.Arg("axis")) {
		fail(object.AttributeError(v, "shape", "%s() asks x for its shape, which a list does not have. Make it an array first: "+
			"keras.ops.convert_to_tensor(x).", c.Op.Name))
	}
	if tuple, ok := object.Of(c.Arg("axis")).(*object.Tuple); ok {
		for _, v := range tuple.Items {
			if n := c.asInt("axis", v); n < 0 {
				c.typeError("%s() counts the axes of a tuple from the front: write %d for %d.", c.Op.Name, n+len(c.Shape("x")), n)
			}
		}
	}
	overAxes(c)
	return becomesFloat(c)
}

func sparsemaxValue(c *Call) object.Object {
	c.axis(c.Int("axis"), len(c.Shape("x")))
	return becomesFloat(c)
}

func gluValue(c *Call) object.Object {
	s := c.Shape("x")
	if i := c.at(c.Int("axis"), len(s)); tensor.ModDims(s[i], 2) != 0 && onJax(c) {
		fail(object.NewError(object.AssertionErrorClass, "glu(): the size along axis %d must be even, got shape %s.", c.Int("axis"), s))
	}
	return glu(c)
}

func binaryLossValue(c *Call) object.Object {
	c.equalShapes("target", "output")
	return c.New(c.Shape("output"), c.Result(Dtype{c.Dtype("target"), false}, Dtype{c.Dtype("output"), false}, WeakFloat))
}

// classLossValue gives a loss of classes the dtype that targets of the given dtype make.
func classLossValue(rule func(*Call) object.Object, target func(c *Call) string) func(*Call) object.Object {
	return func(c *Call) object.Object {
		x := rule(c).(*tensor.KerasTensor)
		x.Dtype = c.Result(Dtype{target(c), false}, Dtype{c.lossDtype("output"), false})
		return x
	}
}

// lossDtype is the dtype of an argument, float32 for whole numbers.
func (c *Call) lossDtype(name string) string {
	if d := c.Dtype(name); config.IsFloat(d) {
		return d
	}
	return "float32"
}

func momentsValue(c *Call) object.Object {
	s, d := c.reduced(c.Shape("x"), c.Axes("axes"), c.Bool("keepdims")), c.lossDtype("x")
	return object.NewTuple(c.New(s, d), c.New(s.Clone(), d))
}

func normalizeValue(c *Call) object.Object {
	s, d := c.ShapeOr("x"), c.Result(c.promoted(c.Arg("x")))
	if !isInt(c.Arg("order")) || c.Int("order") < 1 {
		c.value("order must be an int of at least 1, got %s.", c.show(c.Arg("order")))
	}
	if !config.IsFloat(d) {
		if onJax(c) && c.Int("order") == 2 {
			c.typeError("normalize() takes floats, got dtype %s. Cast it first: keras.ops.cast(x, 'float32').", d)
		}
		d = c.Floatx()
	}
	if len(s) == 0 {
		s = tensor.Shape{1}
	}
	if c.Given("axis") {
		c.checkAxes("axis", len(s))
	}
	return c.New(s, d)
}

// sameDtypes refuses images and kernels of different dtypes.
func (c *Call) sameDtypes(kernel string) {
	if a, b := c.Dtype("inputs"), c.Dtype(kernel); a != b && onJax(c) && c.eager {
		c.typeError("%s() takes inputs and kernel of one dtype, got %s and %s.", c.Op.Name, a, b)
	}
}

// knownPadding refuses what the backend has no name for.
func (c *Call) knownPadding() {
	if p := lower(c.Text("padding")); p != "valid" && p != "same" && onJax(c) {
		fail(object.NewError(object.RuntimeErrorClass, "%s(): padding must be 'valid' or 'same', got '%s'. The layer Conv1D knows 'causal'.", c.Op.Name, p))
	}
}

// convValue lets the channels fall into groups, and gives the dtype of the kernel.
func convValue(c *Call) object.Object {
	c.knownPadding()
	k, s := c.kernelShape("kernel"), c.imageShape("inputs")
	_, channels := spatial(s, c.format())
	if in := k[len(k)-2]; channels > 0 && in > 0 && channels%in != 0 {
		c.value("inputs has %d channels, which the %d channels that the kernel takes do not divide (data_format='%s').", channels, in, c.format())
	}
	n := len(s) - 2
	return c.New(c.convolved(s, k[:len(k)-2], k.Last(), c.spread("strides", n), c.spread("dilation_rate", n), lower(c.Text("padding")), c.format()), c.Dtype("kernel"))
}

func ofOneDtype(kernel string, rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		if c.Op.Name != "conv_transpose" {
			c.knownPadding()
		}
		c.sameDtypes(kernel)
		return rule(c)
	}
}

// poolValue needs strides on the jax backend, whose function does not fill them in, and may leave nothing over.
func poolValue(c *Call) object.Object {
	s := c.imageShape("inputs")
	padding := lower(c.Text("padding"))
	if padding != "valid" && padding != "same" {
		c.value("padding must be 'valid' or 'same', got '%s'.", padding)
	}
	if !c.Given("strides") && onJax(c) {
		class := object.ValueErrorClass
		if padding == "valid" {
			class = object.TypeErrorClass
		}
		fail(object.NewError(class, "%s() needs strides on the jax backend. Give strides=pool_size; the pooling layers do so themselves.", c.Op.Name))
	}
	if c.hasUnknown(s) {
		return pool(c)
	}
	sizes, channels := spatial(s, c.format())
	window := c.window("pool_size", len(sizes))
	strides := window
	if c.Given("strides") {
		strides = c.window("strides", len(sizes))
	}
	for i, d := range sizes {
		switch {
		case strides[i] < 1:
			c.value("strides must be positive, got %d.", strides[i])
		case padding == "same":
			sizes[i] = (d + strides[i] - 1) / strides[i]
		default:
			sizes[i] = max(floorDiv(d-window[i], strides[i])+1, 0)
		}
	}
	d := c.Dtype("inputs")
	if c.Op.Name == "average_pool" && !config.IsFloat(d) {
		d = c.Floatx()
	}
	return c.New(withSpatial(s[0], sizes, channels, c.format()), d)
}

func (c *Call) hasUnknown(s tensor.Shape) bool {
	for _, d := range s {
		if d < 0 {
			return true
		}
	}
	return false
}

// foldValue ends where the last window ends, which may be before the size that was asked for.
func foldValue(c *Call) object.Object {
	x := fold(c).(*tensor.KerasTensor)
	if c.hasUnknown(x.Shape) || !onJax(c) {
		return x
	}
	oh, ow := c.two("output_size")
	w := c.patchWindow()
	for i, size := range []int{oh, ow} {
		pad, extent := w.Pad[i][0], w.Dilation[i]*(w.Size[i]-1)+1
		places := floorDiv(size+2*pad-extent, w.Strides[i]) + 1
		x.Shape[2+i] = max(min((places-1)*w.Strides[i]+extent, size+pad)-pad, 0)
	}
	return x
}

func attentionValue(c *Call) object.Object {
	q, k, v := c.Shape("query"), c.Shape("key"), c.Shape("value")
	if len(q) != 4 || len(k) != 4 || len(v) != 4 {
		c.value("query, key and value must have 4 dimensions (batch, length, heads, size), got shapes %s, %s and %s.", q, k, v)
	}
	if n, m := q[2], k[2]; onJax(c) && n > 0 && m > 0 && n%m != 0 {
		c.typeError("the heads of query (%d) must be a multiple of those of key and value (%d).", n, m)
	}
	if onJax(c) && k[3] > 0 && v[3] > 0 && k[3] != v[3] {
		c.typeError("key and value must have heads of the same size, got %d and %d.", k[3], v[3])
	}
	return c.New(q, c.Result(Dtype{c.Dtype("query"), false}, Dtype{c.Dtype("key"), false}, Dtype{c.Dtype("value"), false}))
}
