// Package time is Python's module time. The time zone is UTC. Sleeping does not wait: it moves the session's clocks forward,
// so that a program that measures its pauses finds them.
package time

import (
	"math"
	"time"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("time", load) }

type clockKey struct{}

// clock is a session's time.
type clock struct {
	start time.Time
	slept time.Duration
}

func clockOf(t *object.Thread) *clock {
	return t.State(clockKey{}, func() any { return &clock{start: time.Now()} }).(*clock)
}

// Now returns the session's time: the real one, and what the program slept.
func Now(t *object.Thread) time.Time { return time.Now().Add(clockOf(t).slept).UTC() }

// Elapsed returns how long the session runs, with what the program slept.
func Elapsed(t *object.Thread) time.Duration {
	c := clockOf(t)
	return time.Since(c.start) + c.slept
}

func load(t *object.Thread) (*object.Module, error) {
	clockOf(t)
	m := object.NewModule("time")
	lib.Add(m, functions...)
	for _, name := range []string{"perf_counter", "monotonic", "process_time", "thread_time"} {
		lib.Add(m, counter(name), nanoCounter(name))
	}
	lib.AddClasses(m, structClass)
	for _, name := range []string{"timezone", "altzone", "daylight"} {
		m.Dict.SetName(name, object.Int(0))
	}
	m.Dict.SetName("tzname", object.NewTuple(object.NewStr("UTC"), object.NewStr("UTC")))
	return m, nil
}

func counter(name string) *object.Builtin {
	return object.Func(name, "()", "Returns seconds since some start.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return object.Float(Elapsed(t).Seconds()), nil
	})
}

func nanoCounter(name string) *object.Builtin {
	return object.Func(name+"_ns", "()", "Returns nanoseconds since some start.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return object.Int(Elapsed(t)), nil
	})
}

var functions = []*object.Builtin{
	object.Func("time", "()", "Returns the seconds since 1970.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		now := Now(t)
		return object.Float(float64(now.Unix()) + float64(now.Nanosecond())/1e9), nil
	}),
	object.Func("time_ns", "()", "Returns the nanoseconds since 1970.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return object.Int(Now(t).UnixNano()), nil
	}),
	object.Func("sleep", "(seconds, /)", "Moves the clocks forward, without waiting.", sleep),
	object.Func("gmtime", "(seconds=None, /)", "Returns the parts of a time in UTC.", partsIn("GMT")),
	object.Func("localtime", "(seconds=None, /)", "Returns the parts of a time in UTC, the zone of the playground.", partsIn("UTC")),
	object.Func("mktime", "(t, /)", "Returns the seconds since 1970 of the parts of a time.", mktime),
	object.Func("asctime", "(t=None, /)", "Returns a time as text.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		f, err := fieldsOf(t, "asctime", a[0])
		if err != nil {
			return nil, err
		}
		return object.NewStr(Format("%a %b %e %H:%M:%S %Y", f)), nil
	}),
	object.Func("ctime", "(seconds=None, /)", "Returns a time as text.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		when, err := instant(t, a[0])
		if err != nil {
			return nil, err
		}
		return object.NewStr(Format("%a %b %e %H:%M:%S %Y", fields(when))), nil
	}),
	object.Func("strftime", "(format, t=None, /)", "Returns a time as text in a format.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		layout, ok := object.AsString(a[0])
		if !ok {
			return nil, object.TypeError("strftime() argument 1 must be str, not %s", object.ArgumentTypeName(a[0]))
		}
		f, err := fieldsOf(t, "strftime", a[1])
		if err != nil {
			return nil, err
		}
		return object.NewStr(Format(layout, f)), nil
	}),
	object.Func("strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)", "Reads a time that is written in a format.", strptime),
}

func sleep(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := object.RealNumber(t, a[0])
	switch {
	case err != nil:
		return nil, object.TypeError("'%s' object cannot be interpreted as an integer", a[0].Class().MessageName())
	case math.IsNaN(s):
		return nil, object.ValueError("Invalid value NaN (not a number)")
	case s < 0:
		return nil, object.ValueError("sleep length must be non-negative")
	case s > 1e9:
		return nil, object.NewError(object.OverflowErrorClass, "timestamp too large to convert to C _PyTime_t")
	}
	clockOf(t).slept += time.Duration(s * float64(time.Second))
	return object.None, nil
}

// instant is the time that a number of seconds since 1970 means, now for None.
func instant(t *object.Thread, o object.Object) (time.Time, error) {
	if o == object.None {
		return Now(t), nil
	}
	s, err := object.RealNumber(t, o)
	switch {
	case err != nil:
		return time.Time{}, object.TypeError("'%s' object cannot be interpreted as an integer", o.Class().MessageName())
	case math.IsNaN(s):
		return time.Time{}, object.ValueError("Invalid value NaN (not a number)")
	case math.Abs(s) > 6e10:
		return time.Time{}, object.NewError(object.OverflowErrorClass, "timestamp out of range for platform time_t")
	}
	return time.Unix(int64(math.Floor(s)), 0).UTC(), nil
}

// partsIn returns the parts of a time, with a name for the zone.
func partsIn(zone string) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		when, err := instant(t, a[0])
		if err != nil {
			return nil, err
		}
		f := fields(when)
		f.Zone = zone
		return newStruct(f), nil
	}
}

func mktime(t *object.Thread, a []object.Object) (object.Object, error) {
	f, err := fieldsOf(t, "mktime", a[0])
	if err != nil {
		return nil, err
	}
	when := time.Date(f.Year, time.Month(f.Month), f.Day, f.Hour, f.Minute, f.Second, 0, time.UTC)
	return object.Float(when.Unix()), nil
}

func strptime(t *object.Thread, a []object.Object) (object.Object, error) {
	text, ok := object.AsString(a[0])
	if !ok {
		return nil, object.TypeError("strptime() argument 0 must be str, not <class '%s'>", a[0].Class().FullName())
	}
	layout, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("strptime() argument 1 must be str, not <class '%s'>", a[1].Class().FullName())
	}
	p, err := Parse(text, layout)
	if err != nil {
		return nil, err
	}
	return newStruct(&p.Fields), nil
}
