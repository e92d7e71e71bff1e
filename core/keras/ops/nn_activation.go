package ops

import (
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// activationOps are the activation functions: they keep shape and dtype.
var activationOps = []*Op{
	{Name: "celu", Class: "Celu", Sig: "x, alpha=1.0", Init: "alpha", Infer: plain, Value: becomesFloat, Kernel: activationOf(kernel.Celu, "alpha")},
	{Name: "elu", Class: "Elu", Sig: "x, alpha=1.0", Init: "alpha", Infer: plain, Value: becomesFloat, Kernel: activationOf(kernel.Elu, "alpha")},
	{Name: "gelu", Class: "Gelu", Sig: "x, approximate=True", Init: "approximate", Infer: plain, Value: becomesFloat, Kernel: func(c *Call) []*array.Array { return one(kernel.Gelu(c.Bool("approximate")).Apply(c.computed("x"))) }},
	{Name: "glu", Class: "Glu", Sig: "x, axis=-1", Init: "axis", Infer: glu, Value: floatsOnly(gluValue), Kernel: func(c *Call) []*array.Array { return one(kernel.Glu(c.computed("x"), c.Int("axis"))) }},
	{Name: "hard_shrink", Class: "HardShrink", Sig: "x, threshold=0.5", Init: "threshold", Infer: plain, Value: becomesFloat, Kernel: activationOf(kernel.HardShrink, "threshold")},
	{Name: "hard_sigmoid", Class: "HardSigmoid", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.HardSigmoid)},
	{Name: "hard_silu", Class: "HardSilu", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.HardSilu)},
	{Name: "hard_tanh", Class: "HardTanh", Sig: "x", Infer: plain, Kernel: activation(kernel.HardTanh)},
	{Name: "leaky_relu", Class: "LeakyRelu", Sig: "x, negative_slope=0.2", Init: "negative_slope", Infer: plain, Value: withParameter("negative_slope"), Kernel: activationOf(kernel.LeakyRelu, "negative_slope")},
	{Name: "log_sigmoid", Class: "LogSigmoid", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.LogSigmoid)},
	{Name: "log_softmax", Class: "LogSoftmax", Sig: "x, axis=-1", Init: "axis", Infer: overAxes, Value: softmaxValue, Kernel: alongAxes(kernel.LogSoftmax)},
	{Name: "relu", Class: "Relu", Sig: "x", Infer: plain, Kernel: func(c *Call) []*array.Array { return one(kernel.Relu(c.ArrayIn("x"))) }},
	{Name: "relu6", Class: "Relu6", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.Relu6)},
	{Name: "selu", Class: "Selu", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.Selu)},
	{Name: "sigmoid", Class: "Sigmoid", Sig: "x", Infer: plain, Value: floatsOnly(plain), Kernel: activation(kernel.Sigmoid)},
	{Name: "silu", Class: "Silu", Sig: "x", Infer: plain, Value: floatsOnly(plain), Kernel: activation(kernel.Silu)},
	{Name: "soft_shrink", Class: "SoftShrink", Sig: "x, threshold=0.5", Init: "threshold", Infer: plain, Value: becomesFloat, Kernel: activationOf(kernel.SoftShrink, "threshold")},
	{Name: "softmax", Class: "Softmax", Sig: "x, axis=-1", Init: "axis", Infer: overAxes, Value: softmaxValue, Kernel: alongAxes(kernel.Softmax)},
	{Name: "softplus", Class: "Softplus", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.Softplus)},
	{Name: "softsign", Class: "Softsign", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.Softsign)},
	{Name: "sparse_plus", Class: "SparsePlus", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.SparsePlus)},
	{Name: "sparse_sigmoid", Class: "SparseSigmoid", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.SparseSigmoid)},
	{Name: "sparsemax", Class: "Sparsemax", Sig: "x, axis=-1", Init: "axis", Infer: func(c *Call) object.Object {
		c.axis(c.Int("axis"), len(c.Shape("x")))
		return c.Like("x")
	}, Value: sparsemaxValue, Kernel: func(c *Call) []*array.Array { return one(kernel.Sparsemax(c.computed("x"), c.Int("axis"))) }},
	{Name: "squareplus", Class: "Squareplus", Sig: "x, b=4", Init: "b", Infer: plain, Value: becomesFloat, Kernel: activationOf(kernel.Squareplus, "b")},
	{Name: "tanh_shrink", Class: "TanhShrink", Sig: "x", Infer: plain, Value: becomesFloat, Kernel: activation(kernel.TanhShrink)},
	{Name: "threshold", Class: "Threshold", Sig: "x, threshold, default_value", Init: "threshold, default_value", Infer: plain, Value: withParameter("default_value"),
		Kernel: func(c *Call) []*array.Array {
			return one(kernel.Threshold(c.Float("threshold"), c.Float("default_value")).Apply(c.computed("x")))
		}},
}

// glu halves a dimension.
func glu(c *Call) object.Object {
	s := c.Shape("x")
	i := c.at(c.Int("axis"), len(s))
	if s[i] >= 0 && s[i]%2 != 0 {
		c.value("the size along axis %d must be even, got shape %s.", c.Int("axis"), s)
	}
	s[i] = tensor.DivDims(s[i], 2)
	return c.New(s, c.Dtype("x"))
}
