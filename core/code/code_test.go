package code_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	_ "layerglass/core" // registers the modules
	"layerglass/core/code"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

func options() code.Options {
	return code.Options{Thread: func() *object.Thread { return interp.NewThread(interp.Options{Steps: 1 << 40}) }}
}

// parse reads JSON as Python would.
func parse(t testing.TB, text string) object.Object {
	thread := interp.NewThread(interp.Options{})
	m, err := thread.Import(thread, "json")
	require.NoError(t, err)
	v, err := object.CallMethod(thread, m, "loads", object.NewStr(text))
	require.NoError(t, err, text)
	return v
}

func eachLine(t *testing.T, path string, visit func(line map[string]json.RawMessage)) {
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var line map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(lines.Bytes(), &line))
		visit(line)
	}
}

// TestCases writes code for what real Keras serialized, and wants it to make an object equal to from_config's.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../keras/testdata/cases/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	all, plain := 0, 0
	for _, path := range files {
		seen := map[string]bool{}
		eachLine(t, path, func(line map[string]json.RawMessage) {
			text, config := string(line["serialized"]), string(line["config"])
			if len(text) == 0 || string(line["from_config"]) != `"same"` || strings.Contains(text+config, "__py__") {
				return
			}
			text = strings.Replace(text, `"=config"`, config, 1)
			if seen[text] || text[0] != '{' {
				return
			}
			seen[text] = true
			if len(seen)%3 != 0 && testing.Short() {
				return
			}
			r := code.Generate(parse(t, text), options())
			if r.Err != nil {
				return
			}
			all++
			assert.True(t, r.Exact, "%s\n%s", line["python"], r.Text)
			if isPlain(r.Text) {
				plain++
			}
		})
	}
	t.Logf("%d configs, %d of them as plain calls", all, plain)
	require.Greater(t, all, 1000)
	assert.Less(t, all-plain, all/100)
}

// isPlain reports whether code makes its object by constructors alone.
func isPlain(text string) bool {
	return !strings.Contains(text, "from_config") && !strings.Contains(text, "deserialize_keras_object")
}

// TestModels does the same with models, whose code must be plain throughout.
func TestModels(t *testing.T) {
	n := 0
	eachLine(t, "testdata/models.jsonl", func(line map[string]json.RawMessage) {
		var text, program string
		require.NoError(t, json.Unmarshal(line["to_json"], &text))
		require.NoError(t, json.Unmarshal(line["python"], &program))
		o := options()
		if r := code.Generate(parse(t, text), o); len(r.Custom) > 0 {
			o.Names = func(t *object.Thread) *object.Dict { return t.Modules.GetName("__main__").(*object.Module).Dict }
			o.Thread = func() *object.Thread {
				thread := options().Thread()
				_, err := interp.Run(thread, source.NewFile("program.py", program))
				require.NoError(t, err)
				return thread
			}
		}
		r := code.Generate(parse(t, text), o)
		if r.Err != nil {
			assert.NotEmpty(t, r.Custom, "%s: %v", line["id"], r.Err)
			return
		}
		n++
		assert.True(t, r.Exact, "%s\n%s", line["id"], r.Text)
		assert.True(t, isPlain(r.Text), "%s\n%s", line["id"], r.Text)
	})
	t.Logf("%d models", n)
	require.Greater(t, n, 80)
}

func TestShort(t *testing.T) {
	for _, c := range []struct{ class, config, want string }{
		{"keras.layers.Dense", `{"name": "dense", "trainable": true, "dtype": "float32", "units": 64, "activation": "relu", "use_bias": true,
			"kernel_initializer": {"module": "keras.initializers", "class_name": "HeNormal", "config": {"seed": null, "input_axes": null, "output_axes": null}, "registered_name": null},
			"bias_initializer": "zeros"}`,
			"import keras\nfrom keras import layers\n\ndense = layers.Dense(64, activation=\"relu\", kernel_initializer=\"he_normal\")\n"},
	} {
		r := code.Generate(parse(t, c.config), code.Options{Thread: options().Thread, Class: c.class})
		assert.Equal(t, c.want, r.Text)
		assert.True(t, r.Exact)
	}
}
