package decimal

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// exp, ln and log10 are calculated with binary floats of some more digits than are wanted, and rounded once.

// bitsFor is the precision of binary floats for so many decimal digits and some more.
func bitsFor(prec int) uint { return uint(float64(prec)*3.33) + 120 }

func newFloat(bits uint) *big.Float { return new(big.Float).SetPrec(bits) }

// expFloat returns e to the x, for moderate x.
func expFloat(x *big.Float, bits uint) *big.Float {
	bits += 40
	k, _ := newFloat(bits).Quo(x, ln2(bits)).Float64()
	n := math.Round(k)
	r := newFloat(bits).Sub(x, newFloat(bits).Mul(ln2(bits), newFloat(bits).SetFloat64(n)))
	const halvings = 16
	r.SetMantExp(r, -halvings)
	sum, term := newFloat(bits).SetInt64(1), newFloat(bits).SetInt64(1)
	for i := int64(1); ; i++ {
		term.Mul(term, r)
		term.Quo(term, newFloat(bits).SetInt64(i))
		if term.Sign() == 0 || term.MantExp(nil) < -int(bits) {
			break
		}
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum.SetMantExp(sum, int(n))
}

// ln2 is the logarithm of 2, by Machin's method: 18·artanh(1/26) - 2·artanh(1/4801) + 8·artanh(1/8749).
func ln2(bits uint) *big.Float {
	total := newFloat(bits)
	for _, p := range [][2]int64{{18, 26}, {-2, 4801}, {8, 8749}} {
		part := artanh(newFloat(bits).Quo(newFloat(bits).SetInt64(1), newFloat(bits).SetInt64(p[1])), bits)
		total.Add(total, part.Mul(part, newFloat(bits).SetInt64(p[0])))
	}
	return total
}

func artanh(x *big.Float, bits uint) *big.Float {
	square := newFloat(bits).Mul(x, x)
	power, sum := newFloat(bits).Set(x), newFloat(bits).Set(x)
	for i := int64(3); ; i += 2 {
		power.Mul(power, square)
		part := newFloat(bits).Quo(power, newFloat(bits).SetInt64(i))
		if part.Sign() == 0 || part.MantExp(nil) < sum.MantExp(nil)-int(bits) {
			return sum
		}
		sum.Add(sum, part)
	}
}

// lnFloat returns the logarithm of x > 0. The root of the mantissa is taken some times, so that the series is short.
func lnFloat(x *big.Float, bits uint) *big.Float {
	bits += 60
	m := newFloat(bits)
	exp := newFloat(bits).Set(x).MantExp(m) // x = m·2**exp, m in [0.5, 1)
	if v, _ := m.Float64(); v < math.Sqrt2/2 {
		m.SetMantExp(m, 1)
		exp--
	}
	const roots = 8
	for range roots {
		m.Sqrt(m)
	}
	l := newFloat(bits).SetInt64(1)
	l = artanh(newFloat(bits).Quo(newFloat(bits).Sub(m, l), newFloat(bits).Add(m, l)), bits)
	l.SetMantExp(l, roots+1)
	return l.Add(l, newFloat(bits).Mul(ln2(bits), newFloat(bits).SetInt64(int64(exp))))
}

// toFloat returns a finite number as a binary float.
func (d *Decimal) toFloat(bits uint) *big.Float {
	f := newFloat(bits).SetInt(d.coef)
	scale := newFloat(bits).SetInt(pow10(max(d.exp, -d.exp)))
	if d.exp < 0 {
		f.Quo(f, scale)
	} else {
		f.Mul(f, scale)
	}
	if d.neg {
		f.Neg(f)
	}
	return f
}

// ofBig returns so many decimal digits of a binary float.
func ofBig(f *big.Float, prec int) *Decimal {
	if f.Sign() == 0 {
		return number(false, zero, 0)
	}
	text := f.Text('e', prec-1)
	neg := strings.HasPrefix(text, "-")
	mantissa, exponent, _ := strings.Cut(strings.TrimPrefix(text, "-"), "e")
	exp, _ := strconv.Atoi(exponent)
	coef, _ := new(big.Int).SetString(strings.Replace(mantissa, ".", "", 1), 10)
	return number(neg, coef, exp-prec+1)
}

// guard is the number of digits beyond those wanted. The last of them is made odd, so that the result never looks exact.
const guard = 12

func (c *calculation) fromFloat(f *big.Float) (*Decimal, error) {
	d := ofBig(f, c.prec+guard)
	if d.coef.Bit(0) == 0 {
		d.coef.Add(d.coef, one)
	}
	rounding := c.rounding
	c.rounding = "ROUND_HALF_EVEN"
	v, err := c.fix(d)
	c.rounding = rounding
	return v, err
}

// pay takes the steps for a function of so many digits.
func (c *calculation) pay() error { return c.t.Spend(int64(c.prec)*int64(c.prec)/50 + 50) }

func (c *calculation) exponential(d *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	switch {
	case d.kind == infinite && d.neg:
		return number(false, zero, 0), nil
	case d.kind == infinite:
		return d, nil
	case d.isZero():
		return number(false, one, 0), nil
	}
	if err := c.pay(); err != nil {
		return nil, err
	}
	rounding := c.rounding
	c.rounding = "ROUND_HALF_EVEN"
	defer func() { c.rounding = rounding }()
	switch a := d.adjusted(); {
	case a > 7 && d.neg:
		return c.fix(number(false, one, c.least()-1))
	case a > 7:
		return c.fix(number(false, one, c.emax+1))
	case a < -c.prec-2: // 1 and hardly more or less
		v := new(big.Int).Add(pow10(c.prec+1), one)
		if d.neg {
			v.Sub(v, big.NewInt(2))
		}
		return c.fix(number(false, v, -c.prec-1))
	}
	bits := bitsFor(c.prec)
	return c.fromFloat(expFloat(d.toFloat(bits+40), bits))
}

// lnOf returns the logarithm of a positive finite number.
func (c *calculation) lnOf(d *Decimal, bits uint) *big.Float {
	extra := uint(64)
	if d.adjusted() == 0 || d.adjusted() == -1 { // near 1 digits cancel
		extra += uint(4 * digits(d.coef))
	}
	bits += extra
	l := lnFloat(number(false, d.coef, -digits(d.coef)+1).toFloat(bits), bits)
	if a := d.adjusted(); a != 0 {
		l.Add(l, newFloat(bits).Mul(lnFloat(newFloat(bits).SetInt64(10), bits), newFloat(bits).SetInt64(int64(a))))
	}
	return l
}

func (c *calculation) ln(d *Decimal) (*Decimal, error) { return c.logarithm(d, false) }

func (c *calculation) log10(d *Decimal) (*Decimal, error) { return c.logarithm(d, true) }

func (c *calculation) logarithm(d *Decimal, decimal bool) (*Decimal, error) {
	if v, found, err := c.nans(d); found {
		return v, err
	}
	switch {
	case d.isZero():
		return signed(inf, true), nil
	case d.neg:
		return c.invalid("")
	case d.kind == infinite:
		return inf, nil
	case d.compare(number(false, one, 0)) == 0:
		return number(false, zero, 0), nil
	}
	if err := c.pay(); err != nil {
		return nil, err
	}
	if digitsOnly := strings.TrimRight(d.coef.String(), "0"); decimal && digitsOnly == "1" {
		return c.fix(ofInt(big.NewInt(int64(d.adjusted()))))
	}
	bits := bitsFor(c.prec)
	l := c.lnOf(d, bits)
	if decimal {
		l.Quo(l, lnFloat(newFloat(bits+64).SetInt64(10), bits+64))
	}
	return c.fromFloat(l)
}

func (d *Decimal) isInteger() bool {
	if d.kind != finite {
		return false
	}
	if d.exp >= 0 || d.isZero() {
		return true
	}
	if -d.exp > digits(d.coef) {
		return false
	}
	return new(big.Int).Mod(d.coef, pow10(-d.exp)).Sign() == 0
}

// isOdd reports whether an integer is odd.
func (d *Decimal) isOdd() bool {
	if d.exp > 0 || d.isZero() {
		return false
	}
	return new(big.Int).Quo(d.coef, pow10(-d.exp)).Bit(0) == 1
}

func (c *calculation) power(x, y *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y); found {
		return v, err
	}
	if y.isZero() {
		if x.isZero() {
			return c.invalid("")
		}
		return number(false, one, 0), nil
	}
	neg := false
	if x.neg {
		if y.isInteger() {
			neg = y.isOdd()
		} else if !x.isZero() {
			return c.invalid("")
		}
		x = signed(x, false)
	}
	switch {
	case x.isZero() && !y.neg:
		return number(neg, zero, 0), nil
	case x.isZero():
		return signed(inf, neg), nil
	case x.kind == infinite && !y.neg:
		return signed(inf, neg), nil
	case x.kind == infinite:
		return number(neg, zero, 0), nil
	}
	if err := c.pay(); err != nil {
		return nil, err
	}
	if v, ok, err := c.powerOfOne(x, y, neg); ok {
		return v, err
	}
	if y.kind == infinite {
		if (x.compare(number(false, one, 0)) > 0) == y.neg {
			return number(false, zero, 0), nil
		}
		return inf, nil
	}
	if v, ok, err := c.wholePower(x, y, neg); ok {
		return v, err
	}
	return c.realPower(x, y, neg)
}

