package array

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// inexact says how many units in the last place a function may differ from numpy's, which itself promises a few.
var inexact = map[string]float64{"power": 2, "hypot": 2, "arctan2": 2, "logaddexp": 2, "logaddexp2": 2, "exp": 4, "exp2": 4, "expm1": 4,
	"log": 4, "log2": 4, "log10": 4, "log1p": 4, "sin": 4, "cos": 4, "tan": 4, "arcsin": 4, "arccos": 4, "arctan": 4, "sinh": 4, "cosh": 4,
	"tanh": 4, "arcsinh": 4, "arccosh": 4, "arctanh": 4, "cbrt": 2, "degrees": 1, "radians": 1, "divide": 4, "sqrt": 1, "reciprocal": 4, "absolute": 1, "sign": 4,
	"maximum": 1e-9, "minimum": 1e-9, "fmax": 1e-9, "fmin": 1e-9} // which of two zeros of unlike sign wins depends on the processor

// exactReal lists the functions of inexact that are exact for real numbers.
var exactReal = map[string]bool{"divide": true, "sqrt": true, "reciprocal": true, "absolute": true, "sign": true}

func tolerance(op string, d Dtype) float64 {
	if exactReal[op] && !d.IsComplex() {
		return 0
	}
	if op == "power" && d.IsComplex() {
		return 32
	}
	return inexact[op]
}

func TestBinary(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct {
		Op   string
		A, B packed
		Out  packed
	}](t, "binary") {
		op, ok := BinaryOpNamed(r.Op)
		require.True(t, ok, r.Op)
		a, b := r.A.array(t), r.B.array(t)
		got, err := Binary(op, Of(a), Of(b))
		same, why := closeTo(t, r.Out, got, err, tolerance(r.Op, max(a.Dtype(), b.Dtype())))
		c.check(same, "%s %s %s: %s", r.Op, r.A.Dtype, r.B.Dtype, why)
	}
	c.done("binary functions")
}

func TestUnary(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct {
		Op  string
		A   packed
		Out packed
	}](t, "unary") {
		op, ok := UnaryOpNamed(r.Op)
		require.True(t, ok, r.Op)
		a := r.A.array(t)
		got, err := Unary(op, a)
		same, why := closeTo(t, r.Out, got, err, tolerance(r.Op, a.Dtype()))
		c.check(same, "%s %s: %s", r.Op, r.A.Dtype, why)
	}
	c.done("unary functions")
}

func TestCasts(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct {
		A   packed
		To  string
		Out packed
	}](t, "casts") {
		d, _, _ := ParseDtype(r.To)
		got, err := r.A.array(t).Cast(d)
		same, why := closeTo(t, r.Out, got, err, 0)
		c.check(same, "%s to %s: %s", r.A.Dtype, r.To, why)
	}
	c.done("casts")
}

func TestReductions(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct {
		A       packed
		Results []struct {
			Op   string
			Axis []int
			Out  packed
		}
	}](t, "reductions") {
		a := r.A.array(t)
		for _, x := range r.Results {
			got, err := reduceNamed(x.Op, a, x.Axis)
			same, why := closeTo(t, x.Out, got, err, 0)
			if a.Dtype().IsComplex() {
				same, why = closeTo(t, x.Out, got, err, 8)
			}
			c.check(same, "%s %s%v axis %v: %s", x.Op, r.A.Dtype, r.A.Shape, x.Axis, why)
		}
	}
	c.done("reductions")
}

func reduceNamed(op string, a *Array, axes []int) (*Array, error) {
	flat, axis := a, 0
	if axes == nil {
		flat, _ = a.Reshape(-1)
	} else {
		axis = axes[0]
	}
	switch op {
	case "sum":
		return Sum(a, axes, false, Invalid)
	case "mean":
		return Mean(a, axes, false, Invalid)
	case "std":
		return Std(a, axes, 0, false, Invalid)
	case "var":
		return Var(a, axes, 0, false, Invalid)
	case "min":
		return Min(a, axes, false)
	case "max":
		return Max(a, axes, false)
	case "prod":
		return Prod(a, axes, false, Invalid)
	case "any":
		return Any(a, axes, false)
	case "all":
		return All(a, axes, false)
	case "argmin":
		return ArgMin(flat, axis, false)
	case "argmax":
		return ArgMax(flat, axis, false)
	}
	return CumSum(flat, axis, Invalid)
}

func TestProducts(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct {
		Op   string
		A, B packed
		Out  packed
	}](t, "products") {
		a, b := r.A.array(t), r.B.array(t)
		var got *Array
		var err error
		switch r.Op {
		case "matmul":
			got, err = MatMul(a, b)
		case "dot":
			got, err = Dot(a, b)
		default:
			got, err = Einsum(r.Op, a, b)
		}
		same, why := closeTo(t, r.Out, got, err, 64*64)
		c.check(same, "%s %s%v %s%v: %s", r.Op, r.A.Dtype, r.A.Shape, r.B.Dtype, r.B.Shape, why)
	}
	c.done("products")
}

// TestLastBits counts how often the common functions agree to the last bit.
func TestLastBits(t *testing.T) {
	for _, r := range rows[struct {
		Op  string
		A   packed
		Out packed
	}](t, "functions") {
		op, ok := UnaryOpNamed(r.Op)
		require.True(t, ok)
		got, err := Unary(op, r.A.array(t))
		require.NoError(t, err)
		want, err := Float64s(r.Out.array(t))
		require.NoError(t, err)
		have, err := Float64s(got)
		require.NoError(t, err)
		same := 0
		for i, w := range want {
			if w == have[i] {
				same++
			}
		}
		t.Logf("%s %s: %d of %d", r.A.Dtype, r.Op, same, len(want))
		if r.A.Dtype == "float32" {
			require.Equal(t, len(want), same)
		}
		require.Greater(t, same, len(want)*9/10)
	}
}

func TestStridedSums(t *testing.T) {
	c := &tally{t: t}
	for _, r := range rows[struct {
		View, Dtype    string
		Shape          []int
		Sum, Mean, Std packed
	}](t, "strided_sums") {
		data := make([]float64, sizeOf(r.Shape))
		for i := range data {
			data[i] = float64(i*7919%10007-5000) / 997
		}
		a, err := FromSlice(nil, data, r.Shape...)
		require.NoError(t, err)
		d, _, _ := ParseDtype(r.Dtype)
		a, err = a.Cast(d)
		require.NoError(t, err)
		last := len(a.Shape()) - 1
		n := a.Shape()[last]
		v := a
		switch r.View {
		case "rows":
			v = a.Slice(0, 0, 2, (a.Shape()[0]+1)/2)
		case "back":
			v, err = a.Flip([]int{0})
		case "columns":
			v = a.Slice(last, 0, 2, (n+1)/2)
		case "cut":
			v = a.Slice(last, 0, 1, n*4/5)
		case "T":
			v, err = a.Transpose(nil)
		}
		require.NoError(t, err)
		for name, want := range map[string]packed{"sum": r.Sum, "mean": r.Mean, "std": r.Std} {
			axes := map[string][]int{"sum": nil, "mean": {0}, "std": {-1}}[name]
			got, err := reduceNamed(name, v, axes)
			require.NoError(t, err)
			if k := len(got.Shape()) - 1; k >= 0 {
				got = got.Slice(k, 0, 1, min(got.Shape()[k], 50))
			}
			same, why := closeTo(t, want, got, err, 0)
			c.check(same, "%s of %s %s%v: %s", name, r.View, r.Dtype, r.Shape, why)
		}
	}
	c.done("sums of views")
}
