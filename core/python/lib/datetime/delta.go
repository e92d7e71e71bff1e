package datetime

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// delta is a timedelta: days and a part of a day in microseconds, from 0.
type delta struct {
	days, micros int64
	own
}

var deltaClass = object.NewType("timedelta", "datetime", nil).WithPayload()

// Class returns the type datetime.timedelta.
func (*delta) Class() *object.Class { return deltaClass }

func newDelta(days, micros int64) (*delta, error) {
	days += micros / perDay
	if micros %= perDay; micros < 0 {
		micros += perDay
		days--
	}
	if days < -maxDays || days > maxDays {
		return nil, object.NewError(object.OverflowErrorClass, "days=%d; must have magnitude <= 999999999", days)
	}
	return &delta{days: days, micros: micros}, nil
}

// big is the whole duration in microseconds.
func (d *delta) big() *big.Int {
	n := new(big.Int).Mul(big.NewInt(d.days), big.NewInt(perDay))
	return n.Add(n, big.NewInt(d.micros))
}

func deltaOf(n *big.Int) (*delta, error) {
	days, micros := new(big.Int).DivMod(n, big.NewInt(perDay), new(big.Int))
	if !days.IsInt64() || days.Int64() > math.MaxInt32 || days.Int64() < math.MinInt32 {
		return nil, object.NewError(object.OverflowErrorClass, "Python int too large to convert to C int")
	}
	return newDelta(days.Int64(), micros.Int64())
}

// micro returns the duration in microseconds where it is known to be short.
func (d *delta) micro() int64 { return d.days*perDay + d.micros }

func (d *delta) seconds() float64 {
	f, _ := new(big.Rat).SetFrac(d.big(), big.NewInt(perSec)).Float64()
	return f
}

// Repr shows the parts that are not 0.
func (d *delta) Repr(*object.Thread) (string, error) { return d.shown(d.or("timedelta")), nil }

func (d *delta) shown(name string) string {
	var parts []string
	for _, p := range []struct {
		name string
		n    int64
	}{{"days", d.days}, {"seconds", d.micros / perSec}, {"microseconds", d.micros % perSec}} {
		if p.n != 0 {
			parts = append(parts, p.name+"="+strconv.FormatInt(p.n, 10))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

// Str shows days and h:mm:ss.
func (d *delta) Str(*object.Thread) (string, error) {
	s := d.micros / perSec
	out := strconv.FormatInt(s/3600, 10) + ":" + pad(int(s/60%60), 2) + ":" + pad(int(s%60), 2)
	if d.days != 0 {
		plural := "s"
		if d.days == 1 || d.days == -1 {
			plural = ""
		}
		out = strconv.FormatInt(d.days, 10) + " day" + plural + ", " + out
	}
	if us := d.micros % perSec; us != 0 {
		out += "." + pad(int(us), 6)
	}
	return out, nil
}

// Truth reports whether the duration is not 0.
func (d *delta) Truth(*object.Thread) (bool, error) { return d.days != 0 || d.micros != 0, nil }

// Hash is that of days and microseconds.
func (d *delta) Hash(t *object.Thread) (uint64, error) {
	return object.Hash(t, object.NewTuple(object.Int(d.days), object.Int(d.micros)))
}

// Compare orders durations.
func (d *delta) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	e, ok := object.Of(o).(*delta)
	if !ok {
		return object.NotImplemented, nil
	}
	c := order(d.days, e.days)
	if c == 0 {
		c = order(d.micros, e.micros)
	}
	return ordered(op, c), nil
}

// Unary is -d, +d and abs(d).
func (d *delta) Unary(_ *object.Thread, op object.UnaryOp) (object.Object, error) {
	switch {
	case op == object.Neg, op == object.Abs && d.days < 0:
		return newDelta(-d.days, -d.micros)
	case op == object.Pos, op == object.Abs:
		return d, nil
	}
	return object.NotImplemented, nil
}

// Binary calculates with durations and numbers.
func (d *delta) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	o = object.Of(o)
	e, isDelta := o.(*delta)
	switch op {
	case object.Add, object.Sub:
		if !isDelta {
			return object.NotImplemented, nil
		}
		if reflected {
			d, e = e, d
		}
		if op == object.Sub {
			return newDelta(d.days-e.days, d.micros-e.micros)
		}
		return newDelta(d.days+e.days, d.micros+e.micros)
	case object.Mul:
		return d.times(t, o)
	}
	if reflected && !isDelta {
		return object.NotImplemented, nil
	}
	if reflected {
		d, e = e, d
	}
	if !isDelta {
		return d.divided(t, op, o)
	}
	return d.by(op, e)
}

// exact returns a number as a fraction.
func exact(o object.Object) (*big.Rat, bool) {
	switch x := o.(type) {
	case object.Bool:
		if x {
			return big.NewRat(1, 1), true
		}
		return new(big.Rat), true
	case object.Int:
		return new(big.Rat).SetInt64(int64(x)), true
	case *object.BigInt:
		return new(big.Rat).SetInt(x.V), true
	case object.Float:
		return new(big.Rat).SetFloat64(float64(x)), true
	}
	return nil, false
}

func notFinite(o object.Object) error {
	f, ok := o.(object.Float)
	switch {
	case ok && math.IsNaN(float64(f)):
		return object.ValueError("cannot convert NaN to integer ratio")
	case ok && math.IsInf(float64(f), 0):
		return object.NewError(object.OverflowErrorClass, "cannot convert Infinity to integer ratio")
	}
	return nil
}

func (d *delta) times(_ *object.Thread, o object.Object) (object.Object, error) {
	if err := notFinite(o); err != nil {
		return nil, err
	}
	r, ok := exact(o)
	if !ok {
		return object.NotImplemented, nil
	}
	return deltaOf(rounded(r.Mul(r, new(big.Rat).SetInt(d.big()))))
}

// rounded is the nearest integer, halves to even.
func rounded(r *big.Rat) *big.Int {
	two := big.NewInt(2)
	n, rest := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	switch new(big.Int).Mul(rest, two).Cmp(r.Denom()) {
	case 1:
		n.Add(n, big.NewInt(1))
	case 0:
		if n.Bit(0) == 1 {
			n.Add(n, big.NewInt(1))
		}
	}
	return n
}

// divided divides by a number.
func (d *delta) divided(_ *object.Thread, op object.BinaryOp, o object.Object) (object.Object, error) {
	_, isFloat := o.(object.Float)
	r, ok := exact(o)
	if !ok && !isFloat || op != object.TrueDiv && (op != object.FloorDiv || isFloat) {
		return object.NotImplemented, nil
	}
	if err := notFinite(o); err != nil {
		return nil, err
	}
	if r.Sign() == 0 {
		if op == object.TrueDiv && isFloat {
			return nil, object.NewError(object.ZeroDivisionErrorClass, "division by zero")
		}
		return nil, object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
	}
	q := new(big.Rat).Quo(new(big.Rat).SetInt(d.big()), r)
	if op == object.FloorDiv {
		return deltaOf(new(big.Int).Div(new(big.Int).Mul(q.Num(), big.NewInt(1)), q.Denom()))
	}
	return deltaOf(rounded(q))
}

// by divides by a duration.
func (d *delta) by(op object.BinaryOp, e *delta) (object.Object, error) {
	a, b := d.big(), e.big()
	if b.Sign() == 0 {
		switch op {
		case object.TrueDiv:
			return nil, object.NewError(object.ZeroDivisionErrorClass, "division by zero")
		case object.Mod:
			return nil, object.NewError(object.ZeroDivisionErrorClass, "integer modulo by zero")
		case object.FloorDiv, object.DivMod:
			return nil, object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
		}
		return object.NotImplemented, nil
	}
	q, r := floor(a, b)
	switch op {
	case object.TrueDiv:
		f, _ := new(big.Rat).SetFrac(a, b).Float64()
		return object.Float(f), nil
	case object.FloorDiv:
		return object.NewBig(q), nil
	case object.Mod:
		return deltaOf(r)
	case object.DivMod:
		rest, err := deltaOf(r)
		return object.NewTuple(object.NewBig(q), rest), err
	}
	return object.NotImplemented, nil
}

// floor is division rounded down.
func floor(a, b *big.Int) (q, r *big.Int) {
	q, r = new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 && r.Sign() != b.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, b)
	}
	return q, r
}

