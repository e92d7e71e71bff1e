package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// What the cells share whose kernel holds several gates.

// PositiveUnits checks units as a cell does: anything that compares with 0 and is above it.
func PositiveUnits(l *spec.Instance) error {
	low, err := l.Compare("units", object.Le, 0)
	if err == nil && low {
		err = l.Bad("units", l.Value("units"), "a positive integer")
	}
	return err
}

// takeImplementation takes the argument implementation out of **kwargs.
func takeImplementation(l *spec.Instance) error {
	kw := l.Given.Get("kwargs").(*object.Dict)
	v := kw.GetName("implementation")
	kw.DelStr(object.Intern("implementation"))
	if v == nil {
		v = object.Int(2)
	}
	l.Given.Set("implementation", v)
	return nil
}

// setImplementation sets the attribute implementation, and how many masks of dropout there are in the first one.
func setImplementation(l *spec.Instance, gates int) error {
	implementation := l.Given.Get("implementation")
	if l.Float("recurrent_dropout") != 0 {
		implementation = object.Int(1)
	}
	if err := l.Set("implementation", implementation); err != nil {
		return err
	}
	first, err := object.Equal(l.T, implementation, object.Int(1))
	if err != nil || !first {
		return err
	}
	return l.Set("dropout_mask_count", gates)
}

// BuildGates makes a cell's kernel, recurrent kernel and bias for a number of gates.
func BuildGates(l *spec.Instance, in, gates int) error {
	if err := buildKernels(l, in, gates); err != nil {
		return err
	}
	return addGateBias(l, "units", gates)
}

// addGateBias makes the bias of gates whose size is the attribute size; where unit_forget_bias is true, the second one
// begins with ones.
func addGateBias(l *spec.Instance, size string, gates int) error {
	shape := object.NewTuple(layers.Times(l, size, gates))
	if !l.Bool("use_bias") || !l.Bool("unit_forget_bias") {
		return layers.Bias(l, shape)
	}
	if l.IsNone("bias_initializer") {
		return l.BadType("bias_initializer", object.None, "an initializer where unit_forget_bias is true")
	}
	err := initializers.Check(l.T, l.Value("bias_initializer"), object.NewTuple(l.Value(size)), l.Str("variable_dtype"))
	if err != nil {
		return err
	}
	return layers.AddWeight(l, "bias", "bias", layers.Weight{Shape: shape, Initializer: forgetBias(l, size),
		Regularizer: l.Value("bias_regularizer"), Constraint: l.Value("bias_constraint")})
}

// buildKernels makes a cell's kernel and recurrent kernel.
func buildKernels(l *spec.Instance, in, gates int) error {
	wide := layers.Times(l, "units", gates)
	var size object.Object = object.Int(in)
	if in == tensor.Unknown {
		size = object.None
	}
	for _, w := range []struct {
		attr, prefix string
		rows         object.Object
	}{{"kernel", "kernel", size}, {"recurrent_kernel", "recurrent", l.Value("units")}} {
		if err := addKernel(l, w.attr, w.prefix, object.NewTuple(w.rows, wide)); err != nil {
			return err
		}
	}
	return nil
}

// addKernel makes one of a cell's two kernels; its options begin with prefix.
func addKernel(l *spec.Instance, attr, prefix string, shape object.Object) error {
	return layers.AddWeight(l, attr, attr, layers.Weight{Shape: shape, Initializer: l.Value(prefix + "_initializer"),
		Regularizer: l.Value(prefix + "_regularizer"), Constraint: l.Value(prefix + "_constraint")})
}

// forgetBias makes the initializer of a bias over four gates of a size each, whose second one, that of forgetting, is ones.
func forgetBias(l *spec.Instance, size string) object.Object {
	f := object.RawFunc("bias_initializer", "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		rest := a
		if len(a.Pos) > 0 {
			rest.Pos = a.Pos[1:]
		}
		parts := object.NewList()
		ones, err := initializers.Get(t, object.Intern("ones"))
		if err != nil {
			return nil, err
		}
		for _, p := range []struct {
			by object.Object
			n  int
		}{{l.Value("bias_initializer"), 1}, {ones, 1}, {l.Value("bias_initializer"), 2}} {
			shape := object.NewTuple(layers.Times(l, size, p.n))
			v, err := object.CallArgs(t, p.by, object.Args{Pos: append([]object.Object{shape}, rest.Pos...), Kw: rest.Kw})
			if err != nil {
				return nil, err
			}
			parts.Items = append(parts.Items, v)
		}
		return layers.Do(l, "concatenate", parts)
	}).AsFunction()
	return f.WithSignature(object.ParseSignature("(_, *args, **kwargs)"))
}

// oneState is the first state of a cell with one: zeros.
func oneState(l *spec.Instance, a []object.Object) (object.Object, error) {
	z, err := layers.DoWith(l, "zeros", []object.Object{object.NewTuple(a[0], l.Value("state_size"))}, arg.Pairs("dtype", l.Value("compute_dtype")))
	if err != nil {
		return nil, err
	}
	return object.NewList(z), nil
}

// remember computes a step of a long short-term memory from its four gates and the state that it carries: the output, and
// what is carried on.
func remember(l *spec.Instance, c *layers.Calc, gates []object.Object, before object.Object) (out, carry object.Object) {
	squash := func(x object.Object) object.Object {
		return c.Call(l.Value("recurrent_activation"), []object.Object{x})
	}
	carry = c.Do("add", c.Do("multiply", squash(gates[1]), before), c.Do("multiply", squash(gates[0]), c.Activate(gates[2])))
	return c.Do("multiply", squash(gates[3]), c.Activate(carry)), carry
}
