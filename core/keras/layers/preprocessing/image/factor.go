package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// limits says how a class reads a factor: a number, which stands for a pair, or a pair of numbers.
type limits struct {
	low, high object.Object
	// open refuses low itself.
	open bool
	// each checks both numbers of a pair against both limits; without it the first must not be above high nor the second
	// below low.
	each bool
	// floor keeps the pair that a number stands for from reaching below low.
	floor bool
	// fromZero lets a number n stand for 0 to n; otherwise it stands for -n to n.
	fromZero bool
}

// The limits of the classes that check the numbers of a pair one by one.
var (
	translationLimits  = limits{low: object.Float(-1), high: object.Float(1), each: true}
	zoomLimits         = limits{low: object.Float(-1), high: object.Float(1), each: true, open: true}
	shearLimits        = limits{low: object.Float(0), high: object.Float(1), each: true}
	solarizationLimits = limits{low: object.Int(0), high: object.Float(1), each: true, fromZero: true}
)

// classLimits are those that the class attribute _FACTOR_BOUNDS gives.
func classLimits(l *spec.Instance) limits {
	bounds, ok := sequence(l.Value("_FACTOR_BOUNDS"))
	if !ok || len(bounds) != 2 {
		bounds = []object.Object{object.Int(-1), object.Int(1)}
	}
	return limits{low: bounds[0], high: bounds[1], floor: true}
}

// pair makes the pair of a factor.
func (m limits) pair(l *spec.Instance, name string, v object.Object) (object.Object, error) {
	if items, ok := sequence(v); ok {
		return m.ofPair(l, name, v, items)
	}
	number, err := object.IsInstance(l.T, v, object.NewTuple(object.IntClass, object.FloatClass))
	if err != nil {
		return nil, err
	}
	if !number {
		return nil, m.refuse(l, name, v)
	}
	if err := m.check(l, name, v, v, true, true); err != nil {
		return nil, err
	}
	if m.fromZero {
		return object.NewTuple(object.Int(0), v), nil
	}
	return m.around(l, v)
}

func (m limits) ofPair(l *spec.Instance, name string, v object.Object, items []object.Object) (object.Object, error) {
	if len(items) != 2 {
		return nil, m.refuse(l, name, v)
	}
	if err := m.check(l, name, v, items[0], m.each, true); err != nil {
		return nil, err
	}
	if err := m.check(l, name, v, items[1], true, m.each); err != nil {
		return nil, err
	}
	low, high, err := sorted(l, items[0], items[1])
	if err != nil {
		return nil, err
	}
	return object.NewTuple(low, high), nil
}

// around makes the pair -n, n.
func (m limits) around(l *spec.Instance, v object.Object) (object.Object, error) {
	n, err := object.CallMethod(l.T, v, "__abs__")
	if err != nil {
		return nil, err
	}
	low, err := object.Unary(l.T, object.Neg, n)
	if err != nil {
		return nil, err
	}
	if m.floor {
		if below, err := holds(l, object.Gt, m.low, low); err != nil {
			return nil, err
		} else if below {
			low = m.low
		}
	}
	return object.NewTuple(low, n), nil
}

// check refuses a number beyond the limits.
func (m limits) check(l *spec.Instance, name string, given, n object.Object, low, high bool) error {
	below := object.Lt
	if m.open {
		below = object.Le
	}
	if high {
		if bad, err := holds(l, object.Gt, n, m.high); err != nil || bad {
			return either(err, m.refuse(l, name, given))
		}
	}
	if low {
		if bad, err := holds(l, below, n, m.low); err != nil || bad {
			return either(err, m.refuse(l, name, given))
		}
	}
	return nil
}

func either(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

func (m limits) refuse(l *spec.Instance, name string, v object.Object) error {
	from := "from " + l.Repr(m.low)
	if m.open {
		from = "above " + l.Repr(m.low)
	}
	return l.Bad(name, v, "a number or two numbers "+from+" to "+l.Repr(m.high))
}

// factor is an argument that is read against the class's own limits.
func factor(name string, def ...any) arg.Arg { return ranged(name, classLimits, true, def) }

// within is an argument that is read against given limits. With keep the attribute holds what was given.
func within(name string, m limits, keep bool, def ...any) arg.Arg {
	return ranged(name, func(*spec.Instance) limits { return m }, !keep, def)
}

func ranged(name string, of func(l *spec.Instance) limits, replace bool, def []any) arg.Arg {
	a := arg.Any(name, def...).Says("how strong the change may be: a number, or the lowest and the highest")
	a.Kind = &arg.Kind{Name: "number or pair of numbers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		p, err := of(l).pair(l, a.Name, v)
		if err != nil || !replace {
			return v, err
		}
		return p, nil
	}}
	return a
}

// sequence returns the items of a list or tuple.
func sequence(v object.Object) ([]object.Object, bool) {
	switch x := object.Of(v).(type) {
	case *object.List:
		return x.Items, true
	case *object.Tuple:
		return x.Items, true
	}
	return nil, false
}

// sorted orders two values.
func sorted(l *spec.Instance, a, b object.Object) (low, high object.Object, err error) {
	swap, err := holds(l, object.Lt, b, a)
	if swap {
		a, b = b, a
	}
	return a, b, err
}

func holds(l *spec.Instance, op object.CompareOp, a, b object.Object) (bool, error) {
	v, err := object.Compare(l.T, op, a, b)
	if err != nil {
		return false, err
	}
	return object.Truth(l.T, v)
}
