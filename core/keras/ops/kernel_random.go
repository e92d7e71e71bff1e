package ops

import (
	"math"

	"layerglass/core/keras/prng"
	"layerglass/core/keras/random"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// randomKernels belong to RandomOps, by name.
var randomKernels = map[string]func(*Call) []*array.Array{"beta": betaKernel, "binomial": binomialKernel, "categorical": categoricalKernel,
	"dropout": dropoutKernel, "gamma": gammaKernel, "normal": normalKernel(prng.Normal), "randint": randintKernel, "shuffle": shuffleKernel,
	"truncated_normal": normalKernel(prng.TruncatedNormal), "uniform": uniformKernel}

// key draws the key of a random function from its argument seed.
func (c *Call) key() prng.Key {
	if c.preset != nil {
		return *c.preset
	}
	k, err := random.Draw(c.T, c.Arg("seed"))
	must(err)
	c.drawn = &k
	return k
}

// normalKernel is a distribution with a mean and a deviation, which may be arrays.
func normalKernel(draw func(b array.Budget, k prng.Key, d array.Dtype, shape []int, mean, deviation float64) (*array.Array, error)) func(*Call) []*array.Array {
	return func(c *Call) []*array.Array {
		mean, deviation := c.ArrayIn("mean"), c.ArrayIn("stddev")
		k, d, shape := c.key(), c.WantType(), c.Want(0).Shape
		if mean.Size() == 1 && deviation.Size() == 1 {
			return one(draw(c.T, k, d, shape, c.Float("mean"), c.Float("stddev")))
		}
		x := good(draw(c.T, k, d, shape, 0, 1))
		x = good(array.Binary(array.Multiply, array.Of(x), array.Of(deviation)))
		return one(array.Binary(array.Add, array.Of(x), array.Of(mean)))
	}
}

func uniformKernel(c *Call) []*array.Array {
	low, high := c.ArrayIn("minval"), c.ArrayIn("maxval")
	k, d, shape := c.key(), c.WantType(), c.Want(0).Shape
	if low.Size() == 1 && high.Size() == 1 {
		return one(prng.Uniform(c.T, k, d, shape, c.Float("minval"), c.Float("maxval")))
	}
	x := good(prng.Uniform(c.T, k, d, shape, 0, 1))
	span := good(array.Binary(array.Subtract, array.Of(high), array.Of(low)))
	x = good(array.Binary(array.Add, array.Of(good(array.Binary(array.Multiply, array.Of(x), array.Of(span)))), array.Of(low)))
	return one(array.Binary(array.Maximum, array.Of(x), array.Of(low)))
}

func randintKernel(c *Call) []*array.Array {
	bound := func(name string) int64 {
		v := math.Trunc(c.Float(name))
		if !(v >= math.MinInt32 && v <= math.MaxInt32) {
			fail(object.NewError(object.OverflowErrorClass, "%s must fit into 32 bits, got %s.", name, c.show(c.Arg(name))))
		}
		return int64(v)
	}
	low, high := bound("minval"), bound("maxval")
	return one(prng.Integers(c.T, c.key(), c.WantType(), c.Want(0).Shape, low, high))
}

func gammaKernel(c *Call) []*array.Array {
	return one(prng.Gamma(c.key(), c.Array("alpha"), c.WantType(), c.Want(0).Shape))
}

func betaKernel(c *Call) []*array.Array {
	return one(prng.Beta(c.key(), c.Array("alpha"), c.Array("beta"), c.WantType(), c.Want(0).Shape))
}

func binomialKernel(c *Call) []*array.Array {
	return one(prng.Binomial(c.key(), c.Array("counts"), c.Array("probabilities"), c.WantType(), c.Want(0).Shape))
}

func categoricalKernel(c *Call) []*array.Array {
	return one(prng.Categorical(c.key(), c.Array("logits"), c.Want(0).Shape[1]))
}

func shuffleKernel(c *Call) []*array.Array {
	x := c.Array("x")
	axis := c.axis(c.Int("axis"), x.Rank())
	order := good(prng.Permutation(c.T, c.key(), x.Shape(), axis))
	return one(x.TakeAlongAxis(order, axis))
}

// dropoutKernel leaves elements out and makes up for them; nothing is drawn for the rates 0 and 1.
func dropoutKernel(c *Call) []*array.Array {
	x, rate := c.Array("inputs"), c.Float("rate")
	switch rate {
	case 0:
		return []*array.Array{x}
	case 1:
		return one(array.New(c.T, x.Dtype(), x.Shape()...))
	}
	shape := append([]int{}, x.Shape()...)
	if c.Given("noise_shape") {
		noise := c.Items("noise_shape")
		shape = shape[:0]
		for i, v := range noise {
			if v == object.None {
				shape = append(shape, x.Shape()[c.at(i, x.Rank())])
			} else {
				shape = append(shape, c.asInt("noise_shape", v))
			}
		}
	}
	mask := good(prng.Bernoulli(c.T, c.key(), shape, 1-rate))
	keep := array.Operand{Array: array.Scalar(1 - rate), Weak: array.WeakFloat}
	scaled := good(array.Binary(array.Divide, array.Of(x), keep))
	zero := array.Operand{Array: array.Scalar(int64(0)), Weak: array.WeakInt}
	mask = good(mask.BroadcastTo(x.Shape()))
	return one(array.Where(mask, array.Of(scaled), zero))
}

// normalOf draws normal numbers of mean 0.
func normalOf(c *Call, k prng.Key, d array.Dtype, shape []int, deviation float64) (*array.Array, error) {
	return prng.Normal(c.T, k, d, shape, 0, deviation)
}
