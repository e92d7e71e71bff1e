package kernel

import "layerglass/core/python/array"

// ConvBack returns how a result that depends on a convolution changes with the images and with the kernel; g is how it changes with
// the convolution. deep says that each channel has kernels of its own.
func ConvBack(images, filters, g *array.Array, w Window, format string, deep bool) (dx, dk *array.Array, err error) {
	k := filters.Shape()
	n := len(k) - 2
	if deep {
		if filters, err = filters.Reshape(joined(k[:n], []int{1, k[n] * k[n+1]})...); err != nil {
			return nil, nil, err
		}
	}
	x, filters, g, back, err := plainBack(images, filters, g, format)
	if err != nil {
		return nil, nil, err
	}
	shape, s := x.Shape(), filters.Shape()
	c := cubeOf(w, shape[1:n+1])
	if dx, err = array.New(images.Budget(), array.Float64, shape...); err != nil {
		return nil, nil, err
	}
	if dk, err = array.New(images.Budget(), array.Float64, s...); err != nil {
		return nil, nil, err
	}
	if b := images.Budget(); b != nil {
		if err := b.Spend(1 + int64(g.Size())*int64(c.window())*int64(s[n])/elementsPerStep); err != nil {
			return nil, nil, err
		}
	}
	convBack(groups{cube: c, batch: shape[0], channels: shape[n+1], part: s[n], filters: s[n+1]},
		array.Data[float64](x), array.Data[float64](filters), array.Data[float64](g), array.Data[float64](dx), array.Data[float64](dk))
	if dk, err = dk.Reshape(k...); err != nil {
		return nil, nil, err
	}
	dx, err = back(dx)
	return dx, dk, err
}

func convBack(g groups, x, kernel, grad, dx, dk []float64) {
	each := g.filters * g.part / g.channels
	for b := range g.batch {
		image, to := x[b*g.inside()*g.channels:], dx[b*g.inside()*g.channels:]
		for place := range g.places() {
			from := grad[(b*g.places()+place)*g.filters:][:g.filters]
			g.taps(place, func(tap, at int) {
				if at < 0 {
					return
				}
				for f, v := range from {
					if v == 0 {
						continue
					}
					channel := at*g.channels + f/each*g.part
					for i := range g.part {
						k := (tap*g.part+i)*g.filters + f
						to[channel+i] += v * kernel[k]
						dk[k] += v * image[channel+i]
					}
				}
			})
		}
	}
}

// PoolBack returns how a result that depends on pooled images changes with the images; g is how it changes with the pooled ones. The
// first of several largest elements takes all of it.
func PoolBack(images, g *array.Array, w Window, format string, most bool) (*array.Array, error) {
	x, back, err := channelsLast(images, format)
	if err != nil {
		return nil, err
	}
	if g, _, err = channelsLast(g, format); err != nil {
		return nil, err
	}
	for _, a := range []**array.Array{&x, &g} {
		if *a, err = contiguous(*a, array.Float64); err != nil {
			return nil, err
		}
	}
	shape := x.Shape()
	n := len(shape) - 2
	out, err := array.New(images.Budget(), array.Float64, shape...)
	if err != nil {
		return nil, err
	}
	c := cubeOf(w, shape[1:n+1])
	if b := images.Budget(); b != nil {
		if err := b.Spend(1 + int64(g.Size())*int64(c.window())/elementsPerStep); err != nil {
			return nil, err
		}
	}
	poolBack(c, shape[n+1], array.Data[float64](out), array.Data[float64](x), array.Data[float64](g), most)
	return back(out)
}

func poolBack(c cube, channels int, out, x, g []float64, most bool) {
	for i := 0; i*channels < len(g); i++ {
		at := i / c.places() * c.inside() * channels
		image, to := x[at:], out[at:]
		for k, v := range g[i*channels : (i+1)*channels] {
			best, count := -1, 0
			c.taps(i%c.places(), func(_, at int) {
				if at < 0 {
					return
				}
				count++
				if p := at*channels + k; best < 0 || image[p] > image[best] {
					best = p
				}
			})
			if most {
				if best >= 0 {
					to[best] += v
				}
				continue
			}
			c.taps(i%c.places(), func(_, at int) {
				if at >= 0 {
					to[at*channels+k] += v / float64(count)
				}
			})
		}
	}
}

// plainBack gives images and gradient with the channels last, and all three as rows of float64. back puts the channels where they were.
func plainBack(images, filters, g *array.Array, format string) (x, f, gradient *array.Array, back func(*array.Array) (*array.Array, error), err error) {
	if x, back, err = channelsLast(images, format); err != nil {
		return nil, nil, nil, nil, err
	}
	if g, _, err = channelsLast(g, format); err != nil {
		return nil, nil, nil, nil, err
	}
	for _, a := range []**array.Array{&x, &filters, &g} {
		if *a, err = contiguous(*a, array.Float64); err != nil {
			return nil, nil, nil, nil, err
		}
	}
	return x, filters, g, back, nil
}

// ConvTransposeBack is ConvBack for a transposed convolution; the numbers are those of ConvTranspose.
func ConvTransposeBack(images, filters, g *array.Array, strides, dilation, crop, sizes []int, format string) (dx, dk *array.Array, err error) {
	x, filters, g, back, err := plainBack(images, filters, g, format)
	if err != nil {
		return nil, nil, err
	}
	k := filters.Shape()
	n := len(k) - 2
	w := Window{Size: k[:n], Strides: strides, Dilation: dilation, Pad: make([][2]int, n)}
	for i := range n {
		w.Pad[i][0] = crop[i]
	}
	c := cubeOf(w, sizes)
	for i := range n {
		c.out[3-n+i] = x.Shape()[1+i]
	}
	if dx, err = array.New(images.Budget(), array.Float64, x.Shape()...); err != nil {
		return nil, nil, err
	}
	if dk, err = array.New(images.Budget(), array.Float64, k...); err != nil {
		return nil, nil, err
	}
	if b := images.Budget(); b != nil {
		if err := b.Spend(1 + int64(x.Size())*int64(c.window())*int64(k[n])/elementsPerStep); err != nil {
			return nil, nil, err
		}
	}
	transposedBack(c, k[n], k[n+1], array.Data[float64](x), array.Data[float64](filters), array.Data[float64](g), array.Data[float64](dx), array.Data[float64](dk))
	dx, err = back(dx)
	return dx, dk, err
}

// transposedBack goes over the places of the images, under whose windows the result lies.
func transposedBack(c cube, filters, channels int, x, kernel, g, dx, dk []float64) {
	if c.places() == 0 {
		return
	}
	for i := 0; i*channels < len(x); i++ {
		from, to := x[i*channels:][:channels], dx[i*channels:][:channels]
		image := g[i/c.places()*c.inside()*filters:]
		c.taps(i%c.places(), func(tap, at int) {
			if at < 0 {
				return
			}
			for f, v := range image[at*filters:][:filters] {
				row := (tap*filters + f) * channels
				for ch := range channels {
					to[ch] += v * kernel[row+ch]
					dk[row+ch] += v * from[ch]
				}
			}
		})
	}
}
