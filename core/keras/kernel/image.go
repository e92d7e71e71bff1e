package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// pixels computes images from the three planes of their colours, which lie along an axis.
func pixels(images *array.Array, axis int, f func(a, b, c float64) (float64, float64, float64)) (*array.Array, error) {
	l, err := linesAlong(images, axis)
	if err != nil {
		return nil, err
	}
	if l.width != 3 {
		return nil, refuse("images must have 3 channels, got " + itoa(l.width) + ".")
	}
	out, err := l.data.Copy()
	if err != nil {
		return nil, err
	}
	if err := spend(images.Budget(), 4*images.Size()); err != nil {
		return nil, err
	}
	if out.Dtype() == array.Float32 {
		eachPixel(array.Data[float32](out), f)
	} else {
		eachPixel(array.Data[float64](out), f)
	}
	return l.back(out)
}

func eachPixel[T float](data []T, f func(a, b, c float64) (float64, float64, float64)) {
	for i := 0; i+2 < len(data); i += 3 {
		a, b, c := f(float64(data[i]), float64(data[i+1]), float64(data[i+2]))
		data[i], data[i+1], data[i+2] = T(a), T(b), T(c)
	}
}

// smallest is the distance of 1 from the next number of a dtype.
func smallest(d array.Dtype) float64 {
	switch d {
	case array.Float16:
		return 0x1p-10
	case array.BFloat16:
		return 0x1p-7
	case array.Float32:
		return 0x1p-23
	}
	return 0x1p-52
}

// RGBToHSV turns red, green and blue along an axis into hue, saturation and value.
func RGBToHSV(images *array.Array, axis int) (*array.Array, error) {
	tiny := smallest(images.Dtype())
	return pixels(images, axis, func(r, g, b float64) (float64, float64, float64) {
		for _, v := range []*float64{&r, &g, &b} {
			if math.Abs(*v) < tiny {
				*v = 0
			}
		}
		value := math.Max(math.Max(r, g), b)
		span := value - math.Min(math.Min(r, g), b)
		saturation, safe := 0.0, 1.0
		if value > 0 {
			saturation = span / value
		}
		if span > 0 {
			safe = span
		}
		norm := 1 / (6 * safe)
		hue := norm*(r-g) + 4.0/6
		switch {
		case value == r:
			hue = norm * (g - b)
		case value == g:
			hue = norm*(b-r) + 2.0/6
		}
		turn := 0.0
		if hue < 0 {
			turn = 1
		}
		if !(span > 0) {
			hue = 0
		}
		return hue + turn, saturation, value
	})
}

// HSVToRGB is the inverse of RGBToHSV.
func HSVToRGB(images *array.Array, axis int) (*array.Array, error) {
	return pixels(images, axis, func(h, s, v float64) (float64, float64, float64) {
		d := (h - math.Floor(h)) * 6
		part := func(x float64) float64 { return v * (1 - s + s*clip(x, 0, 1)) }
		return part(math.Abs(d-3) - 1), part(2 - math.Abs(d-2)), part(2 - math.Abs(d-4))
	})
}

// Grayscale weighs the three colours along an axis, which keeps one place.
func Grayscale(images *array.Array, axis int) (*array.Array, error) {
	if axis < 0 {
		axis += images.Rank()
	}
	if images.Shape()[axis] == 1 {
		return images, nil
	}
	var c calc
	x := c.cast(images, array.Float32)
	if images.Dtype() == array.Float64 {
		x = images
	}
	weights, err := array.FromSlice(images.Budget(), []float32{0.2989, 0.5870, 0.1140}, 3)
	if err != nil || c.err != nil {
		return nil, firstError(err, c.err)
	}
	if x, err = array.TensorDot(x, weights, []int{axis}, []int{0}); err != nil {
		return nil, err
	}
	return x.ExpandDims(axis)
}

