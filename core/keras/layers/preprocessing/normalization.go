package preprocessing

import (
	"slices"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Normalization moves and scales its input to mean 0 and variance 1.
var Normalization = spec.Declare(folder+"normalization", "keras.layers.Normalization", func() spec.Class {
	return spec.Class{
		Base: DataLayer,
		Doc:  "Moves and scales its input to mean 0 and variance 1.", Kwargs: "kwargs", Masks: true,
		Args: arg.Of(normalAxis(),
			arg.Any("mean", nil).As("input_mean").Says("the mean, when it is known"), arg.Any("variance", nil).As("input_variance").Says("the variance, when it is known"),
			arg.Bool("invert", false).Says("whether to go back from normalized to plain numbers"), arg.Check(checkMoments)),
		Config: spec.Keys("axis", "invert"), Finish: momentsInConfig,
		Takes: "inputs", Call: callNormal, Methods: []spec.Method{
			SameShape,
			{Name: "adapt", Takes: "data", Do: adaptNormal},
			{Name: "finalize_state", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				if !l.IsNone("input_mean") || !l.Bool("built") {
					return nil, nil
				}
				return nil, setMoments(l)
			}},
			{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) { return nil, buildNormal(l, a[0]) }},
			{Name: "get_build_config", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				in := l.Value("_build_input_shape")
				if some, err := object.Truth(l.T, in); err != nil || !some {
					return object.None, err
				}
				d := object.NewDict()
				d.SetName("input_shape", in)
				return d, nil
			}},
			{Name: "build_from_config", Takes: "config", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if some, err := object.Truth(l.T, a[0]); err != nil || !some {
					return nil, err
				}
				in, err := object.GetItem(l.T, a[0], object.Intern("input_shape"))
				if err != nil {
					return nil, err
				}
				return l.Method("build", in)
			}},
		},
	}
})

// normalAxis is the argument axis: an integer, several, or None for no axis; the attribute is a tuple.
func normalAxis() arg.Arg {
	a := arg.Any("axis", -1).Says("the axes that keep statistics of their own")
	a.Kind = &arg.Kind{Name: "integer or tuple of integers", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return object.NewTuple(), nil
		}
		if whole, err := object.IsInstance(l.T, v, object.IntClass); err != nil {
			return nil, err
		} else if whole {
			return object.NewTuple(v), nil
		}
		return object.Call(l.T, object.TupleClass, v)
	}}
	return a
}

// numpy calls a function of numpy.
func numpy(l *spec.Instance, name string, v object.Object) (object.Object, error) {
	m, err := l.T.Import(l.T, "numpy")
	if err != nil {
		return nil, err
	}
	return object.CallMethod(l.T, m, name, v)
}

func checkMoments(l *spec.Instance) error {
	if err := l.SetAll("_build_input_shape", nil, "mean", nil); err != nil {
		return err
	}
	mean, variance := l.Given.Get("mean"), l.Given.Get("variance")
	if (mean == object.None) != (variance == object.None) {
		missing := "mean"
		if variance == object.None {
			missing = "variance"
		}
		return l.Fail(missing, "mean and variance go together: got mean=%s and variance=%s.", l.Repr(mean), l.Repr(variance))
	}
	if mean == object.None {
		return nil
	}
	shape, err := numpy(l, "shape", mean)
	if err != nil {
		return err
	}
	other, err := numpy(l, "shape", variance)
	if err != nil {
		return err
	}
	if same, err := object.Equal(l.T, shape, other); err != nil {
		return err
	} else if !same {
		return l.Fail("variance", "mean and variance must have the same shape, got %s and %s.", l.Repr(shape), l.Repr(other))
	}
	if s, _ := spec.ReadShape(shape); len(s) > len(l.Items("axis")) {
		return l.Fail("mean", "mean has more dimensions than there are axes: its shape is %s, axis=%s.", l.Repr(shape), l.Repr(l.Value("axis")))
	}
	return nil
}

// momentsInConfig writes mean and variance as plain numbers.
func momentsInConfig(l *spec.Instance, config *object.Dict) error {
	for _, name := range []string{"mean", "variance"} {
		v := l.Value("input_" + name)
		if v != object.None {
			array, err := numpy(l, "array", v)
			if err != nil {
				return err
			}
			if v, err = object.CallMethod(l.T, array, "tolist"); err != nil {
				return err
			}
		}
		config.SetName(name, v)
	}
	return nil
}

func buildNormal(l *spec.Instance, given object.Object) error {
	if given == object.None {
		return nil
	}
	in, err := spec.ShapeOf(l, "input_shape", given)
	if err != nil {
		return err
	}
	if err := l.Set("_build_input_shape", given); err != nil {
		return err
	}
	keep, err := keptAxes(l, in)
	if err != nil {
		return err
	}
	size := make(spec.Shape, len(keep))
	for i, d := range keep {
		if size[i] = in[d]; size[i] == tensor.Unknown {
			return l.Fail("axis", "the size along each axis of its own must be known: the shape is %s, axis=%s.", in.String(), l.Repr(l.Value("axis")))
		}
	}
	if l.IsNone("input_mean") {
		err = addMoments(l, size.Object())
	} else {
		err = fitMoments(l, size)
	}
	if err != nil {
		return err
	}
	if err := l.Set("built", true); err != nil {
		return err
	}
	return setMoments(l)
}

// keptAxes are the axes with statistics of their own, from 0 up.
func keptAxes(l *spec.Instance, in spec.Shape) ([]int, error) {
	var keep []int
	for _, a := range l.Items("axis") {
		for _, bound := range []struct {
			op object.CompareOp
			n  int
		}{{object.Lt, -len(in)}, {object.Ge, len(in)}} {
			v, err := object.Compare(l.T, bound.op, a, object.Int(bound.n))
			if err != nil {
				return nil, err
			}
			if beyond, err := object.Truth(l.T, v); err != nil {
				return nil, err
			} else if beyond {
				return nil, l.Fail("axis", "the input has no such axis: its shape is %s, axis=%s.", in.String(), l.Repr(l.Value("axis")))
			}
		}
		n, err := object.Index(l.T, a)
		if err != nil {
			return nil, err
		}
		if n < 0 {
			n += len(in)
		}
		keep = append(keep, n)
	}
	slices.Sort(keep)
	return keep, nil
}

// addMoments makes the weights that adapt fills.
func addMoments(l *spec.Instance, shape object.Object) error {
	for _, w := range []struct {
		attr, name, initializer string
		shape, dtype            object.Object
	}{{"adapt_mean", "mean", "zeros", shape, nil}, {"adapt_variance", "variance", "ones", shape, nil}, {"count", "count", "zeros", object.NewTuple(), object.Intern("int")}} {
		if err := layers.AddWeight(l, w.attr, w.name, layers.Weight{Shape: w.shape, Dtype: w.dtype, Initializer: object.Intern(w.initializer), Frozen: true}); err != nil {
			return err
		}
	}
	return nil
}

// fitMoments checks that given statistics fit the axes.
func fitMoments(l *spec.Instance, size spec.Shape) error {
	shape, err := numpy(l, "shape", l.Value("input_mean"))
	if err != nil {
		return err
	}
	s, _ := spec.ReadShape(shape)
	if len(s) > len(size) {
		return object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	for i, n := range s {
		if want := size[len(size)-len(s)+i]; n != want && n != 1 {
			return l.Fail("mean", "mean and variance do not fit the input: their shape is %s, the axes of their own have %s.", s.String(), size.String())
		}
	}
	return nil
}
