package datetime

import (
	"math"
	"time"

	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
)

// moment is a datetime.
type moment struct {
	day
	hours
	own
}

var momentClass = object.NewType("datetime", "datetime", dateClass).WithPayload()

// Class returns the type datetime.datetime.
func (*moment) Class() *object.Class { return momentClass }

// Repr shows the call that makes the moment.
func (m *moment) Repr(t *object.Thread) (string, error) {
	s, err := m.tail(t)
	return m.or("datetime") + "(" + pad(m.y, 1) + ", " + pad(m.m, 1) + ", " + pad(m.d, 1) + ", " + s + ")", err
}

// Str is the ISO form with a space.
func (m *moment) Str(t *object.Thread) (string, error) { return m.isoformat(t, " ", "auto") }

func (m *moment) isoformat(t *object.Thread, sep, spec string) (string, error) {
	s, err := m.timeText(spec)
	if err != nil {
		return "", err
	}
	off, err := ask(t, m.tz, "utcoffset", m)
	s = m.day.String() + sep + s
	if off != nil {
		s += offsetText(off, ":")
	}
	return s, err
}

// Format is strftime, or str without a format.
func (m *moment) Format(t *object.Thread, spec string) (string, error) {
	if spec == "" {
		return m.Str(t)
	}
	return m.strftime(t, spec)
}

func (m *moment) timeFields() *clock.Fields {
	f := m.fields()
	f.Hour, f.Minute, f.Second = m.h, m.min, m.s
	return f
}

func (m *moment) strftime(t *object.Thread, layout string) (string, error) {
	off, name, err := zoneTexts(t, m.tz, m)
	return formatted(layout, m.timeFields(), m.us, off, name), err
}

// since is the distance from the start of year 1, in days and microseconds, without regard to the zone.
func (m *moment) since() *delta { return &delta{days: int64(m.ordinal()), micros: m.micros()} }

// add moves a moment.
func (m *moment) add(d *delta) (*moment, error) {
	us := m.micros() + d.micros
	days := d.days + us/perDay
	day, err := m.day.add(days)
	if err != nil {
		return nil, err
	}
	return &moment{day: day, hours: hoursOf(us%perDay, m.tz)}, nil
}

// minus is the distance between two moments.
func (m *moment) minus(t *object.Thread, n *moment) (object.Object, error) {
	a, b, err := offsets(t, m, n)
	if err != nil {
		return nil, err
	}
	if (a == nil) != (b == nil) {
		return nil, object.TypeError("can't subtract offset-naive and offset-aware datetimes")
	}
	x, y := m.since(), n.since()
	days, us := x.days-y.days, x.micros-y.micros
	if a != nil {
		days, us = days-a.days+b.days, us-a.micros+b.micros
	}
	return newDelta(days, us)
}

// offsets asks the zones of two moments; those of one zone count as without.
func offsets(t *object.Thread, m, n *moment) (a, b *delta, err error) {
	if m.tz == n.tz {
		return nil, nil, nil
	}
	if a, err = ask(t, m.tz, "utcoffset", m); err == nil {
		b, err = ask(t, n.tz, "utcoffset", n)
	}
	return a, b, err
}

// Binary is moment + timedelta, moment - timedelta and moment - moment.
func (m *moment) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	switch x := object.Of(o).(type) {
	case *delta:
		if op == object.Sub && reflected || op != object.Add && op != object.Sub {
			return object.NotImplemented, nil
		}
		if op == object.Sub {
			x = &delta{days: -x.days, micros: -x.micros}
			if x.micros < 0 {
				x = &delta{days: x.days - 1, micros: x.micros + perDay}
			}
		}
		sum, err := m.add(x)
		if m.cls == nil || err != nil {
			return sum, err
		}
		return object.Call(t, m.cls, append([]object.Object{object.Int(sum.y), object.Int(sum.m), object.Int(sum.d)}, sum.replaced(nil)[:5]...)...)
	case *moment:
		if op != object.Sub {
			return object.NotImplemented, nil
		}
		if reflected {
			return x.minus(t, m)
		}
		return m.minus(t, x)
	}
	return object.NotImplemented, nil
}

