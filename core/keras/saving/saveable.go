package saving

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
)

// Saveable is KerasSaveable, the base of what a saved file may hold.
var Saveable = spec.Declare("keras.src.saving.keras_saveable", "KerasSaveable", func() spec.Class {
	return spec.Class{Doc: "The base of what a saved file may hold.", Native: operation.Saveable}
})
