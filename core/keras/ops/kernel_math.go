package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/special"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// wideOf is an argument in float64: matrices are decomposed in double precision and rounded once.
func (c *Call) wideOf(name string) *array.Array { return good(c.Array(name).Cast(array.Float64)) }

// matrixKernel is the kernel of a function of matrices.
func matrixKernel(f func(x *array.Array) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.wideOf("x"))) }
}

// choleskyKernel is the kernel of a function of triangles.
func choleskyKernel(f func(x *array.Array, upper bool) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.wideOf("x"), c.Bool("upper"))) }
}

// pairKernel is the kernel of a function of matrices that gives two arrays.
func pairKernel(f func(x *array.Array) (a, b *array.Array, err error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return both(f(c.wideOf("x"))) }
}

// both is what a kernel of two results returns.
func both(a, b *array.Array, err error) []*array.Array {
	must(err)
	return []*array.Array{a, b}
}

func qrKernel(c *Call) []*array.Array {
	return both(array.QR(c.wideOf("x"), c.Text("mode") == "reduced"))
}

func svdKernel(c *Call) []*array.Array {
	u, s, v, err := kernel.SVD(c.wideOf("x"), c.Bool("full_matrices"))
	must(err)
	if !c.Bool("compute_uv") {
		return []*array.Array{s}
	}
	return []*array.Array{u, s, v}
}

func normKernel(c *Call) []*array.Array {
	order := kernel.NormOrder{Name: "none"}
	switch s, ok := object.Of(c.Arg("ord")).(*object.Str); {
	case ok:
		order.Name = s.String()
	case c.Given("ord"):
		order = kernel.Order(c.Float("ord"))
	}
	x := c.Array("x")
	if !x.Dtype().IsComplex() {
		x = c.ArrayIn("x")
	}
	return one(kernel.Norm(x, order, c.Axes("axis"), c.Bool("keepdims")))
}

func segmentKernel(op array.BinaryOp) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		return one(kernel.Segments(op, c.Array("data"), c.Array("segment_ids"), c.Want(0).Shape[0]))
	}
}

func sequencesKernel(c *Call) []*array.Array {
	return one(kernel.Frames(c.Array("x"), c.Int("sequence_length"), c.Int("sequence_stride")))
}

// complexParts are the real and the imaginary part that stand for a complex argument.
func (c *Call) complexParts() (re, im *array.Array) {
	items := c.Items("x")
	for _, v := range items {
		if d := c.mustDtype(v); !config.IsFloat(d) {
			c.value("the parts of x must have a floating dtype, got %s.", d)
		}
	}
	return c.ToArray(items[0], ""), c.ToArray(items[1], "")
}

func fourierKernel(rank int, inverse bool) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		re, im := c.complexParts()
		return both(kernel.FFT(re, im, rank, inverse))
	}
}

func rfftKernel(c *Call) []*array.Array {
	x := c.Array("x")
	return both(kernel.RFFT(x, c.IntOr("fft_length", x.Shape()[x.Rank()-1])))
}

func irfftKernel(c *Call) []*array.Array {
	re, im := c.complexParts()
	return one(kernel.IRFFT(re, im, c.Want(0).Shape[len(c.Want(0).Shape)-1]))
}

// signalWindow is the window argument, in the middle of fft_length places.
func (c *Call) signalWindow() []float64 {
	n, length := c.size(c.Int("fft_length")), c.size(c.Int("sequence_length"))
	if n < length {
		c.value("fft_length must be at least sequence_length, got fft_length=%d and sequence_length=%d.", n, length)
	}
	w := make([]float64, 0)
	switch s, ok := object.Of(c.Arg("window")).(*object.Str); {
	case ok:
		made, err := kernel.CosineWindow(s.String(), length)
		must(err)
		w = made
	case c.Given("window"):
		a := c.Array("window")
		if a.Rank() != 1 || a.Size() != length {
			c.value("window must have sequence_length (%d) numbers, got shape %s.", length, array.ShapeString(a.Shape()))
		}
		w, _ = array.Float64s(a)
	default:
		for range n {
			w = append(w, 1)
		}
	}
	out, err := kernel.Centred(w, n)
	must(err)
	return out
}

func stftKernel(c *Call) []*array.Array {
	if d := c.Dtype("x"); d != "float32" && d != "float64" {
		c.typeError("stft() takes float32 or float64, got %s.", d)
	}
	return both(kernel.STFT(c.Array("x"), c.signalWindow(), c.Int("sequence_stride"), c.Bool("center")))
}

func istftKernel(c *Call) []*array.Array {
	re, im := c.complexParts()
	window, stride := c.signalWindow(), c.Int("sequence_stride")
	x := good(kernel.ISTFT(re, im, window, stride))
	if !c.Given("window") {
		factor := array.Scalar(float64(len(window)) / float64(stride))
		x = good(array.Binary(array.Multiply, array.Of(x), array.Of(factor)))
	}
	last := x.Rank() - 1
	from, to := 0, x.Shape()[last]
	if c.Bool("center") {
		from = len(window) / 2
	}
	switch {
	case c.Given("length"):
		to = min(from+c.Int("length"), to)
	case c.Bool("center"):
		to -= len(window) / 2
	}
	from = min(from, x.Shape()[last])
	return []*array.Array{x.Slice(last, from, 1, max(to-from, 0))}
}

// specialKernel is the kernel of a special function of single numbers.
func specialKernel(f func(x float64) float64) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(kernel.Map(c.computed("x"), f)) }
}

func erfinv(x float64) float64 { return float64(special.Erfinv(float32(x))) }

func realParts(c *Call) []*array.Array {
	z := c.Array("x")
	re, im := good(array.RealPart(z)), good(array.ImagPart(z))
	return one(array.Stack([]*array.Array{re, im}, -1, array.Invalid))
}

func complexPairs(c *Call) []*array.Array {
	x := c.Array("x")
	last := x.Rank() - 1
	return one(kernel.Complex(x.At(last, 0), x.At(last, 1)))
}
