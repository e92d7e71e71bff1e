package kernel

import (
	"math"
	"strconv"

	"layerglass/core/python/array"
)

// complexOf joins real and imaginary parts.
func complexOf(re, im *array.Array) (*array.Array, error) {
	var c calc
	i := array.Scalar(complex(0, 1))
	out := c.add(c.cast(re, array.Complex128), c.mul(c.cast(im, array.Complex128), i))
	return out, c.err
}

// Complex joins real and imaginary parts to complex numbers.
func Complex(re, im *array.Array) (*array.Array, error) { return complexOf(re, im) }

// parts returns real and imaginary parts.
func parts(z *array.Array, err error) (re, im *array.Array, _ error) {
	if err != nil {
		return nil, nil, err
	}
	if re, err = array.RealPart(z); err != nil {
		return nil, nil, err
	}
	im, err = array.ImagPart(z)
	return re, im, err
}

// FFT transforms the last axes, rank of them.
func FFT(re, im *array.Array, rank int, inverse bool) (*array.Array, *array.Array, error) {
	z, err := complexOf(re, im)
	for i := 1; i <= rank && err == nil; i++ {
		axis := z.Rank() - i
		z, err = array.FFT(z, z.Shape()[axis], axis, inverse)
	}
	return parts(z, err)
}

// RFFT transforms real numbers along the last axis, cut or filled to n; the result has n/2+1 places.
func RFFT(x *array.Array, n int) (*array.Array, *array.Array, error) {
	return parts(rfft(x, n))
}

func rfft(x *array.Array, n int) (*array.Array, error) {
	z, err := array.FFT(x, n, -1, false)
	if err != nil {
		return nil, err
	}
	return z.Slice(z.Rank()-1, 0, 1, n/2+1), nil
}

// IRFFT is the inverse of RFFT: it gives n real numbers.
func IRFFT(re, im *array.Array, n int) (*array.Array, error) {
	z, err := complexOf(re, im)
	if err != nil {
		return nil, err
	}
	return irfft(z, n)
}

// irfft completes the spectrum of real numbers and transforms it back.
func irfft(z *array.Array, n int) (*array.Array, error) {
	last := z.Rank() - 1
	half := n/2 + 1
	full, err := array.New(z.Budget(), array.Complex128, joined(z.Shape()[:last], []int{n})...)
	if err != nil {
		return nil, err
	}
	have := min(half, z.Shape()[last])
	if err := full.Slice(last, 0, 1, have).Assign(z.Slice(last, 0, 1, have)); err != nil {
		return nil, err
	}
	data := array.Data[complex128](full)
	for i := 0; i < len(data); i += n {
		row := data[i : i+n]
		row[0] = complex(real(row[0]), 0)
		if n%2 == 0 {
			row[n/2] = complex(real(row[n/2]), 0)
		}
		for k := 1; k < (n+1)/2; k++ {
			row[n-k] = complex(real(row[k]), -imag(row[k]))
		}
	}
	back, err := array.FFT(full, n, -1, true)
	if err != nil {
		return nil, err
	}
	return array.RealPart(back)
}

// CosineWindow is the periodic window of n places with which a signal's frames are weighed: "hann" or "hamming".
func CosineWindow(name string, n int) ([]float64, error) {
	a := 0.5
	switch name {
	case "hann":
	case "hamming":
		a = 0.54
	default:
		return nil, refuse("window must be 'hann', 'hamming', an array or None, got '" + name + "'.")
	}
	w := make([]float64, n)
	for i := range w {
		w[i] = a - (1-a)*math.Cos(2*math.Pi*float64(i)/float64(n))
	}
	return w, nil
}

// Centred puts a window into the middle of n places.
func Centred(window []float64, n int) ([]float64, error) {
	if len(window) > n {
		return nil, refuse("fft_length must be at least sequence_length, got fft_length=" + strconv.Itoa(n) + " and sequence_length=" +
			strconv.Itoa(len(window)) + ".")
	}
	out := make([]float64, n)
	copy(out[(n-len(window))/2:], window)
	return out, nil
}

