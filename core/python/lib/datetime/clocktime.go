package datetime

import (
	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
)

// hours is a time of day: the value behind time and datetime.
type hours struct {
	h, min, s, us int
	tz            object.Object
	fold          int
}

// clockTime is a time.
type clockTime struct {
	hours
	own
}

var clockClass = object.NewType("time", "datetime", nil).WithPayload()

// Class returns the type datetime.time.
func (*clockTime) Class() *object.Class { return clockClass }

func (h hours) check() error {
	switch {
	case h.h < 0 || h.h > 23:
		return object.ValueError("hour must be in 0..23")
	case h.min < 0 || h.min > 59:
		return object.ValueError("minute must be in 0..59")
	case h.s < 0 || h.s > 59:
		return object.ValueError("second must be in 0..59")
	case h.us < 0 || h.us > 999999:
		return object.ValueError("microsecond must be in 0..999999")
	case h.fold != 0 && h.fold != 1:
		return object.ValueError("fold must be either 0 or 1")
	}
	return nil
}

// micros is the time since midnight.
func (h hours) micros() int64 { return int64(h.h*3600+h.min*60+h.s)*perSec + int64(h.us) }

func hoursOf(us int64, tz object.Object) hours {
	s := int(us / perSec)
	return hours{h: s / 3600, min: s / 60 % 60, s: s % 60, us: int(us % perSec), tz: tz}
}

// tail shows the arguments of a call that makes the time, those at the end left out where they are 0.
func (h hours) tail(t *object.Thread) (string, error) {
	s := pad(h.h, 1) + ", " + pad(h.min, 1)
	if h.s != 0 || h.us != 0 {
		s += ", " + pad(h.s, 1)
	}
	if h.us != 0 {
		s += ", " + pad(h.us, 1)
	}
	if h.tz != object.None {
		r, err := object.Repr(t, h.tz)
		if err != nil {
			return "", err
		}
		s += ", tzinfo=" + r
	}
	if h.fold != 0 {
		s += ", fold=1"
	}
	return s, nil
}

// timeText writes hh:mm:ss with as much of the rest as timespec asks for.
func (h hours) timeText(spec string) (string, error) {
	s := pad(h.h, 2)
	if spec == "auto" {
		spec = "seconds"
		if h.us != 0 {
			spec = "microseconds"
		}
	}
	switch spec {
	case "hours":
		return s, nil
	case "minutes":
		return s + ":" + pad(h.min, 2), nil
	}
	s += ":" + pad(h.min, 2) + ":" + pad(h.s, 2)
	switch spec {
	case "seconds":
		return s, nil
	case "milliseconds":
		return s + "." + pad(h.us/1000, 3), nil
	case "microseconds":
		return s + "." + pad(h.us, 6), nil
	}
	return "", object.ValueError("Unknown timespec value")
}

// Repr shows the call that makes the time.
func (c *clockTime) Repr(t *object.Thread) (string, error) {
	s, err := c.tail(t)
	return c.or("time") + "(" + s + ")", err
}

// Str is the ISO form.
func (c *clockTime) Str(t *object.Thread) (string, error) { return c.isoformat(t, "auto") }

func (c *clockTime) isoformat(t *object.Thread, spec string) (string, error) {
	s, err := c.timeText(spec)
	if err != nil {
		return "", err
	}
	off, err := ask(t, c.tz, "utcoffset", object.None)
	if off != nil {
		s += offsetText(off, ":")
	}
	return s, err
}

// Format is strftime, or str without a format.
func (c *clockTime) Format(t *object.Thread, spec string) (string, error) {
	if spec == "" {
		return c.Str(t)
	}
	return c.strftime(t, spec)
}

func (c *clockTime) strftime(t *object.Thread, layout string) (string, error) {
	f := &clock.Fields{Year: 1900, Month: 1, Day: 1, Hour: c.h, Minute: c.min, Second: c.s, YearDay: 1}
	off, name, err := zoneTexts(t, c.tz, object.None)
	return formatted(layout, f, c.us, off, name), err
}

// zoneTexts asks a zone for its distance and its name.
func zoneTexts(t *object.Thread, tz, dt object.Object) (*delta, string, error) {
	off, err := ask(t, tz, "utcoffset", dt)
	if err != nil {
		return nil, "", err
	}
	name, err := nameOf(t, tz, dt)
	s, _ := object.AsString(name)
	return off, s, err
}

// formatted is strftime with %f, %z and %Z.
func formatted(layout string, f *clock.Fields, us int, off *delta, name string) string {
	out := ""
	for i := 0; i < len(layout); i++ {
		if layout[i] != '%' || i+1 == len(layout) {
			out += string(layout[i])
			continue
		}
		i++
		switch layout[i] {
		case 'f':
			out += pad(us, 6)
		default:
			out += "%" + string(layout[i])
		}
	}
	f.Zone, f.Offset = name, ""
	if off != nil {
		f.Offset, f.HasOffset, f.Seconds = offsetText(off, ""), true, int(off.micro()/perSec)
	}
	return clock.Format(out, f)
}

// Truth is always true.
func (*clockTime) Truth(*object.Thread) (bool, error) { return true, nil }

// Hash is that of the time in UTC.
func (c *clockTime) Hash(t *object.Thread) (uint64, error) {
	off, err := ask(t, c.tz, "utcoffset", object.None)
	if err != nil {
		return 0, err
	}
	n := c.micros()
	if off != nil {
		n -= off.micro()
	}
	return object.Hash(t, object.Int(n))
}

