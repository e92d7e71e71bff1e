package quantizers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// mode is the property mode of a config.
func mode(name string) spec.Getter {
	return spec.Getter{Name: "mode", Doc: "The quantization mode.", Get: func(l *spec.Instance) (object.Object, error) {
		if name == "" {
			return nil, object.NewError(object.NotImplementedErrClass, "%s has no mode of its own.", l.ClassName())
		}
		return object.Intern(name), nil
	}}
}

// QuantizationConfig is the base class of configs.
var QuantizationConfig = spec.Declare("keras.src.quantizers.quantization_config", "keras.quantizers.QuantizationConfig", func() spec.Class {
	return spec.Class{
		Doc:  "The base of what says how a layer is quantized.",
		Args: arg.Of(arg.Serialized("weight_quantizer", nil), arg.Serialized("activation_quantizer", nil)),
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			return fromConfig(t, cls, config)
		},
		Getters: []spec.Getter{mode("")},
	}
})

// fromConfig brings the two quantizers back; keys are further entries that the constructor takes.
func fromConfig(t *object.Thread, cls *object.Class, config *object.Dict, keys ...string) (object.Object, error) {
	given := object.NewDict()
	for _, key := range []string{"weight_quantizer", "activation_quantizer"} {
		v := config.GetName(key)
		if v == nil {
			v = object.None
		}
		o, err := saving.Deserialize(t, v, nil)
		if err != nil {
			return nil, err
		}
		given.SetName(key, o)
	}
	for _, key := range keys {
		v := config.GetName(key)
		if v == nil {
			v = object.None
		}
		given.SetName(key, v)
	}
	return spec.Construct(t, cls, given)
}

func quantized(name, export, doc, m string, own func() spec.Class) *spec.Class {
	return spec.Declare("keras.src.quantizers."+export, "keras.quantizers."+name, func() spec.Class {
		c := own()
		c.Base, c.Doc = QuantizationConfig, doc
		c.Getters = append(c.Getters, mode(m))
		return c
	})
}

// activation puts a quantizer in the place of "default".
func activation(make func(l *spec.Instance) (object.Object, error)) arg.Item {
	return arg.Of(arg.Check(func(l *spec.Instance) error {
		v := l.Given.Get("activation_quantizer")
		same, err := object.Equal(l.T, v, object.Intern("default"))
		if err != nil || !same {
			return err
		}
		if v, err = make(l); err == nil {
			l.Given.Set("activation_quantizer", v)
		}
		return err
	}), arg.BaseInit, arg.Any("weight_quantizer", nil).ToBase().Says("what quantizes the weights"),
		arg.Any("activation_quantizer", "default").ToBase().Says("what quantizes the inputs"))
}

// The configs without data.
var (
	Int8Config = quantized("Int8QuantizationConfig", "quantization_config", "Says that a layer is quantized to eight bits.", "int8", func() spec.Class {
		return spec.Class{
			Args: arg.Of(activation(func(l *spec.Instance) (object.Object, error) { return AbsMaxQuantizer.New(l.T) }),
				arg.Check(func(l *spec.Instance) error { return outputs(l) })),
			Config: spec.None,
		}
	})
	Int4Config = quantized("Int4QuantizationConfig", "quantization_config", "Says that a layer is quantized to four bits.", "int4", func() spec.Class {
		return spec.Class{
			Args: arg.Of(activation(func(*spec.Instance) (object.Object, error) { return object.None, nil }),
				arg.Check(checkBlocks), arg.Int("block_size", 128).Says("how many values share a scale; -1 or None for a whole column"), arg.Check(checkInt4)),
			FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
				return fromConfig(t, cls, config, "block_size")
			},
		}
	})
	Float8Config = quantized("Float8QuantizationConfig", "quantization_config", "Says that a layer trains in eight-bit floats.", "float8", func() spec.Class {
		return spec.Class{
			Config: spec.None, Alone: true,
			FromConfig: func(t *object.Thread, cls *object.Class, _ *object.Dict) (object.Object, error) {
				return operation.Make(t, cls)
			},
		}
	})
)

