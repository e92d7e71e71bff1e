package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// The refinements of jax for layers' operations, linear algebra, signals and images.

func vectorOrMatrix(c *Call, rule func(*Call) object.Object) object.Object {
	if n := len(c.Shape("x")); c.Given("ord") && !c.Given("axis") && n != 1 && n != 2 {
		c.value("ord needs a vector or a matrix, or axis, got shape %s.", c.Shape("x"))
	}
	return rule(c)
}

func knownChannels(c *Call, rule func(*Call) object.Object) object.Object {
	s := c.imageShape("inputs")
	_, channels := spatial(s, c.format())
	if !tensor.IsExpr(channels) {
		return rule(c)
	}
	switch c.Op.Name {
	case "depthwise_conv":
		k := c.kernelShape("kernel")
		x := rule(c).(*tensor.KerasTensor)
		at := len(x.Shape) - 1
		if c.format() == "channels_first" {
			at = 1
		}
		x.Shape[at] = tensor.MulDims(channels, k.Last())
		return x
	case "conv_transpose":
		c.value("the channels of inputs are not known (shape %s).", s)
	}
	inconclusive("%s() needs the channels of inputs, which are not known while a layer's call is traced (shape %s).", c.Op.Name, s)
	return nil
}

func floatImages(c *Call, rule func(*Call) object.Object) object.Object {
	if d := c.Dtype("images"); isWhole(d) && !c.eager {
		c.typeError("images must be floats, got dtype %s.", d)
	}
	return rule(c)
}

// adaptiveJax takes as many sizes as there are spatial dimensions; of one dimension, the first.
func adaptiveJax(c *Call, _ func(*Call) object.Object) object.Object {
	s := c.Shape("inputs")
	n := len(s) - 2
	if n < 1 || n > 3 {
		c.value("inputs must have one to three spatial dimensions, got shape %s.", s)
	}
	sizes := c.Ints("output_size")
	if isInt(c.Arg("output_size")) {
		sizes = c.spread("output_size", n)
	}
	if n == 1 && len(sizes) > 1 {
		sizes = sizes[:1]
	}
	if len(sizes) != n {
		c.value("output_size must be an int or hold %d ints, got %s.", n, c.show(c.Arg("output_size")))
	}
	spaces, channels := spatial(s, c.format())
	for _, d := range spaces {
		if tensor.IsExpr(d) {
			concretization("%s() needs the sizes of the images, which are not known while a layer's call is traced (shape %s).", c.Op.Name, s)
		}
	}
	list := make([]object.Object, n)
	for i, d := range sizes {
		list[i] = object.Int(d)
	}
	c.Set("output_size", object.NewTuple(list...))
	return c.New(withSpatial(s[0], sizes, channels, c.format()), c.orFloatx(c.Dtype("inputs")))
}

// wholeFold needs the number of windows that fit into the size asked for.
func wholeFold(c *Call, rule func(*Call) object.Object) object.Object {
	out := rule(c)
	s := c.Shape("x")
	oh, ow := c.two("output_size")
	w := c.patchWindow()
	places := 1
	for i, size := range []int{oh, ow} {
		places *= floorDiv(size+2*w.Pad[i][0]-w.Dilation[i]*(w.Size[i]-1)-1, w.Strides[i]) + 1
	}
	if !hasExpr(s) && s[2] != places {
		wrong := c.typeError
		if c.eager {
			wrong = c.value
		}
		wrong("output_size has room for %d windows, and x holds %d (shape %s).", places, s[2], s)
	}
	return out
}

func notSynchronized(c *Call, rule func(*Call) object.Object) object.Object {
	if c.Bool("synchronized") {
		fail(object.NewError(object.NotImplementedErrClass, "moments(): synchronized=True is not there on the jax backend."))
	}
	return rule(c)
}

func knownSignal(c *Call, rule func(*Call) object.Object) object.Object {
	s, length := c.Shape("x"), c.Int("fft_length")
	d := s[c.at(-1, len(s))]
	if !tensor.IsExpr(d) {
		return rule(c)
	}
	if c.Arg("center") != object.Object(object.False) {
		if tensor.LeastDim(d) < max(length/2, 2) {
			c.value("x must be known to be at least %d long to be padded by reflection, got shape %s.", length/2, s)
		}
		d = tensor.AddDims(d, length/2*2)
	}
	c.atLeast(d, length)
	return rule(c)
}

// choleskyOfBatch multiplies all matrices of a batch with each other's transpose, as jax.numpy.transpose turns all dimensions.
func choleskyOfBatch(c *Call, rule func(*Call) object.Object) object.Object {
	out := rule(c)
	s := c.Shape("x")
	if len(s) < 3 {
		return out
	}
	n := s.Last()
	for i, d := range s[:len(s)-2] {
		if i > 0 || d != 1 && d != n {
			c.value("x must be one matrix on the jax backend, got shape %s.", s)
		}
	}
	return c.New(tensor.Shape{n, n}, out.(*tensor.KerasTensor).Dtype)
}

// larger is the larger of the last two sizes.
func (c *Call) larger(s tensor.Shape) int {
	m, n := s[len(s)-2], s[len(s)-1]
	if c.atLeast(m, n) {
		return m
	}
	return n
}

func leastSquaresJax(c *Call, rule func(*Call) object.Object) object.Object {
	out := rule(c)
	if !c.Given("rcond") {
		c.larger(c.Shape("a"))
	}
	return floats(c, out)
}

