package metrics

import (
	"slices"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// AUC takes the area under a curve.
var AUC = spec.Declare(confusionModule, "keras.metrics.AUC", func() spec.Class {
	return spec.Class{
		Base: Metric,
		Doc:  "Takes the area under the ROC or the precision-recall curve.",
		Args: arg.Of(
			arg.Check(setThresholds), numThresholds().As("-"),
			choice("curve", "ROC", strings.ToLower, "ROC", "PR", "PRGAIN").Says("ROC, PR or PRGAIN"),
			choice("summation_method", "interpolation", capital, "interpolation", "majoring", "minoring").Says("how the area between points is taken"),
			name(nil), dtype(), arg.BaseInit,
			arg.Any("thresholds", nil).As("-").Says("the thresholds to try, in place of num_thresholds"),
			arg.Bool("multi_label", false).Says("whether each label has a curve of its own"), arg.Int("num_labels", nil).Says("how many labels there are"),
			labelWeights(), arg.Bool("from_logits", false).As("_from_logits").Says("whether predictions are logits and no probabilities"),
		),
		Config: spec.Keys("num_thresholds", "curve", "summation_method", "multi_label", "num_labels", "label_weights", "from_logits"),
		Finish: func(l *spec.Instance, config *object.Dict) error {
			if !l.Bool("_init_from_thresholds") {
				return nil
			}
			items, err := object.Items(l.T, l.Value("_thresholds"))
			if err != nil || len(items) < 2 {
				return err
			}
			config.SetName("thresholds", object.NewList(items[1:len(items)-1]...))
			return nil
		},
		ClassAttrs: []any{"_direction", "up"}, Setup: setCells, Methods: computing(pairs, updateAUC, aucResult),
		Getters: []spec.Getter{{Name: "thresholds", Doc: "The thresholds that are tried.", Get: func(l *spec.Instance) (object.Object, error) {
			items, err := object.Items(l.T, l.Value("_thresholds"))
			return object.NewList(items...), err
		}}},
	}
})

// choice is an argument that takes one of a few names, each also in a second form.
func choice(name, def string, second func(string) string, names ...string) arg.Arg {
	a := arg.OneOf(name, strings.Join(names, ", "), def)
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if s, ok := object.AsString(v); ok {
			for _, n := range names {
				if s == n || s == second(n) {
					return object.Intern(n), nil
				}
			}
		}
		return nil, l.Bad(a.Name, v, "one of '"+strings.Join(names, "', '")+"'")
	}}
	return a
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// setThresholds sets num_thresholds and the thresholds, as an array with an end below 0 and one above 1.
func setThresholds(l *spec.Instance) error {
	given := l.Given.Get("thresholds")
	var inner []object.Object
	number := l.Given.Get("num_thresholds")
	if given != object.None {
		n, err := object.Len(l.T, given)
		if err != nil {
			return err
		}
		if inner, err = ordered(l, given); err != nil {
			return err
		}
		number = object.Int(n + 2)
	} else {
		low, err := l.Compare("num_thresholds", object.Le, 1)
		if err != nil {
			return err
		}
		if low {
			return l.Bad("num_thresholds", number, "2 or more")
		}
		if inner, err = between(l, number); err != nil {
			return err
		}
	}
	eps, err := object.ToFloat(l.T, config.Epsilon(l.T))
	if err != nil {
		return err
	}
	all := append(append([]object.Object{object.Float(0 - eps)}, inner...), object.Float(1+eps))
	numpy, err := l.T.Import(l.T, "numpy")
	if err != nil {
		return err
	}
	array, err := object.CallMethod(l.T, numpy, "array", object.NewList(all...))
	if err != nil {
		return err
	}
	return l.SetAll("_init_from_thresholds", given != object.None, "num_thresholds", number, "_thresholds", array)
}

// ordered returns the items of a value in order.
func ordered(l *spec.Instance, v object.Object) ([]object.Object, error) {
	items, err := object.Items(l.T, v)
	if err != nil {
		return nil, err
	}
	items = append([]object.Object(nil), items...)
	slices.SortStableFunc(items, func(a, b object.Object) int {
		for _, c := range []struct {
			x, y object.Object
			sign int
		}{{a, b, -1}, {b, a, 1}} {
			out, bad := object.Compare(l.T, object.Lt, c.x, c.y)
			if bad == nil {
				var less bool
				if less, bad = object.Truth(l.T, out); less {
					return c.sign
				}
			}
			if bad != nil {
				err = bad
				return 0
			}
		}
		return 0
	})
	return items, err
}

// labelWeights is the argument label_weights: the attribute is a tensor.
func labelWeights() arg.Arg {
	a := arg.Any("label_weights", nil).Says("how much each label counts")
	a.Kind = &arg.Kind{Name: "list of numbers", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		return ops.Do(l.T, "array", v, l.Value("_dtype"))
	}}
	return a
}

// setCells makes the variables, when their shape is known.
func setCells(l *spec.Instance) error {
	if err := l.Set("_built", false); err != nil {
		return err
	}
	labels, err := object.Truth(l.T, l.Value("num_labels"))
	if err != nil {
		return err
	}
	shape := object.NewTuple(l.Value("num_thresholds"))
	switch several := l.Bool("multi_label"); {
	case several && !labels:
		return nil
	case several:
		shape = object.NewTuple(l.Value("num_thresholds"), l.Value("num_labels"))
	case labels:
		return l.Bad("num_labels", l.Value("num_labels"), "None without multi_label=True")
	}
	if err := zeros(l, shape, true, cells...); err != nil {
		return err
	}
	return l.Set("_built", true)
}
