package ops

import (
	"math"

	"layerglass/core/python/array"
)

// float8 tells of an 8-bit float its bits of mantissa, its smallest exponent, its largest finite number, and whether larger
// numbers become infinite (else they become nan).
type float8 struct {
	mantissa, lowest int
	largest          float64
	infinite         bool
}

var float8s = map[string]float8{
	"float8_e4m3fn": {3, -6, 448, false},
	"float8_e5m2":   {2, -14, 57344, true},
}

// roundedFloat8 rounds float32 numbers to those that an 8-bit float has.
func roundedFloat8(a *array.Array, dtype string) *array.Array {
	f, ok := float8s[dtype]
	if !ok {
		return a
	}
	out := good(a.Copy())
	data := array.Data[float32](out)
	for i, v := range data {
		data[i] = float32(f.round(float64(v)))
	}
	return out
}

func (f float8) round(v float64) float64 {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) && f.infinite {
		return v
	}
	_, e := math.Frexp(v)
	step := math.Ldexp(1, max(e-1, f.lowest)-f.mantissa)
	r := math.RoundToEven(v/step) * step
	switch {
	case math.Abs(r) <= f.largest:
		return r
	case f.infinite:
		return math.Copysign(math.Inf(1), v)
	}
	return math.NaN()
}
