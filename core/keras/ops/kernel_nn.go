package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/kernel"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Float returns an argument that is a number.
func (c *Call) Float(name string) float64 { return c.asFloat(name, c.Arg(name)) }

func (c *Call) asFloat(name string, v object.Object) float64 {
	a := good(c.ToArray(v, "").Cast(array.Float64))
	if a.Size() != 1 {
		c.typeError("%s must be a number, got %s.", name, c.show(v))
	}
	return array.Data[float64](a)[0]
}

// FloatOr is Float with a value for None.
func (c *Call) FloatOr(name string, otherwise float64) float64 {
	if !c.Given(name) {
		return otherwise
	}
	return c.Float(name)
}

// Epsilon is keras.config.epsilon().
func (c *Call) Epsilon() float64 { return c.asFloat("epsilon", config.Epsilon(c.T)) }

// arrayOr is Array, or nil for None.
func (c *Call) arrayOr(name string) *array.Array {
	if !c.Given(name) {
		return nil
	}
	return c.Array(name)
}

// computed returns an argument in the dtype of the result where that is a floating one, else in its own.
func (c *Call) computed(name string) *array.Array {
	if c.WantType().IsFloat() {
		return c.ArrayIn(name)
	}
	return c.Array(name)
}

// activation is the kernel of a function of single numbers.
func activation(f kernel.Activation) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f.Apply(c.computed("x"))) }
}

// activationOf is the kernel of a function with one parameter.
func activationOf(f func(p float64) kernel.Activation, parameter string) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.Float(parameter)).Apply(c.computed("x"))) }
}

// alongAxes is the kernel of a function that works along one axis, or along several as if they were one.
func alongAxes(f func(x *array.Array, axes ...int) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.computed("x")
		axes := c.Axes("axis")
		if axes == nil {
			axes = make([]int, x.Rank())
			for i := range axes {
				axes[i] = i
			}
		}
		return one(f(x, axes...))
	}
}

// window makes the window of a convolution or pooling whose sizes are known.
func (c *Call) windowOf(images *array.Array, sizes []int, strides, dilation []int) kernel.Window {
	room, _ := kernel.Spatial(images.Shape(), c.format())
	return kernel.NewWindow(room, sizes, strides, dilation, lower(c.Text("padding")))
}

func ones(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = 1
	}
	return s
}

func poolKernel(f func(x *array.Array, w kernel.Window, format string) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.ArrayIn("inputs")
		n := x.Rank() - 2
		size := c.window("pool_size", n)
		strides := size
		if c.Given("strides") {
			strides = c.window("strides", n)
		}
		return one(f(x, c.windowOf(x, size, strides, ones(n)), c.format()))
	}
}

func adaptiveKernel(most bool) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.ArrayIn("inputs")
		return one(kernel.AdaptivePool(x, c.spread("output_size", x.Rank()-2), c.Text("data_format"), most))
	}
}

// convKernel is the kernel of a convolution with one kernel.
func convKernel(f func(x, k *array.Array, w kernel.Window, format string) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x, k := c.ArrayIn("inputs"), c.Array("kernel")
		n := x.Rank() - 2
		return one(f(x, k, c.windowOf(x, k.Shape()[:n], c.spread("strides", n), c.spread("dilation_rate", n)), c.format()))
	}
}

func separableKernel(c *Call) []*array.Array {
	x, depth, point := c.ArrayIn("inputs"), c.Array("depthwise_kernel"), c.Array("pointwise_kernel")
	n := x.Rank() - 2
	mid := good(kernel.DepthwiseConv(x, depth, c.windowOf(x, depth.Shape()[:n], c.spread("strides", n), c.spread("dilation_rate", n)), c.format()))
	room, _ := kernel.Spatial(mid.Shape(), c.format())
	w := kernel.NewWindow(room, point.Shape()[:n], ones(n), c.spread("dilation_rate", n), "valid")
	return one(kernel.Conv(mid, point, w, c.format()))
}

func transposedKernel(c *Call) []*array.Array {
	x, k := c.ArrayIn("inputs"), c.ArrayIn("kernel")
	strides, dilation, crop, sizes := c.spreading(x, k)
	return one(kernel.ConvTranspose(x, k, strides, dilation, crop, sizes, c.format()))
}

// spreading says how a transposed convolution is laid out, as kernel.ConvTranspose takes it.
func (c *Call) spreading(x, k *array.Array) (strides, dilation, crop, sizes []int) {
	n := x.Rank() - 2
	strides, dilation = c.spread("strides", n), c.spread("dilation_rate", n)
	var extra []int
	if c.Given("output_padding") {
		extra = c.spread("output_padding", n)
	}
	room, _ := kernel.Spatial(x.Shape(), c.format())
	crop, sizes = make([]int, n), make([]int, n)
	for i := range n {
		more := 0
		if extra != nil {
			more = extra[i]
		}
		crop[i], sizes[i] = kernel.TransposedPadding(room[i], k.Shape()[i], strides[i], dilation[i], lower(c.Text("padding")), more, extra != nil)
	}
	return strides, dilation, crop, sizes
}

// patchWindow is the window of fold and unfold.
func (c *Call) patchWindow() kernel.Window {
	kh, kw := c.two("kernel_size")
	dh, dw := c.two("dilation")
	ph, pw := c.two("padding")
	sh, sw := c.two("stride")
	return kernel.Window{Size: []int{kh, kw}, Dilation: []int{dh, dw}, Strides: []int{sh, sw}, Pad: [][2]int{{ph, ph}, {pw, pw}}}
}

