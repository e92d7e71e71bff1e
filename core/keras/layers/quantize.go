package layers

import (
	"slices"
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/quantizers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// Quantize is the method quantize of a layer whose main weight is the variable attr: it puts quantized weights, which
// rebuild makes, in its place, and a quantized dtype policy in the place of the layer's. class is the public name of the
// one class that has the method; its subclasses are refused. fill, where it is not nil, gives the new weights the values that the
// former one asks for; without it they are not modelled.
func Quantize(class, attr string, modes []string, rebuild func(l *spec.Instance, mode string) error,
	fill func(l *spec.Instance, mode string, former object.Object) (func() error, error)) spec.Method {
	return spec.Method{Name: "quantize", Takes: "mode=None, type_check=True, config=None", Doc: "Quantizes the weights.",
		Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			mode, config, err := quantizers.Resolve(l.T, a[0], a[2])
			if err != nil {
				return nil, err
			}
			if err := mayQuantize(l, class, mode, a[1]); err != nil {
				return nil, err
			}
			Unlock(l.Instance)
			defer Lock(l.Instance)
			if err := l.Set("quantization_config", config); err != nil { // it stays, as in Keras, where the mode is refused
				return nil, err
			}
			if !slices.Contains(modes, mode) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s cannot be quantized with the mode '%s'.", l.ClassName(), mode)
			}
			var values func() error
			if mode == "int8" || mode == "int4" {
				if fill != nil {
					if values, err = fill(l, mode, l.Value(attr)); err != nil {
						return nil, err
					}
				}
				if err := deleteAttr(l.T, l.Instance, object.Intern(attr)); err != nil {
					return nil, err
				}
			}
			before := len(stateOf(l.Instance).lists[nonTrainableVariables].Items)
			if err := rebuild(l, mode); err != nil {
				return nil, err
			}
			if values != nil {
				if err := values(); err != nil {
					return nil, err
				}
			} else if mode != "float8" {
				for _, v := range stateOf(l.Instance).lists[nonTrainableVariables].Items[before:] {
					v.(*variable.Variable).Initializer = computed
				}
			}
			if err := l.Set("_is_quantized", true); err != nil {
				return nil, err
			}
			return nil, quantizedPolicy(l, mode, config)
		}}
}

// computed stands for the values that real Keras computes of the former weights.
var computed = object.Func("quantized_value", "(shape, dtype=None)", "", func(*object.Thread, []object.Object) (object.Object, error) {
	return nil, arg.NotModelled("the value of a quantized weight")
})

// mayQuantize makes the checks before anything is changed.
func mayQuantize(l *spec.Instance, class, mode string, typeCheck object.Object) error {
	if !Built(l.Instance) {
		return l.Fail("mode", "it cannot be quantized, for it is not built: call it on an input first.")
	}
	if l.Bool("_is_quantized") {
		return l.Fail("mode", "it is quantized already.")
	}
	if mode == "int8" && l.Str("compute_dtype") == "float16" {
		return l.Fail("mode", "mode='int8' does not go with computing in float16.")
	}
	check, err := object.Truth(l.T, typeCheck)
	if err != nil {
		return err
	}
	if check && l.Instance.Class() != spec.Find(class).In(l.T) {
		return object.NewError(object.NotImplementedErrClass, "%s has no quantize() method of its own.", l.ClassName())
	}
	return nil
}

func quantizedPolicy(l *spec.Instance, mode string, config *object.Instance) error {
	policy, err := Policy(l.T, l.Instance)
	if err != nil || dtypes.Name(l.T, policy, "quantization_mode") != "" {
		return err
	}
	name := mode
	switch mode {
	case "int4":
		size := BlockSize(l)
		if size == 0 {
			size = -1
		}
		name = "int4/" + strconv.Itoa(size)
	case "gptq", "awq":
		s, err := object.CallMethod(l.T, config, "dtype_policy_string")
		if err != nil {
			return err
		}
		name = textOf(s)
	}
	return l.Set("dtype_policy", object.NewStr(name+"_from_"+dtypes.Name(l.T, policy, "name")))
}
