package tf

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

// composed is a function that is put together from functions of keras.ops, so that it computes on values and infers in a trace alike.
type composed struct {
	// names are the paths below tensorflow, sig is its parameter list.
	names, sig string
	do         func(k *calc) object.Object
}

// composition lists the composed functions: math, norms, segments and arrays, neural networks, images.
func composition() []composed {
	var all []composed
	for _, part := range [][]composed{composedMath(), composedNorms(), composedArrays(), composedControl(), composedNN(), composedImages()} {
		all = append(all, part...)
	}
	return all
}

// special is the function as the table of functions has it.
func (f composed) special() special {
	return special{f.sig, func(c *call) (object.Object, error) {
		if err := c.traced(); err != nil {
			return nil, err
		}
		k := &calc{call: c}
		out := f.do(k)
		return out, k.err
	}}
}

func number(f float64) object.Object { return object.Float(f) }
func whole(n int) object.Object      { return object.Int(n) }

// sum, mean and the like reduce over axis, which may be None.
func (k *calc) reduce(op string, x, axis object.Object, keep bool) object.Object {
	return k.with(op, []object.Object{x}, "axis", axis, "keepdims", object.Object(object.BoolOf(keep)))
}

// given reports whether an argument is there and not None.
func (k *calc) given(name string) bool {
	v := k.arg(name)
	return v != nil && v != object.None
}

// refuse stops with the error about a way to call the function that is not modelled.
func (k *calc) refuse(how string) object.Object {
	if k.err == nil {
		k.err = notModelled(k.path + " " + how)
	}
	return object.None
}

// dtypeOf is the dtype of a tensor.
func (k *calc) dtypeOf(v object.Object) string {
	if x, ok := v.(*tensor.KerasTensor); ok {
		return x.Dtype
	}
	return "float32"
}

// list are the items of an argument that is a list, a tuple or a tensor of one dimension or more.
func (k *calc) list(v object.Object) []object.Object {
	if k.err != nil {
		return nil
	}
	items, err := object.Items(k.t, v)
	if err != nil {
		k.err = err
	}
	return items
}

// numbers are the numbers of a tensor or a list, by rows. In a trace there are none, which is an error that names the function.
func (k *calc) numbers(v object.Object) *array.Array {
	if k.err != nil {
		return nil
	}
	x, ok := k.do("convert_to_tensor", v).(*tensor.KerasTensor)
	if !ok {
		return nil
	}
	a, err := x.Array(k.t)
	if err != nil {
		k.err = err
		return nil
	}
	return a
}

// wholes are the whole numbers of a tensor or a list.
func (k *calc) wholes(v object.Object) []int {
	a := k.numbers(v)
	if a == nil {
		return nil
	}
	a, err := a.Cast(array.Int64)
	if err != nil {
		k.err = err
		return nil
	}
	get, out := a.Getter(), make([]int, a.Size())
	for i := range out {
		n, _ := get(i).(int64)
		out[i] = int(n)
	}
	return out
}

// named makes a named tuple, as tensorflow returns from functions with several results.
func (k *calc) named(name string, fields []string, items ...object.Object) object.Object {
	if k.err != nil {
		return object.None
	}
	c, err := collections.NewNamedTuple(k.t, name, "tensorflow", fields, nil)
	if err == nil {
		var out object.Object
		if out, err = object.Call(k.t, c, items...); err == nil {
			return out
		}
	}
	k.err = err
	return object.None
}

// rows is x[i] for each i along an axis whose size is known.
func (k *calc) rows(x object.Object) []object.Object {
	s := k.shape(x)
	if len(s) == 0 || s[0] < 0 {
		return nil
	}
	out := make([]object.Object, s[0])
	for i := range out {
		out[i] = k.do("get_item", x, whole(i))
	}
	return out
}

