package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// indexParts reads a key as numpy does; what jax forgives and numpy does not is put right: a slice may not hold tensors, an int
// beyond the end is refused by neither.
func (c *Call) indexParts(key object.Object) []array.Index {
	if list, ok := object.Of(key).(*object.List); ok && c.jax() {
		c.typeError("a list is no index of a jax array, got %s: use a tuple, or make an array of it.", c.show(list))
	}
	parts, err := numpy.IndexParts(c.T, key)
	must(err)
	return parts
}

// itemShape is the shape of x[key] on values, where the key may hold masks and arrays of positions. It indexes an array of that
// shape that has only one element.
func (c *Call) itemShape(s tensor.Shape, key object.Object) tensor.Shape {
	parts := c.indexParts(key)
	for _, p := range parts {
		if p.Kind == array.AtMask {
			return c.maskedShape(s, parts)
		}
	}
	out, _, err := good(array.Scalar(false).WithBudget(c.T).BroadcastTo(s)).Index(parts)
	must(err)
	return tensor.Shape(out.Shape()).Clone()
}

// maskedShape is itemShape with masks in the key.
func (c *Call) maskedShape(s tensor.Shape, parts []array.Index) tensor.Shape {
	out, _, err := good(array.Scalar(false).WithBudget(c.T).BroadcastTo(s)).Index(parts)
	must(err)
	return tensor.Shape(out.Shape()).Clone()
}

func itemKernel(c *Call) []*array.Array {
	out, _, err := c.Array("x").Index(c.indexParts(c.Arg("key")))
	return one(out, err)
}
