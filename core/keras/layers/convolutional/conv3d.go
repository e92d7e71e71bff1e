package convolutional

import "layerglass/core/keras/spec"

// Conv3D slides windows over volumes.
var Conv3D = spec.Declare(conv(3, spec.Class{
	Name: "Conv3D", Module: "keras.src.layers.convolutional.conv3d", Export: spec.Keys("keras.layers.Conv3D", "keras.layers.Convolution3D"),
	Doc: "Slides a window over volumes and weighs what it sees.",
}))
