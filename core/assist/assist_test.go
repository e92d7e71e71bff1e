package assist_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// ask puts a question at the caret, which the text marks with |. Before it runs a program, if there is one.
func ask(t *testing.T, what, text, program string) *protocol.Assistance {
	t.Helper()
	at := strings.IndexByte(text, '|')
	require.GreaterOrEqual(t, at, 0, text)
	s := core.NewSession(core.Options{})
	if program != "" {
		require.Nil(t, s.Run(protocol.RunRequest{Text: program}).Exception)
	}
	return s.Assist(protocol.AssistRequest{Ask: what, Text: text[:at] + text[at+1:], Offset: at})
}

const custom = `
import keras
from keras import layers

class Scale(layers.Layer):
    """Multiplies by a number."""
    def __init__(self, factor, clip=None, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.inner = layers.Dense(3)
    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
    def twice(self):
        return self.factor * 2
`

// TestComplete wants the labels in order among what is offered, and those behind a bar not at all.
func TestComplete(t *testing.T) {
	for _, c := range []struct{ name, text, run, want, not string }{
		{"module", "import keras\nkeras.|", "", "layers ops Sequential Input", "__name__"},
		{"class", "import keras\nkeras.layers.Den|", "", "Dense", "Conv2D"},
		{"middle of a word", "import keras\nkeras.layers.Emb|edding(3)", "", "Embedding", ""},
		{"alias", "import keras.layers as L\nL.Conv2DT|", "", "Conv2DTranspose", ""},
		{"from", "from keras import layers, op|", "", "ops optimizers", "layers2"},
		{"from with a module", "from keras.layers import LST|", "", "LSTM LSTMCell", "GRU"},
		{"import", "import ker|", "", "keras", "layers"},
		{"import below", "import keras.re|", "", "regularizers", "keras"},
		{"from keyword", "from keras im|", "", "import", "keras"},
		{"numpy", "import numpy as np\nx = np.zer|", "", "zeros zeros_like", "ones"},
		{"standard module", "import math\nmath.sq|", "", "sqrt", "sin"},
		{"instance of a layer", "import keras\nd = keras.layers.Dense(3)\nd.get_c|", "", "get_config", "Dense"},
		{"without a variable", "import keras\nkeras.layers.Dense(3).get_c|", "", "get_config", ""},
		{"output of a layer", "import keras\nx = keras.Input((3,))\ny = keras.layers.Dense(3)(x)\ny.sha|", "", "shape", "get_config"},
		{"text", "s = 'a'\ns.upp|", "", "upper", "append"},
		{"list", "s = [1, 2]\ns.app|", "", "append", "upper"},
		{"own class", custom + "s = Sca|", "", "Scale", ""},
		{"own instance", custom + "s = Scale(2)\ns.|", "", "twice factor inner get_config count_params", "__init__"},
		{"self", custom + "    def more(self):\n        self.fac|", "", "factor", ""},
		{"attribute of self", custom + "    def more(self):\n        self.inner.use|", "", "", "twice"},
		{"super", custom + "    def more(self):\n        super().get_|", "", "get_config get_build_config", "twice"},
		{"arguments", "import keras\nkeras.layers.Dense(|", "", "units= activation= use_bias= trainable=", "filters="},
		{"arguments not given yet", "import keras\nkeras.layers.Dense(3, activation='relu', |)", "", "use_bias= name=", "units= activation="},
		{"own arguments", custom + "s = Scale(2, |", "", "clip= name= dtype=", "factor="},
		{"value of an argument", "import keras\nkeras.layers.Dense(3, use_bias=|", "", "True False", "activation="},
		{"choice", "import keras\nkeras.layers.Conv1D(3, 2, padding=|", "", "'valid' 'same' 'causal'", ""},
		{"name of an activation", "import keras\nkeras.layers.Dense(3, activation='re|')", "", "relu relu6", "sigmoid"},
		{"open string", "import keras\nkeras.layers.Dense(3, kernel_initializer=\"glo|\nx = 3\n", "", "glorot_normal glorot_uniform", "zeros"},
		{"positional string", "import keras\nkeras.layers.Dense(3, 're|", "", "relu", ""},
		{"variable of the last run", "first_layer = 3\nfirs|", "first_layer = 3", "first_layer", ""},
		{"object of the last run", "lay|", "import keras\nlayer = keras.layers.Dense(2)", "layer", ""},
		{"attribute of an object of the last run", "layer.uni|", "import keras\nlayer = keras.layers.Dense(2)", "units", ""},
		{"key of a config", "config['un|", "import keras\nconfig = keras.layers.Dense(2).get_config()", "units", "name"},
		{"names of a function", "def f(first, second):\n    fir|", "", "first", "second"},
		{"unclosed bracket above", "import keras\nd = keras.layers.Dense(\nx = keras.layers.Den|", "", "Dense", ""},
		{"unfinished class above", "import keras\nclass A(keras.layers.Layer\n    pass\nkeras.layers.Drop|", "", "Dropout", ""},
		{"keyword", "whi|", "", "while", ""},
		{"builtin", "enum|", "", "enumerate", ""},
		{"method to write", custom + "    def |", "", "build call from_config", "get_config"},
		{"comment", "import keras  # keras.lay|", "", "", "layers"},
		{"string", "'keras.lay|'", "", "", "layers"},
		{"number", "3.|", "", "", "real"},
		{"unknown", "nothing.at.|", "", "", "real"},
		{"itself", "x = x.|", "", "", "real"},
		{"circle", "a = b\nb = a\na.|", "", "", "real"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var labels []string
			for _, i := range ask(t, "complete", c.text, c.run).Completions {
				labels = append(labels, i.Label)
			}
			at := 0
			for _, want := range strings.Fields(c.want) {
				found := false
				for i := at; i < len(labels) && !found; i++ {
					found = labels[i] == want
				}
				if !found {
					found = contains(labels, want)
				}
				assert.True(t, found, "%s is missing in %v", want, labels)
			}
			for _, not := range strings.Fields(c.not) {
				assert.NotContains(t, labels, not)
			}
		})
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestBestComesFirst(t *testing.T) {
	first := func(text string) string {
		list := ask(t, "complete", text, "").Completions
		require.NotEmpty(t, list, text)
		return list[0].Label
	}
	assert.Equal(t, "units=", first("import keras\nkeras.layers.Dense(|)"))
	assert.Equal(t, "Dense", first("import keras\nkeras.layers.Dens|"))
	assert.Equal(t, "True", first("import keras\nkeras.layers.Dense(3, use_bias=|)"))
}

func TestCompletionReplacesTheWord(t *testing.T) {
	a := ask(t, "complete", "import keras\nkeras.layers.De|ns(3)", "")
	assert.Equal(t, protocol.Span{Start: 26, End: 30}, a.Span)
	a = ask(t, "complete", "import keras\nkeras.layers.Dense(3, activation='re|lu')", "")
	assert.Equal(t, protocol.Span{Start: 47, End: 51}, a.Span)
}

func TestCallHelp(t *testing.T) {
	for _, c := range []struct{ text, public, begins, active string }{
		{"import keras\nkeras.layers.Dense(|", "keras.layers.Dense", "Dense(units, activation=None", "units"},
		{"import keras\nkeras.layers.Dense(3, |", "keras.layers.Dense", "Dense(", "activation"},
		{"import keras\nkeras.layers.Dense(3, use_bias=Tr|ue)", "keras.layers.Dense", "Dense(", "use_bias"},
		{"import keras\nkeras.layers.Dense(3, use_b|", "keras.layers.Dense", "Dense(", "activation"},
		{"import keras\nkeras.layers.Dense(name='a', |", "keras.layers.Dense", "Dense(", "units"},
		{"import keras\nkeras.layers.Conv2D(3, (1, |2))", "keras.layers.Conv2D", "Conv2D(filters, kernel_size", "kernel_size"},
		{"import keras\nkeras.layers.Dense(len(|", "", "len(", ""},
		{"import keras\nkeras.Sequential([|", "keras.Sequential", "Sequential(layers=None", "layers"},
		{"import keras\nkeras.Model(|", "keras.Model", "Model(inputs, outputs", "inputs"},
		{custom + "Scale(1, |", "", "Scale(factor, clip=None, **kwargs)", "clip"},
		{"import keras\nclass A(keras.layers.Dense):\n    pass\nA(|", "keras.layers.Dense", "A(units", "units"},
		{"import keras\nclass A(keras.layers.Dense):\n    def __init__(self):\n        super().__init__(|", "", "__init__(units", "units"},
		{"def f(a, *, b=1):\n    pass\nf(1, |", "", "f(a, *, b=1)", ""},
		{"import keras\nfrom keras.ops import matmul\nmatmul(|", "keras.ops.matmul", "matmul(x1, x2)", "x1"},
	} {
		h := ask(t, "call", c.text, "").Call
		if assert.NotNil(t, h, c.text) {
			assert.Equal(t, c.public, h.Public, c.text)
			assert.True(t, strings.HasPrefix(h.Signature, c.begins), h.Signature)
			active := ""
			if h.Active >= 0 && h.Active < len(h.Arguments) {
				active = h.Arguments[h.Active].Name
			}
			if c.active != "" {
				assert.Equal(t, c.active, active, c.text)
			}
		}
	}
	assert.Nil(t, ask(t, "call", "import keras\nclass A(|keras.layers.Layer):\n    pass", "").Call)
	assert.Nil(t, ask(t, "call", "x = (1, |2)", "").Call)
}

func TestHover(t *testing.T) {
	for _, c := range []struct{ text, run, title, doc string }{
		{"import keras\nkeras.layers.De|nse(3)", "", "Dense(units", "Connects every input to every output."},
		{"import keras\n|keras.layers.Dense(3)", "", "module keras", ""},
		{"import keras\nkeras.layers.Dense(3, use_|bias=False)", "", "use_bias: true or false = True", "whether a bias is added"},
		{"import keras\nkeras.layers.Dense(3, activation='re|lu')", "", "relu(", ""},
		{"import keras\nkeras.layers.Dense(3, kernel_initializer='he_|normal')", "", "HeNormal(seed=None", ""},
		{"import keras\nd = keras.layers.Dense(3)\nprint(|d)", "", "d: Dense", "Connects every input to every output."},
		{custom + "s = Sc|ale(2)", "", "Scale(factor, clip=None, **kwargs)", "Multiplies by a number."},
		{custom + "s = Scale(2)\ns.tw|ice()", "", "twice()", ""},
		{"n = 40 + 2\nprint(n|)", "n = 40 + 2", "n", ""},
		{"import math\nmath.sq|rt(2)", "", "sqrt(", ""},
		{"x = le|n('abc')", "", "len(", ""},
	} {
		h := ask(t, "hover", c.text, c.run).Hover
		if assert.NotNil(t, h, c.text) {
			assert.True(t, strings.HasPrefix(h.Title, c.title), "%s: %s", c.text, h.Title)
			if c.doc != "" {
				assert.Contains(t, h.Doc, c.doc, c.text)
			}
		}
	}
	assert.Equal(t, "42", ask(t, "hover", "n = 40 + 2\nprint(n|)", "n = 40 + 2").Hover.Value)
	assert.Nil(t, ask(t, "hover", "nothing|", "").Hover)
	assert.Nil(t, ask(t, "hover", "x = 3 |  ", "").Hover)
}

// TestAnyPlaceOfAnyText asks at many places of real programs, cut off there as if they were being typed.
func TestAnyPlaceOfAnyText(t *testing.T) {
	files, _ := filepath.Glob("../../web/examples/*.py")
	require.NotEmpty(t, files)
	s := core.NewSession(core.Options{})
	slowest := time.Duration(0)
	for _, path := range files {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		text := string(b)
		s.Run(protocol.RunRequest{Text: text})
		for at := 0; at <= len(text); at += 7 {
			for _, what := range []string{"complete", "call", "hover"} {
				start := time.Now()
				s.Assist(protocol.AssistRequest{Ask: what, Text: text[:at], Offset: at})
				s.Assist(protocol.AssistRequest{Ask: what, Text: text, Offset: at})
				slowest = max(slowest, time.Since(start))
			}
		}
	}
	t.Log("slowest", slowest)
	for _, at := range []int{-3, 0, 1 << 40} {
		s.Assist(protocol.AssistRequest{Ask: "complete", Text: "import keras\nkeras.", Offset: at})
	}
}

func FuzzAsk(f *testing.F) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: custom + "s = Scale(3)\n"})
	f.Add(custom, 100, uint8(0))
	f.Add("import keras\nkeras.layers.Dense(3, activation='re", 40, uint8(1))
	f.Add("x = '''abc\n(\n[", 9, uint8(2))
	f.Fuzz(func(t *testing.T, text string, at int, what uint8) {
		s.Assist(protocol.AssistRequest{Ask: []string{"complete", "call", "hover"}[what%3], Text: text, Offset: at})
	})
}
