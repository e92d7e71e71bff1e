// Package all brings all families of layers into a program.
package all

import (
	_ "layerglass/core/keras/layers/activations"
	_ "layerglass/core/keras/layers/attention"
	_ "layerglass/core/keras/layers/convolutional" // likewise
	_ "layerglass/core/keras/layers/core"          // declares its layers
	_ "layerglass/core/keras/layers/foreign"
	_ "layerglass/core/keras/layers/merging"
	_ "layerglass/core/keras/layers/normalization"
	_ "layerglass/core/keras/layers/pooling"
	_ "layerglass/core/keras/layers/preprocessing"
	_ "layerglass/core/keras/layers/preprocessing/image"
	_ "layerglass/core/keras/layers/regularization"
	_ "layerglass/core/keras/layers/reshaping"
	_ "layerglass/core/keras/layers/rnn"
)
