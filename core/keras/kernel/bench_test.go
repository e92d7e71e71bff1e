package kernel_test

import (
	"testing"

	"layerglass/core/keras/kernel"
	"layerglass/core/python/array"
)

func filled(b *testing.B, shape ...int) *array.Array {
	n := 1
	for _, d := range shape {
		n *= d
	}
	data := make([]float32, n)
	for i := range data {
		data[i] = float32(i%17) - 8
	}
	a, err := array.FromSlice(nil, data, shape...)
	if err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkConv is a layer of a small network for images.
func BenchmarkConv(b *testing.B) {
	x, k := filled(b, 8, 28, 28, 16), filled(b, 3, 3, 16, 32)
	w := kernel.NewWindow([]int{28, 28}, []int{3, 3}, []int{1, 1}, []int{1, 1}, "same")
	for b.Loop() {
		if _, err := kernel.Conv(x, k, w, "channels_last"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDepthwise is a depthwise convolution of the same images.
func BenchmarkDepthwise(b *testing.B) {
	x, k := filled(b, 8, 28, 28, 16), filled(b, 3, 3, 16, 1)
	w := kernel.NewWindow([]int{28, 28}, []int{3, 3}, []int{1, 1}, []int{1, 1}, "same")
	for b.Loop() {
		if _, err := kernel.DepthwiseConv(x, k, w, "channels_last"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMaxPool halves height and width.
func BenchmarkMaxPool(b *testing.B) {
	x := filled(b, 8, 28, 28, 32)
	w := kernel.NewWindow([]int{28, 28}, []int{2, 2}, []int{2, 2}, []int{1, 1}, "valid")
	for b.Loop() {
		if _, err := kernel.MaxPool(x, w, "channels_last"); err != nil {
			b.Fatal(err)
		}
	}
}
