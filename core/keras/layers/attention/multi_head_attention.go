// Package attention holds the layers of Keras's folder layers/attention.
package attention

import (
	"math"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// MultiHeadAttention lets each element of a sequence look at the elements of another.
var MultiHeadAttention = spec.Declare("keras.src.layers.attention.multi_head_attention", "keras.layers.MultiHeadAttention", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Lets each element of a sequence weigh the elements of another, in several ways at once.",
		Args: arg.Of(
			arg.Check(checkSizes), arg.BaseInit,
			arg.Int("num_heads").As("_num_heads").Says("in how many ways"), arg.Int("key_dim").As("_key_dim").Says("the size of a query and key"),
			valueDim(), arg.Float("dropout", 0.0).As("_dropout"), arg.Bool("use_bias", true).As("_use_bias"), outputShape(),
			attentionAxes(), slidingWindow(), arg.Any("flash_attention", nil).As("_flash_attention").NotInConfig(),
			arg.Initializer("kernel_initializer", "glorot_uniform").As("_kernel_initializer"), arg.Initializer("bias_initializer", "zeros").As("_bias_initializer"),
			arg.Regularizer("kernel_regularizer", nil).As("_kernel_regularizer"), arg.Regularizer("bias_regularizer", nil).As("_bias_regularizer"),
			arg.Regularizer("activity_regularizer", nil).As("_activity_regularizer"),
			arg.Constraint("kernel_constraint", nil).As("_kernel_constraint"), arg.Constraint("bias_constraint", nil).As("_bias_constraint"),
			arg.Bool("use_gate", false).As("_use_gate"), arg.Int("seed", nil),
			arg.Check(func(l *spec.Instance) error {
				if some, err := l.Compare("_dropout", object.Gt, 0.0); l.Bool("_flash_attention") && (some || err != nil) {
					if err != nil {
						return err
					}
					return l.Fail("dropout", "dropout does not go with flash attention: set it to 0.")
				}
				return l.Set("_inverse_sqrt_key_dim", 1/math.Sqrt(l.Float("_key_dim")))
			}),
		),
		Kwargs: "kwargs", Masks: true,
		InitOrder: spec.Keys("num_heads", "key_dim", "value_dim", "dropout", "use_bias", "use_gate", "output_shape", "flash_attention", "kernel_initializer",
			"bias_initializer", "kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint", "attention_axes"),
		Config: spec.Keys("num_heads", "key_dim", "value_dim", "dropout", "use_bias", "use_gate", "output_shape", "attention_axes", "sliding_window",
			"kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
			"bias_constraint", "seed"),
		Takes: callArguments, Call: call,
		Methods: []spec.Method{
			{Name: "build", Takes: "query_shape, value_shape, key_shape=None", Do: build},
			{Name: "compute_output_shape", Takes: "query_shape, value_shape, key_shape=None", Do: shapeMethod},
			{Name: "compute_output_spec", Takes: callArguments, Do: outputSpec},
		},
		Getters: []spec.Getter{
			reads("num_heads"), reads("key_dim"), reads("value_dim"), reads("dropout"), reads("use_bias"), reads("attention_axes"),
			reads("query_dense"), reads("key_dense"), reads("value_dense"), reads("output_dense"),
		},
	}
})

const callArguments = "query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None, " +
	"return_attention_scores=False, training=None, use_causal_mask=False"

func reads(name string) spec.Getter {
	return spec.Getter{Name: name, Get: func(l *spec.Instance) (object.Object, error) {
		return object.GetAttr(l.T, l.Instance, object.Intern("_"+name))
	}}
}

func checkSizes(l *spec.Instance) error {
	for _, n := range []string{"num_heads", "key_dim"} {
		if err := l.PositiveInteger(n); err != nil {
			return err
		}
	}
	if l.Given.Get("value_dim") == object.None {
		return nil
	}
	return l.PositiveInteger("value_dim")
}

func kind(a arg.Arg, name string, get func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error)) arg.Arg {
	a.Kind = &arg.Kind{Name: name, Get: get}
	return a
}

func valueDim() arg.Arg {
	return kind(arg.Int("value_dim", nil).As("_value_dim").Says("the size of a value; None takes key_dim"), "integer",
		func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
			if set, err := object.Truth(l.T, v); err != nil || set {
				return v, err
			}
			return l.Value("_key_dim"), nil
		})
}

