package tf

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// plainFunctions need no tensors: decorators, checks, settings, walks through structures.
func plainFunctions() map[string]special {
	plain := map[string]special{
		"function":        {"func=None, **kwargs", decorator},
		"recompute_grad":  {"f", first},
		"custom_gradient": {"f", customGradient},
		"executing_eagerly": {"", func(c *call) (object.Object, error) {
			return object.BoolOf(operation.Tracing(c.t) == tensor.Symbolic), nil
		}},
		"print":              {"*inputs, **kwargs", nothing},
		"no_op":              {"", nothing},
		"group":              {"*inputs, **kwargs", nothing},
		"random.set_seed":    {"seed", setSeed},
		"nest.flatten":       {"structure, expand_composites=False", func(c *call) (object.Object, error) { return object.NewList(tree.Flatten(c.arg("structure"))...), nil }},
		"nest.map_structure": {"func, *structure, **kwargs", mapStructure},
		"nest.is_nested":     {"structure", func(c *call) (object.Object, error) { return object.BoolOf(tree.IsNested(c.arg("structure"))), nil }},
		"nest.pack_sequence_as": {"structure, flat_sequence, expand_composites=False", func(c *call) (object.Object, error) {
			leaves, err := object.Items(c.t, c.arg("flat_sequence"))
			if err != nil {
				return nil, err
			}
			return tree.Pack(c.arg("structure"), leaves)
		}},
		"config.list_physical_devices":              {"device_type=None", devices},
		"config.list_logical_devices":               {"device_type=None", devices},
		"config.get_visible_devices":                {"device_type=None", devices},
		"config.run_functions_eagerly":              {"run_eagerly", nothing},
		"config.set_visible_devices":                {"devices, device_type=None", nothing},
		"config.optimizer.set_jit":                  {"enabled", nothing},
		"config.experimental.set_memory_growth":     {"device, enable", nothing},
		"config.experimental.list_physical_devices": {"device_type=None", devices},
		"config.experimental.enable_op_determinism": {"", nothing},
		"test.is_gpu_available":                     {"cuda_only=False", func(*call) (object.Object, error) { return object.False, nil }},
		"get_logger":                                {"", func(c *call) (object.Object, error) { return nil, notModelled(c.path) }},
	}
	for _, name := range []string{"assert_equal", "assert_none_equal", "assert_greater", "assert_greater_equal", "assert_less", "assert_less_equal", "assert_near",
		"assert_non_negative", "assert_positive", "assert_rank", "assert_rank_at_least", "assert_rank_in", "assert_shapes", "assert_type", "assert_all_finite",
		"check_numerics", "enable_check_numerics", "assert_integer", "assert_scalar"} {
		f := special{"*args, **kwargs", nothing}
		if name == "check_numerics" {
			f = special{"tensor, message=''", first}
		}
		plain["debugging."+name] = f
	}
	return plain
}

func nothing(*call) (object.Object, error) { return object.None, nil }

func first(c *call) (object.Object, error) { return c.v[0], nil }

func devices(*call) (object.Object, error) { return object.NewList(), nil }

// decorator is tf.function: the function itself, with or without options.
func decorator(c *call) (object.Object, error) {
	if f := c.arg("func"); f != object.None {
		return f, nil
	}
	return object.Func("decorate", "(func, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }), nil
}

// customGradient is tf.custom_gradient.
func customGradient(c *call) (object.Object, error) { return ops.CustomGradient(c.arg("f")), nil }

func mapStructure(c *call) (object.Object, error) {
	list := c.arg("structure").(*object.Tuple).Items
	if len(list) == 0 {
		return nil, object.ValueError("tf.nest.map_structure takes at least one structure.")
	}
	flat := make([][]object.Object, len(list))
	for i, s := range list {
		flat[i] = tree.Flatten(s)
		if len(flat[i]) != len(flat[0]) {
			return nil, object.ValueError("tf.nest.map_structure takes structures of the same form.")
		}
	}
	n := 0
	return tree.Map(list[0], func(object.Object) (object.Object, error) {
		args := make([]object.Object, len(flat))
		for i := range flat {
			args[i] = flat[i][n]
		}
		n++
		return object.Call(c.t, c.arg("func"), args...)
	})
}
