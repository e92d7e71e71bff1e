package statistics

import (
	"math"
	"math/big"

	"layerglass/core/python/lib/fractions"
	"layerglass/core/python/object"
)

// kind is the type in which a result is given.
type kind uint8

const (
	ints kind = iota
	floats
	ratios
	decimals
)

// numbers are data with their exact values.
type numbers struct {
	kind    kind
	values  []*big.Rat
	special float64 // the sum of infinities and NaNs; 0 if there are none
	decimal *object.Class
}

// join returns the type of results made of two types.
func join(a, b kind) (kind, bool) {
	switch {
	case a == b || b == ints:
		return a, true
	case a == ints:
		return b, true
	case a == decimals || b == decimals:
		return a, false
	}
	return floats, true
}

// exactly reads data. Each number keeps its exact value, so that sums lose nothing.
func exactly(t *object.Thread, items []object.Object) (*numbers, error) {
	n := &numbers{}
	for i, o := range items {
		v, special, k, err := n.read(o)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			n.kind = k
		} else if joined, ok := join(n.kind, k); ok {
			n.kind = joined
		} else {
			return nil, object.TypeError("don't know how to coerce %s and %s", items[0].Class().Name, o.Class().Name)
		}
		if v == nil {
			n.special += special
			v = new(big.Rat)
		}
		n.values = append(n.values, v)
	}
	return n, t.Spend(int64(len(items)))
}

func (n *numbers) read(o object.Object) (v *big.Rat, special float64, k kind, err error) {
	switch x := object.Of(o).(type) {
	case object.Float:
		if f := float64(x); f-f != 0 {
			return nil, f, floats, nil
		}
		return new(big.Rat).SetFloat64(float64(x)), 0, floats, nil
	case *fractions.Fraction:
		return x.V, 0, ratios, nil
	case fractions.Ratioed:
		n.decimal = x.Class()
		num, den, err := x.Ratio()
		if err != nil {
			return nil, math.NaN(), decimals, nil
		}
		return new(big.Rat).SetFrac(num, den), 0, decimals, nil
	}
	if b := object.AsBig(o); b != nil {
		return new(big.Rat).SetInt(b), 0, ints, nil
	}
	return nil, 0, 0, object.TypeError("can't convert type '%s' to numerator/denominator", o.Class().Name)
}

func (n *numbers) sum() *big.Rat {
	// Numbers of equal denominators are added first: floats have few different ones.
	parts := map[string]*big.Int{}
	dens := map[string]*big.Int{}
	for _, v := range n.values {
		key := v.Denom().Text(62)
		if parts[key] == nil {
			parts[key], dens[key] = new(big.Int), v.Denom()
		}
		parts[key].Add(parts[key], v.Num())
	}
	total := new(big.Rat)
	for key, p := range parts {
		total.Add(total, new(big.Rat).SetFrac(p, dens[key]))
	}
	return total
}

// give turns an exact result into an object of the data's type.
func (n *numbers) give(t *object.Thread, v *big.Rat) (object.Object, error) {
	if n.special != 0 {
		return object.Float(n.special), nil
	}
	switch n.kind {
	case ratios:
		return fractions.New(v), nil
	case decimals:
		num, err := object.Call(t, n.decimal, object.NewBig(v.Num()))
		if err != nil {
			return nil, err
		}
		den, err := object.Call(t, n.decimal, object.NewBig(v.Denom()))
		if err != nil {
			return nil, err
		}
		return object.Binary(t, object.TrueDiv, num, den)
	case ints:
		if v.IsInt() {
			return object.NewBig(v.Num()), nil
		}
	}
	f, _ := v.Float64()
	return object.Float(f), nil
}

// root turns the square root of an exact value into an object.
func (n *numbers) root(t *object.Thread, v *big.Rat) (object.Object, error) {
	if n.special != 0 {
		return object.Float(math.Sqrt(n.special)), nil
	}
	if n.kind == decimals {
		d, err := n.give(t, v)
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, d, "sqrt")
	}
	exact := new(big.Float).SetPrec(400).SetRat(v)
	f, _ := exact.Sqrt(exact).Float64()
	return object.Float(f), nil
}

// squares returns the sum of the squares of the differences from the mean.
func (n *numbers) squares() *big.Rat {
	count := new(big.Rat).SetInt64(int64(len(n.values)))
	total := n.sum()
	all := &numbers{}
	for _, v := range n.values {
		all.values = append(all.values, new(big.Rat).Mul(v, v))
	}
	mean := new(big.Rat).Mul(total, total)
	return new(big.Rat).Sub(all.sum(), mean.Quo(mean, count))
}
