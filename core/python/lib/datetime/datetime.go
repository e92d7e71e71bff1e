// Package datetime is Python's module datetime: dates, times of day, moments, durations and zones.
package datetime

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("datetime", load)
	for _, c := range []*object.Class{deltaClass, dateClass, clockClass, momentClass, zoneInfoClass, zoneClass} {
		c.LongName = "datetime." + c.Name
	}
}

// own is the class of a value where it is a subclass of the program: its repr names it, and arithmetic makes more of its kind.
type own struct{ cls *object.Class }

func (o own) or(usual string) string {
	if o.cls != nil {
		return o.cls.Name
	}
	return "datetime." + usual
}

// of wraps a value for the class that was asked for.
func of(cls *object.Class, v object.Object, o *own) object.Object {
	if cls != v.Class() {
		o.cls = cls
	}
	return object.Wrap(cls, v)
}

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("datetime")
	lib.AddClasses(m, deltaClass, dateClass, clockClass, momentClass, zoneInfoClass, zoneClass)
	m.Dict.SetName("UTC", utc)
	m.Dict.SetName("MINYEAR", object.Int(minYear))
	m.Dict.SetName("MAXYEAR", object.Int(maxYear))
	return m, nil
}

const (
	minYear  = 1
	maxYear  = 9999
	maxDays  = 999999999
	perDay   = 86400 * perSec
	perSec   = 1000000
	lastDay  = 3652059 // the ordinal of 9999-12-31
	unixZero = 719163  // the ordinal of 1970-01-01
)

// integer reads an int argument.
func integer(t *object.Thread, o object.Object) (int, error) {
	if o.Class().IsSubclass(object.FloatClass) {
		return 0, object.TypeError("'float' object cannot be interpreted as an integer")
	}
	return object.Index(t, o)
}

// integers reads several.
func integers(t *object.Thread, list []object.Object) ([]int, error) {
	out := make([]int, len(list))
	for i, o := range list {
		var err error
		if out[i], err = integer(t, o); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func text(s string) object.Object { return object.NewStr(s) }

// pad writes a number with leading zeros.
func pad(n, width int) string {
	s := ""
	for ; n > 0 || s == ""; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// ordered turns a three-way comparison into the answer of an operator.
func ordered(op object.CompareOp, c int) object.Object {
	switch op {
	case object.Eq:
		return object.Bool(c == 0)
	case object.Ne:
		return object.Bool(c != 0)
	case object.Lt:
		return object.Bool(c < 0)
	case object.Le:
		return object.Bool(c <= 0)
	case object.Gt:
		return object.Bool(c > 0)
	}
	return object.Bool(c >= 0)
}

func order(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// getters adds read-only int attributes.
func getters[T object.Object](c *object.Class, names []string, get func(v T) []int) {
	for i, name := range names {
		c.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			v, ok := object.Of(o).(T)
			if !ok {
				return nil, object.TypeError("descriptor '%s' doesn't apply to a '%s' object", name, o.Class().MessageName())
			}
			return object.Int(get(v)[i]), nil
		})
	}
}
