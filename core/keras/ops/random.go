package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func init() {
	for _, o := range RandomOps {
		o.Kernel, o.Now = randomKernels[o.Name], true // a generator moves on when it is asked
		if check := o.Prepare; check == nil {
			o.Prepare = seeded
		} else {
			o.Prepare = func(c *Call) {
				check(c)
				seeded(c)
			}
		}
	}
}

// seeded refuses what jax would freeze: random numbers without a seed while a layer's call is traced.
func seeded(c *Call) {
	if operation.Tracing(c.T) == tensor.JaxTraced && !c.Given("seed") {
		c.value("give seed= inside a layer's call: an int, or a keras.random.SeedGenerator that the layer keeps as an attribute. Without one the " +
			"numbers would be drawn once and stay the same.")
	}
}

// RandomOps are the functions of keras.random. No graph holds them; inside a layer's call they give shapes.
var RandomOps = []*Op{
	{Name: "beta", Sig: "shape, alpha, beta, dtype=None, seed=None", Infer: filled},
	{Name: "binomial", Sig: "shape, counts, probabilities, dtype=None, seed=None", Infer: filled},
	{Name: "categorical", Sig: "logits, num_samples, dtype='int32', seed=None", Infer: func(c *Call) object.Object {
		s := c.Shape("logits")
		if len(s) != 2 {
			c.value("logits must have two dimensions, batch and classes, got shape %s.", s)
		}
		return c.New(tensor.Shape{s[0], c.dim("num_samples")}, c.dtypeOr("int32"))
	}},
	{Name: "dropout", Sig: "inputs, rate, noise_shape=None, seed=None", Infer: likeInputs},
	{Name: "gamma", Sig: "shape, alpha, dtype=None, seed=None", Infer: filled},
	{Name: "normal", Sig: "shape, mean=0.0, stddev=1.0, dtype=None, seed=None", Infer: filled},
	{Name: "randint", Sig: "shape, minval, maxval, dtype='int32', seed=None", Prepare: func(c *Call) {
		if d := c.dtypeOr("int32"); !config.IsInt(d) {
			c.value("dtype must be an integer dtype, got %s.", d)
		}
	}, Infer: func(c *Call) object.Object { return c.New(c.target("shape"), c.dtypeOr("int32")) }},
	{Name: "shuffle", Sig: "x, axis=0, seed=None", Infer: plain},
	{Name: "truncated_normal", Sig: "shape, mean=0.0, stddev=1.0, dtype=None, seed=None", Infer: filled},
	{Name: "uniform", Sig: "shape, minval=0.0, maxval=1.0, dtype=None, seed=None", Prepare: func(c *Call) {
		if d := c.dtypeOr("float32"); !config.IsFloat(d) {
			c.value("dtype must be a floating dtype, got %s.", d)
		}
	}, Infer: filled},
}
