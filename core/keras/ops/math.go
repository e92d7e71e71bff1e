package ops

import (
	"math"

	"layerglass/core/keras/kernel"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

const segmentSig = "data, segment_ids, num_segments=None, sorted=False"

// mathOps are the functions of keras.src.ops.math: segments, signals, special functions.
var mathOps = []*Op{
	{Name: "segment_sum", Class: "SegmentSum", Sig: segmentSig, Init: "num_segments, sorted", Prepare: checkSegments, Infer: segments, Kernel: segmentKernel(array.Add)},
	{Name: "segment_max", Class: "SegmentMax", Sig: segmentSig, Init: "num_segments, sorted", Prepare: checkSegments, Infer: segments, Kernel: segmentKernel(array.Maximum)},
	{Name: "segment_min", Class: "SegmentMin", Sig: segmentSig, Init: "num_segments, sorted", Prepare: checkSegments, Infer: segments, Kernel: segmentKernel(array.Minimum)},
	{Name: "segment_prod", Class: "SegmentProd", Sig: segmentSig, Init: "num_segments, sorted", Prepare: checkSegments, Infer: segments, Kernel: segmentKernel(array.Multiply)},
	{Name: "top_k", Class: "TopK", Sig: "x, k, sorted=True", Init: "k, sorted", Infer: topK, Value: asList(topK), Kernel: func(c *Call) []*array.Array { return both(kernel.TopK(c.Array("x"), c.Int("k"))) }},
	{Name: "in_top_k", Class: "InTopK", Sig: "targets, predictions, k", Init: "k", Infer: func(c *Call) object.Object {
		return c.New(c.Shape("targets"), "bool")
	}, Kernel: func(c *Call) []*array.Array {
		return one(kernel.InTopK(c.Array("targets"), c.Array("predictions"), c.Int("k")))
	}},
	{Name: "logsumexp", Class: "Logsumexp", Sig: reductionSig, Init: reductionInit, Infer: reduceTo("float32"), Kernel: func(c *Call) []*array.Array {
		return one(kernel.LogSumExp(c.Array("x"), c.Axes("axis"), c.Bool("keepdims")))
	}},
	{Name: "cdist", Class: "CDist", Sig: "x, y", Infer: cdist, Kernel: func(c *Call) []*array.Array { return one(kernel.CDist(c.Array("x"), c.Array("y"))) }},
	{Name: "extract_sequences", Class: "ExtractSequences", Sig: "x, sequence_length, sequence_stride", Init: "sequence_length, sequence_stride",
		Infer: extractSequences, Kernel: sequencesKernel},
	{Name: "fft", Class: "FFT", Prepare: noLoneTensor("x"), Sig: "x", Infer: fourier(1), Kernel: fourierKernel(1, false)},
	{Name: "fft2", Class: "FFT2", Prepare: noLoneTensor("x"), Sig: "x", Infer: fourier(2), Kernel: fourierKernel(2, false)},
	{Name: "ifft2", Class: "IFFT2", Prepare: noLoneTensor("x"), Sig: "x", Infer: fourier(2), Kernel: fourierKernel(2, true)},
	{Name: "rfft", Class: "RFFT", Sig: "x, fft_length=None", Init: "fft_length", Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		if len(s) < 1 {
			c.value("x must have at least one dimension.")
		}
		last := len(s) - 1
		if c.Given("fft_length") {
			s[last] = c.Int("fft_length")/2 + 1
		} else {
			s[last] = tensor.AddDims(tensor.DivDims(s[last], 2), 1)
		}
		return object.NewTuple(c.New(s, c.Dtype("x")), c.New(s.Clone(), c.Dtype("x")))
	}, Kernel: rfftKernel},
	{Name: "irfft", Class: "IRFFT", Prepare: noLoneTensor("x"), Sig: "x, fft_length=None", Init: "fft_length", Infer: func(c *Call) object.Object {
		s, d := c.complexPair(1)
		last := len(s) - 1
		if c.Given("fft_length") {
			s[last] = c.size(c.Int("fft_length"))
		} else if s[last] >= 0 {
			s[last] = c.size(2 * (s[last] - 1))
		} else {
			s[last] = tensor.MulDims(tensor.SubDims(s[last], 1), 2)
		}
		return c.New(s, d)
	}, Kernel: irfftKernel},
	{Name: "stft", Class: "STFT", Sig: "x, sequence_length, sequence_stride, fft_length, window='hann', center=True",
		Init: "sequence_length, sequence_stride, fft_length, window, center", Prepare: positiveStride, Infer: stft, Kernel: stftKernel},
	{Name: "istft", Class: "ISTFT", Sig: "x, sequence_length, sequence_stride, fft_length, length=None, window='hann', center=True",
		Init: "sequence_length, sequence_stride, fft_length, length, window, center", Prepare: func(c *Call) {
			positiveStride(c)
			noLoneTensor("x")(c)
		}, Infer: istft, Kernel: istftKernel},
	{Name: "rsqrt", Class: "Rsqrt", Sig: "x", Infer: plain, Value: floatsOnly(plain), Kernel: func(c *Call) []*array.Array { return one(kernel.Rsqrt(c.computed("x"))) }},
	{Name: "erf", Class: "Erf", Sig: "x", Infer: plain, Value: floatsOnly(plain), Kernel: specialKernel(math.Erf)},
	{Name: "erfc", Class: "Erfc", Sig: "x", Infer: func(c *Call) object.Object {
		return c.New(c.Shape("x"), c.Result(Dtype{c.Dtype("x"), false}, WeakFloat))
	}, Kernel: specialKernel(math.Erfc)},
	{Name: "erfinv", Class: "Erfinv", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: specialKernel(erfinv)},
	{Name: "logdet", Class: "Logdet", Sig: "x", Infer: logdet, Value: squareOf(logdet), Kernel: matrixKernel(kernel.LogDet)},
	{Name: "view_as_complex", Class: "ViewAsComplex", Sig: "x", Value: fromPairs, Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		return c.New(s[:max(len(s)-1, 0)], "complex64")
	}, Kernel: complexPairs},
	{Name: "view_as_real", Class: "ViewAsReal", Sig: "x", Infer: func(c *Call) object.Object { return c.New(append(c.Shape("x"), 2), "float32") }, Kernel: realParts},
}

