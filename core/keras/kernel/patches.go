package kernel

import "layerglass/core/python/array"

// Patches lays out the elements under the windows of images: the channels of the result run over the window and the channels, the
// window slower if windowFirst is set.
func Patches(images *array.Array, w Window, format string, windowFirst bool) (*array.Array, error) {
	shape := images.Shape()
	sizes, channels := Spatial(shape, format)
	c := cubeOf(w, sizes)
	n := len(sizes)
	width := c.window() * channels
	outShape := append([]int{shape[0]}, c.out[3-n:]...)
	total, err := array.Count(append(outShape, width))
	if err != nil {
		return nil, err
	}
	if err := claim(images.Budget(), total); err != nil {
		return nil, err
	}
	places := make([]int64, total)
	step, next := channels, 1 // in the images: between places, between channels
	if format == "channels_first" {
		step, next = 1, c.inside()
	}
	for i := range shape[0] * c.places() {
		base := i / max(c.places(), 1) * c.inside() * channels
		row := places[i*width : (i+1)*width]
		c.taps(i%c.places(), func(tap, at int) {
			for ch := range channels {
				to := ch*c.window() + tap
				if windowFirst {
					to = tap*channels + ch
				}
				row[to] = -1
				if at >= 0 {
					row[to] = int64(base + at*step + ch*next)
				}
			}
		})
	}
	out, err := pick(images, places, append(outShape, width)...)
	if err != nil || format != "channels_first" {
		return out, err
	}
	return out.MoveAxis([]int{n + 1}, []int{1})
}

// claim asks for the memory of n indices and the work of filling them.
func claim(b array.Budget, n int) error {
	if b == nil {
		return nil
	}
	if err := b.Spend(1 + int64(n)/elementsPerStep); err != nil {
		return err
	}
	return b.Alloc(int64(n) * 8)
}

// Unfold lays out the windows of images whose channels come first: batch, channels times window, places.
func Unfold(images *array.Array, w Window) (*array.Array, error) {
	out, err := Patches(images, w, "channels_first", false)
	if err != nil {
		return nil, err
	}
	s := out.Shape()
	return out.Reshape(s[0], s[1], s[2]*s[3])
}

// Fold adds windows up to images of height and width sizes: the opposite of Unfold.
func Fold(x *array.Array, sizes []int, w Window) (*array.Array, error) {
	s := x.Shape()
	c := cubeOf(w, sizes)
	channels := s[1] / c.window()
	if c.places() != s[2] {
		return nil, refuse("fold(): x has " + itoa(s[2]) + " windows, and output_size, kernel_size, dilation, padding and stride make " + itoa(c.places()) + ".")
	}
	from, err := contiguous(x, array.Float64)
	if err != nil {
		return nil, err
	}
	out, err := array.New(x.Budget(), array.Float64, s[0], channels, sizes[0], sizes[1])
	if err != nil {
		return nil, err
	}
	if err := spend(x.Budget(), x.Size()); err != nil {
		return nil, err
	}
	to, data := array.Data[float64](out), array.Data[float64](from)
	for bc := range s[0] * channels {
		for place := range c.places() {
			c.taps(place, func(tap, at int) {
				if at >= 0 {
					to[bc*c.inside()+at] += data[(bc*c.window()+tap)*c.places()+place]
				}
			})
		}
	}
	return out, nil
}

// DepthToSpace moves blocks of channels into height and width.
func DepthToSpace(x *array.Array, n int, format string) (*array.Array, error) {
	var c calc
	s := x.Shape()
	if format == "channels_first" {
		ch := s[1] / (n * n)
		x = c.transpose(c.reshape(x, s[0], ch, n, n, s[2], s[3]), 0, 1, 4, 2, 5, 3)
		x = c.reshape(x, s[0], ch, s[2]*n, s[3]*n)
	} else {
		ch := s[3] / (n * n)
		x = c.transpose(c.reshape(x, s[0], s[1], s[2], n, n, ch), 0, 1, 3, 2, 4, 5)
		x = c.reshape(x, s[0], s[1]*n, s[2]*n, ch)
	}
	return x, c.err
}

// SpaceToDepth moves blocks of height and width into channels.
func SpaceToDepth(x *array.Array, n int, format string) (*array.Array, error) {
	var c calc
	s := x.Shape()
	if format == "channels_first" {
		x = c.transpose(c.reshape(x, s[0], s[1], s[2]/n, n, s[3]/n, n), 0, 1, 3, 5, 2, 4)
		x = c.reshape(x, s[0], s[1]*n*n, s[2]/n, s[3]/n)
	} else {
		x = c.transpose(c.reshape(x, s[0], s[1]/n, n, s[2]/n, n, s[3]), 0, 1, 3, 2, 4, 5)
		x = c.reshape(x, s[0], s[1]/n, s[2]/n, s[3]*n*n)
	}
	return x, c.err
}
