package object

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// randomFloat favours numbers that programs use and has some of every kind.
func randomFloat(r *rand.Rand) float64 {
	switch r.IntN(4) {
	case 0:
		return math.Float64frombits(r.Uint64())
	case 1:
		return float64(r.IntN(2001)-1000) / 8
	}
	return r.Float64()*200 - 100
}

func TestFloatPowIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		x := math.Abs(randomFloat(r))
		n := r.IntN(60) - 20
		if x == 0 || x-x != 0 {
			continue
		}
		exact := new(big.Float).SetPrec(6000).SetInt64(1)
		for range max(n, -n) {
			exact.Mul(exact, big.NewFloat(x))
		}
		if n < 0 {
			exact.Quo(big.NewFloat(1).SetPrec(6000), exact)
		}
		want, _ := exact.Float64()
		require.Equal(t, want, FloatPow(x, float64(n)), "%v ** %d", x, n)
	}
}

// TestFloatElementary checks identities that hold to the last digit only if the functions are nearly exact.
func TestFloatElementary(t *testing.T) {
	require.Equal(t, 1.2246467991473532e-16, FloatSin(math.Pi))
	require.Equal(t, 6.123233995736766e-17, FloatCos(math.Pi/2))
	require.Equal(t, -0.16425801842020524, FloatSin(5e22))
	require.Equal(t, math.E, FloatExp(1))
	require.Equal(t, math.Ln2, FloatLog(2))
	require.Equal(t, math.Pi, FloatAtan2(0, -1))
	require.Equal(t, -math.Pi, FloatAtan2(-1e-300, -1e300))
	require.Equal(t, 5.0, FloatHypot(3, 4))
	require.Equal(t, 5e-324, FloatExp(-744.5))
	require.True(t, math.IsInf(FloatExp(1000), 1))
	require.True(t, math.IsNaN(FloatSin(math.Inf(1))))
	require.True(t, math.IsNaN(FloatLog(-1)))
}

func TestFloatReprReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		f := math.Float64frombits(r.Uint64())
		if f-f != 0 {
			continue
		}
		s := FloatRepr(f)
		back, ok := parseFloat(s)
		require.True(t, ok, s)
		require.Equal(t, f, back, s)
		digits, _ := decimalDigits(math.Abs(f), -1)
		shortest := strconv.FormatFloat(math.Abs(f), 'e', -1, 64)
		require.Equal(t, shortest, mantissaWithPoint(digits)+shortest[len(mantissaOf(shortest)):])
	}
}

func mantissaWithPoint(digits string) string {
	if len(digits) == 1 {
		return digits
	}
	return digits[:1] + "." + digits[1:]
}

func FuzzFloatFormat(f *testing.F) {
	f.Add(1.5, 3, byte('f'))
	f.Add(0.1, 20, byte('e'))
	f.Fuzz(func(t *testing.T, x float64, precision int, kind byte) {
		if x-x != 0 || precision < 0 || precision > 400 || kind != 'f' && kind != 'e' {
			return
		}
		text, err := floatWriter{kind: kind, precision: precision}.text(valuesThread(), x)
		require.NoError(t, err)
		require.Equal(t, strconv.FormatFloat(x, kind, precision, 64), text)
	})
}