func checkSegments(c *Call) {
	data, ids := c.Shape("data"), c.Shape("segment_ids")
	if len(ids) > 1 {
		c.value("segment_ids must have one dimension, got shape %s.", ids)
	}
	m, n := ids[c.at(0, len(ids))], data[c.at(0, len(data))]
	if m != unknown && n != unknown && m != n {
		c.value("segment_ids and data must have the same first dimension, got shapes %s and %s.", ids, data)
	}
}

func segments(c *Call) object.Object {
	s := c.Shape("data")
	n := unknown
	if !c.Given("num_segments") && c.traced && operation.Tracing(c.T) == tensor.JaxTraced {
		c.value("num_segments must be given inside a layer's call: the numbers are not known there.")
	}
	if c.Given("num_segments") {
		n = c.size(c.Int("num_segments"))
	}
	return c.New(joined(tensor.Shape{n}, s[min(1, len(s)):]), c.Dtype("data"))
}

func cdist(c *Call) object.Object {
	a, b := c.Shape("x"), c.Shape("y")
	if len(a) < 2 || len(b) < 2 {
		c.value("x and y must have at least two dimensions, got shapes %s and %s.", a, b)
	}
	if k, l := a.Last(), b.Last(); k != unknown && l != unknown && k != l {
		c.value("the last dimensions of x and y must be equal, got shapes %s and %s.", a, b)
	}
	out := c.broadcast(a[:len(a)-2], b[:len(b)-2])
	return c.New(append(out, a[len(a)-2], b[len(b)-2]), c.Result(Dtype{c.Dtype("x"), false}, Dtype{c.Dtype("y"), false}, WeakFloat))
}

