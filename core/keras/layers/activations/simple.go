package activations

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// same is the output shape of a layer that works on each number apart.
func same(_ *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil }

// declare makes a layer that works on each number apart and has no weights.
func declare(name, module string, own func() spec.Class) *spec.Class {
	return spec.Declare(module, "keras.layers."+name, func() spec.Class {
		c := own()
		c.Base, c.Kwargs, c.Masks, c.BuiltAtInit = layers.Base, "kwargs", true, true
		c.Takes, c.Output = "inputs", same
		return c
	})
}

// notNegative checks a number; needed refuses None too.
func notNegative(name string, needed bool) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		v := l.Value(name)
		allowed := "a number that is not negative"
		if v == object.None {
			if needed {
				return l.Bad(name, v, allowed)
			}
			return nil
		}
		low, err := l.Compare(name, object.Lt, 0.0)
		if err != nil || !low {
			return err
		}
		return l.Bad(name, v, allowed)
	})
}

// Activation applies a function to each number.
var Activation = declare("Activation", "keras.src.layers.activations.activation", func() spec.Class {
	return spec.Class{
		Doc:  "Applies an activation function.",
		Args: arg.Of(arg.Activation("activation").Says("the function")),
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.Call(l.T, l.Value("activation"), a[0])
		},
	}
})

// ELU is linear above zero and falls off exponentially below.
var ELU = declare("ELU", "keras.src.layers.activations.elu", func() spec.Class {
	return spec.Class{
		Doc:  "Is linear above zero and falls off exponentially below.",
		Args: arg.Of(arg.Float("alpha", 1.0).Says("the value far below zero, with its sign turned")), Config: spec.None,
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return layers.DoWith(l, "elu", a, arg.Pairs("alpha", l.Value("alpha")))
		},
	}
})

// LeakyReLU lets a share of negative numbers through.
var LeakyReLU = declare("LeakyReLU", "keras.src.layers.activations.leaky_relu", func() spec.Class {
	return spec.Class{
		Doc:  "Lets negative numbers through with a small slope.",
		Args: arg.Of(arg.Check(alphaAsSlope), arg.BaseInit, notNegative("negative_slope", true), arg.Float("negative_slope", 0.3).Says("the slope below zero")),
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return layers.DoWith(l, "leaky_relu", a, arg.Pairs("negative_slope", l.Value("negative_slope")))
		},
	}
})

// alphaAsSlope takes the older name of the slope.
func alphaAsSlope(l *spec.Instance) error {
	d, ok := l.Given.Get("kwargs").(*object.Dict)
	if !ok {
		return nil
	}
	if v := d.GetName("alpha"); v != nil {
		l.Given.Set("negative_slope", v)
		rest := d.Copy()
		rest.DelStr(object.Intern("alpha"))
		l.Given.Set("kwargs", rest)
	}
	return nil
}

// ReLU cuts off below zero.
var ReLU = declare("ReLU", "keras.src.layers.activations.relu", func() spec.Class {
	return spec.Class{
		Doc: "Cuts off what is below zero.",
		Args: arg.Of(
			notNegative("max_value", false), notNegative("negative_slope", true), notNegative("threshold", true),
			arg.Float("max_value", nil).Says("where it is cut off above"), arg.Float("negative_slope", 0.0).Says("the slope below the threshold"),
			arg.Float("threshold", 0.0).Says("below which numbers are cut off"),
		),
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if tensor.ShapeOnly(a[0]) {
				return layers.DoWith(l, "relu", a, nil)
			}
			return object.CallArgs(l.T, spec.FindFunc("keras.activations.relu").In(l.T), object.Args{Pos: a,
				Kw: arg.Pairs("negative_slope", l.Value("negative_slope"), "max_value", l.Value("max_value"), "threshold", l.Value("threshold"))})
		},
	}
})

// PReLU learns the slope below zero.
var PReLU = spec.Declare("keras.src.layers.activations.prelu", "keras.layers.PReLU", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Is linear above zero and learns its slope below.", Kwargs: "kwargs", Masks: true,
		Args:  arg.Of(arg.Initializer("alpha_initializer", "Zeros"), arg.Regularizer("alpha_regularizer", nil), arg.Constraint("alpha_constraint", nil), sharedAxes()),
		Takes: "inputs", Output: same,
		Build: func(l *spec.Instance, in spec.Shape) error {
			shape := in[1:].Clone()
			shared := map[int]bool{}
			for _, v := range l.Items("shared_axes") {
				i, err := object.Index(l.T, v)
				if err != nil {
					return err
				}
				at := i - 1
				if at < 0 {
					at += len(shape)
				}
				if at < 0 || at >= len(shape) {
					return object.NewError(object.IndexErrorClass, "list assignment index out of range")
				}
				shape[at] = 1
				shared[i] = true
			}
			if err := layers.AddWeight(l, "alpha", "alpha", layers.Weight{Shape: shape.Object(), Initializer: l.Value("alpha_initializer"),
				Regularizer: l.Value("alpha_regularizer"), Constraint: l.Value("alpha_constraint")}); err != nil {
				return err
			}
			var axes []int
			for i := 1; i < len(in) && len(shared) > 0; i++ {
				if !shared[i] {
					axes = append(axes, i, in[i])
				}
			}
			return layers.SetInputSpec(l, "ndim", len(in), "axes", layers.Axes(axes...))
		},
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			above, err := layers.Do(l, "relu", a[0])
			if err != nil {
				return nil, err
			}
			turned, err := layers.Do(l, "negative", a[0])
			if err != nil {
				return nil, err
			}
			below, err := layers.Do(l, "relu", turned)
			if err != nil {
				return nil, err
			}
			slope, err := layers.Do(l, "negative", l.Value("alpha"))
			if err != nil {
				return nil, err
			}
			if below, err = layers.Do(l, "multiply", slope, below); err != nil {
				return nil, err
			}
			return layers.Do(l, "add", above, below)
		},
	}
})

// sharedAxes takes one axis or several.
func sharedAxes() arg.Arg {
	a := arg.Any("shared_axes", nil).Says("the axes along which one slope is learned")
	a.Kind = &arg.Kind{Name: "axis or axes", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		switch x := object.Of(v).(type) {
		case *object.NoneType:
			return v, nil
		case *object.List:
			return object.NewList(append([]object.Object(nil), x.Items...)...), nil
		case *object.Tuple:
			return object.NewList(append([]object.Object(nil), x.Items...)...), nil
		}
		return object.NewList(v), nil
	}}
	return a
}
