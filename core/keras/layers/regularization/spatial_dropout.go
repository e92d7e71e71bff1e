package regularization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// baseSpatialDropout leaves out whole feature maps. Its config does not begin with that of Layer.
var baseSpatialDropout = spec.Declare("keras.src.layers.regularization.spatial_dropout", "BaseSpatialDropout", func() spec.Class {
	return spec.Class{
		Base: Dropout, Doc: "The base of dropout of whole feature maps.",
		Args: spatialArgs(), Alone: true, Config: spec.Keys("rate", "seed", "name", "dtype"),
		Takes: "inputs, training=False", Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return leftOut(l, a, wholeMaps(l, a[0]))
		},
	}
})

// wholeMaps is the shape of a choice for each channel of each sample.
func wholeMaps(l *spec.Instance, inputs object.Object) object.Object {
	x, ok := inputs.(*tensor.KerasTensor)
	if !ok {
		return object.None
	}
	shape := make(tensor.Shape, len(x.Shape))
	for i := range shape {
		shape[i] = 1
	}
	channel := len(shape) - 1
	if len(shape) > 3 && l.Str("data_format") == "channels_first" {
		channel = 1
	}
	if len(shape) > 0 {
		shape[0], shape[channel] = x.Shape[0], x.Shape[channel]
	}
	return shape.Object()
}

func spatialArgs(more ...arg.Item) arg.List {
	list := arg.Of(arg.Float("rate").ToBase().Says("the share of feature maps that is left out"))
	list = append(list, arg.Of(more...)...)
	return append(list, seed().ToBase(), arg.Str("name", nil).ToBase(), arg.Any("dtype", nil).ToBase())
}

// spatial makes the layer for an input of ndim dimensions; those of two and three spatial dimensions have a data format.
func spatial(name string, ndim int, doc string) *spec.Class {
	return spec.Declare("keras.src.layers.regularization.spatial_dropout", "keras.layers."+name, func() spec.Class {
		c := spec.Class{Base: baseSpatialDropout, Doc: doc, Args: spatialArgs(), Config: spec.None,
			Setup: func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", ndim) }}
		if ndim > 3 {
			c.Args = spatialArgs(arg.DataFormat("data_format", nil))
			c.Config = spec.Keys("data_format")
		}
		return c
	})
}

// The layers for sequences, images and volumes.
var (
	SpatialDropout1D = spatial("SpatialDropout1D", 3, "Leaves out whole channels of sequences while training.")
	SpatialDropout2D = spatial("SpatialDropout2D", 4, "Leaves out whole channels of images while training.")
	SpatialDropout3D = spatial("SpatialDropout3D", 5, "Leaves out whole channels of volumes while training.")
)
