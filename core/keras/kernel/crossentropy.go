package kernel

import "layerglass/core/python/array"

// clipped limits probabilities to [epsilon, 1-epsilon] in the precision of a dtype.
func clipped(output *array.Array, epsilon float64) (*array.Array, error) {
	return each(output, func(m *maths) func(float64) float64 {
		low, high := m.round(epsilon), m.round(1-epsilon)
		return func(x float64) float64 { return clip(x, low, high) }
	})
}

// mapTwo computes an array from two of one shape, element by element in the work type of the second.
func mapTwo(a, b *array.Array, f func(m *maths) func(x, y float64) float64) (*array.Array, error) {
	d := workType(b)
	x, err := contiguous(a, d)
	if err != nil {
		return nil, err
	}
	y, err := contiguous(b, d)
	if err != nil {
		return nil, err
	}
	out, err := array.New(b.Budget(), d, b.Shape()...)
	if err != nil {
		return nil, err
	}
	if err := spend(b.Budget(), 8*b.Size()); err != nil {
		return nil, err
	}
	g := f(mathsOf(d))
	if d == array.Float32 {
		to, xs := array.Data[float32](out), array.Data[float32](x)
		for i, v := range array.Data[float32](y) {
			to[i] = float32(g(float64(xs[i]), float64(v)))
		}
		return out, nil
	}
	to, xs := array.Data[float64](out), array.Data[float64](x)
	for i, v := range array.Data[float64](y) {
		to[i] = g(xs[i], v)
	}
	return out, nil
}

// BinaryCrossentropy compares probabilities, or logits, with targets element by element. The shapes must be equal.
func BinaryCrossentropy(target, output *array.Array, logits bool, epsilon float64) (*array.Array, error) {
	if logits {
		return mapTwo(target, output, func(m *maths) func(t, x float64) float64 {
			return func(t, x float64) float64 { return t*m.softplus(-x) + (1-t)*m.softplus(x) }
		})
	}
	p, err := clipped(output, epsilon)
	if err != nil {
		return nil, err
	}
	return mapTwo(target, p, func(m *maths) func(t, x float64) float64 {
		return func(t, x float64) float64 { return -(t*m.log(x) + (1-t)*m.log(1-x)) }
	})
}

// logProbabilities are the logarithms of probabilities along an axis, which are given as such or as logits.
func logProbabilities(output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error) {
	if logits {
		return LogSoftmax(output, axis)
	}
	var c calc
	x := c.cast(output, workType(output))
	if c.err != nil {
		return nil, c.err
	}
	p := c.div(x, c.sum(x, []int{axis}, true))
	if c.err != nil {
		return nil, c.err
	}
	p, err := clipped(p, epsilon)
	if err != nil {
		return nil, err
	}
	return each(p, func(m *maths) func(float64) float64 { return m.log })
}

// CategoricalCrossentropy compares probabilities, or logits, of classes along an axis with target probabilities.
func CategoricalCrossentropy(target, output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error) {
	p, err := logProbabilities(output, axis, logits, epsilon)
	if err != nil {
		return nil, err
	}
	var c calc
	out := c.unary(array.Negative, c.sum(c.mul(c.cast(target, p.Dtype()), p), []int{axis}, false))
	return out, c.err
}

// SparseCategoricalCrossentropy is CategoricalCrossentropy for targets that are numbers of classes.
func SparseCategoricalCrossentropy(target, output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error) {
	axis, err := array.NormalizeAxis(axis, output.Rank())
	if err != nil {
		return nil, err
	}
	hot, err := OneHot(target, output.Shape()[axis], axis)
	if err != nil {
		return nil, err
	}
	return CategoricalCrossentropy(hot, output, axis, logits, epsilon)
}

// OneHot puts a dimension of n classes in the place of axis: true where the class is the element.
func OneHot(x *array.Array, n, axis int) (*array.Array, error) {
	if axis < 0 {
		axis += x.Rank() + 1
	}
	wide, err := x.ExpandDims(axis)
	if err != nil {
		return nil, err
	}
	classes, err := array.ArangeInt(x.Budget(), 0, int64(n), 1, array.Int64)
	if err != nil {
		return nil, err
	}
	shape := make([]int, x.Rank()+1)
	for i := range shape {
		shape[i] = 1
	}
	shape[axis] = n
	if classes, err = classes.Reshape(shape...); err != nil {
		return nil, err
	}
	return array.Binary(array.Equal, array.Of(wide), array.Of(classes))
}

// MultiHot is OneHot of integers, joined along the dimension in which they lie.
func MultiHot(x *array.Array, n, axis int) (*array.Array, error) {
	x, err := x.Cast(array.Int32)
	if err != nil {
		return nil, err
	}
	hot, err := OneHot(x, n, axis)
	if err != nil {
		return nil, err
	}
	over := 0
	if x.Rank() > 1 {
		over = 1
	}
	return array.Any(hot, []int{over}, false)
}