var deltaSignature = object.ParseSignature("(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)")

var deltaUnits = []struct {
	name   string
	micros int64
}{{"days", perDay}, {"seconds", perSec}, {"microseconds", 1}, {"milliseconds", 1000}, {"minutes", 60 * perSec}, {"hours", 3600 * perSec}, {"weeks", 7 * perDay}}

// sum adds the arguments up: whole parts exactly, the rest rounded to a microsecond at the end.
func sum(values []object.Object) (*delta, error) {
	total, rest := new(big.Int), 0.0
	add := func(n float64, unit int64) {
		whole, _ := new(big.Float).SetFloat64(n).Int(nil)
		total.Add(total, whole.Mul(whole, big.NewInt(unit)))
	}
	for i, o := range values {
		u := deltaUnits[i]
		o = object.Of(o)
		if f, ok := o.(object.Float); ok {
			if err := notFinite(o); err != nil {
				return nil, object.ValueError("cannot convert float NaN to integer")
			}
			whole, frac := math.Modf(float64(f))
			add(whole, u.micros)
			more, left := math.Modf(frac * float64(u.micros))
			add(more, 1)
			rest += left
			continue
		}
		r, ok := exact(o)
		if !ok {
			return nil, object.TypeError("unsupported type for timedelta %s component: %s", u.name, o.Class().MessageName())
		}
		total.Add(total, new(big.Int).Mul(r.Num(), big.NewInt(u.micros)))
	}
	if rest != 0 {
		n := math.Round(rest)
		if math.Abs(n-rest) == 0.5 {
			odd := float64(total.Bit(0))
			n = 2*math.Round((rest+odd)*0.5) - odd
		}
		add(n, 1)
	}
	return deltaOf(total)
}

func init() {
	deltaClass.Protocols(&delta{}, object.Add, object.Sub, object.Mul, object.TrueDiv, object.FloorDiv, object.Mod, object.DivMod)
	deltaClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		v, err := deltaSignature.Bind(t, "__new__", nil, a, nil)
		if err != nil {
			return nil, err
		}
		d, err := sum(v)
		if err != nil {
			return nil, err
		}
		return of(cls, d, &d.own), nil
	}
	getters(deltaClass, []string{"days", "seconds", "microseconds"}, func(d *delta) []int {
		return []int{int(d.days), int(d.micros / perSec), int(d.micros % perSec)}
	})
	deltaClass.Methods(
		object.Func("total_seconds", "(self, /)", "Returns the duration in seconds.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.Float(a[0].(*delta).seconds()), nil
		}),
		object.Func("__reduce__", "(self, /)", "Returns what makes the duration again.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			d := object.Of(a[0]).(*delta)
			return object.NewTuple(a[0].Class(), object.NewTuple(object.Int(d.days), object.Int(d.micros/perSec), object.Int(d.micros%perSec))), nil
		}).KeepSelf(),
	)
	deltaClass.Set("min", &delta{days: -maxDays})
	deltaClass.Set("max", &delta{days: maxDays, micros: perDay - 1})
	deltaClass.Set("resolution", &delta{micros: 1})
}
