package models_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// scales are programs that make a model of %d layers.
var scales = []struct{ name, text string }{
	{"sequential", "model = keras.Sequential([keras.Input((4,))] + [keras.layers.Dense(4) for _ in range(%d)])\n"},
	{"added", "model = keras.Sequential([keras.Input((4,))])\nfor _ in range(%d): model.add(keras.layers.Dense(4))\n"},
	{"functional", "i = x = before = keras.Input((4,))\nfor _ in range(%d // 2):\n    y = keras.layers.Dense(4)(x)\n    x = keras.layers.add([y, before])\n    before = y\nmodel = keras.Model(i, x)\n"},
}

const again = `
text = model.to_json()
same = keras.models.model_from_json(text)
print(same.to_json() == text, len(same.layers), same.count_params())
model.summary(print_fn=lambda text: print(len(text.splitlines()) > len(model.layers)))
keras.models.clone_model(model)
`

func scale(tb testing.TB, text string, n int) (time.Duration, string) {
	begin := time.Now()
	result := core.NewSession(core.Options{NoObjects: true}).Run(protocol.RunRequest{Text: "import keras\n" + fmt.Sprintf(text, n) + again})
	require.Nil(tb, result.Exception, result.Stderr)
	return time.Since(begin), result.Stdout
}

// TestThousandsOfLayers builds models of more layers than a recursive walk would survive.
func TestThousandsOfLayers(t *testing.T) {
	for _, s := range scales {
		_, out := scale(t, s.text, 1200)
		require.Contains(t, out, "True 120", s.name)
	}
}

// BenchmarkScale makes models of 1,000 and 5,000 layers, writes, recreates, prints and clones them. growth is how many times
// longer the large one takes: 5 is linear.
func BenchmarkScale(b *testing.B) {
	for _, s := range scales {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				small, _ := scale(b, s.text, 1000)
				large, _ := scale(b, s.text, 5000)
				b.ReportMetric(small.Seconds(), "s/1000")
				b.ReportMetric(large.Seconds(), "s/5000")
				b.ReportMetric(large.Seconds()/small.Seconds(), "growth")
			}
		})
	}
}
