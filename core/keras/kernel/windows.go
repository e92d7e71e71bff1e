package kernel

import "layerglass/core/python/array"

// Images are arrays of a batch, one to three spatial dimensions and channels. Inside this package the channels come last and
// there are always three spatial dimensions, the missing ones of size 1.

// Window says how a window moves over the spatial dimensions. Slices have a number for each of them.
type Window struct {
	Size, Strides, Dilation []int
	// Pad is how many places are added before and after each dimension.
	Pad [][2]int
}

// Padding returns what padding adds to a dimension: "same" keeps the size divided by the stride, anything else adds nothing.
func Padding(padding string, size, window, stride, dilation int) [2]int {
	extent := (window-1)*dilation + 1
	switch padding {
	case "same":
		out := (size + stride - 1) / stride
		total := max((out-1)*stride+extent-size, 0)
		return [2]int{total / 2, total - total/2}
	case "causal":
		return [2]int{extent - 1, 0}
	}
	return [2]int{}
}

// NewWindow makes a window for images of the spatial sizes.
func NewWindow(sizes, window, strides, dilation []int, padding string) Window {
	w := Window{Size: window, Strides: strides, Dilation: dilation, Pad: make([][2]int, len(sizes))}
	for i, n := range sizes {
		w.Pad[i] = Padding(padding, n, window[i], strides[i], dilation[i])
	}
	return w
}

// places is how many places the window takes along dimension i of the given size.
func (w Window) places(i, size int) int {
	room := size + w.Pad[i][0] + w.Pad[i][1] - ((w.Size[i]-1)*w.Dilation[i] + 1)
	if room < 0 {
		return 0
	}
	return room/w.Strides[i] + 1
}

// cube is a Window of three dimensions.
type cube struct {
	size, stride, dilation, before, in, out [3]int
}

// cubeOf brings a window and the sizes it moves over to three dimensions.
func cubeOf(w Window, sizes []int) cube {
	c := cube{}
	lead := 3 - len(sizes)
	for i := range 3 {
		c.size[i], c.stride[i], c.dilation[i], c.in[i], c.out[i] = 1, 1, 1, 1, 1
		if k := i - lead; k >= 0 {
			c.size[i], c.stride[i], c.dilation[i] = w.Size[k], w.Strides[k], w.Dilation[k]
			c.before[i], c.in[i], c.out[i] = w.Pad[k][0], sizes[k], w.places(k, sizes[k])
		}
	}
	return c
}

func (c cube) window() int { return c.size[0] * c.size[1] * c.size[2] }
func (c cube) inside() int { return c.in[0] * c.in[1] * c.in[2] }
func (c cube) places() int { return c.out[0] * c.out[1] * c.out[2] }

// taps calls f for each element of the window at a place: its number in the window, and its place in the images, -1 for padding.
// Places are counted in order.
func (c cube) taps(place int, f func(tap, at int)) {
	x := place % c.out[2]
	y := place / c.out[2] % c.out[1]
	z := place / (c.out[2] * c.out[1])
	tap := 0
	for i := range c.size[0] {
		pz := z*c.stride[0] + i*c.dilation[0] - c.before[0]
		for j := range c.size[1] {
			py := y*c.stride[1] + j*c.dilation[1] - c.before[1]
			px := x*c.stride[2] - c.before[2]
			if pz < 0 || pz >= c.in[0] || py < 0 || py >= c.in[1] {
				for range c.size[2] {
					f(tap, -1)
					tap++
				}
				continue
			}
			row := (pz*c.in[1] + py) * c.in[2]
			for range c.size[2] {
				if px >= 0 && px < c.in[2] {
					f(tap, row+px)
				} else {
					f(tap, -1)
				}
				tap++
				px += c.dilation[2]
			}
		}
	}
}

// channelsLast moves the channels of images to the end and returns what moves those of a result back.
func channelsLast(a *array.Array, format string) (*array.Array, func(*array.Array) (*array.Array, error), error) {
	if format != "channels_first" {
		return a, func(out *array.Array) (*array.Array, error) { return out, nil }, nil
	}
	moved, err := a.MoveAxis([]int{1}, []int{a.Rank() - 1})
	return moved, func(out *array.Array) (*array.Array, error) { return out.MoveAxis([]int{out.Rank() - 1}, []int{1}) }, err
}

// Spatial returns the spatial sizes and the channels of the shape of images.
func Spatial(shape []int, format string) (sizes []int, channels int) {
	if format == "channels_first" {
		return shape[2:], shape[1]
	}
	return shape[1 : len(shape)-1], shape[len(shape)-1]
}

// pick makes an array of the elements at the places of a, seen as flat; -1 stands for 0.
func pick(a *array.Array, places []int64, shape ...int) (*array.Array, error) {
	flat, err := a.Reshape(-1)
	if err != nil {
		return nil, err
	}
	zero, err := array.New(a.Budget(), a.Dtype(), 1)
	if err != nil {
		return nil, err
	}
	if flat, err = array.Concatenate([]*array.Array{flat, zero}, 0, array.Invalid); err != nil {
		return nil, err
	}
	for i, p := range places {
		if p < 0 {
			places[i] = int64(flat.Size() - 1)
		}
	}
	if b := a.Budget(); b != nil {
		if err := b.Alloc(int64(len(places)) * 8); err != nil {
			return nil, err
		}
	}
	index, err := array.FromSlice(a.Budget(), places, shape...)
	if err != nil {
		return nil, err
	}
	return flat.Take(index, 0, array.TakeRaise)
}
