package fractions

import (
	"math/big"

	"layerglass/core/python/object"
)

type method struct {
	name, sig, doc string
	do             func(t *object.Thread, f *Fraction, a []object.Object) (object.Object, error)
}

// whole makes a method that turns the fraction into an int.
func whole(name, doc string, f func(v *big.Rat) *big.Int) method {
	return method{name, "(self, /)", doc, func(_ *object.Thread, x *Fraction, _ []object.Object) (object.Object, error) {
		return object.NewBig(f(x.V)), nil
	}}
}

func truncated(v *big.Rat) *big.Int { return new(big.Int).Quo(v.Num(), v.Denom()) }

var methods = []method{
	whole("__floor__", "Returns the greatest int that is not greater.", floor),
	whole("__ceil__", "Returns the least int that is not less.", ceil),
	whole("__trunc__", "Drops the fraction.", truncated),
	whole("__int__", "Drops the fraction.", truncated),
	{"__float__", "(self, /)", "Returns the nearest float.", func(_ *object.Thread, f *Fraction, _ []object.Object) (object.Object, error) {
		v, err := toFloat(f.V)
		return object.Float(v), err
	}},
	{"__complex__", "(self, /)", "Returns the nearest complex.", func(_ *object.Thread, f *Fraction, _ []object.Object) (object.Object, error) {
		v, err := toFloat(f.V)
		return object.Complex(complex(v, 0)), err
	}},
	{"__round__", "(self, ndigits=None)", "Rounds halves to even.", round},
	{"as_integer_ratio", "(self)", "Returns numerator and denominator.", func(_ *object.Thread, f *Fraction, _ []object.Object) (object.Object, error) {
		return object.NewTuple(object.NewBig(f.V.Num()), object.NewBig(f.V.Denom())), nil
	}},
	{"limit_denominator", "(self, max_denominator=1000000)", "Returns the closest fraction with a small denominator.", limit},
	{"conjugate", "(self)", "Returns the number itself.", func(_ *object.Thread, f *Fraction, _ []object.Object) (object.Object, error) {
		return f, nil
	}},
	{"__copy__", "(self)", "", func(_ *object.Thread, f *Fraction, _ []object.Object) (object.Object, error) { return f, nil }},
	{"__deepcopy__", "(self, memo)", "", func(_ *object.Thread, f *Fraction, _ []object.Object) (object.Object, error) { return f, nil }},
}

func round(t *object.Thread, f *Fraction, a []object.Object) (object.Object, error) {
	if a[0] == object.None {
		return object.NewBig(Round(f.V)), nil
	}
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	if n > 10000 || n < -10000 {
		return nil, object.NewError(object.OverflowErrorClass, "round() of a Fraction takes up to 10000 digits, not %d", n)
	}
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil))
	if n > 0 {
		v := new(big.Rat).SetInt(Round(new(big.Rat).Mul(f.V, scale)))
		return New(v.Quo(v, scale)), nil
	}
	v := new(big.Rat).SetInt(Round(new(big.Rat).Quo(f.V, scale)))
	return New(v.Mul(v, scale)), nil
}

// limit walks down the continued fraction until the denominator would be too large, and then takes the nearer of the two
// bounds.
func limit(_ *object.Thread, f *Fraction, a []object.Object) (object.Object, error) {
	most := object.AsBig(a[0])
	if most == nil {
		return nil, object.TypeError("max_denominator must be an int, not '%s'", a[0].Class().Name)
	}
	if most.Sign() <= 0 {
		return nil, object.ValueError("max_denominator should be at least 1")
	}
	if f.V.Denom().Cmp(most) <= 0 {
		return f, nil
	}
	p0, q0, p1, q1 := big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(0)
	n, d := new(big.Int).Set(f.V.Num()), new(big.Int).Set(f.V.Denom())
	for {
		k := new(big.Int).Div(n, d)
		q2 := new(big.Int).Add(q0, new(big.Int).Mul(k, q1))
		if q2.Cmp(most) > 0 {
			break
		}
		p2 := new(big.Int).Add(p0, new(big.Int).Mul(k, p1))
		p0, q0, p1, q1 = p1, q1, p2, q2
		n, d = d, new(big.Int).Sub(n, new(big.Int).Mul(k, d))
	}
	k := new(big.Int).Div(new(big.Int).Sub(most, q0), q1)
	first := new(big.Rat).SetFrac(p0.Add(p0, new(big.Int).Mul(k, p1)), q0.Add(q0, new(big.Int).Mul(k, q1)))
	second := new(big.Rat).SetFrac(p1, q1)
	away := func(v *big.Rat) *big.Rat { return new(big.Rat).Abs(new(big.Rat).Sub(v, f.V)) }
	if away(second).Cmp(away(first)) <= 0 {
		return New(second), nil
	}
	return New(first), nil
}

// convert makes the class methods from_float and from_decimal.
func convert(name, doc string) *object.Builtin {
	return object.Func(name, "(cls, f)", doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		if n := object.AsBig(a[1]); n == nil {
			_, isFloat := object.Of(a[1]).(object.Float)
			_, isDecimal := object.Of(a[1]).(Ratioed)
			if !isFloat && !isDecimal {
				return nil, object.TypeError("Fraction.%s() takes a number, not %s", name, a[1].Class().Name)
			}
		}
		return object.Call(t, a[0], a[1])
	})
}

func init() {
	Class.New = newFraction
	Class.Protocols(&Fraction{new(big.Rat)}, object.Add, object.Sub, object.Mul, object.TrueDiv, object.FloorDiv, object.Mod, object.DivMod, object.Pow)
	Class.Methods(object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) {
		return object.None, nil
	}))
	for _, m := range methods {
		do := m.do
		Class.Methods(object.Func(m.name, m.sig, m.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			return do(t, object.Of(a[0]).(*Fraction), a[1:])
		}))
	}
	Class.ClassMethods(convert("from_float", "Returns the exact value of a float."), convert("from_decimal", "Returns the exact value of a Decimal."))
	for _, g := range []struct {
		name, doc string
		get       func(f *Fraction) object.Object
	}{
		{"numerator", "The number above the line.", func(f *Fraction) object.Object { return object.NewBig(f.V.Num()) }},
		{"denominator", "The number below the line.", func(f *Fraction) object.Object { return object.NewBig(f.V.Denom()) }},
		{"real", "The number itself.", func(f *Fraction) object.Object { return f }},
		{"imag", "0.", func(*Fraction) object.Object { return object.Int(0) }},
	} {
		get := g.get
		Class.Getter(g.name, g.doc, func(_ *object.Thread, o object.Object) (object.Object, error) {
			f, ok := object.Of(o).(*Fraction)
			if !ok {
				return nil, object.TypeError("this attribute is of Fraction, not '%s'", o.Class().Name)
			}
			return get(f), nil
		})
	}
}
