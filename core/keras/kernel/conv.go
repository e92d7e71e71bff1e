package kernel

import "layerglass/core/python/array"

// columnFloats is how many numbers of windows are laid out at once before they are multiplied.
const columnFloats = 1 << 16

// Conv slides kernels over images. kernel has the spatial sizes, the channels of one group and the filters; the images have
// a whole number of groups. w.Size is taken from the kernel.
func Conv(images, kernel *array.Array, w Window, format string) (*array.Array, error) {
	x, back, err := channelsLast(images, format)
	if err != nil {
		return nil, err
	}
	k := kernel.Shape()
	n := len(k) - 2
	w.Size = k[:n]
	d := workType(kernel)
	if workType(images) == array.Float64 {
		d = array.Float64
	}
	if x, err = contiguous(x, d); err != nil {
		return nil, err
	}
	filters, err := contiguous(kernel, d)
	if err != nil {
		return nil, err
	}
	shape := x.Shape()
	c := cubeOf(w, shape[1:n+1])
	outShape := []int{shape[0]}
	for i := range n {
		outShape = append(outShape, c.out[3-n+i])
	}
	outShape = append(outShape, k[n+1])
	out, err := array.New(images.Budget(), d, outShape...)
	if err != nil || out.Size() == 0 {
		return out, err
	}
	if k[n] == 0 {
		return back(out)
	}
	g := groups{cube: c, batch: shape[0], channels: shape[n+1], part: k[n], filters: k[n+1]}
	work := int64(out.Size()) * int64(c.window()) * int64(k[n])
	if b := images.Budget(); b != nil {
		if err := b.Spend(1 + work/(4*elementsPerStep)); err != nil {
			return nil, err
		}
	}
	if d == array.Float32 {
		convolve(g, array.Data[float32](out), array.Data[float32](x), array.Data[float32](filters))
	} else {
		convolve(g, array.Data[float64](out), array.Data[float64](x), array.Data[float64](filters))
	}
	return back(out)
}

// groups is a convolution whose channels fall into groups of part channels each.
type groups struct {
	cube
	batch, channels, part, filters int
}

func convolve[T float](g groups, out, x, kernel []T) {
	if g.part == 1 {
		depthwise(g, out, x, kernel)
		return
	}
	each := g.filters * g.part / g.channels // filters of one group
	width := g.window() * g.part
	step := min(max(columnFloats/width, 1), g.places())
	columns := make([]T, step*width)
	var results []T
	if each != g.filters {
		results = make([]T, step*each)
	}
	for group := range g.channels / g.part {
		weights := weightsOf(g, kernel, group, each)
		for b := range g.batch {
			image := x[b*g.inside()*g.channels+group*g.part:]
			for from := 0; from < g.places(); from += step {
				n := min(step, g.places()-from)
				layOut(g, columns, image, from, n)
				to := out[(b*g.places()+from)*g.filters:]
				if each == g.filters {
					array.MultiplyAdd(to[:n*each], columns[:n*width], weights, n, width, each)
					continue
				}
				clear(results)
				array.MultiplyAdd(results[:n*each], columns[:n*width], weights, n, width, each)
				for i := range n {
					copy(to[i*g.filters+group*each:][:each], results[i*each:])
				}
			}
		}
	}
}

// layOut writes the elements under the window at n places, one row for each place.
func layOut[T float](g groups, columns, image []T, from, n int) {
	width := g.window() * g.part
	for i := range n {
		row := columns[i*width : (i+1)*width]
		g.taps(from+i, func(tap, at int) {
			line := row[tap*g.part : (tap+1)*g.part]
			if at < 0 {
				clear(line)
				return
			}
			copy(line, image[at*g.channels:])
		})
	}
}

// weightsOf returns the part of the kernel that belongs to a group, without gaps.
func weightsOf[T float](g groups, kernel []T, group, each int) []T {
	if each == g.filters {
		return kernel
	}
	rows := g.window() * g.part
	out := make([]T, rows*each)
	for r := range rows {
		copy(out[r*each:(r+1)*each], kernel[r*g.filters+group*each:])
	}
	return out
}

