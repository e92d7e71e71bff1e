package ops

import (
	"layerglass/core/keras/kernel"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// channelsKernel is the kernel of a function of the colours of images.
func channelsKernel(f func(images *array.Array, axis int) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.Array("images")
		return one(f(x, c.channel(x.Shape())))
	}
}

// nearest reads the argument interpolation.
func (c *Call) nearest() bool {
	switch s := c.Text("interpolation"); s {
	case "nearest":
		return true
	case "bilinear":
		return false
	default:
		c.value("interpolation must be 'nearest' or 'bilinear', got '%s'.", s)
		return false
	}
}

// borders reads fill_mode and fill_value.
func (c *Call) borders() kernel.Borders {
	b := kernel.Borders{Mode: c.Text("fill_mode"), Fill: c.Float("fill_value")}
	switch b.Mode {
	case "constant", "nearest", "wrap", "mirror", "reflect":
	default:
		c.value("fill_mode must be 'constant', 'nearest', 'wrap', 'mirror' or 'reflect', got '%s'.", b.Mode)
	}
	return b
}

// batched applies f to images as a batch with the channels last, and brings the result back into the form of the argument.
func (c *Call) batched(f func(images *array.Array) *array.Array) []*array.Array {
	x := c.Array("images")
	alone := x.Rank() == 3
	if alone {
		x = good(x.ExpandDims(0))
	}
	first := c.format() == "channels_first"
	if first {
		x = good(x.MoveAxis([]int{1}, []int{3}))
	}
	x = f(x)
	if first {
		x = good(x.MoveAxis([]int{3}, []int{1}))
	}
	if alone {
		x = good(x.Squeeze([]int{0}))
	}
	return []*array.Array{x}
}

func resizeKernel(c *Call) []*array.Array {
	method := c.Text("interpolation")
	switch method {
	case "bilinear", "nearest", "lanczos3", "lanczos5", "bicubic":
	default:
		c.value("interpolation must be 'bilinear', 'nearest', 'lanczos3', 'lanczos5' or 'bicubic', got '%s'.", method)
	}
	if mode := c.Text("fill_mode"); mode != "constant" {
		c.value("fill_mode must be 'constant', got '%s'.", mode)
	}
	x, size := c.Array("images"), c.Ints("size")
	h, w := c.heightWidth(x.Shape())
	switch {
	case c.Bool("crop_to_aspect_ratio"):
		x = c.cropped(x, h, w, size)
	case c.Bool("pad_to_aspect_ratio"):
		x = c.padded(x, h, w, size)
	}
	out := good(kernel.Resize(x, []int{h, w}, size, method, c.Bool("antialias")))
	if d := c.WantType(); !d.IsFloat() && out.Dtype().IsFloat() {
		out = saturated(good(array.Unary(array.Rint, out)), d)
	}
	return []*array.Array{out}
}

// saturated limits numbers to the range of an integer type.
func saturated(x *array.Array, d array.Dtype) *array.Array {
	low, high := -float64(uint64(1)<<(8*d.Size()-1)), float64(uint64(1)<<(8*d.Size()-1))-1
	switch {
	case d == array.Bool:
		low, high = 0, 1
	case d.IsUnsigned():
		low, high = 0, 2*high+1
	}
	return good(kernel.Map(x, func(v float64) float64 { return min(max(v, low), high) }))
}

// cropped keeps the middle that has the aspect ratio of size.
func (c *Call) cropped(x *array.Array, h, w int, size []int) *array.Array {
	height, width := x.Shape()[h], x.Shape()[w]
	ch := max(min(height, int(float64(width*size[0])/float64(size[1]))), 1)
	cw := max(min(width, int(float64(height*size[1])/float64(size[0]))), 1)
	return x.Slice(h, (height-ch)/2, 1, ch).Slice(w, (width-cw)/2, 1, cw)
}

// padded adds the same border above and below, or else at both sides, to come near the aspect ratio of size.
func (c *Call) padded(x *array.Array, h, w int, size []int) *array.Array {
	height, width := x.Shape()[h], x.Shape()[w]
	axis, n := h, (max(height, int(float64(width*size[0])/float64(size[1])))-height)/2
	if n <= 0 {
		axis, n = w, (max(width, int(float64(height*size[1])/float64(size[0])))-width)/2
	}
	if n <= 0 {
		return x
	}
	shape := append([]int{}, x.Shape()...)
	shape[axis] = n
	border := good(array.New(c.T, x.Dtype(), shape...))
	must(border.FillWith(c.Array("fill_value")))
	return good(array.Concatenate([]*array.Array{border, x, border}, axis, array.Invalid))
}

func affineKernel(c *Call) []*array.Array {
	t := c.Array("transform")
	if t.Rank() == 1 {
		t = good(t.ExpandDims(0))
	}
	nearest, borders := c.nearest(), c.borders()
	return c.batched(func(x *array.Array) *array.Array { return good(kernel.Affine(x, t, nearest, borders)) })
}

func perspectiveKernel(c *Call) []*array.Array {
	points := func(name string) *array.Array {
		p := c.Array(name)
		if p.Rank() == 2 {
			p = good(p.ExpandDims(0))
		}
		return p
	}
	start, end := points("start_points"), points("end_points")
	nearest, fill := c.nearest(), c.Float("fill_value")
	return c.batched(func(x *array.Array) *array.Array { return good(kernel.Perspective(x, start, end, nearest, fill)) })
}

func coordinatesKernel(c *Call) []*array.Array {
	order := c.Int("order")
	if order != 0 && order != 1 {
		c.value("order must be 0 (nearest) or 1 (linear), got %d.", order)
	}
	return one(kernel.MapCoordinates(c.Array("inputs"), c.Array("coordinates"), order == 0, c.borders()))
}

