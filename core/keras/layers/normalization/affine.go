package normalization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// affine are the arguments about what is multiplied with and added to normalized inputs.
func affine() arg.List {
	return arg.Of(
		arg.Bool("center", true).Says("whether beta is added"), arg.Bool("scale", true).Says("whether the result is multiplied with gamma"),
		arg.Initializer("beta_initializer", "zeros"), arg.Initializer("gamma_initializer", "ones"),
		arg.Regularizer("beta_regularizer", nil), arg.Regularizer("gamma_regularizer", nil),
		arg.Constraint("beta_constraint", nil), arg.Constraint("gamma_constraint", nil),
	)
}

// axes is the argument axis: an integer, or several in a list.
func axes(doc string) arg.Arg {
	a := arg.Any("axis", -1).Says(doc)
	a.Kind = &arg.Kind{Name: "integer or list of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		switch x := object.Of(v).(type) {
		case *object.List:
			return object.NewList(append([]object.Object(nil), x.Items...)...), nil
		case *object.Tuple:
			return object.NewList(append([]object.Object(nil), x.Items...)...), nil
		case object.Int, object.Bool, *object.BigInt:
			return v, nil
		}
		return nil, l.BadType(a.Name, v, "an integer, or a list or tuple of integers")
	}}
	return a
}

// axesOf lists what the attribute axis holds.
func axesOf(l *spec.Instance) ([]object.Object, error) {
	v := l.Value("axis")
	switch object.Of(v).(type) {
	case object.Int, object.Bool, *object.BigInt:
		return []object.Object{v}, nil
	}
	return object.Items(l.T, v)
}

// sameShape is the shape of the output, which is that of the input; each axis must be one of its dimensions.
func sameShape(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	list, err := axesOf(l)
	if err != nil {
		return nil, err
	}
	for _, axis := range list {
		low, err := object.Less(l.T, axis, object.Int(-len(in)))
		if err != nil {
			return nil, err
		}
		inside, err := object.Less(l.T, axis, object.Int(len(in)))
		if err != nil {
			return nil, err
		}
		if low || !inside {
			return nil, l.Fail("axis", "axis=%s is beyond the dimensions of the input's shape %s.", l.Repr(axis), in.String())
		}
	}
	return in, nil
}

// sizesOf makes a list of the axes, in order, and returns the input's sizes along them.
func sizesOf(l *spec.Instance, in spec.Shape) (object.Object, error) {
	list := object.NewList(l.Value("axis"))
	switch object.Of(l.Value("axis")).(type) {
	case *object.List, *object.Tuple:
		list.Items = append(list.Items[:0], l.Items("axis")...)
		if _, err := object.CallMethod(l.T, list, "sort"); err != nil {
			return nil, err
		}
		if err := l.Set("axis", list); err != nil {
			return nil, err
		}
	}
	sizes := object.NewTuple()
	var dims []object.Object
	for _, axis := range list.Items {
		n, err := object.GetItem(l.T, in.Object(), axis)
		if err != nil {
			return nil, err
		}
		dims = append(dims, n)
	}
	if len(dims) > 0 {
		sizes = object.NewTuple(dims...)
	}
	return sizes, l.Set("axis", list)
}

// addPair makes gamma and beta where they are wanted, and puts None in their place elsewhere.
func addPair(l *spec.Instance, shape object.Object, gamma, beta bool) error {
	for _, w := range []struct {
		name string
		on   bool
	}{{"gamma", gamma}, {"beta", beta}} {
		if !w.on {
			if err := l.Set(w.name, nil); err != nil {
				return err
			}
			continue
		}
		if err := layers.AddWeight(l, w.name, w.name, layers.Weight{Shape: shape, Initializer: l.Value(w.name + "_initializer"),
			Regularizer: l.Value(w.name + "_regularizer"), Constraint: l.Value(w.name + "_constraint"), NoAutocast: true}); err != nil {
			return err
		}
	}
	return nil
}
