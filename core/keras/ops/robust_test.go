package ops_test

import (
	"math/rand"
	"testing"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// odd makes a value that a careless program might pass.
func odd(t *object.Thread, r *rand.Rand, depth int) object.Object {
	tensorOf := func() object.Object {
		shape := make(tensor.Shape, r.Intn(5))
		for i := range shape {
			shape[i] = []int{tensor.Unknown, 0, 1, 2, 3, 8, 1 << 40}[r.Intn(7)]
		}
		x := operation.NewTensor(t, shape, []string{"float32", "int32", "bool", "float16", "string", "complex64", "float8_e4m3fn"}[r.Intn(7)])
		x.Sparse = r.Intn(9) == 0
		return x
	}
	switch r.Intn(16) {
	case 0, 1, 2, 3, 4, 5:
		return tensorOf()
	case 6:
		return object.Int([]int{0, 1, -1, 2, 3, -7, 100, 1 << 62, -1 << 62}[r.Intn(9)])
	case 7:
		return object.Float([]float64{0, 0.5, -2, 1e300}[r.Intn(4)])
	case 8:
		return object.NewStr([]string{"", "a", "valid", "same", "channels_first", "ij,jk->ik", "float32", "...->", "a (b c) -> b", "->", "fro"}[r.Intn(11)])
	case 9:
		return object.None
	case 10:
		return object.BoolOf(r.Intn(2) == 0)
	case 11:
		return &object.Slice{Start: object.None, Stop: object.Int(r.Intn(5) - 2), Step: object.Int(r.Intn(3) - 1)}
	case 12:
		return []object.Object{object.Ellipsis, object.IntClass, object.NewDict(), functions["same"]}[r.Intn(4)]
	}
	items := make([]object.Object, r.Intn(4))
	for i := range items {
		if depth > 2 {
			items[i] = object.Int(r.Intn(4) - 1)
		} else {
			items[i] = odd(t, r, depth+1)
		}
	}
	if r.Intn(2) == 0 {
		return object.NewList(items...)
	}
	return object.NewTuple(items...)
}

// TestOddArguments calls every function with arguments of all sorts, in a graph and in a trace: they may be refused, and
// nothing else may happen.
func TestOddArguments(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, o := range append(ops.All(), ops.RandomOps...) {
		sig := object.ParseSignature("(" + o.Sig + ")")
		for range 300 {
			th := newThread()
			th.Steps, th.Memory = 1<<20, 1<<24
			var a object.Args
			for _, p := range sig.Params {
				if p.Default != nil && r.Intn(3) > 0 || p.Kind > object.PositionalOrKeyword {
					continue
				}
				a.Kw = append(a.Kw, object.Kwarg{Name: p.Name, Value: odd(th, r, 0)})
			}
			call := func(a object.Args) (object.Object, error) { return o.Call(th, a) }
			if r.Intn(2) == 0 {
				_, _ = call(a)
			} else {
				_, _ = operation.Trace(th, a, call)
			}
		}
	}
}
