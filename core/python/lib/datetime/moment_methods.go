package datetime

import (
	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
)

var momentSignature = object.ParseSignature("(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)")

func newMoment(t *object.Thread, v []object.Object) (*moment, error) {
	n, err := integers(t, v[:3])
	if err != nil {
		return nil, err
	}
	m := &moment{day: day{n[0], n[1], n[2]}}
	if m.hours, err = readHoursChecked(t, v[3:], m.day); err != nil {
		return nil, err
	}
	return m, nil
}

// readHoursChecked complains of the day before it complains of the time.
func readHoursChecked(t *object.Thread, v []object.Object, d day) (hours, error) {
	h, err := readHours(t, v)
	if err != nil && !object.IsKind(err, object.ValueErrorClass) {
		return h, err
	}
	if bad := d.check(); bad != nil {
		return h, bad
	}
	return h, err
}

func on(name, sig, doc string, do func(t *object.Thread, m *moment, a []object.Object) (object.Object, error)) *object.Builtin {
	return object.Func(name, sig, doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		m, ok := a[0].(*moment)
		if !ok {
			return nil, object.TypeError("descriptor '%s' doesn't apply to a '%s' object", name, a[0].Class().MessageName())
		}
		return do(t, m, a[1:])
	})
}

func init() {
	momentClass.Protocols(&moment{}, object.Add, object.Sub)
	momentClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		if state, tz, ok := unpacked(a, packedDate+packedHours, 2); ok {
			m := &moment{day: dayFrom(state), hours: hoursFrom(state[packedDate:], tz)}
			m.fold = int(state[2] / foldBit)
			return of(cls, m, &m.own), nil
		}
		v, err := bound(t, momentSignature, a)
		if err != nil {
			return nil, err
		}
		m, err := newMoment(t, v)
		if err != nil {
			return nil, err
		}
		return of(cls, m, &m.own), nil
	}
	getters(momentClass, []string{"hour", "minute", "second", "microsecond", "fold"}, func(m *moment) []int { return []int{m.h, m.min, m.s, m.us, m.fold} })
	momentClass.Getter("tzinfo", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return object.Of(o).(*moment).tz, nil })
	addZoneMethods(momentClass, func(o object.Object) (object.Object, object.Object) { m := o.(*moment); return m.tz, m })
	momentClass.Methods(partMethods()...)
	momentClass.Methods(textMethods()...)
	momentClass.ClassMethods(makers()...)
	momentClass.Set("min", &moment{day: day{1, 1, 1}, hours: hours{tz: object.None}})
	momentClass.Set("max", &moment{day: day{9999, 12, 31}, hours: hours{23, 59, 59, 999999, object.None, 0}})
	momentClass.Set("resolution", &delta{micros: 1})
}

