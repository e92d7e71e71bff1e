// Package losses holds Keras's loss classes and the functions behind them.
package losses

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const wholeBatch = "sum_over_batch_size"

// name is the argument name: a loss without one is called after its class.
func name(def any) arg.Arg {
	a := arg.Str("name", def).Says("what logs call the loss")
	a.Kind = &arg.Kind{Name: "text", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if given, err := object.Truth(l.T, v); given || err != nil {
			return v, err
		}
		return object.NewStr(operation.AutoName(l.T, l.ClassName())), nil
	}}
	return a
}

// reductions lists what reduction may be.
const reductions = "'sum_over_batch_size', 'sum', 'mean', 'mean_with_sample_weight', 'none' or None"

// reduction is the argument reduction, refused when it is none of Keras's.
func reduction() arg.Arg {
	a := arg.OneOf("reduction", reductions, wholeBatch).Says("how the batch's losses become one")
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		s, ok := object.AsString(v)
		_, set := object.Of(v).(*object.Set) // a set asks for a set as for a frozenset
		switch {
		case !ok && !set && object.Of(v).Class().Lookup(object.Intern("__hash__")) == object.None: // looked up in a set
			return nil, object.TypeError("unhashable type: '%s'", v.Class().Name)
		case ok && (s == wholeBatch || s == "sum" || s == "mean" || s == "mean_with_sample_weight" || s == "none"):
			return v, nil
		}
		return nil, l.Bad(a.Name, v, reductions)
	}}
	return a
}

// dtype is the argument dtype: the policy is kept, the config does not hold it.
func dtype() arg.Arg {
	a := arg.Any("dtype", nil).As("_dtype_policy").NotInConfig().Says("the precision of the computation")
	a.Kind = &arg.Kind{Name: "dtype policy", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if given, err := object.Truth(l.T, v); err != nil {
			return nil, err
		} else if !given {
			v = object.NewStr(config.Floatx(l.T))
		}
		return dtypes.Get(l.T, v)
	}}
	return a
}

// Loss is the base class.
var Loss = spec.Declare("keras.src.losses.loss", "keras.Loss keras.losses.Loss", func() spec.Class {
	return spec.Class{
		Doc:    "The base of all losses: a callable that measures how far predictions are from the truth.",
		Mixins: []*spec.Class{saving.Saveable},
		Args:   arg.Of(name(nil), reduction(), dtype()), Config: spec.Keys("name", "reduction"), FromConfig: spec.Construct,
		Getters: []spec.Getter{{Name: "dtype", Doc: "The dtype of the computation.", Get: func(l *spec.Instance) (object.Object, error) {
			p, ok := l.Value("_dtype_policy").(*object.Instance)
			if !ok {
				return object.None, nil
			}
			return object.NewStr(dtypes.Name(l.T, p, "compute_dtype")), nil
		}}},
		Methods: []spec.Method{
			{Name: "__call__", Takes: "y_true, y_pred, sample_weight=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return compute(l, a[0], a[1], a[2])
			}},
			{Name: "call", Takes: "y_true, y_pred", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no method call(y_true, y_pred) of its own.", l.ClassName())
			}},
		},
	}
})

// declare makes one of the losses: the keys that its config has behind name and reduction, and its own arguments in order.
func declare(class, doc string, own func() (keys []string, list arg.List)) *spec.Class {
	fn := operation.SnakeCase(class)
	if other, ok := otherNames[class]; ok {
		fn = other
	}
	return spec.Declare("keras.src.losses.losses", "keras.losses."+class, func() spec.Class {
		keys, list := own()
		return spec.Class{
			Base: wrapper, Doc: doc,
			Args: list, Config: keys, Setup: func(l *spec.Instance) error {
				kwargs := object.NewDict()
				for i := range list {
					if a := &list[i]; !a.IsCheck() && !a.Up {
						kwargs.SetName(a.Name, l.Given.Get(a.Name))
					}
				}
				return l.SetAll("fn", spec.FindFunc("keras.losses."+fn).In(l.T), "_fn_kwargs", kwargs)
			},
		}
	})
}

// otherNames are the functions of losses whose names do not follow from the class's.
var otherNames = map[string]string{"KLDivergence": "kl_divergence", "CTC": "ctc"}

// The arguments that every loss hands to the base class.

func toReduction() arg.Arg {
	return arg.OneOf("reduction", reductions, wholeBatch).Says("how the batch's losses become one").ToBase()
}

func toDtype() arg.Arg {
	return arg.Any("dtype", nil).ToBase().Says("the precision of the computation")
}

func named(def string) arg.Arg { return arg.Str("name", def).ToBase().Says("what logs call the loss") }

// plain makes a loss without arguments of its own.
func plain(class, def, doc string) *spec.Class {
	return declare(class, doc, func() ([]string, arg.List) {
		return spec.None, arg.Of(toReduction(), named(def), toDtype())
	})
}
