package convolutional

import "layerglass/core/keras/spec"

// Conv1D slides windows over sequences.
var Conv1D = spec.Declare("keras.src.layers.convolutional.conv1d", "keras.layers.Conv1D keras.layers.Convolution1D", func() spec.Class {
	return conv(1, spec.Class{
		Doc: "Slides a window over sequences and weighs what it sees.",
	})
})
