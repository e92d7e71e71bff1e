package math

import (
	"math"
	"math/big"
	"math/bits"

	"layerglass/core/python/object"
)

// integer returns an argument as a big.Int by __index__.
func integer(t *object.Thread, o object.Object) (*big.Int, error) {
	v, err := object.AsIndex(t, o)
	if err != nil {
		return nil, err
	}
	switch x := v.(type) {
	case object.Int:
		return big.NewInt(int64(x)), nil
	case *object.BigInt:
		return x.V, nil
	}
	if v == object.Object(object.True) {
		return big.NewInt(1), nil
	}
	return new(big.Int), nil
}

func integerFunctions() []*object.Builtin {
	return []*object.Builtin{
		object.Func("gcd", "(*integers)", "Returns the greatest common divisor.", fold(new(big.Int), func(a, b *big.Int) *big.Int {
			return new(big.Int).GCD(nil, nil, new(big.Int).Abs(a), new(big.Int).Abs(b))
		})),
		object.Func("lcm", "(*integers)", "Returns the least common multiple.", fold(big.NewInt(1), lcm)),
		object.Func("factorial", "(x, /)", "Returns x factorial.", factorial),
		object.Func("comb", "(n, k, /)", "Returns the number of ways to choose k of n.", comb),
		object.Func("perm", "(n, k=None, /)", "Returns the number of ways to choose k of n in order.", perm),
		object.Func("isqrt", "(n, /)", "Returns the integer part of the square root.", isqrt),
		rounding("floor", "__floor__", math.Floor),
		rounding("ceil", "__ceil__", math.Ceil),
		object.Func("trunc", "(x, /)", "Returns x without its fraction.", trunc),
	}
}

func lcm(a, b *big.Int) *big.Int {
	if a.Sign() == 0 || b.Sign() == 0 {
		return new(big.Int)
	}
	g := new(big.Int).GCD(nil, nil, new(big.Int).Abs(a), new(big.Int).Abs(b))
	r := new(big.Int).Mul(a, new(big.Int).Quo(b, g))
	return r.Abs(r)
}

func fold(start *big.Int, f func(a, b *big.Int) *big.Int) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		r := new(big.Int).Set(start)
		for _, o := range a[0].(*object.Tuple).Items {
			n, err := integer(t, o)
			if err != nil {
				return nil, err
			}
			if w := int64(min(r.BitLen(), n.BitLen()) / 64); w > 4 { // the steps of Euclid, each over all words
				if err := t.Spend(w * int64(max(r.BitLen(), n.BitLen())/64+1)); err != nil {
					return nil, err
				}
			}
			r = f(r, n)
		}
		return object.NewBig(r), nil
	}
}

// natural returns an argument that must be a non-negative int of moderate size.
func natural(t *object.Thread, o object.Object, complaint string) (int64, error) {
	n, err := integer(t, o)
	if err != nil {
		return 0, err
	}
	if n.Sign() < 0 {
		return 0, object.ValueError("%s", complaint)
	}
	if !n.IsInt64() {
		return 0, object.NewError(object.OverflowErrorClass, "the number is too large for this function")
	}
	return n.Int64(), nil
}

func factorial(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := natural(t, a[0], "factorial() not defined for negative values")
	if err != nil {
		return nil, err
	}
	if err := payProduct(t, n, n); err != nil {
		return nil, err
	}
	return object.NewBig(new(big.Int).MulRange(1, n)), nil
}

// payProduct takes the steps and the memory for a product of count factors up to n.
func payProduct(t *object.Thread, count, n int64) error {
	words := float64(count) * float64(bits.Len64(uint64(n))) / 64
	if err := t.Spend(count + int64(words*math.Sqrt(words)/16)); err != nil { // Go multiplies by Karatsuba's method
		return err
	}
	return t.Alloc(int64(words) * 8)
}

func comb(t *object.Thread, a []object.Object) (object.Object, error) {
	for _, o := range a {
		if _, err := integer(t, o); err != nil {
			return nil, err
		}
	}
	n, err := natural(t, a[0], "n must be a non-negative integer")
	if err != nil {
		return nil, err
	}
	k, err := natural(t, a[1], "k must be a non-negative integer")
	if err != nil {
		return nil, err
	}
	if k > n {
		return object.Int(0), nil
	}
	if k = min(k, n-k); k == 0 {
		return object.Int(1), nil
	}
	if err := payProduct(t, 2*k, n); err != nil {
		return nil, err
	}
	above, below := new(big.Int).MulRange(n-k+1, n), new(big.Int).MulRange(1, k)
	return object.NewBig(above.Quo(above, below)), nil
}

func perm(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[1] == object.None {
		return factorial(t, a[:1])
	}
	for _, o := range a {
		if _, err := integer(t, o); err != nil {
			return nil, err
		}
	}
	n, err := natural(t, a[0], "n must be a non-negative integer")
	if err != nil {
		return nil, err
	}
	k, err := natural(t, a[1], "k must be a non-negative integer")
	if err != nil {
		return nil, err
	}
	if k > n {
		return object.Int(0), nil
	}
	if err := payProduct(t, k, n); err != nil {
		return nil, err
	}
	return object.NewBig(new(big.Int).MulRange(n-k+1, n)), nil
}

func isqrt(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := integer(t, a[0])
	if err != nil {
		return nil, err
	}
	if n.Sign() < 0 {
		return nil, object.ValueError("isqrt() argument must be nonnegative")
	}
	if w := int64(n.BitLen() / 64); w > 4 {
		if err := t.Spend(w*w/4 + w); err != nil {
			return nil, err
		}
	}
	return object.NewBig(new(big.Int).Sqrt(n)), nil
}

// whole turns a float with no fraction into an int.
func whole(f float64) (object.Object, error) {
	switch {
	case math.IsNaN(f):
		return nil, object.ValueError("cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return nil, object.NewError(object.OverflowErrorClass, "cannot convert float infinity to integer")
	}
	n, _ := big.NewFloat(f).Int(nil)
	return object.NewBig(n), nil
}

func rounding(name, method string, f func(float64) float64) *object.Builtin {
	return object.Func(name, "(x, /)", "Returns the "+name+" of x as an int.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if x, ok := a[0].(object.Float); ok {
			return whole(f(float64(x)))
		}
		m, err := object.Special(t, a[0], method)
		if err != nil {
			return nil, err
		}
		if m != nil {
			return object.Call(t, m)
		}
		x, err := float(t, a[0])
		if err != nil {
			return nil, err
		}
		return whole(f(x))
	})
}

func trunc(t *object.Thread, a []object.Object) (object.Object, error) {
	if x, ok := a[0].(object.Float); ok {
		return whole(math.Trunc(float64(x)))
	}
	m, err := object.Special(t, a[0], "__trunc__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, object.TypeError("type %s doesn't define __trunc__ method", a[0].Class().MessageName())
	}
	return object.Call(t, m)
}
