package statistics

import (
	"math/big"

	"layerglass/core/python/lib/math"
	"layerglass/core/python/object"
)

var averages = []*object.Builtin{
	object.Func("mean", "(data)", "Returns the arithmetic mean.", mean),
	object.Func("fmean", "(data, weights=None)", "Returns the arithmetic mean as a float.", floatMean),
	object.Func("geometric_mean", "(data)", "Returns the geometric mean.", geometricMean),
	object.Func("harmonic_mean", "(data, weights=None)", "Returns the harmonic mean.", harmonicMean),
}

func mean(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := data(t, a[0], 1, "mean requires at least one data point")
	if err != nil {
		return nil, err
	}
	n, err := exactly(t, items)
	if err != nil {
		return nil, err
	}
	total := n.sum()
	return n.give(t, total.Quo(total, new(big.Rat).SetInt64(int64(len(items)))))
}

func floatMean(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := data(t, a[0], 1, "fmean requires at least one data point")
	if err != nil {
		return nil, err
	}
	list, err := reals(t, items)
	if err != nil {
		return nil, err
	}
	if a[1] == object.None {
		total, err := math.Sum(list)
		return object.Float(total / float64(len(list))), err
	}
	given, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	weights, err := reals(t, given)
	if err != nil {
		return nil, err
	}
	if len(weights) != len(list) {
		return nil, statisticsError("data and weights must be the same length")
	}
	total, err := math.Sum(weights)
	if err != nil {
		return nil, err
	}
	if total == 0 {
		return nil, statisticsError("sum of weights must be non-zero")
	}
	for i := range list {
		list[i] *= weights[i]
	}
	sum, err := math.Sum(list)
	return object.Float(sum / total), err
}

func geometricMean(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := object.Items(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := reals(t, items)
	if err != nil {
		return nil, err
	}
	for i, v := range list {
		if v <= 0 { // NaN has its way
			list = nil
			break
		}
		list[i] = object.FloatLog(v)
	}
	if len(list) == 0 {
		return nil, statisticsError("geometric mean requires a non-empty dataset containing positive numbers")
	}
	total, err := math.Sum(list)
	return object.Float(object.FloatExp(total / float64(len(list)))), err
}

func harmonicMean(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := data(t, a[0], 1, "harmonic_mean requires at least one data point")
	if err != nil {
		return nil, err
	}
	n, err := exactly(t, items)
	if err != nil {
		return nil, err
	}
	for _, v := range n.values {
		if v.Sign() < 0 {
			return nil, statisticsError("harmonic mean does not support negative values")
		}
	}
	var weights object.Object
	total := object.Object(object.Int(len(items)))
	if a[1] == object.None {
		if len(items) == 1 {
			return items[0], nil
		}
	} else {
		list, err := object.Items(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(list) != len(items) {
			return nil, statisticsError("Number of weights does not match data size")
		}
		w, err := exactly(t, list)
		if err != nil {
			return nil, err
		}
		for _, v := range w.values {
			if v.Sign() < 0 {
				return nil, statisticsError("harmonic mean does not support negative values")
			}
		}
		if total, err = w.give(t, w.sum()); err != nil {
			return nil, err
		}
		weights = object.NewList(list...)
	}
	return harmonic(t, items, weights, total)
}

// harmonic divides the total weight by the sum of the weighted reciprocals.
func harmonic(t *object.Thread, items []object.Object, weights, total object.Object) (object.Object, error) {
	parts := make([]object.Object, 0, len(items))
	for i, o := range items {
		w := object.Object(object.Int(1))
		if weights != nil {
			w = weights.(*object.List).Items[i]
		}
		if used, err := object.Truth(t, w); err != nil || !used {
			if err != nil {
				return nil, err
			}
			parts = append(parts, object.Int(0))
			continue
		}
		part, err := object.Binary(t, object.TrueDiv, w, o)
		if object.IsKind(err, object.ZeroDivisionErrorClass) {
			return object.Int(0), nil
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	n, err := exactly(t, parts)
	if err != nil {
		return nil, err
	}
	whole, err := exactly(t, []object.Object{total})
	if err != nil {
		return nil, err
	}
	sum := n.sum()
	if sum.Sign() <= 0 {
		return nil, statisticsError("Weighted sum must be positive")
	}
	return n.give(t, new(big.Rat).Quo(whole.sum(), sum))
}
