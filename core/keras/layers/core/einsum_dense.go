package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// EinsumDense weighs inputs as an einsum equation says.
var EinsumDense = spec.Declare("keras.src.layers.core.einsum_dense", "keras.layers.EinsumDense", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Connects inputs and outputs as an einsum equation says.",
		Args: arg.Of(
			arg.Str("equation").Says("which dimensions are summed over, as 'ab,bc->ac'"), partialShape(),
			arg.Activation("activation", nil), arg.Any("bias_axes", nil).Says("the output's dimensions that have a bias, as letters"),
			arg.Weights("kernel").Without("activity_regularizer"), arg.LoRA(), arg.Any("gptq_unpacked_column_size", nil),
			arg.Object("quantization_config", nil),
		),
		Kwargs: "kwargs",
		Config: spec.Keys("output_shape", "equation", "activation", "bias_axes", "kernel_initializer", "bias_initializer", "kernel_regularizer",
			"bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint", "quantization_config"),
		IfSet: [][]string{{"lora_rank", "lora_alpha"}, {"gptq_unpacked_column_size"}},
		Setup: func(l *spec.Instance) error { return l.Set("lora_enabled", false) },
		Takes: "inputs, training=None", Precise: true,
		Build: buildEinsum,
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			a, err := analyze(l, in)
			return a.output, err
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			x, err := layers.Do(l, "einsum", l.Value("equation"), a[0], l.Value("kernel"))
			if err != nil {
				return nil, err
			}
			return layers.BiasAndActivation(l, x)
		},
		Getters: []spec.Getter{layers.Kernel("kernel", "_kernel")},
		Methods: []spec.Method{layers.SaveMerged("kernel"), layers.LoadMerged("kernel", "_kernel"), layers.EnableLoRA("kernel", "_kernel", func(l *spec.Instance, rank object.Object) (a, b object.Object) {
			k := layers.WeightShape(l, "_kernel")
			if v := l.Value("original_kernel_shape"); v != object.None {
				k, _ = spec.ReadShape(v)
			}
			items := append([]object.Object(nil), k[:len(k)-1].Object().Items...)
			return object.NewTuple(append(items, rank)...), object.NewTuple(rank, object.Int(k[len(k)-1]))
		}), layers.Quantize("keras.layers.EinsumDense", "_kernel", layers.Modes(), func(l *spec.Instance, mode string) error {
			in, _ := spec.ReadShape(l.Value("_input_shape"))
			a, err := analyze(l, in)
			if err != nil {
				return err
			}
			return quantizedEinsum(l, mode, a)
		}, nil), layers.NoQuantizedCall("inputs, training=None")},
	}
})

// partialShape takes the output's shape without the batch, as an integer or a sequence.
func partialShape() arg.Arg {
	a := arg.Any("output_shape").As("partial_output_shape").Says("the output's shape without the batch; None where the input decides")
	a.Kind = &arg.Kind{Name: "integer or tuple", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		switch object.Of(v).(type) {
		case object.Int, object.Bool, *object.BigInt:
			return object.NewTuple(v), nil
		}
		items, err := object.Items(l.T, v)
		return object.NewTuple(items...), err
	}}
	return a
}

// einsumInitializer is the kernel's initializer. One that looks at the numbers of inputs and outputs is told which axes of the kernel they
// are, unless it knows.
func einsumInitializer(l *spec.Instance, a analysis) (object.Object, error) {
	v := l.Value("kernel_initializer")
	i, ok := v.(*object.Instance)
	if !ok || !i.Class().IsSubclass(initializers.VarianceScaling.In(l.T)) || i.Attr("input_axes") != object.None && i.Attr("output_axes") != object.None {
		return v, nil
	}
	made, err := object.CallMethod(l.T, v, "get_config")
	if err != nil {
		return nil, err
	}
	config, ok := made.(*object.Dict)
	if !ok {
		return v, nil
	}
	in, out := object.NewList(), object.NewList()
	for k := range a.kernel {
		if a.reduced[k] {
			in.Items = append(in.Items, object.Int(k))
		} else {
			out.Items = append(out.Items, object.Int(k))
		}
	}
	config.SetName("seed", i.Attr("seed"))
	config.SetName("input_axes", in)
	config.SetName("output_axes", out)
	return object.CallMethod(l.T, i.Class(), "from_config", config)
}

