package tf

import (
	"strings"
	"sync"

	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// tensorflow.keras is the module keras with Keras 2's backend functions beside its own: keras.backend.sum is no function of
// Keras 3, tensorflow.keras.backend.sum is one.

// legacyTable are the functions of tensorflow.keras.backend that an operation stands for.
var legacyTable = []row{
	{"abs", "x", "absolute", "x", "same"},
	{"all", "x, axis=None, keepdims=False", "all", "x, axis, keepdims", ""},
	{"any", "x, axis=None, keepdims=False", "any", "x, axis, keepdims", ""},
	{"argmax", "x, axis=-1", "argmax", "x, axis", "int64"},
	{"argmin", "x, axis=-1", "argmin", "x, axis", "int64"},
	{"batch_normalization", "x, mean, var, beta, gamma, axis=-1, epsilon=0.001", "", "", ""},
	{"bias_add", "x, bias, data_format=None", "", "", ""},
	{"binary_crossentropy", "target, output, from_logits=False", "binary_crossentropy", "target, output", ""},
	{"binary_focal_crossentropy", "target, output, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False", "binary_crossentropy", "target, output", ""},
	{"cast", "x, dtype", "cast", "x, dtype", ""},
	{"categorical_crossentropy", "target, output, from_logits=False, axis=-1", "categorical_crossentropy", "target, output", ""},
	{"clip", "x, min_value, max_value", "clip", "x, x_min=min_value, x_max=max_value", "same"},
	{"concatenate", "tensors, axis=-1", "concatenate", "xs=tensors, axis", ""},
	{"constant", "value, dtype=None, shape=None, name=None", "convert_to_tensor", "x=value, dtype", ""},
	{"cos", "x", "cos", "x", "same"},
	{"cumsum", "x, axis=0", "cumsum", "x, axis", "same"},
	{"cumprod", "x, axis=0", "cumprod", "x, axis", "same"},
	{"conv1d", "x, kernel, strides=1, padding='valid', data_format=None, dilation_rate=1", "conv", "inputs=x, kernel, strides, padding, data_format, dilation_rate", ""},
	{"conv2d", "x, kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)", "conv",
		"inputs=x, kernel, strides, padding, data_format, dilation_rate", ""},
	{"conv3d", "x, kernel, strides=(1, 1, 1), padding='valid', data_format=None, dilation_rate=(1, 1, 1)", "conv",
		"inputs=x, kernel, strides, padding, data_format, dilation_rate", ""},
	{"depthwise_conv2d", "x, depthwise_kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)", "depthwise_conv",
		"inputs=x, kernel=depthwise_kernel, strides, padding, data_format, dilation_rate", ""},
	{"separable_conv2d", "x, depthwise_kernel, pointwise_kernel, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1)", "separable_conv",
		"inputs=x, depthwise_kernel, pointwise_kernel, strides, padding, data_format, dilation_rate", ""},
	{"dropout", "x, level, noise_shape=None, seed=None", "random.dropout", "inputs=x, rate=level, seed=+1", ""},
	{"elu", "x, alpha=1.0", "elu", "x, alpha", "same"},
	{"equal", "x, y", "equal", "x1=x, x2=y", ""},
	{"exp", "x", "exp", "x", "same"},
	{"expand_dims", "x, axis=-1", "expand_dims", "x, axis", ""},
	{"flatten", "x", "ravel", "x", ""},
	{"gather", "reference, indices", "take", "x=reference, indices, axis=+0", ""},
	{"greater", "x, y", "greater", "x1=x, x2=y", ""},
	{"greater_equal", "x, y", "greater_equal", "x1=x, x2=y", ""},
	{"hard_sigmoid", "x", "hard_sigmoid", "x", "same"},
	{"l2_normalize", "x, axis=None", "", "", ""},
	{"less", "x, y", "less", "x1=x, x2=y", ""},
	{"less_equal", "x, y", "less_equal", "x1=x, x2=y", ""},
	{"log", "x", "log", "x", "same"},
	{"max", "x, axis=None, keepdims=False", "max", "x, axis, keepdims", "same"},
	{"maximum", "x, y", "maximum", "x1=x, x2=y", "same"},
	{"mean", "x, axis=None, keepdims=False", "mean", "x, axis, keepdims", "same"},
	{"min", "x, axis=None, keepdims=False", "min", "x, axis, keepdims", "same"},
	{"minimum", "x, y", "minimum", "x1=x, x2=y", "same"},
	{"not_equal", "x, y", "not_equal", "x1=x, x2=y", ""},
	{"ones_like", "x, dtype=None, name=None", "ones_like", "x, dtype", ""},
	{"permute_dimensions", "x, pattern", "transpose", "x, axes=pattern", ""},
	{"pow", "x, a", "power", "x1=x, x2=a", "same"},
	{"prod", "x, axis=None, keepdims=False", "prod", "x, axis, keepdims", "same"},
	{"random_normal", "shape, mean=0.0, stddev=1.0, dtype=None, seed=None", "random.normal", "shape, mean, stddev, dtype, seed=+1", ""},
	{"random_uniform", "shape, minval=0.0, maxval=1.0, dtype=None, seed=None", "random.uniform", "shape, minval, maxval, dtype, seed=+1", ""},
	{"random_bernoulli", "shape, p=0.0, dtype=None, seed=None", "random.uniform", "shape, dtype, seed=+1", ""},
	{"truncated_normal", "shape, mean=0.0, stddev=1.0, dtype=None, seed=None", "random.truncated_normal", "shape, mean, stddev, dtype, seed=+1", ""},
	{"relu", "x, alpha=0.0, max_value=None, threshold=0.0", "relu", "x", "same"},
	{"reshape", "x, shape", "reshape", "x, newshape=shape", ""},
	{"reverse", "x, axes", "flip", "x, axis=axes", ""},
	{"round", "x", "round", "x", "same"},
	{"sigmoid", "x", "sigmoid", "x", "same"},
	{"sign", "x", "sign", "x", "same"},
	{"sin", "x", "sin", "x", "same"},
	{"softmax", "x, axis=-1", "softmax", "x, axis", "same"},
	{"softplus", "x", "softplus", "x", "same"},
	{"softsign", "x", "softsign", "x", "same"},
	{"sparse_categorical_crossentropy", "target, output, from_logits=False, axis=-1, ignore_class=None", "sparse_categorical_crossentropy", "target, output, axis", ""},
	{"sqrt", "x", "sqrt", "x", "same"},
	{"square", "x", "square", "x", "same"},
	{"squeeze", "x, axis", "squeeze", "x, axis", ""},
	{"stack", "x, axis=0", "stack", "x, axis", ""},
	{"std", "x, axis=None, keepdims=False", "std", "x, axis, keepdims", "same"},
	{"stop_gradient", "variables", "stop_gradient", "variable=variables", ""},
	{"sum", "x, axis=None, keepdims=False", "sum", "x, axis, keepdims", "same"},
	{"tanh", "x", "tanh", "x", "same"},
	{"tile", "x, n", "tile", "x, repeats=n", ""},
	{"to_dense", "tensor", "copy", "x=tensor", ""},
	{"transpose", "x", "transpose", "x", ""},
	{"var", "x, axis=None, keepdims=False", "var", "x, axis, keepdims", "same"},
	{"zeros_like", "x, dtype=None, name=None", "zeros_like", "x, dtype", ""},
}

// legacyFunctions are those that need more than a table.
var legacyFunctions = sync.OnceValue(func() map[string]special {
	return map[string]special{
		"arange": {"start, stop=None, step=1, dtype='int32'", func(c *call) (object.Object, error) {
			if err := c.traced(); err != nil {
				return nil, err
			}
			return c.infer("arange", c.arg("start"), c.arg("stop"), c.arg("step"), c.arg("dtype"))
		}},
		"batch_dot":     {"x, y, axes=None", batchDot},
		"batch_flatten": {"x", batchFlatten},
		"cast_to_floatx": {"x", func(c *call) (object.Object, error) {
			if err := c.traced(); err != nil {
				return nil, err
			}
			return c.infer("cast", c.arg("x"), object.None)
		}},
		"count_params": {"x", func(c *call) (object.Object, error) {
			s, _, err := ops.Describe(c.t, c.arg("x"))
			return tensor.DimObject(s.Size()), err
		}},
		"dot": {"x, y", func(c *call) (object.Object, error) {
			if err := c.traced(); err != nil {
				return nil, err
			}
			return c.infer("dot", c.arg("x"), c.arg("y"))
		}},
		"dtype": {"x", func(c *call) (object.Object, error) {
			_, d, err := ops.Describe(c.t, c.arg("x"))
			return object.NewStr(dtypeName(c.t, d)), err
		}},
		"int_shape": {"x", func(c *call) (object.Object, error) {
			s, _, err := ops.Describe(c.t, c.arg("x"))
			return s.Plain().Object(), err
		}},
		"is_sparse": {"tensor", func(c *call) (object.Object, error) {
			x, ok := c.arg("tensor").(*tensor.KerasTensor)
			return object.BoolOf(ok && x.Sparse), nil
		}},
		"map_fn": {"fn, elems, name=None, dtype=None", mapRows},
		"ndim": {"x", func(c *call) (object.Object, error) {
			s, _, err := ops.Describe(c.t, c.arg("x"))
			return object.Int(len(s)), err
		}},
		"one_hot": {"indices, num_classes", func(c *call) (object.Object, error) {
			if err := c.traced(); err != nil {
				return nil, err
			}
			return c.infer("one_hot", c.arg("indices"), c.arg("num_classes"), object.Int(-1), object.NewStr("float32"))
		}},
		"ones":  {"shape, dtype=None, name=None", made("ones")},
		"zeros": {"shape, dtype=None, name=None", made("zeros")},
		"repeat_elements": {"x, rep, axis", func(c *call) (object.Object, error) {
			if err := c.traced(); err != nil {
				return nil, err
			}
			return c.infer("repeat", c.arg("x"), c.arg("rep"), c.arg("axis"))
		}},
		"shape": {"x", func(c *call) (object.Object, error) {
			s, _, err := c.describe("x")
			out := value(tensor.Shape{len(s)}, "int32")
			out.Sizes = s
			return out, err
		}},
		"switch": {"condition, then_expression, else_expression", legacySwitch},
	}
})

// legacyKnown are the others, which say that they are not modelled.
const legacyKnown = `batch_get_value batch_set_value categorical_focal_crossentropy conv2d_transpose ctc_batch_cost ctc_decode ctc_label_dense_to_sparse eval eye
foldl foldr get_value gradients in_top_k moving_average_update name_scope pool2d pool3d random_normal_variable random_uniform_variable repeat resize_images
resize_volumes rnn set_value spatial_2d_padding spatial_3d_padding temporal_padding update update_add update_sub variable`

func init() {
	lib.Register("tensorflow.keras", func(t *object.Thread) (*object.Module, error) { return overlay(t, "keras", keras) })
	lib.Register("tensorflow.keras.backend", func(t *object.Thread) (*object.Module, error) { return overlay(t, "keras.backend", backend) })
}

// overlay makes a module that has names of its own beside those of a module of Keras.
func overlay(t *object.Thread, name string, own func(t *object.Thread, name string) (object.Object, error)) (*object.Module, error) {
	if _, err := t.Import(t, "tensorflow"); err != nil {
		return nil, err
	}
	base, err := t.Import(t, name)
	if err != nil {
		return nil, err
	}
	m := object.NewModule("keras._tf_keras." + name)
	m.Lazy = func(t *object.Thread, attr string) (object.Object, error) {
		if v, err := own(t, attr); v != nil || err != nil {
			return v, err
		}
		return object.LookupAttr(t, base, object.Intern(attr))
	}
	if b, ok := base.(*object.Module); ok {
		m.Names = b.Names
		if v := b.Dict.GetName("__version__"); v != nil {
			m.Dict.SetName("__version__", v)
		}
	}
	return m, nil
}

func keras(t *object.Thread, name string) (object.Object, error) {
	if name == "backend" {
		return t.Import(t, "tensorflow.keras.backend")
	}
	return nil, nil
}

func backend(_ *object.Thread, name string) (object.Object, error) {
	for i := range legacyTable {
		if r := &legacyTable[i]; r.names == name {
			return mapped("keras.backend."+name, r), nil
		}
	}
	if f, ok := legacyFunctions()[name]; ok {
		return function("keras.backend."+name, f.sig, f.do), nil
	}
	for _, n := range strings.Fields(legacyKnown) {
		if n == name {
			return nil, notModelled("tensorflow.keras.backend." + name)
		}
	}
	return nil, nil
}

func made(op string) func(c *call) (object.Object, error) {
	return func(c *call) (object.Object, error) {
		if err := c.traced(); err != nil {
			return nil, err
		}
		return c.infer(op, c.arg("shape"), c.arg("dtype"))
	}
}

func batchFlatten(c *call) (object.Object, error) {
	s, d, err := c.describe("x")
	if err != nil || len(s) == 0 {
		return nil, err
	}
	return value(tensor.Shape{tensor.Unknown, s[1:].Size()}, d), nil
}

// batchDot multiplies over one axis of each, keeping the batch.
func batchDot(c *call) (object.Object, error) {
	a, d, err := c.describe("x")
	if err != nil {
		return nil, err
	}
	b, _, err := c.describe("y")
	if err != nil {
		return nil, err
	}
	if len(a) < 2 || len(b) < 2 {
		return nil, object.ValueError("keras.backend.batch_dot takes tensors of rank 2 or more, got shapes %s and %s.", a, b)
	}
	i, j := len(a)-1, len(b)-2
	if len(b) == 2 {
		j = 1
	}
	if v := c.arg("axes"); v != object.None {
		if n, err := object.Index(c.t, v); err == nil {
			i, j = n, n
		} else {
			pair, err := object.Items(c.t, v)
			if err != nil || len(pair) != 2 {
				return nil, object.ValueError("keras.backend.batch_dot takes axes as an int or a pair of ints.")
			}
			if i, err = object.Index(c.t, pair[0]); err != nil {
				return nil, err
			}
			if j, err = object.Index(c.t, pair[1]); err != nil {
				return nil, err
			}
		}
		if i < 0 {
			i += len(a)
		}
		if j < 0 {
			j += len(b)
		}
	}
	if i < 1 || i >= len(a) || j < 1 || j >= len(b) || a[i] != b[j] && a[i] != tensor.Unknown && b[j] != tensor.Unknown {
		return nil, object.ValueError("keras.backend.batch_dot: the axes do not fit shapes %s and %s.", a, b)
	}
	out := append(a[:i].Clone(), a[i+1:]...)
	for k, n := range b {
		if k > 0 && k != j {
			out = append(out, n)
		}
	}
	if len(out) == 1 {
		out = append(out, 1)
	}
	return value(out, d), nil
}

// legacySwitch picks between two tensors, or between what two functions return.
func legacySwitch(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	pick := func(name string) (object.Object, error) {
		v := c.arg(name)
		if object.IsCallable(v) {
			return object.Call(c.t, v)
		}
		return v, nil
	}
	a, err := pick("then_expression")
	if err != nil {
		return nil, err
	}
	b, err := pick("else_expression")
	if err != nil {
		return nil, err
	}
	return c.merge(a, b)
}
