package array

import "math"

// FFT returns the discrete Fourier transform along an axis, whose length is first cut or filled with zeros to n. The inverse
// divides by n.
func FFT(a *Array, n, axis int, inverse bool) (*Array, error) {
	axis, err := NormalizeAxis(axis, len(a.shape))
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, fail(ValueError, "Invalid number of FFT data points (", itoa(n), ") specified.")
	}
	moved, back, err := a.lastAxis(axis)
	if err != nil {
		return nil, err
	}
	x, err := moved.Cast(Complex128)
	if err != nil {
		return nil, err
	}
	have := x.shape[len(x.shape)-1]
	shape := append(append([]int{}, x.shape[:len(x.shape)-1]...), n)
	out, err := New(a.budget, Complex128, shape...)
	if err != nil {
		return nil, err
	}
	keep := min(have, n)
	if err := out.Slice(len(shape)-1, 0, 1, keep).Assign(x.Slice(len(shape)-1, 0, 1, keep)); err != nil {
		return nil, err
	}
	data := out.data.(vec[complex128])
	cost := int64(len(data)) * 8
	if n&(n-1) != 0 {
		cost = int64(len(data)) * int64(n) / 8
	}
	if a.budget != nil {
		if err := a.budget.Spend(cost / elementsPerStep); err != nil {
			return nil, err
		}
	}
	for i := 0; i < len(data); i += n {
		transform(data[i:i+n], inverse)
	}
	return back(out)
}

// transform works in place.
func transform(x []complex128, inverse bool) {
	n := len(x)
	turn := make([]complex128, n)
	sign := -1.0
	if inverse {
		sign = 1
	}
	for k := range turn {
		s, c := math.Sincos(2 * math.Pi * float64(k) / float64(n))
		turn[k] = complex(c, sign*s)
	}
	if n&(n-1) == 0 {
		butterfly(x, turn)
	} else {
		directSum(x, turn)
	}
	if inverse {
		for i := range x {
			x[i] /= complex(float64(n), 0)
		}
	}
}

// directSum is the definition, for lengths that are no powers of two.
func directSum(x, turn []complex128) {
	in := append([]complex128(nil), x...)
	n := len(x)
	for k := range x {
		s := complex(0, 0)
		at := 0
		for _, v := range in {
			s += v * turn[at]
			if at += k; at >= n {
				at -= n
			}
		}
		x[k] = s
	}
}

// butterfly is the fast transform for powers of two.
func butterfly(x, turn []complex128) {
	n := len(x)
	for i, j := 1, 0; i < n; i++ {
		bit := n >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j ^= bit
		if i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	for size := 2; size <= n; size *= 2 {
		half, step := size/2, n/size
		for from := 0; from < n; from += size {
			for k := range half {
				a, b := x[from+k], x[from+k+half]*turn[k*step]
				x[from+k], x[from+k+half] = a+b, a-b
			}
		}
	}
}