// Compare orders moments; those with a zone by their time in UTC.
func (m *moment) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	n, ok := object.Of(o).(*moment)
	if !ok {
		if _, isDate := object.Of(o).(*date); isDate {
			if op <= object.Ne {
				return object.Bool(op == object.Ne), nil
			}
			return nil, object.TypeError("can't compare datetime.datetime to datetime.date")
		}
		return object.NotImplemented, nil
	}
	a, b, err := offsets(t, m, n)
	if err != nil {
		return nil, err
	}
	if (a == nil) != (b == nil) {
		if op <= object.Ne {
			return object.Bool(op == object.Ne), nil
		}
		return nil, object.TypeError("can't compare offset-naive and offset-aware datetimes")
	}
	x, y := m.since(), n.since()
	if a != nil {
		if x, err = newDelta(x.days-a.days, x.micros-a.micros); err != nil {
			return nil, err
		}
		if y, err = newDelta(y.days-b.days, y.micros-b.micros); err != nil {
			return nil, err
		}
	}
	c := order(x.days, y.days)
	if c == 0 {
		c = order(x.micros, y.micros)
	}
	return ordered(op, c), nil
}

// Hash is that of the moment in UTC.
func (m *moment) Hash(t *object.Thread) (uint64, error) {
	off, err := ask(t, m.tz, "utcoffset", m)
	if err != nil {
		return 0, err
	}
	x := m.since()
	if off != nil {
		if x, err = newDelta(x.days-off.days, x.micros-off.micros); err != nil {
			return 0, err
		}
	}
	return x.Hash(t)
}

// timestamp is the number of seconds since 1970; a moment without a zone is taken to be in UTC, the playground's zone.
func (m *moment) timestamp(t *object.Thread) (float64, error) {
	off, err := ask(t, m.tz, "utcoffset", m)
	if err != nil {
		return 0, err
	}
	x := m.since()
	if off == nil {
		off = &delta{}
	}
	d, err := newDelta(x.days-unixZero-off.days, x.micros-off.micros)
	if err != nil {
		return 0, err
	}
	return d.seconds(), nil
}

// fromSeconds is the moment of a number of seconds since 1970, rounded to a microsecond, halves to even.
func fromSeconds(t *object.Thread, o object.Object) (time.Time, int, error) {
	f, err := object.RealNumber(t, o)
	switch {
	case err != nil:
		return time.Time{}, 0, object.TypeError("'%s' object cannot be interpreted as an integer", o.Class().MessageName())
	case math.IsNaN(f):
		return time.Time{}, 0, object.ValueError("cannot convert float NaN to integer")
	case math.Abs(f) > 1e15:
		return time.Time{}, 0, object.NewError(object.OverflowErrorClass, "timestamp out of range for platform time_t")
	}
	whole := math.Floor(f)
	us := int(math.RoundToEven((f - whole) * perSec))
	if us == perSec {
		us, whole = 0, whole+1
	}
	when := time.Unix(int64(whole), 0).UTC()
	if y := when.Year(); y < minYear || y > maxYear {
		return time.Time{}, 0, object.ValueError("year %d is out of range", y)
	}
	return when, us, nil
}

func momentAt(when time.Time, us int, tz object.Object) *moment {
	return &moment{day: day{when.Year(), int(when.Month()), when.Day()}, hours: hours{when.Hour(), when.Minute(), when.Second(), us, tz, 0}}
}

// inZone turns a moment of UTC into one of a zone.
func (m *moment) inZone(t *object.Thread, tz object.Object) (object.Object, error) {
	if tz == object.None {
		return m, nil
	}
	n := *m
	n.tz = tz
	return object.CallMethod(t, tz, "fromutc", &n)
}

// as makes a moment one of a class.
func as(t *object.Thread, cls, v object.Object) (object.Object, error) {
	m, ok := object.Of(v).(*moment)
	if !ok || cls == object.Object(momentClass) {
		return v, nil
	}
	args := []object.Object{}
	for _, n := range []int{m.y, m.m, m.d, m.h, m.min, m.s, m.us} {
		args = append(args, object.Int(n))
	}
	return object.Call(t, cls, append(args, m.tz)...)
}
