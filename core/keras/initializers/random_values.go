package initializers

import (
	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/prng"
	"layerglass/core/keras/random"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// Random initializers draw with jax's generator: an integer seed gives the numbers that Keras gives on the jax backend. On the tensorflow
// backend shape, dtype and distribution are the same, and the numbers are those of jax.
func init() {
	drawn := func(draw func(b array.Budget, k prng.Key, d array.Dtype, shape []int, x, y float64) (*array.Array, error), x, y string) makeValues {
		return func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
			k, err := random.Draw(l.T, l.Value("seed"))
			if err != nil {
				return nil, err
			}
			for _, name := range []string{x, y} {
				switch v := object.Of(l.Value(name)).(type) {
				case *object.Str, *object.NoneType, *object.Dict, *object.List, *object.Tuple, *object.Set:
					return nil, object.TypeError("%s draws with numbers, got %s=%s.", l.ClassName(), name, arg.Repr(l.T, v))
				}
			}
			a, err := draw(l.T, k, elementType(dtype), shape, l.Float(x), l.Float(y))
			return a, numpy.Raised(err)
		}
	}
	Make[RandomNormal] = drawn(prng.Normal, "mean", "stddev")
	Make[TruncatedNormal] = drawn(prng.TruncatedNormal, "mean", "stddev")
	Make[RandomUniform] = drawn(prng.Uniform, "minval", "maxval")
	Make[VarianceScaling] = scaledValues
	Make[Orthogonal] = orthogonalValues
}

// makeValues is an entry of Make.
type makeValues = func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error)

// scaledValues draws with a spread that fits the size of the weight.
func scaledValues(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
	in, out, err := fans(l, shape)
	if err != nil {
		return nil, err
	}
	scale := l.Float("scale")
	switch l.Str("mode") {
	case "fan_in":
		scale /= math.Max(1, in)
	case "fan_out":
		scale /= math.Max(1, out)
	default:
		scale /= math.Max(1, (in+out)/2)
	}
	k, err := random.Draw(l.T, l.Value("seed"))
	if err != nil {
		return nil, err
	}
	d := elementType(dtype)
	var a *array.Array
	switch l.Str("distribution") {
	case "truncated_normal": // the deviation of what is left between two deviations
		a, err = prng.TruncatedNormal(l.T, k, d, shape, 0, math.Sqrt(scale)/0.87962566103423978)
	case "untruncated_normal":
		a, err = prng.Normal(l.T, k, d, shape, 0, math.Sqrt(scale))
	default:
		limit := math.Sqrt(3 * scale)
		a, err = prng.Uniform(l.T, k, d, shape, -limit, limit)
	}
	return a, numpy.Raised(err)
}

// fans are the numbers of inputs and outputs of a weight.
func fans(l *spec.Instance, s tensor.Shape) (in, out float64, err error) {
	if !l.IsNone("input_axes") && !l.IsNone("output_axes") {
		if in, err = product(l, "input_axes", s); err != nil {
			return 0, 0, err
		}
		out, err = product(l, "output_axes", s)
		return in, out, err
	}
	switch n := len(s); n {
	case 0:
		return 1, 1, nil
	case 1:
		return float64(s[0]), float64(s[0]), nil
	case 2:
		return float64(s[0]), float64(s[1]), nil
	default:
		field := 1.0
		for _, d := range s[:n-2] {
			field *= float64(d)
		}
		return float64(s[n-2]) * field, float64(s[n-1]) * field, nil
	}
}

// product multiplies the sizes of the axes that an attribute names.
func product(l *spec.Instance, name string, s tensor.Shape) (float64, error) {
	items, err := object.Items(l.T, l.Value(name))
	if err != nil {
		return 0, err
	}
	n := 1.0
	for _, v := range items {
		i, err := object.Index(l.T, v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			i += len(s)
		}
		if i < 0 || i >= len(s) {
			return 0, object.NewError(object.IndexErrorClass, "%s: %s=%s names an axis that a weight of shape %s does not have.", l.ClassName(), name,
				arg.Repr(l.T, l.Value(name)), s)
		}
		n *= float64(s[i])
	}
	return n, nil
}

// orthogonalValues makes the columns of a random matrix orthogonal.
func orthogonalValues(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
	k, err := random.Draw(l.T, l.Value("seed"))
	if err != nil {
		return nil, err
	}
	if _, err := object.Binary(l.T, object.Mul, object.Float(1), l.Value("gain")); err != nil {
		return nil, err
	}
	a, err := orthogonal(l.T, k, shape, elementType(dtype), l.Float("gain"))
	return a, numpy.Raised(err)
}

func orthogonal(b array.Budget, k prng.Key, shape tensor.Shape, d array.Dtype, gain float64) (*array.Array, error) {
	rows, columns := 1, shape[len(shape)-1]
	for _, n := range shape[:len(shape)-1] {
		rows *= n
	}
	a, err := prng.Normal(b, k, d, []int{max(rows, columns), min(rows, columns)}, 0, 1)
	if err != nil {
		return nil, err
	}
	if d.IsHalf() {
		if a, err = a.Cast(array.Float32); err != nil {
			return nil, err
		}
	}
	q, r, err := array.QR(a, true)
	if err != nil {
		return nil, err
	}
	diagonal, err := r.Diagonal(0, 0, 1)
	if err != nil {
		return nil, err
	}
	sign, err := array.Unary(array.Sign, diagonal)
	if err != nil {
		return nil, err
	}
	if q, err = array.Binary(array.Multiply, array.Of(q), array.Of(sign)); err != nil {
		return nil, err
	}
	if rows < columns {
		if q, err = q.Transpose(nil); err != nil {
			return nil, err
		}
	}
	if q, err = array.Binary(array.Multiply, array.Of(q), array.Operand{Array: array.Scalar(gain), Weak: array.WeakFloat}); err != nil {
		return nil, err
	}
	return q.Reshape(shape...)
}
