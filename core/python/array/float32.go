package array

import "math"

// The float32 functions that numpy computes with short polynomials in float32 itself: results follow it to the last bit,
// and cost less than a float64 function. The coefficients are those of the minimax approximations that it publishes.

// fma32 rounds a·b+c once: the product of two float32 is exact in float64.
func fma32(a, b, c float32) float32 { return float32(float64(a)*float64(b) + float64(c)) }

// exp32 is e to the x.
func exp32(x float32) float32 {
	switch {
	case x != x:
		return x
	case x >= 88.72283935546875:
		return float32(math.Inf(1))
	case x <= -103.97208404541015625:
		return 0
	}
	k := float32(math.RoundToEven(float64(x * math.Log2E)))
	y := fma32(k, -6.93145752e-1, x)
	y = fma32(k, -1.42860677e-6, y)
	n := fma32(5.082762527590693718096e-04, y, 6.757896990527504603057e-03)
	n = fma32(n, y, 5.114512081637298353406e-02)
	n = fma32(n, y, 2.473615434895520810817e-01)
	n = fma32(n, y, 7.257664613233124478488e-01)
	n = fma32(n, y, 9.999999999980870924916e-01)
	d := fma32(2.159509375685829852307e-02, y, -2.742335390411667452936e-01)
	d = fma32(d, y, 1)
	return scale32(n/d, int(k))
}

// scale32 is v·2^k, rounded once.
func scale32(v float32, k int) float32 {
	return float32(float64(v) * math.Float64frombits(uint64(1023+k)<<52))
}

// log32 is the natural logarithm of x.
func log32(x float32) float32 {
	if !(x > 0) || x > math.MaxFloat32 {
		return float32(math.Log(float64(x)))
	}
	frac, exp := math.Frexp(float64(x))
	m := float32(frac)
	if m <= math.Sqrt2/2 {
		m += m
		exp--
	}
	y := m - 1
	n := fma32(2.589979117907922693523e-02, y, 3.808837741388407920751e-01)
	n = fma32(n, y, 1.480000633576506585156e+00)
	n = fma32(n, y, 2.112677543073053063722e+00)
	n = fma32(n, y, 9.999999999999998702752e-01)
	n = fma32(n, y, 0)
	d := fma32(5.875095403124574342950e-03, y, 1.546476374983906719538e-01)
	d = fma32(d, y, 9.864942958519418960339e-01)
	d = fma32(d, y, 2.453006071784736363091e+00)
	d = fma32(d, y, 2.612677543073109236779e+00)
	d = fma32(d, y, 1)
	return fma32(float32(exp), math.Ln2, n/d)
}

func sin32(x float32) float32 { return wave32(x, 0, 117435.992) }

func cos32(x float32) float32 { return wave32(x, 1, 71476.0625) }

// wave32 is the sine, or with quarter 1 the cosine, of x; beyond limit it computes in float64.
func wave32(x float32, quarter int, limit float32) float32 {
	if !(x <= limit && x >= -limit) {
		if quarter == 1 {
			return float32(math.Cos(float64(x)))
		}
		return float32(math.Sin(float64(x)))
	}
	q := float32(math.RoundToEven(float64(x * (2 / math.Pi))))
	r := fma32(q, -0x1.921fb0p+00, x)
	r = fma32(q, -0x1.5110b4p-22, r)
	r = fma32(q, -0x1.846988p-48, r)
	s := r * r
	k := int(q) + quarter
	var v float32
	if k&1 == 1 {
		v = fma32(0x1.98e616p-16, s, -0x1.6c06dcp-10)
		v = fma32(v, s, 0x1.55553cp-05)
		v = fma32(v, s, -0.5)
		v = fma32(v, s, 1)
	} else {
		v = fma32(0x1.7d3bbcp-19, s, -0x1.a06bbap-13)
		v = fma32(v, s, 0x1.11119ap-07)
		v = fma32(v, s, -0x1.555556p-03)
		v = fma32(v*s, r, r)
	}
	if k&2 == 2 {
		return -v
	}
	return v
}

// tanh32 is the hyperbolic tangent of x, by one exponential.
func tanh32(x float32) float32 {
	v := float64(x)
	switch {
	case !(v > -10 && v < 10):
		return float32(math.Tanh(v))
	case v < 1e-3 && v > -1e-3:
		return float32(v - v*v*v/3)
	}
	e := math.Exp(2 * v)
	return float32((e - 1) / (e + 1))
}

var float32Functions = [numUnaryOps]func(float32) float32{Exp: exp32, Log: log32, Sin: sin32, Cos: cos32, Tanh: tanh32}