// powerOfOne answers for a base of 1, whose powers keep as many digits as fit.
func (c *calculation) powerOfOne(x, y *Decimal, neg bool) (v *Decimal, ok bool, err error) {
	if x.compare(number(false, one, 0)) != 0 {
		return nil, false, nil
	}
	exp := 1 - c.prec
	if y.isInteger() && y.adjusted() < 9 {
		n, _ := y.rescale(0, c.rounding)
		times := n.coef.Int64()
		if y.neg {
			times = 0
		}
		if e := int64(x.exp) * min(times, int64(c.prec)); e >= int64(exp) {
			return number(neg, pow10(int(-e)), int(e)), true, nil
		}
	}
	if err := c.raise(inexact|rounded, ""); err != nil {
		return nil, true, err
	}
	return number(neg, pow10(-exp), exp), true, nil
}

// mostDigits is how many digits an exact power may have before it is calculated by logarithms.
const mostDigits = 20_000

// wholePower multiplies exactly and rounds once.
func (c *calculation) wholePower(x, y *Decimal, neg bool) (v *Decimal, ok bool, err error) {
	if !y.isInteger() || y.adjusted() > 5 {
		return nil, false, nil
	}
	n, _ := y.rescale(0, c.rounding)
	times := int(n.coef.Int64())
	if times*digits(x.coef) > mostDigits {
		return nil, false, nil
	}
	p := number(neg, new(big.Int).Exp(x.coef, n.coef, nil), x.exp*times)
	if !y.neg {
		v, err = c.fix(p)
		return v, true, err
	}
	v, err = c.divide(number(false, one, 0), p)
	return v, true, err
}