func composedMath() []composed {
	return []composed{
		{"math.count_nonzero", "input, axis=None, keepdims=None, dtype='int64'", func(k *calc) object.Object {
			return k.cast(k.reduce("sum", k.cast(k.do("not_equal", k.x("input"), whole(0)), "int64"), k.get("axis"), k.flag("keepdims")), k.dtype("dtype", "int64"))
		}},
		{"math.reduce_euclidean_norm", "input_tensor, axis=None, keepdims=False", func(k *calc) object.Object {
			return k.do("sqrt", k.reduce("sum", k.do("square", k.x("input_tensor")), k.get("axis"), k.flag("keepdims")))
		}},
		{"math.cumulative_logsumexp", "x, axis=0, exclusive=False, reverse=False", func(k *calc) object.Object {
			if k.flag("exclusive") {
				return k.refuse("with exclusive=True")
			}
			x, axis := k.x("x"), k.get("axis")
			turn := func(v object.Object) object.Object {
				if k.flag("reverse") {
					return k.do("flip", v, axis)
				}
				return v
			}
			top := k.do("max", x)
			return k.do("add", k.do("log", turn(k.do("cumsum", turn(k.do("exp", k.do("subtract", x, top))), axis))), top)
		}},
		{"truncatediv", "x, y", func(k *calc) object.Object { return k.truncated() }},
		{"truncatemod", "x, y", func(k *calc) object.Object {
			return k.do("subtract", k.x("x"), k.do("multiply", k.truncated(), k.x("y")))
		}},
		{"math.zero_fraction nn.zero_fraction", "value", func(k *calc) object.Object {
			return k.do("mean", k.cast(k.do("equal", k.x("value"), whole(0)), "float32"))
		}},
		{"math.xlogy", "x, y", func(k *calc) object.Object { return k.unlessZero("log", "multiply") }},
		{"math.xdivy", "x, y", func(k *calc) object.Object { return k.unlessZero("", "true_divide") }},
		{"math.polyval", "coeffs, x", func(k *calc) object.Object {
			x := k.x("x")
			out := k.do("zeros_like", x)
			for _, c := range k.list(k.get("coeffs")) {
				out = k.do("add", k.do("multiply", out, x), c)
			}
			return out
		}},
		{"math.bincount", "arr, weights=None, minlength=None, maxlength=None, dtype='int32', axis=None, binary_output=False", func(k *calc) object.Object {
			if k.given("maxlength") || k.given("axis") || k.flag("binary_output") {
				return k.refuse("with maxlength, axis or binary_output")
			}
			out := k.with("bincount", []object.Object{k.x("arr")}, "weights", k.get("weights"), "minlength", whole(k.int("minlength", 0)))
			if k.given("weights") {
				return k.cast(out, k.dtypeOf(k.x("weights")))
			}
			return k.cast(out, k.dtype("dtype", "int32"))
		}},
		{"math.confusion_matrix", "labels, predictions, num_classes=None, weights=None, dtype='int32'", confusionMatrix},
		{"scalar_mul math.scalar_mul", "scalar, x", func(k *calc) object.Object { return k.do("multiply", k.x("x"), k.get("scalar")) }},
		{"nn.silu nn.swish", "features, beta=1.0", func(k *calc) object.Object {
			x := k.x("features")
			return k.do("multiply", x, k.do("sigmoid", k.do("multiply", x, k.get("beta"))))
		}},
		{"add_n math.add_n", "inputs", func(k *calc) object.Object {
			list := k.list(k.get("inputs"))
			if len(list) == 0 {
				k.err = object.ValueError("tf.add_n: inputs must be a list of one tensor or more.")
				return object.None
			}
			sum := k.do("convert_to_tensor", list[0])
			for _, v := range list[1:] {
				sum = k.do("add", sum, v)
			}
			return sum
		}},
		{"searchsorted", "sorted_sequence, values, side='left', out_type='int32'", func(k *calc) object.Object {
			return k.cast(k.do("searchsorted", k.x("sorted_sequence"), k.x("values"), k.get("side")), k.dtype("out_type", "int32"))
		}},
	}
}

// truncated is x/y rounded towards zero, in the dtype of x.
func (k *calc) truncated() object.Object {
	x := k.x("x")
	return k.cast(k.do("trunc", k.do("true_divide", k.cast(x, "float64"), k.cast(k.x("y"), "float64"))), k.dtypeOf(x))
}

// unlessZero is 0 where x is 0, and x with y elsewhere.
func (k *calc) unlessZero(before, op string) object.Object {
	x, y := k.x("x"), k.x("y")
	zero := k.do("equal", x, whole(0))
	y = k.do("where", zero, k.do("ones_like", y), y)
	if before != "" {
		y = k.do(before, y)
	}
	return k.do("where", zero, k.do("zeros_like", x), k.do(op, x, y))
}

func confusionMatrix(k *calc) object.Object {
	if k.given("weights") {
		return k.refuse("with weights")
	}
	labels, predictions := k.x("labels"), k.x("predictions")
	n := k.int("num_classes", -1)
	if n < 0 {
		for _, c := range append(k.wholes(labels), k.wholes(predictions)...) {
			n = max(n, c+1)
		}
	}
	hot := func(v object.Object) object.Object {
		return k.cast(k.do("equal", k.do("expand_dims", v, whole(-1)), k.do("arange", whole(n))), "float32")
	}
	return k.cast(k.do("matmul", k.do("transpose", hot(labels)), hot(predictions)), k.dtype("dtype", "int32"))
}
