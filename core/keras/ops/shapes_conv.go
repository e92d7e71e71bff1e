package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/tensor"
)

// spatial splits a shape of images into batch, spatial sizes and channels.
func spatial(s tensor.Shape, format string) (sizes tensor.Shape, channels int) {
	if format == "channels_last" {
		return s[1 : len(s)-1].Clone(), s[len(s)-1]
	}
	return s[2:].Clone(), s[1]
}

// withSpatial puts batch, spatial sizes and channels together.
func withSpatial(batch int, sizes tensor.Shape, channels int, format string) tensor.Shape {
	if format == "channels_last" {
		return joined(tensor.Shape{batch}, sizes, tensor.Shape{channels})
	}
	return joined(tensor.Shape{batch, channels}, sizes)
}

// imageShape returns a shape that has a batch, a channel and at least one spatial dimension.
func (c *Call) imageShape(name string) tensor.Shape {
	s := c.Shape(name)
	if len(s) < 3 {
		c.value("%s must have a batch, spatial and a channel dimension, got shape %s.", name, s)
	}
	return s
}

// window returns a size argument for each spatial dimension: one int for all, or a sequence.
func (c *Call) window(name string, n int) []int {
	v := c.Ints(name)
	if isInt(c.Arg(name)) && n == 0 {
		return nil
	}
	if len(v) == 1 && n > 1 {
		for len(v) < n {
			v = append(v, v[0])
		}
	}
	if len(v) != n {
		c.value("%s must have %d numbers, one for each spatial dimension, got %d.", name, n, len(v))
	}
	return v
}

// slid is how many places a window takes along a dimension; padding is lower case. An extent of the window beyond the
// dimension gives a result of zero or less, which the caller refuses.
func slid(size, window, stride int, padding string) int {
	if padding == "valid" {
		return tensor.AddDims(divided(tensor.SubDims(size, window), stride, size-window), 1)
	}
	return tensor.AddDims(divided(tensor.SubDims(size, 1), stride, size-1), 1)
}

// divided is d // stride, which for known sizes may be negative.
func divided(d, stride, exact int) int {
	if d == unknown && exact < -1 {
		return unknown
	}
	return tensor.DivDims(d, stride)
}

// slide applies windows to all spatial sizes.
func (c *Call) slide(sizes tensor.Shape, window, strides []int, padding string) tensor.Shape {
	if padding != "valid" && padding != "same" && padding != "causal" {
		c.value("padding must be 'valid' or 'same', got '%s'.", padding)
	}
	out := make(tensor.Shape, len(sizes))
	for i, d := range sizes {
		if strides[i] == 0 {
			c.value("strides must not be 0.")
		}
		switch {
		case d == unknown:
			out[i] = unknown
		case d < unknown:
			out[i] = slid(d, window[i], strides[i], padding)
		default:
			if padding == "valid" {
				out[i] = floorDiv(d-window[i], strides[i]) + 1
			} else {
				out[i] = floorDiv(d-1, strides[i]) + 1
			}
			if padding == "valid" && out[i] <= 0 {
				c.value("a window of %d does not fit into the dimension of size %d: nothing would be left. Make the window smaller or use padding='same'.", window[i], d)
			}
		}
	}
	return out
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// pooled is the shape after pooling.
func (c *Call) pooled(s tensor.Shape, format, padding string) tensor.Shape {
	sizes, channels := spatial(s, format)
	pool := c.window("pool_size", len(sizes))
	strides := pool
	if c.Given("strides") {
		strides = c.window("strides", len(sizes))
	}
	if padding == "causal" {
		c.value("padding must be 'valid' or 'same', got 'causal'.")
	}
	return withSpatial(s[0], c.slide(sizes, pool, strides, padding), channels, format)
}

// convolved is the shape after a convolution with a kernel of the given spatial sizes.
func (c *Call) convolved(s, kernel tensor.Shape, filters int, strides, dilation []int, padding, format string) tensor.Shape {
	if len(kernel)+2 != len(s) {
		c.value("the kernel must have as many dimensions as the input, got %d and %d.", len(kernel)+2, len(s))
	}
	sizes, _ := spatial(s, format)
	if len(dilation) != len(sizes) {
		c.value("dilation_rate must have %d numbers, one for each spatial dimension, got %d.", len(sizes), len(dilation))
	}
	if len(strides) != len(sizes) {
		c.value("strides must have %d numbers, one for each spatial dimension, got %d.", len(sizes), len(strides))
	}
	extent := make([]int, len(kernel))
	for i, k := range kernel {
		extent[i] = dilation[i]*(k-1) + 1
	}
	return withSpatial(s[0], c.slide(sizes, extent, strides, padding), filters, format)
}

// spread repeats a lone number for n dimensions.
func (c *Call) spread(name string, n int) []int {
	v := c.Ints(name)
	if isInt(c.Arg(name)) || len(v) == 1 {
		for len(v) < n {
			v = append(v, v[0])
		}
	}
	return v
}

// dataFormat returns the data format argument, the configured one for None.
func (c *Call) dataFormat(name string) string {
	f, err := config.DataFormat(c.T, c.Arg(name))
	must(err)
	return f
}

func lower(s string) string {
	b := []byte(s)
	for i, ch := range b {
		if 'A' <= ch && ch <= 'Z' {
			b[i] = ch + 'a' - 'A'
		}
	}
	return string(b)
}
