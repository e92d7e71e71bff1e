package layers

import (
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// SaveMerged is save_own_variables of a layer with LoRA: the weight, read by the property, is stored with the low-rank part in it, so that a layer
// without LoRA can take it.
func SaveMerged(property string) spec.Method {
	return spec.Method{Name: "save_own_variables", Takes: "store", Doc: "Puts the layer's own variables into a store.",
		Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if !Built(l.Instance) {
				return object.None, nil
			}
			if !l.Bool("lora_enabled") || !l.IsNone("quantization_mode") {
				return saveOwnVariables(l.T, []object.Object{l.Instance, a[0]})
			}
			merged, err := object.GetAttr(l.T, l.Instance, object.Intern(property))
			if err != nil {
				return nil, err
			}
			return object.None, variable.StoreOwn(l.T, a[0], withBias(l, merged), func(v object.Object) (object.Object, error) { return v, nil })
		}}
}

// LoadMerged is load_own_variables of a layer with LoRA: what is stored has the low-rank part in it, so that of the layer becomes zero. attr holds the
// weight's variable.
func LoadMerged(property, attr string) spec.Method {
	return spec.Method{Name: "load_own_variables", Takes: "store", Doc: "Takes the layer's own variables from a store.",
		Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if !l.Bool("lora_enabled") || !l.IsNone("quantization_mode") {
				return loadOwnVariables(l.T, []object.Object{l.Instance, a[0]})
			}
			if err := variable.LoadOwn(l.T, a[0], withBias(l, l.Value(attr))); err != nil {
				return nil, err
			}
			for _, part := range []string{"_a", "_b"} {
				v := l.Value("lora_" + property + part)
				zeros, err := Do(l, "zeros_like", v)
				if err != nil {
					return nil, err
				}
				if _, err := object.CallMethod(l.T, v, "assign", zeros); err != nil {
					return nil, err
				}
			}
			return object.None, nil
		}}
}

// withBias adds the layer's bias, where there is one.
func withBias(l *spec.Instance, weight object.Object) []object.Object {
	if l.Value("bias") == nil || l.IsNone("bias") {
		return []object.Object{weight}
	}
	return []object.Object{weight, l.Value("bias")}
}
