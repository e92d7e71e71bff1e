// Package statistics is Python's module statistics.
package statistics

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("statistics", load) }

var errorClass = object.NewType("StatisticsError", "statistics", object.ValueErrorClass)

func statisticsError(format string, a ...any) error { return object.NewError(errorClass, format, a...) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("statistics")
	m.Dict.SetName("StatisticsError", errorClass)
	m.Dict.SetName("NormalDist", normalClass)
	for _, list := range [][]*object.Builtin{averages, middles, spreads, relations} {
		for _, f := range list {
			f.Module = "statistics"
			m.Dict.SetName(f.Name, f)
		}
	}
	return m, nil
}

// data returns the items of the first argument; fewer than least are refused in the words given.
func data(t *object.Thread, o object.Object, least int, refusal string) ([]object.Object, error) {
	items, err := object.Items(t, o)
	if err == nil && len(items) < least {
		return nil, statisticsError("%s", refusal)
	}
	return items, err
}

// reals returns items as floats.
func reals(t *object.Thread, items []object.Object) ([]float64, error) {
	out := make([]float64, len(items))
	for i, o := range items {
		v, err := object.RealNumber(t, o)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

// sorted returns the items in order.
func sorted(t *object.Thread, o object.Object) ([]object.Object, error) {
	items, err := data(t, o, 1, "no median for empty data")
	if err != nil {
		return nil, err
	}
	return object.SortItems(t, items, nil, false)
}
