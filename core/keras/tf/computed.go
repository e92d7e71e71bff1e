package tf

import (
	"sync"

	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// computed are the functions that compute in a way of their own on values: those without an operation of keras.ops, and those
// whose operation stands for their shape alone.
var computed func() map[string]func(k *calc) object.Object

func init() { computed = sync.OnceValue(ownWays) }

func ownWays() map[string]func(k *calc) object.Object {
	return map[string]func(k *calc) object.Object{
		"shape": func(k *calc) object.Object {
			s := k.shape(k.x("input"))
			return k.ints(k.dtype("out_type", "int32"), s, len(s))
		},
		"size": func(k *calc) object.Object {
			return k.ints(k.dtype("out_type", "int32"), []int{k.shape(k.x("input")).Size()})
		},
		"rank": func(k *calc) object.Object { return k.ints("int32", []int{k.rank(k.x("input"))}) },
		"fill": func(k *calc) object.Object { return k.do("broadcast_to", k.x("value"), k.get("dims")) },
		"range": func(k *calc) object.Object {
			d := k.rangeDtype()
			return k.with("arange", []object.Object{k.get("start")}, "stop", k.get("limit"), "step", k.get("delta"), "dtype", object.NewStr(k.dtype("dtype", d)))
		},
		"constant": constantOf, "convert_to_tensor": constantOf,
		"eye": eyeOf, "linalg.eye": eyeOf,
		"one_hot": oneHotOf, "sequence_mask": sequenceMaskOf,
		"matmul": matmulOf, "linalg.matmul": matmulOf,
		"linalg.matvec": func(k *calc) object.Object {
			a := k.x("a")
			if k.flag("transpose_a") {
				a = k.do("swapaxes", a, object.Int(-1), object.Int(-2))
			}
			return k.do("squeeze", k.do("matmul", a, k.do("expand_dims", k.x("b"), object.Int(-1))), object.Int(-1))
		},
		"gather": gatherOf, "gather_nd": gatherNDOf, "split": splitOf, "boolean_mask": booleanMaskOf,
		"ensure_shape": func(k *calc) object.Object {
			_, err := ensureShape(k.call)
			k.err = err
			return k.x("x")
		},
		"map_fn":         func(k *calc) object.Object { return k.do("map", k.get("fn"), k.get("elems")) },
		"vectorized_map": func(k *calc) object.Object { return k.do("vectorized_map", k.get("fn"), k.get("elems")) },
		"cond":           condOf,
		"while_loop": func(k *calc) object.Object {
			return k.with("while_loop", []object.Object{k.get("cond"), k.get("body"), k.get("loop_vars")}, "maximum_iterations", k.get("maximum_iterations"))
		},
		"nn.l2_loss": func(k *calc) object.Object {
			return k.do("multiply", k.do("sum", k.do("square", k.x("t"))), object.Float(0.5))
		},
		"linalg.diag_part": func(k *calc) object.Object {
			return k.do("diagonal", k.x("input"), object.Int(0), object.Int(-2), object.Int(-1))
		},
		"linalg.trace": func(k *calc) object.Object {
			return k.do("trace", k.x("x"), object.Int(0), object.Int(-2), object.Int(-1))
		},
		"math.squared_difference": func(k *calc) object.Object { return k.do("square", k.do("subtract", k.get("x"), k.get("y"))) },
		"tensor_scatter_nd_add": func(k *calc) object.Object {
			return k.do("scatter_update", k.get("tensor"), k.get("indices"), k.get("updates"), object.NewStr("add"))
		},
		"pad": padOf, "sort": sortOf, "argsort": argsortOf, "cumsum": runningOf("cumsum"), "math.cumsum": runningOf("cumsum"), "math.cumprod": runningOf("cumprod"),
		"math.l2_normalize": l2NormalizeOf, "nn.l2_normalize": l2NormalizeOf, "linalg.l2_normalize": l2NormalizeOf,
		"nn.bias_add": func(k *calc) object.Object { return k.do("add", k.x("value"), k.get("bias")) },
		"nn.batch_normalization": func(k *calc) object.Object {
			scale := k.do("rsqrt", k.do("add", k.get("variance"), k.get("variance_epsilon")))
			if v := k.get("scale"); v != object.None {
				scale = k.do("multiply", scale, v)
			}
			out := k.do("multiply", k.do("subtract", k.x("x"), k.get("mean")), scale)
			if v := k.get("offset"); v != object.None {
				out = k.do("add", out, v)
			}
			return out
		},
		"image.flip_left_right": func(k *calc) object.Object { return k.do("flip", k.x("image"), object.Int(-2)) },
		"image.flip_up_down":    func(k *calc) object.Object { return k.do("flip", k.x("image"), object.Int(-3)) },
		"nn.softmax_cross_entropy_with_logits": func(k *calc) object.Object {
			return k.do("categorical_crossentropy", k.x("labels"), k.x("logits"), object.True, k.get("axis"))
		},
		"nn.sparse_softmax_cross_entropy_with_logits": func(k *calc) object.Object {
			return k.do("sparse_categorical_crossentropy", k.x("labels"), k.x("logits"), object.True)
		},
		"nn.sigmoid_cross_entropy_with_logits": func(k *calc) object.Object {
			return k.do("binary_crossentropy", k.x("labels"), k.x("logits"), object.True)
		},
		"random.uniform": func(k *calc) object.Object {
			high := k.get("maxval")
			if high == object.None {
				high = object.Int(1)
			}
			return k.with("random.uniform", []object.Object{k.get("shape"), k.get("minval"), high}, "dtype", object.NewStr(k.dtype("dtype", "float32")))
		},
		"divide": divideOf, "math.divide": divideOf, "truediv": divideOf, "math.truediv": divideOf,
	}
}

func constantOf(k *calc) object.Object {
	out := k.with("convert_to_tensor", []object.Object{k.get("value")}, "dtype", k.get("dtype"))
	s := k.arg("shape")
	if s == nil || s == object.None || k.err != nil {
		return out
	}
	shape, err := ops.ToShape(k.t, k.get("shape"))
	if err != nil {
		k.err = err
		return out
	}
	if k.shape(out).Size() == 1 && shape.Size() != 1 {
		return k.do("broadcast_to", k.do("reshape", out, object.NewTuple()), shape.Object())
	}
	return k.do("reshape", out, shape.Object())
}

func eyeOf(k *calc) object.Object {
	out := k.with("eye", []object.Object{object.Int(k.int("num_rows", 0))}, "M", k.get("num_columns"), "dtype", object.NewStr(k.dtype("dtype", "float32")))
	if k.arg("batch_shape") == object.None || k.err != nil {
		return out
	}
	batch, err := ops.ToShape(k.t, k.get("batch_shape"))
	if err != nil {
		k.err = err
		return out
	}
	return k.do("broadcast_to", out, append(batch, k.shape(out)...).Object())
}

func oneHotOf(k *calc) object.Object {
	indices := k.x("indices")
	depth := k.do("arange", object.Int(k.int("depth", 0)))
	hit := k.do("equal", k.do("expand_dims", indices, object.Int(-1)), depth)
	d := k.dtype("dtype", "float32")
	on, off := k.get("on_value"), k.get("off_value")
	if on == object.None {
		on = object.Int(1)
	}
	if off == object.None {
		off = object.Int(0)
	}
	out := k.do("where", hit, k.cast(on, d), k.cast(off, d))
	if axis := k.int("axis", -1); axis != -1 {
		out = k.do("moveaxis", out, object.Int(-1), object.Int(axis))
	}
	return out
}

func sequenceMaskOf(k *calc) object.Object {
	lengths := k.x("lengths")
	n := k.int("maxlen", -1)
	if n < 0 {
		n = k.sequenceMaskEnd(lengths)
	}
	mask := k.do("less", k.do("arange", whole(n)), k.do("expand_dims", lengths, object.Int(-1)))
	return k.cast(mask, k.dtype("dtype", "bool"))
}

func matmulOf(k *calc) object.Object {
	a, b := k.x("a"), k.x("b")
	if _, err := matmul(k.call); err != nil {
		k.err = err
		return a
	}
	turn := func(x object.Object, names ...string) object.Object {
		for _, n := range names {
			if k.flag(n) {
				x = k.do("swapaxes", x, object.Int(-1), object.Int(-2))
			}
		}
		return x
	}
	return k.do("matmul", turn(a, "transpose_a", "adjoint_a"), turn(b, "transpose_b", "adjoint_b"))
}

func gatherOf(k *calc) object.Object {
	if _, err := gather(k.call); err != nil {
		k.err = err
		return object.None
	}
	params, indices, batch := k.x("params"), k.x("indices"), k.int("batch_dims", 0)
	if batch < 0 {
		batch += k.rank(indices)
	}
	axis := k.int("axis", batch)
	if axis < 0 {
		axis += k.rank(params)
	}
	return k.gatherRows(params, indices, axis, batch)
}

func (k *calc) gatherRows(params, indices object.Object, axis, batch int) object.Object {
	if batch == 0 || k.err != nil {
		return k.do("take", params, indices, object.Int(axis))
	}
	n := k.shape(params)[0]
	rows := make([]object.Object, n)
	for i := range rows {
		rows[i] = k.gatherRows(k.do("get_item", params, object.Int(i)), k.do("get_item", indices, object.Int(i)), axis-1, batch-1)
	}
	return k.do("stack", object.NewList(rows...))
}

func gatherNDOf(k *calc) object.Object {
	if k.int("batch_dims", 0) != 0 {
		k.err = notModelled("tf.gather_nd with batch_dims on values")
		return object.None
	}
	if _, err := gatherND(k.call); err != nil {
		k.err = err
		return object.None
	}
	indices := k.x("indices")
	n := k.shape(indices).Last()
	key := make([]object.Object, max(n, 0))
	for i := range key {
		key[i] = k.do("take", indices, object.Int(i), object.Int(-1))
	}
	return k.do("get_item", k.x("params"), object.NewTuple(key...))
}

func splitOf(k *calc) object.Object {
	x, axis := k.x("value"), k.int("axis", 0)
	if n, err := object.Index(k.t, k.get("num_or_size_splits")); err == nil {
		return k.do("split", x, object.Int(n), object.Int(axis))
	}
	sizes, err := ops.ToShape(k.t, k.get("num_or_size_splits"))
	if err != nil {
		k.err = err
		return object.None
	}
	s := k.shape(x)
	if axis < 0 {
		axis += len(s)
	}
	if axis < 0 || axis >= len(s) {
		k.err = object.ValueError("tf.split: axis is out of range for a value of shape %s.", s)
		return object.None
	}
	rest := s[axis]
	for _, n := range sizes {
		if n >= 0 {
			rest -= n
		}
	}
	at, total := []object.Object{}, 0
	for i, n := range sizes {
		if n < 0 {
			n, rest = rest, 0
		}
		if total += n; i < len(sizes)-1 {
			at = append(at, object.Int(total))
		}
	}
	if total != s[axis] {
		k.err = object.NewError(ops.InvalidArgumentErrorClass, "tf.split: the sizes %s do not add up to %d.", sizes, s[axis])
		return object.None
	}
	return k.do("split", x, object.NewList(at...), object.Int(axis))
}

func booleanMaskOf(k *calc) object.Object {
	key := []object.Object{}
	for range k.int("axis", 0) {
		key = append(key, &object.Slice{Start: object.None, Stop: object.None, Step: object.None})
	}
	mask := k.cast(k.x("mask"), "bool")
	return k.do("get_item", k.x("tensor"), object.NewTuple(append(key, mask)...))
}

func condOf(k *calc) object.Object {
	yes, err := object.Truth(k.t, k.get("pred"))
	if err != nil {
		k.err = err
		return object.None
	}
	if yes {
		return k.call1(k.get("true_fn"))
	}
	return k.call1(k.get("false_fn"))
}

func padOf(k *calc) object.Object {
	ends := k.wholes(k.get("paddings"))
	var pairs []object.Object
	for i := 0; i+1 < len(ends); i += 2 {
		pairs = append(pairs, object.NewTuple(whole(ends[i]), whole(ends[i+1])))
	}
	mode, ok := k.get("mode").(*object.Str)
	if !ok {
		k.err = object.TypeError("tf.pad takes the mode as a string.")
		return object.None
	}
	constant := k.get("constant_values")
	if mode.String() != "CONSTANT" && mode.String() != "constant" {
		constant = object.None
	}
	return k.with("pad", []object.Object{k.x("tensor"), object.NewTuple(pairs...), object.NewStr(lower(mode))}, "constant_values", constant)
}

func (k *calc) falling() bool {
	s, ok := k.get("direction").(*object.Str)
	return ok && s.String() == "DESCENDING"
}

func sortOf(k *calc) object.Object {
	out := k.do("sort", k.x("values"), k.get("axis"))
	if k.falling() {
		out = k.do("flip", out, k.get("axis"))
	}
	return out
}

func argsortOf(k *calc) object.Object {
	x := k.x("values")
	if k.falling() {
		x = k.do("negative", x)
	}
	return k.do("argsort", x, k.get("axis"))
}

// runningOf is cumsum or cumprod, perhaps from the end, perhaps without the element itself.
func runningOf(op string) func(k *calc) object.Object {
	return func(k *calc) object.Object {
		x, axis := k.x("x"), k.get("axis")
		if k.flag("reverse") {
			x = k.do("flip", x, axis)
		}
		out := k.do(op, x, axis)
		if k.flag("exclusive") && k.err == nil {
			n := k.int("axis", 0)
			if n < 0 {
				n += k.rank(x)
			}
			key := []object.Object{}
			for range n {
				key = append(key, &object.Slice{Start: object.None, Stop: object.None, Step: object.None})
			}
			first := k.do("get_item", out, object.NewTuple(append(key[:n:n], &object.Slice{Start: object.None, Stop: object.Int(1), Step: object.None})...))
			rest := k.do("get_item", out, object.NewTuple(append(key[:n:n], &object.Slice{Start: object.None, Stop: object.Int(-1), Step: object.None})...))
			neutral := "zeros_like"
			if op == "cumprod" {
				neutral = "ones_like"
			}
			out = k.do("concatenate", object.NewList(k.do(neutral, first), rest), axis)
		}
		if k.flag("reverse") {
			out = k.do("flip", out, axis)
		}
		return out
	}
}

func l2NormalizeOf(k *calc) object.Object {
	x := k.x("x")
	sum := k.with("sum", []object.Object{k.do("square", x)}, "axis", k.get("axis"), "keepdims", object.Object(object.True))
	return k.do("multiply", x, k.do("rsqrt", k.do("maximum", sum, k.get("epsilon"))))
}

// divideOf gives float64 for ints, as tensorflow does.
func divideOf(k *calc) object.Object {
	x, y := k.x("x"), k.x("y")
	for _, v := range []*object.Object{&x, &y} {
		if t, ok := (*v).(*tensor.KerasTensor); ok && (t.Dtype[0] == 'i' || t.Dtype[0] == 'u') {
			*v = k.cast(*v, "float64")
		}
	}
	return k.do("true_divide", x, y)
}
