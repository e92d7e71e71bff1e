package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// TimeDistributed calls a layer on each step of a sequence.
var TimeDistributed = spec.Declare("keras.src.layers.rnn.time_distributed", "keras.layers.TimeDistributed", func() spec.Class {
	return spec.Class{
		Base:   core.Wrapper,
		Doc:    "Calls a layer on each step of a sequence.",
		Args:   arg.Of(arg.Any("layer").ToBase().Says("the layer that is called on each step")),
		Kwargs: "kwargs", Masks: true, Config: spec.None,
		Takes: "inputs, training=None, mask=None", Call: callEachStep,
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				step, err := stepShape(l, a[0])
				if err != nil {
					return nil, err
				}
				return nil, core.BuildInner(l, "layer", step)
			}},
			{Name: "compute_output_shape", Takes: "input_shape", Do: distributedShape},
		},
	}
})

// stepShape is the shape of one step: that of the input without the second dimension.
func stepShape(l *spec.Instance, shape object.Object) (object.Object, error) {
	in, ok := spec.ReadShape(shape)
	if !ok || len(in) < 3 {
		return nil, l.Fail("inputs", "the input must have three dimensions or more: batch, steps and what the layer takes. Its shape is %s.", l.Repr(shape))
	}
	return append(in[:1:1].Clone(), in[2:]...).Object(), nil
}

func distributedShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	step, err := stepShape(l, a[0])
	if err != nil {
		return nil, err
	}
	out, err := object.CallMethod(l.T, l.Value("layer"), "compute_output_shape", step)
	if err != nil {
		return nil, err
	}
	dims, err := object.Items(l.T, out)
	if err != nil {
		return nil, err
	}
	if len(dims) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	in, _ := spec.ReadShape(a[0])
	all := append([]object.Object{dims[0], in.Object().Items[1]}, dims[1:]...)
	return object.NewTuple(all...), nil
}

// callEachStep calls the layer on one step after the other.
func callEachStep(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	in, mask := c.Shape(a[0]), a[2]
	if mask != object.None {
		if err := fitsSteps(l, in, c.Shape(mask)); err != nil || c.Err != nil {
			return nil, err
		}
	}
	if c.Err == nil && (len(in) < 2 || in[1] == tensor.Unknown) {
		return nil, l.NotModelled("calling a layer on an unknown number of steps")
	}
	layer := l.Value("layer")
	f := c.Attr(layer, "call")
	outs := object.NewList()
	for i := 0; c.Err == nil && i < in[1]; i++ {
		var pairs []any
		if mask != object.None && c.Truth(c.Attr(layer, "_call_has_mask_arg")) {
			pairs = append(pairs, "mask", c.At(mask, 1, i))
		}
		if c.Truth(c.Attr(layer, "_call_has_training_arg")) {
			pairs = append(pairs, "training", a[1])
		}
		outs.Items = append(outs.Items, c.Call(f, []object.Object{c.At(a[0], 1, i)}, pairs...))
	}
	return c.End(c.With("stack", []object.Object{outs}, "axis", 1))
}

// fitsSteps checks that a mask has the batch and the steps of the input.
func fitsSteps(l *spec.Instance, in, mask spec.Shape) error {
	differ := func(i int) bool {
		return i < len(in) && in[i] != tensor.Unknown && mask[i] != tensor.Unknown && in[i] != mask[i]
	}
	if len(mask) < 2 || differ(0) || differ(1) {
		return l.Fail("mask", "the mask must have the input's batch and steps: its shape is %s, and the input's %s.", mask.String(), in.String())
	}
	return nil
}
