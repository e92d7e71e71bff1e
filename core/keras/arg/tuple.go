package arg

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// Tuple takes an integer or n integers and makes a tuple of n, each above zero; TupleOrZero allows zero too. The rank of
// some classes is an argument itself: n < 0 reads the attribute "rank".
func Tuple(name string, n int, def ...any) Arg { return made(tupleKind(n, false), name, def) }

// TupleOrZero is Tuple that allows zeros.
func TupleOrZero(name string, n int, def ...any) Arg { return made(tupleKind(n, true), name, def) }

func tupleKind(n int, zero bool) *Kind {
	name := "integer or tuple of integers"
	if n > 0 {
		name = "integer or tuple of " + strconv.Itoa(n) + " integers"
	}
	return &Kind{Name: name, Get: func(l *Instance, a *Arg, v object.Object) (object.Object, error) {
		rank := n
		if rank < 0 {
			rank = l.Int("rank")
		}
		return StandardizeTuple(l, v, rank, a.Name, zero)
	}}
}

// StandardizeTuple makes a tuple of n integers of a value: an integer is repeated, anything else must hold n of them.
func StandardizeTuple(l *Instance, v object.Object, n int, name string, zero bool) (object.Object, error) {
	what := "an integer or " + strconv.Itoa(n) + " integers"
	switch x := object.Of(v).(type) {
	case object.Int, object.Bool, *object.BigInt:
		items := make([]object.Object, n)
		for i := range items {
			items[i] = v
		}
		return standardized(l, object.NewTuple(items...), v, name, what, zero)
	case *object.Tuple:
		if _, plain := v.(*object.Tuple); plain && len(x.Items) == n {
			return standardized(l, x, v, name, what, zero)
		}
	}
	items, err := object.Items(l.T, v)
	if err != nil {
		if object.IsKind(err, object.TypeErrorClass) {
			return nil, l.Bad(name, v, what)
		}
		return nil, err
	}
	if len(items) != n {
		return nil, l.Bad(name, v, what)
	}
	return standardized(l, object.NewTuple(items...), v, name, what, zero)
}

func standardized(l *Instance, x *object.Tuple, given object.Object, name, what string, zero bool) (object.Object, error) {
	for _, item := range x.Items {
		if !convertsToInt(l.T, item) {
			return nil, l.Bad(name, given, what)
		}
	}
	least, bound := object.Int(0), "above 0"
	op := object.Le
	if zero {
		op, bound = object.Lt, "0 or more"
	}
	for _, item := range x.Items {
		v, err := object.Compare(l.T, op, item, least)
		if err != nil {
			return nil, err
		}
		if low, err := object.Truth(l.T, v); err != nil || low {
			if err != nil {
				return nil, err
			}
			return nil, l.Bad(name, given, what+", each "+bound)
		}
	}
	return x, nil
}

// convertsToInt reports whether int(v) would work.
func convertsToInt(t *object.Thread, v object.Object) bool {
	switch x := object.Of(v).(type) {
	case object.Int, object.Bool, *object.BigInt, object.Float:
		return true
	case *object.Str:
		_, err := strconv.Atoi(strings.TrimSpace(x.String()))
		return err == nil
	}
	m, err := object.Special(t, v, "__int__")
	if m != nil && err == nil {
		return true
	}
	m, err = object.Special(t, v, "__index__")
	return m != nil && err == nil
}

// Padding takes "valid", "same", with causal also "causal" (in any case of letters), or a list or tuple as it is.
func Padding(name string, causal func(l *Instance) bool, def ...any) Arg {
	k := &Kind{Name: `"valid" or "same"`}
	k.Get = func(l *Instance, a *Arg, v object.Object) (object.Object, error) {
		return StandardizePadding(l, a.Name, v, causal != nil && causal(l))
	}
	return made(k, name, def).Among("valid", "same")
}

// StandardizePadding is what Padding does to its value.
func StandardizePadding(l *Instance, name string, v object.Object, causal bool) (object.Object, error) {
	switch x := object.Of(v).(type) {
	case *object.List, *object.Tuple:
		return v, nil
	case *object.Str:
		p := strings.ToLower(x.String())
		if p == "valid" || p == "same" || causal && p == "causal" {
			return object.Intern(p), nil
		}
	default:
		if _, err := object.CallMethod(l.T, v, "lower"); err != nil {
			return nil, err
		}
	}
	if causal {
		return nil, l.Bad(name, v, `"valid", "same", "causal", or a list or tuple`)
	}
	return nil, l.Bad(name, v, `"valid", "same", or a list or tuple`)
}
