package tf

import "layerglass/core/python/object"

func composedNN() []composed {
	return []composed{
		{"nn.crelu", "features, axis=-1", func(k *calc) object.Object {
			x := k.x("features")
			return k.do("concatenate", object.NewList(k.do("relu", x), k.do("relu", k.do("negative", x))), k.get("axis"))
		}},
		{"nn.weighted_moments", "x, axes, frequency_weights, keepdims=False", func(k *calc) object.Object {
			x, axes := k.x("x"), k.get("axes")
			w := k.do("broadcast_to", k.x("frequency_weights"), k.shape(x).Object())
			total := k.reduce("sum", w, axes, true)
			mean := k.do("true_divide", k.reduce("sum", k.do("multiply", w, x), axes, true), total)
			variance := k.do("true_divide", k.reduce("sum", k.do("multiply", w, k.do("square", k.do("subtract", x, mean))), axes, true), total)
			if !k.flag("keepdims") {
				mean, variance = k.do("squeeze", mean, axes), k.do("squeeze", variance, axes)
			}
			return object.NewTuple(mean, variance)
		}},
		{"nn.weighted_cross_entropy_with_logits", "labels, logits, pos_weight", func(k *calc) object.Object {
			z, x := k.x("labels"), k.x("logits")
			weight := k.do("add", k.do("multiply", k.do("subtract", k.get("pos_weight"), number(1)), z), number(1))
			return k.do("add", k.do("multiply", k.do("subtract", number(1), z), x), k.do("multiply", weight, k.do("softplus", k.do("negative", x))))
		}},
		{"nn.log_poisson_loss", "targets, log_input, compute_full_loss=False", func(k *calc) object.Object {
			if k.flag("compute_full_loss") {
				return k.refuse("with compute_full_loss=True")
			}
			c := k.x("log_input")
			return k.do("subtract", k.do("exp", c), k.do("multiply", k.x("targets"), c))
		}},
		{"nn.local_response_normalization nn.lrn", "input, depth_radius=5, bias=1, alpha=1, beta=0.5", func(k *calc) object.Object {
			x := k.x("input")
			s := k.shape(x)
			if len(s) == 0 || s[len(s)-1] < 0 {
				return k.refuse("with a number of channels that is not known")
			}
			n := k.do("arange", whole(s[len(s)-1]))
			apart := k.do("absolute", k.do("subtract", k.do("expand_dims", n, whole(-1)), n))
			near := k.cast(k.do("less_equal", apart, k.get("depth_radius")), k.dtypeOf(x))
			sum := k.do("matmul", k.do("square", x), near)
			return k.do("true_divide", x, k.do("power", k.do("add", k.do("multiply", sum, k.get("alpha")), k.get("bias")), k.get("beta")))
		}},
		{"nn.conv2d_transpose", "input, filters, output_shape, strides, padding='SAME', data_format='NHWC', dilations=None", func(k *calc) object.Object {
			padding, ok := k.get("padding").(*object.Str)
			format, isText := k.get("data_format").(*object.Str)
			if !ok || !isText || format.String() != "NHWC" || k.given("dilations") {
				return k.refuse("with a data_format, dilations or explicit paddings")
			}
			step, err := k.steps("strides", 2)
			if err != nil {
				k.err = err
				return object.None
			}
			out := k.with("conv_transpose", []object.Object{k.x("input"), k.x("filters")}, "strides", step, "padding", object.NewStr(lower(padding)))
			want := k.wholes(k.get("output_shape"))
			for i, n := range k.shape(out) {
				if k.err == nil && i > 0 && i < len(want) && want[i] != n {
					return k.refuse("with an output_shape other than " + k.shape(out).String())
				}
			}
			return out
		}},
	}
}