func (c *calculation) realPower(x, y *Decimal, neg bool) (*Decimal, error) {
	bits := bitsFor(c.prec) + 64
	l := c.lnOf(x, bits)
	if size := l.MantExp(nil); size+int(float64(y.adjusted()+1)*3.33) > 40 { // far out of range
		if (l.Sign() < 0) != y.neg {
			return c.fix(number(neg, one, c.least()-1))
		}
		return c.fix(number(neg, one, c.emax+1))
	}
	l.Mul(l, y.toFloat(bits))
	e := expFloat(l, bits)
	switch {
	case e.IsInf(): // more than a big.Float holds
		return c.fix(number(neg, one, c.emax+1))
	case e.Sign() == 0:
		return c.fix(number(neg, one, c.least()-1))
	}
	d := ofBig(e, c.prec+guard)
	d.neg = neg
	if err := c.raise(inexact|rounded, ""); err != nil {
		return nil, err
	}
	return c.fix(d)
}

// modularPower is pow(x, y, z) of integers.
func (c *calculation) modularPower(x, y, z *Decimal) (*Decimal, error) {
	if v, found, err := c.nans(x, y, z); found {
		return v, err
	}
	if !x.isInteger() || !y.isInteger() || !z.isInteger() || y.neg || z.isZero() || z.adjusted() >= c.prec || x.isZero() && y.isZero() ||
		x.exp > maxExact || y.exp > maxExact {
		return c.invalid("")
	}
	var n [3]*big.Int
	for i, d := range []*Decimal{x, y, z} {
		whole, _ := d.rescale(0, c.rounding)
		n[i] = whole.coef
	}
	return number(x.neg && y.isOdd(), new(big.Int).Exp(n[0], n[1], n[2]), 0), nil
}
