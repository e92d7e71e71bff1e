package math

import (
	"math"

	"layerglass/core/python/object"
)

// gamma and lgamma use Lanczos's approximation as CPython does, with the same coefficients and order of operations.

const lanczosShift = 5.524680040776729583740234375 // g less a half

var (
	lanczosUpper = [13]float64{
		23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
		35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
		6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
		248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
		2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
		8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
		2.5066282746310002701649081771338373386264310793408,
	}
	lanczosLower = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}
)

// lanczos is the quotient of the two polynomials, evaluated so that nothing overflows.
func lanczos(x float64) float64 {
	up, low := 0.0, 0.0
	for i := range lanczosUpper {
		if x < 5 {
			j := len(lanczosUpper) - 1 - i
			up, low = up*x+lanczosUpper[j], low*x+lanczosLower[j]
		} else {
			up, low = up/x+lanczosUpper[i], low/x+lanczosLower[i]
		}
	}
	return up / low
}

// sinPi is the sine of π·x for x >= 0.
func sinPi(x float64) float64 {
	y := math.Mod(x, 2)
	switch int(math.Round(2 * y)) {
	case 0:
		return object.FloatSin(math.Pi * y)
	case 1:
		return object.FloatCos(math.Pi * (y - 0.5))
	case 2:
		return object.FloatSin(math.Pi * (1 - y))
	case 3:
		return -object.FloatCos(math.Pi * (y - 1.5))
	}
	return object.FloatSin(math.Pi * (y - 2))
}

func gamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x == 0 || math.IsInf(x, -1) || x < 0 && x == math.Floor(x):
		return math.NaN()
	case x == math.Floor(x) && x <= 23:
		product := 1.0
		for n := 2.0; n < x; n++ {
			product *= n
		}
		return product
	case a < 1e-20:
		return 1 / x
	case x < -200:
		return 0 / math.Copysign(1, -sinPi(a))
	case x > 200:
		return math.Inf(1)
	}
	y := a + lanczosShift
	z := (y - lanczosShift) - a // what rounding took from y
	if a > lanczosShift {
		z = (y - a) - lanczosShift
	}
	z = z * (lanczosShift + 0.5) / y
	if x < 0 {
		r := -math.Pi / sinPi(a) / a * object.FloatExp(y) / lanczos(a)
		r -= z * r
		if a < 140 {
			return r / object.FloatPow(y, a-0.5)
		}
		root := object.FloatPow(y, a/2-0.25)
		return r / root / root
	}
	r := lanczos(a) / object.FloatExp(y)
	r += z * r
	if a < 140 {
		return r * object.FloatPow(y, a-0.5)
	}
	root := object.FloatPow(y, a/2-0.25)
	return r * root * root
}

func lgamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case x-x != 0:
		return math.Inf(1)
	case x == math.Floor(x) && x <= 2:
		if x <= 0 {
			return math.NaN()
		}
		return 0
	case a < 1e-20:
		return -object.FloatLog(a)
	}
	r := object.FloatLog(lanczos(a)) - (lanczosShift + 0.5)
	r += (a - 0.5) * (object.FloatLog(a+(lanczosShift+0.5)-0.5) - 1)
	if x < 0 {
		const logPi = 1.144729885849400174143427351353058711647
		r = logPi - object.FloatLog(math.Abs(sinPi(a))) - object.FloatLog(a) - r
	}
	return r
}
