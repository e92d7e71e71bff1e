package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// activationOps are the activation functions: they keep shape and dtype.
var activationOps = []*Op{
	{Name: "celu", Class: "Celu", Sig: "x, alpha=1.0", Init: "alpha", Infer: plain},
	{Name: "elu", Class: "Elu", Sig: "x, alpha=1.0", Init: "alpha", Infer: plain},
	{Name: "gelu", Class: "Gelu", Sig: "x, approximate=True", Init: "approximate", Infer: plain},
	{Name: "glu", Class: "Glu", Sig: "x, axis=-1", Init: "axis", Infer: glu},
	{Name: "hard_shrink", Class: "HardShrink", Sig: "x, threshold=0.5", Init: "threshold", Infer: plain},
	{Name: "hard_sigmoid", Class: "HardSigmoid", Sig: "x", Infer: plain},
	{Name: "hard_silu", Class: "HardSilu", Sig: "x", Infer: plain},
	{Name: "hard_tanh", Class: "HardTanh", Sig: "x", Infer: plain},
	{Name: "leaky_relu", Class: "LeakyRelu", Sig: "x, negative_slope=0.2", Init: "negative_slope", Infer: plain},
	{Name: "log_sigmoid", Class: "LogSigmoid", Sig: "x", Infer: plain},
	{Name: "log_softmax", Class: "LogSoftmax", Sig: "x, axis=-1", Init: "axis", Infer: overAxes},
	{Name: "relu", Class: "Relu", Sig: "x", Infer: plain},
	{Name: "relu6", Class: "Relu6", Sig: "x", Infer: plain},
	{Name: "selu", Class: "Selu", Sig: "x", Infer: plain},
	{Name: "sigmoid", Class: "Sigmoid", Sig: "x", Infer: plain},
	{Name: "silu", Class: "Silu", Sig: "x", Infer: plain},
	{Name: "soft_shrink", Class: "SoftShrink", Sig: "x, threshold=0.5", Init: "threshold", Infer: plain},
	{Name: "softmax", Class: "Softmax", Sig: "x, axis=-1", Init: "axis", Infer: overAxes},
	{Name: "softplus", Class: "Softplus", Sig: "x", Infer: plain},
	{Name: "softsign", Class: "Softsign", Sig: "x", Infer: plain},
	{Name: "sparse_plus", Class: "SparsePlus", Sig: "x", Infer: plain},
	{Name: "sparse_sigmoid", Class: "SparseSigmoid", Sig: "x", Infer: plain},
	{Name: "sparsemax", Class: "Sparsemax", Sig: "x, axis=-1", Init: "axis", Infer: func(c *Call) object.Object {
		c.axis(c.Int("axis"), len(c.Shape("x")))
		return c.Like("x")
	}},
	{Name: "squareplus", Class: "Squareplus", Sig: "x, b=4", Init: "b", Infer: plain},
	{Name: "tanh_shrink", Class: "TanhShrink", Sig: "x", Infer: plain},
	{Name: "threshold", Class: "Threshold", Sig: "x, threshold, default_value", Init: "threshold, default_value", Infer: plain},
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
