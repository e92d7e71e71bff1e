package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// resampling are the functions that weigh elements by their distance, by Keras's names.
var resampling = map[string]func(x float64) float64{
	"linear": triangle, "bilinear": triangle, "trilinear": triangle,
	"cubic": keysCubic, "bicubic": keysCubic, "tricubic": keysCubic,
	"lanczos3": func(x float64) float64 { return lanczos(3, x) },
	"lanczos5": func(x float64) float64 { return lanczos(5, x) },
}

func triangle(x float64) float64 { return math.Max(0, 1-x) }

func keysCubic(x float64) float64 {
	switch {
	case x >= 2:
		return 0
	case x >= 1:
		return ((-0.5*x+2.5)*x-4)*x + 2
	}
	return ((1.5*x-2.5)*x)*x + 1
}

func lanczos(radius, x float64) float64 {
	switch {
	case x > radius:
		return 0
	case x > 1e-3:
		return radius * math.Sin(math.Pi*x) * math.Sin(math.Pi*x/radius) / (math.Pi * math.Pi * x * x)
	}
	return 1
}

// Resampling reports whether a method of that name exists.
func Resampling(method string) bool { return resampling[method] != nil }

// Resample brings dimensions of images to other sizes: dims[i] is scaled by scale[i] and moved by shift[i].
func Resample(images *array.Array, shape, dims []int, scale, shift []float64, method string, antialias bool) (*array.Array, error) {
	d := workType(images)
	x, err := images.Cast(d)
	if err != nil {
		return nil, err
	}
	for i, dim := range dims {
		w, err := weightsFor(images.Budget(), x.Shape()[dim], shape[dim], scale[i], shift[i], resampling[method], antialias)
		if err != nil {
			return nil, err
		}
		if w, err = w.Cast(d); err != nil {
			return nil, err
		}
		if x, err = array.TensorDot(x, w, []int{dim}, []int{0}); err != nil {
			return nil, err
		}
		if x, err = x.MoveAxis([]int{x.Rank() - 1}, []int{dim}); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// weightsFor is the matrix of what each of in elements adds to each of out results.
func weightsFor(b array.Budget, in, out int, scale, shift float64, kernel func(float64) float64, antialias bool) (*array.Array, error) {
	w, err := array.New(b, array.Float64, in, out)
	if err != nil {
		return nil, err
	}
	if err := spend(b, 8*in*out); err != nil {
		return nil, err
	}
	inverse := round32(1 / scale)
	wide := 1.0
	if antialias {
		wide = math.Max(inverse, 1)
	}
	data := array.Data[float64](w)
	for o := range out {
		at := round32(round32(round32((float64(o)+0.5)*inverse)-round32(shift*inverse)) - 0.5)
		sum := 0.0
		for i := range in {
			v := kernel(math.Abs(at-float64(i)) / wide)
			data[i*out+o] = v
			sum += v
		}
		for i := range in {
			if math.Abs(sum) > 1000*0x1p-23 && at >= -0.5 && at <= float64(in)-0.5 {
				data[i*out+o] /= sum
			} else {
				data[i*out+o] = 0
			}
		}
	}
	return w, nil
}

// Resize brings height and width, the dimensions dims, to sizes.
func Resize(images *array.Array, dims, sizes []int, method string, antialias bool) (*array.Array, error) {
	shape := joined(images.Shape())
	var changed []int
	var scale []float64
	for i, dim := range dims {
		if shape[dim] != sizes[i] {
			changed = append(changed, dim)
			scale = append(scale, float64(sizes[i])/float64(shape[dim]))
			shape[dim] = sizes[i]
		}
	}
	if method != "nearest" {
		return Resample(images, shape, changed, scale, make([]float64, len(scale)), method, antialias)
	}
	x := images
	for _, dim := range changed {
		index := make([]int64, shape[dim])
		in, out := float32(x.Shape()[dim]), float32(shape[dim])
		for i := range index {
			index[i] = min(int64((float32(i)+0.5)*in/out), int64(x.Shape()[dim]-1))
		}
		places, err := array.FromSlice(images.Budget(), index, len(index))
		if err != nil {
			return nil, err
		}
		if x, err = x.Take(places, dim, array.TakeClip); err != nil {
			return nil, err
		}
	}
	return x, nil
}
