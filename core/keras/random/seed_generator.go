// Package random is keras.random as far as seeds go: the SeedGenerator and its state, the session's own generator, and the keys that
// numbers are drawn from. The numbers are those of package prng; the functions stand in package ops.
package random

import (
	"strings"

	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// SeedGenerator is keras.random.SeedGenerator.
var SeedGenerator = spec.Declare("keras.src.random.seed_generator", "keras.random.SeedGenerator", func() spec.Class {
	return spec.Class{
		Doc: "Gives random functions a new seed at each call.",
		Args: arg.Of(
			arg.BaseInitNone, arg.Int("seed", nil).As("_initial_seed").Says("the first seed; None picks one"),
			arg.Any("name", nil), arg.Check(checkExtra), arg.Check(checkName), arg.Check(makeState),
		),
		Kwargs: "kwargs", Config: spec.Keys("seed", "name"), FromConfig: spec.Construct,
		Methods: []spec.Method{{Name: "next", Takes: "ordered=True", Doc: "Returns a seed and moves on.",
			Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				ordered, err := object.Truth(l.T, a[0])
				if err != nil {
					return nil, err
				}
				return next(l.T, l.Instance, ordered)
			}}},
	}
})

func checkExtra(l *spec.Instance) error {
	kw := l.Given.Get("kwargs").(*object.Dict)
	kw.DelStr(object.Intern("backend"))
	if l.Value("name") == object.None {
		if err := l.Set("name", object.NewStr(operation.AutoName(l.T, l.ClassName()))); err != nil {
			return err
		}
	}
	if kw.Len() > 0 {
		return l.Fail("kwargs", "it takes no other keyword arguments, got %s.", l.Repr(kw))
	}
	return nil
}

// makeState makes the variable that holds the seed and a counter.
func makeState(l *spec.Instance) error {
	seed := l.Value("_initial_seed")
	switch object.Of(seed).(type) {
	case object.Int, *object.BigInt, object.Bool, *object.NoneType:
	default:
		return l.Bad("seed", seed, "an integer or None")
	}
	if err := fitsState(l, seed); err != nil {
		return err
	}
	sc := &operation.Scope{Name: l.Str("name"), Caller: l.Instance, Deduplicate: true}
	operation.EnterScope(l.T, sc)
	defer operation.LeaveScope(l.T, sc)
	dtype := "uint32"
	if operation.Backend(l.T) == "tensorflow" {
		dtype = "int64"
	}
	if seed == object.None {
		var err error
		if seed, err = DefaultSeed(l.T); err != nil {
			return err
		}
	}
	first := object.Func("seed_initializer", "(*args, **kwargs)", "", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.NewList(seed, object.Int(0)), nil
	})
	v, err := variable.New(l.T, first, object.NewTuple(object.Int(2)), variable.Options{
		Dtype: object.Intern(dtype), Autocast: true, Name: object.Intern("seed_generator_state")})
	if err != nil {
		return err
	}
	return l.Set("state", v)
}

// fitsState checks that the seed is a number of the state's dtype: of 32 bits without a sign, or of 64 bits on tensorflow.
func fitsState(l *spec.Instance, seed object.Object) error {
	var low, high object.Object = object.Int(0), object.Int(math.MaxUint32)
	if operation.Backend(l.T) == "tensorflow" {
		low, high = object.Int(math.MinInt64), object.Int(math.MaxInt64)
	}
	if seed == object.None {
		return nil
	}
	under, err := object.Less(l.T, seed, low)
	if err != nil {
		return err
	}
	above, err := object.Less(l.T, high, seed)
	if err != nil || !under && !above {
		return err
	}
	e := object.NewError(object.OverflowErrorClass, "%s: seed must lie from %s to %s, got seed=%s.", l.ClassName(), l.Repr(low), l.Repr(high), l.Repr(seed))
	e.Subject = blame.Argument{Class: l.ClassName(), Name: "seed", Value: seed}
	l.Place(e, "seed")
	return e
}

// checkName refuses a name that cannot stand before the path of the state.
func checkName(l *spec.Instance) error {
	name := l.Value("name")
	if name == object.None {
		return nil
	}
	if s, ok := object.AsString(name); !ok || strings.Contains(s, "/") {
		return l.Bad("name", name, "a string without '/'")
	}
	return nil
}
