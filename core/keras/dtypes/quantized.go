package dtypes

import (
	"strconv"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Quantized is keras.dtype_policies.QuantizedDTypePolicy.
var Quantized = spec.Declare(module, "keras.dtype_policies.QuantizedDTypePolicy", func() spec.Class {
	return spec.Class{
		Base: Policy,
		Doc:  "A dtype policy of a layer whose weights are quantized.",
		Args: arg.Of(arg.BaseInitNone, arg.Str("mode").As("-").Says("how the weights are quantized"),
			arg.Str("source_name", nil).As("-").Says("the policy of what is not quantized"),
			arg.Check(func(l *spec.Instance) error { return quantize(l, l.Given.Get("mode"), l.Given.Get("source_name")) })),
		Config: spec.Keys("mode", "source_name"), From: map[string]string{"mode": "_quantization_mode", "source_name": "_source_name"}, Alone: true,
		Methods:    []spec.Method{equal("_name", "_quantization_mode", "_source_name")},
		ClassAttrs: []any{"__hash__", nil},
	}
})

func equal(attrs ...string) spec.Method {
	return spec.Method{Name: "__eq__", Takes: "other", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		return object.BoolOf(samePolicy(l, a[0], attrs...)), nil
	}}
}

// quantize sets what mode and source policy say.
func quantize(l *spec.Instance, mode, source object.Object) error {
	if source == object.None {
		p, err := Global(l.T)
		if err != nil {
			return err
		}
		source = arg.Self(l.T, p).Value("name")
	}
	compute, variable, err := dtypesOf(l, source)
	if err != nil {
		return err
	}
	m, _ := object.Of(mode).(*object.Str)
	known := false
	for _, name := range Modes {
		known = known || m != nil && m.String() == name
	}
	if !known {
		return l.Bad("mode", mode, "one of '"+strings.Join(Modes, "', '")+"'")
	}
	if compute == "float16" && m.String() == "int8" {
		return l.Fail("mode", "mode='int8' does not go with a policy that computes in float16.")
	}
	text, err := object.ToStr(l.T, source)
	if err != nil {
		return err
	}
	return l.SetAll("_compute_dtype", compute, "_variable_dtype", variable, "_name", object.NewStr(m.String()+"_from_"+text),
		"_source_name", source, "_quantization_mode", mode)
}

// Float8 is keras.dtype_policies.QuantizedFloat8DTypePolicy.
var Float8 = spec.Declare(module, "keras.dtype_policies.QuantizedFloat8DTypePolicy", func() spec.Class {
	return spec.Class{
		Base: Quantized,
		Doc:  "A dtype policy for training in float8.",
		Args: arg.Of(arg.Str("mode").ToBase(), arg.Str("source_name", nil).ToBase(), arg.Check(func(l *spec.Instance) error {
			switch v := l.Given.Get("amax_history_length"); object.Of(v).(type) {
			case object.Int, object.Bool, *object.BigInt:
				return nil
			default:
				return l.BadType("amax_history_length", v, "an integer")
			}
		}), arg.Int("amax_history_length", 1024).As("_amax_history_length").Says("how many maxima are remembered")),
		Config:     spec.Keys("amax_history_length"),
		Getters:    []spec.Getter{attribute("amax_history_length", "How many maxima are remembered.")},
		Methods:    []spec.Method{equal("_name", "_quantization_mode", "_source_name", "_amax_history_length")},
		ClassAttrs: []any{"default_amax_history_length", 1024, "__hash__", nil},
	}
})

// split is a policy whose mode holds numbers between slashes: "gptq/4/128".
type split struct {
	mode, form, class, doc string
	// attrs are the attributes of the numbers; bits lists the allowed first ones where there are two.
	attrs []string
	bits  []int
}

func (s split) declare() *spec.Class {
	return spec.Declare(module, "keras.dtype_policies."+s.class, func() spec.Class {
		return spec.Class{
			Base: Quantized, Doc: s.doc,
			Args: arg.Of(arg.BaseInitNone, arg.Str("mode").As("-").Says("for example "+s.form), arg.Str("source_name", nil).As("-"),
				arg.Check(s.init)),
			Config: spec.Keys("mode"), Finish: s.finish,
			Methods:    []spec.Method{equal(append([]string{"_name", "_quantization_mode", "_source_name"}, s.attrs...)...)},
			ClassAttrs: []any{"__hash__", nil},
		}
	})
}

func (s split) init(l *spec.Instance) error {
	mode := l.Given.Get("mode")
	text, ok := object.Of(mode).(*object.Str)
	if !ok {
		return object.AttributeError(mode, "split", "'%s' object has no attribute 'split'", mode.Class().Name)
	}
	parts := strings.Split(text.String(), "/")
	if len(parts) != len(s.attrs)+1 || parts[0] != s.mode {
		return l.Bad("mode", mode, "of the form '"+s.form+"'")
	}
	numbers := make([]int, len(s.attrs))
	for i, p := range parts[1:] {
		n, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil {
			return l.Bad("mode", mode, "of the form '"+s.form+"', with an integer for "+s.attrs[i])
		}
		numbers[i] = n
	}
	if err := s.checkNumbers(l, mode, numbers); err != nil {
		return err
	}
	source := l.Given.Get("source_name")
	if err := quantize(l, object.Intern(s.mode), source); err != nil {
		return err
	}
	shown, err := object.ToStr(l.T, source)
	if err != nil {
		return err
	}
	if err := l.SetAll("_name", object.NewStr(text.String()+"_from_"+shown), "mode", s.mode); err != nil {
		return err
	}
	for i, a := range s.attrs {
		if err := l.Set(a, numbers[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s split) checkNumbers(l *spec.Instance, mode object.Object, numbers []int) error {
	if len(numbers) == 2 {
		ok, list := false, ""
		for i, b := range s.bits {
			ok = ok || b == numbers[0]
			if i > 0 {
				list += ", "
			}
			list += strconv.Itoa(b)
		}
		if !ok {
			return l.Bad("mode", mode, "a mode with "+list+" weight bits")
		}
	}
	if last := numbers[len(numbers)-1]; last < -1 || last == 0 {
		return l.Bad("mode", mode, "a mode whose "+s.attrs[len(s.attrs)-1]+" is -1 or positive")
	}
	return nil
}

func (s split) finish(l *spec.Instance, config *object.Dict) error {
	text := l.Str("mode")
	for _, a := range s.attrs {
		shown, err := object.ToStr(l.T, l.Value(a))
		if err != nil {
			return err
		}
		text += "/" + shown
	}
	config.SetName("mode", object.NewStr(text))
	return nil
}

// The policies whose mode holds numbers.
var (
	Int4 = split{"int4", "int4/<block_size>", "Int4DTypePolicy", "A dtype policy with weights of four bits in blocks.",
		[]string{"block_size"}, nil}.declare()
	GPTQ = split{"gptq", "gptq/<weight_bits>/<group_size>", "GPTQDTypePolicy", "A dtype policy with weights quantized by GPTQ.",
		[]string{"weight_bits", "group_size"}, []int{2, 3, 4, 8}}.declare()
	AWQ = split{"awq", "awq/<weight_bits>/<group_size>", "AWQDTypePolicy", "A dtype policy with weights quantized by AWQ.",
		[]string{"weight_bits", "group_size"}, []int{4}}.declare()
)
