package ops

import (
	"math"
	"sync"

	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// unaryKernel computes a function of package array in the dtype of the result. Functions that have to be approximated are computed
// for float32 as XLA does, or in double precision and rounded once, which is what any backend is close to.
func unaryKernel(op array.UnaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.ArrayIn("x")
		if op <= array.Sqrt || !x.Dtype().IsFloat() {
			return one(array.Unary(op, x))
		}
		if x.Dtype() == array.Float32 {
			if f := singles()[op]; f != nil {
				return one(mapped32(x, f))
			}
		}
		return one(array.Unary(op, good(x.Cast(array.Float64))))
	}
}

// singles are functions of float32. Package array's own are exact to the last digit of a float64, which costs much and shows in none
// of a float32.
var singles = sync.OnceValue(func() map[array.UnaryOp]func(float32) float32 {
	rounded := func(f func(float64) float64) func(float32) float32 {
		return func(x float32) float32 { return float32(f(float64(x))) }
	}
	return map[array.UnaryOp]func(float32) float32{
		array.Exp: special.Exp, array.Log: special.Log, array.Log1p: special.Log1p, array.Tanh: special.Tanh,
		array.Exp2: rounded(math.Exp2), array.Expm1: rounded(math.Expm1), array.Log2: rounded(math.Log2), array.Log10: rounded(math.Log10),
		array.Sin: rounded(math.Sin), array.Cos: rounded(math.Cos), array.Tan: rounded(math.Tan), array.Sinh: rounded(math.Sinh), array.Cosh: rounded(math.Cosh),
		array.Arcsin: rounded(math.Asin), array.Arccos: rounded(math.Acos), array.Arctan: rounded(math.Atan),
		array.Arcsinh: rounded(math.Asinh), array.Arccosh: rounded(math.Acosh), array.Arctanh: rounded(math.Atanh), array.Erf: rounded(math.Erf),
	}
})

// mapped32 applies a function to each number.
func mapped32(x *array.Array, f func(float32) float32) (*array.Array, error) {
	if b := x.Budget(); b != nil {
		if err := b.Spend(1 + int64(x.Size())/16); err != nil {
			return nil, err
		}
	}
	out, err := x.Copy()
	if err != nil {
		return nil, err
	}
	data := array.Data[float32](out)
	for i, v := range data {
		data[i] = f(v)
	}
	return out, nil
}