// partMethods take a moment apart or change it.
func partMethods() []*object.Builtin {
	return []*object.Builtin{
		on("date", "(self, /)", "Returns the date.", func(_ *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			return &date{day: m.day}, nil
		}),
		on("time", "(self, /)", "Returns the time of day, without a zone.", func(_ *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			h := m.hours
			h.tz = object.None
			return &clockTime{hours: h}, nil
		}),
		on("timetz", "(self, /)", "Returns the time of day with its zone.", func(_ *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			return &clockTime{hours: m.hours}, nil
		}),
		on("timestamp", "(self, /)", "Returns the seconds since 1970.", func(t *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			f, err := m.timestamp(t)
			return object.Float(f), err
		}),
		on("replace", "(self, year=?, month=?, day=?, hour=?, minute=?, second=?, microsecond=?, tzinfo=?, *, fold=?)", "Returns a moment with other parts.",
			func(t *object.Thread, m *moment, a []object.Object) (object.Object, error) {
				v := append([]object.Object{object.Int(m.y), object.Int(m.m), object.Int(m.d)}, m.replaced(a[3:])...)
				for i, o := range a[:3] {
					if o != nil {
						v[i] = o
					}
				}
				if m.cls != nil {
					return object.CallArgs(t, m.cls, object.Args{Pos: v[:8], Kw: []object.Kwarg{{Name: object.Intern("fold"), Value: v[8]}}})
				}
				return newMoment(t, v)
			}),
		on("astimezone", "(self, tz=None)", "Returns the same moment in another zone.", asTimezone),
		object.Func("__reduce__", "(self, /)", "Returns what makes the moment again.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			m := object.Of(a[0]).(*moment)
			return reduction(a[0].Class(), append(m.day.packed(), m.hours.packed()...), m.tz), nil
		}).KeepSelf(),
		object.Func("__reduce_ex__", "(self, protocol, /)", "Returns what makes the moment again.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			m := object.Of(a[0]).(*moment)
			state := append(m.day.packed(), m.hours.packed()...)
			protocol, err := integer(t, a[1])
			if m.fold != 0 && protocol > 3 {
				state[2] |= foldBit
			}
			return reduction(a[0].Class(), state, m.tz), err
		}).KeepSelf(),
		on("timetuple", "(self, /)", "Returns a struct_time.", func(t *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			f := m.timeFields()
			dst, err := ask(t, m.tz, "dst", m)
			if dst != nil {
				f.DST = 0
				if dst.days != 0 || dst.micros != 0 {
					f.DST = 1
				}
			}
			if err != nil {
				return nil, err
			}
			return structTime(t, f)
		}),
		on("utctimetuple", "(self, /)", "Returns a struct_time in UTC.", func(t *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			off, err := ask(t, m.tz, "utcoffset", m)
			if err != nil {
				return nil, err
			}
			if off != nil {
				back, err := newDelta(-off.days, -off.micros)
				if err != nil {
					return nil, err
				}
				if m, err = m.add(back); err != nil {
					return nil, err
				}
			}
			f := m.timeFields()
			f.DST = 0
			return structTime(t, f)
		}),
	}
}

func asTimezone(t *object.Thread, m *moment, a []object.Object) (object.Object, error) {
	tz, err := isZone(a[0])
	if err != nil {
		return nil, err
	}
	if tz == object.None {
		tz = &zone{offset: &delta{}, name: "UTC", named: true} // the playground's own
	}
	if m.tz == tz {
		return m, nil
	}
	off, err := ask(t, m.tz, "utcoffset", m)
	if err != nil {
		return nil, err
	}
	if off == nil {
		off = &delta{}
	}
	back, err := newDelta(-off.days, -off.micros)
	if err != nil {
		return nil, err
	}
	u, err := m.add(back)
	if err != nil {
		return nil, err
	}
	return u.inZone(t, tz)
}

// textMethods write a moment.
func textMethods() []*object.Builtin {
	return []*object.Builtin{
		on("isoformat", "(self, sep='T', timespec='auto')", "Returns the ISO form.", func(t *object.Thread, m *moment, a []object.Object) (object.Object, error) {
			sep, ok := object.AsString(a[0])
			if !ok {
				return nil, object.TypeError("isoformat() argument 1 must be a unicode character, not %s", object.ArgumentTypeName(a[0]))
			}
			spec, ok := object.AsString(a[1])
			if !ok {
				return nil, object.TypeError("isoformat() argument 2 must be str, not %s", object.ArgumentTypeName(a[1]))
			}
			s, err := m.isoformat(t, sep, spec)
			return text(s), err
		}),
		on("ctime", "(self, /)", "Returns the moment as text.", func(_ *object.Thread, m *moment, _ []object.Object) (object.Object, error) {
			return text(clock.Format("%a %b %e %H:%M:%S %Y", m.timeFields())), nil
		}),
		on("strftime", "(self, format)", "Returns the moment in a format.", func(t *object.Thread, m *moment, a []object.Object) (object.Object, error) {
			layout, ok := object.AsString(a[0])
			if !ok {
				return nil, object.TypeError("strftime() argument 1 must be str, not %s", object.ArgumentTypeName(a[0]))
			}
			if err := t.Spend(4 * int64(len(layout))); err != nil {
				return nil, err
			}
			s, err := m.strftime(t, layout)
			return text(s), err
		}),
	}
}