func buildEinsum(l *spec.Instance, in spec.Shape) error {
	a, err := analyze(l, in)
	if err != nil {
		return err
	}
	if err := layers.SetInputSpec(l, "ndim", len(in)); err != nil {
		return err
	}
	l.Instance.SetAttr("_input_shape", in.Object())
	mode := layers.Mode(l)
	if mode != "" {
		if err := quantizedEinsum(l, mode, a); err != nil {
			return err
		}
		if err := l.Set("_is_quantized", true); err != nil {
			return err
		}
	}
	if layers.KeepsKernel(mode) {
		initializer, err := einsumInitializer(l, a)
		if err != nil {
			return err
		}
		if err := layers.AddWeight(l, "_kernel", "kernel", layers.Weight{Shape: a.kernel.Object(), Initializer: initializer,
			Regularizer: l.Value("kernel_regularizer"), Constraint: l.Value("kernel_constraint"), Dtype: l.Value("dtype")}); err != nil {
			return err
		}
	}
	if a.bias == nil {
		err = l.Set("bias", nil)
	} else {
		err = layers.AddWeight(l, "bias", "bias", layers.Weight{Shape: a.bias.Object(), Initializer: l.Value("bias_initializer"),
			Regularizer: l.Value("bias_regularizer"), Constraint: l.Value("bias_constraint"), Dtype: l.Value("dtype")})
	}
	if err != nil {
		return err
	}
	return layers.LoRAAfterBuild(l, true)
}

func quantizedEinsum(l *spec.Instance, mode string, a analysis) error {
	for _, d := range a.kernel {
		if d == tensor.Unknown {
			return l.Fail("equation", "every dimension of the kernel must be known, and its shape is %s.", a.kernel.String())
		}
	}
	rows, columns := 1, 1
	for i, d := range a.kernel {
		if a.reduced[i] {
			rows *= d
		} else {
			columns *= d
		}
	}
	switch mode {
	case "int8":
		scale, err := scaleShape(l, a.kernel)
		if err != nil {
			return err
		}
		if err := layers.Frozen(l, "_kernel", "kernel", "zeros", "int8", a.kernel...); err != nil {
			return err
		}
		return layers.Frozen(l, "kernel_scale", "kernel_scale", "ones", "", scale...)
	case "int4":
		if err := layers.Frozen(l, "_kernel", "kernel", "zeros", "int8", rows, (columns+1)/2); err != nil {
			return err
		}
		if err := int4Scales(l, rows, columns); err != nil {
			return err
		}
		return l.Set("original_kernel_shape", a.kernel.Object())
	case "float8":
		return layers.Float8Build(l)
	case "gptq", "awq":
		return groupedEinsum(l, mode, a.kernel)
	}
	return layers.BadMode(l)
}

// groupedEinsum sees a kernel of two or three dimensions as a matrix: the largest one of three is rows or columns alone.
func groupedEinsum(l *spec.Instance, mode string, k spec.Shape) error {
	var rows, columns int
	switch {
	case len(k) == 2:
		rows, columns = k[0], k[1]
	case len(k) == 3 && k[0] >= k[1] && k[0] >= k[2]:
		rows, columns = k[0], k[1]*k[2]
	case len(k) == 3:
		rows, columns = k[0]*k[1], k[2]
	default:
		return l.Fail("dtype", "this quantization takes kernels of two or three dimensions, and the shape is %s.", k.String())
	}
	bits, _ := layers.PolicyNumber(l, "weight_bits")
	if mode == "gptq" {
		if err := l.Set("gptq_unpacked_column_size", columns); err != nil {
			return err
		}
	}
	if err := l.Set("original_kernel_shape", k.Object()); err != nil {
		return err
	}
	return layers.Grouped{Rows: rows, Columns: columns, Zero: "zero_point", FourBits: mode == "awq" || bits == 4, Scales: mode == "awq"}.Build(l)
}
