package initializers

import (
	"strings"

	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Check refuses what an initializer of Keras cannot make, without making it: random numbers that are no floats, matrices of
// another rank.
func Check(t *object.Thread, initializer, shape object.Object, dtype string) error {
	i, ok := initializer.(*object.Instance)
	if !ok {
		return nil
	}
	d := spec.Of(i.Class())
	if d == nil || !i.Class().IsSubclass(Initializer.In(t)) {
		return nil
	}
	rank := -1
	if s, ok := spec.ReadShape(shape); ok {
		rank = len(s)
	}
	switch {
	case dtype == "string":
		return object.TypeError("The initializer %s cannot make text, and the weight's dtype is 'string'.", d.Name)
	case i.Class().IsSubclass(RandomInitializer.In(t)) && !config.IsFloat(dtype):
		return object.ValueError("The initializer %s draws numbers of a float dtype, and the weight's dtype is '%s'.", d.Name, dtype)
	case d == Identity && rank >= 0 && rank != 2:
		return object.ValueError("The initializer Identity makes matrices, and the weight has %d dimensions.", rank)
	case d == Orthogonal && rank >= 0 && rank < 2:
		return object.ValueError("The initializer Orthogonal makes weights of two dimensions or more, and this one has %d.", rank)
	case d == Orthogonal && strings.HasSuffix(dtype, "float16") && operation.Backend(t) == "jax":
		return object.NewError(object.NotImplementedErrClass, "The jax backend has no QR decomposition in %s, which the initializer Orthogonal needs.", dtype)
	}
	return nil
}
