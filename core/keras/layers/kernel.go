package layers

import (
	"layerglass/core/keras/activations"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// Do calls a function of keras.ops: it works on symbols, on traced values and on eager ones.
func Do(l *spec.Instance, name string, args ...object.Object) (object.Object, error) {
	return activations.Compute(l.T, name, object.Positional(args...))
}

// DoWith is Do with keyword arguments, as names and values in turn, behind the positional ones.
func DoWith(l *spec.Instance, name string, args []object.Object, kw []object.Kwarg) (object.Object, error) {
	return activations.Compute(l.T, name, object.Args{Pos: args, Kw: kw})
}

// BiasAndActivation adds the bias attribute, where there is one, and applies the activation attribute.
func BiasAndActivation(l *spec.Instance, x object.Object) (object.Object, error) {
	var err error
	if !l.IsNone("bias") {
		if x, err = Do(l, "add", x, l.Value("bias")); err != nil {
			return nil, err
		}
	}
	return Activate(l, x)
}

// Activate applies the activation attribute, where there is one.
func Activate(l *spec.Instance, x object.Object) (object.Object, error) {
	if l.IsNone("activation") {
		return x, nil
	}
	return object.Call(l.T, l.Value("activation"), x)
}

// Kernel is the property by which a layer's main weight is read: the variable attr, once the layer is built, with the
// low-rank part added where LoRA is on.
func Kernel(property, attr string) spec.Getter {
	return spec.Getter{Name: property, Doc: "The weight, once the layer is built.", Get: func(l *spec.Instance) (object.Object, error) {
		if !Built(l.Instance) {
			return nil, object.AttributeError(l.Instance, property, "%s has no %s yet: it is not built.", name(l.Instance), property)
		}
		w := l.Value(attr)
		if !l.Bool("lora_enabled") {
			return w, nil
		}
		return withLoRA(l, property, w)
	}}
}

func withLoRA(l *spec.Instance, property string, w object.Object) (object.Object, error) {
	product, err := Do(l, "matmul", l.Value("lora_"+property+"_a"), l.Value("lora_"+property+"_b"))
	if err != nil {
		return nil, err
	}
	scale, err := object.Binary(l.T, object.TrueDiv, l.Value("lora_alpha"), l.Value("lora_rank"))
	if err != nil {
		return nil, err
	}
	if product, err = Do(l, "multiply", scale, product); err != nil {
		return nil, err
	}
	sum, err := Do(l, "add", w, product)
	if err != nil {
		return nil, err
	}
	return Do(l, "cast", sum, l.Value("compute_dtype"))
}

// LoRAShapes gives the shapes of the two low-rank weights of a layer for a rank.
type LoRAShapes func(l *spec.Instance, rank object.Object) (a, b object.Object)

// EnableLoRA is the method enable_lora of a layer whose main weight is the variable attr, called property in the options:
// "kernel" gives lora_kernel_a, lora_kernel_b, kernel_regularizer.
func EnableLoRA(property, attr string, shapes LoRAShapes) spec.Method {
	return spec.Method{Name: "enable_lora", Takes: "rank, lora_alpha=None, a_initializer='he_uniform', b_initializer='zeros'",
		Doc: "Freezes the weight and adds two small ones that are trained in its place.",
		Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return nil, enableLoRA(l, property, attr, shapes, a)
		}}
}

func enableLoRA(l *spec.Instance, property, attr string, shapes LoRAShapes, a []object.Object) error {
	if !l.IsNone(property + "_constraint") {
		return l.Fail(property+"_constraint", "LoRA does not go with a constraint on the weight: leave %s_constraint out.", property)
	}
	if !Built(l.Instance) {
		return l.Fail("lora_rank", "LoRA can be enabled once the layer is built, and %s is not.", name(l.Instance))
	}
	if l.Bool("lora_enabled") {
		return l.Fail("lora_rank", "LoRA is enabled already.")
	}
	if l.Str("quantization_mode") == "gptq" {
		return l.NotModelled("LoRA on a layer quantized by GPTQ")
	}
	Unlock(l.Instance)
	shapeA, shapeB := shapes(l, a[0])
	for i, part := range []struct {
		suffix string
		shape  object.Object
	}{{"_a", shapeA}, {"_b", shapeB}} {
		initializer, err := initializers.Get(l.T, a[2+i])
		if err != nil {
			return err
		}
		n := "lora_" + property + part.suffix
		if err := AddWeight(l, n, n, Weight{Shape: part.shape, Initializer: initializer, Dtype: object.Intern("float32"),
			Regularizer: l.Value(property + "_regularizer")}); err != nil {
			return err
		}
	}
	if v, ok := l.Value(attr).(*variable.Variable); ok {
		v.Trainable = false
	}
	Lock(l.Instance)
	alpha := a[1]
	if alpha == object.None {
		alpha = a[0]
	}
	return l.SetAll("lora_enabled", true, "lora_rank", a[0], "lora_alpha", alpha)
}

// WeightShape returns the shape of the variable that an attribute holds.
func WeightShape(l *spec.Instance, attr string) spec.Shape {
	if v, ok := l.Value(attr).(*variable.Variable); ok {
		return v.Shape
	}
	return nil
}

// LoRAAfterBuild marks the layer as built and enables LoRA where lora_rank is set; withAlpha hands lora_alpha on.
func LoRAAfterBuild(l *spec.Instance, withAlpha bool) error {
	if err := l.Set("built", true); err != nil || !l.Bool("lora_rank") {
		return err
	}
	pairs := []any{"rank", l.Value("lora_rank")}
	if withAlpha {
		pairs = append(pairs, "lora_alpha", l.Value("lora_alpha"))
	}
	_, err := l.CallWith("enable_lora", pairs...)
	return err
}