func rankOfKnown(c *Call, rule func(*Call) object.Object) object.Object {
	out := rule(c)
	if c.Given("tol") {
		return out
	}
	if n := c.larger(c.Shape("x")); tensor.IsExpr(n) {
		fail(object.AttributeError(tensor.DimExpr(n), "dtype", "matrix_rank() needs the sizes of the matrices, which are not known while a layer's call is traced (shape %s).", c.Shape("x")))
	}
	return out
}

func pseudoInverseJax(c *Call, rule func(*Call) object.Object) object.Object {
	out := rule(c)
	if !c.Given("rcond") {
		c.larger(c.Shape("x"))
	}
	return floats(c, out)
}

// solveJax takes b for one column only where it has one dimension.
func solveJax(c *Call, rule func(*Call) object.Object) object.Object {
	return c.solution(rule, len(c.Shape("b")) == 1)
}

func triangularJax(c *Call, rule func(*Call) object.Object) object.Object {
	n := len(c.Shape("b"))
	return c.solution(rule, n == 1 || n == len(c.Shape("a"))-1)
}

func (c *Call) solution(rule func(*Call) object.Object, column bool) object.Object {
	a, b := c.Shape("a"), c.Shape("b")
	if len(a) < 2 || len(b) < 1 {
		return rule(c)
	}
	c.square(a)
	rows, batch, tail := b.Last(), b[:len(b)-1], tensor.Shape{b.Last()}
	if !column {
		rows, batch, tail = b[len(b)-2], b[:len(b)-2], b[len(b)-2:]
	}
	if a.Last() != rows {
		c.value("a and b must have the same number of rows, got shapes %s and %s.", a, b)
	}
	out, err := Broadcast(a[:len(a)-2], batch)
	must(err)
	return floats(c, c.New(joined(out, tail), c.Dtype("b")))
}

func knownSigma(c *Call, rule func(*Call) object.Object) object.Object {
	if !c.eager {
		concretization("elastic_transform() makes a kernel whose size depends on the number sigma, which is not known while a layer's call is traced.")
	}
	return rule(c)
}

func (c *Call) imageChannels() int {
	s := c.Shape("images")
	if len(s) < 3 {
		return unknown
	}
	if c.format() == "channels_first" {
		return s[len(s)-3]
	}
	return s.Last()
}

func threeChannels(c *Call, rule func(*Call) object.Object) object.Object {
	if d := c.imageChannels(); tensor.IsExpr(d) && tensor.ModDims(d, 3) != 0 {
		c.value("images must have 3 channels, got shape %s.", c.Shape("images"))
	}
	return rule(c)
}

func greyOrThree(c *Call, rule func(*Call) object.Object) object.Object {
	if tensor.IsExpr(c.imageChannels()) {
		c.value("images must have 3 channels, or 1, got shape %s.", c.Shape("images"))
	}
	return rule(c)
}

func slogdetJax(c *Call, rule func(*Call) object.Object) object.Object {
	out := floats(c, rule(c))
	eachResult(out, func(_ int, x *tensor.KerasTensor) { x.Shape = c.Shape("x")[:len(c.Shape("x"))-2] })
	return out
}

func crossentropyAlong(c *Call, rule func(*Call) object.Object) object.Object {
	x := rule(c).(*tensor.KerasTensor)
	s := c.Shape("output")
	x.Shape = without(s, c.axis(c.Int("axis"), len(s)))
	return x
}

// sparseCrossentropyAlong compares the targets with the outputs up to their last dimension, whatever the axis is.
func sparseCrossentropyAlong(c *Call, rule func(*Call) object.Object) object.Object {
	out, target := c.Shape("output"), c.Shape("target")
	axis := c.Int("axis")
	if len(out) < 1 || axis == -1 || axis == len(out)-1 {
		return rule(c)
	}
	i := c.axis(axis, len(out))
	if len(target) == len(out) && target.Last() == 1 {
		target = target[:len(target)-1]
	}
	if !target.Equal(out[:len(out)-1]) {
		c.value("target must have the shape of output without its last dimension, %s, got %s.", out[:len(out)-1], c.Shape("target"))
	}
	s := c.broadcast(inserted(target, i, out[i]), out)
	return c.New(without(s, i), c.Result(Dtype{"float32", false}, Dtype{c.lossDtype("output"), false}))
}

func denseWhileTraced(c *Call, rule func(*Call) object.Object) object.Object {
	if c.Bool("sparse") && !c.eager {
		c.value("sparse=True needs the numbers, which are not known while a layer's call is traced.")
	}
	return rule(c)
}

func knownFrames(c *Call, rule func(*Call) object.Object) object.Object {
	x := rule(c).(*tensor.KerasTensor)
	if s, _ := c.complexPair(2); tensor.IsExpr(s[len(s)-2]) {
		x.Shape[len(x.Shape)-1] = unknown
	}
	return x
}

func rfftJax(c *Call, rule func(*Call) object.Object) object.Object {
	if d := c.Dtype("x"); d == "float16" || d == "bfloat16" {
		c.value("x must be float32 or whole, got dtype %s.", d)
	}
	return floats(c, rule(c))
}

// paddedSide ends tracing where the side that is worked out may be negative.
func (c *Call) paddedSide(b border, size, sign int) {
	given := b.before
	if !c.Given(given) {
		given = b.after
	}
	rest := tensor.SubDims(tensor.SubDims(c.Int(b.target), size), c.Int(given))
	if sign < 0 {
		rest = tensor.SubDims(tensor.SubDims(size, c.Int(b.target)), c.Int(given))
	}
	if !c.atLeast(rest, 0) {
		c.value("%s=%d leaves %s for the other side; it must not be negative.", b.target, c.Int(b.target), tensor.DimString(rest))
	}
}
