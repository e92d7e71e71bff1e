// Package fractions is Python's module fractions: exact rational numbers.
package fractions

import (
	"math"
	"math/big"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/numbers"
	"layerglass/core/python/object"
)

func init() { lib.Register("fractions", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("fractions")
	m.Dict.SetName("Fraction", Class)
	return m, numbers.Join(t, "Rational", Class)
}

// Fraction is a rational number. Its value is never changed.
type Fraction struct{ V *big.Rat }

// Class is the type Fraction.
var Class = object.NewType("Fraction", "fractions", nil).WithPayload()

// Class returns the type Fraction.
func (*Fraction) Class() *object.Class { return Class }

// Ratioed is a number of another module that can tell its exact value.
type Ratioed interface {
	object.Object
	// Ratio returns numerator and denominator, or an error for an infinity or NaN.
	Ratio() (*big.Int, *big.Int, error)
}

// Ratio returns numerator and denominator.
func (f *Fraction) Ratio() (*big.Int, *big.Int, error) { return f.V.Num(), f.V.Denom(), nil }

// New returns the Fraction of a value.
func New(v *big.Rat) *Fraction { return &Fraction{v} }

// rational returns the exact value of an int or a Fraction, or nil.
func rational(o object.Object) *big.Rat {
	switch x := object.Of(o).(type) {
	case *Fraction:
		return x.V
	case object.Float, object.Complex:
		return nil
	}
	if n := object.AsBig(o); n != nil {
		return new(big.Rat).SetInt(n)
	}
	return nil
}

// rationalLike is rational, which also takes other objects that have numerator and denominator.
func rationalLike(t *object.Thread, o object.Object) (*big.Rat, error) {
	if v := rational(o); v != nil {
		return v, nil
	}
	if _, ok := object.Of(o).(object.Float); ok {
		return nil, nil
	}
	var parts [2]*big.Int
	for i, name := range []string{"numerator", "denominator"} {
		v, err := object.LookupAttr(t, o, object.Intern(name))
		if err != nil || v == nil {
			return nil, nil
		}
		if parts[i] = object.AsBig(v); parts[i] == nil {
			return nil, nil
		}
	}
	if parts[1].Sign() == 0 {
		return nil, zeroDenominator(parts[0])
	}
	return new(big.Rat).SetFrac(parts[0], parts[1]), nil
}

func zeroDenominator(numerator *big.Int) error {
	return object.NewError(object.ZeroDivisionErrorClass, "Fraction(%s, 0)", numerator)
}

func newFraction(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := signature.Bind(t, "Fraction", nil, a, nil)
	if err != nil {
		return nil, err
	}
	r, err := value(t, v[0], v[1])
	if err != nil {
		return nil, err
	}
	return object.Wrap(cls, &Fraction{r}), nil
}

var signature = object.ParseSignature("(numerator=0, denominator=None)")

func value(t *object.Thread, n, d object.Object) (*big.Rat, error) {
	if d != object.None {
		return quotient(t, n, d)
	}
	switch x := object.Of(n).(type) {
	case object.Float:
		return ofFloat(float64(x))
	case *object.Str:
		r, err := parse(x.String())
		if r == nil && err == nil {
			err = object.ValueError("Invalid literal for Fraction: %s", object.QuoteStr(x.String()))
		}
		return r, err
	case Ratioed:
		num, den, err := x.Ratio()
		if err != nil {
			return nil, err
		}
		return new(big.Rat).SetFrac(num, den), nil
	}
	r, err := rationalLike(t, n)
	if r == nil && err == nil {
		err = object.TypeError("argument should be a string or a Rational instance")
	}
	return r, err
}

func quotient(t *object.Thread, n, d object.Object) (*big.Rat, error) {
	x, err := rationalLike(t, n)
	if err != nil {
		return nil, err
	}
	y, err := rationalLike(t, d)
	if err != nil {
		return nil, err
	}
	if x == nil || y == nil {
		return nil, object.TypeError("both arguments should be Rational instances")
	}
	if y.Sign() == 0 {
		return nil, zeroDenominator(new(big.Int).Mul(x.Num(), y.Denom()))
	}
	return new(big.Rat).Quo(x, y), nil
}

func ofFloat(f float64) (*big.Rat, error) {
	switch {
	case math.IsNaN(f):
		return nil, object.ValueError("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return nil, object.NewError(object.OverflowErrorClass, "cannot convert Infinity to integer ratio")
	}
	return new(big.Rat).SetFloat64(f), nil
}

// toFloat returns the nearest float.
func toFloat(v *big.Rat) (float64, error) {
	f, _ := v.Float64()
	if math.IsInf(f, 0) {
		return 0, object.NewError(object.OverflowErrorClass, "integer division result too large for a float")
	}
	return f, nil
}

// Repr shows the call that makes the fraction.
func (f *Fraction) Repr(*object.Thread) (string, error) {
	return "Fraction(" + f.V.Num().String() + ", " + f.V.Denom().String() + ")", nil
}

// Str shows numerator and denominator with a slash, or an integer alone.
func (f *Fraction) Str(*object.Thread) (string, error) {
	if f.V.IsInt() {
		return f.V.Num().String(), nil
	}
	return f.V.String(), nil
}

// Truth reports that the fraction is not 0.
func (f *Fraction) Truth(*object.Thread) (bool, error) { return f.V.Sign() != 0, nil }

var hashModulus = big.NewInt(1<<61 - 1)

// Hash is that of equal numbers of other types.
func (f *Fraction) Hash(*object.Thread) (uint64, error) { return HashOf(f.V), nil }

// HashOf is the hash of all numbers of a value.
func HashOf(v *big.Rat) uint64 {
	h := uint64(314159) // that of infinity
	if inverse := new(big.Int).ModInverse(v.Denom(), hashModulus); inverse != nil {
		n := new(big.Int).Abs(v.Num())
		h = n.Mod(n.Mul(n, inverse), hashModulus).Uint64()
	}
	if v.Sign() < 0 {
		h = -h
	}
	if h == math.MaxUint64 { // -1 stands for an error in CPython
		h--
	}
	return h
}

// Compare compares with any real number exactly.
func (f *Fraction) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	var c int
	switch x := object.Of(o).(type) {
	case object.Float:
		if v := float64(x); v-v != 0 {
			return object.Float(0).Compare(nil, op, x)
		}
		c = f.V.Cmp(new(big.Rat).SetFloat64(float64(x)))
	case object.Complex:
		if op != object.Eq && op != object.Ne {
			return object.NotImplemented, nil
		}
		v, _ := f.V.Float64()
		return object.Bool((imag(x) == 0 && real(x) == v && new(big.Rat).SetFloat64(v).Cmp(f.V) == 0) == (op == object.Eq)), nil
	default:
		r := rational(o)
		if r == nil {
			return object.NotImplemented, nil
		}
		c = f.V.Cmp(r)
	}
	return object.Bool(holds(op, c)), nil
}

func holds(op object.CompareOp, c int) bool {
	switch op {
	case object.Eq:
		return c == 0
	case object.Ne:
		return c != 0
	case object.Lt:
		return c < 0
	case object.Le:
		return c <= 0
	case object.Gt:
		return c > 0
	}
	return c >= 0
}

// Unary is sign and absolute value.
func (f *Fraction) Unary(_ *object.Thread, op object.UnaryOp) (object.Object, error) {
	switch op {
	case object.Neg:
		return New(new(big.Rat).Neg(f.V)), nil
	case object.Pos:
		return New(f.V), nil
	case object.Abs:
		return New(new(big.Rat).Abs(f.V)), nil
	}
	return nil, object.TypeError("bad operand type for unary ~: 'Fraction'")
}
