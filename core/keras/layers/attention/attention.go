package attention

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Attention weighs values by how well their keys agree with a query.
var Attention = spec.Declare("keras.src.layers.attention.attention", "keras.layers.Attention", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Weighs values by how well their keys agree with a query.",
		Args: arg.Of(
			arg.Bool("use_scale", false).Says("whether scores are multiplied with a learned number"),
			arg.OneOf("score_mode", "'dot' or 'concat'", "dot").Says("how query and key are compared"),
			arg.Float("dropout", 0.0).Says("the share of weights that is left out while training"), arg.Int("seed", nil).Says("the seed of dropout"),
			arg.Check(func(l *spec.Instance) error {
				if some, err := l.Compare("dropout", object.Gt, 0); err != nil || !some {
					return err
				}
				return layers.SetSeedGenerator(l, l.Value("seed"))
			}),
			arg.Check(func(l *spec.Instance) error { return l.OneOf("score_mode", "dot", "concat") }),
		),
		Kwargs: "kwargs",
		Takes:  "inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False", Call: callAttention,
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return nil, buildScale(l, a[0])
			}},
			{Name: "_calculate_scores", Takes: "query, key", Do: scoresOf},
			{Name: "compute_output_shape", Takes: "input_shape", Do: attendedShape},
			{Name: "compute_output_spec", Takes: "inputs, mask=None, return_attention_scores=False, training=None, use_causal_mask=False", Do: attendedSpec},
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				masks, err := checkInputs(l, a[0], a[1])
				if err != nil || len(masks) == 0 || masks[0] == object.None {
					return object.None, err
				}
				return layers.Do(l, "convert_to_tensor", masks[0])
			}},
		},
	}
})

// checkInputs checks that inputs are a list of query, value and key, and returns the masks.
func checkInputs(l *spec.Instance, inputs, mask object.Object) ([]object.Object, error) {
	list := func(name string, v object.Object, what string) ([]object.Object, error) {
		x, ok := object.Of(v).(*object.List)
		if !ok || x.Len() < 2 || x.Len() > 3 {
			return nil, l.Bad(name, v, what)
		}
		return x.Items, nil
	}
	if _, err := list("inputs", inputs, "a list [query, value] or [query, value, key]"); err != nil || mask == object.None {
		return nil, err
	}
	return list("mask", mask, "a list of a mask for each input")
}

// number makes a weight of the layer's dtype.
func number(l *spec.Instance, name, initializer string, shape object.Object) error {
	return layers.AddWeight(l, name, name, layers.Weight{Shape: shape, Initializer: object.Intern(initializer), Dtype: l.Value("dtype")})
}

func buildScale(l *spec.Instance, shapes object.Object) error {
	if _, err := checkInputs(l, shapes, object.None); err != nil {
		return err
	}
	if err := l.SetAll("scale", nil, "concat_score_weight", nil); err != nil {
		return err
	}
	if l.Bool("use_scale") {
		if err := number(l, "scale", "ones", object.NewTuple()); err != nil {
			return err
		}
	}
	if l.Str("score_mode") == "concat" {
		return number(l, "concat_score_weight", "ones", object.NewTuple())
	}
	return nil
}

// scoresOf says how well each query agrees with each key.
func scoresOf(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	if l.Str("score_mode") == "dot" {
		scores := c.Do("matmul", a[0], c.Do("swapaxes", a[1], object.Int(-2), object.Int(-1)))
		if !l.IsNone("scale") {
			scores = c.Do("multiply", scores, l.Value("scale"))
		}
		return c.End(scores)
	}
	both := pairs(c, a)
	if !l.IsNone("scale") {
		both = c.Do("multiply", l.Value("scale"), both)
	}
	return c.End(c.Do("multiply", l.Value("concat_score_weight"), c.With("sum", []object.Object{c.Do("tanh", both)}, "axis", -1)))
}

// pairs adds each query to each key.
func pairs(c *layers.Calc, a []object.Object) object.Object {
	return c.Do("add", c.With("expand_dims", a[:1], "axis", -2), c.With("expand_dims", a[1:2], "axis", -3))
}

func callAttention(l *spec.Instance, a []object.Object) (object.Object, error) {
	masks, err := checkInputs(l, a[0], a[1])
	if err != nil {
		return nil, err
	}
	in := object.Of(a[0]).(*object.List).Items
	query, value, key := in[0], in[1], in[1]
	if len(in) > 2 {
		key = in[2]
	}
	var queryMask, valueMask object.Object = object.None, object.None
	if len(masks) > 1 {
		queryMask, valueMask = masks[0], masks[1]
	}
	c := layers.NewCalc(l)
	scores := c.Of(func() (object.Object, error) { return l.Method("_calculate_scores", query, key) })
	if c.Truth(a[4]) {
		valueMask = causal(c, scores, valueMask)
	}
	weights := c.With("softmax", []object.Object{hide(c, scores, valueMask)}, "axis", -1)
	if c.Truth(a[2]) && l.Float("dropout") > 0 && !tensor.ShapeOnly(query) {
		weights = c.With("random.dropout", []object.Object{weights}, "rate", l.Value("dropout"), "seed", l.Value("seed_generator"))
	}
	out := c.Do("matmul", weights, value)
	if queryMask != object.None {
		out = c.Do("where", c.With("expand_dims", []object.Object{queryMask}, "axis", -1), out, object.Int(0))
	}
	if c.Truth(a[3]) {
		return c.End(object.NewTuple(out, weights))
	}
	return c.End(out)
}

