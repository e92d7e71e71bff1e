package core_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// tried runs a program and tries its object x.
func tried(t *testing.T, program string, copy bool) *core.Trial {
	t.Helper()
	s := core.NewSession(core.Options{})
	result := s.Run(protocol.RunRequest{Text: program})
	require.Nil(t, result.Exception, "%v", result.Exception)
	return s.Try(core.TrialRequest{Object: "x", Copy: copy})
}

const dense = "import keras\nfrom keras import layers\nx = layers.Dense(3)\nx.build((None, 4))\n"

func TestTrialComputesWhatTheProgramWould(t *testing.T) {
	got := tried(t, dense, false)
	require.Equal(t, "differs", got.Outcome, got.Sentence)
	assert.Equal(t, "keras.random.normal((2, 4), seed=7)", got.Input)
	assert.Contains(t, got.Sentence, "Same config, other weights: the outputs differ.")
	assert.True(t, got.CanCopy)
	require.Len(t, got.Grids, 3)
	assert.Equal(t, "Original, shape (2, 3)", got.Grids[0].Name)
	assert.NotEqual(t, got.Grids[0].Cells, got.Grids[1].Cells)

	// The same numbers come out of the call that Input writes.
	s := core.NewSession(core.Options{})
	printed := s.Run(protocol.RunRequest{Text: "import keras\nfrom keras import layers\nx = layers.Dense(3, kernel_initializer='ones')\nx.build((None, 4))\n" +
		"y = x(" + got.Input + ")\nfor row in y:\n    for v in row:\n        print(f'{float(v):#.3g}')\n"})
	ones := s.Try(core.TrialRequest{Object: "x"})
	assert.Equal(t, "equal", ones.Outcome)
	assert.Contains(t, ones.Sentence, "the same values each time")
	for i, want := range strings.Fields(printed.Stdout) {
		assert.Equal(t, want, ones.Grids[0].Cells[i])
		assert.Equal(t, "0", ones.Grids[2].Cells[i])
	}
	assert.Len(t, ones.Grids[0].Cells, 6)
}

func TestTrialWithCopiedWeights(t *testing.T) {
	got := tried(t, dense, true)
	assert.Equal(t, "equal", got.Outcome)
	assert.True(t, got.Copied)
	assert.Equal(t, "Same config, and now the same weights: every output is equal.", got.Sentence)
	assert.Equal(t, got.Grids[0].Cells, got.Grids[1].Cells)
	assert.Equal(t, strings.Repeat("a", 6), got.Grids[2].Levels)
}

func TestTrialLeavesTheOriginalAsItWas(t *testing.T) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: dense})
	first := s.Try(core.TrialRequest{Object: "x"})
	s.Try(core.TrialRequest{Object: "x", Copy: true})
	again := s.Try(core.TrialRequest{Object: "x"})
	assert.Equal(t, first.Grids[0].Cells, again.Grids[0].Cells)
}

// TestTrialInputs: what an object is called on follows from what it was built for.
func TestTrialInputs(t *testing.T) {
	const head = "import keras\nfrom keras import layers\n"
	for _, c := range []struct{ name, program, input, outcome string }{
		{"a model", "x = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation='relu'), layers.Dense(2)])",
			"keras.random.normal((2, 4), seed=7)", "differs"},
		{"indices", "x = layers.Embedding(11, 3); x.build()", "", "none"},
		{"indices after a call", "x = layers.Embedding(11, 3); x(keras.ops.ones((2, 5), dtype='int32'))", "keras.random.randint((2, 5), 0, 11, seed=7)", "differs"},
		{"two inputs", "a = keras.Input((3,)); b = keras.Input((4,), dtype='int32')\nx = keras.Model([a, b], layers.Dense(2)(layers.Concatenate()([a, layers.Flatten()(layers.Embedding(9, 2)(b))])))",
			"[keras.random.normal((2, 3), seed=7), keras.random.randint((2, 4), 0, 9, seed=8)]", "differs"},
		{"an index among numbers", "a = keras.Input((3,)); b = keras.Input((4,))\nx = keras.Model([a, b], layers.Dense(2)(layers.Concatenate()([a, layers.Flatten()(layers.Embedding(9, 2)(b))])))",
			"[keras.random.normal((2, 3), seed=7), keras.random.randint((2, 4), 0, 9, seed=8)]", "differs"},
		{"inputs by name", "a = keras.Input((3,), name='a')\nx = keras.Model({'a': a}, layers.Dense(2)(a))", "{'a': keras.random.normal((2, 3), seed=7)}", "differs"},
		{"a list", "x = layers.Add(); x([keras.ops.ones((2, 3)), keras.ops.ones((2, 3))])",
			"[keras.random.normal((2, 3), seed=7), keras.random.normal((2, 3), seed=8)]", "equal"},
		{"by keyword", "x = layers.MultiHeadAttention(2, 3); q = keras.ops.ones((2, 3, 4)); x(q, q)",
			"query=keras.random.normal((2, 3, 4), seed=7), value=keras.random.normal((2, 3, 4), seed=8)", "differs"},
		{"open dimensions", "x = layers.Conv1D(2, 3); x.build((None, None, 5))", "keras.random.normal((2, 8, 5), seed=7)", "differs"},
		{"a large batch", "x = layers.Dense(2); x.build((64, 100))", "keras.random.normal((1, 100), seed=7)", "differs"},
		{"states", "x = layers.LSTM(3, return_state=True); x(keras.ops.ones((2, 3, 4)))", "keras.random.normal((2, 3, 4), seed=7)", "differs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := tried(t, head+c.program+"\n", false)
			assert.Equal(t, c.outcome, got.Outcome, got.Sentence)
			assert.Equal(t, c.input, got.Input, got.Sentence)
		})
	}
}

