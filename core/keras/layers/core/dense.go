// Package core holds the layers of Keras's folder layers/core.
package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Dense connects every input to every output.
var Dense = spec.Declare("keras.src.layers.core.dense", "keras.layers.Dense", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Connects every input to every output.",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error { return l.PositiveInteger("units") }), arg.BaseInit,
			arg.Int("units").Says("the number of outputs"), arg.Activation("activation", nil).Says("applied to the outputs"),
			arg.Bool("use_bias", true).Says("whether a bias is added"), arg.Weights("kernel"),
			arg.LoRA(), arg.Object("quantization_config", nil).Says("how the kernel is quantized"),
		),
		Kwargs: "kwargs", Masks: true,
		Config: spec.Keys("units", "activation", "use_bias", "kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer",
			"kernel_constraint", "bias_constraint", "quantization_config"),
		IfSet: [][]string{{"lora_rank", "lora_alpha"}},
		Setup: func(l *spec.Instance) error {
			if err := l.Set("lora_enabled", false); err != nil {
				return err
			}
			return layers.SetInputSpec(l, "min_ndim", 2)
		},
		Takes: "inputs, training=None",
		Build: func(l *spec.Instance, in spec.Shape) error {
			if err := denseKernel(l, in.Last(), l.Int("units")); err != nil {
				return err
			}
			if err := layers.Bias(l, layers.ShapeObject(l.Int("units"))); err != nil {
				return err
			}
			if err := layers.SetInputSpec(l, "min_ndim", 2, "axes", layers.Axes(-1, in.Last())); err != nil {
				return err
			}
			return layers.LoRAAfterBuild(l, false)
		},
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			if len(in) == 0 {
				return nil, object.NewError(object.IndexErrorClass, "list assignment index out of range")
			}
			return in.WithLast(l.Int("units")), nil
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			x, err := layers.Do(l, "matmul", a[0], l.Value("kernel"))
			if err != nil {
				return nil, err
			}
			return layers.BiasAndActivation(l, x)
		},
		Getters: []spec.Getter{layers.Kernel("kernel", "_kernel")},
		Methods: []spec.Method{layers.SaveMerged("kernel"), layers.LoadMerged("kernel", "_kernel"), layers.EnableLoRA("kernel", "_kernel", func(l *spec.Instance, rank object.Object) (a, b object.Object) {
			k := layers.WeightShape(l, "_kernel")
			if n := l.Value("_orig_input_dim"); n != object.None {
				return object.NewTuple(n, rank), object.NewTuple(rank, object.Int(l.Int("units")))
			}
			return object.NewTuple(object.Int(k[0]), rank), object.NewTuple(rank, object.Int(k[1]))
		}), layers.Quantize("keras.layers.Dense", "_kernel", layers.Modes(), func(l *spec.Instance, mode string) error {
			return quantizedDense(l, mode, inputSize(l), l.Int("units"))
		}, fillDense), {Name: "quantized_call", Takes: "inputs, training=None", Do: callQuantizedDense}},
	}
})

// denseKernel makes the kernel of Dense, quantized as the dtype policy says.
func denseKernel(l *spec.Instance, in, units int) error {
	l.Instance.SetAttr("_kernel_shape", layers.ShapeObject(in, units))
	mode := layers.Mode(l)
	if mode != "" {
		if in < 0 {
			return l.Fail("units", "the size of the input's last dimension must be known.")
		}
		if err := quantizedDense(l, mode, in, units); err != nil {
			return err
		}
		if err := l.Set("_is_quantized", true); err != nil || !layers.KeepsKernel(mode) {
			return err
		}
	}
	return layers.AddWeight(l, "_kernel", "kernel", layers.Weight{Shape: layers.ShapeObject(in, units), Initializer: l.Value("kernel_initializer"),
		Regularizer: l.Value("kernel_regularizer"), Constraint: l.Value("kernel_constraint")})
}

// inputSize is the size of the input that the layer was built for.
func inputSize(l *spec.Instance) int {
	if s, ok := spec.ReadShape(l.Value("_kernel_shape")); ok {
		return s[0]
	}
	return 0
}

func quantizedDense(l *spec.Instance, mode string, in, units int) error {
	switch mode {
	case "int8":
		if err := layers.Frozen(l, "_kernel", "kernel", "zeros", "int8", in, units); err != nil {
			return err
		}
		return layers.Frozen(l, "kernel_scale", "kernel_scale", "ones", "", units)
	case "int4":
		return int4Dense(l, in, units)
	case "float8":
		return layers.Float8Build(l)
	case "gptq":
		bits, _ := layers.PolicyNumber(l, "weight_bits")
		return layers.Grouped{Rows: in, Columns: units, Zero: "kernel_zero", FourBits: bits == 4}.Build(l)
	case "awq":
		return layers.Grouped{Rows: in, Columns: units, Zero: "kernel_zero", FourBits: true, Scales: true}.Build(l)
	}
	return layers.BadMode(l)
}

func int4Dense(l *spec.Instance, in, units int) error {
	if err := layers.Frozen(l, "_kernel", "kernel", "zeros", "int8", in, (units+1)/2); err != nil {
		return err
	}
	if err := int4Scales(l, in, units); err != nil {
		return err
	}
	return l.SetAll("_orig_input_dim", in, "_orig_output_dim", units)
}

// int4Scales makes the scales of a matrix of four-bit weights: one for each column, or one for each block of rows.
func int4Scales(l *spec.Instance, rows, columns int) error {
	block := layers.BlockSize(l)
	if block == 0 {
		return layers.Frozen(l, "kernel_scale", "kernel_scale", "ones", "", columns)
	}
	groups := layers.Groups(rows, block)
	if err := layers.Frozen(l, "kernel_scale", "kernel_scale", "ones", "", groups, columns); err != nil {
		return err
	}
	if err := layers.Frozen(l, "kernel_zero", "kernel_zero", "zeros", "int8", groups, columns); err != nil {
		return err
	}
	return layers.Frozen(l, "g_idx", "g_idx", "zeros", "float32", rows)
}
