package array

import "math"

// BesselI0 returns the modified Bessel function of the first kind of order 0 of each element.
func BesselI0(a *Array) (*Array, error) {
	x, err := a.Cast(Float64)
	if err != nil {
		return nil, err
	}
	if err := spend(a.budget, 16*a.Size()); err != nil {
		return nil, err
	}
	out, err := x.Copy()
	if err != nil {
		return nil, err
	}
	data := out.data.(vec[float64])
	for i, v := range data {
		data[i] = besselI0(math.Abs(v))
	}
	if a.dtype.IsFloat() {
		return out.Cast(a.dtype)
	}
	return out, nil
}

// besselI0 sums the power series for small arguments and the asymptotic one for large ones.
func besselI0(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return x
	case x < 30:
		sum, term, q := 1.0, 1.0, x*x/4
		for k := 1.0; term > sum*1e-17; k++ {
			term *= q / (k * k)
			sum += term
		}
		return sum
	}
	sum, term := 1.0, 1.0
	for k := 1.0; k < 40; k++ {
		next := term * (2*k - 1) * (2*k - 1) / (8 * x * k)
		if next >= term {
			break
		}
		term = next
		sum += term
	}
	return math.Exp(x) / math.Sqrt(2*math.Pi*x) * sum
}
