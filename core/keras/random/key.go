package random

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/prng"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Next returns the numbers of a generator's state and moves it on; the package that has tensors sets it.
var Next func(t *object.Thread, state *variable.Variable, ordered bool) (object.Object, error)

// DefaultSeed is the seed of what is given none: Python's random.randint(1, 10**9), as in Keras. A program that seeds that module, or calls
// keras.utils.set_random_seed, gets the same seeds as there; otherwise they are the same in each run.
func DefaultSeed(t *object.Thread) (object.Object, error) {
	m, err := t.Import(t, "random")
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, m, "randint", object.Int(1), object.Int(1e9))
}

// global holds the generator of functions that are given no seed.
type global struct{ generator *object.Instance }

type globalKey struct{}

func globalOf(t *object.Thread) *global {
	return operation.Global(t, globalKey{}, func() any { return &global{} }).(*global)
}

func init() {
	spec.DeclareFunc(spec.Function{Name: "set_random_seed", Module: "keras.src.utils.rng_utils", Export: spec.Keys("keras.utils.set_random_seed"),
		Takes: "seed", Doc: "Seeds Python's random, numpy.random and keras.random.", Do: setRandomSeed})
}

func setRandomSeed(t *object.Thread, a []object.Object) (object.Object, error) {
	switch object.Of(a[0]).(type) {
	case object.Int, object.Bool, *object.BigInt:
	default:
		return nil, object.ValueError("seed must be an int, got seed=%s.", arg.Repr(t, a[0]))
	}
	globalOf(t).generator = nil
	python, err := t.Import(t, "random")
	if err != nil {
		return nil, err
	}
	if _, err = object.CallMethod(t, python, "seed", a[0]); err != nil {
		return nil, err
	}
	np, err := t.Import(t, "numpy")
	if err != nil {
		return nil, err
	}
	draws, err := object.GetAttr(t, np, object.Intern("random"))
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, draws, "seed", a[0])
}

func next(t *object.Thread, generator *object.Instance, ordered bool) (object.Object, error) {
	v, ok := generator.Attr("state").(*variable.Variable)
	if !ok {
		return nil, object.TypeError("The state of a SeedGenerator must be a variable.")
	}
	return Next(t, v, ordered)
}

// Draw is what a random function draws from its seed: an int is its own, a SeedGenerator moves on, None stands for the session's own
// generator.
func Draw(t *object.Thread, seed object.Object) (prng.Key, error) {
	switch x := object.Of(seed).(type) {
	case *object.NoneType:
		g := globalOf(t)
		if g.generator == nil {
			made, err := SeedGenerator.New(t)
			if err != nil {
				return prng.Key{}, err
			}
			g.generator = made
		}
		v, err := next(t, g.generator, false)
		if err != nil {
			return prng.Key{}, err
		}
		return keyOf(t, v)
	case object.Int, object.Bool:
		n, err := object.Index(t, seed)
		if err == nil && (n < 0 || int64(n) > 1<<32-1) {
			err = object.NewError(object.OverflowErrorClass, "seed must lie from 0 to 4294967295, got seed=%d.", n)
		}
		return prng.FromSeed(int64(n)), err
	case *object.BigInt:
		return prng.Key{}, object.NewError(object.OverflowErrorClass, "seed must lie from 0 to 4294967295, got seed=%s.", arg.Repr(t, x))
	case *object.Instance:
		if x.Class().IsSubclass(SeedGenerator.In(t)) {
			v, err := next(t, x, true)
			if err != nil {
				return prng.Key{}, err
			}
			return keyOf(t, v)
		}
	case *tensor.KerasTensor:
		return keyOf(t, x)
	}
	return prng.Key{}, object.ValueError("seed must be an int, a keras.random.SeedGenerator or None, got seed=%s.", arg.Repr(t, seed))
}

// keyOf reads the two numbers of a seed.
func keyOf(t *object.Thread, v object.Object) (prng.Key, error) {
	x, ok := v.(*tensor.KerasTensor)
	if !ok {
		return prng.Key{}, object.ValueError("a seed must be a tensor of two numbers, got %s.", arg.Repr(t, v))
	}
	a, err := x.Array(t)
	if err != nil {
		return prng.Key{}, err
	}
	if a.Size() != 2 || !a.Dtype().IsInteger() {
		return prng.Key{}, object.ValueError("a seed must hold two whole numbers, got shape %s and dtype %s.", x.Shape, x.Dtype)
	}
	n, err := array.Ints(a)
	if err != nil {
		return prng.Key{}, err
	}
	return prng.Key{uint32(n[0]), uint32(n[1])}, nil
}
