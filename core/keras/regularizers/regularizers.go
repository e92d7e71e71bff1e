// Package regularizers holds Keras's regularizers: what adds a weight's size to the loss.
package regularizers

import (
	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const module = "keras.src.regularizers.regularizers"

// Regularizer is the base class.
var Regularizer = spec.Declare(module, "keras.Regularizer keras.regularizers.Regularizer", func() spec.Class {
	return spec.Class{
		Doc: "The base of all regularizers: a callable that makes a loss of a weight.", Inherits: true, Config: spec.None, FromConfig: spec.Construct,
		Methods: []spec.Method{
			{Name: "__call__", Takes: "x", Do: func(*spec.Instance, []object.Object) (object.Object, error) {
				return object.Float(0), nil
			}},
			{Name: "get_config", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no get_config() method of its own.", l.ClassName())
			}},
		},
	}
})

// factor is a non-negative number; what stands for None is def. With single, the number passes through float32, as it is
// kept in a tensor.
func factor(name string, def, none float64, single bool) arg.Arg {
	a := arg.Float(name, def)
	a.Kind = &arg.Kind{Name: "non-negative number", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None && !math.IsNaN(none) {
			v = object.Float(none)
		}
		f, ok := number(v)
		if !ok || math.IsInf(f, 0) || math.IsNaN(f) || f < 0 {
			return nil, l.Bad(a.Name, v, "a number that is not negative")
		}
		if single {
			f = float64(float32(f))
		}
		return object.Float(f), nil
	}}
	return a
}

func number(v object.Object) (float64, bool) {
	switch x := object.Of(v).(type) {
	case object.Float:
		return float64(x), true
	case object.Int:
		return float64(x), true
	case object.Bool:
		if x {
			return 1, true
		}
		return 0, true
	case *object.BigInt:
		f, _ := x.V.Float64()
		return f, true
	}
	return 0, false
}

// lossOf computes a regularizer's loss of a tensor.
type lossOf func(c *calc.Calc, l *spec.Instance, x object.Object) object.Object

func declare(name, lower, doc string, loss lossOf, own func() arg.List) *spec.Class {
	return spec.Declare(module, "keras.regularizers."+name+" keras.regularizers."+lower, func() spec.Class {
		return spec.Class{Base: Regularizer, Doc: doc, Alone: true,
			Methods: []spec.Method{{Name: "__call__", Takes: "x", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				c := calc.New(l.T)
				return c.End(loss(c, l, a[0]))
			}}},
			Args: own()}
	})
}

// The regularizers.
var (
	L1L2 = declare("L1L2", "l1_l2", "Adds the sum of absolute values and the sum of squares.", l1l2, func() arg.List {
		return arg.Of(factor("l1", 0, 0, false), factor("l2", 0, 0, false))
	})
	L1 = declare("L1", "l1", "Adds the sum of absolute values.", l1, func() arg.List {
		return arg.Of(factor("l1", 0.01, 0.01, true))
	})
	L2 = declare("L2", "l2", "Adds the sum of squares.", l2, func() arg.List {
		return arg.Of(factor("l2", 0.01, 0.01, false))
	})

	Orthogonal = declare("OrthogonalRegularizer", "orthogonal_regularizer", "Adds how far rows or columns are from being orthogonal.", orthogonal,
		func() arg.List {
			return arg.Of(factor("factor", 0.01, math.NaN(), true).Says("how much it adds to the loss"), arg.Check(func(l *spec.Instance) error { return l.OneOf("mode", "rows", "columns") }),
				arg.Str("mode", "rows").Among("rows", "columns").Says("what should be orthogonal"))
		})
)

// Family holds the functions get, serialize and deserialize.
var Family = (&saving.Family{Kind: "regularizer", Module: "keras.regularizers", Strict: true,
	Classes: []*spec.Class{Regularizer, L1, L2, L1L2, Orthogonal}}).Declare()

// Get is keras.regularizers.get.
func Get(t *object.Thread, v object.Object) (object.Object, error) { return Family.Get(t, v) }
