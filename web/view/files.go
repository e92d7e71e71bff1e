package view

import (
	"strings"

	"layerglass/core/protocol"
)

// WeightsOf says how many weights a file has.
func WeightsOf(o *protocol.Opened) string {
	if len(o.Weights) == 0 {
		return "no weights"
	}
	return count(len(o.Weights), "weight") + " with " + plural(o.Params, "value")
}

// OpenedWords says what an opened file holds and what of it became code.
func OpenedWords(o *protocol.Opened) string {
	words := "holds a " + o.Class
	for i := 0; i+1 < len(o.Metadata); i += 2 {
		if o.Metadata[i] == "keras_version" {
			words += ", saved by Keras " + o.Metadata[i+1]
		}
	}
	words += "; its config is now the program."
	if len(o.Weights) > 0 {
		words += " " + WeightsOf(o) + " stay in the file."
	}
	words += " The earlier program is one undo away."
	return strings.TrimSpace(words + " " + Plain(strings.Join(o.Notes, " ")))
}
