package attention

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Positions of call's arguments.
const (
	queryArg = iota
	valueArg
	keyArg
	queryMaskArg
	valueMaskArg
	keyMaskArg
	attentionMaskArg
	returnScoresArg
	trainingArg
	causalArg
)

// call projects query, key and value, weighs the values by how well queries and keys agree, and puts the heads together.
func call(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	key := a[keyArg]
	if key == object.None {
		key = a[valueArg]
	}
	queryMask := layers.Mask(a[queryArg])
	for _, x := range []object.Object{a[queryArg], a[valueArg], key} {
		layers.SetMask(x, object.None)
	}
	causal := c.Truth(a[causalArg])
	only := causal && queryMask == object.None && a[valueMaskArg] == object.None && a[keyMaskArg] == object.None && a[attentionMaskArg] == object.None && l.IsNone("_sliding_window")
	mask := object.Object(object.None)
	if !only {
		mask = attentionMask(c, a, queryMask, l.Value("_sliding_window"))
	}
	project := func(attr string, x object.Object) object.Object { return c.Call(l.Value(attr), []object.Object{x}) }
	query, value := project("_query_dense", a[queryArg]), project("_value_dense", a[valueArg])
	key = project("_key_dense", key)
	out, scores := object.Object(object.None), object.Object(object.None)
	if l.Bool("_flash_attention") && c.Truth(a[returnScoresArg]) {
		return nil, l.Fail("flash_attention", "flash attention has no scores to return.")
	}
	if l.Float("_dropout") > 0 || c.Truth(a[returnScoresArg]) || len(c.Shape(query)) != 4 {
		if only {
			mask = attentionMask(c, a, queryMask, l.Value("_sliding_window"))
		}
		out, scores = attend(l, c, query, key, value, mask, a[trainingArg])
	} else {
		out = dotProduct(l, c, query, key, value, mask, only)
	}
	if l.Bool("_use_gate") {
		out = c.Do("multiply", out, project("_gate_dense", a[queryArg]))
	}
	out = project("_output_dense", out)
	if c.Err == nil && queryMask != object.None {
		layers.SetMask(out, queryMask)
	}
	if c.Truth(a[returnScoresArg]) {
		return c.End(object.NewTuple(out, scores))
	}
	return c.End(out)
}

// dotProduct is attend without scores, as one operation.
func dotProduct(l *spec.Instance, c *layers.Calc, query, key, value, mask object.Object, causal bool) object.Object {
	if mask != object.None {
		axes := l.Ints("_attention_axes")
		for range max(0, 4-len(c.Shape(mask))) {
			mask = c.With("expand_dims", []object.Object{mask}, "axis", -len(axes)*2-1)
		}
		mask = c.Do("cast", mask, object.Intern("bool"))
	}
	return c.With("dot_product_attention", []object.Object{query, key, value}, "mask", mask, "scale", l.Value("_inverse_sqrt_key_dim"), "is_causal", causal)
}

// attend weighs the values of each head.
func attend(l *spec.Instance, c *layers.Calc, query, key, value, mask, training object.Object) (out, scores object.Object) {
	rank := len(c.Shape(query))
	if c.Err != nil {
		return object.None, object.None
	}
	axes := l.Ints("_attention_axes")
	product, combine := equations(rank, axes)
	query = c.Do("multiply", query, l.Value("_inverse_sqrt_key_dim"))
	scores = c.Do("einsum", object.NewStr(product), key, query)
	var pairs []any
	if mask != object.None {
		for range max(0, len(c.Shape(scores))-len(c.Shape(mask))) {
			mask = c.With("expand_dims", []object.Object{mask}, "axis", -len(axes)*2-1)
		}
		pairs = []any{"mask", mask}
	}
	scores = c.Call(l.Value("_softmax"), []object.Object{scores}, pairs...)
	final := scores
	if l.Float("_dropout") > 0 {
		final = c.Call(l.Value("_dropout_layer"), []object.Object{scores}, "training", training)
	}
	return c.Do("einsum", object.NewStr(combine), final, value), scores
}

// equations are the einsum equations of the scores, key,query->scores, and of the output, scores,value->output, where
// attention runs over axes of tensors of a rank.
func equations(rank int, axes []int) (product, combine string) {
	target := alphabet[:min(rank, len(alphabet))]
	over := make([]bool, rank)
	for _, i := range axes {
		if i >= 0 && i < rank {
			over[i] = true
		}
	}
	source, batch, queries, keys := "", "", "", ""
	next := rank
	for i := range rank {
		if !over[i] {
			source += target[i : i+1]
			if i < rank-1 {
				batch += target[i : i+1]
			}
			continue
		}
		source += alphabet[next%26 : next%26+1]
		next++
	}
	for _, i := range axes {
		if i >= 0 && i < rank {
			queries += target[i : i+1]
			keys += source[i : i+1]
		}
	}
	scores := batch + queries + keys
	return source + "," + target + "->" + scores, scores + "," + source + "->" + target
}

// attentionMask puts together the masks of query, value and key, the causal one, the window, and the one that was given.
func attentionMask(c *layers.Calc, a []object.Object, queryMask, window object.Object) object.Object {
	mask := object.Object(object.None)
	and := func(m object.Object) {
		if mask == object.None {
			mask = m
		} else {
			mask = c.Do("logical_and", mask, m)
		}
	}
	spread := func(m object.Object, axis int) {
		if m != object.None {
			and(c.With("expand_dims", []object.Object{c.Do("cast", m, object.Intern("bool"))}, "axis", axis))
		}
	}
	spread(queryMask, -1)
	spread(a[valueMaskArg], -2)
	spread(a[keyMaskArg], -2)
	if c.Truth(a[causalArg]) {
		rows, columns := positions(c, a)
		and(c.Do("greater_equal", rows, columns))
	}
	if window != object.None {
		rows, columns := positions(c, a)
		and(c.Do("less", c.Do("abs", c.Do("subtract", rows, columns)), window))
	}
	if a[attentionMaskArg] != object.None {
		given := c.Do("cast", a[attentionMaskArg], object.Intern("bool"))
		if mask == object.None {
			return given
		}
		and(given)
	}
	return mask
}

// positions are the places of queries as rows and those of values as columns.
func positions(c *layers.Calc, a []object.Object) (rows, columns object.Object) {
	length := func(x object.Object) object.Object {
		if s := c.Shape(x); len(s) > 1 {
			return s.Object().Items[1]
		}
		return object.Int(0)
	}
	count := func(x object.Object, shape ...object.Object) object.Object {
		return c.Do("reshape", c.With("arange", []object.Object{length(x)}, "dtype", "int32"), object.NewTuple(shape...))
	}
	one := object.Int(1)
	return count(a[queryArg], one, length(a[queryArg]), one), count(a[valueArg], one, one, length(a[valueArg]))
}
