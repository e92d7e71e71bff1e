package decimal

import (
	"math/big"
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

var newSignature = object.ParseSignature("(value='0', context=None)")

func newDecimal(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := newSignature.Bind(t, "Decimal", nil, a, nil)
	if err != nil {
		return nil, err
	}
	c, err := given(t, v[1])
	if err != nil {
		return nil, err
	}
	d, err := exactly(t, c.Context, v[0])
	if err != nil {
		return nil, err
	}
	return object.Wrap(cls, d), nil
}

// exactly returns the Decimal that an object stands for, without rounding.
func exactly(t *object.Thread, c *Context, o object.Object) (*Decimal, error) {
	switch x := object.Of(o).(type) {
	case *Decimal:
		return x, nil
	case *object.Str:
		if err := payDigits(t, 4*len(x.String())); err != nil {
			return nil, err
		}
		if d, ok := parse(x.String()); ok {
			return d, nil
		}
		return nan, c.raise(t, invalidOperation, "ConversionSyntax")
	case object.Float:
		if err := c.raise(t, floatOperation, ""); err != nil {
			return nil, err
		}
		return ofFloat(float64(x)), nil
	case *object.Tuple:
		return ofTuple(t, x.Items)
	case *object.List:
		return ofTuple(t, x.Items)
	}
	if d := operand(o); d != nil {
		return d, nil
	}
	return nil, object.TypeError("conversion from %s to Decimal is not supported", o.Class().MessageName())
}

// ofTuple reads (sign, digits, exponent).
func ofTuple(t *object.Thread, parts []object.Object) (*Decimal, error) {
	if len(parts) != 3 {
		return nil, object.ValueError("argument must be a sequence of length 3")
	}
	sign, ok := object.AsInt64(parts[0])
	if !ok || sign != 0 && sign != 1 {
		return nil, object.ValueError("sign must be an integer with the value 0 or 1")
	}
	items, err := object.Items(t, parts[1])
	if err != nil {
		return nil, object.ValueError("coefficient must be a tuple of digits")
	}
	text := ""
	for _, o := range items {
		n, ok := object.AsInt64(o)
		if !ok || n < 0 || n > 9 {
			return nil, object.ValueError("coefficient must be a tuple of digits")
		}
		text += strconv.Itoa(int(n))
	}
	d := &Decimal{neg: sign == 1, coef: zero}
	if text != "" {
		d.coef, _ = new(big.Int).SetString(text, 10)
	}
	if name, ok := object.AsString(parts[2]); ok {
		switch name {
		case "F":
			d.kind, d.coef = infinite, zero
		case "n":
			d.kind = quiet
		case "N":
			d.kind = signal
		default:
			return nil, object.ValueError("string argument in the third position must be 'F', 'n' or 'N'")
		}
		return d, nil
	}
	exp, ok := object.AsInt64(parts[2])
	if !ok || exp > maxExponent || exp < -maxExponent {
		return nil, object.ValueError("exponent must be an integer")
	}
	d.exp = int(exp)
	return d, nil
}

// given returns the calculation for an argument context=, None being the current one.
func given(t *object.Thread, o object.Object) (*calculation, error) {
	if o == nil || o == object.None {
		return &calculation{t, contextOf(t)}, nil
	}
	c, ok := object.Of(o).(*Context)
	if !ok {
		return nil, object.TypeError("optional argument must be a context")
	}
	return &calculation{t, c}, nil
}

// self returns the Decimal that a method was called on.
func self(o object.Object) (*Decimal, error) {
	d, ok := object.Of(o).(*Decimal)
	if !ok {
		return nil, object.TypeError("this method needs a Decimal, not '%s'", o.Class().MessageName())
	}
	return d, nil
}

type method struct {
	name, sig, doc string
	do             func(t *object.Thread, d *Decimal, a []object.Object) (object.Object, error)
}

// test makes a method that answers yes or no.
func test(name, doc string, f func(d *Decimal) bool) method {
	return method{name, "(self)", doc, func(_ *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		return object.Bool(f(d)), nil
	}}
}

// toInt makes a method that rounds to an int.
func toInt(name, rounding string) method {
	return method{name, "(self)", "Returns an int.", func(_ *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		return d.toInt(rounding)
	}}
}

func (d *Decimal) toInt(rounding string) (object.Object, error) {
	switch {
	case d.isNaN():
		return nil, object.ValueError("cannot convert NaN to integer")
	case d.kind == infinite:
		return nil, object.NewError(object.OverflowErrorClass, "cannot convert Infinity to integer")
	case d.exp > maxExact:
		return nil, object.NewError(object.OverflowErrorClass, "an exponent of %d is too large for an int", d.exp)
	}
	v, _ := d.rescale(0, rounding)
	n := new(big.Int).Set(v.coef)
	if v.neg {
		n.Neg(n)
	}
	return object.NewBig(n), nil
}

var methods = []method{
	test("is_nan", "Reports whether it is a NaN.", (*Decimal).isNaN),
	test("is_qnan", "Reports whether it is a quiet NaN.", func(d *Decimal) bool { return d.kind == quiet }),
	test("is_snan", "Reports whether it is a signaling NaN.", func(d *Decimal) bool { return d.kind == signal }),
	test("is_infinite", "Reports whether it is infinite.", func(d *Decimal) bool { return d.kind == infinite }),
	test("is_finite", "Reports whether it is finite.", func(d *Decimal) bool { return d.kind == finite }),
	test("is_signed", "Reports whether it is negative.", func(d *Decimal) bool { return d.neg }),
	test("is_zero", "Reports whether it is 0.", (*Decimal).isZero),
	test("is_canonical", "Reports True.", func(*Decimal) bool { return true }),
	toInt("__int__", "ROUND_DOWN"), toInt("__trunc__", "ROUND_DOWN"), toInt("__floor__", "ROUND_FLOOR"), toInt("__ceil__", "ROUND_CEILING"),
	{"is_normal", "(self, context=None)", "Reports whether it is a normal number.", func(t *object.Thread, d *Decimal, a []object.Object) (object.Object, error) {
		c, err := given(t, a[0])
		return object.Bool(err == nil && d.kind == finite && !d.isZero() && d.adjusted() >= c.emin), err
	}},
	{"is_subnormal", "(self, context=None)", "Reports whether it is a subnormal number.", func(t *object.Thread, d *Decimal, a []object.Object) (object.Object, error) {
		c, err := given(t, a[0])
		return object.Bool(err == nil && d.kind == finite && !d.isZero() && d.adjusted() < c.emin), err
	}},
	{"__float__", "(self)", "Returns the nearest float.", func(t *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		if d.kind == signal {
			return nil, object.ValueError("cannot convert signaling NaN to float")
		}
		f, err := object.ToFloat(t, object.NewStr(strings.TrimRight(signed(d, d.neg).floatText(), " ")))
		return object.Float(f), err
	}},
	{"__complex__", "(self)", "Returns the nearest complex.", func(t *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		f, err := object.ToFloat(t, object.NewStr(d.floatText()))
		return object.Complex(complex(f, 0)), err
	}},
	{"__round__", "(self, ndigits=None)", "Rounds to an int, or to so many places.", round},
	{"adjusted", "(self)", "Returns the exponent of the first digit.", func(_ *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		if d.kind != finite {
			return object.Int(0), nil
		}
		return object.Int(d.adjusted()), nil
	}},
	{"as_tuple", "(self)", "Returns sign, digits and exponent.", asTuple},
	{"as_integer_ratio", "(self)", "Returns numerator and denominator.", func(_ *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		n, den, err := d.Ratio()
		if err != nil {
			return nil, err
		}
		return object.NewTuple(object.NewBig(n), object.NewBig(den)), nil
	}},
	{"to_eng_string", "(self, context=None)", "Shows the number with exponents that are multiples of three.", func(_ *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
		return object.NewStr(d.text(true, "E")), nil
	}},
	{"to_integral_value", "(self, rounding=None, context=None)", "Rounds to an integer.", integral},
	{"to_integral", "(self, rounding=None, context=None)", "Rounds to an integer.", integral},
	{"number_class", "(self, context=None)", "Tells the kind of number.", numberClass},
	{"canonical", "(self)", "Returns the number.", same}, {"conjugate", "(self)", "Returns the number.", same},
	{"__copy__", "(self)", "", same}, {"__deepcopy__", "(self, memo)", "", same},
	{"radix", "(self)", "Returns 10.", func(*object.Thread, *Decimal, []object.Object) (object.Object, error) { return ofInt(ten), nil }},
	{"same_quantum", "(self, other, context=None)", "Reports whether the exponents are the same.", func(_ *object.Thread, d *Decimal, a []object.Object) (object.Object, error) {
		list, err := convert(a[:1])
		if err != nil {
			return nil, err
		}
		e := list[0]
		if d.kind != finite || e.kind != finite {
			return object.Bool(d.isNaN() && e.isNaN() || d.kind == infinite && e.kind == infinite), nil
		}
		return object.Bool(d.exp == e.exp), nil
	}},
}

func same(_ *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) { return d, nil }

// floatText is the number as float() reads it.
func (d *Decimal) floatText() string {
	if d.kind == quiet {
		if d.neg {
			return "-nan"
		}
		return "nan"
	}
	return d.String()
}

func round(t *object.Thread, d *Decimal, a []object.Object) (object.Object, error) {
	if a[0] == object.None {
		return d.toInt("ROUND_HALF_EVEN")
	}
	n, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	c := &calculation{t, contextOf(t)}
	rounding := c.rounding
	c.rounding = "ROUND_HALF_EVEN"
	v, err := c.quantize(d, number(false, one, -n))
	c.rounding = rounding
	return resultOf(v, err)
}

func integral(t *object.Thread, d *Decimal, a []object.Object) (object.Object, error) {
	c, err := given(t, a[1])
	if err != nil {
		return nil, err
	}
	rounding, err := roundingOf(a[0], c.rounding)
	if err != nil {
		return nil, err
	}
	old := c.rounding
	c.rounding = rounding
	v, err := c.integral(d, true)
	c.rounding = old
	return resultOf(v, err)
}

// roundingOf reads a rounding mode; None stands for the one given.
func roundingOf(o object.Object, fallback string) (string, error) {
	if o == nil || o == object.None {
		return fallback, nil
	}
	s, _ := object.AsString(o)
	for _, r := range roundings {
		if r == s {
			return r, nil
		}
	}
	return "", object.TypeError("valid values for rounding are: [%s]", strings.Join(roundings, ", "))
}

func numberClass(t *object.Thread, d *Decimal, a []object.Object) (object.Object, error) {
	c, err := given(t, a[0])
	if err != nil {
		return nil, err
	}
	name := "Normal"
	switch {
	case d.kind == quiet:
		return object.NewStr("NaN"), nil
	case d.kind == signal:
		return object.NewStr("sNaN"), nil
	case d.kind == infinite:
		name = "Infinity"
	case d.isZero():
		name = "Zero"
	case d.adjusted() < c.emin:
		name = "Subnormal"
	}
	if d.neg {
		return object.NewStr("-" + name), nil
	}
	return object.NewStr("+" + name), nil
}

func asTuple(t *object.Thread, d *Decimal, _ []object.Object) (object.Object, error) {
	class, err := tupleClass(t)
	if err != nil {
		return nil, err
	}
	var list []object.Object
	if text := d.coef.String(); d.kind == finite || d.kind == infinite || text != "0" {
		for _, c := range text {
			list = append(list, object.Int(c-'0'))
		}
	}
	var exp object.Object = object.Int(d.exp)
	switch d.kind {
	case infinite:
		exp = object.NewStr("F")
	case quiet:
		exp = object.NewStr("n")
	case signal:
		exp = object.NewStr("N")
	}
	sign := object.Int(0)
	if d.neg {
		sign = 1
	}
	return object.Call(t, class, sign, object.NewTuple(list...), exp)
}

// tupleClass is the session's named tuple DecimalTuple.
func tupleClass(t *object.Thread) (object.Object, error) {
	s := sessionOf(t)
	if s.tuple != nil {
		return s.tuple, nil
	}
	m, err := t.Import(t, "collections")
	if err != nil {
		return nil, err
	}
	fields := object.NewStr("sign digits exponent")
	v, err := object.CallArgs(t, mustAttr(m, "namedtuple"), object.Args{Pos: []object.Object{object.NewStr("DecimalTuple"), fields},
		Kw: []object.Kwarg{{Name: object.Intern("module"), Value: object.NewStr("decimal")}}})
	if err == nil {
		s.tuple = v
	}
	return v, err
}

func mustAttr(m object.Object, name string) object.Object {
	return m.(*object.Module).Dict.GetName(name)
}

func fromFloat(t *object.Thread, a []object.Object) (object.Object, error) {
	var d *Decimal
	switch x := object.Of(a[1]).(type) {
	case object.Float:
		d = ofFloat(float64(x))
	default:
		n := object.AsBig(a[1])
		if n == nil {
			return nil, object.TypeError("argument must be int or float")
		}
		d = ofInt(n)
	}
	if a[0] == object.Object(Class) {
		return d, nil
	}
	return object.Call(t, a[0], d)
}

func init() {
	Class.New = newDecimal
	Class.Protocols(nan, object.Add, object.Sub, object.Mul, object.TrueDiv, object.FloorDiv, object.Mod, object.Pow, object.DivMod)
	Class.Methods(object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) {
		return object.None, nil
	}))
	for _, m := range methods {
		do := m.do
		Class.Methods(object.Func(m.name, m.sig, m.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, err := self(a[0])
			if err != nil {
				return nil, err
			}
			return do(t, d, a[1:])
		}))
	}
	for _, o := range shared {
		addShared(o)
	}
	Class.ClassMethods(object.Func("from_float", "(cls, f)", "Returns the exact value of a float.", fromFloat))
	Class.Getter("real", "The number itself.", func(_ *object.Thread, o object.Object) (object.Object, error) { return o, nil })
	Class.Getter("imag", "0.", func(*object.Thread, object.Object) (object.Object, error) { return ofInt(zero), nil })
}