// outputs checks that a weight quantizer makes int8.
func outputs(l *spec.Instance) error {
	if l.IsNone("weight_quantizer") {
		return nil
	}
	dtype, err := object.GetAttr(l.T, l.Value("weight_quantizer"), object.Intern("output_dtype"))
	if err != nil {
		return err
	}
	same, err := object.Equal(l.T, dtype, object.Intern("int8"))
	if err == nil && !same {
		err = l.Bad("weight_quantizer", l.Value("weight_quantizer"), "a quantizer with output_dtype='int8'")
	}
	return err
}

// grouped reports whether block_size is above zero: neither None nor -1.
func grouped(l *spec.Instance) (bool, error) {
	if l.IsNone("block_size") {
		return false, nil
	}
	return l.Compare("block_size", object.Gt, 0)
}

func checkBlocks(l *spec.Instance) error {
	some, err := grouped(l)
	if err != nil || some || l.IsNone("block_size") || l.Int("block_size") == -1 {
		return err
	}
	return l.Bad("block_size", l.Value("block_size"), "None, -1 or a positive integer")
}

func checkInt4(l *spec.Instance) error {
	blocks, err := grouped(l)
	if err != nil {
		return err
	}
	if blocks && (!l.IsNone("weight_quantizer") || !l.IsNone("activation_quantizer")) {
		return l.Fail("block_size", "blocks do not go with quantizers of your own: set block_size to None or -1, or leave the quantizers out.")
	}
	if l.IsNone("weight_quantizer") {
		return nil
	}
	r, err := object.GetAttr(l.T, l.Value("weight_quantizer"), object.Intern("value_range"))
	if err != nil {
		return err
	}
	same, err := object.Equal(l.T, r, object.NewTuple(object.Int(-8), object.Int(7)))
	if err != nil {
		return err
	}
	if !same {
		return l.Bad("weight_quantizer", l.Value("weight_quantizer"), "a quantizer with value_range=(-8, 7)")
	}
	return outputs(l)
}

// withData declares a config that needs data: GPTQ's or AWQ's.
func withData(name, module, doc, m string, own func() (checks, args arg.List)) *spec.Class {
	return quantized(name, module, doc, m, func() spec.Class {
		checks, args := own()
		list := arg.Of(checks, arg.Any("dataset"), arg.Any("tokenizer"), args.KeywordOnly())
		return spec.Class{
			Args: list, Config: list.Names(), Alone: true, FromConfig: spec.Construct,
			Finish: func(_ *spec.Instance, config *object.Dict) error {
				config.SetName("dataset", object.None)
				config.SetName("tokenizer", object.None)
				return nil
			},
			Methods: []spec.Method{{Name: "dtype_policy_string", Doc: "Returns the beginning of the dtype policy's name.",
				Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
					bits, err := object.ToStr(l.T, l.Value("weight_bits"))
					if err != nil {
						return nil, err
					}
					size, err := object.ToStr(l.T, l.Value("group_size"))
					return object.NewStr(m + "/" + bits + "/" + size), err
				}}},
		}
	})
}

func positive(name string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		low, err := l.Compare(name, object.Le, 0)
		if err == nil && low {
			err = l.Bad(name, l.Value(name), "a positive integer")
		}
		return err
	})
}

func groupSize() arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		if n := l.Int("group_size"); n < -1 || n == 0 {
			return l.Bad("group_size", l.Value("group_size"), "-1 or a positive integer")
		}
		return nil
	})
}

func bits(allowed string, ok ...int) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		for _, n := range ok {
			if same, err := object.Equal(l.T, l.Value("weight_bits"), object.Int(n)); err != nil || same {
				return err
			}
		}
		return l.Bad("weight_bits", l.Value("weight_bits"), allowed)
	})
}

