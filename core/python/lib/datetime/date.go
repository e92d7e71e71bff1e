package datetime

import (
	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
	"time"
)

// date is a date.
type date struct {
	day
	own
}

var dateClass = object.NewType("date", "datetime", nil).WithPayload()

// Class returns the type datetime.date.
func (*date) Class() *object.Class { return dateClass }

// dayIn returns the day of a date or datetime.
func dayIn(o object.Object) (day, bool) {
	switch x := object.Of(o).(type) {
	case *date:
		return x.day, true
	case *moment:
		return x.day, true
	}
	return day{}, false
}

// Repr shows the call that makes the date.
func (d *date) Repr(*object.Thread) (string, error) { return d.shown(d.or("date")), nil }

func (d *date) shown(name string) string {
	return name + "(" + pad(d.y, 1) + ", " + pad(d.m, 1) + ", " + pad(d.d, 1) + ")"
}

// Str is the ISO form.
func (d *date) Str(*object.Thread) (string, error) { return d.String(), nil }

// Hash is that of the day's number.
func (d *date) Hash(t *object.Thread) (uint64, error) { return object.Hash(t, object.Int(d.ordinal())) }

// Compare orders dates.
func (d *date) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	e, ok := object.Of(o).(*date)
	if !ok {
		if _, isMoment := object.Of(o).(*moment); isMoment && op > object.Ne {
			return nil, object.TypeError("can't compare datetime.datetime to datetime.date")
		}
		return object.NotImplemented, nil
	}
	return ordered(op, order(int64(d.ordinal()), int64(e.ordinal()))), nil
}

// Binary is date + timedelta, date - timedelta and date - date.
func (d *date) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	switch x := object.Of(o).(type) {
	case *delta:
		if op == object.Sub && reflected || op != object.Add && op != object.Sub {
			return object.NotImplemented, nil
		}
		days := x.days
		if op == object.Sub {
			days = -days
		}
		sum, err := d.add(days)
		if d.cls != nil && err == nil {
			return made(t, d.cls, sum.y, sum.m, sum.d)
		}
		return &date{day: sum}, err
	case *date:
		if op == object.Sub {
			n := int64(d.ordinal() - x.ordinal())
			if reflected {
				n = -n
			}
			return newDelta(n, 0)
		}
	}
	return object.NotImplemented, nil
}

// Format is strftime, or str without a format.
func (d *date) Format(t *object.Thread, spec string) (string, error) {
	if spec == "" {
		return d.String(), nil
	}
	return clock.Format(spec, d.dateFields()), nil
}

func (d day) dateFields() *clock.Fields {
	return d.fields()
}

var dateSignature = object.ParseSignature("(year, month, day)")

func newDate(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	if state, _, ok := unpacked(a, packedDate, 2); ok {
		d := &date{day: dayFrom(state)}
		return of(cls, d, &d.own), nil
	}
	v, err := bound(t, dateSignature, a)
	if err != nil {
		return nil, err
	}
	n, err := integers(t, v)
	if err != nil {
		return nil, err
	}
	d := &date{day: day{n[0], n[1], n[2]}}
	if err := d.check(); err != nil {
		return nil, err
	}
	return of(cls, d, &d.own), nil
}

// bound gives arguments to the parameters of a constructor.
func bound(t *object.Thread, s *object.Signature, a object.Args) ([]object.Object, error) {
	if most := len(s.Params); len(a.Pos)+len(a.Kw) > most {
		return nil, object.TypeError("function takes at most %d arguments (%d given)", most, len(a.Pos)+len(a.Kw))
	}
	v, err := s.Bind(t, "function", nil, a, nil)
	if err != nil && len(a.Pos) < len(s.Params) && len(a.Kw) == 0 && s.Params[len(a.Pos)].Default == nil {
		return nil, object.TypeError("function missing required argument '%s' (pos %d)", s.Params[len(a.Pos)].Name.String(), len(a.Pos)+1)
	}
	return v, err
}

// made calls a class with whole numbers, so that subclasses make their own kind.
func made(t *object.Thread, cls object.Object, n ...int) (object.Object, error) {
	args := make([]object.Object, len(n))
	for i, v := range n {
		args[i] = object.Int(v)
	}
	return object.Call(t, cls, args...)
}

func init() {
	dateClass.Protocols(&date{}, object.Add, object.Sub)
	dateClass.New = newDate
	ymd := []string{"year", "month", "day"}
	for i, name := range ymd {
		dateClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			d, _ := dayIn(o)
			return object.Int([]int{d.y, d.m, d.d}[i]), nil
		})
	}
	dateClass.Methods(dateMethods()...)
	dateClass.ClassMethods(
		object.Func("today", "(cls)", "Returns the present day.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return atTime(t, a[0], clock.Now(t))
		}),
		object.Func("fromtimestamp", "(cls, timestamp, /)", "Returns the day of a number of seconds since 1970.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			when, _, err := fromSeconds(t, a[1])
			if err != nil {
				return nil, err
			}
			return atTime(t, a[0], when)
		}),
		object.Func("fromordinal", "(cls, ordinal, /)", "Returns the day with a number.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			n, err := integer(t, a[1])
			if err != nil {
				return nil, err
			}
			if n < 1 {
				return nil, object.ValueError("ordinal must be >= 1")
			}
			if n > lastDay {
				return nil, object.ValueError("year is out of range")
			}
			d := dayOf(n)
			return made(t, a[0], d.y, d.m, d.d)
		}),
		object.Func("fromisocalendar", "(cls, year, week, day)", "Returns the day of an ISO year, week and weekday.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			n, err := integers(t, a[1:])
			if err != nil {
				return nil, err
			}
			d, err := fromISO(n[0], n[1], n[2])
			if err != nil {
				return nil, err
			}
			return made(t, a[0], d.y, d.m, d.d)
		}),
		object.Func("fromisoformat", "(cls, date_string, /)", "Reads the ISO form.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, ok := object.AsString(a[1])
			if !ok {
				return nil, object.TypeError("fromisoformat: argument must be str")
			}
			d, rest, ok := isoDate(s)
			if !ok || rest != "" {
				return nil, object.ValueError("Invalid isoformat string: %s", object.QuoteStr(s))
			}
			if d.week {
				day, err := fromISO(d.n[0], d.n[1], d.n[2])
				if err != nil {
					return nil, object.ValueError("Invalid isoformat string: %s", object.QuoteStr(s))
				}
				return made(t, a[0], day.y, day.m, day.d)
			}
			return made(t, a[0], d.n[:]...)
		}),
	)
	dateClass.Set("min", &date{day: day{1, 1, 1}})
	dateClass.Set("max", &date{day: day{9999, 12, 31}})
	dateClass.Set("resolution", &delta{days: 1})
}

