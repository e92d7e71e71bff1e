package decimal

import (
	"math/big"

	"layerglass/core/python/object"
)

// operation is a calculation that Decimal and Context both offer as a method: d.sqrt(context) and context.sqrt(d).
type operation struct {
	name, sig, doc string // sig lists the operands behind the first
	do             func(c *calculation, d []*Decimal) (*Decimal, error)
}

func one1(f func(c *calculation, d *Decimal) (*Decimal, error)) func(*calculation, []*Decimal) (*Decimal, error) {
	return func(c *calculation, d []*Decimal) (*Decimal, error) { return f(c, d[0]) }
}

func two(f func(c *calculation, x, y *Decimal) (*Decimal, error)) func(*calculation, []*Decimal) (*Decimal, error) {
	return func(c *calculation, d []*Decimal) (*Decimal, error) { return f(c, d[0], d[1]) }
}

// shared are the methods of both classes.
var shared = []operation{
	{"sqrt", "", "Returns the square root.", one1((*calculation).sqrt)},
	{"exp", "", "Returns e to the power of the number.", one1((*calculation).exponential)},
	{"ln", "", "Returns the natural logarithm.", one1((*calculation).ln)},
	{"log10", "", "Returns the base-10 logarithm.", one1((*calculation).log10)},
	{"normalize", "", "Drops zeros at the end.", one1((*calculation).normalize)},
	{"to_integral_exact", "", "Rounds to an integer and notes it.", one1(func(c *calculation, d *Decimal) (*Decimal, error) { return c.integral(d, false) })},
	{"quantize", "other", "Rounds to the exponent of another number.", two((*calculation).quantize)},
	{"compare", "other", "Compares as a Decimal: -1, 0, 1 or NaN.", two(func(c *calculation, x, y *Decimal) (*Decimal, error) {
		if v, found, err := c.nans(x, y); found {
			return v, err
		}
		n := x.compare(y)
		return number(n < 0, big.NewInt(int64(max(n, -n))), 0), nil
	})},
	{"max", "other", "Returns the larger number; a number rather than a NaN.", two(func(c *calculation, x, y *Decimal) (*Decimal, error) {
		return c.extreme(x, y, true, false)
	})},
	{"min", "other", "Returns the smaller number; a number rather than a NaN.", two(func(c *calculation, x, y *Decimal) (*Decimal, error) {
		return c.extreme(x, y, false, false)
	})},
	{"max_mag", "other", "Returns the number of larger magnitude.", two(func(c *calculation, x, y *Decimal) (*Decimal, error) {
		return c.extreme(x, y, true, true)
	})},
	{"min_mag", "other", "Returns the number of smaller magnitude.", two(func(c *calculation, x, y *Decimal) (*Decimal, error) {
		return c.extreme(x, y, false, true)
	})},
	{"remainder_near", "other", "Returns the rest of the division to the nearest integer.", two((*calculation).remainderNear)},
	{"fma", "other, third", "Multiplies and adds with one rounding.", func(c *calculation, d []*Decimal) (*Decimal, error) {
		if v, found, err := c.nans(d...); found {
			return v, err
		}
		if d[0].kind == infinite || d[1].kind == infinite {
			p, err := c.multiply(d[0], d[1])
			if err != nil {
				return nil, err
			}
			return c.add(p, d[2])
		}
		return c.add(number(d[0].neg != d[1].neg, new(big.Int).Mul(d[0].coef, d[1].coef), d[0].exp+d[1].exp), d[2])
	}},
	{"scaleb", "other", "Moves the exponent.", two(func(c *calculation, x, y *Decimal) (*Decimal, error) {
		if v, found, err := c.nans(x, y); found {
			return v, err
		}
		if y.exp != 0 || y.kind != finite || !y.coef.IsInt64() || y.coef.Int64() > int64(2*(c.emax+c.prec)) {
			return c.invalid("")
		}
		if x.kind == infinite {
			return x, nil
		}
		n := int(y.coef.Int64())
		if y.neg {
			n = -n
		}
		return c.fix(number(x.neg, x.coef, x.exp+n))
	})},
	{"logb", "", "Returns the exponent of the first digit.", one1(func(c *calculation, d *Decimal) (*Decimal, error) {
		if v, found, err := c.nans(d); found {
			return v, err
		}
		if d.kind == infinite {
			return signed(d, false), nil
		}
		if d.isZero() {
			return signed(inf, true), c.raise(divisionByZero, "")
		}
		return c.fix(ofInt(big.NewInt(int64(d.adjusted()))))
	})},
	{"next_plus", "", "Returns the next larger number.", one1(func(c *calculation, d *Decimal) (*Decimal, error) { return c.next(d, false) })},
	{"next_minus", "", "Returns the next smaller number.", one1(func(c *calculation, d *Decimal) (*Decimal, error) { return c.next(d, true) })},
	{"copy_sign", "other", "Returns the number with another's sign.", two(func(_ *calculation, x, y *Decimal) (*Decimal, error) {
		return signed(x, y.neg), nil
	})},
	{"copy_abs", "", "Returns the number without sign.", one1(func(_ *calculation, d *Decimal) (*Decimal, error) { return signed(d, false), nil })},
	{"copy_negate", "", "Returns the number with the other sign.", one1(func(_ *calculation, d *Decimal) (*Decimal, error) { return signed(d, !d.neg), nil })},
}

