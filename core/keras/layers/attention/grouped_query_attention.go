package attention

import (
	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	activations "layerglass/core/keras/layers/activations"
	"layerglass/core/keras/layers/regularization"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// GroupedQueryAttention is attention in which several queries share a key and a value.
var GroupedQueryAttention = spec.Declare("keras.src.layers.attention.grouped_query_attention", "keras.layers.GroupQueryAttention", func() spec.Class {
	return spec.Class{
		Name: "GroupedQueryAttention", Base: layers.Base,
		Doc: "Lets groups of query heads share one key and value head.",
		Args: arg.Of(
			arg.Int("head_dim").Says("the size of each head"), arg.Int("num_query_heads").Says("how many heads queries have"),
			arg.Int("num_key_value_heads").Says("how many heads keys and values have"), arg.Check(checkHeads),
			arg.Float("dropout", 0.0).Says("the share of weights that is left out while training"), arg.Bool("use_bias", true),
			slidingWindow().As("sliding_window"), arg.Any("flash_attention", nil).As("_flash_attention").NotInConfig().Says("whether the backend's fast way is taken"),
			arg.Initializer("kernel_initializer", "glorot_uniform"), arg.Initializer("bias_initializer", "zeros"),
			arg.Regularizer("kernel_regularizer", nil), arg.Regularizer("bias_regularizer", nil), arg.Regularizer("activity_regularizer", nil),
			arg.Constraint("kernel_constraint", nil), arg.Constraint("bias_constraint", nil),
			arg.Bool("use_gate", false).Says("whether the output is multiplied with a gate made of the query"), arg.Int("seed", nil).Says("the seed of dropout"),
			arg.Check(setRoot), arg.Check(checkFlash),
		),
		Kwargs: "kwargs", Masks: true,
		Config: spec.Keys("head_dim", "num_query_heads", "num_key_value_heads", "use_bias", "use_gate", "sliding_window", "dropout",
			"kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
			"bias_constraint", "seed"),
		Takes: callArguments, Call: callGrouped,
		Methods: []spec.Method{
			{Name: "build", Takes: "query_shape, value_shape, key_shape=None", Do: buildGrouped},
			{Name: "compute_output_shape", Takes: "query_shape, value_shape, key_shape=None", Do: groupedShape},
			{Name: "compute_output_spec", Takes: callArguments, Do: groupedSpec},
		},
	}
})

// checkHeads checks that the query's heads are a multiple of the others.
func checkHeads(l *spec.Instance) error {
	rest, err := object.Binary(l.T, object.Mod, l.Value("num_query_heads"), l.Value("num_key_value_heads"))
	if err != nil {
		return err
	}
	even, err := object.Equal(l.T, rest, object.Int(0))
	if err == nil && !even {
		err = l.Fail("num_query_heads", "num_query_heads=%s is no multiple of num_key_value_heads=%s.", l.Repr(l.Value("num_query_heads")),
			l.Repr(l.Value("num_key_value_heads")))
	}
	if err != nil {
		return err
	}
	repeats, err := object.Binary(l.T, object.FloorDiv, l.Value("num_query_heads"), l.Value("num_key_value_heads"))
	if err != nil {
		return err
	}
	return l.Set("num_repeats", repeats)
}

// setRoot sets what scores are multiplied with: one over the root of head_dim.
func setRoot(l *spec.Instance) error {
	v, err := object.Call(l.T, object.FloatClass, l.Value("head_dim"))
	if err != nil {
		return err
	}
	size, _ := object.AsFloat64(v)
	switch {
	case size == 0:
		return object.NewError(object.ZeroDivisionErrorClass, "float division by zero")
	case size < 0:
		return l.Bad("head_dim", l.Value("head_dim"), "a positive integer")
	}
	return l.SetAll("_inverse_sqrt_head_dim", 1/math.Sqrt(size), "_return_attention_scores", false)
}

func checkFlash(l *spec.Instance) error {
	if !l.Bool("_flash_attention") {
		return nil
	}
	some, err := l.Compare("dropout", object.Gt, 0.0)
	if err == nil && some {
		err = l.Fail("dropout", "dropout does not go with flash attention: set it to 0.")
	}
	return err
}

func buildGrouped(l *spec.Instance, a []object.Object) (object.Object, error) {
	query, value, key := a[0], a[1], a[2]
	if key == object.None {
		key = value
	}
	feature, err := object.GetItem(l.T, query, object.Int(-1))
	if err != nil {
		return nil, err
	}
	if err := l.Set("feature_dim", feature); err != nil {
		return nil, err
	}
	head := func(heads string) object.Object {
		return object.NewTuple(object.None, l.Value(heads), l.Value("head_dim"))
	}
	of := func(attr, name, equation, bias, heads string, in object.Object, extra ...any) {
		if err == nil {
			err = addProjection(l, "", attr, name, einsum{equation: equation, bias: bias}, head(heads), in, extra...)
		}
	}
	of("_query_dense", "query", "bqm,muh->bquh", "uh", "num_query_heads", query)
	of("_key_dense", "key", "bkm,mvh->bkvh", "vh", "num_key_value_heads", key)
	if l.Bool("use_gate") {
		of("_gate_dense", "gate", "bqm,muh->bquh", "uh", "num_query_heads", query, "activation", "sigmoid")
	}
	of("_value_dense", "value", "bkm,mvh->bkvh", "vh", "num_key_value_heads", value)
	if err != nil {
		return nil, err
	}
	if err := groupedParts(l); err != nil {
		return nil, err
	}
	return nil, addProjection(l, "", "_output_dense", "attention_output", einsum{equation: "bquh,uhm->bqm", bias: "m"},
		object.NewTuple(object.None, feature), object.NewTuple(object.None, object.None, l.Value("num_query_heads"), l.Value("head_dim")))
}

// groupedParts makes the softmax and the dropout.
func groupedParts(l *spec.Instance) error {
	softmax, err := activations.Softmax.New(l.T, arg.Pairs("axis", -1, "dtype", l.Value("dtype_policy"))...)
	if err != nil {
		return err
	}
	if err := l.Set("_softmax", softmax); err != nil {
		return err
	}
	dropout, err := regularization.Dropout.New(l.T, arg.Pairs("rate", l.Value("dropout"), "dtype", l.Value("dtype_policy"), "seed", l.Value("seed"))...)
	if err != nil {
		return err
	}
	return l.SetAll("_dropout_layer", dropout, "_dot_product_equation", "bquh,bkuh->buqk", "_combine_equation", "buqk,bkuh->bquh")
}

func groupedShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	query, value, _, err := shapesOf(l, []object.Object{a[0], a[1], object.None})
	if err != nil {
		return nil, err
	}
	if len(query) == 0 || len(value) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	if query.Last() != value.Last() {
		return nil, l.Fail("head_dim", "query and value must have the same last dimension; their shapes are %s and %s.", query.String(), value.String())
	}
	_, _, key, err := shapesOf(l, a)
	if err != nil {
		return nil, err
	}
	return a[0], agree(l, "head_dim", value, key)
}

