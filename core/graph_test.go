package core_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

const graphProgram = `
import keras
from keras import layers
block = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dropout(0.1)], name="block")
a = keras.Input((4,), name="left")
b = keras.Input((4,), name="right")
shared = layers.Dense(4, name="shared")
x = layers.Concatenate()([block(shared(a)), shared(b)])
model = keras.Model([a, b], layers.Dense(1)(x * 2), name="both")
class Sub(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(3)
    def call(self, x):
        return self.first(x)
sub = Sub()
dense = layers.Dense(3)
`

func TestGraph(t *testing.T) {
	s := core.NewSession(core.Options{})
	require.Nil(t, s.Run(protocol.RunRequest{Text: graphProgram}).Exception)
	g := s.Graph(protocol.GraphRequest{Object: "model"})
	require.Empty(t, g.Diagnostics)
	assert.True(t, g.Connected)
	at := map[string]int{}
	for i, n := range g.Nodes {
		at[n.Name+"/"+string(rune('0'+n.Call))] = i
	}
	node := func(name string) protocol.GraphNode { i, ok := at[name]; require.True(t, ok, name); return g.Nodes[i] }
	assert.Equal(t, "input", node("left/0").Kind)
	assert.Equal(t, "(None, 4)", node("left/0").Output)
	assert.True(t, node("shared/1").Shared)
	assert.Equal(t, "shared", graphProgram[node("shared/0").Span.Start-len("shared = "):][:6])
	block := node("block/0")
	assert.Equal(t, "model", block.Kind)
	assert.Equal(t, int64(40), block.Params)
	assert.Equal(t, "(None, 8)", block.Output)
	inner := 0
	for _, n := range g.Nodes {
		if n.Parent == at["block/0"]+1 {
			inner++
			assert.True(t, strings.HasPrefix(n.Path, block.Path+".config.layers."), n.Path)
		}
	}
	assert.Equal(t, 3, inner)
	assert.Equal(t, "operation", node("multiply/0").Kind)
	last := g.Nodes[len(g.Nodes)-1]
	assert.True(t, last.Result)
	for _, e := range g.Edges {
		assert.Less(t, e.From, e.To)
		assert.NotEmpty(t, e.Shape)
	}
	assert.Contains(t, g.Summary, "Model: \"both\"")
	assert.Equal(t, g.Params, g.Trainable)

	sub := s.Graph(protocol.GraphRequest{Object: "sub"})
	assert.False(t, sub.Connected)
	require.Len(t, sub.Nodes, 1)
	assert.NotEmpty(t, s.Graph(protocol.GraphRequest{Object: "dense"}).Diagnostics)
	assert.NotEmpty(t, s.Graph(protocol.GraphRequest{Object: "none"}).Diagnostics)
}
