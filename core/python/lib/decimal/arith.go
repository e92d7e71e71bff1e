package decimal

import "math/big"

func (c *calculation) plus(d *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	if d.isZero() && c.rounding != "ROUND_FLOOR" {
		d = signed(d, false)
	}
	return c.fix(d)
}

func (c *calculation) minus(d *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	if d.isZero() && c.rounding != "ROUND_FLOOR" {
		return c.fix(signed(d, false))
	}
	return c.fix(signed(d, !d.neg))
}

func (c *calculation) subtract(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	return c.add(x, signed(y, !y.neg))
}

func (c *calculation) add(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	switch {
	case x.kind == infinite && y.kind == infinite && x.neg != y.neg:
		return c.invalid("")
	case x.kind == infinite:
		return x, nil
	case y.kind == infinite:
		return y, nil
	}
	exp := min(x.exp, y.exp)
	negativeZero := c.rounding == "ROUND_FLOOR" && x.neg != y.neg
	switch {
	case x.isZero() && y.isZero():
		return c.fix(number(x.neg && y.neg || negativeZero, zero, exp))
	case x.isZero():
		v, _ := y.rescale(max(exp, y.exp-c.prec-1), c.rounding)
		return c.fix(v)
	case y.isZero():
		v, _ := x.rescale(max(exp, x.exp-c.prec-1), c.rounding)
		return c.fix(v)
	}
	x, y = c.aligned(x, y)
	p, q := new(big.Int).Set(x.coef), new(big.Int).Set(y.coef)
	if x.neg {
		p.Neg(p)
	}
	if y.neg {
		q.Neg(q)
	}
	p.Add(p, q)
	if p.Sign() == 0 {
		return c.fix(number(negativeZero, zero, x.exp))
	}
	return c.fix(number(p.Sign() < 0, p.Abs(p), x.exp))
}

// aligned gives two numbers the same exponent. Of one that is too small to matter only that it is there is kept.
func (c *calculation) aligned(x, y *Decimal) (*Decimal, *Decimal) {
	if x.exp < y.exp {
		y, x = c.aligned(y, x)
		return x, y
	}
	floor := x.exp + min(-1, digits(x.coef)-c.prec-2)
	if digits(y.coef)+y.exp-1 < floor {
		y = number(y.neg, one, floor)
	}
	x, _ = x.rescale(y.exp, c.rounding)
	return x, y
}

func (c *calculation) multiply(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	neg := x.neg != y.neg
	if x.kind == infinite || y.kind == infinite {
		if x.isZero() || y.isZero() {
			return c.invalid("")
		}
		return signed(inf, neg), nil
	}
	return c.fix(number(neg, new(big.Int).Mul(x.coef, y.coef), x.exp+y.exp))
}

func (c *calculation) divide(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	neg := x.neg != y.neg
	switch {
	case x.kind == infinite && y.kind == infinite:
		return c.invalid("")
	case x.kind == infinite:
		return signed(inf, neg), nil
	case y.kind == infinite:
		return number(neg, zero, c.least()), c.raise(clamped, "")
	case y.isZero() && x.isZero():
		return c.invalid("DivisionUndefined")
	case y.isZero():
		return signed(inf, neg), c.raise(divisionByZero, "")
	case x.isZero():
		return c.fix(number(neg, zero, x.exp-y.exp))
	}
	shift := digits(y.coef) - digits(x.coef) + c.prec + 1
	exp := x.exp - y.exp - shift
	p, q := x.coef, y.coef
	if shift >= 0 {
		p = new(big.Int).Mul(p, pow10(shift))
	} else {
		q = new(big.Int).Mul(q, pow10(-shift))
	}
	coef, rest := new(big.Int).QuoRem(p, q, new(big.Int))
	if rest.Sign() != 0 { // the last digit must not look like the end, or like a half
		if new(big.Int).Mod(coef, five).Sign() == 0 {
			coef.Add(coef, one)
		}
		return c.fix(number(neg, coef, exp))
	}
	for ideal := x.exp - y.exp; exp < ideal; exp++ {
		q, r := new(big.Int).QuoRem(coef, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		coef = q
	}
	return c.fix(number(neg, coef, exp))
}

// whole divides to an integer quotient, cut towards zero, and the rest.
func (c *calculation) whole(x, y *Decimal) (q, r *Decimal, ok bool) {
	neg := x.neg != y.neg
	exp := min(x.exp, y.exp)
	if y.kind == infinite {
		exp = x.exp
	}
	far := x.adjusted() - y.adjusted()
	if x.isZero() || y.kind == infinite || far <= -2 {
		rest, _ := x.rescale(exp, c.rounding)
		return number(neg, zero, 0), rest, true
	}
	if far > c.prec {
		return nil, nil, false
	}
	p, d := x.coef, y.coef
	if x.exp >= y.exp {
		p = new(big.Int).Mul(p, pow10(x.exp-y.exp))
	} else {
		d = new(big.Int).Mul(d, pow10(y.exp-x.exp))
	}
	quotient, rest := new(big.Int).QuoRem(p, d, new(big.Int))
	if digits(quotient) > c.prec {
		return nil, nil, false
	}
	return number(neg, quotient, 0), number(x.neg, rest, exp), true
}

func (c *calculation) divideInt(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	neg := x.neg != y.neg
	switch {
	case x.kind == infinite && y.kind == infinite:
		return c.invalid("")
	case x.kind == infinite:
		return signed(inf, neg), nil
	case y.isZero() && x.isZero():
		return c.invalid("DivisionUndefined")
	case y.isZero():
		return signed(inf, neg), c.raise(divisionByZero, "")
	}
	q, _, ok := c.whole(x, y)
	if !ok {
		return c.invalid("DivisionImpossible")
	}
	return c.fix(q)
}

func (c *calculation) remainder(x, y *Decimal) (*Decimal, error) {
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
	}
	_, r, ok := c.whole(x, y)
	if !ok {
		return c.invalid("DivisionImpossible")
	}
	return c.fix(r)
}

