package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// Attention is the scaled dot product of queries and keys (batch, places, heads, size), whose softmax weighs the values. bias and
// mask, which may be nil, have four dimensions that broadcast to batch, heads, queries and keys. With fewer heads, keys and
// values serve several heads of the queries each.
func Attention(query, key, value, bias, mask *array.Array, scale float64, causal bool) (*array.Array, error) {
	var c calc
	d := workType(query)
	b, t, heads, width := query.Shape()[0], query.Shape()[1], query.Shape()[2], query.Shape()[3]
	s, groups := key.Shape()[1], key.Shape()[2]
	// batch, group, heads of the group, places, size
	q := c.transpose(c.reshape(c.cast(query, d), b, t, groups, heads/groups, width), 0, 2, 3, 1, 4)
	k := c.transpose(c.reshape(c.cast(key, d), b, s, groups, 1, width), 0, 2, 3, 4, 1)
	v := c.transpose(c.reshape(c.cast(value, d), b, s, groups, 1, value.Shape()[3]), 0, 2, 3, 1, 4)
	if c.err != nil {
		return nil, c.err
	}
	logits := c.keep(array.MatMul(q, k))
	logits = c.mul(logits, c.number(q, scale))
	logits = c.reshape(logits, b, heads, t, s)
	if bias != nil {
		logits = c.add(logits, c.cast(bias, d))
	}
	if c.err != nil {
		return nil, c.err
	}
	if mask != nil || causal {
		var err error
		if logits, err = masked(logits, mask, causal); err != nil {
			return nil, err
		}
	}
	weights := c.keep(Softmax(logits, -1))
	weights = c.reshape(weights, b, groups, heads/groups, t, s)
	if c.err != nil {
		return nil, c.err
	}
	if query.Dtype().IsHalf() { // the weights have the precision of the keys
		weights = c.cast(c.cast(weights, query.Dtype()), d)
	}
	out := c.keep(array.MatMul(weights, v))
	out = c.reshape(c.transpose(out, 0, 3, 1, 2, 4), b, t, heads, value.Shape()[3])
	return out, c.err
}

// masked puts a very small number in the place of logits that must not count.
func masked(logits, mask *array.Array, causal bool) (*array.Array, error) {
	s := logits.Shape()
	if causal {
		lower, err := array.Tri(logits.Budget(), s[2], s[3], 0, array.Bool)
		if err != nil {
			return nil, err
		}
		if mask == nil {
			mask = lower
		} else if mask, err = array.Binary(array.LogicalAnd, array.Of(mask), array.Of(lower)); err != nil {
			return nil, err
		}
	}
	small := array.Scalar(float32(-0.7 * math.MaxFloat32))
	return array.Where(mask, array.Of(logits), array.Of(small))
}

// HeadScale is the scale of attention where none is given: one by the root of a head's size.
func HeadScale(query *array.Array) float64 {
	return 1 / math.Sqrt(float64(query.Shape()[query.Rank()-1]))
}
