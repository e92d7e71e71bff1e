package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/random"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// SetSeedGenerator gives a layer the attribute seed_generator.
func SetSeedGenerator(l *spec.Instance, seed object.Object) error {
	g, err := random.SeedGenerator.New(l.T, arg.Pairs("seed", seed)...)
	if err != nil {
		return err
	}
	return l.Set("seed_generator", g)
}

// Times returns an attribute times n, as Python computes it: a float stays one, for the shape of a weight to refuse.
func Times(l *spec.Instance, attr string, n int) object.Object {
	v, err := object.Binary(l.T, object.Mul, l.Value(attr), object.Int(n))
	if err != nil {
		return l.Value(attr)
	}
	return v
}
