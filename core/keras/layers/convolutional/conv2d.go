package convolutional

import "layerglass/core/keras/spec"

// Conv2D slides windows over images.
var Conv2D = spec.Declare(conv(2, spec.Class{
	Name: "Conv2D", Module: "keras.src.layers.convolutional.conv2d", Export: spec.Keys("keras.layers.Conv2D", "keras.layers.Convolution2D"),
	Doc: "Slides a window over images and weighs what it sees.",
}))
