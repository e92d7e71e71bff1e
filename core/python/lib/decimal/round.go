package decimal

import "math/big"

// increment reports whether a rounded coefficient q goes up, for the rest r of what was cut off out of unit.
func increment(rounding string, neg bool, q, r, unit *big.Int) bool {
	if r.Sign() == 0 {
		return false
	}
	half := new(big.Int).Lsh(r, 1).Cmp(unit)
	switch rounding {
	case "ROUND_UP":
		return true
	case "ROUND_DOWN":
		return false
	case "ROUND_CEILING":
		return !neg
	case "ROUND_FLOOR":
		return neg
	case "ROUND_HALF_UP":
		return half >= 0
	case "ROUND_HALF_DOWN":
		return half > 0
	case "ROUND_05UP":
		last := new(big.Int).Mod(q, ten).Int64()
		return last == 0 || last == 5
	}
	return half > 0 || half == 0 && q.Bit(0) == 1
}

// rescale gives a number another exponent; exact tells that no digit was lost.
func (d *Decimal) rescale(exp int, rounding string) (v *Decimal, exact bool) {
	if d.isZero() {
		return number(d.neg, zero, exp), true
	}
	if exp <= d.exp {
		return number(d.neg, new(big.Int).Mul(d.coef, pow10(d.exp-exp)), exp), true
	}
	cut := exp - d.exp
	if n := digits(d.coef); cut > n+1 { // all digits go; what is left is less than half a unit
		cut = n + 1
	}
	unit := pow10(cut)
	q, r := new(big.Int).QuoRem(d.coef, unit, new(big.Int))
	exact = r.Sign() == 0
	if increment(rounding, d.neg, q, r, unit) {
		q.Add(q, one)
	}
	return number(d.neg, q, exp), exact
}

// fix rounds a result to the context and notes the conditions.
func (c *calculation) fix(d *Decimal) (*Decimal, error) {
	switch d.kind {
	case quiet, signal:
		return c.fixNaN(d), nil
	case infinite:
		return d, nil
	}
	if err := c.t.Spend(2 + int64(d.coef.BitLen()/8)); err != nil {
		return nil, err
	}
	top := c.emax
	if c.clamp == 1 {
		top = c.emax - c.prec + 1
	}
	if d.isZero() {
		exp := min(max(d.exp, c.least()), top)
		if exp != d.exp {
			return number(d.neg, zero, exp), c.raise(clamped, "")
		}
		return d, nil
	}
	exp := digits(d.coef) + d.exp - c.prec
	if exp > c.emax-c.prec+1 {
		return c.overflow(d.neg)
	}
	tiny := exp < c.least()
	if tiny {
		exp = c.least()
	}
	if d.exp < exp {
		return c.cut(d, exp, tiny)
	}
	if tiny {
		if err := c.raise(subnormal, ""); err != nil {
			return nil, err
		}
	}
	if c.clamp == 1 && d.exp > top {
		if err := c.raise(clamped, ""); err != nil {
			return nil, err
		}
		d, _ = d.rescale(top, c.rounding)
	}
	return d, nil
}

func (c *calculation) fixNaN(d *Decimal) *Decimal {
	most := c.prec - c.clamp
	if digits(d.coef) > most {
		e := *d
		e.coef = new(big.Int).Mod(d.coef, pow10(most))
		return &e
	}
	return d
}

func (c *calculation) cut(d *Decimal, exp int, tiny bool) (*Decimal, error) {
	v, exact := d.rescale(exp, c.rounding)
	if digits(v.coef) > c.prec {
		v = number(v.neg, new(big.Int).Quo(v.coef, ten), v.exp+1)
		if v.exp > c.emax-c.prec+1 {
			return c.overflow(v.neg)
		}
	}
	bits := rounded
	if !exact {
		bits |= inexact
	}
	if tiny {
		bits |= subnormal
		if !exact {
			bits |= underflow
		}
	}
	if v.isZero() {
		bits |= clamped
	}
	return v, c.raise(bits, "")
}

// overflow gives infinity or, if rounding goes the other way, the largest number.
func (c *calculation) overflow(neg bool) (*Decimal, error) {
	v := signed(inf, neg)
	r := c.rounding
	if r == "ROUND_DOWN" || r == "ROUND_05UP" || r == "ROUND_CEILING" && neg || r == "ROUND_FLOOR" && !neg {
		v = number(neg, new(big.Int).Sub(pow10(c.prec), one), c.emax-c.prec+1)
	}
	return v, c.raise(overflow|inexact|rounded, "")
}

// nans answers for operands that are NaNs: found tells that there was one.
func (c *calculation) nans(list ...*Decimal) (v *Decimal, found bool, err error) {
	for _, d := range list {
		if d.kind == signal {
			if err := c.raise(invalidOperation, ""); err != nil {
				return nil, true, err
			}
			q := *d
			q.kind = quiet
			return c.fixNaN(&q), true, nil
		}
	}
	for _, d := range list {
		if d.kind == quiet {
			return c.fixNaN(d), true, nil
		}
	}
	return nil, false, nil
}

func (c *calculation) invalid(why string) (*Decimal, error) {
	return nan, c.raise(invalidOperation, why)
}
