package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addFourier() {
	const params = "(a, n=None, axis=-1, norm=None, out=None)"
	registerIn("fft",
		fn("fft", params, "Returns the Fourier transform.", fourier(false)),
		fn("ifft", params, "Returns the inverse Fourier transform.", fourier(true)),
		fn("rfft", params, "Returns the Fourier transform of real values.", realFourier),
		fn("irfft", params, "Returns the real values of a Fourier transform.", inverseRealFourier),
		fn("fft2", "(a, s=None, axes=(-2, -1), norm=None)", "Returns the two-dimensional Fourier transform.", fourierPlane(false)),
		fn("ifft2", "(a, s=None, axes=(-2, -1), norm=None)", "Returns the inverse two-dimensional Fourier transform.", fourierPlane(true)),
		fn("fftfreq", "(n, d=1.0, device=None)", "Returns the frequencies of a transform.", frequencies(false)),
		fn("rfftfreq", "(n, d=1.0, device=None)", "Returns the frequencies of a real transform.", frequencies(true)),
		fn("fftshift", "(x, axes=None)", "Moves the zero frequency to the middle.", shiftHalf(1)),
		fn("ifftshift", "(x, axes=None)", "Undoes fftshift.", shiftHalf(-1)))
}

// transformArguments reads a, n, axis and norm.
func transformArguments(t *object.Thread, a []object.Object) (x *array.Array, n, axis int, err error) {
	if x, err = numeric(t, a[0]); err != nil {
		return
	}
	if text(a[3], "backward") != "backward" {
		return nil, 0, 0, valueError("norm of np.fft must be None or 'backward' here")
	}
	if axis, err = object.Index(t, a[2]); err != nil {
		return
	}
	if axis, err = array.NormalizeAxis(axis, x.Rank()); err != nil {
		return nil, 0, 0, raised(err)
	}
	n, err = number(t, a[1], x.Shape()[axis])
	return
}

func fourier(inverse bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, n, axis, err := transformArguments(t, a)
		if err != nil {
			return nil, err
		}
		return arrayOf(array.FFT(x, n, axis, inverse))
	}
}

func fourierPlane(inverse bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := numeric(t, a[0])
		if err != nil {
			return nil, err
		}
		axes, err := ints(t, a[2])
		if err != nil {
			return nil, err
		}
		if axes, err = array.NormalizeAxes(axes, x.Rank()); err != nil {
			return nil, raised(err)
		}
		for _, axis := range axes {
			if x, err = array.FFT(x, x.Shape()[axis], axis, inverse); err != nil {
				return nil, raised(err)
			}
		}
		return New(x), nil
	}
}

func realFourier(t *object.Thread, a []object.Object) (object.Object, error) {
	x, n, axis, err := transformArguments(t, a)
	if err != nil {
		return nil, err
	}
	r, err := array.FFT(x, n, axis, false)
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(r.Slice(axis, 0, 1, n/2+1).Copy())
}

func inverseRealFourier(t *object.Thread, a []object.Object) (object.Object, error) {
	x, n, axis, err := transformArguments(t, a)
	if err != nil {
		return nil, err
	}
	if !given(a[1]) {
		n = 2 * (x.Shape()[axis] - 1)
	}
	if n < 1 {
		return nil, valueError("Invalid number of FFT data points (%d) specified.", n)
	}
	half := n/2 + 1
	if x.Shape()[axis] > half {
		x = x.Slice(axis, 0, 1, half)
	}
	mirrored := (n - 1) / 2
	list := []*array.Array{x}
	if have := x.Shape()[axis]; have > 1 {
		count := min(mirrored, have-1)
		tail, err := array.Unary(array.Conjugate, x.Slice(axis, count, -1, count))
		if err != nil {
			return nil, raised(err)
		}
		if gap := n - have - count; gap > 0 {
			shape := append([]int{}, x.Shape()...)
			shape[axis] = gap
			zero, err := array.New(t, x.Dtype(), shape...)
			if err != nil {
				return nil, raised(err)
			}
			list = append(list, zero)
		}
		list = append(list, tail)
	}
	whole, err := array.Concatenate(list, axis, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.FFT(whole, n, axis, true)
	if err != nil {
		return nil, raised(err)
	}
	return arrayOf(array.RealPart(r))
}

func frequencies(real bool) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		d, err := object.ToFloat(t, a[1])
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, object.NewError(object.ZeroDivisionErrorClass, "n of fftfreq must be at least 1, got %d", n)
		}
		count := n
		if real {
			count = n/2 + 1
		}
		x, err := array.ArangeInt(t, 0, int64(count), 1, array.Int64)
		if err != nil {
			return nil, raised(err)
		}
		data := array.Data[int64](x)
		for i := range data {
			if !real && i > (n-1)/2 {
				data[i] -= int64(n)
			}
		}
		scale := array.Operand{Array: array.Scalar(1 / (float64(n) * d)), Weak: array.WeakFloat}
		return applyBinary(t, array.Multiply, array.Of(x), scale)
	}
}

func shiftHalf(sign int) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		axes, err := ints(t, a[1])
		if err != nil {
			return nil, err
		}
		if axes, err = array.NormalizeAxes(axes, x.Rank()); err != nil {
			return nil, raised(err)
		}
		for _, axis := range axes {
			if x, err = x.Roll(sign*(x.Shape()[axis]/2), axis); err != nil {
				return nil, raised(err)
			}
		}
		return New(x), nil
	}
}
