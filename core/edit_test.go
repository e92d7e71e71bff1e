package core_test

import (
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// applied applies edits to a text, the last ones first; of several at one place the first stands first.
func applied(text string, edits []protocol.Edit) string {
	list := append([]protocol.Edit(nil), edits...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Span.Start < list[j].Span.Start })
	for i := len(list) - 1; i >= 0; i-- {
		text = text[:list[i].Span.Start] + list[i].Text + text[list[i].Span.End:]
	}
	return text
}

func TestChangeEditsOneArgument(t *testing.T) {
	const head = "import keras\nfrom keras import layers\n"
	for _, c := range []struct{ call, argument, value, want string }{
		{"layers.Dense(3)", "units", "4", "layers.Dense(4)"},
		{"layers.Dense(3)", "activation", `"relu"`, `layers.Dense(3, activation="relu")`},
		{"layers.Dense(3, activation='relu')", "activation", `"tanh"`, `layers.Dense(3, activation="tanh")`},
		{"layers.Dense(3, 'relu', False)", "activation", "", "layers.Dense(3, use_bias=False)"},
		{"layers.Dense(3, 'relu', False)", "use_bias", "True", "layers.Dense(3, 'relu')"},
		{"layers.Dense(3, use_bias=False, name='a')", "use_bias", "True", "layers.Dense(3, name='a')"},
		{"layers.Dense(3, use_bias=False)", "use_bias", "", "layers.Dense(3)"},
		{"layers.Dense(3, use_bias=False,)", "use_bias", "", "layers.Dense(3)"},
		{"layers.Dense(use_bias=False, units=3)", "use_bias", "", "layers.Dense(units=3)"},
		{"layers.Dense()", "units", "4", "layers.Dense(4)"},
		{"layers.Dense()", "activation", "'relu'", "layers.Dense(activation='relu')"},
		{"layers.Dense(3,)", "name", "'a'", "layers.Dense(3, name='a')"},
		{"layers.Dense(\n    3,\n    use_bias=False,\n)", "name", "'a'", "layers.Dense(\n    3,\n    use_bias=False,\n    name='a',\n)"},
		{"layers.Dense(\n    3,\n    use_bias=False\n)", "name", "'a'", "layers.Dense(\n    3,\n    use_bias=False,\n    name='a'\n)"},
		{"layers.Dense(\n    3,\n    use_bias=False,\n)", "use_bias", "", "layers.Dense(\n    3,\n)"},
		{"layers.Dense(\n    3,\n    use_bias=False,\n    name='b',\n)", "use_bias", "", "layers.Dense(\n    3,\n    name='b',\n)"},
		{"layers.Dense(3, **{'name': 'a'})", "units", "5", "layers.Dense(5, **{'name': 'a'})"},
		{"layers.Dense(3)(keras.Input((4,)))", "units", "5", "layers.Dense(5)(keras.Input((4,)))"},
		{"layers.Dense(max(1, 2), (lambda x: x))", "units", "5", "layers.Dense(5, (lambda x: x))"},
	} {
		text := head + "d = " + c.call + "\n"
		s := core.NewSession(core.Options{})
		e := s.Change(protocol.ChangeRequest{Text: text, Offset: len(head) + 4, Argument: c.argument, Value: c.value})
		require.Empty(t, e.Diagnostics, c.call)
		assert.Equal(t, head+"d = "+c.want+"\n", applied(text, e.Edits), c.call)
	}
	s := core.NewSession(core.Options{})
	assert.NotEmpty(t, s.Change(protocol.ChangeRequest{Text: head + "d = layers.Dense(3)", Offset: len(head) + 4, Argument: "units"}).Diagnostics)
	assert.NotEmpty(t, s.Change(protocol.ChangeRequest{Text: head, Offset: 3, Argument: "units"}).Diagnostics)
}

func TestSite(t *testing.T) {
	const text = "import keras\nd = keras.layers.Dense(3, use_bias=False, kernel_initializer=keras.initializers.HeNormal(seed=1))\n"
	s := core.NewSession(core.Options{})
	site := s.Site(protocol.SiteRequest{Text: text, Offset: 20})
	require.NotNil(t, site)
	assert.Equal(t, "keras.layers.Dense", site.Public)
	assert.Equal(t, "d", site.Variable)
	require.Len(t, site.Given, 3)
	assert.Equal(t, protocol.Given{Name: "use_bias", Value: "False", Keyword: true, Span: protocol.Span{Start: 48, End: 53}}, site.Given[1])
	assert.Equal(t, "keras.initializers.HeNormal", s.Site(protocol.SiteRequest{Text: text, Offset: strings.Index(text, "seed")}).Public)
	assert.Nil(t, s.Site(protocol.SiteRequest{Text: "x = 3\n", Offset: 2}))
}

// TestPut edits configs, puts them into the code, runs that, and wants the edited config.
func TestPut(t *testing.T) {
	for _, c := range []struct{ program, from, to, want string }{
		{"import keras\na = keras.layers.Dense(3)\n", `"units": 3`, `"units": 5`, "keras.layers.Dense(5)"},
		{"import keras\na = keras.layers.Dense(3, activation='relu')\n", `"activation": "relu"`, `"activation": "linear"`, `keras.layers.Dense(3, activation="linear")`},
		{"from keras.layers import Dense\na = Dense(3)\n", `"class_name": "GlorotUniform"`, `"class_name": "HeNormal"`, `Dense(3, kernel_initializer="he_normal")`},
		{"from tensorflow import keras as k\na = k.layers.Dense(3)\n", `"kernel_regularizer": null`,
			`"kernel_regularizer": {"module": "keras.regularizers", "class_name": "L2", "config": {"l2": 0.5}, "registered_name": null}`,
			"k.layers.Dense(3, kernel_regularizer=k.regularizers.L2(l2=0.5))"},
		{"import keras\nclass Mine(keras.layers.Layer):\n    def __init__(self, size, **kw):\n        super().__init__(**kw)\n        self.size = size\n" +
			"    def get_config(self):\n        return {**super().get_config(), 'size': self.size}\na = Mine(3)\n", `"size": 3`, `"size": 4`, "Mine(4)"},
		{"import keras\na = keras.layers.Dense(3)\n", `"name": "dense"`, `"name": "first"`, `keras.layers.Dense(3, name="first")`},
	} {
		s := core.NewSession(core.Options{})
		r := s.Run(protocol.RunRequest{Text: c.program})
		require.Nil(t, r.Exception)
		edited := strings.Replace(r.Objects[0].JSON, c.from, c.to, 1)
		require.NotEqual(t, r.Objects[0].JSON, edited, c.from)
		e := s.Put(protocol.PutRequest{Object: "a", Config: edited})
		require.Empty(t, e.Diagnostics)
		text := applied(c.program, e.Edits)
		assert.Contains(t, text, c.want)
		again := s.Run(protocol.RunRequest{Text: text})
		require.Nil(t, again.Exception, text)
		assert.JSONEq(t, edited, again.Objects[0].JSON)
	}
}
