package math

import (
	"math"
	"math/big"

	"layerglass/core/python/object"
)

// Sum adds floats without losing a digit: it keeps partial sums that do not overlap (Shewchuk's algorithm) and rounds once.
func Sum(list []float64) (float64, error) {
	var partials []float64
	infinite, special := 0.0, 0.0
	for _, x := range list {
		if x-x != 0 {
			if math.IsInf(x, 0) {
				infinite += x
			}
			special += x
			continue
		}
		n := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			high := x + y
			if low := y - (high - x); low != 0 {
				partials[n] = low
				n++
			}
			x = high
		}
		if x-x != 0 {
			return 0, object.NewError(object.OverflowErrorClass, "intermediate overflow in fsum")
		}
		partials = append(partials[:n], x)
	}
	if math.IsNaN(infinite) {
		return 0, object.ValueError("-inf + inf in fsum")
	}
	if special != 0 {
		return special, nil
	}
	if len(partials) == 0 {
		return 0, nil
	}
	if len(partials) == 1 {
		return partials[0], nil
	}
	exact := new(big.Float).SetPrec(2200)
	for _, p := range partials {
		exact.Add(exact, big.NewFloat(p))
	}
	v, _ := exact.Float64()
	return v, nil
}

func fsum(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := object.Items(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := floats(t, items)
	if err != nil {
		return nil, err
	}
	v, err := Sum(list)
	if err != nil {
		return nil, err
	}
	return object.Float(v), t.Spend(int64(len(list) / 8))
}