// TestTrialSaysWhyNot: every way out is told in a sentence.
func TestTrialSaysWhyNot(t *testing.T) {
	const head = "import keras\nfrom keras import layers\n"
	const custom = "class C(layers.Layer):\n    def __init__(self, n, **kw):\n        super().__init__(**kw)\n        self.n = n\n" +
		"    def get_config(self):\n        return {**super().get_config(), 'n': self.n}\n"
	for _, c := range []struct{ name, program, want string }{
		{"not built", "x = layers.Dense(3)", "is not built"},
		{"text", "x = layers.StringLookup(vocabulary=['a'])", "takes text"},
		{"no layer", "x = keras.initializers.Zeros()", "Only layers and models"},
		{"no shape", "x = layers.Dropout(0.5)", "not known what input"},
		{"call raises", custom + "    def call(self, v):\n        raise ValueError('no')\nx = C(2); x.build((2, 3))", "raises an error when it is called"},
		{"no copy", "class D(layers.Layer):\n    def __init__(self, n):\n        super().__init__()\n    def build(self, s):\n        self.w = self.add_weight((1,))\n" +
			"        self.built = True\n    def get_config(self):\n        return {'m': 1}\nx = D(2); x.build((2, 3))", "from_config raises"},
		{"too large", "x = layers.Dense(3000); x.build((None, 3000))\n", "too many to compute"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := tried(t, head+c.program+"\n", false)
			assert.Equal(t, "none", got.Outcome)
			assert.Contains(t, got.Sentence, c.want)
			assert.Empty(t, got.Grids)
		})
	}
}

func TestTrialOfALostArgument(t *testing.T) {
	got := tried(t, "import keras\nclass Scale(keras.layers.Layer):\n    def __init__(self, by=2.0, **kw):\n        super().__init__(**kw)\n        self.by = by\n"+
		"    def call(self, v):\n        return v * self.by\n    def get_config(self):\n        return super().get_config()\nx = Scale(3.0)\nx(keras.ops.ones((2, 2)))\n", false)
	assert.Equal(t, "differs", got.Outcome)
	assert.Contains(t, got.Sentence, "did not come back")
}

func TestNumbersOfWeights(t *testing.T) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: "import keras\nimport numpy as np\nx = keras.layers.Dense(2)\nx.build((None, 2))\nx.set_weights([np.array([[1., 2.], [3., 6.]]), np.array([5., 5.])])\n"})
	got := s.Numbers("x")
	require.Len(t, got.Weights, 2)
	kernel := got.Weights[0]
	assert.Equal(t, []string{"1", "6", "3", "1.87"}, []string{kernel.Min, kernel.Max, kernel.Mean, kernel.Std})
	assert.Equal(t, "M0 16v-16h3v16zM12 16v-16h3v16zM24 16v-16h3v16zM60 16v-16h3v16z", kernel.Bars)
	assert.Contains(t, kernel.Words, "1 of 4")
	bias := protocol.Weight{Path: "dense/bias", Shape: []int{2}, Dtype: "float32", Trainable: true}
	assert.Equal(t, core.Numbers{Weight: bias, Min: "5", Max: "5", Mean: "5", Std: "0", Words: "all are 5"}, got.Weights[1])
	assert.Len(t, got.Copies, 2)
	assert.Empty(t, got.Sentence)
}

func TestNumbersOfLargeWeightsAreLeftOut(t *testing.T) {
	s := core.NewSession(core.Options{})
	s.Run(protocol.RunRequest{Text: "import keras\nx = keras.layers.Dense(2000)\nx.build((None, 1000))\n"})
	got := s.Numbers("x")
	require.Len(t, got.Weights, 2)
	assert.Empty(t, got.Weights[0].Min)
	assert.Equal(t, "0", got.Weights[1].Max)
	assert.NotEmpty(t, got.Sentence)
}
