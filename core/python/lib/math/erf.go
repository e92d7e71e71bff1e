package math

import (
	"math"

	"layerglass/core/python/object"
)

// The error function as the C library has it: a ratio of polynomials for each range. Its coefficients are added in pairs, which
// decides the last digit. This is done in float64 arithmetic, so that the explicit conversions keep multiplications and additions apart.

const erfOne = 8.45062911510467529297e-01 // what erf(1) is near, with few digits

var (
	erfSmall, erfSmallBelow     = []float64{1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05}, []float64{1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06}                                                                                                                                                                             // up to 0.84375
	erfNearOne, erfNearOneBelow = []float64{-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03}, []float64{1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02}                                                                                          // up to 1.25
	erfTail, erfTailBelow       = []float64{-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00}, []float64{1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02} // up to 1/0.35
	erfFar, erfFarBelow         = []float64{-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02}, []float64{1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01}                                                          // beyond
)

// pairs evaluates a polynomial, two coefficients at a time.
func pairs(x float64, coefficients []float64) float64 {
	x2 := x * x
	x4 := x2 * x2
	powers := [...]float64{1, x2, x4, x4 * x2, x4 * x4}
	sum := 0.0
	for i := 0; i < len(coefficients); i += 2 {
		c := coefficients[i]
		if i+1 < len(coefficients) {
			c += float64(x * coefficients[i+1])
		}
		sum += float64(powers[i/2] * c)
	}
	return sum
}

// erfcTail is erfc(x) for an x of at least 1.25.
func erfcTail(x float64) float64 {
	s := 1 / float64(x*x)
	above, below := erfTail, erfTailBelow
	if x >= 1/0.35 {
		above, below = erfFar, erfFarBelow
	}
	z := math.Float64frombits(math.Float64bits(x) &^ 0xffffffff)
	r := object.FloatExp(float64(-z*z)-0.5625) * object.FloatExp(float64((z-x)*(z+x))+pairs(s, above)/pairs(s, below))
	return r / x
}

// erf is the error function.
func erf(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case a < 1.0/(1<<28):
		return math.Erf(x)
	case a < 0.84375:
		z := x * x
		return x + float64(x*(pairs(z, erfSmall)/pairs(z, erfSmallBelow)))
	case a < 1.25:
		return math.Copysign(erfOne+pairs(a-1, erfNearOne)/pairs(a-1, erfNearOneBelow), x)
	case a >= 6:
		return math.Copysign(1, x)
	}
	return math.Copysign(1-erfcTail(a), x)
}

// erfc is 1 - erf(x) without the loss of digits.
func erfc(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case a < 1.0/(1<<56):
		return 1 - x
	case a < 0.84375:
		z := x * x
		y := pairs(z, erfSmall) / pairs(z, erfSmallBelow)
		if x < 0.25 {
			return 1 - (x + float64(x*y))
		}
		return 0.5 - (float64(x*y) + (x - 0.5))
	case a < 1.25:
		q := pairs(a-1, erfNearOne) / pairs(a-1, erfNearOneBelow)
		if x < 0 {
			return 1 + (erfOne + q)
		}
		return 1 - erfOne - q
	case x <= -6:
		return 2
	case a >= 28:
		return 0
	case x < 0:
		return 2 - erfcTail(a)
	}
	return erfcTail(a)
}
