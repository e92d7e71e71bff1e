package metrics

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// R2Score says which share of the variance predictions explain.
var R2Score = spec.Declare("keras.src.metrics.regression_metrics", "keras.metrics.R2Score", func() spec.Class {
	return spec.Class{
		Base: Metric,
		Doc:  "Takes the share of the truth's variance that predictions explain.",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error {
				if !l.IsNone("class_aggregation") {
					if err := l.OneOf("class_aggregation", "uniform_average", "variance_weighted_average"); err != nil {
						return err
					}
				}
				if low, err := l.Compare("num_regressors", object.Lt, 0); err != nil || !low {
					return err
				}
				return l.Bad("num_regressors", l.Value("num_regressors"), "0 or more")
			}),
			arg.OneOf("class_aggregation", "uniform_average, variance_weighted_average or None", "uniform_average").Says("how the scores of several outputs become one"),
			arg.Int("num_regressors", 0).Says("how many inputs the model has, for the adjusted score"), name("r2_score"), dtype(),
		),
		Config: spec.Keys("name", "dtype", "class_aggregation", "num_regressors"), ClassAttrs: []any{"_direction", "up"},
		Methods: computing(pairs, updateR2, r2Result),
		Setup: func(l *spec.Instance) error {
			if err := zeros(l, object.NewTuple(), true, "num_samples"); err != nil {
				return err
			}
			return l.Set("_built", false)
		},
	}
})

// FBetaScore weighs precision and recall.
var FBetaScore = spec.Declare("keras.src.metrics.f_score_metrics", "keras.metrics.FBetaScore", func() spec.Class {
	return spec.Class{
		Base:   Metric,
		Doc:    "Takes a mean of precision and recall in which beta weighs recall.",
		Args:   arg.Of(arg.Check(checkFBeta), average(), arg.Float("beta", 1.0).Says("how much more recall counts than precision"), threshold(), name("fbeta_score"), dtype()),
		Config: spec.Keys("name", "dtype", "average", "beta", "threshold"), ClassAttrs: []any{"_direction", "up"},
		Methods: computing(pairs, updateFBeta, fBetaResult),
		Setup: func(l *spec.Instance) error {
			if l.Str("average") == "micro" {
				return l.SetAll("axis", nil, "_built", false)
			}
			return l.SetAll("axis", 0, "_built", false)
		},
	}
})

// F1Score weighs precision and recall evenly.
var F1Score = spec.Declare("keras.src.metrics.f_score_metrics", "keras.metrics.F1Score", func() spec.Class {
	return spec.Class{
		Base: FBetaScore,
		Doc:  "Takes the harmonic mean of precision and recall.",
		Args: arg.Of(average().ToBase(), threshold().ToBase(), name("f1_score"), dtype()), Fixed: []any{"beta", 1.0}, Config: spec.None,
		Finish: func(_ *spec.Instance, config *object.Dict) error {
			config.DelStr(object.Intern("beta"))
			return nil
		},
	}
})

func average() arg.Arg {
	return arg.OneOf("average", "micro, macro, weighted or None", nil).Says("how the scores of classes become one")
}

func threshold() arg.Arg {
	return arg.Float("threshold", nil).Says("above which a prediction is a yes; None takes the best class")
}

func checkFBeta(l *spec.Instance) error {
	if !l.IsNone("average") {
		if err := l.OneOf("average", "micro", "macro", "weighted"); err != nil {
			return err
		}
	}
	if err := isFloat(l, "beta"); err != nil {
		return err
	}
	if low, err := l.Compare("beta", object.Le, 0.0); err != nil {
		return err
	} else if low {
		return l.Bad("beta", l.Value("beta"), "above 0")
	}
	if l.IsNone("threshold") {
		return nil
	}
	if err := isFloat(l, "threshold"); err != nil {
		return err
	}
	return within(l, "threshold", object.Le)
}

// isFloat refuses what is no float, integers included.
func isFloat(l *spec.Instance, name string) error {
	if ok, err := object.IsInstance(l.T, l.Value(name), object.FloatClass); err != nil || ok {
		return err
	}
	return l.Bad(name, l.Value(name), "a float, such as 1.0")
}

// within refuses a number above 1 or below 0; with object.Le 0 too.
func within(l *spec.Instance, name string, below object.CompareOp) error {
	low, err := l.Compare(name, below, 0)
	if err != nil {
		return err
	}
	high, err := l.Compare(name, object.Gt, 1)
	if err != nil || !low && !high {
		return err
	}
	if below == object.Le {
		return l.Bad(name, l.Value(name), "above 0 and at most 1")
	}
	return l.Bad(name, l.Value(name), "a number from 0 to 1")
}