func foldKernel(c *Call) []*array.Array {
	h, w := c.two("output_size")
	x := good(kernel.Fold(c.Array("x"), []int{h, w}, c.patchWindow()))
	for i, n := range c.Want(0).Shape {
		x = x.Slice(i, 0, 1, n)
	}
	return []*array.Array{x}
}

// hotKernel is one_hot and multi_hot; of a sparse result only shape and dtype are known.
func hotKernel(name string, f func(x *array.Array, n, axis int) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.Array(name), c.Int("num_classes"), c.Int("axis"))) }
}

// crossentropyKernel is the kernel of a loss of classes along an axis.
func crossentropyKernel(f func(target, output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		target, output := c.Array("target"), c.ArrayAs("output", c.lossDtype("output"))
		return one(f(target, output, c.Int("axis"), c.Bool("from_logits"), c.Epsilon()))
	}
}

func sparseTargets(target, output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error) {
	if target.Rank() == output.Rank() && target.Shape()[target.Rank()-1] == 1 {
		target = good(target.Squeeze([]int{-1}))
	}
	return kernel.SparseCategoricalCrossentropy(good(target.Cast(array.Int32)), output, axis, logits, epsilon)
}

func attentionKernel(c *Call) []*array.Array {
	q, k, v := c.ArrayIn("query"), c.ArrayIn("key"), c.ArrayIn("value")
	four := func(a *array.Array) *array.Array {
		for a != nil && a.Rank() < 4 {
			a = good(a.ExpandDims(0))
		}
		return a
	}
	scale := c.FloatOr("scale", kernel.HeadScale(q))
	return one(kernel.Attention(q, k, v, four(c.arrayOr("bias")), four(c.arrayOr("mask")), scale, c.Bool("is_causal")))
}

func ctcLossKernel(c *Call) []*array.Array {
	return one(kernel.CTCLoss(c.ArrayAs("target", "int32"), c.ArrayIn("output"), c.Array("target_length"), c.Array("output_length"), c.Int("mask_index")))
}

func ctcDecodeKernel(c *Call) []*array.Array {
	x, lengths := c.ToArray(c.Arg("inputs"), c.Want(1).Dtype), c.Array("sequence_lengths")
	blank := x.Shape()[2] - 1
	if c.Given("mask_index") {
		blank = c.Int("mask_index")
	}
	var paths, scores *array.Array
	var err error
	switch s := c.Text("strategy"); s {
	case "greedy":
		paths, scores, err = kernel.CTCGreedy(x, lengths, c.Bool("merge_repeated"), blank)
	case "beam_search":
		paths, scores, err = kernel.CTCBeam(x, lengths, c.Int("beam_width"), c.Int("top_paths"), blank)
	default:
		c.value("strategy must be 'greedy' or 'beam_search', got '%s'.", s)
	}
	must(err)
	return []*array.Array{paths, scores}
}

func batchNormKernel(c *Call) []*array.Array {
	x, n := c.Shape("x"), c.Shape("mean")[0]
	if d := x[c.at(c.Int("axis"), len(x))]; n != 1 && d != 1 && n != d {
		c.typeError("mean has %d numbers and x has size %d along axis %d.", n, d, c.Int("axis"))
	}
	return one(kernel.BatchNorm(c.computed("x"), c.Array("mean"), c.Array("variance"), c.Int("axis"), c.arrayOr("offset"), c.arrayOr("scale"), c.Float("epsilon")))
}

func layerNormKernel(c *Call) []*array.Array {
	return one(kernel.LayerNorm(c.ArrayIn("x"), c.arrayOr("gamma"), c.arrayOr("beta"), c.Axes("axis"), c.FloatOr("epsilon", c.Epsilon()), c.Bool("rms_scaling")))
}

func rmsNormKernel(c *Call) []*array.Array {
	return one(kernel.RMSNorm(c.ArrayIn("x"), c.arrayOr("scale"), c.Axes("axis"), c.FloatOr("epsilon", c.Epsilon())))
}

func momentsKernel(c *Call) []*array.Array {
	if c.Bool("synchronized") {
		fail(object.NewError(object.NotImplementedErrClass, "moments(): synchronized=True needs several devices, and there is one here."))
	}
	mean, variance, err := kernel.Moments(c.Array("x"), c.Axes("axes"), c.Bool("keepdims"))
	must(err)
	return []*array.Array{mean, variance}
}

func normalizeKernel(c *Call) []*array.Array {
	x := c.computed("x")
	if x.Rank() == 0 {
		x = good(x.ExpandDims(0))
	}
	return one(kernel.Normalize(x, c.Axes("axis"), c.Int("order"), c.FloatOr("epsilon", c.Epsilon())))
}

func polarKernel(c *Call) []*array.Array {
	size, angle := good(c.Array("abs_").Cast(array.Float64)), good(c.Array("angle").Cast(array.Float64))
	part := func(op array.UnaryOp) *array.Array {
		return good(array.Binary(array.Multiply, array.Of(size), array.Of(good(array.Unary(op, angle)))))
	}
	return one(kernel.Complex(part(array.Cos), part(array.Sin)))
}
