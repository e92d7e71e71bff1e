package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers/preprocessing"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// MixUp blends images of a batch.
var MixUp = declare("MixUp", "mix_up", func() spec.Class {
	return spec.Class{
		Doc: "Blends the images of a batch with one another, and their labels.", Call: randomly(mixUp, true, castTraining),
		Args:   arg.Of(arg.Float("alpha", 0.2).Says("how even the blend is"), toFormat(), seed()),
		Config: spec.Keys("alpha", "seed"),
	}
})

// CutMix pastes parts of other images of the batch.
var CutMix = declare("CutMix", "cut_mix", func() spec.Class {
	return spec.Class{
		Doc: "Pastes a part of another image of the batch into each, and blends their labels.", ClassAttrs: factorOf(false, 0, 1), Call: randomly(cutMix, false, castAlways),
		Args: arg.Of(factor("factor", 1.0), seed(), toFormat()), Config: spec.Keys("factor", "seed"), Setup: axes(true),
	}
})

// MaxNumBoundingBoxes gives all images the same number of boxes.
var MaxNumBoundingBoxes = declare("MaxNumBoundingBoxes", "max_num_bounding_box", func() spec.Class {
	return spec.Class{
		Doc:    "Cuts or fills the list of boxes of each image to one length.",
		Args:   arg.Of(arg.IntOf("max_number").Says("how many boxes each image has"), arg.IntOf("fill_value", -1).Says("what missing boxes hold")),
		Config: spec.Keys("max_number"), Call: sameNumber,
		Methods: []spec.Method{preprocessing.ShapeBy(boxes)},
	}
})

// boxes sets the number of boxes in a dict of shapes.
func boxes(l *spec.Instance, in object.Object) (object.Object, error) {
	d, ok := object.Of(in).(*object.Dict)
	if !ok {
		return in, nil
	}
	v := d.GetName("bounding_boxes")
	if v == nil {
		return in, nil
	}
	inner, ok := object.Of(v).(*object.Dict)
	if !ok {
		return nil, object.AttributeError(v, "keys", "'%s' object has no attribute 'keys'", v.Class().Name)
	}
	keys, err := object.Items(l.T, inner)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if s, _ := object.AsString(k); s != "boxes" && s != "labels" {
			return nil, object.NewError(object.KeyErrorClass, "%s: bounding_boxes holds %s; it may hold boxes and labels.", l.ClassName(), l.Repr(k))
		}
	}
	for _, name := range []string{"boxes", "labels"} {
		shape := inner.GetName(name)
		if shape == nil {
			return nil, object.NewError(object.KeyErrorClass, "'%s'", name)
		}
		dims, err := object.Items(l.T, shape)
		if err != nil {
			return nil, err
		}
		if len(dims) < 2 {
			return nil, object.NewError(object.IndexErrorClass, "list assignment index out of range")
		}
		dims = append([]object.Object(nil), dims...)
		dims[1] = l.Value("max_number")
		inner.SetName(name, object.NewList(dims...))
	}
	return in, nil
}