func (c *calculation) divmod(x, y *Decimal) (q, r *Decimal, err error) {
	if v, found, err := c.nans(x, y); found {
		return v, v, err
	}
	neg := x.neg != y.neg
	switch {
	case x.kind == infinite && y.kind == infinite:
		v, err := c.invalid("")
		return v, v, err
	case x.kind == infinite:
		v, err := c.invalid("")
		return signed(inf, neg), v, err
	case y.isZero() && x.isZero():
		v, err := c.invalid("DivisionUndefined")
		return v, v, err
	case y.isZero():
		if err := c.raise(divisionByZero|invalidOperation, ""); err != nil {
			return nil, nil, err
		}
		return signed(inf, neg), nan, nil
	}
	q, r, ok := c.whole(x, y)
	if !ok {
		v, err := c.invalid("DivisionImpossible")
		return v, v, err
	}
	if q, err = c.fix(q); err != nil {
		return nil, nil, err
	}
	r, err = c.fix(r)
	return q, r, err
}

func (c *calculation) sqrt(d *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	switch {
	case d.isZero():
		return c.fix(number(d.neg, zero, floorHalf(d.exp)))
	case d.neg:
		return c.invalid("")
	case d.kind == infinite:
		return d, nil
	}
	coef, exp := d.coef, floorHalf(d.exp)
	length := (digits(coef) + 1) / 2
	if d.exp&1 != 0 {
		coef = new(big.Int).Mul(coef, ten)
		length = digits(d.coef)/2 + 1
	}
	shift := c.prec + 1 - length
	exact := true
	if shift >= 0 {
		coef = new(big.Int).Mul(coef, pow10(2*shift))
	} else {
		q, r := new(big.Int).QuoRem(coef, pow10(-2*shift), new(big.Int))
		coef, exact = q, r.Sign() == 0
	}
	root := new(big.Int).Sqrt(coef)
	exact = exact && new(big.Int).Mul(root, root).Cmp(coef) == 0
	switch {
	case !exact:
		if new(big.Int).Mod(root, five).Sign() == 0 {
			root.Add(root, one)
		}
		exp -= shift
	case shift >= 0:
		root.Quo(root, pow10(shift))
	default:
		root.Mul(root, pow10(-shift))
	}
	rounding := c.rounding
	c.rounding = "ROUND_HALF_EVEN"
	v, err := c.fix(number(false, root, exp))
	c.rounding = rounding
	return v, err
}

func floorHalf(n int) int { return n >> 1 }

// quantize gives d the exponent of e.
func (c *calculation) quantize(d, e *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(d, e); found {
		return v, err
	}
	if d.kind == infinite || e.kind == infinite {
		if d.kind == e.kind {
			return d, nil
		}
		return c.invalid("")
	}
	if e.exp < c.least() || e.exp > c.emax {
		return c.invalid("")
	}
	if d.isZero() {
		return c.fix(number(d.neg, zero, e.exp))
	}
	if d.adjusted() > c.emax || d.adjusted()-e.exp+1 > c.prec {
		return c.invalid("")
	}
	v, exact := d.rescale(e.exp, c.rounding)
	if v.adjusted() > c.emax || digits(v.coef) > c.prec {
		return c.invalid("")
	}
	if v.exp > d.exp {
		bits := rounded
		if !exact {
			bits |= inexact
		}
		if err := c.raise(bits, ""); err != nil {
			return nil, err
		}
	}
	return c.fix(v)
}

func (c *calculation) normalize(d *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	v, err := c.fix(d)
	if err != nil || v.kind != finite {
		return v, err
	}
	if v.isZero() {
		return number(v.neg, zero, 0), nil
	}
	coef, exp := v.coef, v.exp
	top := c.emax
	if c.clamp == 1 {
		top = c.emax - c.prec + 1
	}
	for exp < top {
		q, r := new(big.Int).QuoRem(coef, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		coef = q
		exp++
	}
	return number(v.neg, coef, exp), nil
}

// integral rounds to an integer; quietly says not to note that digits were lost.
func (c *calculation) integral(d *Decimal, quietly bool) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	if d.kind == infinite || d.exp >= 0 {
		return d, nil
	}
	v, exact := d.rescale(0, c.rounding)
	if quietly || d.isZero() {
		return v, nil
	}
	bits := rounded
	if !exact {
		bits |= inexact
	}
	return v, c.raise(bits, "")
}
