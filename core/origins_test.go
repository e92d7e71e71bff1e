package core_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// TestOriginsReachInside says for keys of configs which text of the program set them: "kind text".
func TestOriginsReachInside(t *testing.T) {
	const program = `import keras
from keras import layers
def block(x, units):
    return layers.Dense(units, activation="relu")(x)
i = keras.Input((3, 8), name="rows")
x = layers.Bidirectional(layers.LSTM(5, dropout=0.1, return_sequences=True), merge_mode="sum")(i)
x = block(x, 7)
y = layers.concatenate([x, x], axis=1)
z = layers.RNN([layers.LSTMCell(3), layers.GRUCell(4, use_bias=False)])(y)
inner = keras.Sequential([layers.Dropout(0.2, name="d"), layers.Dense(2)])
m = keras.Model(i, outputs=inner(z))
opt = keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9))
class Own(layers.Layer):
    def __init__(self, units=3, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.units, self.rate, self.inner = units, rate, layers.Dense(units)
    def get_config(self):
        config = {**super().get_config(), "units": self.units, "rate": self.rate, "inner": keras.saving.serialize_keras_object(self.inner)}
        config["version"] = 2
        return config
own = Own(units=8)
`
	result := core.NewSession(core.Options{}).Run(protocol.RunRequest{Text: program})
	require.Nil(t, result.Exception)
	configs := map[string]*protocol.Node{}
	for _, o := range result.Objects {
		require.NotNil(t, o.Config, o.Name)
		configs[o.Name] = o.Config
	}
	for path, want := range map[string]string{
		"m layers":                                             "graph ",
		"m layers 0":                                           `code keras.Input((3, 8), name="rows")`,
		"m layers 0 config batch_shape":                        "argument (3, 8)",
		"m layers 0 config name":                               `argument "rows"`,
		"m layers 0 config sparse":                             "default ",
		"m layers 1 config merge_mode":                         `argument "sum"`,
		"m layers 1 config layer":                              "argument layers.LSTM(5, dropout=0.1, return_sequences=True)",
		"m layers 1 config layer config dropout":               "argument 0.1",
		"m layers 1 config layer config use_bias":              "default ",
		"m layers 1 inbound_nodes":                             "graph ",
		"m layers 2 config units":                              "argument units",
		"m layers 2 config name":                               "automatic ",
		"m layers 3":                                           "code layers.concatenate([x, x], axis=1)",
		"m layers 3 config axis":                               "argument 1",
		"m layers 4 config cell config cells 1 config units":   "argument 4",
		"m layers 4 config cell config cells 0 config units":   "argument 3",
		"m layers 4 config cell config cells 0 class_name":     "code layers.LSTMCell(3)",
		"m layers 5 config layers 1 config rate":               "argument 0.2",
		"m layers 5 config layers 1 config name":               `argument "d"`,
		"m layers 5 config layers 0":                           "graph ",
		"m layers 5 config layers 2 config kernel_initializer": "default ",
		"m input_layers":                                       "argument i",
		"m output_layers":                                      "argument inner(z)",
		"opt learning_rate config decay_steps":                 "argument 100",
		"opt beta_1":                                           "default ",
		"own units":                                            "argument 8",
		"own rate":                                             "default ",
		"own inner config units":                               "argument units",
		"own version":                                          `code "version"`,
	} {
		steps := strings.Fields(path)
		n := configs[steps[0]]
		for _, key := range steps[1:] {
			n = keyOf(n, key)
			require.NotNil(t, n, path)
		}
		assert.Equal(t, want, n.Origin.Kind+" "+program[n.Origin.Span.Start:n.Origin.Span.End], path)
		assert.Equal(t, n.Origin.Kind == "default", n.Default, path)
	}
}

func keyOf(n *protocol.Node, key string) *protocol.Node {
	for i := range n.Children {
		if n.Children[i].Key == key {
			return &n.Children[i]
		}
	}
	return nil
}