func extractSequences(c *Call) object.Object {
	s := c.Shape("x")
	if len(s) < 1 {
		c.value("x must have at least one dimension.")
	}
	length := c.Int("sequence_length")
	last := len(s) - 1
	n := unknown
	if s[last] >= 0 {
		n = c.size(1 + floorDiv(s[last]-length, c.Int("sequence_stride")))
	} else {
		n = tensor.AddDims(tensor.DivDims(tensor.SubDims(s[last], length), c.Int("sequence_stride")), 1)
	}
	return c.New(joined(s[:last], tensor.Shape{n, c.size(length)}), c.Dtype("x"))
}

// complexPair reads a complex argument: a pair of real and imaginary parts with one shape of at least the given rank.
func (c *Call) complexPair(rank int) (tensor.Shape, string) {
	v := c.Arg("x")
	if !isList(v) {
		c.value("x must be a pair of tensors, the real and the imaginary part, got %s.", c.show(v))
	}
	items := c.Items("x")
	if len(items) != 2 {
		c.value("x must be a pair of tensors, the real and the imaginary part, got %d.", len(items))
	}
	s, imaginary := c.mustShape(items[0]), c.mustShape(items[1])
	if !s.Equal(imaginary) {
		c.value("the real and the imaginary part must have the same shape, got %s and %s.", s, imaginary)
	}
	if len(s) < rank {
		c.value("x must have at least %d dimensions, got shape %s.", rank, s)
	}
	return s, c.mustDtype(items[0])
}

func fourier(rank int) func(*Call) object.Object {
	return func(c *Call) object.Object {
		s, d := c.complexPair(rank)
		for _, n := range s[len(s)-rank:] {
			if n == unknown {
				c.value("the transformed dimensions must be known, got shape %s.", s)
			}
		}
		return object.NewTuple(c.New(s, d), c.New(s.Clone(), c.mustDtype(c.Items("x")[1])))
	}
}

func positiveStride(c *Call) {
	if !isInt(c.Arg("sequence_stride")) || c.Int("sequence_stride") <= 0 {
		c.value("sequence_stride must be a positive int, got %s.", c.show(c.Arg("sequence_stride")))
	}
}

func stft(c *Call) object.Object {
	s := c.Shape("x")
	last := c.at(-1, len(s))
	length, stride := c.Int("fft_length"), c.Int("sequence_stride")
	padded := length / 2 * 2
	if c.Arg("center") == object.Object(object.False) {
		padded = 0
	}
	n := unknown
	if s[last] >= 0 {
		n = c.size(1 + floorDiv(s[last]+padded-length, stride))
	} else {
		n = tensor.AddDims(tensor.DivDims(tensor.SubDims(tensor.AddDims(s[last], padded), length), stride), 1)
	}
	out := joined(s[:last], tensor.Shape{n, length/2 + 1})
	return object.NewTuple(c.New(out, c.Dtype("x")), c.New(out.Clone(), c.Dtype("x")))
}

func istft(c *Call) object.Object {
	s, d := c.complexPair(2)
	length, frames := c.Int("fft_length"), s[len(s)-2]
	n := tensor.AddDims(tensor.MulDims(tensor.SubDims(frames, 1), c.Int("sequence_stride")), length)
	switch {
	case c.Given("length"):
		n = c.size(c.Int("length"))
	case c.Bool("center"):
		n = tensor.SubDims(n, length/2*2)
	}
	return c.New(append(s[:len(s)-2].Clone(), n), d)
}

func logdet(c *Call) object.Object {
	s := c.Shape("x")
	return c.New(s[:max(len(s)-2, 0)], c.Dtype("x"))
}

func topK(c *Call) object.Object {
	s := c.Shape("x")
	s[c.at(-1, len(s))] = c.size(c.Int("k"))
	return object.NewTuple(c.New(s, c.Dtype("x")), c.New(s.Clone(), "int32"))
}

// fromPairs makes complex numbers of a last dimension of size 2.
func fromPairs(c *Call) object.Object {
	s := c.Shape("x")
	if len(s) < 1 || s.Last() != 2 {
		c.value("the last dimension of x must have size 2, got shape %s.", s)
	}
	return c.New(s[:len(s)-1], "complex64")
}