// Frames cuts the last axis into frames of length places, stride apart.
func Frames(x *array.Array, length, stride int) (*array.Array, error) {
	last := x.Rank() - 1
	n := x.Shape()[last]
	count := max((n-length)/stride+1, 0)
	if n < length {
		count = 0
	}
	shape := joined(x.Shape()[:last], []int{count, length})
	total, err := array.Count(shape)
	if err != nil {
		return nil, err
	}
	if err := claim(x.Budget(), total); err != nil {
		return nil, err
	}
	places := make([]int64, total)
	for i := range places {
		frame := i / length
		places[i] = int64(frame/count*n + frame%count*stride + i%length)
	}
	return pick(x, places, shape...)
}

// Reflect continues the last axis by n places on both sides, mirrored at the ends.
func Reflect(x *array.Array, n int) (*array.Array, error) {
	last := x.Rank() - 1
	size := x.Shape()[last]
	index := make([]int64, size+2*n)
	for i := range index {
		index[i] = int64(mirror(i-n, size))
	}
	places, err := array.FromSlice(x.Budget(), index, len(index))
	if err != nil {
		return nil, err
	}
	return x.Take(places, last, array.TakeRaise)
}

// mirror brings a position into [0, n) by turning round at the first and the last place.
func mirror(i, n int) int {
	if n <= 1 {
		return 0
	}
	period := 2 * (n - 1)
	i = ((i % period) + period) % period
	if i >= n {
		return period - i
	}
	return i
}

// STFT transforms windowed frames of a signal; window has the length of the transform.
func STFT(x *array.Array, window []float64, stride int, center bool) (*array.Array, *array.Array, error) {
	n := len(window)
	var err error
	if center {
		if x.Shape()[x.Rank()-1] == 0 {
			return nil, nil, refuse("stft(): the signal is empty.")
		}
		if x, err = Reflect(x, n/2); err != nil {
			return nil, nil, err
		}
	}
	frames, err := Frames(x, n, stride)
	if err != nil {
		return nil, nil, err
	}
	w, err := array.FromSlice(x.Budget(), window, n)
	if err != nil {
		return nil, nil, err
	}
	weighed, err := array.Binary(array.Multiply, array.Of(frames), array.Of(w))
	if err != nil {
		return nil, nil, err
	}
	return RFFT(weighed, n)
}

// ISTFT adds the frames of a transformed signal up again, each weighed by the window and all divided by the sum of its squares.
func ISTFT(re, im *array.Array, window []float64, stride int) (*array.Array, error) {
	n := len(window)
	z, err := complexOf(re, im)
	if err != nil {
		return nil, err
	}
	frames, err := irfft(z, n)
	if err != nil {
		return nil, err
	}
	if stride == n { // frames that do not overlap are laid half over each other, as jax does
		stride = n - n/2
	}
	last := frames.Rank() - 1
	count := frames.Shape()[last-1]
	length := n + (count-1)*stride
	out, err := array.New(re.Budget(), array.Float64, joined(frames.Shape()[:last-1], []int{length})...)
	if err != nil {
		return nil, err
	}
	if err := spend(re.Budget(), frames.Size()); err != nil {
		return nil, err
	}
	weight := make([]float64, length)
	for f := range count {
		for i, w := range window {
			weight[f*stride+i] += w * w
		}
	}
	to, from := array.Data[float64](out), array.Data[float64](frames)
	for i := 0; i*n < len(from); i++ {
		signal := to[i/count*length+i%count*stride:]
		for k, w := range window {
			signal[k] += from[i*n+k] * w
		}
	}
	for i := range to {
		if w := weight[i%length]; w > 1e-10 {
			to[i] /= w
		}
	}
	return out, nil
}