// groupedSpec gives the output, and the scores where they are asked for.
func groupedSpec(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	var in [3]object.Object
	var dims [3]spec.Shape
	for i := range in {
		if in[i] = a[i]; a[i] != object.None || i < 2 {
			in[i], dims[i] = c.Attr(a[i], "shape"), c.Shape(a[i])
		}
	}
	out := c.Of(func() (object.Object, error) { return l.Method("compute_output_shape", in[:]...) })
	if c.Err != nil {
		return nil, c.Err
	}
	shape, err := spec.ShapeOf(l, "query_shape", out)
	if err != nil {
		return nil, err
	}
	made := operation.NewTensor(l.T, shape, l.Str("compute_dtype"))
	if !c.Truth(a[returnScoresArg]) {
		return c.End(made)
	}
	query, key := dims[0], dims[1]
	if dims[2] != nil {
		key = dims[2]
	}
	if len(query) < 2 || len(key) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	scores := spec.Shape{query[0], l.Int("num_query_heads"), query[1], key[1]}
	return c.End(object.NewTuple(made, operation.NewTensor(l.T, scores, l.Str("compute_dtype"))))
}

// callGrouped projects query, key and value, repeats keys and values for each query head, and weighs the values.
func callGrouped(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	given := a[keyArg]
	if given == object.None {
		given = a[valueArg]
	}
	mask := attentionMask(c, a, a[queryMaskArg], l.Value("sliding_window"))
	project := func(attr string, x object.Object) object.Object { return c.Call(l.Value(attr), []object.Object{x}) }
	many := func(x object.Object) object.Object {
		return c.With("repeat", []object.Object{x, l.Value("num_repeats")}, "axis", 2)
	}
	query := project("_query_dense", a[queryArg])
	key, value := many(project("_key_dense", given)), many(project("_value_dense", a[valueArg]))
	query = c.Do("multiply", query, c.Do("cast", l.Value("_inverse_sqrt_head_dim"), c.Attr(query, "dtype")))
	scores := c.Do("einsum", object.NewStr("bquh,bkuh->buqk"), query, key)
	var pairs []any
	if mask != object.None {
		for range max(0, len(c.Shape(scores))-len(c.Shape(mask))) {
			mask = c.With("expand_dims", []object.Object{mask}, "axis", -3)
		}
		pairs = []any{"mask", mask}
	}
	scores = c.Call(l.Value("_softmax"), []object.Object{scores}, pairs...)
	weights := scores
	if l.Float("dropout") > 0 {
		weights = c.Call(l.Value("_dropout_layer"), []object.Object{scores}, "training", a[trainingArg])
	}
	out := c.Do("einsum", object.NewStr("buqk,bkuh->bquh"), weights, value)
	if l.Bool("use_gate") {
		out = c.Do("multiply", out, project("_gate_dense", a[queryArg]))
	}
	out = project("_output_dense", out)
	if !c.Truth(a[returnScoresArg]) {
		return c.End(out)
	}
	if l.Bool("_flash_attention") {
		return nil, l.Fail("flash_attention", "flash attention has no scores to return.")
	}
	return c.End(object.NewTuple(out, scores))
}
