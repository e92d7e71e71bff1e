package view

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/protocol"
)

var dense = protocol.Entry{Name: "Dense", Public: "keras.layers.Dense", Kind: "layer", Family: "Core", Doc: "Connects.", Arguments: []protocol.Argument{
	{Name: "units", Type: "integer", Form: "int", Required: true}, {Name: "activation", Form: "activation", Default: "None"},
	{Name: "use_bias", Form: "bool", Default: "True"}, {Name: "name", Form: "str", Default: "None", KeywordOnly: true, Inherited: true}}}

func apply(text string, edits ...protocol.Edit) string {
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		text = text[:e.Span.Start] + e.Text + text[e.Span.End:]
	}
	return text
}

func callIn(t *testing.T, text string) *Call {
	t.Helper()
	c := ParseCall(text, strings.Index(text, "Dense")+len("Dense"))
	require.NotNil(t, c, text)
	return c
}

func TestOneArgumentChangesAlone(t *testing.T) {
	for _, c := range []struct{ text, name, value, want string }{
		{"Dense()", "units", "3", "Dense(units=3)"},
		{"Dense(3)", "units", "4", "Dense(4)"},
		{"Dense(3, 'relu')", "activation", "'tanh'", "Dense(3, 'tanh')"},
		{"Dense(3, 'relu')", "activation", "", "Dense(3)"},
		{"Dense(3, activation='relu', use_bias=False)", "activation", "", "Dense(3, use_bias=False)"},
		{"Dense(units=3, activation='relu')", "units", "", "Dense(activation='relu')"},
		{"Dense(units=3,)", "units", "", "Dense()"},
		{"Dense(3, )", "name", "'a, b)'", "Dense(3, name='a, b)', )"},
		{"Dense(\n    3,  # many\n    use_bias=f(1, [2]),\n)", "name", "'x'", "Dense(\n    3,  # many\n    use_bias=f(1, [2]),\n    name='x',\n)"},
		{"Dense(\n    3,  # a ) here\n    use_bias=True,\n)", "use_bias", "False", "Dense(\n    3,  # a ) here\n    use_bias=False,\n)"},
		{"Dense(3, **rest)", "name", "'x'", "Dense(3, **rest, name='x')"},
		{"Dense(3, name='it\\'s')", "name", "\"q\"", "Dense(3, name=\"q\")"},
		{"Dense(a == b)", "units", "1", "Dense(1)"},
		{"Dense('''x)''')", "units", "1", "Dense(1)"},
		{"Dense(3)", "activation", "", "Dense(3)"},
	} {
		call := callIn(t, c.text)
		assert.Equal(t, c.want, apply(c.text, call.Set(c.text, dense.Arguments, c.name, c.value)), c.text)
	}
	for _, broken := range []string{"Dense", "Dense(", "Dense(3, 'x", "Dense[3]", "Dense(3]]"} {
		assert.Nil(t, ParseCall(broken, len("Dense")), broken)
	}
	assert.False(t, callIn(t, "Dense(3, 'relu')").Removable(0))
}

func TestAnObjectIsWrittenIntoAProgram(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "from keras import layers\ndense = layers.Dense(units=64)\n"},
		{"from keras import layers, Model\ndense = 1", "from keras import layers, Model\ndense = 1\ndense_2 = layers.Dense(units=64)\n"},
		{"import keras\n", "import keras\ndense = keras.layers.Dense(units=64)\n"},
		{"import tensorflow as tf\n", "import tensorflow as tf\ndense = tf.keras.layers.Dense(units=64)\n"},
		{"# note\nimport numpy as np\n\nx = 1\n", "# note\nimport numpy as np\nfrom keras import layers\n\nx = 1\ndense = layers.Dense(units=64)\n"},
	} {
		w := Write(c.text, &dense)
		got := apply(c.text, w.Edits...)
		assert.Equal(t, c.want, got)
		assert.True(t, strings.HasSuffix(got[:w.At], "Dense"), c.text)
		require.NotNil(t, ParseCall(got, w.At))
	}
	assert.Equal(t, "conv2d lstm_cell global_average_pooling1d l1l2", snake("Conv2D")+" "+snake("LSTMCell")+" "+snake("GlobalAveragePooling1D")+" "+snake("L1L2"))
}

func TestFieldsBecomeExpressions(t *testing.T) {
	activation, name := &dense.Arguments[1], &dense.Arguments[3]
	assert.Equal(t, "'relu'", Expression(activation, " relu "))
	assert.Equal(t, "None", Expression(activation, "None"))
	assert.Equal(t, "keras.ops.relu", Expression(activation, "keras.ops.relu"))
	assert.Equal(t, "'it is'", Expression(name, "it is"))
	assert.Equal(t, "", Expression(name, "  "))
	for _, good := range []string{"", "1", "(1, 2)", "f(x, y=1)", "'a, b'", "lambda x: x", "[1,\n 2]"} {
		assert.Empty(t, Unfit(good), good)
	}
	for _, bad := range []string{"(", "1, 2", "'open", "1)", "x=1", "*a", "# note", "1 # x", "a) + f(b"} {
		assert.NotEmpty(t, Unfit(bad), bad)
	}
}

func TestTheFormShowsTheCall(t *testing.T) {
	text := "layer = Dense(3, activation='relu')"
	b := &Builder{Kind: "layer", Chosen: &dense, Text: text, Call: callIn(t, text), Choices: []protocol.Choices{{Form: "activation", Values: []string{"'relu'"}}}}
	html := Build(b).String()
	assert.Contains(t, html, `id="arg-units" data-arg="units" value="3"`)
	assert.Contains(t, html, `id="arg-activation" data-arg="activation" value="relu"`)
	assert.Contains(t, html, "True (default)")
	assert.Contains(t, html, "1 argument of the base class")
	b.Blame([]Problem{{Diagnostic: protocol.Diagnostic{Span: span(17, 34), Message: "no such activation"}}, {Diagnostic: protocol.Diagnostic{Span: span(0, 5), Message: "elsewhere"}},
		{Diagnostic: protocol.Diagnostic{Span: span(8, len(text)), Message: "the whole call"}}})
	assert.Equal(t, map[string]string{"activation": "no such activation", "": "the whole call"}, b.Wrong)
}

func TestTheCatalogueIsSearched(t *testing.T) {
	b := &Builder{Kind: "layer", Entries: []protocol.Entry{{Name: "LSTM", Kind: "layer", Family: "Recurrent", Doc: "Keeps a dense memory."}, dense,
		{Name: "Layer", Kind: "layer", Base: true}, {Name: "Adam", Kind: "optimizer"}}}
	html := Catalogue(b).String()
	assert.Less(t, strings.Index(html, "Dense"), strings.Index(html, "LSTM"))
	assert.NotContains(t, html, ">Layer<")
	assert.NotContains(t, html, "Adam")
	b.Query = "dEnse"
	html = Catalogue(b).String()
	assert.Less(t, strings.Index(html, "<b>Dense"), strings.Index(html, "<b>LSTM"))
	b.Query = "zzz"
	assert.Contains(t, Catalogue(b).String(), "Nothing of this kind")
}

func FuzzParseCall(f *testing.F) {
	f.Add("(1, 'a', b=[2], *c, # d\n)")
	f.Fuzz(func(t *testing.T, text string) {
		c := ParseCall("("+text, 0)
		if c == nil {
			return
		}
		for i := range c.Args {
			c.Text("("+text, i)
		}
		apply("("+text, c.Set("("+text, dense.Arguments, "units", "1"))
		apply("("+text, c.Set("("+text, dense.Arguments, "activation", ""))
	})
}
