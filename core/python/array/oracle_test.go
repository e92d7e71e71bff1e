package array

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// packed is an array as the oracle script writes it.
type packed struct {
	Dtype string
	Shape []int
	Data  []string
	Error string
}

func (p packed) array(t *testing.T) *Array {
	t.Helper()
	d, _, ok := ParseDtype(p.Dtype)
	require.True(t, ok, p.Dtype)
	if d == Str {
		a, err := FromStrings(nil, p.Data, 0, p.Shape...)
		require.NoError(t, err)
		return a
	}
	var a *Array
	var err error
	switch {
	case d == Uint64:
		list := make([]uint64, len(p.Data))
		for i, s := range p.Data {
			list[i], err = strconv.ParseUint(s, 10, 64)
			require.NoError(t, err)
		}
		a, err = FromSlice(nil, list, p.Shape...)
	case d.IsInteger():
		list := make([]int64, len(p.Data))
		for i, s := range p.Data {
			list[i], err = strconv.ParseInt(s, 10, 64)
			require.NoError(t, err)
		}
		a, err = FromSlice(nil, list, p.Shape...)
	case d == Bool:
		list := make([]bool, len(p.Data))
		for i, s := range p.Data {
			list[i] = s == "True"
		}
		a, err = FromSlice(nil, list, p.Shape...)
	default:
		list := make([]complex128, len(p.Data))
		for i, s := range p.Data {
			list[i] = parseComplex(t, s)
		}
		a, err = FromSlice(nil, list, p.Shape...)
	}
	require.NoError(t, err)
	a, err = a.Cast(d)
	require.NoError(t, err)
	return a
}

func parseComplex(t *testing.T, s string) complex128 {
	re, im, _ := strings.Cut(s, " ")
	a, err := strconv.ParseFloat(re, 64)
	require.NoError(t, err)
	b := 0.0
	if im != "" {
		b, err = strconv.ParseFloat(im, 64)
		require.NoError(t, err)
	}
	return complex(a, b)
}

// rows reads a file of the oracle.
func rows[T any](t *testing.T, name string) []T {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".jsonl.gz")
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	var out []T
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r T
		require.NoError(t, json.Unmarshal(lines.Bytes(), &r))
		out = append(out, r)
	}
	require.NoError(t, lines.Err())
	return out
}

// tally counts agreements and reports the first few disagreements.
type tally struct {
	t           *testing.T
	good, total int
	shown       int
}

func (c *tally) check(ok bool, format string, args ...any) {
	c.total++
	if ok {
		c.good++
		return
	}
	if c.shown++; c.shown <= 12 {
		c.t.Errorf(format, args...)
	}
}

func (c *tally) done(what string) {
	c.t.Logf("%s: %d of %d", what, c.good, c.total)
	require.Equal(c.t, c.total, c.good, what)
}

type printCase struct {
	packed
	Options map[string]any
	Repr    string
	Str     string
}

func (p printCase) options() PrintOptions {
	o := DefaultPrintOptions()
	for k, v := range p.Options {
		switch k {
		case "precision":
			o.Precision = int(v.(float64))
		case "suppress":
			o.Suppress = v.(bool)
		case "linewidth":
			o.LineWidth = int(v.(float64))
		case "threshold":
			o.Threshold = int(v.(float64))
		case "edgeitems":
			o.EdgeItems = int(v.(float64))
		case "floatmode":
			o.FloatMode = v.(string)
		case "sign":
			o.Sign = v.(string)[0]
		case "nanstr":
			o.NaN = v.(string)
		case "infstr":
			o.Inf = v.(string)
		}
	}
	return o
}

func TestPrinting(t *testing.T) {
	c := &tally{t: t}
	for _, p := range rows[printCase](t, "printing") {
		a := p.array(t)
		o := p.options()
		c.check(Repr(a, o) == p.Repr, "%s %v %v\nwant %s\ngot  %s", p.Dtype, p.Shape, p.Options, p.Repr, Repr(a, o))
		c.check(Text(a, o) == p.Str, "%s %v %v\nwant %s\ngot  %s", p.Dtype, p.Shape, p.Options, p.Str, Text(a, o))
	}
	c.done("printed arrays")
}

func TestScalarText(t *testing.T) {
	c := &tally{t: t}
	for _, p := range rows[printCase](t, "scalars") {
		got := Text(p.array(t), DefaultPrintOptions())
		c.check(got == p.Str, "%s %v: want %s, got %s", p.Dtype, p.Data, p.Str, got)
	}
	c.done("scalar texts")
}

func TestPromotion(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct{ A, B, Promote, Add string }](t, "promotion") {
		a, _, _ := ParseDtype(r.A)
		x, err := New(nil, a, 1)
		require.NoError(t, err)
		var y Operand
		switch r.B {
		case "int":
			y = Operand{Scalar(int64(1)), WeakInt}
		case "float":
			y = Operand{Scalar(1.5), WeakFloat}
		case "complex":
			y = Operand{Scalar(1i), WeakComplex}
		}
		if y.Array == nil || y.Weak == Strong {
			b, _, _ := ParseDtype(r.B)
			v, err := New(nil, b, 1)
			require.NoError(t, err)
			y = Of(v)
			got := ""
			if d, ok := Promote(a, b); ok {
				got = d.String()
			}
			c.check(got == r.Promote, "promote %s %s: want %s, got %s", r.A, r.B, r.Promote, got)
		}
		sum, err := Binary(Add, Of(x), y)
		got := ""
		if err == nil {
			got = sum.Dtype().String()
		}
		c.check(got == r.Add, "%s + %s: want %s, got %s (%v)", r.A, r.B, r.Add, got, err)
	}
	c.done("promotions")
}

// closeTo compares with an expected array; ulps is how far floats may lie apart, in units of the dtype's last place.
func closeTo(t *testing.T, want packed, got *Array, err error, ulps float64) (bool, string) {
	if want.Error != "" || err != nil {
		return want.Error != "" && err != nil, fmt.Sprintf("want error %q, got %v", want.Error, err)
	}
	w := want.array(t)
	if w.Dtype() != got.Dtype() || !EqualShape(w.Shape(), got.Shape()) {
		return false, fmt.Sprintf("want %s%v, got %s%v", w.Dtype(), w.Shape(), got.Dtype(), got.Shape())
	}
	x, _ := w.Cast(Complex128)
	y, _ := got.Cast(Complex128)
	eps := map[Dtype]float64{Float16: 1.0 / 1024, BFloat16: 1.0 / 128, Float32: 1.0 / (1 << 23), Complex64: 1.0 / (1 << 23),
		Float64: 1.0 / (1 << 52), Complex128: 1.0 / (1 << 52)}[w.Dtype()]
	yd := Data[complex128](y)
	for i, v := range Data[complex128](x) {
		scale := complexAbs(v)
		if v != v && yd[i] != yd[i] {
			continue // which part of a complex number is NaN is not promised
		}
		if !near(real(v), real(yd[i]), scale, eps*ulps) || !near(imag(v), imag(yd[i]), scale, eps*ulps) {
			return false, fmt.Sprintf("element %d: want %v, got %v", i, v, yd[i])
		}
	}
	return true, ""
}

func near(a, b, scale, tolerance float64) bool {
	switch {
	case a != a || b != b:
		return a != a && b != b
	case a == b:
		return math.Signbit(a) == math.Signbit(b) || tolerance > 0
	}
	return math.Abs(a-b) <= scale*tolerance+1e-300
}
