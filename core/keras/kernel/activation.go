package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// Relu is max(x, 0).
func Relu(a *array.Array) (*array.Array, error) {
	return array.Binary(array.Maximum, array.Of(a), array.Operand{Array: array.Scalar(int64(0)), Weak: array.WeakInt})
}

// Activation is a function of single numbers in the precision that m has.
type Activation func(m *maths) func(x float64) float64

// Apply applies the activation to each element.
func (f Activation) Apply(a *array.Array) (*array.Array, error) { return each(a, f) }

// of makes an activation of a function that needs no other functions.
func of(f func(x float64) float64) Activation {
	return func(*maths) func(float64) float64 { return f }
}

// The activations without parameters.
var (
	Sigmoid Activation = func(m *maths) func(float64) float64 { return m.sigmoid }
	Silu    Activation = func(m *maths) func(float64) float64 {
		return func(x float64) float64 { return x * m.sigmoid(x) }
	}
	Softplus   Activation = func(m *maths) func(float64) float64 { return m.softplus }
	LogSigmoid Activation = func(m *maths) func(float64) float64 {
		return func(x float64) float64 { return -m.softplus(-x) }
	}
	TanhShrink Activation = func(m *maths) func(float64) float64 {
		return func(x float64) float64 { return x - m.tanh(x) }
	}
	Softsign = of(func(x float64) float64 { return x / (math.Abs(x) + 1) })
	Relu6    = of(func(x float64) float64 { return clip(x, 0, 6) })
	// HardSigmoid divides what it rounded, as Keras does.
	HardSigmoid = of(hardSigmoid)
	HardSilu    = of(func(x float64) float64 { return x * hardSigmoid(x) })
	HardTanh    = of(func(x float64) float64 { return clip(x, -1, 1) })
	SparsePlus  = of(func(x float64) float64 {
		switch {
		case x <= -1:
			return 0
		case x >= 1:
			return x
		}
		return (x + 1) * (x + 1) / 4
	})
	SparseSigmoid = of(func(x float64) float64 { return 0.5 * clip(x+1, 0, 2) })
	Selu          = scaledElu(1.6732632423543772848170429916717, 1.0507009873554804934193349852946)
)

// clip limits x to [low, high]; NaN stays.
func clip(x, low, high float64) float64 {
	if x < low {
		return low
	}
	if x > high {
		return high
	}
	return x
}

func hardSigmoid(x float64) float64 { return clip(x+3, 0, 6) / 6 }

// Elu is x above 0 and alpha·(e^x - 1) below.
func Elu(alpha float64) Activation { return scaledElu(alpha, 1) }

func scaledElu(alpha, scale float64) Activation {
	return func(m *maths) func(float64) float64 {
		alpha, scale := m.round(alpha), m.round(scale)
		return func(x float64) float64 {
			if x > 0 {
				return scale * x
			}
			return scale * (alpha * math.Expm1(x))
		}
	}
}

// Celu is max(x, 0) + alpha·(e^(min(x, 0)/alpha) - 1).
func Celu(alpha float64) Activation {
	return func(m *maths) func(float64) float64 {
		alpha := m.round(alpha)
		return func(x float64) float64 { return math.Max(x, 0) + alpha*math.Expm1(math.Min(x, 0)/alpha) }
	}
}

// Gelu is x times the normal distribution function at x, or an approximation of it.
func Gelu(approximate bool) Activation {
	return func(m *maths) func(float64) float64 {
		if approximate {
			root := m.round(math.Sqrt(2 / math.Pi))
			return func(x float64) float64 { return x * (0.5 * (1 + m.tanh(root*(x+m.round(0.044715)*x*x*x)))) }
		}
		half := m.round(math.Sqrt(0.5))
		return func(x float64) float64 { return 0.5 * x * math.Erfc(-x*half) }
	}
}

// LeakyRelu is x from 0 on, slope·x below.
func LeakyRelu(slope float64) Activation {
	return func(m *maths) func(float64) float64 {
		slope := m.round(slope)
		return func(x float64) float64 {
			if x >= 0 {
				return x
			}
			return slope * x
		}
	}
}

// HardShrink makes 0 of what lies within the threshold.
func HardShrink(threshold float64) Activation {
	return func(m *maths) func(float64) float64 {
		t := m.round(threshold)
		return func(x float64) float64 {
			if math.Abs(x) > t {
				return x
			}
			return 0
		}
	}
}

// SoftShrink moves x towards 0 by the threshold.
func SoftShrink(threshold float64) Activation {
	return func(m *maths) func(float64) float64 {
		t := m.round(threshold)
		return func(x float64) float64 {
			switch {
			case x > t:
				return x - t
			case x < -t:
				return x + t
			}
			return 0
		}
	}
}

// Threshold is x above the threshold, otherwise another number.
func Threshold(threshold, otherwise float64) Activation {
	return func(m *maths) func(float64) float64 {
		t, o := m.round(threshold), m.round(otherwise)
		return func(x float64) float64 {
			if x > t {
				return x
			}
			return o
		}
	}
}

// Squareplus is (x + sqrt(x² + b)) / 2.
func Squareplus(b float64) Activation {
	return func(m *maths) func(float64) float64 {
		b := m.round(b)
		return func(x float64) float64 { return m.round(x+m.round(math.Sqrt(m.round(x*x+b)))) / 2 }
	}
}

// Glu splits an axis in halves and multiplies the first by the sigmoid of the second.
func Glu(a *array.Array, axis int) (*array.Array, error) {
	axis, err := array.NormalizeAxis(axis, a.Rank())
	if err != nil {
		return nil, err
	}
	halves, err := a.SplitEqually(2, axis, false)
	if err != nil {
		return nil, err
	}
	gate, err := Sigmoid.Apply(halves[1])
	if err != nil {
		return nil, err
	}
	var c calc
	out := c.mul(c.cast(halves[0], gate.Dtype()), gate)
	return out, c.err
}