// makers are the class methods that make moments.
func makers() []*object.Builtin {
	return []*object.Builtin{
		object.Func("now", "(cls, tz=None)", "Returns the present moment.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return now(t, a[0], a[1])
		}),
		object.Func("today", "(cls)", "Returns the present moment.", func(t *object.Thread, a []object.Object) (object.Object, error) { return now(t, a[0], object.None) }),
		object.Func("utcnow", "(cls)", "Returns the present moment in UTC, without a zone.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return now(t, a[0], object.None)
		}),
		object.Func("fromtimestamp", "(cls, timestamp, tz=None)", "Returns the moment of a number of seconds since 1970.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return fromTimestamp(t, a[0], a[1], a[2])
		}),
		object.Func("utcfromtimestamp", "(cls, timestamp, /)", "Returns the moment of a number of seconds since 1970, without a zone.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return fromTimestamp(t, a[0], a[1], object.None)
		}),
		object.Func("combine", "(cls, date, time, tzinfo=?)", "Returns the moment of a date and a time of day.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, ok := dayIn(a[1])
			if !ok {
				return nil, object.TypeError("combine() argument 1 must be datetime.date, not %s", object.ArgumentTypeName(a[1]))
			}
			c, ok := object.Of(a[2]).(*clockTime)
			if !ok {
				return nil, object.TypeError("combine() argument 2 must be datetime.time, not %s", object.ArgumentTypeName(a[2]))
			}
			m := &moment{day: d, hours: c.hours}
			if a[3] != nil {
				tz, err := isZone(a[3])
				if err != nil {
					return nil, err
				}
				m.tz = tz
			}
			return as(t, a[0], m)
		}),
		object.Func("strptime", "(cls, date_string, format, /)", "Reads a moment that is written in a format.", strptime),
		object.Func("fromisoformat", "(cls, date_string, /)", "Reads the ISO form.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, ok := object.AsString(a[1])
			if !ok {
				return nil, object.TypeError("fromisoformat: argument must be str")
			}
			m, err := isoMoment(s)
			if err != nil {
				return nil, err
			}
			return as(t, a[0], m)
		}),
		object.Func("fromordinal", "(cls, ordinal, /)", "Returns midnight of the day with a number.", func(t *object.Thread, a []object.Object) (object.Object, error) {
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
			return as(t, a[0], &moment{day: dayOf(n), hours: hours{tz: object.None}})
		}),
	}
}

func now(t *object.Thread, cls, zone object.Object) (object.Object, error) {
	tz, err := isZone(zone)
	if err != nil {
		return nil, err
	}
	when := clock.Now(t)
	v, err := momentAt(when, when.Nanosecond()/1000, object.None).inZone(t, tz)
	if err != nil {
		return nil, err
	}
	return as(t, cls, v)
}

func fromTimestamp(t *object.Thread, cls, stamp, zone object.Object) (object.Object, error) {
	tz, err := isZone(zone)
	if err != nil {
		return nil, err
	}
	when, us, err := fromSeconds(t, stamp)
	if err != nil {
		return nil, err
	}
	v, err := momentAt(when, us, object.None).inZone(t, tz)
	if err != nil {
		return nil, err
	}
	return as(t, cls, v)
}

func strptime(t *object.Thread, a []object.Object) (object.Object, error) {
	var texts [2]string
	for i := range texts {
		s, ok := object.AsString(a[1+i])
		if !ok {
			return nil, object.TypeError("strptime() argument %d must be str, not %s", i+1, a[1+i].Class().MessageName())
		}
		texts[i] = s
	}
	if err := t.Spend(20 + int64(len(texts[0])+len(texts[1]))/4); err != nil {
		return nil, err
	}
	p, err := clock.Parse(texts[0], texts[1])
	if err != nil {
		return nil, err
	}
	m := &moment{day: day{p.Year, p.Month, p.Day}, hours: hours{p.Hour, p.Minute, p.Second, p.Micro, object.None, 0}}
	if err := m.day.check(); err != nil {
		return nil, err
	}
	if err := m.hours.check(); err != nil {
		return nil, err
	}
	if p.HasOffset {
		d, err := newDelta(0, int64(p.Seconds)*perSec+int64(p.OffsetMicro))
		if err != nil {
			return nil, err
		}
		z := utc
		if d.days != 0 || d.micros != 0 || p.Zone != "" {
			if z, err = newZone(d); err != nil {
				return nil, err
			}
			z.name, z.named = p.Zone, p.Zone != ""
		}
		m.tz = z
	}
	return as(t, a[0], m)
}
