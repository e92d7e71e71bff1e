package time

import (
	"strings"
	"time"

	"layerglass/core/python/object"
)

// Fields are the parts of a time that texts are made of.
type Fields struct {
	Year, Month, Day, Hour, Minute, Second, Micro int
	Weekday                                       int // Monday is 0
	YearDay                                       int // January 1 is 1
	DST                                           int // -1: not known
	// Zone is the zone's name, Offset its distance from UTC as %z writes it; both "" for a time without a zone.
	Zone, Offset string
	HasOffset    bool
	Seconds      int // the distance from UTC in seconds
}

func fields(when time.Time) *Fields {
	f := &Fields{Year: when.Year(), Month: int(when.Month()), Day: when.Day(), Hour: when.Hour(), Minute: when.Minute(), Second: when.Second()}
	f.Weekday, f.YearDay = (int(when.Weekday())+6)%7, when.YearDay()
	f.Zone, f.Offset, f.HasOffset = "UTC", "+0000", true
	return f
}

// structClass is struct_time: a tuple of nine with names.
var structClass = object.NewType("struct_time", "time", object.TupleClass).Dotted()

var structNames = []string{"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"}

func newStruct(f *Fields) object.Object {
	var items []object.Object
	for _, n := range []int{f.Year, f.Month, f.Day, f.Hour, f.Minute, f.Second, f.Weekday, f.YearDay, f.DST} {
		items = append(items, object.Int(n))
	}
	i := object.NewInstance(structClass)
	i.Native = object.NewTuple(items...)
	var zone, offset object.Object = object.None, object.None
	if f.Zone != "" {
		zone = object.NewStr(f.Zone)
	}
	if f.HasOffset {
		offset = object.Int(f.Seconds)
	}
	i.SetAttr("tm_zone", zone)
	i.SetAttr("tm_gmtoff", offset)
	return i
}

// fieldsOf reads a time tuple, or now for None, for a function.
func fieldsOf(t *object.Thread, fname string, o object.Object) (*Fields, error) {
	if o == object.None {
		return fields(Now(t)), nil
	}
	tuple, ok := object.Of(o).(*object.Tuple)
	if !ok {
		return nil, object.TypeError("Tuple or struct_time argument required")
	}
	if len(tuple.Items) != 9 {
		return nil, object.TypeError("%s(): illegal time tuple argument", fname)
	}
	var n [9]int
	for i, v := range tuple.Items {
		var err error
		if n[i], err = object.Index(t, v); err != nil {
			return nil, object.TypeError("%s(): illegal time tuple argument", fname)
		}
	}
	f := &Fields{Year: n[0], Month: max(n[1], 1), Day: max(n[2], 1), Hour: n[3], Minute: n[4], Second: n[5], Weekday: n[6], YearDay: max(n[7], 1), DST: n[8]}
	f.Zone, f.Offset, f.HasOffset = "UTC", "+0000", true
	return f, f.check()
}

// check refuses parts out of range.
func (f *Fields) check() error {
	switch {
	case f.Month < 1 || f.Month > 12:
		return object.ValueError("month out of range")
	case f.Day < 1 || f.Day > 31:
		return object.ValueError("day of month out of range")
	case f.Hour < 0 || f.Hour > 23:
		return object.ValueError("hour out of range")
	case f.Minute < 0 || f.Minute > 59:
		return object.ValueError("minute out of range")
	case f.Second < 0 || f.Second > 61:
		return object.ValueError("seconds out of range")
	case f.Weekday < -1:
		return object.ValueError("day of week out of range")
	case f.YearDay < 1 || f.YearDay > 366:
		return object.ValueError("day of year out of range")
	}
	f.Weekday = (f.Weekday%7 + 7) % 7
	return nil
}

func init() {
	for i, name := range structNames {
		structClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return object.Of(o).(*object.Tuple).Items[i], nil
		})
	}
	structClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 || len(a.Kw) > 0 {
			return nil, object.TypeError("time.struct_time() takes 1 positional argument")
		}
		items, err := object.Items(t, a.Pos[0])
		if err != nil {
			return nil, err
		}
		if len(items) < 9 || len(items) > 11 {
			if len(items) < 9 {
				return nil, object.TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)", len(items))
			}
			return nil, object.TypeError("time.struct_time() takes an at most 11-sequence (%d-sequence given)", len(items))
		}
		i := object.NewInstance(cls)
		i.Native = object.NewTuple(append([]object.Object(nil), items[:9]...)...)
		for k, name := range []string{"tm_zone", "tm_gmtoff"} {
			i.SetAttr(name, object.None)
			if len(items) > 9+k {
				i.SetAttr(name, items[9+k])
			}
		}
		return i, nil
	}
	structClass.Methods(object.Func("__repr__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		var parts []string
		for i, v := range object.Of(a[0]).(*object.Tuple).Items {
			s, err := object.Repr(t, v)
			if err != nil {
				return nil, err
			}
			parts = append(parts, structNames[i]+"="+s)
		}
		return object.NewStr("time.struct_time(" + strings.Join(parts, ", ") + ")"), nil
	}))
	structClass.Set("n_fields", object.Int(11))
	structClass.Set("n_sequence_fields", object.Int(9))
}
