package panel_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/web/view/panel"
)

// drawn runs a program and draws a panel of its object x.
func drawn(t *testing.T, program string, q protocol.Panel) string {
	t.Helper()
	s := core.NewSession(core.Options{})
	result := s.Run(protocol.RunRequest{Text: program})
	require.Nil(t, result.Exception, "%v", result.Exception)
	q.Object = "x"
	return panel.Draw(s, &q).Markup
}

const dense = "import keras\nx = keras.layers.Dense(3)\nx.build((None, 4))\n"

func TestTrialShowsBothOutputsAndTheButtonThatMakesThemEqual(t *testing.T) {
	html := drawn(t, dense, protocol.Panel{Name: "trial"})
	assert.Contains(t, html, "Same config, other weights: the outputs differ. The largest difference is ")
	assert.Contains(t, html, `data-try="copy">Copy the weights</button>`)
	assert.Equal(t, 3, strings.Count(html, "<table"))
	assert.Equal(t, 6, strings.Count(html, "<tr>"))
	assert.Equal(t, strings.Count(html, "<tr>"), strings.Count(html, "</tr>"))
	assert.Equal(t, 18, strings.Count(html, "<td"))

	copied := drawn(t, dense, protocol.Panel{Name: "trial", Option: "copy"})
	assert.Contains(t, copied, "every output is equal")
	assert.Contains(t, copied, `data-try="">Take new weights</button>`)
}

func TestTrialOfAnEditedConfig(t *testing.T) {
	html := drawn(t, dense, protocol.Panel{Name: "trial", Config: `{"units": 3, "activation": "relu"}`})
	assert.Contains(t, html, "Another config, other weights")
	html = drawn(t, dense, protocol.Panel{Name: "trial", Config: `{"units": 5}`})
	assert.Contains(t, html, "one of (2, 5)")
	html = drawn(t, dense, protocol.Panel{Name: "trial", Config: `{"units": 5}`, Option: "copy"})
	assert.Contains(t, html, "do not fit into the copy")
}

func TestWeightsShowTheirNumbers(t *testing.T) {
	html := drawn(t, dense, protocol.Panel{Name: "weights"})
	assert.Contains(t, html, "holds 2 weights with 15 values")
	assert.Contains(t, html, `<svg class="bars"`)
	assert.Contains(t, html, `role="img" aria-label="most, `)
	assert.Contains(t, html, "all are 0")
	assert.Equal(t, 2, strings.Count(html, "● same shape"))
}

// TestNothingOfAProgramIsMarkup: what a program names reaches the page as text.
func TestNothingOfAProgramIsMarkup(t *testing.T) {
	const hostile = "import keras\nclass C(keras.layers.Layer):\n    def build(self, s):\n        self.w = self.add_weight((2,), name='<img src=x onerror=alert(1)>')\n" +
		"    def call(self, v):\n        raise ValueError('<script>alert(1)</script>\"\\'`<b>`')\nx = C()\nx.build((2, 2))\n"
	for _, name := range []string{"trial", "weights"} {
		html := drawn(t, hostile, protocol.Panel{Name: name})
		assert.NotContains(t, html, "<img")
		assert.NotContains(t, html, "<script")
		assert.NotContains(t, html, "<b>")
		assert.Contains(t, html, "&lt;")
	}
}

func TestClassesListEveryCheckedClass(t *testing.T) {
	s := core.NewSession(core.Options{})
	html := panel.Draw(s, &protocol.Panel{Name: "classes"}).Markup
	listed, cases := 0, 0
	for _, e := range s.Describe(protocol.DescribeRequest{}).Entries {
		if e.Checked > 0 {
			listed++
			cases += e.Checked
			assert.Contains(t, html, "<code>"+strings.TrimPrefix(e.Public, "keras.")+"</code>")
		}
	}
	require.Greater(t, listed, 250)
	assert.Equal(t, listed, strings.Count(html, `<th scope="row">`))
	assert.Equal(t, strings.Count(html, "<tr"), strings.Count(html, "</tr>"))
	assert.Contains(t, html, strconv.Itoa(listed)+" classes, ")
	assert.Contains(t, html, "Layers: Convolution")
}
