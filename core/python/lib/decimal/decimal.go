// Package decimal is Python's module decimal: numbers with decimal digits, calculated as the General Decimal Arithmetic
// specification says.
package decimal

import (
	"math"
	"math/big"

	"layerglass/core/python/lib/fractions"
	"layerglass/core/python/object"
)

// Decimal is a decimal number. It is never changed.
type Decimal struct {
	kind kind
	neg  bool
	coef *big.Int // the digits; of a NaN its diagnostic number
	exp  int
}

type kind uint8

const (
	finite kind = iota
	infinite
	quiet  // NaN
	signal // sNaN
)

// Class is the type Decimal.
var Class = object.NewType("Decimal", "decimal", nil).WithPayload().Dotted()

// Class returns the type Decimal.
func (*Decimal) Class() *object.Class { return Class }

var (
	zero = new(big.Int)
	one  = big.NewInt(1)
	five = big.NewInt(5)
	ten  = big.NewInt(10)
)

func number(neg bool, coef *big.Int, exp int) *Decimal {
	return &Decimal{neg: neg, coef: coef, exp: exp}
}

func ofInt(n *big.Int) *Decimal { return number(n.Sign() < 0, new(big.Int).Abs(n), 0) }

var (
	nan = &Decimal{kind: quiet, coef: zero}
	inf = &Decimal{kind: infinite, coef: zero}
)

func signed(d *Decimal, neg bool) *Decimal {
	c := *d
	c.neg = neg
	return &c
}

func (d *Decimal) isNaN() bool  { return d.kind >= quiet }
func (d *Decimal) isZero() bool { return d.kind == finite && d.coef.Sign() == 0 }

// pow10 returns 10**n.
func pow10(n int) *big.Int { return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil) }

// digits returns the number of digits of a coefficient; 0 has one.
func digits(n *big.Int) int {
	if n.Sign() == 0 {
		return 1
	}
	d := int(float64(n.BitLen()-1)*math.Log10(2)) + 1
	if d < 1<<16 && n.Cmp(pow10(d)) >= 0 || d >= 1<<16 && len(n.String()) > d {
		d++
	}
	return d
}

// adjusted is the exponent of the first digit.
func (d *Decimal) adjusted() int { return d.exp + digits(d.coef) - 1 }

// value returns the exact value of a finite number.
func (d *Decimal) value() *big.Rat {
	n := new(big.Int).Set(d.coef)
	if d.neg {
		n.Neg(n)
	}
	if d.exp >= 0 {
		return new(big.Rat).SetInt(n.Mul(n, pow10(d.exp)))
	}
	return new(big.Rat).SetFrac(n, pow10(-d.exp))
}

// maxExact is the exponent beyond which numbers are not written out as ints or fractions.
const maxExact = 100_000

// Ratio returns numerator and denominator.
func (d *Decimal) Ratio() (*big.Int, *big.Int, error) {
	switch {
	case d.isNaN():
		return nil, nil, object.ValueError("cannot convert NaN to integer ratio")
	case d.kind == infinite:
		return nil, nil, object.NewError(object.OverflowErrorClass, "cannot convert Infinity to integer ratio")
	case d.exp > maxExact || d.exp < -maxExact:
		return nil, nil, object.NewError(object.OverflowErrorClass, "an exponent of %d is too large to be written out", d.exp)
	}
	v := d.value()
	return v.Num(), v.Denom(), nil
}

// Hash is that of equal numbers of other types.
func (d *Decimal) Hash(*object.Thread) (uint64, error) {
	switch {
	case d.kind == signal:
		return 0, object.TypeError("Cannot hash a signaling NaN value")
	case d.kind == quiet:
		return 0, nil
	case d.kind == infinite:
		return object.Float(math.Inf(map[bool]int{false: 1, true: -1}[d.neg])).Hash(nil)
	}
	p := big.NewInt(1<<61 - 1)
	scale := big.NewInt(int64(d.exp))
	base := ten
	if d.exp < 0 {
		scale.Neg(scale)
		base = new(big.Int).ModInverse(ten, p)
	}
	h := new(big.Int).Exp(base, scale, p)
	h.Mod(h.Mul(h, d.coef), p)
	if d.neg {
		h.Neg(h)
	}
	return fractions.HashOf(new(big.Rat).SetInt(h)), nil
}

// Truth reports that the number is not 0.
func (d *Decimal) Truth(*object.Thread) (bool, error) { return !d.isZero(), nil }

// operand returns the Decimal that an object stands for in arithmetic: an int or a Decimal.
func operand(o object.Object) *Decimal {
	if d, ok := object.Of(o).(*Decimal); ok {
		return d
	}
	if n := object.AsBig(o); n != nil {
		return ofInt(n)
	}
	return nil
}

