package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Mode returns the layer's quantization mode, "" for none.
func Mode(l *spec.Instance) string { return l.Str("quantization_mode") }

// KeepsKernel reports whether a layer of this mode has its plain weight too: only those that train in float8 do.
func KeepsKernel(mode string) bool { return mode == "" || mode == "float8" }

// configs are the classes of quantization configs whose numbers go before those of the dtype policy, by mode.
var configs = map[string]string{"int4": "keras.quantizers.Int4QuantizationConfig", "gptq": "keras.quantizers.GPTQConfig", "awq": "keras.quantizers.AWQConfig"}

// PolicyNumber returns one of the numbers that the layer's quantization config holds, or else its dtype policy: "block_size",
// "group_size", "weight_bits".
func PolicyNumber(l *spec.Instance, name string) (n int, ok bool) {
	if of, _ := l.Value("quantization_config").(*object.Instance); of != nil {
		own := Mode(l) // "" while quantize() is at work
		for mode, public := range configs {
			c := spec.Find(public)
			if c == nil || own != "" && own != mode || !of.Class().IsSubclass(c.In(l.T)) {
				continue
			}
			v, isInt := object.Of(arg.Self(l.T, of).Value(name)).(object.Int)
			return int(v), isInt
		}
	}
	p, err := Policy(l.T, l.Instance)
	if err != nil {
		return 0, false
	}
	v, isInt := object.Of(arg.Self(l.T, p).Value(name)).(object.Int)
	return int(v), isInt
}

// Frozen makes a weight that training leaves alone, of a dtype ("" for the layer's), filled with zeros or ones.
func Frozen(l *spec.Instance, attr, name, initializer, dtype string, dims ...int) error {
	w := Weight{Shape: ShapeObject(dims...), Initializer: object.Intern(initializer), Frozen: true}
	if dtype != "" {
		w.Dtype = object.Intern(dtype)
	}
	return AddWeight(l, attr, name, w)
}

// Float8Build makes the weights of a layer that trains in float8.
func Float8Build(l *spec.Instance) error {
	length := 1024
	if n, ok := PolicyNumber(l, "amax_history_length"); ok {
		length = n
	}
	one := func(name, initializer string, dims ...int) error {
		return AddWeight(l, name, name, Weight{Shape: ShapeObject(dims...), Initializer: object.Intern(initializer),
			Dtype: object.Intern("float32"), NoAutocast: true, Overwrite: true})
	}
	for _, of := range []string{"inputs", "kernel", "outputs_grad"} {
		if err := one(of+"_scale", "ones"); err != nil {
			return err
		}
		if err := one(of+"_amax_history", "zeros", length); err != nil {
			return err
		}
	}
	return nil
}

// Grouped is a weight quantized in groups of rows by GPTQ or AWQ, seen as a matrix.
type Grouped struct {
	Rows, Columns int
	// Zero is the name of the weight with the zero points.
	Zero string
	// FourBits packs two values into one.
	FourBits bool
	// Scales adds AWQ's scales.
	Scales bool
}

// Build makes the weights.
func (g Grouped) Build(l *spec.Instance) error {
	size, ok := PolicyNumber(l, "group_size")
	if !ok {
		return l.Fail("dtype", "this quantization needs the size of its groups, in a dtype policy such as 'gptq/4/128_from_float32'.")
	}
	packed := g.Columns
	if g.FourBits {
		packed = (packed + 1) / 2
	}
	groups := Groups(g.Rows, size)
	if err := Frozen(l, "quantized_kernel", "kernel", "zeros", "uint8", packed, g.Rows); err != nil {
		return err
	}
	if err := Frozen(l, "kernel_scale", "kernel_scale", "ones", "", g.Columns, groups); err != nil {
		return err
	}
	if err := Frozen(l, "kernel_zero", g.Zero, "zeros", "uint8", g.Columns, groups); err != nil {
		return err
	}
	if g.Scales {
		if err := Frozen(l, "awq_scales", "awq_scales", "ones", "", g.Rows); err != nil {
			return err
		}
	}
	return Frozen(l, "g_idx", "g_idx", "zeros", "float32", g.Rows)
}

// Groups returns how many groups of a size n rows make; -1 is one group of all.
func Groups(n, size int) int {
	if size == -1 {
		return 1
	}
	return (n + size - 1) / size
}

// BlockSize returns the size of the blocks of four-bit weights, 0 for none.
func BlockSize(l *spec.Instance) int {
	n, ok := PolicyNumber(l, "block_size")
	if !ok || n == -1 {
		return 0
	}
	return n
}

// BadMode makes the error about a quantization mode that the layer does not have.
func BadMode(l *spec.Instance) error {
	e := object.NewError(object.NotImplementedErrClass, "%s cannot be quantized with the mode %s.", l.ClassName(), l.Repr(l.Value("quantization_mode")))
	l.Place(e, "dtype")
	return e
}

// Modes are all quantization modes.
func Modes() []string { return dtypes.Modes }
