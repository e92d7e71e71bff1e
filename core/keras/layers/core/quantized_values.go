package core

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/quantizers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// fillDense works out the quantized kernel of Dense.
func fillDense(l *spec.Instance, mode string, kernel object.Object) (func() error, error) {
	q, scale, zero, err := layers.QuantizeMatrix(l, mode, kernel, false)
	if err != nil {
		return nil, err
	}
	rows := inputSize(l)
	return func() error {
		return layers.FillQuantized(l, "_kernel", "kernel_scale", "kernel_zero", q, scale, zero, rows)
	}, nil
}

// callQuantizedDense is Dense's call with quantized weights.
func callQuantizedDense(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	var x object.Object
	switch layers.Mode(l) {
	case "int8", "int4":
		x = layers.QuantizedProduct(c, l, a[0], l.Int("units"))
	case "float8":
		return callFloat8(c, l, a[0])
	default:
		return nil, l.NotModelled("computing with weights that are quantized from data")
	}
	if l.Bool("lora_enabled") {
		x = withLoRA(c, l, x, c.Do("matmul", c.Do("matmul", a[0], l.Value("lora_kernel_a")), l.Value("lora_kernel_b")))
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return layers.BiasAndActivation(l, x)
}

// withLoRA adds the low-rank part.
func withLoRA(c *calc.Calc, l *spec.Instance, x, part object.Object) object.Object {
	share := c.Of(func() (object.Object, error) {
		return object.Binary(l.T, object.TrueDiv, l.Value("lora_alpha"), l.Value("lora_rank"))
	})
	return c.Cast(c.Add(x, c.Mul(share, part)), l.Value("compute_dtype"))
}

// callFloat8 multiplies inputs and kernel that went through eight-bit floats.
func callFloat8(c *calc.Calc, l *spec.Instance, inputs object.Object) (object.Object, error) {
	if l.Bool("lora_enabled") {
		return nil, object.NewError(object.NotImplementedErrClass, "%s: LoRA does not go with float8.", l.ClassName())
	}
	d := l.Str("compute_dtype")
	through := func(x object.Object, scale string) object.Object {
		return quantizers.ThroughFloat8(c, x, l.Value(scale), 448, "float8_e4m3fn", d)
	}
	x := c.Do("matmul", through(inputs, "inputs_scale"), through(c.Tensor(l.Value("_kernel"), nil), "kernel_scale"))
	if bias := l.Value("bias"); bias != object.None {
		if d == "float32" { // the bias goes through half precision, as on hardware that has float8
			bias = c.Cast(c.Cast(bias, "bfloat16"), c.Dtype(bias))
		}
		x = c.Add(x, bias)
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return layers.Activate(l, x)
}

// fillEmbedding works out the quantized vectors of Embedding.
func fillEmbedding(l *spec.Instance, mode string, vectors object.Object) (func() error, error) {
	q, scale, zero, err := layers.QuantizeMatrix(l, mode, vectors, true)
	if err != nil {
		return nil, err
	}
	return func() error {
		return layers.FillQuantized(l, "_embeddings", "embeddings_scale", "embeddings_zero", q, scale, zero, l.Int("output_dim"))
	}, nil
}

// callQuantizedEmbedding is Embedding's call with quantized weights.
func callQuantizedEmbedding(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	x := a[0]
	if d := c.Dtype(x); d != "int32" && d != "int64" {
		x = c.Cast(x, "int32")
	}
	of := func(attr string) object.Object { return c.Do("take", l.Value(attr), x, calc.KW("axis", 0)) }
	d := l.Value("compute_dtype")
	var out object.Object
	if layers.Mode(l) == "int4" {
		all := quantizers.Unpack(c, c.Tensor(l.Value("_embeddings"), nil), l.Int("output_dim"), -1, "int8")
		out = c.Cast(c.Do("take", all, x, calc.KW("axis", 0)), d)
	} else {
		out = c.Cast(of("_embeddings"), d)
	}
	if layers.Mode(l) == "int4" && layers.BlockSize(l) > 0 {
		out = quantizers.Dequantize(c, out, of("embeddings_scale"), of("embeddings_zero"), l.Value("g_idx"), -1)
	} else {
		out = c.Div(out, c.Do("expand_dims", of("embeddings_scale"), -1))
	}
	if l.Bool("lora_enabled") {
		out = withLoRA(c, l, out, c.Do("matmul", of("lora_embeddings_a"), l.Value("lora_embeddings_b")))
	}
	return c.End(out)
}
