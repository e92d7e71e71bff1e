package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Embedding turns integers into vectors.
var Embedding = spec.Declare("keras.src.layers.core.embedding", "keras.layers.Embedding", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Turns positive integers into vectors of a fixed size.",
		Args: arg.Of(
			arg.Check(sizes), arg.Check(dropInputLength), arg.BaseInit,
			arg.Int("input_dim").Says("how many integers there are"), arg.Int("output_dim").Says("the size of a vector"),
			arg.Initializer("embeddings_initializer", "uniform"), arg.Regularizer("embeddings_regularizer", nil),
			arg.Constraint("embeddings_constraint", nil), arg.Bool("mask_zero", false).Says("whether 0 stands for nothing"),
			arg.Any("weights", nil).As("-").Says("the first value of the vectors"), arg.LoRA(), arg.Object("quantization_config", nil),
		),
		Kwargs: "kwargs", Setup: setUpEmbedding,
		Config: spec.Keys("input_dim", "output_dim", "embeddings_initializer", "embeddings_regularizer", "activity_regularizer",
			"embeddings_constraint", "mask_zero", "quantization_config"),
		IfSet: [][]string{{"lora_rank", "lora_alpha"}},
		Takes: "inputs",
		Call:  callEmbedding,
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			return append(in.Clone(), l.Int("output_dim")), nil
		},
		Getters: []spec.Getter{layers.Kernel("embeddings", "_embeddings")},
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape=None", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, buildEmbedding(l, quantizedEmbedding)
			}},
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if !l.Bool("mask_zero") {
					return nil, nil
				}
				return layers.Do(l, "not_equal", a[0], object.Int(0))
			}},
			layers.SaveMerged("embeddings"), layers.LoadMerged("embeddings", "_embeddings"), layers.EnableLoRA("embeddings", "_embeddings", func(l *spec.Instance, rank object.Object) (a, b object.Object) {
				return object.NewTuple(l.Value("input_dim"), rank), object.NewTuple(rank, l.Value("output_dim"))
			}),
			layers.Quantize("keras.layers.Embedding", "_embeddings", []string{"int8", "int4"}, quantizedEmbedding, fillEmbedding),
			{Name: "quantized_call", Takes: "inputs, training=None", Do: callQuantizedEmbedding},
		},
	}
})

// sizes checks that both sizes are positive integers and no bools.
func sizes(l *spec.Instance) error {
	for _, n := range []string{"input_dim", "output_dim"} {
		v := l.Value(n)
		if _, ok := object.Of(v).(object.Bool); ok {
			return l.Bad(n, v, "a positive integer")
		}
		if err := l.PositiveInteger(n); err != nil {
			return err
		}
	}
	return nil
}

// dropInputLength takes an argument of former versions away.
func dropInputLength(l *spec.Instance) error {
	kw := l.Given.Get("kwargs").(*object.Dict)
	v := kw.GetName("input_length")
	kw.DelStr(object.Intern("input_length"))
	if v == nil || v == object.None {
		return nil
	}
	return operation.Warn(l.T, "UserWarning", "Embedding takes no input_length any more: leave it out.")
}

func setUpEmbedding(l *spec.Instance) error {
	if err := l.SetAll("supports_masking", l.Value("mask_zero"), "autocast", false, "lora_enabled", false); err != nil {
		return err
	}
	w := l.Given.Get("weights")
	if w == object.None {
		return nil
	}
	if _, err := l.Method("build"); err != nil {
		return err
	}
	if x, ok := object.Of(w).(*object.List); !ok || x.Len() != 1 {
		w = object.NewList(w)
	}
	_, err := l.Method("set_weights", w)
	return err
}

// buildEmbedding makes the vectors, and by quantized what a quantized layer has in their place.
func buildEmbedding(l *spec.Instance, quantized func(l *spec.Instance, mode string) error) error {
	if layers.Built(l.Instance) {
		return nil
	}
	mode := layers.Mode(l)
	if mode != "" {
		if err := quantized(l, mode); err != nil {
			return err
		}
		if err := l.Set("_is_quantized", true); err != nil {
			return err
		}
	}
	if mode != "int8" && mode != "int4" {
		if err := layers.AddWeight(l, "_embeddings", "embeddings", layers.Weight{
			Shape: object.NewTuple(l.Value("input_dim"), l.Value("output_dim")), Initializer: l.Value("embeddings_initializer"),
			Regularizer: l.Value("embeddings_regularizer"), Constraint: l.Value("embeddings_constraint")}); err != nil {
			return err
		}
	}
	return layers.LoRAAfterBuild(l, false)
}

func quantizedEmbedding(l *spec.Instance, mode string) error {
	rows, size := l.Int("input_dim"), l.Int("output_dim")
	switch mode {
	case "int8":
		if err := layers.Frozen(l, "_embeddings", "embeddings", "zeros", "int8", rows, size); err != nil {
			return err
		}
		return layers.Frozen(l, "embeddings_scale", "embeddings_scale", "ones", "", rows)
	case "int4":
	default:
		return layers.BadMode(l)
	}
	if err := layers.Frozen(l, "_embeddings", "embeddings", "zeros", "int8", rows, (size+1)/2); err != nil {
		return err
	}
	block := layers.BlockSize(l)
	if block == 0 {
		return layers.Frozen(l, "embeddings_scale", "embeddings_scale", "ones", "", rows)
	}
	groups := layers.Groups(size, block)
	if err := layers.Frozen(l, "embeddings_scale", "embeddings_scale", "ones", "", rows, groups); err != nil {
		return err
	}
	if err := layers.Frozen(l, "embeddings_zero", "embeddings_zero", "zeros", "int8", rows, groups); err != nil {
		return err
	}
	return layers.Frozen(l, "g_idx", "g_idx", "zeros", "float32", size)
}

func callEmbedding(l *spec.Instance, a []object.Object) (object.Object, error) {
	indices, err := layers.Do(l, "cast", a[0], object.Intern("int32"))
	if err != nil {
		return nil, err
	}
	out, err := layers.DoWith(l, "take", []object.Object{l.Value("embeddings"), indices}, arg.Pairs("axis", 0))
	if err != nil {
		return nil, err
	}
	return layers.Do(l, "cast", out, l.Value("compute_dtype"))
}
