package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// MaxPool takes the largest element under each window.
func MaxPool(images *array.Array, w Window, format string) (*array.Array, error) {
	return pooled(images, w, format, true)
}

// AveragePool takes the mean of the elements under each window; padding does not count.
func AveragePool(images *array.Array, w Window, format string) (*array.Array, error) {
	return pooled(images, w, format, false)
}

func pooled(images *array.Array, w Window, format string, most bool) (*array.Array, error) {
	x, back, err := channelsLast(images, format)
	if err != nil {
		return nil, err
	}
	d := workType(images)
	if x, err = contiguous(x, d); err != nil {
		return nil, err
	}
	shape := x.Shape()
	n := len(shape) - 2
	channels := shape[n+1]
	c := cubeOf(w, shape[1:n+1])
	outShape := []int{shape[0]}
	for i := range n {
		outShape = append(outShape, c.out[3-n+i])
	}
	out, err := array.New(images.Budget(), d, append(outShape, channels)...)
	if err != nil || out.Size() == 0 {
		return out, err
	}
	if b := images.Budget(); b != nil {
		if err := b.Spend(1 + int64(out.Size())*int64(c.window())/elementsPerStep); err != nil {
			return nil, err
		}
	}
	if d == array.Float32 {
		poolAll(c, channels, array.Data[float32](out), array.Data[float32](x), most)
	} else {
		poolAll(c, channels, array.Data[float64](out), array.Data[float64](x), most)
	}
	return back(out)
}

func poolAll[T float](c cube, channels int, out, x []T, most bool) {
	for i := 0; i*channels < len(out); i++ {
		to := out[i*channels : (i+1)*channels]
		image := x[i/c.places()*c.inside()*channels:]
		count := T(0)
		if most {
			for k := range to {
				to[k] = T(math.Inf(-1))
			}
		}
		c.taps(i%c.places(), func(_, at int) {
			if at < 0 {
				return
			}
			count++
			from := image[at*channels:][:channels]
			if most {
				for k, v := range from {
					to[k] = max(to[k], v)
				}
				return
			}
			for k, v := range from {
				to[k] += v
			}
		})
		if !most {
			for k := range to {
				to[k] /= count
			}
		}
	}
}

// AdaptivePool splits each spatial dimension into sizes[i] windows that may overlap by one, and takes their means or largest elements.
func AdaptivePool(images *array.Array, sizes []int, format string, most bool) (*array.Array, error) {
	x, back, err := channelsLast(images, format)
	if err != nil {
		return nil, err
	}
	if x, err = x.Cast(workType(images)); err != nil {
		return nil, err
	}
	for i, n := range sizes {
		if x, err = adapted(x, i+1, n, most); err != nil {
			return nil, err
		}
	}
	return back(x)
}

// adapted makes n windows of one dimension.
func adapted(x *array.Array, axis, n int, most bool) (*array.Array, error) {
	size := x.Shape()[axis]
	parts := make([]*array.Array, n)
	for i := range parts {
		from, to := i*size/n, ((i+1)*size+n-1)/n
		var err error
		if part := x.Slice(axis, from, 1, to-from); most {
			parts[i], err = array.Max(part, []int{axis}, true)
		} else {
			parts[i], err = array.Mean(part, []int{axis}, true, array.Invalid)
		}
		if err != nil {
			return nil, err
		}
	}
	return array.Concatenate(parts, axis, array.Invalid)
}
