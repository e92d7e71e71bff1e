package convolutional

import "layerglass/core/keras/spec"

// Conv3D slides windows over volumes.
var Conv3D = spec.Declare("keras.src.layers.convolutional.conv3d", "keras.layers.Conv3D keras.layers.Convolution3D", func() spec.Class {
	return conv(3, spec.Class{
		Doc: "Slides a window over volumes and weighs what it sees.",
	})
})
