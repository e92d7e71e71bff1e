package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// ReversibleEmbedding is an embedding that goes back too.
var ReversibleEmbedding = spec.Declare("keras.src.layers.core.reversible_embedding", "keras.layers.ReversibleEmbedding", func() spec.Class {
	return spec.Class{
		Base: Embedding,
		Doc:  "Turns integers into vectors, and vectors into a score for each integer.",
		Args: arg.Of(
			arg.Int("input_dim").ToBase().Says("how many integers there are"), arg.Int("output_dim").ToBase().Says("the size of a vector"),
			arg.Bool("tie_weights", true).Says("whether both ways use the same vectors"),
			arg.Initializer("embeddings_initializer", "uniform").ToBase(), arg.Regularizer("embeddings_regularizer", nil).ToBase(),
			arg.Constraint("embeddings_constraint", nil).ToBase(), arg.Bool("mask_zero", false).ToBase().Says("whether 0 stands for nothing"),
			arg.Any("reverse_dtype", nil).Says("the dtype in which scores are computed"),
			arg.Float("logit_soft_cap", nil).Says("the size that scores come near to and never pass"),
		),
		Kwargs: "kwargs", Config: spec.Keys("tie_weights", "reverse_dtype", "logit_soft_cap"),
		Takes: "inputs, reverse=False", Call: callReversible,
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape=None", Do: buildReversible},
			layers.Quantize("keras.layers.ReversibleEmbedding", "_embeddings", []string{"int8", "int4"}, func(l *spec.Instance, mode string) error {
				if tied, err := isTied(l); err != nil || tied {
					if err != nil {
						return err
					}
					return quantizedReversible(l, mode)
				}
				if err := object.DelAttr(l.T, l.Instance, object.Intern("reverse_embeddings")); err != nil {
					return err
				}
				return quantizedReversible(l, mode)
			}, nil), layers.NoQuantizedCall("inputs, reverse=False"),
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: func(*spec.Instance, []object.Object) (object.Object, error) {
				return object.None, nil
			}},
			{Name: "compute_output_shape", Takes: "input_shape, reverse=False", Do: reversibleShape},
			{Name: "compute_output_spec", Takes: "inputs, reverse=False", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				shape, err := object.GetAttr(l.T, a[0], object.Intern("shape"))
				if err != nil {
					return nil, err
				}
				out, err := reversibleShape(l, []object.Object{shape, a[1]})
				if err != nil {
					return nil, err
				}
				dims, err := spec.ShapeOf(l, "input_shape", out)
				if err != nil {
					return nil, err
				}
				return operation.NewTensor(l.T, dims, l.Str("compute_dtype")), nil
			}},
		},
	}
})

func reversibleShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	reverse, err := object.Truth(l.T, a[1])
	if err != nil {
		return nil, err
	}
	items, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	out := append([]object.Object(nil), items...)
	switch {
	case !reverse:
		out = append(out, l.Value("output_dim"))
	case len(out) == 0:
		return nil, object.NewError(object.IndexErrorClass, "list assignment index out of range")
	default:
		out[len(out)-1] = l.Value("input_dim")
	}
	return object.NewList(out...), nil
}

func buildReversible(l *spec.Instance, _ []object.Object) (object.Object, error) {
	if err := buildEmbedding(l, quantizedReversible); err != nil {
		return nil, err
	}
	tied, err := isTied(l)
	if mode := layers.Mode(l); err != nil || tied || mode == "int8" || mode == "int4" {
		return nil, err
	}
	return nil, layers.AddWeight(l, "reverse_embeddings", "reverse_embeddings", layers.Weight{
		Shape: object.NewTuple(l.Value("output_dim"), l.Value("input_dim")), Initializer: l.Value("embeddings_initializer")})
}

// isTied reads tie_weights, which is missing still when weights given to the constructor are set.
func isTied(l *spec.Instance) (bool, error) {
	v, err := object.GetAttr(l.T, l.Instance, object.Intern("tie_weights"))
	if err != nil {
		return false, err
	}
	return object.Truth(l.T, v)
}

// quantizedReversible makes the quantized weights of both ways.
func quantizedReversible(l *spec.Instance, mode string) error {
	if err := quantizedEmbedding(l, mode); err != nil {
		return err
	}
	if tied, err := isTied(l); err != nil || tied {
		return err
	}
	rows, size := l.Int("input_dim"), l.Int("output_dim")
	if mode == "int8" {
		if err := layers.Frozen(l, "reverse_embeddings", "reverse_embeddings", "zeros", "int8", size, rows); err != nil {
			return err
		}
		return layers.Frozen(l, "reverse_embeddings_scale", "reverse_embeddings_scale", "ones", "", rows)
	}
	if err := layers.Frozen(l, "reverse_embeddings", "reverse_embeddings", "zeros", "int8", (size+1)/2, rows); err != nil {
		return err
	}
	block := layers.BlockSize(l)
	if block == 0 {
		return layers.Frozen(l, "reverse_embeddings_scale", "reverse_embeddings_scale", "ones", "", rows)
	}
	groups := layers.Groups(size, block)
	if err := layers.Frozen(l, "reverse_embeddings_scale", "reverse_embeddings_scale", "ones", "", groups, rows); err != nil {
		return err
	}
	return layers.Frozen(l, "reverse_embeddings_zero", "reverse_embeddings_zero", "zeros", "", groups, rows)
}

// callReversible looks the vectors up, or gives vectors a score for each integer.
func callReversible(l *spec.Instance, a []object.Object) (object.Object, error) {
	reverse, err := object.Truth(l.T, a[1])
	if err != nil {
		return nil, err
	}
	c := layers.NewCalc(l)
	if !reverse {
		out := c.Of(func() (object.Object, error) { return callEmbedding(l, a[:1]) })
		if l.Bool("mask_zero") {
			mask := c.Do("not_equal", a[0], object.Int(0))
			if c.Err == nil {
				layers.SetMask(out, mask)
			}
		}
		return c.End(out)
	}
	x, kernel := a[0], l.Value("reverse_embeddings")
	if l.Bool("tie_weights") {
		kernel = c.Do("transpose", l.Value("embeddings"))
	}
	if dtype := l.Value("reverse_dtype"); dtype != object.None {
		x, kernel = c.Do("cast", x, dtype), c.Do("cast", kernel, dtype)
	}
	out := c.Do("matmul", x, kernel)
	if limit := l.Value("logit_soft_cap"); limit != object.None {
		out = c.Do("multiply", c.Do("tanh", c.Do("divide", out, limit)), limit)
	}
	return c.End(out)
}