// blurKernel takes the channels as first where data_format is not given, as the jax backend does.
func blurKernel(c *Call) []*array.Array {
	size, sigma := c.Ints("kernel_size"), good(c.Array("sigma").Cast(array.Float64))
	s := array.Data[float64](sigma)
	if len(size) < 2 || len(s) < 2 {
		fail(object.NewError(object.IndexErrorClass, "gaussian_blur(): kernel_size and sigma must have two numbers."))
	}
	blur := func(x *array.Array) *array.Array { return good(kernel.Blur(x, size[0], size[1], s[0], s[1])) }
	x := c.Array("images")
	if !c.Given("data_format") || c.format() == "channels_first" {
		return []*array.Array{blur(x)}
	}
	last := x.Rank() - 1
	x = good(x.MoveAxis([]int{last}, []int{last - 2}))
	return one(blur(x).MoveAxis([]int{last - 2}, []int{last}))
}

func elasticKernel(c *Call) []*array.Array {
	nearest, borders := c.nearest(), c.borders()
	alpha, sigma := c.Float("alpha"), c.Float("sigma")
	k := c.key()
	n := int(6*sigma) | 1
	return c.batched(func(x *array.Array) *array.Array {
		s := x.Shape()
		d := x.Dtype()
		if !d.IsFloat() {
			c.value("images must have a floating dtype, got %s.", d)
		}
		// Both directions are drawn from one key, as Keras does.
		noise := good(normalOf(c, k, d, []int{s[0], s[1], s[2]}, sigma))
		shift := good(kernel.Blur(noise, n, n, sigma, sigma))
		return good(kernel.Elastic(x, shift, shift, alpha, nearest, borders))
	})
}

func translateKernel(c *Call) []*array.Array {
	x, method := c.Array("images"), c.Text("method")
	if !kernel.Resampling(method) {
		c.value("method must be 'linear', 'bilinear', 'trilinear', 'cubic', 'bicubic', 'tricubic', 'lanczos3' or 'lanczos5', got '%s'.", method)
	}
	numbers := func(name string) []float64 {
		a, err := array.Float64s(c.Array(name))
		must(err)
		return a
	}
	dims, scale, shift := c.Ints("spatial_dims"), numbers("scale"), numbers("translation")
	if len(scale) != len(dims) || len(shift) != len(dims) {
		c.value("scale and translation must have a number for each of the %d spatial_dims, got %d and %d.", len(dims), len(scale), len(shift))
	}
	for i, d := range dims {
		dims[i] = c.axis(d, x.Rank())
	}
	return one(kernel.Resample(x, c.Want(0).Shape, dims, scale, shift, method, c.Bool("antialias")))
}

func sobelKernel(c *Call) []*array.Array {
	x := c.Array("images")
	last := c.format() != "channels_first"
	if last {
		x = good(x.MoveAxis([]int{3}, []int{1}))
	}
	down, across, err := kernel.Sobel(x)
	must(err)
	out := good(array.Stack([]*array.Array{down, across}, -1, array.Invalid))
	if last {
		out = good(out.MoveAxis([]int{1}, []int{3}))
	}
	return []*array.Array{out}
}

func ssimKernel(c *Call) []*array.Array {
	planes := func(name string) *array.Array {
		x := c.Array(name)
		if x.Rank() == 3 {
			x = good(x.ExpandDims(0))
		}
		if c.format() != "channels_first" {
			x = good(x.MoveAxis([]int{3}, []int{1}))
		}
		return x
	}
	a, b := planes("image1"), planes("image2")
	out := good(kernel.SSIM(a, b, c.Float("max_val"), c.size(c.Int("filter_size")), c.Float("filter_sigma"), c.Float("k1"), c.Float("k2")))
	if len(c.Want(0).Shape) == 0 {
		out = good(out.Squeeze([]int{0}))
	}
	return []*array.Array{out}
}

func patchesKernel(c *Call) []*array.Array {
	x := c.Array(c.Op.sig.Params[0].Name.String())
	size := c.Ints("size")
	if isInt(c.Arg("size")) {
		size = []int{size[0], size[0]}
	}
	n := len(size)
	alone := x.Rank() == n+1
	if alone {
		x = good(x.ExpandDims(0))
	}
	strides := size
	if c.Given("strides") {
		strides = c.spread("strides", n)
	}
	out := good(kernel.Patches(x, c.windowOf(x, size, strides, c.spread("dilation_rate", n)), c.format(), true))
	if alone {
		out = good(out.Squeeze([]int{0}))
	}
	return []*array.Array{out}
}

// borderKernel pads images, or crops them.
func borderKernel(what string) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.Array("images")
		want := c.Want(0).Shape
		h, w := c.heightWidth(x.Shape())
		out := x
		for _, side := range []struct {
			axis                  int
			before, after, target string
		}{{h, "top_" + what, "bottom_" + what, "target_height"}, {w, "left_" + what, "right_" + what, "target_width"}} {
			have, need := x.Shape()[side.axis], want[side.axis]
			rest := max(need-have, have-need)
			before := 0
			if c.Given(side.before) {
				before = c.Int(side.before)
			} else {
				before = rest - c.Int(side.after)
			}
			if what == "cropping" {
				out = out.Slice(side.axis, before, 1, need)
				continue
			}
			grown := append([]int{}, out.Shape()...)
			grown[side.axis] = need
			next := good(array.New(c.T, x.Dtype(), grown...))
			must(next.Slice(side.axis, before, 1, have).Assign(out))
			out = next
		}
		return []*array.Array{out}
	}
}
