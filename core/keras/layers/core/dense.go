// Package core holds the layers of Keras's folder layers/core.
package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Dense connects every input to every output.
var Dense = spec.Declare(spec.Class{
	Name: "Dense", Module: "keras.src.layers.core.dense", Base: layers.Base, Export: spec.Keys("keras.layers.Dense"),
	Doc: "Connects every input to every output.",
	Args: arg.Of(
		arg.Check(func(l *spec.Instance) error { return l.PositiveInteger("units") }), arg.BaseInit,
		arg.Int("units").Says("the number of outputs"), arg.Activation("activation", nil).Says("applied to the outputs"),
		arg.Bool("use_bias", true).Says("whether a bias is added"), arg.Weights("kernel"),
		arg.LoRA(), arg.Object("quantization_config", nil).Says("how the kernel is quantized"),
	),
	Kwargs: "kwargs",
	Config: spec.Keys("units", "activation", "use_bias", "kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer",
		"kernel_constraint", "bias_constraint", "quantization_config"),
	IfSet:  [][]string{{"lora_rank", "lora_alpha"}},
	Fill:   spec.Keys("quantization_config"),
	Masks:  true,
	Setup: func(l *spec.Instance) error {
		if err := l.Set("lora_enabled", false); err != nil {
			return err
		}
		return layers.SetInputSpec(l, "min_ndim", 2)
	},
	Takes: "inputs, training=None",
	Build: func(l *spec.Instance, in spec.Shape) error {
		kernel := spec.Shape{in.Last(), l.Int("units")}
		if err := layers.QuantizedBuild(l, kernel); err != nil {
			return err
		}
		if err := layers.Bias(l, layers.ShapeObject(l.Int("units"))); err != nil {
			return err
		}
		if err := layers.SetInputSpec(l, "min_ndim", 2, "axes", layers.Axes(-1, in.Last())); err != nil {
			return err
		}
		return layers.LoRAAfterBuild(l)
	},
	Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) { return in.WithLast(l.Int("units")), nil },
	Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		x, err := ops.Matmul(l.T, a[0], l.Value("kernel"))
		if err != nil {
			return nil, err
		}
		return layers.BiasAndActivation(l, x)
	},
	Getters: []spec.Getter{layers.Kernel("kernel", "_kernel")},
	Methods: []spec.Method{layers.EnableLoRA("kernel")},
})
