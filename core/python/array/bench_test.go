package array

import (
	"strconv"
	"testing"
)

func ramp[T float](n int, shape ...int) *Array {
	data := make([]T, n)
	for i := range data {
		data[i] = T(i%17)*0.25 - 2
	}
	a, err := FromSlice(nil, data, shape...)
	if err != nil {
		panic(err)
	}
	return a
}

func BenchmarkMatMul(b *testing.B) {
	for _, n := range []int{4, 8, 16, 32, 64, 128, 256, 512} {
		x, y := ramp[float32](n*n, n, n), ramp[float32](n*n, n, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := MatMul(x, y); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(2*float64(n)*float64(n)*float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
	b.Run("dense 32x784x128", func(b *testing.B) {
		x, y := ramp[float32](32*784, 32, 784), ramp[float32](784*128, 784, 128)
		for b.Loop() {
			if _, err := MatMul(x, y); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(2*32*784*128*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
	})
}

func BenchmarkElementwise(b *testing.B) {
	const n = 1 << 20
	x, y := ramp[float32](n, 1024, 1024), ramp[float32](n, 1024, 1024)
	row := ramp[float32](1024, 1024)
	t, err := x.Transpose(nil)
	if err != nil {
		b.Fatal(err)
	}
	cases := map[string]func() (*Array, error){
		"add":            func() (*Array, error) { return Binary(Add, Of(x), Of(y)) },
		"add row":        func() (*Array, error) { return Binary(Add, Of(x), Of(row)) },
		"add transposed": func() (*Array, error) { return Binary(Add, Of(t), Of(y)) },
		"multiply by 2":  func() (*Array, error) { return Binary(Multiply, Of(x), Operand{Scalar(2.0), WeakFloat}) },
		"maximum":        func() (*Array, error) { return Binary(Maximum, Of(x), Operand{Scalar(0.0), WeakFloat}) },
		"exp":            func() (*Array, error) { return Unary(Exp, x) },
		"tanh":           func() (*Array, error) { return Unary(Tanh, x) },
		"sum":            func() (*Array, error) { return Sum(x, nil, false, Invalid) },
		"sum rows":       func() (*Array, error) { return Sum(x, []int{1}, false, Invalid) },
		"sum columns":    func() (*Array, error) { return Sum(x, []int{0}, false, Invalid) },
		"max columns":    func() (*Array, error) { return Max(x, []int{0}, false) },
		"greater":        func() (*Array, error) { return Binary(Greater, Of(x), Of(y)) },
	}
	for name, f := range cases {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := f(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/n, "ns/element")
		})
	}
}