// compare orders two numbers that are no NaNs.
func (d *Decimal) compare(e *Decimal) int {
	sign := func(x *Decimal) int {
		switch {
		case x.isZero():
			return 0
		case x.neg:
			return -1
		}
		return 1
	}
	s, r := sign(d), sign(e)
	switch {
	case s != r:
		if s < r {
			return -1
		}
		return 1
	case s == 0 || d.kind == infinite && e.kind == infinite:
		return 0
	case d.kind == infinite:
		return s
	case e.kind == infinite:
		return -s
	}
	if p, q := d.adjusted(), e.adjusted(); p != q {
		if p < q {
			return -s
		}
		return s
	}
	x, y := d.coef, e.coef
	if d.exp > e.exp {
		x = new(big.Int).Mul(x, pow10(d.exp-e.exp))
	} else {
		y = new(big.Int).Mul(y, pow10(e.exp-d.exp))
	}
	return s * x.Cmp(y)
}

// Compare compares with any real number exactly.
func (d *Decimal) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	e := operand(o)
	equality := op == object.Eq || op == object.Ne
	switch x := object.Of(o).(type) {
	case object.Float:
		e = ofFloat(float64(x))
		if !equality {
			if err := contextOf(t).raise(t, floatOperation, "strict semantics for mixing floats and Decimals are enabled"); err != nil {
				return nil, err
			}
		}
	case object.Complex:
		if !equality {
			return object.NotImplemented, nil
		}
		if imag(x) != 0 {
			return object.Bool(op == object.Ne), nil
		}
		e = ofFloat(real(x))
	case *fractions.Fraction:
		if d.kind != finite || d.exp > maxExact || d.exp < -maxExact {
			e = ofFloat(0)
			break
		}
		return fractions.New(d.value()).Compare(t, op, x)
	}
	if e == nil {
		return object.NotImplemented, nil
	}
	if d.isNaN() || e.isNaN() {
		if d.kind == signal || e.kind == signal || !equality {
			if err := contextOf(t).raise(t, invalidOperation, ""); err != nil {
				return nil, err
			}
		}
		return object.Bool(op == object.Ne), nil
	}
	c := d.compare(e)
	switch op {
	case object.Eq:
		return object.Bool(c == 0), nil
	case object.Ne:
		return object.Bool(c != 0), nil
	case object.Lt:
		return object.Bool(c < 0), nil
	case object.Le:
		return object.Bool(c <= 0), nil
	case object.Gt:
		return object.Bool(c > 0), nil
	}
	return object.Bool(c >= 0), nil
}

// ofFloat returns the exact value of a float.
func ofFloat(f float64) *Decimal {
	switch {
	case math.IsNaN(f):
		return signed(nan, math.Signbit(f))
	case math.IsInf(f, 0):
		return signed(inf, f < 0)
	case f == 0:
		return number(math.Signbit(f), zero, 0)
	}
	r := new(big.Rat).SetFloat64(math.Abs(f))
	places := r.Denom().BitLen() - 1 // the denominator is 2**places
	n := new(big.Int).Mul(r.Num(), new(big.Int).Exp(five, big.NewInt(int64(places)), nil))
	return number(f < 0, n, -places)
}

// Binary calculates with an int or a Decimal in the current context.
func (d *Decimal) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	e := operand(o)
	if e == nil {
		return object.NotImplemented, nil
	}
	x, y := d, e
	if reflected {
		x, y = e, d
	}
	c := &calculation{t: t, Context: contextOf(t)}
	var v *Decimal
	var err error
	switch op {
	case object.Add:
		v, err = c.add(x, y)
	case object.Sub:
		v, err = c.subtract(x, y)
	case object.Mul:
		v, err = c.multiply(x, y)
	case object.TrueDiv:
		v, err = c.divide(x, y)
	case object.FloorDiv:
		v, err = c.divideInt(x, y)
	case object.Mod:
		v, err = c.remainder(x, y)
	case object.Pow:
		v, err = c.power(x, y)
	case object.DivMod:
		q, r, err := c.divmod(x, y)
		if err != nil {
			return nil, err
		}
		return object.NewTuple(q, r), nil
	default:
		return object.NotImplemented, nil
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

// Unary is sign and absolute value, rounded to the context.
func (d *Decimal) Unary(t *object.Thread, op object.UnaryOp) (object.Object, error) {
	c := &calculation{t: t, Context: contextOf(t)}
	var v *Decimal
	var err error
	switch op {
	case object.Neg:
		v, err = c.minus(d)
	case object.Pos:
		v, err = c.plus(d)
	case object.Abs:
		v, err = c.plus(d)
		if d.neg {
			v, err = c.minus(d)
		}
	default:
		return nil, object.TypeError("bad operand type for unary ~: 'decimal.Decimal'")
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}