// causal lets each query see the values up to its own place, as far as a mask lets it.
func causal(c *layers.Calc, scores, mask object.Object) object.Object {
	s := c.Shape(scores)
	if len(s) < 2 {
		return mask
	}
	dims := s.Object().Items
	ones := c.With("ones", nil, "shape", object.NewTuple(object.Int(1), dims[len(dims)-2], dims[len(dims)-1]), "dtype", "int32")
	seen := c.Do("greater_equal", c.With("cumsum", []object.Object{ones}, "axis", -2), c.With("cumsum", []object.Object{ones}, "axis", -1))
	if mask == object.None {
		return seen
	}
	return c.Do("logical_and", c.With("expand_dims", []object.Object{mask}, "axis", -2), seen)
}

// hide takes a large number off the scores that a mask leaves out.
func hide(c *layers.Calc, scores, mask object.Object) object.Object {
	if mask == object.None {
		return scores
	}
	out := c.Do("logical_not", mask)
	if len(c.Shape(out)) == 2 {
		out = c.With("expand_dims", []object.Object{out}, "axis", -2)
	}
	large := object.Float(1e9)
	if d, ok := object.Of(c.Attr(scores, "dtype")).(*object.Str); ok && d.String() == "float16" {
		large = 65504
	}
	return c.Do("where", out, c.Do("subtract", scores, large), scores)
}

func attendedShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	shapes, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	if len(shapes) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "list index out of range")
	}
	query, err := object.Items(l.T, shapes[0])
	if err != nil {
		return nil, err
	}
	last, err := object.GetItem(l.T, shapes[1], object.Int(-1))
	if err != nil {
		return nil, err
	}
	return object.NewTuple(append(append([]object.Object(nil), query[:max(0, len(query)-1)]...), last)...), nil
}

// attendedSpec gives the output, and the weights where they are asked for.
func attendedSpec(l *spec.Instance, a []object.Object) (object.Object, error) {
	if _, err := checkInputs(l, a[0], a[1]); err != nil {
		return nil, err
	}
	c := layers.NewCalc(l)
	shapes := object.NewList()
	var dims []spec.Shape
	for _, x := range object.Of(a[0]).(*object.List).Items {
		shapes.Items = append(shapes.Items, c.Attr(x, "shape"))
		dims = append(dims, c.Shape(x))
	}
	out := c.Of(func() (object.Object, error) { return l.Method("compute_output_shape", shapes) })
	if c.Err != nil {
		return nil, c.Err
	}
	shape, err := spec.ShapeOf(l, "input_shape", out)
	if err != nil {
		return nil, err
	}
	made := operation.NewTensor(l.T, shape, l.Str("compute_dtype"))
	if !c.Truth(a[2]) {
		return c.End(made)
	}
	query, key := dims[0], dims[len(dims)-1]
	if len(query) == 0 || len(key) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	weights := query.WithLast(key[len(key)-2])
	return c.End(object.NewTuple(made, operation.NewTensor(l.T, weights, l.Str("compute_dtype"))))
}

// AdditiveAttention compares query and key by adding them.
var AdditiveAttention = spec.Declare("keras.src.layers.attention.additive_attention", "keras.layers.AdditiveAttention", func() spec.Class {
	return spec.Class{
		Base: Attention,
		Doc:  "Weighs values by the sum of their keys and a query.",
		Args: arg.Of(arg.Bool("use_scale", true).Says("whether scores are multiplied with learned numbers"),
			arg.Float("dropout", 0.0).Says("the share of weights that is left out while training")).ToBase(),
		Kwargs: "kwargs", Config: spec.None,
		Finish: func(_ *spec.Instance, config *object.Dict) error {
			config.DelStr(object.Intern("score_mode"))
			return nil
		},
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if _, err := checkInputs(l, a[0], object.None); err != nil {
					return nil, err
				}
				c := layers.NewCalc(l)
				size := c.Index(c.Index(a[0], 0), -1)
				if c.Err != nil {
					return nil, c.Err
				}
				if err := l.Set("scale", nil); err != nil || !l.Bool("use_scale") {
					return nil, err
				}
				return nil, number(l, "scale", "glorot_uniform", object.NewList(size))
			}},
			{Name: "_calculate_scores", Takes: "query, key", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				c := layers.NewCalc(l)
				both := c.Do("tanh", pairs(c, a))
				if l.Bool("use_scale") {
					both = c.Do("multiply", l.Value("scale"), both)
				}
				return c.End(c.With("sum", []object.Object{both}, "axis", -1))
			}},
		},
	}
})
