// Package kernel computes what keras.ops needs beyond package array: activations, convolutions and pooling, attention,
// losses, decoders, transforms of signals and images, decompositions of matrices. It works on arrays and knows nothing
// of Python; package ops hangs its functions into the declarations.
//
// float32 and the half types are computed in float32 as Keras's jax backend does, float64 and integers in float64. The caller
// casts results to the dtype that the operation's rule says.
package kernel

import (
	"math"
	"strconv"

	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// float is what kernels compute with.
type float interface{ float32 | float64 }

// stepsPerElement is the part of a budget step that an element of a simple loop costs: 1/64.
const elementsPerStep = 64

// spend takes the steps of n elements of a simple loop.
func spend(b array.Budget, n int) error {
	if b == nil {
		return nil
	}
	return b.Spend(1 + int64(n)/elementsPerStep)
}

// refuse makes a ValueError.
func refuse(message string) error { return &array.Error{Kind: array.ValueError, Message: message} }

func itoa(n int) string { return strconv.Itoa(n) }

// workType is the dtype that a is computed in.
func workType(a *array.Array) array.Dtype {
	if d := a.Dtype(); d.IsHalf() || d == array.Float32 {
		return array.Float32
	}
	return array.Float64
}

// contiguous returns the array in a dtype and without gaps.
func contiguous(a *array.Array, d array.Dtype) (*array.Array, error) {
	c, err := a.Cast(d)
	if err != nil {
		return nil, err
	}
	return c.AsContiguous()
}

// size is the product of the dimensions.
func size(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}

func joined(parts ...[]int) []int {
	out := []int{}
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// round32 is v as a float32 holds it.
func round32(v float64) float64 { return float64(float32(v)) }

// maths are the functions of one precision.
type maths struct {
	exp, log, log1p, tanh, sigmoid, softplus func(float64) float64
	// round is v as a number of the precision holds it.
	round func(float64) float64
}

func lifted(f func(float32) float32) func(float64) float64 {
	return func(x float64) float64 { return float64(f(float32(x))) }
}

var (
	single = &maths{exp: lifted(special.Exp), log: lifted(special.Log), log1p: lifted(special.Log1p), tanh: lifted(special.Tanh),
		sigmoid: lifted(special.Sigmoid), softplus: lifted(special.Softplus), round: round32}
	double = &maths{exp: math.Exp, log: math.Log, log1p: math.Log1p, tanh: math.Tanh,
		sigmoid:  func(x float64) float64 { return 1 / (1 + math.Exp(-x)) },
		softplus: func(x float64) float64 { return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) },
		round:    func(x float64) float64 { return x }}
)

// mathsOf returns the functions that fit a work type.
func mathsOf(d array.Dtype) *maths {
	if d == array.Float32 {
		return single
	}
	return double
}

// Map applies a function to each element.
func Map(a *array.Array, f func(x float64) float64) (*array.Array, error) {
	return each(a, func(*maths) func(float64) float64 { return f })
}

// each applies to each element the function that f makes for the precision.
func each(a *array.Array, f func(m *maths) func(x float64) float64) (*array.Array, error) {
	d := workType(a)
	x, err := contiguous(a, d)
	if err != nil {
		return nil, err
	}
	out, err := array.New(a.Budget(), d, a.Shape()...)
	if err != nil {
		return nil, err
	}
	if err := spend(a.Budget(), 4*a.Size()); err != nil {
		return nil, err
	}
	g := f(mathsOf(d))
	if d == array.Float32 {
		to := array.Data[float32](out)
		for i, v := range array.Data[float32](x) {
			to[i] = float32(g(float64(v)))
		}
		return out, nil
	}
	to := array.Data[float64](out)
	for i, v := range array.Data[float64](x) {
		to[i] = g(v)
	}
	return out, nil
}

// calc chains operations on arrays; after the first error they do nothing.
type calc struct{ err error }

func (c *calc) keep(a *array.Array, err error) *array.Array {
	if err != nil && c.err == nil {
		c.err = err
	}
	return a
}

func (c *calc) binary(op array.BinaryOp, x, y *array.Array) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.keep(array.Binary(op, array.Of(x), array.Of(y)))
}

func (c *calc) add(x, y *array.Array) *array.Array { return c.binary(array.Add, x, y) }
func (c *calc) sub(x, y *array.Array) *array.Array { return c.binary(array.Subtract, x, y) }
func (c *calc) mul(x, y *array.Array) *array.Array { return c.binary(array.Multiply, x, y) }
func (c *calc) div(x, y *array.Array) *array.Array { return c.binary(array.Divide, x, y) }

func (c *calc) unary(op array.UnaryOp, x *array.Array) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.keep(array.Unary(op, x))
}

// number is v in the precision of an array.
func (c *calc) number(like *array.Array, v float64) *array.Array {
	if c.err != nil || like.Dtype() != array.Float32 {
		return array.Scalar(v)
	}
	return array.Scalar(float32(v))
}

func (c *calc) cast(x *array.Array, d array.Dtype) *array.Array {
	if c.err != nil || x == nil {
		return nil
	}
	return c.keep(x.Cast(d))
}

func (c *calc) reshape(x *array.Array, shape ...int) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.keep(x.Reshape(shape...))
}

func (c *calc) transpose(x *array.Array, axes ...int) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.keep(x.Transpose(axes))
}

// sum adds along axes.
func (c *calc) sum(x *array.Array, axes []int, keep bool) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.keep(array.Sum(x, axes, keep, array.Invalid))
}

// rsqrt is 1/sqrt(x).
func (c *calc) rsqrt(x *array.Array) *array.Array {
	if c.err != nil {
		return nil
	}
	return c.keep(Rsqrt(x))
}

// Rsqrt returns 1/sqrt(x).
func Rsqrt(x *array.Array) (*array.Array, error) {
	return Map(x, func(v float64) float64 { return 1 / math.Sqrt(v) })
}