// Compare orders times of day; those with a zone by their time in UTC.
func (c *clockTime) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	e, ok := object.Of(o).(*clockTime)
	if !ok {
		return object.NotImplemented, nil
	}
	a, err := ask(t, c.tz, "utcoffset", object.None)
	if err != nil {
		return nil, err
	}
	b, err := ask(t, e.tz, "utcoffset", object.None)
	if err != nil {
		return nil, err
	}
	if (a == nil) != (b == nil) {
		if op <= object.Ne {
			return object.Bool(op == object.Ne), nil
		}
		return nil, object.TypeError("can't compare offset-naive and offset-aware times")
	}
	x, y := c.micros(), e.micros()
	if a != nil {
		x, y = x-a.micro(), y-b.micro()
	}
	return ordered(op, order(x, y)), nil
}

var clockSignature = object.ParseSignature("(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)")

func readHours(t *object.Thread, v []object.Object) (hours, error) {
	n, err := integers(t, []object.Object{v[0], v[1], v[2], v[3], v[5]})
	if err != nil {
		return hours{}, err
	}
	tz, err := isZone(v[4])
	if err != nil {
		return hours{}, err
	}
	h := hours{n[0], n[1], n[2], n[3], tz, n[4]}
	return h, h.check()
}

func init() {
	clockClass.Protocols(&clockTime{})
	clockClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		if state, tz, ok := unpacked(a, packedHours, 0); ok {
			c := &clockTime{hours: hoursFrom(state, tz)}
			c.fold = int(state[0] / foldBit)
			return of(cls, c, &c.own), nil
		}
		v, err := clockSignature.Bind(t, "function", nil, a, nil)
		if err != nil {
			return nil, err
		}
		h, err := readHours(t, v)
		if err != nil {
			return nil, err
		}
		c := &clockTime{hours: h}
		return of(cls, c, &c.own), nil
	}
	getters(clockClass, []string{"hour", "minute", "second", "microsecond", "fold"}, func(c *clockTime) []int { return []int{c.h, c.min, c.s, c.us, c.fold} })
	clockClass.Getter("tzinfo", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.Of(o).(*clockTime).tz, nil
	})
	clockClass.Methods(
		object.Func("__reduce__", "(self, /)", "Returns what makes the time again.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			c := object.Of(a[0]).(*clockTime)
			return reduction(a[0].Class(), c.hours.packed(), c.tz), nil
		}).KeepSelf(),
		object.Func("__reduce_ex__", "(self, protocol, /)", "Returns what makes the time again.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c := object.Of(a[0]).(*clockTime)
			state := c.hours.packed()
			protocol, err := integer(t, a[1])
			if c.fold != 0 && protocol > 3 {
				state[0] |= foldBit
			}
			return reduction(a[0].Class(), state, c.tz), err
		}).KeepSelf(),
		object.Func("isoformat", "(self, timespec='auto')", "Returns the ISO form.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			spec, _ := object.AsString(a[1])
			s, err := a[0].(*clockTime).isoformat(t, spec)
			return text(s), err
		}),
		object.Func("strftime", "(self, format)", "Returns the time in a format.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			layout, ok := object.AsString(a[1])
			if !ok {
				return nil, object.TypeError("strftime() argument 1 must be str, not %s", object.ArgumentTypeName(a[1]))
			}
			s, err := a[0].(*clockTime).strftime(t, layout)
			return text(s), err
		}),
		object.Func("replace", "(self, hour=?, minute=?, second=?, microsecond=?, tzinfo=?, *, fold=?)", "Returns a time with other parts.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			c := a[0].(*clockTime)
			v := c.replaced(a[1:])
			h, err := readHours(t, v)
			return &clockTime{hours: h}, err
		}),
	)
	addZoneMethods(clockClass, func(o object.Object) (object.Object, object.Object) { return o.(*clockTime).tz, object.None })
	clockClass.ClassMethods(object.Func("fromisoformat", "(cls, time_string, /)", "Reads the ISO form.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, ok := object.AsString(a[1])
		if !ok {
			return nil, object.TypeError("fromisoformat: argument must be str")
		}
		rest := s
		if rest != "" && rest[0] == 'T' {
			rest = rest[1:]
		}
		h, ok, err := isoTime(rest)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, object.ValueError("Invalid isoformat string: %s", object.QuoteStr(s))
		}
		if err := h.check(); err != nil {
			return nil, err
		}
		return object.Call(t, a[0], object.Int(h.h), object.Int(h.min), object.Int(h.s), object.Int(h.us), h.tz)
	}))
	clockClass.Set("min", &clockTime{hours: hours{tz: object.None}})
	clockClass.Set("max", &clockTime{hours: hours{23, 59, 59, 999999, object.None, 0}})
	clockClass.Set("resolution", &delta{micros: 1})
}

// replaced puts other parts, where they are given, in the place of h's.
func (h hours) replaced(given []object.Object) []object.Object {
	v := []object.Object{object.Int(h.h), object.Int(h.min), object.Int(h.s), object.Int(h.us), h.tz, object.Int(h.fold)}
	for i, o := range given {
		if o != nil {
			v[i] = o
		}
	}
	return v
}

// addZoneMethods adds utcoffset, dst and tzname; of returns the zone, and the moment that it is asked about.
func addZoneMethods(c *object.Class, of func(o object.Object) (tz, dt object.Object)) {
	for _, name := range []string{"utcoffset", "dst"} {
		c.Methods(object.Func(name, "(self, /)", "Asks the zone.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			tz, dt := of(a[0])
			d, err := ask(t, tz, name, dt)
			if d == nil || err != nil {
				return object.None, err
			}
			return d, nil
		}))
	}
	c.Methods(object.Func("tzname", "(self, /)", "Asks the zone.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		tz, dt := of(a[0])
		return nameOf(t, tz, dt)
	}))
}
