package core_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// TestOpenedModelsBecomeCode opens what real Keras saved and writes code for it.
func TestOpenedModelsBecomeCode(t *testing.T) {
	for _, name := range []string{"small.keras", "packed.keras", "functional.keras", "functional.h5", "small.h5"} {
		data, err := os.ReadFile("archive/testdata/" + name)
		require.NoError(t, err)
		s := core.NewSession(core.Options{})
		q := protocol.Request{ID: 1, Open: &protocol.OpenRequest{Name: name}}
		q.Attach(data)
		o := s.Answer(&q).Opened
		require.Empty(t, o.Diagnostics, name)
		assert.NotEmpty(t, o.Class)
		assert.NotEmpty(t, o.Weights)
		assert.NotEmpty(t, o.Tree.Children)
		assert.Positive(t, o.Params)
		c := s.Generate(protocol.GenerateRequest{Config: o.Config})
		assert.Empty(t, c.Diagnostics, name)
		assert.True(t, c.Exact, "%s\n%s", name, c.Text)
	}
	s := core.NewSession(core.Options{})
	o := s.Open(protocol.OpenRequest{Name: "a.keras"}, []byte("no zip"))
	assert.Contains(t, o.Diagnostics[0].Message, "no .keras file")
	o = s.Open(protocol.OpenRequest{Name: "a.json"}, []byte("{\"a\": "))
	require.NotEmpty(t, o.Diagnostics)
}

func TestExport(t *testing.T) {
	s := core.NewSession(core.Options{})
	require.Nil(t, s.Run(protocol.RunRequest{Text: "import keras\nd = keras.layers.Dense(3, activation='relu')\nd.build((None, 2))\n"}).Exception)
	md := s.Export(protocol.ExportRequest{Object: "d", Format: "markdown"})
	assert.Equal(t, "d.md", md.Name)
	assert.Contains(t, md.Text, "`keras.layers.Dense`: Connects every input to every output.")
	assert.Contains(t, md.Text, "| `units` | **`3`** | The number of outputs. |")
	assert.Contains(t, md.Text, "| `use_bias` | `True` | Whether a bias is added. |")
	assert.Contains(t, md.Text, "9 parameters.")
	assert.Contains(t, md.Text, "d = layers.Dense(3, activation=\"relu\")")
	assert.Contains(t, s.Export(protocol.ExportRequest{Object: "d", Format: "json"}).Text, `"class_name": "Dense"`)
	assert.Contains(t, s.Export(protocol.ExportRequest{Object: "d", Format: "config"}).Text, `"units": 3`)
	assert.Contains(t, s.Export(protocol.ExportRequest{Object: "d", Format: "python"}).Text, "layers.Dense")
	assert.NotEmpty(t, s.Export(protocol.ExportRequest{Object: "x"}).Diagnostics)
}