func atTime(t *object.Thread, cls object.Object, when time.Time) (object.Object, error) {
	return made(t, cls, when.Year(), int(when.Month()), when.Day())
}

func dateMethods() []*object.Builtin {
	on := func(name, sig, doc string, do func(t *object.Thread, d day, a []object.Object) (object.Object, error)) *object.Builtin {
		return object.Func(name, sig, doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, ok := dayIn(a[0])
			if !ok {
				return nil, object.TypeError("descriptor '%s' doesn't apply to a '%s' object", name, a[0].Class().MessageName())
			}
			return do(t, d, a[1:])
		})
	}
	number := func(name, doc string, get func(d day) int) *object.Builtin {
		return on(name, "(self, /)", doc, func(_ *object.Thread, d day, _ []object.Object) (object.Object, error) {
			return object.Int(get(d)), nil
		})
	}
	return []*object.Builtin{
		number("toordinal", "Returns the day's number, 1 on 0001-01-01.", day.ordinal),
		number("weekday", "Returns 0 on Mondays.", day.weekday),
		number("isoweekday", "Returns 1 on Mondays.", func(d day) int { return d.weekday() + 1 }),
		on("isocalendar", "(self, /)", "Returns year, week and weekday of the ISO calendar.", func(_ *object.Thread, d day, _ []object.Object) (object.Object, error) {
			return newISOCalendar(d.iso()), nil
		}),
		on("isoformat", "(self, /)", "Returns YYYY-MM-DD.", func(_ *object.Thread, d day, _ []object.Object) (object.Object, error) { return text(d.String()), nil }),
		on("ctime", "(self, /)", "Returns the date as text.", func(_ *object.Thread, d day, _ []object.Object) (object.Object, error) {
			return text(clock.Format("%a %b %e 00:00:00 %Y", d.fields())), nil
		}),
		on("strftime", "(self, format)", "Returns the date in a format.", func(_ *object.Thread, d day, a []object.Object) (object.Object, error) {
			layout, ok := object.AsString(a[0])
			if !ok {
				return nil, object.TypeError("strftime() argument 1 must be str, not %s", object.ArgumentTypeName(a[0]))
			}
			return text(formatted(layout, d.fields(), 0, nil, "")), nil
		}),
		on("timetuple", "(self, /)", "Returns a struct_time.", func(t *object.Thread, d day, _ []object.Object) (object.Object, error) {
			return structTime(t, d.fields())
		}),
		object.Func("replace", "(self, year=None, month=None, day=None)", "Returns a date with other parts.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d := a[0].(*date)
			n := []int{d.y, d.m, d.d}
			for i := range n {
				if a[1+i] == object.None {
					continue
				}
				var err error
				if n[i], err = integer(t, a[1+i]); err != nil {
					return nil, err
				}
			}
			return made(t, dateClass, n...)
		}),
		object.Func("__reduce__", "(self, /)", "Returns what makes the date again.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return reduction(a[0].Class(), object.Of(a[0]).(*date).packed(), nil), nil
		}).KeepSelf(),
	}
}

// structTime makes a struct_time by package time.
func structTime(t *object.Thread, f *clock.Fields) (object.Object, error) {
	m, err := t.Import(t, "time")
	if err != nil {
		return nil, err
	}
	c, err := object.GetAttr(t, m, object.Intern("struct_time"))
	if err != nil {
		return nil, err
	}
	var parts []object.Object
	for _, n := range []int{f.Year, f.Month, f.Day, f.Hour, f.Minute, f.Second, f.Weekday, f.YearDay, f.DST} {
		parts = append(parts, object.Int(n))
	}
	return object.Call(t, c, object.NewTuple(parts...))
}

// isoCalendar is what isocalendar returns: a tuple with names.
var isoCalendarClass = object.NewType("IsoCalendarDate", "datetime", object.TupleClass)

func newISOCalendar(year, week, weekday int) object.Object {
	i := object.NewInstance(isoCalendarClass)
	i.Native = object.NewTuple(object.Int(year), object.Int(week), object.Int(weekday))
	return i
}

func init() {
	names := []string{"year", "week", "weekday"}
	for n, name := range names {
		isoCalendarClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return object.Of(o).(*object.Tuple).Items[n], nil
		})
	}
	isoCalendarClass.Methods(object.Func("__repr__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		s := "datetime.IsoCalendarDate("
		for n, v := range object.Of(a[0]).(*object.Tuple).Items {
			r, err := object.Repr(t, v)
			if err != nil {
				return nil, err
			}
			if n > 0 {
				s += ", "
			}
			s += names[n] + "=" + r
		}
		return text(s + ")"), nil
	}))
}
