package metrics

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const confusionModule = "keras.src.metrics.confusion_metrics"

func thresholdsArg() arg.Arg {
	return arg.Any("thresholds", nil).As("init_thresholds").Says("above which a prediction is a yes: a number or a list")
}

func classID() arg.Arg { return arg.Int("class_id", nil).Says("the one class that counts") }

// parseThresholds sets the attribute thresholds: a list of what was given, or of the default.
func parseThresholds(l *spec.Instance, def float64) error {
	given := l.Given.Get("thresholds")
	if given == object.None {
		return l.Set("thresholds", object.NewList(object.Float(def)))
	}
	list, ok := object.Of(given).(*object.List)
	if !ok {
		list = object.NewList(given)
	}
	for _, v := range list.Items {
		bad := v == object.None
		for _, bound := range []struct {
			op object.CompareOp
			n  int
		}{{object.Lt, 0}, {object.Gt, 1}} {
			if bad {
				break
			}
			out, err := object.Compare(l.T, bound.op, v, object.Int(bound.n))
			if err != nil {
				return err
			}
			if bad, err = object.Truth(l.T, out); err != nil {
				return err
			}
		}
		if bad {
			return l.Bad("thresholds", given, "a number from 0 to 1, or a list of them")
		}
	}
	return l.Set("thresholds", object.NewList(list.Items...))
}

// perThreshold is the shape of a variable with one number for each threshold.
func perThreshold(l *spec.Instance) object.Object {
	return object.NewTuple(object.Int(len(l.Items("thresholds"))))
}

// conditionCount counts one cell of the confusion matrix.
var conditionCount = spec.Declare(confusionModule, "_ConfusionMatrixConditionCount", func() spec.Class {
	return spec.Class{
		Base: Metric, Doc: "The base of counts of one cell of the confusion matrix.",
		Methods: computing(pairs, updateCount, countResult),
		Args:    arg.Of(arg.Any("confusion_matrix_cond").As("_confusion_matrix_cond").NotInConfig(), thresholdsArg(), name(nil), dtype()),
		Config:  spec.Keys("thresholds"),
		Setup: func(l *spec.Instance) error {
			if err := parseThresholds(l, 0.5); err != nil {
				return err
			}
			return zeros(l, perThreshold(l), true, "accumulator")
		},
	}
})

func count(class, cell, doc string) *spec.Class {
	return spec.Declare(confusionModule, "keras.metrics."+class, func() spec.Class {
		return spec.Class{Base: conditionCount, Doc: doc,
			Args: arg.Of(thresholdsArg().ToBase(), name(nil), dtype()), Fixed: []any{"confusion_matrix_cond", cell}, Config: spec.None}
	})
}

// The counts.
var (
	FalsePositives = count("FalsePositives", "fp", "Counts predictions of yes where the truth is no.")
	FalseNegatives = count("FalseNegatives", "fn", "Counts predictions of no where the truth is yes.")
	TrueNegatives  = count("TrueNegatives", "tn", "Counts right predictions of no.")
	TruePositives  = count("TruePositives", "tp", "Counts right predictions of yes.")
)

// ratio makes Precision or Recall: missed is the variable that counts what goes wrong, and cell its cell.
func ratio(class, cell, missed, doc string) *spec.Class {
	return spec.Declare(confusionModule, "keras.metrics."+class, func() spec.Class {
		return spec.Class{
			Base: Metric, Doc: doc,
			Args:   arg.Of(thresholdsArg(), arg.Int("top_k", nil).Says("how many of the best predictions count as yes"), classID(), name(nil), dtype()),
			Config: spec.Keys("thresholds", "top_k", "class_id"), ClassAttrs: []any{"_direction", "up"},
			Methods: computing(pairs, updateCells(map[string]string{"tp": "true_positives", cell: missed}), ratioResult(missed)),
			Setup: func(l *spec.Instance) error {
				def := 0.5
				if !l.IsNone("top_k") {
					def = -1e10
				}
				if err := parseThresholds(l, def); err != nil {
					return err
				}
				return zeros(l, perThreshold(l), true, "true_positives", missed)
			},
		}
	})
}

