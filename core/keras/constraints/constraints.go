// Package constraints holds Keras's constraints: what a weight is mended by after each step of training.
package constraints

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const module = "keras.src.constraints.constraints"

// Compute applies a constraint to a tensor; the package that has tensors sets it.
var Compute func(l *spec.Instance, w object.Object) (object.Object, error)

// Constraint is the base class.
var Constraint = spec.Declare(spec.Class{
	Name: "Constraint", Module: module, Export: spec.Keys("keras.constraints.Constraint"),
	Doc: "The base of all constraints: a callable that changes a weight.", Inherits: true, Config: spec.None, Alone: true, FromConfig: spec.Construct,
	Methods: []spec.Method{{Name: "__call__", Takes: "w", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		d := spec.Of(l.Instance.Class())
		if d != nil && d.Public() == "keras.constraints.Constraint" {
			return a[0], nil
		}
		if Compute == nil {
			return nil, l.NotModelled("applying the constraint")
		}
		return Compute(l, a[0])
	}}},
})

func declare(name, lower, doc string, args ...arg.Item) *spec.Class {
	return spec.Declare(spec.Class{Name: name, Module: module, Base: Constraint, Doc: doc, Inherits: len(args) == 0, Alone: len(args) > 0,
		Export: spec.Keys("keras.constraints."+name, "keras.constraints."+lower), Args: arg.Of(args...)})
}

// The constraints.
var (
	MaxNorm    = declare("MaxNorm", "max_norm", "Keeps norms below a number.", arg.Float("max_value", 2).Says("the largest norm"), axis())
	NonNeg     = declare("NonNeg", "non_neg", "Keeps values from being negative.")
	UnitNorm   = declare("UnitNorm", "unit_norm", "Makes norms one.", axis())
	MinMaxNorm = declare("MinMaxNorm", "min_max_norm", "Keeps norms in a range.",
		arg.Float("min_value", 0.0).Says("the smallest norm"), arg.Float("max_value", 1.0).Says("the largest norm"),
		arg.Float("rate", 1.0).Says("how much of the way to that range a step goes"), axis())
)

func axis() arg.Arg { return arg.Any("axis", 0).Says("the axes along which a norm is taken") }

// Family holds the functions get, serialize and deserialize.
var Family = (&saving.Family{Kind: "constraint", Module: "keras.constraints", Strict: true,
	Classes: []*spec.Class{Constraint, MaxNorm, MinMaxNorm, NonNeg, UnitNorm}}).Declare()

// Get is keras.constraints.get.
func Get(t *object.Thread, v object.Object) (object.Object, error) { return Family.Get(t, v) }