// The configs with data.
var (
	GPTQConfig = withData("GPTQConfig", "gptq_config", "Says how a model is quantized by GPTQ.", "gptq",
		func() (checks, args arg.List) {
			return arg.Of(bits("2, 3, 4 or 8", 2, 3, 4, 8), positive("num_samples"), positive("sequence_length"),
					arg.Check(func(l *spec.Instance) error {
						low, err := l.Compare("hessian_damping", object.Lt, 0)
						if err != nil {
							return err
						}
						high, err := l.Compare("hessian_damping", object.Gt, 1)
						if err == nil && (low || high) {
							err = l.Bad("hessian_damping", l.Value("hessian_damping"), "a number from 0 to 1")
						}
						return err
					}), groupSize()),
				arg.Of(arg.Int("weight_bits", 4), arg.Int("num_samples", 128), arg.Bool("per_channel", true), arg.Int("sequence_length", 512),
					arg.Float("hessian_damping", 0.01), arg.Int("group_size", 128), arg.Bool("symmetric", false), arg.Bool("activation_order", false),
					arg.Any("quantization_layer_structure", nil))
		})
	AWQConfig = withData("AWQConfig", "awq_config", "Says how a model is quantized by AWQ.", "awq",
		func() (checks, args arg.List) {
			return arg.Of(bits("4", 4), positive("num_samples"), positive("sequence_length"), groupSize(), positive("num_grid_points")),
				arg.Of(arg.Int("weight_bits", 4), arg.Int("num_samples", 128), arg.Int("sequence_length", 512), arg.Int("group_size", 128),
					arg.Int("num_grid_points", 20), arg.Any("quantization_layer_structure", nil))
		})
)

// Resolve makes the config of a mode's name, a config, or both, which must agree. It returns the mode too.
func Resolve(t *object.Thread, mode, config object.Object) (string, *object.Instance, error) {
	if _, ok := object.Of(config).(*object.Str); ok {
		mode, config = config, object.None
	}
	name := ""
	if mode != object.None {
		s, ok := object.Of(mode).(*object.Str)
		if ok {
			name = s.String()
		}
		if !known(name) {
			return "", nil, badMode(t, mode)
		}
	}
	c, ok := config.(*object.Instance)
	if config == object.None {
		made, err := byMode(t, name)
		return name, made, err
	}
	if !ok || !c.Class().IsSubclass(QuantizationConfig.In(t)) {
		return "", nil, object.ValueError("config must be a QuantizationConfig, got config=%s.", arg.Repr(t, config))
	}
	own, err := object.GetAttr(t, c, object.Intern("mode"))
	if err != nil {
		return "", nil, err
	}
	text := arg.Self(t, c).Str("mode")
	if name != "" && name != text {
		return "", nil, object.ValueError("mode='%s' contradicts the config, whose mode is %s.", name, arg.Repr(t, own))
	}
	if !known(text) {
		return "", nil, badMode(t, own)
	}
	return text, c, nil
}

func known(mode string) bool {
	for _, m := range dtypes.Modes {
		if m == mode {
			return true
		}
	}
	return false
}

func badMode(t *object.Thread, mode object.Object) error {
	return object.ValueError("mode must be 'int8', 'float8', 'int4', 'gptq' or 'awq', got mode=%s.", arg.Repr(t, mode))
}

func byMode(t *object.Thread, mode string) (*object.Instance, error) {
	switch mode {
	case "int8":
		return Int8Config.New(t)
	case "int4":
		return Int4Config.New(t)
	case "float8":
		return Float8Config.New(t)
	case "gptq":
		return nil, object.ValueError("GPTQ needs a config with data: pass config=keras.quantizers.GPTQConfig(…).")
	case "awq":
		return nil, object.ValueError("AWQ needs a config with data: pass config=keras.quantizers.AWQConfig(…).")
	}
	return nil, object.ValueError("Pass quantize() a mode or a config.")
}
