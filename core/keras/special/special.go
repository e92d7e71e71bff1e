// Package special holds the functions of float32 that Keras's jax backend computes with short polynomials on a CPU. They
// follow its steps, each multiply-add rounded once, so that results agree to the last digit with what it prints.
package special

import "math"

// fma is a·b+c rounded once: the product of two float32 is exact in float64.
func fma(a, b, c float32) float32 { return float32(float64(a)*float64(b) + float64(c)) }

func polynomial(x float32, c []float32) float32 {
	p := c[0]
	for _, k := range c[1:] {
		p = fma(p, x, k)
	}
	return p
}

var expTerms = []float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1}

// The natural logarithm of 2 in two parts: the first has few digits, so that its multiples are exact.
const (
	ln2High = float32(0.693359375)
	ln2Low  = float32(-2.12194440e-4)
)

// Exp is e to the x. Results too small for a normal float32 are 0.
func Exp(x float32) float32 {
	switch {
	case x != x:
		return x
	case x > 88.72284:
		return float32(math.Inf(1))
	case x < -87.33654:
		return 0
	}
	n := float32(math.Floor(float64(fma(x, math.Log2E, 0.5))))
	r := fma(n, -ln2High, x)
	r = fma(n, -ln2Low, r)
	z := polynomial(r, expTerms)
	z = fma(z, float32(r*r), r) + 1
	v := float32(float64(z) * math.Float64frombits(uint64(1023+int(n))<<52))
	if v < 0x1p-126 {
		return 0
	}
	return v
}

var logTerms = [9]float32{7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
	2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1}

// Log is the natural logarithm of x.
func Log(x float32) float32 {
	if !(x > 0) || x > math.MaxFloat32 {
		return float32(math.Log(float64(x)))
	}
	fraction, exponent := math.Frexp(float64(max(x, 0x1p-126)))
	m, e := float32(fraction), float32(exponent)
	if m < float32(0.707106781186547524) {
		e--
		m += m - 1
	} else {
		m--
	}
	m2 := float32(m * m)
	m3 := float32(m2 * m)
	t := &logTerms
	y := fma(fma(m, t[0], t[1]), m, t[2])
	y = fma(y, m3, fma(fma(m, t[3], t[4]), m, t[5]))
	y = fma(y, m3, fma(fma(m, t[6], t[7]), m, t[8]))
	y = fma(e, ln2Low, float32(y*m3))
	return fma(e, ln2High, fma(m2, -0.5, m)+y)
}

var (
	log1pUpper = []float32{4.5270000862445199635215e-5, 4.9854102823193375972212e-1, 6.5787325942061044846969e0, 2.9911919328553073277375e1,
		6.0949667980987787057556e1, 5.7112963590585538103336e1, 2.0039553499201281259648e1}
	log1pLower = []float32{1, 1.5062909083469192043167e1, 8.3047565967967209469434e1, 2.2176239823732856465394e2, 3.0909872225312059774938e2,
		2.1642788614495947685003e2, 6.0118660497603843919306e1}
)

// Log1p is the natural logarithm of 1+x, exact near 0.
func Log1p(x float32) float32 {
	if !(x < 0.41421356237309504880 && x > -0.41421356237309504880) {
		return Log(x + 1)
	}
	x2 := float32(x * x)
	q := float32(polynomial(x, log1pUpper) / polynomial(x, log1pLower))
	return x + fma(x2, -0.5, float32(float32(x*x2)*q))
}

var (
	tanhUpper = []float32{-2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-08, 1.48572235717979e-05,
		6.37261928875436e-04, 4.89352455891786e-03}
	tanhLower = []float32{1.19825839466702e-06, 1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03}
)

// Tanh is the hyperbolic tangent of x.
func Tanh(x float32) float32 {
	if x < 0.0004 && x > -0.0004 || x != x {
		return x
	}
	c := min(max(x, -7.99881172180175781), 7.99881172180175781)
	c2 := float32(c * c)
	return float32(float32(c*polynomial(c2, tanhUpper)) / polynomial(c2, tanhLower))
}

// Sigmoid is 1/(1+e^-x).
func Sigmoid(x float32) float32 { return 1 / (1 + Exp(-x)) }

var (
	erfinvMiddle = []float32{2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087, -0.00125372503, -0.00417768164,
		0.246640727, 1.50140941}
	erfinvTail = []float32{-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047,
		1.00167406, 2.83297682}
)

// Erfinv is the inverse of the error function.
func Erfinv(x float32) float32 {
	if x == 1 || x == -1 {
		return float32(math.Inf(int(x)))
	}
	w := -Log1p(float32(-x * x))
	if w < 5 {
		return float32(polynomial(w-2.5, erfinvMiddle) * x)
	}
	return float32(polynomial(float32(math.Sqrt(float64(w)))-3, erfinvTail) * x)
}

// Softplus is log(1+e^x).
func Softplus(x float32) float32 {
	d := x
	if d < 0 {
		d = -d
	}
	return max(x, 0) + Log1p(Exp(-d))
}