// addShared adds an operation to Decimal, with a context as its last argument.
func addShared(o operation) {
	sig := "(self, "
	if o.sig != "" {
		sig += o.sig + ", "
	}
	rounds := o.name == "quantize" || o.name == "to_integral_exact"
	if rounds {
		sig += "rounding=None, "
	}
	Class.Methods(object.Func(o.name, sig+"context=None)", o.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		c, err := given(t, a[len(a)-1])
		if err != nil {
			return nil, err
		}
		operands, old := a[:len(a)-1], c.rounding
		if rounds {
			if c.rounding, err = roundingOf(a[len(a)-2], old); err != nil {
				c.rounding = old
				return nil, err
			}
			operands = a[:len(a)-2]
		}
		list, err := convert(operands)
		if err != nil {
			c.rounding = old
			return nil, err
		}
		v, err := o.do(c, list)
		c.rounding = old
		return resultOf(v, err)
	}))
}

// PowMod is the three-argument pow() of integers.
func (d *Decimal) PowMod(t *object.Thread, exponent, modulus object.Object) (object.Object, error) {
	y, z := operand(exponent), operand(modulus)
	if y == nil || z == nil {
		return object.NotImplemented, nil
	}
	c := &calculation{t, contextOf(t)}
	return resultOf(c.modularPower(d, y, z))
}
