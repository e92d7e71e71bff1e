package core_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

func TestGenerateForAnObject(t *testing.T) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: `
import keras
from keras import layers
hidden = layers.Dense(8, activation="relu", kernel_regularizer="l2")
print("once")
class Scale(layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
scale = Scale(2.5, name="twice")
model = keras.Sequential([keras.Input((4,)), layers.Dense(2), Scale(3)])
`})
	c := s.Generate(protocol.GenerateRequest{Object: "hidden"})
	assert.Equal(t, "import keras\nfrom keras import layers\n\nhidden = layers.Dense(8, activation=\"relu\", kernel_regularizer=keras.regularizers.L2())\n", c.Text)
	assert.True(t, c.Exact)

	c = s.Generate(protocol.GenerateRequest{Object: "hidden", Config: `{"units": 16, "activation": "tanh", "name": "other"}`})
	assert.Equal(t, "hidden = layers.Dense(16, activation=\"tanh\", name=\"other\")\n", c.Body)
	assert.True(t, c.Exact)

	c = s.Generate(protocol.GenerateRequest{Object: "scale"})
	assert.Equal(t, "scale = Scale(name=\"twice\", factor=2.5)\n", c.Body)
	assert.Equal(t, []string{"Scale"}, c.Custom)
	assert.True(t, c.Exact)

	c = s.Generate(protocol.GenerateRequest{Object: "model"})
	assert.Equal(t, "model = keras.Sequential([\n    keras.Input(shape=(4,)),\n    layers.Dense(2, name=\"dense_1\"),\n    Scale(factor=3),\n])\n", c.Body)
	assert.True(t, c.Exact)
}

func TestGenerateRefusesWithAPlace(t *testing.T) {
	s := core.NewSession(core.Options{})
	for _, c := range []struct{ config, part, at string }{
		{`{"units": 3, "a" 4}`, "no JSON", "}"},
		{`{'units': 3, 'a': }`, "no Python literal", "}"},
		{`{"units": print(3)}`, "literals only", ""},
		{``, "", ""},
	} {
		r := s.Generate(protocol.GenerateRequest{Config: c.config, Class: "Dense"})
		if c.config == "" {
			continue
		}
		require.NotEmpty(t, r.Diagnostics, c.config)
		d := r.Diagnostics[0]
		assert.Contains(t, d.Message, c.part)
		assert.LessOrEqual(t, d.Span.End, len(c.config))
		assert.Equal(t, 1, d.Line)
	}
	r := s.Generate(protocol.GenerateRequest{Config: `{"units": -3}`, Class: "keras.layers.Dense"})
	require.NotNil(t, r.Exception)
	assert.False(t, r.Exact)
	assert.Empty(t, s.Generate(protocol.GenerateRequest{Config: `[1, 2]`}).Text)
	assert.NotEmpty(t, s.Generate(protocol.GenerateRequest{Config: `[1, 2]`}).Notes)
	assert.NotEmpty(t, s.Generate(protocol.GenerateRequest{Object: "nothing"}).Diagnostics)
}

// TestGenerateGuessesTheClass takes configs that name no class.
func TestGenerateGuessesTheClass(t *testing.T) {
	s := core.NewSession(core.Options{})
	r := s.Generate(protocol.GenerateRequest{Config: `{"name": "conv2d_1", "trainable": true, "dtype": "float32", "filters": 3, "kernel_size": [3, 3]}`})
	assert.Equal(t, "conv2d = layers.Conv2D(3, 3, name=\"conv2d_1\")\n", r.Body)
	assert.Contains(t, s.Generate(protocol.GenerateRequest{Config: `{"l2": 3}`}).Notes[0], "class")
}

// TestGenerateIsQuick writes the code of a model of a hundred layers.
func TestGenerateIsQuick(t *testing.T) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: "import keras\nmodel = keras.Sequential([keras.Input((4,))] + [keras.layers.Dense(4 + i % 3) for i in range(300)])\n"})
	start := time.Now()
	r := s.Generate(protocol.GenerateRequest{Object: "model"})
	t.Log(time.Since(start))
	assert.True(t, r.Exact)
	assert.Equal(t, 300, strings.Count(r.Body, "layers.Dense("))
}
