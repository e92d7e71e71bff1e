package regularization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
)

// baseSpatialDropout leaves out whole feature maps. Its config does not begin with that of Layer.
var baseSpatialDropout = spec.Declare(spec.Class{
	Name: "BaseSpatialDropout", Module: "keras.src.layers.regularization.spatial_dropout", Base: Dropout, Doc: "The base of dropout of whole feature maps.",
	Args: spatialArgs(), Alone: true, Config: spec.Keys("rate", "seed", "name", "dtype"),
	Takes: "inputs, training=False", Call: whileTraining("rate", "drawing what is left out"),
})

func spatialArgs(more ...arg.Item) arg.List {
	list := arg.Of(arg.Float("rate").ToBase().Says("the share of feature maps that is left out"))
	list = append(list, arg.Of(more...)...)
	return append(list, seed().ToBase(), arg.Str("name", nil).ToBase(), arg.Any("dtype", nil).ToBase())
}

// spatial makes the layer for an input of ndim dimensions; those of two and three spatial dimensions have a data format.
func spatial(name string, ndim int, doc string) *spec.Class {
	c := spec.Class{Name: name, Module: "keras.src.layers.regularization.spatial_dropout", Base: baseSpatialDropout, Doc: doc,
		Export: spec.Keys("keras.layers." + name), Args: spatialArgs(), Config: spec.None,
		Setup: func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", ndim) }}
	if ndim > 3 {
		c.Args = spatialArgs(arg.DataFormat("data_format", nil))
		c.Config = spec.Keys("data_format")
	}
	return spec.Declare(c)
}

// The layers for sequences, images and volumes.
var (
	SpatialDropout1D = spatial("SpatialDropout1D", 3, "Leaves out whole channels of sequences while training.")
	SpatialDropout2D = spatial("SpatialDropout2D", 4, "Leaves out whole channels of images while training.")
	SpatialDropout3D = spatial("SpatialDropout3D", 5, "Leaves out whole channels of volumes while training.")
)