// contextOnly are the operators as methods of Context.
var contextOnly = []operation{
	{"add", "other", "Adds.", two((*calculation).add)},
	{"subtract", "other", "Subtracts.", two((*calculation).subtract)},
	{"multiply", "other", "Multiplies.", two((*calculation).multiply)},
	{"divide", "other", "Divides.", two((*calculation).divide)},
	{"divide_int", "other", "Divides to an integer.", two((*calculation).divideInt)},
	{"remainder", "other", "Returns the rest of the division to an integer.", two((*calculation).remainder)},
	{"plus", "", "Rounds to the context.", one1((*calculation).plus)},
	{"minus", "", "Changes the sign.", one1((*calculation).minus)},
	{"abs", "", "Returns the absolute value.", one1(func(c *calculation, d *Decimal) (*Decimal, error) {
		if d.neg {
			return c.minus(d)
		}
		return c.plus(d)
	})},
	{"to_integral_value", "", "Rounds to an integer.", one1(func(c *calculation, d *Decimal) (*Decimal, error) { return c.integral(d, true) })},
	{"create_decimal_from_float", "", "Rounds a float to the context.", one1((*calculation).fixed)},
}

func (c *calculation) fixed(d *Decimal) (*Decimal, error) { return c.fix(d) }

// extreme returns the larger or smaller of two; of equal ones the order of signs and exponents decides.
func (c *calculation) extreme(x, y *Decimal, larger, magnitude bool) (*Decimal, error) {
	switch {
	case x.kind == quiet && !y.isNaN():
		return c.fix(y)
	case y.kind == quiet && !x.isNaN():
		return c.fix(x)
	}
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	n := x.compare(y)
	if magnitude {
		n = signed(x, false).compare(signed(y, false))
	}
	if n == 0 {
		n = x.compare(y)
	}
	if n == 0 {
		n = totalOrder(x, y)
	}
	if (n >= 0) == larger {
		return c.fix(x)
	}
	return c.fix(y)
}

func totalOrder(x, y *Decimal) int {
	n := 0
	switch {
	case x.neg != y.neg:
		n = 1
		if x.neg {
			n = -1
		}
	case x.exp < y.exp:
		n = -1
	case x.exp > y.exp:
		n = 1
	}
	if x.neg && y.neg {
		n = -n
	}
	return n
}

func (c *calculation) remainderNear(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	switch {
	case x.kind == infinite:
		return c.invalid("")
	case y.isZero() && x.isZero():
		return c.invalid("DivisionUndefined")
	case y.isZero():
		return c.invalid("")
	case y.kind == infinite:
		return c.fix(x)
	case x.isZero():
		return c.fix(number(x.neg, zero, min(x.exp, y.exp)))
	}
	far := x.adjusted() - y.adjusted()
	if far >= c.prec+1 {
		return c.invalid("DivisionImpossible")
	}
	exp := min(x.exp, y.exp)
	if far <= -2 {
		v, _ := x.rescale(exp, c.rounding)
		return c.fix(v)
	}
	p, _ := x.rescale(exp, c.rounding)
	q, _ := y.rescale(exp, c.rounding)
	quotient, rest := new(big.Int).QuoRem(p.coef, q.coef, new(big.Int))
	neg := x.neg
	twice := new(big.Int).Lsh(rest, 1)
	if twice.Add(twice, big.NewInt(int64(quotient.Bit(0)))).Cmp(q.coef) > 0 {
		rest.Sub(q.coef, rest)
		neg = !neg
		quotient.Add(quotient, one)
	}
	if digits(quotient) > c.prec {
		return c.invalid("DivisionImpossible")
	}
	return c.fix(number(neg, rest, exp))
}

// next returns the neighbour of a number among those of the context.
func (c *calculation) next(d *Decimal, down bool) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	if d.kind == infinite {
		if d.neg == down {
			return d, nil
		}
		return number(d.neg, new(big.Int).Sub(pow10(c.prec), one), c.emax-c.prec+1), nil
	}
	quietly := &calculation{t: c.t, Context: &Context{prec: c.prec, emin: c.emin, emax: c.emax, rounding: "ROUND_CEILING", capitals: 1}}
	if down {
		quietly.rounding = "ROUND_FLOOR"
	}
	v, err := quietly.fix(d)
	if err != nil || v.compare(d) != 0 {
		return v, err
	}
	return quietly.add(d, number(down, one, c.least()-1))
}

// convert makes Decimals of the arguments of a method; ints are taken as they are.
func convert(list []object.Object) ([]*Decimal, error) {
	out := make([]*Decimal, len(list))
	for i, o := range list {
		if out[i] = operand(o); out[i] == nil {
			return nil, object.TypeError("conversion from %s to Decimal is not supported", o.Class().MessageName())
		}
	}
	return out, nil
}

func resultOf(d *Decimal, err error) (object.Object, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}
