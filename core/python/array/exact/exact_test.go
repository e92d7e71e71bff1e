package exact

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAgainstC compares with what CPython's math module gives.
func TestAgainstC(t *testing.T) {
	functions := map[string]func(float64) float64{"Exp": Exp, "Log": Log, "Log10": Log10, "Log2": Log2, "Sin": Sin, "Cos": Cos, "Tan": Tan, "Tanh": Tanh}
	for _, r := range []struct {
		name    string
		x, want float64
	}{
		{"Exp", 1.0, 2.718281828459045},
		{"Exp", -0.5, 0.6065306597126334},
		{"Exp", 10.25, 28282.541920334977},
		{"Exp", -700.5, 5.980196118639791e-305},
		{"Log", 2.0, 0.6931471805599453},
		{"Log", 0.1, -2.3025850929940455},
		{"Log", 1e+300, 690.7755278982137},
		{"Log10", 3.0, 0.47712125471966244},
		{"Log2", 10.0, 3.321928094887362},
		{"Sin", 1.0, 0.8414709848078965},
		{"Sin", 100.0, -0.5063656411097588},
		{"Cos", 2.0, -0.4161468365471424},
		{"Cos", -7.5, 0.3466353178350258},
		{"Tan", 0.7, 0.8422883804630794},
		{"Tanh", 0.3, 0.2913126124515909},
	} {
		require.Equal(t, r.want, functions[r.name](r.x), "%s(%v)", r.name, r.x)
	}
	require.Equal(t, 29.67413253642086, Pow(2.5, 3.7))
	require.Equal(t, 0.001, Pow(10.0, -3.0))
	require.Equal(t, -8.0, Pow(-2.0, 3.0))
	require.Equal(t, 0.7943282347242815, Pow(0.1, 0.1))
	require.Equal(t, 2.7181459268249255, Pow(1.0001, 10000.0))
}