// bell is a Gaussian of n places whose sum is 1.
func bell(n int, sigma float64) []float64 {
	w, sum := make([]float64, n), 0.0
	for i := range w {
		x := float64(i) - float64(n-1)/2
		w[i] = math.Exp(-0.5 * (x / sigma) * (x / sigma))
		sum += w[i]
	}
	for i := range w {
		w[i] /= sum
	}
	return w
}

// planes applies one kernel of the given size to height and width, which come last, of all images.
func planes(images *array.Array, kernel []float64, h, w int, padding string) (*array.Array, error) {
	s := images.Shape()
	n := len(s)
	flat, err := images.Reshape(size(s[:n-2]), s[n-2], s[n-1], 1)
	if err != nil {
		return nil, err
	}
	k, err := array.FromSlice(images.Budget(), kernel, h, w, 1, 1)
	if err != nil {
		return nil, err
	}
	if k, err = k.Cast(workType(images)); err != nil {
		return nil, err
	}
	window := NewWindow(s[n-2:], []int{h, w}, []int{1, 1}, []int{1, 1}, padding)
	out, err := Conv(flat, k, window, "channels_last")
	if err != nil {
		return nil, err
	}
	return out.Reshape(joined(s[:n-2], out.Shape()[1:3])...)
}

// Blur smoothes height and width, which come last, with a Gaussian; size and sigma are given for height and width in turn, and as in
// Keras the first size belongs to the width of the kernel.
func Blur(images *array.Array, width, height int, sigmaX, sigmaY float64) (*array.Array, error) {
	if width < 1 || height < 1 || width > 1<<12 || height > 1<<12 {
		return nil, refuse("gaussian_blur(): kernel_size must be positive and at most 4096.")
	}
	return planes(images, outer(bell(height, sigmaY), bell(width, sigmaX)), height, width, "same")
}

func outer(a, b []float64) []float64 {
	out := make([]float64, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			out = append(out, x*y)
		}
	}
	return out
}

// Sobel returns the changes down and across of images whose height and width come last.
func Sobel(images *array.Array) (down, across *array.Array, err error) {
	if down, err = planes(images, []float64{-1, -2, -1, 0, 0, 0, 1, 2, 1}, 3, 3, "same"); err != nil {
		return nil, nil, err
	}
	across, err = planes(images, []float64{-1, 0, 1, -2, 0, 2, -1, 0, 1}, 3, 3, "same")
	return down, across, err
}

// SSIM is the structural similarity of images (batch, channels, height, width), one number for each of the batch.
func SSIM(a, b *array.Array, most float64, n int, sigma, k1, k2 float64) (*array.Array, error) {
	var c calc
	g := bell(n, sigma)
	kernel := outer(g, g)
	a, b = c.cast(a, workType(a)), c.cast(b, workType(b))
	smooth := func(x *array.Array) *array.Array {
		if c.err != nil {
			return nil
		}
		return c.keep(planes(x, kernel, n, n, "valid"))
	}
	m1, m2 := smooth(a), smooth(b)
	s11, s22, s12 := c.mul(m1, m1), c.mul(m2, m2), c.mul(m1, m2)
	v11, v22, v12 := c.sub(smooth(c.mul(a, a)), s11), c.sub(smooth(c.mul(b, b)), s22), c.sub(smooth(c.mul(a, b)), s12)
	if c.err != nil {
		return nil, c.err
	}
	two, c1, c2 := c.number(a, 2), c.number(a, (k1*most)*(k1*most)), c.number(a, (k2*most)*(k2*most))
	above := c.mul(c.add(c.mul(two, s12), c1), c.add(c.mul(two, v12), c2))
	below := c.mul(c.add(c.add(s11, s22), c1), c.add(c.add(v11, v22), c2))
	ratio := c.div(above, below)
	if c.err != nil {
		return nil, c.err
	}
	return array.Mean(ratio, []int{1, 2, 3}, false, array.Invalid)
}
