package array

import (
	"math"
	"strings"
)

// floatFormat is how the floats of one array are written, so that their points are aligned.
type floatFormat struct {
	dtype                Dtype
	opts                 PrintOptions
	exponents            bool
	unique               bool
	precision, least     int
	padLeft, padRight    int
	expDigits            int
	keepZeros, anyFinite bool
}

// decimals is how many digits a dtype is sure to keep; larger numbers are written with an exponent.
func decimals(d Dtype) int {
	switch d {
	case Float16:
		return 3
	case Float32:
		return 6
	}
	return 15
}

func newFloatFormat(data []float64, d Dtype, o PrintOptions) *floatFormat {
	f := &floatFormat{dtype: d, opts: o, unique: o.FloatMode != "fixed", precision: o.Precision}
	if o.FloatMode == "unique" {
		f.precision = -1
	}
	var finite []float64
	smallest, largest := math.Inf(1), 0.0
	for _, v := range data {
		if v-v != 0 {
			continue
		}
		finite = append(finite, v)
		if v != 0 {
			smallest, largest = min(smallest, math.Abs(v)), max(largest, math.Abs(v))
		}
	}
	if largest > 0 {
		f.exponents = largest >= math.Pow10(min(8, decimals(d))) || !o.Suppress && (smallest < 0.0001 || ratio(largest, smallest, d) > 1000)
	}
	f.anyFinite = len(finite) > 0
	switch {
	case !f.anyFinite:
	case f.exponents:
		f.measureExponents(finite)
	default:
		f.measure(finite)
	}
	f.widen(data, finite)
	return f
}

// ratio divides as the dtype does.
func ratio(a, b float64, d Dtype) float64 {
	switch d {
	case Float32:
		return float64(float32(a) / float32(b))
	case Float16:
		return float64(ToF16(float32(a) / float32(b)).Float32())
	}
	return a / b
}

func (f *floatFormat) measureExponents(finite []float64) {
	whole, frac := 0, 0
	for _, v := range finite {
		w, fr, e := scientific(v, f.dtype, f.precision, 0, f.unique)
		whole = max(whole, len(f.sign(v))+len(w))
		frac = max(frac, len(fr))
		f.expDigits = max(f.expDigits, len(exponentText(e, 2))-2)
	}
	f.precision, f.least, f.keepZeros = frac, frac, true
	f.padLeft = whole
	f.padRight = f.expDigits + 2 + frac
}

func (f *floatFormat) measure(finite []float64) {
	for _, v := range finite {
		w, fr := positional(v, f.dtype, f.precision, 0, f.unique)
		f.padLeft = max(f.padLeft, len(f.sign(v))+len(w))
		f.padRight = max(f.padRight, len(fr))
	}
	if f.opts.FloatMode == "fixed" || f.opts.FloatMode == "maxprec_equal" {
		f.precision, f.least, f.keepZeros = f.padRight, f.padRight, true
	}
}

// widen makes room for a space as sign, and for nan and inf.
func (f *floatFormat) widen(data, finite []float64) {
	if f.opts.Sign == ' ' {
		negative := false
		for _, v := range finite {
			negative = negative || math.Signbit(v)
		}
		if !negative {
			f.padLeft++
		}
	}
	if len(data) == len(finite) {
		return
	}
	sign := 0
	if f.opts.Sign != '-' {
		sign = 1
	}
	for _, v := range data {
		if math.IsInf(v, -1) {
			sign = 1
		}
	}
	f.padLeft = max(f.padLeft, len(f.opts.NaN)-f.padRight-1, len(f.opts.Inf)+sign-f.padRight-1)
}

// sign returns what stands before the digits of v.
func (f *floatFormat) sign(v float64) string {
	switch {
	case math.Signbit(v):
		return "-"
	case f.opts.Sign == '+':
		return "+"
	}
	return ""
}

func (f *floatFormat) text(v float64) string {
	if v-v != 0 {
		s := f.opts.NaN
		if v != v {
			if f.opts.Sign == '+' {
				s = "+" + s
			}
		} else {
			s = f.sign(v) + f.opts.Inf
		}
		return strings.Repeat(" ", max(f.padLeft+f.padRight+1-len(s), 0)) + s
	}
	if f.exponents {
		w, frac, e := scientific(v, f.dtype, f.precision, f.least, f.unique)
		frac += strings.Repeat("0", max(f.precision-len(frac), 0))
		w = f.sign(v) + w
		return strings.Repeat(" ", max(f.padLeft-len(w), 0)) + w + "." + frac + exponentText(e, f.expDigits)
	}
	w, frac := positional(v, f.dtype, f.precision, f.least, f.unique)
	w = f.sign(v) + w
	pad := max(f.padRight-len(frac), 0)
	if f.keepZeros {
		frac += strings.Repeat("0", pad)
		pad = 0
	}
	return strings.Repeat(" ", max(f.padLeft-len(w), 0)) + w + "." + frac + strings.Repeat(" ", pad)
}