func outputShape() arg.Arg {
	return kind(arg.Any("output_shape", nil).As("_output_shape").Says("the output's shape behind batch and sequence"), "integer or tuple",
		func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
			set, err := object.Truth(l.T, v)
			if err != nil || !set {
				return v, err
			}
			switch object.Of(v).(type) {
			case object.Int, object.Bool, *object.BigInt:
				return object.NewTuple(v), nil
			}
			items, err := object.Items(l.T, v)
			if object.AsException(err) != nil {
				return nil, l.Bad(a.Name, v, "an integer, a tuple or a list")
			}
			return object.NewTuple(items...), err
		})
}

func attentionAxes() arg.Arg {
	return kind(arg.Any("attention_axes", nil).As("_attention_axes").Says("the axes that attention runs over"), "integer or tuple",
		func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
			switch object.Of(v).(type) {
			case object.Int, object.Bool, *object.BigInt:
				return object.NewTuple(v), nil
			case *object.List, *object.Tuple:
				return v, nil
			}
			set, err := object.Truth(l.T, v)
			if err == nil && set {
				err = l.Bad(a.Name, v, "an integer, a list or a tuple")
			}
			return v, err
		})
}

func slidingWindow() arg.Arg {
	return kind(arg.Int("sliding_window", nil).As("_sliding_window").Says("how far an element may look"), "integer",
		func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
			switch object.Of(v).(type) {
			case *object.NoneType:
				return v, nil
			case object.Int, object.Bool, *object.BigInt:
				if above, err := object.Less(l.T, object.Int(0), v); err != nil || above {
					return v, err
				}
			}
			return nil, l.Bad(a.Name, v, "a positive integer or None")
		})
}

// shapesOf reads the shapes of query, value and key.
func shapesOf(l *spec.Instance, a []object.Object) (query, value, key spec.Shape, err error) {
	if query, err = spec.ShapeOf(l, "query_shape", a[0]); err != nil {
		return
	}
	if value, err = spec.ShapeOf(l, "value_shape", a[1]); err != nil {
		return
	}
	key = value
	if a[2] != object.None {
		key, err = spec.ShapeOf(l, "key_shape", a[2])
	}
	return
}

// agree checks that value and key have the same dimensions but the last.
func agree(l *spec.Instance, argument string, value, key spec.Shape) error {
	if middle(value).Equal(middle(key)) {
		return nil
	}
	return l.Fail(argument, "value and key must have the same dimensions but the last; their shapes are %s and %s.", value.String(), key.String())
}

// fits is shapesOf with agree.
func fits(l *spec.Instance, a []object.Object) (query, value, key spec.Shape, err error) {
	if query, value, key, err = shapesOf(l, a); err == nil {
		err = agree(l, "key_dim", value, key)
	}
	return
}

func middle(s spec.Shape) spec.Shape {
	if len(s) < 2 {
		return nil
	}
	return s[1 : len(s)-1]
}

func shapeMethod(l *spec.Instance, a []object.Object) (object.Object, error) {
	query, _, _, err := fits(l, a)
	if err != nil {
		return nil, err
	}
	if !l.Bool("_output_shape") {
		return query.Object(), nil
	}
	items := append([]object.Object(nil), query[:max(0, len(query)-1)].Object().Items...)
	return object.NewTuple(append(items, l.Items("_output_shape")...)...), nil
}

// outputSpec gives the output, and the scores where they are asked for.
func outputSpec(l *spec.Instance, a []object.Object) (object.Object, error) {
	shapes := make([]object.Object, 3)
	for i := range shapes {
		shapes[i] = object.None
		if x, ok := a[i].(*tensor.KerasTensor); ok {
			shapes[i] = x.Shape.Plain().Object()
		} else if a[i] != object.None {
			return nil, l.NotModelled("attention on values")
		}
	}
	out, err := object.CallMethod(l.T, l.Instance, "compute_output_shape", shapes...)
	if err != nil {
		return nil, err
	}
	shape, err := spec.ShapeOf(l, "output_shape", out)
	if err != nil {
		return nil, err
	}
	made := operation.NewTensor(l.T, shape, l.Str("compute_dtype"))
	scores, err := object.Truth(l.T, a[7])
	if err != nil || !scores {
		return made, err
	}
	query, _ := spec.ReadShape(shapes[0])
	if len(query) < 2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	return object.NewTuple(made, operation.NewTensor(l.T, spec.Shape{query[0], l.Int("_num_heads"), query[1], query[1]}, l.Str("compute_dtype"))), nil
}
