package keras_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/keras/operation"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

func runProgram(t testing.TB, text string) (*object.Thread, *object.Module, string) {
	var out output
	thread := interp.NewThread(interp.Options{Stdout: &out, Steps: 1 << 40})
	t.Cleanup(func() { interp.Close(thread) })
	m, err := interp.Run(thread, source.NewFile("program.py", text))
	require.NoError(t, err)
	return thread, m, out.String()
}

// TestOrigins asks where each argument of a layer was written.
func TestOrigins(t *testing.T) {
	const text = `
import keras
opts = {"use_bias": False}
a = keras.layers.Dense(4 + 4, activation="relu", **opts)
class Mine(keras.layers.Dense):
    def __init__(self, size, **kwargs):
        super().__init__(size, activation="tanh", **kwargs)
b = Mine(3, name="m")
c = keras.layers.Dense.from_config(a.get_config())
x = keras.Input((3,), dtype="int32")
`
	_, m, _ := runProgram(t, text)
	file := source.NewFile("program.py", text)
	texts := func(name string) map[string]string {
		out := map[string]string{}
		for k, span := range operation.Origins(m.Dict.GetName(name).(*object.Instance)) {
			out[k] = file.Slice(span)
		}
		return out
	}
	require.Equal(t, map[string]string{"units": "4 + 4", "activation": `"relu"`, "use_bias": "opts"}, texts("a"))
	require.Equal(t, map[string]string{"size": "3", "name": `"m"`}, texts("b"))
	require.Empty(t, texts("c"))
	require.Nil(t, operation.Site(m.Dict.GetName("c").(*object.Instance)))
}

// TestSessionsAreApart changes a class of Keras in one run and looks at it in the next.
func TestSessionsAreApart(t *testing.T) {
	_, _, first := runProgram(t, "import keras\nkeras.layers.Dense.mark = 1\nkeras.layers.Dense(2)\nprint(hasattr(keras.layers.Dense, 'mark'), keras.layers.Dense(1).name)\n")
	_, _, second := runProgram(t, "import keras\nprint(hasattr(keras.layers.Dense, 'mark'), keras.layers.Dense(1).name)\n")
	require.Equal(t, "True dense_1\n", first)
	require.Equal(t, "False dense\n", second)
}

func BenchmarkDenseConfig(b *testing.B) {
	thread, m, _ := runProgram(b, `
import keras
def f():
    d = keras.layers.Dense(10, activation="relu")
    keras.layers.Dense.from_config(d.get_config())
`)
	f := m.Dict.GetName("f")
	b.ReportAllocs()
	for b.Loop() {
		thread.Steps, thread.Memory = 1<<40, 1<<40
		if _, err := object.Call(thread, f); err != nil {
			b.Fatal(err)
		}
	}
}
