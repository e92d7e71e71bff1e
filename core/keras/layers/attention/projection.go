package attention

import (
	"layerglass/core/keras/arg"
	activations "layerglass/core/keras/layers/activations"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/layers/regularization"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// build makes the layers that project query, key and value, and the output.
func build(l *spec.Instance, a []object.Object) (object.Object, error) {
	query, value, key, err := fits(l, a)
	if err != nil {
		return nil, err
	}
	type part struct {
		attr, name string
		in         spec.Shape
		size       object.Object
	}
	parts := []part{{"_query_dense", "query", query, l.Value("_key_dim")}, {"_key_dense", "key", key, l.Value("_key_dim")}}
	if l.Bool("_use_gate") {
		parts = append(parts, part{"_gate_dense", "gate", query, l.Value("_value_dim")})
	}
	parts = append(parts, part{"_value_dense", "value", value, l.Value("_value_dim")})
	rank := 0
	for _, p := range parts {
		if len(p.in) < 1 {
			return nil, l.Fail("key_dim", "the inputs must have a batch and a sequence; a shape is %s.", p.in.String())
		}
		e := projection(len(p.in)-1, 1, 2)
		rank = e.rank
		var extra []any
		if p.name == "gate" {
			extra = []any{"activation", "sigmoid"}
		}
		if err := addDense(l, p.attr, p.name, e, []object.Object{l.Value("_num_heads"), p.size}, p.in.Object(), extra...); err != nil {
			return nil, err
		}
	}
	if err := buildAttention(l, rank); err != nil {
		return nil, err
	}
	return nil, buildOutput(l, query)
}

// einsum is an equation with the letters that have a bias, and the rank of its output.
type einsum struct {
	equation, bias string
	rank           int
}

const alphabet = "abcdefghijklmnopqrstuvwxyz"

// projection is the equation that keeps free dimensions, sums over bound ones, and makes new ones.
func projection(free, bound, outputs int) einsum {
	if free+bound+outputs > len(alphabet) {
		free = 0
	}
	kept, summed, made := alphabet[:free], alphabet[free:free+bound], alphabet[free+bound:free+bound+outputs]
	return einsum{kept + summed + "," + summed + made + "->" + kept + made, made, free + outputs}
}

// addDense makes one projection and builds it.
func addDense(l *spec.Instance, attr, name string, e einsum, last []object.Object, in object.Object, extra ...any) error {
	shape := object.NewList()
	for range max(0, e.rank-1-len(last)) {
		shape.Items = append(shape.Items, object.None)
	}
	shape.Items = append(shape.Items, last...)
	return addProjection(l, "_", attr, name, einsum{equation: e.equation, bias: e.bias}, shape, in, extra...)
}

// addProjection makes the layer of an equation and builds it. The layer around it keeps its options in attributes whose
// names begin with prefix.
func addProjection(l *spec.Instance, prefix, attr, name string, e einsum, shape, in object.Object, extra ...any) error {
	var bias object.Object = object.None
	if l.Bool(prefix + "use_bias") {
		bias = object.NewStr(e.bias)
	}
	pairs := []any{"equation", e.equation, "output_shape", shape, "bias_axes", bias, "name", name, "dtype", l.Value("dtype_policy")}
	for _, n := range []string{"kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint"} {
		pairs = append(pairs, n, l.Value(prefix+n))
	}
	for _, n := range []string{"kernel_initializer", "bias_initializer"} {
		copied, err := copyInitializer(l, l.Value(prefix+n))
		if err != nil {
			return err
		}
		pairs = append(pairs, n, copied)
	}
	d, err := core.EinsumDense.New(l.T, arg.Pairs(append(pairs, extra...)...)...)
	if err != nil {
		return err
	}
	if err := l.Set(attr, d); err != nil {
		return err
	}
	_, err = object.CallMethod(l.T, d, "build", in)
	return err
}

// copyInitializer makes a copy through the config, so that projections do not draw the same numbers.
func copyInitializer(l *spec.Instance, v object.Object) (object.Object, error) {
	config, err := object.CallMethod(l.T, v, "get_config")
	if err != nil {
		return nil, err
	}
	return object.CallMethod(l.T, v.Class(), "from_config", config)
}

// buildAttention makes the softmax over the axes of attention, and the dropout.
func buildAttention(l *spec.Instance, rank int) error {
	var list []object.Object
	if l.IsNone("_attention_axes") {
		for i := 1; i < rank-2; i++ {
			list = append(list, object.Int(i))
		}
	} else {
		for _, n := range arg.IntsOf(l.Value("_attention_axes")) {
			if n < 0 {
				n += rank - 1
			}
			list = append(list, object.Int(n))
		}
	}
	if err := l.Set("_attention_axes", object.NewTuple(list...)); err != nil {
		return err
	}
	n := len(list)
	scores := rank - 1 + n // each axis of attention stands twice, the last one of the inputs not at all
	var norm []object.Object
	for i := scores - n; i < scores; i++ {
		norm = append(norm, object.Int(i))
	}
	softmax, err := activations.Softmax.New(l.T, arg.Pairs("axis", object.NewTuple(norm...), "dtype", l.Value("dtype_policy"))...)
	if err != nil {
		return err
	}
	if err := l.Set("_softmax", softmax); err != nil {
		return err
	}
	dropout, err := regularization.Dropout.New(l.T, arg.Pairs("rate", l.Value("_dropout"), "dtype", l.Value("dtype_policy"), "seed", l.Value("seed"))...)
	if err != nil {
		return err
	}
	return l.Set("_dropout_layer", dropout)
}

// buildOutput makes the layer that puts the heads together.
func buildOutput(l *spec.Instance, query spec.Shape) error {
	last := []object.Object{query.Object().Items[len(query)-1]}
	if l.Bool("_output_shape") {
		last = l.Items("_output_shape")
	}
	in, err := object.CallMethod(l.T, l.Value("_query_dense"), "compute_output_shape", query.Object())
	if err != nil {
		return err
	}
	items, err := object.Items(l.T, in)
	if err != nil {
		return err
	}
	items[len(items)-1] = l.Value("_value_dim")
	return addDense(l, "_output_dense", "attention_output", projection(len(query)-1, 2, len(last)), last, object.NewTuple(items...))
}