// The ratios.
var (
	Precision = ratio("Precision", "fp", "false_positives", "Takes the share of predictions of yes that are right.")
	Recall    = ratio("Recall", "fn", "false_negatives", "Takes the share of true yes that is found.")
)

var cells = []string{"true_positives", "false_positives", "true_negatives", "false_negatives"}

// sensitivitySpecificity finds the best of one ratio where another has a value.
var sensitivitySpecificity = spec.Declare(confusionModule, "SensitivitySpecificityBase", func() spec.Class {
	return spec.Class{
		Base: Metric, Doc: "The base of metrics that fix one ratio and give another.",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error {
				if low, err := l.Compare("num_thresholds", object.Le, 0); err != nil || !low {
					return err
				}
				return l.Bad("num_thresholds", l.Value("num_thresholds"), "1 or more")
			}),
			arg.Float("value").NotInConfig(), numThresholds().As("-"), classID(), name(nil), dtype(),
		),
		Config: spec.Keys("class_id"), ClassAttrs: []any{"_direction", "up"}, Methods: computing(pairs, updateCells(allCells), nil),
		Setup: func(l *spec.Instance) error {
			list, err := spread(l, l.Given.Get("num_thresholds"))
			if err != nil {
				return err
			}
			if err := l.Set("thresholds", list); err != nil {
				return err
			}
			return zeros(l, perThreshold(l), true, cells...)
		},
	}
})

func numThresholds() arg.Arg {
	return arg.Int("num_thresholds", 200).Says("how many thresholds are tried")
}

// between makes the numbers that lie evenly between 0 and 1 when there are n with both ends; n is Python's.
func between(l *spec.Instance, n object.Object) ([]object.Object, error) {
	size, err := object.Index(l.T, n)
	if err != nil {
		return nil, err
	}
	if err := l.T.Alloc(int64(max(size, 0)) * 16); err != nil {
		return nil, err
	}
	var out []object.Object
	for i := 0; i < size-2; i++ {
		out = append(out, object.Float(float64(i+1)/float64(size-1)))
	}
	return out, nil
}

func spread(l *spec.Instance, n object.Object) (object.Object, error) {
	if one, err := object.Equal(l.T, n, object.Int(1)); err != nil {
		return nil, err
	} else if one {
		return object.NewList(object.Float(0.5)), nil
	}
	inner, err := between(l, n)
	if err != nil {
		return nil, err
	}
	return object.NewList(append(append([]object.Object{object.Float(0)}, inner...), object.Float(1))...), nil
}

// at makes a metric that fixes the ratio of one name and gives another.
func at(class, wanted, fixed, doc string) *spec.Class {
	return spec.Declare(confusionModule, "keras.metrics."+class, func() spec.Class {
		return spec.Class{
			Base: sensitivitySpecificity, Doc: doc,
			Args: arg.Of(
				arg.Check(func(l *spec.Instance) error { return within(l, fixed, object.Lt) }),
				arg.Float(fixed).Says("the value that the "+fixed+" must have, 0 to 1"), numThresholds(), classID().ToBase(), name(nil), dtype(), arg.BaseInit,
			),
			Hand: func(l *spec.Instance) ([]object.Kwarg, error) {
				return arg.Pairs("value", l.Given.Get(fixed), "num_thresholds", l.Given.Get("num_thresholds")), nil
			},
			Config: spec.Keys("num_thresholds", fixed), Methods: computing("", nil, fixedResult(fixed, wanted)),
		}
	})
}

// The metrics at a fixed ratio.
var (
	SensitivityAtSpecificity = at("SensitivityAtSpecificity", "sensitivity", "specificity", "Takes the best sensitivity where specificity has a value.")
	SpecificityAtSensitivity = at("SpecificityAtSensitivity", "specificity", "sensitivity", "Takes the best specificity where sensitivity has a value.")
	PrecisionAtRecall        = at("PrecisionAtRecall", "precision", "recall", "Takes the best precision where recall has a value.")
	RecallAtPrecision        = at("RecallAtPrecision", "recall", "precision", "Takes the best recall where precision has a value.")
)