// depthwise is a convolution whose groups have one channel: each has filters of its own.
func depthwise[T float](g groups, out, x, kernel []T) {
	each := g.filters / g.channels
	for b := range g.batch {
		image := x[b*g.inside()*g.channels:]
		for place := range g.places() {
			to := out[(b*g.places()+place)*g.filters:][:g.filters]
			g.taps(place, func(tap, at int) {
				if at < 0 {
					return
				}
				from := image[at*g.channels:][:g.channels]
				weights := kernel[tap*g.filters:][:g.filters]
				if each == 1 {
					for c, v := range from {
						to[c] += v * weights[c]
					}
					return
				}
				for c, v := range from {
					for f := c * each; f < (c+1)*each; f++ {
						to[f] += v * weights[f]
					}
				}
			})
		}
	}
}

// DepthwiseConv gives each channel kernels of its own: the kernel has the spatial sizes, the channels and the filters of each
// channel.
func DepthwiseConv(images, kernel *array.Array, w Window, format string) (*array.Array, error) {
	k := kernel.Shape()
	n := len(k) - 2
	grouped, err := kernel.Reshape(joined(k[:n], []int{1, k[n] * k[n+1]})...)
	if err != nil {
		return nil, err
	}
	return Conv(images, grouped, w, format)
}

// TransposedPadding is how much is taken off (negative: added) before the results of a transposed convolution, and the size of the
// result. given says whether outputPadding counts.
func TransposedPadding(size, kernel, stride, dilation int, padding string, outputPadding int, given bool) (before, result int) {
	extent := (kernel-1)*dilation + 1
	low, total := extent-1, 0
	switch {
	case padding == "valid" && given:
		total = 2*(extent-1) + outputPadding
	case padding == "valid":
		total = 2*(extent-1) + max(extent, stride) - extent
	default:
		total = stride + extent - 2
		if given {
			total = extent + extent%2 - 2 + outputPadding
		}
		low = min(total/2+total%2, extent-1)
	}
	return extent - 1 - low, (size-1)*stride + 1 + total - (extent - 1)
}

// ConvTranspose spreads each place of the images over a window of the result. kernel has the spatial sizes, the filters
// and the channels; crop and sizes are what TransposedPadding says for each dimension.
func ConvTranspose(images, kernel *array.Array, strides, dilation, crop, sizes []int, format string) (*array.Array, error) {
	x, back, err := channelsLast(images, format)
	if err != nil {
		return nil, err
	}
	d := workType(kernel)
	if x, err = contiguous(x, d); err != nil {
		return nil, err
	}
	k := kernel.Shape()
	n := len(k) - 2
	flat, err := kernel.Reshape(size(k[:n+1]), k[n+1])
	if err != nil {
		return nil, err
	}
	if flat, err = flat.Transpose(nil); err != nil {
		return nil, err
	}
	rows, err := x.Reshape(size(x.Shape()[:n+1]), k[n+1])
	if err != nil {
		return nil, err
	}
	if flat, err = flat.Cast(d); err != nil {
		return nil, err
	}
	spread, err := array.MatMul(rows, flat)
	if err != nil {
		return nil, err
	}
	out, err := array.New(images.Budget(), d, joined(x.Shape()[:1], sizes, []int{k[n]})...)
	if err != nil {
		return nil, err
	}
	if err := spend(images.Budget(), spread.Size()); err != nil {
		return nil, err
	}
	// The window slides over the result, and its places are those of the images.
	w := Window{Size: k[:n], Strides: strides, Dilation: dilation, Pad: make([][2]int, n)}
	for i := range n {
		w.Pad[i][0] = crop[i]
	}
	c := cubeOf(w, sizes)
	for i := range n {
		c.out[3-n+i] = x.Shape()[1+i]
	}
	if d == array.Float32 {
		gatherBack(c, k[n], array.Data[float32](out), array.Data[float32](spread))
	} else {
		gatherBack(c, k[n], array.Data[float64](out), array.Data[float64](spread))
	}
	return back(out)
}

// gatherBack adds rows that lie under the windows of a cube to the elements there.
func gatherBack[T float](c cube, filters int, out, rows []T) {
	width := c.window() * filters
	if c.places() == 0 || width == 0 {
		return
	}
	for i := 0; i*width < len(rows); i++ {
		row := rows[i*width : (i+1)*width]
		image := out[i/c.places()*c.inside()*filters:]
		c.taps(i%c.places(), func(tap, at int) {
			if at < 0 {
				return
			}
			to := image[at*filters:][:filters]
			for f, v := range row[tap*filters : (tap+1)*filters] {
				to[f] += v
			}
		})
	}
}
