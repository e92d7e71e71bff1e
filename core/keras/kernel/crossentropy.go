package kernel

import "layerglass/core/python/array"

// clipped limits probabilities to [epsilon, 1-epsilon] in the precision of a dtype.
func clipped(output *array.Array, epsilon float64) (*array.Array, error) {
	return each(output, func(m *maths) func(float64) float64 {
		low, high := m.round(epsilon), m.round(1-epsilon)
		return func(x float64) float64 { return clip(x, low, high) }
	})
}

// BinaryCrossentropy compares probabilities, or logits, with targets element by element. The shapes must be equal. Half-precision
// numbers are rounded after each step, as a backend that does one step at a time rounds them.
func BinaryCrossentropy(target, output *array.Array, logits bool, epsilon float64) (*array.Array, error) {
	var c calc
	d := output.Dtype()
	if !target.Dtype().IsFloat() {
		target = c.cast(target, d)
	}
	one := array.Operand{Array: array.Scalar(1.0), Weak: array.WeakFloat}
	if c.err != nil {
		return nil, c.err
	}
	rest := c.cast(c.keep(array.Binary(array.Subtract, one, array.Of(target))), target.Dtype())
	var yes, no *array.Array // the logarithms of the chances of true and of false
	if logits {
		yes = c.step(output, d, LogSigmoid)
		no = c.step(c.unary(array.Negative, output), d, LogSigmoid)
	} else {
		p := c.cast(c.keep(clipped(output, epsilon)), d)
		if c.err != nil {
			return nil, c.err
		}
		yes = c.step(p, d, logarithm)
		no = c.step(c.cast(c.keep(array.Binary(array.Subtract, one, array.Of(p))), d), d, logarithm)
	}
	out := c.unary(array.Negative, c.add(c.mul(target, yes), c.mul(rest, no)))
	return out, c.err
}

var logarithm Activation = func(m *maths) func(float64) float64 { return m.log }

// step applies a function and rounds to a dtype.
func (c *calc) step(x *array.Array, d array.Dtype, f Activation) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.cast(c.keep(f.Apply(x)), d)
}

// logProbabilities are the logarithms of probabilities along an axis, which are given as such or as logits.
func logProbabilities(output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error) {
	var c calc
	d := output.Dtype()
	if logits {
		logs, err := LogSoftmax(output, axis)
		if err != nil {
			return nil, err
		}
		out := c.cast(logs, d)
		return out, c.err
	}
	x := c.cast(output, workType(output))
	p := c.cast(c.div(output, c.cast(c.sum(x, []int{axis}, true), d)), d)
	if c.err != nil {
		return nil, c.err
	}
	out := c.step(c.cast(c.keep(clipped(p, epsilon)), d), d, logarithm)
	return out, c.err
}

// CategoricalCrossentropy compares probabilities, or logits, of classes along an axis with target probabilities.
func CategoricalCrossentropy(target, output *array.Array, axis int, logits bool, epsilon float64) (*array.Array, error) {
	p, err := logProbabilities(output, axis, logits, epsilon)
	if err != nil {
		return nil, err
	}
	var c calc
	if !target.Dtype().IsFloat() {
		target = c.cast(target, p.Dtype())
	}
	if c.err != nil {
		return nil, c.err
	}
	products := c.mul(target, p)
	if c.err != nil {
		return nil, c.err
	}
	out := c.unary(array.Negative, c.sum(c.cast(products, workType(products)), []int{axis}, false))
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
