package convolutional

import "layerglass/core/keras/spec"

// Conv1D slides windows over sequences.
var Conv1D = spec.Declare(conv(1, spec.Class{
	Name: "Conv1D", Module: "keras.src.layers.convolutional.conv1d", Export: spec.Keys("keras.layers.Conv1D", "keras.layers.Convolution1D"),
	Doc: "Slides a window over sequences and weighs what it sees.",
}))
