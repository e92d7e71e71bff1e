// Package dtypes holds Keras's dtype policies: which dtype a layer computes in, which its weights have, and whether it is
// quantized.
package dtypes

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Modes are the quantization modes.
var Modes = []string{"int8", "float8", "int4", "gptq", "awq"}

// quantized reports whether a policy's name begins with a quantization mode.
func quantized(name string) bool {
	for _, m := range Modes {
		if strings.HasPrefix(name, m) {
			return true
		}
	}
	return false
}

const module = "keras.src.dtype_policies.dtype_policy"

// Policy is keras.DTypePolicy: one dtype to compute in and one for weights, told by a name.
var Policy = spec.Declare(module, "keras.DTypePolicy keras.dtype_policies.DTypePolicy keras.mixed_precision.DTypePolicy keras.mixed_precision.Policy", func() spec.Class {
	return spec.Class{
		Doc: "Says which dtype a layer computes in and which its weights have.",
		Args: arg.Of(
			arg.Str("name", nil).As("-").Says(`"mixed_float16", "mixed_bfloat16" or the name of a dtype; None takes the session's policy`),
			arg.Check(func(l *spec.Instance) error {
				name := l.Given.Get("name")
				if name == object.None {
					p, err := Global(l.T)
					if err != nil {
						return err
					}
					name = arg.Self(l.T, p).Value("name")
				}
				return parse(l, name, object.None)
			}),
		),
		Config: spec.Keys("name"), Alone: true,
		FromConfig: spec.Construct,
		Getters: []spec.Getter{
			attribute("variable_dtype", "The dtype of weights."), attribute("compute_dtype", "The dtype of computation."),
			attribute("name", "The policy's name."), attribute("quantization_mode", "The quantization mode, or None."),
		},
		Methods: []spec.Method{
			{Name: "convert_input", Takes: "x, autocast, dtype", Doc: "Casts a floating-point input to the compute dtype.", Do: convertInput},
			{Name: "__repr__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				class := l.ClassName()
				if class == "FloatDTypePolicy" {
					class = "DTypePolicy"
				}
				return object.NewStr("<" + class + ` "` + l.Str("_name") + `">`), nil
			}},
			{Name: "__eq__", Takes: "other", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return object.BoolOf(samePolicy(l, a[0], "_name")), nil
			}},
		},
		ClassAttrs: []any{"__hash__", nil},
	}
})

// FloatPolicy is keras.FloatDTypePolicy, the former name of DTypePolicy.
var FloatPolicy = spec.Declare(module, "keras.FloatDTypePolicy keras.dtype_policies.FloatDTypePolicy", func() spec.Class {
	return spec.Class{
		Base: Policy, Inherits: true, Config: spec.None,
		Doc: "The same as DTypePolicy, under its former name.",
	}
})

func attribute(name, doc string) spec.Getter {
	return spec.Getter{Name: name, Doc: doc, Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_" + name), nil }}
}

// samePolicy reports whether other has the same class and the same values of the attributes.
func samePolicy(l *spec.Instance, other object.Object, attrs ...string) bool {
	o, ok := other.(*object.Instance)
	if !ok {
		return false
	}
	plain := func(c *object.Class) bool {
		return c == class(l.T, "DTypePolicy") || c == class(l.T, "FloatDTypePolicy")
	}
	if c := l.Instance.Class(); plain(c) != plain(o.Class()) || !plain(c) && c != o.Class() {
		return false
	}
	for _, a := range attrs {
		same, err := object.Equal(l.T, l.Value(a), arg.Self(l.T, o).Value(a))
		if err != nil || !same {
			return false
		}
	}
	return true
}

// parse sets what a policy's name says.
func parse(l *spec.Instance, name, mode object.Object) error {
	compute, variable, err := dtypesOf(l, name)
	if err != nil {
		return err
	}
	return l.SetAll("_name", name, "_compute_dtype", compute, "_variable_dtype", variable, "_quantization_mode", mode)
}

func dtypesOf(l *spec.Instance, name object.Object) (compute, variable string, err error) {
	s, ok := object.Of(name).(*object.Str)
	if !ok {
		return "", "", l.BadType("name", name, "a string such as 'mixed_float16'")
	}
	switch s.String() {
	case "mixed_float16":
		return "float16", "float32", nil
	case "mixed_bfloat16":
		return "bfloat16", "float32", nil
	}
	d, err := config.Dtype(l.T, name)
	if object.IsKind(err, object.ValueErrorClass) {
		return "", "", l.Bad("name", name, "'mixed_float16', 'mixed_bfloat16', or the name of a dtype such as 'float32'")
	}
	return d, d, err
}

func convertInput(l *spec.Instance, a []object.Object) (object.Object, error) {
	dtype, err := config.Dtype(l.T, a[2])
	if err != nil {
		return nil, err
	}
	auto, err := object.Truth(l.T, a[1])
	if err != nil {
		return nil, err
	}
	return ConvertInput(l.T, a[0], auto, dtype)
}
