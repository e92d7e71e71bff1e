package core_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

func TestCompare(t *testing.T) {
	s := core.NewSession(core.Options{})
	r := s.Run(protocol.RunRequest{Text: `
import keras
a = keras.layers.Dense(3)
b = keras.layers.Dense(4, activation="relu")
c = keras.layers.Dropout(0.5)
a.build((None, 2)); b.build((None, 2))
`})
	require.Nil(t, r.Exception)
	d := s.Compare(protocol.CompareRequest{Object: "a", With: "b"})
	paths := map[string]string{}
	for _, x := range d.Differences {
		paths[x.Path] = x.Want + " " + x.Got
	}
	assert.Equal(t, map[string]string{"name": "'dense' 'dense_1'", "units": "3 4", "activation": "'linear' 'relu'"}, paths)
	assert.Equal(t, []string{"dense/kernel has the shape (2, 3), dense_1/kernel (2, 4).", "dense/bias has the shape (3,), dense_1/bias (4,)."}, d.Notes)
	assert.False(t, s.Compare(protocol.CompareRequest{Object: "a", With: "c"}).SameClass)
	assert.True(t, s.Compare(protocol.CompareRequest{Object: "a", With: "a"}).Equal)

	edited := s.Compare(protocol.CompareRequest{Object: "a", Config: `{"name": "dense", "units": 5}`})
	require.Len(t, edited.Differences, 1)
	assert.Equal(t, "units", edited.Differences[0].Path)
	assert.Equal(t, []int{2, 5}, edited.RightWeights[0].Shape)
	assert.NotEmpty(t, s.Compare(protocol.CompareRequest{Object: "a", Config: `{"units": -1}`}).Diagnostics)
	assert.NotEmpty(t, s.Compare(protocol.CompareRequest{Object: "nope"}).Diagnostics)
}

func TestRecreatedSaysWhatChanged(t *testing.T) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: "import keras\nconv = keras.layers.Conv2D(2, 3)\nconv.build((None, 8, 8, 1))\n"})
	r := s.Recreate(protocol.RecreateRequest{Object: "conv", Config: `{"name": "conv2d", "filters": 4, "kernel_size": [3, 3]}`})
	require.Equal(t, "differs", r.Verdict)
	why := map[string]string{}
	for _, d := range r.Changed {
		why[d.Path] = d.Why
	}
	assert.Equal(t, "The config does not name it: it has its default.", why["strides"])
	assert.Contains(t, why["kernel_size"], "list came back as a tuple")
	assert.True(t, r.Built)
	assert.Equal(t, "(None, 8, 8, 1)", r.InputShape)
	assert.Equal(t, []int{3, 3, 1, 4}, r.Weights[0].Shape)
	holds := map[string]bool{}
	for _, p := range r.Proofs {
		holds[p.Name] = p.Holds
		assert.NotEmpty(t, p.Why)
	}
	assert.Equal(t, map[string]bool{"config equal": false, "JSON-safe": true, "cold reload": true, "weights": false}, holds)
}

// TestEveryKeyIsExplained wants a sentence for each key of each layer's config.
func TestEveryKeyIsExplained(t *testing.T) {
	s := core.NewSession(core.Options{})
	r := s.Run(protocol.RunRequest{Text: `
import keras
from keras import layers
model = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3), layers.BatchNormalization(), layers.Flatten(), layers.Dense(2)])
bi = layers.Bidirectional(layers.LSTM(3))
mha = layers.MultiHeadAttention(2, 3)
adam = keras.optimizers.Adam()
aug = layers.RandomFlip()
`})
	require.Nil(t, r.Exception)
	for _, o := range r.Objects {
		for _, n := range o.Config.Children {
			assert.NotEmpty(t, n.Doc, "%s %s", o.Class, n.Key)
		}
	}
}

// A new process of real Keras loads the JSON of the first three and raises TypeError for the others.
func TestColdReload(t *testing.T) {
	s := core.NewSession(core.Options{})
	r := s.Run(protocol.RunRequest{Text: `
import keras
from keras import layers

class Mine(layers.Layer):
    pass

@keras.saving.register_keras_serializable("lab")
class Named(layers.Layer):
    pass

inputs = keras.Input((4,))
functional = keras.Model(inputs, layers.Dense(2)(inputs))
sequential = keras.Sequential([layers.Dense(2)])
dense = layers.Dense(2, activation="relu", kernel_regularizer="l2")
mine = Mine()
named = Named()
holder = keras.Sequential([Named()])
`})
	require.Nil(t, r.Exception)
	cold := map[string]bool{}
	for _, o := range r.Objects {
		require.NotNil(t, o.Recreated, o.Name)
		cold[o.Name] = o.Recreated.ColdReload
	}
	assert.Equal(t, map[string]bool{"functional": true, "sequential": true, "dense": true, "mine": false, "named": false, "holder": false}, cold)
}
