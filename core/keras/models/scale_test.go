package models_test

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
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
	{"built", "model = keras.Sequential([keras.layers.Dense(4) for _ in range(%d)])\nmodel.build((None, 4))\n"},
	{"nested", "model = keras.Sequential([keras.Input((4,))])\nfor _ in range(%d // 10): model.add(keras.Sequential([keras.layers.Dense(4) for _ in range(9)]))\n"},
	{"functional", "i = x = before = keras.Input((4,))\nfor _ in range(%d // 2):\n    y = keras.layers.Dense(4)(x)\n    x = keras.layers.add([y, before])\n    before = y\nmodel = keras.Model(i, x)\n"},
}

const again = `
text = model.to_json()
same = keras.models.model_from_json(text)
print(same.to_json() == text, len(same.layers), same.count_params())
model.summary(print_fn=lambda text: print(len(text.splitlines()) > len(model.layers)))
keras.models.clone_model(model)
`

// scale runs the program with a model of n layers. It returns the processor time that it took, and what it printed.
func scale(tb testing.TB, text string, n int) (time.Duration, string) {
	runtime.GC() // what was before is not to be paid here
	begin := processorTime()
	result := core.NewSession(core.Options{NoObjects: true}).Run(protocol.RunRequest{Text: "import keras\n" + fmt.Sprintf(text, n) + again})
	require.Nil(tb, result.Exception, result.Stderr)
	return processorTime() - begin, result.Stdout
}

// TestThousandsOfLayers builds models of more layers than a recursive walk would survive.
func TestThousandsOfLayers(t *testing.T) {
	for _, s := range scales {
		_, out := scale(t, s.text, 1200)
		require.Contains(t, out, "True 120", s.name)
	}
}

// BenchmarkScale makes models of 1,000 and 5,000 layers, writes, recreates, prints and clones them, five times in turn. growth is how many times
// longer the large one takes, median by median: 5 is linear, and more than 5.5 fails.
func BenchmarkScale(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the page runs it
	for _, s := range scales {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				var small, large []time.Duration
				for range 5 {
					took, _ := scale(b, s.text, 1000)
					small = append(small, took)
					took, _ = scale(b, s.text, 5000)
					large = append(large, took)
				}
				slices.Sort(small)
				slices.Sort(large)
				growth := large[2].Seconds() / small[2].Seconds()
				b.ReportMetric(small[2].Seconds(), "s/1000")
				b.ReportMetric(large[2].Seconds(), "s/5000")
				b.ReportMetric(growth, "growth")
				if growth > 5.5 {
					b.Errorf("%s: 5,000 layers take %.2f times as long as 1,000", s.name, growth)
				}
			}
		})
	}
}
