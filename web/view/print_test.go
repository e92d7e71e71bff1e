package view

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"layerglass/core"
	"layerglass/core/protocol"
)

func printed(text string) string {
	s := NewState()
	s.Adopt(text, core.NewSession(core.Options{}).Run(protocol.RunRequest{File: "program.py", Text: text}))
	return Print(&s).String()
}

func TestPrintHasAllObjectsUnfolded(t *testing.T) {
	html := printed("from keras import layers\nfirst = layers.Dense(3)\nsecond = layers.LSTM(4)\nprint('<done>')\n")
	assert.Contains(t, html, "<li>first = layers.Dense(3)</li>")
	assert.Contains(t, html, "&lt;done&gt;")
	assert.Contains(t, html, "<h2><code>first</code> of Dense</h2>")
	assert.Contains(t, html, "<h2><code>second</code> of LSTM</h2>")
	assert.Equal(t, 2, strings.Count(html, "Equal"))
	assert.Contains(t, html, "Orthogonal") // inside a serialized object, which starts folded on the screen
}

func TestPrintTellsWhatItLeavesOut(t *testing.T) {
	long := printed("import keras\nclass Big(keras.layers.Layer):\n    def get_config(self):\n        return {f'k{i}': i for i in range(5000)}\nbig = Big()\nlate = keras.layers.Dense(1)\n")
	assert.Less(t, strings.Count(long, `class="row`), printedRows+500)
	assert.Contains(t, long, "The rest is left out")
}

func TestPrintOfAProgramThatFails(t *testing.T) {
	html := printed("from keras import layers\nlayer = layers.Dense(-1)\n")
	assert.Contains(t, html, "<h2>Problems</h2>")
	assert.Contains(t, html, "ValueError")
	assert.Empty(t, strings.Count(html, "Recreated"))
	empty := NewState()
	assert.Contains(t, Print(&empty).String(), "has not run yet")
}
