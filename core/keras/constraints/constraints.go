// Package constraints holds Keras's constraints: what a weight is mended by after each step of training.
package constraints

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const module = "keras.src.constraints.constraints"

// Constraint is the base class.
var Constraint = spec.Declare(module, "keras.constraints.Constraint", func() spec.Class {
	return spec.Class{
		Doc: "The base of all constraints: a callable that changes a weight.", Inherits: true, Config: spec.None, Alone: true, FromConfig: spec.Construct,
		Methods: []spec.Method{{Name: "__call__", Takes: "w", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return a[0], nil
		}}},
	}
})

// applied computes a constraint of a weight.
type applied func(c *calc.Calc, l *spec.Instance, w object.Object) object.Object

func declare(name, lower, doc string, apply applied, own func() arg.List) *spec.Class {
	return spec.Declare(module, "keras.constraints."+name+" keras.constraints."+lower, func() spec.Class {
		var args arg.List
		if own != nil {
			args = own()
		}
		return spec.Class{Base: Constraint, Doc: doc, Inherits: own == nil, Alone: own != nil,
			Methods: []spec.Method{{Name: "__call__", Takes: "w", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				c := calc.New(l.T)
				return c.End(apply(c, l, c.Tensor(a[0], nil)))
			}}},
			Args: args}
	})
}

// The constraints.
var (
	MaxNorm = declare("MaxNorm", "max_norm", "Keeps norms below a number.", maxNorm, func() arg.List {
		return arg.Of(arg.Float("max_value", 2).Says("the largest norm"), axis())
	})
	NonNeg   = declare("NonNeg", "non_neg", "Keeps values from being negative.", nonNeg, nil)
	UnitNorm = declare("UnitNorm", "unit_norm", "Makes norms one.", unitNorm, func() arg.List {
		return arg.Of(axis())
	})
	MinMaxNorm = declare("MinMaxNorm", "min_max_norm", "Keeps norms in a range.", minMaxNorm,
		func() arg.List {
			return arg.Of(arg.Float("min_value", 0.0).Says("the smallest norm"), arg.Float("max_value", 1.0).Says("the largest norm"),
				arg.Float("rate", 1.0).Says("how much of the way to that range a step goes"), axis())
		})
)

func axis() arg.Arg { return arg.Any("axis", 0).Says("the axes along which a norm is taken") }

// Family holds the functions get, serialize and deserialize.
var Family = (&saving.Family{Kind: "constraint", Module: "keras.constraints", Strict: true,
	Classes: []*spec.Class{Constraint, MaxNorm, MinMaxNorm, NonNeg, UnitNorm}}).Declare()

// Get is keras.constraints.get.
func Get(t *object.Thread, v object.Object) (object.Object, error) { return Family.Get(t, v) }
