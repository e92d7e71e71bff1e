// Package normalization holds the layers of Keras's folder layers/normalization.
package normalization

import (
	"layerglass/core/keras/activations"
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// BatchNormalization keeps inputs around zero with a spread of one.
var BatchNormalization = spec.Declare("keras.src.layers.normalization.batch_normalization", "keras.layers.BatchNormalization", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Keeps the inputs' mean near zero and their spread near one.",
		Args: arg.Of(
			arg.IntOf("axis", -1).Says("the axis that keeps a mean for each index"), arg.FloatOf("momentum", 0.99).Says("how slowly the moving averages follow"), arg.FloatOf("epsilon", 0.001),
			arg.Bool("center", true).Says("whether beta is added"), arg.Bool("scale", true).Says("whether the result is multiplied with gamma"),
			arg.Initializer("beta_initializer", "zeros"), arg.Initializer("gamma_initializer", "ones"),
			arg.Initializer("moving_mean_initializer", "zeros"), arg.Initializer("moving_variance_initializer", "ones"),
			arg.Regularizer("beta_regularizer", nil), arg.Regularizer("gamma_regularizer", nil),
			arg.Constraint("beta_constraint", nil), arg.Constraint("gamma_constraint", nil),
			arg.Bool("renorm", false), arg.Check(checkClipping), arg.Any("renorm_clipping", nil), arg.Float("renorm_momentum", 0.99),
			arg.Bool("synchronized", false).Says("whether all replicas share the mean"),
		),
		Kwargs: "kwargs", Masks: true,
		InitOrder: spec.Keys("axis", "synchronized"),
		Config: spec.Keys("axis", "momentum", "epsilon", "center", "scale", "beta_initializer", "gamma_initializer", "moving_mean_initializer",
			"moving_variance_initializer", "beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint", "synchronized", "renorm",
			"renorm_clipping", "renorm_momentum"),
		Setup: func(l *spec.Instance) error {
			return l.SetAll("gamma", nil, "beta", nil, "moving_mean", nil, "moving_variance", nil, "_reduction_axes", nil)
		},
		Takes: "inputs, training=None, mask=None",
		Build: build,
		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
			if axis := l.Int("axis"); axis >= len(in) || axis < -len(in) {
				return nil, l.Fail("axis", "axis=%d is beyond the dimensions of the input's shape %s.", axis, in.String())
			}
			return in, nil
		},
		Call: call,
	}
})

// checkClipping checks what stands before renorm_clipping among Keras's checks: the backend, and the bounds of renorm.
func checkClipping(l *spec.Instance) error {
	if l.Bool("synchronized") && operation.Backend(l.T) != "tensorflow" {
		return l.Bad("synchronized", l.Value("synchronized"), "False: only the tensorflow backend has it")
	}
	if !l.Bool("renorm") {
		return nil
	}
	if clipping := l.Given.Get("renorm_clipping"); clipping == object.None {
		l.Given.Set("renorm_clipping", object.NewDict())
	}
	d, ok := object.Of(l.Given.Get("renorm_clipping")).(*object.Dict)
	if !ok {
		return l.BadType("renorm_clipping", l.Given.Get("renorm_clipping"), "a dict")
	}
	for k := range d.All() {
		if s, ok := object.Of(k).(*object.Str); !ok || s.String() != "rmax" && s.String() != "rmin" && s.String() != "dmax" {
			return l.Bad("renorm_clipping", d, "a dict with the keys 'rmax', 'rmin' and 'dmax'")
		}
	}
	low := func(a, b object.Object) (bool, error) {
		if a == nil || b == nil || a == object.None || b == object.None {
			return false, nil
		}
		return object.Less(l.T, a, b)
	}
	if bad, err := low(d.GetName("rmax"), d.GetName("rmin")); err != nil || bad {
		if err != nil {
			return err
		}
		return l.Fail("renorm_clipping", "rmax must be above rmin, got %s.", l.Repr(d))
	}
	if bad, err := low(d.GetName("dmax"), object.Int(0)); err != nil || bad {
		if err != nil {
			return err
		}
		return l.Fail("renorm_clipping", "dmax must not be negative, got %s.", l.Repr(d))
	}
	return nil
}

func build(l *spec.Instance, in spec.Shape) error {
	axis := l.Int("axis")
	at := axis
	if at < 0 {
		at += len(in)
	}
	if at < 0 || at >= len(in) {
		return object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	shape := layers.ShapeObject(in[at])
	weight := func(name string, initializer object.Object, trained bool) error {
		w := layers.Weight{Shape: shape, Initializer: initializer, Frozen: !trained, NoAutocast: true}
		if trained {
			w.Regularizer, w.Constraint = l.Value(name+"_regularizer"), l.Value(name+"_constraint")
		}
		return layers.AddWeight(l, name, name, w)
	}
	for _, part := range []struct{ name, when string }{{"gamma", "scale"}, {"beta", "center"}} {
		if l.Bool(part.when) {
			if err := weight(part.name, l.Value(part.name+"_initializer"), true); err != nil {
				return err
			}
		}
	}
	mean, variance := l.Value("moving_mean_initializer"), l.Value("moving_variance_initializer")
	type statistic struct {
		name        string
		initializer object.Object
	}
	frozen := []statistic{{"moving_mean", mean}, {"moving_variance", variance}}
	if l.Bool("renorm") {
		frozen = append(frozen, statistic{"moving_stddev", rootOf(variance)}, statistic{"renorm_mean", mean}, statistic{"renorm_stddev", rootOf(variance)})
	}
	for _, part := range frozen {
		if err := weight(part.name, part.initializer, false); err != nil {
			return err
		}
	}
	axes := object.NewList()
	for i := range in {
		if i != at {
			axes.Items = append(axes.Items, object.Int(i))
		}
	}
	if err := layers.SetInputSpec(l, "ndim", len(in), "axes", layers.Axes(axis, in[at])); err != nil {
		return err
	}
	return l.Set("_reduction_axes", axes)
}

// rootOf is an initializer that gives the roots of what another gives: a deviation begins as the root of the variance.
func rootOf(variance object.Object) object.Object {
	return object.RawFunc("moving_stddev_initializer", "(shape, dtype=None)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		v, err := object.CallArgs(t, variance, a)
		if err != nil {
			return nil, err
		}
		return activations.Compute(t, "sqrt", object.Positional(v))
	})
}
