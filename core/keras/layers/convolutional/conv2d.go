package convolutional

import "layerglass/core/keras/spec"

// Conv2D slides windows over images.
var Conv2D = spec.Declare("keras.src.layers.convolutional.conv2d", "keras.layers.Conv2D keras.layers.Convolution2D", func() spec.Class {
	return conv(2, spec.Class{
		Doc: "Slides a window over images and weighs what it sees.",
	})
})
