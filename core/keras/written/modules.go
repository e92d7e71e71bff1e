package written

import _ "embed"

//go:embed feature_space.py
var featureSpace string

func init() {
	x := module("keras.src.layers.preprocessing.feature_space", &featureSpace)
	x.class("keras.utils.FeatureSpace", "Prepares and encodes the columns of a table, each as its kind wants.")
	x.class("Feature", "One column of a FeatureSpace: its dtype, the layer that prepares it, and its encoding.")
	x.class("Cross", "Columns of a FeatureSpace that are hashed together.")
	x.class("TFDIdentity", "Gives its input back.")
	x.class("TFDConcat", "Joins its inputs along an axis.")
}
