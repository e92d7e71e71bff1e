package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// CategoryEncoding writes whole numbers as vectors.
var CategoryEncoding = spec.Declare(folder+"category_encoding", "keras.layers.CategoryEncoding", func() spec.Class {
	return spec.Class{
		Base: DataLayer,
		Doc:  "Writes class numbers as vectors of ones, or of counts.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error {
				if s, ok := object.AsString(l.Given.Get("output_mode")); ok && s == "binary" {
					l.Given.Set("output_mode", object.Intern("multi_hot"))
				}
				if err := l.OneOf("output_mode", "count", "one_hot", "multi_hot"); err != nil {
					return err
				}
				if l.IsNone("num_tokens") {
					return l.Bad("num_tokens", object.None, "given: how many classes there are")
				}
				if low, err := l.Compare("num_tokens", object.Lt, 1); err != nil || !low {
					return err
				}
				return l.Bad("num_tokens", l.Value("num_tokens"), "1 or more")
			}),
			arg.Int("num_tokens", nil).Says("how many classes there are"),
			arg.OneOf("output_mode", "one_hot, multi_hot or count", "multi_hot").Says("a vector for each number, one for all, or their counts"),
			arg.Bool("sparse", false).NotInConfig().Says("whether to give a sparse tensor"),
		),
		Setup:  func(l *spec.Instance) error { return l.Set("_convert_input_args", false) },
		Config: spec.Keys("num_tokens", "output_mode"), Takes: "inputs, count_weights=None", Call: encodeCategories,
		Methods: []spec.Method{
			ShapeBy(func(l *spec.Instance, in object.Object) (object.Object, error) {
				return withDepth(l, in, l.Str("output_mode"), l.Value("num_tokens"))
			}),
			{Name: "compute_output_spec", Takes: "inputs, count_weights=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return specOf(l, a[0], l.Str("compute_dtype"), l.Bool("sparse"))
			}},
		},
	}
})

// specOf describes an output of the shape that compute_output_shape gives.
func specOf(l *spec.Instance, input object.Object, dtype string, sparse bool) (object.Object, error) {
	in, err := object.GetAttr(l.T, input, object.Intern("shape"))
	if err != nil {
		return nil, err
	}
	v, err := l.Method("compute_output_shape", in)
	if err != nil {
		return nil, err
	}
	s, ok := spec.ReadShape(v)
	if !ok {
		return nil, l.Bad("input_shape", in, "a shape that the layer can work with")
	}
	out := operation.NewTensor(l.T, s, dtype)
	out.Sparse = sparse
	return out, nil
}

// withDepth is the shape of numbers that became vectors. A last axis of size 1 is the vector's own, unless it
// is the only axis.
func withDepth(l *spec.Instance, in object.Object, mode string, depth object.Object) (object.Object, error) {
	dims, err := object.Items(l.T, in)
	if err != nil {
		return nil, err
	}
	dims = append([]object.Object(nil), dims...)
	n := len(dims)
	if n == 0 {
		return object.NewTuple(depth), nil
	}
	one := false
	if s, ok := spec.ReadShape(object.NewTuple(dims[n-1])); ok {
		one = s[0] == 1 && s[0] != tensor.Unknown
	}
	if mode == "one_hot" && (!one || n == 1) {
		return object.NewTuple(append(dims, depth)...), nil
	}
	return object.NewTuple(append(dims[:n-1], depth)...), nil
}
