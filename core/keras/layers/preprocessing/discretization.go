package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Discretization turns numbers into the numbers of the bins they fall in.
var Discretization = spec.Declare(folder+"discretization", "keras.layers.Discretization", func() spec.Class {
	return spec.Class{
		Base: DataLayer,
		Doc:  "Sorts numbers into bins.",
		Args: arg.Of(
			arg.Check(checkBins),
			arg.Any("bin_boundaries", nil).Says("the numbers between bins"), arg.Int("num_bins", nil).Says("how many bins to find in data"),
			arg.Float("epsilon", 0.01).Says("how far found boundaries may be off"),
			arg.OneOf("output_mode", "int, one_hot, multi_hot or count", "int").Says("a bin's number, a vector for each number, one for all, or counts"),
			arg.Bool("sparse", false).Says("whether to give a sparse tensor"), arg.Any("dtype", nil).ToBase(), arg.Str("name", nil).ToBase(),
		),
		Setup: func(l *spec.Instance) error { // Keras asks for the truth of what may be an array
			_, err := object.Truth(l.T, l.Value("bin_boundaries"))
			l.Instance.SetAttr("_summary", noSummary())
			return err
		},
		Config: spec.Keys("bin_boundaries", "num_bins", "epsilon", "output_mode", "sparse", "name", "dtype"), Alone: true,
		FromCustom: true,
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			found := config.GetName("bin_boundaries")
			if found == nil || found == object.None || config.GetName("num_bins") == nil || config.GetName("num_bins") == object.None {
				return spec.Construct(t, cls, config)
			}
			config = config.Copy()
			config.DelStr(object.Intern("bin_boundaries"))
			made, err := spec.Construct(t, cls, config)
			if err != nil {
				return nil, err
			}
			return made, object.SetAttr(t, made, object.Intern("bin_boundaries"), found)
		},
		Takes: "inputs", Getters: []spec.Getter{
			{Name: "output_dtype", Doc: "The dtype of the output.", Get: func(l *spec.Instance) (object.Object, error) { return object.NewStr(binDtype(l)), nil }},
			{Name: "input_dtype", Doc: "The dtype that inputs are converted to.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("compute_dtype"), nil }},
		},
		Methods: append([]spec.Method{
			ShapeBy(binShape),
			{Name: "compute_output_spec", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return specOf(l, a[0], binDtype(l), false)
			}},
		}, binning()...),
		Call: callBins,
	}
})

func binDtype(l *spec.Instance) string {
	if l.Str("output_mode") == "int" {
		return "int32"
	}
	return l.Str("compute_dtype")
}

func checkBins(l *spec.Instance) error {
	sparse, err := object.Truth(l.T, l.Value("sparse"))
	if err != nil {
		return err
	}
	if mode, ok := object.AsString(l.Value("output_mode")); sparse && ok && mode == "int" {
		return l.Bad("sparse", l.Value("sparse"), "False with output_mode='int'")
	}
	if err := l.OneOf("output_mode", "int", "one_hot", "multi_hot", "count"); err != nil {
		return err
	}
	bins, boundaries := !l.IsNone("num_bins"), !l.IsNone("bin_boundaries")
	if bins {
		if low, err := l.Compare("num_bins", object.Lt, 0); err != nil {
			return err
		} else if low {
			return l.Bad("num_bins", l.Value("num_bins"), "0 or more")
		}
	}
	switch {
	case bins && boundaries:
		return l.Fail("num_bins", "either num_bins or bin_boundaries must be given, not both; got num_bins=%s and bin_boundaries=%s.",
			l.Repr(l.Value("num_bins")), l.Repr(l.Value("bin_boundaries")))
	case !bins && !boundaries:
		return l.Fail("num_bins", "either num_bins or bin_boundaries must be given.")
	}
	return nil
}

func binShape(l *spec.Instance, in object.Object) (object.Object, error) {
	mode := l.Str("output_mode")
	if mode == "int" {
		return in, nil
	}
	depth := l.Value("num_bins")
	if b := l.Value("bin_boundaries"); b != object.None {
		n, err := object.Len(l.T, b)
		if err != nil {
			return nil, err
		}
		depth = object.Int(n + 1)
	}
	if mode == "one_hot" {
		return withDepth(l, in, mode, depth)
	}
	dims, err := object.Items(l.T, in)
	if err != nil {
		return nil, err
	}
	if len(dims) < 2 {
		return object.NewTuple(depth), nil
	}
	out := append([]object.Object{dims[0]}, dims[2:]...)
	return object.NewTuple(append(out, depth)...), nil
}
